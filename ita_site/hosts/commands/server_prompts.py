"""What a clerk is asked before something is done on a server: its fingerprint once, and a password each time."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeVar

import click

from ita_site.ground import addresses
from ita_site.hosts.commands.project import stop
from ita_site.hosts.targets import write_target
from ita_site.hosts.targets.published_results import SENT
from ita_site.publishing.staging import StagedFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_site.hosts.targets import Delivered, TargetSettings

T = TypeVar("T")
_NOT_DONE = "ไม่ได้ทำอะไร เว็บไซต์ที่เผยแพร่อยู่ยังเป็นของเดิม"


def deliver(site: Path, root: Path, target: TargetSettings) -> Delivered:
    """Send a site to a server, and keep a copy of its data, so that changes can be told without asking the server."""
    from ita_site.hosts.targets import sftp_target  # noqa: PLC0415 - an extra

    done = _asked(root, target, lambda known, password: sftp_target.deliver(site, known, password, root))
    staged = StagedFolder(root / SENT)
    try:
        shutil.copytree(site / addresses.data(), staged.folder / addresses.data())
        staged.publish()
    finally:
        staged.discard()
    return done


def roll_back(root: Path, target: TargetSettings) -> Delivered:
    """Put back what was published on a server before."""
    from ita_site.hosts.targets import sftp_target  # noqa: PLC0415 - an extra

    done = _asked(root, target, lambda known, password: sftp_target.roll_back(known, password, root))
    shutil.rmtree(root / SENT, ignore_errors=True)  # what stands there now is not known here
    return done


def forget(root: Path, target: TargetSettings) -> int:
    """Take away what a server keeps of former sites, and return how many there were."""
    from ita_site.hosts.targets import sftp_target  # noqa: PLC0415 - an extra

    return _asked(root, target, lambda known, password: sftp_target.forget(known, password, root))


def _asked(root: Path, target: TargetSettings, work: Callable[[TargetSettings, str | None], T]) -> T:
    from ita_site.hosts.targets.sftp_session import PasswordNeeded, UnknownServer  # noqa: PLC0415 - an extra

    password: str | None = None
    while True:
        try:
            return work(target, password)
        except UnknownServer as error:
            click.echo(f"ยังไม่รู้จักเครื่อง {target.host} กุญแจของเครื่องมีลายนิ้วมือ {error.fingerprint}", err=True)
            typed = _typed("ลายนิ้วมือที่ผู้ดูแลเครื่องให้มา (SHA256:…)", hidden=False)
            if typed.strip() != error.fingerprint:
                stop(f"ลายนิ้วมือไม่ตรงกัน จึงไม่ส่ง อาจเป็นเครื่องอื่นที่แอบอ้าง ให้ถามผู้ดูแลเครื่อง\n{_NOT_DONE}")
            target = write_target(root, {**target.model_dump(exclude_none=True), "fingerprint": error.fingerprint})
        except PasswordNeeded:
            password = _typed(f"รหัสผ่านของ {target.user} ที่ {target.host} (ไม่เก็บไว้)", hidden=True)


def _typed(what: str, *, hidden: bool) -> str:
    try:
        return str(click.prompt(what, hide_input=hidden, err=True))
    except click.Abort:
        stop(f"ต้องพิมพ์{what} ให้สั่ง ita-site publish ใน Terminal\n{_NOT_DONE}")
