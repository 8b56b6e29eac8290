"""How a page is quoted: folded at its foot, with a checksum that anyone can make again from the files."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUOTED = re.compile(r"\d{4}/(?:(?:analysis|plan|scores|indicators/\d+|measures/[^/]+|reports/[^/]+)/)?")


def checksum(project: Path, names: list[str]) -> str:
    """Return the checksum of data files, made as a reader would."""
    sums = {each.removeprefix("data/"): hashlib.sha256((project / each).read_bytes()).hexdigest() for each in names}
    text = json.dumps(sums, sort_keys=True, separators=(",", ":"))
    letters = hashlib.sha256(text.encode()).hexdigest()
    return f"{letters[:4]} {letters[4:8]} {letters[8:12]}"


def quote(built: Path, address: str) -> sites.Element | None:
    """Return what a page says of how it is quoted."""
    found = [
        each for each in sites.article(built, address).of_class("ita-origin") if each.one("summary").text == "อ้างอิงหน้านี้"
    ]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_each_page_with_figures_is_quoted_with_the_checksum_of_its_files(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    built = site_of(agency)
    quoted = {address for address in sites.addresses(built) if quote(built, address)}
    assert quoted == {address for address in sites.addresses(built) if QUOTED.fullmatch(address)}
    for address in quoted:
        said = quote(built, address)
        assert said is not None
        assert said.tag == "details"
        assert "open" not in said.attributes
        assert f"https://ita.town.go.th/{address} " in said.text
        (source,) = sites.article(built, address).of_class("ita-source")
        names = [each.text.partition(" ")[0] for each in source.all("li")]
        assert said.one("code").text == checksum(built.parent / "project", names)
    assert "อ้างอิงหน้านี้" not in sites.index(built).read_text(encoding="utf-8")


def test_the_day_is_that_of_the_last_change_and_another_figure_is_another_checksum(mueang_pan: Path) -> None:
    git(mueang_pan, "init", "-q")
    git(mueang_pan, "add", "-A")
    git(mueang_pan, "commit", "-qm", "ทั้งหมด")
    before = quote(sites.build(mueang_pan, mueang_pan / "site"), "2568/scores/")
    sites.replace(mueang_pan / "data/2568/result.yml", "score: 97.96", "score: 97.97")
    git(mueang_pan, "commit", "-qam", "แก้คะแนน", day="2026-03-04")
    after = quote(sites.build(mueang_pan, mueang_pan / "site"), "2568/scores/")
    assert before is not None
    assert after is not None
    assert "ข้อมูล ณ วันที่ 2 มกราคม 2569" in before.text
    assert "ข้อมูล ณ วันที่ 4 มีนาคม 2569" in after.text
    assert before.one("code").text != after.one("code").text
