"""A server that speaks SFTP on this machine, with one user, one password, and one folder."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, TypeVar

import paramiko
from paramiko.common import AUTH_FAILED, AUTH_SUCCESSFUL, OPEN_SUCCEEDED
from paramiko.sftp import SFTP_OK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")
USER, PASSWORD = "ita", "ลับ-2569"


class _Login(paramiko.ServerInterface):
    def check_auth_password(self, username: str, password: str) -> int:
        known = (username, password) == (USER, PASSWORD)
        return int(AUTH_SUCCESSFUL if known else AUTH_FAILED)

    def get_allowed_auths(self, username: str) -> str:
        del username
        return "password"

    def check_channel_request(self, kind: str, chanid: int) -> int:
        del chanid
        del kind
        return int(OPEN_SUCCEEDED)


class _Handle(paramiko.SFTPHandle):
    def __init__(self, flags: int, opened: IO[bytes]) -> None:
        super().__init__(flags)
        self.readfile = self.writefile = opened

    def stat(self) -> paramiko.SFTPAttributes | int:
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))


class Server:
    """What is served and how: its folder, its key, and after how many requests that change something it hangs up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = paramiko.ECDSAKey.generate()
        self.port = 0
        self.left: int | None = None
        """Changes that are still made before the line is cut; None for all."""
        self.transports: list[paramiko.Transport] = []

    def counted(self) -> None:
        """Count a request that changes something.

        Raises:
            OSError: the line is cut before it.

        """
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                for each in [*self.transports]:  # who comes again while these are closed is a new line
                    each.close()
                raise ConnectionResetError


class _Files(paramiko.SFTPServerInterface):
    def __init__(self, login: _Login, served: Server) -> None:
        super().__init__(login)
        self._served = served

    def _place(self, path: str) -> Path:
        return self._served.folder / os.path.normpath("/" + path).lstrip("/")

    def _changed(self, work: Callable[..., object], *paths: str) -> int:
        try:
            self._served.counted()
            work(*map(self._place, paths))
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or 5)
        return int(SFTP_OK)

    def _seen(self, look: Callable[[Path], T]) -> Callable[[str], T | int]:
        def answer(path: str) -> T | int:
            try:
                return look(self._place(path))
            except OSError as error:
                return paramiko.SFTPServer.convert_errno(error.errno or 5)

        return answer

    def list_folder(self, path: str) -> list[paramiko.SFTPAttributes] | int:
        return self._seen(
            lambda real: [paramiko.SFTPAttributes.from_stat(each.lstat(), each.name) for each in real.iterdir()]
        )(path)

    def stat(self, path: str) -> paramiko.SFTPAttributes | int:
        return self._seen(lambda real: paramiko.SFTPAttributes.from_stat(real.stat()))(path)

    def lstat(self, path: str) -> paramiko.SFTPAttributes | int:
        return self._seen(lambda real: paramiko.SFTPAttributes.from_stat(real.lstat()))(path)

    def open(self, path: str, flags: int, attr: paramiko.SFTPAttributes) -> paramiko.SFTPHandle | int:
        del attr
        how = "wb" if flags & os.O_WRONLY else "r+b" if flags & os.O_RDWR else "rb"

        def opened(real: Path) -> paramiko.SFTPHandle:
            if how != "rb":
                self._served.counted()
            return _Handle(flags, os.fdopen(os.open(real, flags, 0o644), how))

        return self._seen(opened)(path)

    def remove(self, path: str) -> int:
        return self._changed(os.remove, path)

    def rename(self, oldpath: str, newpath: str) -> int:
        return self._changed(os.rename, oldpath, newpath)

    def mkdir(self, path: str, attr: paramiko.SFTPAttributes) -> int:
        del attr
        return self._changed(os.mkdir, path)

    def rmdir(self, path: str) -> int:
        return self._changed(os.rmdir, path)

    def chattr(self, path: str, attr: paramiko.SFTPAttributes) -> int:
        return self._changed(lambda real: real.chmod(attr.st_mode or 0o755), path)

    def canonicalize(self, path: str) -> str:
        below = self._place(path).resolve().relative_to(self._served.folder.resolve())
        return f"/{'' if str(below) == '.' else below.as_posix()}"


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve a folder until the end."""
    server = Server(folder)
    listening = socket.create_server(("127.0.0.1", 0))
    server.port = listening.getsockname()[1]

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            transport = paramiko.Transport(line)
            server.transports.append(transport)
            transport.add_server_key(server.key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _Files, server)
            with suppress(paramiko.SSHException, EOFError, OSError):
                transport.start_server(server=_Login())

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield server
    finally:
        with suppress(OSError):  # what waits in accept() is woken by a shutdown alone
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for each in server.transports:
            each.close()
