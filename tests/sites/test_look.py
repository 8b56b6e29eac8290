"""Whose site it is: name, colour and emblem come from `agency.yml`, in both publishers."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest
import yaml

from ita_site.publishing import site
from tests.helpers import sites

if TYPE_CHECKING:
    from pathlib import Path


def png(kilobytes: int = 0) -> bytes:
    """Return a picture of one point, with as many kilobytes of words behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    words = chunk(b"tEXt", b"Comment\0" + b"a" * 1000 * kilobytes)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + words + chunk(b"IEND", b"")


def dressed(project: Path, lines: str) -> Path:
    """Write lines at the end of `agency.yml`."""
    with (project / "data" / "agency.yml").open("a", encoding="utf-8") as agency:
        agency.write(lines)
    return project


def test_the_name_of_the_municipality_stands_on_every_page(mueang_pan: Path, tmp_path: Path) -> None:
    sites.replace(mueang_pan / "data/agency.yml", "\nname: เทศบาลตำบลเมืองปาน\n", "\nname: เทศบาล A & B\n")
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


def test_an_emblem_that_is_slow_to_load_is_refused(mueang_pan: Path) -> None:
    (mueang_pan / "data" / "trat.png").write_bytes(png(kilobytes=101))
    (problem,) = site.check(dressed(mueang_pan, "logo: trat.png\n") / "data").problems
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
