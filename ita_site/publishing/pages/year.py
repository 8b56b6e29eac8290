"""Pages of one fiscal year: the year itself, its indicators, and what other modules say of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages import analysis, completeness, computation, measures, oit, plan, proof, reports
from ita_site.publishing.pages.page import PageDraft, PageSpec
from ita_site.saying import words
from ita_site.saying.view.indicator import indicator
from ita_site.saying.view.sources import files_of
from ita_site.saying.view.year import year_view
from ita_site.saying.words import indicator as indicator_words
from ita_site.saying.words import year as year_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.data.load import Year
    from ita_site.ground.website import Website
    from ita_site.saying.view.lookup import Lookup


def drafts(lookup: Lookup, year: Year, website: Website) -> Iterator[PageDraft]:
    """Yield the pages of one year."""
    number = year.year

    def draft(kind: Kind, spec: Callable[[Lookup, Year], PageSpec | None]) -> PageDraft:
        return PageDraft(Subject(kind, number), partial(spec, lookup, year))

    yield draft(Kind.YEAR, _year)
    for reference in lookup.indicator_ids(number):
        if lookup.indicator_url(number, reference) is not None:
            yield PageDraft(Subject(Kind.INDICATOR, number, reference), partial(_indicator, lookup, year, reference))
    yield draft(Kind.PLAN, plan.spec)
    yield from measures.drafts(lookup, year)
    yield from reports.drafts(lookup, year)
    framework = lookup.framework(number)
    if framework is not None:
        yield from oit.drafts(lookup, year, framework, website)
    yield draft(Kind.ANALYSIS, analysis.spec)
    yield draft(Kind.SCORES, computation.spec)
    yield draft(Kind.PROOF, proof.spec)
    yield draft(Kind.STATUS, completeness.spec)


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
