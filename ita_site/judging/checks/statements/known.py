"""What is known of the scores of the years that a text may speak of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.judging.checks.statements.vocabulary import Vocabulary
from ita_site.judging.scores import Verdict, check_level, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.data.load import Dataset
    from ita_site.data.model import Framework, Result
    from ita_site.judging.scores import Scores

_LAST_PLACE = (Decimal("-0.01"), Decimal(0), Decimal("0.01"))
"""A change of rounded figures, and the rounded change, may differ by one in the last place."""
_ROUNDING = Fraction(3, 200)


@dataclass(frozen=True)
class KnownScores:
    """The scores of a year, of the two before and the one after, and what follows from them.

    `lines` are those that the analysis of the year draws between scores.
    """

    dataset: Dataset
    scores: Scores
    year: int
    lines: frozenset[Decimal]

    @property
    def years(self) -> range:
        """The years that a text of this one may speak of."""
        return range(self.year - 2, self.year + 2)

    def of(self, year: int, reference: str) -> frozenset[Decimal]:
        """Return the figures that a score of a year may be quoted as; none where nothing is known of it."""
        score = self.scores.get(year, reference)
        figures = {rounded(each) for each in (score.published, score.computed) if each is not None} if score else set()
        result = self._result(year)
        for each in result.instruments if result else ():
            if each.id == reference and figures:
                figures |= {each.weighted} if each.weighted is not None else set()
                figures |= {part.score for part in each.parts}
        return frozenset(figures)

    def all_of(self, year: int) -> frozenset[Decimal]:
        """Return the figures of all scores of a year."""
        return self._all.get(year, frozenset())

    @cached_property
    def _all(self) -> dict[int, frozenset[Decimal]]:
        return {year: frozenset(self._figures_of(year)) for year in self.years}

    def _figures_of(self, year: int) -> Iterator[Decimal]:
        for score in self.scores.of(year):
            yield from self.of(year, score.id)
        result = self._result(year)
        for each in result.instruments if result else ():
            yield from (each.weighted,) if each.weighted is not None else ()
            yield from (part.score for part in each.parts)

    def owners(self, year: int, points: Decimal) -> list[str]:
        """Return the references of the scores of a year that are quoted so."""
        return [score.id for score in self.scores.of(year) if points in self.of(year, score.id)]

    def anything(self) -> bool:
        """Tell whether any score of these years is known."""
        return any(True for year in self.years for _ in self.scores.of(year))

    def figures(self) -> frozenset[Decimal]:
        """Return all figures that a text of this year may quote: scores, their changes, lines between them."""
        known = {Decimal(0), Decimal(100), *self.lines}.union(*(self.all_of(year) for year in self.years))
        for year in self.years[1:]:
            for change in self.scores.changes(year):
                known |= {abs(rounded(change)) + slack for slack in _LAST_PLACE}
        for framework in self._frameworks():
            if framework.levels is not None:
                known |= {rounded(level.minimum) for level in framework.levels.scale}
        return frozenset(known)

    def changes(self, year: int, references: Iterable[str], than: int | None = None) -> list[Fraction]:
        """Return the changes of scores from the year before, or from another, as far as they are known."""
        found = (self.scores.change(year, each, than) for each in references)
        return [change for change in found if change is not None]

    def like(self, years: Iterable[int], points: Decimal) -> list[Fraction]:
        """Return all changes of these years, whatever of, that are printed as so many points up or down."""
        changes = (change for year in years for change in self.scores.changes(year))
        return [change for change in changes if self.same_change(change, points)]

    @staticmethod
    def same_change(change: Fraction, points: Decimal) -> bool:
        """Tell whether a change may be printed as so many points, up or down."""
        return abs(abs(change) - Fraction(points)) <= _ROUNDING

    def level(self, year: int, typed: str) -> str | None:
        """Return the level that the result of a year has, where it is not the one typed; None where it may be."""
        result, tree = self._result(year), self.scores.trees.get(year)
        if result is None or tree is None:
            return None
        checked = check_level(self.dataset.frameworks.get(year), typed, tree)
        if result.level is not None:
            by_score = checked is not None and checked.verdict is Verdict.PROVEN  # then the result itself is doubted
            return result.level if result.level != typed and not by_score else None
        if checked is None or checked.verdict is not Verdict.CONTRADICTED:
            return None
        return " หรือ ".join(checked.levels)

    def out_of_level(self, year: int, points: Decimal, typed: str) -> bool:
        """Tell whether so many points cannot be of a level, whatever they are the score of."""
        framework = self.dataset.frameworks.get(year)
        scale = framework.levels.scale if framework and framework.levels else ()
        above: Decimal | None = None
        for level in scale:
            if level.name == typed:
                alone = framework is not None and framework.levels is not None and not framework.levels.minimum_rules
                return points < level.minimum or (alone and above is not None and points >= above)
            above = level.minimum
        return False

    def vocabulary(self) -> Vocabulary:
        """Return the names of indicators and levels of these years."""
        names = {
            name: indicator.id
            for framework in self._frameworks()
            for indicator in framework.indicators
            for name in (indicator.name, *indicator.aliases)
        }
        levels = [level.name for each in self._frameworks() if each.levels for level in each.levels.scale]
        agency = self.dataset.agency.record if self.dataset.agency else None
        own = (agency.name or "").removeprefix(agency.kind or "") if agency else ""
        return Vocabulary(tuple(names.items()), tuple(dict.fromkeys(levels)), own.strip())

    def _result(self, year: int) -> Result | None:
        of_year = self.dataset.years.get(year)
        return of_year.result.record if of_year and of_year.result else None

    def _frameworks(self) -> Iterator[Framework]:
        for year in self.years:
            if (framework := self.dataset.frameworks.get(year)) is not None:
                yield framework
