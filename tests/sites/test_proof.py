"""The page that proves a year's figures: each stands in the line that is named, and programs read the same."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from ita_site.ground import thai
from ita_site.publishing import site
from ita_site.publishing.settings import Settings
from tests.helpers import sites
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)
LIMIT = 20_000
"""Bytes of a page, compressed, whatever the year has."""


def proofs(built: Path) -> dict[str, dict[str, Any]]:
    """Return what programs read of each year, by the address of the page."""
    return {
        f"{path.parent.name}/proof/": json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(built.glob("*/proof.json"))
    }


def rows(built: Path, address: str) -> list[list[str]]:
    """Return the cells of all rows of a page."""
    body = [row for table in sites.article(built, address).all("tbody") for row in table.all("tr")]
    return [[cell.text for cell in row.all("th", "td")] for row in body]


@each_agency
def test_a_score_stands_in_the_line_that_is_named(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    project = built.parent / "project"
    assert proofs(built)
    for proof in proofs(built).values():
        for each in proof["figures"]:
            line = (project / each["file"]).read_text(encoding="utf-8").splitlines()[each["line"] - 1]
            if each["key"].startswith("scores:"):
                typed = thai.arabic(line).rpartition(":")[2].strip(" -\"'")
                whole = each["shown"].removesuffix("0").removesuffix(".0")
                assert typed.startswith(whole) or each["key"].removeprefix("scores:") in line, (each, line)
            elif each["key"] == "level":
                assert each["shown"] in line
            elif each["key"].startswith("disclosure:"):
                assert each["key"].removeprefix("disclosure:") in line


@each_agency
def test_the_page_has_what_programs_read_and_leads_to_pages_that_show_it(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    built = site_of(agency)
    for address, proof in proofs(built).items():
        shown = [(row[0], re.sub(r"( \*[\d๐-๙]+)+$", "", row[1]), row[-1]) for row in rows(built, address)]
        assert shown == [
            (each["name"], each["shown"], f"{each['file']}:{each['line']}") for each in proof["figures"]
        ], address
        for each in proof["figures"]:
            if each["key"].split(":")[0] in {"scores", "level", "measures"}:
                assert each["shown"] in sites.article(built, each["page"]).text, each


@each_agency
def test_the_checksums_are_those_of_the_files_that_are_offered(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    for address, proof in proofs(built).items():
        links = sites.links(sites.article(built, address), address)
        for each in proof["files"]:
            assert each["name"] in links
            assert hashlib.sha256((built / each["name"]).read_bytes()).hexdigest() == each["sha256"]
            assert each["sha256"] in sites.article(built, address).text.replace(" ", "")
        names = {each["name"] for each in proof["files"]}
        assert {each["file"] for each in proof["figures"]} <= names


@each_agency
def test_the_page_is_bounded_and_reached_from_the_working(agency: str, site_of: Callable[[str], Path]) -> None:
    built = site_of(agency)
    for address in proofs(built):
        page = (built / address / "index.html").read_bytes()
        assert len(gzip.compress(page, 6, mtime=0)) <= LIMIT
        working = f"{address[:4]}/scores/"
        if (built / working).exists():
            assert address in sites.links(sites.article(built, working), working)


def test_git_says_which_commit_has_a_file(mueang_pan: Path) -> None:
    git(mueang_pan, "init", "-q")
    git(mueang_pan, "add", "-A")
    git(mueang_pan, "commit", "-qm", "ทั้งหมด")
    changed = mueang_pan / "data/2568/measures/e-service.yml"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(mueang_pan, "commit", "-qam", "หนึ่งไฟล์", day="2026-03-04")
    edited = mueang_pan / "data/2568/measures/ethics-code.yml"
    edited.write_text(edited.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    made = site.build(mueang_pan / "data", Settings())
    files = {each["name"]: each for each in json.loads(made.generated["2568/proof.json"])["files"]}
    first, last = git(mueang_pan, "rev-parse", "HEAD~1").strip(), git(mueang_pan, "rev-parse", "HEAD").strip()
    assert (files["data/2568/result.yml"]["commit"], files["data/2568/result.yml"]["day"]) == (first, "2026-01-02")
    assert files["data/2568/measures/e-service.yml"]["commit"] == last
    assert files["data/2568/measures/ethics-code.yml"]["commit"] is None, "it is not as it was committed"
