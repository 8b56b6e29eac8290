"""`verify`: a site is held against the data, and whatever was changed in it since is found and told."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.data.load import load
from ita_site.hosts.cli import main
from ita_site.hosts.verification import page_figures, verify_report
from ita_site.hosts.verification.published_site import PublishedFolder
from ita_site.hosts.verification.site_comparing import SiteComparison
from ita_site.publishing import settings, site
from tests.helpers import sites
from tests.helpers.chromium import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

AGENCY = "mueang-pan"


def verify(project: Path, *arguments: str | Path) -> Result:
    """Run the command as in a project's folder."""
    return CliRunner().invoke(main, ["verify", *map(str, arguments), "--data", str(project / "data")])


@pytest.fixture(scope="module")
def comparison_of(site_of: Callable[[str], Path]) -> Callable[[Path], SiteComparison]:
    """Return what holds a folder against the real data, which are read once."""
    project = site_of(AGENCY).parent / "project"

    @cache
    def made() -> site.Site:
        known = settings.read_settings(project / settings.NAME)
        return site.build(project / "data", known)

    return lambda folder: SiteComparison(made(), load(project / "data", project), PublishedFolder(folder))


@pytest.fixture
def copied(site_of: Callable[[str], Path], tmp_path: Path) -> Path:
    """Return a copy of the real site that a test may change."""
    return shutil.copytree(site_of(AGENCY), tmp_path / "site")


def told(comparison: SiteComparison) -> list[str]:
    """Return the lines that are told of a site."""
    return [*verify_report.lines(list(comparison.run()), list(comparison.unknown_pages()), everything=False)]


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_a_site_that_was_not_touched_agrees(agency: str, site_of: Callable[[str], Path]) -> None:
    said = verify(site_of(agency).parent / "project", site_of(agency))
    assert said.exit_code == 0, said.output
    (line,) = said.stdout.splitlines()
    agreeing = re.fullmatch(r"ตรวจ ([\d,]+) ไฟล์: ตรงกัน ([\d,]+) ค่า", line)
    assert agreeing is not None
    assert int(agreeing[1].replace(",", "")) > sites.PAGES[agency]
    assert int(agreeing[2].replace(",", "")) > 1000


CHANGES = {
    "score": ("2568/index.html", "99.37</strong>", "99.73</strong>", r"พบ “99\.73” แต่ข้อมูลคือ “99\.37”.*result\.yml:3$"),
    "level": ("2568/index.html", "ผ่านดีเยี่ยม</strong>", "ผ่าน</strong>", "แต่ข้อมูลคือ “ผ่านดีเยี่ยม”"),
    "item": ("2568/indicators/8/index.html", "97.96</strong>", "99.96</strong>", "“97.96”.*result.yml:29$"),
    "description": (
        "2568/index.html",
        'content="ITA ปีงบประมาณ พ.ศ. 2568',
        'content="ITA ปีงบประมาณ พ.ศ. 2569',
        "“2569”",
    ),
    "title": ("2568/index.html", "<title>", "<title>98.20 ", "พบ “98.20” ซึ่งข้อมูลไม่มี"),
    "two names": (
        "2568/index.html",
        '<meta property="og:title"',
        '<meta name="author" property="og:description" content="98.20"><meta property="og:title"',
        "พบ “98.20” ซึ่งข้อมูลไม่มี",
    ),
    "shared picture": ("2568/indicators/8/index.html", "97.96 คะแนนปี", "97.99 คะแนนปี", "“97.99”"),
    "length of a bar": ("2568/index.html", 'width="98.6%"', 'width="100.0%"', "“98.6”"),
    "day": ("2568/reports/annual/index.html", "6 ตุลาคม", "6 กันยายน", "แต่ข้อมูลคือ “ตุลาคม”"),
    "verdict": ("2568/scores/index.html", "คำนวณซ้ำได้ตรงกัน</span>", "</span>", "ไม่พบ “คำนวณซ้ำได้ตรงกัน”"),
    "nothing": ("2568/index.html", "<article", "<article", ""),
    "change": ("compare/2567-2568/index.html", "+3.04</", "+4.04</", "พบ “\\+4.04”"),
    "frame": ("embed/2568/score/index.html", "99.37", "99.38", "พบ “99.38” แต่ข้อมูลคือ “99.37”"),
    "picture": ("embed/2568/indicators.svg", "97.96</text>", "97.97</text>", "พบ “97.97”"),
    "CSV": ("data/v1/scores.csv", ",99.37,", ",99.38,", "data/v1/scores.csv:[0-9]+: พบ"),
    "JSON": ("data/v1/scores.json", "99.37", "99.38", "data/v1/scores.json:[0-9]+: พบ"),
    "one line": ("data/v1/2568/indicators/8.json", "97.96", "97.97", "พบ “.*97\\.97.*” แต่ข้อมูลคือ “.*97\\.96"),
    "YAML": ("data/2568/result.yml", "99.37", "99.38", "พบ “total: 99.38” แต่ข้อมูลคือ “total: 99.37”"),
    "proof": ("2568/proof.json", '"shown":"99.37"', '"shown":"99.38"', "พบ “99.38”.*result.yml:3$"),
}


@pytest.fixture(scope="module")
def told_of(
    site_of: Callable[[str], Path],
    comparison_of: Callable[[Path], SiteComparison],
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], list[str]]:
    """Return what tells of the page of a change, by its name; on one copy of the site each page has one change."""
    rounds: list[dict[str, str]] = []
    """The names of the changes that are made on one copy, by their pages."""
    for name, (page, *_) in CHANGES.items():
        free = next((each for each in rounds if page not in each), None)
        if free is None:
            rounds.append(free := {})
        free[page] = name

    @cache
    def told_in(number: int) -> list[str]:
        copy = shutil.copytree(site_of(AGENCY), tmp_path_factory.mktemp("changed") / "site")
        for page, old, new, _ in (CHANGES[name] for name in rounds[number].values()):
            text = (copy / page).read_text(encoding="utf-8")
            assert old in text, page
            (copy / page).write_text(text.replace(old, new, 1), encoding="utf-8")
        said = told(comparison_of(copy))
        assert {each.partition(":")[0] for each in said} <= rounds[number].keys()
        return said

    def told_where(name: str) -> list[str]:
        number = next(number for number, each in enumerate(rounds) if name in each.values())
        return [each for each in told_in(number) if each.startswith(f"{CHANGES[name][0]}:")]

    return told_where


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_and_told_with_where_the_data_have_it(name: str, told_of: Callable[[str], list[str]]) -> None:
    _, old, new, message = CHANGES[name]
    said = told_of(name)
    if old == new:
        assert said == []
        return
    assert len(said) == 1, said
    assert re.search(message, said[0]), said


def test_a_page_that_was_changed_is_found_where_the_file_for_programs_was_changed_with_it(
    copied: Path, comparison_of: Callable[[Path], SiteComparison]
) -> None:
    for path in (each for each in copied.rglob("*") if each.suffix in {".html", ".json"}):
        path.write_text(path.read_text(encoding="utf-8").replace("99.37", "99.38"), encoding="utf-8")
    said = told(comparison_of(copied))
    assert {"index.html", "2568/index.html", "2568/proof.json", "2568/scores/index.html"} <= {
        each.partition(":")[0] for each in said
    }


def test_a_database_that_is_gone_or_has_another_figure_is_told(
    copied: Path, comparison_of: Callable[[Path], SiteComparison]
) -> None:
    (path,) = copied.glob("data/v1/*.sqlite")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE scores SET published = 99.38 WHERE published = 99.37")
    (said,) = told(comparison_of(copied))
    assert said.startswith(f"{path.relative_to(copied).as_posix()}: ไม่ใช่ไฟล์ที่ข้อมูลนี้สร้าง")
    path.unlink()
    assert told(comparison_of(copied)) == [f"{path.relative_to(copied).as_posix()}: ไม่มีไฟล์นี้ในเว็บไซต์"]


def test_pages_that_are_gone_and_pages_that_are_none_of_ours_are_told(
    copied: Path, comparison_of: Callable[[Path], SiteComparison]
) -> None:
    (copied / "2567/analysis/index.html").unlink()
    (copied / "data/2567/result.yml").unlink()
    (copied / "win").mkdir()
    (copied / "win/index.html").write_text("<p>100.00", encoding="utf-8")
    assert told(comparison_of(copied)) == [
        "2567/analysis/index.html: ไม่มีไฟล์นี้ในเว็บไซต์",
        "data/2567/result.yml: ไม่มีไฟล์นี้ในเว็บไซต์",
        "win/index.html: หน้านี้ไม่ได้มาจากข้อมูลนี้",
    ]


@pytest.mark.parametrize("option", [{"use_directory_urls": False}, {"site_url": "https://other.go.th/a/"}], ids=str)
def test_the_same_figures_at_another_place_agree(
    option: dict[str, object], mueang_pan: Path, comparison_of: Callable[[Path], SiteComparison]
) -> None:
    assert told(comparison_of(sites.build(mueang_pan, mueang_pan / "site", **option))) == []


def test_a_site_in_thai_digits_is_read_as_well(mueang_pan: Path) -> None:
    with (mueang_pan / "data/agency.yml").open("a", encoding="utf-8") as agency:
        agency.write("digits: ไทย\n")
    built = sites.build(mueang_pan, mueang_pan / "site")
    assert verify(mueang_pan, built).exit_code == 0
    page = built / "2568/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("๙๙.๓๗</strong>", "๙๙.๗๓</strong>"), encoding="utf-8")
    said = verify(mueang_pan, built)
    assert said.exit_code == 1
    assert re.search(r"พบ “99\.73” แต่ข้อมูลคือ “99\.37”.*result\.yml:3\n", said.stdout)


def test_a_site_of_older_data_tells_which_file_was_another(site_of: Callable[[str], Path], tmp_path: Path) -> None:
    project = shutil.copytree(site_of(AGENCY).parent / "project", tmp_path / "project")
    result = project / "data/2568/result.yml"
    sites.replace(result, "score: 97.96", "score: 97.95")
    said = verify(project, site_of(AGENCY))
    assert said.exit_code == 1
    assert "2568/proof.json: เว็บไซต์สร้างจาก data/2568/result.yml ฉบับอื่น (SHA-256 " in said.stdout
    assert re.search(r"2568/indicators/8/index\.html: พบ “97\.96” แต่ข้อมูลคือ “97\.95”.*result\.yml:29\n", said.stdout)


def test_the_site_of_another_office_is_not_compared(site_of: Callable[[str], Path]) -> None:
    said = verify(site_of(AGENCY).parent / "project", site_of("ko"))
    assert said.exit_code == 1
    assert said.output == "เว็บไซต์นี้เป็นของเทศบาลตำบลก้อ แต่ข้อมูลเป็นของเทศบาลตำบลเมืองปาน จึงไม่เทียบตัวเลข\n"


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("empty", "ไม่พบหน้าแรก (index.html) ใน"),
        ("nowhere", "ไม่ใช่โฟลเดอร์ และไม่ใช่ที่อยู่เว็บไซต์"),
        ("ftp://a.example/", "ไม่ใช่โฟลเดอร์ และไม่ใช่ที่อยู่เว็บไซต์"),
        ("http://user@a.example/", "ไม่ใช่โฟลเดอร์ และไม่ใช่ที่อยู่เว็บไซต์"),
        ("http://127.0.0.1/", "เปิดเว็บไซต์ไม่ได้"),
    ],
)
def test_a_place_that_is_no_site_is_told(
    place: str, message: str, site_of: Callable[[str], Path], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    shown = str(tmp_path / place) if place == "empty" else place
    said = verify(site_of(AGENCY).parent / "project", shown)
    assert said.exit_code == 1
    assert message in said.output
    assert "Traceback" not in said.output


def test_a_website_is_asked_page_by_page(site_of: Callable[[str], Path], copied: Path) -> None:
    project = site_of(AGENCY).parent / "project"
    sites.replace(copied / "2568/indicators/8/index.html", "97.96</strong>", "99.96</strong>")
    (copied / "2567/analysis/index.html").unlink()
    (copied / "sitemap.xml").write_text(
        "<urlset><url><loc>https://ita.town.go.th/win/</loc></url></urlset>", encoding="utf-8"
    )
    asked: list[str] = []
    with served(copied, asked) as home:
        refused = verify(project, home)
        assert (refused.exit_code, asked) == (1, [])
        said = verify(project, home, "--allow-private", "--pause", "0")
    assert said.exit_code == 1
    first, second, third, summary = said.stdout.splitlines()
    assert first.startswith("2568/indicators/8/index.html: พบ “99.96” แต่ข้อมูลคือ “97.96”")
    assert second == "2567/analysis/index.html: ไม่มีไฟล์นี้ในเว็บไซต์"
    assert third == "win/index.html: หน้านี้ไม่ได้มาจากข้อมูลนี้"
    assert summary.endswith("ต่าง 1 · ไม่มีไฟล์ 1 · หน้าที่ไม่รู้จัก 1")
    assert "2568/" in asked


def test_files_of_any_content_do_no_harm(copied: Path, comparison_of: Callable[[Path], SiteComparison]) -> None:
    (copied / "2568/proof.json").write_text("[" * 100_000, encoding="utf-8")
    (copied / "2567/proof.json").write_text('{"figures": {"a": 1}, "files": [1, null]}', encoding="utf-8")
    (copied / "2568/index.html").write_bytes(
        b"\xff\xfe<article><div class=ita-source>" + b"</p>" * 1000 + b"<b " * 1000
    )
    (copied / "2567/index.html").write_text("99.99 " * 20_000, encoding="utf-8")
    said = told(comparison_of(copied))
    assert {each.partition(":")[0] for each in said} == {
        "2568/proof.json",
        "2567/proof.json",
        "2568/index.html",
        "2567/index.html",
    }
    assert max(map(len, said)) < 500


def test_figures_in_thai_digits_are_the_same_figures() -> None:
    found_by = page_figures.pattern(["ผ่านดี"])
    shown = [page_figures.shown_figures(text, found_by) for text in ("ได้ 99.37 ผ่านดี ปี 2568", "ได้ ๙๙.๓๗ ผ่านดี ปี ๒๕๖๘")]
    assert shown[0] == shown[1]
    assert [each.text for each in shown[0]] == ["99.37", "ผ่านดี", "2568"]


def test_what_the_theme_puts_around_a_page_is_no_figure_of_it() -> None:
    page = """<title>2568</title><nav>12</nav><main class="md-main"><article class="x"><h1>ก 1
    <a class="headerlink">3</a></h1>
    <details class="ita-contents">4</details><p aria-label="5">6<br>7</p><script>8</script><footer class="ita-source">9
    <details>10</details></footer></article></main><footer>11</footer>"""
    assert [each.text for each in page_figures.shown_figures(page, page_figures.pattern([]))] == ["1", "5", "6", "7"]
