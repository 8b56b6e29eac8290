"""What `links --from` does: a walk through the office's website, told item by item."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ita_site.data.load.outside_addresses import outside_addresses
from ita_site.hosts.commands.project import checked_data, stop
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.judging.oit_answers import item_answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.data.load import Year
    from ita_site.data.model import Evidence
    from ita_site.hosts.links.site_walk import SiteWalk, WalkLimits

_CUT_SHORT = (
    "เดินไม่ทั่วเว็บไซต์ เพราะครบ {pages} หน้า ลึก {depth} คลิก หรือหมดเวลา ข้อที่ไม่พบอาจอยู่ลึกกว่านั้น (--pages, --depth, --minutes)"
)
_NOT_MET = "หลักฐานของข้อ {item} ไม่มีลิงก์ไปถึงจากหน้าที่เปิด: {address} ให้เพิ่มลิงก์ในเมนูของเว็บไซต์ หรือตรวจว่าที่อยู่ถูกต้อง"
_LEADS_AWAY = "{start} พาไปเว็บไซต์อื่นคือ {to} ซึ่งไม่ใช่เว็บไซต์เดียวกัน ถ้าเป็นของหน่วยงาน ให้สั่ง --from {to}"
_NO_ADDRESS = "“{start}” ไม่ใช่ที่อยู่ของเว็บไซต์ ให้พิมพ์ที่อยู่หน้าแรก เช่น --from https://www.office.go.th/"
_CLOSED = "เปิดหน้าแรก {start} ไม่ได้: {state}"


def walk_site(data: Path, year: int | None, start: str, limits: WalkLimits, *, private: bool) -> None:
    """Walk a website and print where each item of a year's OIT list was found.

    The command ends as with problems where an item or evidence was not found.
    """
    from ita_site.hosts.links import fetch_limits, fetcher, item_names, item_search, site_walk, walk_report  # noqa: PLC0415 - an extra

    front = site_walk.front_of(start)
    if front is None:
        stop(_NO_ADDRESS.format(start=start))
    dataset = checked_data(data).dataset
    of_year = dataset.years.get(year or max(dataset.years, default=0))
    if of_year is None:
        stop(f"ไม่มีข้อมูลของปี {year} ปีที่มี: {', '.join(map(str, dataset.years))}")
    framework = dataset.framework(of_year.year)
    items = [each.item for each in item_answers(dataset, of_year, framework)] if framework else []
    if not items:
        stop(f"ไม่มีรายการข้อ OIT ของปี {of_year.year}")
    agency = dataset.agency.record.name if dataset.agency else ""
    names = item_names.ItemNames({each.id: each.title for each in items}, agency)
    ports = None if private else fetch_limits.FetchLimits().ports
    asking = fetcher.Fetcher(fetch_limits.FetchLimits(ports=ports, size=2 * 1024 * 1024), private=private)
    walk = site_walk.SiteWalk(asking, front, limits, likely=lambda words: bool(names.find(words)))
    with click.progressbar(walk.run(), length=limits.pages, label="เดินเว็บไซต์", file=sys.stderr) as shown:
        for _ in shown:
            pass
    _refuse_closed(walk)
    found = item_search.search(walk, items, of_year.year, names, _evidence(of_year))
    click.echo(walk_report.text(found) + "\n")
    if paste := walk_report.into_data(found, of_year.year):
        click.echo(paste + "\n")
    unmet = list(_unmet(walk, of_year))
    for each in unmet:
        click.echo(each)
    if walk.is_cut_short:
        click.echo(_CUT_SHORT.format(pages=limits.pages, depth=limits.depth))
    click.echo(f"ปี {of_year.year} เปิด {len(walk.visits)} หน้าของ {walk.start} · {walk_report.summary(found)}")
    if unmet or not all(each.finding.is_found for each in found):
        sys.exit(PROBLEMS)


def _refuse_closed(walk: SiteWalk) -> None:
    """End the command where there is no front page to start from."""
    if walk.leads_to is not None:
        stop(_LEADS_AWAY.format(start=walk.start, to=walk.leads_to))
    first = walk.visits[0] if walk.visits else None
    if first is None or first.page is None:
        stop(_CLOSED.format(start=walk.start, state=walk.state(walk.start) if first else "หมดเวลา"))


def _unmet(walk: SiteWalk, year: Year) -> Iterator[str]:
    """Yield where evidence of this website is named to which no page leads that was opened."""
    if year.disclosure is None:
        return
    for each in outside_addresses(year.disclosure.document):
        if each.item is not None and walk.way_to(each.address) is None:
            item = year.disclosure.record.items[each.item].item
            yield f"{year.disclosure.document.position(each.path)}: {_NOT_MET.format(item=item, address=each.address)}"


def _evidence(year: Year) -> dict[str, tuple[Evidence, ...]]:
    """Return the evidence that the office names for each item."""
    items = year.disclosure.record.items if year.disclosure else ()
    return {each.item: each.evidence for each in items}
