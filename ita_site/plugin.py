"""The plugin under the name that `mkdocs.yml` and its entry point know it by."""

from ita_site.hosts.plugin import ItaSitePlugin

__all__ = ["ItaSitePlugin"]
