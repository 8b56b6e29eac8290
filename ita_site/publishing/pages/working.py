"""How a year's scores are computed: every step from the items to the total, with what is proven of each figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Method, kind_of
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import TOTAL, check_level, rounded
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying import words
from ita_site.saying.view.counts import verdict_counts
from ita_site.saying.view.parts import YEAR, sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.load import Year
    from ita_site.data.model import Provenance
    from ita_site.judging.scores import Score
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a score as its working shows it."""

    name: str
    shown: str
    origin: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One score with its working: the sum, what it gives, and what the published figure is worth."""

    score: Score
    title: str
    anchor: str
    terms: tuple[Term, ...]
    formula: str
    result: str
    bounds: str
    why_not: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Scores that are computed by one rule, together; `about` names what they make up, empty at the top."""

    about: str
    anchor: str
    method: str
    provenance: Provenance | None
    steps: tuple[Step, ...]


def spec(lookup: Lookup, year: Year) -> PageSpec | None:
    """Return the page of a year that has a result, else None."""
    if year.result is None:
        return None
    number, tree = year.year, lookup.scores.trees[year.year]
    framework = lookup.framework(number)
    parts = known_parts(lookup, number)
    result = year.result.record
    steps = Steps(lookup, number)
    return PageSpec(
        subject=Subject(Kind.SCORES, number),
        template="working",
        title=f"คะแนนปี {number} คำนวณอย่างไร",
        description=f"วิธีคำนวณคะแนน ITA {YEAR}{number} ของ{lookup.agency.name} ทุกขั้น พร้อมผลการตรวจตัวเลขที่ประกาศ",
        sources=sources_of(year.result),
        values={
            "framework": framework,
            "total": steps.group("", (tree,)),
            "instruments": steps.group("", parts) if parts else None,
            "indicators": [steps.group(each.id, each.parts) for each in parts],
            "subindicators": [
                steps.group(indicator.id, subs)
                for instrument in parts
                for indicator in instrument.parts
                if (subs := [each for each in indicator.parts if kind_of(each.id) == "subindicator"])
                and any(each.bounds is not None or each.published is not None for each in subs)
            ],
            "counts": verdict_counts(tree),
            "items": sum(score.published is not None for score in tree.walk() if _is_source(score)),
            "level": check_level(framework, result.level, tree),
            "result": result,
        },
        year=number,
    )


def known_parts(lookup: Lookup, year: int) -> tuple[Score, ...]:
    """Return the instruments of a year, when any score below its total is known: else there is nothing to work out."""
    tree = lookup.scores.trees.get(year)
    if tree is None or lookup.framework(year) is None:
        return ()
    return tree.parts if any(score.value is not None for part in tree.parts for score in part.walk()) else ()


def _is_source(score: Score) -> bool:
    return score.id != TOTAL and kind_of(score.id) == "item"


def _notes(year: Year) -> dict[str, str | None]:
    if year.result is None:
        return {}
    result = year.result.record
    lists = (result.instruments, result.indicators, result.subindicators, result.items)
    return {TOTAL: result.total_note} | {score.id: score.note for scores in lists for score in scores}


class Steps:
    """Scores of one year into steps."""

    def __init__(self, lookup: Lookup, year: int) -> None:
        self._lookup = lookup
        self.year = year
        self._notes = _notes(lookup.years[year])

    def group(self, about: str, scores: Sequence[Score]) -> Group:
        """Return the scores that make up another, with the rule by which each of them is computed."""
        rule = scores[0].rule
        return Group(
            about=self._lookup.label(self.year, about) if about else "",
            anchor=f"parts{about.lower()}" if about else "",
            method=words.method(scores[0].method),
            provenance=rule.provenance if rule else None,
            steps=tuple(self.step(each) for each in scores),
        )

    def step(self, score: Score) -> Step:
        """Return one score with its working."""
        lookup, year = self._lookup, self.year
        parts = score.parts or tuple(
            found for each in score.among if (found := lookup.scores.get(year, each)) is not None
        )
        return Step(
            score=score,
            title="คะแนนรวม" if score.id == TOTAL else lookup.label(year, score.id),
            anchor=_anchor(score.id),
            terms=tuple(self._term(each) for each in parts if each.value is not None),
            formula=self._formula(score),
            result="" if score.computed is None else words.exact(score.computed),
            bounds=_bounds(score),
            why_not=_why_not(score),
            note=self._notes.get(score.id),
        )

    def _term(self, score: Score) -> Term:
        name = self._lookup.label(self.year, score.id)
        if score.published is not None:
            origin = "ประกาศ"
        elif score.implied:
            origin = "ไม่อยู่ในรายการข้อที่ได้ 0 และปีนี้แต่ละข้อได้ 0 หรือ 100 เท่านั้น"
        else:
            origin = "คำนวณ" if score.computed is not None else ""
        shown = "" if score.value is None else words.exact(score.value)
        if score.weight is not None:
            shown = f"{shown} × {words.percent(score.weight)}%"
        return Term(name, shown, origin, self._notes.get(score.id))

    def _formula(self, score: Score) -> str:
        if score.computed is None or not (score.parts or score.among):
            return ""
        if score.among:
            return f"ทุกข้อใน {score.among[0]}–{score.among[-1]} ได้เท่ากัน"
        values = [words.exact(each.value) for each in score.parts if each.value is not None]
        if score.method is Method.WEIGHTED_INSTRUMENTS:
            shares = [words.percent(each.weight) for each in score.parts if each.weight is not None]
            return " + ".join(f"{value} × {share}%" for value, share in zip(values, shares, strict=True))
        return f"({' + '.join(values)}) ÷ {len(values)}"


def _anchor(reference: str) -> str:
    if reference == TOTAL:
        return "total"
    return f"{kind_of(reference)}-{reference.replace('.', '-').lower()}"


def _bounds(score: Score) -> str:
    """Say between which figures the score lies, where that is more than one."""
    if score.bounds is None:
        return ""
    low, high = rounded(score.bounds.low), rounded(score.bounds.high)
    return "" if low == high else f"{low:.2f} ถึง {high:.2f}"


def _why_not(score: Score) -> str:
    """Say why a score cannot be computed."""
    if score.bounds is not None or score.computed is not None:
        return ""
    if score.method is None:
        return "ยังไม่ทราบวิธีคำนวณที่ยืนยันได้"
    if not score.parts and not score.among:
        return "ยังไม่ทราบว่ามีข้อใดบ้าง"
    if all(part.value is not None for part in score.parts):
        return "ยังไม่ทราบว่ามีส่วนประกอบใดอีกบ้าง"
    return "เอกสารไม่มีคะแนนของส่วนประกอบครบ"
