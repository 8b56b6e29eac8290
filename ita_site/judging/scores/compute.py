"""The published scores of a year, by the rules of its framework, into a tree; and the trees of all years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.data.model import Framework, Indicator, ItemChange, Method, Result, SubIndicator, kind_of
from ita_site.ground import reading_log
from ita_site.judging.scores.tree import TOTAL, Bounds, Score, mean, one_of, weighted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Dataset
    from ita_site.data.model import Continuation


_LASTING = frozenset(["instrument", "indicator"])
"""What has kept its name and meaning since 2562: compared from year to year as it is."""


def compute(framework: Framework | None, result: Result) -> Score:
    """Return the tree of one year: total → instruments → indicators → sub-indicators → items.

    Without a framework the tree holds the total alone with the indicators below it.
    """
    if framework is None:
        parts = tuple(Score(score.id, score.score, None) for score in result.indicators)
        return Score(TOTAL, result.total, None, parts=parts)
    return _Computation(framework, result).total()


class _Computation:
    """The scores of one year while they are put together."""

    def __init__(self, framework: Framework, result: Result) -> None:
        self.framework = framework
        self.rules = framework.rules
        self.result = result
        self.published = published_scores(result)
        # A document that lists all items with nothing says what the others got, where items earn all or nothing.
        earned = sorted(framework.rules.item_scores)
        self.implied = earned[-1] if result.zero_items and len(earned) == 2 and earned[0] == 0 else None

    def total(self) -> Score:
        instruments = []
        for instrument in self.framework.instruments:
            indicators = tuple(
                self.indicator(each) for each in self.framework.indicators if each.instrument == instrument.id
            )
            rule = self.rules.instrument
            known = rule is not None and rule.method is Method.MEAN_OF_INDICATORS
            computed, bounds = mean(indicators) if known else (None, None)
            published = self.published.get(instrument.id)
            instruments.append(Score(instrument.id, published, computed, rule, indicators, instrument.weight, bounds))
        rule = self.rules.total
        known = rule is not None and rule.method is Method.WEIGHTED_INSTRUMENTS
        computed, bounds = weighted(instruments) if known else (None, None)
        return Score(TOTAL, self.result.total, computed, rule, tuple(instruments), bounds=bounds)

    def indicator(self, indicator: Indicator) -> Score:
        rules = self.rules
        rule = {"IIT": rules.iit_indicator, "EIT": rules.eit_indicator, "OIT": rules.oit_indicator}[
            indicator.instrument
        ]
        method = rule.method if rule else None
        subs = tuple(self.subindicator(each) for each in indicator.subindicators)
        items = tuple(self.item(each) for each in indicator.items)
        computed, bounds = None, None
        if method is Method.MEAN_OF_SUBINDICATORS and all(each.items or each.among for each in indicator.subindicators):
            computed, bounds = mean(subs)
        elif method is Method.MEAN_OF_ITEMS:
            computed, bounds = mean(items)
        published = self.published.get(indicator.id)
        return Score(indicator.id, published, computed, rule, (*subs, *items), bounds=bounds)

    def subindicator(self, sub: SubIndicator) -> Score:
        published = self.published.get(sub.id)
        rule = self.rules.subindicator
        if rule is None or rule.method is not Method.MEAN_OF_ITEMS:
            return Score(sub.id, published, None, rule, tuple(self.item(each) for each in sub.items))
        if sub.among:
            computed, bounds = one_of([self.item(each) for each in sub.among])
            return Score(sub.id, published, computed, rule, bounds=bounds, among=sub.among)
        items = tuple(self.item(each) for each in sub.items)
        computed, bounds = mean(items)
        return Score(sub.id, published, computed, rule, items, bounds=bounds)

    def item(self, reference: str) -> Score:
        published = self.published.get(reference)
        if published is None and self.implied is not None and reference.startswith("O"):
            earned = Fraction(self.implied)
            return Score(reference, None, earned, bounds=Bounds.exactly(earned), implied=True)
        exact = reference.startswith("O") and published in self.rules.item_scores
        return Score(reference, published, None, exact=exact)


class Scores:
    """The trees of all years of a dataset, with each score at hand; to ask for one is to read the result it is of."""

    def __init__(
        self,
        trees: Mapping[int, Score],
        by_id: Mapping[tuple[int, str], Score],
        continued: Mapping[tuple[int, str], Continuation],
        files: Mapping[int, str],
    ) -> None:
        """Hold the trees by year, and the results they were made from by their names."""
        self.trees: Mapping[int, Score] = reading_log.FileValues(trees, files.__getitem__)
        self._by_id = by_id
        self._continued = continued
        self._files = files
        self._of_years: dict[int, list[Score]] = {}
        for (year, _), score in by_id.items():
            self._of_years.setdefault(year, []).append(score)
        self._memory = reading_log.Memory()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scores) and (self.trees, self._by_id) == (other.trees, other._by_id)

    def __hash__(self) -> int:
        return hash(tuple(self._by_id))

    def get(self, year: int, reference: str = TOTAL) -> Score | None:
        """Return a score of a year, None where nothing is known of it."""
        if year in self._files:
            reading_log.note(self._files[year])
        return self._by_id.get((year, reference))

    def of(self, year: int) -> Iterator[Score]:
        """Yield every score of a year."""
        if year in self._files:
            reading_log.note(self._files[year])
        yield from self._of_years.get(year, ())

    def changes(self, year: int) -> tuple[Fraction, ...]:
        """Return every change from the year before that may be told."""
        return self._memory.value(year, lambda: self._changes(year))

    def _changes(self, year: int) -> tuple[Fraction, ...]:
        found = (self.change(year, score.id) for score in self.of(year))
        return tuple(each for each in found if each is not None)

    def before(self, year: int, reference: str = TOTAL, than: int | None = None) -> Score | None:
        """Return the score of an earlier year, or the year before, that this one is compared with, if one may be.

        The total, the instruments and the ten indicators mean the same each year. What is below them is compared
        only where the framework's crosswalk says that it continues one thing unchanged.
        """
        earlier = year - 1 if than is None else than
        if reference == TOTAL or kind_of(reference) in _LASTING:
            return self.get(earlier, reference)
        continued = self._continued.get((year, reference)) if earlier == year - 1 else None
        if continued is None or continued.change is not ItemChange.SAME or len(continued.was) != 1:
            return None
        return self.get(earlier, continued.was[0])

    def change(self, year: int, reference: str = TOTAL, than: int | None = None) -> Fraction | None:
        """Return the change in points from an earlier year; None unless both figures are known and comparable."""
        now, before = self.get(year, reference), self.before(year, reference, than)
        if now is None or before is None or now.value is None or before.value is None:
            return None
        return now.value - before.value

    def continued(self, year: int, reference: str) -> Continuation | None:
        """Return what the framework says an item or sub-indicator continues from the year before, if it says."""
        return self._continued.get((year, reference))


def compute_all(dataset: Dataset) -> Scores:
    """Compute the tree of every year that has a result."""
    loaded = {year: each.result for year, each in dataset.years.items() if each.result is not None}
    results = {year: each.record for year, each in loaded.items()}
    trees = {year: compute(dataset.frameworks.get(year), result) for year, result in results.items()}
    by_id = {(year, score.id): score for year, tree in trees.items() for score in tree.walk()}
    # A published score that the framework has no place for is still a published score.
    for year, result in results.items():
        for reference, points in published_scores(result).items():
            by_id.setdefault((year, reference), Score(reference, points, None))
    files = {year: each.document.name for year, each in loaded.items()}
    return Scores(trees, by_id, _continuations(dataset.frameworks), files)


def _continuations(frameworks: Mapping[int, Framework]) -> dict[tuple[int, str], Continuation]:
    return {
        (year, entry.id): entry
        for year, framework in frameworks.items()
        if (crosswalk := framework.crosswalk_from(year - 1)) is not None
        for entry in crosswalk.entries
    }


def published_scores(result: Result) -> dict[str, Decimal]:
    """Return every score a result publishes below the total, by its reference."""
    zero = dict.fromkeys(result.zero_items, Decimal(0))
    return zero | {
        score.id: score.score
        for scores in (result.instruments, result.indicators, result.subindicators, result.items)
        for score in scores
        if score.score is not None
    }
