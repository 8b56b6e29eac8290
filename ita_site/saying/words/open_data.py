"""The words of the open data: its tables, the columns that many have, and the page that describes them.

A column has a title, a description and an example as a file of CSV has it. The columns of one table alone stand with
those of tables of its kind, in `score_columns`, `measure_columns` and `answer_columns`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ita_site.data.model import Licence
from ita_site.judging.chain import NoStatus, Requirement
from ita_site.saying.words import completeness, labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ColumnWords: TypeAlias = "tuple[str, str, str]"
"""The title of a column, its description, and an example."""

TABLES: Mapping[str, tuple[str, str]] = {
    "years": ("ปีงบประมาณ", "แถวละหนึ่งปีงบประมาณที่เว็บไซต์เผยแพร่ ระดับผลที่ประกาศและที่คำนวณ และเหตุผลของส่วนที่ไม่มี"),
    "frameworks": (
        "เกณฑ์การประเมิน",
        "แถวละหนึ่งส่วนของเกณฑ์ในหนึ่งปี: เครื่องมือ ตัวชี้วัด ตัวชี้วัดย่อย หรือข้อ พร้อมส่วนที่อยู่เหนือขึ้นไป",
    ),
    "scores": (
        "คะแนน",
        "แถวละหนึ่งคะแนนของหนึ่งปี คะแนนที่ประกาศ คะแนนที่คำนวณจากส่วนประกอบ และผลการเทียบ อยู่คนละคอลัมน์",
    ),
    "ranks": ("ลำดับของหน่วยงาน", "แถวละหนึ่งลำดับที่เอกสารผลการประเมินพิมพ์"),
    "errata": ("ตัวเลขที่แก้แล้ว", "แถวละหนึ่งตัวเลขที่เคยเผยแพร่ผิดและแก้แล้ว"),
    "documents": ("เอกสาร", "แถวละหนึ่งเอกสาร: ประกาศผล บทวิเคราะห์ แผน รายงาน หรือรายการของแบบตรวจ OIT"),
    "changes": (
        "การเปลี่ยนแปลงที่เอกสารพิมพ์",
        "แถวละหนึ่งคะแนนที่บทวิเคราะห์หรือรายงานพิมพ์ว่าเปลี่ยนจากปีก่อนเท่าใด ซึ่งอาจไม่ตรงกับตาราง scores",
    ),
    "findings": ("ข้อค้นพบของบทวิเคราะห์", "แถวละหนึ่งเรื่องที่บทวิเคราะห์กล่าวถึง: จุดแข็ง จุดที่ต้องพัฒนา หรือข้อค้นพบอื่น"),
    "measures": ("มาตรการ", "แถวละหนึ่งมาตรการของแผนหนึ่งปี และสถานะตามรายงานล่าสุดของปีนั้น"),
    "answers": ("มาตรการตอบเรื่องใด", "แถวละหนึ่งตัวชี้วัด ข้อ หรือจุดที่ต้องพัฒนา ที่มาตรการหนึ่งตอบ"),
    "owners": ("ผู้รับผิดชอบ", "แถวละหนึ่งส่วนราชการหรือตำแหน่งที่รับผิดชอบมาตรการหนึ่ง ตามแผนหรือตามรายงาน"),
    "targets": ("ตัวชี้วัดความสำเร็จ", "แถวละหนึ่งตัวชี้วัดความสำเร็จของมาตรการหนึ่ง"),
    "progress": ("ความคืบหน้า", "แถวละหนึ่งมาตรการในรายงานหนึ่งฉบับ"),
    "lines": ("ข้อความเป็นข้อ", "แถวละหนึ่งข้อในรายการของเอกสาร เช่น ขั้นตอนของมาตรการ หรือผลการดำเนินการในรายงาน"),
    "disclosure": ("ข้อของแบบตรวจ OIT", "แถวละหนึ่งข้อที่แบบตรวจ OIT ของหนึ่งปีถาม และหน่วยงานตอบแล้วเพียงใด"),
    "elements": ("องค์ประกอบของข้อ OIT", "แถวละหนึ่งองค์ประกอบที่ข้อหนึ่งต้องแสดง"),
    "attachments": ("ไฟล์และลิงก์", "แถวละหนึ่งไฟล์แนบหรือลิงก์ ในที่ที่เอกสารหนึ่งอ้างถึง หลักฐานของข้อ OIT ด้วย"),
    "evidence": ("หลักฐานขององค์ประกอบ", "แถวละหนึ่งคู่ของหลักฐานกับองค์ประกอบที่หลักฐานนั้นแสดง"),
}
"""The title of each table, and what one row of it is."""

COMMON: Mapping[str, ColumnWords] = {
    "year": ("ปีงบประมาณ", "ปีงบประมาณ พ.ศ. ของแถวนี้ (2568 คือ 1 ต.ค. 2567 ถึง 30 ก.ย. 2568)", "2568"),
    "position": ("ลำดับ", "ลำดับที่ในรายการ ตามเอกสาร เริ่มจาก 1", "1"),
    "edits": (
        "สิ่งที่แก้",
        "สิ่งที่ผู้จัดทำเว็บไซต์เพิ่ม จับคู่ แก้ หรือไม่นำมา พร้อมข้อความที่เอกสารพิมพ์และเหตุผล เรื่องละหนึ่งบรรทัด ว่างคือเป็นตามเอกสาร",
        "period: แก้โดยผู้จัดทำเว็บไซต์: เอกสารพิมพ์ปีผิด (เอกสารพิมพ์ว่า “2563”)",
    ),
    "page": ("หน้าเว็บ", "ที่อยู่ของหน้าที่แสดงแถวนี้ ต่อจากที่อยู่ของหน้าแรกของเว็บไซต์", "2568/plan/"),
    "source_file": ("ไฟล์ข้อมูล", "ไฟล์ YAML ที่มาของแถวนี้ ในโฟลเดอร์ข้อมูล", "2568/result.yml"),
    "framework_id": (
        "ส่วนของเกณฑ์",
        "ส่วนของเกณฑ์ที่แถวนี้กล่าวถึง ว่างเมื่อเกณฑ์ของปีนั้นไม่อยู่ในชุดข้อมูลหรือยังไม่รู้จักรหัส",
        "2568/indicator/9",
    ),
    "reference": ("รหัส", "รหัสของตัวชี้วัด ตัวชี้วัดย่อย ข้อ หรือเครื่องมือ", "O13"),
    "measure_id": ("มาตรการ", "มาตรการที่แถวนี้เป็นของ", "2568/measure/e-service"),
    "document_id": ("เอกสาร", "เอกสารที่แถวนี้เป็นของ", "2568/report/annual"),
    "finding_id": ("ข้อค้นพบ", "ข้อค้นพบของบทวิเคราะห์ที่แถวนี้เป็นของหรือกล่าวถึง", "2567/weak_point/equal-service"),
    "progress_id": ("ความคืบหน้า", "ผลของมาตรการในรายงานที่แถวนี้เป็นของ", "2568/progress/annual/e-service"),
    "disclosure_id": ("ข้อ OIT", "ข้อของแบบตรวจ OIT ที่แถวนี้เป็นของ", "2569/item/O1"),
    "matched_by": ("ผู้จับคู่", "ผู้ที่บอกว่าตรงกับส่วนของเกณฑ์นี้: เอกสารเอง หรือผู้จัดทำเว็บไซต์", "เอกสาร"),
    "note": ("คำชี้แจง", "คำชี้แจงของหน่วยงาน", "เอกสารอีกหน้าพิมพ์ 96.80"),
    "period_starts_on": ("วันเริ่มต้น", "วันแรกของระยะเวลา", "2024-10-01"),
    "period_ends_on": ("วันสิ้นสุด", "วันสุดท้ายของระยะเวลา", "2025-09-30"),
    "period_words": ("ระยะเวลาตามเอกสาร", "ระยะเวลาในถ้อยคำของเอกสาร เมื่อไม่ได้พิมพ์เป็นวันที่", "ไตรมาส 2"),
    "status_missing_reason": ("เหตุที่ไม่มีสถานะ", "เหตุที่คอลัมน์ status ว่าง", "ยังไม่มีรายงาน"),
    "status_by": ("ผู้ระบุสถานะ", "ผู้ที่ระบุสถานะ: เอกสารเอง หรือผู้จัดทำเว็บไซต์จากผลที่รายงาน ว่างเมื่อไม่มีสถานะ", "เอกสาร"),
}
"""The columns that mean the same in every table that has them."""

BE_YEAR = ("ปี พ.ศ. ของ{title}", "ปี พ.ศ. ตามปฏิทิน (ไม่ใช่ปีงบประมาณ) ของคอลัมน์ {name}", "2568")
"""The column beside a day."""

REFERENCE_KINDS = {
    "instrument": "เครื่องมือ",
    "indicator": "ตัวชี้วัด",
    "subindicator": "ตัวชี้วัดย่อย",
    "item": "ข้อ",
}
SCORE_KINDS = {"total": labels.TOTAL_SCORE, **REFERENCE_KINDS, "instrument_part": "ส่วนของเครื่องมือ"}
DOCUMENT_KINDS = {
    "result": "ประกาศผล",
    "analysis": "บทวิเคราะห์",
    "plan": "แผน",
    "report": "รายงาน",
    "oit_list": "รายการของแบบตรวจ OIT",
}
FINDING_KINDS = {
    "instrument": "ข้อค้นพบรายเครื่องมือ",
    "strength": "จุดแข็ง",
    "weak_point": "จุดที่ต้องพัฒนา",
    "finding": "ข้อค้นพบอื่น",
    "improvement": "ประเด็นที่ต้องพัฒนารายข้อ",
}
LINE_PARTS = {
    "steps": "ขั้นตอนของมาตรการ",
    "shared_steps": "ขั้นตอนที่มาตรการในแถวเดียวกันของแผนใช้ร่วมกัน",
    "actions": "มาตรการย่อยที่รายงานระบุ",
    "findings": "ข้อค้นพบที่รายงานอ้าง",
    "method": "วิธีการดำเนินการ",
    "output": "ผลการดำเนินการ",
    "proposals": "แนวทางที่รายงานเสนอ",
    "follow_up": "การติดตามผล",
    "suggestions": "ข้อเสนอแนะ",
    "questions": "ข้อที่ต้องพัฒนา",
    "remedies": "แนวทางแก้ไข",
    "purpose": "วัตถุประสงค์",
    "basis": "หลักการ กฎหมาย และยุทธศาสตร์ที่อ้าง",
    "notes": "หมายเหตุ",
}
NAMED_BY = {"plan": "ตามแผน", "report": "ตามรายงาน"}
ATTACHMENT_KINDS = {"file": "ไฟล์ในเว็บไซต์นี้", "link": "ลิงก์ไปเว็บไซต์อื่น"}

LICENCES = {
    Licence.CC0: "Creative Commons Zero 1.0",
    Licence.CC_BY: "Creative Commons Attribution 4.0",
    Licence.CC_BY_SA: "Creative Commons Attribution-ShareAlike 4.0",
    Licence.CC_BY_NC: "Creative Commons Attribution-NonCommercial 4.0",
    Licence.ODC_BY: "Open Data Commons Attribution 1.0",
}
NO_LICENCE = "หน่วยงานยังไม่ได้กำหนดเงื่อนไขการนำไปใช้ต่อ ก่อนเผยแพร่ต่อโปรดสอบถามหน่วยงาน"

DATABASE = "ทุกตารางในฐานข้อมูล SQLite"
WORKBOOK = "ทุกตารางในสมุดงาน Excel"
SIGNED_TEXT = "ใน CSV ข้อความที่ขึ้นต้นด้วย = + - @ หรือ ' มี ' นำหน้าหนึ่งตัว เพื่อไม่ให้โปรแกรมตารางอ่านเป็นสูตร รูปแบบอื่นไม่มี"

NOT_PUBLISHED = "ผลการประเมินไม่ได้ประกาศ"
NO_LEVEL = "ผลการประเมินไม่ได้ประกาศระดับ"
NO_RESULT = "ไม่มีผลการประเมินของปีนี้ในข้อมูลที่เผยแพร่"
NO_ANALYSIS = "ไม่มีบทวิเคราะห์ของปีนี้ในข้อมูลที่เผยแพร่"
NO_MEASURES = "ไม่มีมาตรการของปีนี้ในข้อมูลที่เผยแพร่"
NO_REPORTS = "ไม่มีรายงานของปีนี้ในข้อมูลที่เผยแพร่"
NO_SCALE = "ไม่รู้เกณฑ์ระดับของปีนี้"
UNSETTLED_SCALE = "เงื่อนไขของระดับยังไม่มีเอกสารยืนยัน จึงไม่คำนวณ"
NOT_COMPUTED = "เป็นคะแนนรายข้อ หรือส่วนประกอบไม่ได้ประกาศ หรือไม่ทราบวิธีคำนวณ"
NOT_COMPARABLE = "ไม่มีคะแนนของปีก่อน หรือเทียบกันไม่ได้เพราะเกณฑ์เปลี่ยน"
NO_SCORE = "เอกสารไม่ได้พิมพ์คะแนน"
NO_OUTPUT = "รายงานไม่ได้ระบุผลการดำเนินการ"
NO_CHECKSUM = "เป็นลิงก์ไปเว็บไซต์อื่น"
NO_REPLY = "หน่วยงานยังไม่ได้ตอบข้อนี้"
UNANSWERED = completeness.UNANSWERED
MEASURE_LACKS: Mapping[Requirement, str] = completeness.MEASURE_LACKS
NO_STATUS: Mapping[NoStatus, str] = {each: labels.status(each) for each in NoStatus}


def title(agency: str) -> str:
    """Name the whole of the open data of an office."""
    return f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) มาตรการ และความคืบหน้า ของ{agency}"


def summary(agency: str, first: int, last: int) -> str:
    """Describe the whole of the open data of an office, from one fiscal year, B.E., to another."""
    span = f"ปีงบประมาณ พ.ศ. {first}" + (f" ถึง {last}" if last != first else "")
    return (
        f"คะแนน ITA ที่ประกาศและที่คำนวณซ้ำ บทวิเคราะห์ มาตรการ ความคืบหน้า และการเปิดเผยข้อมูล (OIT) ของ{agency}"
        f" {span} ตัวเลขที่ประกาศกับที่คำนวณอยู่คนละคอลัมน์ สิ่งที่ไม่มีเว้นว่างและบอกเหตุผล"
    )


def licence(chosen: Licence | None) -> str:
    """Say on which conditions the data may be used."""
    return NO_LICENCE if chosen is None else f"ใช้ต่อได้ตามสัญญาอนุญาต {LICENCES[chosen]}"


DESCRIPTIONS = {
    "datapackage.json": "คำอธิบายของทุกตาราง (Frictionless Data Package)",
    "index.json": "สารบัญของ API แบบไฟล์ JSON",
    "schema.json": "JSON Schema ของทุกไฟล์ใน API",
    "dcat.jsonld": "คำอธิบายสำหรับคลังข้อมูล (DCAT-AP)",
    "gd-catalog.json": "คำอธิบายตามแบบของ GD Catalog (data.go.th)",
}
TYPES = {
    "string": "ข้อความ",
    "integer": "จำนวนเต็ม",
    "number": "ตัวเลขทศนิยมไม่เกิน 2 ตำแหน่ง",
    "date": "วันที่ (ISO 8601 ปี ค.ศ.)",
    "boolean": "ใช่หรือไม่ (true, false)",
}
UNITS = {"points": "คะแนน", "percent": "ร้อยละ", "bytes": "ไบต์", "people": "คน", "year B.E.": "ปี พ.ศ."}


def condition(*, is_key: bool, required: bool, refers: str, choices: Iterable[tuple[str, str]]) -> str:
    """Say what holds of the values of a column."""
    known = ", ".join(f"{value} ({meaning})" if meaning else value for value, meaning in choices)
    parts = [
        "กุญแจของตาราง" if is_key else "มีเสมอ" if required else "ว่างได้",
        f"อ้างถึงตาราง {refers}" if refers else "",
        f"ค่าที่เป็นได้: {known}" if known else "",
    ]
    return "; ".join(filter(None, parts))
