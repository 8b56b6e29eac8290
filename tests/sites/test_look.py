"""Whose site it is: name, colour and emblem come from `agency.yml`, in both publishers."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml

from ita_site.ground.problems import Problem, Severity
from ita_site.publishing import data_check, site
from tests.helpers import made_files, sites

if TYPE_CHECKING:
    from pathlib import Path


def png(kilobytes: int = 0) -> bytes:
    """Return a picture of one point, with as many kilobytes of words behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    words = chunk(b"tEXt", b"Comment\0" + b"a" * 1000 * kilobytes) if kilobytes else b""
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + words + chunk(b"IEND", b"")


def dressed(project: Path, lines: str) -> Path:
    """Write lines at the end of `agency.yml`."""
    with (project / "data" / "agency.yml").open("a", encoding="utf-8") as agency:
        agency.write(lines)
    return project


def errors(project: Path) -> list[Problem]:
    """Return the errors of a project's data."""
    return [each for each in data_check.check(project / "data").problems if each.severity is Severity.ERROR]


def test_the_name_of_the_municipality_stands_on_every_page(mueang_pan: Path, tmp_path: Path) -> None:
    sites.replace(
        mueang_pan / "data/agency.yml",
        "\nname: เทศบาลตำบลเมืองปาน\n",
        "\nname: เทศบาล A & B\nformer_names: [เทศบาลตำบลเมืองปาน]\n",
    )
    built = sites.build(mueang_pan, tmp_path / "site")
    for address in ("", "2568/measures/", "about/ita/"):
        page = sites.read(built, address)
        assert page.one("title").text.endswith("ความโปร่งใส เทศบาล A & B")
        assert "ความโปร่งใส เทศบาล A & B" in page.one("header").text


@pytest.mark.parametrize(("colour", "primary"), [("น้ำตาล", "brown"), ("เทาน้ำเงิน", "blue-grey")])
def test_the_colour_of_the_municipality_is_that_of_every_scheme(
    colour: str, primary: str, mueang_pan: Path, tmp_path: Path
) -> None:
    built = sites.build(dressed(mueang_pan, f"colour: {colour}\n"), tmp_path / "site")
    page = sites.read(built, "2568/")
    found = {
        each.attributes["data-md-color-primary"] for each in page.walk() if "data-md-color-primary" in each.attributes
    }
    assert found == {primary}


def test_the_emblem_stands_at_the_top_of_every_page(mueang_pan: Path, tmp_path: Path) -> None:
    (mueang_pan / "data" / "trat.png").write_bytes(png())
    built = sites.build(dressed(mueang_pan, "logo: trat.png\n"), tmp_path / "site")
    emblem = sites.read(built, "2568/measures/").one("header").one("img")
    assert emblem.attributes["src"] == "../../assets/trat.png"
    assert (built / "assets" / "trat.png").read_bytes() == png()


def test_an_emblem_is_published_without_where_it_was_taken(mueang_pan: Path) -> None:
    before = Counter(each.code for each in data_check.check(mueang_pan / "data").problems)
    (mueang_pan / "data" / "trat.jpg").write_bytes(made_files.picture("JPEG", gps=True))
    built = site.build(dressed(mueang_pan, "logo: trat.jpg\n") / "data")
    assert b"Telephone" not in built.generated["assets/trat.jpg"]
    told = [each for each in built.problems if each.code not in before]
    assert [(each.code, each.position.path) for each in told] == [("picture-with-position", "data/agency.yml")]
    assert Counter(each.code for each in built.problems) - before == Counter(["picture-with-position"])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (made_files.png_of(3000, 3000), "3,000 × 3,000"),
        (png()[:60], "มาไม่ครบ"),
        (b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>", "มาไม่ครบ"),
        (made_files.picture("JPEG"), "trat.jpg"),
    ],
    ids=["large", "cut", "first bytes only", "other ending"],
)
def test_an_emblem_that_is_no_small_whole_picture_is_refused(data: bytes, says: str, mueang_pan: Path) -> None:
    (mueang_pan / "data" / "trat.png").write_bytes(data)
    (problem,) = errors(dressed(mueang_pan, "logo: trat.png\n"))
    assert problem.code == "bad-image"
    assert says in problem.message


def test_an_emblem_that_is_slow_to_load_is_refused(mueang_pan: Path) -> None:
    (mueang_pan / "data" / "trat.png").write_bytes(png(kilobytes=101))
    (problem,) = errors(dressed(mueang_pan, "logo: trat.png\n"))
    assert problem.code == "big-image"
    assert "ย่อ" in problem.message


def test_the_exported_site_looks_the_same(mueang_pan: Path, tmp_path: Path) -> None:
    (mueang_pan / "data" / "trat.png").write_bytes(png())
    dressed(mueang_pan, "logo: trat.png\ncolour: ม่วง\n")
    folder = tmp_path / "exported"
    sites.export(mueang_pan, folder)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_name"] == "ความโปร่งใส เทศบาลตำบลเมืองปาน"
    assert settings["theme"]["logo"] == "assets/trat.png"
    assert {each["primary"] for each in settings["theme"]["palette"]} == {"purple"}
    assert (folder / "content/assets/trat.png").is_file()


NOTICE = "อยู่ระหว่างปรับปรุง <b>ข้อมูล</b> ปี 2568"


def with_notice(project: Path, lines: str = "") -> Path:
    """Give the project's agency a notice, whatever notice it has."""
    path = project / "data" / "agency.yml"
    path.write_text(f"{without_notice(path)}notice: {NOTICE}\n{lines}", encoding="utf-8")
    return project


def without_notice(path: Path) -> str:
    """Return the text of a file without its notice, which may run over several lines."""
    return re.sub(r"(?m)^notice:.*\n(?:[ \t].*\n|\n(?=[ \t]))*", "", path.read_text(encoding="utf-8"))


def notices(built: Path) -> dict[str, list[str]]:
    """Return the notice above each page of a built site, the 404 page and pages written by hand among them."""
    pages = {
        path: sites.parse(path.read_text(encoding="utf-8"))
        for path in built.rglob("*.html")
        if not (sites.leads_on(path) or sites.is_embed(path))
    }
    return {
        path.relative_to(built).as_posix(): [each.text for each in page.of_class("md-banner")]
        for path, page in pages.items()
    }


def test_the_notice_of_the_municipality_stands_above_every_page(mueang_pan: Path, tmp_path: Path) -> None:
    found = notices(sites.build(with_notice(mueang_pan), tmp_path / "site"))
    assert {"404.html", "index.html", "about/ita/index.html", "2568/measures/index.html"} <= set(found)
    assert {page: notice for page, notice in found.items() if notice != [NOTICE]} == {}


def test_the_exported_site_has_the_same_notice_in_the_same_digits(mueang_pan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "exported"
    sites.export(with_notice(mueang_pan, "digits: ไทย\n"), folder)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["extra"]["notice"] == "อยู่ระหว่างปรับปรุง &lt;b&gt;ข้อมูล&lt;/b&gt; ปี ๒๕๖๘"


def test_a_long_notice_shows_its_first_paragraph_and_folds_the_rest(mueang_pan: Path, tmp_path: Path) -> None:
    path = mueang_pan / "data" / "agency.yml"
    path.write_text(f"{without_notice(path)}notice: |-\n  ปรับปรุงข้อมูล\n\n  โทร <b>\n\n  ขออภัย\n", encoding="utf-8")
    (banner,) = sites.read(sites.build(mueang_pan, tmp_path / "site"), "2568/").of_class("md-banner")
    first, rest = banner.all("p")
    assert (first.text, rest.text) == ("ปรับปรุงข้อมูล", "โทร <b> ขออภัย")
    folded = banner.one("details")
    assert [folded.one("summary").text, folded.one("p")] == ["อ่านต่อ", rest]


def test_a_municipality_without_notice_has_no_empty_banner(mueang_pan: Path, tmp_path: Path) -> None:
    path = mueang_pan / "data" / "agency.yml"
    path.write_text(without_notice(path), encoding="utf-8")
    found = notices(sites.build(mueang_pan, tmp_path / "site"))
    assert {page: notice for page, notice in found.items() if notice} == {}
