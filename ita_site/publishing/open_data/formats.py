"""The formats of the open data that are made only when asked for, since their writers are extras."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A format by the ending of its files; CSV, JSON and SQLite are always made."""

    XLSX = "xlsx"
    PARQUET = "parquet"


EXTRAS = {"xlsxwriter": "documents", "pyarrow": "data"}
"""The extra of this program that brings a writer, by the name of its library."""
