"""Tables → CSV: UTF-8 with its mark, so that Excel reads Thai, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import codecs
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.publishing.open_data.columns import Cell, FilledTable

_FORMULA = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet take a text for a formula, also behind spaces and in the width of East Asian letters."""
SIGN = "'"
"""What stands before such a text, and before one that begins with it: who reads the file takes one away."""


def as_csv(filled: FilledTable) -> bytes:
    """Return a table as CSV by RFC 4180: a head of names, every text in quotes, nothing for what is missing."""
    lines = [",".join(filled.table.names), *(",".join(map(_cell, row)) for row in filled.rows)]
    return codecs.BOM_UTF8 + "".join(f"{line}\r\n" for line in lines).encode()


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case str():
            # In quotes wherever it stands: a list separator other than the comma may not part it into cells.
            return '"' + harmless(value).replace('"', '""') + '"'
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"{SIGN}{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(SIGN) else text
