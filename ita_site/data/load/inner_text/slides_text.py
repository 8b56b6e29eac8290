"""The text of a slide of a presentation, or of the notes below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load.attachments.xml_elements import Element, ElementEnd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load.inner_text.gathering import Gathering

_PLACES = {"sld": "สไลด์", "notes": "บันทึกใต้สไลด์"}
_NO = frozenset({"0", "false"})


def read(events: Iterator[Element | ElementEnd | str], gathering: Gathering, within: str, number: str) -> None:
    """Read a slide, its notes or a master; `number` is the one in the name of the part."""
    place, seen = "ต้นแบบสไลด์", False
    texts: list[str] = []
    inside: list[str] = []
    for each in events:
        if isinstance(each, Element):
            if not inside:
                hidden = each.attributes.get("show", "").lower() in _NO
                place = f"{_PLACES.get(each.name, place)}{'ที่ซ่อน' if hidden else ''} {number}".strip()
                seen = each.name == "sld" and not hidden
            elif "descr" in each.attributes:
                texts.append(each.attributes["descr"] + "\n")
            inside.append(each.name)
        elif isinstance(each, ElementEnd):
            texts.append({"p": "\n", "tc": "\t"}.get(inside.pop(), ""))
        elif inside[-1] == "t" and "Fallback" not in inside:
            texts.append(each)
    gathering.add(within + place, "".join(texts), seen=seen)
