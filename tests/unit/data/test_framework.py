"""What the frameworks of the assessment know: what exists, and what is a part of what."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest

from ita_site.data import source
from ita_site.data.load import load, packaged_framework
from ita_site.data.model import Framework, kind_of

if TYPE_CHECKING:
    from pathlib import Path

YEARS = range(2562, 2570)
ORDER = ["item", "subindicator", "indicator", "instrument"]


def packaged(year: int) -> Framework:
    framework = packaged_framework(year)
    assert framework is not None
    return framework


def small(**values: Any) -> Framework:  # noqa: ANN401 - whatever a file may hold
    """Return a framework with one instrument and the rest as given."""
    known = {
        "year": "2570",
        "provenance": {"certainty": "ยังไม่ยืนยัน"},
        "instruments": [{"id": "OIT", "name": "แบบตรวจ"}],
        "indicators": [],
    }
    return Framework.model_validate_json(json.dumps(known | values))


@pytest.mark.parametrize("year", YEARS)
def test_the_framework_of_every_year_is_sound(year: int) -> None:
    framework = packaged(year)
    assert framework.year == year
    assert [each.id for each in framework.indicators] == [str(number) for number in range(1, 11)]
    with resources.as_file(resources.files("ita_site.data") / "frameworks" / f"{year}.yml") as path:
        assert source.read(path, path.name).problems == ()


def test_a_year_without_a_packaged_framework_has_none() -> None:
    assert packaged_framework(2570) is None


def test_a_framework_of_the_municipality_takes_the_place_of_ours(mueang_pan: Path) -> None:
    framework = {
        "year": "2568",
        "provenance": {"certainty": "ยืนยันด้วยเอกสาร"},
        "instruments": [],
        "indicators": [{"id": str(number), "name": f"ตัวที่ {number}", "instrument": "IIT"} for number in range(1, 11)],
    }
    path = mueang_pan / "data/frameworks/2568.yml"
    path.parent.mkdir()
    path.write_text(json.dumps(framework, ensure_ascii=False), encoding="utf-8")

    dataset = load(mueang_pan / "data")

    assert dataset.problems == []
    assert dataset.frameworks[2568].indicators[0].name == "ตัวที่ 1"
    assert dataset.frameworks[2567] == packaged_framework(2567)


@pytest.mark.parametrize(
    ("year", "reference", "known"),
    [
        (2568, "OIT", True),
        (2568, "10", True),
        (2568, "9.3", True),
        (2568, "9.6", False),  # of each sub-indicator it is known where its items lie, so none is left out
        (2567, "9.2", None),  # one sub-indicator is known, and not which items are its own
        (2568, "I15", True),
        (2568, "I16", False),
        (2568, "E9", True),
        (2568, "O28", True),
        (2568, "O29", False),
        (2562, "9.5", True),
        (2562, "9.6", False),
        (2562, "O48", True),
        (2562, "O49", False),
        (2562, "I30", None),  # the number of questions is not confirmed
        (2569, "O5", None),  # not read yet, but within the count
        (2569, "O27", None),  # the count is not confirmed
        (2569, "8.1", None),
    ],
)
def test_a_framework_says_no_only_where_it_is_sure(year: int, reference: str, known: bool | None) -> None:  # noqa: FBT001
    assert packaged(year).knows(reference) is known


@pytest.mark.parametrize(
    ("year", "reference", "above"),
    [
        (2568, "O13", "9.3 9 OIT"),
        (2568, "O5", "9 OIT"),  # one of two sub-indicators, nobody knows which
        (2568, "E5", "7 EIT"),
        (2568, "9.3", "9 OIT"),
        (2568, "10", "OIT"),
        (2568, "OIT", ""),
        (2562, "O48", "10.2 10 OIT"),
        (2563, "9.1", "9 OIT"),  # not listed, but its number tells
        (2563, "O5", ""),
        (2568, "O29", ""),
    ],
)
def test_a_reference_is_a_part_of_what_is_known_to_hold_it(year: int, reference: str, above: str) -> None:
    assert packaged(year).lineage(reference) == (reference, *above.split())


def test_an_item_that_one_sub_indicator_surely_holds_is_not_that_of_another_it_might_be_in() -> None:
    framework = small(
        indicators=[
            {
                "id": "9",
                "name": "การเปิดเผยข้อมูล",
                "instrument": "OIT",
                "subindicators": [
                    {"id": "9.1", "name": "ข้อมูลพื้นฐาน", "items": ["O1"]},
                    {"id": "9.2", "name": "การบริหารงาน", "among": ["O1", "O2"]},
                ],
            }
        ]
    )
    assert framework.lineage("O1") == ("O1", "9.1", "9", "OIT")
    assert framework.lineage("O2") == ("O2", "9", "OIT")


def test_a_sub_indicator_of_no_known_indicator_still_tells_its_number() -> None:
    assert small().lineage("9.3") == ("9.3", "9")


@pytest.mark.parametrize("year", YEARS)
def test_every_lineage_goes_up_to_an_instrument_of_the_year(year: int) -> None:
    framework = packaged(year)
    instruments = {each.id for each in framework.instruments}
    lists = [sub.items + sub.among for each in framework.indicators for sub in each.subindicators]
    lists += [each.items for each in framework.indicators]
    listed = {reference for each in lists for reference in each}
    listed |= {sub.id for each in framework.indicators for sub in each.subindicators}

    for reference in listed:
        lineage = framework.lineage(reference)
        kinds = [ORDER.index(kind_of(each)) for each in lineage]
        assert lineage[0] == reference
        assert lineage[-1] in instruments
        assert kinds == sorted(set(kinds)), lineage


@pytest.mark.parametrize("year", YEARS)
def test_what_the_parts_of_a_framework_name_it_knows(year: int) -> None:
    framework = packaged(year)
    named = [item.id for item in framework.items] + [each.item for each in framework.measure_items]
    named += [item for each in framework.indicators for sub in each.subindicators for item in sub.items + sub.among]
    if framework.crosswalk is not None:
        named += [each.id for each in framework.crosswalk.entries]
        before = packaged(framework.crosswalk.before)
        was = [reference for each in framework.crosswalk.entries for reference in each.was]
        assert [each for each in (*was, *framework.crosswalk.dropped) if before.knows(each) is False] == []

    assert [each for each in named if framework.knows(each) is False] == []
