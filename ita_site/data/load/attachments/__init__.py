"""The files beside the data: each opened, matched with the records that name it, and known by what is published of it.

What no record names is not published; what is wrong with any file is told for all of them at once.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.data.load.attachments import opening
from ita_site.data.load.attachments.file_content import PICTURES, AttachmentKind, Content, FileFault
from ita_site.data.load.attachments.limits import MAX_FILE, MAX_PICTURE, MAX_PIXELS, MAX_YEAR
from ita_site.data.load.messages import did_you_mean
from ita_site.data.model import attachments, is_file_name
from ita_site.ground import addresses
from ita_site.ground.git import git_dates
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from ita_site.data.load import RecordFile
    from ita_site.data.model import Record

__all__ = ["PICTURES", "AttachmentKind", "PublishedFile", "Shelf", "inspected", "published", "read"]

FOLDER = "files"
"""The folder of a fiscal year in which its attachments lie."""
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as it is published.

    `address` is where it stands on the site, `source` where it was read, `day` when Git last saw it change. `size` (in
    bytes) and `sha256` (in hexadecimal digits) are of the bytes that are published: those in `cleaned`, or those of the
    source where `cleaned` is None. `pages` are those of a PDF, `pixels` the width and height of a picture.
    """

    address: str
    source: Path
    kind: AttachmentKind
    size: int
    sha256: str
    pages: int | None = None
    pixels: tuple[int, int] | None = None
    day: date | None = None
    cleaned: bytes | None = None

    def read(self) -> bytes | None:
        """Return the bytes that are published; None where the source is no longer what was opened."""
        if self.cleaned is not None:
            return self.cleaned
        data = self.source.read_bytes() if self.source.is_file() else b""
        return data if hashlib.sha256(data).hexdigest() == self.sha256 else None

    @property
    def is_picture(self) -> bool:
        """Tell whether a page can show it."""
        return self.kind in PICTURES


@dataclass(frozen=True)
class Shelf:
    """The attachments of all fiscal years (B.E.) by year and name, and what is wrong with them."""

    files: Mapping[int, Mapping[str, PublishedFile]]
    problems: tuple[Problem, ...]


def read(
    data: Path,
    found: Mapping[int, Mapping[str, Path]],
    records: Iterable[tuple[int | None, RecordFile[Record]]],
    damaged: Iterable[str],
) -> Shelf:
    """Open the files of a data folder and match them with the attachments that the records of each year name.

    Args:
        data: the data folder.
        found: the files that lie in `files/` of each year, by year and name.
        records: the records of all files with their fiscal years.
        damaged: the names of data files of which something was lost: those may have named what nothing names.

    Raises:
        OSError: the disk does not answer.

    """
    named: dict[int, list[_Named]] = {}
    for year, loaded in records:
        if year is not None:
            named.setdefault(year, []).extend(
                _Named(loaded, path, each.file, each.description is not None)
                for path, each in attachments(loaded.record)
                if each.file is not None
            )
    days = git_dates.read({data.name: data}).days if any(found.values()) else {}
    files: dict[int, dict[str, PublishedFile]] = {}
    problems: list[Problem] = []
    for year in sorted({*found, *named}):
        folder = f"{data.name}/{year}/{FOLDER}"
        complete = not any(each.startswith(f"{data.name}/{year}/") for each in damaged)
        shelf = _Year(year, folder, found.get(year, {}), named.get(year, []), complete=complete)
        problems += shelf.problems()
        files[year] = shelf.published(days)
    return Shelf(files, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Named:
    """The name of a file, the record that has it as an attachment, and where in it."""

    loaded: RecordFile[Record]
    path: tuple[str | int, ...]
    file: str
    described: bool


class _Year:
    """The attachments of one fiscal year: what lies in its folder beside what its records name."""

    def __init__(
        self, year: int, folder: str, found: Mapping[str, Path], named: list[_Named], *, complete: bool
    ) -> None:
        self._year = year
        self._folder = folder
        self._found = found
        self._named = named
        self._complete = complete
        self._opened = {name: _opened(path) for name, path in found.items()}

    def published(self, days: Mapping[str, date]) -> dict[str, PublishedFile]:
        """Return what is published: files that a record names and that are whole, by name."""
        files: dict[str, PublishedFile] = {}
        for name in sorted({each.file for each in self._named} & set(self._found)):
            address, day = addresses.attachment(self._year, name), days.get(f"{self._folder}/{name}")
            if (done := published(self._found[name], address, self._opened[name], day)) is not None:
                files[name] = done
        return files

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the files, with their names, and with what names them."""
        names = {each.file for each in self._named}
        for name, content in self._opened.items():
            place = Position(f"{self._folder}/{name}")
            yield from (Problem(place, each.code, each.message, each.severity) for each in content.faults)
            if not is_file_name(name):
                yield Problem(place, "bad-file-name", _rename(name))
            elif self._complete and name not in names:
                message = f"ไม่มีช่องใดอ้างถึงไฟล์นี้ จึงไม่เผยแพร่ ให้พิมพ์ file: {name} ใน attachments: ของเอกสารที่ไฟล์นี้แนบ หรือลบไฟล์"
                yield Problem(place, "unused-file", message, Severity.WARNING)
        yield from self._too_much()
        for each in self._named:
            yield from self._problems_of(each)

    def _too_much(self) -> Iterator[Problem]:
        size = sum(path.stat().st_size for path in self._found.values())
        if size > MAX_YEAR:
            message = f"ไฟล์ทั้งหมดของปีนี้ใหญ่ {_megabytes(size)} เกิน {_megabytes(MAX_YEAR)} ให้ย่อหรือลบบางไฟล์"
            yield Problem(Position(self._folder), "too-many-files", message)

    def _problems_of(self, named: _Named) -> Iterator[Problem]:
        name = named.file
        if name not in self._found:
            if name not in map(_suggested, self._found):  # else the file is told to be renamed
                message = f"ไม่พบไฟล์ “{name}” ใน {self._folder} ให้วางไฟล์ไว้ที่นั่น{did_you_mean(name, self._found)}"
                yield Problem(named.loaded.at(*named.path, "file"), "no-file", message)
        elif self._opened[name].kind in PICTURES and not named.described:
            message = "รูปต้องมีคำบรรยาย สำหรับผู้ที่มองไม่เห็นรูป ให้เติมช่อง description: ว่ารูปแสดงอะไร"
            yield Problem(named.loaded.at(*named.path), "no-description", message, Severity.WARNING)


def published(source: Path, address: str, content: Content, day: date | None = None) -> PublishedFile | None:
    """Return a file that was opened as it is published; None for one that must not be."""
    if content.kind is None or any(each.severity is Severity.ERROR for each in content.faults):
        return None
    return PublishedFile(
        address,
        source,
        content.kind,
        content.size,
        content.sha256,
        content.pages,
        content.pixels,
        day,
        content.cleaned,
    )


def _too_big(size: int, most: int) -> FileFault | None:
    """Return the fault of a file larger than it may be, in bytes; it is not read."""
    if size <= most:
        return None
    message = f"ไฟล์ใหญ่ {_megabytes(size)} เกิน {_megabytes(most)} ให้ย่อ (PDF: บันทึกแบบขนาดเล็กสุด) หรือแบ่งเป็นหลายไฟล์"
    return FileFault("file-too-big", message)


def _opened(path: Path) -> Content:
    status = path.stat()
    fault = _too_big(status.st_size, MAX_FILE)
    return Content(None, (fault,)) if fault else _inspect(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=1_000)
def _inspect(path: Path, size: int, changed: int) -> Content:
    """Open a file once while `mkdocs serve` runs; it is another file when its size or time is another."""
    del size, changed
    return inspected(path.name, path.read_bytes())


def inspected(name: str, data: bytes, most: int = MAX_PIXELS) -> Content:
    """Open a file as `opening.inspect` does, and measure what is published of it: the file is read only once."""
    content = opening.inspect(name, data, most)
    kept = data if content.cleaned is None else content.cleaned
    heavy = _too_heavy(len(data)) if content.kind in PICTURES else ()
    return replace(content, size=len(kept), sha256=hashlib.sha256(kept).hexdigest(), faults=(*content.faults, *heavy))


def _too_heavy(size: int) -> tuple[FileFault, ...]:
    """Return the fault of a picture larger than a page may show, in bytes."""
    if size <= MAX_PICTURE:
        return ()
    message = (
        f"รูปใหญ่ {_megabytes(size)} เกิน {_megabytes(MAX_PICTURE)} ผู้อ่านทางโทรศัพท์ต้องรอนาน"
        " ให้ย่อรูป (กว้าง 1600 จุดก็พอ) แล้วบันทึกเป็น JPG"
    )
    return (FileFault("file-too-big", message),)


def _suggested(name: str) -> str:
    """Return a name that may be published, for a file whose name may not; nothing where letters of a word are lost."""
    stem, _, ending = name.strip().lower().rpartition(".")
    made = f"{_NOT_IN_A_NAME.sub('-', stem).strip('-')}.{ending}"
    return made if stem.isascii() and is_file_name(made) else ""


def _rename(name: str) -> str:
    meant = _suggested(name) or f"plan-2569{'.pdf' if '.' not in name else '.' + name.rpartition('.')[2].lower()}"
    return (
        f"ชื่อไฟล์ “{excerpt(name)}” จะเป็นที่อยู่บนเว็บไซต์ จึงใช้ได้เฉพาะ a-z 0-9 - และ _ ตามด้วยนามสกุลตัวเล็ก"
        f" และไม่ใช่ชื่อที่ Windows สงวนไว้ (con, nul, …) ให้เปลี่ยนชื่อ เช่น {excerpt(meant)}"
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} เมกะไบต์"
