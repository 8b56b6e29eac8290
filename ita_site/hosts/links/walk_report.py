"""What a walk through an office's website found → text for a clerk: item by item, and what to put in the data."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from ita_site.hosts.links.item_search import WalkFinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_site.hosts.links.item_search import ItemFound

_INTO_DATA = (
    "ทางไปจากหน้าแรก สำหรับ evidence: ใน disclosure.yml ของปี {year} (เปิดดูก่อนว่าใช่ และครบทุกองค์ประกอบ แล้วคัดลอกเฉพาะข้อที่ใช้)"
)


def text(found: Iterable[ItemFound]) -> str:
    """Return what was found, an item a block, in the order of the list."""
    return "\n\n".join("\n".join(_lines(each)) for each in found)


def summary(found: Sequence[ItemFound]) -> str:
    """Return how many items came to what, in one line."""
    counts = Counter(each.finding for each in found)
    return f"{len(found)} ข้อ: " + " · ".join(f"{each} {counts[each]}" for each in WalkFinding if counts[each])


def into_data(found: Iterable[ItemFound], year: int) -> str:
    """Return the items that were found as YAML for a year's list, each with its way; empty where there are none."""
    lines: list[str] = []
    for each in found:
        if each.finding.is_found:
            lines += [f"  - item: {each.item.id}", "    evidence:", f"      - title: {_quoted(each.name)}"]
            lines += [f"        url: {_quoted(each.address)}"]
            if each.way:
                lines += [f"        way: [{', '.join(map(_quoted, each.way))}]"]
    return "\n".join([f"# {_INTO_DATA.format(year=year)}", "items:", *lines]) if lines else ""


def way(words: Sequence[str]) -> str:
    """Return how one gets to a page: how many clicks, and on which words."""
    return f"{len(words)} คลิก: หน้าแรก › {' › '.join(words)}" if words else "อยู่ในหน้าแรก"


def _lines(found: ItemFound) -> Iterable[str]:
    yield f"{found.item.id} {found.item.title}"
    reason = f" ({found.state})" if found.state else ""
    yield f"  {found.finding}{reason}"
    if found.finding is WalkFinding.NOT_FOUND:
        return
    if found.finding not in {WalkFinding.REACHED, WalkFinding.DEAD}:
        yield f"  ชื่อที่พบ: {found.name}"
    yield f"  {way(found.way)}"
    yield f"  {found.address}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
