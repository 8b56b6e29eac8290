"""A site published to a server by SFTP: sent into a folder beside the published one, which then takes its name.

A server renames in two steps. Between them there is no site, for as long as one request takes; what is cut short just
there, the next run puts right.
"""

from __future__ import annotations

import hashlib
import platform
import secrets
import time
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.hosts.targets.delivery import CannotDeliver, Delivered
from ita_site.hosts.targets.folder_target import NOTHING_KEPT
from ita_site.hosts.targets.sftp_session import connected, copy_hidden, kind, make, names, remove, upload

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import paramiko

    from ita_site.hosts.targets.target_file import TargetSettings

_SIGN = addresses.data_file("agency.yml")
_NEW, _PREVIOUS, _LOCK = "new-", ".ita-site-previous-", "lock"
_KEPT = 2
_STALE = 900
"""Seconds after which a lock that nobody has touched is one of a run that was cut short."""


class _Server:
    """The published folder on a server, and the hidden ones beside it."""

    def __init__(self, sftp: paramiko.SFTPClient, target: TargetSettings) -> None:
        self.sftp = sftp
        folder = PurePosixPath(target.folder or "")
        if kind(sftp, folder) == "other":  # a link, which stays
            folder = PurePosixPath(sftp.normalize(str(folder)))
        self.folder = folder
        self.work = folder.parent / f".{folder.name}.ita-site-work"

    def previous(self) -> PurePosixPath | None:
        prefix = f".{self.folder.name}{_PREVIOUS}"
        found = [each for each in names(self.sftp, self.folder.parent) if each.startswith(prefix)]
        return self.folder.parent / found[0] if found else None

    def kept(self) -> list[PurePosixPath]:
        """Return the former sites, the last first."""
        folder = self.previous()
        found = [each for each in names(self.sftp, folder) if each.isascii() and each.isdigit()] if folder else []
        return [folder / each for each in sorted(found, key=int, reverse=True)] if folder else []

    def place(self) -> PurePosixPath:
        """Return where the next former site is to lie."""
        folder = self.previous()
        if folder is None:
            folder = self.folder.parent / f".{self.folder.name}{_PREVIOUS}{secrets.token_hex(8)}"
            make(self.sftp, folder, 0o700)
        kept = self.kept()
        return folder / str(int(kept[0].name) + 1 if kept else 1)

    def swap(self, new: PurePosixPath, old: PurePosixPath) -> None:
        """Let a folder take the place of the published one, which goes to `old`."""
        there = bool(kind(self.sftp, self.folder))
        if there:
            self.sftp.rename(str(self.folder), str(old))
        try:
            self.sftp.rename(str(new), str(self.folder))
        except OSError:
            if there:
                self.sftp.rename(str(old), str(self.folder))
            raise

    def put_right(self) -> None:
        """Finish what a run before this one has left, and clear away the rest."""
        if not kind(self.sftp, self.folder) and (kept := self.kept()):
            self.sftp.rename(str(kept[0]), str(self.folder))
        for name in names(self.sftp, self.work):
            if name != _LOCK:
                remove(self.sftp, self.work / name)


def deliver(site: Path, target: TargetSettings, password: str | None, project: Path) -> Delivered:
    """Send a site, and put it in the place of what is published; that is kept.

    Args:
        site: a site as it was built.
        target: the server and the folder.
        password: typed now, if one is needed.
        project: the project's folder, by which a lock of a run that was cut short is known again.

    Raises:
        UnknownServer: nobody has said that the server is the right one.
        PasswordNeeded: the server takes no key of this user.
        CannotDeliver: the server refuses, or the folder holds something else; what is published is as it was.

    """
    with connected(target, password) as sftp:
        server = _Server(sftp, target)
        _refuse_another(server)
        with _alone(server, project):
            new = server.work / f"{_NEW}{secrets.token_hex(4)}"
            upload(sftp, site, new)
            if kind(sftp, server.folder):
                copy_hidden(sftp, server.folder, new)
            server.swap(new, server.place())
            for each in server.kept()[_KEPT:]:
                remove(sftp, each)
    return Delivered(f"{target.user}@{target.host}:{target.folder}")


def roll_back(target: TargetSettings, password: str | None, project: Path) -> Delivered:
    """Put the site that was published before back into its place; what stands there is taken away.

    Raises:
        UnknownServer: nobody has said that the server is the right one.
        PasswordNeeded: the server takes no key of this user.
        CannotDeliver: none is kept, or the server refuses; what is published is as it was.

    """
    with connected(target, password) as sftp:
        server = _Server(sftp, target)
        with _alone(server, project):
            kept = server.kept()
            if not kept:
                raise CannotDeliver(NOTHING_KEPT)
            server.swap(kept[0], server.work / f"{_NEW}{secrets.token_hex(4)}")
    return Delivered(f"{target.user}@{target.host}:{target.folder}")


def forget(target: TargetSettings, password: str | None, project: Path) -> int:
    """Take away all that is kept of former sites, and return how many there were.

    Raises:
        UnknownServer: nobody has said that the server is the right one.
        PasswordNeeded: the server takes no key of this user.
        CannotDeliver: the server refuses.

    """
    with connected(target, password) as sftp:
        server = _Server(sftp, target)
        with _alone(server, project):
            kept = server.kept()
            if (folder := server.previous()) is not None:
                remove(sftp, folder)
    return len(kept)


def _refuse_another(server: _Server) -> None:
    if not server.folder.name:
        message = "folder: ต้องเป็นโฟลเดอร์ของเว็บไซต์ เช่น /srv/www/ita ไม่ใช่ทั้งเครื่อง"
        raise CannotDeliver(message)
    others = [each for each in names(server.sftp, server.folder) if not each.startswith(".")]
    if others and not kind(server.sftp, server.folder / _SIGN):
        message = (
            f"{server.folder} บนเครื่องแม่ข่ายมีไฟล์อื่นอยู่ ({', '.join(others[:3])}) ไม่ใช่เว็บไซต์ที่สร้างด้วยโปรแกรมนี้"
            " จึงไม่เขียนทับ ให้ตั้งปลายทางเป็นโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง"
        )
        raise CannotDeliver(message)


@contextmanager
def _alone(server: _Server, project: Path) -> Iterator[None]:
    """Keep the place for this run; what it leaves is taken away."""
    sftp, lock = server.sftp, str(server.work / _LOCK)
    mine = hashlib.sha256(f"{platform.node()}\n{project.resolve()}".encode()).hexdigest()
    make(sftp, server.work, 0o755)
    try:
        opened = sftp.open(lock, "wx")
    except OSError:
        with sftp.open(lock, "r") as held:
            holder = held.read().decode("ascii", "replace")
        # Two runs of one project on one machine wait for each other before they come here.
        if holder != mine and time.time() - (sftp.stat(lock).st_mtime or 0) < _STALE:
            message = "อีกเครื่องหนึ่งกำลังเผยแพร่ไปที่เดียวกัน ให้รอให้เสร็จแล้วสั่งใหม่ (ถ้าเครื่องนั้นดับไปแล้ว ให้รอ 15 นาที)"
            raise CannotDeliver(message) from None
        opened = sftp.open(lock, "w")
    with opened:
        opened.write(mine)
    try:
        server.put_right()
        yield
    finally:
        server.put_right()
        remove(sftp, server.work)
