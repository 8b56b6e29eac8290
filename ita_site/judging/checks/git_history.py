"""What keeps Git from saying when files were changed, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import markup
from ita_site.ground.git.git_program import GitFault
from ita_site.ground.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WITHOUT_DAYS = "หน้าเว็บจะไม่บอกวันที่แก้ไขล่าสุดของไฟล์ที่ไม่ทราบวัน และฟีดจะขาดรายการของไฟล์นั้น"
_MESSAGES = {
    GitFault.PROGRAM: "โครงการนี้อยู่ใน Git แต่เครื่องนี้ไม่มีโปรแกรม git จึงไม่ทราบวันที่แก้ไข ให้ติดตั้ง git แล้วสร้างใหม่",
    GitFault.OWNER: (
        "Git ไม่ยอมอ่านประวัติ เพราะโฟลเดอร์โครงการเป็นของผู้ใช้อื่นในเครื่อง จึงไม่ทราบวันที่แก้ไข ถ้าไว้ใจโฟลเดอร์นี้ ให้พิมพ์"
        ' git config --global --add safe.directory "{said}"'
    ),
    GitFault.UNREADABLE: "Git อ่านประวัติของโฟลเดอร์นี้ไม่ได้ จึงไม่ทราบวันที่แก้ไข ให้ตรวจด้วยคำสั่ง git log ({said})",
    GitFault.SHALLOW: (
        "ที่เก็บ Git นี้ดึงมาเพียงบางส่วน (shallow clone) จึงไม่ทราบวันที่แก้ไขของบางไฟล์ ให้พิมพ์ git fetch --unshallow"
        " หรือใน GitHub Actions ตั้ง fetch-depth: 0 ใน GitLab CI ตั้ง GIT_DEPTH: 0"
    ),
    GitFault.CLOCK: (
        "วันที่ของ commit ล่าสุดของ {said} เป็นไปไม่ได้ จึงไม่ทราบวันที่แก้ไขของไฟล์นั้น ให้ตั้งนาฬิกาของเครื่องที่ commit ให้ถูก (ปี ค.ศ.)"
        " แล้วแก้ไขและ commit ไฟล์นั้นอีกครั้ง"
    ),
}


def check(faults: Mapping[str, tuple[GitFault, str]], *, published: bool) -> Iterator[Problem]:
    """Yield one problem for each folder whose days are not all known.

    Args:
        faults: why they are not, by the name of the folder, with what Git says of it.
        published: it is known where the site will stand, so that a feed and a sitemap with days are made of it. A
            trial of a copy is none the worse without days.

    """
    told: set[tuple[GitFault, str]] = set()
    for folder, (fault, said) in faults.items():
        if (fault, said) in told:
            continue
        told.add((fault, said))
        severity = Severity.WARNING if published else Severity.NOTICE
        message = f"{_MESSAGES[fault].format(said=markup.one_line(said))} {_WITHOUT_DAYS}"
        yield Problem(Position(folder), fault.value, message, severity)
