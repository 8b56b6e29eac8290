"""What the history of a project gives away, into text for people, and how to get it out of there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.problems import Severity
from ita_site.hosts.reports import no_history_report, problem_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.ground.git.git_program import NoHistory
    from ita_site.ground.problems import Problem
    from ita_site.judging.privacy.leaks import Leak

_NOTHING = "ดูทุก commit แล้ว ไม่พบข้อมูลส่วนบุคคลหรือรหัสผ่านในประวัติของ Git"
_OUTSIDE = "โฟลเดอร์นี้ไม่อยู่ใน Git จึงไม่มีประวัติให้ดู ไฟล์ปัจจุบันตรวจได้ด้วย ita-site check"
SHALLOW = "ที่เก็บนี้ดึงมาเพียงบางส่วน (shallow clone) จึงดูได้ไม่ครบ ให้พิมพ์ git fetch --unshallow แล้วสั่งใหม่"
HOW_TO_REMOVE = """\
ลบในไฟล์ปัจจุบันอย่างเดียวไม่พอ ผู้ที่คัดลอกที่เก็บยังเปิดดูของเดิมได้ ให้ทำตามลำดับ

1. รหัสผ่านหรือกุญแจของระบบ: เปลี่ยนหรือยกเลิกทันที ก่อนทำข้ออื่น ถือว่ามีผู้เห็นแล้ว
2. แจ้งเจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลหรือผู้บังคับบัญชา ถ้าที่เก็บเปิดให้บุคคลภายนอกอ่าน เป็นเหตุละเมิดข้อมูลส่วนบุคคล:
   ต้องแจ้งสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลภายใน 72 ชั่วโมงนับแต่ทราบเหตุ เว้นแต่ไม่มีความเสี่ยงต่อบุคคล
   และแจ้งเจ้าของข้อมูลด้วยถ้าเสี่ยงสูง (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 37 (4))
3. แก้ไฟล์ปัจจุบันให้ ita-site check ไม่พบ แล้ว commit
4. คัดลอกที่เก็บทั้งหมดไว้ที่ปลอดภัย ติดตั้ง git-filter-repo (https://github.com/newren/git-filter-repo) แล้วทำในสำเนาใหม่:
     git clone --mirror ที่อยู่ของที่เก็บ ประวัติใหม่
     cd ประวัติใหม่
   พิมพ์ข้อความที่ต้องลบ บรรทัดละหนึ่งข้อความ ในไฟล์ ../replace.txt แบบ  ข้อความเดิม==>[ลบแล้ว]  แล้วสั่ง
     git filter-repo --replace-text ../replace.txt --replace-message ../replace.txt
   ไฟล์ที่ต้องลบทั้งไฟล์ เช่น PDF หรือชื่อไฟล์ที่มีข้อมูล:
     git filter-repo --invert-paths --path ชื่อไฟล์
   เสร็จแล้วลบ ../replace.txt
5. ส่งประวัติใหม่แทนของเดิม: git push --force --mirror ที่อยู่ของที่เก็บ แล้วให้ทุกคนลบสำเนาเดิมและดึงใหม่ ห้ามส่งจากสำเนาเดิมอีก
6. ขอให้ผู้ให้บริการ (GitHub, GitLab หรือผู้ดูแลเครื่องแม่ข่าย) ล้างสิ่งที่ค้างอยู่ เช่น แคช pull request และสำเนาที่มีผู้ fork ไว้
   ถ้าหน้าเว็บเคยเผยแพร่ ให้สร้างเว็บไซต์ใหม่ และขอให้บริการค้นหานำสำเนาออก
7. ตรวจอีกครั้งในสำเนาที่ดึงใหม่: ita-site check --history"""


def text(leaks: Sequence[Leak]) -> str:
    """Return every leak in a line, with the commit in which it first was, and what to do about all of them."""
    if not leaks:
        return _NOTHING
    found = [problem_report.line(each).removeprefix(": ") for each in problems(leaks)]
    errors = sum(each.problem.severity is Severity.ERROR for each in leaks)
    counted = f"พบในประวัติของ Git {len(leaks):,} เรื่อง เป็นเรื่องที่ต้องแก้ {errors:,} เรื่อง"
    return "\n".join([*found, "", counted, "", HOW_TO_REMOVE])


def problems(leaks: Sequence[Leak]) -> list[Problem]:
    """Return the leaks as problems whose words begin with the commit."""
    return [replace(each.problem, message=f"{_commit(each)} {each.problem.message}") for each in leaks]


def reason(error: NoHistory) -> str:
    """Return why there is no history to look through."""
    return no_history_report.reason(error, _OUTSIDE)


def _commit(leak: Leak) -> str:
    day = f" ({thai.write_short_date(leak.day)})" if leak.day else ""
    again = f" และไฟล์นี้อีก {leak.versions - 1:,} รุ่น" if leak.versions > 1 else ""
    return f"commit {leak.commit[:10]}{day}{again}:"
