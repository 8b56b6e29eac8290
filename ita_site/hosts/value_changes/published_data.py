"""The data as they were published: those of a commit, or the copies that every published site offers."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.ground import addresses, thai
from ita_site.ground.git import git_objects
from ita_site.ground.git.git_program import GitFault, NoHistory

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DATA_FILE = re.compile(
    r"agency\.yml|frameworks/[^/]+\.yml|[0-9]{4}/(?:[^/]+\.yml|(?:measures|reports)/[^/]+\.yml|files/[^/]+)"
)
"""The paths below a data folder that a site is made from."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What comes of an archive that is damaged, locked, or packed in a way that is not known here."""
_MAX_BYTES = 1_000_000_000
"""The most that is read of one archive: what an office publishes has far less."""
_OTHER_NAMES = "ให้พิมพ์ชื่อ branch, tag หรือรหัสของ commit หรือโฟลเดอร์ของเว็บไซต์ที่เผยแพร่"
_NOTHING_IN_GIT = "โฟลเดอร์นี้ยังไม่มี commit ใน Git จึงไม่มีอะไรให้เทียบ ถ้าเว็บไซต์อยู่ที่อื่น ให้บอกด้วย --since โฟลเดอร์ของเว็บไซต์"


class NotPublishedYet(Exception):
    """Nothing is known that was published; the message says why, in Thai."""


@dataclass(frozen=True, slots=True)
class PublishedData:
    """What was published.

    `name` says in Thai where it stands. `files` are those of the data folder by their paths in it, attachments among
    them; `pages` those written by hand, by their paths in their own folder, None where that is not known.
    """

    name: str
    files: Mapping[str, bytes]
    pages: Mapping[str, bytes] | None = field(default=None)


def of_commit(data: Path, content: Path | None, commit: str) -> PublishedData:
    """Return what a commit has of the project.

    Args:
        data: the data folder, in a repository.
        content: the folder of pages written by hand, if there is one.
        commit: the name of a commit, a branch or a tag.

    Raises:
        NotPublishedYet: there is no such commit, no repository, or nothing in it yet.
        NoHistory: there is no program, or Git refuses the folder.

    """
    try:
        name, day = git_objects.commit_named(data, commit)
        files = {path: each for path, each in git_objects.files_at(data, name).items() if _DATA_FILE.fullmatch(path)}
        pages = git_objects.files_at(content, name) if content is not None else {}
    except NoHistory as error:
        if error.fault not in (None, GitFault.UNREADABLE):
            raise
        message = _NOTHING_IN_GIT if error.fault is None else f"ไม่พบ “{commit}” ใน Git ของโฟลเดอร์นี้ {_OTHER_NAMES}"
        raise NotPublishedYet(message) from error
    when = f" วันที่ {thai.write_date(day)}" if day else ""
    return PublishedData(f"ใน Git ({commit}: {name[:10]}{when})", files, pages)


def of_site(site: Path) -> PublishedData:
    """Return the data that a published site offers beside its pages.

    Raises:
        NotPublishedYet: the folder holds no site of this program.
        OSError: the disk does not answer.

    """
    below = site / addresses.data()
    found = (path for path in sorted(below.rglob("*")) if path.is_file() and not path.is_symlink())
    files = {path.relative_to(below).as_posix(): path for path in found}
    return PublishedData(
        f"ในโฟลเดอร์ {site}", _known({name: path.read_bytes() for name, path in files.items() if _is_data(name)}, site)
    )


def of_archive(archive: Path) -> PublishedData:
    """Return the data in a site that was published as a ZIP file.

    Raises:
        NotPublishedYet: the file is no ZIP file, or holds no site of this program.
        OSError: the disk does not answer.

    """
    prefix = addresses.data()
    try:
        with zipfile.ZipFile(archive) as opened:
            named = [each for each in opened.infolist() if _is_data(each.filename.removeprefix(prefix))]
            if sum(each.file_size for each in named) > _MAX_BYTES:
                message = f"{archive} ใหญ่เกินไป"
                raise NotPublishedYet(message)
            files = {
                each.filename.removeprefix(prefix): opened.read(each)
                for each in named
                if each.filename.startswith(prefix)
            }
    except (*DAMAGED, FileNotFoundError, IsADirectoryError):
        message = f"{archive} ไม่ใช่ไฟล์ ZIP ของเว็บไซต์"
        raise NotPublishedYet(message) from None
    return PublishedData(f"ในไฟล์ {archive}", _known(files, archive))


def same_but_for_line_ends(one: bytes, other: bytes) -> bool:
    """Tell whether two files are one, but for the line ends that Git gives them on this system."""
    return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")


def _is_data(name: str) -> bool:
    return _DATA_FILE.fullmatch(name) is not None


def _known(files: Mapping[str, bytes], place: Path) -> Mapping[str, bytes]:
    if "agency.yml" not in files:
        message = f"{place} ยังไม่มีเว็บไซต์ที่สร้างด้วยโปรแกรมนี้ (ไม่มี {addresses.data_file('agency.yml')})"
        raise NotPublishedYet(message)
    return files
