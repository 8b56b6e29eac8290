"""What a catalogue of open data asks of a dataset, in the words of the catalogue of Thai government data.

The fields and the values they may have are those of the form of the GD Catalog (data.go.th), read in a copy of the
schema of its extension of CKAN, `ckan_dataset.json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Licence

if TYPE_CHECKING:
    from ita_site.data.model import Agency

STATISTICS = "ข้อมูลสถิติ"
YEARLY = "ปี"
PUBLIC = "ข้อมูลสาธารณะ"
OTHER = "อื่นๆ"
UNKNOWN = "ไม่ทราบ"
THAI = "ไทย"
POINTS = "คะแนน (0 ถึง 100)"
SINGLE = "หน่วย"
DISAGGREGATED = "ปีงบประมาณ เครื่องมือ ตัวชี้วัด ตัวชี้วัดย่อย และข้อ"
STANDARD = "เกณฑ์การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ของแต่ละปี สำนักงาน ป.ป.ช."
SOURCE = "ประกาศผลการประเมิน ITA ของสำนักงาน ป.ป.ช. และบทวิเคราะห์ แผน และรายงานของหน่วยงาน"
METHOD = (
    "คะแนนที่ประกาศเป็นของสำนักงาน ป.ป.ช. คะแนนที่คำนวณคือค่าจากส่วนประกอบที่ประกาศ ด้วยวิธีของเกณฑ์ปีนั้น"
    " (ค่าเฉลี่ย และผลรวมถ่วงน้ำหนักของเครื่องมือ) ปัดเป็นทศนิยม 2 ตำแหน่ง"
)
KEYWORDS = ("ITA", "OIT", "คุณธรรมและความโปร่งใส", "ธรรมาภิบาล", "ป้องกันการทุจริต", "องค์กรปกครองส่วนท้องถิ่น")
FORMATS = {"csv": "CSV", "json": "JSON", "sqlite": "Database", "xlsx": "XLS"}
"""The formats that the catalogue has a name for."""
NO_LICENCE = "License not specified"
LICENCES = {
    Licence.CC_BY: "Creative Commons Attributions",
    Licence.CC_BY_SA: "Creative Commons Attribution Share-Alike",
    Licence.CC_BY_NC: "Creative Commons Non-Commercial (Any)",
    Licence.ODC_BY: "Open Data Common",
}
"""The licences that the catalogue has a name for."""
TO_CHECK = {
    "objective": "หน่วยงานเลือกวัตถุประสงค์จากรายการในแบบของ GD Catalog",
    "allow_harvest": "หน่วยงานเลือกว่ายินยอมให้นำชื่อชุดข้อมูลไปใช้ที่ GD Catalog หรือไม่",
    "data_release_calendar": "หน่วยงานพิมพ์วันที่กำหนดเผยแพร่ครั้งต่อไป",
}
"""What the data do not know, and the office fills in."""
NO_EMAIL = "หน่วยงานพิมพ์อีเมลที่ channels: ใน agency.yml"
_MUNICIPAL = ("เทศบาล", "องค์การบริหารส่วนตำบล", "อบต")
_PROVINCIAL = ("องค์การบริหารส่วนจังหวัด", "อบจ")


def coverage(agency: Agency) -> str:
    """Name the kind of area that an office's data cover, as the catalogue names it."""
    if agency.kind.startswith(_MUNICIPAL):
        return "เทศบาล/อบต."
    return "จังหวัด" if agency.kind.startswith(_PROVINCIAL) else UNKNOWN


def place(agency: Agency) -> str:
    """Name the area that an office's data cover."""
    return " ".join(
        filter(None, [agency.name, agency.district and f"อำเภอ{agency.district}", f"จังหวัด{agency.province}"])
    )
