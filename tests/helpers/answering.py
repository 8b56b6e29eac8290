"""A web server on this machine that answers each address in its own way: right, wrong, slow, without end."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

import trustme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Handler = Callable[["Request", socket.socket], None]

LONGEST = 20.0
"""After so many seconds an endless answer ends by itself, so that who waits for it fails and does not hang."""


@dataclass(frozen=True)
class Request:
    """What was asked: `target` as it stood in the request."""

    method: str
    target: str
    headers: Mapping[str, str]


@dataclass
class Server:
    """A server that runs; `asked` has all that was asked of it, in order."""

    port: int
    asked: list[Request] = field(default_factory=list)


def page(
    body: str | bytes = "<title>แผนปี 2569</title><p>แผนปฏิบัติการป้องกันการทุจริต ปี 2569</p>",
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    **headers: str,
) -> Handler:
    """Answer a request in the ordinary way; HEAD without the body."""
    data = body if isinstance(body, bytes) else body.encode()
    lines = {"Content-Type": kind, "Content-Length": str(len(data)), "Connection": "close"}
    lines |= {name.replace("_", "-"): each for name, each in headers.items()}

    def answer(request: Request, connection: socket.socket) -> None:
        head = f"HTTP/1.1 {status}\r\n" + "".join(f"{name}: {each}\r\n" for name, each in lines.items()) + "\r\n"
        connection.sendall(head.encode() + (b"" if request.method == "HEAD" else data))

    return answer


def leads(to: str, status: str = "302 Found", **headers: str) -> Handler:
    return page("", status, Location=to, **headers)


def raw(*parts: bytes) -> Handler:
    def answer(request: Request, connection: socket.socket) -> None:
        del request
        for each in parts:
            connection.sendall(each)

    return answer


def endless(head: bytes, chunk: bytes, pause: float = 0.0) -> Handler:
    """Send a head, then the same again and again until nobody listens."""

    def answer(request: Request, connection: socket.socket) -> None:
        del request
        connection.sendall(head)
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            connection.sendall(chunk)
            time.sleep(pause)

    return answer


def silent(request: Request, connection: socket.socket) -> None:
    del request
    connection.settimeout(LONGEST)
    connection.recv(1)  # the other side gives up


def reset(request: Request, connection: socket.socket) -> None:
    """Break the connection off: with no time to linger, closing sends a reset."""
    del request
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def by_method(**handlers: Handler) -> Handler:
    def answer(request: Request, connection: socket.socket) -> None:
        handlers[request.method](request, connection)

    return answer


OK = b"HTTP/1.1 200 OK\r\n"
HTML = OK + b"Content-Type: text/html\r\n"


@cache
def bomb(megabytes: int = 64) -> bytes:
    return gzip.compress(b"\0" * (megabytes * 1024 * 1024))


@contextlib.contextmanager
def answering(
    pages: Mapping[str, Handler], certificate: ssl.SSLContext | None = None, *, host: str = "127.0.0.1"
) -> Iterator[Server]:
    """Run a server of pages by their path, which answers 404 to all others, and end it."""
    with socket.create_server((host, 0)) as listening:
        server = Server(listening.getsockname()[1])

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return  # the socket is closed: that is the end
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        def one(connection: socket.socket) -> None:
            with contextlib.suppress(OSError):
                connection.settimeout(LONGEST)
                spoken = certificate.wrap_socket(connection, server_side=True) if certificate else connection
                with spoken:
                    request = _request(spoken)
                    if request is not None:
                        server.asked.append(request)
                        handler = pages.get(request.target) or page("<p>ไม่พบ", "404 Not Found")
                        handler(request, spoken)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            # What waits in accept() is woken by a shutdown alone, not by a close.
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            thread.join(LONGEST)


def _request(connection: socket.socket) -> Request | None:
    head = b""
    while b"\r\n\r\n" not in head:
        if not (some := connection.recv(4096)):
            return None
        head += some
        if head.startswith(b"\x16"):  # TLS, which this server does not speak
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return None
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    method, target, _ = first.split(" ")
    return Request(method, target, {name.lower(): each for name, _, each in (line.partition(": ") for line in lines)})


@cache
def authority() -> trustme.CA:
    return trustme.CA()


def trusting() -> ssl.SSLContext:
    """Return what believes the authority of these tests, and no other."""
    context = ssl.create_default_context()
    context.load_verify_locations(cadata=authority().cert_pem.bytes().decode())
    return context


def certified(host: str, *, by: trustme.CA | None = None, expired: bool = False) -> ssl.SSLContext:
    """Return the certificate of a host for a server, by an authority."""
    now = datetime.now(UTC)
    ends = now + timedelta(days=-2 if expired else 2)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (by or authority()).issue_cert(host, not_before=now - timedelta(days=9), not_after=ends).configure_cert(context)
    return context


def certified_by_itself() -> ssl.SSLContext:
    """Return a certificate that nobody but its owner vouches for."""
    alone = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile(suffix=".pem") as both:
        both.write(alone.private_key_pem.bytes() + alone.cert_pem.bytes())
        both.flush()
        context.load_cert_chain(both.name)
    return context
