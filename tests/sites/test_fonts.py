"""The site's own font: no larger than it must be, licensed, and with every letter that a page can need."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FONTS = ROOT / "theme_overrides" / "assets" / "fonts"
SHELL = (ROOT / "theme_overrides" / "assets" / "css" / "shell.css").read_text(encoding="utf-8")
FACES = re.findall(r"@font-face \{ (.*?) \}", SHELL)
OWN = [face for face in FACES if "url(" in face]


def covered(face: str) -> set[int]:
    """Return the characters for which a face is used."""
    found: set[int] = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face):
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_every_file_is_used_and_every_used_file_is_there() -> None:
    used = {name for face in OWN for name in re.findall(r'fonts/([^"]+)"', face)}
    assert used == {path.name for path in FONTS.glob("*.woff2")}
    assert len(OWN) == len(used) == 4
    assert all("font-display: swap" in face for face in OWN)


@pytest.mark.parametrize(
    ("folder", "authors"),
    [
        pytest.param(FONTS, "Noto Project Authors", id="site"),
        pytest.param(ROOT / "ita_site/publishing/fonts", "Noto Project Authors", id="pictures of links"),
        pytest.param(ROOT / "ita_site/publishing/fonts/sarabun", "Sarabun Project Authors", id="papers"),
    ],
)
def test_the_licence_is_beside_the_files_and_in_the_package(folder: Path, authors: str) -> None:
    licence = (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert authors in licence
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license-files"]
    assert (folder / "OFL.txt").relative_to(ROOT).as_posix() in named


def test_the_whole_font_weighs_less_than_46_kilobytes() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) < 46_000


def test_every_letter_of_every_page_is_in_the_font(site_of: Callable[[str], Path]) -> None:
    """But for a few signs that every system has, each known here so that a new one is noticed."""
    ours = set.union(*(covered(face) for face in OWN))
    missing: dict[str, str] = {}
    for agency in sites.AGENCIES:
        site = site_of(agency)
        for address in [*sites.addresses(site), "404.html"]:
            letters = {*sites.read(site, address).one("body").text}
            missing |= {each: f"{agency}: {address}" for each in letters if ord(each) not in ours}
    assert set(missing) <= set("→≥≤≠"), missing
