"""Thin skins: MkDocs, an export for other builders, the command line."""
