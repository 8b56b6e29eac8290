"""The commands that publish a site, and take it back: `publish` and `rollback`."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground.file_lock import FileLock
from ita_site.ground.git.git_program import NoHistory
from ita_site.ground.problems import InvalidData, stopping
from ita_site.hosts.commands import server_prompts
from ita_site.hosts.commands.build_commands import build_site
from ita_site.hosts.commands.project import checked_project, data_option, settings_of, stop, stop_without, target_of
from ita_site.hosts.reports import changes_report, no_history_report, problem_report, replaced_report
from ita_site.hosts.targets import (
    NAME,
    CannotDeliver,
    TargetKind,
    TargetSettings,
    folder_target,
    git_target,
    write_target,
    zip_target,
)
from ita_site.hosts.targets.git_repository import Repository
from ita_site.hosts.targets.last_publication import last_publication
from ita_site.hosts.value_changes import NotPublishedYet, data_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.hosts.targets import Delivered
    from ita_site.hosts.targets.git_rebasing import Clone
    from ita_site.publishing.data_check import Checked
    from ita_site.publishing.settings import Settings

WORK = ".ita-site-publish"
"""The folder of a project in which the site lies that is to be published."""
_SITE = "site"
_UNSET = (
    "ยังไม่ได้ตั้งปลายทาง ให้ตั้งครั้งเดียว โปรแกรมจะจำไว้ใน publish.yml (ไม่เก็บรหัสผ่าน) เช่น\n"
    "    ita-site publish --to folder --place /srv/www/ita   โฟลเดอร์ของเว็บเซิร์ฟเวอร์ แชร์ในเครือข่าย หรือ USB\n"
    "    ita-site publish --to zip --place site.zip          ไฟล์ ZIP ไฟล์เดียวสำหรับส่งผู้ดูแลเว็บไซต์\n"
    "    ita-site publish --to sftp --place sftp://ผู้ใช้@เครื่อง/srv/www/ita   เครื่องแม่ข่าย\n"
    "    ita-site publish --to git                           ที่เก็บ Git ซึ่งเผยแพร่ให้เองเมื่อได้รับ"
)
_OTHERS_WRONG = "รับสิ่งที่ผู้อื่นส่งไว้เข้ามาในโฟลเดอร์นี้แล้ว แต่รวมกันแล้วมีเรื่องต้องแก้ จึงยังไม่ได้ส่ง ดูด้วย ita-site check แก้แล้วสั่งใหม่"
_DATA_STAY = " ข้อมูลในโฟลเดอร์นี้ยังเป็นของใหม่ แก้แล้วเผยแพร่ใหม่ด้วย ita-site publish"
_NOT_PUBLISHED = "ไม่ได้เผยแพร่ เว็บไซต์ที่เผยแพร่อยู่ยังเป็นของเดิม"
_SERVER = re.compile(r"sftp://(?P<user>[^@/:\s]+)@(?P<host>[^@/:\s]+)(?::(?P<port>\d+))?(?P<folder>/.+)")
_BESIDE = (
    "mkdocs.yml",
    NAME,
    ".gitignore",
    ".schemas",
    "documents",
    "README.md",
    ".github",
    ".gitlab-ci.yml",
    ".forgejo",
)
"""What belongs to a project beside its data, its pages and its theme."""
_PLACES = {TargetKind.FOLDER: "folder", TargetKind.ZIP: "file", TargetKind.GIT: "remote", TargetKind.SFTP: "folder"}


@click.command(
    help="เผยแพร่: ตรวจแบบเคร่ง สร้างเว็บไซต์ แล้วส่งไปยังปลายทางที่ตั้งไว้ครั้งเดียว ผู้อ่านเห็นของเดิมหรือของใหม่ทั้งชุด"
    " ถ้ามีเรื่องต้องแก้หรือคำเตือน จะไม่มีอะไรเปลี่ยน ชุดก่อนเก็บไว้ให้ ita-site rollback",
    short_help="ตรวจ สร้าง แล้วเผยแพร่ไปยังปลายทางที่ตั้งไว้",
)
@click.option("--to", type=click.Choice([each.value for each in TargetKind]), help="ตั้งปลายทาง: ชนิด (ครั้งเดียว)")
@click.option("--place", metavar="ที่", help="ตั้งปลายทาง: โฟลเดอร์ ชื่อไฟล์ ZIP sftp://ผู้ใช้@เครื่อง/โฟลเดอร์ หรือชื่อ remote ของ Git")
@click.option("--message", metavar="ข้อความ", help="แก้อะไร สั้น ๆ เก็บไว้ในประวัติของ Git (ไม่พิมพ์ คือสรุปค่าที่เปลี่ยน)")
@click.option("--with-warnings", is_flag=True, help="เผยแพร่ทั้งที่ยังมีคำเตือน (เรื่องต้องแก้ไม่มีทางข้าม)")
@data_option
def publish(*, to: str | None, place: str | None, message: str | None, with_warnings: bool, data: Path) -> None:
    """Build the site and bring it to its place."""
    known, root = _project(data)
    target = _set(root, TargetKind(to), place) if to else target_of(known)
    if target is None:
        stop(_UNSET)
    _need_library(target.target, "publish")
    with _alone(root) as work:
        checked = _checked(data, known, with_warnings=with_warnings)
        said = _summary(data, known, target, checked)
        site = _built(known, work, strict=not with_warnings)
        try:
            if target.target is TargetKind.GIT:
                clone = _clone(root, work, data, known, target)
                delivered = _sent(clone, message or said, lambda: _is_right(data, known, with_warnings=with_warnings))
            else:
                delivered = _destination(root, known, target).deliver(site)
        except CannotDeliver as error:
            stop(f"{error}\n{_NOT_PUBLISHED}")
    click.echo(f"เผยแพร่ที่ {delivered.place} แล้ว ({said})")
    for each in delivered.said:
        click.echo(each, err=True)


@click.command(
    help="ย้อนกลับ: นำเว็บไซต์ชุดที่เผยแพร่ก่อนหน้ากลับมาแทนชุดปัจจุบัน สั่งอีกครั้งได้ชุดก่อนหน้านั้นอีก (เก็บไว้สองชุด)",
    short_help="นำเว็บไซต์ชุดก่อนกลับมา",
)
@click.option("--forget", is_flag=True, help="ลบชุดก่อนที่เก็บไว้ทั้งหมด โดยไม่เปลี่ยนชุดที่เผยแพร่ (เช่นเมื่อชุดก่อนมีข้อมูลส่วนบุคคล)")
@data_option
def rollback(*, forget: bool, data: Path) -> None:
    """Put back what was published before."""
    known, root = _project(data)
    target = target_of(known)
    if target is None:
        stop(f"ยังไม่เคยเผยแพร่ด้วยโปรแกรมนี้ (ไม่มี {NAME}) จึงไม่มีอะไรให้ย้อนกลับ")
    _need_library(target.target, "rollback")
    with _alone(root) as work:
        if forget:
            if target.target is TargetKind.GIT:
                stop("ปลายทางเป็น Git ซึ่งจำทุกชุดไว้ วิธีนำข้อมูลส่วนบุคคลออกอยู่ที่ ita-site check --history")
            click.echo(f"ลบชุดก่อนที่เก็บไว้แล้ว {_destination(root, known, target).forget()} ชุด")
            return
        try:
            if target.target is TargetKind.GIT:
                done = git_target.roll_back(_clone(root, work, data, known, target))
            else:
                done = _destination(root, known, target).roll_back()
        except CannotDeliver as error:
            stop(str(error))
        except git_target.NoAuthor:
            stop("Git ยังไม่รู้ว่าใครเป็นผู้แก้ ให้เผยแพร่ด้วย ita-site publish ก่อนหนึ่งครั้ง")
    kept = " (การย้อนอยู่ในประวัติของ Git)" if target.target is TargetKind.GIT else _DATA_STAY
    click.echo(f"ย้อนกลับ {done.place} เป็นชุดก่อนแล้ว{kept}")
    for each in done.said:
        click.echo(each, err=True)


def _project(data: Path) -> tuple[Settings, Path]:
    known = settings_of(data)
    if known.root is None:
        stop("ไม่พบ mkdocs.yml ของโครงการ ให้สั่งในโฟลเดอร์ของโครงการ")
    return known, known.root


def _need_library(kind: TargetKind, command: str) -> None:
    """See to it that there is what speaks to a place of some kind, before anything is noted, built or asked."""
    if kind is TargetKind.SFTP and find_spec("paramiko") is None:
        stop_without("sftp", "paramiko", command)


def _set(root: Path, kind: TargetKind, place: str | None) -> TargetSettings:
    """Write where the site is published, before anything is."""
    if kind is not TargetKind.GIT and not place:
        stop(f"ให้บอกด้วยว่าเผยแพร่ไปที่ใด: --place\n{_UNSET}")
    _need_library(kind, "publish")
    values: dict[str, str | None] = {"target": kind, _PLACES[kind]: place}
    if kind is TargetKind.SFTP and place and (parts := _SERVER.fullmatch(place)):
        values |= parts.groupdict()
    try:
        made = write_target(root, values)
    except InvalidData as error:
        stop("\n".join([*(each.message for each in error.problems), _UNSET]))
    click.echo(f"จดปลายทางไว้ใน {NAME} แล้ว ครั้งต่อไปสั่ง ita-site publish อย่างเดียว", err=True)
    return made


@contextmanager
def _alone(root: Path) -> Iterator[Path]:
    """Let one process publish a project at a time; yield the folder in which it may write."""
    work = root / WORK
    lock = FileLock(work / "lock", lambda: click.echo(replaced_report.waiting(work), err=True))
    try:
        (work / ".gitignore").write_text("*\n", encoding="utf-8")
        yield work
    finally:
        lock.release()


def _checked(data: Path, known: Settings, *, with_warnings: bool) -> Checked:
    """Return the data, in which nothing stands in the way of publishing; else the command ends with all of it told."""
    checked = checked_project(data, known)
    if stopping(checked.problems, strict=not with_warnings):
        told = stopping(checked.problems, strict=True)
        click.echo(problem_report.text(told, known.root_above(data)), err=True)
        stop(_NOT_PUBLISHED)
    return checked


def _summary(data: Path, known: Settings, target: TargetSettings, checked: Checked) -> str:
    """Return in a few words what is new."""
    try:
        published = last_publication(data, known, target)
    except NotPublishedYet:
        return "ครั้งแรก"
    except NoHistory as error:
        stop(no_history_report.reason(error, ""))
    return changes_report.summary(data_changes(published, checked.dataset, known, data))


def _built(known: Settings, work: Path, *, strict: bool) -> Path:
    site = work / _SITE
    try:
        build_site(known.file or Path("mkdocs.yml"), str(site), strict=strict, quiet=True)
    except (click.ClickException, SystemExit):
        stop(_NOT_PUBLISHED)
    return site


@dataclass(frozen=True, slots=True)
class _Destination:
    """A place that takes a whole site: a folder, an archive, a folder on a server."""

    deliver: Callable[[Path], Delivered]
    roll_back: Callable[[], Delivered]
    forget: Callable[[], int]


def _destination(root: Path, known: Settings, target: TargetSettings) -> _Destination:
    """Return the place that is set; one of Git takes commits, and is none."""
    if target.target is TargetKind.SFTP:
        return _Destination(
            lambda site: server_prompts.deliver(site, root, target),
            lambda: server_prompts.roll_back(root, target),
            lambda: server_prompts.forget(root, target),
        )
    if target.target is TargetKind.ZIP:
        archive = root / (target.file or "")
        return _Destination(
            lambda site: zip_target.deliver(site, archive, _tell),
            lambda: zip_target.roll_back(archive, _tell),
            lambda: zip_target.forget(archive, _tell),
        )
    folder, sources = root / (target.folder or ""), [each for each in (root, known.data, known.content) if each]
    return _Destination(
        lambda site: folder_target.deliver(site, folder, _tell, sources),
        lambda: folder_target.roll_back(folder, _tell),
        lambda: folder_target.forget(folder, _tell),
    )


def _sent(clone: Clone, message: str, is_right: Callable[[], bool]) -> Delivered:
    """Send what has changed; who does so is asked once."""
    if not git_target.has_author(clone.repository):
        click.echo("Git เก็บชื่อผู้แก้ไว้กับทุกการแก้ และผู้ที่ได้ที่เก็บนี้เห็นได้ ถามครั้งเดียว", err=True)
        name = click.prompt("ชื่อหรือตำแหน่งของท่าน", err=True)
        git_target.set_author(clone.repository, name, click.prompt("อีเมล (ใช้ของสำนักงานได้)", err=True))
    try:
        return git_target.deliver(clone, message, is_right)
    except git_target.NotYetRight:
        stop(f"{_OTHERS_WRONG}\n{_NOT_PUBLISHED}")


def _clone(root: Path, work: Path, data: Path, known: Settings, target: TargetSettings) -> Clone:
    repository = Repository(root, asks=sys.stdin.isatty())
    return git_target.clone_of(repository, work, data, _paths(known, root), target)


def _paths(known: Settings, root: Path) -> list[Path]:
    """Return what is committed of a project, by the paths in its folder: never what else lies in there."""
    folders = [
        known.data,
        *([known.content] if known.content else []),
        *([known.theme_folder] if known.theme_folder else []),
    ]
    within = [
        each.resolve().relative_to(root.resolve()) for each in folders if each.resolve().is_relative_to(root.resolve())
    ]
    return [*within, *(Path(each) for each in (*_BESIDE, *known.hooks))]


def _is_right(data: Path, known: Settings, *, with_warnings: bool) -> bool:
    return not stopping(checked_project(data, known).problems, strict=not with_warnings)


def _tell(said: str) -> None:
    click.echo(said, err=True)
