"""The command that puts a published value right, and says so to readers: `correct`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ita_site.data.edit import CannotEditError, digest, save, undo, values
from ita_site.ground.git_objects import published_files
from ita_site.ground.problems import Severity
from ita_site.hosts import problem_report
from ita_site.hosts.commands.project import data_option, read_day, root_of, settings_of, stop
from ita_site.hosts.commands.recalling import data_file
from ita_site.hosts.corrections import CannotCorrect, RightValue, correction
from ita_site.hosts.failures import PROBLEMS
from ita_site.hosts.value_changes import measure_titles
from ita_site.hosts.value_history import UnknownField, field_named
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ita_site.ground.problems import Problem


@click.command(
    help="แก้ค่าที่เผยแพร่แล้ว และเขียนคำชี้แจงให้ผู้อ่าน: คะแนนเขียนที่ errata: ค่าอื่นเขียนที่ notes: ของไฟล์นั้น ชื่อช่องพิมพ์ตามไฟล์ เช่น"
    " indicators.7.score หรือชื่อภาษาไทย ที่เผยแพร่แล้ว คือที่ส่งขึ้น Git (หรือ commit ล่าสุด ถ้าไม่ได้ส่งขึ้นที่ใด)"
    " ค่าที่ยังไม่เคยเผยแพร่ แก้โดยไม่มีคำชี้แจง",
    short_help="แก้ค่าที่เผยแพร่แล้ว พร้อมคำชี้แจง",
)
@click.argument("file", metavar="ไฟล์")
@click.argument("field", metavar="ช่อง")
@click.argument("new", metavar="ค่าที่ถูก")
@click.option("--reason", prompt="เหตุผลที่แก้ (ผู้อ่านเห็น)", help="เหตุผล ซึ่งผู้อ่านเห็น")
@click.option("--day", callback=read_day, metavar="วันที่", help="วันที่แก้ เช่น 2569-11-28 (ปกติคือวันนี้)")
@data_option
def correct(*, file: str, field: str, new: str, reason: str, day: date, data: Path) -> None:  # noqa: PLR0913 - as typed
    """Change a value and write the erratum; a file that would have another error with it stays as it was."""
    name, record = data_file(file, data)
    path = data / name
    if not reason.strip():
        stop('ต้องบอกเหตุผลที่แก้ ด้วย --reason "เหตุผล"')
    before = data_check.check(data, settings_of(data))
    titles = measure_titles({before.dataset.inside(each): text for each, text in before.dataset.sources.items()})
    try:
        seen = path.read_bytes()
        now = values(seen, path.as_posix())
        published = published_files(data, [name]).get(name)
        was = values(published, name) if published is not None else None
        where = field_named(field, now, record, titles)
        right = RightValue(new.strip(), " ".join(reason.split()), day)
        made = correction(now, was, record, where, right, names=titles)
        saved = save(path, made.changes, digest(seen), base=seen, name=path.as_posix())
    except FileNotFoundError:
        stop(f"ไม่มีไฟล์ {path}")
    except (CannotCorrect, CannotEditError, UnknownField) as error:
        stop(f"{path}: {error}")
    after = data_check.check(data, settings_of(data))
    wrong = [each for each in after.problems if each.severity is Severity.ERROR and _is_new(each, before.problems)]
    if wrong:
        told = problem_report.text(wrong, root_of(settings_of(data), data))  # shows the line as it would be
        undo(path, saved, path.as_posix())
        click.echo(f"ไม่ได้แก้ เพราะจะมีเรื่องต้องแก้\n{told}", err=True)
        sys.exit(PROBLEMS)
    click.echo(f"แก้ “{made.label}” ใน {path} เป็น {new} แล้ว")
    if made.published is None:
        click.echo("ค่านี้ยังไม่เคยเผยแพร่เป็นอย่างอื่น จึงไม่มีคำชี้แจง")
    else:
        click.echo(f"เขียนคำชี้แจงแล้ว ว่าเผยแพร่ไว้เป็น {made.published} ดูก่อนเผยแพร่ด้วย ita-site changes")


def _is_new(problem: Problem, before: tuple[Problem, ...]) -> bool:
    return (problem.code, problem.message) not in {(each.code, each.message) for each in before}
