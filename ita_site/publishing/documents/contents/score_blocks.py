"""The published scores of a year, as an analysis has them at its head: the total, its level and place, its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.documents.contents.blocks import figure, heading, line
from ita_site.publishing.documents.contents.column_widths import table
from ita_site.publishing.documents.contents.official import facts
from ita_site.publishing.documents.paper import BodyText, Cell
from ita_site.saying import words
from ita_site.saying.words import papers
from ita_site.saying.words import papers_of_scores as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.computation import Computation, ComputationView


def score_blocks(view: ComputationView, year: int) -> Iterator[Block]:
    """Yield the published scores, indicators from the highest where the document ranks them."""
    yield heading(1, sentences.PUBLISHED_SCORES)
    yield from facts(_head(view))
    ranking = {str(number): place for place, number in enumerate(view.result.ranking, 1)}
    indicators = [each for group in view.indicators for each in _published(group.scores)]
    if ranking:
        indicators.sort(key=lambda each: ranking.get(each.score.id, len(ranking) + 1))
    instruments = _published(view.instruments.scores) if view.instruments else []
    if not (instruments or indicators):
        return
    titles = (*((sentences.PLACE,) if ranking else ()), papers.CHANGED_THING, sentences.SCORE)
    rows = [
        (
            *((Cell((line(str(ranking.get(each.score.id, ""))),)),) if ranking else ()),
            Cell((line(each.title),)),
            figure(words.points(each.score.published), each.score.published, each.marks),
        )
        for each in (*indicators, *instruments)
    ]
    caption = sentences.figures_of(sentences.PUBLISHED_SCORES, year)
    yield table(caption, titles, rows, of_figures=frozenset({sentences.SCORE}))


def _head(view: ComputationView) -> Iterator[tuple[str, BodyText]]:
    """Yield the total, its level, and the places of the office among others."""
    result = view.result
    (total,) = view.total.scores
    yield sentences.TOTAL, line(words.points(result.total), total.marks)
    if result.level:
        yield sentences.LEVEL, line(result.level, view.level.marks)
    for each in (*((result.rank,) if result.rank else ()), *result.ranks):
        yield sentences.PLACE, line(sentences.place_among(each.place, each.among))


def _published(scores: tuple[Computation, ...]) -> list[Computation]:
    return [each for each in scores if each.score.published is not None]
