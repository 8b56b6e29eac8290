"""Word files as a reader finds them: lines, tables, measures in mm; and templates as an office makes them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

TWIPS = 1440 / 25.4
"""Word's unit of places in a millimetre."""


def opened(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def lines(root: BaseOxmlElement) -> Iterator[str]:
    """Yield every paragraph with a text, in the order of the sheet, those of tables too."""
    for paragraph in root.iter(qn("w:p")):
        if said := written(paragraph):
            yield said


def written(paragraph: BaseOxmlElement) -> str:
    """Return the text of a paragraph without the numbers of notes; a tab is a blank, as is a break of the line."""
    blanks = {qn("w:tab"), qn("w:br")}
    runs = (run for run in paragraph.iter(qn("w:r")) if run.find(f".//{qn('w:vertAlign')}") is None)
    found = (
        " " if each.tag in blanks else each.text or ""
        for run in runs
        for each in run
        if each.tag in {*blanks, qn("w:t")}
    )
    return " ".join("".join(found).split())


def mm(element: BaseOxmlElement | None, name: str) -> float:
    """Return a measure of an element in mm."""
    assert element is not None
    return round(int(element.get(qn(f"w:{name}")) or 0) / TWIPS, 1)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {each.filename: packed.read(each) for each in packed.infolist()}


def template(path: Path, *paragraphs: str, change: Callable[[WordDocument], None] | None = None) -> Path:
    """Write a template as Word does, its fields in one line each, and return its path."""
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if change:
        change(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def with_parts(path: Path, more: Mapping[str, bytes]) -> Path:
    """Add parts to a Word file, or put others in place of its own."""
    held = {**parts(path.read_bytes()), **more}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    return path
