"""What other pages, other programs and broken clients send to the desk: a code that refuses it, and nothing changed."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from starlette.routing import Route
from starlette.websockets import WebSocketDisconnect

from ita_site.hosts.desk.guard.access import Access
from ita_site.hosts.desk.guard.refusing import RefusedError
from ita_site.hosts.desk.guard.request_target import plain_path
from ita_site.hosts.desk.rendering import page, posted
from tests.helpers.desk import ORIGIN, PORT, Desk, served_desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

FORM = "application/x-www-form-urlencoded"
KEEP = "/kept"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    data = tmp_path_factory.mktemp("desk") / "data"
    data.mkdir()
    (data / "agency.yml").write_text("name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\nprovince: ลำปาง\n", encoding="utf-8")
    made = Desk(data)
    made.app.router.routes.append(Route(KEEP, _keep, methods=["POST"]))
    made.app.router.routes.append(Route("/broken", _break))
    return made


def _keep(request: Request) -> Response:
    """Do what no hostile request may bring about."""
    request.app.state.kept = dict(posted(request))
    return page(request, "mishap.html.jinja", title="บันทึกแล้ว", told="", log="")


def _break(request: Request) -> Response:
    message = f"secret of {request.method}"
    raise RuntimeError(message)


def _post(desk: Desk, body: bytes | str, headers: Mapping[str, str | None], path: str = KEEP) -> int:
    sent = {"Origin": ORIGIN, "Content-Type": FORM, **headers}
    desk.app.state.kept = None
    content = body.replace("TOKEN", desk.access.form_token) if isinstance(body, str) else body
    answer = desk.client.post(path, content=content, headers={name: each for name, each in sent.items() if each})
    assert answer.status_code < 500
    assert (desk.app.state.kept is not None) is (answer.status_code == 200)
    return int(answer.status_code)


GOOD = "form_token=TOKEN&x=1"


def test_a_form_of_the_desk_is_taken(desk: Desk) -> None:
    assert _post(desk, GOOD, {}) == 200
    assert _post(desk, GOOD, {"Sec-Fetch-Site": "same-origin"}) == 200
    assert _post(desk, GOOD, {"Content-Type": f"{FORM}; charset=UTF-8"}) == 200


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Origin": None}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": f"http://127.0.0.1:{PORT + 1}"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Origin": f"https://127.0.0.1:{PORT}"}, 403),
        ({"Origin": f"http://localhost:{PORT}"}, 403),  # another name than the one that was asked
        ({"Origin": f"http://127.0.0.1:{PORT}.evil.example"}, 403),
        ({"Origin": f"http://127.0.0.1:{PORT}/"}, 403),
        ({"Origin": f"{ORIGIN}, {ORIGIN}"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin, cross-site"}, 403),
        ({"Content-Type": None}, 415),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Type": "text/plain; application/json"}, 415),
        ({"Content-Type": "application/xml"}, 415),
        ({"Content-Type": f"{FORM}, {FORM}"}, 415),
        ({"Content-Type": f"{FORM}; charset=utf-7"}, 415),
        ({"Content-Type": f"{FORM}; charset=windows-874"}, 415),
        ({"Content-Type": f"{FORM}; boundary=x"}, 400),
        ({"Content-Type": "multipart/form-data"}, 400),
        ({"Content-Type": "multipart/mixed; boundary=x"}, 415),
        ({"Content-Encoding": "gzip"}, 415),
        ({"Content-Length": "99999999"}, 413),
        ({"Content-Length": "9" * 400}, 413),
        ({"Content-Length": "-1"}, 400),
        ({"X-HTTP-Method-Override": "DELETE"}, 400),
        ({"Upgrade": "websocket", "Connection": "Upgrade"}, 400),
        ({"Upgrade": "h2c"}, 400),
        ({"Expect": "100-continue"}, 400),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Host": f"127.0.0.1:{PORT}.evil.example"}, 421),
        ({"Host": f"localhost.evil.example:{PORT}"}, 421),
        ({"Host": f"evil.example#127.0.0.1:{PORT}"}, 421),
        ({"Host": f"127.0.0.2:{PORT}"}, 421),
        ({"Host": f"0.0.0.0:{PORT}"}, 421),
        ({"Host": f"[::1]:{PORT}"}, 421),  # not bound
        ({"Host": f"LOCALHOST.:{PORT}"}, 421),
        ({"Cookie": "a=b"}, 403),
        ({"Cookie": f"ita-site-{PORT}="}, 403),
        ({"Cookie": f"ita-site-{PORT}=x; ita-site-{PORT}=y"}, 403),
        ({"Cookie": f"ITA-SITE-{PORT}=x"}, 403),
        ({f"X-{number}": "a" for number in range(80)}, 431),
    ],
)
def test_a_form_with_foreign_headers_changes_nothing(desk: Desk, headers: Mapping[str, str | None], code: int) -> None:
    assert _post(desk, GOOD, headers) == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", 403),
        ("x=1", 403),
        ("form_token=", 403),
        ("form_token=wrong", 403),
        ("form_token=TOKENx", 403),
        ("form_token=TOKEN&form_token=TOKEN", 403),
        ("FORM_TOKEN=TOKEN", 403),
        ('{"form_token": "TOKEN"}', 403),
        ("form_token=TOKEN&x=%00", 400),
        ("form_token=TOKEN&%00=x", 400),
        ("form_token=TOKEN&x=%1b[2J", 400),
        ("form_token=TOKEN&x=%c0%af", 400),  # `/` in two bytes
        ("form_token=TOKEN&x=%e0%80%af", 400),  # and in three
        ("form_token=TOKEN&x=%ed%a0%80", 400),  # half of a pair
        ("form_token=TOKEN&x=%a1", 400),  # Thai of Windows
        (b"form_token=\xff&x=1", 400),
        ("form_token=TOKEN&" + "&".join(f"x{number}=" for number in range(7000)), 413),
        ("form_token=TOKEN&x=" + "a" * 2_100_000, 413),
    ],
)
def test_a_form_that_is_none_of_ours_changes_nothing(desk: Desk, body: str | bytes, code: int) -> None:
    assert _post(desk, body, {}) == code


def _parts(*parts: bytes) -> bytes:
    return b"".join(b"--XX\r\n" + each + b"\r\n" for each in parts) + b"--XX--\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        b"",
        b"garbage",
        b"--XX\r\n\r\n\r\n--XX--\r\n",
        b"--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--\r\n",
        b"--XX\r\nContent-Disposition: form-data; name=x\r\n\r\nno end",
        _parts(b'Content-Disposition: form-data; name="x"\r\n\r\n\xff\xfe'),
        _parts(b'Content-Disposition: form-data; name="x\xff"\r\n\r\n1'),
        _parts(b'Content-Disposition: form-data; name="x"\r\n\r\na\0b'),
        _parts(b'Content-Disposition: form-data; name="x"; filename="a\0.pdf"\r\n\r\n1'),
        _parts(*[b'Content-Disposition: form-data; name="x"; filename="a.pdf"\r\n\r\n1'] * 30),
        _parts(b"X: " + b"a" * 70_000 + b"\r\n\r\n1"),
    ],
)
def test_parts_that_are_no_form_change_nothing(desk: Desk, parts: bytes) -> None:
    token = f'--XX\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n{desk.access.form_token}\r\n'.encode()
    for body in (parts, token + parts):
        assert _post(desk, body, {"Content-Type": "multipart/form-data; boundary=XX"}) in {400, 403}


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/files/%00agency.yml",
        "/files/agency.yml%00.png",
        "/files/../../etc/passwd",
        "/files/..%2f..%2fetc/passwd",
        "/files/%2e%2e/%2e%2e/etc/passwd",
        "/files/..%5c..%5cwindows",
        "/files/..\\..\\windows",
        "/files/%c0%ae%c0%ae/agency.yml",
        "/files/%252e%252e/agency.yml",
        "/files/%u002e%u002e/",
        "/files/%e0%b8",
        "/%",
        "/%zz",
        "/\u202e",
        "/files/%e2%80%ae.yml",
        "/assets/..%2fpyproject.toml",
        "/assets/%2e%2e/application.py",
        "/assets/nothing.css",
        "/files/C:/windows",
        "/files//etc/passwd",
        "/site/",
        "/site/wrong/index.html",
        "/site/wrong/../../data/agency.yml",
        "/?x=%00",
        "/?x=%ff",
        "/?" + "a" * 5000,
        "/" + "a" * 5000,
        "/.git/config",
        "/kept",
        "/kept?form_token=TOKEN&x=1",
    ],
)
def test_an_odd_address_leads_nowhere(desk: Desk, path: str) -> None:
    desk.app.state.kept = None
    answer = desk.client.get(path.replace("TOKEN", desk.access.form_token))
    assert 400 <= answer.status_code < 500
    assert "Traceback" not in answer.text
    assert desk.app.state.kept is None


@pytest.mark.parametrize(
    "raw",
    [
        b"/files/../agency.yml",
        b"/files/./agency.yml",
        b"/files/..",
        b"/files/%2e%2e/x",
        b"/files//x",
        b"/files/..%2fx",
        b"/files/..%5cx",
        b"/files/%252e%252e/x",
        b"/files/\\x",
        b"/files/%c0%ae",
        b"/files/%00",
        b"/files/%e2%80%ae",
        b"/files/%",
        b"http://127.0.0.1/files",
        b"*",
        b"",
    ],
)
def test_a_path_is_read_in_one_way_or_not_at_all(raw: bytes) -> None:
    """No client of tests sends these as they are."""
    with pytest.raises(RefusedError):
        plain_path({"raw_path": raw, "path": "", "query_string": b""})


def test_a_body_that_does_not_say_how_long_it_is_is_cut_off(desk: Desk) -> None:
    def endless() -> Iterator[bytes]:
        yield f"form_token={desk.access.form_token}&x=".encode()
        for _ in range(30):
            yield b"a" * 100_000

    desk.app.state.kept = None
    headers = {"Origin": ORIGIN, "Content-Type": FORM}
    assert desk.client.post(KEEP, content=endless(), headers=headers).status_code == 413
    assert desk.app.state.kept is None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_not_allowed(desk: Desk, method: str) -> None:
    answer = desk.client.request(method, KEEP, headers={"Origin": ORIGIN})
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]


def test_nothing_is_shown_to_a_stranger_or_to_another_page(desk: Desk) -> None:
    for path in ("/", "/assets/desk.css", "/nowhere", "/broken", "/?k=", "/?k=wrong", "/?x=1"):
        answer = desk.stranger().get(path)
        assert answer.status_code == 403
        assert "สมมุติ" not in answer.text
    for site in ("cross-site", "same-site"):
        assert desk.client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403
    with pytest.raises(WebSocketDisconnect), desk.client.websocket_connect("/"):
        pass


def test_what_fails_inside_is_told_without_a_word_of_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_site.hosts.desk.mishaps.user_folder", lambda: tmp_path)
    answer = desk.client.get("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "secret of GET" in (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert str(tmp_path) in answer.text


@pytest.mark.parametrize("path", ["/", "/assets/desk.css", "/nowhere", "/broken", "/?k=x", "/%00"])
def test_every_answer_keeps_others_out(desk: Desk, path: str) -> None:
    headers = desk.client.get(path).headers
    policy = dict(each.strip().split(" ", 1) for each in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert all("unsafe" not in each and "*" not in each for each in policy.values())
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.startswith("access-control-")]


def test_the_token_stands_in_no_address_after_it_was_used(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    desk = Desk(tmp_path / "data", enter=False)
    token = desk.access.link.partition("=")[2]
    hidden = desk.client.get(f"/?k={token}", headers={"Sec-Fetch-Site": "cross-site"})
    assert hidden.status_code == 403
    answer = desk.client.get(f"/?k={token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/"} <= {each.strip() for each in cookie.split(";")}
    assert cookie.startswith(f"ita-site-{PORT}=")
    assert token not in cookie
    assert desk.client.get("/").status_code == 200


def test_who_guesses_is_stopped_and_the_token_with_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    desk = Desk(tmp_path / "data", enter=False)
    token = desk.access.link.partition("=")[2]
    codes = [desk.client.get(f"/?k=guess{number}").status_code for number in range(100)]
    assert codes[0] == 403
    assert codes[-1] == 429
    assert desk.client.get(f"/?k={token}").status_code in {403, 429}
    assert desk.access.enter(token) is None


def test_a_flood_is_slowed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    now = [0.0]
    desk = Desk(tmp_path / "data", access=Access(PORT, clock=lambda: now[0]))
    codes = [desk.client.get("/assets/nothing").status_code for _ in range(700)]
    assert codes[0] == 404
    assert codes[-1] == 429
    now[0] += 5
    assert desk.client.get("/assets/nothing").status_code == 404


# Through the real server, by hand: what no client would send.


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    data = tmp_path_factory.mktemp("served") / "data"
    data.mkdir()
    with served_desk(data) as access:
        yield access


def _asked(access: Access, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", access.port), timeout=5) as wire:
        parts = []
        with suppress(OSError):  # refused in the middle of what it would not read
            wire.sendall(sent.replace(b"HOST", f"127.0.0.1:{access.port}".encode()))
            wire.shutdown(socket.SHUT_WR)
            while part := wire.recv(65536):
                parts.append(part)
        return b"".join(parts)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"CONNECT evil.example:80 HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET /%00 HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET /\xc0\xaf HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET /a\x00b HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET //evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET * HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: HOST\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nX : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nX: a\0b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\n X: folded\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -5\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\r\n\r\n\r\n",
        b"GET\r\n\r\n",
    ],
)
def test_the_server_refuses_what_no_browser_sends(served: Access, sent: bytes) -> None:
    got = _asked(served, sent)
    assert not got or got.split(b" ")[1][:1] == b"4", got[:200]
    assert b"Traceback" not in got
    assert _asked(served, b"GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 403")


def test_the_server_says_nothing_of_itself_and_asks_of_this_machine_only(served: Access) -> None:
    got = _asked(served, b"GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n").lower()
    assert b"\r\nserver:" not in got
    assert json.dumps("uvicorn").encode() not in got
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", served.port), timeout=2):  # noqa: PT011 - the system's
        pass
