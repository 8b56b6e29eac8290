"""How a year's scores are computed: every step from the items to the total, with what is proven of each figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Method, kind_of
from ita_site.judging.scores import TOTAL, check_level, rounded
from ita_site.saying import words
from ita_site.saying.view.counts import verdict_counts
from ita_site.saying.view.marks import Marks
from ita_site.saying.words import computation as sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.load import Year
    from ita_site.data.model import Framework, Provenance, Result
    from ita_site.judging.scores import LevelCheck, Score, Verdict
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.marks import EditMark


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a score as a sum shows it: its figure with its weight, where that comes from, and a note on it."""

    name: str
    figure: str
    origin: str
    note: str | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class Computation:
    """One score with its sum, what that gives, and between which points it can lie.

    `why_not` says why the score cannot be computed; it is empty where it can.
    """

    score: Score
    title: str
    anchor: str
    terms: tuple[Term, ...]
    formula: str
    result: str
    bounds: str
    why_not: str
    note: str | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class ComputationGroup:
    """Scores that are computed by one rule, together; `about` names what they make up, empty at the top."""

    about: str
    anchor: str
    method: str
    provenance: Provenance | None
    scores: tuple[Computation, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """The published level of a year beside what the scale of its framework gives."""

    year: int
    result: Result
    framework: Framework | None
    check: LevelCheck | None
    marks: tuple[EditMark, ...]


@dataclass(frozen=True, slots=True)
class ComputationView:
    """What the page about the scores of a year says; `items` counts the items whose score is published."""

    framework: Framework | None
    result: Result
    counts: tuple[Count[Verdict], ...]
    items: int
    total: ComputationGroup
    level: LevelView
    instruments: ComputationGroup | None
    indicators: tuple[ComputationGroup, ...]
    subindicators: tuple[ComputationGroup, ...]


def computation(lookup: Lookup, year: int, result: Result) -> ComputationView:
    """Return how the scores of a year with a result are computed."""
    tree, framework = lookup.scores.trees[year], lookup.framework(year)
    parts = known_parts(lookup, year)
    computations = Computations(lookup, year)
    return ComputationView(
        framework=framework,
        result=result,
        counts=verdict_counts(tree),
        items=sum(score.published is not None for score in tree.walk() if _is_source(score)),
        total=computations.group("", (tree,)),
        level=LevelView(
            year, result, framework, check_level(framework, result.level, tree), Marks(result.edits).at("level")
        ),
        instruments=computations.group("", parts) if parts else None,
        indicators=tuple(computations.group(each.id, each.parts) for each in parts if each.parts),
        subindicators=tuple(
            computations.group(indicator.id, subindicators)
            for instrument in parts
            for indicator in instrument.parts
            if (subindicators := [each for each in indicator.parts if kind_of(each.id) == "subindicator"])
            and any(each.bounds is not None or each.published is not None for each in subindicators)
        ),
    )


def known_parts(lookup: Lookup, year: int) -> tuple[Score, ...]:
    """Return the instruments of a year, when any score below its total is known: else there is nothing to compute."""
    tree = lookup.scores.trees.get(year)
    if tree is None or lookup.framework(year) is None:
        return ()
    return tree.parts if any(score.value is not None for part in tree.parts for score in part.walk()) else ()


def _is_source(score: Score) -> bool:
    return score.id != TOTAL and kind_of(score.id) == "item"


def _notes(year: Year) -> Mapping[str, str | None]:
    if year.result is None:
        return {}
    result = year.result.record
    lists = (result.instruments, result.indicators, result.subindicators, result.items)
    return {TOTAL: result.total_note} | {score.id: score.note for scores in lists for score in scores}


class Computations:
    """Makes the computations of the scores of one year."""

    def __init__(self, lookup: Lookup, year: int) -> None:
        self._lookup = lookup
        self._notes = _notes(lookup.years[year])
        self.year = year

    def group(self, about: str, scores: Sequence[Score]) -> ComputationGroup:
        """Return the scores that make up another, with the rule by which each of them is computed."""
        rule = scores[0].rule
        return ComputationGroup(
            about=self._lookup.label(self.year, about) if about else "",
            anchor=f"parts{about.lower()}" if about else "",
            method=words.method(scores[0].method),
            provenance=rule.provenance if rule else None,
            scores=tuple(self.of(each) for each in scores),
        )

    def of(self, score: Score) -> Computation:
        """Return how one score is computed."""
        lookup, year = self._lookup, self.year
        parts = score.parts or tuple(
            part for each in score.among if (part := lookup.scores.get(year, each)) is not None
        )
        return Computation(
            score=score,
            title=words.TOTAL_SCORE if score.id == TOTAL else lookup.label(year, score.id),
            anchor=_anchor(score.id),
            terms=tuple(self._term(each) for each in parts if each.value is not None),
            formula=_formula(score),
            result="" if score.computed is None else words.exact(score.computed),
            bounds=_bounds(score),
            why_not=_why_not(score),
            note=self._notes.get(score.id),
            marks=lookup.marks(year, score.id),
        )

    def _term(self, score: Score) -> Term:
        figure = "" if score.value is None else words.exact(score.value)
        if score.weight is not None:
            figure = f"{figure} × {words.percent(score.weight)}%"
        label, marks = self._lookup.label(self.year, score.id), self._lookup.marks(self.year, score.id)
        return Term(label, figure, _origin(score), self._notes.get(score.id), marks)


def _origin(score: Score) -> str:
    """Say where the figure of a part comes from."""
    if score.published is not None:
        return sentences.PUBLISHED
    if score.implied:
        return sentences.NOT_IN_ZERO_ITEMS
    return "" if score.computed is None else sentences.COMPUTED


def _formula(score: Score) -> str:
    """Write the sum that gives a score; empty where nothing is summed."""
    if score.computed is None or not (score.parts or score.among):
        return ""
    if score.among:
        return sentences.equal_items(score.among[0], score.among[-1])
    values = [words.exact(each.value) for each in score.parts if each.value is not None]
    if score.method is Method.WEIGHTED_INSTRUMENTS:
        shares = [words.percent(each.weight) for each in score.parts if each.weight is not None]
        return " + ".join(f"{value} × {share}%" for value, share in zip(values, shares, strict=True))
    return f"({' + '.join(values)}) ÷ {len(values)}"


def _anchor(reference: str) -> str:
    if reference == TOTAL:
        return "total"
    return f"{kind_of(reference)}-{reference.replace('.', '-').lower()}"


def _bounds(score: Score) -> str:
    """Write between which points the score lies, where that is more than one figure."""
    if score.bounds is None:
        return ""
    low, high = rounded(score.bounds.low), rounded(score.bounds.high)
    return "" if low == high else sentences.interval(f"{low:.2f}", f"{high:.2f}")


def _why_not(score: Score) -> str:
    """Say why a score cannot be computed."""
    if score.bounds is not None or score.computed is not None:
        return ""
    if score.method is None:
        return sentences.METHOD_UNKNOWN
    if not score.parts and not score.among:
        return sentences.ITEMS_UNKNOWN
    if all(part.value is not None for part in score.parts):
        return sentences.PARTS_UNKNOWN
    return sentences.PARTS_NOT_PRINTED
