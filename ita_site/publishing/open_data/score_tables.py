"""The tables of years and of scores: published and computed apart, with the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.ground import addresses, thai
from ita_site.judging.scores import TOTAL, Verdict, check_level, rounded
from ita_site.publishing.open_data.columns import (
    BE_YEAR,
    PEOPLE,
    POINTS,
    CellType,
    OpenColumn,
    choice,
    day,
    key,
    number,
    refers,
    table,
    text,
    whole,
    year,
)
from ita_site.publishing.open_data.framework_table import framework_id
from ita_site.publishing.open_data.origins import edited, file_of
from ita_site.publishing.open_data.row_ids import part_id
from ita_site.saying.words import labels, score_columns
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.data.load import RecordFile, Year
    from ita_site.data.model import PublishedScore, Result
    from ita_site.judging.scores import Score
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

_VERDICTS = {each.value: labels.verdict(each) for each in Verdict}

YEARS = table(
    "years",
    score_columns.YEARS,
    OpenColumn("year", CellType.INTEGER, required=True, unit=BE_YEAR, least=2500, most=2700),
    day("starts_on", required=True),
    day("ends_on", required=True),
    text("level"),
    text("level_missing_reason"),
    text("level_computed"),
    text("level_computed_missing_reason"),
    choice("level_verdict", _VERDICTS),
    whole("respondents", PEOPLE),
    text("result_missing_reason"),
    text("analysis_missing_reason"),
    text("measures_missing_reason"),
    text("reports_missing_reason"),
    text("edits"),
    text("page", required=True),
)
SCORES = table(
    "scores",
    score_columns.SCORES,
    key(),
    year(),
    text("reference"),
    choice("kind", words.SCORE_KINDS, required=True),
    refers("framework_id", "frameworks"),
    text("title", required=True),
    number("published", POINTS),
    text("published_missing_reason"),
    number("computed", POINTS),
    text("computed_missing_reason"),
    number("least", POINTS),
    number("most", POINTS),
    choice("verdict", _VERDICTS),
    number("change", POINTS, least=-100),
    text("change_missing_reason"),
    number("weighted", POINTS),
    text("level"),
    whole("respondents", PEOPLE),
    text("note"),
    text("edits"),
    text("page", required=True),
    text("source_file", required=True),
)
RANKS = table(
    "ranks",
    score_columns.RANKS,
    key(),
    year(),
    whole("position", required=True, least=1),
    whole("place", required=True, least=1),
    text("among", required=True),
    text("source_file", required=True),
)
ERRATA = table(
    "errata",
    score_columns.ERRATA,
    key(),
    year(),
    refers("score_id", "scores"),
    text("published", required=True),
    text("correct", required=True),
    day("since", required=True),
    text("why", required=True),
    text("source_file", required=True),
)


def years(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield a fiscal year."""
    number_of_year = of_year.year
    result, reasons = of_year.result.record if of_year.result else None, of_year.reasons
    start, end = thai.fiscal_bounds(number_of_year)
    framework = lookup.framework(number_of_year)
    level = check_level(framework, result.level, lookup.scores.trees[number_of_year]) if result else None
    computed = level.computed if level else None
    unsettled = framework is not None and framework.levels is not None and framework.levels.minimum_rules
    why_not = words.NO_RESULT if result is None else words.UNSETTLED_SCALE if unsettled else words.NO_SCALE
    yield {
        "year": number_of_year,
        "starts_on": start,
        "ends_on": end,
        "level": result.level if result else None,
        "level_missing_reason": _unless(result and result.level, words.NO_LEVEL if result else words.NO_RESULT),
        "level_computed": computed,
        "level_computed_missing_reason": _unless(computed, why_not),
        "level_verdict": level.verdict.value if level and level.verdict else None,
        "respondents": result.respondents if result else None,
        "result_missing_reason": _unless(of_year.result, reasons.result or words.NO_RESULT),
        "analysis_missing_reason": _unless(of_year.analysis, reasons.analysis or words.NO_ANALYSIS),
        "measures_missing_reason": _unless(of_year.measures, reasons.measures or words.NO_MEASURES),
        "reports_missing_reason": _unless(of_year.reports, reasons.reports or words.NO_REPORTS),
        "edits": _edits_of_year(result) if result else None,
        "page": addresses.year(number_of_year),
    }


def _edits_of_year(result: Result) -> str | None:
    told = (edited(result, name) for name in ("level", "respondents"))
    return "\n".join(each for each in told if each) or None


def _unless(there: object, reason: str) -> str | None:
    return None if there else reason


def scores(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every score of a year, the total first."""
    number_of_year = of_year.year
    if of_year.result is None:
        return
    printed = _printed(of_year.result.record)
    for score in lookup.scores.of(number_of_year):
        yield _score(lookup, of_year, of_year.result, score, printed)
    for instrument in of_year.result.record.instruments:
        for place, part in enumerate(instrument.parts, 1):
            yield {
                "id": f"{part_id(number_of_year, instrument.id)}/part/{place}",
                "year": number_of_year,
                "kind": "instrument_part",
                "title": f"{instrument.id}: {part.name}",
                "published": part.score,
                "computed_missing_reason": words.NOT_COMPUTED,
                "verdict": Verdict.UNCHECKED.value,
                "change_missing_reason": words.NOT_COMPARABLE,
                "page": addresses.year(number_of_year),
                "source_file": file_of(lookup, of_year.result),
            }


def _printed(result: Result) -> dict[str, tuple[str, int, PublishedScore]]:
    """Return what a result prints of each score, with the list and the place in it."""
    lists = {name: getattr(result, name) for name in ("instruments", "indicators", "subindicators", "items")}
    return {score.id: (name, place, score) for name, of in lists.items() for place, score in enumerate(of)}


def _score(
    lookup: Lookup,
    of_year: Year,
    result: RecordFile[Result],
    score: Score,
    printed: Mapping[str, tuple[str, int, PublishedScore]],
) -> Mapping[str, Cell]:
    number_of_year, is_total = of_year.year, score.id == TOTAL
    name, place, own = printed.get(score.id, ("", 0, None))
    change = lookup.scores.change(number_of_year, score.id)
    where: tuple[str | int, ...] = (TOTAL,) if is_total else (name, place)
    missing = own.missing if own else None
    return {
        "id": part_id(number_of_year, score.id),
        "year": number_of_year,
        "reference": None if is_total else score.id,
        "kind": TOTAL if is_total else kind_of(score.id),
        "framework_id": framework_id(lookup, number_of_year, score.id),
        "title": labels.TOTAL_SCORE if is_total else lookup.name(number_of_year, score.id),
        "published": score.published,
        "published_missing_reason": missing or words.NOT_PUBLISHED if score.published is None else None,
        "computed": _points(score.computed),
        "computed_missing_reason": words.NOT_COMPUTED if score.computed is None else None,
        "least": _points(score.bounds.low) if score.bounds else None,
        "most": _points(score.bounds.high) if score.bounds else None,
        "verdict": score.verdict.value if score.verdict else None,
        "change": _points(change),
        "change_missing_reason": words.NOT_COMPARABLE if change is None else None,
        "weighted": getattr(own, "weighted", None),
        "level": getattr(own, "level", None),
        "respondents": getattr(own, "respondents", None),
        "note": result.record.total_note if is_total else own.note if own else None,
        "edits": edited(result.record, *where) if is_total or own else None,
        "page": addresses.year(number_of_year) if is_total else lookup.reference_url(number_of_year, score.id),
        "source_file": file_of(lookup, result),
    }


def _points(value: Fraction | None) -> Decimal | None:
    return None if value is None else rounded(value)


def ranks(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every place in an order of agencies that the result of a year prints."""
    number_of_year = of_year.year
    if of_year.result is None:
        return
    record = of_year.result.record
    for position, rank in enumerate([*([record.rank] if record.rank else []), *record.ranks], 1):
        yield {
            "id": f"{number_of_year}/rank/{position}",
            "year": number_of_year,
            "position": position,
            "place": rank.place,
            "among": rank.among,
            "source_file": file_of(lookup, of_year.result),
        }


def errata(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every figure of a year that was published wrongly and put right."""
    number_of_year = of_year.year
    if of_year.result is None:
        return
    for position, erratum in enumerate(of_year.result.record.errata, 1):
        reference = erratum.id or TOTAL
        known = lookup.scores.get(number_of_year, reference) is not None
        yield {
            "id": f"{number_of_year}/erratum/{position}",
            "year": number_of_year,
            "score_id": part_id(number_of_year, reference) if known else None,
            "published": erratum.published,
            "correct": erratum.correct,
            "since": erratum.since,
            "why": erratum.why,
            "source_file": file_of(lookup, of_year.result),
        }
