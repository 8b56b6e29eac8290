"""The frameworks of all years side by side: what each asks and weighs, and what of it goes on from year to year.

Nothing is said here that a framework of this package does not hold; what it does not hold is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ita_site.data.load import packaged_frameworks
from ita_site.saying import words
from ita_site.saying.view.counts import change_counts
from ita_site.saying.words import overview as sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.model import Framework, ItemChange, Provenance
    from ita_site.data.model.period import Period
    from ita_site.saying.view.counts import Count


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact of a framework in words, None where it is not known, and whether it is confirmed."""

    text: str | None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class FrameworkFacts:
    """What the framework of a fiscal year asks and weighs.

    `items` is the number of OIT items, `titled` of how many the title is known, `scores` what one item can get.
    """

    year: int
    weights: KnownFact
    iit_questions: KnownFact
    eit_questions: KnownFact
    items: KnownFact
    titled: int
    scores: KnownFact
    passing: KnownFact
    window: KnownFact


@dataclass(frozen=True, slots=True)
class ScaleOfYears:
    """A scale of levels, and the years that have it; a further condition on a level may not be settled."""

    years: str
    levels: str | None
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedInYears:
    """A name, the years in which it is used, and names seen beside it."""

    name: str
    years: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndicatorNames:
    """An indicator by its number, with its instrument and its names."""

    id: str
    instrument: str
    names: tuple[NamedInYears, ...]


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A number of two years; `of` is what there are so many of."""

    of: str
    before: KnownFact
    after: KnownFact


@dataclass(frozen=True, slots=True)
class FrameworkStep:
    """What goes on from one year's framework to the next, where both say it.

    `counts` is what became of the items as far as they are compared.
    """

    before: int
    after: int
    weights: KnownFact
    names: KnownFact
    questions: tuple[NumberChange, ...]
    items: NumberChange
    levels: KnownFact
    counts: tuple[Count[ItemChange | None], ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class FrameworksCompared:
    """All of it; `unconfirmed_names` are the years whose names of indicators no document has."""

    rows: tuple[FrameworkFacts, ...]
    scales: tuple[ScaleOfYears, ...]
    indicators: tuple[IndicatorNames, ...]
    unconfirmed_names: str
    steps: tuple[FrameworkStep, ...]


def frameworks_compared() -> FrameworksCompared:
    """Return the frameworks that come with this package side by side, the earliest first."""
    known = packaged_frameworks()
    return FrameworksCompared(
        rows=tuple(map(_row, known)),
        scales=tuple(_scales(known)),
        indicators=tuple(_indicators(known)),
        unconfirmed_names=_years([of.year for of in known if not _is_sure(of.indicators_provenance)]),
        steps=tuple(_step(before, after) for before, after in pairwise(known)),
    )


def _row(of: Framework) -> FrameworkFacts:
    weights = [each.weight for each in of.instruments]
    sure = all(_is_sure(each.weight_provenance) for each in of.instruments)
    scores = of.rules.item_scores
    levels = of.levels
    return FrameworkFacts(
        year=of.year,
        weights=KnownFact(" / ".join(f"{each:f}" for each in weights if each is not None) or None, sure),
        iit_questions=_questions(of, "IIT"),
        eit_questions=_questions(of, "EIT"),
        items=_fact(of.item_count, of.item_count_provenance),
        titled=sum(each.id.startswith("O") for each in of.items),
        scores=KnownFact(" / ".join(f"{each:f}" for each in scores) or None, _is_sure(of.rules.item_scores_provenance)),
        passing=_fact(levels.passing if levels else None, levels.provenance if levels else None),
        window=_window(of.oit_window, of.oit_window_provenance),
    )


def _fact(value: object, provenance: Provenance | None) -> KnownFact:
    return KnownFact(None if value is None else str(value), _is_sure(provenance))


def _window(value: Period | None, provenance: Provenance | None) -> KnownFact:
    return KnownFact(words.short_period(value) or None, _is_sure(provenance))


def _questions(of: Framework, instrument: str) -> KnownFact:
    found = next((each for each in of.instruments if each.id == instrument), None)
    return _fact(found.questions, found.questions_provenance) if found else KnownFact(None)


def _is_sure(provenance: Provenance | None) -> bool:
    return words.is_confirmed(provenance)


def _levels(of: Framework) -> str | None:
    return " · ".join(f"{each.name} {each.minimum:f}" for each in of.levels.scale) if of.levels else None


def _scales(known: Sequence[Framework]) -> list[ScaleOfYears]:
    made = []
    for levels, group in groupby(known, key=_levels):
        of = list(group)
        rules = {rule.text: None for each in of if each.levels for rule in each.levels.minimum_rules}
        made.append(ScaleOfYears(_years([each.year for each in of]), levels, tuple(rules)))
    return made


def _years(years: Sequence[int]) -> str:
    """Write years that follow one another as a span: 2562–2565, 2569."""
    spans: list[list[int]] = []
    for year in years:
        if spans and spans[-1][-1] == year - 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(f"{each[0]}–{each[-1]}" if len(each) > 1 else str(each[0]) for each in spans)


def _indicators(known: Sequence[Framework]) -> list[IndicatorNames]:
    ids = dict.fromkeys(each.id for of in known for each in of.indicators)
    return [IndicatorNames(identity, _instrument(known, identity), _names(known, identity)) for identity in ids]


def _instrument(known: Sequence[Framework], identity: str) -> str:
    found = (of.indicator(identity) for of in known)
    return " / ".join(dict.fromkeys(each.instrument for each in found if each is not None))


def _names(known: Sequence[Framework], identity: str) -> tuple[NamedInYears, ...]:
    found: dict[str, list[Framework]] = {}
    for of in known:
        each = of.indicator(identity)
        if each is not None:
            found.setdefault(each.name, []).append(of)
    made = []
    for name, years in found.items():
        aliases = (each.aliases for of in years if (each := of.indicator(identity)) is not None)
        made.append(
            NamedInYears(
                name,
                _years([of.year for of in years]),
                tuple(dict.fromkeys(alias for several in aliases for alias in several)),
            )
        )
    return tuple(made)


def _step(before: Framework, after: Framework) -> FrameworkStep:
    both = (before, after)
    weights = [[each.weight for each in of.instruments] for of in both]
    scales = [_levels(of) for of in both]
    names = {each.id: each.name for each in before.indicators}
    renamed = tuple(each.id for each in after.indicators if each.name != names.get(each.id))
    questions = (NumberChange(each, _questions(before, each), _questions(after, each)) for each in ("IIT", "EIT"))
    crosswalk = after.crosswalk_from(before.year)
    return FrameworkStep(
        before=before.year,
        after=after.year,
        weights=KnownFact(
            None if None in [*weights[0], *weights[1]] else sentences.same(is_same=weights[0] == weights[1]),
            all(_row(of).weights.confirmed for of in both),
        ),
        names=KnownFact(
            sentences.same_names(renamed), all(_is_sure(of.indicators_provenance) for of in both) or bool(renamed)
        ),
        questions=tuple(each for each in questions if each.before.text or each.after.text),
        items=NumberChange("OIT", *(_fact(of.item_count, of.item_count_provenance) for of in both)),
        levels=KnownFact(None if None in scales else sentences.same_levels(is_same=scales[0] == scales[1])),
        counts=change_counts(crosswalk.entries, crosswalk.dropped) if crosswalk else (),
        confirmed=crosswalk is not None and _is_sure(crosswalk.provenance),
    )
