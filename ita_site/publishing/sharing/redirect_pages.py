"""A page at each old address of what was renamed, which leads to the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages import standalone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.ground.addresses import Website


def pages(dataset: Dataset, website: Website) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the old addresses; `checks` has seen to it that none is in use.

    Their links name `index.html`, so that they lead on from a USB stick as well.
    """
    for year in dataset.years.values():
        for kind, records in ((Kind.MEASURE, year.measures), (Kind.REPORT, year.reports)):
            for name, loaded in records.items():
                for old in loaded.record.was:
                    target = Subject(kind, year.year, name).address
                    html = standalone(
                        "redirect",
                        title=loaded.record.title,
                        target=f"../{addresses.file(name + '/')}",
                        canonical=website.absolute(target) if website.url else None,
                    )
                    yield addresses.file(Subject(kind, year.year, old).address), html.encode()
