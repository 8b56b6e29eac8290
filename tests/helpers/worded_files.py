"""Files with words in them, as offices attach them to their answers: the same words always give the same bytes."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from PIL import ExifTags, Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from tests.helpers.made_files import archive, docx, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_CMAP = (
    b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Identity def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"4 beginbfrange\n<0000> <00FF> <0000>\n<0E00> <0E7F> <0E00>\n<2000> <20FF> <2000>\n<F700> <F8FF> <F700>\n"
    b"endbfrange\nendcmap end"
)
"""Every glyph is the letter of its own number: what is written can be read without any font in the file."""
_SHEETS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(*pages: str, change: Callable[[PdfWriter], object] | None = None) -> bytes:
    """Return a PDF with a text on each page, line by line."""
    writer = PdfWriter()
    for text in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): _font(writer)})}
        )
        lines = "".join(
            f"1 0 0 1 60 {780 - 20 * number} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
            for number, line in enumerate(text.splitlines())
        )
        page[NameObject("/Contents")] = _stream(writer, f"BT /F1 14 Tf\n{lines}ET".encode())
    if change is not None:
        change(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _font(writer: PdfWriter) -> object:
    inner = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Made"),
            NameObject("/DW"): NumberObject(500),
        }
    )
    return _added(
        writer,
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type0"),
                NameObject("/BaseFont"): NameObject("/Made"),
                NameObject("/Encoding"): NameObject("/Identity-H"),
                NameObject("/DescendantFonts"): ArrayObject([_added(writer, inner)]),
                NameObject("/ToUnicode"): _stream(writer, _CMAP),
            }
        ),
    )


def _stream(writer: PdfWriter, data: bytes) -> object:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return _added(writer, stream)


def _added(writer: PdfWriter, value: DictionaryObject) -> object:
    return writer._add_object(value)  # noqa: SLF001 - has no public way


def with_note(text: str, kind: str = "/Text", key: str = "/Contents") -> Callable[[PdfWriter], object]:
    """Return the change of a PDF that puts a note, or a field with a value, on its first page."""

    def change(writer: PdfWriter) -> None:
        note = DictionaryObject({NameObject("/Subtype"): NameObject(kind), NameObject(key): TextStringObject(text)})
        writer.pages[0][NameObject("/Annots")] = ArrayObject([_added(writer, note)])

    return change


def scan(pages: int = 1) -> bytes:
    """Return a PDF whose pages are pictures, as scanners make them."""
    saved = io.BytesIO()
    pictures = [Image.new("L", (200, 280), 200) for _ in range(pages)]
    pictures[0].save(saved, "PDF", save_all=True, append_images=pictures[1:])
    return saved.getvalue()


def with_picture(picture: bytes) -> Callable[[PdfWriter], object]:
    """Return the change of a PDF that puts a JPEG on its first page, as it is."""

    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(picture)
        stream.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/Filter"): NameObject("/DCTDecode")})
        pictures = DictionaryObject({NameObject("/Im1"): _added(writer, stream)})
        writer.pages[0]["/Resources"][NameObject("/XObject")] = pictures  # type: ignore[index]

    return change


def word(*paragraphs: str, parts: Mapping[str, str | bytes] | None = None, raw: str = "") -> bytes:
    """Return a Word document of paragraphs; a tab in one makes it a row of a table; `raw` is more of its body."""
    body = "".join(map(_block, paragraphs))
    document = f"<w:document xmlns:w='w' xmlns:mc='mc' xmlns:a='a'><w:body>{body}{raw}</w:body></w:document>"
    return docx({"word/document.xml": document, **(parts or {})})


def _block(text: str) -> str:
    if "\t" not in text:
        return paragraph(text)
    cells = "".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in text.split("\t"))
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def paragraph(text: str, inside: str = "") -> str:
    """Return a paragraph of a Word document."""
    return f"<w:p><w:r>{inside}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


def core_properties(**said: str) -> str:
    """Return the part in which an OOXML file tells of itself."""
    told = "".join(f"<dc:{key}>{escape(value)}</dc:{key}>" for key, value in said.items())
    return f"<cp:coreProperties xmlns:cp='cp' xmlns:dc='dc'>{told}</cp:coreProperties>"


def workbook(
    sheets: Mapping[str, Sequence[Sequence[str]]],
    *,
    hidden: tuple[str, ...] = (),
    parts: Mapping[str, str | bytes] | None = None,
    sheet_xml: Callable[[str, str], str] = lambda _, xml: xml,
) -> bytes:
    """Return a workbook of sheets with rows of cells; `sheet_xml` changes the XML of a sheet, given its name."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="s{number}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for number, name in enumerate(sheets, start=1)
    )
    texts = list(dict.fromkeys(cell for rows in sheets.values() for row in rows for cell in row))
    links = "".join(
        f'<Relationship Id="s{number}" Type="worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    written = {
        f"xl/worksheets/sheet{number}.xml": sheet_xml(name, _sheet(rows, texts))
        for number, (name, rows) in enumerate(sheets.items(), start=1)
    }
    return xlsx(
        {
            "xl/workbook.xml": f'<workbook xmlns:r="{_SHEETS}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
            "xl/sharedStrings.xml": f"<sst>{''.join(f'<si><t>{escape(each)}</t></si>' for each in texts)}</sst>",
            **written,
            **(parts or {}),
        }
    )


def _sheet(rows: Sequence[Sequence[str]], texts: list[str]) -> str:
    lines = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + column)}{number}" t="s"><v>{texts.index(cell)}</v></c>' for column, cell in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return f"<worksheet><sheetData>{lines}</sheetData></worksheet>"


def presentation(*slides: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a presentation of slides with a line of text each."""
    made = {
        f"ppt/slides/slide{number}.xml": "<p:sld xmlns:p='p' xmlns:a='a'>"
        f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:sld>"
        for number, text in enumerate(slides, start=1)
    }
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    return docx({**made, **(parts or {})}, main=main)


def opendocument(kind: str, content: str, *, styles: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Return an OpenDocument file with content, and with styles before it."""
    names = " ".join(f'xmlns:{each}="{each}"' for each in ("office", "text", "table", "style", "dc", "meta"))
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {names}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body>{content}</office:body></office:document-content>",
            **(parts or {}),
            "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest='manifest'/>",
        }
    )


def photograph(kind: str = "JPEG", *, gps: bool = False, comment: bytes = b"", **tags: str) -> bytes:
    """Return a picture with texts in its EXIF, by the names of their tags, and with a comment if it is a JPEG."""
    exif = Image.Exif()
    for name, text in tags.items():
        value = text.encode("utf-16-le") if name.startswith("XP") else text.encode()
        exif[getattr(ExifTags.Base, name)] = value
    if gps:
        exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (18.0, 30.0, 12.0)}
    saved = io.BytesIO()
    more = {"comment": comment} if comment else {}
    Image.new("RGB", (16, 16), "red").save(saved, kind, exif=exif, **more)
    return saved.getvalue()


def photograph_with_thumbnail() -> bytes:
    """Return a JPEG in whose EXIF a small copy stands, as cameras write it: an empty first list, and then its own."""
    small = b"\xff\xd8\xff\xd9"
    entries = struct.pack("<HHIIHHII", 0x201, 4, 1, 44, 0x202, 4, 1, len(small))
    block = b"II*\0" + struct.pack("<IHIH", 8, 0, 14, 2) + entries + struct.pack("<I", 0) + small
    saved = io.BytesIO()
    Image.new("RGB", (16, 16), "red").save(saved, "JPEG", exif=b"Exif\0\0" + block)
    return saved.getvalue()
