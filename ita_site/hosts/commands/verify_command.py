"""The command that holds a published site against the data: `verify`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground import addresses
from ita_site.ground.problems import InvalidData
from ita_site.hosts.commands.project import checked_data, data_option, settings_of, stop, stop_without
from ita_site.hosts.reports import problem_report
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.hosts.verification import verify_report
from ita_site.hosts.verification.published_site import OutOfReach, PublishedFolder, PublishedWebsite
from ita_site.hosts.verification.site_comparing import SiteComparison
from ita_site.publishing import site

if TYPE_CHECKING:
    from ita_site.hosts.verification.published_site import PublishedSite
    from ita_site.publishing.site import Site

_NOTHING = (
    "“{place}” ไม่ใช่โฟลเดอร์ และไม่ใช่ที่อยู่เว็บไซต์ ให้พิมพ์โฟลเดอร์ที่สร้างไว้ เช่น site หรือที่อยู่หน้าแรก เช่น https://www.office.go.th/ita/"
)
_NO_SITE = "ไม่พบหน้าแรก (index.html) ใน {place} จึงไม่ใช่เว็บไซต์ที่สร้างแล้ว ให้ระบุโฟลเดอร์ที่มี index.html"
_NO_PAGE = "ไม่พบหน้าแรกที่ {place} ให้ตรวจที่อยู่"
_ANOTHER = "เว็บไซต์นี้เป็นของ{theirs} แต่ข้อมูลเป็นของ{ours} จึงไม่เทียบตัวเลข"
_UNNAMED = "เว็บไซต์นี้ไม่มีชื่อ{ours} จึงไม่ใช่เว็บไซต์ของข้อมูลนี้"
_CLOSED = "เปิดเว็บไซต์ไม่ได้ ตรวจได้ไม่ครบ: {state}"


@click.command(
    help="ตรวจว่าตัวเลขและสถานะบนเว็บไซต์ที่สร้างแล้ว (โฟลเดอร์ หรือที่อยู่หน้าแรก) ตรงกับข้อมูลนี้ทุกหน้า แล้วบอกทุกค่าที่ต่าง พร้อมไฟล์และบรรทัดที่มา",
    short_help="เทียบเว็บไซต์ที่เผยแพร่กับข้อมูล",
)
@click.argument("place", metavar="โฟลเดอร์หรือที่อยู่")
@data_option
@click.option("--all", "everything", is_flag=True, help="บอกหน้าที่ตรงกันด้วย")
@click.option(
    "--pause", type=click.FloatRange(0, 30), default=1.0, show_default=True, help="ที่อยู่เว็บไซต์: เว้นกี่วินาทีระหว่างหน้า"
)
@click.option("--allow-private", "private", is_flag=True, help="เปิดเครื่องในเครือข่ายภายในและทุกพอร์ตด้วย (ปกติไม่เปิด)")
def verify(*, place: str, data: Path, everything: bool, pause: float, private: bool) -> None:
    """Say of every page of a published site whether its figures are those of the data."""
    known = settings_of(data)
    dataset = checked_data(data).dataset
    try:
        made = site.build(data, known)
    except InvalidData as error:
        click.echo(problem_report.text(error.problems, known.root_above(data)), err=True)
        sys.exit(PROBLEMS)
    published = _published(place, made, pause, private=private)
    comparison = SiteComparison(made, dataset, published)
    ours = dataset.agency.record.name if dataset.agency else ""
    try:
        theirs = comparison.other_agency(ours)
        if theirs is not None:
            stop(_ANOTHER.format(theirs=theirs, ours=ours) if theirs else _UNNAMED.format(ours=ours))
        with click.progressbar(comparison.run(), length=comparison.count, label="เทียบตัวเลข", file=sys.stderr) as shown:
            compared = list(shown)
        unknown = list(comparison.unknown_pages())
    except OutOfReach as error:
        stop(_CLOSED.format(state=error))
    for line in verify_report.lines(compared, unknown, everything=everything):
        click.echo(line)
    click.echo(verify_report.summary(compared, unknown))
    if unknown or any(each.deviations for each in compared):
        sys.exit(PROBLEMS)


def _published(place: str, made: Site, pause: float, *, private: bool) -> PublishedSite:
    """Return the site that is named; the command ends where there is none."""
    folder = Path(place)
    if folder.is_dir():
        found: PublishedSite = PublishedFolder(folder)
        if found.read(addresses.file("")) is None:
            stop(_NO_SITE.format(place=place))
        return found
    if "://" not in place and "." not in place.partition("/")[0]:
        stop(_NOTHING.format(place=place))
    try:
        from ita_site.hosts.links import fetch_limits, fetcher, site_walk  # noqa: PLC0415 - an extra
    except ImportError:
        stop_without("links", "httpx", "verify")
    start = site_walk.front_of(place)
    if start is None or folder.exists():
        stop(_NOTHING.format(place=place))
    limits = fetch_limits.FetchLimits(ports=None) if private else fetch_limits.FetchLimits()
    found = PublishedWebsite(fetcher.Fetcher(limits, private=private), start, made.website, pause)
    try:
        if found.read(addresses.file("")) is None:
            stop(_NO_PAGE.format(place=start))
    except OutOfReach as error:
        stop(_CLOSED.format(state=error))
    return found
