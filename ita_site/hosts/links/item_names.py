"""The names of OIT items on websites: which item the words of a link or heading speak of, and of which years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TABLE = "item_names.yml"
_NOT_LETTERS = re.compile("(?:[^\\w\u0e30-\u0e4e]|_)+")
_YEAR_WORDS = re.compile(r"(?:ประจำ)?(?:ปีงบประมาณ|ปี)?(?:พศ)?(?:25\d\d|(?<=ปี)6\d(?!\d))|ประจำปีงบประมาณ|ประจำปี|ปีงบประมาณ")
_CODE = re.compile(r"^(?:ข้อ)?o(\d{1,2})(?!\d)")
_NUMBER = re.compile(r"^(?:ข้อ)?o?\d{1,2}(?!\d)|o\d{1,2}$")
"""The place of a name in a list, as it stands before it, or behind."""
_FILLERS = re.compile(r"ของหน่วยงาน|การ")
"""What names have or lack without meaning another thing."""
_SPELLINGS = {"ข้อร้องเรียน": "เรื่องร้องเรียน", "eservices": "eservice", "ดุลพินิจ": "ดุลยพินิจ", "เวปบอร์ด": "เว็บบอร์ด"}
_MOST_OF_IT = 0.7
"""The part of a text that a title must be for the text to go by that title."""
_OFFICE = re.compile(r"(?:ของ|ใน)?(?:หน่วยงาน|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์บริหารส่วน(?:ตำบล|จังหวัด)|อบต|อบจ)$")
_KINDS = ("รายงาน", "สรุป", "ติดตาม", "สถิติ", "ก้าวหน้า")
_KINDS_BEFORE = (*_KINDS, "แผน", "คู่มือ", "คำสั่ง", "เชิญ", "ข่าว", "อบรม", "โครง", "กิจกรรม", "ประชุม", "มาตร", "ประกาศเจตนา")
"""Words that make of a name that of another document: a report on a plan is no plan."""
_SHORT = 11
"""Fewer letters than this may stand in any word: such a name must be all that is said."""
_SPAN = re.compile(r"(?<!\d)(25\d\d)\s*(?:-|–|—|ถึง)\s*(?:พ\.ศ\.\s*)?(25\d\d|\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"ปี\s*(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*(6\d)(?!\d)")
_NEXT_YEAR = re.compile(r"(?:ตุลาคม|พฤศจิกายน|ธันวาคม|ต\.ค\.|พ\.ย\.|ธ\.ค\.)\s{0,3}(?:พ\.ศ\.)?\s{0,3}(25\d\d)(?!\d)")
"""Months that belong to the fiscal year that is named for the next one."""
_LONGEST_SPAN = 20


@dataclass(frozen=True, slots=True)
class NameFound:
    """An item of which a text speaks: `is_title` when by its own title, or by another name."""

    item: str
    is_title: bool


def folded(text: str, agency: str = "") -> str:
    """Return a name as it is compared: letters in one spelling, without the year, the office and the item's code."""
    flat = _NOT_LETTERS.sub("", thai.arabic(thai.normalise(text)).casefold())
    if agency:
        name = _NOT_LETTERS.sub("", thai.normalise(agency).casefold())
        flat = flat.replace(f"ของ{name}", "").replace(name, "")
    for found, meant in _SPELLINGS.items():
        flat = flat.replace(found, meant)
    return _OFFICE.sub("", _FILLERS.sub("", _YEAR_WORDS.sub("", _NUMBER.sub("", flat))))


def code(text: str) -> str | None:
    """Return the code of an item with which a text begins: O1 of “O1 โครงสร้าง”."""
    found = _CODE.match(_NOT_LETTERS.sub("", thai.arabic(thai.normalise(text)).casefold()))
    return f"O{int(found[1])}" if found else None


def years(text: str) -> frozenset[int]:
    """Return the years B.E. that a text names, all of those of “2566–2570”."""
    plain = thai.arabic(thai.normalise(text))
    named = {*thai.years_named(plain)} | {2500 + int(each) for each in _SHORT_YEAR.findall(plain)}
    named |= {int(each) + 1 for each in _NEXT_YEAR.findall(plain)}
    for first, last in _SPAN.findall(plain):
        end = int(last) if len(last) == len(first) else 2500 + int(last)
        if 0 <= end - int(first) <= _LONGEST_SPAN:
            named |= set(range(int(first), end + 1))
    return frozenset(named)


class ItemNames:
    """The items of a year by their names.

    Args:
        titles: the title of each item by its code.
        agency: the name of the office, which stands in many names.

    """

    def __init__(self, titles: Mapping[str, str], agency: str = "") -> None:
        self._agency = agency
        self._titles = {item: folded(title, agency) for item, title in titles.items()}
        self._others = {item: other_names(title) for item, title in self._titles.items()}
        self._known: dict[str, tuple[NameFound, ...]] = {}

    def find(self, text: str) -> tuple[NameFound, ...]:
        """Return the items of which a text speaks; where one says it best, that one alone."""
        if text not in self._known:
            self._known[text] = self._find(folded(text, self._agency))
        return self._known[text]

    def _find(self, said: str) -> tuple[NameFound, ...]:
        if not said:
            return ()
        whole = [NameFound(item, is_title) for item, name, is_title in self._names() if name == said]
        if whole:
            return _best(whole)
        within = [(item, name, is_title) for item, name, is_title in self._names() if _speaks_of(said, name)]
        names = {name for _, name, _ in within}
        longest = {name for name in names if not any(name != other and name in other for other in names)}
        if within:
            return _best(
                NameFound(item, is_title and len(name) >= _MOST_OF_IT * len(said))
                for item, name, is_title in within
                if name in longest
            )
        begun = [item for item, title in self._titles.items() if len(said) >= _SHORT and title.startswith(said)]
        return (NameFound(begun[0], is_title=False),) if len(begun) == 1 else ()

    def _names(self) -> Iterable[tuple[str, str, bool]]:
        for item, title in self._titles.items():
            yield item, title, True
            for name in self._others[item]:
                yield item, name, False


def _speaks_of(said: str, name: str) -> bool:
    if len(name) < _SHORT or name not in said:
        return False
    before, _, after = said.partition(name)
    is_other = any(each in before and each not in name for each in _KINDS_BEFORE) or any(
        each in after and each not in name for each in _KINDS
    )
    return not is_other and not before.startswith("ผล")


def _best(found: Iterable[NameFound]) -> tuple[NameFound, ...]:
    """Return each item once, by its title where it was found by it."""
    best: dict[str, bool] = {}
    for each in found:
        best[each.item] = best.get(each.item, False) or each.is_title
    return tuple(NameFound(item, is_title) for item, is_title in best.items())


def other_names(title: str) -> tuple[str, ...]:
    """Return the other names of an item with that folded title, folded."""
    return next((names for titles, names in _groups() if title in titles), ())


@cache
def _groups() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    table = yaml.safe_load(resources.files("ita_site.hosts.links").joinpath(_TABLE).read_text(encoding="utf-8"))
    groups = []
    for each in table["items"]:
        titles = frozenset(map(folded, each["titles"]))
        names = dict.fromkeys(map(folded, (*each["titles"], *each["names"])))
        groups.append((titles, tuple(name for name in names if name)))
    return tuple(groups)
