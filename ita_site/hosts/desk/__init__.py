"""The desk: a local server by which a clerk keeps the data in a browser, on the machine where the files lie.

A screen is a module of `screens` with its `ROUTES`; what is asked for has passed `request_guard` before it is shown.
It needs the extra `edit`.
"""
