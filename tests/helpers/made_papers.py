"""A paper with one of everything that can stand on one: memorandum, endorsements, lists, facts, long table, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ita_site.publishing.documents.paper import (
    BodyText,
    Cell,
    Endorsement,
    Facts,
    ItemList,
    ListItem,
    Memorandum,
    PageBreak,
    Paper,
    PaperKind,
    PaperMark,
    SectionHeading,
    Signature,
    Table,
    TableColumn,
    Words,
)

URL = "https://www.example.go.th/files/plan.pdf"
MARK = PaperMark("https://www.example.go.th/ita/2568/plan/#paper-1f0a22c9be07", "1f0a 22c9 be07")
ROWS = 60


def text(said: str, *, indented: bool = False) -> BodyText:
    """Return a paragraph of one text."""
    return BodyText((Words(said),), indented=indented)


MEMORANDUM = Memorandum(
    division="สำนักปลัดเทศบาล งานนิติการ โทร. ๐ ๕๔๐๐ ๐๐๐๐",
    number="ลป ๕๒๐๐๑/๑๒๓",
    day="๒๘ สิงหาคม ๒๕๖๘",
    subject="รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ รอบ ๖ เดือน",
    to="นายกเทศมนตรีตำบลตัวอย่าง",
    paragraphs=(
        ("เรื่องเดิม", (text("ตามที่เทศบาลตำบลตัวอย่างได้จัดทำแผนปฏิบัติการตามหนังสือที่อ้างถึงแล้ว นั้น " * 4, indented=True),)),
        ("ข้อเท็จจริง", (text("สำนักปลัดเทศบาลได้ดำเนินการแล้ว จำนวน ๑๐ มาตรการ", indented=True),)),
        ("ข้อพิจารณา", (text("จึงเรียนมาเพื่อโปรดพิจารณา", indented=True),)),
    ),
    enclosures=(Words("รายงานผลการดำเนินการ จำนวน ๑ ชุด"),),
    signature=Signature("", "นักจัดการงานทั่วไป"),
    endorsements=(
        Endorsement("หัวหน้าสำนักปลัดเทศบาล", "ปลัดเทศบาล", "เพื่อโปรดพิจารณา\n\nเห็นควรแจ้งเวียน"),
        Endorsement("ปลัดเทศบาลตำบลตัวอย่าง", "นายกเทศมนตรี", None, "ไม่มีข้อความในข้อมูลที่เผยแพร่"),
    ),
    notes=("เอกสารพิมพ์ว่า รอบ ๖ เดื่อน",),
)
LISTS = ItemList(
    (
        ListItem(
            "๑",
            (Words("ข้อแรก", bold=True),),
            (ListItem("๑.๑", (Words("ข้อย่อย"),), (ListItem("(๑)", (Words("รายการ"),)),)),),
        ),
        ListItem("๒", (Words("ข้อสอง", notes=("เอกสารพิมพ์ว่า ข้อสาม",)),)),
    )
)
COLUMNS = tuple(
    TableColumn(title, width, of_figures=title == "งบประมาณ")
    for title, width in {
        "ที่": 4.0, "มาตรการ": 18.0, "วิธีดำเนินการ": 22.0, "ผู้รับผิดชอบ": 12.0, "ระยะเวลา": 10.0, "งบประมาณ": 6.0,
        "ตัวชี้วัด": 10.0, "ผลที่คาดว่าจะได้รับ": 18.0,
    }.items()
)  # fmt: skip


def _row(number: int) -> tuple[Cell, ...]:
    said = (
        f"[{number}]",
        "จัดทำคู่มือการปฏิบัติงานสำหรับเจ้าหน้าที่ผู้ให้บริการ",
        "ประชุมชี้แจงแนวทางการดำเนินงานแก่บุคลากรทุกส่วนราชการ",
        "สำนักปลัดเทศบาล",
        "ต.ค. ๒๕๖๗ – ก.ย. ๒๕๖๘",
        "๑,๒๓๔,๕๖๗.๐๐",
        "ร้อยละ ๘๕",
        "ผู้รับบริการพึงพอใจในการอำนวยความสะดวก",
    )
    return tuple(Cell((text(each),), Decimal(1234567) if "," in each else None) for each in said)


TABLE = Table(
    "ตารางที่ ๑ มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    COLUMNS,
    tuple(_row(number) for number in range(1, ROWS + 1)),
    ((0, text("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่")), (30, text("ตัวชี้วัดที่ ๒ การใช้งบประมาณ"))),
)
PAPER = Paper(
    kind=PaperKind.PLAN,
    year=2568,
    name="plan-2568",
    title="แผนปฏิบัติการส่งเสริมคุณธรรมและความโปร่งใส",
    agency="เทศบาลตำบลตัวอย่าง",
    address="2568/plan/",
    day=date(2025, 8, 28),
    memorandum=MEMORANDUM,
    blocks=(
        SectionHeading(1, (Words("บทนำ"),)),
        text("เทศบาลตำบลตัวอย่างเข้ารับการประเมินแล้ว", indented=True),
        SectionHeading(3, (Words("หลักการ"),)),
        LISTS,
        Facts((("เลขที่", text("๑๒๓/๒๕๖๘")), ("เอกสาร", BodyText((Words("แผนฉบับลงนาม", url=URL),))))),
        TABLE,
        PageBreak(),
        SectionHeading(1, (Words("ผู้จัดทำ"),)),
        Signature("ผู้จัดทำ", "นักจัดการงานทั่วไป"),
        Signature("ผู้เห็นชอบ", "นายกเทศมนตรี", "เทศบาลตำบลตัวอย่าง", day="๒๘ สิงหาคม ๒๕๖๘"),
    ),
)
BOOK = replace(
    PAPER,
    kind=PaperKind.YEARBOOK,
    name="2568",
    title="เล่มรวมเอกสารการประเมินคุณธรรมและความโปร่งใส",
    memorandum=None,
    blocks=(),
    parts=(replace(PAPER, landscape=True), replace(PAPER, title="รายงานผล", memorandum=None)),
)
