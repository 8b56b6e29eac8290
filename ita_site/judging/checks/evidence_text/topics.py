"""What a document is about, in the words of the OIT list: its own item, another item of the list, or neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.checks.evidence_text.document_kinds import title_of_document
from ita_site.judging.checks.evidence_text.skeletons import any_of, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOPICS = tuple(
    (re.compile(any_of(*said)), re.compile(any_of(*said, *alike)), said[0])
    for said, alike in (
        (("จัดซื้อจัดจ้าง", "จัดหาพัสดุ"), ("พัสดุ", "จัดซื้อ", "จัดจ้าง", "สขร", "ประกวดราคา", "สอบราคา", "e-bidding")),
        (
            ("ทรัพยากรบุคคล",),
            ("บุคลากร", "พนักงานส่วน", "พนักงานเทศบาล", "อัตรากำลัง", "ข้าราชการ", "บุคคล", "การเลื่อนขั้น", "สรรหา"),
        ),
        (("ร้องเรียน",), ("ร้องทุกข์", "เบาะแส")),
        (("No Gift Policy", "รับของขวัญ"), ("ของขวัญ", "no gift", "nogift", "ของกำนัล", "ทรัพย์สินหรือประโยชน์อื่นใด")),
        (("ความเสี่ยง",), ("สินบน",)),
        (("จริยธรรม",), ("ธรรมาภิบาล", "คุณธรรม")),
        (("การมีส่วนร่วม",), ("มีส่วนร่วม", "ประชาคม", "ประชาสังคม", "ประชุม", "อบรม", "สัมมนา", "ร่วม")),
        (("ความพึงพอใจ",), ("พึงพอใจ",)),
        (("ใช้จ่ายงบประมาณ",), ("งบประมาณ", "เบิกจ่าย", "รายจ่าย", "การเงิน")),
        (("โครงสร้าง",), ("ส่วนราชการ", "ผัง", "สำนักปลัด", "อัตรากำลัง")),
        (("คุ้มครองข้อมูลส่วนบุคคล",), ("ข้อมูลส่วนบุคคล", "pdpa", "privacy")),
        (("การทุจริต",), ("ทุจริต", "คอร์รัปชัน", "ประพฤติมิชอบ")),
        (("คุณธรรมและความโปร่งใส", "ITA"), ("คุณธรรม", "โปร่งใส", "ita")),
        (("แผนพัฒนา", "แผนยุทธศาสตร์"), ("พัฒนา", "ยุทธศาสตร์")),
        (("ให้บริการ", "รับบริการ"), ("บริการ", "ประชาชน")),
    )
)
"""Each with how a title says it, how a document may, and what a clerk calls it."""
_TELLING = frozenset({"จัดซื้อจัดจ้าง", "ทรัพยากรบุคคล", "ร้องเรียน", "No Gift Policy", "ความพึงพอใจ"})
"""Topics that stand in the title of a document about nothing else."""
_TITLE_LINES = 2
_YEAR = re.compile(
    rf"(?:{any_of('ประจำปีงบประมาณ', 'ประจำปี', 'ปีงบประมาณ', 'ปี')})?(?:พ\.ศ\.)?25\d\d|{any_of('ประจำปี')}|ของหน่วยงาน"
)
_SHORTEST = 18
"""Letters of a title that is no common phrase."""
_TITLE = 400
_NOT_PART_OF = "".join(f"(?<!{skeleton(each)})" for each in ("ตาม", "ของ", "ผล", "และ", "การ", "รายงาน"))
_ENDS = (
    rf"(?={any_of('ประจำปี', 'ปี', 'ของ', 'พ.ศ', 'เทศบาล', 'องค์การ', 'รอบ', 'อบต', 'จังหวัด', 'อำเภอ', 'เรียน')}|[(\d\s]|$)"
)
"""A title of the list may be the beginning, or a part, of a longer one."""


def missing_topic(title: str, text: str) -> str | None:
    """Return the topic of an item's title that the skeleton of a document nowhere speaks of, by its usual name.

    A title may have several topics; a document that speaks of any of them is taken to be about it.
    """
    written = _plain(title)
    topics = [(alike, name) for said, alike, name in _TOPICS if said.search(written)]
    if not topics or any(alike.search(text) for alike, _ in topics):
        return None
    return topics[0][1]


def other_title(title: str, text: str) -> str | None:
    """Return the topic of an item's title of which the title of a document does not speak, while it has another one.

    The text of a plan against corruption may be full of staff and procurement; its title is not.
    """
    head, written = _plain(title_of_document(text, _TITLE_LINES)), _plain(title)
    own = [(alike, name) for said, alike, name in _TOPICS if said.search(written)]
    names_another = any(said.search(head) for said, _, name in _TOPICS if name in _TELLING)
    if not own or not names_another or any(alike.search(head) for alike, _ in own):
        return None
    return own[0][1]


def item_named(text: str, titles: Iterable[tuple[str, str]]) -> str | None:
    """Return the item of a list, by its code, whose whole title the head of a document bears; the longest one.

    Args:
        text: the skeleton of the document.
        titles: the codes and titles of the items.

    """
    named = [
        (len(plain), code)
        for code, title in titles
        if len(plain := _plain(title)) >= _SHORTEST
        and re.search(rf"{_NOT_PART_OF}{re.escape(plain)}{_ENDS}", text[:_TITLE])
    ]
    return max(named)[1] if named else None


def bears_title(text: str, title: str) -> bool:
    """Tell whether a document has the title of an item anywhere, whatever the year."""
    return _plain(title) in text


def _plain(title: str) -> str:
    return _YEAR.sub("", skeleton(title))
