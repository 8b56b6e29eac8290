"""The commands that judge the data: `check` and `scores`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from ita_site.data.load import ADDRESS_LIST
from ita_site.ground.problems import InvalidData, Severity, blocking
from ita_site.hosts import console, problem_report, scores_report
from ita_site.hosts.commands.project import checked_data, data_option, root_of, settings_of, stop
from ita_site.hosts.failures import PROBLEMS
from ita_site.publishing import data_check
from ita_site.publishing.content import faults

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.ground.problems import Problem
    from ita_site.publishing.settings import Settings


@click.command(help="ตรวจข้อมูลทุกไฟล์ แล้วบอกทุกเรื่องที่พบพร้อมบรรทัดและวิธีแก้", short_help="ตรวจข้อมูลทุกไฟล์")
@data_option
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
    known = settings_of(data)
    problems = data_check.check(data, known).problems
    if not blocking(problems) and ((data / ADDRESS_LIST).is_file() or faults.may_take_an_address(known)):
        problems = _with_those_of_pages(data, known, problems)
    if form == "json":
        click.echo(console.printable_json(problem_report.as_json(problems)))
    elif form == "github":
        click.echo(problem_report.github(problems))
    else:
        click.echo(problem_report.text(problems, root_of(known, data)))
    warned = any(problem.severity is Severity.WARNING for problem in problems)
    if blocking(problems) or (strict and warned):
        sys.exit(PROBLEMS)


@click.command(help="แสดงคะแนนที่ประกาศ คู่กับคะแนนที่คำนวณซ้ำ", short_help="คะแนนที่ประกาศ คู่กับที่คำนวณซ้ำ")
@data_option
@click.option("--year", type=int, help="เฉพาะปีงบประมาณ พ.ศ. นี้")
@click.option("--explain", "whole", is_flag=True, help="แสดงวิธีคำนวณทุกขั้น พร้อมผลการตรวจตัวเลขที่ประกาศ")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="รูปแบบผลลัพธ์")
def scores(*, data: Path, year: int | None, whole: bool, form: str) -> None:
    """Print published scores beside the computed ones, or how they are computed."""
    checked = checked_data(data)
    years = [each for each in checked.scores.trees if year in (None, each)]
    if not years:
        known = ", ".join(map(str, checked.scores.trees)) or "ยังไม่มี"
        asked = "" if year is None else f"ปี {year}"
        message = f"ไม่มีผลการประเมิน{asked} ปีที่มีผล: {known}"
        stop(message)
    if form == "json":
        made = {str(each): scores_report.as_json(checked, each) for each in years}
        click.echo(console.printable_json(json.dumps(made, ensure_ascii=False, indent=2)))
    else:
        show = scores_report.tree if whole else scores_report.table
        click.echo("\n\n".join(show(checked, each) for each in years))


def _with_those_of_pages(data: Path, known: Settings, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems with those that only the pages can tell: which are gone, and which stand where another is."""
    from ita_site.publishing import site  # noqa: PLC0415 - the pages' modules are a third of the time of a check

    try:
        site.build(data, known)
    except InvalidData as error:
        return error.problems
    return problems
