"""Tables typed into the files an office has: Excel, Word, a web page, comma-separated values."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import docx
import openpyxl

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def workbook(rows: Sequence[Sequence[object]], merged: Iterable[str] = (), title: str = "Sheet1") -> bytes:
    """Return an Excel file with one sheet of rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def word_document(*tables: Sequence[Sequence[str]], captions: Sequence[str] = ()) -> bytes:
    """Return a Word file with tables; each line of a cell is a paragraph, a caption stands before its table."""
    document = docx.Document()
    for index, rows in enumerate(tables):
        document.add_paragraph(captions[index] if index < len(captions) else "")
        table = document.add_table(len(rows), max(map(len, rows)))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                first, *more = str(text).split("\n")
                cell.paragraphs[0].text = first
                for line in more:
                    cell.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def web_page(rows: Sequence[Sequence[str]], encoding: str = "utf-8") -> bytes:
    """Return a table as a web page in an encoding of its name."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head>'
    return f"{head}<body><table>{body}</table></body></html>".encode("cp874" if encoding != "utf-8" else encoding)


def separated(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    """Return rows as separated values in UTF-8."""
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue().encode()
