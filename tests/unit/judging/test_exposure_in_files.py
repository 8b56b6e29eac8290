"""Personal data inside attachments: found wherever they were planted, masked, with file and place; exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.ground.problems import Severity
from ita_site.publishing.data_check import check
from tests.helpers import worded_files as made
from tests.helpers.worded_files import paragraph, photograph, presentation, with_note, word, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_site.ground.problems import Problem

AGENCY = (
    "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
    "channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]\n"
)
CARD = "1-1014-00001-23-1"
"""A number that passes the check of a national card; nobody's."""

PLANTED: dict[str, tuple[str, bytes, str]] = {
    "page of a PDF": ("a.pdf", made.pdf("หน้าแรก", "ต่อไป", f"ผู้รับเงิน {CARD}"), "a.pdf หน้า 3"),
    "title of a PDF": ("a.pdf", made.pdf("ก", change=lambda each: each.add_metadata({"/Title": CARD})), "(Title)"),
    "note on a PDF": ("a.pdf", made.pdf("ก", change=with_note(f"ตรวจแล้ว {CARD}")), "ความเห็นหรือลิงก์ที่หน้า 1"),
    "field of a PDF": ("a.pdf", made.pdf("ก", change=with_note(CARD, "/Widget", "/V")), "ช่องของแบบฟอร์มที่หน้า 1"),
    "comment in Word": (
        "a.docx",
        word("ก", parts={"word/comments.xml": f"<w:comments xmlns:w='w'><w:comment w:author='x'>{paragraph(CARD)}"
                         "</w:comment></w:comments>"}),
        "ความเห็น",
    ),
    "text in Word that is deleted and tracked": (
        "a.docx", word(raw=f"<w:p><w:del><w:r><w:delText>{CARD}</w:delText></w:r></w:del></w:p>"), "ที่ลบแต่ยังติดตาม",
    ),
    "text in Word that is inserted and tracked": (
        "a.docx", word(raw=f"<w:p><w:ins><w:r><w:t>{CARD}</w:t></w:r></w:ins></w:p>"), "ที่แทรก",
    ),
    "number in Word in several runs": (
        "a.docx", word(raw="<w:p>" + "".join(f"<w:r><w:t>{each}</w:t></w:r>" for each in CARD) + "</w:p>"), "ย่อหน้า",
    ),
    "Thai digits in Word": ("a.docx", word("๑-๑๐๑๔-๐๐๐๐๑-๒๓-๑"), "ย่อหน้า"),
    "EXIF of a picture in Word": (
        "a.docx", word("ก", parts={"word/media/a.jpg": photograph(ImageDescription=CARD)}), "a.jpg ในไฟล์ EXIF",
    ),
    "hidden sheet": (
        "a.xlsx", workbook({"งบ": [["ก"]], "เก็บ": [["ชื่อ", CARD]]}, hidden=("เก็บ",)), "แผ่นงานที่ซ่อน “เก็บ” แถว 1",
    ),
    "hidden column": (
        "a.xlsx",
        workbook({"งบ": [["ก", CARD]]}, sheet_xml=lambda _, xml: xml.replace(
            "<sheetData>", '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>')),
        "คอลัมน์ที่ซ่อน",
    ),
    "number in a cell": (
        "a.xlsx",
        workbook({"งบ": [["เลขประจำตัวประชาชน"]]}, sheet_xml=lambda _, xml: xml.replace(
            "</row>", '<c r="B1"><v>1101400001231</v></c></row>')),
        "แผ่นงาน “งบ” แถว 1",
    ),
    "text that no cell shows any more": (
        "a.xlsx",
        workbook({"งบ": [["ก"]]}, parts={"xl/sharedStrings.xml":
                                         f"<sst><si><t>ก</t></si><si><t>{CARD}</t></si></sst>"}),
        "ที่ลบจากแผ่นงาน",
    ),
    "notes below a slide": (
        "a.pptx",
        presentation("ก", parts={"ppt/notesSlides/n1.xml":
                                 f"<p:notes xmlns:p='p' xmlns:a='a'><a:p><a:t>{CARD}</a:t></a:p></p:notes>"}),
        "บันทึกใต้สไลด์",
    ),
    "CSV": ("a.csv", f"ชื่อ,เลข\nก,{CARD}\n".encode(), "บรรทัด 2"),
}  # fmt: skip


def problems_of(project: Callable[..., Path], name: str, data: bytes, remark: str = "") -> list[Problem]:
    """Return what is told of a file that is attached to a plan."""
    written = f"title: แผน\nattachments:\n  - title: เอกสาร\n    file: {name}{remark}\n    description: ภาพ\n"
    files = {"data/agency.yml": AGENCY, "data/2568/plan.yml": written, f"data/2568/files/{name}": data}
    told = check(project(files) / "data").problems
    return [each for each in told if not each.code.startswith(("gap-", "picture-"))]


@pytest.mark.parametrize("place", PLANTED)
def test_a_planted_number_is_found_and_masked(place: str, project: Callable[..., Path]) -> None:
    name, data, where = PLANTED[place]
    (problem,) = problems_of(project, name, data)
    assert (problem.code, problem.severity) == ("national-id", Severity.ERROR)
    assert str(problem.position) == "data/2568/plan.yml:4:11"
    assert name in problem.message
    assert where in problem.message
    assert "00001" not in problem.message
    assert "๐๐๐๐๑" not in problem.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", photograph(ImageDescription=CARD)),
        ("a.jpg", photograph(comment=CARD.encode())),
        ("a.png", photograph("PNG", ImageDescription=CARD)),
        ("a.webp", photograph("WEBP", ImageDescription=CARD)),
    ],
)
def test_of_a_picture_it_is_told_that_only_the_copy_is_clean(
    name: str, data: bytes, project: Callable[..., Path]
) -> None:
    (problem,) = problems_of(project, name, data)
    assert (problem.code, problem.severity) == ("national-id", Severity.WARNING)
    assert "ตัดออกจากรูปที่เผยแพร่" in problem.message
    assert CARD not in problem.message


@pytest.mark.parametrize(
    ("remark", "codes"),
    [
        ("  # เปิดเผยได้: ผู้รับรางวัลยินยอมเป็นหนังสือแล้ว", []),
        ("  # เปิดเผยได้", ["exemption-without-reason", "national-id"]),
        ("  # ตรวจแล้ว", ["national-id"]),
    ],
)
def test_an_exception_stands_with_its_reason_on_the_line_of_the_file(
    remark: str, codes: list[str], project: Callable[..., Path]
) -> None:
    told = problems_of(project, "a.pdf", made.pdf(f"ผู้รับเงิน {CARD}"), remark)
    assert sorted(each.code for each in told) == codes


def test_a_list_of_persons_is_told_in_few_lines(project: Callable[..., Path]) -> None:
    rows = [["ก", CARD]] * 50
    told = problems_of(project, "a.xlsx", workbook({"ผู้สูงอายุ": rows}))
    assert len(told) == 3
    assert "อีก 47 แห่ง" in told[-1].message


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_official_documents_are_silent(name: str, project: Callable[..., Path]) -> None:
    """Who signed, the office's own telephone, budgets, numbers of projects and of companies, days."""
    text = (
        "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568\nเทศบาลตำบลตัวอย่าง โทร. 054 000 000\n"
        "งบประมาณ 1,234,567.00 บาท เลขที่โครงการ e-GP 67109000001 ที่ ลป 52201/123 ลงวันที่ 6 ตุลาคม 2567\n"
        "เลขประจำตัวผู้เสียภาษี 0-9940-00000-00-0\n(ลงชื่อ) นายสมมติ ตัวอย่าง\nนายกเทศมนตรีตำบลตัวอย่าง"
    )
    data = made.pdf(text) if name.endswith(".pdf") else word(*text.splitlines())
    assert problems_of(project, name, data) == []


@pytest.mark.parametrize(
    ("picture", "code", "severity"),
    [
        (photograph(gps=True), "file-with-position", Severity.WARNING),
        (made.photograph_with_thumbnail(), "file-with-thumbnail", Severity.NOTICE),
    ],
)
def test_what_a_picture_in_a_document_tells_would_be_published(
    picture: bytes, code: str, severity: Severity, project: Callable[..., Path]
) -> None:
    data = word("ก", parts={"word/media/a.jpg": picture, "word/media/b.jpg": picture})
    (problem,) = problems_of(project, "a.docx", data)
    assert (problem.code, problem.severity) == (code, severity)
    assert "a.jpg" in problem.message
    assert "อีก 1 รูป" in problem.message


def test_what_could_not_be_read_to_its_end_is_told(project: Callable[..., Path]) -> None:
    broken = word("ก", parts={"word/comments.xml": "<w:comments xmlns:w='w'><w:comment>"})
    (problem,) = problems_of(project, "a.docx", broken)
    assert (problem.code, problem.severity) == ("file-read-in-part", Severity.NOTICE)
