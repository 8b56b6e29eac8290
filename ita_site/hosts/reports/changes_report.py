"""What has changed since the last publication, and whether it can be published: text for people, JSON for machines."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ita_site.ground import file_names
from ita_site.ground.problems import Severity
from ita_site.hosts.reports import problem_report
from ita_site.hosts.value_changes import FileState, ValueKind
from ita_site.judging import privacy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.ground.problems import Problem
    from ita_site.hosts.value_changes import DataChanges, ValueChange
    from ita_site.judging.privacy import Known

NOTHING = "ไม่มีอะไรเปลี่ยนจากที่เผยแพร่ครั้งก่อน"
_DEAD_LINKS = frozenset({"dead-link", "link-needs-login", "changed-link", "doubtful-link"})
_NONE = "(ไม่มี)"
_LONG = 120
"""Letters of a text that are shown whole; of a longer one, what differs, with a little around it."""
_AROUND = 25
_MOST_PAGES = 40
_ABOVE = "ัิีึืฺุู็่้๊๋์ํ๎ำ"
"""Marks that belong to the letter before them."""


def text(changes: DataChanges, problems: Iterable[Problem], known: Known) -> str:
    """Return the report: a summary, every value from what to what, the pages, and what stands in the way.

    Args:
        changes: what has changed.
        problems: everything that is to be told of the data.
        known: what the office itself makes public; all else that is private is masked.

    """
    lines = [f"เทียบกับที่เผยแพร่แล้ว{changes.name}", summary(changes)]
    for file in changes.files:
        lines += ["", f"{file.path}: {file.title}{'' if file.state is FileState.CHANGED else f' ({file.state.value})'}"]
        lines += [f"  {line(each, known)}" for each in file.values]
    for head, named in (("ไฟล์แนบ", changes.attachments), ("หน้าที่เขียนเอง", changes.written)):
        if named:
            lines += ["", head, *(f"  {state.value}: {path}" for path, state in named)]
    lines += ["", *_pages(changes), "", *verdicts(problems)]
    return "\n".join(file_names.readable(each) for each in lines)


def summary(changes: DataChanges) -> str:
    """Return the numbers of what has changed in one line: “คะแนน 3 ค่า · วันที่ 1 ค่า · มาตรการใหม่ 2”."""
    values = Counter(each.kind for file in changes.files for each in file.values)
    parts = [
        f"{kind.value} {values[kind]:,} {'ค่า' if kind is not ValueKind.ITEM else 'ข้อ'}"
        for kind in ValueKind
        if values[kind]
    ]
    whole = Counter((file.kind, file.state) for file in changes.files if file.state is not FileState.CHANGED)
    parts += [f"{kind}{state.value} {count:,}" for (kind, state), count in whole.items()]
    for head, named in (("ไฟล์แนบ", changes.attachments), ("หน้าที่เขียนเอง", changes.written)):
        parts += [f"{head}{state.value} {count:,}" for state, count in Counter(state for _, state in named).items()]
    return " · ".join(parts) or NOTHING


def verdicts(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield what stands in the way of publishing, and what is known of personal data and dead links."""
    told = sorted(problems)
    errors, warnings = ([each for each in told if each.severity is of] for of in (Severity.ERROR, Severity.WARNING))
    if errors or warnings:
        why = "ยังเผยแพร่ไม่ได้" if errors else "ให้แก้หรืออธิบายก่อนเผยแพร่ (เผยแพร่ได้เมื่อยอมรับคำเตือน)"
        yield f"ตรวจ: {why} ต้องแก้ {len(errors):,} เรื่อง คำเตือน {len(warnings):,} เรื่อง"
        yield from (f"  {problem_report.line(each)}" for each in (*errors, *warnings))
    else:
        yield "ตรวจ: ผ่าน ไม่มีเรื่องต้องแก้และคำเตือน"
    private = [each for each in told if each.code in privacy.CODES]
    yield f"ข้อมูลส่วนบุคคล: พบ {len(private):,} แห่ง ต้องแก้ก่อนเผยแพร่" if private else "ข้อมูลส่วนบุคคล: ไม่พบ"
    dead = [each for each in told if each.code in _DEAD_LINKS]
    if dead:
        yield f"ลิงก์ไปเว็บไซต์อื่น: ตรวจครั้งล่าสุดมี {len(dead):,} แห่งที่ควรดู (ตรวจใหม่ด้วย ita-site links)"
        yield from (f"  {problem_report.line(each)}" for each in dead)
    else:
        yield "ลิงก์ไปเว็บไซต์อื่น: ไม่มีเรื่องที่รู้จากการตรวจครั้งล่าสุด (ตรวจใหม่ด้วย ita-site links)"


def as_json(changes: DataChanges, problems: Iterable[Problem], known: Known) -> str:
    """Return the same as JSON, every text whole."""
    files = [
        {
            **asdict(file),
            "state": file.state.name.lower(),
            "values": [
                {
                    "path": list(each.path),
                    "field": each.label,
                    "kind": each.kind.name.lower(),
                    "old": masked(each.old, known),
                    "new": masked(each.new, known),
                }
                for each in file.values
            ],
        }
        for file in changes.files
    ]
    made: dict[str, Any] = {
        "since": changes.name,
        "summary": summary(changes),
        "files": files,
        "attachments": [{"path": path, "state": state.name.lower()} for path, state in changes.attachments],
        "written": [{"path": path, "state": state.name.lower()} for path, state in changes.written],
        "pages": None if changes.pages is None else list(changes.pages),
        "problems": json.loads(problem_report.as_json(problems)),
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


def masked(value: str | None, known: Known) -> str | None:
    """Return a value, if there is one, without what is private in it."""
    return value if value is None else privacy.mask(value, known)


def _pages(changes: DataChanges) -> Iterator[str]:
    if changes.pages is None:
        yield "หน้าที่เปลี่ยน: ยังบอกไม่ได้ เพราะข้อมูลชุดใดชุดหนึ่งมีเรื่องต้องแก้"
    elif changes.pages:
        more = len(changes.pages) - _MOST_PAGES
        yield f"หน้าที่เปลี่ยน {len(changes.pages):,} หน้า"
        yield from (f"  {each}" for each in changes.pages[:_MOST_PAGES])
        if more > 0:
            yield f"  และอีก {more:,} หน้า (ทุกหน้าอยู่ใน --json)"
    else:
        yield "หน้าที่เปลี่ยน: ไม่มี"


def line(change: ValueChange, known: Known) -> str:
    """Return a change in one line: the field, from what, to what; of long texts what is different in them."""
    old, new = (
        None if each is None else privacy.mask(" ".join(each.split()), known) for each in (change.old, change.new)
    )
    if old is not None and new is not None:
        old, new = _shortened(old, new)
    else:
        old, new = (each if each is None or len(each) <= _LONG else f"{each[:_LONG]}…" for each in (old, new))
    if change.kind is ValueKind.ORDER:
        return f"{change.label}: เรียงใหม่ {old} → {new}"
    return f"{change.label}: {_NONE if old is None else old} → {_NONE if new is None else new}"


def _shortened(old: str, new: str) -> tuple[str, str]:
    """Return two texts or, of long ones, the parts in which they differ."""
    if max(len(old), len(new)) <= _LONG:
        return old, new
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    first = max(0, start - _AROUND)
    while first and old[first] in _ABOVE:
        first -= 1
    return _part(old, first, end), _part(new, first, end)


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (mine, yours) in enumerate(pairs) if mine != yours), min(len(one), len(other)))


def _part(text: str, first: int, end: int) -> str:
    last = min(len(text), len(text) - end + _AROUND)
    while last < len(text) and text[last] in _ABOVE:
        last += 1
    shown = text[first:last]
    if len(shown) > 3 * _LONG:
        shown = f"{shown[: 3 * _LONG]}…"
        last = len(text)
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
