"""What a score could be at the least and at the most, whatever the parts are that nobody printed.

Where a part is missing a sum cannot be proven, but it can be impossible: a total that would need an instrument of
more than 100 points.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.data.model import Method
from ita_site.judging.scores.tree import TOTAL, Bounds, combined

if TYPE_CHECKING:
    from ita_site.judging.scores.tree import Score

_ANY = Bounds(Fraction(0), Fraction(100))


def attainable(score: Score) -> Bounds:
    """Return the least and the most points that a score can have, by itself or by what is known of its parts."""
    return score.possible or _by_parts(score) or _ANY


def out_of_reach(score: Score) -> Bounds | None:
    """Return what the parts of a printed score can give, where that can not be the score although some are missing."""
    if score.published is None or score.bounds is not None:
        return None
    reach = _by_parts(score)
    return None if reach is None or reach.meet(Bounds.printed(score.published)) else reach


def _by_parts(score: Score) -> Bounds | None:
    if score.id != TOTAL and score.method is not Method.MEAN_OF_INDICATORS:
        return None
    shares = _shares(score)
    return combined([attainable(part) for part in score.parts], shares) if shares else None


def _shares(score: Score) -> list[Fraction]:
    """Return the share of each part in the whole, nothing where the rule is not known."""
    if score.method is Method.MEAN_OF_INDICATORS:
        return [Fraction(1, len(score.parts)) for _ in score.parts]
    weights = [Fraction(part.weight) / 100 for part in score.parts if part.weight is not None]
    known = score.method is Method.WEIGHTED_INSTRUMENTS and len(weights) == len(score.parts)
    return weights if known else []
