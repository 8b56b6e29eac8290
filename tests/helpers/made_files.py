"""Files as offices attach them, and as they should not: made here, so that no binary file lies in the repository."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from PIL import ExifTags, Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_OPC = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml.document.main+xml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def pdf(change: Callable[[PdfWriter], object] | None = None, pages: int = 1) -> bytes:
    """Return a PDF of empty pages of A4, with a change of it."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if change is not None:
        change(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def pdf_that_acts(action: Mapping[str, str], key: str = "/OpenAction") -> bytes:
    """Return a PDF whose catalogue has an action."""
    return pdf(lambda writer: writer.root_object.update({NameObject(key): writer._add_object(_group(action))}))  # noqa: SLF001 - has no public way


def pdf_opened_at_its_top() -> bytes:
    """Return a PDF as LibreOffice writes it: with the place where reading begins, and a web link."""

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        writer.root_object[NameObject("/OpenAction")] = ArrayObject([page.indirect_reference, NameObject("/Fit")])
        link = {"/S": "/URI", "/URI": "https://www.example.go.th/"}
        page[NameObject("/Annots")] = ArrayObject([DictionaryObject({NameObject("/A"): _group(link)})])

    return pdf(change)


def _group(values: Mapping[str, str]) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(key): NameObject(value) if value.startswith("/") else TextStringObject(value)
            for key, value in values.items()
        }
    )


def picture(kind: str, size: tuple[int, int] = (64, 48), *, orientation: int = 1, gps: bool = False) -> bytes:
    """Return a picture, half red and half blue, with the EXIF of a telephone: its name, and where it was."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Telephone"
    exif[ExifTags.Base.Orientation] = orientation
    if gps:
        exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (18.0, 30.0, 12.0)}
    saved = io.BytesIO()
    comment = {"comment": b"taken by a clerk"} if kind == "JPEG" else {}
    image.save(saved, kind, exif=exif, **comment)
    return saved.getvalue()


def png_of(width: int, height: int) -> bytes:
    """Return a PNG that says to be so large; its points are few bytes."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    points = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def archive(parts: Mapping[str, str | bytes], *, stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """Return a ZIP archive of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(
                zipfile.ZipInfo(name), content, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            )
    return made.getvalue()


def docx(
    parts: Mapping[str, str | bytes] | None = None,
    *,
    types: tuple[str, ...] = (),
    main: str = _WORD,
    stored: tuple[str, ...] = (),
) -> bytes:
    """Return a Word document with more parts and more types of them; `main` makes it another OOXML file."""
    told = "".join(f'<Override PartName="/part{number}" ContentType="{each}"/>' for number, each in enumerate(types))
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{_OPC}/content-types">'
            f'<Default Extension="xml" ContentType="{main}"/>{told}</Types>',
            "_rels/.rels": relations(("officeDocument", "word/document.xml", "Internal")),
            "word/document.xml": "<w:document xmlns:w='w'><w:body/></w:document>",
            **(parts or {}),
        },
        stored=stored,
    )


def relations(*links: tuple[str, str, str]) -> str:
    """Return the relations of a part: type, target, mode."""
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(links)
    )
    return f'<Relationships xmlns="{_OPC}/relationships">{lines}</Relationships>'


def xlsx(parts: Mapping[str, str | bytes] | None = None, *, types: tuple[str, ...] = ()) -> bytes:
    """Return a workbook."""
    return docx(parts, types=types, main=f"{_OFFICE}.spreadsheetml.sheet.main+xml")


def pptx() -> bytes:
    """Return a presentation."""
    return docx(main=f"{_OFFICE}.presentationml.presentation.main+xml")


def odf(kind: str, content: str = "", parts: Mapping[str, str | bytes] | None = None, manifest: str = "") -> bytes:
    """Return an OpenDocument file: a text, spreadsheet or presentation."""
    names = " ".join(
        f'xmlns:{each}="{_OASIS}:{each}:1.0"' for each in ("office", "text", "draw", "script", "presentation")
    )
    return archive(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
            f"<office:scripts/><office:body>{content}</office:body></office:document-content>",
            **(parts or {}),
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0">{manifest}'
            "</manifest:manifest>",
        }
    )


def with_bit(data: bytes, bit: int = 1) -> bytes:
    """Return an archive whose every part says to be encrypted."""
    changed = bytearray(data)
    for begin, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(begin)
        while place >= 0:
            changed[place + at] |= bit
            place = changed.find(begin, place + 4)
    return bytes(changed)
