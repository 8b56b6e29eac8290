"""What an answer means: logins, drives, pages that say they are none, front pages, pages in place of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.data.model import LinkState
from ita_site.hosts.links import checking_links, fetch_limits, fetcher
from ita_site.hosts.links.page_words import page_words
from tests.helpers import answering
from tests.helpers.answering import leads, page

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Sequence

    from tests.helpers.answering import Handler, Server

HOST = "www.office.go.th"
NEWS = "<h1>ประกาศแผนปฏิบัติการ</h1><p>เทศบาลประกาศแผนปฏิบัติการป้องกันการทุจริต ประจำปี และขอให้ประชาชนติดตามผลการดำเนินงาน</p>"
BOX = "<form><input name=u><input type='password' name=p><button>เข้าสู่ระบบ</button></form>"
MENU = "<ul>" + "<li>ข้อมูลพื้นฐาน โครงสร้าง อำนาจหน้าที่ ข่าวประชาสัมพันธ์ ติดต่อเรา แผนงานและงบประมาณ" * 9 + "</ul>"
PAGES: dict[str, Handler] = {
    "/": page(f"<title>เทศบาล</title>{MENU}"),
    "/news": page(NEWS + BOX + MENU),
    "/news-of-404": page(f"<title>ข่าว</title>{NEWS}<p>ถนนสาย 404 not found</p>{MENU}"),
    "/login": page(f"<title>เข้าสู่ระบบ</title>{BOX}"),
    "/small-form": page(f"<p>กรุณาเข้าสู่ระบบ</p>{BOX}"),
    "/members": leads("/member/login.php?next=members"),
    "/member/login.php?next=members": page(f"<title>Member</title>{MENU}{BOX}"),
    "/sso": leads("http://accounts.google.com:{port}/signin"),
    "/signin": page("<title>Sign in</title>"),
    "/old": leads("/"),
    "/old/page": leads("/index.php"),
    "/index.php": page(f"<title>เทศบาล</title>{MENU}"),
    "/elsewhere": leads("http://other.go.th:{port}/"),
    "/soft": page("<title>404 - ไม่พบหน้า</title><p>ขออภัย"),
    "/soft2": page("<title>เทศบาล</title><h1>ไม่พบหน้าที่ต้องการ</h1>"),
    "/plan.pdf": page("<p>ระบบเอกสาร</p>" + MENU),
    "/real.pdf": page(b"%PDF-1.7 ...", kind="application/pdf"),
    "/untold.pdf": page(b"%PDF-1.7 ...", kind="application/octet-stream"),
    "/lying-type": page("<!doctype html><title>เข้าสู่ระบบ</title>" + BOX, kind="application/pdf"),
    "/file/d/1/view": page("<title>Google Drive: Sign-in</title><p>You need access. Ask for access, or switch account"),
    "/file/d/2/view": page("<title>ไฟล์</title><p>คุณต้องมีสิทธิ์เข้าถึง ขอสิทธิ์เข้าถึงหรือสลับบัญชี"),
    "/file/d/3/view": page("<title>แผนปี 2569.pdf - Google ไดรฟ์</title>"),
    "/file/d/4/view": leads("http://accounts.google.com:{port}/signin"),
}
MEANINGS = [
    (HOST, "/", LinkState.OPENS),
    (HOST, "/news", LinkState.OPENS),
    (HOST, "/news-of-404", LinkState.OPENS),
    (HOST, "/login", LinkState.LOGIN),
    (HOST, "/small-form", LinkState.LOGIN),
    (HOST, "/members", LinkState.LOGIN),
    (HOST, "/sso", LinkState.LOGIN),
    (HOST, "/old", LinkState.FRONT_PAGE),
    (HOST, "/old/page", LinkState.FRONT_PAGE),
    (HOST, "/index.php", LinkState.OPENS),
    (HOST, "/elsewhere", LinkState.OPENS),
    (HOST, "/soft", LinkState.SOFT_NOT_FOUND),
    (HOST, "/soft2", LinkState.SOFT_NOT_FOUND),
    (HOST, "/gone", LinkState.NOT_FOUND),
    (HOST, "/plan.pdf", LinkState.NOT_THE_FILE),
    (HOST, "/real.pdf", LinkState.OPENS),
    (HOST, "/untold.pdf", LinkState.OPENS),
    (HOST, "/lying-type", LinkState.LOGIN),
    ("drive.google.com", "/file/d/1/view", LinkState.ACCESS),
    ("drive.google.com", "/file/d/2/view", LinkState.ACCESS),
    ("drive.google.com", "/file/d/3/view", LinkState.OPENS),
    ("drive.google.com", "/file/d/4/view", LinkState.ACCESS),
]


def here(host: str, port: int) -> Sequence[str]:
    del host, port
    return ["127.0.0.1"]


def check_of(port: int) -> checking_links.LinkCheck:
    limits = fetch_limits.FetchLimits(seconds=5, silence=3, ports=frozenset({port}))
    asking = fetcher.Fetcher(limits, private=True, resolver=here, trust=answering.trusting())
    return checking_links.LinkCheck(asking, wait=lambda _: None)


def state_of(port: int, *addresses: str) -> list[LinkState | None]:
    questions = [checking_links.LinkQuestion(each) for each in addresses]
    asked = {each.address: each.state for each in check_of(port).run(questions)}
    return [asked[each] for each in addresses]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    pages = dict(PAGES)
    with answering.answering(pages) as running:
        pages["/sso"] = pages["/file/d/4/view"] = leads(f"http://accounts.google.com:{running.port}/signin")
        pages["/elsewhere"] = leads(f"http://other.go.th:{running.port}/")
        yield running


@pytest.mark.parametrize(("host", "path", "state"), MEANINGS)
def test_what_an_answer_means(server: Server, host: str, path: str, state: LinkState) -> None:
    assert state_of(server.port, f"http://{host}:{server.port}{path}") == [state]


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/members", LinkState.LOGIN),
        ("/old", LinkState.FRONT_PAGE),
        ("/news", LinkState.OPENS),
        ("/gone", LinkState.NOT_FOUND),
    ],
)
def test_what_need_not_be_read_is_judged_by_where_it_leads(server: Server, path: str, state: LinkState) -> None:
    before = len(server.asked)
    question = checking_links.LinkQuestion(f"http://{HOST}:{server.port}{path}", reading=False)
    assert [each.state for each in check_of(server.port).run([question])] == [state]
    methods = {each.method for each in server.asked[before:] if each.target != "/robots.txt"}
    assert methods == ({"HEAD", "GET"} if state is LinkState.NOT_FOUND else {"HEAD"})


class Always(dict[str, "Handler"]):
    """The pages of a server that says of every address that it is there."""

    def __init__(self, some: dict[str, Handler], other: Handler) -> None:
        super().__init__(some)
        self.other = other

    def get(self, key: str, default: object = None) -> Handler:
        del default
        return super().get(key) or self.other


def test_a_page_like_that_of_an_address_that_cannot_be_is_none() -> None:
    visitors = iter(range(10_000, 99_999))

    def everything(request: answering.Request, connection: socket.socket) -> None:
        page(f"<title>เทศบาล</title>{MENU}<p>ผู้เข้าชม {next(visitors)}</p>")(request, connection)

    pages = Always({"/there": page(NEWS + MENU), "/robots.txt": page("", kind="text/plain")}, everything)
    with answering.answering(pages) as running:
        start = f"http://{HOST}:{running.port}"
        assert state_of(running.port, f"{start}/there", f"{start}/moved", f"{start}/moved/too") == [
            LinkState.OPENS,
            LinkState.SOFT_NOT_FOUND,
            LinkState.SOFT_NOT_FOUND,
        ]


def test_the_empty_shell_of_a_script_says_nothing() -> None:
    shell = page("<title>ระบบ</title><div id=app></div><script>" + "start();" * 99 + "</script>")
    with answering.answering(Always({}, shell)) as running:
        assert state_of(running.port, f"http://{HOST}:{running.port}/app/plan") == [LinkState.OPENS]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<title>แผน</title><p>ข้อความ</p>".encode("cp874"), "text/html"),
        ("<title>แผน</title><p>ข้อความ</p>".encode("cp874"), "text/html; charset=TIS-620"),
        ("<meta charset=windows-874><title>แผน</title><p>ข้อความ</p>".encode("cp874"), "text/html"),
        ("<title>แผน</title><p>ข้อความ</p>".encode(), "text/html; charset=zlib"),
        ("<title>แผน</title><p>ข้อความ</p>".encode(), "text/html; charset=utf-7"),
        ("<title>แผน</title><p>ข้อความ</p>".encode(), "text/html"),
    ],
)
def test_thai_pages_of_every_encoding_are_read(body: bytes, kind: str) -> None:
    with answering.answering({"/": page(body, kind=kind)}) as running:
        limits = fetch_limits.FetchLimits(ports=frozenset({running.port}))
        answer = fetcher.Fetcher(limits, private=True).fetch(f"http://127.0.0.1:{running.port}/")
    words = page_words(answer)
    assert (words.title, words.text.strip()) == ("แผน", "ข้อความ")


@pytest.mark.parametrize("piece", ["<!--", "<", "<a ", '<a b="', "</", "<![CDATA[", "<![if", "<?", "&#", "<script>"])
def test_a_page_made_to_be_slow_is_read_within_bounds(piece: str) -> None:
    """The parser of the standard library takes minutes over some of these."""
    body = ("<title>ก</title>" + piece * 100_000).encode()
    made = fetcher.Answer("http://a/", LinkState.OPENS, "http://a/", content_type="text/html", body=body)
    assert page_words(made).title == "ก"
