"""What is known of an attachment once it was opened: its kind, its extent, what is wrong with it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum

from ita_site.ground.problems import Severity


class AttachmentKind(StrEnum):
    """The kinds of file that may be published beside the data."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    CSV = "csv"
    TXT = "txt"


ENDINGS = {**{f".{kind}": kind for kind in AttachmentKind}, ".jpg": AttachmentKind.JPEG}
"""The endings of file names, each with the kind it promises."""
PICTURES = frozenset({AttachmentKind.JPEG, AttachmentKind.PNG, AttachmentKind.WEBP})
OFFICE = frozenset(
    {
        AttachmentKind.DOCX,
        AttachmentKind.XLSX,
        AttachmentKind.PPTX,
        AttachmentKind.ODT,
        AttachmentKind.ODS,
        AttachmentKind.ODP,
    }
)
PLAIN = frozenset({AttachmentKind.CSV, AttachmentKind.TXT})


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing that an editor should know of a file: a code as `Problem` has it, and a Thai sentence."""

    code: str
    message: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Content:
    """A file that was opened.

    `pages` are those of a PDF, `pixels` the width and height of a picture as it is seen; `cleaned` are the bytes to
    publish in place of the file's own, None where those are published as they are. `size` (in bytes) and `sha256` (in
    hexadecimal digits) are of the bytes to publish.
    """

    kind: AttachmentKind | None
    faults: tuple[FileFault, ...] = ()
    pages: int | None = None
    pixels: tuple[int, int] | None = None
    cleaned: bytes | None = None
    size: int = 0
    sha256: str = ""


def broken(what: str, advice: str) -> FileFault:
    """Return the fault of a file that its reader cannot read to its end."""
    return FileFault("broken-file", f"เปิด{what}นี้ไม่ได้ ไฟล์เสียหรือมาไม่ครบ {advice}")


TWO_IN_ONE = FileFault("two-files-in-one", "ไฟล์นี้มีไฟล์อีกชนิดซ่อนอยู่ข้างใน ให้เปิดด้วยโปรแกรมของไฟล์ที่ต้องการแล้วบันทึกเป็นไฟล์ใหม่")
_OTHER_FILE = re.compile(rb"<\s*(?:!doctype|html|script|svg|iframe|body)|<\?php|PK\x03\x04|%PDF-", re.IGNORECASE)
"""What a second file begins with that hides beside or behind the first."""


def two_in_one(data: bytes, beside: bytes) -> bool:
    """Tell whether a file is an archive, too, or whether what stands in it beside its content begins another file."""
    return zipfile.is_zipfile(io.BytesIO(data)) or _OTHER_FILE.search(beside) is not None
