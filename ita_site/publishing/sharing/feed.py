"""The Atom feed: results, analyses, plans and reports, each with the day it was last changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ita_site.ground import addresses
from ita_site.ground.markup import one_line
from ita_site.judging.chain import stated
from ita_site.judging.scores import TOTAL
from ita_site.publishing.sharing.social_cards import change
from ita_site.saying import words
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.parts import YEAR, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ita_site.data.load import Loaded, Year
    from ita_site.data.model import Report
    from ita_site.ground.addresses import Website
    from ita_site.publishing.sharing.last_changed import Days
    from ita_site.saying.view.lookup import Lookup

ADDRESS = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_MIDNIGHT = "T00:00:00+07:00"
"""A day is known, an hour is not; Thailand is seven hours ahead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something published: where it stands, what it says, and the day it was last changed."""

    address: str
    title: str
    summary: str
    day: date


def write(lookup: Lookup, days: Days, website: Website) -> bytes | None:
    """Return the feed, newest first; None where the site's address or every day is unknown, as Atom needs both."""
    entries = sorted(_entries(lookup, days), key=lambda entry: entry.day, reverse=True)
    if not website.url or not entries:
        return None
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "th"})
    _add(feed, "id", website.url)
    _add(feed, "title", f"ผลการประเมิน ITA มาตรการ และรายงาน ของ{lookup.agency.name}")
    _add(feed, "updated", f"{entries[0].day.isoformat()}{_MIDNIGHT}")
    _add(ET.SubElement(feed, f"{{{_ATOM}}}author"), "name", lookup.agency.name)
    ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "self", "href": f"{website.url}{ADDRESS}"})
    ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": website.absolute("")})
    for entry in entries:
        path, mark, anchor = entry.address.partition("#")
        item = ET.SubElement(feed, f"{{{_ATOM}}}entry")
        # The id is the address for good, however this build writes the addresses of pages.
        _add(item, "id", f"{website.url}{entry.address}")
        _add(item, "title", entry.title)
        _add(item, "updated", f"{entry.day.isoformat()}{_MIDNIGHT}")
        href = f"{website.absolute(path)}{mark}{anchor}"
        ET.SubElement(item, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": href})
        _add(item, "summary", entry.summary)
    ET.indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode() + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = one_line(text)


def _entries(lookup: Lookup, days: Days) -> Iterator[Entry]:
    """Yield what was published of each year, the latest year first, as far as its day is known."""
    for year in reversed(list(lookup.years.values())):
        number = year.year
        for told in (_result(lookup, year), _analysis(lookup, year), _plan(lookup, year)):
            if told is not None:
                address, title, summary, files = told
                day = days.latest(files)
                if day is not None:
                    yield Entry(address, title, summary, day)
        for report_id, report in year.reports.items():
            day = days.latest([report.document.name])
            if day is not None:
                title, summary = _report(lookup, number, report)
                yield Entry(addresses.report(number, report_id), title, summary, day)


_Told = tuple[str, str, str, tuple[str, ...]]
"""Where it stands, a title, a sentence, and the files it is from."""


def _result(lookup: Lookup, year: Year) -> _Told | None:
    if year.result is None:
        return None
    record, number = year.result.record, year.year
    level = f"ระดับ {record.level}" if record.level else ""
    moved = change(lookup.row(number, TOTAL).change, number - 1).replace(f" จากปี {number - 1}", "")
    title = " ".join(filter(None, [f"ผลการประเมิน ITA ปี {number}: คะแนนรวม {words.points(record.total)}", moved]))
    summary = f"{lookup.agency.name} ได้ {words.points(record.total)} คะแนน {level} {YEAR}{number}"
    return addresses.year(number), title, summary, sources_of(year.result)


def _analysis(lookup: Lookup, year: Year) -> _Told | None:
    if year.analysis is None:
        return None
    weak = len(year.analysis.record.weak_points)
    title = f"บทวิเคราะห์ผล ITA ปี {year.year}" + (f": จุดที่ต้องพัฒนา {weak} เรื่อง" if weak else "")
    return addresses.analysis(year.year), title, f"{title} ของ{lookup.agency.name}", sources_of(year.analysis)


def _plan(lookup: Lookup, year: Year) -> _Told | None:
    if not year.measures:
        return None
    counts = status_counts(lookup.status(year.year, each) for each in year.measures)
    title = f"มาตรการปี {year.year}: {len(year.measures)} เรื่อง"
    summary = f"{lookup.agency.name}: " + " ".join(f"{words.status(each.state)} {each.count} เรื่อง" for each in counts)
    return addresses.measures(year.year), title, summary, sources_of(*year.measures.values())


def _report(lookup: Lookup, year: int, report: Loaded[Report]) -> tuple[str, str]:
    counts = status_counts(stated(each.status) for each in report.record.measures)
    told = " ".join(f"{words.status(each.state)} {each.count} เรื่อง" for each in counts)
    return f"รายงานปี {year}: {report.record.title}", report.record.summary or told or lookup.agency.name
