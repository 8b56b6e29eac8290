"""Why Git tells nothing of a folder, in one sentence, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import markup
from ita_site.ground.git.git_program import GitFault

if TYPE_CHECKING:
    from ita_site.ground.git.git_program import NoHistory

_WORDS = {
    GitFault.PROGRAM: "เครื่องนี้ไม่มีโปรแกรม git จึงดูประวัติไม่ได้ ให้ติดตั้ง git แล้วลองใหม่",
    GitFault.OWNER: (
        "Git ไม่ยอมอ่านประวัติ เพราะโฟลเดอร์โครงการเป็นของผู้ใช้อื่นในเครื่อง"
        " ถ้าไว้ใจโฟลเดอร์นี้ ให้ตั้ง safe.directory ตามที่ git log บอก แล้วลองใหม่"
    ),
}


def reason(error: NoHistory, outside: str) -> str:
    """Return why there is no history.

    Args:
        error: what Git told.
        outside: what is said of a folder that is in no repository.

    """
    if error.fault is None:
        return outside
    said = f" ({markup.one_line(error.said)})" if error.said else ""
    return _WORDS.get(error.fault) or f"Git อ่านประวัติของโฟลเดอร์นี้ไม่ได้{said} ให้ตรวจด้วยคำสั่ง git log"
