"""The pages about many municipalities, as specs: what each says, in no order of merit."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.aggregate import municipality_page
from ita_site.publishing.aggregate.overview_views import (
    ListView,
    OverviewHome,
    OwnMark,
    PublishedView,
    ScoreOf,
    ScoresOfAll,
    StripView,
    TriedListView,
    TriedView,
)
from ita_site.publishing.pages import PageSpec
from ita_site.saying import words as figures
from ita_site.saying.facts import directory, frameworks_compared, publication_counts, tried_measures
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import overview as words
from ita_site.saying.words.provinces import province_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.publishing.aggregate.overview_facts import Overview
    from ita_site.saying.facts.publication_counts import TileGrid
    from ita_site.saying.facts.records import MunicipalityFacts

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
    Kind.FRAMEWORKS: "all-frameworks",
}


def specs(of: Overview) -> Iterator[PageSpec]:
    """Yield the specs of all pages but that of the data, those of the menu first."""
    yield _home(of)
    yield from _lists(of)
    for year in of.years:
        yield _published(of, year)
        yield from _indicators(of, year)
    yield from _tried(of)
    yield _frameworks()
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
    links += [Link(words.TRIED_TITLE, Subject(Kind.TRIED).address)]
    links += [Link(words.FRAMEWORKS_TITLE, Subject(Kind.FRAMEWORKS).address), Link(words.DATA_TITLE, addresses.data())]
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
    view = ListView(lists, entries=of.is_small)
    yield page_spec(Subject(Kind.MUNICIPALITIES), (words.LIST_TITLE, words.NO_ORDER), view, nav)
    for each in lists:
        title = words.province_title(each.name)
        view = ListView((each,), entries=True)
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
                tuple(OwnMark(each.place, points) for points in each.spread.columns),
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


def _frameworks() -> PageSpec:
    subject = Subject(Kind.FRAMEWORKS)
    said = (words.FRAMEWORKS_TITLE, words.FRAMEWORKS_DESCRIPTION)
    return page_spec(subject, said, frameworks_compared.frameworks_compared(), (figures.section(Kind.FRAMEWORKS),))


def _municipality(of: Overview, each: MunicipalityFacts) -> PageSpec:
    said = (each.name, f"{each.name} {words.NO_ORDER}")
    return page_spec(Subject(Kind.MUNICIPALITY, id=each.id), said, municipality_page.view_of(of, each))
