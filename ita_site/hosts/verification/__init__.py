"""A published site beside the data: whether its figures are those that the data give.

`published_site` reads a folder or a website, `page_figures` what a page shows, `figure_sources` where a figure stands
in the data, `site_comparing` holds one against the other.
"""
