"""The command that shows what would be published: `changes`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground import git_dates
from ita_site.ground.problems import Severity
from ita_site.hosts import changes_report, console
from ita_site.hosts.commands.project import data_option, settings_of, stop
from ita_site.hosts.failures import PROBLEMS
from ita_site.hosts.value_changes import (
    NotPublishedYet,
    PublishedData,
    data_changes,
    of_archive,
    of_commit,
    of_site,
)
from ita_site.judging import privacy
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from ita_site.publishing.settings import Settings

_SITE = "site"
"""The folder that a site is built into where nothing else is said."""


@click.command(
    help="ดูก่อนเผยแพร่: ค่าใดเปลี่ยนจากที่เผยแพร่ครั้งก่อน (เดิม → ใหม่) หน้าใดเปลี่ยน และยังมีเรื่องใดต้องแก้"
    " เทียบกับที่เก็บ Git (ที่ commit ล่าสุด) หรือเว็บไซต์ที่เผยแพร่แล้ว ไม่ใช้อินเทอร์เน็ต",
    short_help="ดูก่อนเผยแพร่: ค่าใดเปลี่ยน หน้าใดเปลี่ยน",
)
@click.option(
    "--since", metavar="จุด", help="เทียบกับจุดใด: โฟลเดอร์หรือไฟล์ ZIP ของเว็บไซต์ที่เผยแพร่ หรือ commit, branch, tag ของ Git"
)
@click.option("--json", "machine", is_flag=True, help="ผลลัพธ์เป็น JSON สำหรับโปรแกรม")
@data_option
def changes(*, since: str | None, machine: bool, data: Path) -> None:
    """Print what has changed since the last publication."""
    known = settings_of(data)
    try:
        published = published_data(data, known, since)
    except NotPublishedYet as error:
        stop(str(error))
    checked = data_check.check(data, known)
    found = data_changes(published, checked.dataset, known, data)
    office = privacy.public_by_office(checked.dataset)
    if machine:
        click.echo(console.printable_json(changes_report.as_json(found, checked.problems, office)))
    else:
        click.echo(changes_report.text(found, checked.problems, office))
    if any(each.severity is not Severity.NOTICE for each in checked.problems):
        sys.exit(PROBLEMS)


def published_data(data: Path, known: Settings, since: str | None) -> PublishedData:
    """Return what was published last, or what stands at the place that was named.

    Raises:
        NotPublishedYet: nothing is known that was published, or nothing stands there.
        OSError: the disk does not answer.

    """
    if since is not None:
        place = Path(since)
        if place.is_dir():
            return of_site(place)
        return of_archive(place) if place.is_file() else of_commit(data, known.content, since)
    if git_dates.top(data):
        return of_commit(data, known.content, "HEAD")
    site = (known.root or data.resolve().parent) / _SITE
    if site.is_dir():
        return of_site(site)
    message = "ยังไม่เคยเผยแพร่จากโฟลเดอร์นี้ จึงไม่มีอะไรให้เทียบ ถ้าเว็บไซต์อยู่ที่อื่น ให้บอกด้วย --since โฟลเดอร์ของเว็บไซต์"
    raise NotPublishedYet(message)
