"""Office files, which are ZIP archives of XML: every part is unpacked within limits, the telling ones are read.

OOXML (ECMA-376) says in `[Content_Types].xml` what its parts are and in `.rels` what they reach out to; ODF (ISO 26300)
in `META-INF/manifest.xml` and in the links of the content itself.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from ita_site.data.load.attachments import xml_elements
from ita_site.data.load.attachments.file_content import OFFICE, TWO_IN_ONE, AttachmentKind, Content, FileFault, broken
from ita_site.data.load.attachments.limits import MAX_ENTRIES, MAX_FILE, MAX_UNPACKED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: old office files, macros, objects of other programs, files with a password."""
CODE = FileFault("file-with-code", "ไฟล์นี้มีคำสั่งแฝง (แมโคร) ให้บันทึกใหม่เป็นชนิดที่ไม่มีแมโคร เช่น .docx .xlsx .pptx หรือเป็น PDF")
_FILES = FileFault(
    "file-with-files",
    "ไฟล์นี้มีวัตถุของโปรแกรมอื่นฝังอยู่ (OLE, ActiveX หรือหน้าเว็บ) ให้แปลงวัตถุนั้นเป็นรูปภาพ หรือบันทึกทั้งไฟล์เป็น PDF",
)
_OUTSIDE = FileFault(
    "file-with-links",
    "ไฟล์นี้ดึงแม่แบบ รูป หรือข้อมูลจากไฟล์อื่นเมื่อเปิด ให้ตัดการเชื่อมโยง (File > Info > Edit Links to Files) แล้วบันทึกใหม่ หรือบันทึกเป็น PDF",
)
PASSWORD = FileFault("file-with-password", "ไฟล์นี้ตั้งรหัสผ่านไว้ ประชาชนจะเปิดไม่ได้ ให้บันทึกใหม่โดยไม่ตั้งรหัสผ่าน")
_BOMB = FileFault(
    "file-too-big",
    f"ข้างในไฟล์นี้มีข้อมูลมากเกิน {MAX_UNPACKED // 1_000_000} เมกะไบต์ หรือเกิน {MAX_ENTRIES:,} ชิ้น"
    " ให้แบ่งเป็นหลายไฟล์ หรือบันทึกเป็น PDF",
)
_BROKEN = broken("ไฟล์", "ให้เปิดด้วยโปรแกรมที่สร้าง แล้วบันทึกใหม่")

_ODF = {
    b"application/vnd.oasis.opendocument.text": AttachmentKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": AttachmentKind.ODS,
    b"application/vnd.oasis.opendocument.presentation": AttachmentKind.ODP,
}
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(
    r"\b(?:(?P<docx>wordprocessingml|word)|(?P<xlsx>spreadsheetml|excel)|(?P<pptx>presentationml|powerpoint))"
    r"\.(?:document|sheet|presentation)(?:\.macroEnabled)?\.main\+xml"
)
"""The type of the part that an OOXML file begins with, each named for its kind."""
_CODE_TYPE = re.compile("macro|vbaProject", re.IGNORECASE)
_FILES_TYPE = re.compile(r"activeX|oleObject|text/html|xhtml|rfc822", re.IGNORECASE)
_CODE_PART = re.compile(r"Basic/|Scripts/|.*/vbaProject\.bin|.*/macrosheets/", re.IGNORECASE)
_ODF_CONTENT = re.compile(r"(?:.*/)?(?:content|styles)\.xml")
_RUNNING = frozenset({None, "execute", "verb"})
"""What a listener of an ODF may do that is more than to turn a page; one of a script says no action."""
_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|/|\.\./", re.IGNORECASE)
"""How a link begins that leaves the package."""
_PROGRAM = (b"MZ", b"\x7fELF")
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The only ways in which both standards let a part be packed."""
_CHUNK = 1 << 16
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, xml_elements.Forbidden),
    *(EOFError, KeyError, NotImplementedError, RuntimeError, ValueError),
)
"""What reading a damaged archive raises; a password is looked for before."""


def kind_of(data: bytes) -> AttachmentKind | None:
    """Return which office file an archive is, None where it is another archive or cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _kind(archive)
    except _DAMAGE:
        return None


def is_open(data: bytes) -> bool:
    """Tell whether an archive is whole, as far as its list of parts tells, and has no password."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not any(each.flag_bits & 1 for each in archive.infolist())
    except _DAMAGE:
        return False


def inspect(data: bytes, kind: AttachmentKind, *, inside: bool = False) -> Content:
    """Unpack an office file and return what must not be published of it; `inside` is one that another holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES or sum(each.file_size for each in entries) > MAX_UNPACKED:
                return Content(kind, (_BOMB,))
            if any(each.flag_bits & 1 for each in entries):
                return Content(kind, (PASSWORD,))
            faults = dict.fromkeys(_faults(archive, inside=inside))
            # A second file before the first part, or behind the list of parts.
            if min(each.header_offset for each in entries) or archive.comment or not data[-22:].startswith(b"PK\5\6"):
                faults[TWO_IN_ONE] = None
    except _DAMAGE:
        return Content(kind, (_BROKEN,))
    return Content(kind, tuple(faults))


def _kind(archive: zipfile.ZipFile) -> AttachmentKind | None:
    names = archive.namelist()
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            return _ODF.get(part.read(100).strip())
    if _TYPES not in names:
        return None
    with archive.open(_TYPES) as part:
        types = (each.attributes.get("ContentType", "") for each in xml_elements.starts([part.read(MAX_FILE)]))
        found = next(filter(None, map(_MAIN.search, types)), None)
    return AttachmentKind(found.lastgroup) if found and found.lastgroup else None


def _faults(archive: zipfile.ZipFile, *, inside: bool) -> Iterator[FileFault]:
    names = archive.namelist()
    if len(names) != len(set(names)) or any(each.compress_type not in _PACKED for each in archive.infolist()):
        yield _BROKEN  # programs differ in which of two parts they take
    odf = "mimetype" in names
    for name in names:
        if _CODE_PART.match(name):
            yield CODE
        with archive.open(name) as part:
            first = part.read(_CHUNK)
            yield from _faults_of_bytes(archive, name, first, inside=inside)
            yield from _faults_of_part(name, _chunks(first, part), odf=odf)


def _chunks(first: bytes, part: IO[bytes]) -> Iterator[bytes]:
    while first:
        yield first
        first = part.read(_CHUNK)


def _faults_of_bytes(archive: zipfile.ZipFile, name: str, first: bytes, *, inside: bool) -> Iterator[FileFault]:
    if first.startswith((OLE, *_PROGRAM)):
        yield _FILES
    elif first.startswith(b"PK\3\4"):  # the table behind a chart
        held = archive.read(name) if archive.getinfo(name).file_size <= MAX_FILE and not inside else b""
        kind = kind_of(held)
        if kind in OFFICE:
            yield from inspect(held, kind, inside=True).faults
        else:
            yield _FILES


def _faults_of_part(name: str, chunks: Iterator[bytes], *, odf: bool) -> Iterator[FileFault]:
    """Yield the faults of one part, which is read to its end: that is how its checksum is compared."""
    if odf and name == "META-INF/manifest.xml":
        yield from _faults_of_manifest(chunks)
    elif odf and _ODF_CONTENT.fullmatch(name):
        yield from _faults_of_odf(chunks)
    elif name == _TYPES:
        yield from _faults_of_types(chunks)
    elif name.endswith(".rels"):
        yield from _faults_of_relations(chunks)
    for _ in chunks:
        pass


def _faults_of_types(chunks: Iterator[bytes]) -> Iterator[FileFault]:
    for each in xml_elements.starts(chunks):
        said = each.attributes.get("ContentType", "")
        if _CODE_TYPE.search(said):
            yield CODE
        elif _FILES_TYPE.search(said):
            yield _FILES


def _faults_of_relations(chunks: Iterator[bytes]) -> Iterator[FileFault]:
    for each in xml_elements.starts(chunks):
        outside = each.attributes.get("TargetMode", "").lower() == "external"
        if outside and not each.attributes.get("Type", "").endswith("/hyperlink"):
            yield _OUTSIDE


def _faults_of_manifest(chunks: Iterator[bytes]) -> Iterator[FileFault]:
    for each in xml_elements.starts(chunks):
        if each.name == "encryption-data":
            yield PASSWORD
        elif each.attributes.get("media-type", "").endswith(("oleobject", "text/html")):
            yield _FILES


def _faults_of_odf(chunks: Iterator[bytes]) -> Iterator[FileFault]:
    for each in xml_elements.starts(chunks):
        if each.name == "script" or (each.name == "event-listener" and each.attributes.get("action") in _RUNNING):
            yield CODE
        elif each.name in {"plugin", "applet", "object-ole"}:
            yield _FILES
        elif each.name.startswith("dde-") or (each.name != "a" and _AWAY.match(each.attributes.get("href", ""))):
            yield _OUTSIDE
