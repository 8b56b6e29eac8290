"""Published figures against their parts, and levels against their scale."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.data.model import Certainty, kind_of, reference_name
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.judging.scores import TOTAL, Bounds, Verdict, check_level, out_of_reach, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from ita_site.data.load import Dataset, RecordFile
    from ita_site.data.model import Framework, Result
    from ita_site.judging.scores import Score, Scores

_LISTS = {"instrument": "instruments", "indicator": "indicators", "subindicator": "subindicators", "item": "items"}


def check(dataset: Dataset, scores: Scores) -> Iterator[Problem]:
    """Yield the published figures that their parts contradict, and the levels that contradict the scores."""
    for number, year in dataset.years.items():
        if year.result is None or year.result.document.name in dataset.damaged:
            continue
        framework = dataset.frameworks.get(number)
        tree = scores.trees[number]
        for score in tree.walk():
            if score.verdict is Verdict.CONTRADICTED:
                yield _sum(year.result, score)
            elif (reach := out_of_reach(score)) is not None:
                yield _impossible(year.result, score, reach)
        if framework is not None:
            yield from _items(year.result, framework)
            yield from _level(year.result, framework, tree)


def place_of(result: RecordFile[Result], reference: str, key: str = "score") -> tuple[Position, str | None]:
    """Return where a result publishes a score, and the note that explains it, if there is one."""
    if reference == TOTAL:
        return result.at("total"), result.record.total_note
    name = _LISTS[kind_of(reference)]
    for index, score in enumerate(getattr(result.record, name)):
        if score.id == reference:
            return result.at(name, index, key), score.note
    if reference in result.record.zero_items:
        return result.at("zero_items", result.record.zero_items.index(reference)), None
    return result.at(), None


def score_name(reference: str) -> str:
    """Return a reference as a sentence names it: คะแนนรวม, OIT, ตัวชี้วัดที่ 9."""
    return "คะแนนรวม" if reference == TOTAL else reference_name(reference)


def _sum(result: RecordFile[Result], score: Score) -> Problem:
    message = f"{score_name(score.id)} ประกาศ {score.published} แต่ส่วนประกอบให้ {range_from_parts(score)}{_parts(score)}"
    if (weight := _times_weight(score)) is not None:
        message += (
            f" {score.published} น่าจะเป็นคะแนนถ่วงน้ำหนักแล้ว (× {weight}%) ให้พิมพ์ที่ weighted: และพิมพ์คะแนนเต็ม 100 ที่ score:"
        )
    return _doubt(result, score, message)


def _impossible(result: RecordFile[Result], score: Score, reach: Bounds) -> Problem:
    absent = ", ".join(score_name(part.id) for part in score.parts if part.value is None)
    message = (
        f"{score_name(score.id)} ประกาศ {score.published} แต่เป็นไปไม่ได้ ส่วนประกอบที่รู้{_parts(score)}"
        f" ให้ได้เพียง {rounded(reach.low):.2f} ถึง {rounded(reach.high):.2f} ไม่ว่า {absent} จะได้กี่คะแนนจาก 100"
    )
    return _doubt(result, score, message)


def _doubt(result: RecordFile[Result], score: Score, message: str) -> Problem:
    place, note = place_of(result, score.id)
    message += " โปรดเทียบกับเอกสารอีกครั้ง ถ้าเอกสารพิมพ์อย่างนี้จริง ให้อธิบายไว้ที่ "
    message += "total_note:" if score.id == TOTAL else "note: ของคะแนนนี้"
    if not score.sure:
        message += " (วิธีคำนวณของปีนี้ยังไม่ยืนยัน)"
    return Problem(place, "sum", message, Severity.NOTICE if note or not score.sure else Severity.WARNING)


def _parts(score: Score) -> str:
    parts = ", ".join(f"{part.id} = {rounded(part.value):.2f}" for part in score.parts if part.value is not None)
    return f" ({parts})" if parts else ""


def _times_weight(score: Score) -> Decimal | None:
    """Return the weight of an instrument whose printed figure is what its parts give, times that weight."""
    if score.published is None or score.bounds is None or score.weight is None:
        return None
    share = Fraction(score.weight) / 100
    low, high = score.bounds.low * share, score.bounds.high * share
    return score.weight if Bounds(low, high).meet(Bounds.printed(score.published)) else None


def range_from_parts(score: Score) -> str:
    """Say what the parts of a score give: a figure, or the least and the most."""
    if score.computed is None and score.bounds is not None:
        return f"{rounded(score.bounds.low):.2f} ถึง {rounded(score.bounds.high):.2f}"
    return "" if score.computed is None else f"{rounded(score.computed):.2f}"


def _items(result: RecordFile[Result], framework: Framework) -> Iterator[Problem]:
    earned = framework.rules.item_scores
    source = framework.rules.item_scores_provenance
    sure = source is not None and source.certainty is not Certainty.UNCONFIRMED
    for index, item in enumerate(result.record.items):
        if item.id.startswith("O") and earned and item.score is not None and item.score not in earned:
            message = (
                f"ข้อ {item.id} ได้ {item.score} แต่ปี {framework.year} ข้อ OIT ได้คะแนนเฉพาะ {', '.join(map(str, earned))}"
            )
            severity = Severity.NOTICE if item.note or not sure else Severity.WARNING
            yield Problem(result.at("items", index, "score"), "item-score", message, severity)
        if item.id in result.record.zero_items and item.score:
            message = f"ข้อ {item.id} อยู่ในรายการข้อที่ได้ 0 คะแนน (zero_items) แต่ที่นี่ได้ {item.score}"
            yield Problem(result.at("items", index, "score"), "zero-item", message, Severity.WARNING)
        if result.record.zero_items and item.score == 0 and item.id not in result.record.zero_items:
            message = f"ข้อ {item.id} ได้ 0 คะแนน แต่ไม่อยู่ในรายการข้อที่ได้ 0 คะแนน (zero_items)"
            yield Problem(result.at("items", index, "id"), "zero-item", message, Severity.WARNING)


def _level(result: RecordFile[Result], framework: Framework, tree: Score) -> Iterator[Problem]:
    checked = check_level(framework, result.record.level, tree)
    scale = framework.levels.scale if framework.levels else ()
    if checked is None or checked.verdict is not Verdict.CONTRADICTED:
        return
    if checked.published not in {each.name for each in scale}:
        return  # another check reports an unknown level
    levels = " หรือ ".join(checked.levels)
    message = f"คะแนนรวม {tree.published} อยู่ในระดับ {levels} แต่พิมพ์ว่า “{checked.published}”"
    message += " โปรดเทียบกับเอกสารอีกครั้ง ถ้าเอกสารพิมพ์อย่างนี้จริง ให้อธิบายไว้ที่ level_note:"
    severity = Severity.NOTICE if result.record.level_note else Severity.WARNING
    yield Problem(result.at("level"), "level", message, severity)
