"""Which municipality has taken over from which, where many are known: both ways, and never by a guess."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ita_site.ground import thai
from ita_site.saying.words.provinces import province_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.saying.facts.records import MunicipalityFacts


Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Succession:
    """The municipality that each one's work goes on in, and those that each one goes on for, by id."""

    successors: Mapping[str, MunicipalityFacts]
    predecessors: Mapping[str, tuple[MunicipalityFacts, ...]]


def succession(facts: Iterable[MunicipalityFacts]) -> Succession:
    """Return who has taken over from whom.

    A municipality names its successor: that is the one of the code it gives, else the only one of the name in its
    province, of several the only one in its district. One that names none has the successor that has its name among
    its former names, in the same district: other districts have municipalities of the same name that go on.
    """
    facts = tuple(facts)
    codes = _grouped((each.code, each) for each in facts if each.code)
    names = _grouped(((_plain(each.name), province_id(each.province)), each) for each in facts)
    former = _grouped((_place(name, each), each) for each in facts for name in each.former_names)
    successors = {}
    for each in facts:
        named = each.successor
        if named is None:
            found = former.get(_place(each.name, each), ())
        elif named.code:
            found = codes.get(named.code, ())
        else:
            found = names.get((_plain(named.name), province_id(each.province)), ())
            near = [one for one in found if one.district == each.district]
            found = near if len(found) > 1 else found
        others = [one for one in found if one.id != each.id]
        if len(others) == 1:
            successors[each.id] = others[0]
    of_each = _grouped((successors[each.id].id, each) for each in facts if each.id in successors)
    return Succession(successors, {name: tuple(before) for name, before in of_each.items()})


def _grouped(pairs: Iterable[tuple[Key, MunicipalityFacts]]) -> dict[Key, list[MunicipalityFacts]]:
    found: dict[Key, list[MunicipalityFacts]] = defaultdict(list)
    for key, each in pairs:
        if each not in found[key]:
            found[key].append(each)
    return dict(found)


def _place(name: str, of: MunicipalityFacts) -> tuple[str, str, str]:
    return _plain(name), of.district or "", province_id(of.province)


def _plain(name: str) -> str:
    return "".join(thai.normalise(name).split())
