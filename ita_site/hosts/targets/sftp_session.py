"""A connection to a server by SFTP whose key is known, and what is done there with whole folders."""

from __future__ import annotations

import base64
import hashlib
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import paramiko

from ita_site.hosts.targets.delivery import CannotDeliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath

    from ita_site.hosts.targets.target_file import TargetSettings

_SECONDS = 30


class UnknownServer(Exception):
    """Nobody has said that the server is the right one; `fingerprint` is that of the key it shows."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__(fingerprint)
        self.fingerprint = fingerprint


class PasswordNeeded(Exception):
    """The server takes no key of this user."""


class _TypedFingerprint(paramiko.MissingHostKeyPolicy):
    """What accepts a key that is in no list of this machine if it has the fingerprint that was typed."""

    def __init__(self, fingerprint: str | None) -> None:
        self._fingerprint = fingerprint

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
        del client, hostname
        found = fingerprint_of(key)
        if found != self._fingerprint:
            raise UnknownServer(found)


def fingerprint_of(key: paramiko.PKey) -> str:
    """Return the fingerprint of a key as OpenSSH shows it."""
    return f"SHA256:{base64.b64encode(hashlib.sha256(key.asbytes()).digest()).decode().rstrip('=')}"


@contextmanager
def connected(target: TargetSettings, password: str | None) -> Iterator[paramiko.SFTPClient]:
    """Yield a connection, which is closed in the end.

    Args:
        target: where to.
        password: typed now and kept nowhere; without one, keys of this user and its agent are tried.

    Raises:
        UnknownServer: its key is in no list of this machine, and not the one that was typed.
        PasswordNeeded: it takes no key, and no password was given.
        CannotDeliver: it cannot be reached, shows another key than before, or refuses.

    """
    place = f"{target.host}:{target.port}"
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(_TypedFingerprint(target.fingerprint))
    try:
        client.connect(
            target.host or "",
            int(target.port),
            target.user,
            password,
            timeout=_SECONDS,
            banner_timeout=_SECONDS,
            auth_timeout=_SECONDS,
        )
    except paramiko.BadHostKeyException as error:
        client.close()
        message = (
            f"เครื่อง {place} แสดงกุญแจอื่นจากที่เคยรู้จัก ({fingerprint_of(error.key)}) จึงไม่ส่ง"
            " ให้ถามผู้ดูแลเครื่องว่าเปลี่ยนกุญแจจริงหรือไม่ ก่อนลบกุญแจเดิมใน known_hosts"
        )
        raise CannotDeliver(message) from None
    except (paramiko.AuthenticationException, paramiko.PasswordRequiredException) as error:
        client.close()
        if password is None:
            raise PasswordNeeded from None
        message = f"เครื่อง {place} ไม่รับรหัสผ่านของ {target.user} ให้พิมพ์ใหม่ หรือถามผู้ดูแลเครื่อง"
        raise CannotDeliver(message) from error
    except (paramiko.SSHException, OSError, EOFError) as error:
        client.close()
        if password is None and "No authentication methods" in str(error):
            raise PasswordNeeded from None
        message = f"ติดต่อเครื่อง {place} ไม่ได้ ให้ดูว่าต่อเครือข่ายอยู่ และ host: port: ใน publish.yml ถูกต้อง"
        raise CannotDeliver(message) from error
    except BaseException:
        client.close()
        raise
    with client:
        try:
            yield client.open_sftp()
        except (OSError, EOFError, paramiko.SSHException) as error:
            message = f"เครื่อง {place} ไม่ยอมหรือสายหลุดระหว่างส่ง ({error}) ให้ดูสิทธิ์และที่ว่าง แล้วสั่งใหม่"
            raise CannotDeliver(message) from error


def kind(sftp: paramiko.SFTPClient, path: PurePosixPath) -> str:
    """Return whether a path is a `folder`, a `file`, something `other`, or nothing: an empty text."""
    try:
        mode = sftp.lstat(str(path)).st_mode or 0
    except FileNotFoundError:
        return ""
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"


def names(sftp: paramiko.SFTPClient, folder: PurePosixPath) -> list[str]:
    """Return the names in a folder, sorted; none where there is no folder."""
    try:
        return sorted(sftp.listdir(str(folder)))
    except FileNotFoundError:
        return []


def make(sftp: paramiko.SFTPClient, folder: PurePosixPath, mode: int) -> None:
    """Make a folder where there is none."""
    if not kind(sftp, folder):
        sftp.mkdir(str(folder), mode)
        with suppress(OSError):  # the server's own umask
            sftp.chmod(str(folder), mode)


def remove(sftp: paramiko.SFTPClient, path: PurePosixPath) -> None:
    """Take away a file or a folder with all that is in it; links are not followed."""
    found = kind(sftp, path)
    if found == "folder":
        for name in names(sftp, path):
            remove(sftp, path / name)
        sftp.rmdir(str(path))
    elif found:
        sftp.remove(str(path))


def upload(sftp: paramiko.SFTPClient, folder: Path, place: PurePosixPath) -> None:
    """Copy a folder to a place on the server, readable for its web server; what is hidden at its top is not copied."""
    make(sftp, place, 0o755)
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if below.parts[0].startswith("."):
            continue
        there = place.joinpath(*below.parts)
        if path.is_dir():
            make(sftp, there, 0o755)
        else:
            sftp.put(str(path), str(there))
            with suppress(OSError):
                sftp.chmod(str(there), 0o644)


def copy_hidden(sftp: paramiko.SFTPClient, old: PurePosixPath, new: PurePosixPath) -> None:
    """Copy what was put into a published folder by hand for the web server: `.htaccess`, `.well-known`."""
    for name in (each for each in names(sftp, old) if each.startswith(".")):
        _copy(sftp, old / name, new / name)


def _copy(sftp: paramiko.SFTPClient, one: PurePosixPath, other: PurePosixPath) -> None:
    found = kind(sftp, one)
    if found == "folder":
        make(sftp, other, 0o755)
        for name in names(sftp, one):
            _copy(sftp, one / name, other / name)
    elif found == "file" and not kind(sftp, other):
        with sftp.open(str(one), "rb") as source, sftp.open(str(other), "wb") as copy:
            copy.write(source.read())
