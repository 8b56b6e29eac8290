"""Attachments on the pages: a photo is seen with its words, a file can be proven, wherever a line has one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from ita_site.publishing import site
from tests.helpers import made_files, sites
from tests.helpers.sites import Element

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
PDF = made_files.pdf(pages=2)
PLAN = "{title: แผน, file: plan.pdf}"
PHOTO = "{title: พิธีเปิด, file: open.png, description: ผู้บริหารและพนักงานหน้าสำนักงาน}"
LINE = f"[{{text: ประกาศ, lines: [ภายใน, ภายนอก], attachments: [{PLAN}, {PHOTO}]}}]"
MEASURE = f"title: การยืมทรัพย์สิน\nanswers: [4]\nsteps: {LINE}\nowners: [กองคลัง]\nattachments: [{PHOTO}]\n"
ANALYSIS = f"""\
instruments: [{{about: OIT, finding: ต่ำ, suggestions: {LINE}}}]
weak_points: [{{about: 4, remedies: {LINE}}}]
improvements: [{{about: 5, items: [I25], remedies: {LINE}}}]
"""
REPORT = f"""\
title: รายงานประจำปี
period: ตลอดปีงบประมาณ
measures: [{{measure: lending, output: {LINE}, attachments: [{PLAN}]}}]
"""
PLACES = [
    ("2568/plan/", "measures"),
    ("2568/measures/lending/", "steps"),
    ("2568/measures/lending/", "progress"),
    ("2568/reports/annual/", "measures"),
    ("2567/analysis/", "instruments"),
    ("2567/analysis/", "weak-points"),
    ("2567/analysis/", "improvements"),
    ("2567/indicators/4/", "finding"),
    ("2567/indicators/5/", "improvements"),
]
"""Where a list of a document stands."""


@pytest.fixture
def page(project: Callable[..., Path]) -> Callable[[str], Element]:
    files = {
        "data/agency.yml": AGENCY,
        "data/2567/analysis.yml": ANALYSIS,
        "data/2567/gaps.yml": "result: รอประกาศ\n",
        "data/2568/measures/lending.yml": MEASURE,
        "data/2568/reports/annual.yml": REPORT,
    }
    kept = {"plan.pdf": PDF, "open.png": made_files.picture("PNG", (640, 480))}
    beside = {f"data/{year}/files/{name}": content for year in (2567, 2568) for name, content in kept.items()}
    pages = {each.address: each.content for each in site.build(project({**files, **beside}) / "data").pages}
    return lambda address: sites.parse(pages[address])


@pytest.mark.parametrize(("address", "heading"), PLACES)
def test_a_line_shows_its_file_and_its_photo(page: Callable[[str], Element], address: str, heading: str) -> None:
    (line,) = [each for each in _parts(page(address), heading).all("li") if each.text.startswith("ประกาศ")]
    year = address[:4]
    assert [each.attributes["href"].rpartition("data/")[2] for each in line.all("a")] == [
        f"{year}/files/plan.pdf",
        f"{year}/files/open.png",
    ]
    assert "PDF 2 หน้า" in line.text
    photo = line.one("img").attributes
    assert photo["src"].endswith(f"data/{year}/files/open.png")
    assert {name: photo[name] for name in ("alt", "width", "height", "loading")} == {
        "alt": "ผู้บริหารและพนักงานหน้าสำนักงาน",
        "width": "640",
        "height": "480",
        "loading": "lazy",
    }


@pytest.mark.parametrize(("address", "heading"), PLACES)
def test_an_assessor_can_compare_a_file_with_its_sha_256(
    page: Callable[[str], Element], address: str, heading: str
) -> None:
    hashes = [each.text for each in _parts(page(address), heading).all("code")]
    assert hashlib.sha256(PDF).hexdigest() in hashes
    assert all(len(each) == 64 for each in hashes)


@pytest.mark.parametrize(("address", "heading"), PLACES)
def test_lines_below_a_line_are_numbered(page: Callable[[str], Element], address: str, heading: str) -> None:
    numbers = [each.text for each in _parts(page(address), heading).of_class("ita-numbered__number")]
    assert numbers == ["1.", "2."]


def _parts(page: Element, heading: str) -> Element:
    """Return what stands below a heading of a page as it goes to MkDocs, where headings are Markdown still."""
    found, inside = Element("section", {}), False
    for each in page.children:
        if isinstance(each, str) and "\n## " in each:
            inside = f"{{ #{heading} }}" in each.rpartition("\n## ")[2]
        if inside:
            found.children.append(each)
    return found
