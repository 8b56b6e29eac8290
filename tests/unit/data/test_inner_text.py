"""The text inside attachments: what a reader sees and what he does not, where it stands, and that reading ends."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from ita_site.data.load import AttachmentKind, inner_text
from ita_site.data.load.inner_text import TraceKind, gathering, pdf_text
from tests.helpers import made_files
from tests.helpers import worded_files as made
from tests.helpers.worded_files import core_properties, paragraph, photograph, presentation, with_note, word, workbook

if TYPE_CHECKING:
    from pypdf import PdfWriter

WORD = "ข้อความที่วางไว้ ๑๒๓"
_W, _ODF_TABLE = "xmlns:w='w'", "<table:table table:name='ลับ' table:style-name='s'>{}</table:table>"


def xmp(text: str) -> bytes:
    """Return an XMP packet with a text."""
    return f"<x:xmpmeta xmlns:x='x' xmlns:dc='dc'><dc:description>{text}</dc:description></x:xmpmeta>".encode()


def with_xmp(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(xmp(WORD))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)  # noqa: SLF001 - has no public way


def with_field(writer: PdfWriter) -> None:
    """Give the document a form with a field that stands on no page."""
    name, value = TextStringObject("ชื่อ"), TextStringObject(WORD)
    field = DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): name, NameObject("/V"): value})
    fields = ArrayObject([writer._add_object(field)])  # noqa: SLF001 - has no public way
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})


def with_description(writer: PdfWriter) -> None:
    """Give the document a structure in which a figure is described."""
    figure = DictionaryObject({NameObject("/S"): NameObject("/Figure"), NameObject("/Alt"): TextStringObject(WORD)})
    root = DictionaryObject({NameObject("/K"): ArrayObject([writer._add_object(figure)])})  # noqa: SLF001 - has no public way
    writer.root_object[NameObject("/StructTreeRoot")] = root


def comments(root: str, inside: str) -> str:
    return f"<w:{root} {_W}>{inside}</w:{root}>"


def jpeg_with(*segments: bytes) -> bytes:
    """Return a JPEG with segments behind its beginning, each a marker and what it holds."""
    added = b"".join(b"\xff" + each[:1] + (len(each) + 1).to_bytes(2, "big") + each[1:] for each in segments)
    return b"\xff\xd8" + added + photograph()[2:]


def png_with(kind: bytes, body: bytes) -> bytes:
    whole = photograph("PNG")
    return whole[:33] + made_files.chunk(kind, body) + whole[33:]


_K = AttachmentKind
_RAW = WORD.encode()
SEEN = {
    "PDF page": (made.pdf("อื่น", WORD), _K.PDF, "หน้า 2"),
    "PDF field on a page": (made.pdf("อื่น", change=with_note(WORD, "/Widget", "/V")), _K.PDF, "หน้า 1"),
    "Word body": (word("อื่น", WORD), _K.DOCX, "ย่อหน้าที่ 2"),
    "Word table": (word(f"ลำดับ\t{WORD}"), _K.DOCX, "แถวของตาราง"),
    "Word insertion that is tracked": (
        word(raw=f"<w:p><w:ins w:author='ก'><w:r><w:t>{WORD}</w:t></w:r></w:ins></w:p>"), _K.DOCX, "ที่แทรก",
    ),
    "Word header": (word(parts={"word/header1.xml": comments("hdr", paragraph(WORD))}), _K.DOCX, "หัวกระดาษ"),
    "Word footnote": (
        word(parts={"word/footnotes.xml": comments("footnotes", f"<w:footnote>{paragraph(WORD)}</w:footnote>")}),
        _K.DOCX, "เชิงอรรถ",
    ),
    "Word text box": (
        word(raw=f"<w:p><w:r><mc:Choice><w:txbxContent>{paragraph(WORD)}</w:txbxContent></mc:Choice></w:r></w:p>"),
        _K.DOCX, "ย่อหน้า",
    ),
    "workbook cell": (workbook({"งบ": [["ลำดับ", WORD]]}), _K.XLSX, "แผ่นงาน “งบ” แถว 1"),
    "workbook cell with its own text": (
        workbook({"งบ": [["ก"]]}, sheet_xml=lambda _, xml: xml.replace(
            "</row>", f'<c r="B1" t="inlineStr"><is><t>{WORD}</t></is></c></row>')),
        _K.XLSX, "แถว 1",
    ),
    "slide": (presentation("อื่น", WORD), _K.PPTX, "สไลด์ 2"),
    "chart of a slide": (
        presentation("อื่น", parts={"ppt/charts/c.xml": f"<c:chartSpace xmlns:c='c'><c:v>{WORD}</c:v></c:chartSpace>"}),
        _K.PPTX, "แผนภูมิ",
    ),
    "ODT": (made.opendocument("text", f"<text:h>อื่น</text:h><text:p>{WORD}</text:p>"), _K.ODT, "ย่อหน้าที่ 2"),
    "ODS": (
        made.opendocument("spreadsheet", _ODF_TABLE.format(
            f"<table:table-row><table:table-cell><text:p>{WORD}</text:p></table:table-cell></table:table-row>")),
        _K.ODS, "แผ่นงาน “ลับ” แถว 1",
    ),
    "text": (f"อื่น\n{WORD}\n".encode(), _K.TXT, "บรรทัด 2"),
    "CSV": (f"ก,ข\nค,{WORD}\n".encode(), _K.CSV, "บรรทัด 2"),
}  # fmt: skip
UNSEEN = {
    "PDF title": (made.pdf("อื่น", change=lambda each: each.add_metadata({"/Title": WORD})), _K.PDF, "Title"),
    "PDF author in XMP": (made.pdf("อื่น", change=with_xmp), _K.PDF, "XMP"),
    "PDF note": (made.pdf("อื่น", change=with_note(WORD)), _K.PDF, "ความเห็นหรือลิงก์ที่หน้า 1"),
    "PDF note with marks": (made.pdf("อื่น", change=with_note(f"<p>{WORD}</p>", key="/RC")), _K.PDF, "ที่หน้า 1"),
    "PDF field that no page shows": (made.pdf("อื่น", change=with_field), _K.PDF, "“ชื่อ”"),
    "PDF bookmark": (
        made.pdf("อื่น", change=lambda each: each.add_outline_item(title=WORD, page_number=0)), _K.PDF, "bookmark",
    ),
    "EXIF of a picture in a PDF": (
        made.pdf("อื่น", change=made.with_picture(photograph(ImageDescription=WORD))), _K.PDF, "รูปใน PDF EXIF",
    ),
    "PDF description of a figure": (made.pdf("อื่น", change=with_description), _K.PDF, "โปรแกรมอ่านหน้าจอ"),
    "Word description of a picture": (
        word(raw=f"<w:p><w:r><w:drawing><wp:docPr xmlns:wp='wp' descr='{WORD}'/></w:drawing></w:r></w:p>"),
        _K.DOCX, "คำบรรยายรูป",
    ),
    "Word link": (
        word("อื่น", parts={"word/_rels/document.xml.rels":
                            made_files.relations(("hyperlink", f"mailto:{WORD}", "External"))}),
        _K.DOCX, "ลิงก์",
    ),
    "name of a hidden sheet": (workbook({"งบ": [["ก"]], WORD: []}, hidden=(WORD,)), _K.XLSX, "ชื่อแผ่นงานที่ซ่อน"),
    "threaded comment on a cell": (
        workbook({"งบ": [["ก"]]}, parts={"xl/threadedComments/t.xml":
            f"<ThreadedComments><threadedComment ref='A1'><text>{WORD}</text></threadedComment></ThreadedComments>"}),
        _K.XLSX, "ความเห็นที่ช่อง A1",
    ),
    "description of a picture on a sheet": (
        workbook({"งบ": [["ก"]]}, parts={"xl/drawings/d.xml":
            f"<xdr:wsDr xmlns:xdr='x'><xdr:cNvPr descr='{WORD}'/></xdr:wsDr>"}),
        _K.XLSX, "คำบรรยายรูป",
    ),
    "where a workbook's data came from": (
        workbook({"งบ": [["ก"]]}, parts={"xl/connections.xml":
            f"<connections><connection><dbPr connection='{WORD}'/></connection></connections>"}),
        _K.XLSX, "ข้อมูลแฝง",
    ),
    "ODT link": (
        made.opendocument("text", f"<text:p><text:a xmlns:xlink='x' xlink:href='mailto:{WORD}'>ก</text:a></text:p>"),
        _K.ODT, "ลิงก์",
    ),
    "Word comment": (
        word("อื่น", parts={"word/comments.xml": comments(
            "comments", f"<w:comment w:author='นิติกร'>{paragraph(WORD)}</w:comment>")}),
        _K.DOCX, "ความเห็น",
    ),
    "Word deletion that is tracked": (
        word(raw=f"<w:p><w:del><w:r><w:delText>{WORD}</w:delText></w:r></w:del></w:p>"), _K.DOCX, "ที่ลบ",
    ),
    "Word text that was moved away": (
        word(raw=f"<w:p><w:moveFrom><w:r><w:t>{WORD}</w:t></w:r></w:moveFrom></w:p>"), _K.DOCX, "ที่ลบ",
    ),
    "Word hidden text": (word(raw=paragraph(WORD, "<w:rPr><w:vanish/></w:rPr>")), _K.DOCX, "ที่ซ่อน"),
    "Word field code": (
        word(raw=f"<w:p><w:r><w:instrText>HYPERLINK {WORD}</w:instrText></w:r></w:p>"), _K.DOCX, "ที่ซ่อน",
    ),
    "Word properties": (word("อื่น", parts={"docProps/core.xml": core_properties(subject=WORD)}), _K.DOCX, "subject"),
    "Word properties of the office": (
        word("อื่น", parts={"docProps/custom.xml": "<Properties xmlns:vt='v'><property name='เลขที่'>"
                            f"<vt:lpwstr>{WORD}</vt:lpwstr></property></Properties>"}),
        _K.DOCX, "เลขที่",
    ),
    "EXIF of a picture in Word": (
        word("อื่น", parts={"word/media/image1.jpg": photograph(ImageDescription=WORD)}), _K.DOCX, "image1.jpg",
    ),
    "workbook behind a chart in Word": (
        word("อื่น", parts={"word/embeddings/t.xlsx": workbook({"ข้อมูล": [[WORD]]}, hidden=("ข้อมูล",))}),
        _K.DOCX, "t.xlsx ในไฟล์ แผ่นงานที่ซ่อน",
    ),
    "hidden sheet": (workbook({"งบ": [["ก"]], "เก็บ": [[WORD]]}, hidden=("เก็บ",)), _K.XLSX, "แผ่นงานที่ซ่อน “เก็บ”"),
    "hidden row": (
        workbook({"งบ": [["ก"], [WORD]]}, sheet_xml=lambda _, xml: xml.replace('<row r="2"', '<row r="2" hidden="1"')),
        _K.XLSX, "แถวที่ซ่อน 2",
    ),
    "hidden column": (
        workbook({"งบ": [["ก", WORD]]}, sheet_xml=lambda _, xml: xml.replace(
            "<sheetData>", '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>')),
        _K.XLSX, "คอลัมน์ที่ซ่อน แถว 1",
    ),
    "comment on a cell": (
        workbook({"งบ": [["ก"]]}, parts={
            "xl/comments1.xml": "<comments><authors><author>นิติกร</author></authors><commentList><comment ref='B2'>"
            f"<text><r><t>{WORD}</t></r></text></comment></commentList></comments>",
            "xl/worksheets/_rels/sheet1.xml.rels":
                "<Relationships><Relationship Id='c' Target='../comments1.xml'/></Relationships>"}),
        _K.XLSX, "ความเห็นที่ช่อง B2 ของแผ่นงาน “งบ”",
    ),
    "text that no cell shows any more": (
        workbook({"งบ": [["ก"]]}, parts={"xl/sharedStrings.xml":
            f"<sst><si><t>ก</t></si><si><t>{WORD}</t></si></sst>"}),
        _K.XLSX, "ที่ลบจากแผ่นงาน",
    ),
    "defined name": (
        workbook({"งบ": [["ก"]]}, parts={"xl/workbook.xml":
            f"<workbook><definedNames><definedName name='n'>\"{WORD}\"</definedName></definedNames></workbook>"}),
        _K.XLSX, "ชื่อช่วง “n”",
    ),
    "formula": (
        workbook({"งบ": [["ก"]]}, sheet_xml=lambda _, xml: xml.replace(
            "</row>", f'<c r="B1"><f>"{WORD}"&amp;A1</f><v>0</v></c></row>')),
        _K.XLSX, "สูตร",
    ),
    "copy behind a pivot table": (
        workbook({"งบ": [["ก"]]}, parts={"xl/pivotCache/d.xml":
            f"<pivotCacheDefinition><sharedItems><s v='{WORD}'/></sharedItems></pivotCacheDefinition>"}),
        _K.XLSX, "Pivot",
    ),
    "hidden slide": (
        presentation("อื่น", parts={"ppt/slides/slide2.xml":
            f"<p:sld xmlns:p='p' xmlns:a='a' show='0'><a:p><a:t>{WORD}</a:t></a:p></p:sld>"}),
        _K.PPTX, "สไลด์ที่ซ่อน 2",
    ),
    "notes below a slide": (
        presentation("อื่น", parts={"ppt/notesSlides/n1.xml":
            f"<p:notes xmlns:p='p' xmlns:a='a'><a:p><a:t>{WORD}</a:t></a:p></p:notes>"}),
        _K.PPTX, "บันทึกใต้สไลด์",
    ),
    "comment on a slide": (
        presentation("อื่น", parts={"ppt/comments/c.xml":
            f"<p:cmLst xmlns:p='p'><p:cm><p:text>{WORD}</p:text></p:cm></p:cmLst>"}),
        _K.PPTX, "ความเห็น",
    ),
    "ODT comment": (
        made.opendocument("text", f"<text:p>ก<office:annotation><text:p>{WORD}</text:p></office:annotation></text:p>"),
        _K.ODT, "ความเห็น",
    ),
    "ODT deletion that is tracked": (
        made.opendocument("text", "<text:tracked-changes><text:changed-region><text:deletion>"
                          f"<text:p>{WORD}</text:p></text:deletion></text:changed-region></text:tracked-changes>"),
        _K.ODT, "ที่ลบ",
    ),
    "ODS hidden sheet": (
        made.opendocument(
            "spreadsheet",
            _ODF_TABLE.format(
                f"<table:table-row><table:table-cell><text:p>{WORD}</text:p></table:table-cell></table:table-row>"),
            styles="<style:style style:name='s'><style:table-properties table:display='false'/></style:style>"),
        _K.ODS, "แผ่นงานที่ซ่อน “ลับ”",
    ),
    "ODT properties": (
        made.opendocument("text", "", parts={"meta.xml":
            "<office:document-meta xmlns:office='o' xmlns:meta='m'><office:meta><meta:user-defined meta:name='เลขที่'>"
            f"{WORD}</meta:user-defined></office:meta></office:document-meta>"}),
        _K.ODT, "เลขที่",
    ),
    "JPEG description": (photograph(ImageDescription=WORD), _K.JPEG, "EXIF (ImageDescription)"),
    "JPEG comment of Windows": (photograph(XPComment=WORD), _K.JPEG, "EXIF (XPComment)"),
    "JPEG comment": (photograph(comment=_RAW), _K.JPEG, "คำบรรยายในรูป"),
    "JPEG XMP": (jpeg_with(b"\xe1http://ns.adobe.com/xap/1.0/\0" + xmp(WORD)), _K.JPEG, "XMP"),
    "JPEG caption of an editor (IPTC)": (
        jpeg_with(b"\xedPhotoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0\x1c\x02\x78" + len(_RAW).to_bytes(2, "big") + _RAW),
        _K.JPEG, "คำบรรยายในรูป",
    ),
    "PNG description": (photograph("PNG", ImageDescription=WORD), _K.PNG, "EXIF"),
    "PNG text": (png_with(b"iTXt", b"Comment\0\0\0\0\0" + _RAW), _K.PNG, "คำบรรยายในรูป"),
    "PNG text that is packed": (png_with(b"zTXt", b"Comment\0\0" + zlib.compress(_RAW)), _K.PNG, "คำบรรยายในรูป"),
    "WebP description": (photograph("WEBP", ImageDescription=WORD), _K.WEBP, "EXIF"),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_what_a_reader_sees_is_read_with_its_place(name: str) -> None:
    data, kind, place = SEEN[name]
    text = inner_text.of_bytes(data, kind)
    found = [each for each in text.parts if WORD in each.text]
    assert [place in each.place and each.seen and each.published for each in found] == [True], text
    assert text.is_whole


@pytest.mark.parametrize("name", UNSEEN)
def test_what_a_reader_does_not_see_is_read_too(name: str) -> None:
    data, kind, place = UNSEEN[name]
    text = inner_text.of_bytes(data, kind)
    found = [each for each in text.parts if WORD in each.text]
    assert found, text
    assert all(place in each.place and not each.seen for each in found), found
    is_picture = kind in {_K.JPEG, _K.PNG, _K.WEBP}
    assert {each.published for each in found} == {not is_picture}, "a picture loses its metadata, other files do not"
    assert text.is_whole


def test_where_a_picture_was_taken_is_known_also_within_a_document() -> None:
    picture = photograph(gps=True)
    alone = inner_text.of_bytes(picture, _K.JPEG).traces
    within = inner_text.of_bytes(word("ก", parts={"word/media/a.jpg": picture}), _K.DOCX).traces
    of_pdf = inner_text.of_bytes(made.pdf("ก", change=made.with_picture(picture)), _K.PDF).traces
    assert [(each.kind, each.published) for each in (*alone, *within, *of_pdf)] == [
        (TraceKind.POSITION, False),
        (TraceKind.POSITION, True),
        (TraceKind.POSITION, True),
    ]
    assert inner_text.of_bytes(photograph(ImageDescription="ก"), _K.JPEG).traces == ()


def test_a_small_copy_in_a_picture_is_known() -> None:
    (trace,) = inner_text.of_bytes(made.photograph_with_thumbnail(), _K.JPEG).traces
    assert trace.kind is TraceKind.THUMBNAIL


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ดํ้าเนินการ", "ด้ำเนินการ"),
        ("ก\u0e4d\u0e32หนด", "กำหนด"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("ดาเนินการ", "ดำเนินการ"),
        ("ที\uf70bนี\uf70aี", None),
        ("เเผน", "แผน"),
        ("ป\uf701\uf70b", None),
    ],
)
def test_thai_of_a_pdf_is_read_in_one_spelling(printed: str, meant: str | None) -> None:
    """Readers of PDF part ำ, lose its upper half, and keep glyphs of a font."""
    text = "".join(inner_text.of_bytes(made.pdf(printed), _K.PDF).seen)
    if meant is not None:
        assert text == meant
    assert not any("\uf700" <= letter <= "\uf8ff" for letter in text), text


def test_the_parts_of_a_document_come_in_the_order_in_which_they_are_read() -> None:
    slides = presentation(*(f"สไลด์ที่ {number}" for number in range(1, 13)))
    assert list(inner_text.of_bytes(slides, _K.PPTX).seen) == [f"สไลด์ที่ {number}" for number in range(1, 13)]
    header = {"word/a-header.xml": comments("hdr", paragraph("หัวกระดาษ"))}
    assert list(inner_text.of_bytes(word("เนื้อหา", parts=header), _K.DOCX).seen) == ["เนื้อหา", "หัวกระดาษ"]


def test_a_picture_of_a_page_has_no_text() -> None:
    assert inner_text.of_bytes(made.scan(2), _K.PDF) == inner_text.FileText()


def test_a_workbook_is_read_as_a_program_writes_it() -> None:
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved, {"in_memory": True}) as book:
        book.set_properties({"title": "ชื่อเรื่อง"})
        sheet, hidden = book.add_worksheet("สรุป"), book.add_worksheet("ลับ")
        hidden.hide()
        hidden.write("A1", "ในแผ่นที่ซ่อน")
        sheet.write("A1", 1101400001231)
        sheet.write_comment("B2", "ความเห็นของช่อง", {"author": "นิติกร"})
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.write("A5", "ในแถวที่ซ่อน")
        sheet.write_url("A8", "mailto:somebody@example.com", string="อีเมล")
        sheet.insert_textbox("F2", "ในกล่อง")
    read = {each.text: each for each in inner_text.of_bytes(saved.getvalue(), _K.XLSX).parts}
    places = {
        "ชื่อเรื่อง": "title",
        "ในแผ่นที่ซ่อน": "แผ่นงานที่ซ่อน “ลับ” แถว 1",
        "1101400001231": "แผ่นงาน “สรุป” แถว 1",
        "ความเห็นของช่อง": "ความเห็นที่ช่อง B2 ของแผ่นงาน “สรุป”",
        "ในแถวที่ซ่อน": "แถวที่ซ่อน 5",
        "mailto:somebody@example.com": "ลิงก์",
        "ในกล่อง": "กล่องข้อความ",
    }
    assert {text: place for text, place in places.items() if text not in read or place not in read[text].place} == {}


def test_a_long_number_is_read_whole_although_a_cell_shows_it_shortened() -> None:
    made_so = workbook(
        {"งบ": [["ก"]]},
        sheet_xml=lambda _, xml: xml.replace("</row>", '<c r="B1"><v>1.2345678901234E12</v></c></row>'),
    )
    assert list(inner_text.of_bytes(made_so, _K.XLSX).seen) == ["ก\t1234567890123.4"]


WHOLE = {**SEEN, **UNSEEN}


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_gives_what_can_be_read_of_it(name: str) -> None:
    """Cut, and with bytes changed at many places: no exception, whatever the readers raise."""
    data, kind, _ = WHOLE[name]
    for part in (1, 2, 3):
        inner_text.of_bytes(data[: len(data) * part // 4], kind)
    for at in range(0, len(data), max(1, len(data) // 12)):
        inner_text.of_bytes(data[:at] + b"\xff<" + data[at + 2 :], kind)


def test_nothing_goes_to_the_terminal_while_a_damaged_pdf_is_read() -> None:
    """In a program of its own: what is imported first must not matter."""
    data = made.pdf("ก").replace(b"startxref\n", b"startxref\n1")
    script = (
        "import sys; from ita_site.data.load import AttachmentKind, inner_text;"
        "inner_text.of_bytes(sys.stdin.buffer.read(), AttachmentKind.PDF)"
    )
    done = subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def nested_forms(writer: PdfWriter) -> None:
    """Draw a form that draws another twice, and so on: 2 to the power of 40 times a letter."""
    inner: object = None
    for _ in range(40):
        form = DecodedStreamObject()
        form.set_data(b"/X Do /X Do BT /F1 9 Tf <0041> Tj ET")
        resources = DictionaryObject({NameObject("/Font"): writer.pages[0]["/Resources"]["/Font"]})  # type: ignore[index]
        if inner is not None:
            resources[NameObject("/XObject")] = DictionaryObject({NameObject("/X"): inner})
        form.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/Resources"): resources})
        inner = writer._add_object(form)  # noqa: SLF001 - has no public way
    writer.pages[0]["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/X"): inner})  # type: ignore[index]
    content = DecodedStreamObject()
    content.set_data(b"/X Do")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 - has no public way


def test_a_file_that_makes_endless_work_is_read_in_part() -> None:
    forms = inner_text.of_bytes(made.pdf("ก", "หน้าต่อไป", change=nested_forms), _K.PDF)
    assert not forms.is_whole
    assert "หน้าต่อไป" in list(forms.seen), "the other pages are read"
    entities = word(parts={"word/header1.xml": "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><w:hdr xmlns:w='w'>&a;</w:hdr>"})
    assert not inner_text.of_bytes(entities, _K.DOCX).is_whole
    deep = word(raw="<w:p>" * 100_000 + "</w:p>" * 100_000)
    assert not inner_text.of_bytes(deep, _K.DOCX).is_whole


def test_tables_in_tables_are_read() -> None:
    table = paragraph("ในสุด")
    for _ in range(10):
        table = f"<w:tbl><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>"
    text = inner_text.of_bytes(word(raw=table), _K.DOCX)
    assert ([each.strip() for each in text.seen], text.is_whole) == (["ในสุด"], True)


def test_more_text_than_anyone_reads_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MAX_TEXT", 100)
    monkeypatch.setattr(pdf_text, "MAX_PAGES", 3)
    pages = inner_text.of_bytes(made.pdf("ก", "ข", "ค", "ง"), _K.PDF)
    rows = inner_text.of_bytes(workbook({"งบ": [["ก" * 30]] * 9}), _K.XLSX)
    assert (list(pages.seen), pages.is_whole) == (["ก", "ข", "ค"], False)
    assert (sum(len(each.text) for each in rows.parts), rows.is_whole) == (100, False)
