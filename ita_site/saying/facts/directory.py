"""The municipalities by province and district, in the order of their names, and those like one of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.addresses import Kind, Subject
from ita_site.saying.words import overview as words
from ita_site.saying.words.provinces import OTHER, PROVINCES, province_id, province_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_site.saying.facts.records import MunicipalityFacts

_MOST_ALIKE, _FEW_ALIKE = 12, 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A municipality in a list: its kind stands before the rest of its name where the name begins with it."""

    id: str
    kind: str
    before: str
    name: str
    district: str
    province: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """The municipalities of a district; it has no name where they lie in none."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ProvinceList:
    """The municipalities of a province, district by district; `url` is its page."""

    id: str
    name: str
    url: str
    count: int
    groups: tuple[Group, ...]


def entry(each: MunicipalityFacts) -> Entry:
    """Return a municipality as lists have it."""
    rest = each.name.removeprefix(each.kind)
    before, name = (each.kind, rest) if rest and rest != each.name else ("", each.name)
    return Entry(each.id, each.kind, before, name, each.district or "", each.province, page_of(each))


def page_of(each: MunicipalityFacts) -> str:
    """Return the address of the page of a municipality."""
    return Subject(Kind.MUNICIPALITY, id=each.id).address


def ordered(facts: Iterable[MunicipalityFacts]) -> tuple[MunicipalityFacts, ...]:
    """Return municipalities by province, district and name: by nothing that could be a merit."""
    return tuple(sorted(facts, key=_order))


def _order(each: MunicipalityFacts) -> tuple[object, ...]:
    known = province_of(each.province)
    name = known.name if known else each.province
    return (known is None, _spelt(name), _spelt(each.district or ""), _spelt(each.name), each.id)


def _spelt(name: str) -> str:
    """Return a name so that it stands where a Thai dictionary has it: a vowel written before its consonant, behind."""
    letters = list(thai.normalise(name))
    place = 0
    while place < len(letters) - 1:
        if letters[place] in "เแโใไ":
            letters[place : place + 2] = letters[place + 1], letters[place]
            place += 1
        place += 1
    return "".join(letters)


def provinces(facts: Sequence[MunicipalityFacts]) -> tuple[ProvinceList, ...]:
    """Return the provinces that have any, of municipalities in their order; those of no known name are one."""
    names = {each.id: each.name for each in PROVINCES}
    found = []
    for identity, of in groupby(facts, key=lambda each: province_id(each.province)):
        entries = [entry(each) for each in of]
        groups = tuple(
            Group(words.place(*place, is_other=identity == OTHER), tuple(inside))
            for place, inside in groupby(entries, key=lambda each: (each.province, each.district))
        )
        url = Subject(Kind.PROVINCE, id=identity).address
        found.append(ProvinceList(identity, names.get(identity, words.OTHER_PROVINCE), url, len(entries), groups))
    return tuple(found)


def alike(
    one: MunicipalityFacts, neighbours: Sequence[MunicipalityFacts], of_kind: Sequence[MunicipalityFacts]
) -> tuple[MunicipalityFacts, ...]:
    """Return others of the same kind: those of the province, of the same size first, then of the district.

    A city has hardly another in its province: where there are few, those of other provinces follow, in their order.

    Args:
        one: whom they are like.
        neighbours: those of its province.
        of_kind: those of its kind.

    """
    same = [each for each in neighbours if each.kind == one.kind and each.id != one.id]
    same.sort(key=lambda each: (one.size is not None and each.size != one.size, each.district != one.district))
    if len(same) < _FEW_ALIKE:
        others = [each for each in of_kind if each.province != one.province]
        same += sorted(others, key=lambda each: one.size is not None and each.size != one.size)
    return tuple(same[:_MOST_ALIKE])


def twins(facts: Iterable[MunicipalityFacts]) -> tuple[str, ...]:
    """Say which municipalities cannot be told apart: by their name and place, or by their code."""
    names: dict[tuple[str, str, str], list[str]] = {}
    codes: dict[str, list[str]] = {}
    for each in facts:
        place = (thai.normalise(each.name), each.district or "", province_id(each.province))
        names.setdefault(place, []).append(each.id)
        if each.code:
            codes.setdefault(each.code, []).append(each.id)
    same_names = (words.same_name(name, ", ".join(sorted(ids))) for (name, _, _), ids in names.items() if len(ids) > 1)
    same_codes = (words.same_code(code, ", ".join(sorted(ids))) for code, ids in codes.items() if len(ids) > 1)
    return (*same_names, *same_codes)
