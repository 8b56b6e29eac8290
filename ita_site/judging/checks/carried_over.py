"""Last year's files left standing as this year's: a result, an analysis, a plan or a report copied and not changed.

A measure may go on from year to year as it is. What it names of its own year, in its title or its document, may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.checks.contradiction import contradiction
from ita_site.judging.scores import published_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Analysis, Plan, Report, Result

_MAX_SHARED = 0.8
"""The share of last year's texts from which a file is a copy of it."""
_MIN_LETTERS = 15
"""Letters from which a text is a sentence of its own, and not a word that all such files have."""
_FULL = 100


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what the files of a year have unchanged from the year before."""
    for number, year in dataset.years.items():
        before = dataset.years.get(number - 1)
        if before is None:
            continue
        if year.result is not None and before.result is not None:
            yield from _result(number, year.result, before.result)
        if year.analysis is not None and before.analysis is not None:
            yield from _analysis(number, year.analysis, before.analysis)
        if year.plan is not None and before.plan is not None:
            yield from _plan(number, year.plan, before.plan)
        last = [_sentences(_told(each.record)) for each in before.reports.values()]
        for report in year.reports.values():
            yield from _report(number, report, last)
        yield from _named_years(number, year, before)


def _result(year: int, result: RecordFile[Result], before: RecordFile[Result]) -> Iterator[Problem]:
    """Yield a result that has every figure of last year's, unless all are full marks."""
    figures, last = published_scores(result.record), published_scores(before.record)
    values = {result.record.total, *figures.values()}
    if not figures or values == {_FULL} or (figures, result.record.total) != (last, before.record.total):
        return
    message = (
        f"คะแนนรวมและคะแนนทั้ง {len(figures)} รายการเท่ากับของปี {year - 1} ทุกตัว โปรดตรวจว่าไม่ได้คัดลอกผลของปีก่อนมาโดยไม่ได้แก้"
    )
    yield contradiction(result, result.at("total"), "copied-year", message, f"ปี {year - 1}")


def _analysis(year: int, analysis: RecordFile[Analysis], before: RecordFile[Analysis]) -> Iterator[Problem]:
    """Yield an analysis whose findings are those of last year, word for word."""
    own, theirs = _sentences(_findings(analysis.record)), _sentences(_findings(before.record))
    if (shared := _shared(own, theirs, least=1)) is not None:
        yield _copy(year, analysis, f"บทวิเคราะห์นี้เหมือนกับของปี {year - 1} {shared}")


def _findings(record: Analysis) -> list[str]:
    points = (*record.strengths, *record.weak_points, *record.findings)
    found = (*(each.finding for each in record.instruments), *(each.finding for each in points))
    return [text for text in (record.summary, *found) if text]


def _plan(year: int, plan: RecordFile[Plan], before: RecordFile[Plan]) -> Iterator[Problem]:
    """Yield a plan whose own texts are all last year's; measures may go on, so that is no more than worth a look."""
    if (shared := _shared(_sentences(_texts(plan)), _sentences(_texts(before)), least=2)) is not None:
        problem = _copy(year, plan, f"แผนนี้เหมือนกับของปี {year - 1} {shared}")
        yield Problem(problem.position, problem.code, problem.message, Severity.NOTICE)


def _texts(plan: RecordFile[Plan]) -> list[str]:
    return [typed for path, typed in plan.document.texts() if path and path[0] == "groups"]


def _report(year: int, report: RecordFile[Report], before: Iterable[frozenset[str]]) -> Iterator[Problem]:
    """Yield a report that tells what one of last year told."""
    own = _sentences(_told(report.record))
    for last in before:
        if (shared := _shared(own, last, least=2)) is not None:
            yield _copy(year, report, f"ผลที่รายงานเหมือนกับของปี {year - 1} {shared}")
            return


def _told(record: Report) -> list[str]:
    lines = [line.text for each in record.measures for line in (*each.output, *each.actions)]
    return [text for text in (record.summary, *(each.outcome for each in record.measures), *lines) if text]


def _shared(own: frozenset[str], theirs: frozenset[str], *, least: int) -> str | None:
    """Say how much of the sentences of a file stands in last year's; None where that is less than most of it."""
    shared = len(own & theirs)
    if shared < least or shared < _MAX_SHARED * len(own):
        return None
    return "ทุกคำ" if shared == len(own) else f"{shared} ข้อความจาก {len(own)}"


def _copy(year: int, loaded: RecordFile[Any], what: str) -> Problem:
    message = f"{what} โปรดตรวจว่าไม่ได้คัดลอกของปีก่อนมาโดยไม่ได้แก้"
    return contradiction(loaded, loaded.at(), "copied-year", message, f"ปี {year - 1}")


def _sentences(texts: Sequence[str]) -> frozenset[str]:
    bare = ("".join(thai.arabic(text).split()) for text in texts)
    return frozenset(text for text in bare if len(text) >= _MIN_LETTERS)


def _named_years(number: int, year: Year, before: Year) -> Iterator[Problem]:
    """Yield the titles and documents that are those of last year's file, and name its year or an earlier one."""
    pairs: list[tuple[RecordFile[Any] | None, RecordFile[Any] | None]] = [
        (year.analysis, before.analysis),
        (year.plan, before.plan),
        *((measure, before.measures.get(name)) for name, measure in year.measures.items()),
        *((report, before.reports.get(name)) for name, report in year.reports.items()),
    ]
    for loaded, last in pairs:
        for key in ("title", "document") if loaded is not None and last is not None else ():
            typed = getattr(loaded.record, key, None) if loaded else None
            years = thai.years_named(typed or "")
            if loaded and last and years and max(years) < number and typed == getattr(last.record, key, None):
                what = "ชื่อ" if key == "title" else "เอกสารที่มา"
                message = f"{what}เหมือนกับของปี {number - 1} และเป็นของปี {max(years)} โปรดตรวจว่าไม่ใช่ของรอบก่อนที่ติดมา"
                yield contradiction(loaded, loaded.at(key), "stale-document", message, str(max(years)))
