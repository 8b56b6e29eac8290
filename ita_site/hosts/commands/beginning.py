"""The commands that begin something: `new`, `new-year`, `new-measure` and `new-report`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.data.edit import CannotEditError
from ita_site.data.load import packaged_framework
from ita_site.data.model import is_id
from ita_site.ground import thai
from ita_site.ground.problems import Severity, blocking
from ita_site.hosts import problem_report
from ita_site.hosts.commands.project import checked_data, data_option, root_of, settings_of, stop
from ita_site.hosts.failures import PROBLEMS
from ita_site.hosts.new_files.carried_measures import carried_measure
from ita_site.hosts.new_files.forms import ReportRound, measure_form, report_form, result_form
from ita_site.hosts.new_files.placing import place, schema_way
from ita_site.hosts.new_files.starting import project_files
from ita_site.hosts.oit_list import next_list
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.load import Dataset, Year
    from ita_site.data.source import Value

_WITHOUT_DISTRICT = ("องค์การบริหารส่วนจังหวัด", "อบจ", "กรุงเทพมหานคร")
_SHOWN = 5
"""Names of files that are enough to say what is in a folder."""


def _fiscal_year(context: click.Context, parameter: click.Parameter, given: str) -> int:
    """Return the fiscal year, B.E., that was typed in Arabic or Thai digits."""
    try:
        return thai.year(given)
    except thai.BadDate as error:
        raise click.BadParameter(str(error), context, parameter) from None


def _not_blank(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """Return a text without what surrounds it; one of nothing else is refused."""
    if given is not None and not given.strip():
        message = "ว่างอยู่ ให้พิมพ์ข้อความ"
        raise click.BadParameter(message, context, parameter)
    return given.strip() if given is not None else None


def _empty_folder(context: click.Context, parameter: click.Parameter, folder: Path) -> Path:
    """Return a folder for a project: one that is not there yet, or has nothing in it."""
    del context, parameter
    if os.path.lexists(folder) and not folder.is_dir():
        stop(f"{folder} ไม่ใช่โฟลเดอร์ ให้พิมพ์ชื่อโฟลเดอร์ใหม่")
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    if there:
        stop(f"{folder} มีไฟล์อยู่แล้ว จึงไม่เขียนในนั้น: {_listed(there)} ให้พิมพ์ชื่อโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง")
    return folder


@click.command(
    help="เริ่มเว็บไซต์ของหน่วยงานในโฟลเดอร์ใหม่: mkdocs.yml ข้อมูลหน่วยงาน แบบกรอกผลของปีแรก และคำแนะนำ"
    " ถามสิ่งที่ไม่ได้พิมพ์มา ไม่เขียนในโฟลเดอร์ที่มีไฟล์อยู่",
    short_help="เริ่มเว็บไซต์ของหน่วยงานจากโฟลเดอร์เปล่า",
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="โฟลเดอร์", callback=_empty_folder, is_eager=True)
@click.option("--name", prompt="ชื่อหน่วยงาน (เช่น เทศบาลตำบลตัวอย่าง)", callback=_not_blank, help="ชื่อหน่วยงาน")
@click.option("--kind", prompt="ประเภท (เช่น เทศบาลตำบล)", callback=_not_blank, help="ประเภทหน่วยงาน")
@click.option("--district", callback=_not_blank, help="อำเภอ")
@click.option("--province", prompt="จังหวัด", callback=_not_blank, help="จังหวัด")
@click.option(
    "--divisions",
    prompt="ส่วนราชการ คั่นด้วยจุลภาค (ยังไม่ทราบ ให้กด Enter)",
    default="",
    show_default=False,
    help="ส่วนราชการ คั่นด้วยจุลภาค เช่น สำนักปลัด,กองคลัง",
)
@click.option("--year", callback=_fiscal_year, prompt="ปีงบประมาณแรก พ.ศ. (เช่น 2569)", help="ปีงบประมาณแรก")
@click.option("--site-url", "url", callback=_not_blank, metavar="ที่อยู่", help="ที่อยู่ที่จะเผยแพร่ ถ้าทราบแล้ว")
def new(*, folder: Path, year: int, url: str | None, **typed: str | None) -> None:
    """Write the project of a municipality."""
    if typed["district"] is None and not (typed["kind"] or "").startswith(_WITHOUT_DISTRICT):
        typed["district"] = click.prompt("อำเภอ").strip()
    divisions: list[Value] = [each.strip() for each in (typed.pop("divisions") or "").split(",") if each.strip()]
    agency: dict[str, Value] = {**{key: each for key, each in typed.items() if each}, "divisions": divisions}
    try:
        files = project_files(agency, url, year, packaged_framework(year))
    except CannotEditError as error:
        stop(str(error))
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
@click.argument("year", callback=_fiscal_year, metavar="ปี")
@click.option("--carry", is_flag=True, help="ยกมาตรการของปีก่อนมา โดยเลื่อนวันที่หนึ่งปี และรายการ OIT โดยนับว่ายังรอปรับ")
@data_option
def new_year(*, year: int, carry: bool, data: Path) -> None:
    """Write the files of a new year."""
    dataset = checked_data(data).dataset
    framework = dataset.frameworks.get(year) or packaged_framework(year)
    folder = data / str(year)
    result = folder / "result.yml"
    files = {result: result_form(year, framework, schema_way(data, result))}
    said: list[str] = []
    if framework is None:
        said.append(f"ยังไม่มีเกณฑ์การประเมินของปี {year} ในโปรแกรม จึงยังไม่มีรายการตัวชี้วัดและรายการ OIT")
    if carry:
        said += _carry(dataset, year, data, files)
    there = [path for path in files if os.path.lexists(path)]
    written = {path: content for path, content in files.items() if path not in there}
    if not written:
        stop(f"มีไฟล์ของปี {year} อยู่แล้ว ไม่เขียนทับ: {_listed(there)}")
    _write(data, written)
    for path in written:
        click.echo(f"เขียน {path} แล้ว")
    for path in there:
        click.echo(f"มี {path} อยู่แล้ว ไม่เขียนทับ")
    for each in said:
        click.echo(each)
    more = "" if carry else f" หรือยกมาจากปีก่อนด้วย ita-site new-year {year} --carry"
    click.echo(
        f"ต่อไป: เพิ่มมาตรการด้วย ita-site new-measure {year}{more}"
        f" เมื่อประกาศผลแล้ว ให้เติม {result} ดูสิ่งที่ยังขาดด้วย ita-site status {year}"
    )


def _carry(dataset: Dataset, year: int, data: Path, files: dict[Path, bytes]) -> list[str]:
    """Add last year's measures and OIT list to the files; return what a person must look at."""
    said: list[str] = []
    before = dataset.years.get(year - 1)
    for measure_id in before.measures if before else ():
        path = data / str(year) / "measures" / f"{measure_id}.yml"
        try:
            made = carried_measure(dataset, year, measure_id, schema_way(data, path))
        except CannotEditError as error:
            stop(f"ยกมาตรการ {measure_id} มาไม่ได้: {error}")
        if not os.path.lexists(path):
            said += [f"ให้ดู {path}: {each}" for each in made.to_look_at]
        files[path] = made.content
    if not (before and before.measures):
        said.append(f"ปี {year - 1} ไม่มีมาตรการ จึงไม่มีมาตรการให้ยกมา")
    framework = dataset.frameworks.get(year) or packaged_framework(year)
    listed = data / str(year) / "disclosure.yml"
    if framework is not None:
        made_list = next_list(dataset, framework, schema_way(data, listed))
        files[listed] = made_list.text.encode()
        if not os.path.lexists(listed):
            said += made_list.left_out
    return said


@click.command(
    "new-measure",
    help="เขียนไฟล์ของมาตรการใหม่ให้เติม ชื่อไฟล์เป็นที่อยู่หน้าเว็บ เช่น asset-lending ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="ไฟล์ของมาตรการใหม่",
)
@click.argument("year", callback=_fiscal_year, metavar="ปี")
@click.argument("measure_id", metavar="ชื่อไฟล์")
@click.option("--title", prompt="ชื่อมาตรการตามแผน", callback=_not_blank, help="ชื่อตามที่เอกสารพิมพ์")
@data_option
def new_measure(*, year: int, measure_id: str, title: str, data: Path) -> None:
    """Write the file of a new measure."""
    if not is_id(measure_id):
        stop(f"“{measure_id}” ใช้เป็นชื่อไฟล์ไม่ได้ ใช้ได้เฉพาะ a-z 0-9 และ - ยาวไม่เกิน 60 ตัว เช่น asset-lending")
    _year(checked_data(data).dataset, year)
    path = data / str(year) / "measures" / f"{measure_id}.yml"
    try:
        content = measure_form(year, title, schema_way(data, path))
    except CannotEditError as error:
        stop(str(error))
    _write(data, {path: content})
    click.echo(f"เขียน {path} แล้ว ต่อไป: เติม answers: steps: owners: และ period: ตามแผน แล้วตรวจด้วย ita-site check")


@click.command(
    "new-report",
    help="เขียนไฟล์ของรายงานให้เติม: ครึ่งปี (six-month) หรือทั้งปี (annual) มีทุกมาตรการของปี ยังไม่ระบุสถานะ ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="ไฟล์ของรายงานใหม่",
)
@click.argument("year", callback=_fiscal_year, metavar="ปี")
@click.argument("of_round", type=click.Choice([each.value for each in ReportRound]), metavar="six-month|annual")
@click.option("--title", callback=_not_blank, help="ชื่อตามที่เอกสารพิมพ์")
@data_option
def new_report(*, year: int, of_round: str, title: str | None, data: Path) -> None:
    """Write the file of a new report."""
    known = _year(checked_data(data).dataset, year)
    if not known.measures:
        stop(f"ปี {year} ยังไม่มีมาตรการให้รายงาน ให้เพิ่มด้วย ita-site new-measure {year} ก่อน")
    path = data / str(year) / "reports" / f"{of_round}.yml"
    titles = {measure_id: each.record.title for measure_id, each in known.measures.items()}
    try:
        content = report_form(year, ReportRound(of_round), titles, title, schema_way(data, path))
    except CannotEditError as error:
        stop(str(error))
    _write(data, {path: content})
    click.echo(
        f"เขียน {path} แล้ว มี {len(titles)} มาตรการ"
        " ต่อไป: แก้ title: ให้ตรงกับเอกสาร เติม status: และ output: ของแต่ละมาตรการ แล้วตรวจด้วย ita-site check"
    )


def _year(dataset: Dataset, year: int) -> Year:
    """Return a year that was begun; the command ends where it was not."""
    if year not in dataset.years:
        known = ", ".join(map(str, dataset.years)) or "ยังไม่มี"
        stop(f"ยังไม่มีปี {year} ในข้อมูล (ปีที่มี: {known}) ให้เริ่มด้วย ita-site new-year {year} ก่อน")
    return dataset.years[year]


def _listed(paths: list[Path]) -> str:
    more = f" และอีก {len(paths) - _SHOWN}" if len(paths) > _SHOWN else ""
    return ", ".join(str(each) for each in paths[:_SHOWN]) + more


def _write(data: Path, files: Mapping[Path, bytes]) -> None:
    """Write new files; where the data have an error with them, the command ends with it, and without them."""
    there = [path for path in files if os.path.lexists(path)]
    if there:
        stop(f"มี {_listed(there)} อยู่แล้ว ไม่เขียนทับ")
    placed = place(files)
    try:
        known = settings_of(data)
        problems = data_check.check(data, known).problems
        told = problem_report.text((each for each in problems if each.severity is Severity.ERROR), root_of(known, data))
    except BaseException:
        placed.take_away()
        raise
    if blocking(problems):
        placed.take_away()
        click.echo(f"ไม่ได้เขียนไฟล์ใด เพราะจะมีเรื่องต้องแก้\n{told}", err=True)
        sys.exit(PROBLEMS)
