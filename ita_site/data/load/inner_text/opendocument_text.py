"""The text of an OpenDocument file: paragraphs, rows of tables, comments, tracked changes, hidden sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load.attachments.xml_elements import Element, ElementEnd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load.inner_text.gathering import Gathering

_BLOCKS = frozenset({"p", "h"})
_NOT_SHOWN = {
    "annotation": "ความเห็น",
    "tracked-changes": "ข้อความที่ลบแต่ยังติดตามการเปลี่ยนแปลง",
    "hidden-text": "ข้อความที่ซ่อน",
    "hidden-paragraph": "ข้อความที่ซ่อน",
}
_LONG_NUMBER = 9
"""Digits from which a number may be that of a person or an account, and its cell may show it shortened."""


def read(events: Iterator[Element | ElementEnd | str], gathering: Gathering, within: str) -> None:
    """Read the content, the headers and footers, or the properties of an OpenDocument file."""
    reader = _OpenDocument(gathering, within)
    for each in events:
        reader.take(each)


class _OpenDocument:
    """Gathers paragraphs; the cells of a row are one text, since one says what the other is."""

    def __init__(self, gathering: Gathering, within: str) -> None:
        self._gathering = gathering
        self._within = within
        self._open: list[str] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._sheet, self._sheet_hidden, self._row, self._row_hidden = "", False, 0, False
        self._texts: list[str] = []
        self._aside: list[str] = []
        self._count = 0

    def take(self, each: Element | ElementEnd | str) -> None:
        """Take what comes next in the part."""
        if isinstance(each, Element):
            self._open.append(each.name)
            self._start(each)
        elif isinstance(each, ElementEnd):
            self._end(each.name)
            self._open.pop()
        elif "body" in self._open or "master-styles" in self._open:
            (self._aside if self._apart() else self._texts).append(each)

    def _start(self, element: Element) -> None:
        name, attributes = element.name, element.attributes
        if name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table" and "table-row" not in self._open:
            self._sheet, self._row = attributes.get("name", ""), 0
            self._sheet_hidden = attributes.get("style-name") in self._hidden_styles
        elif name == "table-row":
            self._row += 1
            self._row_hidden = attributes.get("visibility", "visible") != "visible"
        elif name == "table-cell":
            value = attributes.get("value", "")
            if sum(map(str.isdecimal, value)) >= _LONG_NUMBER:
                self._texts.append(f"{value} ")
        elif name in {"s", "tab", "line-break"}:
            (self._aside if self._apart() else self._texts).append("\n" if name == "line-break" else " ")
        elif name == "a" and not attributes.get("href", "#").startswith("#"):
            self._gathering.add(f"{self._within}ลิงก์", attributes["href"], seen=False)
        elif name in {"hidden-text", "hidden-paragraph"}:
            self._aside.append(attributes.get("string-value", ""))

    def _end(self, name: str) -> None:
        if name in _NOT_SHOWN:
            self._gathering.add(self._within + _NOT_SHOWN[name], "".join(self._aside), seen=False)
            self._aside.clear()
        elif name in _BLOCKS:
            (self._aside if self._apart() else self._texts).append("\n")
            if "table-row" not in self._open and not self._apart():
                self._flush("")
        elif name == "table-cell":
            self._texts.append("\t")
        elif name == "table-row":
            hidden = self._sheet_hidden or self._row_hidden
            sheet = f"แผ่นงาน{'ที่ซ่อน' if self._sheet_hidden else ''} “{self._sheet}”"
            self._flush(f"{sheet} แถว{'ที่ซ่อน' if self._row_hidden else ''} {self._row}", seen=not hidden)

    def _apart(self) -> bool:
        return any(each in _NOT_SHOWN for each in self._open)

    def _flush(self, place: str, *, seen: bool = True) -> None:
        self._count += 1
        self._gathering.add(f"{self._within}{place or f'ย่อหน้าที่ {self._count}'}", "".join(self._texts), seen=seen)
        self._texts.clear()
