"""What was understood of a file: the data files it gives, and the fate of each of its cells."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.load import Dataset
    from ita_site.data.model import Framework, Record
    from ita_site.data.source import Value
    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell


class ImportKind(StrEnum):
    """The kinds of data that tables of an office hold."""

    RESULT = "result"
    MEASURES = "measures"
    REPORT = "report"
    DISCLOSURE = "disclosure"


class Fate(StrEnum):
    """What became of a cell, in words that a person reads."""

    UNDERSTOOD = "เข้าใจ"
    REMARKED = "เข้าใจ ให้ดู"
    HEADING = "หัวตาราง"
    LEFT_OUT = "ไม่นำเข้า"
    UNCLEAR = "ไม่เข้าใจ"


@dataclass(frozen=True, slots=True)
class CellMeaning:
    """A cell, the place in the data that its value goes to, and why it goes nowhere or should be looked at."""

    place: str
    text: str
    fate: Fate
    field: str = ""
    value: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A data file that the tables give: its record, its path below the folder of the year, and what it says."""

    record: type[Record]
    path: tuple[str, ...]
    value: Mapping[str, Value]


@dataclass(frozen=True)
class Understanding:
    """All that a file gives; `told` is of the file as a whole, `asked` is what a person must decide first."""

    kind: ImportKind
    files: tuple[ImportedFile, ...]
    cells: tuple[CellMeaning, ...]
    told: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def count(self, *fates: Fate) -> int:
        """Return how many cells have one of these fates."""
        return sum(each.fate in fates for each in self.cells)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person has said of a file.

    Attributes:
        year: the fiscal year, B.E., it is of.
        columns: what columns mean, by their letters.
        values: what the document says elsewhere, by the place in the data.
        name: the name of the report's file.

    """

    year: int
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the cells are understood by."""

    dataset: Dataset
    framework: Framework | None
    wishes: Wishes

    @property
    def agency(self) -> str:
        """The name of the office, nothing where it is not known."""
        return self.dataset.agency.record.name if self.dataset.agency else ""


@dataclass
class Ledger:
    """Notes the fate of each cell; the last word on a cell counts."""

    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    _cells: dict[str, CellMeaning] = field(default_factory=dict)

    def understood(self, cell: TableCell, place: str, value: str, remark: str = "") -> None:
        """Note where the value of a cell goes."""
        why = " · ".join(filter(None, [remark, cell.remark]))
        fate = Fate.REMARKED if why else Fate.UNDERSTOOD
        self._cells[cell.place] = CellMeaning(cell.place, cell.text, fate, place, value, why)

    def heading(self, cell: TableCell, means: str = "") -> None:
        """Note a cell of a heading, and what the column below it means."""
        self._cells[cell.place] = CellMeaning(cell.place, cell.text, Fate.HEADING, means)

    def left_out(self, cell: TableCell, why: str) -> None:
        """Note a cell that is understood and goes nowhere."""
        self._cells[cell.place] = CellMeaning(cell.place, cell.text, Fate.LEFT_OUT, why=why)

    def unclear(self, cell: TableCell, why: str) -> None:
        """Note a cell that a person must look at."""
        self._cells[cell.place] = CellMeaning(cell.place, cell.text, Fate.UNCLEAR, why=why)

    def withdraw(self, place: str, why: str) -> None:
        """Take back what was noted of all cells whose values went to a place."""
        for name, each in self._cells.items():
            if each.field == place and each.fate in {Fate.UNDERSTOOD, Fate.REMARKED}:
                self._cells[name] = replace(each, fate=Fate.UNCLEAR, field="", value="", why=why)

    def move(self, place: str, to: str, remark: str) -> None:
        """Note that what went to a place goes to another one."""
        for name, each in self._cells.items():
            if each.field == place:
                self._cells[name] = replace(each, fate=Fate.REMARKED, field=to, why=remark)

    def cells(self, tables: Sequence[CellTable]) -> tuple[CellMeaning, ...]:
        """Return the fate of every cell that holds something, in order; one that nobody spoke of is unclear."""
        seen = [cell for table in tables for row in table.rows for cell in row if not cell.is_blank]
        return tuple(
            self._cells.get(cell.place)
            or CellMeaning(cell.place, cell.text, Fate.UNCLEAR, why=cell.fault or "ช่องนี้อยู่นอกตารางที่เข้าใจ")
            for cell in seen
        )
