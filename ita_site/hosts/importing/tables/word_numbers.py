"""The numbers and dots that Word writes before paragraphs, which are nowhere in their text."""

from __future__ import annotations

from collections import Counter
from typing import Any

from docx.oxml.ns import qn

_DIGITS = {"decimal", "decimalZero", "thaiNumbers", "thaiCounting"}
_LETTERS = "กขคงจฉชซญดตถทธนบปผพมยรลวสหอ"


class ParagraphNumbers:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - elements of lxml
        """Learn the kinds of lists of a document."""
        self._formats: dict[tuple[str, str], str] = {}
        self._styles: dict[str, tuple[str, str]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()
        part = next(
            (each.target_part for each in document.part.rels.values() if each.reltype.endswith("/numbering")), None
        )
        if part is not None:
            self._learn(part.element)
        for style in document.styles.element.iter(qn("w:style")):
            found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None and (numbered := _numbered(found)):
                self._styles[style.get(qn("w:styleId"), "")] = numbered

    def of(self, paragraph: Any) -> str:  # noqa: ANN401
        """Return what Word writes before a paragraph, with a space; nothing where it writes nothing.

        A list that is used again in another cell goes on counting there, as in Word.
        """
        key = self._list_of(paragraph)
        kind = self._formats.get(key) if key is not None else None
        if key is None or kind is None:
            return ""
        self._counts[key] += 1
        for other in list(self._counts):
            if other[0] == key[0] and int(other[1]) > int(key[1]):
                del self._counts[other]
        count = self._counts[key]
        if kind in _DIGITS:
            return f"{count}. " if key[1] == "0" else f"{count}) "
        return f"{_LETTERS[(count - 1) % len(_LETTERS)]}. " if kind == "thaiLetters" else "- "

    def _list_of(self, paragraph: Any) -> tuple[str, str] | None:  # noqa: ANN401
        """Return the list and the level of a paragraph; list 0 is how Word takes a paragraph out of its list."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return None
        own = properties.find(qn("w:numPr"))
        style = properties.find(qn("w:pStyle"))
        by_style = self._styles.get(style.get(qn("w:val"), "")) if style is not None else None
        key = (_numbered(own) if own is not None else None) or by_style
        return None if key is None or key[0] == "0" else key

    def _learn(self, numbering: Any) -> None:  # noqa: ANN401
        kinds: dict[str, dict[str, str]] = {}
        for each in numbering.iter(qn("w:abstractNum")):
            levels = {
                level.get(qn("w:ilvl"), "0"): found.get(qn("w:val"), "")
                for level in each.iter(qn("w:lvl"))
                if (found := level.find(qn("w:numFmt"))) is not None
            }
            kinds[each.get(qn("w:abstractNumId"), "")] = levels
        for each in numbering.iter(qn("w:num")):
            found = each.find(qn("w:abstractNumId"))
            if found is not None:
                for level, kind in kinds.get(found.get(qn("w:val"), ""), {}).items():
                    self._formats[each.get(qn("w:numId"), ""), level] = kind


def _numbered(properties: Any) -> tuple[str, str] | None:  # noqa: ANN401
    number, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
    if number is None:
        return None
    return number.get(qn("w:val"), "0"), level.get(qn("w:val"), "0") if level is not None else "0"
