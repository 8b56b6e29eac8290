"""The only way out: a connection is made to an IP address that was checked, and to no other.

A host is resolved once a connection, every address of it is checked, and what is connected to is one of those: a name
that resolves to something else the next time gains nothing. httpcore asks its network backend for every connection, so
that each hop of a redirect comes through here.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import httpcore

from ita_site.data.model import LinkState
from ita_site.ground import hostnames

if TYPE_CHECKING:
    import ssl

    from ita_site.hosts.links.fetch_limits import Deadline

Resolver = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host, for the port that is to be connected to; raises OSError where there are none."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones (RFC 6052)."""
_COMPATIBLE = ipaddress.IPv6Network("::/96")
"""The same by an older rule (RFC 4291, 2.5.5.1)."""
_TRIES = 3
"""How many addresses of a host are tried before it is called out of reach."""


class NotConnected(httpcore.ConnectError):
    """There is no connection; `state` says why."""

    def __init__(self, state: LinkState) -> None:
        super().__init__(state.value)
        self.state = state


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses that the system knows of a host.

    Raises:
        OSError: there are none.

    """
    return [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet, and so is any that it stands for."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = _embedded(found)
        if inner:
            return all(map(_is_global, inner))
        return _is_global(found) and not found.is_site_local
    return _is_global(found)


def _embedded(address: ipaddress.IPv6Address) -> tuple[ipaddress.IPv4Address, ...]:
    """Return the IPv4 addresses that an IPv6 address leads to by some way of transition."""
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address.sixtofour is not None:
        return (address.sixtofour,)
    if address.teredo is not None:
        return address.teredo
    if address in _NAT64 or address in _COMPATIBLE:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()


def _is_global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved and not address.is_unspecified


class PublicNetwork(httpcore.NetworkBackend):
    """Connects to public IP addresses alone, unless `private` ones are allowed, and never beyond a deadline."""

    def __init__(self, resolver: Resolver, deadline: Deadline, *, private: bool) -> None:
        self._resolver = resolver
        self._deadline = deadline
        self._private = private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host at one of its addresses, all of which are checked first.

        Raises:
            NotConnected: the host is not known, or is not to be asked.
            httpcore.ConnectError: nobody answers.
            httpcore.ConnectTimeout: nobody answers in time.

        """
        failure: Exception = NotConnected(LinkState.NO_HOST)
        for address in self._checked(host, port)[:_TRIES]:
            try:
                stream = self._plain.connect_tcp(
                    address, port, within(self._deadline, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _BoundedStream(stream, self._deadline)
        raise failure

    def _checked(self, host: str, port: int) -> list[str]:
        if not self._private and hostnames.unreachable(host) is hostnames.Unreachable.LOCAL:
            raise NotConnected(LinkState.PRIVATE)
        found = list(dict.fromkeys(self._resolved(host, port)))
        if not found:
            raise NotConnected(LinkState.NO_HOST)
        if not self._private and not all(map(is_public, found)):
            raise NotConnected(LinkState.PRIVATE)
        return found

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        """Resolve beside this thread: the system has no limit of time for it that can be set."""
        found: list[Sequence[str]] = []

        def ask() -> None:
            try:
                found.append(self._resolver(host, port))
            except (OSError, UnicodeError):
                found.append(())

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(within(self._deadline, None))
        if not found:
            raise NotConnected(LinkState.TIMEOUT)
        return found[0]


class _BoundedStream(httpcore.NetworkStream):
    """A connection on which nothing is waited for beyond the deadline, however often a byte comes."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, within(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, within(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, within(self._deadline, timeout))
        return _BoundedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as httpcore has it
        return self._stream.get_extra_info(info)


def within(deadline: Deadline, timeout: float | None) -> float:
    """Return how many seconds may be waited.

    Raises:
        httpcore.ReadTimeout: none are left.

    """
    left = deadline.left
    if left <= 0:
        raise httpcore.ReadTimeout
    return left if timeout is None else min(left, timeout)
