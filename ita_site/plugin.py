"""The plugin under the name that `mkdocs.yml` and its entry point know it by."""

from ita_site.ground import garbage

with garbage.uncollected():
    from ita_site.hosts.mkdocs_plugin.plugin import ItaSitePlugin

    garbage.settle()  # or MkDocs would look at all of it again and again: a tenth of a small site's build

__all__ = ["ItaSitePlugin"]
