"""The command `import`: tables of the office's own files into data, shown cell by cell before anything is written."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ita_site.data.edit import CannotEditError
from ita_site.data.model import is_id
from ita_site.ground.problems import blocking
from ita_site.hosts.commands.project import (
    checked_data,
    data_option,
    settings_of,
    stop,
    stop_without,
    typed_year,
)
from ita_site.hosts.importing import import_report
from ita_site.hosts.importing.candidates import candidate, write
from ita_site.hosts.importing.tables import office_tables
from ita_site.hosts.importing.tables.cell_tables import CannotReadTables, OfficeTables
from ita_site.hosts.importing.understanding import understand
from ita_site.hosts.importing.understood_cells import ImportKind, Wishes

_PASTED = "-"
_BAD_PAIR = "“{given}” ให้พิมพ์แบบ {example}"


def _pairs(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Return what was typed as NAME=VALUE, one by one."""
    pairs = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name.strip() or not value.strip():
            example = "--column B=owners" if parameter.name == "columns" else "--set total=96.79"
            raise click.BadParameter(_BAD_PAIR.format(given=each, example=example), context, parameter)
        pairs[name.strip().upper() if parameter.name == "columns" else name.strip()] = value.strip()
    return pairs


@click.command(
    "import",
    help="นำเข้าจากไฟล์ที่หน่วยงานมี: ตารางผลคะแนน มาตรการ รายงาน หรือรายการ OIT จาก Excel Word CSV หน้าเว็บ หรือข้อความที่วาง (-)"
    " แสดงทีละช่องว่าเข้าใจอย่างไร และผลตรวจ ยังไม่เขียนจนกว่าจะพิมพ์ --write ไม่เขียนทับค่าที่มีอยู่",
    short_help="นำเข้าตารางจาก Excel หรือ Word",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="ไฟล์")
@click.option("--year", required=True, callback=typed_year, help="ปีงบประมาณ พ.ศ.")
@click.option(
    "--as",
    "kind",
    type=click.Choice([each.value for each in ImportKind]),
    help="ตารางเป็นอะไร: ผลคะแนน มาตรการ รายงาน หรือรายการ OIT (disclosure) ถ้าไม่พิมพ์ ดูจากหัวตาราง",
)
@click.option("--table", "numbers", type=click.IntRange(1), multiple=True, help="อ่านเฉพาะตารางที่เท่าใด")
@click.option("--column", "columns", multiple=True, callback=_pairs, metavar="B=owners", help="คอลัมน์หมายถึงอะไร")
@click.option("--set", "values", multiple=True, callback=_pairs, metavar="total=96.79", help="ค่าที่เอกสารพิมพ์นอกตาราง")
@click.option("--report", "name", default="", metavar="six-month|annual", help="ชื่อไฟล์รายงาน")
@click.option("--write", "is_written", is_flag=True, help="เขียนไฟล์ใหม่ และเติมช่องที่ว่างในไฟล์ที่มี")
@data_option
def import_(
    *,
    file: Path,
    kind: str | None,
    numbers: tuple[int, ...],
    is_written: bool,
    data: Path,
    **said: Any,  # noqa: ANN401
) -> None:
    """Show what a file gives and, if asked to, write it."""
    wishes = Wishes(**said)  # the options are named as its fields
    if wishes.name and not is_id(wishes.name):
        stop(f"“{wishes.name}” ใช้เป็นชื่อไฟล์รายงานไม่ได้ ให้พิมพ์ six-month หรือ annual")
    checked = checked_data(data)
    known = settings_of(data)
    tables = _chosen(_read(file), numbers)
    understood = understand(tables, checked.dataset, wishes, ImportKind(kind) if kind else None)
    made = candidate(data, known.root, wishes.year, understood.files)
    click.echo(import_report.text(file.name, wishes.year, understood, made))
    if made.files:
        click.echo(f"\nผลตรวจถ้าเขียน\n{import_report.check_text(made, known.root_above(data))}")
    if understood.asked or made.refused or blocking(made.problems):
        stop("\nยังไม่ได้เขียนไฟล์ใด แก้ตามข้างบนแล้วสั่งใหม่")
    if not made.changed:
        click.echo("\nไม่มีอะไรต้องเขียน")
        return
    if not is_written:
        click.echo("\nยังไม่ได้เขียนไฟล์ใด ถ้าถูกต้อง ให้สั่งอีกครั้งพร้อม --write")
        return
    try:
        written = write(made.files)
    except (CannotEditError, FileExistsError) as error:
        stop(str(error))
    click.echo("")
    for each in written:
        click.echo(f"เขียน {each} แล้ว")
    click.echo("ต่อไป: เทียบกับเอกสาร แล้วตรวจด้วย ita-site check")


def _read(file: Path) -> OfficeTables:
    try:
        pasted = str(file) == _PASTED
        return office_tables.read(file.name, sys.stdin.buffer.read() if pasted else file.read_bytes())
    except CannotReadTables as error:
        stop(f"{file}: {error}")
    except ModuleNotFoundError:
        stop_without("import", office_tables.LIBRARIES, "import", "หรือบันทึกตารางเป็น CSV UTF-8 ซึ่งอ่านได้โดยไม่ต้องติดตั้งเพิ่ม")


def _chosen(read: OfficeTables, numbers: tuple[int, ...]) -> OfficeTables:
    beyond = [each for each in numbers if each > len(read.tables)]
    if beyond:
        stop(f"ไฟล์นี้มี {len(read.tables)} ตาราง ไม่มีตารางที่ {beyond[0]}")
    return replace(read, tables=tuple(read.tables[each - 1] for each in numbers)) if numbers else read
