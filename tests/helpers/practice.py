"""The practice set: an invented municipality whose OIT list of one year is answered in every way an item can be."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.helpers import TESTS, sites, worded_files

if TYPE_CHECKING:
    from pathlib import Path

DATA = TESTS / "practice"
YEAR = 2569
"""The year whose list is answered; of the year before there is the result, with what was lost."""
REPORT = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nปีงบประมาณ พ.ศ. 2568"
FILES = {
    "2568/files/measures-report-2568.pdf": (REPORT, 2),
    "2569/files/measures-report-2568.pdf": (REPORT, 2),
    "2569/files/structure-2569.pdf": ("แผนผังโครงสร้างฝ่ายการเมืองและฝ่ายข้าราชการประจำ\nปีงบประมาณ พ.ศ. 2569", 1),
    "2569/files/development-plan-2567.pdf": ("แผนพัฒนาท้องถิ่น\nปีงบประมาณ พ.ศ. 2567", 3),
    "2569/files/manual-works.pdf": ("คู่มือการปฏิบัติงาน\nกองช่าง", 12),
    "2569/files/procurement-2568-10.pdf": (
        "สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.1)\nเดือนตุลาคม 2568 ปีงบประมาณ พ.ศ. 2569",
        1,
    ),
    "2569/files/procurement-2569-01.pdf": (
        "สรุปผลการจัดซื้อจัดจ้างรายเดือน\nเดือนมกราคม 2569 ปีงบประมาณ พ.ศ. 2569\nไม่มีการจัดซื้อจัดจ้าง",
        1,
    ),
    "2569/files/procurement-report-2568.pdf": ("รายงานสรุปผลการจัดซื้อจัดจ้าง\nปีงบประมาณ พ.ศ. 2568", 4),
}
"""The attachments, by their names in the data: what the first page says below the name of the office, and how many."""


def write_data(target: Path) -> Path:
    """Write the data of the practice set, attachments among them, into a folder that is not there yet."""
    shutil.copytree(DATA, target)
    for name, (text, pages) in FILES.items():
        path = target / name
        path.parent.mkdir(exist_ok=True)
        words = [text, *(f"หน้า {number}" for number in range(2, pages + 1))]
        path.write_bytes(worded_files.pdf(*(f"เทศบาลตำบลสมมุติ\n{each}" for each in words)))
    return target


def copy_project(target: Path) -> Path:
    """Make the project of the practice set in a folder."""
    return sites.copy_project(target / "project", write_data(target / "made"))


def build_site(folder: Path) -> Path:
    """Build the site of the practice set into a folder, beside its project, and return the folder of the site."""
    return sites.build(copy_project(folder), folder / "site")
