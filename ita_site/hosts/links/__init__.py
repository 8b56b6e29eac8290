"""Outside addresses, asked on demand: what each answers, within limits, and never a machine of the inside.

`fetch_limits` says how far one goes, `public_network` is the only way out, `fetcher` one question and its answer;
`page_words` reads a page, `verdicts` says what an answer means, `manners` how slowly a host wants to be asked,
`checking_links` asks many; `session` knows which, `lock_file` writes what came of them. `site_walk` goes through an
office's own website by `page_links`, `same_site` keeps it there, and `item_search` says where it found what the
OIT list asks for. They need the extra `links`; nothing else of the program does, and nothing here runs while a
site is built.
"""
