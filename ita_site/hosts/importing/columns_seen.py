"""The columns of a file's tables, by their letters, with what each is taken to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.hosts.importing.heading_words import NOTHING
from ita_site.hosts.importing.headings import headed, letters_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.hosts.importing.tables.cell_tables import CellTable
    from ita_site.hosts.importing.understood_cells import ImportKind, Wishes


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column by its letters, with its heading or what stands first in it, and its meaning."""

    letters: str
    title: str
    meaning: str


def columns_seen(tables: Sequence[CellTable], kind: ImportKind, wishes: Wishes) -> list[SeenColumn]:
    """Return the columns of the first table of a kind; where none has a heading that is known, those of the first."""
    for table in tables:
        found = headed(table, kind, wishes)
        if found is not None:
            every = {index: letters_of(cell, index) for index, cell in enumerate(table.rows[0])}
            return [
                SeenColumn(every[index], " ".join(title.split()), found.columns.get(index, NOTHING))
                for index, title in sorted(found.titles.items())
            ]
    first = next((table for table in tables if table.rows), None)
    if first is None:
        return []
    made = []
    for index, cell in enumerate(first.rows[0]):
        text = next((row[index].text for row in first.rows if row[index].text), "")
        letters = letters_of(cell, index)
        made.append(SeenColumn(letters, " ".join(text.split())[:80], wishes.columns.get(letters, NOTHING)))
    return made
