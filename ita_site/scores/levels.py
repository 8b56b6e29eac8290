"""The published level of a year against the scale of its framework.

To 2565 the total alone decides. From 2566 a further condition exists that no document read so far settles: then
each candidate for it is tried, and none is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.model import MinimumOf
from ita_site.scores.tree import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.model import Framework, Levels, MinimumRule
    from ita_site.scores.tree import Score


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible rule, and the level it gives; None when a score it asks for is not known."""

    rule: MinimumRule
    level: str | None


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
        known = [self.computed, *(each.level for each in self.candidates)]
        return tuple(dict.fromkeys(each for each in known if each is not None))


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
    candidates = tuple(Candidate(rule, _by_rule(levels, rule, tree)) for rule in levels.minimum_rules)
    verdict = _agreement(published, [each.level for each in candidates]) if published else None
    return LevelCheck(published, None, candidates, verdict)


def _agreement(published: str | None, given: Sequence[str | None]) -> Verdict:
    if all(level == published for level in given):
        return Verdict.CONSISTENT
    if published not in given and None not in given:
        return Verdict.CONTRADICTED
    return Verdict.UNCHECKED


def _by_rule(levels: Levels, rule: MinimumRule, tree: Score) -> str | None:
    """Return the first level whose line the total, and all that the rule names, have reached."""
    asked = _asked(rule.each, tree)
    for level in levels.scale:
        if tree.published is None or tree.published < level.minimum:
            continue
        if level.name not in rule.levels:
            return level.name
        if any(value is not None and value < level.minimum for value in asked):
            continue
        return None if None in asked else level.name
    return None


def _asked(each: MinimumOf, tree: Score) -> list[Fraction | None]:
    if each is MinimumOf.INDICATOR:
        return [indicator.value for instrument in tree.parts for indicator in instrument.parts]
    instruments = [instrument.value for instrument in tree.parts]
    # The scores of an instrument's parts are published nowhere yet, so what they would decide stays open.
    return [*instruments, None] if each is MinimumOf.INSTRUMENT_PART else instruments
