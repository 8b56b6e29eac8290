"""Every kind of answer of an outside address ends, in bounded time, with the word for it; the inside is never asked."""

from __future__ import annotations

import gzip
import hashlib
import socket
import threading
from typing import TYPE_CHECKING

import pytest
import trustme

from ita_site.data.model import LinkState
from ita_site.hosts.links.fetch_limits import FetchLimits
from ita_site.hosts.links.fetcher import Fetcher
from ita_site.hosts.links.public_network import is_public
from tests.helpers import answering
from tests.helpers.answering import HTML, OK, by_method, endless, leads, page, raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.helpers.answering import Server

HOST = "www.office.go.th"
SIZE = 100_000


def hosts(host: str, port: int) -> list[str]:
    """Know a few hosts, all of them on this machine."""
    del port
    if host.endswith((".go.th", ".xn--o3cw4h")):
        return ["127.0.0.1"]
    raise OSError(host)


def fetcher(port: int, *, seconds: float = 10.0, silence: float = 5.0) -> Fetcher:
    limits = FetchLimits(seconds=seconds, silence=silence, size=SIZE, ports=frozenset({port}))
    return Fetcher(limits, private=True, resolver=hosts, trust=answering.trusting())


BIG = SIZE * 3
HANDLERS = {
    "/page": page(),
    "/empty": page("", "204 No Content"),
    "/gone": page("<p>ไม่มีแล้ว", "410 Gone"),
    "/forbidden": page("<p>ห้าม", "403 Forbidden"),
    "/unauthorized": page("<p>รหัสผ่าน", "401 Unauthorized", WWW_Authenticate="Basic"),
    "/busy": page("", "429 Too Many Requests", Retry_After="7"),
    "/broken": page("", "500 Internal Server Error"),
    "/down": page("", "503 Service Unavailable"),
    "/chain": leads("/chain2", "301 Moved Permanently"),
    "/chain2": leads("/chain3", "307 Temporary Redirect"),
    "/chain3": leads("page#part", "308 Permanent Redirect"),
    "/loop": leads("/loop2"),
    "/loop2": leads("/loop"),
    "/itself": leads("/itself"),
    "/nowhere": page("", "302 Found"),
    "/to-ftp": leads("ftp://www.office.go.th/file"),
    "/to-script": leads("javascript:alert(1)"),
    "/to-nonsense": leads("http://[::1"),
    "/head-405": by_method(HEAD=page("", "405 Method Not Allowed"), GET=page()),
    "/head-lies": by_method(HEAD=page("", "404 Not Found"), GET=page()),
    "/head-hangs-up": by_method(HEAD=answering.reset, GET=page()),
    "/silent": answering.silent,
    "/drip": endless(HTML + b"\r\n", b"x", 0.05),
    "/drip-of-headers": endless(OK, b"x", 0.05),
    "/endless-headers": endless(OK, b"X-Again: and again\r\n" * 50),
    "/endless-100": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01),
    "/endless-chunks": endless(HTML + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.01),
    "/bad-chunks": raw(HTML + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx"),
    "/endless-chunk-head": endless(HTML + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 1000),
    "/to-backslash": leads("http:\\\\127.0.0.1\\"),
    "/to-bytes": leads("/\x00\r"),
    "/2-gb": endless(HTML + b"Content-Length: 2147483648\r\n\r\n", b"x" * 65536),
    "/endless": endless(HTML + b"\r\n", b"x" * 65536),
    "/reset": answering.reset,
    "/too-short": raw(HTML + b"Content-Length: 500\r\n\r\nonly this"),
    "/too-long": raw(HTML + b"Content-Length: 4\r\n\r\nthis and more"),
    "/two-lengths": raw(HTML + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\nthis and more"),
    "/no-http": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "/nothing": raw(b""),
    "/bomb": page(answering.bomb(), Content_Encoding="gzip"),
    "/gzip": page(gzip.compress(b"packed"), Content_Encoding="gzip"),
    "/half-gzip": page(gzip.compress(b"packed" * 99)[:-12], Content_Encoding="gzip"),
    "/no-gzip": page(b"plain", Content_Encoding="gzip"),
    "/%E0%B9%81%E0%B8%9C%E0%B8%99%202569.pdf": page(b"%PDF-1.7", kind="application/pdf"),
}
STATES = {
    "/page": LinkState.OPENS,
    "/page?id=1#part": LinkState.NOT_FOUND,
    "/page#part": LinkState.OPENS,
    "/แผน 2569.pdf": LinkState.OPENS,
    "/empty": LinkState.OPENS,
    "/no-such-page": LinkState.NOT_FOUND,
    "/gone": LinkState.NOT_FOUND,
    "/forbidden": LinkState.REFUSED,
    "/unauthorized": LinkState.LOGIN,
    "/busy": LinkState.BUSY,
    "/broken": LinkState.SERVER_ERROR,
    "/down": LinkState.SERVER_ERROR,
    "/chain": LinkState.OPENS,
    "/loop": LinkState.REDIRECTS,
    "/itself": LinkState.REDIRECTS,
    "/nowhere": LinkState.BROKEN,
    "/to-ftp": LinkState.NOT_ASKED,
    "/to-script": LinkState.NOT_ASKED,
    "/to-nonsense": LinkState.BROKEN,
    "/head-405": LinkState.OPENS,
    "/head-lies": LinkState.OPENS,
    "/head-hangs-up": LinkState.OPENS,
    "/bad-chunks": LinkState.BROKEN,
    "/endless-chunk-head": LinkState.BROKEN,
    "/2-gb": LinkState.TOO_LARGE,
    "/endless": LinkState.TOO_LARGE,
    "/endless-headers": LinkState.BROKEN,
    "/reset": LinkState.NO_CONNECTION,
    "/too-short": LinkState.BROKEN,
    "/too-long": LinkState.OPENS,
    "/two-lengths": LinkState.BROKEN,
    "/no-http": LinkState.BROKEN,
    "/nothing": LinkState.BROKEN,
    "/bomb": LinkState.TOO_LARGE,
    "/gzip": LinkState.OPENS,
    "/half-gzip": LinkState.BROKEN,
    "/no-gzip": LinkState.BROKEN,
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with answering.answering(HANDLERS) as running:
        yield running


@pytest.mark.parametrize("path", STATES)
def test_every_kind_of_answer_has_its_word(server: Server, path: str) -> None:
    assert fetcher(server.port).fetch(f"http://{HOST}:{server.port}{path}").state is STATES[path]


@pytest.mark.parametrize("path", ["/silent", "/drip", "/drip-of-headers", "/endless-100", "/endless-chunks"])
def test_what_has_no_end_is_left_in_time(server: Server, path: str) -> None:
    hasty = fetcher(server.port, seconds=0.6, silence=0.3)
    assert hasty.fetch(f"http://{HOST}:{server.port}{path}").state is LinkState.TIMEOUT


@pytest.mark.parametrize("path", ["/to-backslash", "/to-bytes"])
def test_a_redirect_to_nonsense_opens_nothing(server: Server, path: str) -> None:
    assert not fetcher(server.port).fetch(f"http://{HOST}:{server.port}{path}").state.opens


@pytest.mark.parametrize("path", ["/page", "/head-405", "/head-lies", "/head-hangs-up"])
def test_a_server_that_refuses_head_is_asked_in_full(server: Server, path: str) -> None:
    answer = fetcher(server.port).fetch(f"http://{HOST}:{server.port}{path}", reading=False)
    assert answer.state is LinkState.OPENS


def test_what_need_not_be_read_is_not_sent(server: Server) -> None:
    before = len(server.asked)
    answer = fetcher(server.port).fetch(f"http://{HOST}:{server.port}/page", reading=False)
    assert [each.method for each in server.asked[before:]] == ["HEAD"]
    assert (answer.body, answer.sha256) == (b"", None)


def test_an_answer_says_what_was_found_and_the_way_there(server: Server) -> None:
    start = f"http://{HOST}:{server.port}"
    answer = fetcher(server.port).fetch(f"{start}/chain")
    assert answer.address == f"{start}/chain"
    assert answer.final == f"{start}/page"
    assert answer.hops == (f"{start}/chain", f"{start}/chain2", f"{start}/chain3")
    assert answer.status == 200
    assert answer.content_type == "text/html"
    assert answer.charset == "utf-8"
    assert answer.sha256 == hashlib.sha256(answer.body).hexdigest()
    assert answer.size == len(answer.body) > 0


def test_packed_content_is_that_which_was_packed(server: Server) -> None:
    answer = fetcher(server.port).fetch(f"http://{HOST}:{server.port}/gzip")
    assert answer.body == b"packed"


def test_no_more_is_kept_than_the_limit(server: Server) -> None:
    for path in ("/2-gb", "/endless", "/bomb"):
        answer = fetcher(server.port).fetch(f"http://{HOST}:{server.port}{path}")
        assert (len(answer.body), answer.sha256, answer.size) == (SIZE, None, None)


def test_how_long_to_wait_is_read(server: Server) -> None:
    assert fetcher(server.port).fetch(f"http://{HOST}:{server.port}/busy").retry_after == 7


@pytest.mark.parametrize("path", ["/เอกสาร/แผน 2569", "/%E0%B9%80%E0%B8%AD%E0%B8%81"])
def test_thai_names_of_hosts_and_files_are_encoded(path: str) -> None:
    with answering.answering({}) as running:
        fetcher(running.port).fetch(f"http://เทศบาล.ไทย:{running.port}{path}")
    assert running.asked[0].headers["host"] == f"{'เทศบาล.ไทย'.encode('idna').decode()}:{running.port}"
    assert running.asked[0].target.isascii()
    assert "%25" not in running.asked[0].target


def test_a_host_that_nobody_knows() -> None:
    assert fetcher(80).fetch("http://no-such-host.or.th/").state is LinkState.NO_HOST
    assert Fetcher(FetchLimits(), resolver=lambda *_: ()).fetch("http://www.office.go.th/").state is LinkState.NO_HOST


def test_a_port_at_which_nobody_listens() -> None:
    with answering.answering({}) as ended:
        pass
    assert fetcher(ended.port).fetch(f"http://{HOST}:{ended.port}/").state is LinkState.NO_CONNECTION


def test_a_name_that_takes_for_ever_to_resolve() -> None:
    waiting = threading.Event()

    def never(host: str, port: int) -> Sequence[str]:
        del host, port
        waiting.wait(answering.LONGEST)
        return ["127.0.0.1"]

    found = Fetcher(FetchLimits(seconds=0.3), resolver=never, private=True).fetch(f"http://{HOST}/")
    waiting.set()
    assert found.state is LinkState.TIMEOUT


CERTIFICATES = {
    "good": (answering.certified(HOST), LinkState.OPENS),
    "expired": (answering.certified(HOST, expired=True), LinkState.CERTIFICATE_EXPIRED),
    "another": (answering.certified("mail.office.go.th"), LinkState.CERTIFICATE_OF_ANOTHER),
    "its-own": (answering.certified_by_itself(), LinkState.CERTIFICATE_SELF_SIGNED),
    "of-nobody-known": (answering.certified(HOST, by=trustme.CA()), LinkState.CERTIFICATE_UNTRUSTED),
}


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_what_is_wrong_with_a_certificate_is_named(kind: str) -> None:
    certificate, state = CERTIFICATES[kind]
    with answering.answering({"/": page()}, certificate) as running:
        answer = fetcher(running.port).fetch(f"https://{HOST}:{running.port}/")
    assert answer.state is state


def test_a_server_without_tls_behind_https(server: Server) -> None:
    assert fetcher(server.port).fetch(f"https://{HOST}:{server.port}/page").state is LinkState.NOT_SECURE


def test_a_tls_server_that_never_shakes_hands() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        found = fetcher(port, seconds=0.6, silence=0.3).fetch(f"https://{HOST}:{port}/")
    assert found.state is LinkState.TIMEOUT


INSIDE = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0",
    "localhost",
    "LOCALHOST.",
    "intranet",
    "printer.local",
    "169.254.169.254",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "127。0。0。1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fec0::1]",
    "[fc00::1]",
    "[ff02::1]",
]


@pytest.mark.parametrize("host", INSIDE)
def test_a_machine_of_the_inside_is_never_asked(server: Server, host: str) -> None:
    before = len(server.asked)
    careful = Fetcher(FetchLimits(seconds=5, ports=frozenset({server.port})))
    assert careful.fetch(f"http://{host}:{server.port}/page").state is LinkState.PRIVATE
    assert len(server.asked) == before


@pytest.mark.parametrize("address", [each.strip("[]") for each in INSIDE if ":" in each or each.count(".") == 3])
def test_a_name_that_resolves_to_the_inside_is_not_asked(server: Server, address: str) -> None:
    before = len(server.asked)
    for found in ([address], ["8.8.8.8", address], [address, "8.8.8.8"]):
        careful = Fetcher(FetchLimits(ports=frozenset({server.port})), resolver=lambda *_, found=found: found)
        assert careful.fetch(f"http://{HOST}:{server.port}/page").state is LinkState.PRIVATE
    assert len(server.asked) == before


def test_addresses_of_everybody_are_public() -> None:
    public = ["8.8.8.8", "203.150.1.1", "2001:4860:4860::8888", "64:ff9b::808:808", "::ffff:8.8.8.8"]
    assert [each for each in public if not is_public(each)] == []
    assert not is_public("no address")


@pytest.mark.parametrize("target", ["http://169.254.169.254/", "http://[::1]/", "http://2130706433/", "http://inside/"])
def test_a_redirect_to_the_inside_is_not_followed(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    """The first server stands in for a public one, by the one address of this machine that is called public here."""
    monkeypatch.setattr("ita_site.hosts.links.public_network.is_public", lambda found: found == "127.0.0.5")
    with answering.answering({"/": leads(target)}, host="127.0.0.5") as running:
        careful = Fetcher(
            FetchLimits(ports=frozenset({80, running.port})),
            resolver=lambda host, _: ["127.0.0.5"] if host == HOST else ["127.0.0.1"],
        )
        answer = careful.fetch(f"http://{HOST}:{running.port}/")
    assert answer.state is LinkState.PRIVATE
    assert answer.hops == (f"http://{HOST}:{running.port}/",)


def test_a_name_that_resolves_to_the_inside_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_site.hosts.links.public_network.is_public", lambda found: found == "127.0.0.5")
    answers = iter([["127.0.0.5"], ["127.0.0.1"]])
    with answering.answering({"/": leads("/secret")}, host="127.0.0.5") as running:
        careful = Fetcher(FetchLimits(ports=frozenset({running.port})), resolver=lambda *_: next(answers))
        answer = careful.fetch(f"http://{HOST}:{running.port}/")
    assert answer.state is LinkState.PRIVATE
    assert [each.target for each in running.asked] == ["/"]


@pytest.mark.parametrize(
    "address",
    [
        "http://www.office.go.th:22/",
        "http://www.office.go.th:6379/",
        "https://www.office.go.th:25/",
        "ftp://www.office.go.th/",
        "file:///etc/passwd",
        "gopher://www.office.go.th:70/_x",
        "http://user:secret@www.office.go.th/",
        "http://www.office.go.th@127.0.0.1/",
        "//www.office.go.th/",
        "www.office.go.th",
        "",
        "http://",
        "http://[::1/",
        "http://0177.0.0.1/",
        "http://１２７.0.0.1/",
        "http://www.office.go.th:99999/",
        "http://www.office.go.th:port/",
        "http://a\nb/",
        "http://" + "ก" * 70 + ".th/",
    ],
)
def test_what_is_no_address_of_the_web_is_not_asked(address: str) -> None:
    def nobody(host: str, port: int) -> Sequence[str]:
        raise AssertionError(host, port)

    assert Fetcher(FetchLimits(), resolver=nobody).fetch(address).state is LinkState.NOT_ASKED


def test_no_cookie_goes_to_another_host_nor_into_the_next_question() -> None:
    pages = {
        "/a": leads("/b", Set_Cookie="session=1; Domain=go.th; Path=/"),
        "/b": leads("http://other.go.th:{port}/c"),
        "/c": page(),
    }
    with answering.answering(pages) as running:
        pages["/b"] = leads(f"http://other.go.th:{running.port}/c")
        one = fetcher(running.port)
        for _ in range(2):
            one.fetch(f"http://{HOST}:{running.port}/a")
    cookies = [(each.target, each.headers.get("cookie")) for each in running.asked]
    assert [each for each in cookies if each[0] != "/b"] == [("/a", None), ("/c", None)] * 2


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetcher(server.port).fetch(f"http://{HOST}:{server.port}/page").state is LinkState.OPENS
