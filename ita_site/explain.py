"""Scores into text and JSON for the command line: a table of both figures, or the whole working as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site import thai
from ita_site.pages import words
from ita_site.pages.book import Book
from ita_site.pages.working import Steps
from ita_site.scores import TOTAL, Verdict, check_level, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.scores import LevelCheck, Score
    from ita_site.site import Checked


def table(checked: Checked, year: int) -> str:
    """Return the published and the computed figures of a year, one score a line."""
    lines = [f"ปีงบประมาณ พ.ศ. {year}", _padded("", "ประกาศ", "คำนวณ", "จากปีก่อน")]
    for depth, score in _outline(checked.scores.trees[year]):
        if score.published is None and score.computed is None:
            continue
        lines.append(
            _padded(
                "  " * depth + ("คะแนนรวม" if score.id == TOTAL else score.id),
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
    lines = [f"ปีงบประมาณ พ.ศ. {year}", *_level(_checked_level(checked, year))]
    lines += _branch(Steps(Book(checked.dataset, checked.scores), year), top, "", "")
    return "\n".join(lines)


def as_json(checked: Checked, year: int) -> dict[str, Any]:
    """Return the working of a year for machines; figures are texts, so that none is changed on the way."""
    level = _checked_level(checked, year)
    return {
        **_score(Steps(Book(checked.dataset, checked.scores), year), checked.scores.trees[year]),
        "level": None
        if level is None
        else {
            "published": level.published,
            "computed": level.computed,
            "verdict": level.verdict,
            "candidates": [{"rule": each.rule.id, "level": each.level} for each in level.candidates],
        },
    }


def _checked_level(checked: Checked, year: int) -> LevelCheck | None:
    result = checked.dataset.years[year].result
    published = result.record.level if result else None
    return check_level(checked.dataset.frameworks.get(year), published, checked.scores.trees[year])


def _level(level: LevelCheck | None) -> Iterator[str]:
    if level is None:
        return
    yield f"ระดับที่ประกาศ: {level.published or words.NO_FIGURE}"
    if level.computed is not None:
        same = "ตรงกัน" if level.computed == level.published else "ไม่ตรงกัน"
        yield f"  ตามคะแนนรวม: {level.computed} ({same})"
    for each in level.candidates:
        given = each.level or "ตัดสินไม่ได้ ไม่มีคะแนนที่ต้องใช้"
        yield f"  ถ้าใช้เงื่อนไข {each.rule.each.value} (ยังไม่ยืนยัน): {given}"


def _branch(steps: Steps, score: Score, lead: str, below: str) -> Iterator[str]:
    step = steps.step(score)
    head = f"{lead}{step.title}"
    if score.published is not None:
        head += f": ประกาศ {score.published:.2f}"
    if score.computed is not None:
        head += f"{' ·' if score.published is not None else ':'} คำนวณ {rounded(score.computed):.2f}"
    if score.parts or score.among:
        head += f" · {words.verdict(score.verdict)}"
    elif score.implied:
        head += " (ไม่อยู่ในรายการข้อที่ได้ 0)"
    yield head
    parts = [part for part in score.parts if part.value is not None or part.parts or part.among]
    stem = f"{below}{'│  ' if parts else '   '}"
    if step.formula:
        yield f"{stem}= {step.formula} = {step.result}"
    elif step.why_not and (score.parts or score.among):
        yield f"{stem}{step.why_not}"
    if score.verdict in {Verdict.CONSISTENT, Verdict.CONTRADICTED}:
        yield f"{stem}คิดการปัดเศษของส่วนประกอบแล้ว เป็นได้ {step.bounds}"
    if step.rule is not None and score.method is not None:
        yield f"{stem}วิธี: {words.method(score.method)} ({words.certainty(step.rule.provenance)})"
    for place, part in enumerate(parts, start=1):
        last = place == len(parts)
        yield from _branch(steps, part, f"{below}{'└─' if last else '├─'} ", f"{below}{'   ' if last else '│  '}")


def _score(steps: Steps, score: Score) -> dict[str, Any]:
    step = steps.step(score)
    return {
        "id": score.id,
        "name": step.title,
        "published": None if score.published is None else str(score.published),
        "computed": None if score.computed is None else str(rounded(score.computed)),
        "exact": None if score.computed is None else str(score.computed),
        "bounds": None if score.bounds is None else [str(score.bounds.low), str(score.bounds.high)],
        "verdict": score.verdict,
        "method": None if score.method is None else score.method.value,
        "certainty": step.rule.provenance.certainty.value if step.rule else None,
        "weight": None if score.weight is None else str(score.weight),
        "implied": score.implied,
        "among": list(score.among),
        "parts": [_score(steps, part) for part in score.parts],
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
