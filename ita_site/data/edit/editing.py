"""Changes made to the bytes of a file: each is read again before it is kept, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data import source
from ita_site.data.edit.changes import (
    AddKey,
    InsertItem,
    SetValue,
    alike_at,
    applied,
    get,
    new_of,
    old_of,
    path_of,
    same,
)
from ita_site.data.edit.differences import differences
from ita_site.data.edit.refusals import CannotEditError, ConflictError
from ita_site.data.edit.splicing import splices
from ita_site.data.edit.yaml_text import YamlText
from ita_site.data.source.spans import NotPlainYamlError
from ita_site.data.source.text import forbidden
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.edit.changes import FileChange
    from ita_site.data.source import Path, Value

_ATTEMPTS = 6
_NO_WAY = "เขียน “{value}” ลงในไฟล์โดยไม่เปลี่ยนส่วนอื่นไม่ได้ ให้แก้ในไฟล์โดยตรง"
_FORBIDDEN = "พบอักขระ {name} ที่มองไม่เห็นหรือเครื่องอื่นแสดงไม่ได้ ให้ลบออก"
GONE = "“{path}” ไม่มีในไฟล์แล้ว อาจมีผู้อื่นลบหรือย้าย ให้เปิดหน้านี้ใหม่"
_THERE = "มีช่อง “{key}” อยู่แล้ว มีค่า “{now}” ให้เปิดหน้านี้ใหม่"
_CHANGED = "มีผู้แก้ช่องนี้แล้วหลังจากเปิดหน้านี้ เดิม “{old}” ตอนนี้ “{now}” ที่พิมพ์ “{new}” ให้เลือกค่าที่ถูก"


def edit(data: bytes, changes: Iterable[FileChange], name: str = "") -> bytes:
    """Return the bytes of a data file with changes made, one after the other; the paths are those after the one before.

    Args:
        data: the file.
        changes: what is to be changed.
        name: what messages call the file.

    Raises:
        ConflictError: what a change is for is not what the editor saw.
        CannotEditError: the file or the change is not one that can be made for certain.

    """
    text = YamlText.of(data, name)
    for change in changes:
        text = _edited(text, change)
    return text.data


def refuse_forbidden(value: Value, name: str) -> None:
    """Refuse a value for a file of that name if it has a character that may not be published.

    Raises:
        CannotEditError: it has.

    """
    for text in _texts(value):
        if (character := forbidden(text.replace("\n", "").replace("\r", "").replace("\t", ""))) is not None:
            raise CannotEditError(_FORBIDDEN.format(name=character), Position(name))


def values(data: bytes, name: str = "") -> Value:
    """Return what a data file says, by the paths that changes have.

    Raises:
        CannotEditError: the file has faults after which its reader guesses what is meant.

    """
    return YamlText.of(data, name).value


def _edited(text: YamlText, change: FileChange) -> YamlText:
    _compare(text, change)
    if not isinstance(change, SetValue) or not isinstance(change.new, (dict, list)):
        return _made(text, change)
    for step in differences(get(text.value, change.path), change.new, change.path):
        text = _made(text, step)
    return text


def _made(text: YamlText, change: FileChange) -> YamlText:
    """Return the file with a change made that its values allow."""
    refuse_forbidden({change.key: change.value} if isinstance(change, AddKey) else new_of(change), text.name)
    try:
        wanted = applied(text.value, change)
    except KeyError:
        raise conflict(text, change, GONE, None) from None
    if alike_at(wanted, text.value, change.path):
        return text
    tried: set[bytes] = set()
    for attempt in range(_ATTEMPTS):
        try:
            data = text.spliced(splices(text, change, attempt))
            if data in tried:
                continue
            tried.add(data)
            read = YamlText(data, text.name)
        except (NotPlainYamlError, ValueError):
            continue
        if alike_at(read.value, wanted, change.path) and source.is_literal(read.reading):
            return read
    raise CannotEditError(_NO_WAY.format(value=excerpt(str(new_of(change)))), _position(text, change.path))


def _compare(text: YamlText, change: FileChange) -> None:
    """Raise a conflict where the file does not have what the change takes for granted."""
    path = path_of(change)
    try:
        now = get(text.value, path)
    except KeyError:
        if isinstance(change, (AddKey, InsertItem)):
            return
        raise conflict(text, change, GONE, None) from None
    if isinstance(change, AddKey):
        raise conflict(text, change, _THERE, now)
    if not isinstance(change, InsertItem) and not same(now, change.old):
        raise conflict(text, change, _CHANGED, now)


def conflict(text: YamlText, change: FileChange, message: str, now: Value = None) -> ConflictError:
    """Return that a change is not made, with what the editor saw, what is there, and what was to be there."""
    path = path_of(change)
    old, new = old_of(change), new_of(change)
    shown = {"old": old, "new": new, "now": now}
    words = {word: excerpt(str(value or "")) for word, value in shown.items()}
    said = message.format(**words, path=" › ".join(map(str, path)), key=path[-1] if path else "")
    return ConflictError(said, _position(text, path), path, (old, new, now))


def _position(text: YamlText, path: Path) -> Position:
    """Return where the value at a path stands, or the nearest one around it."""
    for length in range(len(path), 0, -1):
        try:
            return text.position(text.span(path[:length]).start)
        except KeyError:
            continue
    return Position(text.name)


def _texts(value: Value) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(text for each in value.values() for text in _texts(each))]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if value is not None else []
