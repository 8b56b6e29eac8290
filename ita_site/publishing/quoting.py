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
    from ita_site.ground.website import Website
    from ita_site.publishing.pages import Page
    from ita_site.saying.view.lookup import Lookup

_QUOTED = frozenset({Kind.YEAR, Kind.ANALYSIS, Kind.INDICATOR, Kind.PLAN, Kind.MEASURE, Kind.REPORT, Kind.SCORES})
"""The kinds of pages whose figures others write about."""


def with_quote(page: Page, lookup: Lookup, website: Website) -> Page:
    """Return a page; one with figures has a folded block at its foot that says how they are quoted."""
    dataset = lookup.dataset
    known = {dataset.inside(each): _sum(each, lookup) for each in page.sources if each in dataset.sources}
    if page.subject.kind not in _QUOTED or not known:
        return page
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
    return replace(page, body=page.body.with_block(html.strip()))


def _sum(name: str, lookup: Lookup) -> str:
    return lookup.memory.value(("sum", name), lambda: hashlib.sha256(lookup.dataset.sources[name]).hexdigest())


def sources_digest(sums: dict[str, str]) -> str:
    """Return the checksum of data files: 12 letters of the SHA-256 of a JSON object, which anyone can make again.

    It has the SHA-256 of each file by its path in the data folder, sorted by path, without spaces.
    """
    return short_digest(json.dumps(sums, sort_keys=True, separators=(",", ":")))
