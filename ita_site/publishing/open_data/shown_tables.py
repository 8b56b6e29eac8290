"""The open data as their page shows them: every column with an example, and the first rows that are as printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.publishing.open_data.distributions import DCAT, GD_CATALOG, INDEX, LICENCE_ADDRESSES, PACKAGE, SCHEMA
from ita_site.saying.words import open_data as words
from ita_site.saying.words.figures import shortened

if TYPE_CHECKING:
    from ita_site.publishing.open_data.columns import Cell, FilledTable, OpenColumn
    from ita_site.publishing.open_data.distributions import Distribution, OpenData

_ROWS = 3
_EDITS = "edits"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class OfferedFormat:
    """A file of the open data, with the words for it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column in words: what it means, what its values are and what holds of them; an example, and those of `first`.

    `first` are its values in the first rows of the table in which nothing was put right.
    """

    name: str
    title: str
    description: str
    kind: str
    condition: str
    example: str
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: what a row is, the files it is in, how many of its rows are shown, and its columns."""

    name: str
    title: str
    description: str
    count: int
    files: tuple[OfferedFormat, ...]
    shown: int
    columns: tuple[ShownColumn, ...]


@dataclass(frozen=True, slots=True)
class ShownOpenData:
    """All tables, the files that hold or describe them all, and on which conditions they may be used."""

    whole: tuple[OfferedFormat, ...]
    descriptions: tuple[OfferedFormat, ...]
    tables: tuple[ShownTable, ...]
    licence: str
    licence_address: str
    signed_text: str


def shown(opened: OpenData) -> ShownOpenData:
    """Return what the page of the open data says of them."""
    licence = opened.agency.licence
    return ShownOpenData(
        whole=tuple(OfferedFormat(each.title, each.address) for each in opened.whole),
        descriptions=tuple(
            OfferedFormat(words.DESCRIPTIONS[each], addresses.open_data(each))
            for each in (PACKAGE, INDEX, SCHEMA, DCAT, GD_CATALOG)
        ),
        tables=tuple(_table(each, opened.files_of(each.table.name, each.table.title)) for each in opened.tables),
        licence=words.licence(licence),
        licence_address=LICENCE_ADDRESSES[licence] if licence else "",
        signed_text=words.SIGNED_TEXT,
    )


def _table(filled: FilledTable, files: tuple[Distribution, ...]) -> ShownTable:
    table = filled.table
    # A figure that was put right stands on no page without its mark, and these cells have none.
    edits = table.names.index(_EDITS) if _EDITS in table.names else None
    first = list(islice((row for row in filled.rows if edits is None or row[edits] is None), _ROWS))
    return ShownTable(
        name=table.name,
        title=table.title,
        description=table.description,
        count=len(filled.rows),
        files=tuple(OfferedFormat(each.format.upper(), each.address) for each in files),
        shown=len(first),
        columns=tuple(
            _column(each, tuple(_cell(row[place]) for row in first), is_key=each.name == table.key)
            for place, each in enumerate(table.columns)
        ),
    )


def _column(column: OpenColumn, first: tuple[str, ...], *, is_key: bool) -> ShownColumn:
    unit = words.UNITS.get(column.unit, "")
    kind = words.TYPES[column.type.value]
    return ShownColumn(
        name=column.name,
        title=column.title,
        description=column.description,
        kind=f"{kind} ({unit})" if unit else kind,
        condition=words.condition(
            is_key=is_key, required=column.required, refers=column.refers, choices=column.choices
        ),
        example=shortened(column.example, _LONGEST),
        first=first,
    )


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case str() if "://" in value:
            return value  # cut, an address would lead nowhere
        case _:
            return shortened(str(value), _LONGEST)
