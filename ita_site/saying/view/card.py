"""What the picture of a page shows where its link is shared.

There is one for each year, indicator of a year, two compared years and report; an indicator through the years has
that of its latest. A measure has its year and its status, not its title, which stands beside the picture anyway: so
measures of one status share one, and a site of ten years has 180 pictures for its 1,053 pages. Lists, scores and
gaps of a year have the year's. The year of an indicator stands beside its figure, so that the name is drawn once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Origin, Status
from ita_site.ground import thai
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import stated
from ita_site.judging.scores import TOTAL
from ita_site.saying import words
from ita_site.saying.view.counts import status_counts
from ita_site.saying.words import card as sentences

if TYPE_CHECKING:
    from ita_site.data.model import Report
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture: what it is about in two lines, a figure or a word, and lines beside that."""

    heading: str
    title: str
    figure: str
    lines: tuple[str, ...] = ()

    def with_thai_digits(self) -> Card:
        """Return the card with its figures in Thai digits."""
        return Card(
            thai.digits(self.heading),
            thai.digits(self.title),
            thai.digits(self.figure),
            tuple(map(thai.digits, self.lines)),
        )

    @property
    def text(self) -> str:
        """All words of the card, for readers who do not see the picture."""
        return " ".join((self.heading, self.title, self.figure, *self.lines))


def card(lookup: Lookup, subject: Subject | None) -> Card:
    """Return the card of the page about a subject; a page written by hand has no subject, and the card of the site."""
    match subject:
        case Subject(Kind.HOME):
            shown = _year(lookup, lookup.latest.year)
        case Subject(Kind.INDICATOR, int(year), number):
            shown = _indicator(lookup, year, number)
        case Subject(Kind.MEASURE, int(year), name):
            shown = _measure(lookup, year, name)
        case Subject(Kind.REPORT, int(year), name):
            shown = _report(year, lookup.years[year].reports[name].record)
        case Subject(Kind.COMPARISON, int(year), _, int(before)):
            shown = _comparison(lookup, before, year)
        case Subject(Kind.INDICATOR_HISTORY, None, number):
            scored = [year for year in lookup.years if lookup.row(year, number).published is not None]
            shown = _indicator(lookup, scored[-1] if scored else lookup.latest.year, number)
        case Subject(_, int(year)):
            shown = _year(lookup, year)
        case _:
            years = list(lookup.years)
            shown = Card(sentences.WHOLE_SITE, sentences.OF_OFFICE, sentences.years(years[0], years[-1]))
    return shown


def _year(lookup: Lookup, year: int) -> Card:
    title = words.fiscal_year(year)
    result = lookup.years[year].result
    if result is None:
        return Card(sentences.RESULT, title, sentences.NO_RESULT)
    level = sentences.level(result.record.level) if result.record.level else words.TOTAL_SCORE
    row = lookup.row(year, TOTAL)
    return Card(sentences.RESULT, title, words.points(row.published), _score_lines(level, row, year))


def _indicator(lookup: Lookup, year: int, number: str) -> Card:
    heading, title = sentences.indicator(number), lookup.name(year, number)
    row = lookup.row(year, number)
    if row.published is None:
        return Card(heading, title, sentences.NO_SCORE, (sentences.year(year),))
    return Card(heading, title, words.points(row.published), _score_lines(sentences.score_of(year), row, year))


def _score_lines(first: str, row: ScoreRow, year: int) -> tuple[str, ...]:
    """Return a line, and below it how the score stands to that of the year before, where that may be said."""
    change = words.change(row.change, year - 1)
    return (first, change) if change else (first,)


def _comparison(lookup: Lookup, before: int, after: int) -> Card:
    return Card(
        heading=sentences.RESULT,
        title=sentences.comparison(before, after),
        figure=words.signed(lookup.scores.change(after, TOTAL, before)),
        lines=tuple(sentences.total_of(year, lookup.row(year, TOTAL).value) for year in (before, after)),
    )


def _measure(lookup: Lookup, year: int, measure_id: str) -> Card:
    status = lookup.status(year, measure_id)
    return Card(
        heading=sentences.MEASURES,
        title=words.fiscal_year(year),
        figure=words.status(status),
        lines=(sentences.status_source(lookup.status_by(year, measure_id)),) if isinstance(status, Status) else (),
    )


def _report(year: int, report: Report) -> Card:
    heading, title = sentences.report(year), words.short_period(report.period)
    if not report.measures:
        return Card(heading, title, sentences.REPORT_BY_MEASURES)
    counts = status_counts(stated(each) for each in report.measures)
    most = max(counts, key=lambda each: each.count)
    said = sentences.status_count(words.status(most.state), most.count)
    if any(each.status is most.state and each.status_by is Origin.EDITOR for each in report.measures):
        said = sentences.by_editor(said)
    return Card(heading, title, f"{len(report.measures)}", (sentences.MEASURES_OF_REPORT, said))
