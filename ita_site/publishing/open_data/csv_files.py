"""Tables → CSV: UTF-8 with its mark, so that Excel reads Thai, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from ita_site.publishing.open_data.columns import CellType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.publishing.open_data.columns import FilledTable

_FORMULA = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet take a text for a formula, also behind spaces and in the width of East Asian letters."""
SIGN = "'"
"""What stands before such a text, and before one that begins with it: who reads the file takes one away."""


def as_csv(filled: FilledTable) -> bytes:
    """Return a table as CSV by RFC 4180: a head of names, every text in quotes, nothing for what is missing."""
    columns = []
    for column, values in zip(filled.table.columns, zip(*filled.rows, strict=True), strict=bool(filled.rows)):
        write = _WRITERS.get(column.type, str)
        columns.append(["" if each is None else write(each) for each in values])
    lines = [",".join(filled.table.names), *map(",".join, zip(*columns, strict=True)), ""]
    return codecs.BOM_UTF8 + "\r\n".join(lines).encode()


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
