"""The text of a part of a Word document, paragraph by paragraph, and what in it is deleted, inserted or hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load.attachments.xml_elements import Element, ElementEnd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load.inner_text.gathering import Gathering

_NO = frozenset({"0", "false", "off"})
_DELETED, _INSERTED = frozenset({"del", "moveFrom"}), frozenset({"ins", "moveTo"})
_TEXT, _HIDDEN_TEXT, _DELETED_TEXT = "t", frozenset({"instrText", "delInstrText"}), "delText"
_BLANKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(events: Iterator[Element | ElementEnd | str], gathering: Gathering, label: str) -> None:
    """Read the body of a document, or its headers, notes or comments, which `label` names."""
    reader = _Word(gathering, label)
    for each in events:
        reader.take(each)


class _Word:
    """Gathers paragraphs; the cells of a row are one text, since one says what the other is."""

    def __init__(self, gathering: Gathering, label: str) -> None:
        self._gathering = gathering
        self._label = label
        self._open: list[str] = []
        self._depth = dict.fromkeys((*_DELETED, *_INSERTED, "Fallback", "p", "tr", "comment"), 0)
        self._hidden = False
        self._seen: list[str] = []
        self._deleted: list[str] = []
        self._unseen: list[str] = []
        self._has_insertion = False
        self._author = ""
        self._count = 0

    def take(self, each: Element | ElementEnd | str) -> None:
        """Take what comes next in the part."""
        if isinstance(each, Element):
            self._start(each)
        elif isinstance(each, ElementEnd):
            self._end(each.name)
        else:
            self._text(each)

    def _start(self, element: Element) -> None:
        name = element.name
        self._open.append(name)
        if name in self._depth:
            self._depth[name] += 1
        if name == "r":
            self._hidden = False
        elif name in {"vanish", "webHidden"} and self._open[-3:-1] == ["r", "rPr"]:
            self._hidden = element.attributes.get("val", "").lower() not in _NO
        elif name == "comment":
            self._author = element.attributes.get("author", "")
        elif name == "docPr":
            self._unseen += [
                element.attributes[each] + "\n" for each in ("descr", "title") if each in element.attributes
            ]
        elif name in _BLANKS and self._open[-2:-1] == ["r"]:
            self._put(_BLANKS[name])

    def _end(self, name: str) -> None:
        self._open.pop()
        if name in self._depth:
            self._depth[name] -= 1
        if name == "tc":
            self._put("\t")
        elif name == "p":
            self._put(" " if self._depth["tr"] else "\n")
        if name in {"p", "tr"} and not self._depth["p"] and not self._depth["tr"] and not self._depth["comment"]:
            self._flush(row=name == "tr")
        elif name == "comment":
            self._flush(row=False)

    def _text(self, text: str) -> None:
        name = self._open[-1] if self._open else ""
        if self._depth["Fallback"]:  # for old programs, the same text again
            return
        if name == _DELETED_TEXT:
            self._deleted.append(text)
        elif name in _HIDDEN_TEXT:
            self._unseen.append(text)
        elif name == _TEXT:
            self._put(text)
            self._has_insertion |= any(self._depth[each] for each in _INSERTED)

    def _put(self, text: str) -> None:
        if any(self._depth[each] for each in _DELETED):
            self._deleted.append(text)
        elif self._hidden and self._open[-1:] == [_TEXT]:
            self._unseen.append(text)
        else:
            self._seen.append(text)

    def _flush(self, *, row: bool) -> None:
        self._count += 1
        at = f"{self._label} " if self._label else ""
        place = f"{at}ย่อหน้าที่ {self._count}{' (แถวของตาราง)' if row else ''}"
        is_comment = bool(self._author)
        seen = "".join([*([f"{self._author}: "] if is_comment else []), *self._seen])
        inserted = " (ข้อความที่แทรกและยังไม่ได้ยอมรับ)" if self._has_insertion else ""
        if "".join(self._seen).strip() or is_comment:
            self._gathering.add(place + inserted, seen, seen=self._label not in {"ความเห็น", "ข้อความสำเร็จรูป"})
        self._gathering.add(f"{place} (ข้อความที่ลบแต่ยังติดตามการเปลี่ยนแปลง)", "".join(self._deleted), seen=False)
        self._gathering.add(f"{place} (ข้อความที่ซ่อนหรือคำบรรยายรูป)", "".join(self._unseen), seen=False)
        self._seen, self._deleted, self._unseen = [], [], []
        self._has_insertion, self._author = False, ""
