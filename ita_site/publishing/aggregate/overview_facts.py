"""What all pages about many municipalities are made from, each thing worked out once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.saying.facts import spreads, succession

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from ita_site.saying.facts.records import MunicipalityFacts
    from ita_site.saying.facts.spreads import Strip
    from ita_site.saying.facts.succession import Succession

MOST_ON_A_PAGE = 400
"""More municipalities than that are listed province by province only."""


@dataclass(frozen=True)
class Overview:
    """The facts, and what follows from all of them together.

    Args:
        facts: those of all municipalities, in the order of `directory.ordered`.
        beside: the ids of those whose sites stand in the folder that this site stands in.

    """

    facts: tuple[MunicipalityFacts, ...]
    beside: Collection[str]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The fiscal years, B.E., of which anything is published, the latest first."""
        return tuple(sorted({of.year for each in self.facts for of in each.years}, reverse=True))

    @cached_property
    def strips(self) -> Mapping[int, tuple[Strip, ...]]:
        """The strips of each year."""
        return {year: spreads.strips(self.facts, year) for year in self.years}

    @cached_property
    def neighbours(self) -> Mapping[str, Sequence[MunicipalityFacts]]:
        """The municipalities of each province by its name."""
        return self._by(lambda each: each.province)

    @cached_property
    def of_kind(self) -> Mapping[str, Sequence[MunicipalityFacts]]:
        """The municipalities of each kind."""
        return self._by(lambda each: each.kind)

    @cached_property
    def succession(self) -> Succession:
        """Who has taken over from whom."""
        return succession.succession(self.facts)

    @property
    def is_small(self) -> bool:
        """Whether all municipalities fit on one page."""
        return len(self.facts) <= MOST_ON_A_PAGE

    def _by(self, name: Callable[[MunicipalityFacts], str]) -> Mapping[str, Sequence[MunicipalityFacts]]:
        found: dict[str, list[MunicipalityFacts]] = defaultdict(list)
        for each in self.facts:
            found[name(each)].append(each)
        return found
