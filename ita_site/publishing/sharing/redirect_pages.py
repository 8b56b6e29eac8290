"""A page at each old address of what was renamed, which leads to the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.publishing.pages import rendering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.publishing.sharing.addresses import Addresses


def pages(dataset: Dataset, addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the old addresses; `checks` has seen to it that none is in use.

    Their links name `index.html`, so that they lead on from a USB stick as well.
    """
    for year in dataset.years.values():
        for part, records in (("measures", year.measures), ("reports", year.reports)):
            for name, loaded in records.items():
                for old in loaded.record.was:
                    html = rendering.standalone(
                        "renamed",
                        title=loaded.record.title,
                        target=f"../{name}/index.html",
                        canonical=addresses.absolute(f"{year.year}/{part}/{name}/") if addresses.url else None,
                    )
                    yield f"{year.year}/{part}/{old}/index.html", html.encode()
