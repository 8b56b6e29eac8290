"""Publish a municipality's integrity and transparency (ITA) from YAML kept in Git.

The way of the data: YAML → `source` → `model` → `load` → `scores`, `checks` → `pages` → `site`,
which `plugin` hands to MkDocs and `export` writes to a folder. Each module imports only those before it.
"""
