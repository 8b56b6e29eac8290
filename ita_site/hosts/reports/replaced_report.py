"""What is said when a folder was put in place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.publishing.staging import Replaced

_MOST = 5
"""Names in one line; of the others only the number is told."""


def waiting(target: Path) -> str:
    """Return what is said before waiting for another process that writes the folder."""
    return f"อีกคำสั่งหนึ่งกำลังเขียน {target} อยู่ รอให้เสร็จก่อน (กด Ctrl+C เพื่อเลิก)"


def unchanged(target: Path) -> str:
    """Return what is said when a folder need not be replaced."""
    return f"ไม่มีอะไรเปลี่ยนตั้งแต่สร้างครั้งก่อน {target} จึงเป็นปัจจุบันอยู่แล้ว"


def lines(replaced: Replaced, target: Path) -> Iterator[str]:
    """Yield what a person should know, each in one line: what is gone, what was not done in one step, what is left."""
    if replaced.gone:
        more = len(replaced.gone) - _MOST
        rest = f" และอีก {more:,} ไฟล์" if more > 0 else ""
        yield f"ลบไฟล์ใน {target} ที่เว็บไซต์ใหม่ไม่มี: {', '.join(replaced.gone[:_MOST])}{rest}"
    if not replaced.at_once:
        why = "เป็นจุดต่อที่เก็บ เป็นโฟลเดอร์ที่สั่งคำสั่งอยู่ หรือเขียนข้าง ๆ ไม่ได้"
        yield f"เปลี่ยน {target} ทั้งโฟลเดอร์ในครั้งเดียวไม่ได้ ({why}) จึงเปลี่ยนทีละรายการ ระหว่างนั้นผู้อ่านอาจเห็นหน้าใหม่ปนหน้าเก่าชั่วครู่"
    if replaced.left:
        yield f"ลบเว็บไซต์เดิมไม่หมด เพราะระบบไม่ให้ลบบางไฟล์ (เช่นเป็นของผู้ใช้อื่น) ให้ผู้ดูแลเครื่องลบ {replaced.left}"
