"""The rows of the OIT form → text for the terminal, CSV for Excel, an Excel workbook."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ita_site.publishing.documents.workbook import as_workbook
from ita_site.publishing.documents.workbook.cells import PlannedSheet, SheetCell, SheetRow
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.saying.view.oit_form import FormRow
    from ita_site.saying.view.owed import OwedView

HEADS = ("ข้อ", "ข้อมูลที่ต้องเปิดเผย", "มี/ไม่มี", "URL", "คำอธิบาย", "สถานะในระบบ")
"""The heads of the columns of a table."""
_WIDTHS = (10, 30, 10, 54, 48, 16)
"""The widths of the columns in a workbook, in digits of the font: together they fill A4 across."""
_FORMULA = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet take a text for a formula, also behind spaces and in the width of East Asian letters."""


def as_text(rows: Iterable[FormRow]) -> str:
    """Return the rows one below the other, as a person copies them into the form."""
    return "\n\n".join(
        "\n".join(
            [
                f"{row.code} {row.title}",
                "  " + " · ".join(dict.fromkeys([row.reply, words.item_status(row.status)])),
                *(f"  {address}" for address in row.addresses),
                *(f"  {line}" for line in row.explanation.splitlines()),
            ]
        )
        for row in rows
    )


def as_csv(rows: Iterable[FormRow]) -> bytes:
    """Return the rows as CSV that Excel opens in Thai, in UTF-8 with its mark: one row an item, an address a line."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows(map(_harmless, cells(row)) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_form_workbook(rows: Iterable[FormRow], year: int) -> bytes:
    """Return the form of a fiscal year, B.E., as XLSX: one row an item, every cell a text, none a formula or a link.

    Raises:
        MissingExtra: the extra `documents` is not installed.

    """
    lines = tuple(SheetRow(tuple(map(SheetCell, cells(row)))) for row in rows)
    return as_workbook(
        [PlannedSheet(f"OIT {year}", HEADS, _WIDTHS, lines, f"แบบ OIT ปี {year}", frozen=1)], f"OIT {year}"
    )


def cells(row: FormRow) -> tuple[str, ...]:
    """Return a row as the texts of a table, under `HEADS`: an address a line."""
    texts = (row.code, row.title, row.reply, "\n".join(row.addresses), row.explanation)
    return (*texts, words.item_status(row.status))


def owed(view: OwedView) -> str:
    """Return why the form cannot be filed yet: by division, an item a line, with the last day for it."""
    lines = [view.closes]
    for division in view.divisions:
        lines += ["", f"{division.name} {division.count}"]
        for alike in division.owed:
            said = f"{words.item_status(alike.status)} ({words.meaning(alike.status)}) {alike.due}".rstrip()
            lines += [f"  {each.code} {each.name}: {said}" for each in alike.items]
    return "\n".join(lines)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
