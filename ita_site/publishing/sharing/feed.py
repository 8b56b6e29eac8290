"""The Atom feed: results, analyses, plans and reports, each with the day it was last changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ita_site.ground.markup import one_line
from ita_site.saying.view.feed import FeedEntry, feed_entries
from ita_site.saying.words.feed import title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ita_site.ground.website import Website
    from ita_site.publishing.sharing.last_changed import LastChanged
    from ita_site.saying.view.lookup import Lookup

ADDRESS = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_MIDNIGHT = "T00:00:00+07:00"
"""A day is known, an hour is not; Thailand is seven hours ahead."""


@dataclass(frozen=True, slots=True)
class _Update:
    """Something published, and the day it was last changed."""

    entry: FeedEntry
    day: date


def write(lookup: Lookup, last_changed: LastChanged, website: Website) -> bytes | None:
    """Return the feed, newest first; None where the site's address or every day is unknown, as Atom needs both."""
    updates = sorted(_updates(lookup, last_changed), key=lambda update: update.day, reverse=True)
    if not website.url or not updates:
        return None
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "th"})
    _add(feed, "id", website.url)
    _add(feed, "title", title(lookup.agency.name))
    _add(feed, "updated", f"{updates[0].day.isoformat()}{_MIDNIGHT}")
    _add(ET.SubElement(feed, f"{{{_ATOM}}}author"), "name", lookup.agency.name)
    ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "self", "href": f"{website.url}{ADDRESS}"})
    ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": website.absolute("")})
    for update in updates:
        entry = update.entry
        path, mark, anchor = entry.address.partition("#")
        item = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        # The id is the address for good, however this build writes the addresses of pages.
        _add(item, "id", f"{website.url}{entry.address}")
        _add(item, "title", entry.title)
        _add(item, "updated", f"{update.day.isoformat()}{_MIDNIGHT}")
        href = f"{website.absolute(path)}{mark}{anchor}"
        ET.SubElement(item, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": href})
        _add(item, "summary", entry.summary)
    ET.indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode() + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = one_line(text)


def _updates(lookup: Lookup, last_changed: LastChanged) -> Iterator[_Update]:
    """Yield what was published, as far as its day is known."""
    for entry in feed_entries(lookup):
        day = entry.day or last_changed.of(entry.sources)
        if day is not None:
            yield _Update(entry, day)
