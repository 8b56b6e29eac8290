"""An import as text: what was understood of each cell, what would be written, and what a check says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.hosts.importing.understood_cells import Fate, ImportKind
from ita_site.hosts.reports import problem_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ita_site.hosts.importing.candidates import CandidateFile, ImportCandidate
    from ita_site.hosts.importing.understood_cells import CellMeaning, Understanding

NAMES = {
    ImportKind.RESULT: "ผลการประเมิน",
    ImportKind.MEASURES: "มาตรการ",
    ImportKind.REPORT: "รายงานผล",
    ImportKind.DISCLOSURE: "รายการ OIT",
}
_EXCERPT = 60
_CONTROL = dict.fromkeys((*range(32), 127), " ")
_HEADS = {
    Fate.UNDERSTOOD: "เข้าใจ",
    Fate.REMARKED: "เข้าใจ ให้ดูอีกครั้ง",
    Fate.LEFT_OUT: "ไม่นำเข้า",
    Fate.UNCLEAR: "ไม่เข้าใจ",
}
_MANY = 12
"""Cells with one reason that are told one by one."""


def text(name: str, year: int, understanding: Understanding, made: ImportCandidate) -> str:
    """Return an import of a file into a fiscal year, B.E., before anything is written."""
    counts = " · ".join(f"{fate} {count} ช่อง" for fate in Fate if (count := understanding.count(fate)))
    lines = [f"{name} → {NAMES[understanding.kind]} ปี {year}: {counts or 'ไม่มีช่องที่มีข้อความ'}"]
    for fate, head in _HEADS.items():
        cells = [each for each in understanding.cells if each.fate is fate]
        if cells:
            lines += ["", head, *_cells(cells)]
    lines += _block("ทั้งไฟล์", understanding.told)
    lines += _block("ต้องตอบก่อน จึงจะเขียนได้", [*understanding.asked, *made.refused])
    written = [f"{each.name} ({_state(each)})" for each in made.files]
    lines += _block("ไฟล์ที่จะเขียน", written)
    differing = [
        f"{each.name} {other.place}: ในไฟล์ “{_short(other.there)}” ในตาราง “{_short(other.imported)}” คงตามไฟล์"
        for each in made.files
        for other in each.differences
    ]
    return "\n".join(lines + _block("ต่างจากที่มีอยู่ ไม่เขียนทับ", differing))


def check_text(made: ImportCandidate, root: Path) -> str:
    """Return what a check says of the files as they would be."""
    return problem_report.text(made.problems, root)


def _state(file: CandidateFile) -> str:
    if file.before is None:
        return "ไฟล์ใหม่"
    return f"เติม {len(file.changes)} ช่องที่ว่าง" if file.changes else "ไม่เปลี่ยน"


def _block(head: str, lines: Sequence[str]) -> list[str]:
    return ["", head, *(f"  {_quiet(each)}" for each in lines)] if lines else []


def _cells(cells: Sequence[CellMeaning]) -> Iterator[str]:
    """Yield a line for each cell; of many with one reason, the first and how many more there are."""
    reasons: dict[str, int] = {}
    for each in cells:
        if each.fate in {Fate.UNDERSTOOD, Fate.REMARKED}:
            why = f" ({each.why})" if each.why else ""
            yield f"  {each.place} “{_short(each.text)}” → {each.field}: {_short(each.value)}{_quiet(why)}"
            continue
        reasons[each.why] = reasons.get(each.why, 0) + 1
        if reasons[each.why] <= _MANY:
            yield f"  {each.place} “{_short(each.text)}” {_quiet(each.why)}"
    for why, count in reasons.items():
        if count > _MANY:
            yield f"  และอีก {count - _MANY} ช่อง: {_quiet(why)}"


def _short(text_: str) -> str:
    line = _quiet(" ".join(text_.split()))
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"


def _quiet(text_: str) -> str:
    return text_.translate(_CONTROL)
