"""Files in a data folder that are not data by their names: what they were most likely meant to be called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ita_site.data.load.messages import closest
from ita_site.ground.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ENDING = re.compile(r"(?:\.ya?ml)*\.ya?ml(?P<added>\.(?:txt|text|doc|docx|rtf|bak))?$|\.(?:txt|text)$", re.IGNORECASE)
"""The ending of a data file as it should be, as others write it, or with what an editor added and Windows hides."""
_COPY = re.compile(r"(?: ?\(\d+\)| - (?:copy|สำเนา)(?: ?\(\d+\))?)$", re.IGNORECASE)


class FileNameFault(NamedTuple):
    """What to say of a file, and the name it was meant to have, if that is known."""

    code: str
    message: str
    severity: Severity
    meant: str | None


def judge(path: Path, known: Sequence[str]) -> FileNameFault:
    """Return what to say of a file or folder whose name means nothing.

    Args:
        path: the file.
        known: the names that mean something in its folder; none where any name of a data file does.

    """
    ending = _ENDING.search(path.name)
    stem = path.name[: ending.start()] if ending else path.name
    meant = _meant(stem, known, path.name)
    if ending is None and path.suffix and meant is None:
        message = "ไฟล์นี้ไม่ใช่ข้อมูล .yml จึงไม่ถูกอ่าน ให้ย้ายไปไว้นอกโฟลเดอร์ข้อมูล"
        return FileNameFault("unread-file", message, Severity.WARNING, None)
    if ending is not None and ending[0] != ".yml":
        if ending[0].lower().startswith((".yml", ".yaml")) or meant is not None:
            name = meant or f"{stem.lower()}.yml"
            message = f"ไฟล์นี้ไม่ถูกอ่าน เพราะนามสกุลเป็น {ending[0]} ให้เปลี่ยนชื่อเป็น {name}"
            if ending["added"] or ending[0].lower() == ".txt":
                message += " (Windows ซ่อนนามสกุลไว้ ให้เปิด View > File name extensions ก่อน)"
            return FileNameFault("unknown-file", message, Severity.ERROR, name)
        message = "ไฟล์ข้อความนี้ไม่ถูกอ่าน ถ้าเป็นข้อมูล ให้เปลี่ยนนามสกุลเป็น .yml ถ้าไม่ใช่ ให้ย้ายไปไว้นอกโฟลเดอร์ข้อมูล"
        return FileNameFault("unread-file", message, Severity.WARNING, None)
    guess = f" หมายถึง “{meant}” หรือไม่" if meant else ""
    choices = f" ที่นี่มีได้เฉพาะ {', '.join(known)}" if known else ""
    message = f"ไม่รู้จักไฟล์หรือโฟลเดอร์นี้{guess or choices}"
    if not guess and "measures" in known:
        message += f" ไฟล์ของมาตรการอยู่ใน measures/{path.name}"
    return FileNameFault("unknown-file", message, Severity.ERROR, meant)


def _meant(stem: str, known: Sequence[str], name: str) -> str | None:
    """Return the known name that is spelt like a stem; endings are left out, since they make any two look alike."""
    by_stem = {each.removesuffix(".yml"): each for each in known}
    bare = _COPY.sub("", stem).lower()
    if bare not in by_stem and "." in name and not name.endswith(".yml"):
        return None  # of files of other kinds only those with the very name of a data file are one
    close = bare if bare in by_stem else closest(stem, by_stem)
    return by_stem[close] if close else None
