"""How far OIT items are answered: by what a plan, an analysis and reports hold, and by evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.data.load import load
from ita_site.judging.oit_answers import ItemStatus, item_answers

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.judging.oit_answers import ItemAnswer

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\ndivisions: [สำนักปลัด, กองคลัง]\n"
WHOLE = "title: มาตรการหนึ่ง\nsteps: [ประกาศ]\nowners: [สำนักปลัด]\nperiod: ตลอดปีงบประมาณ\nmonitoring: รายงานทุกไตรมาส\n"
ANALYSIS = "weak_points:\n  - about: 9\n    finding: ต้องแก้\n"


def answers(folder: Path, files: dict[str, str], year: int) -> dict[str, ItemAnswer]:
    """Return how the items of a year are answered by a small project."""
    for name, text in {"agency.yml": AGENCY, **files}.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    dataset = load(folder / "data")
    assert not dataset.problems, [each.message for each in dataset.problems]
    return {each.item.id: each for each in item_answers(dataset, dataset.years[year], dataset.frameworks[year])}


def without(measure: str, *keys: str) -> str:
    """Return a measure without some of its lines."""
    return "".join(line for line in measure.splitlines(keepends=True) if not line.startswith(keys))


PLAN = "2569/measures/first.yml"


@pytest.mark.parametrize(("year", "item"), [(2563, "O42"), (2568, "O27")])
def test_where_no_elements_are_known_nothing_is_called_complete(year: int, item: str, tmp_path: Path) -> None:
    answer = answers(tmp_path, {f"{year}/measures/first.yml": WHOLE}, year)[item]
    assert answer.status is ItemStatus.SHOWN
    assert answer.elements == ()


def test_a_measure_that_lacks_an_element_is_named(tmp_path: Path) -> None:
    second = without(WHOLE, "owners")
    found = answers(tmp_path, {PLAN: WHOLE, "2569/measures/second.yml": second, "2568/analysis.yml": ANALYSIS}, 2569)
    assert [each.lacking for each in found["O25"].elements] == [(), (), (), (), ("second",)]
    assert found["O25"].status is ItemStatus.LACKING


@pytest.mark.parametrize(("about", "status"), [(2567, ItemStatus.SHOWN), (2568, ItemStatus.OTHER_YEAR)])
def test_evidence_is_of_the_year_that_the_title_of_its_item_names(
    about: int, status: ItemStatus, tmp_path: Path
) -> None:
    entry = f"items:\n  - item: O13\n{LINK}        about_year: {about}\n"
    assert answers(tmp_path, {"2568/disclosure.yml": entry}, 2568)["O13"].status is status


def test_evidence_of_another_year_takes_nothing_from_what_the_site_itself_shows(tmp_path: Path) -> None:
    entry = f"items:\n  - item: O25\n{LINK}        about_year: 2567\n        elements: [1]\n"
    files = {"2569/disclosure.yml": entry, "2568/analysis.yml": ANALYSIS, PLAN: WHOLE}
    assert answers(tmp_path, files, 2569)["O25"].status is ItemStatus.COMPLETE


LINK = "    evidence:\n      - title: หน้าเว็บ\n        url: https://www.sommut.go.th/a\n"
STATES = [
    ("  - item: O1\n" + LINK + "        elements: [1, 2, 3, 4]\n", ItemStatus.COMPLETE),
    ("  - item: O1\n" + LINK + "        elements: [1, 2]\n", ItemStatus.LACKING),
    ("  - item: O1\n" + LINK, ItemStatus.SHOWN),
    ("  - item: O1\n" + LINK + "        about_year: 2567\n", ItemStatus.OTHER_YEAR),
    ("  - item: O1\n    reply: รอปรับจากปีก่อน\n" + LINK, ItemStatus.TO_RENEW),
    ("  - item: O1\n    reply: ไม่มี\n    why: ไม่มีข้อมูลนี้\n", ItemStatus.ABSENT),
    ("  - item: O1\n    reply: ไม่ต้องตอบ\n    why: ไม่ถามเทศบาล\n", ItemStatus.NOT_REQUIRED),
    ("  - item: O2\n" + LINK, ItemStatus.UNANSWERED),
]


@pytest.mark.parametrize(("entry", "status"), STATES)
def test_every_state_of_an_item(entry: str, status: ItemStatus, tmp_path: Path) -> None:
    assert answers(tmp_path, {"2568/disclosure.yml": f"items:\n{entry}"}, 2568)["O1"].status is status


def test_elements_of_the_offices_own_manual_count_where_the_framework_knows_none(tmp_path: Path) -> None:
    entry = "manual: คู่มือปี 2568\nitems:\n  - item: O4\n    elements: [ข่าวของปีนี้]\n" + LINK
    assert answers(tmp_path, {"2568/disclosure.yml": entry}, 2568)["O4"].status is ItemStatus.SHOWN
    entry += "        elements: [1]\n"
    assert answers(tmp_path, {"2568/disclosure.yml": entry}, 2568)["O4"].status is ItemStatus.COMPLETE


def test_an_item_whose_name_is_not_known_is_there_once_the_office_has_typed_it(tmp_path: Path) -> None:
    entry = "items:\n  - item: O2\n    title: ข้อมูลผู้บริหาร\n" + LINK
    found = answers(tmp_path, {"2569/disclosure.yml": entry, PLAN: WHOLE}, 2569)
    assert list(found)[:3] == ["O1", "O2", "O3"]
    assert found["O2"].status is ItemStatus.SHOWN
