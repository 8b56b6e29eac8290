"""The short way from Markdown to HTML leads where Python-Markdown does, or is not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown

from ita_site.ground import markup
from ita_site.publishing import plain_markdown, site
from tests.helpers import sites

if TYPE_CHECKING:
    from ita_site.publishing.plain_markdown import Heading

_OPTIONS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "toc": {"permalink": "¶", "permalink_title": "ลิงก์"},
}


def _known(markdown: str) -> tuple[str, list[Any]]:
    converter = Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"], extension_configs=_OPTIONS)
    html = converter.convert(markdown)
    return html, _tokens(converter.toc_tokens)  # type: ignore[attr-defined]


def _tokens(tokens: list[dict[str, Any]]) -> list[Any]:
    return [(each["level"], each["id"], each["name"], _tokens(each["children"])) for each in tokens]


def _tree(headings: list[Heading]) -> list[Any]:
    return [(each.level, each.id, each.name, _tree(each.children)) for each in headings]


@pytest.mark.parametrize("agency", sorted(sites.AGENCIES))
def test_every_generated_page_is_the_same_both_ways(agency: str) -> None:
    for page in site.build(sites.AGENCIES[agency]).pages:
        converted = plain_markdown.convert(page.body.markdown, "¶", "ลิงก์")
        assert converted is not None, page.path
        assert (converted.html, _tree(converted.headings)) == _known(page.body.markdown), page.path


@pytest.mark.parametrize(
    "text",
    ["*ก*", "[ก](https://x.go.th)", "1. ก", "- ก", "<b>ก</b>", "&lt;b&gt; http://x", "# ก", "a\\_b", "| ก | ข |", ""],
)
def test_what_an_editor_types_is_the_same_both_ways(text: str) -> None:
    page = f"# {markup.markdown(text)} {{ #title }}\n\n{markup.markdown(text)}\n\n## ก {'{ #a data-search-exclude }'}"

    converted = plain_markdown.convert(page, "¶", "ลิงก์")

    assert converted is None or (converted.html, _tree(converted.headings)) == _known(page)


@pytest.mark.parametrize(
    "markdown",
    [
        "*ก*",
        "- ก",
        "1. ก",
        "ก\n- ข",
        "    ก",
        "ก  ",
        "# ก",
        "<b>ก</b>",
        "[ก](x)",
        "`ก`",
        "# ก { #a }\n\n# ข { #a }",
        "ก_ข",
    ],
)
def test_anything_that_is_not_plain_goes_the_long_way(markdown: str) -> None:
    assert plain_markdown.convert(markdown, "¶", "ลิงก์") is None
