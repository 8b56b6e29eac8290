"""The contents of a folder in place of those of another, where the folder itself must stay: one entry after the other.

What is to come is written down first, so that a later run can finish what was cut short.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from ita_site.publishing.staging.system_calls import exchange, flush_names

if TYPE_CHECKING:
    from pathlib import Path

JOURNAL = "journal.json"
_START = "index.html"
"""What readers come to first changes last, when all it leads to is there."""


def replace_contents(new: Path, target: Path) -> None:
    """Put the entries of `new` in place of those of `target`; of the old ones, those with a dot before the name stay.

    What was there is in `old` beside `new` then. When the system refuses a step, all steps before it are undone.

    Raises:
        OSError: the system refuses.

    """
    entries = {path.name: path.lstat().st_ino for path in new.iterdir()}
    plan = {"new": new.name, "entries": entries}
    written = new.parent / f"{JOURNAL}.part"
    written.write_text(json.dumps(plan), encoding="utf-8")
    written.replace(new.parent / JOURNAL)
    flush_names(new.parent)
    try:
        _carry_out(new, target, entries)
    except BaseException:
        _undo(new, target, entries)
        raise
    (new.parent / JOURNAL).unlink()


def resume(work: Path, target: Path) -> None:
    """Finish what a run before this one has begun, where its journal lies in `work`.

    Raises:
        OSError: the system refuses.

    """
    journal = work / JOURNAL
    if journal.is_file():
        plan = json.loads(journal.read_text(encoding="utf-8"))
        _carry_out(work / plan["new"], target, plan["entries"])
        journal.unlink()


def _carry_out(new: Path, target: Path, entries: dict[str, int]) -> None:
    """Do what is left to do of what was written down."""
    old = new.parent / "old"
    old.mkdir(exist_ok=True)
    for name in sorted(entries, key=lambda each: (each == _START, each)):
        coming, there = new / name, target / name
        if not _is(coming, entries[name]):
            continue  # it was put there before the run was cut short
        if not os.path.lexists(there):
            coming.rename(there)
        elif exchange(coming, there):
            coming.rename(old / name)
        else:
            there.rename(old / name)
            coming.rename(there)
    for path in sorted(target.iterdir()):
        if path.name not in entries and not path.name.startswith("."):
            path.rename(old / path.name)


def _undo(new: Path, target: Path, entries: dict[str, int]) -> None:
    """Put back what stood there, whichever steps were done; what cannot be is left for a later run to finish."""
    old = new.parent / "old"
    for name in sorted({*entries, *(path.name for path in old.iterdir())}):
        there, before = target / name, old / name
        if name in entries and _is(there, entries[name]):
            if os.path.lexists(new / name):  # the two were exchanged
                exchange(new / name, there)
                continue
            there.rename(new / name)
        if os.path.lexists(before):
            before.rename(there)
    (new.parent / JOURNAL).unlink()


def _is(path: Path, number: int) -> bool:
    """Tell whether the file at a path is the one of that number in its file system."""
    try:
        return path.lstat().st_ino == number
    except FileNotFoundError:
        return False
