"""How the scores of a year are computed, as the blocks of a paper: every step, and every part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.judging.scores import Verdict
from ita_site.publishing.documents.contents.blocks import figure, heading, line, plain_list, said, spaced
from ita_site.publishing.documents.contents.column_widths import table
from ita_site.publishing.documents.contents.official import facts
from ita_site.publishing.documents.paper import BodyText, Cell, ItemList, ListItem
from ita_site.saying import words
from ita_site.saying.words import papers
from ita_site.saying.words import papers_of_scores as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.publishing.documents.paper import Block, Words
    from ita_site.saying.view.computation import Computation, ComputationGroup, ComputationView, LevelView, Term

_TITLES = (sentences.SCORE, sentences.PUBLISHED, sentences.COMPUTED, sentences.VERDICT)
_IN_DOUBT = frozenset({Verdict.CONSISTENT, Verdict.CONTRADICTED})
"""The verdicts that a reader wants to know the bounds of."""


def computation_blocks(view: ComputationView, year: int) -> Iterator[Block]:
    """Yield how the scores of a year are computed, from the total down."""
    yield from _checked(view)
    if view.framework:
        for each in sentences.EXPLAINED:
            yield BodyText(said(each), indented=True)
    else:
        yield line(sentences.no_framework(year))
    yield heading(1, sentences.TOTAL)
    yield from _scores(view.total, sentences.figures_of(sentences.TOTAL, year))
    yield heading(1, sentences.LEVEL)
    yield from facts(_level(view.level))
    if view.instruments:
        yield heading(1, sentences.INSTRUMENTS)
        yield from _scores(view.instruments, sentences.figures_of(sentences.INSTRUMENTS, year))
        yield heading(1, sentences.INDICATORS)
        yield from _groups(view.indicators, sentences.INDICATORS)
    elif view.framework:
        yield line(sentences.NO_PARTS)
    if view.subindicators:
        yield heading(1, sentences.SUBINDICATORS)
        yield from _groups(view.subindicators, sentences.SUBINDICATORS)
    if view.result.notes:
        yield heading(1, papers.NOTES)
        yield from plain_list(view.result.notes)


def _checked(view: ComputationView) -> Iterator[Block]:
    """Yield how many of the published figures are proven, and how many are not."""
    counts = [said(sentences.counted(words.verdict(each.state), each.count, sentences.FIGURES)) for each in view.counts]
    yield from facts(((sentences.CHECKED, spaced(*counts, separator=", ")),))
    if view.items:
        yield line(sentences.source_items(view.items))


def _groups(groups: tuple[ComputationGroup, ...], name: str) -> Iterator[Block]:
    for each in groups:
        yield heading(2, each.about)
        yield from _scores(each, sentences.parts_of(name, each.about))


def _scores(group: ComputationGroup, caption: str) -> Iterator[Block]:
    yield line(sentences.method(group.method, words.confirmed(group.provenance)))
    rows = [
        (
            Cell((line(each.title),)),
            _published(each),
            Cell(tuple(_computed(each))),
            Cell(tuple(_verdict(each))),
        )
        for each in group.scores
    ]
    yield table(caption, _TITLES, rows, of_figures=frozenset({sentences.PUBLISHED}))


def _published(each: Computation) -> Cell:
    published = each.score.published
    if published is None:
        return Cell((line(sentences.NOT_PRINTED),))
    return figure(words.points(published), published, each.marks)


def _computed(each: Computation) -> Iterator[BodyText | ItemList]:
    """Yield what the parts of a score give, with the sum, and the parts themselves."""
    if each.result:
        yield line(words.points(each.score.computed), bold=True)
        yield line(sentences.equation(each.formula, each.result))
    elif each.bounds:
        yield line(each.bounds)
        yield line(sentences.ONLY_BOUNDS)
    else:
        yield line(each.why_not)
    if each.terms:
        yield line(sentences.parts(len(each.terms)))
        yield ItemList(tuple(ListItem("-", _term(term)) for term in each.terms))


def _term(term: Term) -> tuple[Words, ...]:
    return spaced(said(f"{term.name}: {term.figure}", term.marks), said(term.origin), said(term.note or "")).words


def _verdict(each: Computation) -> Iterator[BodyText]:
    verdict = each.score.verdict
    if verdict is None:
        yield line(sentences.NOTHING_TO_CHECK)
        return
    yield line(words.verdict(verdict))
    if each.bounds and verdict in _IN_DOUBT:
        yield line(sentences.possible(each.bounds))
    if each.note:
        yield line(each.note)


def _level(level: LevelView) -> Iterator[tuple[str, BodyText]]:
    """Yield the published level beside what the scale gives."""
    published, check = level.result.level, level.check
    scale = level.framework.levels if level.framework else None
    named = said(published, level.marks) if published else said(sentences.NO_LEVEL)
    yield sentences.PUBLISHED, spaced(named, said(level.result.level_note or ""))
    if check is None:
        yield sentences.BY_SCALE, line(sentences.no_scale(level.year))
    elif not check.candidates:
        agrees = said(sentences.agreement(agrees=check.verdict is Verdict.PROVEN)) if check.verdict else ()
        yield sentences.BY_TOTAL, spaced(said(check.computed or ""), agrees)
    if scale:
        kept = said(sentences.LEVEL_AS_PUBLISHED) if scale.minimum_rules else ()
        yield sentences.SCALE, spaced(said(words.confirmed(scale.provenance)), kept)
