"""A generated page as MkDocs holds it, without reading its Markdown and front matter from text again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ita_site.publishing import plain_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ita_site.publishing.pages import Page
    from ita_site.publishing.plain_markdown import Heading

_EXTENSIONS = frozenset({"attr_list", "fenced_code", "tables", "toc"})
"""What `plain_markdown` knows; with a further extension a page may come out otherwise."""


class GeneratedPage(MkDocsPage):
    """A page that is reached by links only; one in a menu is MkDocs' own, which knows its words there."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the Markdown and what the front matter would say."""
        del config
        self.markdown, self.meta = self._made.body.markdown, dict(self._made.meta)

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
