"""The places that values of an import go to, in the words that forms have for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data.model import DisclosedItem, Measure, Progress, Result
from ita_site.data.model.result import InstrumentScore
from ita_site.hosts.importing.heading_words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.model import Record

_HEADS = {
    "indicators": "ตัวชี้วัดที่",
    "subindicators": "ตัวชี้วัดย่อยที่",
    "items": "ข้อ",
    "instruments": "เครื่องมือ",
}
_OF = re.compile(r"(indicators|subindicators|items|instruments)\.(\S+)")
_OF_RESULTS = (InstrumentScore,)
_OF_ALL = (Measure, Progress, InstrumentScore, Result, DisclosedItem)
_WORDS = {
    NOTHING: "",
    "id": "เลข",
    "item": "ข้อ",
    "measure": "มาตรการ",
    "order": "ลำดับ",
    "rank": "อันดับ",
    "instrument_score": "คะแนนรายเครื่องมือ",
    "weight": "น้ำหนัก",
    "target": "ค่าเป้าหมาย",
    "done": "ดำเนินการแล้ว",
    "not_done": "ยังไม่ดำเนินการ",
    "findings": "ข้อค้นพบ",
}


def field_words(field: str) -> str:
    """Return a place in the data as a person calls it: `indicators.3 › score` is ตัวชี้วัดที่ 3 › คะแนน."""
    head, *inner = field.split(" › ")
    records = _OF_RESULTS if _OF.fullmatch(head) else _OF_ALL
    return " › ".join(_word(each, records) for each in (head, *inner))


def _word(name: str, records: Sequence[type[Record]]) -> str:
    if match := _OF.fullmatch(name):
        return f"{_HEADS[match[1]]} {match[2]}"
    if name in _WORDS:
        return _WORDS[name]
    for record in records:
        if name in record.model_fields:
            return record.model_fields[name].title or name
    return name
