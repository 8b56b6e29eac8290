"""Items are compared from year to year only where the assessment kept them as they were."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from ita_site.data.load import packaged_framework
from ita_site.data.model import Framework, ItemChange, kind_of
from tests.helpers import sites

if TYPE_CHECKING:
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
SCORES = {
    2564: "O1: 0, O12: 100, O34: 100, O36: 100, O37: 0, O38: 100",
    2565: "O1: 100, O12: 0, O34: 0, O36: 100, O37: 100, O38: 0, O10: 100, O18: 0",
    2566: "O1: 100, O10: 100, O11: 100, O13: 100, O40: 0",
}
"""A small municipality: the scores of a few items, by year."""
YEARS = range(2562, 2570)
NOT_COMPARED = "เทียบไม่ได้"


def build(folder: Path, results: dict[int, str]) -> Path:
    """Build the site of a municipality with these results."""
    data = folder / "source"
    for year, result in results.items():
        (data / str(year)).mkdir(parents=True)
        (data / str(year) / "result.yml").write_text(result, encoding="utf-8")
    (data / "agency.yml").write_text(AGENCY, encoding="utf-8")
    return sites.build(sites.copy_project(folder / "project", data), folder / "site")


def result(scores: dict[str, str]) -> str:
    """Return a result with a total and the scores of some items and sub-indicators."""
    lists: dict[str, list[str]] = {"item": [], "subindicator": []}
    for reference, score in scores.items():
        lists[kind_of(reference)].append(f"  - {{id: {reference}, score: {score}}}\n")
    return "total: 80\n" + "".join(f"{kind}s:\n{''.join(lines)}" for kind, lines in lists.items() if lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the small municipality."""
    return build(
        tmp_path_factory.mktemp("few"),
        {year: result(dict(each.split(": ") for each in said.split(", "))) for year, said in SCORES.items()},
    )


@pytest.mark.parametrize(
    ("years", "item", "said", "before", "now", "change"),
    [
        ((2564, 2565), "O1", "ต่อจาก O1 ของปี 2564 เนื้อหาเดิม", "0.00", "100.00", "+100.00"),
        ((2564, 2565), "O12", "ต่อจาก O12 ของปี 2564 เนื้อหาเดิม", "100.00", "0.00", "−100.00"),
        ((2564, 2565), "O36", "ต่อจาก O36 ของปี 2564 เนื้อหาเดิม", "100.00", "100.00", "เท่าเดิม"),
        ((2564, 2565), "O34", "เทียบไม่ได้: ข้อใหม่", "ไม่มีข้อมูล", "0.00", NOT_COMPARED),
        ((2564, 2565), "O37", "เทียบไม่ได้: เปลี่ยนถ้อยคำ O37 ของปี 2564", "0.00", "100.00", NOT_COMPARED),
        ((2564, 2565), "O38", "เทียบไม่ได้: เปลี่ยนถ้อยคำ O38 ของปี 2564", "100.00", "0.00", NOT_COMPARED),
        ((2565, 2566), "O13", "ต่อจาก O12 ของปี 2565 เนื้อหาเดิม", "0.00", "100.00", "+100.00"),
        ((2565, 2566), "O10", "เทียบไม่ได้: ข้อใหม่", "ไม่มีข้อมูล", "100.00", NOT_COMPARED),
        ((2565, 2566), "O11", "เทียบไม่ได้: รวมจากหลายข้อ O10, O18 ของปี 2565", None, "100.00", NOT_COMPARED),
    ],
    ids=["up", "down", "same", "new", "reworded", "reworded-down", "renumbered", "new-number", "merged"],
)
def test_an_item_shows_what_became_of_it_and_a_change_only_if_it_is_the_same(  # noqa: PLR0913, PLR0917
    site: Path, years: tuple[int, int], item: str, said: str, before: str | None, now: str, change: str
) -> None:
    page = sites.article(site, f"compare/{years[0]}-{years[1]}/")
    rows = sites.rows(page, f"ข้อของปี {years[1]} เทียบกับปี {years[0]}")
    (cells,) = [cells for heading, cells in rows.items() if heading.split()[0] == item]
    assert cells[0].startswith(said)
    assert cells[2:] == [now, change]
    assert before in {None, cells[1]}


@pytest.mark.parametrize(
    ("address", "item", "said"),
    [
        ("2565/indicators/9/", "O1", "100.00 +100.00 ต่อจาก O1 ของปี 2564 เนื้อหาเดิม"),
        ("2565/indicators/9/", "O12", "0.00 −100.00 ต่อจาก O12 ของปี 2564 เนื้อหาเดิม"),
        ("2565/indicators/10/", "O34", "0.00 เทียบไม่ได้: ข้อใหม่"),
        ("2565/indicators/10/", "O37", "100.00 เทียบไม่ได้: เปลี่ยนถ้อยคำ O37 ของปี 2564"),
        ("2566/indicators/9/", "O11", "100.00 เทียบไม่ได้: รวมจากหลายข้อ O10, O18 ของปี 2565"),
        ("2566/indicators/10/", "O40", "0.00 ยังไม่ทราบว่าต่อจากข้อใดของปี 2565 จึงเทียบไม่ได้"),
        ("2564/indicators/9/", "O1", "0.00"),  # there is no result of 2563 to compare with
    ],
)
def test_the_page_of_an_indicator_says_the_same_of_its_items(site: Path, address: str, item: str, said: str) -> None:
    shown = sites.items(sites.section(sites.article(site, address), "parts"))
    (line,) = [each for each in shown if each.split()[0] == item]
    assert line.endswith(f": {said}")


def test_an_item_that_is_no_more_is_named_as_it_was(site: Path) -> None:
    gone = sites.section(sites.article(site, "compare/2564-2565/"), "framework")
    assert sites.items(gone) == ["O34 เจตจำนงสุจริตของผู้บริหาร"]
    assert "ข้อใหม่ 1 ข้อ, ยกเลิก 1 ข้อ" in gone.text


# All frameworks that come with the package: every item and sub-indicator has a score in every year.


def framework(year: int) -> Framework:
    """Return the framework of a year that comes with the package."""
    known = packaged_framework(year)
    assert known is not None
    return known


def points(year: int, reference: str) -> str:
    """Return a score that differs from year to year and from item to item."""
    return f"{(int(reference.strip('IEO').replace('.', '')) * 7 + year * 3) % 100}.25"


@pytest.fixture(scope="module")
def all_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site on which everything that could be compared has a score."""
    results = {}
    for year in YEARS:
        known = framework(year)
        subs = [sub.id for indicator in known.indicators for sub in indicator.subindicators]
        scored = [*subs, *(item.id for item in known.items)]
        results[year] = result({reference: points(year, reference) for reference in scored})
    return build(tmp_path_factory.mktemp("all"), results)


@pytest.mark.parametrize(("before", "after"), list(pairwise(YEARS)))
def test_by_every_crosswalk_only_what_is_the_same_has_a_change(all_years: Path, before: int, after: int) -> None:
    page = sites.article(all_years, f"compare/{before}-{after}/")
    crosswalk = framework(after).crosswalk
    assert crosswalk is not None
    captions = {
        "item": f"ข้อของปี {after} เทียบกับปี {before}",
        "subindicator": f"ตัวชี้วัดย่อยปี {after} เทียบกับปี {before}",
    }
    told = {kind_of(entry.id) for entry in crosswalk.entries}
    rows = {heading.split()[0]: cells for kind in told for heading, cells in sites.rows(page, captions[kind]).items()}
    assert set(rows) == {entry.id for entry in crosswalk.entries}
    scored = {item.id for item in framework(after).items}
    for entry in crosswalk.entries:
        if kind_of(entry.id) == "item" and entry.id not in scored:
            continue
        change = rows[entry.id][-1]
        if entry.change is not ItemChange.SAME or len(entry.was) != 1:
            assert change == NOT_COMPARED, entry.id
            assert rows[entry.id][0].startswith(f"{NOT_COMPARED}: "), entry.id
            continue
        difference = Decimal(points(after, entry.id)) - Decimal(points(before, entry.was[0]))
        sign = "+" if difference > 0 else "−"
        assert change == (f"{sign}{abs(difference)}" if difference else "เท่าเดิม"), entry.id
