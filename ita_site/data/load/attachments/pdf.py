"""PDF files: opened by pypdf and walked from the trailer down, since a script may hang on any object."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from ita_site.data.load.attachments.file_content import (
    TWO_IN_ONE,
    AttachmentKind,
    Content,
    FileFault,
    broken,
    two_in_one,
)
from ita_site.data.load.attachments.limits import MAX_OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

# What pypdf mends on the way is no news for a clerk, and would go to the terminal.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_SCRIPT = FileFault(
    "file-with-code",
    "PDF นี้มีคำสั่งแฝง (JavaScript หรือฟอร์ม XFA) ให้เปิดแล้วสั่งพิมพ์เป็น PDF ใหม่ คำสั่งจะหายไป",
)
_ACTION = FileFault(
    "file-that-acts",
    "PDF นี้สั่งเปิดโปรแกรม เปิดไฟล์อื่น หรือส่งข้อมูลออกได้ (Launch, SubmitForm, OpenAction) ให้เปิดแล้วสั่งพิมพ์เป็น PDF ใหม่",
)
_FILES = FileFault(
    "file-with-files",
    "PDF นี้มีไฟล์อื่น เสียง หรือวิดีโอฝังอยู่ ให้เปิดแล้วสั่งพิมพ์เป็น PDF ใหม่ แล้วแนบไฟล์ที่ฝังไว้แยกต่างหาก",
)
_PASSWORD = FileFault(
    "file-with-password",
    "PDF นี้เข้ารหัสหรือจำกัดสิทธิ์ไว้ ประชาชนและโปรแกรมอ่านหน้าจอจะอ่านไม่ได้ ให้บันทึกใหม่โดยไม่ตั้งรหัสผ่าน",
)
_BROKEN = broken(" PDF ", "ให้บันทึกหรือสแกนใหม่ แล้วลองเปิดดูก่อนแนบ")
_TOO_MANY = FileFault("broken-file", f"PDF นี้มีชิ้นส่วนเกิน {MAX_OBJECTS:,} ชิ้น ให้แบ่งเป็นหลายไฟล์ หรือสั่งพิมพ์เป็น PDF ใหม่")

_HEAD = 1024
"""Programs look for the beginning of a file in so many bytes."""
_ACTING = frozenset({"/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition", "/RichMediaExecute"})
"""Actions of ISO 32000-2, 12.6.4, that leave the document; those that stay in it and web links are harmless."""
_HARMLESS_AT_OPENING = frozenset({"/GoTo", "/Named"})
"""What LibreOffice and LaTeX write into nearly every file: where to begin reading."""
_EMBEDDING = frozenset({"/FileAttachment", "/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"})


def inspect(data: bytes) -> Content:
    """Open a PDF and return its pages and what must not be published of it."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return Content(AttachmentKind.PDF, (_PASSWORD,))
        pages = len(reader.pages)
        faults = dict.fromkeys(_faults(reader))
        if b"/JavaScript" in data:  # also where only a reader that mends other faults than ours would find it
            faults[_SCRIPT] = None
    except DependencyError:  # a cipher that pypdf needs another library for
        return Content(AttachmentKind.PDF, (_PASSWORD,))
    except Exception:  # noqa: BLE001 - on broken files pypdf raises whatever its arithmetic meets
        return Content(AttachmentKind.PDF, (_PASSWORD if b"/Encrypt" in data else _BROKEN,))
    if two_in_one(data, data[1:_HEAD] + data.rpartition(b"%%EOF")[2]):
        faults[TWO_IN_ONE] = None
    return Content(AttachmentKind.PDF, tuple(faults), pages) if pages else Content(AttachmentKind.PDF, (_BROKEN,))


def _faults(reader: PdfReader) -> Iterator[FileFault]:
    seen: set[tuple[int, int]] = set()
    waiting: list[object] = [reader.trailer]
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if (place := (each.idnum, each.generation)) in seen:
                continue
            seen.add(place)
            if len(seen) > MAX_OBJECTS:
                yield _TOO_MANY
                return
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            yield from _faults_of(each)
            waiting += each.values()
        elif isinstance(each, ArrayObject):
            waiting += each


def _faults_of(group: DictionaryObject) -> Iterator[FileFault]:
    action, opening, address = (_value(group, key) for key in ("/S", "/OpenAction", "/URI"))
    scripted = isinstance(address, str) and address.strip().lower().startswith("javascript:")
    if "/JS" in group or "/XFA" in group or action == "/JavaScript" or scripted:
        yield _SCRIPT
    by_itself = isinstance(opening, DictionaryObject) and _value(opening, "/S") not in _HARMLESS_AT_OPENING
    if action in _ACTING or by_itself or _value(group, "/AA"):
        yield _ACTION
    if "/EF" in group or "/Collection" in group or _value(group, "/Subtype") in _EMBEDDING:
        yield _FILES


def _value(group: DictionaryObject, key: str) -> object:
    """Return a value of a group, None without one; unlike `get` also where it stands elsewhere in the file."""
    try:
        return group[key]
    except KeyError:
        return None
