"""The real project after an edit: what changes on its pages and what does not; and the same data built twice."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def rebuilt(mueang_pan: Path, tmp_path: Path) -> Callable[[], Path]:
    """Build the copy of the real project, after a test has edited it."""
    return lambda: sites.build(mueang_pan, tmp_path / "site")


def told(site: Path, address: str) -> str:
    """Return what a page tells, but for the checksum of its data files: another for each that is made of the file."""
    return re.sub(r"รหัสตรวจสอบข้อมูล [0-9a-f ]+", "", sites.read(site, address).text)


def test_an_edited_score_changes_on_every_page_it_belongs_to_and_on_no_other(
    mueang_pan: Path, site_of: Callable[[str], Path], rebuilt: Callable[[], Path]
) -> None:
    site = site_of("mueang-pan")
    sites.replace(mueang_pan / "data/2568/result.yml", "97.96", "97.95")
    edited = rebuilt()
    changed = [address for address in sites.addresses(site) if told(site, address) != told(edited, address)]
    answering = [
        path.stem
        for path in (mueang_pan / "data/2568/measures").glob("*.yml")
        if 8 in yaml.safe_load(path.read_text(encoding="utf-8"))["answers"]
    ]
    assert len(answering) >= 2
    assert sorted(changed) == sorted(
        [
            "",
            "2568/",
            "2568/indicators/8/",
            "2568/proof/",
            "2568/reports/annual/",
            "2568/scores/",
            "compare/2567-2568/",
            "indicators/",
            "indicators/8/",
            *(f"2568/measures/{each}/" for each in answering),
        ]
    )
    for address in changed:
        text = sites.article(edited, address).text
        assert "97.95" in text, address
        assert "97.96" not in text, address
    # Of the others no byte is another: who brings the site to its readers brings few files.
    for address in set(sites.addresses(site)) - set(changed):
        page = f"{address}index.html"
        says_the_same = sites.read(site, address).text == sites.read(edited, address).text
        assert ((site / page).read_bytes() == (edited / page).read_bytes()) == says_the_same, address


def test_indicators_that_no_document_gives_are_missing_and_not_zero(
    mueang_pan: Path, rebuilt: Callable[[], Path]
) -> None:
    result = mueang_pan / "data/2568/result.yml"
    head, _, _ = result.read_text(encoding="utf-8").partition("indicators:")
    result.write_text(head, encoding="utf-8")
    edited = rebuilt()
    assert pages_with_zero(edited) == []
    assert sites.fact(sites.article(edited, "2568/indicators/8/"), "คะแนนที่ประกาศ ปี 2568") == "ไม่มีข้อมูล"
    assert "99.37 จาก 100" in sites.article(edited, "").text
    assert sites.fact(sites.article(edited, "2568/"), "คะแนนรวมที่คำนวณซ้ำ").startswith("ไม่มีข้อมูล")
    compared = sites.section(sites.article(edited, "compare/2567-2568/"), "scores").text
    assert "ปี 2568 ประกาศเฉพาะคะแนนรวม" in compared
    assert "ยังเทียบไม่ได้" in compared


def test_a_score_that_could_not_be_read_shows_its_reason_and_not_zero(
    mueang_pan: Path, rebuilt: Callable[[], Path]
) -> None:
    reason = "ตัวเลขในภาพสแกนเลือน"
    sites.replace(mueang_pan / "data/2568/result.yml", "score: 97.96", f"missing: {reason}")
    edited = rebuilt()
    assert pages_with_zero(edited) == []
    for address in ("", "2568/", "2568/indicators/8/"):
        assert reason in sites.article(edited, address).text, address
    scores = sites.rows(sites.article(edited, ""), "คะแนนสิบตัวชี้วัด ปี 2568 เทียบกับปี 2567")
    assert scores["8. การปรับปรุงการทำงาน"][-1] == "เทียบไม่ได้"


def pages_with_zero(site: Path) -> list[str]:
    """Return the pages that show a score of nothing; one that only sends on to another is empty but for its link."""
    return [address for address in sites.addresses(site) if has_zero(sites.read(site, address).text)]


def has_zero(text: str) -> bool:
    """Tell whether a text shows a score of nothing."""
    return re.search(r"(?<![\d.])0\.00(?!\d)", text) is not None


def test_a_year_without_a_framework_is_built_from_its_published_figures(
    mueang_pan: Path, rebuilt: Callable[[], Path]
) -> None:
    year = mueang_pan / "data/2590"
    year.mkdir()
    result = "total: 81.25\nlevel: ผ่าน\nindicators:\n  - {id: 1, score: 80.5, name: การปฏิบัติหน้าที่}\n"
    (year / "result.yml").write_text(result, encoding="utf-8")
    edited = rebuilt()
    page = sites.article(edited, "2590/")
    assert sites.fact(page, "คะแนนรวมที่ประกาศ") == "81.25 จาก 100"
    assert sites.fact(page, "ระดับที่ประกาศ") == "ผ่าน"
    assert "ยังไม่มีเกณฑ์การประเมินของปี 2590" in page.text
    assert sites.fact(sites.article(edited, "2590/indicators/1/"), "คะแนนที่ประกาศ ปี 2590") == "80.50"
    assert "81.25 จาก 100" in sites.article(edited, "").text
    working = sites.article(edited, "2590/scores/")
    assert "ยังไม่มีเกณฑ์การประเมินของปี 2590" in working.text
    assert sites.rows(working, "คะแนนรวมปี 2590")["คะแนนรวม"][::2] == ["81.25", "ตรวจด้วยการคำนวณไม่ได้"]


def test_years_that_are_not_neighbours_are_compared_by_total_and_indicators_only(
    mueang_pan: Path, rebuilt: Callable[[], Path]
) -> None:
    """What has become of an item over several frameworks nobody has said."""
    year = mueang_pan / "data/2565"
    year.mkdir()
    names = "".join(f"  - {{id: {number}, score: 90.5}}\n" for number in range(1, 11))
    items = "items:\n  - {id: O1, score: 100}\n"
    (year / "result.yml").write_text(f"total: 90.5\nlevel: A\nindicators:\n{names}{items}", encoding="utf-8")
    edited = rebuilt()
    assert "compare/2565-2567/" in sites.addresses(edited)
    assert "compare/2565-2568/" not in sites.addresses(edited)
    page = sites.article(edited, "compare/2565-2567/")
    assert sites.fact(page, "คะแนนรวม") == "90.50 → 96.33 +5.83"
    scores = sites.rows(page, "คะแนนปี 2567 เทียบกับปี 2565")
    assert scores["ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"] == ["90.50", "85.78", "−4.72"]
    assert [each.one("caption").text for each in page.all("table")] == ["คะแนนปี 2567 เทียบกับปี 2565"]
    assert "เทียบรายข้อไม่ได้" in page.text
    assert "compare/2565-2567/" in sites.links(sites.article(edited, "2567/"), "2567/")
    assert sites.fact(sites.article(edited, "2567/"), "เทียบกับปี 2566").startswith("เทียบไม่ได้")


def test_a_measure_named_as_another_kind_of_file_is_listed_once_among_the_measures(
    mueang_pan: Path, rebuilt: Callable[[], Path]
) -> None:
    names = [f"data/2568/measures/{kind}.yml" for kind in ("result", "analysis", "gaps", "agency")]
    for number, name in enumerate(names):
        (mueang_pan / name).write_text(f"title: เปิดเผยงบประมาณ เรื่องที่ {number}\n", encoding="utf-8")
    listed = sites.links(sites.article(rebuilt(), "data/"), "data/")
    assert [listed.count(name) for name in names] == [1] * 4


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_two_builds_of_the_same_data_are_the_same_to_the_byte_and_give_no_warning(
    agency: str, site_of: Callable[[str], Path], tmp_path: Path
) -> None:
    """Whatever the day, the clock's zone, the language, the seed of hashes, the folder, the order files were made in.

    Every file of the site's folder counts: pages, search index, sitemap, feed, pictures, and what is compressed.
    """
    first = site_of(agency)
    project = tmp_path / "two/below/ที่อื่น"
    original = first.parent / "project"
    for path in sorted(original.rglob("*"), reverse=True):
        if path.is_file():
            copy = project / path.relative_to(original)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    # What reads the clock, or sorts by hashes, does it otherwise than in the process that built the first.
    environment = {
        "PYTHONHASHSEED": "2" if os.environ.get("PYTHONHASHSEED") != "2" else "3",
        "TZ": "Asia/Bangkok",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1760000000",
    }
    done = sites.run_mkdocs("build", "--strict", project=project, environment=environment)
    assert done.returncode == 0, done.stdout
    assert not [line for line in done.stdout.splitlines() if "WARNING" in line or "ERROR" in line]
    one, two = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (first, project / "site")
    )
    assert one.keys() == two.keys()
    assert {"sitemap.xml", "sitemap.xml.gz", "404.html"} <= one.keys()
    assert not [name for name, content in one.items() if content != two[name]]
