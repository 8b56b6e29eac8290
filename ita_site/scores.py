"""Published scores and a framework into a tree of computed scores: exact fractions, no text, no rounding.

Every score keeps two figures apart: what was published, and what its parts give by the framework's rule.
A part counts as published; where it was not published, as computed. So each step can be followed with the
figures a reader sees, and a slip in one place does not spread to the total.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.model import Framework, Indicator, Method, Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.load import Dataset

TOTAL = "total"
"""The reference of the root of a tree."""


@dataclass(frozen=True, slots=True)
class Score:
    """One score of a year, in points from 0 to 100, and the parts it is made of.

    `computed` is None when a part is missing or the rule is not known; `weight` is the share of this score
    in its parent, in the parent's own points (of 100), where the rule weighs.
    """

    id: str
    published: Decimal | None
    computed: Fraction | None
    method: Method | None = None
    parts: tuple[Score, ...] = ()
    weight: Decimal | None = None

    @property
    def value(self) -> Fraction | None:
        """The figure that counts: the published one where there is one."""
        return self.computed if self.published is None else Fraction(self.published)

    @property
    def differs(self) -> bool:
        """Tell whether the published figure is not what its parts give, rounded to two decimals."""
        return self.published is not None and self.computed is not None and rounded(self.computed) != self.published

    def walk(self) -> Iterator[Score]:
        """Yield this score and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@lru_cache(maxsize=4_096)
def rounded(value: Fraction | Decimal) -> Decimal:
    """Round half up to two decimals, as the published figures are; for showing, once, at the end."""
    cents = math.floor(abs(Fraction(value)) * 100 + Fraction(1, 2))
    return Decimal(cents if value >= 0 else -cents).scaleb(-2)


def compute(framework: Framework | None, result: Result) -> Score:
    """Return the tree of one year: total → instruments → indicators → sub-indicators → items.

    Without a framework the tree holds the total alone with the indicators below it.
    """
    published = published_scores(result)
    if framework is None:
        parts = tuple(Score(score.id, score.score, None) for score in result.indicators)
        return Score(TOTAL, result.total, None, parts=parts)
    rules = framework.rules
    instruments = []
    for instrument in framework.instruments:
        indicators = tuple(
            _indicator(indicator, framework, published)
            for indicator in framework.indicators
            if indicator.instrument == instrument.id
        )
        method = rules.instrument.method if rules.instrument else None
        instruments.append(
            Score(
                instrument.id,
                published.get(instrument.id),
                _mean(indicators) if method is Method.MEAN_OF_INDICATORS else None,
                method,
                indicators,
                instrument.weight,
            )
        )
    method = rules.total.method if rules.total else None
    total = _weighted(instruments) if method is Method.WEIGHTED_INSTRUMENTS else None
    return Score(TOTAL, result.total, total, method, tuple(instruments))


@dataclass(frozen=True)
class Scores:
    """The trees of all years of a dataset, with each score at hand."""

    trees: dict[int, Score]
    _by_id: dict[tuple[int, str], Score]

    def get(self, year: int, reference: str = TOTAL) -> Score | None:
        """Return a score of a year, None where nothing is known of it."""
        return self._by_id.get((year, reference))

    def change(self, year: int, reference: str = TOTAL) -> Fraction | None:
        """Return the change in points from the year before; None unless both figures are known."""
        now, before = self.get(year, reference), self.get(year - 1, reference)
        if now is None or before is None or now.value is None or before.value is None:
            return None
        return now.value - before.value


def compute_all(dataset: Dataset) -> Scores:
    """Compute the tree of every year that has a result."""
    trees = {
        year: compute(dataset.frameworks.get(year), each.result.record)
        for year, each in dataset.years.items()
        if each.result is not None
    }
    by_id = {(year, score.id): score for year, tree in trees.items() for score in tree.walk()}
    # A published score that the framework has no place for is still a published score.
    for year, each in dataset.years.items():
        if each.result is not None:
            for reference, points in published_scores(each.result.record).items():
                by_id.setdefault((year, reference), Score(reference, points, None))
    return Scores(trees, by_id)


def published_scores(result: Result) -> dict[str, Decimal]:
    """Return every score a result publishes below the total, by its reference."""
    return {
        score.id: score.score
        for scores in (result.instruments, result.indicators, result.subindicators, result.items)
        for score in scores
        if score.score is not None
    }


def _indicator(indicator: Indicator, framework: Framework, published: dict[str, Decimal]) -> Score:
    rules = framework.rules
    rule = {"IIT": rules.iit_indicator, "EIT": rules.eit_indicator, "OIT": rules.oit_indicator}[indicator.instrument]
    method = rule.method if rule else None
    subs = []
    for sub in indicator.subindicators:
        items = tuple(Score(item, published.get(item), None) for item in sub.items)
        by_items = rules.subindicator is not None and rules.subindicator.method is Method.MEAN_OF_ITEMS
        subs.append(
            Score(
                sub.id,
                published.get(sub.id),
                _mean(items) if by_items else None,
                Method.MEAN_OF_ITEMS if by_items else None,
                items,
            )
        )
    items = tuple(Score(item, published.get(item), None) for item in indicator.items)
    computed = None
    if method is Method.MEAN_OF_SUBINDICATORS:
        computed = _mean(subs)
    elif method is Method.MEAN_OF_ITEMS:
        computed = _mean(items)
    return Score(indicator.id, published.get(indicator.id), computed, method, (*subs, *items))


def _mean(parts: Sequence[Score]) -> Fraction | None:
    values = [part.value for part in parts]
    if not values or None in values:
        return None
    return sum((value for value in values if value is not None), Fraction(0)) / len(values)


def _weighted(parts: Sequence[Score]) -> Fraction | None:
    total = Fraction(0)
    for part in parts:
        if part.value is None or part.weight is None:
            return None
        total += part.value * Fraction(part.weight) / 100
    return total
