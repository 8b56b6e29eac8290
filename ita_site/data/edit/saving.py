"""Changes put into a file on the disk: the old file or the new one, whatever happens, and nobody's change lost."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import source
from ita_site.data.edit.editing import GONE, conflict, edit, values
from ita_site.data.edit.inverses import inverses
from ita_site.data.edit.rebasing import LostItemError, passes_a_list, rebased
from ita_site.data.edit.refusals import CannotEditError
from ita_site.data.edit.yaml_text import YamlText
from ita_site.ground import whole_file
from ita_site.ground.file_lock import FileLock
from ita_site.ground.problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ita_site.data.edit.changes import FileChange

_NO_FILE = "ไม่มีไฟล์นี้แล้ว อาจมีผู้อื่นลบหรือเปลี่ยนชื่อ ให้เปิดหน้ารายการใหม่"
_LINK = "เป็นทางลัด (link) หรือไม่ใช่ไฟล์ ระบบไม่แก้ไฟล์นอกโฟลเดอร์ข้อมูล"
_UNREADABLE = "ค่าที่พิมพ์ทำให้อ่านไฟล์ได้ไม่ครบ ไฟล์เดิมยังอยู่เหมือนเดิม"
_CHANGED = "ไฟล์นี้ถูกแก้หลังจากนั้นแล้ว จึงไม่ได้เขียนทับ"
_OTHERWISE = "ไฟล์นี้ถูกแก้หลังจากเปิดหน้านี้ และรายการอาจเลื่อนที่ ให้เปิดหน้านี้ใหม่แล้วแก้อีกครั้ง"


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save has done: the bytes of the file before and after, and the changes as they were made."""

    before: bytes
    after: bytes
    changes: tuple[FileChange, ...]


def digest(data: bytes) -> str:
    """Return what tells the state of a file from any other: its SHA-256."""
    return hashlib.sha256(data).hexdigest()


def save(path: Path, changes: Sequence[FileChange], seen: str, *, base: bytes | None = None, name: str = "") -> Saved:
    """Make changes of a file and put it on the disk.

    Where somebody else has changed the file since, the changes are made to what it says now, if what they change is
    still what the editor saw.

    Args:
        path: the file.
        changes: what is to be changed, one after the other.
        seen: the digest of the file as the editor saw it.
        base: its bytes then; without them, nothing in a list can be changed once the file is another.
        name: what messages call the file; without it, its path.

    Raises:
        ConflictError: what is to be changed is no longer what the editor saw.
        CannotEditError: the changes cannot be made for certain.
        OSError: the disk does not take it, and the file is as it was.

    """
    name = name or path.as_posix()
    with _held(path, name):
        before = path.read_bytes()
        if digest(before) != seen:
            known = base is not None and digest(base) == seen
            changes = _for_now(changes, base if known else None, before, name)
        after = edit(before, changes, name)
        if not source.parse(after, name).complete:
            raise CannotEditError(_UNREADABLE, Position(name))
        if after != before:
            whole_file.write(path, after, durable=True)
        return Saved(before, after, tuple(changes))


def save_whole(path: Path, data: bytes, seen: str, name: str = "") -> Saved:
    """Put other bytes in the place of a file, whatever they say: the way out where no change of it can be made.

    Raises:
        CannotEditError: the file is no longer what the editor saw.
        OSError: the disk does not take it, and the file is as it was.

    """
    name = name or path.as_posix()
    with _held(path, name):
        before = path.read_bytes()
        if digest(before) != seen:
            raise CannotEditError(_CHANGED, Position(name))
        if data != before:
            whole_file.write(path, data, durable=True)
        return Saved(before, data, ())


def undo(path: Path, saved: Saved, name: str = "") -> Saved:
    """Take a save back: to the very bytes, or, where the file was changed since, by the inverse of its changes.

    Raises:
        ConflictError: what was changed has been changed again.
        CannotEditError: the inverse cannot be made for certain.
        OSError: the disk does not take it, and the file is as it was.

    """
    name = name or path.as_posix()
    with _held(path, name):
        now = path.read_bytes()
        if now == saved.after:
            whole_file.write(path, saved.before, durable=True)
            changes = inverses(values(saved.before, name), saved.changes) if saved.changes else ()
            return Saved(now, saved.before, changes)
        if not saved.changes:
            raise CannotEditError(_CHANGED, Position(name))
    changes = inverses(values(saved.before, name), saved.changes)
    return save(path, changes, digest(saved.after), base=saved.after, name=name)


@contextmanager
def _held(path: Path, name: str) -> Iterator[None]:
    """Keep a file for this process alone, and what others have left half of it away."""
    if not path.exists() and not path.is_symlink():
        raise CannotEditError(_NO_FILE, Position(name))
    if path.is_symlink() or not path.is_file():
        raise CannotEditError(_LINK, Position(name))
    try:
        lock = FileLock(path.with_name(f".{path.name}.lock"), lambda: None)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        whole_file.sweep(path)
        yield
    finally:
        lock.release()


def _for_now(changes: Sequence[FileChange], base: bytes | None, now: bytes, name: str) -> Sequence[FileChange]:
    text = YamlText.of(now, name)
    if base is None:
        lost = next(filter(passes_a_list, changes), None)
        if lost is not None:
            raise conflict(text, lost, _OTHERWISE)
        return changes
    try:
        return list(rebased(changes, values(base, name), text.value))
    except LostItemError as error:
        raise conflict(text, error.change, _OTHERWISE) from None
    except KeyError:
        raise conflict(text, changes[0], GONE) from None
