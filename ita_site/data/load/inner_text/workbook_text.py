"""The text of a workbook: rows of its sheets, shown and hidden, and what else it keeps of cells."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ita_site.data.load.attachments import xml_elements
from ita_site.data.load.attachments.xml_elements import Element, ElementEnd

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

    from ita_site.data.load.inner_text.gathering import Gathering

_YES = frozenset({"1", "true"})
_COLUMN = re.compile(r"[A-Z]{1,3}")
_POWER = re.compile(r"-?\d+(?:\.\d+)?E[+-]?\d{1,2}", re.IGNORECASE)
_MOST_COLUMNS = 20_000
_PROMPTS = frozenset({"prompt", "promptTitle", "error", "errorTitle", "tooltip", "display"})
_HEADS = frozenset({"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet as the workbook lists it."""

    name: str
    is_hidden: bool
    part: str

    @property
    def place(self) -> str:
        return f"แผ่นงาน{'ที่ซ่อน' if self.is_hidden else ''} “{self.name}”"


def read(archive: zipfile.ZipFile, roots: Mapping[str, str], gathering: Gathering, within: str) -> None:
    """Read the sheets of a workbook, the comments on them, its names, and the texts that no cell shows any more.

    Args:
        archive: the file.
        roots: the names of the first elements of its parts.
        gathering: takes what is read.
        within: where in another file this one stands.

    Raises:
        Exception: the file is damaged.

    """
    _Workbook(archive, roots, gathering, within).read()


class _Workbook:
    """A workbook: its sheets show texts that stand in one list for all of them."""

    def __init__(self, archive: zipfile.ZipFile, roots: Mapping[str, str], gathering: Gathering, within: str) -> None:
        self._archive = archive
        self._roots = roots
        self._gathering = gathering
        self._within = within
        self._texts = [text for name, root in roots.items() if root == "sst" for text in self._shared(name)]
        self._used: set[int] = set()

    def read(self) -> None:
        commented: dict[str, str] = {}
        for name in [each for each, root in self._roots.items() if root == "workbook"]:
            for sheet in self._sheets(name):
                self._add(f"ชื่อ{sheet.place}", sheet.name, seen=False)
                if sheet.part in self._roots:
                    self._sheet(sheet)
                commented |= dict.fromkeys(self._relations(sheet.part).values(), sheet.place)
        for name, root in self._roots.items():
            if root in {"comments", "ThreadedComments"} and name.startswith("xl/"):
                self._comments(name, commented.get(name, "แผ่นงาน"))
        left = "\n".join(text for number, text in enumerate(self._texts) if number not in self._used)
        self._add("ข้อความที่ลบจากแผ่นงานแล้วแต่ยังอยู่ในไฟล์", left, seen=False)

    def _add(self, place: str, text: str, *, seen: bool) -> None:
        self._gathering.add(self._within + place, text, seen=seen)

    def _events(self, name: str) -> Iterator[Element | ElementEnd | str]:
        with self._archive.open(name) as part:
            yield from xml_elements.events(self._gathering.chunks(part))

    def _relations(self, part: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the names it has for them."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        if relations not in self._roots:
            return {}
        return {
            each.attributes.get("Id", ""): posixpath.normpath(
                posixpath.join("/" + folder, each.attributes.get("Target", ""))
            ).lstrip("/")
            for each in self._events(relations)
            if isinstance(each, Element) and each.name == "Relationship"
        }

    def _sheets(self, workbook: str) -> Iterator[_Sheet]:
        parts = self._relations(workbook)
        name = ""
        for each in self._events(workbook):
            if isinstance(each, Element):
                name = each.attributes.get("name", "") if each.name == "definedName" else ""
                if each.name == "sheet":
                    hidden = each.attributes.get("state", "visible") != "visible"
                    yield _Sheet(each.attributes.get("name", ""), hidden, parts.get(each.attributes.get("id", ""), ""))
            elif isinstance(each, str) and name:
                self._add(f"ชื่อช่วง “{name}”", each, seen=False)

    def _shared(self, name: str) -> Iterator[str]:
        pieces: list[str] = []
        inside: list[str] = []
        for each in self._events(name):
            if isinstance(each, Element):
                inside.append(each.name)
            elif isinstance(each, ElementEnd):
                inside.pop()
                if each.name == "si":
                    yield "".join(pieces)
                    pieces.clear()
            elif inside[-1] == "t" and "rPh" not in inside:  # what stands over Japanese letters
                pieces.append(each)

    def _comments(self, name: str, place: str) -> None:
        at, texts, inside = "", list[str](), list[str]()
        for each in self._events(name):
            if isinstance(each, Element):
                inside.append(each.name)
                at = each.attributes.get("ref", at)
            elif isinstance(each, ElementEnd):
                inside.pop()
                if each.name in {"comment", "threadedComment", "authors"}:
                    where = f"ความเห็นที่ช่อง {at} ของ{place}" if at else "ผู้เขียนความเห็น"
                    self._add(where, "".join(texts), seen=False)
                    texts.clear()
            elif inside[-1] in {"t", "text", "author"}:
                texts.append(each)

    def _sheet(self, sheet: _Sheet) -> None:
        reader = _Rows(sheet, self._texts, self._used)
        for each in self._events(sheet.part):
            for place, text, seen in reader.take(each):
                self._add(place, text, seen=seen)
            if self._gathering.is_full:
                self._used.update(range(len(self._texts)))
                return


class _Rows:
    """Reads the rows of a sheet; the cells of a row are one text, since one says what the other is."""

    def __init__(self, sheet: _Sheet, texts: list[str], used: set[int]) -> None:
        self._sheet = sheet
        self._texts = texts
        self._used = used
        self._hidden_columns: set[int] = set()
        self._inside: list[str] = []
        self._row, self._row_hidden = "", False
        self._kind, self._column_hidden = "", False
        self._cell: list[str] = []
        self._seen: list[str] = []
        self._hidden: list[str] = []

    def take(self, each: Element | ElementEnd | str) -> Iterator[tuple[str, str, bool]]:
        """Take what comes next; yield texts with their places, and whether they are seen."""
        if isinstance(each, Element):
            self._inside.append(each.name)
            self._start(each.name, each.attributes)
            said = [value for key, value in each.attributes.items() if key in _PROMPTS and value]
            if said:
                yield f"คำแนะนำหรือลิงก์ของช่องใน{self._sheet.place}", "\n".join(said), False
        elif isinstance(each, ElementEnd):
            self._inside.pop()
            yield from self._end(each.name)
        elif self._inside[-1] == "v" or (self._inside[-1] == "t" and "rPh" not in self._inside):
            self._cell.append(each)
        elif self._inside[-1] in _HEADS:
            yield f"หัวหรือท้ายกระดาษของ{self._sheet.place}", each, not self._sheet.is_hidden
        elif self._inside[-1] in {"f", "formula1", "formula2"} and '"' in each:
            yield f"สูตรใน{self._sheet.place}", each, False

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "col" and attributes.get("hidden", "").lower() in _YES:
            first, last = int(attributes.get("min", "0")), int(attributes.get("max", "0"))
            self._hidden_columns.update(range(first, min(last, _MOST_COLUMNS) + 1))
        elif name == "row":
            self._row = attributes.get("r", "")
            self._row_hidden = attributes.get("hidden", "").lower() in _YES
        elif name == "c":
            self._kind = attributes.get("t", "n")
            letters = _COLUMN.match(attributes.get("r", ""))
            self._column_hidden = bool(letters) and _number(letters[0]) in self._hidden_columns if letters else False

    def _end(self, name: str) -> Iterator[tuple[str, str, bool]]:
        if name == "c":
            (self._hidden if self._row_hidden or self._column_hidden else self._seen).append(self._value())
            self._cell.clear()
        elif name == "row":
            yield f"{self._sheet.place} แถว {self._row}", "\t".join(self._seen), not self._sheet.is_hidden
            what = "แถวที่ซ่อน" if self._row_hidden else "คอลัมน์ที่ซ่อน แถว"
            yield f"{self._sheet.place} {what} {self._row}", "\t".join(self._hidden), False
            self._seen, self._hidden = [], []

    def _value(self) -> str:
        text = "".join(self._cell)
        if self._kind == "s" and text.strip().isdecimal() and int(text) < len(self._texts):
            self._used.add(int(text))
            return self._texts[int(text)]
        if self._kind == "n" and _POWER.fullmatch(text):
            try:
                return f"{Decimal(text):f}"
            except InvalidOperation:
                return text
        return text


def _number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for each in letters:
        number = number * 26 + ord(each) - ord("A") + 1
    return number
