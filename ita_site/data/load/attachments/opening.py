"""A file is known by its bytes and opened with the reader of its kind; its name must promise what it is."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ita_site.data.load.attachments import office, plain
from ita_site.data.load.attachments.file_content import (
    ENDINGS,
    OFFICE,
    PICTURES,
    PLAIN,
    AttachmentKind,
    Content,
    FileFault,
)
from ita_site.data.load.attachments.limits import MAX_PIXELS

_SIGNATURES = (
    (re.compile(rb"%PDF-"), AttachmentKind.PDF),
    (re.compile(rb"\xff\xd8\xff"), AttachmentKind.JPEG),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), AttachmentKind.PNG),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), AttachmentKind.WEBP),
)
_ARCHIVE = b"PK\x03\x04"
_HEAD = 1024
"""Readers of PDF look for its beginning in so many bytes."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The part of a compound file that holds an OOXML file with a password (MS-OFFCRYPTO, 2.3.4.4)."""
_LISTED = "PDF, รูป JPG PNG WEBP, เอกสาร DOCX XLSX PPTX ODT ODS ODP, ข้อความ TXT CSV"
_OTHERS = (
    (rb"version https://git-lfs", "เป็นเพียงตัวชี้ของ Git LFS ไม่ใช่ตัวเอกสาร ให้ดึงไฟล์จริงมาก่อน (git lfs pull)"),
    (rb"\{\\rtf", "เป็น RTF ให้บันทึกเป็น .docx หรือ PDF"),
    (rb"MZ|\x7fELF|#!|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe", "เป็นโปรแกรม ห้ามเผยแพร่"),
    (rb"PK\x03\x04|PK\x05\x06|Rar!|7z\xbc\xaf|\x1f\x8b", "เป็นไฟล์บีบอัดหรือชนิดที่ไม่รับ ให้แตกออกแล้วแนบทีละไฟล์"),
    (rb"....ftyp(?:hei|hev|mif|msf|avi)", "เป็นรูป HEIC หรือ AVIF ที่หลายเครื่องเปิดไม่ได้ ให้บันทึกเป็น JPG"),
    (rb"GIF8|BM|II\*\0|MM\0\*", "เป็นรูปที่เว็บไซต์นี้ไม่รับ ให้บันทึกเป็น JPG หรือ PNG"),
    (rb"....ftyp|\x1aE\xdf\xa3|RIFF|OggS|ID3|\xff\xfb", "เป็นวิดีโอหรือเสียง ให้เผยแพร่ที่อื่นแล้วใส่ที่อยู่ที่ url: แทน file:"),
    (
        rb"(?:\xef\xbb\xbf)?\s*<(?:!|\?|[a-z])",
        "เป็นหน้าเว็บ (HTML, SVG หรือ XML) ซึ่งมีคำสั่งแฝงได้ ให้บันทึกเป็น PDF หรือเป็นรูป PNG",
    ),
)
"""How files begin that are not published, and what to do with each."""
_ADVICE = tuple((re.compile(begin, re.DOTALL | re.IGNORECASE), message) for begin, message in _OTHERS)


def inspect(name: str, data: bytes, most: int = MAX_PIXELS) -> Content:
    """Open a file and return what it is and all that is wrong with it; `most` is the limit of a picture's points."""
    promised = ENDINGS.get(PurePosixPath(name).suffix.lower())
    if not data:
        return Content(promised, (FileFault("broken-file", "ไฟล์ว่างเปล่า (0 ไบต์) ให้คัดลอกไฟล์มาใหม่"),))
    kind = _recognise(data, promised)
    if kind is None:
        return Content(None, (_unwanted(data, promised),))
    content = _open(data, kind, most)
    if promised is kind or office.CODE in content.faults:  # a .docm that is called .docx does not open
        return content
    message = f"ข้างในเป็น {kind.upper()} แต่นามสกุลไฟล์ไม่ใช่ ให้เปลี่ยนชื่อเป็น {PurePosixPath(name).stem}.{_ending(kind)}"
    return Content(kind, (FileFault("other-ending", message), *content.faults))


def _recognise(data: bytes, promised: AttachmentKind | None) -> AttachmentKind | None:
    for begins, kind in _SIGNATURES:
        if begins.match(data):
            return kind
    if data.startswith(_ARCHIVE):
        # One that cannot be opened is taken for what its name says.
        return office.kind_of(data) or (promised if promised in OFFICE and not office.is_open(data) else None)
    return promised if promised in PLAIN and (b"\0" not in data or _known(data) is None) else None


def _open(data: bytes, kind: AttachmentKind, most: int) -> Content:
    # Most projects attach nothing, and the two readers take as long to import as a year to read.
    if kind is AttachmentKind.PDF:
        from ita_site.data.load.attachments import pdf  # noqa: PLC0415

        return pdf.inspect(data)
    if kind in PICTURES:
        from ita_site.data.load.attachments import pictures  # noqa: PLC0415

        return pictures.inspect(data, kind, most)
    return office.inspect(data, kind) if kind in OFFICE else plain.inspect(data, kind)


def _unwanted(data: bytes, promised: AttachmentKind | None) -> FileFault:
    if data.startswith(office.OLE):
        if _ENCRYPTED_PACKAGE in data:
            return office.PASSWORD
        return FileFault(
            "file-kind", "เป็นไฟล์ Office แบบเก่า (.doc .xls .ppt) ซึ่งมีคำสั่งแฝงได้ ให้บันทึกเป็น .docx .xlsx .pptx หรือ PDF"
        )
    if known := _known(data):
        return FileFault("file-kind", f"ไฟล์นี้{known}")
    if b"%PDF-" in data[:_HEAD]:
        return FileFault("two-files-in-one", "ไฟล์นี้มีข้อมูลอื่นอยู่หน้าส่วนที่เป็น PDF ให้เปิดแล้วสั่งพิมพ์เป็น PDF ใหม่")
    if promised:
        return FileFault(
            "file-kind", f"ข้างในไม่ใช่ {promised.upper()} จริง ไฟล์เสียหรือถูกเปลี่ยนนามสกุล ให้บันทึกใหม่จากโปรแกรมที่สร้าง"
        )
    return FileFault("file-kind", f"ไฟล์นี้เป็นชนิดที่ไม่รับ รับเฉพาะ {_LISTED}")


def _known(data: bytes) -> str | None:
    return next((message for begins, message in _ADVICE if begins.match(data)), None)


def _ending(kind: AttachmentKind) -> str:
    return "jpg" if kind is AttachmentKind.JPEG else kind
