"""The sentences of the page that offers the data files."""

from __future__ import annotations

TITLE = "ข้อมูลเปิด"
KINDS = {
    "agency.yml": "หน่วยงาน ส่วนราชการ และช่องทางติดต่อ",
    "result.yml": "ผลการประเมินที่ประกาศ",
    "analysis.yml": "จุดแข็งและจุดที่ต้องพัฒนา",
    "plan.yml": "แผนทั้งฉบับ",
    "measures": "มาตรการ ไฟล์ละหนึ่งมาตรการ",
    "reports": "รายงานผลการดำเนินการ",
    "disclosure.yml": "คำตอบและหลักฐานรายข้อของแบบตรวจ OIT",
    "links.lock.yml": "ผลตรวจลิงก์ไปเว็บไซต์อื่น",
    "gaps.yml": "เหตุผลของส่วนที่ไม่มี",
    "frameworks": "เกณฑ์การประเมินที่หน่วยงานแก้ไขเอง",
}
"""What is in files of a name, or in a folder of a name, in the order in which a page lists them."""


def description(agency: str) -> str:
    """Describe the page that offers the data files."""
    return f"ไฟล์ข้อมูลทั้งหมดที่ใช้สร้างเว็บไซต์นี้ ของ{agency}"
