"""The pages about many municipalities, as specs: what each says, in no order of merit."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.ground import addresses, markup
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.aggregate.overview_views import (
    ListView,
    MunicipalityView,
    Neighbour,
    OverviewHome,
    OwnScore,
    PublishedView,
    ScoreOf,
    ScoresOfAll,
    StripView,
    TriedListView,
    TriedView,
)
from ita_site.publishing.pages import PageSpec
from ita_site.saying import words as figures
from ita_site.saying.facts import directory, publication_counts, spreads, tried_measures
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import overview as words
from ita_site.saying.words.provinces import province_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ita_site.saying.facts.publication_counts import TileGrid
    from ita_site.saying.facts.records import MunicipalityFacts
    from ita_site.saying.facts.spreads import Strip

MOST_ON_A_PAGE = 400
"""More municipalities than that are listed province by province only."""
_MOST_TRIED = 200
_TEMPLATES = {
    Kind.HOME: "all-home",
    Kind.MUNICIPALITIES: "all-municipalities",
    Kind.PROVINCE: "all-municipalities",
    Kind.YEAR: "all-published",
    Kind.INDICATOR: "all-indicator",
    Kind.MUNICIPALITY: "all-municipality",
    Kind.TRIED: "all-tried",
    Kind.TRIED_FOR: "all-tried-for",
    Kind.DATA: "all-data",
}


@dataclass(frozen=True)
class Overview:
    """What all pages are made from.

    Args:
        facts: those of all municipalities, in the order of `directory.ordered`.
        beside: the ids of those whose sites stand in the folder that this site stands in.
        indexed: whether the search knows the municipalities from the lists of them.

    """

    facts: tuple[MunicipalityFacts, ...]
    beside: Collection[str]
    indexed: bool = True

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The fiscal years, B.E., of which anything is published, the latest first."""
        return tuple(sorted({of.year for each in self.facts for of in each.years}, reverse=True))

    @cached_property
    def strips(self) -> Mapping[int, tuple[Strip, ...]]:
        """The strips of each year."""
        return {year: spreads.strips(self.facts, year) for year in self.years}

    @cached_property
    def neighbours(self) -> Mapping[str, Sequence[MunicipalityFacts]]:
        """The municipalities of each province by its name."""
        found: dict[str, list[MunicipalityFacts]] = defaultdict(list)
        for each in self.facts:
            found[each.province].append(each)
        return found

    @property
    def is_small(self) -> bool:
        """Whether all municipalities fit on one page."""
        return len(self.facts) <= MOST_ON_A_PAGE


def specs(of: Overview) -> Iterator[PageSpec]:
    """Yield the specs of all pages but that of the data, those of the menu first."""
    yield _home(of)
    yield from _lists(of)
    for year in of.years:
        yield _published(of, year)
        yield from _indicators(of, year)
    yield from _tried(of)
    for each in of.facts:
        yield _municipality(of, each)


def page_spec(subject: Subject, said: tuple[str, str], view: object, nav: tuple[str, ...] = ()) -> PageSpec:
    """Return the spec of a page by its title and description; it has no source that a clerk could mend."""
    title, description = said
    return PageSpec(
        subject=subject,
        template=_TEMPLATES[subject.kind],
        title=title,
        description=description,
        sources=(),
        view=view,
        year=subject.year,
        nav=nav,
    )


def _home(of: Overview) -> PageSpec:
    rows = publication_counts.province_rows(of.facts, of.years[0] if of.years else 0)
    links = [Link(words.LIST_TITLE, Subject(Kind.MUNICIPALITIES).address)]
    links += [Link(words.TRIED_TITLE, Subject(Kind.TRIED).address), Link(words.DATA_TITLE, addresses.data())]
    years = tuple(Link(figures.page_name(Subject(Kind.YEAR, each)), addresses.year(each)) for each in of.years)
    counts = Counter(province_id(each.province) for each in of.facts)
    grid = _grid(of, words.grid_of_all(), dict(counts))
    description = words.home_description(len(of.facts), len(rows))
    view = OverviewHome(words.counted(len(of.facts)), rows, grid, years, tuple(links))
    return page_spec(Subject(Kind.HOME), (words.HOME_TITLE, description), view, (figures.section(Kind.HOME),))


def _grid(of: Overview, title: str, having: Mapping[str, int]) -> TileGrid:
    counts = Counter(province_id(each.province) for each in of.facts)
    label = words.grid_label(title, sum(having.values()), len(of.facts))
    return publication_counts.tile_grid(
        {identity: (having.get(identity, 0), count) for identity, count in counts.items()}, title, label
    )


def _lists(of: Overview) -> Iterator[PageSpec]:
    lists = directory.provinces(of.facts)
    nav = (figures.section(Kind.MUNICIPALITIES),)
    view = ListView(lists, entries=of.is_small, indexed=of.indexed)
    yield page_spec(Subject(Kind.MUNICIPALITIES), (words.LIST_TITLE, words.NO_ORDER), view, nav)
    for each in lists:
        title = words.province_title(each.name)
        view = ListView((each,), entries=True, indexed=of.indexed)
        description = f"{title}: {words.counted(each.count)} {words.NO_ORDER}"
        yield page_spec(Subject(Kind.PROVINCE, id=each.id), (title, description), view)


def _published(of: Overview, year: int) -> PageSpec:
    subject = Subject(Kind.YEAR, year)
    known = [(province_id(each.province), publication_counts.of_year(each, year)) for each in of.facts]
    grids = []
    for name in publication_counts.DRAWN:
        has = publication_counts.PARTS[name]
        having = Counter(province for province, each in known if each is not None and has(each))
        grids.append(_grid(of, words.grid_title(name, year), having))
    view = PublishedView(
        shares=publication_counts.shares(of.facts, year),
        grids=tuple(grids),
        names=tuple(publication_counts.PARTS),
        provinces=publication_counts.province_rows(of.facts, year),
        indicators=tuple(
            Link(words.indicator_title(each.id, each.name, year), addresses.indicator(year, each.id))
            for each in of.strips[year]
        ),
    )
    nav = (figures.section(Kind.YEAR), figures.page_name(subject))
    title = words.year_title(year)
    return page_spec(subject, (title, f"{title} {words.NO_ORDER}"), view, nav)


def _indicators(of: Overview, year: int) -> Iterator[PageSpec]:
    names = {each.id: each for each in of.facts} if of.is_small else {}
    for identity, group in groupby(of.strips[year], key=lambda each: each.id):
        strips = tuple(
            StripView(
                each,
                words.spread_label(
                    each.name,
                    each.spread.count,
                    figures.points(each.spread.least),
                    figures.points(each.spread.most),
                    tuple(map(figures.points, each.spread.quartiles)),
                ),
                tuple(
                    ScoreOf(names[one].name, directory.page_of(names[one]), score)
                    for one, score in (each.scores if names else ())
                ),
            )
            for each in group
        )
        title = words.indicator_title(identity, strips[0].strip.name, year)
        view = ScoresOfAll(strips)
        yield page_spec(Subject(Kind.INDICATOR, year, identity), (title, words.NOT_COMPARABLE), view)


def _tried(of: Overview) -> Iterator[PageSpec]:
    groups = tried_measures.tried_groups(of.facts)
    nav = (figures.section(Kind.TRIED),)
    yield page_spec(Subject(Kind.TRIED), (words.TRIED_TITLE, words.NO_CAUSE), TriedListView(groups), nav)
    for identity, group in groupby(groups, key=lambda each: each.id):
        view = TriedView(tuple(group), _MOST_TRIED)
        title = words.tried_title(identity)
        yield page_spec(Subject(Kind.TRIED_FOR, id=identity), (title, words.NO_CAUSE), view)


def _municipality(of: Overview, each: MunicipalityFacts) -> PageSpec:
    latest = next((year for year in reversed(each.years) if year.has_result), None)
    year = latest.year if latest else (each.years[-1].year if each.years else None)
    known = {(strip.id, strip.name): strip for strip in (of.strips[latest.year] if latest else ())}
    scores = tuple(
        OwnScore(known[score.id, score.name], addresses.indicator(latest.year, score.id), score.score)
        for score in (latest.indicators if latest else ())
        if latest and score.score is not None
    )
    others = directory.alike(each, of.neighbours[each.province])
    view = MunicipalityView(
        facts=each,
        own=_own_site(of, each),
        of_year=year,
        scores=scores,
        alike=tuple(
            Neighbour(one.name, directory.page_of(one), publication_counts.of_year(one, year) if year else None)
            for one in (each, *others)
        )
        if others
        else (),
        url_of_province=Subject(Kind.PROVINCE, id=province_id(each.province)).address,
    )
    subject = Subject(Kind.MUNICIPALITY, id=each.id)
    return page_spec(subject, (each.name, f"{each.name} {words.NO_ORDER}"), view)


def _own_site(of: Overview, each: MunicipalityFacts) -> str | None:
    """Return the link to a municipality's own site: to the folder beside this site, else to its address."""
    if each.id in of.beside:
        up = "../" * (directory.page_of(each).count("/") + 1)
        return f"{up}{addresses.file(addresses.of_folder(each.id))}"
    return markup.link(each.address) if each.address else None
