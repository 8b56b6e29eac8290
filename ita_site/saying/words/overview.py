"""The words of the pages about many municipalities: what is counted, and what is not said by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULT, ANALYSIS, PLAN, REPORTS = "ผลการประเมิน", "บทวิเคราะห์", "แผนหรือมาตรการ", "รายงาน"
OIT, ATTACHMENTS = "ข้อ OIT ที่ครบอย่างน้อยหนึ่งข้อ", "ไฟล์แนบ"
LINKS_CHECKED, DEAD_LINKS = "ตรวจลิงก์แล้ว", "มีลิงก์ที่เปิดไม่ได้"
OTHER_PROVINCE = "ชื่อจังหวัดไม่อยู่ใน 77 จังหวัด"
NONE = "–"
BANDS = (("ต่ำกว่า 50", 50), ("50 ถึงไม่ถึง 75", 75), ("75 ถึงไม่ถึง 90", 90), ("90 ขึ้นไป", 101))
"""Scores in words, each below a figure: no rule of the assessment, but what is far apart is told apart."""
FULL = 100
FRAMEWORKS_TITLE = "เกณฑ์แต่ละปีเทียบกัน"
FRAMEWORKS_DESCRIPTION = "น้ำหนัก จำนวนข้อ ระดับ และชื่อตัวชี้วัดของเกณฑ์ ITA แต่ละปีวางข้างกัน และสิ่งใดเทียบข้ามปีได้"
NO_SCORE, ALL_OF_THEM = "ไม่ได้ประกาศ", "ทั้งหมด"
HOME_TITLE = "ความโปร่งใสของหน่วยงานในท้องถิ่น"
LIST_TITLE = "รายชื่อหน่วยงาน"
TRIED_TITLE = "มาตรการที่เคยใช้กับคะแนนที่ตามมา"
DATA_TITLE = "ข้อมูลเปิดของทุกหน่วยงาน"
NO_CAUSE = (
    "ตัวเลขในหน้านี้บอกเพียงว่าคะแนนของปีถัดไปเป็นอย่างไร ไม่ได้พิสูจน์ว่ามาตรการเป็นเหตุให้คะแนนเปลี่ยน"
    " คะแนนขึ้นลงได้จากผู้ตอบ เกณฑ์ และเรื่องอื่นที่ทำพร้อมกัน"
)
NO_ORDER = "หน้านี้ไม่จัดอันดับ รายชื่อเรียงตามจังหวัด อำเภอ และตัวอักษรของชื่อ"
NOT_COMPARABLE = "คะแนนของต่างปีหรือต่างเกณฑ์ไม่ได้วัดสิ่งเดียวกันเสมอไป จึงแสดงแยกกันตามปีและตามชื่อตัวชี้วัดของเกณฑ์นั้น"


def place(province: str, district: str, *, is_other: bool) -> str:
    """Name a group of municipalities: the district, and the province as it is typed where it is none of the 77."""
    named = f"อำเภอ{district}" if district else "ไม่อยู่ในอำเภอใด"
    return f"{province} {named}" if is_other else named


def district(name: str) -> str:
    """Name a district; nothing where there is none."""
    return f"อำเภอ{name}" if name else ""


def counted(number: int) -> str:
    """Say how many municipalities."""
    return f"{number:,} แห่ง"


def province_title(name: str) -> str:
    """Name the page of a province."""
    return name if name in {OTHER_PROVINCE, "กรุงเทพมหานคร"} else f"จังหวัด{name}"


def home_description(municipalities: int, provinces: int) -> str:
    """Describe the home page."""
    return f"สิ่งที่หน่วยงาน {municipalities:,} แห่งใน {provinces} จังหวัดเผยแพร่เรื่อง ITA โดยไม่จัดอันดับ"


def year_title(year: int) -> str:
    """Name the page of a fiscal year, B.E."""
    return f"ปี {year}: ใครเผยแพร่อะไรแล้ว"


def indicator_title(identity: str, name: str, year: int) -> str:
    """Name the page of an indicator of a year."""
    return f"ตัวชี้วัดที่ {identity} {name} ปี {year}"


def tried_title(identity: str) -> str:
    """Name the page of the measures for an indicator."""
    return f"มาตรการที่ตอบตัวชี้วัดที่ {identity}"


def grid_title(what: str, year: int) -> str:
    """Name a picture of all provinces."""
    return f"จำนวนหน่วยงานที่เผยแพร่{what}ของปี {year} รายจังหวัด"


def grid_of_all() -> str:
    """Name the picture of how many municipalities each province has."""
    return "จำนวนหน่วยงานในชุดนี้รายจังหวัด"


def grid_label(title: str, some: int, of: int) -> str:
    """Say what the picture of all provinces shows."""
    return (
        f"{title}: {some:,} จาก {of:,} แห่ง ช่องหนึ่งช่องคือหนึ่งจังหวัด วางใกล้ตำแหน่งจริง ตัวเลขในช่องคือจำนวนหน่วยงาน"
        " แถบล่างคือส่วนของหน่วยงานในชุดนี้ ตัวเลขเดียวกันอยู่ในตารางถัดไป"
    )


def spread_label(name: str, count: int, least: str, most: str, quartiles: tuple[str, ...]) -> str:
    """Say what a dot strip shows."""
    of = f" หนึ่งในสี่ได้ไม่เกิน {quartiles[0]} ครึ่งหนึ่งไม่เกิน {quartiles[1]} สามในสี่ไม่เกิน {quartiles[2]}" if quartiles else ""
    return thai.normalise(f"{name}: คะแนนของ {count:,} แห่ง ตั้งแต่ {least} ถึง {most}{of}")


def own_label(score: str, least: str, most: str, each: int) -> str:
    """Say what the picture of one score among all shows; a dot is so many municipalities."""
    return f"คะแนน {score} คะแนนของทุกแห่งอยู่ระหว่าง {least} ถึง {most} จุดละ {each:,} แห่ง"


def same(*, is_same: bool) -> str:
    """Say whether something of a framework is as the year before."""
    return "เหมือนเดิม" if is_same else "เปลี่ยน"


def same_names(renamed: Sequence[str]) -> str:
    """Say which indicators have another name than the year before."""
    return f"เปลี่ยนที่ {', '.join(renamed)}" if renamed else same(is_same=True)


def same_levels(*, is_same: bool) -> str:
    """Say whether levels are those of the year before."""
    return same(is_same=True) if is_same else "คนละชุด เทียบกันไม่ได้"


def marked(points: int) -> str:
    """Say where the municipality stands from whose page the reader came."""
    return f"หน่วยงานที่เปิดมา {points}{'' if points == FULL else ' กว่า'}"


def same_name(name: str, ids: str) -> str:
    """Say that municipalities cannot be told apart by their name and place."""
    return f"{name} อยู่ในโฟลเดอร์ {ids} โดยมีอำเภอและจังหวัดเดียวกัน ให้เหลือโฟลเดอร์เดียว หรือตรวจ agency.yml"


def same_code(code: str, ids: str) -> str:
    """Say that municipalities have one code."""
    return f"รหัส อปท. {code} ซ้ำกันในโฟลเดอร์ {ids} ให้ตรวจช่อง code: ใน agency.yml"
