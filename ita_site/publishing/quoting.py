"""How a page with figures is quoted: its address, the day of its data, and a checksum of the files it is made from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ita_site.data.model import Digits
from ita_site.ground import markup
from ita_site.ground.addresses import Kind
from ita_site.publishing.documents.stamp import short_digest
from ita_site.publishing.pages import standalone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.ground.website import Website
    from ita_site.publishing.pages import Page
    from ita_site.saying.view.lookup import Lookup

_QUOTED = frozenset({Kind.YEAR, Kind.ANALYSIS, Kind.INDICATOR, Kind.PLAN, Kind.MEASURE, Kind.REPORT, Kind.SCORES})
"""The kinds of pages whose figures others write about."""


def with_quotes(pages: Iterable[Page], lookup: Lookup, website: Website) -> Iterator[Page]:
    """Yield the pages, those with figures with a folded block at their foot that says how they are quoted."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in lookup.dataset.sources.items()}
    for page in pages:
        known = {lookup.dataset.inside(each): sums[each] for each in page.sources if each in sums}
        if page.subject.kind not in _QUOTED or not known:
            yield page
            continue
        updated = page.facts.get("updated")
        html = standalone(
            "quote",
            agency=lookup.agency.name,
            title=page.title,
            address=website.absolute(page.address),
            day=date.fromisoformat(updated) if updated else None,
            checksum=sources_digest(known),
        )
        if lookup.agency.digits is Digits.THAI:
            html = markup.with_thai_digits(html)
        yield replace(page, body=page.body.with_block(html.strip()))


def sources_digest(sums: dict[str, str]) -> str:
    """Return the checksum of data files: 12 letters of the SHA-256 of a JSON object, which anyone can make again.

    It has the SHA-256 of each file by its path in the data folder, sorted by path, without spaces.
    """
    return short_digest(json.dumps(sums, sort_keys=True, separators=(",", ":")))
