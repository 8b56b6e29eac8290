"""Templates into Markdown: two environments that differ in how untrusted text is written.

`*.md.jinja` is Markdown, where every value loses all punctuation to entities; `*.html.jinja` is HTML, put
into a page by `html()` as one raw block on one line. In both, what a template prints is escaped in
`finalize`, so there is no unescaped way to print a value; only what `html()` made is passed through.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined
from markupsafe import Markup

from ita_site import markup, thai
from ita_site.pages import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BETWEEN_LINES = re.compile(r"\s*\n\s*")
_BLANK_LINES = re.compile(r"\n{3,}")


def _environment(write: Callable[[str], str]) -> Environment:
    def finalize(value: object) -> object:
        if isinstance(value, Markup):
            return value
        if value is None:
            return ""
        if isinstance(value, Undefined):
            return value
        return Markup(write(str(value)))  # noqa: S704 - `write` is the escaping

    environment = Environment(
        loader=PackageLoader("ita_site"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "points": words.points,
        "signed": words.signed,
        "certainty": words.certainty,
        "day": thai.write_date,
        "short_day": thai.write_short_date,
        "paragraphs": words.paragraphs,
    }
    environment.globals |= {"words": words}
    return environment


_MARKDOWN = _environment(markup.markdown)
_HTML = _environment(markup.html)


def render(template: str, url: Callable[[str], str], **context: Any) -> str:  # noqa: ANN401 - values for a template
    """Return the Markdown of a page; `url` turns a site address into one relative to the page."""

    def html(name: str, **inner: Any) -> Markup:  # noqa: ANN401
        block = _HTML.get_template(f"{name}.html.jinja").render(url=url, **inner)
        # One line: a blank line inside would end the raw block and let Markdown in.
        return Markup("\n\n" + _BETWEEN_LINES.sub(" ", block).strip() + "\n\n")  # noqa: S704 - escaped above

    page = _MARKDOWN.get_template(f"{template}.md.jinja").render(url=url, html=html, **context)
    return _BLANK_LINES.sub("\n\n", page).strip() + "\n"


def front_matter(title: str, description: str, sources: Sequence[str], year: int | None) -> str:
    """Return the YAML head of a page. Themes print it as it is, so its texts are escaped for HTML too."""
    head: dict[str, Any] = {"title": markup.html(title), "description": markup.html(description)}
    if year is not None:
        head["fiscal_year"] = str(year)
    if sources:
        head["source"] = list(sources)
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=1000)}---\n\n"
