"""Tables → one SQLite database, with its keys, its foreign keys and what its columns mean; the same bytes each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from ita_site.publishing.open_data.columns import CellType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_site.publishing.open_data.columns import FilledTable, OpenColumn, OpenTable, PlainCell

_TYPES = {
    CellType.TEXT: "TEXT",
    CellType.INTEGER: "INTEGER",
    CellType.NUMBER: "REAL",
    CellType.DATE: "TEXT",
    CellType.BOOLEAN: "INTEGER",
}
_PAGE = 512
"""Bytes: most tables of an office have few rows, and each takes whole pages. Half of larger ones would be empty, since
two rows with a Thai text seldom fit into one."""
_VERSION_OF_LIBRARY = slice(96, 100)
"""Where the head of a database says which version of the library wrote it last; nothing reads it."""
_COLUMNS = ("table_name", "column_name", "title", "description", "type", "unit", "required", "refers_to", "example")


def as_database(tables: Sequence[FilledTable]) -> bytes:
    """Return all tables as one database; `table_notes` and `column_notes` say what they mean."""
    keys = {each.table.name: each.table.key for each in tables}
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"PRAGMA page_size = {_PAGE}")
        database.execute("PRAGMA temp_store = MEMORY")
        database.execute("PRAGMA journal_mode = OFF")  # nobody takes anything back
        for each in tables:
            database.execute(_create(each.table, keys))
            _insert(database, each.table.name, len(each.table.columns), each.plain_rows)
        _notes(database, tables)
        database.commit()
        database.execute("VACUUM")
        made = bytearray(database.serialize())
    made[_VERSION_OF_LIBRARY] = bytes(4)
    return bytes(made)


def _create(table: OpenTable, keys: dict[str, str]) -> str:
    columns = [_column(each, keys, is_key=each.name == table.key) for each in table.columns]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(columns) + "\n)"


def _column(column: OpenColumn, keys: dict[str, str], *, is_key: bool) -> str:
    parts = [f'"{column.name}"', _TYPES[column.type]]
    if is_key:
        parts.append("PRIMARY KEY")
    if column.required:
        parts.append("NOT NULL")
    if column.refers:
        parts.append(f'REFERENCES "{column.refers}" ("{keys[column.refers]}")')
    if column.type is CellType.BOOLEAN:
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.choices:
        parts.append(f'CHECK ("{column.name}" IN ({", ".join(_quoted(value) for value, _ in column.choices)}))')
    return " ".join(parts)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _insert(database: sqlite3.Connection, name: str, count: int, rows: Iterable[Sequence[PlainCell]]) -> None:
    marks = ", ".join("?" * count)
    database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608 - our own names


def _notes(database: sqlite3.Connection, tables: Sequence[FilledTable]) -> None:
    database.execute("CREATE TABLE table_notes (table_name TEXT, title TEXT, description TEXT)")
    _insert(
        database, "table_notes", 3, ((each.table.name, each.table.title, each.table.description) for each in tables)
    )
    # No keys: of some hundred rows a person reads, an index would be a tenth more.
    database.execute(f"CREATE TABLE column_notes ({', '.join(_COLUMNS)})")
    _insert(
        database,
        "column_notes",
        len(_COLUMNS),
        (
            (
                *(each.table.name, column.name, column.title, column.description),
                *(column.type.value, column.unit, column.required, column.refers, column.example),
            )
            for each in tables
            for column in each.table.columns
        ),
    )
