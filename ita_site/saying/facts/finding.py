"""The data of one municipality into its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.facts.records import (
    IndicatorFact,
    MeasureFact,
    MunicipalityFacts,
    NamedSuccessor,
    TriedFact,
    YearFacts,
)
from ita_site.saying.view.disclosure import disclosure_progress

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.load import Year
    from ita_site.data.model import Measure
    from ita_site.saying.view.lookup import Lookup


def facts_of(lookup: Lookup, identity: str, address: str) -> MunicipalityFacts:
    """Return the facts of a municipality.

    Args:
        lookup: its data.
        identity: what it is called among the others.
        address: that of its own site; empty where it is not known.

    """
    agency = lookup.agency
    return MunicipalityFacts(
        id=identity,
        name=agency.name,
        kind=agency.kind,
        district=agency.district,
        province=agency.province,
        former_names=agency.former_names,
        licence=agency.licence,
        address=address,
        years=tuple(_year(lookup, each) for each in lookup.years.values()),
        code=agency.code,
        size=agency.size,
        successor=NamedSuccessor(agency.successor.name, agency.successor.code) if agency.successor else None,
    )


def _year(lookup: Lookup, year: Year) -> YearFacts:
    number = year.year
    result = year.result.record if year.result else None
    answered = disclosure_progress(lookup, year)
    ids = lookup.indicator_ids(number) if result else ()
    links = year.links.record.links if year.links else None
    return YearFacts(
        year=number,
        total=result.total if result else None,
        level=result.level if result else None,
        has_result=result is not None,
        has_analysis=year.analysis is not None,
        has_plan=bool(year.plan or year.measures),
        reports=tuple(year.reports),
        items_asked=answered.asked if answered else None,
        items_complete=answered.complete if answered else None,
        attachments=len(year.files),
        dead_links=None if links is None else sum(each.state.is_out_of_reach for each in links),
        indicators=tuple(
            IndicatorFact(each, lookup.name(number, each), _published(lookup, number, each)) for each in ids
        ),
        measures=tuple(_measure(lookup, number, name, each.record) for name, each in year.measures.items()),
    )


def _measure(lookup: Lookup, year: int, name: str, measure: Measure) -> MeasureFact:
    answers = lookup.answers.references(year - 1, measure.answers)
    indicators = dict.fromkeys(lookup.indicator_of(year - 1, each) for each in answers)
    return MeasureFact(
        id=name,
        title=measure.title,
        status=lookup.status(year, name).value,
        answers=answers,
        tried=tuple(_tried(lookup, year, each) for each in indicators if each is not None),
    )


def _tried(lookup: Lookup, year: int, indicator: str) -> TriedFact:
    """Return an indicator of the year before that a measure of a year answers, with the score it had next."""
    comparable = lookup.scores.change(year, indicator) is not None
    return TriedFact(
        indicator,
        lookup.name(year - 1, indicator),
        _published(lookup, year - 1, indicator),
        _published(lookup, year, indicator) if comparable else None,
    )


def _published(lookup: Lookup, year: int, indicator: str) -> Decimal | None:
    score = lookup.scores.get(year, indicator)
    return score.published if score else None
