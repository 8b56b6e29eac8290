"""A page at each old or short address, which leads to the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages import standalone
from ita_site.saying.words import year as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.ground.website import Website
    from ita_site.saying.view.lookup import Lookup

SCRIPT = "assets/js/moved.js"
"""The script of the theme that takes along what stands behind `?` and `#`."""


def pages(lookup: Lookup, website: Website, script: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the old addresses; `checks` has seen to it that none is in use.

    That of an indicator of which a year tells nothing leads to the year. Their links name `index.html`, so that they
    lead on from a USB stick as well. `script` is where `SCRIPT` is published; without JavaScript they lead on too.
    """
    for old, target, way, title in _moved(lookup):
        html = standalone(
            "redirect",
            title=title,
            target=addresses.file(way),
            script=website.relative(script, old.address),
            canonical=website.absolute(target.address) if website.url else None,
        )
        yield addresses.file(old.address), html.encode()


def _moved(lookup: Lookup) -> Iterator[tuple[Subject, Subject, str, str]]:
    """Yield each old address with the new one, the way from there to it, and its title."""
    for year in lookup.years.values():
        for kind, records in ((Kind.MEASURE, year.measures), (Kind.REPORT, year.reports)):
            for name, loaded in records.items():
                target = Subject(kind, year.year, name)
                for old in loaded.record.was:
                    yield Subject(kind, year.year, old), target, f"../{name}/", loaded.record.title
        of_year = Subject(Kind.YEAR, year.year)
        title = sentences.title(year.year, has_result=year.result is not None, has_measures=bool(year.measures))
        for reference in lookup.indicator_ids(year.year):
            if lookup.indicator_url(year.year, reference) is None:
                yield Subject(Kind.INDICATOR, year.year, reference), of_year, "../../", title
        for answer in (each for each in lookup.oit_answers(year.year) if each.has_page):
            target = Subject(Kind.OIT_ITEM, year.year, answer.item.id.lower())
            short = Subject(Kind.SHORT_OIT_ITEM, year.year, target.id)
            yield short, target, f"../../{target.address}", answer.item.title
