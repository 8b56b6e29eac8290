"""The commands that write what is published: `export`, `schema` and `urls`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from ita_site.data import schemas
from ita_site.data.load import ADDRESS_LIST
from ita_site.ground.problems import InvalidData
from ita_site.hosts.commands.project import data_option, settings_of, stop
from ita_site.hosts.export import CannotExport
from ita_site.hosts.export import export as write
from ita_site.hosts.reports import problem_report, replaced_report
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.publishing import address_list, site


@click.command(
    help="เขียนเว็บไซต์เป็น Markdown กับ mkdocs.yml ที่สร้างได้โดยไม่ต้องมีโปรแกรมนี้",
    short_help="เขียนเว็บไซต์เป็น Markdown กับ mkdocs.yml",
)
@click.argument("target", type=click.Path(path_type=Path, file_okay=False), metavar="โฟลเดอร์ปลายทาง")
@data_option
def export(*, target: Path, data: Path) -> None:
    """Write the site for any builder."""
    known = settings_of(data)
    try:
        made = site.build(data, known)
        replaced = write(
            made, replace(known, data=data), target, lambda: click.echo(replaced_report.waiting(target), err=True)
        )
    except InvalidData as error:
        click.echo(problem_report.text(error.problems, known.root_above(data)), err=True)
        sys.exit(PROBLEMS)
    except CannotExport as error:
        stop(str(error))
    click.echo(f"เขียน {len(made.pages)} หน้าลง {target} แล้ว")
    for said in replaced_report.lines(replaced, target):
        click.echo(said, err=True)


@click.command(
    help="เขียนคำอธิบายของทุกช่องสำหรับโปรแกรมแก้ไขไฟล์ (JSON Schema ของไฟล์ข้อมูลทุกชนิด) พร้อมคู่มือข้อมูล",
    short_help="JSON Schema ของไฟล์ข้อมูลทุกชนิด พร้อมคู่มือข้อมูล",
)
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".schemas"),
    show_default=True,
    metavar="โฟลเดอร์",
    help="โฟลเดอร์ที่จะเขียน",
)
@data_option
def schema(*, target: Path, data: Path) -> None:
    """Write the JSON Schemas and the guide to the data, and print the line by which a file names its schema."""
    files = schemas.files()
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"เขียน {len(files)} ไฟล์ลง {target} แล้ว บรรทัดแรกของไฟล์ข้อมูลแต่ละชนิดให้พิมพ์ตามนี้")
    for path, record in schemas.RECORDS.items():
        file = data / path
        way = Path(os.path.relpath(target, file.parent)).as_posix()
        click.echo(f"{file.as_posix()}: {schemas.first_line(record, way)}")


@click.command(
    help="เพิ่มที่อยู่ของทุกหน้าลงในรายการ urls.txt ที่โฟลเดอร์ข้อมูล ที่อยู่ในรายการต้องไม่หายไป check และการสร้างเว็บไซต์จะตรวจให้",
    short_help="จดที่อยู่ของทุกหน้าไว้ใน urls.txt",
)
@data_option
def urls(*, data: Path) -> None:
    """Put the addresses of all pages into the list of those that may not disappear."""
    known = settings_of(data)
    try:
        made = site.build(data, known)
    except InvalidData as error:
        click.echo(problem_report.text(error.problems, known.root_above(data)), err=True)
        sys.exit(PROBLEMS)
    click.echo(f"เพิ่ม {address_list.add(data, made.addresses)} ที่อยู่ใน {data / ADDRESS_LIST}")
