"""One item of a year's OIT list: what it must show, where that is shown, and what became of it in other years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses, thai
from ita_site.ground.addresses import Kind
from ita_site.saying.view.attachments import attachment_view
from ita_site.saying.view.disclosure import elements_provenance, group
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from decimal import Decimal

    from ita_site.data.load import Year
    from ita_site.data.model import Evidence, Framework, Provenance
    from ita_site.ground.addresses import Subject
    from ita_site.judging.oit_answers import ElementAnswer, ItemAnswer, ItemStatus, Place
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class ElementRow:
    """A required element: where it is shown, and what the site's own data lack of it, or lack of some measures."""

    text: str
    is_shown: bool
    links: tuple[Link, ...]
    evidence: tuple[int, ...]
    missing: str
    lacking: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A link or a file in the order of the form, with the way to it from the office's main page."""

    attachment: AttachmentView
    way: str
    elements: tuple[int, ...]
    other_year: int | None
    seen: str
    is_lost: bool


@dataclass(frozen=True, slots=True)
class ItemYear:
    """What the same item was in an earlier year."""

    year: int
    item: Link
    published: Decimal | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class OitItemView:
    """What the page of an item says."""

    code: str
    group: str
    status: ItemStatus
    meaning: str
    why: str | None
    shown_at: tuple[Link, ...]
    falls_short: str
    elements: tuple[ElementRow, ...]
    elements_provenance: Provenance | None
    elements_known: str
    evidence: tuple[EvidenceRow, ...]
    owner: str | None
    published_on: str
    changed_on: str
    note: str | None
    published: Decimal | None
    published_marks: tuple[EditMark, ...]
    faulted: tuple[Link, ...]
    history: tuple[ItemYear, ...]
    previous: Link | None
    following: Link | None


def oit_item(
    lookup: Lookup, year: Year, framework: Framework, answer: ItemAnswer, siblings: tuple[Link | None, Link | None]
) -> OitItemView:
    """Return what is said of an item; `siblings` lead to the item before it in the form, and to the next."""
    entry, code = answer.entry, answer.item.id
    history = tuple(_history(lookup, year.year, code))
    of_year = (answer.own.of_year if answer.own else None) or year.year
    return OitItemView(
        code=code,
        group=group(lookup, framework, code),
        status=answer.status,
        meaning=words.meaning(answer.status),
        why=entry.why if entry else None,
        shown_at=_links(lookup, answer.shown_at),
        falls_short=words.FALLS_SHORT.format(year=of_year) if answer.falls_short else "",
        elements=tuple(_element(lookup, of_year, each) for each in answer.elements),
        elements_provenance=elements_provenance(answer),
        elements_known=_known(year, answer),
        evidence=tuple(
            _evidence(year, each, answer.years, is_lost=place in answer.lost)
            for place, each in enumerate(entry.evidence if entry else ())
        ),
        owner=entry.owner if entry else None,
        published_on=thai.write_date(entry.published) if entry and entry.published else "",
        changed_on=thai.write_date(entry.changed) if entry and entry.changed else "",
        note=entry.note if entry else None,
        published=lookup.row(year.year, code).published,
        published_marks=lookup.row(year.year, code).marks,
        faulted=tuple(_faulted(lookup, history)),
        history=history,
        previous=siblings[0],
        following=siblings[1],
    )


def _known(year: Year, answer: ItemAnswer) -> str:
    if answer.own and answer.own.elements:
        return ""
    if answer.item.elements:
        return words.known_elements(answer.item.elements_known)
    if answer.elements:
        manual = year.disclosure.record.manual if year.disclosure else None
        return words.OWN_MANUAL.format(manual=manual or words.SOME_MANUAL)
    return words.known_elements(None)


def _element(lookup: Lookup, of_year: int, answer: ElementAnswer) -> ElementRow:
    measures = lookup.years[of_year].measures if of_year in lookup.years else {}
    return ElementRow(
        text=answer.element.text,
        is_shown=answer.is_shown,
        links=_links(lookup, answer.shown_at),
        evidence=tuple(place + 1 for place in answer.evidence),
        missing=", ".join(answer.missing) if not answer.is_shown else "",
        lacking=tuple(Link(measures[each].record.title, addresses.measure(of_year, each)) for each in answer.lacking),
    )


def _links(lookup: Lookup, places: Iterable[Place]) -> tuple[Link, ...]:
    return tuple(Link(_page(lookup, each.subject), each.address) for each in places)


def _page(lookup: Lookup, subject: Subject) -> str:
    year = subject.year or 0
    if subject.kind is Kind.REPORT:
        return lookup.years[year].reports[subject.id].record.title
    return words.analysis(year) if subject.kind is Kind.ANALYSIS else words.plan(year)


def _evidence(year: Year, evidence: Evidence, asked: Collection[int], *, is_lost: bool) -> EvidenceRow:
    seen = year.links.record.of(evidence.url) if year.links else None
    return EvidenceRow(
        attachment=attachment_view(evidence, year.files),
        way=words.way(evidence.way) if evidence.way else "",
        elements=evidence.elements,
        other_year=evidence.about_year if evidence.about_year not in asked else None,
        seen=words.seen(seen) if seen else "",
        is_lost=is_lost,
    )


def _history(lookup: Lookup, year: int, code: str) -> Iterator[ItemYear]:
    """Yield what an item continues, year by year back, as far as frameworks say it and the office has data."""
    codes: tuple[str, ...] = (code,)
    while (crosswalk := lookup.crosswalk(year - 1, year)) is not None:
        codes = tuple(each for entry in crosswalk.entries if entry.id in codes for each in entry.was)
        year -= 1
        framework = lookup.framework(year)
        if not codes or framework is None:
            return
        for each in codes:
            item = framework.item(each)
            if item is not None:
                there = year in lookup.years
                link = Link(f"{each} {item.title}", lookup.oit_item_url(year, each))
                row = lookup.row(year, each)
                yield ItemYear(year, link, row.published if there else None, row.marks if there else ())


def _faulted(lookup: Lookup, history: tuple[ItemYear, ...]) -> Iterator[Link]:
    """Yield what the analysis of the last earlier year faulted of the item that this one continues."""
    for before in history:
        analysis = lookup.years[before.year].analysis if before.year in lookup.years else None
        code = before.item.text.split(" ", 1)[0]
        for point in analysis.record.weak_points if analysis else ():
            if point.about == code:
                anchor = addresses.weak_point(before.year, point.id) if point.id else addresses.analysis(before.year)
                yield Link(point.finding or point.topic or point.about, anchor)
