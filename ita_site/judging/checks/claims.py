"""What an analysis, a plan or a report says of scores, against the scores themselves."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ita_site.data.load import did_you_mean
from ita_site.data.model import TargetVerdict
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.chain import Answers
from ita_site.judging.checks.contradiction import contradiction
from ita_site.judging.checks.sums import place_of, range_from_parts, score_name
from ita_site.judging.scores import TOTAL, Bounds, Verdict, compute, level_of, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Analysis, Changes, Framework, Result
    from ita_site.ground.problems import Position
    from ita_site.judging.scores import Score, Scores

_ROUNDING = Fraction(3, 200)
"""A change of two scores printed with two decimals, printed with two itself, may be off by this."""


def check(dataset: Dataset, scores: Scores) -> Iterator[Problem]:
    """Yield every claim about scores that the scores contradict."""
    links = Answers(dataset)
    for year in dataset.years.values():
        if scores_lost(dataset, year.year, year.year - 1):
            continue
        if year.result is not None:
            yield from _ranking(year.result)
        if year.analysis is not None:
            yield from _analysis(dataset, scores, year, year.analysis)
        for report in year.reports.values():
            if report.record.changes is not None:
                yield from _changes(scores, year.year, report, report.record.changes)
        for measure in year.measures.values():
            points, answers = measure.record.score, links.references(year.year - 1, measure.record.answers)
            if points is not None and answers:
                claims = [_Claim(measure, about, points, measure.at("score"), "แผน") for about in answers]
                faults = [list(_score(dataset, scores, year.year - 1, claim)) for claim in claims]
                yield from faults[0] if all(faults) else ()  # it is the score of one of those it answers


def scores_lost(dataset: Dataset, *years: int) -> bool:
    """Tell whether the result of one of the years has lost something in reading, so that claims cannot be judged."""
    return any(
        dataset.is_damaged(f"{year}/result.yml") or dataset.is_damaged(f"frameworks/{year}.yml") for year in years
    )


def _ranking(result: RecordFile[Result]) -> Iterator[Problem]:
    points = {each.id: each.score for each in result.record.indicators}
    before: tuple[str, Decimal] | None = None
    for index, reference in enumerate(result.record.ranking):
        score = points.get(reference)
        if score is None:
            continue
        if before is not None and score > before[1]:
            message = (
                f"ตัวชี้วัดที่ {reference} ({score}) ได้มากกว่าตัวชี้วัดที่ {before[0]} ({before[1]}) ที่อยู่ก่อนหน้า โปรดเรียงจากมากไปน้อย"
            )
            yield contradiction(result, result.at("ranking", index), "ranking", message, score_name(reference))
        before = reference, score


def _analysis(dataset: Dataset, scores: Scores, year: Year, analysis: RecordFile[Analysis]) -> Iterator[Problem]:
    record, number = analysis.record, year.year
    for key in ("instruments", "strengths", "weak_points", "findings"):
        for index, point in enumerate(getattr(record, key)):
            if point.score is not None:
                place = analysis.at(key, index, "score")
                claim = _Claim(analysis, point.about, point.score, place, "บทวิเคราะห์")
                yield from _score(dataset, scores, number, claim)
    if record.changes is not None:
        yield from _changes(scores, number, analysis, record.changes)
    if record.threshold is not None:
        yield from _sides(scores, number, analysis, record.threshold)
    yield from _targets(scores, number, analysis)
    yield from _levels(dataset.frameworks.get(number), scores, number, analysis)
    lowest = _indicators(scores, number)
    if record.lowest in lowest and lowest[record.lowest] > min(lowest.values()):
        lower = min(lowest, key=lambda each: lowest[each])
        printed = f"ตัวชี้วัดที่ {record.lowest} ซึ่งได้ {rounded(lowest[record.lowest])}"
        message = f"ตัวชี้วัดที่ {lower} ได้ {rounded(lowest[lower])} ต่ำกว่า{printed}"
        yield contradiction(analysis, analysis.at("lowest"), "not-lowest", message, score_name(record.lowest))


@dataclass(frozen=True, slots=True)
class _Claim:
    """A score as another document than the result prints it."""

    loaded: RecordFile[Any]
    about: str
    points: Decimal
    place: Position
    who: str


def _score(dataset: Dataset, scores: Scores, year: int, claim: _Claim) -> Iterator[Problem]:
    """Yield a problem where two documents print one score differently: at the one that the sums speak against."""
    score = scores.get(year, claim.about)
    published = score.published if score else None
    result = dataset.years[year].result if year in dataset.years else None
    if result is None or score is None or published == claim.points:
        return
    if published is None:
        if score.bounds is not None and not score.bounds.meet(Bounds.printed(claim.points)):
            message = f"{claim.who}พิมพ์ {score_name(claim.about)} ปี {year} เป็น {claim.points}"
            message += f" แต่ส่วนประกอบให้ {range_from_parts(score)}"
            yield contradiction(claim.loaded, claim.place, "claimed-score", message, str(claim.points))
        return
    what = f"{score_name(claim.about)} ปี {year}"
    if _fits_better(dataset.frameworks.get(year), result.record, claim.about, claim.points):
        message = f"{what} พิมพ์ {published} ไม่ตรงกับ{claim.who}ที่พิมพ์ {claim.points}"
        message += f" และ {claim.points} ทำให้ผลรวมตรงกับที่ประกาศ"
        yield Problem(place_of(result, claim.about)[0], "claimed-score", message, Severity.WARNING)
    else:
        message = f"{claim.who}พิมพ์ {what} เป็น {claim.points} แต่ผลที่ประกาศคือ {published} ให้แก้ให้ตรงกัน"
        yield contradiction(claim.loaded, claim.place, "claimed-score", message, str(claim.points))


def _fits_better(framework: Framework | None, result: Result, about: str, claimed: Decimal) -> bool:
    """Tell whether fewer sums are contradicted with the claimed score in place of the published one."""

    def contradictions(each: Result) -> int:
        return sum(score.verdict is Verdict.CONTRADICTED for score in compute(framework, each).walk())

    lists = {
        name: tuple(
            each.model_copy(update={"score": claimed}) if each.id == about else each for each in getattr(result, name)
        )
        for name in ("instruments", "indicators", "subindicators", "items")
    }
    return contradictions(result.model_copy(update=lists)) < contradictions(result)


def _changes(scores: Scores, year: int, loaded: RecordFile[Any], changes: Changes) -> Iterator[Problem]:
    claims = [(TOTAL, changes.total, loaded.at("changes", "total"))]
    claims += [
        (each.id, each.change, loaded.at("changes", "indicators", index, "change"))
        for index, each in enumerate(changes.indicators)
    ]
    for reference, claimed, place in claims:
        change = scores.change(year, reference)
        if claimed is None or change is None or abs(Fraction(claimed) - change) <= _ROUNDING:
            continue
        before, now = scores.before(year, reference), scores.get(year, reference)
        figures = " และ ".join(
            f"{rounded(each.value)} (ปี {when})"
            for each, when in ((before, year - 1), (now, year))
            if each is not None and each.value is not None
        )
        message = f"{score_name(reference)} พิมพ์ว่าเปลี่ยนไป {claimed} แต่คะแนนคือ {figures} ต่างกัน {rounded(change)}"
        yield contradiction(loaded, place, "claimed-change", message, str(claimed))


def _indicators(scores: Scores, year: int) -> dict[str, Fraction]:
    indicators = {str(each): scores.get(year, str(each)) for each in range(1, 11)}
    return {name: score.value for name, score in indicators.items() if score is not None and score.value is not None}


def _sides(scores: Scores, year: int, analysis: RecordFile[Analysis], threshold: Decimal) -> Iterator[Problem]:
    """Yield what stands on the wrong side of the line between strengths and weak points, or on neither."""
    record, points = analysis.record, _indicators(scores, year)
    listed: set[str] = set()
    for key, wrong, sign in (("strengths", "จุดแข็ง", "ต่ำกว่า"), ("weak_points", "จุดที่ต้องพัฒนา", "ไม่ต่ำกว่า")):
        for index, point in enumerate(getattr(record, key)):
            listed.add(point.about)
            score = points.get(point.about)
            if score is not None and (score < threshold) is (key == "strengths"):
                message = f"ตัวชี้วัดที่ {point.about} ได้ {rounded(score)} {sign}เส้น {threshold} แต่อยู่ในรายการ{wrong}"
                yield contradiction(
                    analysis, analysis.at(key, index, "about"), "wrong-side", message, score_name(point.about)
                )
    for key, words in (("strengths", "จุดแข็ง"), ("weak_points", "จุดที่ต้องพัฒนา")):
        left_out = {
            name: score
            for name, score in points.items()
            if name not in listed and (score >= threshold) is (key == "strengths")
        }
        if len(left_out) > 1 and not getattr(record, key):
            yield _without_list(analysis, key, words, left_out)
            continue
        for name, score in left_out.items():
            message = f"ตัวชี้วัดที่ {name} ได้ {rounded(score)} จึงควรอยู่ในรายการ{words} (เส้นแบ่ง {threshold}) แต่ไม่มี"
            yield contradiction(analysis, analysis.at(key, key=True), "not-listed", message, score_name(name))


def _without_list(analysis: RecordFile[Analysis], key: str, words: str, left_out: Mapping[str, Fraction]) -> Problem:
    """Return one problem for a line that parts indicators, none of which is listed on one side of it."""
    named = ", ".join(f"{name} ({rounded(score)})" for name, score in left_out.items())
    message = (
        f"มีเส้นแบ่ง {analysis.record.threshold} แต่ไม่มีรายการ{words} ({key}:) ซึ่งควรมีตัวชี้วัดที่ {named}"
        " ให้เติมรายการ หรือลบ threshold: ถ้าเอกสารไม่ได้แบ่งไว้"
    )
    return contradiction(analysis, analysis.at("threshold"), "not-listed", message, words)


def _targets(scores: Scores, year: int, analysis: RecordFile[Analysis]) -> Iterator[Problem]:
    target = analysis.record.target
    for index, finding in enumerate(analysis.record.instruments):
        possible = _possible(scores.get(year, finding.about))
        if target is None or finding.target is None or possible is None:
            continue
        met = finding.target is TargetVerdict.MET
        if (possible.high < target) if met else (possible.low >= target):
            message = f"พิมพ์ว่า {finding.about} {finding.target.value} แต่ได้ {rounded(possible.low)} เป้าหมายคือ {target}"
            place = analysis.at("instruments", index, "target")
            yield contradiction(analysis, place, "claimed-target", message, finding.about)


def _possible(score: Score | None) -> Bounds | None:
    if score is None:
        return None
    return Bounds.exactly(score.published) if score.published is not None else score.bounds


def _levels(
    framework: Framework | None, scores: Scores, year: int, analysis: RecordFile[Analysis]
) -> Iterator[Problem]:
    """Yield the levels an analysis gives to instruments that are not on the scale, or not by the score."""
    levels = framework.levels if framework else None
    if levels is None:
        return
    names = [each.name for each in levels.scale]
    for index, finding in enumerate(analysis.record.instruments):
        score = scores.get(year, finding.about)
        points = rounded(score.value) if score is not None and score.value is not None else None
        by_score = level_of(levels, points) if points is not None and not levels.minimum_rules else None
        place = analysis.at("instruments", index, "level")
        if finding.level is not None and finding.level not in names:
            message = f"ไม่มีระดับ “{excerpt(finding.level)}” ในเกณฑ์ของปีนี้{did_you_mean(finding.level, names)}"
            message += f" ระดับที่มีคือ {', '.join(names)}"
            if by_score is not None:
                message += f" {finding.about} ได้ {points} ตรงกับระดับ {by_score}"
            yield contradiction(analysis, place, "unknown-level", message, finding.level)
        elif finding.level is not None and by_score is not None and finding.level != by_score:
            message = f"{finding.about} ได้ {points} อยู่ในระดับ {by_score} แต่พิมพ์ว่า “{finding.level}”"
            yield contradiction(analysis, place, "level", message, finding.level)
