"""What came of many municipalities, as a person reads it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.hosts.many.tasks import Ending, Job

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.hosts.many.tasks import Outcome

_WORDS = {
    (Job.BUILD, Ending.DONE): "สร้างแล้ว",
    (Job.BUILD, Ending.UNCHANGED): "เป็นปัจจุบันอยู่แล้ว",
    (Job.BUILD, Ending.REFUSED): "ไม่ได้สร้าง เว็บไซต์ยังเป็นของเดิม",
    (Job.CHECK, Ending.DONE): "ตรวจแล้ว เผยแพร่ได้",
    (Job.CHECK, Ending.REFUSED): "มีเรื่องต้องแก้",
    (Job.FACTS, Ending.DONE): "รวบรวมแล้ว",
    (Job.FACTS, Ending.UNCHANGED): "เหมือนครั้งก่อน",
    (Job.FACTS, Ending.REFUSED): "ข้อมูลมีเรื่องต้องแก้ จึงใช้ของครั้งก่อนถ้ามี",
}
_OF_ANY = {
    Ending.DIED: "โปรเซสหยุดกลางคันทุกครั้งที่ลอง ({tries} ครั้ง) ให้ดูว่าหน่วยความจำพอหรือไม่ แล้วสั่งใหม่",
    Ending.STOPPED: "หยุดก่อนเสร็จ",
    Ending.TIMED_OUT: "ไม่เสร็จภายในเวลาที่กำหนดทั้ง {tries} ครั้ง ให้เพิ่ม --time-limit แล้วสั่งใหม่",
}


def line(job: Job, outcome: Outcome) -> str:
    """Return one line: the municipality and what came of it."""
    words = _WORDS.get((job, outcome.result)) or _OF_ANY[outcome.result].format(tries=outcome.tries)
    again = f" (ลอง {outcome.tries} ครั้ง)" if outcome.tries > 1 and outcome.is_good else ""
    return f"{outcome.id}: {words}{again}"


def whole(job: Job, outcome: Outcome) -> str:
    """Return the line and what was told, each line of it further in."""
    lines = (*outcome.notes.splitlines(), *outcome.told.splitlines())
    told = "\n".join(f"    {each}" if each else "" for each in lines)
    return "\n".join(each for each in (line(job, outcome), told) if each)


def brief(job: Job, outcome: Outcome) -> str:
    """Return the line, and of what was told that which somebody must know: all of it only where not all is well."""
    return whole(job, replace(outcome, told="") if outcome.is_good else outcome)


def summary(job: Job, outcomes: Sequence[Outcome]) -> str:
    """Return how many of each."""
    counts = Counter(each.result for each in outcomes)
    words = {each: _short(_WORDS.get((job, each)) or "ไม่สำเร็จ") for each in Ending if counts[each]}
    told = " · ".join(f"{words[result]} {counts[result]:,}" for result in words)
    return f"{len(outcomes):,} หน่วยงาน: {told}"


def _short(said: str) -> str:
    return said.partition(" เว็บไซต์")[0].partition(" จึง")[0]
