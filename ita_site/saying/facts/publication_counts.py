"""Who has published what of a year: how many municipalities have each part of its cycle, in all and by province."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.ground.addresses import Kind, Subject
from ita_site.saying.charts.scale import tenths
from ita_site.saying.words import overview as words
from ita_site.saying.words.provinces import COLUMNS, OTHER, PROVINCES, ROWS, province_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ita_site.saying.facts.records import MunicipalityFacts, YearFacts

_WIDTH = 92
"""The share of the width that is tiles, in percent; the rest is between them."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many have something, of how many."""

    name: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Tile:
    """The tile of a province, in tiles from the left and the top; `filled` is a share of its width, in percent."""

    short: str
    left: Decimal
    row: int
    text: str
    filled: Decimal
    width: Decimal


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province with how many of its municipalities have each part."""

    name: str
    url: str
    of: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TileGrid:
    """A picture of all provinces, and what it says in words."""

    title: str
    label: str
    tiles: tuple[Tile, ...]
    rows: int


PARTS: Mapping[str, Callable[[YearFacts], bool]] = {
    words.RESULT: lambda year: year.has_result,
    words.ANALYSIS: lambda year: year.has_analysis,
    words.PLAN: lambda year: year.has_plan,
    words.REPORTS: lambda year: bool(year.reports),
    words.OIT: lambda year: bool(year.items_complete),
    words.ATTACHMENTS: lambda year: year.attachments > 0,
    words.LINKS_CHECKED: lambda year: year.dead_links is not None,
    words.DEAD_LINKS: lambda year: bool(year.dead_links),
}
"""What is counted, by its words."""
DRAWN = (words.RESULT, words.ANALYSIS, words.PLAN, words.REPORTS)
"""Those that have a picture of all provinces."""


def of_year(each: MunicipalityFacts, year: int) -> YearFacts | None:
    """Return a year of a municipality, None where it has nothing of it."""
    return next((of for of in each.years if of.year == year), None)


def shares(facts: Sequence[MunicipalityFacts], year: int) -> tuple[Share, ...]:
    """Return how many municipalities have each part of a year."""
    years = [of_year(each, year) for each in facts]
    return tuple(
        Share(name, sum(of is not None and has(of) for of in years), len(facts)) for name, has in PARTS.items()
    )


def province_rows(facts: Sequence[MunicipalityFacts], year: int) -> tuple[ProvinceRow, ...]:
    """Return the provinces that have any municipality, each with what these have of a year."""
    names = {each.id: each.name for each in PROVINCES}
    groups: dict[str, list[MunicipalityFacts]] = {}
    for each in facts:
        groups.setdefault(province_id(each.province), []).append(each)
    return tuple(
        ProvinceRow(
            names.get(identity, words.OTHER_PROVINCE),
            Subject(Kind.PROVINCE, id=identity).address,
            len(of),
            tuple(each.count for each in shares(of, year)),
        )
        for identity, of in sorted(groups.items(), key=lambda item: item[0] == OTHER)
    )


def tile_grid(counts: Mapping[str, tuple[int, int]], title: str, label: str) -> TileGrid:
    """Return the tiles of all provinces: of each, by its id, how many have something, of how many it has."""
    width = tenths(Fraction(_WIDTH, COLUMNS))
    tiles = []
    for each in PROVINCES:
        some, of = counts.get(each.id, (0, 0))
        filled = tenths(Fraction(_WIDTH * some, COLUMNS * of)) if of else Decimal(0)
        left = tenths(Fraction(100 * each.column, COLUMNS))
        tiles.append(Tile(each.short, left, each.row, str(some) if of else words.NONE, filled, width))
    return TileGrid(title, label, tuple(tiles), ROWS)
