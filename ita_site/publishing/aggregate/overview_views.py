"""What each page about many municipalities says, as its template takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying import words as figures
from ita_site.saying.words import overview as words

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.saying.facts.directory import ProvinceList
    from ita_site.saying.facts.publication_counts import ProvinceRow, Share, TileGrid
    from ita_site.saying.facts.records import MunicipalityFacts, YearFacts
    from ita_site.saying.facts.spreads import Strip
    from ita_site.saying.facts.tried_measures import TriedGroup
    from ita_site.saying.view.lookup import Link

_MIDDLE, _GAP = 50, 10


@dataclass(frozen=True, slots=True)
class OverviewHome:
    """The home page."""

    count: str
    provinces: tuple[ProvinceRow, ...]
    grid: TileGrid
    years: tuple[Link, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Municipalities by province; without `entries` the provinces alone, each with its page."""

    provinces: tuple[ProvinceList, ...]
    entries: bool


@dataclass(frozen=True, slots=True)
class PublishedView:
    """Who has published what of a year."""

    shares: tuple[Share, ...]
    grids: tuple[TileGrid, ...]
    names: tuple[str, ...]
    provinces: tuple[ProvinceRow, ...]
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ScoreOf:
    """A municipality and its score in points."""

    name: str
    url: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A municipality beside another, with what it has of the same year, None where it has nothing.

    `elsewhere` is its province where that is another one.
    """

    name: str
    url: str
    size: str | None
    elsewhere: str | None
    of: YearFacts | None


@dataclass(frozen=True, slots=True)
class FilesOfTable:
    """A table of the open data with its files."""

    title: str
    about: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """A strip with what it shows in words, and the municipalities where they are few enough."""

    strip: Strip
    label: str
    rows: tuple[ScoreOf, ...]
    marks: tuple[OwnMark, ...]
    """One for all scores of the same whole points; a link to one shows it."""


@dataclass(frozen=True, slots=True)
class OwnMark:
    """Where a municipality stands among all, for who comes from its page: at whole points, in percent of the width."""

    strip: int
    points: int

    @property
    def anchor(self) -> str:
        """The id of the mark."""
        return addresses.score_anchor(self.strip, self.points)

    @property
    def label(self) -> str:
        """What it says."""
        return words.marked(self.points)

    @property
    def side(self) -> str:
        """On which side of the mark its words stand, so that they are not cut off."""
        return "left" if self.points > _MIDDLE else "right"

    @property
    def beside(self) -> int:
        """How far from the mark its words begin or end, in pixels."""
        return -_GAP if self.points > _MIDDLE else _GAP


@dataclass(frozen=True, slots=True)
class ScoresOfAll:
    """An indicator of a year."""

    strips: tuple[StripView, ...]


@dataclass(frozen=True, slots=True)
class OwnScore:
    """A score of a municipality among those of all; `strip` is where these lie."""

    strip: Strip
    url: str
    score: Decimal

    @property
    def label(self) -> str:
        """What the picture shows."""
        of = self.strip.spread
        score, least, most = map(figures.points, (self.score, of.least, of.most))
        return words.own_label(score, least, most, self.strip.small.each)

    @property
    def place(self) -> Decimal:
        """Where the score stands in the small strip, in pixels."""
        return self.strip.small.place(self.score)


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """A municipality: its years, its latest scores among all, and others like it beside it.

    `own` is where its own site stands, None where that is not known.
    """

    facts: MunicipalityFacts
    own: str | None
    of_year: int | None
    scores: tuple[OwnScore, ...]
    alike: tuple[Neighbour, ...]
    url_of_province: str
    successor: Link | None
    """Where its work goes on, where that is one of all."""
    predecessors: tuple[Link, ...]
    sizes: bool
    """Whether any of those alike says its size."""


@dataclass(frozen=True, slots=True)
class TriedListView:
    """The indicators that measures were tried for."""

    groups: tuple[TriedGroup, ...]


@dataclass(frozen=True, slots=True)
class TriedView:
    """The measures for one indicator; `listed` of them are shown at most."""

    groups: tuple[TriedGroup, ...]
    listed: int


@dataclass(frozen=True, slots=True)
class FilesView:
    """The files of the open data."""

    files: tuple[FilesOfTable, ...]
    whole: tuple[Link, ...]
    about: str
