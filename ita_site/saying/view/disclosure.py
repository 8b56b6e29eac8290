"""What a year's OIT list asks to be disclosed, and how far each item of it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.judging.oit_answers import ItemStatus
from ita_site.saying.view.counts import item_counts
from ita_site.saying.view.document import sent_with
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.marks import Marks
from ita_site.saying.view.oit_history import earlier_years
from ita_site.saying.view.owed import still_owed
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.load import Year
    from ita_site.data.model import Framework, Provenance
    from ita_site.judging.oit_answers import ItemAnswer
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.document import SentWith
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark
    from ita_site.saying.view.oit_history import ItemYear
    from ita_site.saying.view.owed import OwedView


@dataclass(frozen=True, slots=True)
class OitItemRow:
    """An item of the OIT list in one line; `last` is what it was the year before."""

    code: str
    title: Link
    status: ItemStatus
    owner: str | None
    published: Decimal | None
    marks: tuple[EditMark, ...]
    last: tuple[ItemYear, ...]


@dataclass(frozen=True, slots=True)
class OitGroup:
    """The items of a sub-indicator, or of as much as is known of one."""

    title: str
    rows: tuple[OitItemRow, ...]


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """The OIT list of a year; `unnamed` is how many of its items nobody has found a name of."""

    framework: Framework
    rows: tuple[OitItemRow, ...]
    groups: tuple[OitGroup, ...]
    counts: tuple[Count[ItemStatus], ...]
    complete: int
    asked: int
    owned: bool
    scored: bool
    scored_before: bool
    unnamed: int
    sent: SentWith | None
    notes: tuple[str, ...]
    owed: OwedView | None
    """What is still to be filed; None where nothing can be, or nothing is left."""
    form: str | None
    """Where editors find what the form takes; None where the office keeps no list."""


def disclosure(lookup: Lookup, year: Year, framework: Framework) -> DisclosureView:
    """Return the OIT list of a year with how far each item is answered."""
    answers = lookup.oit_answers(year.year)
    rows = tuple(_row(lookup, year, each) for each in answers)
    progress = _progress(lookup, framework)
    return DisclosureView(
        framework=framework,
        rows=rows,
        groups=tuple(
            OitGroup(title, tuple(of)) for title, of in groupby(rows, lambda row: group(lookup, framework, row.code))
        ),
        counts=item_counts(each.status for each in answers),
        complete=progress.complete,
        asked=progress.asked,
        owned=any(row.owner for row in rows),
        scored=any(row.published is not None for row in rows),
        scored_before=any(each.published is not None or each.faulted for row in rows for each in row.last),
        unnamed=max(0, (framework.item_count or 0) - len(rows)),
        sent=sent_with(year.disclosure.record, year.files, Marks()) if year.disclosure else None,
        notes=year.disclosure.record.notes if year.disclosure else (),
        owed=still_owed(lookup, year),
        form=addresses.oit_form(year.year) if year.disclosure else None,
    )


def _row(lookup: Lookup, year: Year, answer: ItemAnswer) -> OitItemRow:
    code = answer.item.id
    score = lookup.row(year.year, code)
    return OitItemRow(
        code=code,
        title=Link(answer.item.title, lookup.oit_item_url(year.year, code)),
        status=answer.status,
        owner=answer.entry.owner if answer.entry else None,
        published=score.published,
        marks=score.marks,
        last=tuple(takewhile(lambda each: each.year == year.year - 1, earlier_years(lookup, year.year, code))),
    )


@dataclass(frozen=True, slots=True)
class DisclosureProgress:
    """How many items of a year's OIT list are complete, of those that are asked."""

    year: int
    complete: int
    asked: int

    @property
    def text(self) -> str:
        """The progress in words."""
        return words.progress(self.complete, self.asked)


def disclosure_progress(lookup: Lookup, year: Year) -> DisclosureProgress | None:
    """Return how far a year's list is answered, None where the office has answered nothing yet."""
    framework = lookup.framework(year.year)
    if framework is None or year.disclosure is None or not year.disclosure.record.items:
        return None
    return _progress(lookup, framework)


def _progress(lookup: Lookup, framework: Framework) -> DisclosureProgress:
    statuses = [each.status for each in lookup.oit_answers(framework.year)]
    asked = max(framework.item_count or 0, len(statuses)) - statuses.count(ItemStatus.NOT_REQUIRED)
    return DisclosureProgress(framework.year, statuses.count(ItemStatus.COMPLETE), asked)


def group(lookup: Lookup, framework: Framework, code: str) -> str:
    """Return the sub-indicator that holds an item, or as much of that as is known."""
    above = [each for each in framework.lineage(code)[1:] if each != "OIT"]
    return lookup.label(framework.year, above[0]) if above else words.UNKNOWN_GROUP


def elements_provenance(answer: ItemAnswer) -> Provenance | None:
    """Return how sure the elements of an item are, None where the office typed them."""
    if answer.own and answer.own.elements:
        return answer.own.provenance
    return answer.item.elements_provenance if answer.item.elements else None
