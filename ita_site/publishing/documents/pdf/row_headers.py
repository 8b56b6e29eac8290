"""The first cell of a row as its header in the tree of tags, for who listens to a table.

Typst tags the header row and leaves the first cells plain: its `pdf.header-cell` is not to be had through typst-py 0.15
(“module pdf does not contain header-cell”). Here the first cell of each row becomes a header of scope Row; cells lose
their lists of column headers, which would keep a reader from looking for the row's. Typst writes objects of the tree in
clear and a table of their places, so no library has to take the file apart.
"""

from __future__ import annotations

import re

_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
_ROW = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/TR/P \d+ 0 R/K\[(\d+) 0 R")
_CELL = b"/Type/StructElem/S/TD/"
_HEADER_CELL = b"/Type/StructElem/S/TH/"
_COLUMN_HEADERS = re.compile(rb"(<</O/Table)/Headers\[[^]]*\]")
_ENTRY = 20
"""Bytes of a line in the table of places."""


def with_row_headers(pdf: bytes) -> bytes:
    """Return a PDF of Typst whose rows of tables each have their first cell for a header.

    Raises:
        ValueError: the file has no table of places at its end, as no file of Typst 0.15 has.

    """
    start = _START.search(pdf)
    table = _TABLE.match(pdf, int(start[1])) if start else None
    if start is None or table is None:
        message = "a PDF without a table of places"
        raise ValueError(message)
    places = [int(pdf[table.end() + at * _ENTRY :][:10]) for at in range(1, int(table[1]))]
    ends = dict(zip(ordered := sorted(places), [*ordered[1:], int(start[1])], strict=True))
    objects = {number: pdf[place : ends[place]] for number, place in enumerate(places, start=1)}
    for first in [int(row[1]) for each in objects.values() if (row := _ROW.match(each))]:
        if _CELL in objects[first] and b"/ColSpan" not in objects[first]:
            named = objects[first].replace(_CELL, _HEADER_CELL, 1)
            objects[first] = _COLUMN_HEADERS.sub(rb"\1/Scope/Row", named, count=1)
    written = bytearray(pdf[: ordered[0]])
    moved = {}
    for number in sorted(objects, key=lambda each: places[each - 1]):
        moved[number] = len(written)
        cell = objects[number]
        written += _COLUMN_HEADERS.sub(rb"\1", cell, count=1) if _CELL in cell[:80] else cell
    lines = b"".join(b"%010d 00000 n\r\n" % moved[number] for number in sorted(moved))
    head = table.end() + _ENTRY
    rest = pdf[table.end() + int(table[1]) * _ENTRY : start.start(1)]
    return bytes(written) + pdf[table.start() : head] + lines + rest + b"%d\n%%%%EOF" % len(written)
