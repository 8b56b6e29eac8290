"""What a row of a score sheet is of, told from its number, its code and its name, which must not contradict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.ground import thai
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.likeness import likeness
from ita_site.hosts.importing.typed_values import NotAValue, reference

if TYPE_CHECKING:
    from ita_site.data.model import Framework

LONGEST = 1_000
"""Letters of a label; no name of an item has more."""
TOTAL = "total"
LEVEL = "level"
MEAN = "mean"
_NEAR = 0.75
_TOTALS = re.compile(
    r"(?:รวม|ผลรวม|คะแนนรวม(?:ทั้งหมด|ทุกตัวชี้วัด)?|รวมคะแนน(?:ทั้งหมด)?|รวมทั้งสิ้น|คะแนนรวมทั้งสิ้น|ผลการประเมิน(?:ใน)?ภาพรวม|(?:คะแนน)?ภาพรวม|"
    r"คะแนน(?:ผลการประเมิน)?ita|คะแนนรวมita|ผลคะแนนita|คะแนนภาพรวม(?:หน่วยงาน)?|total|คะแนนรวมเฉลี่ย|ผลคะแนนรวม)"
)
_MEANS = re.compile(r"(?:คะแนน)?(?:ค่า)?เฉลี่ย(?:รวม)?|ค่าเฉลี่ยคะแนน")
_LEVELS = re.compile(r"ระดับ(?:ผล)?(?:การประเมิน|คะแนน|คุณธรรม)?|ผลการประเมินระดับ|อยู่ในระดับ")
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ย่อย)?\s*ที่\s*(\d{1,2}(?:\.\d{1,2})?)[.:]?\s*(.*)", re.DOTALL)
_ITEM = re.compile(r"[(\[]?\s*(?:ข้อ\s*)?([oie]\s*\d{1,2}|0\d{1,2})\s*[)\].:]*\s*(.*)", re.DOTALL | re.IGNORECASE)
_INSTRUMENT = re.compile(r"(?:แบบ.*?[(\s]|คะแนน\s*|เครื่องมือ\s*)?\(?\b(IIT|EIT|OIT)\b\)?", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"(\d{1,2}\.\d{1,2}(?=[.)\s])|\d{1,2}(?=[.)]))[.)]?\s*(\D.*)", re.DOTALL)
_OTHER = "เลขบอกว่าเป็น {by_number} แต่ชื่อเป็นของ {by_name} จึงไม่เลือกแทน ให้แก้ในไฟล์ หรือพิมพ์ --set {field}=คะแนน"
_ANOTHER_NAME = "ชื่อต่างจากตัวชี้วัดที่ {number} ตามเกณฑ์ ({name}) เก็บชื่อตามที่พิมพ์"
UNKNOWN = "ไม่รู้ว่าเป็นคะแนนของตัวชี้วัดหรือข้อใด"
_NOT_ASKED = "เกณฑ์ของปีนี้ไม่มี {name}"


@dataclass(frozen=True, slots=True)
class Scored:
    """What a score is of: a reference, the total or the level; `name` is as printed, `why` it is not known."""

    of: str = ""
    name: str = ""
    remark: str = ""
    why: str = ""


def scored(label: str, number: str, framework: Framework | None, *, is_item: bool = False) -> Scored:
    """Return what a row is of.

    Args:
        label: its name, with a code in it where one is printed.
        number: what stands in a column of numbers of indicators or items; nothing where there is none.
        framework: that of the year, for names.
        is_item: the column of numbers is of items: a number without a letter says of none which list it is in.

    """
    text = thai.arabic(" ".join(label.split()))
    plain = squeezed(text)
    for pattern, of in ((_TOTALS, TOTAL), (_MEANS, MEAN), (_LEVELS, LEVEL)):
        if pattern.fullmatch(plain):
            return Scored(of, text)
    code, name, counted = _code(text)
    typed = _reference(number) if number.strip() else ""
    if is_item and typed and kind_of(typed) != "item":
        typed = ""
    by_name = _by_name(name or text, framework)
    if counted and not _is_near(code, name, by_name, framework):
        code = ""  # a list counts its lines so, too
    by_code = code or typed
    if code and typed and code != typed:
        return Scored(why=_OTHER.format(by_number=typed, by_name=code, field=field_of(typed)))
    if by_code and by_name and by_name != by_code:
        return Scored(why=_OTHER.format(by_number=by_code, by_name=by_name, field=field_of(by_code)))
    found = by_code or by_name
    if not found:
        return Scored(why=UNKNOWN)
    if framework is not None and framework.knows(found) is False:
        return Scored(why=_NOT_ASKED.format(name=found))
    return Scored(found, name, _other_name(found, name, by_name, framework))


def field_of(of: str) -> str:
    """Return where in the data the score of something stands, as `--set` names it."""
    if of in {TOTAL, LEVEL}:
        return of
    if of in {"IIT", "EIT", "OIT"}:
        return f"instruments.{of}"
    if of[:1] in "OIE":
        return f"items.{of}"
    return f"{'subindicators' if '.' in of else 'indicators'}.{of}"


def _code(text: str) -> tuple[str, str, bool]:
    """Return the code of a label, nothing where it has none, the name behind it, and whether it is a mere number."""
    if match := _INDICATOR.match(text):
        return _reference(match[1]), match[2].strip(), False
    if match := _ITEM.match(text):
        return _reference(match[1]), match[2].strip(), False
    if (match := _NUMBERED.match(text)) and (found := _reference(match[1])):
        return found, match[2].strip(), "." not in match[1]
    if match := _INSTRUMENT.search(text):
        return match[1].upper(), text, False
    return "", text, False


def _is_near(code: str, name: str, by_name: str, framework: Framework | None) -> bool:
    """Tell whether the name behind a number is that of the indicator of the number, or nearly."""
    indicator = framework.indicator(code) if framework else None
    if by_name or indicator is None:
        return bool(by_name)  # which contradicts the number where it is of another
    return any(likeness(squeezed(name), squeezed(each)) >= _NEAR for each in (indicator.name, *indicator.aliases))


def _reference(text: str) -> str:
    try:
        return reference(text.strip().rstrip("."))
    except NotAValue:
        return ""


def _by_name(name: str, framework: Framework | None) -> str:
    if framework is None or not name:
        return ""
    plain = squeezed(name)
    for each in framework.indicators:
        if plain in {squeezed(known) for known in (each.name, *each.aliases)}:
            return each.id
    for instrument in framework.instruments:
        if plain == squeezed(instrument.name):
            return instrument.id
    subs = (sub for each in framework.indicators for sub in each.subindicators)
    named = {sub.id: (sub.name, *sub.aliases) for sub in subs} | {each.id: (each.title,) for each in framework.items}
    found = [id_ for id_, names in named.items() if plain in map(squeezed, names)]
    return found[0] if len(found) == 1 else ""


def _other_name(of: str, name: str, by_name: str, framework: Framework | None) -> str:
    indicator = framework.indicator(of) if framework else None
    if indicator is None or not name or by_name:
        return ""
    return _ANOTHER_NAME.format(number=of, name=indicator.name)
