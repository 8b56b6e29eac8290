"""The command for addresses of other websites: `links`."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ita_site.data.model import LinkState
from ita_site.hosts.commands.links_walk import walk_site
from ita_site.hosts.commands.project import (
    checked_data,
    data_option,
    settings_of,
    stop,
    stop_without,
    typed_day_or_today,
)
from ita_site.hosts.reports import problem_report
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from ita_site.ground.problems import Problem
    from ita_site.hosts.links.checking_links import Asked
    from ita_site.hosts.links.session import YearNotes

_OFFLINE = "ไม่มีเว็บไซต์ใดตอบเลย เครื่องนี้น่าจะไม่ได้ต่ออินเทอร์เน็ต จึงไม่จดผล ให้ตรวจการเชื่อมต่อ แล้วสั่งใหม่"
_CODES = frozenset({"dead-link", "link-needs-login", "changed-link", "doubtful-link"})
_KEPT = (
    "เก็บสำเนา {kept} ไฟล์ในโฟลเดอร์ copies ของปี ซึ่งไม่เผยแพร่ ถ้าจะเผยแพร่ PDF หรือรูป ให้ย้ายไปไว้ใน files แล้วพิมพ์ file: แทน url:"
)


@click.command(
    help="เปิดทุกลิงก์ไปเว็บไซต์อื่นที่ข้อมูลอ้างถึง (หลักฐาน OIT เอกสารแนบ ที่อยู่ในข้อความ ช่องทางติดต่อ) แล้วจดผลไว้ใน"
    " links.lock.yml ของปีนั้น หน้าเว็บและ check จะบอกลิงก์ที่เปิดไม่ได้ ถ้าไม่ระบุปี ตรวจทุกปี",
    short_help="ตรวจลิงก์ไปเว็บไซต์อื่น",
)
@click.argument("year", type=int, metavar="[ปี]", required=False)
@data_option
@click.option("--day", callback=typed_day_or_today, metavar="วันที่", help="วันที่จะจดว่าตรวจ เช่น 2569-11-28 (ปกติคือวันนี้)")
@click.option("--keep", is_flag=True, help="เก็บสำเนาหน้าเว็บ PDF และรูปไว้ในโฟลเดอร์ copies ของปี (ไม่เผยแพร่)")
@click.option("--minutes", type=click.FloatRange(0, 600), default=30.0, show_default=True, help="เวลาทั้งหมดไม่เกินกี่นาที")
@click.option("--allow-private", "private", is_flag=True, help="ตรวจเครื่องในเครือข่ายภายในและทุกพอร์ตด้วย (ปกติไม่ตรวจ)")
@click.option(
    "--from",
    "start",
    metavar="ที่อยู่หน้าแรก",
    help="เดินเว็บไซต์หลักของหน่วยงานจากหน้าแรกแทน แล้วบอกว่าถึงแต่ละข้อของแบบ OIT ได้ทางเมนูใด ไม่จดอะไร (ปกติปีล่าสุด)",
)
@click.option("--pages", type=click.IntRange(1, 3000), default=300, show_default=True, help="--from: เปิดไม่เกินกี่หน้า")
@click.option("--depth", type=click.IntRange(0, 10), default=4, show_default=True, help="--from: ห่างหน้าแรกไม่เกินกี่คลิก")
def links(  # noqa: PLR0913 - as many as it has options
    *,
    year: int | None,
    data: Path,
    day: date,
    keep: bool,
    minutes: float,
    private: bool,
    start: str | None,
    pages: int,
    depth: int,
) -> None:
    """Ask the outside addresses of a year, or of all years; or walk the office's website."""
    try:
        from ita_site.hosts.links import checking_links, fetch_limits, fetcher, session, site_walk  # noqa: PLC0415 - an extra
    except ImportError:
        stop_without("links", "httpx", "links")
    if start is not None:
        walk_site(data, year, start, site_walk.WalkLimits(depth, pages, minutes * 60), private=private)
        return
    dataset = checked_data(data).dataset
    if year is not None and year not in dataset.years:
        stop(f"ไม่มีข้อมูลของปี {year} ปีที่มี: {', '.join(map(str, dataset.years))}")
    years = [year] if year is not None else list(dataset.years)
    wanted = session.session(dataset, years)
    if not wanted.questions:
        click.echo("ข้อมูลไม่มีลิงก์ไปเว็บไซต์อื่น")
        return
    limits = fetch_limits.FetchLimits(ports=None) if private else fetch_limits.FetchLimits()
    run = checking_links.LinkCheck(fetcher.Fetcher(limits, private=private), seconds=minutes * 60).run(wanted.questions)
    notes = {each: session.YearNotes(data, dataset.years[each], day, keep=keep) for each in years}
    with click.progressbar(run, length=len(wanted.questions), label="ตรวจลิงก์", file=sys.stderr) as shown:
        asked = [
            _noted(each, [notes[of_year] for of_year in years if each.address in wanted.addresses[of_year]])
            for each in shown
        ]
    if checking_links.is_offline(asked):
        stop(_OFFLINE)
    for note in notes.values():
        note.write()
    problems = _problems(data, [f"{dataset.folder}/agency.yml", *(f"{dataset.folder}/{each}/" for each in years)])
    if problems:
        click.echo(problem_report.text(problems, settings_of(data).root_above(data)) + "\n")
    click.echo(_summary(asked))
    kept = sum(len(each.copies) for each in notes.values())
    if kept:
        click.echo(_KEPT.format(kept=kept))
    if any(each.code != "doubtful-link" for each in problems):
        sys.exit(PROBLEMS)


def _noted(asked: Asked, notes: Iterable[YearNotes]) -> Asked:
    """Note what came of an address for its years, and return it without the content, of which there may be much."""
    for each in notes:
        each.add(asked)
    return replace(asked, answer=None)


def _problems(data: Path, files: Iterable[str]) -> list[Problem]:
    """Return what `check` now says of the links of some files."""
    told = data_check.check(data, settings_of(data)).problems
    return [each for each in told if each.code in _CODES and each.position.path.startswith(tuple(files))]


def _summary(asked: Iterable[Asked]) -> str:
    """Return how many addresses came to what, in one line."""
    states = Counter(each.state for each in asked)
    counts = [f"{state} {states[state]}" for state in LinkState if states[state]]
    if states[None]:
        counts.append(f"ยังไม่ได้ตรวจ {states[None]} (หมดเวลา หรือเว็บไซต์ไม่ตอบ)")
    return f"ลิงก์ {states.total()} รายการ: {' · '.join(counts)}"
