"""The project that a command is run in: its data folder, its settings, its data, and how a command ends early."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ita_site.ground import thai
from ita_site.ground.problems import InvalidData, blocking
from ita_site.hosts.reports import problem_report
from ita_site.hosts.reports.failures import PROBLEMS
from ita_site.hosts.targets import read_target
from ita_site.hosts.targets.published_results import published_results
from ita_site.publishing import data_check, settings
from ita_site.publishing.settings import Settings

if TYPE_CHECKING:
    from ita_site.hosts.targets import TargetSettings
    from ita_site.publishing.data_check import Checked


_OURS = b"ita-site"
"""What the settings of every project of ours name."""


def _folder(context: click.Context, parameter: click.Parameter, given: Path | None) -> Path:
    """Return the data folder: the one given, or that of the settings in this folder, or of a project around it."""
    del context, parameter
    here = Path(settings.NAME)
    if given is None and not here.is_file() and not Path("data").is_dir():
        around = (each / settings.NAME for each in Path.cwd().parents)
        here = next((each for each in around if each.is_file() and _OURS in each.read_bytes()), here)
    if given is None and here.is_file():
        return Path(os.path.relpath(settings.read_settings(here).data))
    return given or Path("data")


data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_folder,
    show_default="data",
    help="โฟลเดอร์ข้อมูล",
)


def typed_day(context: click.Context, parameter: click.Parameter, given: str | None) -> date | None:
    """Return the day that was typed, in one of the forms in which data have it; None where none was."""
    try:
        return None if given is None else thai.read_date(given)
    except thai.BadDate as error:
        raise click.BadParameter(str(error), context, parameter) from None


def typed_day_or_today(context: click.Context, parameter: click.Parameter, given: str | None) -> date:
    """Return the day that was typed, else today's."""
    return typed_day(context, parameter, given) or datetime.now().astimezone().date()


def checked_data(data: Path) -> Checked:
    """Return the data of a folder; the command ends with every problem told where it has an error."""
    known = settings_of(data)
    checked = data_check.check(data, known)
    if blocking(checked.problems):
        click.echo(problem_report.text(checked.problems, known.root_above(data)), err=True)
        sys.exit(PROBLEMS)
    return checked


def checked_project(data: Path, known: Settings) -> Checked:
    """Return the data of a project with all that is to be told of them, what was published of them before too."""
    return data_check.check(data, known, published=published_results(data, known))


def settings_of(data: Path) -> Settings:
    """Return the settings of the project a data folder belongs to; nothing is set where it belongs to none."""
    found = settings.find(data)
    return settings.read_settings(found) if found else Settings()


def target_of(known: Settings) -> TargetSettings | None:
    """Return where a project is published, if that is said; the command ends with the faults of what says so."""
    if known.root is None:
        return None
    try:
        return read_target(known.root)
    except InvalidData as error:
        stop(problem_report.text(error.problems, known.root))


def typed_year(context: click.Context, parameter: click.Parameter, given: str) -> int:
    """Return the fiscal year, B.E., that was typed in Arabic or Thai digits."""
    try:
        return thai.year(given)
    except thai.BadDate as error:
        raise click.BadParameter(str(error), context, parameter) from None


def stop(message: str) -> NoReturn:
    """End the command with a sentence that says why."""
    click.echo(message, err=True)
    sys.exit(PROBLEMS)


def stop_without(extra: str, library: str, command: str, *instead: str) -> NoReturn:
    """End a command for which a library is not installed, with what installs it, and what can be done instead."""
    ways = {
        f"python3 -m uv run --extra {extra} ita-site {command} …": "ในโฟลเดอร์ของโปรแกรมนี้ (Windows: py -m uv …)",
        f'python3 -m pip install "ita-site[{extra}]"': "เมื่อติดตั้งโปรแกรมนี้ด้วย pip",
    }
    width = max(map(len, ways))
    told = (f"    {way.ljust(width)}   {where}" for way, where in ways.items())
    stop("\n".join([f"ยังทำไม่ได้ เพราะยังไม่ได้ติดตั้งส่วนเสริม {extra} ({library}) ให้พิมพ์", *told, *instead]))
