"""The open data of the municipalities, made once, and read back from each of their formats."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.etree import ElementTree as ET

from pyarrow import parquet

from ita_site.ground import addresses
from ita_site.ground.website import Website
from ita_site.publishing import open_data
from ita_site.publishing.open_data.columns import CellType
from tests.helpers import lookups, practice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_site.publishing.open_data import OpenData
    from ita_site.publishing.open_data.columns import OpenColumn, OpenTable

Tables: TypeAlias = "dict[str, list[tuple[Any, ...]]]"
"""The rows of each table: texts, whole numbers, decimals, days, true and false, and None for what is missing."""
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST_DAY = date(1899, 12, 30)


@cache
def of(agency: str) -> OpenData:
    """Return the open data of a municipality, in all formats."""
    return open_data.open_data_of(lookups.of(agency), list(open_data.Format))


@cache
def files_of(agency: str) -> Mapping[str, bytes]:
    """Return the files of the open data of a municipality, by their paths among them."""
    return files(of(agency))


def files(opened: OpenData, url: str = "https://ita.town.go.th/") -> dict[str, bytes]:
    """Return the files of open data by their paths among them."""
    start = addresses.open_data()
    made = open_data.files(opened, Website(url))
    assert all(each.startswith(start) for each in made)
    return {address.removeprefix(start): content for address, content in made.items()}


def practised(folder: Path) -> OpenData:
    """Return the open data of the practice set, in all formats; its data are written into a folder."""
    lookup = lookups.of_data(practice.write_data(folder / "data"))
    return open_data.open_data_of(lookup, list(open_data.Format))


def write(made: Mapping[str, bytes], folder: Path) -> Path:
    """Write files into a folder and return it."""
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def rows(opened: OpenData) -> Tables:
    """Return the rows of open data as they were made."""
    return {each.table.name: list(each.rows) for each in opened.tables}


def from_csv(opened: OpenData, made: Mapping[str, bytes]) -> Tables:
    """Return the rows as a program reads CSV, the sign that keeps texts from being formulas taken away."""
    found: Tables = {}
    for table in (each.table for each in opened.tables):
        text = made[f"{table.name}.csv"].decode("utf-8-sig")
        head, *lines = csv.reader(io.StringIO(text, newline=""))
        assert tuple(head) == table.names
        found[table.name] = [_typed(table, [each or None for each in line], _of_text) for line in lines]
    return found


def from_json(opened: OpenData, made: Mapping[str, bytes]) -> Tables:
    """Return the rows as a program reads JSON."""
    found: Tables = {}
    for table in (each.table for each in opened.tables):
        records = json.loads(made[f"{table.name}.json"], parse_float=Decimal)
        assert all(tuple(each) == table.names for each in records)
        found[table.name] = [_typed(table, list(each.values()), _of_plain) for each in records]
    return found


def from_sqlite(opened: OpenData, made: Mapping[str, bytes]) -> Tables:
    """Return the rows as SQLite has them."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(made["open-data.sqlite"])
        return {
            table.name: [
                _typed(table, list(row), _of_plain)
                for row in database.execute(f'SELECT * FROM "{table.name}"')  # noqa: S608 - our own names
            ]
            for table in (each.table for each in opened.tables)
        }


def from_parquet(opened: OpenData, made: Mapping[str, bytes]) -> Tables:
    """Return the rows as Parquet has them."""
    found: Tables = {}
    for table in (each.table for each in opened.tables):
        read = parquet.read_table(io.BytesIO(made[f"{table.name}.parquet"]))
        assert tuple(read.column_names) == table.names
        found[table.name] = [tuple(each.values()) for each in read.to_pylist()]
    return found


def from_workbook(opened: OpenData, made: Mapping[str, bytes]) -> Tables:
    """Return the rows as a spreadsheet has them."""
    found: Tables = {}
    with zipfile.ZipFile(io.BytesIO(made["open-data.xlsx"])) as book:
        shared = ["".join(each.itertext()) for each in ET.fromstring(book.read("xl/sharedStrings.xml"))]  # noqa: S314 - our own
        for number, table in enumerate((each.table for each in opened.tables), 1):
            sheet = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - likewise
            lines = [_cells(row, len(table.columns), shared) for row in sheet.iter(f"{_SHEET}row")]
            assert tuple(lines[0]) == table.names
            found[table.name] = [_typed(table, line, _of_cell) for line in lines[1:]]
    return found


def _cells(row: ET.Element, count: int, shared: list[str]) -> list[str | None]:
    cells: list[str | None] = [None] * count
    for cell in row:
        letters = "".join(each for each in cell.attrib["r"] if each.isalpha())
        place = 0
        for letter in letters:
            place = place * 26 + ord(letter) - 64
        value = cell.findtext(f"{_SHEET}v")
        assert cell.find(f"{_SHEET}f") is None, "a formula"
        cells[place - 1] = shared[int(value or "")] if cell.attrib.get("t") == "s" else value
    return cells


def _typed(table: OpenTable, values: list[Any], read: Callable[[OpenColumn, Any], Any]) -> tuple[Any, ...]:
    return tuple(
        None if value is None else read(column, value) for column, value in zip(table.columns, values, strict=True)
    )


def _of_text(column: OpenColumn, value: str) -> object:
    if column.type is CellType.TEXT:
        return value.removeprefix("'")
    return value == "true" if column.type is CellType.BOOLEAN else _of_plain(column, value)


def _of_plain(column: OpenColumn, value: Any) -> object:  # noqa: ANN401 - whatever a format has
    match column.type:
        case CellType.DATE:
            return date.fromisoformat(value)
        case CellType.NUMBER:
            return Decimal(str(value))
        case CellType.INTEGER:
            return int(value)
        case CellType.BOOLEAN:
            return bool(value)
        case _:
            return value


def _of_cell(column: OpenColumn, value: str) -> object:
    if column.type is CellType.DATE:
        return _FIRST_DAY + timedelta(days=int(value))
    if column.type is CellType.NUMBER:  # a spreadsheet shows fifteen digits, and the file has one or two more
        return Decimal(value).quantize(Decimal("0.01"))
    return value == "1" if column.type is CellType.BOOLEAN else _of_plain(column, value)
