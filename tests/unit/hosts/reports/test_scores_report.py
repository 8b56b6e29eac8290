"""`scores --explain`: the working of a year as a clerk reads it, and as a machine does."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers.figures import AGENCY, copy, figures
from tests.helpers.sites import AGENCIES, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RESULTS = [
    ("kham-muang", 2562), ("ko", 2565), ("sam-ruean", 2567), ("sam-ruean", 2568), ("mueang-pan", 2567),
    ("mueang-pan", 2568),
]  # fmt: skip
WITH_RESULTS = sorted({agency for agency, _ in RESULTS})


def scores(data: Path, *arguments: str) -> str:
    return _of_agency(data, *arguments) if data in AGENCIES.values() else _scores(data, *arguments)


def _scores(data: Path, *arguments: str) -> str:
    told = CliRunner().invoke(main, ["scores", "--data", str(data), *arguments])
    assert told.exit_code == 0, told.stderr
    return told.stdout


_of_agency = cache(_scores)
"""What is printed of the data of an agency, which no test changes."""


def explained(data: Path, year: int) -> list[str]:
    return scores(data, "--explain", "--year", str(year)).splitlines()


def as_json(data: Path, year: int) -> dict[str, Any]:
    ((printed, tree),) = json.loads(scores(data, "--explain", "--year", str(year), "--format", "json")).items()
    assert printed == str(year)
    found: dict[str, Any] = tree
    return found


def walk(value: object) -> Iterator[dict[str, Any]]:
    """Yield every score of the JSON, wherever it stands."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from walk(inner)


def branch(lines: list[str], title: str) -> list[str]:
    """Return the line of a score and those of its own working, without those of its parts."""
    (start,) = [number for number, line in enumerate(lines) if line.lstrip("│├└─ ").startswith(title)]
    rest = lines[start + 1 :]
    end = next((number for number, line in enumerate(rest) if "─ " in line), len(rest))
    return [line.lstrip("│├└─ ") for line in [lines[start], *rest[:end]]]


def test_the_working_of_a_total_is_read_from_the_top(mueang_pan: Path) -> None:
    assert explained(mueang_pan / "data", 2568)[:16] == [
        "ปีงบประมาณ พ.ศ. 2568",
        "ระดับที่ประกาศ: ผ่านดีเยี่ยม",
        "  ถ้าใช้เงื่อนไข ทุกเครื่องมือ (ยังไม่ยืนยัน): ผ่านดีเยี่ยม",
        "  ถ้าใช้เงื่อนไข ทุกตัวชี้วัด (ยังไม่ยืนยัน): ผ่านดีเยี่ยม",
        ("  ถ้าใช้เงื่อนไข ทุกเครื่องมือและทุกส่วนของเครื่องมือ (ยังไม่ยืนยัน): ตัดสินไม่ได้ เป็นได้ ผ่านดีเยี่ยม หรือ ผ่านดี หรือ ผ่าน"),
        "คะแนนรวม: ประกาศ 99.37 · คำนวณ 99.37 · คำนวณซ้ำได้ตรงกัน",
        "│  = 100.00 × 30% + 97.9067… × 30% + 100.00 × 40% = 99.372",
        "│  วิธี: รวมสามเครื่องมือตามน้ำหนัก (คำนวณแล้วตรงกัน)",
        "├─ IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน: คำนวณ 100.00 · ไม่มีตัวเลขที่ประกาศ",
        "│  │  = (100.00 + 100.00 + 100.00 + 100.00 + 100.00) ÷ 5 = 100.00",
        "│  │  วิธี: เฉลี่ยจากตัวชี้วัด (คำนวณแล้วตรงกัน)",
        "│  ├─ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่: ประกาศ 100.00 · ตรวจด้วยการคำนวณไม่ได้",
        "│  │     ประกาศคะแนนของส่วนประกอบไม่ครบ",
        "│  │     วิธี: เฉลี่ยจากคะแนนรายข้อ (คำนวณแล้วตรงกัน)",
        "│  ├─ ตัวชี้วัดที่ 2 การใช้งบประมาณ: ประกาศ 100.00 · ตรวจด้วยการคำนวณไม่ได้",
        "│  │     ประกาศคะแนนของส่วนประกอบไม่ครบ",
    ]


def test_a_score_is_followed_down_to_its_items() -> None:
    lines = explained(AGENCIES["kham-muang"], 2562)

    assert lines[1:3] == ["ระดับที่ประกาศ: D", "  ตามคะแนนรวม: D (ตรงกัน)"]
    assert branch(lines, "คะแนนรวม")[1] == "= 77.448 × 30% + 78.5133… × 30% + 26.295 × 40% = 57.3064"
    assert branch(lines, "ตัวชี้วัดที่ 9 ") == [
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล: ประกาศ 46.34 · คำนวณ 46.34 · คำนวณซ้ำได้ตรงกัน",
        "= (77.7778… + 37.50 + 71.4286… + 25.00 + 20.00) ÷ 5 = 46.3413…",
        "วิธี: เฉลี่ยจากตัวชี้วัดย่อย (คำนวณแล้วตรงกัน)",
    ]
    assert branch(lines, "ตัวชี้วัดย่อยที่ 9.4")[1] == "= (100.00 + 0.00 + 0.00 + 0.00) ÷ 4 = 25.00"
    assert branch(lines, "ข้อ O25") == ["ข้อ O25 นโยบายการบริหารทรัพยากรบุคคล: คำนวณ 100.00 (ไม่อยู่ในรายการข้อที่ได้ 0)"]
    assert branch(lines, "ข้อ O26") == ["ข้อ O26 การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล: ประกาศ 0.00"]


def test_items_that_may_lie_in_either_of_two_are_explained() -> None:
    lines = explained(AGENCIES["sam-ruean"], 2568)
    assert branch(lines, "ตัวชี้วัดย่อยที่ 9.2")[:2] == [
        "ตัวชี้วัดย่อยที่ 9.2 การบริหารงานและการใช้จ่ายงบประมาณ: คำนวณ 100.00 · ไม่มีตัวเลขที่ประกาศ",
        "= ทุกข้อใน O1–O11 ได้เท่ากัน = 100.00",
    ]
    assert branch(lines, "ตัวชี้วัดที่ 6 ") == [
        "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน: ประกาศ 96.26 · ตรวจด้วยการคำนวณไม่ได้",
        "ยังไม่ทราบวิธีคำนวณที่ยืนยันได้",
    ]


def test_an_unknown_sub_indicator_is_shown_with_the_span_it_lies_in(tmp_path: Path) -> None:
    """O5 is in 9.1 or in 9.2: either can be 50 to 100, which is no matter of rounding."""
    data = copy(AGENCIES["sam-ruean"], tmp_path)
    replace(data / "2568/result.yml", "  - id: O5\n    score: 100.00", "  - id: O5\n    score: 50.00")
    lines = explained(data, 2568)

    for title, span in (("ตัวชี้วัดย่อยที่ 9.1", "50.00 ถึง 100.00"), ("ตัวชี้วัดที่ 9 ", "75.00 ถึง 95.00")):
        assert span in "\n".join(branch(lines, title)), title
        assert "ปัดเศษ" not in "\n".join(branch(lines, title)), title


def test_a_wrong_figure_is_shown_with_both_numbers_and_how_far_rounding_goes(mueang_pan: Path) -> None:
    replace(mueang_pan / "data/2568/result.yml", "total: 99.37", "total: 99.73")

    lines = branch(explained(mueang_pan / "data", 2568), "คะแนนรวม")

    assert lines[:2] == [
        "คะแนนรวม: ประกาศ 99.73 · คำนวณ 99.37 · ไม่ตรงกับส่วนประกอบ",
        "= 100.00 × 30% + 97.9067… × 30% + 100.00 × 40% = 99.372",
    ]
    assert not [line for line in lines if line.rstrip().endswith("เป็นได้")], "no sentence breaks off"


def test_a_figure_that_rounding_explains_is_not_called_wrong(mueang_pan: Path) -> None:
    replace(mueang_pan / "data/2567/result.yml", "total: 96.33", "total: 96.32")
    lines = branch(explained(mueang_pan / "data", 2567), "คะแนนรวม")

    assert lines[0] == "คะแนนรวม: ประกาศ 96.32 · คำนวณ 96.33 · ต่างกันได้เพราะการปัดเศษ"
    assert lines[2] == "คิดการปัดเศษของส่วนประกอบแล้ว เป็นได้ 96.32 ถึง 96.33"


def test_a_total_without_parts_is_shown_with_why_it_is_not_checked() -> None:
    lines = explained(AGENCIES["ko"], 2565)
    assert lines[1:5] == [
        "ระดับที่ประกาศ: A",
        "  ตามคะแนนรวม: A (ตรงกัน)",
        "คะแนนรวม: ประกาศ 90.93 · ตรวจด้วยการคำนวณไม่ได้",
        "│  ประกาศคะแนนของส่วนประกอบไม่ครบ",
    ]


def test_a_wrong_level_is_shown_with_the_right_one(tmp_path: Path) -> None:
    data = copy(AGENCIES["ko"], tmp_path)
    replace(data / "2565/result.yml", "level: A", "level: AA")
    assert explained(data, 2565)[1:3] == ["ระดับที่ประกาศ: AA", "  ตามคะแนนรวม: A (ไม่ตรงกัน)"]


def test_a_year_without_a_framework_is_explained_by_what_was_published(project: Callable[..., Path]) -> None:
    text = "total: 90\nindicators:\n  - {id: 1, score: 80}\n"
    root = project({"data/agency.yml": AGENCY, "data/2571/result.yml": text})

    assert explained(root / "data", 2571) == [
        "ปีงบประมาณ พ.ศ. 2571",
        "ระดับที่ประกาศ: ไม่มีข้อมูล",
        "คะแนนรวม: ประกาศ 90.00 · ตรวจด้วยการคำนวณไม่ได้",
        "│  ยังไม่ทราบวิธีคำนวณที่ยืนยันได้",
        "└─ ตัวชี้วัดที่ 1: ประกาศ 80.00",
    ]


@pytest.mark.parametrize("year", [2569, 2571])
def test_a_published_level_is_shown_where_no_scale_is_known(year: int, project: Callable[..., Path]) -> None:
    root = project({"data/agency.yml": AGENCY, f"data/{year}/result.yml": "total: 96\nlevel: ผ่านดี\n"})

    assert explained(root / "data", year)[1] == "ระดับที่ประกาศ: ผ่านดี"
    assert as_json(root / "data", year)["level"]["published"] == "ผ่านดี"


@pytest.mark.parametrize("agency", WITH_RESULTS)
def test_all_years_are_explained_one_after_the_other(agency: str) -> None:
    whole = scores(AGENCIES[agency], "--explain")
    years = [year for name, year in RESULTS if name == agency]

    assert whole.removesuffix("\n").split("\n\n") == ["\n".join(explained(AGENCIES[agency], year)) for year in years]


@pytest.mark.parametrize(("agency", "year"), RESULTS)
def test_no_line_is_left_blank_or_unfinished(agency: str, year: int) -> None:
    for line in explained(AGENCIES[agency], year):
        assert line == line.rstrip()
        assert line.strip("│├└─ ")
        assert not re.search("None|Fraction|Decimal|nan", line)


@pytest.mark.parametrize(("agency", "year"), RESULTS)
def test_every_published_figure_is_in_the_json_as_it_was_printed(agency: str, year: int) -> None:
    data = AGENCIES[agency]
    printed = {each.about: each.printed for each in figures(data) if each.file == f"{year}/result.yml"}
    nodes = {node["id"]: node for node in walk(as_json(data, year))}

    assert {name: nodes[name]["published"] for name in printed if name in nodes} == printed


def test_a_figure_that_the_framework_has_no_place_for_is_in_the_json_too(project: Callable[..., Path]) -> None:
    """Which questions indicator 6 had in 2564 is not known, and 8.1 is no sub-indicator that anyone has named."""
    text = "total: 90\nsubindicators: [{id: 8.1, score: 61}]\nitems: [{id: E1, score: 70}]\n"
    root = project({"data/agency.yml": AGENCY, "data/2564/result.yml": text})

    printed = {node["id"]: node["published"] for node in walk(as_json(root / "data", 2564))}

    assert (printed.get("8.1"), printed.get("E1")) == ("61", "70")


@pytest.mark.parametrize(("agency", "year"), RESULTS)
def test_no_figure_is_a_number_that_a_machine_could_round(agency: str, year: int) -> None:
    assert not list(numbers(as_json(AGENCIES[agency], year)))


def numbers(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from numbers(inner)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


@pytest.mark.parametrize(("agency", "year"), RESULTS)
def test_the_json_is_enough_to_compute_every_figure_again(agency: str, year: int) -> None:
    again = 0
    for node in walk(as_json(AGENCIES[agency], year)):
        if node.get("exact") is None or not node["parts"]:
            continue
        values = [Fraction(part["published"] or part["exact"]) for part in node["parts"]]
        weights = [Fraction(part["weight"] or 100) / 100 for part in node["parts"]]
        total = sum((value * weight for value, weight in zip(values, weights, strict=True)), Fraction(0))
        assert Fraction(node["exact"]) == (total if node["id"] == "total" else total / len(values))
        assert abs(Fraction(node["computed"]) - Fraction(node["exact"])) <= Fraction(1, 200)
        assert Fraction(node["bounds"][0]) <= Fraction(node["exact"]) <= Fraction(node["bounds"][1])
        again += 1
    assert again >= {"ko": 0, "sam-ruean": 0 if year == 2567 else 13, "kham-muang": 13, "mueang-pan": 4}[agency]


def test_the_json_says_of_each_score_what_it_is_worth() -> None:
    nodes = {node["id"]: node for node in walk(as_json(AGENCIES["kham-muang"], 2562))}

    assert {key: value for key, value in nodes["9"].items() if key != "parts"} == {
        "id": "9",
        "name": "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
        "published": "46.34",
        "computed": "46.34",
        "exact": "5839/126",
        "bounds": ["5839/126", "5839/126"],
        "verdict": "proven",
        "change": None,
        "note": None,
        "method": "ค่าเฉลี่ยของตัวชี้วัดย่อย",
        "certainty": "คำนวณแล้วตรงกัน",
        "weight": None,
        "implied": False,
        "among": [],
    }
    assert [nodes[each]["weight"] for each in ("IIT", "EIT", "OIT")] == ["30", "30", "40"]
    assert (nodes["O25"]["published"], nodes["O25"]["computed"], nodes["O25"]["implied"]) == (None, "100.00", True)
    assert nodes["O5"]["published"] == "0", "listed among all that got nothing"
    assert nodes["total"]["level"] == {"published": "D", "computed": "D", "verdict": "proven", "candidates": []}


def test_the_json_has_the_candidates_for_a_level_and_chooses_none() -> None:
    level = as_json(AGENCIES["sam-ruean"], 2568)["level"]
    assert level == {
        "published": "ผ่านดี",
        "computed": None,
        "verdict": "unchecked",
        "candidates": [
            {"rule": "every-instrument", "level": "ผ่านดีเยี่ยม", "possible": ["ผ่านดีเยี่ยม"]},
            {"rule": "every-indicator", "level": "ผ่านดี", "possible": ["ผ่านดี"]},
            {"rule": "every-instrument-and-eit-part", "level": None, "possible": ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"]},
        ],
    }


def test_the_json_is_the_same_with_and_without_explain(mueang_pan: Path) -> None:
    data = mueang_pan / "data"
    assert scores(data, "--format", "json") == scores(data, "--explain", "--format", "json")
    assert list(json.loads(scores(data, "--format", "json"))) == ["2567", "2568"]
