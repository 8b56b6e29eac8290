"""A generated page as MkDocs holds it, without reading its Markdown and front matter from text again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ita_site.publishing import plain_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ita_site.publishing.pages import Page
    from ita_site.publishing.plain_markdown import Heading

_EXTENSIONS = frozenset({"attr_list", "fenced_code", "tables", "toc"})
"""What `plain_markdown` knows; with a further extension a page may come out otherwise."""
_UNKNOWN_DAY, _AFTER_THE_LAST_DAY = "1980-01-01", "2106"


class GeneratedPage(MkDocsPage):
    """A page that is reached by links only; one in a menu is MkDocs' own, which knows its words there."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig, files: Files) -> None:
        super().__init__(None, file, config)
        self._made = made
        self._all = config, files
        self._anchors: set[str] | None = None
        self.meta = {**made.meta, **made.facts}
        self.update_date = update_date(made.facts)

    @property
    def digest(self) -> str:
        """What tells the page from one that says anything else."""
        return self._made.digest

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """The anchors of the page, which others may lead to where it is not made anew."""
        if self._anchors is None:
            config, files = self._all
            self.read_source(config)
            self.render(config, files)
        return self._anchors

    @present_anchor_ids.setter
    def present_anchor_ids(self, anchors: set[str] | None) -> None:
        self._anchors = anchors

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the Markdown."""
        del config
        self.markdown = self._made.body.markdown

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the Markdown into HTML: plain Markdown at once, any other as MkDocs does."""
        signs = _permalink(config)
        converted = plain_markdown.convert(self.markdown or "", *signs) if signs else None
        if converted is None:
            super().render(config, files)
            return
        self.content = converted.html
        self.toc = TableOfContents([*_links(converted.headings)])
        self.present_anchor_ids, self.links_to_anchors = set(converted.ids), {}


def update_date(facts: Mapping[str, str]) -> str:
    """Return the day of a page for MkDocs, which would put the day of the build into what it compresses of the sitemap.

    The time in a compressed file ends in February 2106.
    """
    updated = facts.get("updated", _UNKNOWN_DAY)
    return updated if updated < _AFTER_THE_LAST_DAY else _UNKNOWN_DAY


def _permalink(config: MkDocsConfig) -> tuple[str, str] | None:
    """Return the sign of a heading's link and what it says; None where other extensions or options count."""
    toc: dict[str, Any] = config.mdx_configs.get("toc", {})
    sign, title = toc.get("permalink"), toc.get("permalink_title")
    plain = {*config.markdown_extensions} <= _EXTENSIONS and toc.keys() == {"permalink", "permalink_title"}
    return (sign, title) if plain and isinstance(sign, str) and isinstance(title, str) else None


def _links(headings: Iterable[Heading]) -> Iterator[AnchorLink]:
    for each in headings:
        link = AnchorLink(each.name, each.id, each.level)
        link.children = [*_links(each.children)]
        yield link
