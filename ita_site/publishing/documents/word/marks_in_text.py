"""The marks that stand in a filled template for passages and pictures: found, and given over to what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from ita_site.publishing.documents.word.elements import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

_MARK = re.compile("\ue000([a-z_]+)\ue001")


def marked(name: str) -> str:
    """Return the letters of no script that stand for a field until what it holds takes their place."""
    return f"\ue000{name}\ue001"


class _Absent(str):
    """A mark on which no condition of a template holds."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


def absent(name: str) -> str:
    """Return the mark of what a paper has not: its place is found and cleared, and a condition on it does not hold."""
    return _Absent(marked(name))


def unmarked(text: str) -> str:
    """Return a text that holds no such letters."""
    return text.replace("\ue000", "\ufffd").replace("\ue001", "\ufffd")


def paragraphs_of(root: BaseOxmlElement, names: Iterable[str]) -> Iterator[tuple[str, BaseOxmlElement]]:
    """Yield the fields that are passages, in the order of the sheet, with the paragraph that each replaces."""
    wanted = set(names)
    for text in list(root.iter(qn("w:t"))):
        for found in _MARK.finditer(text.text or ""):
            if found[1] in wanted:
                yield found[1], next(text.iterancestors(qn("w:p")))


def replace_pictures(root: BaseOxmlElement, pictures: Mapping[str, Callable[[], BaseOxmlElement | None]]) -> None:
    """Put pictures where their fields stand, within the line."""
    for text in list(root.iter(qn("w:t"))):
        pieces = _MARK.split(text.text or "")
        if len(pieces) == 1:
            continue
        old = next(text.iterancestors(qn("w:r")))
        if not pictures.keys() >= set(pieces[1::2]):
            continue
        for number, piece in enumerate(pieces):
            drawn = pictures[piece]() if number % 2 else run(piece) if piece else None
            if drawn is not None:
                old.addprevious(drawn)
        old.getparent().remove(old)


def give_over(old: BaseOxmlElement, made: Iterable[BaseOxmlElement]) -> None:
    """Put elements in the place of a paragraph; a section that it ends is ended by the last of them."""
    section = old.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    for each in made:
        old.addprevious(each)
    above, before = old.getparent(), old.getprevious()
    if section is not None or (above.tag == qn("w:tc") and (before is None or before.tag != qn("w:p"))):
        for run_of_mark in old.findall(qn("w:r")):
            old.remove(run_of_mark)
    else:
        above.remove(old)
