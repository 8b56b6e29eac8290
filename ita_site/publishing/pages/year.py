"""Pages of one fiscal year: the year itself and its indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages import measures, oit, plan, reports
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.indicator import indicator
from ita_site.saying.view.sources import files_of
from ita_site.saying.view.year import year_view
from ita_site.saying.words import indicator as indicator_words
from ita_site.saying.words import year as year_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.ground.website import Website
    from ita_site.saying.view.lookup import Lookup


def specs(lookup: Lookup, year: Year, website: Website) -> Iterator[PageSpec]:
    """Yield the specs of the pages of one year."""
    yield _year(lookup, year)
    for reference in lookup.indicator_ids(year.year):
        if lookup.indicator_url(year.year, reference) is None:
            continue
        yield _indicator(lookup, year, reference)
    yield from plan.specs(lookup, year)
    yield from measures.specs(lookup, year)
    yield from reports.specs(lookup, year)
    framework = lookup.framework(year.year)
    if framework is not None:
        yield from oit.specs(lookup, year, framework, website)


def _year(lookup: Lookup, year: Year) -> PageSpec:
    number, result = year.year, year.result.record if year.result else None
    return PageSpec(
        subject=Subject(Kind.YEAR, number),
        template="year",
        title=year_words.title(number, has_result=result is not None, has_measures=bool(year.measures)),
        description=year_words.description(lookup.agency.name, year),
        sources=files_of(year),
        view=year_view(lookup, year),
        year=number,
        nav=(words.section(Kind.YEAR), str(number)),
    )


def _indicator(lookup: Lookup, year: Year, reference: str) -> PageSpec:
    number = year.year
    name, published = lookup.name(number, reference), lookup.row(number, reference).published
    return PageSpec(
        subject=Subject(Kind.INDICATOR, number, reference),
        template="indicator",
        title=indicator_words.title(number, reference, name),
        description=indicator_words.description(number, reference, name, published),
        sources=files_of(year),
        view=indicator(lookup, year, reference),
        year=number,
    )
