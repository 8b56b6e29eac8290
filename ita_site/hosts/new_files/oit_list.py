"""A new year's `disclosure.yml` from last year's: what continues keeps its evidence, to be renewed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.data.model import Disclosure, Reply
from ita_site.data.schemas import first_line
from ita_site.ground import markup, thai
from ita_site.judging.oit_answers import asked_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.data.load import Dataset
    from ita_site.data.model import DisclosedItem, Evidence, Framework, Item

_CARRIED = frozenset({Reply.YES, Reply.TO_RENEW, None})
"""Replies whose evidence may serve again; that there is none, or that an item is not asked, is said anew each year."""


@dataclass(frozen=True, slots=True)
class NextList:
    """The YAML of a year's list, and what of last year's is not in it, in sentences."""

    text: str
    left_out: tuple[str, ...]

    @property
    def is_carried(self) -> bool:
        """Whether something of last year's list was taken along."""
        return Reply.TO_RENEW in self.text


def next_list(dataset: Dataset, framework: Framework, schemas: str) -> NextList:
    """Return a year's list, with a line for each item that the framework names.

    An item that continues one of the year before, by the crosswalk or where that is silent by its title, has its owner
    and its evidence, marked as still to be renewed; its elements are not taken along, since they may be others now.
    What of last year's answers has no place in the list is told, in a comment at its end too.

    Args:
        dataset: the data, with the year before.
        framework: that of the new year.
        schemas: the way from the file to the folder of the JSON Schemas.

    """
    last = _LastYear(dataset, framework)
    items = [each for each in framework.items if each.id.startswith("O")]
    head = f"{first_line(Disclosure, schemas)}\n# {_HEAD.format(year=framework.year)}\n"
    listed = "".join(_item(each, last.continued(each), last) for each in items)
    left_out = tuple(last.left_out(items))
    whose = _yaml({"agency": last.agency}) if last.agency else ""
    return NextList(f"{head}{whose}items:\n{listed}" + "".join(f"# {each}\n" for each in left_out), left_out)


_HEAD = "ข้อมูลที่ต้องเปิดเผย (OIT) ปีงบประมาณ พ.ศ. {year}: ข้อที่ปรับเป็นของปีนี้แล้ว ให้ลบบรรทัด reply: ข้ออื่นให้เติม reply: และ evidence:"


_YEAR = re.compile(r"25\d\d")
_FILE = "ปีก่อนแนบไฟล์ {file}: วางไฟล์ของปีนี้ใน files/ แล้วเติมที่ evidence:"


_DROPPED = "ปี {year} ไม่ถามข้อนี้ของปี {before} แล้ว: {items}"
_UNPLACED = "ยังไม่รู้ว่าข้อนี้ของปี {before} ต่อเป็นข้อใดของปี {year} ถ้าตรงกับข้อใด ให้ยกหลักฐานมาเอง: {items}"
_UNNAMED = "ระบบยังไม่รู้ชื่อข้อ {items} ของปี {year} ให้เพิ่มเองพร้อม title: ตามคู่มือ"


def _item(item: Item, continued: Sequence[DisclosedItem], last: _LastYear) -> str:
    entry: dict[str, Any] = {"item": item.id}
    files: list[str] = []
    for old in continued:
        if old.owner:
            entry.setdefault("owner", old.owner)
        if old.reply not in _CARRIED:
            continue
        files += [f"{each.title} ({each.file})" for each in old.evidence if each.file is not None]
        links = [_link(each, last.year_of(old.item)) for each in old.evidence if each.url is not None]
        if links:
            entry["reply"] = Reply.TO_RENEW.value
            entry.setdefault("evidence", []).extend(links)
    comments = [item.title, *(_FILE.format(file=each) for each in files)]
    lines = "".join(f"  # {markup.one_line(each)}\n" for each in comments)
    return lines + "".join(f"  {line}\n" for line in _yaml([entry]).splitlines())


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)


class _LastYear:
    """Last year's list: which of its answers an item of the new year continues, and which have no place there."""

    def __init__(self, dataset: Dataset, framework: Framework) -> None:
        self._year = framework.year - 1
        before = dataset.years.get(self._year)
        self.agency = before.disclosure.record.agency if before and before.disclosure else None
        self._answers = before.disclosure.record.items if before and before.disclosure else ()
        self._framework = dataset.framework(self._year)
        self._new = framework
        crosswalk = framework.crosswalk_from(self._year)
        self._was = {each.id: each.was for each in crosswalk.entries} if crosswalk else {}
        self._dropped = frozenset(crosswalk.dropped) if crosswalk else frozenset()
        self._told = frozenset(code for was in self._was.values() for code in was) | self._dropped

    def continued(self, item: Item) -> list[DisclosedItem]:
        """Return last year's answers that an item continues: those of its crosswalk, else one of the same title."""
        if item.id in self._was:
            return [each for each in self._answers if each.item in self._was[item.id]]
        name = _without_year(item.title)
        return [each for each in self._answers if each.item not in self._told and self._name(each) == name]

    def left_out(self, items: Sequence[Item]) -> Iterator[str]:
        """Yield what of last year's answers is in no item of the new year, and which items nobody has a name of."""
        placed = {each.item for item in items for each in self.continued(item)}
        rest = [each for each in self._answers if each.item not in placed]
        dropped, unplaced = (
            [each for each in rest if (each.item in self._dropped) is is_dropped] for is_dropped in (True, False)
        )
        numbers = range(1, (self._new.item_count or 0) + 1)
        unnamed = [f"O{number}" for number in numbers if self._new.item(f"O{number}") is None]
        for sentence, of_list in ((_DROPPED, dropped), (_UNPLACED, unplaced)):
            named = ", ".join(markup.one_line(f"{each.item} {self._title(each)}".rstrip()) for each in of_list)
            if named:
                yield sentence.format(year=self._new.year, before=self._year, items=named)
        if unnamed:
            yield _UNNAMED.format(year=self._new.year, items=", ".join(unnamed))

    def year_of(self, code: str) -> int:
        """Return the latest fiscal year, B.E., that an item of last year asked about: a report may be of one before."""
        item = self._framework.item(code) if self._framework else None
        return max(asked_years(item, self._year)) if item else self._year

    def _title(self, answer: DisclosedItem) -> str:
        item = self._framework.item(answer.item) if self._framework else None
        return item.title if item else answer.title or ""

    def _name(self, answer: DisclosedItem) -> str:
        return _without_year(self._title(answer))


def _without_year(title: str) -> str:
    """Return the title of an item as it is every year."""
    return "".join(_YEAR.sub("", thai.arabic(thai.normalise(title))).split())


def _link(evidence: Evidence, year: int) -> dict[str, Any]:
    carried: dict[str, Any] = {"title": evidence.title, "url": evidence.url}
    if evidence.description is not None:
        carried["description"] = evidence.description
    if evidence.way:
        carried["way"] = list(evidence.way)
    # Typed as a number, as an editor would.
    return {**carried, "about_year": evidence.about_year or year}
