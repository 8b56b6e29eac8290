"""The words of two papers that no office writes by hand: how scores are computed, and how far an OIT list is."""

from __future__ import annotations

ITEM_COUNT = "จำนวนข้อในแบบตรวจ OIT"
ITEM_NAMES = "รายการข้อ"
PROGRESS = "ความก้าวหน้า"
UNKNOWN = "ยังไม่ทราบ"
NO_ITEMS = "ยังไม่มีรายการข้อที่ยืนยันได้"
BY_ITEM = "รายข้อ"
OWED = "ใครยังต้องตอบข้อใด"
NOTES = "หมายเหตุ"

ITEM = "ข้อ"
STATUS = "สถานะ"
OWNER = "เจ้าของข้อมูล"
EVIDENCE = "หลักฐานและที่อยู่"
ITEM_PAGE = "หน้าของข้อนี้"
NOT_COMPARABLE = "ยังเทียบไม่ได้"
NOT_SAID = "ไม่ได้ระบุ"

CHECKED = "ผลการตรวจตัวเลขที่ประกาศ"
EXPLAINED = (
    "คะแนนรวมมาจากสามเครื่องมือ เครื่องมือมาจากตัวชี้วัด และตัวชี้วัดมาจากคะแนนรายข้อ",
    "ตัวเลขที่ประกาศปัดเหลือทศนิยม 2 ตำแหน่ง ผลที่คำนวณจากตัวเลขที่ปัดแล้วจึงอาจต่างไปเล็กน้อยได้โดยไม่ผิด",
    "เอกสารนี้คำนวณซ้ำทีละขั้นจากตัวเลขที่ประกาศ ตัวเลขที่ประกาศคงไว้ตามเดิมเสมอ",
)
TOTAL = "คะแนนรวม"
LEVEL = "ระดับ"
INSTRUMENTS = "เครื่องมือ"
INDICATORS = "ตัวชี้วัด"
SUBINDICATORS = "ตัวชี้วัดย่อย"
NO_PARTS = "ไม่มีคะแนนรายเครื่องมือ รายตัวชี้วัด หรือรายข้อที่ประกาศ จึงไม่มีขั้นต่อไป"

SCORE = "คะแนน"
PUBLISHED_SCORES = "คะแนนที่ประกาศ"
PLACE = "อันดับ"
PUBLISHED = "ที่ประกาศ"
COMPUTED = "ที่คำนวณ"
VERDICT = "ผลการตรวจ"
NOT_PRINTED = "ไม่ได้พิมพ์"
NOTHING_TO_CHECK = "ไม่มีตัวเลขที่ประกาศให้ตรวจ"
ONLY_BOUNDS = "ยังไม่ทราบว่าตัวชี้วัดย่อยมีข้อใดบ้าง จึงบอกได้เพียงช่วง"
NO_LEVEL = "ไม่มีระดับที่ประกาศ"
BY_SCALE = "ตามเกณฑ์"
BY_TOTAL = "ตามคะแนนรวม"
SCALE = "เกณฑ์ของระดับ"
LEVEL_AS_PUBLISHED = "ระดับแสดงตามที่ประกาศ"


def items(count: int) -> str:
    """Say how many items there are."""
    return f"{count} ข้อ"


def place_among(place: int, among: str) -> str:
    """Say the place of the office among others."""
    return f"ที่ {place} ของ{among}"


def unnamed(count: int) -> str:
    """Say how many items have no name that is known."""
    return f"ยังไม่มีชื่ออีก {count} ข้อ"


def of_state(state: str, codes: str) -> str:
    """Write the items that are in a state."""
    return f"{state}: {codes}"


def counted(state: str, count: int, unit: str) -> str:
    """Say how many have a state."""
    return f"{state} {count} {unit}"


FIGURES = "ตัวเลข"
"""The unit of figures that are checked."""
ITEMS = "ข้อ"
"""The unit of items."""


def source_items(count: int) -> str:
    """Say how many scores of items are published, which nothing lies below."""
    return f"นอกจากนี้มีคะแนนรายข้อที่ประกาศ {count} ข้อ ซึ่งเป็นข้อมูลต้นทาง ไม่มีส่วนประกอบให้คำนวณ"


def table_of_items(year: int) -> str:
    """Name the table of an OIT list."""
    return f"ข้อของแบบตรวจ OIT ปี {year}"


def score_of_year(year: int) -> str:
    """Name the column of the points of a year."""
    return f"คะแนนปี {year}"


def continued(points: str, code: str) -> str:
    """Write the points of the item that one of this year continues."""
    return f"{points} ({code})"


def no_framework(year: int) -> str:
    """Say why nothing can be computed again."""
    return f"ยังไม่มีเกณฑ์การประเมินของปี {year} จึงคำนวณซ้ำไม่ได้"


def no_scale(year: int) -> str:
    """Say that the scale of the levels of a year is not known."""
    return f"ยังไม่ทราบเกณฑ์ของระดับในปี {year}"


def method(text: str, sure: str) -> str:
    """Say how scores are computed, and whether that is confirmed."""
    return f"วิธีคำนวณ: {text} ({sure})"


def parts_of(heading: str, name: str) -> str:
    """Name a table of the parts of something."""
    return f"{heading}ของ{name}"


def figures_of(heading: str, year: int) -> str:
    """Name a table of the figures of a year."""
    return f"{heading} ปี {year}"


def equation(formula: str, result: str) -> str:
    """Write a sum with what it gives."""
    return f"{formula} = {result}"


def parts(count: int) -> str:
    """Say how many parts a score has, above their list."""
    return f"ส่วนประกอบ {count} รายการ"


def possible(bounds: str) -> str:
    """Say between which points a figure can lie when its parts are rounded."""
    return f"ถ้าคิดการปัดเศษของส่วนประกอบ ค่าที่เป็นไปได้คือ {bounds}"


def agreement(*, agrees: bool) -> str:
    """Say whether a level by the rules is the published one."""
    return "ตรงกับที่ประกาศ" if agrees else "ไม่ตรงกับที่ประกาศ"


def published_on(day: str) -> str:
    """Say when an item was published."""
    return f"เผยแพร่เมื่อ {day}"


def changed_on(day: str) -> str:
    """Say when an item was changed last."""
    return f"แก้ไขล่าสุดเมื่อ {day}"
