"""What other websites may show of this one: the score of a year on a card, and each chart by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from ita_site.ground import addresses, outgoing_addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import TOTAL
from ita_site.saying import words
from ita_site.saying.view import captions
from ita_site.saying.view.captions import BarPicture, HistoryPicture, StatusPicture
from ita_site.saying.view.card import Card, card
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.indicators import numbers
from ita_site.saying.view.instruments import instrument_rows
from ita_site.saying.view.marks import Marks
from ita_site.saying.view.passing import passing
from ita_site.saying.words import embeds as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.data.model import Result
    from ita_site.saying.view.lookup import Lookup

LATEST, ALL_YEARS = "latest", "years"
"""The shelves that are no fiscal year: what changes with each new year, and what shows all of them."""
_OF_A_YEAR = _SCORE, _INDICATORS, _INSTRUMENTS, _MEASURES = "score", "indicators", "instruments", "measures"


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The total of a year: the words of its card, and how it stands to the pass mark and to its parts."""

    card: Card
    passing: str
    doubt: str


Shown: TypeAlias = ScoreCard | BarPicture | HistoryPicture | StatusPicture


@dataclass(frozen=True, slots=True)
class Embed:
    """One thing to show: its name and shelf in the address, its title, the page that tells more, and the picture.

    `note` says that the page has remarks of an editor on what is shown; empty where there are none.
    """

    name: str
    shelf: str
    title: str
    page: str
    shown: Shown
    note: str = ""

    @property
    def address(self) -> str:
        """The address of the page that an `iframe` shows."""
        return outgoing_addresses.embed(self.name, self.shelf)

    def picture(self, ending: str) -> str:
        """Return the address of the picture, by the ending of its file."""
        return outgoing_addresses.embed_picture(self.name, self.shelf, ending)


def embeds(lookup: Lookup) -> tuple[Embed, ...]:
    """Return everything that may be shown: by fiscal year from the latest, then through the years.

    What shows the latest year comes first, and changes when there is a newer one.
    """
    of_years = [each for year in reversed(list(lookup.years.values())) for each in _of_year(lookup, year)]
    latest = {each.name: each for each in reversed(of_years)}
    first = [replace(latest[name], shelf=LATEST) for name in _OF_A_YEAR if name in latest]
    return (*first, *of_years, *_through_the_years(lookup))


def _of_year(lookup: Lookup, year: Year) -> Iterator[Embed]:
    if year.result is not None:
        yield from _of_result(lookup, year, year.result.record)
    number, editors = year.year, lookup.editor_statuses(year.year)
    counts = status_counts((lookup.status(number, each) for each in year.measures), editors)
    if (picture := captions.statuses(counts, number)) is not None:
        title, note = sentences.of_year(sentences.MEASURES, number), sentences.MARKED if editors else ""
        yield Embed(_MEASURES, str(number), title, addresses.measures(number), picture, note)


def _of_result(lookup: Lookup, year: Year, result: Result) -> Iterator[Embed]:
    number = year.year
    total = lookup.row(number, TOTAL)
    indicators = [lookup.row(number, each) for each in lookup.indicator_ids(number)]
    instruments = [each.row for each in instrument_rows(lookup, number)]

    def embed(name: str, title: str, shown: Shown, *, is_marked: bool) -> Embed:
        note = sentences.MARKED if is_marked else ""
        return Embed(name, str(number), sentences.of_year(title, number), addresses.year(number), shown, note)

    score = ScoreCard(
        card(lookup, Subject(Kind.YEAR, number)),
        passing(lookup.framework(number), result.total),
        words.from_parts(total.computed) if total.differs else "",
    )
    yield embed(_SCORE, sentences.SCORE, score, is_marked=bool(total.marks or Marks(result.edits).at("level")))
    if result.indicators and (bars := captions.indicators(year, indicators)) is not None:
        yield embed(_INDICATORS, sentences.INDICATORS, bars, is_marked=any(each.marks for each in indicators))
    if instruments and (bars := captions.instruments(year, instruments)) is not None:
        yield embed(_INSTRUMENTS, sentences.INSTRUMENTS, bars, is_marked=any(each.marks for each in instruments))


def _through_the_years(lookup: Lookup) -> Iterator[Embed]:
    totals = captions.totals(lookup)
    if totals is not None:
        yield Embed("totals", ALL_YEARS, sentences.TOTALS, addresses.indicators(), totals)
    for number in numbers(lookup):
        values = {year: lookup.row(year, number).published for year in lookup.years}
        if (picture := captions.indicator(values, number)) is not None:
            title = sentences.indicator(number, lookup.name(lookup.latest.year, number))
            yield Embed(f"indicator-{number}", ALL_YEARS, title, addresses.indicator_history(number), picture)
