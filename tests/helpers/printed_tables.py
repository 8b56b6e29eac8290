"""The tables of five offices' documents as they are printed, and the same tables typed into files of an office."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.data.load import Dataset, load
from ita_site.hosts.importing.tables.office_tables import read
from ita_site.hosts.importing.understanding import understand
from tests.helpers import office_tables

if TYPE_CHECKING:
    from ita_site.hosts.importing.tables.cell_tables import OfficeTables
    from ita_site.hosts.importing.understood_cells import ImportKind, Understanding, Wishes

AGENCIES = Path(__file__).parents[1] / "agencies"
_PRINTED = Path(__file__).parents[1] / "unit/hosts/importing/printed"


@cache
def printed(agency: str) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Return the tables of an office's document with the text before each; a line of a cell is a paragraph."""
    blocks = (_PRINTED / f"{agency}.txt").read_text(encoding="utf-8").strip("\n").split("\n\n")
    found = []
    for block in blocks:
        caption, *rows = block.split("\n")
        found.append((caption.removeprefix("#").strip(), tuple(tuple(_cells(row)) for row in rows)))
    return tuple(found)


@cache
def as_word(agency: str) -> bytes:
    """Return an office's tables typed into one Word file."""
    tables = printed(agency)
    return office_tables.word_document(*(rows for _, rows in tables), captions=[caption for caption, _ in tables])


def as_workbook(agency: str, number: int) -> bytes:
    """Return one table of an office, counted from one, typed into Excel."""
    return office_tables.workbook(printed(agency)[number - 1][1])


@cache
def dataset(agency: str) -> Dataset:
    """Return the data of an office."""
    return load(AGENCIES / agency)


def understood(
    agency: str, data: bytes, kind: ImportKind | None, wishes: Wishes, known: Dataset | None = None
) -> Understanding:
    """Return what a file gives to the data of an office."""
    return understand(_read(data), known or dataset(agency), wishes, kind)


@cache
def _read(data: bytes) -> OfficeTables:
    return read("ตาราง", data)


def _cells(row: str) -> list[str]:
    return [cell.replace("⏎", "\n") for cell in row.split("\t")]
