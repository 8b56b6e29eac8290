"""Tables → CSV: UTF-8 with its mark, so that Excel reads Thai, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from ita_site.publishing.open_data.columns import CellType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ita_site.publishing.open_data.columns import FilledTable, OpenTable

_FORMULA = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet take a text for a formula, also behind spaces and in the width of East Asian letters."""
SIGN = "'"
"""What stands before such a text, and before one that begins with it: who reads the file takes one away."""


def as_csv(filled: FilledTable) -> bytes:
    """Return a table as CSV by RFC 4180: a head of names, every text in quotes, nothing for what is missing."""
    return joined(filled.table, [lines(filled)])


def joined(table: OpenTable, texts: Iterable[str]) -> bytes:
    """Return a table as CSV, whose rows are written."""
    return codecs.BOM_UTF8 + "".join([f"{','.join(table.names)}\r\n", *texts]).encode()


def lines(filled: FilledTable) -> str:
    """Return the rows of a table as CSV writes them, a line each."""
    columns = []
    for column, values in zip(filled.table.columns, zip(*filled.rows, strict=True), strict=bool(filled.rows)):
        write = _WRITERS.get(column.type, str)
        columns.append(["" if each is None else write(each) for each in values])
    return "\r\n".join([*map(",".join, zip(*columns, strict=True)), ""])


def _quoted(text: str) -> str:
    # In quotes wherever it stands: a list separator other than the comma may not part it into cells.
    return '"' + harmless(text).replace('"', '""') + '"'


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"{SIGN}{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(SIGN) else text


_WRITERS: Mapping[CellType, Callable[[Any], str]] = {
    CellType.TEXT: _quoted,
    CellType.NUMBER: "{:f}".format,
    CellType.BOOLEAN: lambda flag: "true" if flag else "false",
}
