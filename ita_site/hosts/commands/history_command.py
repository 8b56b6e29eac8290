"""The command that shows who changed a value, when, and from what to what: `history`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground.git.git_program import NoHistory
from ita_site.hosts import console
from ita_site.hosts.commands.project import data_option, settings_of, stop
from ita_site.hosts.reports import history_report
from ita_site.hosts.value_changes import measure_titles, record_of
from ita_site.hosts.value_history import UnknownField, value_history
from ita_site.judging import privacy
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from ita_site.data.model import Record


@click.command(
    help="ประวัติของไฟล์ข้อมูล หรือของช่องเดียวในไฟล์: ใครแก้ เมื่อไร จากอะไรเป็นอะไร ตามที่บันทึกไว้ใน Git ชื่อช่องพิมพ์ตามไฟล์ เช่น"
    " indicators.7.score หรือชื่อภาษาไทย เช่น “คะแนนรวม” ชื่อผู้แก้อยู่ในเครื่องนี้เท่านั้น ไม่เผยแพร่",
    short_help="ประวัติของค่า: ใครแก้ เมื่อไร จากอะไรเป็นอะไร",
)
@click.argument("file", metavar="ไฟล์")
@click.argument("field", required=False, metavar="[ช่อง]")
@click.option("--json", "machine", is_flag=True, help="ผลลัพธ์เป็น JSON สำหรับโปรแกรม")
@data_option
def history(*, file: str, field: str | None, machine: bool, data: Path) -> None:
    """Print what became of a file or a field."""
    name, record = data_file(file, data)
    dataset = data_check.check(data, settings_of(data)).dataset
    titles = measure_titles({dataset.inside(path): each for path, each in dataset.sources.items()})
    try:
        found = value_history(data / name, name, record, field, titles)
    except NoHistory as error:
        stop(history_report.without_git(error))
    except UnknownField as error:
        stop(f"{data / name}: {error}")
    if not found.steps:
        stop(f"{data / name}: {history_report.NOTHING}")
    told = history_report.as_json if machine else history_report.text
    shown = told(found, (data / name).as_posix(), privacy.public_by_office(dataset))
    click.echo(console.printable_json(shown) if machine else shown)


def data_file(typed: str, data: Path) -> tuple[str, type[Record]]:
    """Return the path of a data file below the data folder, and what it holds; the command ends where it is none.

    What is typed is a path from here, or one from the data folder.
    """
    names = (Path(os.path.relpath(typed, data)).as_posix(), Path(os.path.normpath(typed)).as_posix())
    found = next(((name, record) for name in names if (record := record_of(name)) is not None), None)
    if found is None:
        stop(f"{typed} ไม่ใช่ไฟล์ข้อมูล ให้พิมพ์ที่อยู่ของไฟล์ใต้โฟลเดอร์ {data} เช่น 2568/result.yml")
    return found
