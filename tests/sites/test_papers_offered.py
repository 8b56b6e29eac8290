"""Papers that a site offers beside the pages that say the same."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.helpers import sites
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def offering(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Build the site of ko with papers as PDF and Word."""

    def build(folder: Path) -> None:
        project = sites.copy_project(folder / "project", sites.AGENCIES["ko"])
        sites.replace(project / "mkdocs.yml", "  - ita-site #", "  - ita-site: {documents: [docx, pdf]} #")
        sites.build(project, folder / "site")

    return once("papers", build) / "site"


def test_each_paper_is_linked_on_its_page_and_leads_back_to_it(offering: Path) -> None:
    offered = 0
    for address in sites.addresses(offering):
        page = sites.read(offering, address)
        for paper in page.of_class("ita-papers"):
            files = [each.attributes["href"] for each in paper.all("a")]
            assert [each.rpartition(".")[2] for each in files] == ["pdf", "docx"] * (len(files) // 2)
            anchors = [each.attributes["id"] for each in paper.all("p") if "id" in each.attributes]
            for file, anchor in zip(files[::2], anchors, strict=True):
                pdf = PdfReader(BytesIO((offering / address / file).read_bytes()))
                digest = anchor.removeprefix("paper-")
                foot = pdf.pages[-1].extract_text()
                assert f"/{address}#{anchor}" in foot, address
                assert digest in foot.replace(" ", ""), address
                offered += 1
    assert offered >= 6


def test_the_page_says_since_when_a_paper_stands_and_another_figure_is_another_paper(mueang_pan: Path) -> None:
    sites.replace(mueang_pan / "mkdocs.yml", "  - ita-site #", "  - ita-site: {documents: [xlsx]} #")
    git(mueang_pan, "init", "-q")
    git(mueang_pan, "add", "-A")
    git(mueang_pan, "commit", "-qm", "ทั้งหมด")
    (before,) = sites.read(sites.build(mueang_pan, mueang_pan / "site"), "2568/scores/").of_class("ita-papers")
    sites.replace(mueang_pan / "data/2568/result.yml", "score: 97.96", "score: 97.97")
    git(mueang_pan, "commit", "-qam", "แก้คะแนน", day="2026-03-04")
    (after,) = sites.read(sites.build(mueang_pan, mueang_pan / "site"), "2568/scores/").of_class("ita-papers")
    assert "ข้อมูลเป็นอย่างนี้ตั้งแต่ 2 มกราคม 2569" in before.text
    assert "ข้อมูลเป็นอย่างนี้ตั้งแต่ 4 มีนาคม 2569" in after.text
    assert before.one("code").text != after.one("code").text


def test_a_site_that_is_not_asked_has_no_papers(site_of: Callable[[str], Path]) -> None:
    site = site_of("ko")
    assert not [*site.rglob("*.docx"), *(each for each in site.rglob("*.pdf") if each.name.startswith("25"))]
    assert not any(sites.read(site, each).of_class("ita-papers") for each in sites.addresses(site))
