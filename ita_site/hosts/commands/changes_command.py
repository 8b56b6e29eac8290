"""The command that shows what would be published: `changes`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ita_site.ground.git.git_program import NoHistory
from ita_site.ground.problems import stopping
from ita_site.hosts import console
from ita_site.hosts.commands.project import checked_project, data_option, settings_of, stop, target_of
from ita_site.hosts.reports import changes_report, no_history_report
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.hosts.targets.last_publication import last_publication, publication_at
from ita_site.hosts.value_changes import NotPublishedYet, data_changes
from ita_site.judging import privacy

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    help="ดูก่อนเผยแพร่: ค่าใดเปลี่ยนจากที่เผยแพร่ครั้งก่อน (เดิม → ใหม่) หน้าใดเปลี่ยน และยังมีเรื่องใดต้องแก้"
    " เทียบกับปลายทางที่ตั้งไว้ใน publish.yml ถ้าไม่มี เทียบกับ commit ล่าสุดใน Git ไม่ใช้อินเทอร์เน็ต",
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
        published = publication_at(data, known, since) if since else last_publication(data, known, target_of(known))
    except NotPublishedYet as error:
        stop(str(error))
    except NoHistory as error:
        stop(no_history_report.reason(error, ""))
    checked = checked_project(data, known)
    found = data_changes(published, checked.dataset, known, data)
    office = privacy.public_by_office(checked.dataset)
    if machine:
        click.echo(console.printable_json(changes_report.as_json(found, checked.problems, office)))
    else:
        click.echo(changes_report.text(found, checked.problems, office))
    if stopping(checked.problems, strict=True):
        sys.exit(PROBLEMS)
