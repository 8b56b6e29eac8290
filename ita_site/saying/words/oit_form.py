"""The words of the page from which editors fill in the form of a year's OIT list."""

from __future__ import annotations

from ita_site.ground.website import Website
from ita_site.saying.words.figures import fiscal_year

SOMEWHERE = Website("…/")
"""Stands before an address of this site where it is not known where the site will stand."""
NO_ADDRESS = (
    "ยังไม่รู้ที่อยู่ที่จะเผยแพร่ ที่อยู่ของเว็บไซต์นี้จึงขึ้นต้นด้วย … และยังกรอกแบบไม่ได้"
    " ให้พิมพ์ site_url: ใน mkdocs.yml แล้วสร้างเว็บไซต์ใหม่ หรือดูด้วย ita-site oit"
)
ALL_READY = "ทุกข้อพร้อมกรอกแบบ"


def title(year: int) -> str:
    """Name the page of the form of a fiscal year, B.E."""
    return f"ตารางสำหรับกรอกแบบ OIT {fiscal_year(year)}"


def description(year: int) -> str:
    """Describe the page of the form of a fiscal year, B.E."""
    return f"คำตอบ ที่อยู่เต็ม และคำอธิบายทางไปของแต่ละข้อ ตามลำดับของแบบตรวจ OIT ปี {year} สำหรับเจ้าหน้าที่ที่กรอกแบบ"


def waiting(count: int) -> str:
    """Say how many items may not be filed yet."""
    return f"ยังกรอกไม่ได้ {count} ข้อ" if count else ALL_READY
