"""The commands that judge the data: `check` and `scores`."""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from ita_site.data.load import ADDRESS_LIST, load
from ita_site.ground.git import git_objects
from ita_site.ground.git.git_program import NoHistory
from ita_site.ground.problems import InvalidData, Severity, blocking, stopping
from ita_site.hosts import console
from ita_site.hosts.commands.project import checked_data, checked_project, data_option, settings_of, stop
from ita_site.hosts.reports import leak_report, problem_report, scores_report
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.hosts.targets.published_results import published_results
from ita_site.judging import privacy
from ita_site.judging.privacy import Language, leaks
from ita_site.publishing import content
from ita_site.publishing.content import faults

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from click._termui_impl import ProgressBar

    from ita_site.ground.problems import Problem
    from ita_site.publishing.settings import Settings


@click.command(help="ตรวจข้อมูลทุกไฟล์ แล้วบอกทุกเรื่องที่พบพร้อมบรรทัดและวิธีแก้", short_help="ตรวจข้อมูลทุกไฟล์")
@data_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab", "json"]),
    default="text",
    show_default=True,
    help="รูปแบบผลลัพธ์",
)
@click.option("--strict", is_flag=True, help="นับคำเตือนเป็นเรื่องต้องแก้")
@click.option("--history", is_flag=True, help="หาข้อมูลส่วนบุคคลและรหัสผ่านในประวัติของ Git แทน แล้วบอกวิธีนำออก")
@click.option("--before-commit", is_flag=True, help="บอกเฉพาะเรื่องต้องแก้ และนับข้อมูลส่วนบุคคลทุกชนิดเป็นเรื่องต้องแก้")
def check(*, data: Path, form: str, strict: bool, history: bool, before_commit: bool) -> None:
    """Print every problem of every file, or what the history gives away."""
    if history:
        _check_history(data, form, strict=strict)
        return
    known = settings_of(data)
    checked = checked_project(data, known)
    problems = checked.problems
    if not blocking(problems) and ((data / ADDRESS_LIST).is_file() or faults.may_take_an_address(known)):
        problems = _with_those_of_pages(data, known, problems)
    if before_commit:
        others = leaks.in_other_files(checked.dataset, data, privacy.public_by_office(checked.dataset))
        told = (each for each in problems if each.severity is Severity.ERROR or each.code in privacy.CODES)
        problems = (*told, *others)
    click.echo(problem_report.text(problems, known.root_above(data)) if form == "text" else _as(form, problems))
    if stopping(problems, strict=strict or before_commit):
        sys.exit(PROBLEMS)


def _as(form: str, problems: Sequence[Problem]) -> str:
    """Return problems in one of the forms for machines."""
    if form == "github":
        return problem_report.github(problems)
    write = problem_report.as_json if form == "json" else problem_report.gitlab
    return console.printable_json(write(problems))


def _check_history(data: Path, form: str, *, strict: bool) -> None:
    known = settings_of(data)
    dataset = load(data, known.root)
    office = privacy.public_by_office(dataset)
    allowed = leaks.exempted(
        [
            *((each.decode("utf-8", "replace"), Language.YAML) for each in dataset.sources.values()),
            *((each.source, Language.MARKDOWN) for each in content.read_with_defaults(known.content, known.root)),
        ],
        office,
    )
    try:
        with click.progressbar(length=1, label="อ่านประวัติ", file=sys.stderr) as bar:
            versions = git_objects.versions(data, leaks.is_read, partial(_advance, bar))
            found = leaks.leaks(versions, office, allowed)
    except NoHistory as error:
        stop(leak_report.reason(error))
    problems = leak_report.problems(found)
    click.echo(leak_report.text(found) if form == "text" else _as(form, problems))
    if git_objects.is_shallow(data):
        click.echo(leak_report.SHALLOW, err=True)
    if blocking(problems) or (strict and problems):
        sys.exit(PROBLEMS)


def _advance(bar: ProgressBar[int], done: int, of: int) -> None:
    bar.length = of
    bar.update(done - bar.pos)


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
        site.build(data, known, published_results=published_results(data, known))
    except InvalidData as error:
        return error.problems
    return problems
