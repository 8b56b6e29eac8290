"""Files of the office become cells with their places; what could do harm is refused with what to do instead."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import openpyxl
import pytest

from ita_site.hosts.importing.tables.cell_tables import CannotReadTables
from ita_site.hosts.importing.tables.office_tables import read
from tests.helpers import made_files, office_tables

ROWS = [["ตัวชี้วัด", "คะแนน"], ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๘๔.๕๙"]]


def texts(name: str, data: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in read(name, data).tables]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ผล.xlsx", office_tables.workbook(ROWS)),
        ("ผล.docx", office_tables.word_document(ROWS)),
        ("ผล.csv", office_tables.separated(ROWS)),
        ("ผล.txt", office_tables.separated(ROWS, "\t")),
        ("ผล.csv", office_tables.separated(ROWS, ";")),
        ("ผล.csv", office_tables.separated(ROWS).decode().encode("cp874")),
        ("ผล.txt", office_tables.separated(ROWS, "\t").decode().encode("utf-16")),
        ("ผล.xls", office_tables.web_page(ROWS, "windows-874")),
        ("ผล.xls", office_tables.web_page(ROWS, "tis-620")),
        ("ผล.xls", office_tables.web_page(ROWS)),
    ],
)
def test_a_table_is_read_from_whatever_holds_it(name: str, data: bytes) -> None:
    assert texts(name, data) == [ROWS]


def test_numbers_are_as_excel_shows_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, (value, number_format) in enumerate(
        [(96.786, "0.00"), (0.9679, "0.00%"), (100, "General"), (99.5, "#,##0.00"), (date(2025, 10, 6), "d mmm yyyy")],
        start=1,
    ):
        sheet.cell(row, 1, value).number_format = number_format
    table = read("ผล.xlsx", office_tables.saved(book)).tables[0]
    cells = [row[0] for row in table.rows]
    assert [each.text for each in cells] == ["96.79", "96.79%", "100", "99.50", "6 ต.ค. 2568"]
    assert "96.786" in cells[0].remark
    assert cells[0].place == "แผ่นงาน “Sheet” ช่อง A1"


def test_formulas_errors_links_and_merged_areas_are_told() -> None:
    data = office_tables.workbook([["=1+1", "ก", None], ["ข", None, None]], ["B1:B2"])
    cells = read("ผล.xlsx", data).tables[0].rows
    assert "ไม่มีค่า" in cells[0][0].fault
    assert cells[1][1].covered
    assert cells[1][1].from_above
    # What Excel has computed is kept beside the formula.
    parts = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    computed = read("ผล.xlsx", made_files.archive(parts)).tables[0].rows[0][0]
    assert (computed.text, computed.fault) == ("2", "")
    assert "สูตร" in computed.remark


def test_what_is_hidden_is_not_read_and_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["ก", "ข", "ค"], ["1", "2", "3"], ["4", "5", "6"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("ลับ")
    other.append(["ซ่อน"])
    other.sheet_state = "hidden"
    found = read("ผล.xlsx", office_tables.saved(book))
    assert [[cell.text for cell in row] for row in found.tables[0].rows] == [["ก", "ค"], ["4", "6"]]
    assert [key for key in ("แถวที่ซ่อน (2)", "คอลัมน์ที่ซ่อน (B)", "ลับ") if not any(key in each for each in found.told)] == []


def test_word_merged_cells_numbered_lists_and_tables_in_cells() -> None:
    document = docx.Document()
    document.add_paragraph("ตารางผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๘")
    table = document.add_table(3, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "หัวตาราง"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "มาตรการ"
    cell = table.cell(1, 1)
    cell.paragraphs[0].text = "ประชุม"
    cell.paragraphs[0].style = "List Number"
    cell.add_paragraph("รายงาน", style="List Number")
    table.cell(2, 1).add_table(1, 1).cell(0, 0).text = "ข้างใน"
    made = io.BytesIO()
    document.save(made)
    first, inner = read("แผน.docx", made.getvalue()).tables
    assert first.captions == ("ตารางผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๘",)
    assert [[cell.text for cell in row] for row in first.rows] == [
        ["หัวตาราง", ""],
        ["มาตรการ", "1. ประชุม\n2. รายงาน"],
        ["", ""],
    ]
    assert [first.rows[0][1].covered, first.rows[2][0].from_above] == [True, True]
    assert [[cell.text for cell in row] for row in inner.rows] == [["ข้างใน"]]


def test_web_pages_have_wide_and_high_cells_and_no_scripts() -> None:
    page = (
        "<table><tr><td rowspan=2>ก</td><td colspan=2>ข<script>alert(1)</script></td></tr>"
        "<tr><td><p>ค</p><p>ง</p></td><td><a href='https://www.example.go.th/'>จ</a></td></tr></table>"
    )
    rows = read("ผล.xls", page.encode()).tables[0].rows
    assert [[cell.text for cell in row] for row in rows] == [["ก", "ข", ""], ["", "ค\nง", "จ"]]
    assert rows[1][2].links == ("https://www.example.go.th/",)
    assert rows[1][0].from_above


def workbook_with(sheet: str, **parts: str) -> bytes:
    """Return a workbook whose sheet is this XML."""
    archive = zipfile.ZipFile(io.BytesIO(office_tables.workbook([["ก"]])))
    made = {name: archive.read(name) for name in archive.namelist()}
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    made["xl/worksheets/sheet1.xml"] = head + sheet.encode() + b"</worksheet>"
    return made_files.archive({**made, **parts})


BOMB = "<sheetData>" + "<row/>" * 40_000_000 + "</sheetData>"
OUTSIDE = made_files.relations(("externalLink", "file:///x", "External"))
DOCTYPE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "ว่าง"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xlsx"),
        (b"%PDF-1.7\n", ".xlsx"),
        (b"{\\rtf1 x}", ".xlsx"),
        (b"\x89PNG\r\n\x1a\n\0\0", ".xlsx"),
        (b"ok\x01", "ไม่ใช่ข้อความ"),
        (made_files.archive({"a.txt": b"x"}), "บีบอัด"),
        (made_files.xlsx({"xl/vbaProject.bin": b"x"}), "แมโคร"),
        (
            made_files.xlsx({"xl/_rels/w.rels": made_files.relations(("externalLink", "file:///x", "External"))}),
            "ไฟล์อื่น",
        ),
        (made_files.xlsx({"xl/workbook.xml": DOCTYPE}), "เปิด"),
        (made_files.docx({"word/document.xml": DOCTYPE}), "เปิด"),
        (made_files.docx(), "เปิด"),
        (made_files.xlsx(), "เปิด"),
        (workbook_with('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "200,000"),
        (workbook_with('<sheetData/><hyperlinks><hyperlink ref="A1:ZZ9999"/></hyperlinks>'), "200,000"),
        (workbook_with('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'), "200,000"),
        (b"<?xml version='1.0'?><Workbook/>", ".xlsx"),
        (b"<table>" + b"<tr><td colspan=1000 rowspan=1000>x</td></tr>" * 200 + b"</table>", "100,000"),
    ],
    ids=[
        *("empty", "old-office", "pdf", "rtf", "png", "control", "zip", "macro", "other-file", "doctype-xlsx"),
        *("doctype-docx", "no-text", "no-sheet", "merged", "links", "far-cell", "xml", "spans"),
    ],
)
def test_what_could_do_harm_or_is_no_table_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(CannotReadTables, match=word):
        read("ผล.xlsx", data)


def test_a_bomb_is_refused_unopened() -> None:
    with pytest.raises(CannotReadTables, match="มากเกิน"):
        read("ผล.xlsx", made_files.xlsx({"xl/worksheets/sheet1.xml": BOMB}))


def test_a_word_cell_that_claims_to_span_millions_is_one_of_as_many_as_word_has() -> None:
    archive = zipfile.ZipFile(io.BytesIO(office_tables.word_document([["ก", "ข"]])))
    parts = {name: archive.read(name) for name in archive.namelist()}
    wide = b'<w:tcPr><w:gridSpan w:val="100000000"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:tcPr>", wide, 1)
    assert len(read("แผน.docx", made_files.archive(parts)).tables[0].rows[0]) == 64
