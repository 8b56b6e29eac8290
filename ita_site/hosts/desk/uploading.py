"""A file that a clerk attaches: known by its bytes, read for personal data before it is kept, under a name of ours."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit import AddKey, CannotEditError, InsertItem
from ita_site.data.load.attachments import FOLDER, PICTURES, inspected, published
from ita_site.data.load.attachments.file_content import ENDINGS
from ita_site.data.load.attachments.limits import MAX_FILE, MAX_YEAR
from ita_site.data.model import is_file_name
from ita_site.ground import addresses, whole_file
from ita_site.ground.problems import Position, Severity
from ita_site.judging import privacy
from ita_site.judging.checks import exposure_in_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.edit import FileChange
    from ita_site.data.load import AttachmentKind, Dataset
    from ita_site.data.load.folder import DataFile
    from ita_site.data.source import Value

_LONGEST = 40
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_OTHER_ENDING = "other-ending"
"""A fault that a name of ours does not have."""
_TOO_BIG = "ไฟล์ใหญ่เกิน {most:.0f} เมกะไบต์ ให้ย่อหรือแบ่งเป็นหลายไฟล์"
_YEAR_FULL = "ไฟล์แนบทั้งหมดของปีนี้จะเกิน {most:.0f} เมกะไบต์ ให้ลบหรือย่อไฟล์อื่นก่อน"
_NO_TITLE = "ยังไม่ได้พิมพ์ชื่อเอกสาร ให้พิมพ์ตามที่เอกสารพิมพ์"
_NO_FILE = "ยังไม่ได้เลือกไฟล์"
_NO_DESCRIPTION = "รูปต้องมีคำบรรยาย สำหรับผู้ที่มองไม่เห็นรูป ให้พิมพ์ว่ารูปแสดงอะไร"
_LINKED = "โฟลเดอร์ files ของปีนี้เป็นทางลัด (link) ระบบไม่เขียนนอกโฟลเดอร์ข้อมูล"
_LOOK = "ให้เปิดไฟล์ดูก่อน ถ้าเปิดเผยได้จริง ให้ทำเครื่องหมายที่ “เปิดดูแล้ว เปิดเผยได้” แล้วเลือกไฟล์อีกครั้ง"


class RefusedUploadError(Exception):
    """A file is not kept; `told` says everything that is wrong, and what to do."""

    def __init__(self, *told: str) -> None:
        super().__init__(*told)
        self.told = told


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent: the bytes, the name that the sender has for them, and what is typed of them."""

    data: bytes
    name: str
    title: str
    description: str = ""
    date: str = ""
    is_seen: bool = False
    """Whether the sender has looked for personal data where some may be."""


def attach(upload: Upload, record: DataFile, data: Path, dataset: Dataset) -> str:
    """Keep a file beside the data, and name it in a record; return the name that it was given.

    Args:
        upload: the file.
        record: the data file whose document it goes with.
        data: the data folder.
        dataset: what is in it.

    Raises:
        RefusedUploadError: it may not be published, or it may have to be looked at first; nothing was written.
        OSError: the disk does not take it; nothing is left.

    """
    if not upload.name or not upload.data:
        raise RefusedUploadError(_NO_FILE)
    if len(upload.data) > MAX_FILE:
        raise RefusedUploadError(_TOO_BIG.format(most=MAX_FILE / 1e6))
    folder = data / str(record.year) / FOLDER
    if folder.is_symlink() or folder.parent.is_symlink():
        raise RefusedUploadError(_LINKED)
    kind, kept = _examined(upload, dataset)
    there = {each.name.lower() for each in folder.iterdir()} if folder.is_dir() else set()
    if sum(each.stat().st_size for each in folder.glob("*")) + len(kept) > MAX_YEAR:
        raise RefusedUploadError(_YEAR_FULL.format(most=MAX_YEAR / 1e6))
    name = new_name(upload.name, kind, record.id, there)
    _kept(upload, record, folder / name, kept)
    return name


def takes_attachments(record: DataFile) -> bool:
    """Tell whether files can go with what a data file is about."""
    return record.year is not None and "attachments" in record.kind.value.model_fields


def new_name(given: str, kind: AttachmentKind, record_id: str, there: set[str]) -> str:
    """Return a name for a file that may stand in an address and on any system, and is not taken.

    Args:
        given: the name that it came with, of which only letters and digits of the last part are taken.
        kind: what it is.
        record_id: what it goes with, for one whose name says nothing in these letters.
        there: the names that are taken, in small letters.

    """
    ending = _ending(kind)
    stem = PurePosixPath(given.replace("\\", "/")).name.rpartition(".")[0] or given
    plain = _NOT_IN_A_NAME.sub("-", stem.lower()).strip("-")[:_LONGEST].strip("-") if stem.isascii() else ""
    usable = plain if is_file_name(f"{plain}{ending}") else _NOT_IN_A_NAME.sub("-", f"{record_id}-file")
    name, number = f"{usable}{ending}", 1
    while name in there:
        number += 1
        name = f"{usable}-{number}{ending}"
    return name


def _examined(upload: Upload, dataset: Dataset) -> tuple[AttachmentKind, bytes]:
    """Return what a file is, and the bytes of it that are kept."""
    # What it is called matters only where its bytes say nothing: texts have no beginning that tells.
    ending = PurePosixPath(upload.name).suffix.lower()
    content = inspected(f"file{ending}" if ending in ENDINGS else "file", upload.data)
    faults = [each for each in content.faults if each.code != _OTHER_ENDING]
    errors = [each.message for each in faults if each.severity is Severity.ERROR]
    if content.kind is None or errors:
        raise RefusedUploadError(*(errors or [each.message for each in content.faults]))
    typed = [] if upload.title else [_NO_TITLE]
    if content.kind in PICTURES and not upload.description:
        typed.append(_NO_DESCRIPTION)
    if typed:
        raise RefusedUploadError(*typed)
    kept = content.cleaned if content.cleaned is not None else upload.data
    known = privacy.public_by_office(dataset)
    position = Position(upload.name)
    with tempfile.TemporaryDirectory(prefix="ita-site-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(kept)
        file = published(path, addresses.attachment(0, "file"), inspected(f"file{_ending(content.kind)}", kept))
        if file is None:  # what was cut out of it left nothing to open
            raise RefusedUploadError(*(each.message for each in content.faults))
        found = [*exposure_in_files.in_file(upload.name, file, position, known), *privacy.in_name(upload.name, known)]
    stopping = [each.message for each in found if each.severity is Severity.ERROR]
    doubted = [each.message for each in found if each.severity is Severity.WARNING]
    doubted += [each.message for each in faults if each.severity is Severity.WARNING]
    if stopping:
        raise RefusedUploadError(*stopping)
    if doubted and not upload.is_seen:
        raise RefusedUploadError(*doubted, _LOOK)
    return content.kind, kept


def _ending(kind: AttachmentKind) -> str:
    """Return the usual ending of a kind of file: `.jpg` rather than `.jpeg`."""
    return [each for each, known in ENDINGS.items() if known is kind][-1]


def _kept(upload: Upload, record: DataFile, path: Path, kept: bytes) -> None:
    """Write a file, and its entry in the record: both of them, or none."""
    typed = {"title": upload.title, "file": path.name, "date": upload.date, "description": upload.description}
    entry: dict[str, Value] = {name: each for name, each in typed.items() if each}
    made = [each for each in (path.parent,) if not each.exists()]
    for folder in made:
        folder.mkdir()
    whole_file.create(path, kept)
    try:
        before = record.path.read_bytes()
        change = _entry(edit.values(before, record.name), entry, tuple(record.kind.value.model_fields))
        edit.save(record.path, [change], edit.digest(before), base=before, name=record.name)
    except BaseException as error:
        path.unlink(missing_ok=True)
        for folder in made:
            folder.rmdir()
        if isinstance(error, CannotEditError):
            raise RefusedUploadError(str(error)) from None
        raise


def _entry(values: Value, entry: Mapping[str, Value], order: tuple[str, ...]) -> FileChange:
    there = values.get("attachments") if isinstance(values, dict) else None
    if isinstance(there, list):
        return InsertItem(("attachments",), len(there), dict(entry))
    return AddKey((), "attachments", [dict(entry)], order)
