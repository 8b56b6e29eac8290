"""Sentences about what an editor of the site did to a document."""

from __future__ import annotations

from ita_site.data.model import Change

HEADING = "คำอธิบายเครื่องหมาย *"
MATCHED = "เอกสารไม่ได้ระบุว่ามาตรการหรือข้อค้นพบนี้ตรงกับตัวชี้วัดหรือข้อใด ผู้จัดทำเว็บไซต์จับคู่จากเนื้อหา"
STATUS = "เอกสารไม่ได้ระบุสถานะของมาตรการ ผู้จัดทำเว็บไซต์ระบุจากผลที่รายงาน"
_DONE = {
    Change.ADDED: "เพิ่มโดยผู้จัดทำเว็บไซต์",
    Change.MATCHED: "จับคู่โดยผู้จัดทำเว็บไซต์",
    Change.CORRECTED: "แก้โดยผู้จัดทำเว็บไซต์",
    Change.LEFT_OUT: "ไม่ได้นำมาแสดง",
}


def told(change: Change, why: str, printed: str | None) -> str:
    """Say in one sentence what an editor did, why, and what the document prints; for where no mark can stand."""
    words = f" (เอกสารพิมพ์ว่า “{printed}”)" if printed else ""
    return f"{done(change)}: {why}{words}"


def done(change: Change) -> str:
    """Say what an editor did."""
    return _DONE[change]
