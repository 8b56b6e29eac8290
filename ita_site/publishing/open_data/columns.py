"""What a table of open data is: its columns by type, with their words, and rows that keep to them.

One description of each table is the source of all its files, of what describes them, and of the page about them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ita_site.saying.words.open_data import ColumnWords

BE_YEARS = 543
"""What a year of the Buddhist era is ahead of one of the Christian era."""
Cell: TypeAlias = str | int | bool | Decimal | date | None
PlainCell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = tuple[Cell, ...]
POINTS = "points"
PERCENT = "percent"
BYTES = "bytes"
PEOPLE = "people"
BE_YEAR = "year B.E."


class CellType(StrEnum):
    """What the values of a column are, named as Frictionless and JSON Schema name types."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    """At most two decimals."""
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column: what its values are and mean; a value may be missing unless it is `required`.

    `choices` are all the values it can have, each with its meaning; `refers` is the table whose key it holds.
    """

    name: str
    type: CellType
    required: bool = False
    unit: str = ""
    least: int | None = None
    most: int | None = None
    pattern: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    refers: str = ""
    title: str = ""
    description: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table: its columns, the first of them the key, and in words what one row of it is."""

    name: str
    title: str
    description: str
    columns: tuple[OpenColumn, ...]

    @property
    def key(self) -> str:
        """The name of the column that tells its rows apart."""
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(each.name for each in self.columns)

    def filled(self, records: Iterable[Mapping[str, Cell]]) -> FilledTable:
        """Return the table with these rows, each given as values by columns; beside each day stands its year B.E.

        Raises:
            KeyError: the table has no such column.

        """
        empty: dict[str, Cell] = dict.fromkeys(self.names)
        days = [each.name for each in self.columns if each.type is CellType.DATE]
        rows = []
        for record in records:
            values = {**empty, **record}
            if len(values) > len(empty):
                raise KeyError(*(record.keys() - empty.keys()))
            for name in days:
                if isinstance(day := values[name], date):
                    values[f"{name}_be_year"] = day.year + BE_YEARS
            rows.append(tuple(values.values()))
        return FilledTable(self, tuple(rows))


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its rows, in a fixed order."""

    table: OpenTable
    rows: tuple[Row, ...]

    @property
    def plain_rows(self) -> list[tuple[PlainCell, ...]]:
        """The rows as formats without decimals and days have them: figures as floats, days as ISO 8601 writes them."""
        plain: dict[CellType, Callable[[Any], PlainCell]] = {CellType.NUMBER: float, CellType.DATE: date.isoformat}
        columns = []
        for column, values in zip(self.table.columns, zip(*self.rows, strict=True), strict=bool(self.rows)):
            write = plain.get(column.type)
            columns.append([None if each is None else write(each) for each in values] if write else values)
        return list(zip(*columns, strict=True))

    @property
    def records(self) -> Iterator[dict[str, Cell]]:
        """The rows as values by their columns."""
        return (dict(zip(self.table.names, row, strict=True)) for row in self.rows)


def table(name: str, own: Mapping[str, ColumnWords], *columns: OpenColumn) -> OpenTable:
    """Return a table of these columns with their words, a column of the year B.E. after each of days."""
    title, description = words.TABLES[name]
    return OpenTable(name, title, description, tuple(_worded(columns, {**words.COMMON, **own})))


def _worded(columns: Iterable[OpenColumn], known: Mapping[str, ColumnWords]) -> Iterator[OpenColumn]:
    for each in columns:
        title, description, example = known[each.name]
        yield replace(each, title=title, description=description, example=example)
        if each.type is CellType.DATE:
            of_year, meaning, of_example = words.BE_YEAR
            yield OpenColumn(
                f"{each.name}_be_year",
                CellType.INTEGER,
                required=each.required,
                unit=BE_YEAR,
                title=of_year.format(title=title),
                description=meaning.format(name=each.name),
                example=str(int(example[:4]) + BE_YEARS) if example else of_example,
            )


def key() -> OpenColumn:
    """Return the column of the key."""
    return OpenColumn("id", CellType.TEXT, required=True, pattern=r"\S+")


def year() -> OpenColumn:
    """Return the column of the fiscal year, B.E."""
    return OpenColumn("year", CellType.INTEGER, required=True, unit=BE_YEAR, least=2500, most=2700, refers="years")


def text(name: str, *, required: bool = False) -> OpenColumn:
    """Return a column of texts."""
    return OpenColumn(name, CellType.TEXT, required=required)


def number(name: str, unit: str, least: int = 0, most: int | None = 100) -> OpenColumn:
    """Return a column of figures with at most two decimals."""
    return OpenColumn(name, CellType.NUMBER, unit=unit, least=least, most=most)


def whole(name: str, unit: str = "", *, required: bool = False, least: int = 0) -> OpenColumn:
    """Return a column of whole numbers."""
    return OpenColumn(name, CellType.INTEGER, required=required, unit=unit, least=least)


def day(name: str, *, required: bool = False) -> OpenColumn:
    """Return a column of days, in ISO 8601; that of their years B.E. follows of itself."""
    return OpenColumn(name, CellType.DATE, required=required)


def choice(name: str, choices: Mapping[str, str] | type[StrEnum], *, required: bool = False) -> OpenColumn:
    """Return a column of which all values are known: each with its meaning, or words that mean themselves."""
    known = dict.fromkeys((each.value for each in choices), "") if isinstance(choices, type) else choices
    return OpenColumn(name, CellType.TEXT, required=required, choices=tuple(known.items()))


def flag(name: str) -> OpenColumn:
    """Return a column of yes or no."""
    return OpenColumn(name, CellType.BOOLEAN, required=True)


def refers(name: str, to: str, *, required: bool = False) -> OpenColumn:
    """Return a column that holds the key of a row of a table."""
    return OpenColumn(name, CellType.TEXT, required=required, refers=to)
