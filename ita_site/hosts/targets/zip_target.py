"""A site published as one ZIP file, which a webmaster unpacks: the same site, the same bytes."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground.file_lock import FileLock
from ita_site.hosts.reports import replaced_report
from ita_site.hosts.targets.delivery import CannotDeliver, Delivered
from ita_site.hosts.targets.folder_target import NOTHING_KEPT, UNCHANGED
from ita_site.publishing.staging import WORKING_FOLDER, PreviousSites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can name: no clock is asked."""
_PART = "new-"


def deliver(site: Path, archive: Path, tell: Callable[[str], None]) -> Delivered:
    """Write a site as a ZIP file in the place of the one that is there; that is kept.

    Raises:
        CannotDeliver: something else is there.
        OSError: the disk does not take it; what was there stays.

    """
    if archive.is_dir():
        message = f"{archive} เป็นโฟลเดอร์ ให้ตั้งปลายทางเป็นชื่อไฟล์ เช่น site.zip"
        raise CannotDeliver(message)
    if archive.is_file() and not zipfile.is_zipfile(archive):
        message = f"{archive} ไม่ใช่ไฟล์ ZIP จึงไม่เขียนทับ ให้ตั้งปลายทางเป็นชื่อไฟล์อื่น"
        raise CannotDeliver(message)
    with _working(archive, tell) as work:
        made = _part(work)
        _pack(site, made)
        if archive.is_file() and archive.read_bytes() == made.read_bytes():
            return Delivered(str(archive), (UNCHANGED,))
        if archive.is_file():
            copy = _part(work)
            shutil.copyfile(archive, copy)
            _flush(copy)
            previous = PreviousSites(archive.parent, archive.name)
            copy.rename(previous.place())
            previous.let_go()
        made.replace(archive)
    return Delivered(str(archive))


def roll_back(archive: Path, tell: Callable[[str], None]) -> Delivered:
    """Put the file that was published before back into its place; the one there is taken away.

    Raises:
        CannotDeliver: none is kept.
        OSError: the disk does not take it; what was there stays.

    """
    with _working(archive, tell) as work:
        previous = PreviousSites(archive.parent, archive.name)
        kept = previous.all()
        while kept and archive.is_file() and kept[0].read_bytes() == archive.read_bytes():
            previous.drop(kept.pop(0))
        if not kept:
            raise CannotDeliver(NOTHING_KEPT)
        copy = _part(work)
        shutil.copyfile(kept[0], copy)
        _flush(copy)
        copy.replace(archive)
        previous.drop(kept[0])
    return Delivered(str(archive))


def forget(archive: Path, tell: Callable[[str], None]) -> int:
    """Take away all that is kept of former files, and return how many there were.

    Raises:
        OSError: the system refuses.

    """
    with _working(archive, tell):
        previous = PreviousSites(archive.parent, archive.name)
        kept = previous.all()
        for each in kept:
            previous.drop(each)
    return len(kept)


@contextmanager
def _working(archive: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    """Keep the file for this process alone, with a folder to write in; what is left there is taken away."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    work = archive.with_name(f".{archive.name}{WORKING_FOLDER}")
    lock = FileLock(work / "lock", lambda: tell(replaced_report.waiting(archive)))
    try:
        _sweep(work)
        yield work
    finally:
        _sweep(work)
        lock.release()


def _part(work: Path) -> Path:
    opened, name = tempfile.mkstemp(prefix=_PART, dir=work)
    os.close(opened)
    path = Path(name)
    path.chmod(0o644)
    return path


def _sweep(work: Path) -> None:
    for left in work.glob(f"{_PART}*"):
        left.unlink(missing_ok=True)


def _pack(site: Path, archive: Path) -> None:
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, _DAY)
            about.external_attr = 0o644 << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            about.file_size = files[name].stat().st_size
            with files[name].open("rb") as source, packed.open(about, "w") as entry:
                shutil.copyfileobj(source, entry)
    _flush(archive)


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
