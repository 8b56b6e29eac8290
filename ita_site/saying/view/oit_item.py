"""One item of a year's OIT list: what it must show, where that is shown, and what became of it in other years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses, thai
from ita_site.ground.addresses import Kind
from ita_site.saying.view.attachments import attachment_view
from ita_site.saying.view.disclosure import elements_provenance, group
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.oit_history import earlier_years
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from decimal import Decimal

    from ita_site.data.load import Year
    from ita_site.data.model import Evidence, Framework, Provenance
    from ita_site.ground.addresses import Subject
    from ita_site.judging.oit_answers import ElementAnswer, ItemAnswer, ItemStatus, Place
    from ita_site.saying.view.attachments import AttachmentView
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.oit_history import ItemYear


@dataclass(frozen=True, slots=True)
class ShownBy:
    """Evidence that shows an element, by its number in the list of evidence."""

    number: int
    attachment: AttachmentView


@dataclass(frozen=True, slots=True)
class ElementRow:
    """A required element: where it is shown, and what the site's own data lack of it, or lack of some measures."""

    text: str
    is_shown: bool
    links: tuple[Link, ...]
    evidence: tuple[ShownBy, ...]
    missing: str
    lacking: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A link or a file in the order of the form, with the way to it from the office's main page."""

    attachment: AttachmentView
    way: str
    elements: tuple[int, ...]
    other_year: str
    seen: str
    is_lost: bool


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
    losses: tuple[ItemYear, ...]
    history: tuple[ItemYear, ...]
    previous: Link | None
    following: Link | None


def oit_item(
    lookup: Lookup, year: Year, framework: Framework, answer: ItemAnswer, siblings: tuple[Link | None, Link | None]
) -> OitItemView:
    """Return what is said of an item; `siblings` lead to the item before it in the form, and to the next."""
    entry, code = answer.entry, answer.item.id
    history = tuple(earlier_years(lookup, year.year, code))
    evidence = tuple(
        _evidence(year, each, answer.years, is_lost=place in answer.lost)
        for place, each in enumerate(entry.evidence if entry else ())
    )
    of_year = (answer.own.of_year if answer.own else None) or year.year
    return OitItemView(
        code=code,
        group=group(lookup, framework, code),
        status=answer.status,
        meaning=words.meaning(answer.status),
        why=entry.why if entry else None,
        shown_at=_links(lookup, answer.shown_at),
        falls_short=words.FALLS_SHORT.format(year=of_year) if answer.falls_short else "",
        elements=tuple(_element(lookup, of_year, each, evidence) for each in answer.elements),
        elements_provenance=elements_provenance(answer),
        elements_known=_known(year, answer),
        evidence=evidence,
        owner=entry.owner if entry else None,
        published_on=thai.write_date(entry.published) if entry and entry.published else "",
        changed_on=thai.write_date(entry.changed) if entry and entry.changed else "",
        note=entry.note if entry else None,
        published=lookup.row(year.year, code).published,
        published_marks=lookup.row(year.year, code).marks,
        losses=tuple(each for each in history if each.year == year.year - 1 and (each.lost or each.faulted)),
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


def _element(lookup: Lookup, of_year: int, answer: ElementAnswer, evidence: Sequence[EvidenceRow]) -> ElementRow:
    measures = lookup.years[of_year].measures if of_year in lookup.years else {}
    return ElementRow(
        text=answer.element.text,
        is_shown=answer.is_shown,
        links=tuple(Link(_part(lookup, each), each.address) for each in answer.shown_at),
        evidence=tuple(ShownBy(place + 1, evidence[place].attachment) for place in answer.evidence),
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


def _part(lookup: Lookup, place: Place) -> str:
    """Name a part of a page as shortly as it is clear: a report by its year where the year has one alone."""
    subject, year = place.subject, place.subject.year or 0
    alone = subject.kind is Kind.REPORT and len(lookup.years[year].reports) == 1
    return words.part(place.anchor, words.report(year) if alone else _page(lookup, subject))


def _evidence(year: Year, evidence: Evidence, asked: Collection[int], *, is_lost: bool) -> EvidenceRow:
    seen = year.links.record.of(evidence.url) if year.links else None
    about = evidence.about_year
    return EvidenceRow(
        attachment=attachment_view(evidence, year.files),
        way=words.way(evidence.way) if evidence.way else "",
        elements=evidence.elements,
        other_year=words.other_year(about, asked) if about is not None and about not in asked else "",
        seen=words.seen(seen) if seen else "",
        is_lost=is_lost,
    )
