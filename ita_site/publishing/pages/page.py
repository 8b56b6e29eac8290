"""A page of the site, and the spec it is rendered from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ita_site.data.model import Digits
from ita_site.ground import addresses, markup, thai
from ita_site.ground.cache.file_cache import key_of
from ita_site.publishing.pages import rendering
from ita_site.saying import words
from ita_site.saying.view.links import trail

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ita_site.ground.addresses import Subject
    from ita_site.ground.website import Website
    from ita_site.publishing.pages.rendering import Rendered
    from ita_site.saying.view.card import Card
    from ita_site.saying.view.printed import PrintedPaper


@dataclass(frozen=True, slots=True)
class Page:
    """A page as Markdown: what it is about, and the data files it was made from.

    `title` names it away from the page, with its year. `nav` is the section of the navigation it stands in and its
    words there; empty for the many pages that are reached by links and search only.
    """

    subject: Subject
    title: str
    meta: Mapping[str, str | list[str]]
    """What the front matter says, escaped for HTML."""
    body: Rendered
    sources: tuple[str, ...]
    nav: tuple[str, ...] = ()
    description: str = ""
    for_editors: bool = False
    """Whether the page repeats others for a clerk's work: no search finds it, ours or another's."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the theme tells other programs, for the front matter too; like it, printed as it is."""
    card: Card | None = None
    """What the picture of its shared links shows."""
    known_digest: str = ""

    @property
    def digest(self) -> str:
        """What tells the page from one that says anything else."""
        return self.known_digest or self._own_digest()

    def finished(self) -> Page:
        """Return the page with its digest, which need not be made again."""
        return replace(self, known_digest=self._own_digest())

    def _own_digest(self) -> str:
        beside = repr((self.title, self.meta, self.facts, self.nav, self.for_editors))
        return key_of(self.address, beside, self.body.markdown, *self.body.blocks)

    @property
    def address(self) -> str:
        """The page's address from the root of the site."""
        return self.subject.address

    @property
    def path(self) -> str:
        """The path of the page's Markdown below the folder of hand-written pages."""
        return addresses.source(self.address)

    @property
    def head(self) -> str:
        """The front matter without the facts."""
        return rendering.front_matter(self.meta)

    @property
    def with_placeholders(self) -> str:
        """The page's Markdown without its blocks and facts; `body.fill` puts those into what is made from it."""
        return self.head + self.body.markdown

    @property
    def content(self) -> str:
        """The whole page as Markdown, with its blocks as raw HTML and its facts in the front matter."""
        return rendering.front_matter({**self.meta, **self.facts}) + self.body.fill(self.body.markdown)

    @property
    def in_nav(self) -> bool:
        """Tell whether the page stands in the navigation."""
        return bool(self.nav)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """What a page will say: what it is about, its template and its view."""

    subject: Subject
    template: str
    title: str
    description: str
    sources: tuple[str, ...]
    view: object
    """What is said, a frozen dataclass: each of its fields is a name in the template."""
    year: int | None = None
    nav: tuple[str, ...] = ()
    for_editors: bool = False

    def page(self, digits: Digits, website: Website, papers: Sequence[PrintedPaper] = ()) -> Page:
        """Render the spec with links as the website writes them; `papers` say the same as the page."""
        here = self.subject.address

        def url(address: str | None) -> str | None:
            return None if address is None else website.relative(address, here)

        write = thai.digits if digits is Digits.THAI else str
        # Away from the page, as in a list of results, its heading alone does not say which year it is about.
        title, description = write(words.with_year(self.title, self.subject.year)), write(self.description)
        meta: dict[str, str | list[str]] = {"title": markup.html(title), "description": markup.html(description)}
        if len(self.nav) < 2:  # without the navigation beside it, which leaves room for tables
            meta["hide"] = ["navigation"]
        if self.year is not None:
            meta["fiscal_year"] = write(str(self.year))
        if self.sources:
            meta["source"] = list(self.sources)
        body = rendering.render(
            self.template,
            url,
            title=self.title,
            year=self.year,
            crumbs=trail(self.subject),
            papers=papers,
            **rendering.names(self.view),
        )
        if digits is Digits.THAI:
            body = body.with_thai_digits()
        return Page(self.subject, title, meta, body, self.sources, self.nav, description, self.for_editors)


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page before anything of it is read; `spec` returns what it will say, None where there is nothing to say."""

    subject: Subject
    spec: Callable[[], PageSpec | None]
    is_of_data_alone: bool = True
    """Whether the spec follows from the data and the address of the website."""
