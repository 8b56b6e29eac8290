"""Scores into text and JSON for the command line: a table of both figures, or the whole working as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.judging.scores import TOTAL, Verdict, check_level, rounded
from ita_site.saying import words
from ita_site.saying.view.computation import Computations
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.judging.scores import LevelCheck, Score
    from ita_site.publishing.data_check import Checked
    from ita_site.saying.view.computation import Computation


def table(checked: Checked, year: int) -> str:
    """Return the published and the computed figures of a year, one score a line."""
    lines = [f"ปีงบประมาณ พ.ศ. {year}", _padded("", "ประกาศ", "คำนวณ", "จากปีก่อน")]
    for depth, score in _outline(checked.scores.trees[year]):
        if score.published is None and score.computed is None:
            continue
        lines.append(
            _padded(
                "  " * depth + (words.TOTAL_SCORE if score.id == TOTAL else score.id),
                _points(score.published),
                _points(score.computed),
                words.signed(checked.scores.change(year, score.id)),
                "ไม่ตรงกัน" if score.verdict is Verdict.CONTRADICTED else "",
            )
        )
    return "\n".join(lines)


def tree(checked: Checked, year: int) -> str:
    """Return the working of a year: every score with its rule, its sum and what is proven of it."""
    top = checked.scores.trees[year]
    lines = [f"ปีงบประมาณ พ.ศ. {year}", *_level(_checked_level(checked, year), _published_level(checked, year))]
    lines += _branch(Computations(Lookup(checked.dataset, checked.scores), year), top, "", "")
    return "\n".join(lines)


def as_json(checked: Checked, year: int) -> dict[str, Any]:
    """Return the working of a year for machines; figures are texts, so that none is changed on the way."""
    level, top = _checked_level(checked, year), checked.scores.trees[year]
    computations = Computations(Lookup(checked.dataset, checked.scores), year)
    in_tree = {score.id for score in top.walk()}
    return {
        **_score(checked, computations, top),
        "others": [_score(checked, computations, each) for each in checked.scores.of(year) if each.id not in in_tree],
        "level": {
            "published": _published_level(checked, year),
            "computed": level.computed if level else None,
            "verdict": level.verdict if level else None,
            "candidates": [
                {"rule": each.rule.id, "level": each.level, "possible": list(each.possible)}
                for each in (level.candidates if level else ())
            ],
        },
    }


def _published_level(checked: Checked, year: int) -> str | None:
    result = checked.dataset.years[year].result
    return result.record.level if result else None


def _checked_level(checked: Checked, year: int) -> LevelCheck | None:
    framework, published = checked.dataset.frameworks.get(year), _published_level(checked, year)
    return check_level(framework, published, checked.scores.trees[year])


def _level(level: LevelCheck | None, published: str | None) -> Iterator[str]:
    yield f"ระดับที่ประกาศ: {published or words.NO_FIGURE}"
    if level is None:
        return
    if level.computed is not None:
        same = "ตรงกัน" if level.computed == level.published else "ไม่ตรงกัน"
        yield f"  ตามคะแนนรวม: {level.computed} ({same})"
    for each in level.candidates:
        level_or_choice = each.level or f"ตัดสินไม่ได้ เป็นได้ {' หรือ '.join(each.possible)}"
        yield f"  ถ้าใช้เงื่อนไข {words.label(each.rule.each)} (ยังไม่ยืนยัน): {level_or_choice}"


def _branch(computations: Computations, score: Score, lead: str, below: str) -> Iterator[str]:
    computation = computations.of(score)
    yield f"{lead}{_head(computation)}"
    parts = [part for part in score.parts if part.value is not None or part.parts or part.among]
    stem = f"{below}{'│  ' if parts else '   '}"
    for line in _explanation(computation):
        yield f"{stem}{line}"
    for index, part in enumerate(parts, start=1):
        last = index == len(parts)
        yield from _branch(
            computations, part, f"{below}{'└─' if last else '├─'} ", f"{below}{'   ' if last else '│  '}"
        )


def _head(computation: Computation) -> str:
    """Return a score's name, both figures, and what is proven of the published one."""
    score, figures = computation.score, []
    if score.published is not None:
        figures.append(f"ประกาศ {score.published:.2f}")
    if score.computed is not None:
        figures.append(f"คำนวณ {rounded(score.computed):.2f}")
    head = f"{computation.title}: {' · '.join(figures)}" if figures else computation.title
    if score.parts or score.among:
        return f"{head} · {words.verdict(score.verdict)}"
    return f"{head} (ไม่อยู่ในรายการข้อที่ได้ 0)" if score.implied else head


def _explanation(computation: Computation) -> Iterator[str]:
    """Yield how a score is computed, what it can be, and the note and the rule behind it."""
    score = computation.score
    if computation.formula:
        yield f"= {computation.formula} = {computation.result}"
    elif computation.why_not and (score.parts or score.among):
        yield computation.why_not
    if score.computed is None and computation.bounds:
        yield f"เป็นได้ {computation.bounds} เพราะยังไม่ทราบว่าตัวชี้วัดย่อยมีข้อใดบ้าง"
    elif computation.bounds and score.verdict in {Verdict.CONSISTENT, Verdict.CONTRADICTED}:
        yield f"คิดการปัดเศษของส่วนประกอบแล้ว เป็นได้ {computation.bounds}"
    if computation.note:
        yield f"คำชี้แจง: {computation.note}"
    if score.rule is not None and score.method is not None:
        yield f"วิธี: {words.method(score.method)} ({words.certainty(score.rule.provenance)})"


def _score(checked: Checked, computations: Computations, score: Score) -> dict[str, Any]:
    computation, change = computations.of(score), checked.scores.change(computations.year, score.id)
    return {
        "id": score.id,
        "name": computation.title,
        "published": None if score.published is None else str(score.published),
        "computed": None if score.computed is None else str(rounded(score.computed)),
        "exact": None if score.computed is None else str(score.computed),
        "bounds": None if score.bounds is None else [str(score.bounds.low), str(score.bounds.high)],
        "verdict": score.verdict,
        "change": None if change is None else str(rounded(change)),
        "note": computation.note,
        "method": None if score.method is None else score.method.value,
        "certainty": score.rule.provenance.certainty.value if score.rule else None,
        "weight": None if score.weight is None else str(score.weight),
        "implied": score.implied,
        "among": list(score.among),
        "parts": [_score(checked, computations, part) for part in score.parts],
    }


def _outline(score: Score, depth: int = 0) -> Iterator[tuple[int, Score]]:
    yield depth, score
    for part in score.parts:
        yield from _outline(part, depth + 1)


def _points(value: Fraction | Decimal | None) -> str:
    return "-" if value is None else words.points(value)


def _padded(first: str, *rest: str) -> str:
    cells = [first + " " * (14 - thai.columns(first))]
    cells += [" " * (12 - thai.columns(cell)) + cell for cell in rest]
    return "".join(cells).rstrip()
