"""What is shown of tables that are being imported: each with its cells in place, and what may be said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load.messages import joined, labels
from ita_site.data.model import Disclosure, Measure, Report, Result
from ita_site.ground.problems import blocking
from ita_site.hosts.desk.forms.form_parts import Choice
from ita_site.hosts.importing.columns_seen import columns_seen
from ita_site.hosts.importing.field_words import field_words
from ita_site.hosts.importing.heading_words import NOTHING, meaning_names
from ita_site.hosts.importing.understood_cells import Fate, ImportKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.model import Record
    from ita_site.ground.problems import Problem
    from ita_site.hosts.importing.candidates import CandidateFile, ImportCandidate
    from ita_site.hosts.importing.filling_in import Difference
    from ita_site.hosts.importing.tables.cell_tables import OfficeTables
    from ita_site.hosts.importing.understood_cells import CellMeaning, Understanding, Wishes

_BY_HEADING = "ตามหัวตาราง ({name})"
_ROWS = 150
_TEXT = 240
_CLASSES = {
    Fate.UNDERSTOOD: "fate-understood",
    Fate.REMARKED: "fate-remarked",
    Fate.HEADING: "fate-heading",
    Fate.LEFT_OUT: "fate-left",
    Fate.UNCLEAR: "fate-unclear",
}
_VALUES: Mapping[ImportKind, Mapping[str, str]] = {
    ImportKind.RESULT: {"total": "คะแนนรวม", "level": "ระดับ", "document": "เอกสารที่มา"},
    ImportKind.MEASURES: {"document": "เอกสารที่มา"},
    ImportKind.REPORT: {"title": "ชื่อรายงาน", "period": "ช่วงเวลาที่รายงาน", "summary": "สรุป"},
    ImportKind.DISCLOSURE: {},
}
"""What documents print beside their tables, by the place in the data."""
_RECORDS: Mapping[ImportKind, type[Record]] = {
    ImportKind.RESULT: Result,
    ImportKind.MEASURES: Measure,
    ImportKind.REPORT: Report,
    ImportKind.DISCLOSURE: Disclosure,
}


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell with its fate in words."""

    text: str
    fate: str
    style: str
    said: str


@dataclass(frozen=True, slots=True)
class ShownCells:
    """A table as it is looked at; `more` are rows that are not shown."""

    name: str
    rows: tuple[tuple[ShownCell, ...], ...]
    more: int
    is_read: bool


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A column and what it may mean, or a value and what was said of it."""

    name: str
    label: str
    value: str
    options: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownImport:
    """All of an import, before anything is written."""

    counts: tuple[str, ...]
    tables: tuple[ShownCells, ...]
    columns: tuple[ShownChoice, ...]
    values: tuple[ShownChoice, ...]
    told: tuple[str, ...]
    asked: tuple[str, ...]
    files: tuple[CandidateFile, ...]
    kind: ImportKind
    problems: tuple[Problem, ...]
    can_be_written: bool
    is_there: bool
    """Whether nothing would change: all of it is in the files, or what differs is left as it is."""

    @property
    def explained(self) -> tuple[ShownChoice, ...]:
        """What a person has said of columns and of what stands beside the tables."""
        return tuple(each for each in (*self.columns, *self.values) if each.value)

    def called(self, difference: Difference) -> str:
        """Return what the place of a difference is called in forms."""
        steps = difference.place.split(".")
        path = [int(each) - 1 if each.isdecimal() else each for each in steps]
        return joined(labels(_RECORDS[self.kind], path)) or difference.place


def shown_import(
    read: OfficeTables, wishes: Wishes, understanding: Understanding, made: ImportCandidate
) -> ShownImport:
    """Return what is shown of an import."""
    cells = {each.place: each for each in understanding.cells}
    names = meaning_names(understanding.kind)
    columns = tuple(
        ShownChoice(
            f"column.{each.letters}",
            f"{each.letters}: {each.title}",
            wishes.columns.get(each.letters, ""),
            (
                Choice("", _BY_HEADING.format(name=names.get(each.meaning, each.meaning))),
                *(Choice(meaning, name) for meaning, name in names.items()),
            ),
        )
        for each in columns_seen(read.tables, understanding.kind, wishes)
    )
    fields = {**_VALUES[understanding.kind], **{key: key for key in wishes.values}}
    labels = {**fields, **_lacking(understanding), **_VALUES[understanding.kind]}
    values = tuple(ShownChoice(f"set.{key}", label, wishes.values.get(key, "")) for key, label in labels.items())
    asked = (*understanding.asked, *made.refused)
    return ShownImport(
        counts=tuple(f"{fate} {count} ช่อง" for fate in Fate if (count := understanding.count(fate))),
        tables=tuple(_table(each.name, each.rows, cells) for each in read.tables),
        columns=columns,
        values=values,
        told=understanding.told,
        asked=asked,
        files=made.files,
        kind=understanding.kind,
        problems=made.problems,
        can_be_written=not asked and not blocking(made.problems) and bool(made.changed),
        is_there=not asked and bool(made.files) and not made.changed,
    )


def _lacking(understanding: Understanding) -> dict[str, str]:
    """Return the indicators whose scores were not taken: a person may type them."""
    if understanding.kind is not ImportKind.RESULT:
        return {}
    listed = [each.value.get("indicators") for each in understanding.files]
    entries = [entry for each in listed if isinstance(each, list) for entry in each]
    known = {entry["id"] for entry in entries if isinstance(entry, dict)}
    numbers = map(str, range(1, 11))
    return {f"indicators.{each}": f"คะแนนตัวชี้วัดที่ {each}" for each in numbers if entries and each not in known}


def _table(name: str, rows: Sequence[Sequence[object]], cells: Mapping[str, CellMeaning]) -> ShownCells:
    shown = tuple(tuple(_cell(cells.get(getattr(cell, "place", ""))) for cell in row) for row in rows[:_ROWS])
    is_read = any(cell.style in {"fate-understood", "fate-remarked"} for row in shown for cell in row)
    return ShownCells(name, shown, max(0, len(rows) - _ROWS), is_read)


def _cell(meaning: CellMeaning | None) -> ShownCell:
    if meaning is None:
        return ShownCell("", "", "", "")
    text = meaning.text if len(meaning.text) <= _TEXT else f"{meaning.text[:_TEXT]}…"
    where = "" if meaning.field in {"", NOTHING} else meaning.field
    said = " · ".join(each for each in (f"→ {field_words(where)}" if where else "", meaning.why) if each)
    return ShownCell(text, meaning.fate.value, _CLASSES[meaning.fate], said)
