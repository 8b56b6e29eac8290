"""The pages of a year's measures: the list of them, and one of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageDraft, PageSpec
from ita_site.saying import words
from ita_site.saying.view.measure import measure
from ita_site.saying.view.measures import measures
from ita_site.saying.view.sources import files_of, sources_of
from ita_site.saying.words import measure as of_measure
from ita_site.saying.words.measures import description, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.saying.view.lookup import Lookup


def drafts(lookup: Lookup, year: Year) -> Iterator[PageDraft]:
    """Yield the list of a year's measures, then the page of each."""
    yield PageDraft(Subject(Kind.MEASURES, year.year), partial(_list, lookup, year))
    for measure_id in year.measures:
        yield PageDraft(Subject(Kind.MEASURE, year.year, measure_id), partial(_measure, lookup, year, measure_id))


def _list(lookup: Lookup, year: Year) -> PageSpec:
    number = year.year
    years_with_measures = [each.year for each in lookup.years.values() if each.measures] or list(lookup.years)
    return PageSpec(
        subject=Subject(Kind.MEASURES, number),
        template="measures",
        title=title(number),
        description=description(len(year.measures), number, lookup.agency.name),
        sources=sources_of(*year.measures.values()) or files_of(year),
        view=measures(lookup, year),
        year=number,
        nav=(words.section(Kind.MEASURES),) if number == years_with_measures[-1] else (),
    )


def _measure(lookup: Lookup, year: Year, measure_id: str) -> PageSpec:
    number, loaded = year.year, year.measures[measure_id]
    view = measure(lookup, year, measure_id)
    reports = [year.reports[each.report_id] for each in lookup.progress_reports(number, measure_id)]
    before = lookup.years.get(number - 1)
    return PageSpec(
        subject=Subject(Kind.MEASURE, number, measure_id),
        template="measure",
        title=loaded.record.title,
        description=of_measure.description(loaded.record.title, number, lookup.agency.name),
        sources=sources_of(loaded, *reports, before.analysis if before and view.reasons.weak_points else None),
        view=view,
        year=number,
    )
