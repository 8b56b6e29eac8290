"""The page of each municipality: what it has published, its scores among all, who is like it, who came before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses, markup
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.aggregate.overview_views import MunicipalityView, Neighbour, OwnScore
from ita_site.saying.facts import directory, publication_counts
from ita_site.saying.view.lookup import Link
from ita_site.saying.words.provinces import province_id

if TYPE_CHECKING:
    from ita_site.publishing.aggregate.overview_facts import Overview
    from ita_site.saying.facts.records import MunicipalityFacts, YearFacts


def view_of(of: Overview, each: MunicipalityFacts) -> MunicipalityView:
    """Return what the page of a municipality says."""
    latest = next((year for year in reversed(each.years) if year.has_result), None)
    year = latest.year if latest else (each.years[-1].year if each.years else None)
    others = directory.alike(each, of.neighbours[each.province], of.of_kind[each.kind])
    alike = tuple(_neighbour(one, each, year) for one in (each, *others)) if others else ()
    successor = of.succession.successors.get(each.id)
    return MunicipalityView(
        facts=each,
        own=_own_site(of, each),
        of_year=year,
        scores=_scores(of, latest) if latest else (),
        alike=alike,
        url_of_province=Subject(Kind.PROVINCE, id=province_id(each.province)).address,
        successor=_link(successor) if successor else None,
        predecessors=tuple(map(_link, of.succession.predecessors.get(each.id, ()))),
        sizes=any(one.size for one in alike),
    )


def _scores(of: Overview, latest: YearFacts) -> tuple[OwnScore, ...]:
    known = {(strip.id, strip.name): strip for strip in of.strips[latest.year]}
    scored = ((known[each.id, each.name], each.score) for each in latest.indicators if each.score is not None)
    return tuple(
        OwnScore(strip, addresses.score_among_all(latest.year, strip.id, strip.place, int(score)), score)
        for strip, score in scored
    )


def _neighbour(one: MunicipalityFacts, beside: MunicipalityFacts, year: int | None) -> Neighbour:
    return Neighbour(
        name=one.name,
        url=directory.page_of(one),
        size=one.size,
        elsewhere=one.province if one.province != beside.province else None,
        of=publication_counts.of_year(one, year) if year else None,
    )


def _link(to: MunicipalityFacts) -> Link:
    return Link(to.name, directory.page_of(to))


def _own_site(of: Overview, each: MunicipalityFacts) -> str | None:
    """Return the link to a municipality's own site: to the folder beside this site, else to its address."""
    if each.id in of.beside:
        up = "../" * (directory.page_of(each).count("/") + 1)
        return f"{up}{addresses.file(addresses.of_folder(each.id))}"
    return markup.link(each.address) if each.address else None
