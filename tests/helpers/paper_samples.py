"""A paper with everything that a paper can have, for what writes papers."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

from PIL import Image

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

MARK = PaperMark("https://ita.example.go.th/2569/reports/six-month/#1f0a22c9be07", "1f0a 22c9 be07")
SENTENCE = (
    "ดำเนินการจัดทำประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน โดยเผยแพร่บนเว็บไซต์หลักของเทศบาล"
    "และปิดประกาศ ณ ที่ทำการ ให้ประชาชนทราบโดยทั่วกัน "
)


def text(said: str, *, notes: tuple[str, ...] = (), indented: bool = False) -> BodyText:
    return BodyText((Words(said, notes=notes),), indented=indented)


def emblem() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (120, 150), "#aa8800").save(out, "PNG")
    return out.getvalue()


def memorandum() -> Memorandum:
    return Memorandum(
        division="สำนักปลัดเทศบาล เทศบาลตำบลตัวอย่าง โทร. ๐ ๔๔๐๐ ๐๐๐๐",
        number="นม ๗๒๐๐๑/๑๒๓",
        day="๑๕ มีนาคม ๒๕๖๙",
        subject="รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน รอบ ๖ เดือน",
        to="นายกเทศมนตรีตำบลตัวอย่าง",
        paragraphs=(
            ("เรื่องเดิม", (text(SENTENCE * 3, indented=True),)),
            ("ข้อเท็จจริง", (text(SENTENCE * 4, indented=True), text(SENTENCE, indented=True))),
            ("ข้อพิจารณา", (text("จึงเรียนมาเพื่อโปรดพิจารณา", indented=True),)),
        ),
        enclosures=(Words("รายงานผล ๑ ชุด"), Words("แผน ๑ ชุด", url="https://ita.example.go.th/plan")),
        signature=Signature("", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        endorsements=(
            Endorsement("ปลัดเทศบาลตำบลตัวอย่าง", "นายกเทศมนตรี", "เพื่อโปรดทราบ\n\nเห็นควรเผยแพร่บนเว็บไซต์"),
            Endorsement("นายกเทศมนตรีตำบลตัวอย่าง", None, None, "ไม่มีข้อความในข้อมูลที่เผยแพร่"),
        ),
        notes=("วันที่ในต้นฉบับพิมพ์ย่อ",),
    )


def table(rows: int = 60) -> Table:
    """Return a table of eight columns; its sixth row is longer than a sheet's half, its fourth has a note."""
    titles = ("ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "สถานที่", "ผลการดำเนินการ", "วันที่", "คะแนน")
    steps = ListItem("๑.", (Words("ประชุมคณะทำงาน"),), (ListItem("-", (Words("ครั้งที่ ๑"),)),))

    def row(number: int) -> tuple[Cell, ...]:
        said = SENTENCE * 12 if number == 5 else "น้ำ ปี่ ญู ฐู ดำเนินการ"
        return (
            Cell((text(str(number + 1)),), Decimal(number + 1)),
            Cell((text(said),)),
            Cell((ItemList((steps, ListItem("", (Words("ติดตามผล"),)))),)),
            Cell((text("สำนักปลัด", notes=("แก้คำผิด “เผยแพร่”",) if number == 3 else ()),)),
            Cell((text("=1+1"),)),
            Cell((text("ดำเนินการแล้ว"),)),
            Cell((text("๑ ต.ค. ๒๕๖๘"),), date(2025, 10, 1)),
            Cell((text("๙๗.๑๐"),), Decimal("97.10")),
        )

    return Table(
        "ผลรายมาตรการ",
        tuple(
            TableColumn(title, 5 if number == 0 else 95 / 7, of_figures=number == 7)
            for number, title in enumerate(titles)
        ),
        tuple(row(number) for number in range(rows)),
        ((0, text("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่")), (20, text("ตัวชี้วัดที่ ๒ การใช้งบประมาณ"))),
    )


def paper(title: str = "รายงานผลการดำเนินการตามมาตรการ รอบ ๖ เดือน", *, landscape: bool = True) -> Paper:
    """Return a report with a memorandum, lists of three levels, a long table, notes and signatures."""
    deepest = (
        ListItem("(๑)", (Words("ข้อย่อยลงไป"),)),
        ListItem("(๒)", (Words("หนา", bold=True), Words(" เว็บ", url="https://ita.example.go.th/a?b=1&c=2"))),
    )
    below = (ListItem("๑.๑", (Words("ข้อย่อย"),), deepest),)
    return Paper(
        kind=PaperKind.REPORT,
        year=2569,
        name="2569-report-six-month",
        title=title,
        agency="เทศบาลตำบลตัวอย่าง",
        address="2569/reports/six-month/",
        day=date(2026, 3, 15),
        memorandum=memorandum(),
        blocks=(
            Facts((("รายงานของ", text("ปีงบประมาณ พ.ศ. ๒๕๖๙")), ("เอกสารที่มา", text(SENTENCE)))),
            SectionHeading(1, (Words("บทนำ"),)),
            text(SENTENCE * 3, notes=("แก้คำผิด “เผยแพร่”",), indented=True),
            SectionHeading(2, (Words("วัตถุประสงค์"),)),
            ItemList((ListItem("๑.", (Words(SENTENCE),), below), ListItem("๒.", (Words("ข้อสอง"),)))),
            table(),
            PageBreak(),
            SectionHeading(1, (Words("บทสรุป"),)),
            text(SENTENCE, indented=True),
            Signature("ผู้จัดทำ", "นักวิชาการ", "สำนักปลัด"),
            Signature("ผู้จัดทำ", "เจ้าพนักงานธุรการ", None, "นายตัวอย่าง", "๑๕ มีนาคม ๒๕๖๙"),
            Signature("ผู้เห็นชอบ", "ปลัดเทศบาล"),
        ),
        landscape=landscape,
        emblem=emblem(),
    )
