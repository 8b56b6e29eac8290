"""`ita-site links --from` on a made website: which items a visitor finds, by which words, and what is left alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import yaml
from click.testing import CliRunner

from ita_site.data.load import load, packaged_framework
from ita_site.data.model import Item, LinkState
from ita_site.hosts.cli import main
from ita_site.hosts.links import item_names, manners
from ita_site.hosts.links.fetch_limits import FetchLimits
from ita_site.hosts.links.fetcher import Answer, Fetcher
from ita_site.hosts.links.item_names import ItemNames
from ita_site.hosts.links.item_search import ItemFound, WalkFinding, search
from ita_site.hosts.links.page_links import page_map
from ita_site.hosts.links.same_site import LeftAlone, OfficeSite, is_file, key
from ita_site.hosts.links.site_walk import SiteWalk, WalkLimits, front_of
from tests.helpers.answering import answering, leads, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.answering import Handler

_OPENED = (LinkState.OPENS, "http://a.go.th/b/c")
PDF = page(b"%PDF-1.7", kind="application/pdf")


def html(body: str, title: str = "เทศบาลตำบลสมมุติ") -> Handler:
    return page(f"<title>{title}</title><body>{body}")


FRONT = """
<nav><ul class="nav menu">
  <li><a href="/">หน้าแรก</a></li>
  <li class="parent"><a href="#">ข้อมูลพื้นฐาน</a>
    <ul class="nav-child">
      <li><a href="/about/structure">โครงสร้าง  หน้าที่\u200bและอํานาจ</a></li>
      <li><a href="/executives"><img src="x.png" alt="คณะผู้บริหาร"></a>
      <li>แผนงาน<ul><li><a href="/plans/">แผนปฏิบัติการป้องกันการทุจริต</a></ul>
    </ul>
  </li>
  <li><a href="/ita">ITA</a></li>
  <li><a href="https://www.facebook.com/sommut">Facebook</a></li>
</ul></nav>
<div class="dropdown"><button class="toggle">ติดต่อ</button>
  <div class="dropdown-menu"><a href="/contact/#map">ติดต่อเรา</a></div></div>
<a href="{thai}">ข่าวประชาสัมพันธ์</a>
<a href="#" onclick="go('risk')">การประเมินความเสี่ยงการทุจริต ปี 2569</a>
<a href="/logout">ออกจากระบบ</a> <a href="/calendar?month=1">ปฏิทิน</a> <a href="/loop">วน</a>
<a href="/away">เว็บไซต์เก่า</a> <a href="/private/hr">แผนการบริหารทรัพยากรบุคคล ปี 2569</a>
<a href="/member">รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล 2568</a>
<a href="/gone">คู่มือประชาชน</a><a href="/service-page">บริการออนไลน์</a>
<a href="mailto:a@b.go.th">อีเมล</a><a href="http://[bad">เสีย</a>
""".replace("{thai}", quote("/ข่าว/ทั้งหมด"))
ITA = """<h1>การประเมิน ITA</h1><ul>
<li><a href="/ita/2568">ITA 2568</a></li><li><a href="/ita/2569">ITA 2569</a></li></ul>"""
OF_2569 = """<h1>การเปิดเผยข้อมูล OIT ๒๕๖๙</h1><table>
<tr><td>O11 สรุปผลการจัดซื้อจัดจ้างรายเดือน ปี 2569</td><td><a href="/files/o11.pdf">คลิก</a></td></tr>
<tr><td>O12 รายงานสรุปผลการจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๘</td><td><a href="/files/gone.pdf">ดาวน์โหลด</a></td></tr>
<tr><td>O16</td><td><a href="/files/complaints.pdf">ดูรายละเอียด</a></td></tr>
</table>
<h2>รายงานผลการดำเนินการป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2568</h2><iframe src="/frame"></iframe>
<h3>ประกาศ</h3><a href="/list?page=1">ทั้งหมด</a>"""
OF_2568 = """<h1>OIT 2568</h1><a href="/files/o8.pdf">คู่มือการปฏิบัติงาน</a>
<a href="/files/r.pdf">รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี 2567</a>"""
LOGIN = "<title>เข้าสู่ระบบ</title><h1>เข้าสู่ระบบ</h1><form><input type='password'></form>"

WEBSITE: dict[str, Handler] = {
    "/": html(FRONT),
    "/robots.txt": page("User-agent: *\nDisallow: /private/\n", kind="text/plain"),
    "/about/structure": html("<h1>โครงสร้าง</h1>"),
    "/executives": html("<p>รายชื่อ"),
    "/plans/": html('<ul><li><a href="p66.pdf">แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. 2566 - 2570)</a></ul>', "แผนงาน | เทศบาล"),
    "/plans/p66.pdf": PDF,
    "/ita": html(ITA),
    "/ita/2568": html(OF_2568),
    "/ita/2569": html(OF_2569),
    "/contact/": html("<p>แผนที่"),
    quote("/ข่าว/ทั้งหมด"): html("<p>ข่าว"),
    "/loop": leads("/loop2"),
    "/loop2": html('<a href="/loop">วน</a><a href="/loop/loop/loop/loop">วน</a>'),
    "/away": leads("http://other.invalid/"),
    "/member": page(LOGIN),
    "/service-page": html('<div class="breadcrumb"><a href="/">หน้าแรก</a> > <span>E-Service</span></div>'),
    "/frame": html('<a href="/files/manual.pdf">คู่มือการปฏิบัติงาน</a>'),
    "/files/o11.pdf": PDF,
    "/files/complaints.pdf": PDF,
    "/files/o8.pdf": PDF,
    "/files/r.pdf": PDF,
    "/files/manual.pdf": PDF,
    **{f"/calendar?month={each}": html(f'<a href="/calendar?month={each + 1}">เดือนถัดไป</a>') for each in range(1, 90)},
    **{f"/list?page={each}": html(f'<a href="/list?page={each + 1}">ถัดไป</a>') for each in range(1, 90)},
}


def titles(year: int = 2569) -> dict[str, str]:
    framework = packaged_framework(year)
    assert framework is not None
    return {each.id: each.title for each in framework.items if each.id.startswith("O")}


def walked(port: int, limits: WalkLimits | None = None) -> tuple[SiteWalk, dict[str, ItemFound]]:
    fetcher = Fetcher(FetchLimits(ports=None), private=True, resolver=lambda *_: ("127.0.0.1",))
    walk = SiteWalk(fetcher, f"http://127.0.0.1:{port}/", limits or WalkLimits(depth=6), wait=lambda _: None)
    assert list(walk.run()) == walk.visits
    names = ItemNames(titles(), "เทศบาลตำบลสมมุติ")
    found = search(walk, [Item(id=code, title=title) for code, title in titles().items()], 2569, names)
    return walk, {each.item.id: each for each in found}


@cache
def of_website() -> tuple[SiteWalk, dict[str, ItemFound], list[str]]:
    with answering(WEBSITE) as server:
        walk, found = walked(server.port)
        return walk, found, [each.target for each in server.asked if each.method == "GET"]


@pytest.mark.parametrize(
    ("code", "finding", "path", "way"),
    [
        ("O1", WalkFinding.REACHED, "/about/structure", ("ข้อมูลพื้นฐาน", "โครงสร้าง หน้าที่และอำนาจ")),
        ("O3", WalkFinding.OTHER_NAME, "/contact/#map", ("ติดต่อ", "ติดต่อเรา")),
        ("O4", WalkFinding.REACHED, quote("/ข่าว/ทั้งหมด"), ("ข่าวประชาสัมพันธ์",)),
        ("O8", WalkFinding.OTHER_NAME, "/files/manual.pdf", ("ITA", "ITA 2569", "คู่มือการปฏิบัติงาน")),
        ("O9", WalkFinding.DEAD, "/gone", ("คู่มือประชาชน",)),
        ("O10", WalkFinding.OTHER_NAME, "/service-page", ("บริการออนไลน์",)),
        (
            "O11",
            WalkFinding.OTHER_NAME,
            "/files/o11.pdf",
            ("ITA", "ITA 2569", "O11 สรุปผลการจัดซื้อจัดจ้างรายเดือน ปี 2569 คลิก"),
        ),
        (
            "O12",
            WalkFinding.DEAD,
            "/files/gone.pdf",
            ("ITA", "ITA 2569", "O12 รายงานสรุปผลการจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๘ ดาวน์โหลด"),
        ),
        ("O13", WalkFinding.NOT_OPENED, "/private/hr", ("แผนการบริหารทรัพยากรบุคคล ปี 2569",)),
        ("O14", WalkFinding.LOGIN, "/member", ("รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล 2568",)),
        ("O15", WalkFinding.NOT_FOUND, "", ()),
        ("O16", WalkFinding.OTHER_NAME, "/files/complaints.pdf", ("ITA", "ITA 2569", "O16 ดูรายละเอียด")),
        ("O21", WalkFinding.SCRIPTED, "/", ("การประเมินความเสี่ยงการทุจริต ปี 2569",)),
        ("O23", WalkFinding.REACHED, "/plans/", ("ข้อมูลพื้นฐาน", "แผนงาน", "แผนปฏิบัติการป้องกันการทุจริต")),
        ("O24", WalkFinding.REACHED, "/ita/2569", ("ITA", "ITA 2569")),
        (
            "O26",
            WalkFinding.OTHER_YEAR,
            "/files/r.pdf",
            ("ITA", "ITA 2568", "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี 2567"),
        ),
    ],
)
def test_each_item_is_answered(code: str, finding: WalkFinding, path: str, way: tuple[str, ...]) -> None:
    walk, found, _ = of_website()
    one = found[code]
    assert (one.finding, one.address.removeprefix(walk.start.rstrip("/")), one.way) == (finding, path, way)


def test_nothing_is_opened_that_robots_must_leave_alone() -> None:
    _, _, asked = of_website()
    assert "/logout" not in asked
    assert not [each for each in asked if each.startswith("/private")]
    assert len([each for each in asked if each.startswith("/calendar")]) < 15
    assert len([each for each in asked if each.startswith("/list")]) < 15
    assert [each for each in set(asked) if asked.count(each) > 1] == []
    assert asked[0] == "/robots.txt"


def test_only_pages_of_the_site_are_walked() -> None:
    walk, _, _ = of_website()
    assert all(walk.holds(each.address) for each in walk.visits)
    assert walk.state("https://www.facebook.com/sommut") is None


def test_a_walk_ends_at_its_limits_and_says_so() -> None:
    with answering(WEBSITE) as server:
        walk, found = walked(server.port, WalkLimits(pages=1))
        assert len(walk.visits) == 1
        assert walk.is_cut_short
        assert found["O4"].finding is WalkFinding.REACHED  # a link of the page that was opened
        assert found["O11"].finding is WalkFinding.NOT_FOUND
    with answering(WEBSITE) as server:
        walk, _ = walked(server.port, WalkLimits(depth=1))
        assert max(len(each.way) for each in walk.visits) == 3  # menus are no pages
        assert walk.is_cut_short
    with answering(WEBSITE) as server:
        walk, _ = walked(server.port, WalkLimits(seconds=0))
        assert not walk.visits
        assert walk.is_cut_short


def test_a_site_waits_as_long_as_it_asks_between_pages() -> None:
    waits: list[float] = []
    robots = page("User-agent: *\nCrawl-delay: 7\n", kind="text/plain")
    with answering({**WEBSITE, "/robots.txt": robots}) as server:
        fetcher = Fetcher(FetchLimits(ports=None), private=True)
        walk = SiteWalk(fetcher, f"http://127.0.0.1:{server.port}/", WalkLimits(pages=3), wait=waits.append)
        assert len(list(walk.run())) == 3
    assert set(waits) == {7.0}
    assert len(waits) >= 3


AGENCY = """\
name: เทศบาลตำบลสมมุติ
kind: เทศบาลตำบล
district: สมมุติ
province: ลำปาง
divisions: [สำนักปลัด]
channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]
"""


def run(folder: Path, list_: str, *given: str) -> tuple[int, str]:
    for name, text in {"agency.yml": AGENCY, "2569/disclosure.yml": list_}.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["links", "--data", str(folder / "data"), *given])
    return told.exit_code, told.output


def test_a_clerk_is_told_item_by_item_and_gets_the_ways_to_paste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manners, "SHORTEST", 0.0)
    with answering(WEBSITE) as server:
        start = f"http://127.0.0.1:{server.port}"
        known = (
            "items:\n- item: O1\n  evidence:\n  - title: โครงสร้าง\n    url: {}/about/structure\n"
            "  - title: เก่า\n    url: {}/old\n"
            "- item: O15\n  evidence:\n  - title: ประมวล\n    url: {}/ita/2568/\n"
        )
        code, told = run(tmp_path, known.format(start, start, start), "--from", start, "--allow-private")
    assert code == 1
    assert "O1 โครงสร้าง หน้าที่และอำนาจ\n  ถึงได้จากหน้าแรก\n  2 คลิก: หน้าแรก › ข้อมูลพื้นฐาน › โครงสร้าง หน้าที่และอำนาจ\n" in told
    assert "  ต้องเข้าสู่ระบบก่อน (ต้องเข้าสู่ระบบ)\n" in told
    assert f"  พบลิงก์ แต่ไม่ได้เปิด ({LeftAlone.ROBOTS})\n" in told
    assert "data/2569/disclosure.yml:7:10: หลักฐานของข้อ O1 ไม่มีลิงก์ไปถึง" in told
    assert told.count("ไม่มีลิงก์ไปถึง") == 1
    assert "O15 ประมวลจริยธรรมการขับเคลื่อนจริยธรรม\n  ถึงได้จากหน้าแรก\n  2 คลิก: หน้าแรก › ITA › ITA 2568\n" in told
    text = told[told.index("items:") : told.index("data/2569/disclosure.yml:7")].replace(
        start, "https://www.sommut.go.th"
    )
    (tmp_path / "data/2569/disclosure.yml").write_text(text, encoding="utf-8")
    assert not load(tmp_path / "data").problems
    pasted = yaml.safe_load(told[told.index("items:") : told.index("data/2569/disclosure.yml:7")])
    assert pasted["items"][0] == {
        "item": "O1",
        "evidence": [
            {
                "title": "โครงสร้าง",
                "url": f"{start}/about/structure",
                "way": ["ข้อมูลพื้นฐาน", "โครงสร้าง หน้าที่และอำนาจ"],
            }
        ],
    }


def test_machines_of_the_inside_are_walked_on_request_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manners, "SHORTEST", 0.0)
    with answering(WEBSITE) as server:
        code, told = run(tmp_path, "items: []\n", "--from", f"http://127.0.0.1:{server.port}/")
        assert not server.asked
    assert code == 1
    assert "เปิดหน้าแรก" in told


def test_a_front_page_that_leads_to_another_website_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manners, "SHORTEST", 0.0)
    with (
        answering({"/": html("<p>ที่อื่น")}) as other,
        answering({"/": leads(f"http://127.0.0.1:{other.port}/")}) as server,
    ):
        code, told = run(tmp_path, "items: []\n", "--from", f"http://127.0.0.1:{server.port}/", "--allow-private")
    assert code == 1
    assert f"ให้สั่ง --from http://127.0.0.1:{other.port}/" in told


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", {"O23"}),
        ("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต", {"O24"}),
        ("คำสั่งแต่งตั้งคณะทำงานแผนปฏิบัติการป้องกันการทุจริต", set()),
        ("โครงสร้างพื้นฐาน", set()),
        ("กองช่าง", set()),
        ("1. โครงสร้าง", {"O1"}),
        ("โครงสร้าง (O1)", {"O1"}),
        ("O1 โครงสร้าง ของเทศบาลตำบลสมมุติ", {"O1"}),
        ("No Gift Policy", {"O20"}),
        ("E - Service", {"O10"}),
        ("E-Services", {"O10"}),
        ("คู่มือการจัดการข้อร้องเรียนการทุจริต", {"O16"}),
        ("กระดานสนทนา", set()),
        ("แผนปฏิบัติการป้องกันการทุจริต 5 ปี (พ.ศ. 2566 - 2570)", {"O23"}),
        ("ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", {"O17"}),
        ("ข้อมูลสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ ประจำปี 2568", {"O18"}),
        ("ร้องเรียนทั่วไป", set()),
        ("รายงานผลการดำเนินการ", set()),
        ("", set()),
        ("2569", set()),
    ],
)
def test_names_speak_of_items(said: str, expected: set[str]) -> None:
    assert {each.item for each in ItemNames(titles(), "เทศบาลตำบลสมมุติ").find(said)} == expected


@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_title_speaks_of_its_own_item_and_has_other_names(year: int) -> None:
    names = ItemNames(titles(year))
    for code, title in titles(year).items():
        assert code in {each.item for each in names.find(title) if each.is_title}, title
        assert item_names.other_names(item_names.folded(title)), title


def test_years_in_names() -> None:
    assert item_names.years("แผน พ.ศ. ๒๕๖๖ – ๒๕๗๐") == {2566, 2567, 2568, 2569, 2570}
    assert item_names.years("แผนพัฒนา 2566-70") == {2566, 2567, 2568, 2569, 2570}
    assert item_names.years("ปีงบประมาณ 68") == {2568}
    assert item_names.years("สรุปผล เดือน ต.ค. 2568") == {2568, 2569}
    assert item_names.years("โทร 054 256 800") == frozenset()


OTHER_WEBSITE: dict[str, Handler] = {
    "/": page('<meta http-equiv="refresh" content="0; url=home.php">'),
    "/home.php": page(
        '<META charset="tis-620"><BODY><UL><LI CLASS="menu-item-has-children"><A HREF="#">ข้อมูลหน่วยงาน</A>'
        '<UL CLASS="sub-menu"><LI><A HREF="?page=org&amp;id=1">โครงสร้าง หน้าที่และอำนาจ<LI><A HREF=?page=boss>ผู้บริหาร</UL>'
        '<LI><a href="javascript:void(0)" class="x" aria-label="บริการ"></a><ul><li><a href="https://drive.google.com/x">'
        '<i class="icon"></i>E-Service</a></ul></UL><map><area href="contact.aspx" alt="ติดต่อเรา"></map>'.encode(
            "cp874"
        ),
        kind="text/html",
    ),
    "/home.php?page=org&id=1": page("<h1>โครงสร้าง", kind="text/html; charset=utf-8"),
    "/contact.aspx": leads("/login.php?back=contact"),
    "/login.php?back=contact": page(LOGIN),
}


def test_an_older_website_is_walked_too() -> None:
    with answering({"/": html("<p>ที่อื่น")}) as other:
        elsewhere = leads(f"http://localhost:{other.port}/")
        with answering({**OTHER_WEBSITE, "/home.php?page=boss": elsewhere}) as server:
            walk, found = walked(server.port)
    start = walk.start
    one = found["O1"]
    assert (one.finding, one.address) == (WalkFinding.REACHED, f"{start}home.php?page=org&id=1")
    assert one.way == ("ข้อมูลหน่วยงาน", "โครงสร้าง หน้าที่และอำนาจ")
    assert (found["O10"].finding, found["O10"].way) == (WalkFinding.OUTSIDE, ("บริการ", "E-Service"))
    assert found["O3"].finding is WalkFinding.LOGIN
    assert (found["O2"].finding, found["O2"].way) == (WalkFinding.OUTSIDE, ("ข้อมูลหน่วยงาน", "ผู้บริหาร"))


def read(body: str) -> Answer:
    return Answer("http://a.go.th/b/c", *_OPENED, body=body.encode(), content_type="text/html")


def test_links_are_read_with_what_stands_around_them() -> None:
    found = page_map(
        read(
            '<base href="/x/"><a href=" y z ">ก&amp;ข</a><a href="?q=1" title="ชื่อ"></a>'
            '<a href="javascript:open()">ปุ่ม</a>'
            '<a href="javascript:void(0)">เมนู</a>'
            '<p>แผน <a href="2569.pdf">ดาวน์โหลด</a></p><a href="//b.go.th/c">ที่อื่น'
        )
    )
    assert [(each.address, each.words) for each in found.links] == [
        ("http://a.go.th/x/y%20z", ("ก&ข",)),
        ("http://a.go.th/x/?q=1", ("ชื่อ",)),
        ("http://a.go.th/x/2569.pdf", ("แผน ดาวน์โหลด",)),
        ("http://b.go.th/c", ("ที่อื่น",)),
    ]
    assert found.scripted == (("ปุ่ม",),)


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ("<p>แผน ก <a href=x>https://a.go.th/x.pdf</a>", "แผน ก"),
        ("<p><b>O11</b> สรุปผล</p><ul><li><a href=x>ตุลาคม ๒๕๖๘</a>", "O11 สรุปผล 2568 2569"),
        ("<tr><td>1</td><td>แผน ก</td><td><a href=x>1</a>", "1 แผน ก"),
        ("<tr><td>แผน ก<td><a href=y>ก</a><td><a href=x>2</a>", "แผน ก"),
        ("<h5><button>แผน ก</button></h5><div><a href=x><img alt=pdf></a>", "แผน ก"),
        ("<details><summary>แผน ก</summary><a href=x>ไฟล์แนบ 1</a></details>", "แผน ก"),
        ("<ul><li>แผน ก<ul><li><a href=x>ปี 2569</a>", "แผน ก 2569"),
        ("<p>ก<h2>แผน ก</h2><p><a href=x>ดาวน์โหลด (PDF 1.2 MB)</a>", "แผน ก"),
        ("<p>ก<a href=x>แผน ข</a>", "แผน ข"),
    ],
)
def test_a_link_that_says_nothing_is_about_what_stands_before_it(body: str, about: str) -> None:
    assert page_map(read(body)).links[-1].about == about


@pytest.mark.parametrize(
    "piece",
    [
        "<a href='",
        "<li>",
        "<ul>",
        "<div class='dropdown-menu'>",
        "<a ",
        "<h1>ก",
        "<a href=x>ดู",
        f"<a href=x>{'1' * 150}ก</a>",
        "=",
        "x:",
    ],
)
def test_a_hostile_page_is_read_once(piece: str) -> None:
    """What a page repeats must not be read again for each time: with that, this would not end."""
    page_map(read("<table><tr><td>" + piece * (250_000 // len(piece))))


def test_control_characters_do_not_reach_a_terminal() -> None:
    found = page_map(read("<a href='/x'>\x1b[31mแดง\u202e</a>"))
    assert found.links[0].words == ("[31mแดง",)


def test_addresses_of_one_page_have_one_key() -> None:
    same = (
        "https://www.a.go.th/b/?x=1&y=2",
        "http://a.go.th/b?y=2&x=1&utm_source=f#top",
        "https://a.go.th:443/b/index.php?x=1&y=2",
    )
    assert len(set(map(key, same))) == 1
    assert key("https://a.go.th/b?x=1") != key("https://a.go.th/b?x=2")
    assert is_file("https://a.go.th/%E0%B8%81.PDF")
    assert not is_file("https://a.go.th/index.php")
    assert not is_file("https://a.go.th/v1.0-news")


def test_a_site_is_its_host_with_and_without_www() -> None:
    site = OfficeSite("https://www.a.go.th/")
    assert site.holds("http://a.go.th/b")
    assert not site.holds("https://b.a.go.th/")
    assert not site.holds("https://a.go.th.evil.com/")
    assert not site.holds("https://a.go.th:8443/")


@pytest.mark.parametrize(
    "address", ["/user/logout", "/index.php?option=users&task=sign-out", "/ออกจากระบบ", "/news?action=delete&id=1"]
)
def test_links_that_do_something_are_left_alone(address: str) -> None:
    assert OfficeSite("https://a.go.th/").refuses(f"https://a.go.th{quote(address, safe='/?=&')}") is LeftAlone.ACTS


@pytest.mark.parametrize(
    ("pattern", "opened"),
    [
        ("/calendar?month={}&year=2569", 12),
        ("/events/list?date=2026-11-{:02}", 12),
        ("/news?page={}", 12),
        ("/category/news/page/{}", 12),
        ("/index.php?page=view&id={}", 60),
        ("/index.php?mod=content&id={}", 60),
        ("/news/{}", 60),
        ("/?p={}", 60),
    ],
)
def test_what_differs_in_figures_alone_has_an_end(pattern: str, opened: int) -> None:
    site = OfficeSite("https://a.go.th/")
    answers = [site.refuses(f"https://a.go.th{pattern.format(each)}") for each in range(1, 500)]
    assert answers.count(None) == opened
    assert {*answers} == {None, LeftAlone.ENDLESS}


@pytest.mark.parametrize("address", ["/a/b/a/b/a/b", f"/{'a' * 600}", "/s?x=1&x=2"])
def test_addresses_that_grow_are_left_alone(address: str) -> None:
    assert OfficeSite("https://a.go.th/").refuses(f"https://a.go.th{address}") is LeftAlone.ENDLESS


def test_the_right_year_is_found_behind_many_others() -> None:
    years = (*range(2560, 2568), 2569)
    links = "".join(f'<a href="/{year}.pdf">แผนปฏิบัติการป้องกันการทุจริต ปี {year}</a>' for year in years)
    with answering({"/": html(links), **{f"/{year}.pdf": PDF for year in years}}) as server:
        walk, found = walked(server.port)
    assert (found["O23"].finding, found["O23"].address) == (WalkFinding.REACHED, f"{walk.start}2569.pdf")


@pytest.mark.parametrize(
    "typed", ["", "http://[bad", "ftp://a.go.th/", "http://u:p@a.go.th/", "http://a.go.th:99999/", "เทศบาล"]
)
def test_what_is_no_website_is_told(tmp_path: Path, typed: str) -> None:
    code, told = run(tmp_path, "items: []\n", "--from", typed)
    assert code == 1
    assert f"“{typed}” ไม่ใช่ที่อยู่ของเว็บไซต์" in told


def test_a_host_alone_is_asked_safely() -> None:
    assert front_of("www.a.go.th") == "https://www.a.go.th"
    assert front_of(" http://a.go.th:8080/x ") == "http://a.go.th:8080/x"
