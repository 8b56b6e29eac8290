"""The commands that begin something: `new`, `new-year`, `new-measure` and `new-report`."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.data.edit import CannotEditError
from ita_site.data.load import packaged_framework
from ita_site.hosts.commands.project import checked_data, data_option, stop, typed_year
from ita_site.hosts.new_files.beginnings import (
    CannotBeginError,
    UnfitFilesError,
    begin_measure,
    begin_report,
    begin_year,
    listed,
    measure_file,
    write_checked,
)
from ita_site.hosts.new_files.forms import ReportRound
from ita_site.hosts.new_files.starting import project_files
from ita_site.hosts.new_files.workflows import Forge, workflow_files
from ita_site.hosts.reports.failures import PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.source import Value

_WITHOUT_DISTRICT = ("องค์การบริหารส่วนจังหวัด", "อบจ", "กรุงเทพมหานคร")


def _not_blank(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """Return a text with single blanks and none around it; one of nothing else is refused."""
    if given is not None and not given.strip():
        message = "ว่างอยู่ ให้พิมพ์ข้อความ"
        raise click.BadParameter(message, context, parameter)
    return " ".join(given.split()) if given is not None else None


def _district(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """Return the district; it is asked for where the agency lies in one."""
    if given is not None or str(context.params.get("kind") or "").startswith(_WITHOUT_DISTRICT):
        return _not_blank(context, parameter, given)
    question = "อำเภอ (พิมพ์เฉพาะชื่อ เช่น งาว)"
    return str(click.prompt(question, value_proc=lambda typed: _not_blank(context, parameter, typed)))


def _empty_folder(context: click.Context, parameter: click.Parameter, folder: Path) -> Path:
    """Return a folder for a project: one that is not there yet, or has nothing in it."""
    del context, parameter
    if os.path.lexists(folder) and not folder.is_dir():
        stop(f"{folder} ไม่ใช่โฟลเดอร์ ให้พิมพ์ชื่อโฟลเดอร์ใหม่")
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    if there:
        stop(f"{folder} มีไฟล์อยู่แล้ว จึงไม่เขียนในนั้น: {listed(there)} ให้พิมพ์ชื่อโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง")
    return folder


@click.command(
    help="เริ่มเว็บไซต์ของหน่วยงานในโฟลเดอร์ใหม่: mkdocs.yml ข้อมูลหน่วยงาน แบบกรอกผลของปีแรก และคำแนะนำ"
    " ถามสิ่งที่ไม่ได้พิมพ์มา ไม่เขียนในโฟลเดอร์ที่มีไฟล์อยู่",
    short_help="เริ่มเว็บไซต์ของหน่วยงานจากโฟลเดอร์เปล่า",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="โฟลเดอร์", callback=_empty_folder, is_eager=True)
@click.option("--name", prompt="ชื่อหน่วยงาน (เช่น เทศบาลตำบลตัวอย่าง)", callback=_not_blank, help="ชื่อหน่วยงาน")
@click.option("--kind", prompt="ประเภท (เช่น เทศบาลตำบล)", callback=_not_blank, help="ประเภทหน่วยงาน")
@click.option("--district", callback=_district, help="อำเภอ")
@click.option("--province", prompt="จังหวัด (พิมพ์เฉพาะชื่อ เช่น ลำปาง)", callback=_not_blank, help="จังหวัด")
@click.option(
    "--divisions",
    prompt="ส่วนราชการ คั่นด้วยจุลภาค (ยังไม่ทราบ ให้กด Enter)",
    default="",
    show_default=False,
    help="ส่วนราชการ คั่นด้วยจุลภาค เช่น สำนักปลัด,กองคลัง",
)
@click.option("--year", callback=typed_year, prompt="ปีงบประมาณแรก พ.ศ. (เช่น 2569)", help="ปีงบประมาณแรก")
@click.option("--site-url", "url", callback=_not_blank, metavar="ที่อยู่", help="ที่อยู่ที่จะเผยแพร่ ถ้าทราบแล้ว")
@click.option(
    "--workflows",
    type=click.Choice([each.value for each in Forge]),
    help="เขียนไฟล์ที่ให้ GitHub, GitLab หรือ Forgejo ตรวจทุกข้อเสนอแก้ไขและเผยแพร่เมื่อรวมแล้ว",
)
def new(*, folder: Path, year: int, url: str | None, workflows: str | None, **typed: str | None) -> None:
    """Write the project of a municipality."""
    divisions: list[Value] = [each.strip() for each in (typed.pop("divisions") or "").split(",") if each.strip()]
    agency: dict[str, Value] = {**{key: each for key, each in typed.items() if each}, "divisions": divisions}
    try:
        files = project_files(agency, url, year, packaged_framework(year))
    except CannotEditError as error:
        stop(str(error))
    if workflows:
        files |= workflow_files(Forge(workflows))
    _write(folder / "data", {folder / name: content for name, content in files.items()})
    click.echo(f"เริ่มเว็บไซต์ของ{typed['name']}ที่ {folder} แล้ว ต่อไป")
    way = f'"{folder}"' if " " in str(folder) else folder
    click.echo(f"  1. เปิดโฟลเดอร์นั้น: cd {way}")
    click.echo("  2. อ่าน README.md และเติม data/agency.yml")
    click.echo(f"  3. ประกาศผลแล้ว ให้พิมพ์ผลใน data/{year}/result.yml แล้วตรวจด้วย ita-site check")


@click.command(
    "new-year",
    help="เริ่มปีงบประมาณใหม่: แบบกรอกผลที่มีตัวชี้วัดของปีนั้น --carry ยกมาตรการและรายการ OIT ของปีก่อนมาด้วย ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="เริ่มปีงบประมาณใหม่",
)
@click.argument("year", callback=typed_year, metavar="ปี")
@click.option("--carry", is_flag=True, help="ยกมาตรการของปีก่อนมา โดยเลื่อนวันที่หนึ่งปี และรายการ OIT โดยนับว่ายังรอปรับ")
@data_option
def new_year(*, year: int, carry: bool, data: Path) -> None:
    """Write the files of a new year."""
    with _told():
        begun = begin_year(checked_data(data).dataset, data, year, carry=carry)
    if not begun.files:
        stop(f"มีไฟล์ของปี {year} อยู่แล้ว ไม่เขียนทับ: {listed(begun.there)}")
    _write(data, begun.files)
    for path in begun.files:
        click.echo(f"เขียน {path} แล้ว")
    for path in begun.there:
        click.echo(f"มี {path} อยู่แล้ว ไม่เขียนทับ")
    for each in begun.said:
        click.echo(each)
    more = "" if carry else f" หรือยกมาจากปีก่อนด้วย ita-site new-year {year} --carry"
    click.echo(
        f"ต่อไป: เพิ่มมาตรการด้วย ita-site new-measure {year}{more}"
        f" เมื่อประกาศผลแล้ว ให้เติม {data / str(year) / 'result.yml'} ดูสิ่งที่ยังขาดด้วย ita-site status {year}"
    )


@click.command(
    "new-measure",
    help="เขียนไฟล์ของมาตรการใหม่ให้เติม ชื่อไฟล์เป็นที่อยู่หน้าเว็บ เช่น asset-lending ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="ไฟล์ของมาตรการใหม่",
)
@click.argument("year", callback=typed_year, metavar="ปี")
@click.argument("measure_id", metavar="ชื่อไฟล์")
@click.option("--title", callback=_not_blank, help="ชื่อตามที่เอกสารพิมพ์")
@data_option
def new_measure(*, year: int, measure_id: str, title: str | None, data: Path) -> None:
    """Write the file of a new measure."""
    dataset = checked_data(data).dataset
    with _told():
        measure_file(dataset, data, year, measure_id)  # before a title is asked for in vain
        begun = begin_measure(dataset, data, year, measure_id, title or click.prompt("ชื่อมาตรการตามแผน").strip())
    _write(data, begun.files)
    path = next(iter(begun.files))
    click.echo(f"เขียน {path} แล้ว ต่อไป: เติม answers: steps: owners: และ period: ตามแผน แล้วตรวจด้วย ita-site check")


@click.command(
    "new-report",
    help="เขียนไฟล์ของรายงานให้เติม: ครึ่งปี (six-month) หรือทั้งปี (annual) มีทุกมาตรการของปี ยังไม่ระบุสถานะ ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="ไฟล์ของรายงานใหม่",
)
@click.argument("year", callback=typed_year, metavar="ปี")
@click.argument("of_round", type=click.Choice([each.value for each in ReportRound]), metavar="six-month|annual")
@click.option("--title", callback=_not_blank, help="ชื่อตามที่เอกสารพิมพ์")
@data_option
def new_report(*, year: int, of_round: str, title: str | None, data: Path) -> None:
    """Write the file of a new report."""
    dataset = checked_data(data).dataset
    with _told():
        begun = begin_report(dataset, data, year, ReportRound(of_round), title)
    _write(data, begun.files)
    click.echo(
        f"เขียน {next(iter(begun.files))} แล้ว มี {len(dataset.years[year].measures)} มาตรการ"
        " ต่อไป: แก้ title: ให้ตรงกับเอกสาร เติม status: และ output: ของแต่ละมาตรการ แล้วตรวจด้วย ita-site check"
    )


@contextmanager
def _told() -> Iterator[None]:
    """End the command where something cannot be begun, with why."""
    try:
        yield
    except CannotBeginError as error:
        stop(str(error))


def _write(data: Path, files: Mapping[Path, bytes]) -> None:
    """Write new files; where the data have an error with them, the command ends with it, and without them."""
    try:
        with _told():
            write_checked(data, files)
    except UnfitFilesError as error:
        click.echo(f"ไม่ได้เขียนไฟล์ใด เพราะจะมีเรื่องต้องแก้\n{error}", err=True)
        sys.exit(PROBLEMS)
