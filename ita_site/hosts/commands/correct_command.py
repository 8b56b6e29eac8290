"""The command that puts a published value right, and says so to readers: `correct`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_site.data.edit import CannotEditError
from ita_site.hosts.commands.history_command import data_file
from ita_site.hosts.commands.project import data_option, settings_of, stop, typed_day_or_today
from ita_site.hosts.corrections import CannotCorrect, FileToCorrect, RightValue, WouldBeWrong, put_right
from ita_site.hosts.reports import problem_report
from ita_site.hosts.targets.last_publication import published_versions
from ita_site.hosts.value_changes import measure_titles
from ita_site.hosts.value_history import UnknownField
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command(
    help="แก้ค่าที่เผยแพร่แล้ว และเขียนคำชี้แจงให้ผู้อ่าน: คะแนนเขียนที่ errata: ค่าอื่นเขียนที่ notes: ของไฟล์นั้น ชื่อช่องพิมพ์ตามไฟล์ เช่น"
    " indicators.7.score หรือชื่อภาษาไทย ที่เผยแพร่แล้ว คือทุกค่าที่เคยส่งขึ้น Git (หรือเคย commit ถ้าไม่ได้ส่งขึ้นที่ใด)"
    " หรือค่าที่อยู่ ณ ปลายทางของ ita-site publish"
    " ค่าที่ยังไม่เคยเผยแพร่ แก้โดยไม่มีคำชี้แจง",
    short_help="แก้ค่าที่เผยแพร่แล้ว พร้อมคำชี้แจง",
)
@click.argument("file", metavar="ไฟล์")
@click.argument("field", metavar="ช่อง")
@click.argument("new", metavar="ค่าที่ถูก")
@click.option("--reason", prompt="เหตุผลที่แก้ (ผู้อ่านเห็น)", help="เหตุผล ซึ่งผู้อ่านเห็น")
@click.option("--day", callback=typed_day_or_today, metavar="วันที่", help="วันที่แก้ เช่น 2569-11-28 (ปกติคือวันนี้)")
@data_option
def correct(*, file: str, field: str, new: str, reason: str, day: date, data: Path) -> None:  # noqa: PLR0913 - as typed
    """Change a value and write the erratum; a file that would have another error with it stays as it was."""
    name, record = data_file(file, data)
    path = data / name
    if not reason.strip():
        stop('ต้องบอกเหตุผลที่แก้ ด้วย --reason "เหตุผล"')
    known = settings_of(data)
    checked = data_check.check(data, known)
    titles = measure_titles({checked.dataset.inside(each): text for each, text in checked.dataset.sources.items()})
    published = published_versions(data, known, name)
    asked = FileToCorrect(path, path.as_posix(), record, published, titles, checked.problems)
    right = RightValue(new.strip(), " ".join(reason.split()), day)
    try:
        done = put_right(
            asked,
            field,
            right,
            lambda: data_check.check(data, known).problems,
            lambda problems: problem_report.text(problems, known.root_above(data)),
        )
    except FileNotFoundError:
        stop(f"ไม่มีไฟล์ {path}")
    except (CannotCorrect, CannotEditError, UnknownField) as error:
        stop(f"{path}: {error}")
    except WouldBeWrong as error:
        stop(f"ไม่ได้แก้ เพราะจะมีเรื่องต้องแก้\n{error}")
    made = done.correction
    click.echo(f"แก้ “{made.label}” ใน {path} เป็น {new} แล้ว")
    if made.published:
        click.echo(f"เขียนคำชี้แจงแล้ว ว่าเผยแพร่ไว้เป็น {', '.join(made.published)} ดูก่อนเผยแพร่ด้วย ita-site changes")
    else:
        click.echo("ค่านี้ยังไม่เคยเผยแพร่เป็นอย่างอื่น จึงไม่มีคำชี้แจง")
