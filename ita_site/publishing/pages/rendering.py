"""Templates into Markdown: two environments that differ in how untrusted text is written.

`*.md.jinja` is Markdown, where every value loses all punctuation to entities; `*.html.jinja` is HTML, put
into a page by `html()` as a block of its own: the Markdown holds a comment in its place, which no value can
forge, having neither `<` nor `!`. So no block need go through Markdown, which is slower than all we do; where
it must (`export`), it is raw HTML that no value can end. In both kinds of template what is printed is escaped
in `finalize`, so there is no unescaped way to print a value; only what `html()` made is passed through.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from ita_site.ground import addresses, markup, thai
from ita_site.ground.cache.packed import Packed
from ita_site.publishing.pages import classes
from ita_site.publishing.template_cache import TemplateCache
from ita_site.publishing.template_whitespace import Joined
from ita_site.saying import words
from ita_site.saying.words import marks as sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping, Sequence

    from jinja2 import Template
    from jinja2.compiler import Frame

    from ita_site.saying.view.marks import EditMark


class _PlainPython(CodeGenerator):
    """Writes templates as Python would be written, without Jinja's other meanings of what stands in them.

    `view.name` is that attribute, and no key; a call passes what it says, and not the context as well; what `finalize`
    returns is printed as it is, since it has been escaped.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        if node.dyn_args or node.dyn_kwargs:
            self.fail("* and ** are not known here", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: object, frame: object, finalize: Any) -> None:  # noqa: ANN401, ARG002 - as Jinja has it
        self.write(f"({finalize.src or ''}")


class _Environment(Environment):
    """Templates of one kind, each with the names that all have in a plain mapping: it is copied for each part."""

    code_generator_class = _PlainPython

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


_NOTHING = Markup()
_LONG = 150
_LINK = Markup('<a href="{}" rel="noopener noreferrer">{}</a>')


def _environment(name: str, write: Callable[[str], str]) -> Environment:
    def encoded(text: str) -> Markup:
        return Markup(write(text))  # noqa: S704 - `write` is the escaping

    # The same names, labels and words stand on hundreds of pages; a long text stands on one or two.
    remembered = lru_cache(maxsize=20_000)(encoded)

    def written(text: str) -> Markup:
        return remembered(text) if len(text) < _LONG else encoded(text)

    def finalize(value: object) -> str:
        if type(value) is str:  # as nearly always
            return remembered(value) if len(value) < _LONG else encoded(value)
        if isinstance(value, Markup):
            return value
        return "" if value is None else written(str(value))

    def linked(text: str) -> Markup:
        if "://" not in text:
            return written(text)
        pieces = (_spaced(piece, address, encoded(piece.strip())) for piece, address in markup.with_links(text))
        return Markup("").join(pieces)

    environment = _Environment(
        extensions=[Joined] if name == "html" else [],
        loader=PackageLoader("ita_site.publishing"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=TemplateCache(f"{name} plain, joined"),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "points": words.points,
        "signed": words.signed,
        "percent": words.percent,
        "certainty": words.confirmed,
        "linked": linked,
        "day": thai.write_date,
        "short_day": thai.write_short_date,
        "paragraphs": words.paragraphs,
    }
    environment.globals |= {
        "at": addresses,
        "css": classes,
        "link_to": _link_to,
        "words": words,
    }
    return environment


def _spaced(piece: str, address: str | None, encoded: Markup) -> Markup:
    """Return a piece of a text, encoded, with the spaces at its ends, which encoding takes away; or as a link."""
    if address is not None:
        return _LINK.format(Markup(markup.html(address)), encoded)  # noqa: S704 - `markup.html` is the escaping
    return Markup(" ").join([""] * piece.startswith(" ") + [encoded] + [""] * (piece.endswith(" ") and piece != " "))


def _link_to(address: str) -> str:
    """Return an address of the data fit for `href`; the model has let no other through."""
    return markup.link(address) or "#"


_PLACE = re.compile(r"<!--ita-(\d+)-->")
_MARKDOWN = _environment("markdown", markup.markdown)
_HTML = _environment("html", markup.html)


class Rendered:
    """A page's Markdown, with a comment in the place of each block of HTML."""

    __slots__ = ("_texts",)

    def __init__(self, markdown: str, blocks: tuple[str, ...]) -> None:
        self._texts = Packed((markdown, blocks))

    @property
    def markdown(self) -> str:
        """The Markdown."""
        return self._texts.value[0]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The blocks of HTML, in the order of their comments."""
        return self._texts.value[1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rendered) and self._texts.value == other._texts.value

    def __hash__(self) -> int:
        return hash(self._texts.value)

    def with_thai_digits(self) -> Rendered:
        """Return the page with its figures in Thai digits."""
        return Rendered(
            markup.with_thai_digits(self.markdown), tuple(markup.with_thai_digits(block) for block in self.blocks)
        )

    def with_block(self, html: str) -> Rendered:
        """Return the page with a further block of HTML at its foot; all of it is escaped already."""
        place = f"\n<!--ita-{len(self.blocks)}-->\n"
        return Rendered(f"{self.markdown}{place}", (*self.blocks, html))

    def fill(self, text: str) -> str:
        """Return the text — the Markdown, or the HTML made from it — with the blocks in their places."""
        return _PLACE.sub(lambda match: self.blocks[int(match[1])], text)


def render(template: str, url: Callable[[str | None], str | None], **context: Any) -> Rendered:  # noqa: ANN401 - values for a template
    """Return the rendered page; `url` turns a site address into one relative to the page.

    A page's template calls `html()` with the name of a partial and with a view, whose fields are the partial's names,
    or with values by name.
    """
    blocks: list[str] = []
    marks: dict[EditMark, int] = {}

    def mark(values: Sequence[EditMark]) -> Markup:
        """Return the signs of marks; a page explains each once, at its foot."""
        if not values:  # as nearly always
            return _NOTHING
        signs = [_sign(marks.setdefault(each, len(marks) + 1)) for each in values]
        return Markup("".join(signs))  # noqa: S704 - templates have escaped

    def html(name: str, part: object = None, /, **inner: Any) -> Markup:  # noqa: ANN401
        context = {**names(part), **inner}
        block = _template(name).render(context, url=url, mark=mark).strip()
        blocks.append(markup.with_languages(block))
        return Markup(f"\n\n<!--ita-{len(blocks) - 1}-->\n\n")  # noqa: S704 - a number of ours

    page = _MARKDOWN.get_template(f"{template}/page.md.jinja").render(url=url, html=html, mark=mark, **context)
    if marks:
        explained = html("shared/marks", marks=tuple(marks), heading=sentences.HEADING, done=sentences.done)
        page = f"{page}{explained}"  # with `+` the markup would escape the page before it
    while "\n\n\n" in page:
        page = page.replace("\n\n\n", "\n\n")
    return Rendered(markup.with_languages(page.strip()) + "\n", tuple(blocks))


@cache
def _template(name: str) -> Template:
    return _HTML.get_template(f"{name}.html.jinja")


@lru_cache
def _sign(number: int) -> str:
    """Return the sign of the mark of this number on a page."""
    return _template("shared/mark").render(number=number)


def names(view: object) -> dict[str, Any]:
    """Return what a template calls the fields of a view, none of them copied; nothing for None."""
    # `fields` would sort out, for each block anew, what no view has.
    return {name: getattr(view, name) for name in getattr(view, "__dataclass_fields__", ())}


def standalone(template: str, **context: Any) -> str:  # noqa: ANN401
    """Return a whole HTML file, which no builder and no theme touches."""
    return _template(template).render(context) + "\n"


def front_matter(facts: Mapping[str, Any]) -> str:
    """Return the YAML head of a page. Themes print it as it is, so its texts are escaped for HTML before."""
    # JSON is YAML, and its writer is fifty times as fast as PyYAML's: a third of the time of a page.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    return f"---\n{''.join(lines)}---\n\n"
