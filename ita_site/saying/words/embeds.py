"""The words of what other websites show of this one, and of the page that offers it."""

from __future__ import annotations

TITLE = "นำไปติดบนเว็บไซต์"
SCORE = "คะแนนรวม ITA"
INDICATORS = "คะแนนสิบตัวชี้วัด"
INSTRUMENTS = "คะแนนสามเครื่องมือ"
MEASURES = "สถานะของมาตรการ"
TOTALS = "คะแนนรวมทุกปี"
TITLES_OF_LATEST = {
    "score": f"{SCORE} ปีล่าสุด",
    "indicators": f"{INDICATORS} ปีล่าสุด",
    "instruments": f"{INSTRUMENTS} ปีล่าสุด",
    "measures": f"{MEASURES} ปีล่าสุด",
}
"""What shows the latest year, by its name in the address."""
LATEST = "ปีล่าสุด เปลี่ยนเองเมื่อมีผลปีใหม่"
SITE_ADDRESS = "https://ที่อยู่ของเว็บไซต์นี้/"
"""What stands for the address of the site where that is not known."""
ALL_YEARS = "ทุกปี"
OUT_OF = "จาก 100"
SOURCE = "ดูที่มาและรายละเอียด"
MARKED = "บางค่ามีหมายเหตุของผู้จัดทำเว็บไซต์ อ่านได้ที่หน้ารายละเอียด"


def description(agency: str) -> str:
    """Describe the page that offers what other websites may show."""
    return f"คะแนนและแผนภูมิ ITA ของ{agency} สำหรับติดบนเว็บไซต์อื่น พร้อมไฟล์ภาพ"


def of_year(what: str, year: int) -> str:
    """Name a figure or a chart of a fiscal year B.E."""
    return f"{what} ปี {year}"


def indicator(number: str, name: str) -> str:
    """Name the chart of an indicator through the years."""
    return f"ตัวชี้วัดที่ {number} {name} ทุกปี"


def of_owner(title: str, owner: str) -> str:
    """Name what is shown with whose it is."""
    return f"{title} {owner}"


def legend(year: int) -> str:
    """Say what the two bars of each name are."""
    return f"แท่งทึบ ปี {year} แท่งโปร่ง ปี {year - 1}"


def goal_line(target: str) -> str:
    """Say what the line across all bars is."""
    return f"เส้นตั้ง {target}"


def shelf(year: str) -> str:
    """Name what may be shown of a fiscal year B.E."""
    return f"ปี {year}"


def without_arrows(text: str) -> str:
    """Write what became another thing in words, for a font that has no arrows."""
    return text.replace("→", "เป็น")
