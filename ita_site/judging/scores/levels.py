"""The published level of a year against the scale of its framework.

To 2565 the total alone decides. From 2566 a further condition exists that no document read so far settles: then
each candidate for it is tried, and none is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import MinimumOf
from ita_site.judging.scores.tree import Bounds, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.data.model import Framework, Levels, MinimumRule
    from ita_site.judging.scores.tree import Score


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible rule, and the level it gives; None when a score it asks for is not known.

    `possible` are all the levels that it may then give.
    """

    rule: MinimumRule
    possible: tuple[str, ...]

    @property
    def level(self) -> str | None:
        """The level the rule gives, where the known scores leave no other."""
        return self.possible[0] if len(self.possible) == 1 else None


@dataclass(frozen=True, slots=True)
class LevelCheck:
    """A published level beside what the scale gives.

    `computed` is the level by the total alone, where the total alone decides. With candidates the verdict is
    `consistent` when all of them give the published level, `contradicted` when all give another, else `unchecked`.
    """

    published: str | None
    computed: str | None
    candidates: tuple[Candidate, ...]
    verdict: Verdict | None

    @property
    def levels(self) -> tuple[str, ...]:
        """All levels that the rules give, each once, highest first as far as the candidates go."""
        known = [(self.computed,), *(each.possible for each in self.candidates)]
        return tuple(dict.fromkeys(each for group in known for each in group if each is not None))


def level_of(levels: Levels, points: Fraction | Decimal) -> str | None:
    """Return the level that this many points alone earn, by the lowest line of each level."""
    return next((level.name for level in levels.scale if points >= level.minimum), None)


def check_level(framework: Framework | None, published: str | None, tree: Score) -> LevelCheck | None:
    """Compare a year's published level with its scores; None where the framework has no scale."""
    levels = framework.levels if framework else None
    if levels is None or tree.published is None:
        return None
    if not levels.minimum_rules:
        computed = level_of(levels, tree.published)
        proven = Verdict.PROVEN if computed == published else Verdict.CONTRADICTED
        return LevelCheck(published, computed, (), proven if published else None)
    candidates = tuple(Candidate(rule, tuple(_by_rule(levels, rule, tree))) for rule in levels.minimum_rules)
    verdict = _agreement(published, candidates) if published else None
    return LevelCheck(published, None, candidates, verdict)


def _agreement(published: str, candidates: Sequence[Candidate]) -> Verdict:
    if all(each.level == published for each in candidates):
        return Verdict.CONSISTENT
    if all(published not in each.possible for each in candidates):
        return Verdict.CONTRADICTED
    return Verdict.UNCHECKED


def _by_rule(levels: Levels, rule: MinimumRule, tree: Score) -> Iterator[str]:
    """Yield each level whose line the total, and all that the rule names, have reached or may have."""
    asked = _asked(rule.each, tree)
    for level in levels.scale:
        if tree.published is None or tree.published < level.minimum:
            continue
        if level.name not in rule.levels or all(each is not None and each.low >= level.minimum for each in asked):
            yield level.name
            return
        if all(each is None or each.high >= level.minimum for each in asked):
            yield level.name


def _asked(each: MinimumOf, tree: Score) -> list[Bounds | None]:
    if each is MinimumOf.INDICATOR:
        indicators = [_decisive(indicator) for instrument in tree.parts for indicator in instrument.parts]
        # An instrument is the mean of its indicators: printed below a line, it has one below it, printed or not.
        printed = [_decisive(instrument) for instrument in tree.parts if instrument.published is not None]
        return [*indicators, *printed]
    instruments = [_decisive(instrument) for instrument in tree.parts]
    # The scores of an instrument's parts are published nowhere yet, so what they would decide stays open.
    return [*instruments, None] if each is MinimumOf.INSTRUMENT_PART else instruments


def _decisive(score: Score) -> Bounds | None:
    """Return between what a score lies: it counts as printed, or as what its parts allow."""
    return score.bounds if score.published is None else Bounds.exactly(score.published)
