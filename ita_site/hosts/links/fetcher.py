"""One question to an outside address, and its answer: redirects followed, content read, everything within bounds."""

from __future__ import annotations

import hashlib
import ssl
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import httpcore
import httpx

from ita_site.data.model import LinkState
from ita_site.hosts.links.fetch_limits import Deadline, FetchLimits
from ita_site.hosts.links.public_network import NotConnected, PublicNetwork, resolve, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.hosts.links.public_network import Resolver

_PORTS = {"http": 80, "https": 443}
"""The schemes that are asked, and the ports that they stand for."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STATES = {
    401: LinkState.LOGIN,
    404: LinkState.NOT_FOUND,
    407: LinkState.REFUSED,
    408: LinkState.TIMEOUT,
    410: LinkState.NOT_FOUND,
    429: LinkState.BUSY,
}
_CERTIFICATES = {
    9: LinkState.CERTIFICATE_EXPIRED,
    10: LinkState.CERTIFICATE_EXPIRED,
    18: LinkState.CERTIFICATE_SELF_SIGNED,
    19: LinkState.CERTIFICATE_SELF_SIGNED,
    62: LinkState.CERTIFICATE_OF_ANOTHER,
    64: LinkState.CERTIFICATE_OF_ANOTHER,
}
"""What OpenSSL's numbers of a certificate that does not hold say (x509_vfy.h): its dates, its own, another host's."""
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; ita-site-links)",
    "Accept": "*/*",
    "Accept-Language": "th,en;q=0.5",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address.

    `hops` are the addresses passed on the way, the asked one first and `final` not among them. `body` is the content as
    far as it was read, without compression; `sha256` is of the whole content, None where that was not read.
    `retry_after` is how many seconds the server asks to be left alone.
    """

    address: str
    state: LinkState
    final: str
    hops: tuple[str, ...] = ()
    status: int | None = None
    content_type: str = ""
    charset: str | None = None
    body: bytes = b""
    sha256: str | None = None
    retry_after: int | None = None

    @property
    def size(self) -> int | None:
        """The size of the content in bytes, None where it was not read to its end."""
        return len(self.body) if self.sha256 is not None else None


class Fetcher:
    """Asks outside addresses, one at a time; it keeps no cookies from one question to the next.

    Args:
        limits: the limits of each question.
        private: whether machines of the inside may be asked.
        resolver: what knows the IP addresses of a host.
        trust: whose certificates are believed; those of the public authorities where none is given.

    """

    def __init__(
        self,
        limits: FetchLimits | None = None,
        *,
        private: bool = False,
        resolver: Resolver = resolve,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits or FetchLimits()
        self._private = private
        self._resolver = resolver
        self._trust = trust or httpx.create_ssl_context(trust_env=False)

    def fetch(self, address: str, *, reading: bool = True) -> Answer:
        """Ask for an address and follow where it leads.

        Args:
            address: what to ask for, as a person types it: Thai letters in it are encoded.
            reading: whether the content is wanted; without it the server is asked by HEAD whether the address is
                there, and in full only where it refuses that.

        """
        deadline = Deadline(self._limits.seconds)
        if not reading:
            answer = _Walk(self, address, deadline).walk("HEAD")
            if answer.state is LinkState.OPENS:
                return answer
        return _Walk(self, address, deadline).walk("GET")

    def ask(
        self, method: str, url: httpx.URL, deadline: Deadline, cookies: httpx.Cookies
    ) -> tuple[Answer, httpx.URL | None]:
        """Return the answer of one server, and the address that it leads on to, if any."""
        network = PublicNetwork(self._resolver, deadline, private=self._private)
        with (
            _Transport(network, self._trust) as transport,
            httpx.Client(
                transport=transport,
                trust_env=False,
                timeout=httpx.Timeout(self._limits.silence),
                headers=_HEADERS,
                cookies=cookies,
            ) as client,
            client.stream(method, url) as response,
        ):
            cookies.update(client.cookies)
            onward = response.headers.get("Location") if response.status_code in _REDIRECTS else None
            body, whole = (b"", False) if method == "HEAD" or onward else _read(response, self._limits.size, deadline)
            state = _state(response.status_code)
            if state is LinkState.OPENS and method == "GET" and not whole:
                state = LinkState.TOO_LARGE
            answer = Answer(
                address=str(url),
                state=state,
                final=str(url),
                status=response.status_code,
                content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
                charset=response.charset_encoding,
                body=body,
                sha256=hashlib.sha256(body).hexdigest() if whole else None,
                retry_after=_seconds(response.headers.get("Retry-After", "")),
            )
            return answer, url.join(onward) if onward else None

    def refuses(self, url: httpx.URL) -> bool:
        """Tell whether an address is of a kind that is not asked at all."""
        ports = self._limits.ports
        port = _PORTS.get(url.scheme) if url.port is None else url.port
        is_other_port = ports is not None and port not in ports
        return not url.host or bool(url.userinfo) or url.scheme not in _PORTS or is_other_port

    @property
    def redirects(self) -> int:
        """How often one may be led on."""
        return self._limits.redirects


class _Walk:
    """The way from an address to where it leads; cookies are shown to the host alone that gave them."""

    def __init__(self, fetcher: Fetcher, address: str, deadline: Deadline) -> None:
        self._fetcher = fetcher
        self._address = address
        self._deadline = deadline
        self._cookies: dict[str, httpx.Cookies] = {}

    def walk(self, method: str) -> Answer:
        hops: list[str] = []
        here = self._address
        try:
            url = httpx.URL(self._address).copy_with(fragment=None)
            for _ in range(self._fetcher.redirects + 1):
                here = str(url)
                if self._fetcher.refuses(url):
                    return self._failed(LinkState.NOT_ASKED, here, hops)
                with _named_failures():
                    jar = self._cookies.setdefault(url.host, httpx.Cookies())
                    answer, onward = self._fetcher.ask(method, url, self._deadline, jar)
                if onward is None:
                    return replace(answer, address=self._address, hops=tuple(hops))
                hops.append(here)
                url = onward.copy_with(fragment=None)
        except (httpx.InvalidURL, UnicodeError, ValueError):
            return self._failed(LinkState.NOT_ASKED, here, hops)
        except _Failed as failure:
            return self._failed(failure.state, here, hops)
        return self._failed(LinkState.REDIRECTS, here, hops[:-1])

    def _failed(self, state: LinkState, final: str, hops: list[str]) -> Answer:
        return Answer(self._address, state, final, tuple(hops))


class _Transport(httpx.HTTPTransport):
    """The transport of httpx, over our network in place of the system's: httpx has no argument for that."""

    def __init__(self, network: PublicNetwork, trust: ssl.SSLContext) -> None:
        super().__init__(verify=trust, trust_env=False)
        self._pool = httpcore.ConnectionPool(ssl_context=trust, network_backend=network, max_connections=1)


class _Failed(Exception):
    """There is no answer; `state` says why."""

    def __init__(self, state: LinkState) -> None:
        super().__init__(state.value)
        self.state = state


@contextmanager
def _named_failures() -> Iterator[None]:
    """Turn what a connection fails by into a state."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise _Failed(LinkState.TIMEOUT) from error
    except httpcore.TimeoutException as error:
        raise _Failed(LinkState.TIMEOUT) from error
    except (httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.CloseError) as error:
        raise _Failed(_cause(error)) from error
    except (httpx.RemoteProtocolError, httpx.DecodingError, zlib.error) as error:
        raise _Failed(LinkState.BROKEN) from error
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise _Failed(LinkState.NOT_ASKED) from error


def _cause(error: BaseException) -> LinkState:
    """Return why there is no connection: what is behind an error of httpx says it."""
    behind: BaseException | None = error
    while behind is not None:
        if isinstance(behind, NotConnected):
            return behind.state
        if isinstance(behind, ssl.SSLCertVerificationError):
            return _CERTIFICATES.get(behind.verify_code, LinkState.CERTIFICATE_UNTRUSTED)
        if isinstance(behind, ssl.SSLError):
            return LinkState.NOT_SECURE
        behind = behind.__cause__ or behind.__context__
    return LinkState.NO_CONNECTION


def _state(status: int) -> LinkState:
    if 200 <= status < 300:
        return LinkState.OPENS
    if status in _STATES:
        return _STATES[status]
    if 300 <= status < 400:
        return LinkState.BROKEN  # leads on, and does not say where to
    return LinkState.SERVER_ERROR if status >= 500 else LinkState.REFUSED


def _seconds(said: str) -> int | None:
    """Return the seconds of a `Retry-After`; one that names a moment is not taken, since clocks differ."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _read(response: httpx.Response, size: int, deadline: Deadline) -> tuple[bytes, bool]:
    """Return the content without compression, and whether that is all of it."""
    packed = response.headers.get("Content-Encoding", "").strip().lower() in {"gzip", "x-gzip", "deflate"}
    opener = zlib.decompressobj(wbits=47) if packed else None  # 47 takes both headers, of gzip and of zlib
    body = bytearray()
    for chunk in response.iter_raw():
        within(deadline, None)
        # One byte more than is wanted tells that there is more.
        body += opener.decompress(chunk, size + 1 - len(body)) if opener else chunk
        if len(body) > size:
            return bytes(body[:size]), False
    if opener and not opener.eof:
        raise httpx.DecodingError(LinkState.BROKEN.value)
    return bytes(body), True
