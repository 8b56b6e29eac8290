"""The pages of a year's measures: the list of them, and one of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
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


def specs(lookup: Lookup, year: Year) -> Iterator[PageSpec]:
    """Yield the list of a year's measures, then the page of each."""
    number, agency = year.year, lookup.agency.name
    years_with_measures = [each.year for each in lookup.years.values() if each.measures] or list(lookup.years)
    yield PageSpec(
        subject=Subject(Kind.MEASURES, number),
        template="measures",
        title=title(number),
        description=description(len(year.measures), number, agency),
        sources=sources_of(*year.measures.values()) or files_of(year),
        view=measures(lookup, year),
        year=number,
        nav=(words.section(Kind.MEASURES),) if number == years_with_measures[-1] else (),
    )
    for measure_id, loaded in year.measures.items():
        view = measure(lookup, year, measure_id)
        reports = [year.reports[each.report_id] for each in lookup.progress_reports(number, measure_id)]
        before = lookup.years.get(number - 1)
        yield PageSpec(
            subject=Subject(Kind.MEASURE, number, measure_id),
            template="measure",
            title=loaded.record.title,
            description=of_measure.description(loaded.record.title, number, agency),
            sources=sources_of(loaded, *reports, before.analysis if before and view.reasons.weak_points else None),
            view=view,
            year=number,
        )
