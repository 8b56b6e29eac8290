"""Lists of the OIT items with their links, a row for each item, into the answers of a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data.model import Disclosure, Reply
from ita_site.ground import thai
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.headings import headed, note_headings
from ita_site.hosts.importing.typed_values import NotAValue, address, reference
from ita_site.hosts.importing.understood_cells import ImportedFile, ImportKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.source import Value
    from ita_site.hosts.importing.headings import HeadedTable
    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell
    from ita_site.hosts.importing.understood_cells import Ledger, Setting

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,;\"'<>]+", re.IGNORECASE)
_CODE = re.compile(r"[(\[]?\s*(?:ข้อ\s*)?([oO]\s*\d{1,2}|0\d{1,2}|\d{1,2})\s*[)\].:]*\s*(.*)", re.DOTALL)
_LETTERED = re.compile(r"[(\[]?\s*(?:ข้อ\s*)?([oO]\s*\d{1,2}|0\d{1,2})\s*[)\].:]*\s*(.*)", re.DOTALL)
_NOT_DIGITS = re.compile(r"\D")
_NO_ITEM = "ไม่รู้ว่าเป็นข้อใดของแบบ OIT ให้พิมพ์ O ตามด้วยเลขข้อ"
_NOT_ASKED = "เกณฑ์ของปีนี้ไม่มีข้อ {item}"
_OTHER_TITLE = "ชื่อข้อต่างจากเกณฑ์ของปีนี้ ({title})"
_NO_LINK = "ไม่มีลิงก์ในช่องนี้"
_REPLY = "คำตอบที่รู้จักคือ {known}"
_LABELLED = "ข้อความข้างลิงก์เป็นชื่อหลักฐาน: {label}"
_WITHOUT_SCHEME = "เติม https:// หน้าที่อยู่"
_NOT_TAKEN = "ไม่มีช่องในข้อมูล"
_OUTSIDE = "ช่องนี้อยู่นอกคอลัมน์ที่รู้จัก"


def understand(tables: Sequence[CellTable], setting: Setting, ledger: Ledger) -> list[ImportedFile]:
    """Return the answers that tables give."""
    items: dict[str, dict[str, Value]] = {}
    before: HeadedTable | None = None
    last = ""
    for table in tables:
        found = headed(table, ImportKind.DISCLOSURE, setting.wishes, before)
        if found is None:
            continue
        before = note_headings(table, found, ImportKind.DISCLOSURE, setting.wishes, ledger)
        for row in before.rows:
            if any(not cell.is_blank for cell in row):
                last = _Listed(before, row, setting, ledger).take(items, last)
    if not items:
        return []
    order = sorted(items, key=lambda each: int(each[1:]))
    return [ImportedFile(Disclosure, ("disclosure.yml",), {"items": [items[each] for each in order]})]


class _Listed:
    def __init__(self, table: HeadedTable, row: Sequence[TableCell], setting: Setting, ledger: Ledger) -> None:
        self._table = table
        self._row = row
        self._framework = setting.framework
        self._ledger = ledger

    def take(self, items: dict[str, dict[str, Value]], last: str) -> str:
        """Take the row in; one without a number goes on from the item before. Return the item it is of."""
        item, title = self._item()
        labels = [cell for name in ("item", "title") for cell in self._table.cells(self._row, name) if cell.text]
        item = item or ("" if labels else last)
        why = "" if item else _NO_ITEM
        if item and self._framework is not None and self._framework.knows(item) is False:
            item, why = "", _NOT_ASKED.format(item=item)
        if not item:
            for cell in self._row:
                if not cell.is_blank:
                    self._ledger.unclear(cell, why)
            return last
        self._fill(item, title, labels, items.setdefault(item, {"item": item}))
        return item

    def _fill(self, item: str, title: str, labels: list[TableCell], entry: dict[str, Value]) -> None:
        known = self._framework.item(item) if self._framework else None
        remark = ""
        if known is None and title:
            entry["title"] = title
        elif known is not None and title and squeezed(title) != squeezed(known.title):
            remark = _OTHER_TITLE.format(title=known.title)
        for cell in labels:
            self._ledger.understood(cell, f"items.{item}", title or item, remark)
        name = title or (known.title if known else item)
        for column, meaning in self._table.columns.items():
            here = self._row[column] if column < len(self._row) else None
            if here is not None and not here.is_blank and here not in labels:
                self._column(meaning, here, entry, name)
        for cell in labels:
            if cell.links:
                self._links(cell, entry, name)

    def _item(self) -> tuple[str, str]:
        number, name = self._table.cell(self._row, "item"), self._table.cell(self._row, "title")
        title = " ".join(_ADDRESS.sub("", name.text).split()) if name else ""
        match = _CODE.match(thai.arabic(number.text)) if number and number.text else None
        if match is None:
            match = _LETTERED.match(thai.arabic(title))
            title = match[2].strip() if match else title
        elif not title:
            title = match[2].strip()
        try:
            return reference(f"O{int(re.sub(_NOT_DIGITS, '', match[1]))}") if match else "", title
        except NotAValue:
            return "", title

    def _column(self, meaning: str, cell: TableCell, entry: dict[str, Value], name: str) -> None:
        place = f"items.{entry['item']} › {meaning}"
        if cell.fault:
            self._ledger.unclear(cell, cell.fault)
        elif meaning == "evidence":
            self._links(cell, entry, name)
        elif meaning == "reply":
            found = next((each for each in Reply if squeezed(each) == squeezed(cell.text)), None)
            if found is None:
                self._ledger.unclear(cell, _REPLY.format(known=", ".join(Reply)))
            else:
                entry["reply"] = found.value
                self._ledger.understood(cell, place, found.value)
        elif meaning in {"owner", "note"}:
            entry[meaning] = " ".join(cell.text.split())
            self._ledger.understood(cell, place, str(entry[meaning]))
        else:
            self._ledger.left_out(cell, _OUTSIDE if meaning == "-" else _NOT_TAKEN)

    def _links(self, cell: TableCell, entry: dict[str, Value], name: str) -> None:
        texts = [_unbracketed(each.rstrip(".")) for each in _ADDRESS.findall(cell.text)]
        several = list(dict.fromkeys([*cell.links, *texts]))
        label = " ".join(_ADDRESS.sub("", cell.text).split()) or name
        made: list[str] = []
        remark = _LABELLED.format(label=label) if label != name and texts else ""
        try:
            for each in several:
                if each.lower().startswith("www."):
                    remark = _WITHOUT_SCHEME
                made.append(address(f"https://{each}" if each.lower().startswith("www.") else each))
        except NotAValue as error:
            self._ledger.unclear(cell, str(error))
            return
        if not made:
            self._ledger.unclear(cell, _NO_LINK)
            return
        evidence = entry.setdefault("evidence", [])
        assert isinstance(evidence, list)  # noqa: S101 - as it was set
        there = {each["url"] for each in evidence if isinstance(each, dict)}
        evidence += [{"title": label, "url": each} for each in made if each not in there]
        self._ledger.understood(cell, f"items.{entry['item']} › evidence", " ".join(made), remark)


def _unbracketed(found: str) -> str:
    """Return an address without the bracket that closes what stands around it."""
    return found[:-1] if found.endswith(")") and "(" not in found else found
