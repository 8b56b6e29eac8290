"""The command line: a skin over the library, in Thai."""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ita_site.data import schemas
from ita_site.data.load import ADDRESS_LIST, packaged_framework
from ita_site.data.model import Reply
from ita_site.ground.problems import InvalidData, Severity, blocking
from ita_site.ground.website import Website
from ita_site.hosts import console, failures, oit_form_report, problem_report, replaced_report, scores_report
from ita_site.hosts.export import CannotExport
from ita_site.hosts.export import export as write
from ita_site.hosts.oit_list import next_list
from ita_site.publishing import address_list, settings, site
from ita_site.publishing.content import faults
from ita_site.publishing.settings import Settings
from ita_site.saying.view.oit_form import form_rows

if TYPE_CHECKING:
    from ita_site.ground.problems import Problem
    from ita_site.publishing.site import Checked

PROBLEMS, INTERNAL = 1, 3
"""Exit codes beside 0 for success and click's own 2 for a command typed wrongly."""


def _folder(context: click.Context, parameter: click.Parameter, given: Path | None) -> Path:
    """Return the data folder: the one given, or that of the settings in this folder."""
    del context, parameter
    here = Path(settings.NAME)
    if given is None and here.is_file():
        return Path(os.path.relpath(settings.read_settings(here).data))
    return given or Path("data")


_data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_folder,
    show_default="data",
    help="โฟลเดอร์ข้อมูล",
)


class _Group(click.Group):
    """A group that never shows a clerk a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        console.prepare()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except BrokenPipeError:
            # The reader of a pipe, such as `head`, has seen enough.
            sys.stderr.close()
            ctx.exit(0)
        except OSError as error:
            click.echo(failures.of_system(error), err=True)
            ctx.exit(PROBLEMS)
        except Exception as error:  # noqa: BLE001 - the last resort
            if ctx.params.get("debug"):
                traceback.print_exc()
            click.echo(failures.of_program(error), err=True)
            ctx.exit(PROBLEMS if failures.is_of_file_names(error) else INTERNAL)


_HELP = """ตรวจ คำนวณ และส่งออกข้อมูล ITA ของหน่วยงาน

\b
รหัสจบการทำงาน: 0 สำเร็จ · 1 ข้อมูลมีเรื่องต้องแก้ · 2 พิมพ์คำสั่งผิด · 3 โปรแกรมผิดพลาด
"""


@click.group(cls=_Group, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="แสดงรายละเอียดเมื่อโปรแกรมผิดพลาด (สำหรับผู้ดูแลระบบ)")
@click.version_option(package_name="ita-site", prog_name="ita-site", message="%(prog)s %(version)s")
def main(*, debug: bool) -> None:
    """Run the command; `--debug` is read by `_Group`."""
    del debug


@main.command(help="ตรวจข้อมูลทุกไฟล์ แล้วบอกทุกเรื่องที่พบพร้อมบรรทัดและวิธีแก้", short_help="ตรวจข้อมูลทุกไฟล์")
@_data
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="รูปแบบผลลัพธ์",
)
@click.option("--strict", is_flag=True, help="นับคำเตือนเป็นเรื่องต้องแก้")
def check(*, data: Path, form: str, strict: bool) -> None:
    """Print every problem of every file."""
    known = _settings(data)
    problems = site.check(data, known).problems
    if not blocking(problems) and ((data / ADDRESS_LIST).is_file() or faults.may_take_an_address(known)):
        problems = _with_those_of_pages(data, known, problems)
    if form == "json":
        click.echo(console.printable_json(problem_report.as_json(problems)))
    elif form == "github":
        click.echo(problem_report.github(problems))
    else:
        click.echo(problem_report.text(problems, _root(known, data)))
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    if blocking(problems) or (strict and warned):
        sys.exit(PROBLEMS)


@main.command(help="แสดงคะแนนที่ประกาศ คู่กับคะแนนที่คำนวณซ้ำ", short_help="คะแนนที่ประกาศ คู่กับที่คำนวณซ้ำ")
@_data
@click.option("--year", type=int, help="เฉพาะปีงบประมาณ พ.ศ. นี้")
@click.option("--explain", "whole", is_flag=True, help="แสดงวิธีคำนวณทุกขั้น พร้อมผลการตรวจตัวเลขที่ประกาศ")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
def scores(*, data: Path, year: int | None, whole: bool, form: str) -> None:
    """Print published scores beside the computed ones, or how they are computed."""
    checked = _checked(data)
    years = [each for each in checked.scores.trees if year in (None, each)]
    if not years:
        known = ", ".join(map(str, checked.scores.trees)) or "ยังไม่มี"
        asked = "" if year is None else f"ปี {year}"
        message = f"ไม่มีผลการประเมิน{asked} ปีที่มีผล: {known}"
        _stop(message)
    if form == "json":
        made = {str(each): scores_report.as_json(checked, each) for each in years}
        click.echo(console.printable_json(json.dumps(made, ensure_ascii=False, indent=2)))
    else:
        show = scores_report.tree if whole else scores_report.table
        click.echo("\n\n".join(show(checked, each) for each in years))


@main.command(
    help="เขียนเว็บไซต์เป็น Markdown กับ mkdocs.yml ที่สร้างได้โดยไม่ต้องมีโปรแกรมนี้",
    short_help="เขียนเว็บไซต์เป็น Markdown กับ mkdocs.yml",
)
@click.argument("target", type=click.Path(path_type=Path, file_okay=False), metavar="โฟลเดอร์ปลายทาง")
@_data
def export(*, target: Path, data: Path) -> None:
    """Write the site for any builder."""
    known = _settings(data)
    try:
        made = site.build(data, known)
        replaced = write(
            made, replace(known, data=data), target, lambda: click.echo(replaced_report.waiting(target), err=True)
        )
    except InvalidData as error:
        click.echo(problem_report.text(error.problems, _root(known, data)), err=True)
        sys.exit(PROBLEMS)
    except CannotExport as error:
        _stop(str(error))
    click.echo(f"เขียน {len(made.pages)} หน้าลง {target} แล้ว")
    for said in replaced_report.lines(replaced, target):
        click.echo(said, err=True)


@main.command(
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
@_data
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


@main.command(
    help="เพิ่มที่อยู่ของทุกหน้าลงในรายการ urls.txt ที่โฟลเดอร์ข้อมูล ที่อยู่ในรายการต้องไม่หายไป check และการสร้างเว็บไซต์จะตรวจให้",
    short_help="จดที่อยู่ของทุกหน้าไว้ใน urls.txt",
)
@_data
def urls(*, data: Path) -> None:
    """Put the addresses of all pages into the list of those that may not disappear."""
    known = _settings(data)
    try:
        made = site.build(data, known)
    except InvalidData as error:
        click.echo(problem_report.text(error.problems, _root(known, data)), err=True)
        sys.exit(PROBLEMS)
    click.echo(f"เพิ่ม {address_list.add(data, made.addresses)} ที่อยู่ใน {data / ADDRESS_LIST}")


@main.command(
    help="แสดงตารางสำหรับกรอกแบบ OIT ของปีนั้นในระบบ ITAS: มีหรือไม่มี ที่อยู่เต็ม และคำอธิบายทางไป ตามลำดับข้อ",
    short_help="ตารางสำหรับกรอกแบบ OIT",
)
@click.argument("year", type=int, metavar="ปี")
@_data
@click.option("--csv", "target", type=click.Path(path_type=Path, dir_okay=False), help="เขียนเป็น CSV ที่เปิดใน Excel ได้")
@click.option("--unfinished", is_flag=True, help="แสดงแม้ยังมีข้อที่ไม่พร้อม")
def oit(*, year: int, data: Path, target: Path | None, unfinished: bool) -> None:
    """Print or write what the form of the assessment takes."""
    known = _settings(data)
    rows = form_rows(_checked(data).dataset, year, Website(known.url, known.directory_urls))
    if not rows:
        _stop(f"ไม่มีข้อมูลหรือไม่มีรายการข้อ OIT ของปี {year}")
    if not known.url:
        _stop("แบบ OIT ต้องการที่อยู่เต็ม ให้พิมพ์ site_url: ใน mkdocs.yml ก่อน")
    missing = oit_form_report.not_ready(rows)
    if missing and not unfinished:
        _stop(f"{missing}\n\nยังกรอกแบบไม่ได้ ให้เติมใน {data}/{year}/disclosure.yml หรือใช้ --unfinished เพื่อดูเท่าที่มี")
    if target is None:
        click.echo(oit_form_report.as_text(rows))
    else:
        target.write_bytes(oit_form_report.as_csv(rows))
        click.echo(f"เขียน {len(rows)} ข้อลง {target} แล้ว")


@main.command(
    "new-oit",
    help="เขียน disclosure.yml ของปีใหม่จากของปีก่อน ข้อที่ต่อเนื่องกันยกลิงก์มาให้ โดยนับว่ายังรอปรับ ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="รายการ OIT ของปีใหม่จากของปีก่อน",
)
@click.argument("year", type=int, metavar="ปี")
@_data
def new_oit(*, year: int, data: Path) -> None:
    """Write the list of a new year."""
    target = data / str(year) / "disclosure.yml"
    framework = packaged_framework(year)
    if framework is None:
        _stop(f"ยังไม่มีเกณฑ์การประเมินของปี {year} ในระบบ")
    if target.exists():
        _stop(f"มี {target} อยู่แล้ว ไม่เขียนทับ")
    text = next_list(_checked(data).dataset, framework, Path(os.path.relpath(".schemas", target.parent)).as_posix())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    carried = " ข้อที่ยกมาจากปีก่อน ให้แทนหลักฐานด้วยของปีนี้ แล้วลบบรรทัด reply:" if Reply.TO_RENEW in text else ""
    click.echo(f"เขียน {target} แล้ว ต่อไป: เติม reply: และ evidence: ของแต่ละข้อ{carried} แล้วตรวจด้วย ita-site check")


def _with_those_of_pages(data: Path, known: Settings, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems with those that only the pages can tell: which are gone, and which stand where another is."""
    try:
        site.build(data, known)
    except InvalidData as error:
        return error.problems
    return problems


def _checked(data: Path) -> Checked:
    known = _settings(data)
    checked = site.check(data, known)
    if blocking(checked.problems):
        click.echo(problem_report.text(checked.problems, _root(known, data)), err=True)
        sys.exit(PROBLEMS)
    return checked


def _settings(data: Path) -> Settings:
    """Return the settings of the project a data folder belongs to; nothing is set where it belongs to none."""
    found = settings.find(data)
    return settings.read_settings(found) if found else Settings()


def _root(known: Settings, data: Path) -> Path:
    """Return the folder at which the names of files start."""
    return known.root or data.resolve().parent


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(PROBLEMS)
