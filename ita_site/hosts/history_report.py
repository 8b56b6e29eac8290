"""The history of a file or a value: text for people, JSON for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ita_site.ground import file_names, markup, thai
from ita_site.ground.git_dates import GitFault
from ita_site.hosts import changes_report
from ita_site.judging import privacy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.ground.git_objects import NoHistory
    from ita_site.hosts.value_changes import ValueChange
    from ita_site.hosts.value_history import ValueHistory, ValueStep
    from ita_site.judging.privacy import Known

NOT_COMMITTED = "ยังไม่ได้บันทึกลง Git"
NOTHING = "Git ยังไม่รู้จักไฟล์นี้ และไม่มีไฟล์นี้ในโฟลเดอร์"
CUT = "ที่เก่ากว่านี้อาจไม่ครบ เพราะที่เก็บ Git นี้ดึงมาเพียงบางส่วน ให้พิมพ์ git fetch --unshallow แล้วดูใหม่"
_WITHOUT_GIT = {
    None: "โฟลเดอร์นี้ไม่ได้เก็บใน Git จึงไม่มีประวัติให้ดู ถ้าต้องการให้จำทุกครั้งที่แก้ ให้เริ่มเก็บด้วย git init แล้วบันทึกด้วย git commit",
    GitFault.PROGRAM: "เครื่องนี้ไม่มีโปรแกรม git จึงอ่านประวัติไม่ได้ ให้ติดตั้ง git แล้วลองใหม่",
    GitFault.OWNER: "Git ไม่ยอมอ่านประวัติ เพราะโฟลเดอร์โครงการเป็นของผู้ใช้อื่นในเครื่อง ให้ผู้ดูแลระบบตั้ง safe.directory ของ git",
}
_UNREADABLE = "Git อ่านประวัติของโฟลเดอร์นี้ไม่ได้ ให้ตรวจด้วยคำสั่ง git log"
_NO_DAY = "ไม่ทราบวันที่"
_COMMIT = 10
"""Digits that tell a commit from the others of its repository."""


def text(history: ValueHistory, name: str, known: Known) -> str:
    """Return the report, the last change first.

    Args:
        history: what became of a file or a field.
        name: what the file is called.
        known: what the office itself makes public; all else that is private is masked.

    """
    label = " › ".join(history.labels)
    lines = [f"ประวัติของ “{label}” ใน {name}" if label else f"ประวัติของ {name}"]
    if history.now is not None:
        lines.append(f"ตอนนี้: {privacy.mask(markup.excerpt(' '.join(history.now.split())), known)}")
    if not history.steps:
        lines.append(NOTHING)
    for step in history.steps:
        lines += ["", who(step), *(f"  {each}" for each in told(step, history, known))]
    if history.cut:
        lines += ["", CUT]
    return "\n".join(file_names.readable(each) for each in lines)


def who(step: ValueStep) -> str:
    """Return when a change was made, by whom, and in which commit."""
    if not step.commit:
        return NOT_COMMITTED
    day = thai.write_date(step.day) if step.day else _NO_DAY
    subject = f" “{markup.excerpt(markup.one_line(step.subject))}”" if step.subject else ""
    return f"{day} {markup.one_line(step.author)} ({step.commit[:_COMMIT]}{subject})"


def told(step: ValueStep, history: ValueHistory, known: Known) -> Iterator[str]:
    """Yield what a step changed, a value in a line; of the field that was asked for, only what stands in it."""
    if step.renamed:
        yield f"เปลี่ยนชื่อไฟล์ จาก {step.renamed}"
    for each in step.values:
        if not each.labels:
            yield "สร้างไฟล์" if each.old is None else "ลบไฟล์"
        else:
            yield _line(each, len(history.labels), known)


def without_git(error: NoHistory) -> str:
    """Return why there is no history, and what to do, in Thai."""
    return _WITHOUT_GIT.get(error.fault, _UNREADABLE)


def as_json(history: ValueHistory, name: str, known: Known) -> str:
    """Return the same as JSON, every text whole."""

    def masked(value: str | None) -> str | None:
        return value if value is None else privacy.mask(value, known)

    made: dict[str, Any] = {
        "file": name,
        "field": " › ".join(history.labels) or None,
        "now": masked(history.now),
        "steps": [
            {
                "commit": step.commit or None,
                "author": step.author or None,
                "day": step.day.isoformat() if step.day else None,
                "subject": step.subject or None,
                "renamed": step.renamed or None,
                "values": [
                    {"field": " › ".join(each.labels), "old": masked(each.old), "new": masked(each.new)}
                    for each in step.values
                ],
            }
            for step in history.steps
        ],
        "cut": history.cut,
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


def _line(change: ValueChange, depth: int, known: Known) -> str:
    line = changes_report.line(change, known)
    below = change.labels[depth:]
    label = " › ".join(change.labels)
    return line.removeprefix(f"{label}: ") if depth and not below else line
