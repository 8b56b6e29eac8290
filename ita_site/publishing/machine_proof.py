"""The proof of a year's figures for programs: what `ita-site verify` reads of a published site first."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from ita_site.ground import addresses
from ita_site.saying.view.proof import proof
from ita_site.saying.words import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.ground.cache.sourced_cache import SourcedCache
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.proof import ProvenFigure, ProvenFile

VERSION = 1
"""Of the form of the file; a program that knows another may not compare."""


def files(lookup: Lookup, memory: SourcedCache[bytes | None]) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each year that has any figure, by its address; the memory has those made before."""
    for number, year in lookup.years.items():
        made = memory.value(str(number), partial(_of_year, lookup, year))
        if made is not None:
            yield addresses.proof_file(number), made


def _of_year(lookup: Lookup, year: Year) -> bytes | None:
    """Return the file of a year: one figure and one data file a line; None where it has no figure."""
    proven = proof(lookup, year)
    if proven is None:
        return None
    figures = [_figure(each) for group in proven.groups for each in group.figures]
    head = _text({"form": VERSION, "agency": lookup.agency.name, "year": year.year})[:-1]
    lists = (
        f'"{name}": [\n{_lines(entries)}\n]'
        for name, entries in (("figures", figures), ("files", [_file(each) for each in proven.files]))
    )
    text = ",\n".join([head, *lists])
    return f"{text}}}\n".encode()


def _figure(figure: ProvenFigure) -> dict[str, Any]:
    return {
        "key": figure.key,
        "name": figure.name,
        "shown": figure.shown,
        "computed": figure.computed or None,
        "verdict": figure.verdict.value if figure.verdict else None,
        "file": figure.file,
        "line": figure.line,
        "page": figure.page,
        "edits": [marks.told(each.change, each.why, each.printed) for each in figure.marks],
    }


def _file(file: ProvenFile) -> dict[str, Any]:
    day = file.day.isoformat() if file.day else None
    return {"name": file.name, "sha256": file.sha256, "commit": file.commit or None, "day": day}


def _lines(entries: list[dict[str, Any]]) -> str:
    return ",\n".join(map(_text, entries))


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
