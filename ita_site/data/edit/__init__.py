"""The smallest change of a data file's text that changes a value, as an editor would have typed it.

What an edit keeps: every byte outside the changed value, so comments, the order of keys, quotation marks, line ends of
Unix or Windows, a byte order mark, indentation, lists in `[ ]`, a missing line end at the end of the file.

- A new text is written as the old one was: without quotes, in its quotes, or as its text block. A text of several
  lines is broken anew only from the first word that changed to the last; a text too long for its line becomes `>-`.
- What other tools would take for a number, a date or yes and no stands without quotes only where its like do.
- A comment directly above an entry, no further in than it, goes with it; those at the top of the file stay there.
- A new entry is laid out as its neighbours are. The last entry taken out leaves `[]` or `{}`.
- Files with anchors, aliases, tags, a key twice or faults that the reader mends are not edited.
- Paths are those of the file: a blank item counts, too.

After each change the text is read again and must give exactly the values meant; if not, other quotation marks are
tried, and at last the change is refused: a file is never made wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data import source
from ita_site.data.edit.changes import (
    AddKey,
    FileChange,
    InsertItem,
    MoveItem,
    RemoveItem,
    RemoveKey,
    SetValue,
    alike_at,
    applied,
    get,
    same,
)
from ita_site.data.edit.refusals import CannotEditError, ConflictError
from ita_site.data.edit.splicing import splices
from ita_site.data.edit.yaml_text import YamlText
from ita_site.data.source.spans import NotPlainYamlError
from ita_site.data.source.text import forbidden
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.source import Path, Value

__all__ = [
    "AddKey",
    "CannotEditError",
    "ConflictError",
    "FileChange",
    "InsertItem",
    "MoveItem",
    "RemoveItem",
    "RemoveKey",
    "SetValue",
    "edit",
    "values",
]

_ATTEMPTS = 6
_NO_WAY = "เขียน “{value}” ลงในไฟล์โดยไม่เปลี่ยนส่วนอื่นไม่ได้ ให้แก้ในไฟล์โดยตรง"
_FORBIDDEN = "พบอักขระ {name} ที่มองไม่เห็นหรือเครื่องอื่นแสดงไม่ได้ ให้ลบออก"
_GONE = "“{path}” ไม่มีในไฟล์แล้ว อาจมีผู้อื่นลบหรือย้าย ให้เปิดหน้านี้ใหม่"
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


def values(data: bytes, name: str = "") -> Value:
    """Return what a data file says, by the paths that changes have.

    Raises:
        CannotEditError: the file has faults after which its reader guesses what is meant.

    """
    return YamlText.of(data, name).value


def _edited(text: YamlText, change: FileChange) -> YamlText:
    _compare(text, change)
    if (character := _forbidden(change)) is not None:
        raise CannotEditError(_FORBIDDEN.format(name=character), Position(text.name))
    try:
        wanted = applied(text.value, change)
    except KeyError:
        raise _conflict(text, change, _GONE, None) from None
    if alike_at(wanted, text.value, change.path):
        return text
    tried: set[bytes] = set()
    for attempt in range(_ATTEMPTS):
        try:
            made = splices(text, change, attempt)
            data = text.spliced(made)
            if data in tried:
                continue
            tried.add(data)
            read = YamlText(data, text.name)
        except (NotPlainYamlError, ValueError):
            continue
        lines = text.changed_lines(made)
        if alike_at(read.value, wanted, change.path) and (source.is_literal(lines) or source.is_literal(read.reading)):
            return read
    raise CannotEditError(_NO_WAY.format(value=excerpt(str(_new(change)))), _position(text, change.path))


def _compare(text: YamlText, change: FileChange) -> None:
    """Raise a conflict where the file does not have what the change takes for granted."""
    path = _path(change)
    try:
        now = get(text.value, path)
    except KeyError:
        if isinstance(change, (AddKey, InsertItem)):
            return
        raise _conflict(text, change, _GONE, None) from None
    if isinstance(change, AddKey):
        raise _conflict(text, change, _THERE, now)
    if not isinstance(change, InsertItem) and not same(now, change.old):
        raise _conflict(text, change, _CHANGED, now)


def _conflict(text: YamlText, change: FileChange, message: str, now: Value) -> ConflictError:
    path = _path(change)
    old = None if isinstance(change, (AddKey, InsertItem)) else change.old
    shown = {"old": old, "new": _new(change), "now": now}
    words = {word: excerpt(str(value or "")) for word, value in shown.items()}
    said = message.format(**words, path=" › ".join(map(str, path)), key=path[-1] if path else "")
    return ConflictError(said, _position(text, path), path, (old, _new(change), now))


def _path(change: FileChange) -> Path:
    if isinstance(change, SetValue):
        return change.path
    if isinstance(change, (AddKey, RemoveKey)):
        return (*change.path, change.key)
    return (*change.path, change.index)


def _new(change: FileChange) -> Value:
    if isinstance(change, SetValue):
        return change.new
    return change.value if isinstance(change, (AddKey, InsertItem)) else None


def _position(text: YamlText, path: Path) -> Position:
    """Return where the value at a path stands, or the nearest one around it."""
    for length in range(len(path), 0, -1):
        try:
            return text.position(text.span(path[:length]).start)
        except KeyError:
            continue
    return Position(text.name)


def _forbidden(change: FileChange) -> str | None:
    """Return the name of a character in a change that may not be published."""
    texts = [*_texts(_new(change)), change.key if isinstance(change, AddKey) else ""]
    return next((name for each in texts if (name := forbidden(each.replace("\n", "").replace("\r", "")))), None)


def _texts(value: Value) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(text for each in value.values() for text in _texts(each))]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if value is not None else []
