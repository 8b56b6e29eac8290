"""Where a walk through an office's website found each item of an OIT list: by which words, under which name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_site.hosts.links import item_names, same_site
from ita_site.hosts.links.same_site import LeftAlone
from ita_site.judging.oit_answers import asked_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ita_site.data.model import Evidence, Item, LinkState
    from ita_site.hosts.links.item_names import ItemNames
    from ita_site.hosts.links.page_links import PageLink, PageMap
    from ita_site.hosts.links.site_walk import SiteWalk, Visit

_MOST_ASKED = 4
"""As many places are tried for an item before the best of them is told as it is."""
_OF_A_YEAR = re.compile("แผน|รายงาน|สรุป|สถิติ|ผลการ|ประเมิน|ความก้าวหน้า|การดำเนินการ|ประจำปี|มาตรการ")
"""Words of titles that ask for what is made anew each year."""
_LOOKS_BACK = re.compile("รายงาน|ผลการ|สถิติ|สรุป|การดำเนินการ")


class WalkFinding(StrEnum):
    """What a walk came to for an item, from the best to the worst."""

    REACHED = "ถึงได้จากหน้าแรก"
    OTHER_NAME = "พบในชื่ออื่น"
    OUTSIDE = "พบลิงก์ไปเว็บไซต์อื่น ซึ่งไม่ได้เปิด"
    OTHER_YEAR = "พบแต่ของปีอื่น"
    NOT_OPENED = "พบลิงก์ แต่ไม่ได้เปิด"
    LOGIN = "ต้องเข้าสู่ระบบก่อน"
    SCRIPTED = "พบแต่ปุ่มที่ทำงานด้วย JavaScript ซึ่งตามไปไม่ได้"
    DEAD = "พบลิงก์ แต่เปิดไม่ได้"
    NOT_FOUND = "ไม่พบ"

    @property
    def is_found(self) -> bool:
        """Whether a visitor gets to what the item asks for, as far as names and years say."""
        return self in {WalkFinding.REACHED, WalkFinding.OTHER_NAME, WalkFinding.OUTSIDE}


@dataclass(frozen=True, slots=True)
class ItemFound:
    """What the walk came to for an item: the address, the words pressed one after the other, and what named it.

    `state` is what the address came to, where that is why nobody gets there.
    """

    item: Item
    finding: WalkFinding
    address: str = ""
    way: tuple[str, ...] = ()
    name: str = ""
    state: LinkState | LeftAlone | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    address: str
    way: tuple[str, ...]
    name: str
    is_title: bool
    is_part: bool
    is_of_year: bool
    is_scripted: bool
    number: int
    is_own: bool = False
    """Whether it is the evidence that the office names itself."""

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, bool, int, int]:
        return (
            not self.is_own,
            self.is_scripted,
            not self.is_of_year,
            not self.is_title,
            self.is_part,
            len(self.way),
            self.number,
        )


def search(
    walk: SiteWalk,
    items: Iterable[Item],
    year: int,
    names: ItemNames,
    evidence: Mapping[str, Sequence[Evidence]] | None = None,
) -> tuple[ItemFound, ...]:
    """Return what a walk came to for each item of a year's list, in its order.

    Evidence that the office names for an item is the answer where a page leads there and it opens; else the place that
    names say. The best candidates are asked for where they were not opened on the walk: a file is there or it is not.
    """
    of_code = {each.id: each for each in items}
    found: dict[str, list[_Candidate]] = {each: [] for each in of_code}
    for number, (code, candidate) in enumerate(_candidates(walk, _Names(of_code, year, names))):
        found[code].append(_Candidate(*candidate, number))
    for code, item in of_code.items():
        found[code] += _own(walk, item, year, (evidence or {}).get(code, ()))
    return tuple(_best(walk, item, found[code]) for code, item in of_code.items())


def _own(walk: SiteWalk, item: Item, year: int, evidence: Sequence[Evidence]) -> Iterator[_Candidate]:
    """Yield the evidence that the office names, as far as a page leads there."""
    for number, each in enumerate(evidence):
        way = walk.way_to(each.url) if each.url else None
        if each.url and way is not None:
            is_of_year = each.about_year is None or each.about_year in asked_years(item, year)
            yield _Candidate(
                address=each.url,
                way=way,
                name=each.title,
                is_title=True,
                is_part=False,
                is_of_year=is_of_year,
                is_scripted=False,
                number=number,
                is_own=True,
            )


def _best(walk: SiteWalk, item: Item, candidates: Iterable[_Candidate]) -> ItemFound:
    tried: dict[str, ItemFound] = {}
    for each in sorted(candidates, key=lambda each: each.rank):
        if each.address and same_site.key(each.address) in tried:
            continue
        if len(tried) >= _MOST_ASKED:
            break
        one = _judged(walk, item, each)
        if one.finding.is_found:
            return one
        tried.setdefault(same_site.key(each.address), one)
    order = list(WalkFinding)
    return min(tried.values(), key=lambda one: order.index(one.finding), default=ItemFound(item, WalkFinding.NOT_FOUND))


def _judged(walk: SiteWalk, item: Item, candidate: _Candidate) -> ItemFound:
    state = None if candidate.is_scripted else walk.state(candidate.address)
    finding = WalkFinding.REACHED if candidate.is_title else WalkFinding.OTHER_NAME
    if candidate.is_scripted:
        finding = WalkFinding.SCRIPTED
    elif state is LeftAlone.ELSEWHERE:
        finding = WalkFinding.OUTSIDE if candidate.is_of_year else WalkFinding.OTHER_YEAR
    elif isinstance(state, LeftAlone):
        finding = WalkFinding.NOT_OPENED
    elif state is not None and state.needs_login:
        finding = WalkFinding.LOGIN
    elif state is not None and not state.opens:
        finding = WalkFinding.DEAD
    elif not candidate.is_of_year:
        finding = WalkFinding.OTHER_YEAR
    elif not walk.holds(candidate.address):
        finding = WalkFinding.OUTSIDE
    told = state if finding in {WalkFinding.NOT_OPENED, WalkFinding.LOGIN, WalkFinding.DEAD} else None
    return ItemFound(item, finding, candidate.address, candidate.way, candidate.name, told)


_Given = tuple[str, tuple[str, ...], str, bool, bool, bool, bool]
"""All of a candidate but its number."""


class _Names:
    """Which items of a year a name speaks of, and whether of a year that is asked for."""

    def __init__(self, items: Mapping[str, Item], year: int, names: ItemNames) -> None:
        self._asked = {code: _years(item, year) for code, item in items.items()}
        self._year = year
        self._names = names

    def read(self, name: str, around: tuple[str, ...]) -> Iterator[tuple[str, bool, bool]]:
        """Yield each item with whether it is named by its title, and whether of a year that is asked for.

        A name without a year is of that of the nearest menu or title around it that has one.
        """
        about = item_names.years(name)
        nearest = next((found for each in reversed(around) if (found := item_names.years(each))), frozenset[int]())
        for item, is_title in self._spoken(name, nearest).items():
            asked = self._asked[item]
            named, accepted = (about, asked) if about else (nearest, {*asked, self._year})
            yield item, is_title, not named or not accepted or bool(named & accepted)

    def _spoken(self, name: str, nearest: frozenset[int]) -> dict[str, bool]:
        """Return the items named; a bare code, which is another item next year, counts where the year stands by it."""
        spoken = {each.item: each.is_title for each in self._names.find(name)}
        code = item_names.code(name)
        is_bare = code in self._asked and not item_names.folded(name)
        return {code: False} if code and is_bare and not spoken and self._year in nearest else spoken


def _candidates(walk: SiteWalk, names: _Names) -> Iterator[tuple[str, _Given]]:
    for visit in walk.visits:
        if visit.page is not None:
            yield from _of_page(visit, visit.page, names)
            yield from _of_links(visit, visit.page, names)


def _of_page(visit: Visit, page: PageMap, names: _Names) -> Iterator[tuple[str, _Given]]:
    around = (*visit.way, *page.titles)
    for name, is_part in (*((each, False) for each in page.titles), *((each, True) for each in page.headings)):
        for item, is_title, is_of_year in names.read(name, around):
            yield item, (visit.address, visit.way, name, is_title, is_part, is_of_year, False)


def _of_links(visit: Visit, page: PageMap, names: _Names) -> Iterator[tuple[str, _Given]]:
    around = (*visit.way, *page.titles)
    for link in page.links:
        way = (*visit.way, *link.words)
        for name in _names_of(link):
            is_own = name == link.about
            for item, is_title, is_of_year in names.read(name, (*around, *link.words)):
                yield item, (link.address, way, name, is_title and is_own, not is_own, is_of_year, False)
    for words in page.scripted:
        for item, is_title, is_of_year in names.read(words[-1], (*around, *words)):
            yield item, (visit.address, (*visit.way, *words), words[-1], is_title, False, is_of_year, True)


def _names_of(link: PageLink) -> Iterator[str]:
    """Yield what a link is called: by its words, and by the name of the file it leads to."""
    if link.words:
        yield link.about
        if same_site.is_file(link.address):
            yield same_site.file_name(link.address)


def _years(item: Item, year: int) -> frozenset[int]:
    """Return the years that a name may speak of for an item; any where what is asked is not made anew each year."""
    if asked := item_names.years(item.title):
        return asked
    if not _OF_A_YEAR.search(item.title):
        return frozenset()
    looks_back = {year - 1} if _LOOKS_BACK.search(item.title) else set[int]()
    return asked_years(item, year) | looks_back
