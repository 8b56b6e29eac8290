"""The elements of the items about measures of every framework, as hand-made plans, analyses and reports show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pytest

from ita_site.data.load import load, packaged_framework
from ita_site.data.model import Answerable
from ita_site.judging.oit_answers import ItemStatus, item_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_site.judging.oit_answers import ItemAnswer

Files: TypeAlias = "dict[str, str]"
"""A small project by the names of its files: `before` and `year` stand for the folders of the two years."""

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\ndivisions: [สำนักปลัด, กองคลัง]\n"
ANALYSIS = (
    "summary: คะแนนเพิ่มขึ้น\nweak_points:\n  - about: 9\n    finding: ต้องแก้\n"
    "improvements:\n  - about: 8\n    items: [I1]\n"
)
MEASURE = "title: มาตรการหนึ่ง\nsteps: [ประกาศ]\nowners: [สำนักปลัด]\nperiod: ตลอดปีงบประมาณ\nmonitoring: รายงานทุกไตรมาส\n"
ROW = "  - measure: {name}\n    output: [ประกาศแล้ว]\n    outcome: ประชาชนเข้าถึงข้อมูล\n"
REPORT = (
    "title: รายงาน\nperiod: ตลอดปีงบประมาณ\ncolumns:\n  - {part: steps, title: ขั้นตอน}\n"
    "  - {part: owners, title: ผู้รับผิดชอบ}\n  - {part: period, title: ระยะเวลา}\nmeasures:\n"
    + ROW.format(name="first")
    + "changes:\n  total: 1.00\n  indicators:\n    - {id: 1, change: 0.50}\n"
)
FULL = {"before/analysis.yml": ANALYSIS, "year/measures/first.yml": MEASURE, "year/reports/annual.yml": REPORT}
PLAN, REPORTED, ANALYSED = "year/measures/first.yml", "year/reports/annual.yml", "before/analysis.yml"


def without(name: str, *keys: str) -> Callable[[Files], Files]:
    """Return what takes lines that begin so, and what stands below them, out of a file; the file without any key."""

    def change(files: Files) -> Files:
        text = files[name]
        for key in keys:
            margin = " " * (len(key) - len(key.lstrip()))
            text = re.sub(rf"(?m)^{key}:.*\n(?:{margin} +.*\n)*", "", text)
        assert not keys or text != files[name]
        kept = {each: files[each] for each in files if each != name}
        return {**kept, name: text} if keys else kept

    return change


def period(first: str, last: str) -> Callable[[Files], Files]:
    """Return what makes the report one on some of the year's months; `year` and `before` stand for the years."""
    return lambda files: {
        **files,
        REPORTED: files[REPORTED].replace("period: ตลอดปีงบประมาณ", f"period: {{start: {first}, end: {last}}}"),
    }


def second(measure: str, row: str) -> Callable[[Files], Files]:
    """Return what adds a second measure to the plan, and its row to the report."""
    return lambda files: {
        **files,
        "year/measures/second.yml": measure,
        REPORTED: files[REPORTED].replace("changes:", f"{row}changes:"),
    }


FIRST_HALF, SECOND_HALF = ("1 ต.ค. before", "31 มี.ค. year"), ("1 เม.ย. year", "30 ก.ย. year")
OTHER_ROW = ROW.format(name="second")
CHANGES: dict[str, Callable[[Files], Files]] = {
    "full": dict,
    "no analysis": without(ANALYSED),
    "analysis without weak points": without(ANALYSED, "weak_points"),
    "analysis without improvements": without(ANALYSED, "improvements"),
    "analysis without anything": lambda files: {**files, ANALYSED: "title: บทวิเคราะห์\n"},
    "analysis of the year itself": lambda files: {**without(ANALYSED)(files), "year/analysis.yml": ANALYSIS},
    "analysis in the plan": lambda files: {
        **without(ANALYSED)(files),
        PLAN: f"{files[PLAN]}analysis: ประชาชนไม่ทราบช่องทาง\n",
    },
    "no steps": without(PLAN, "steps"),
    "no owners": without(PLAN, "owners"),
    "no period": without(PLAN, "period"),
    "no monitoring": without(PLAN, "monitoring"),
    "no output": without(REPORTED, "    output"),
    "no outcome": without(REPORTED, "    outcome"),
    "no change": without(REPORTED, "changes"),
    "change of the total alone": without(REPORTED, "  indicators"),
    "no columns": without(REPORTED, "columns"),
    "steps in the report alone": lambda files: without(PLAN, "steps")(
        {**files, REPORTED: files[REPORTED].replace("    output", "    method: [ประชุม]\n    output")}
    ),
    "six months": period(*FIRST_HALF),
    "last six months": period(*SECOND_HALF),
    "two halves": lambda files: {
        **period(*FIRST_HALF)(files),
        "year/reports/last.yml": period(*SECOND_HALF)(files)[REPORTED],
    },
    "report on another year": period("1 ต.ค. long-before", "30 ก.ย. before"),
    "report in the folder of another year": lambda files: {
        "before/measures/first.yml": files[PLAN],
        "before/reports/annual.yml": files[REPORTED],
    },
    "no report": without(REPORTED),
    "no measures": lambda files: {ANALYSED: files[ANALYSED]},
    "report without rows": without(REPORTED, "measures"),
    "second whole": second(MEASURE, OTHER_ROW),
    "second bare": second("title: มาตรการสอง\n", "  - measure: second\n"),
    "second not reported": second(MEASURE, ""),
    "second with the steps of the first": second(
        without(PLAN, "steps")({PLAN: MEASURE})[PLAN] + "steps_of: first\n", OTHER_ROW
    ),
}
TABLE = """
2562 O42 111 full
2562 O42 101 no steps
2562 O42 110 no owners
2562 O42 111 no period
2562 O42 111 no analysis
2562 O42 100 second bare
2562 O42 000 no measures
2564 O42 111 full
2564 O42 001 no analysis
2564 O42 011 analysis without weak points
2564 O42 101 analysis without improvements
2564 O42 001 analysis of the year itself
2564 O42 110 no steps
2564 O42 110 no owners
2564 O42 110 no monitoring
2564 O42 111 no period
2564 O42 110 second bare
2564 O42 000 no measures
2564 O43 11 full
2564 O43 01 no output
2564 O43 11 no outcome
2564 O43 11 six months
2564 O43 00 report on another year
2564 O43 00 report in the folder of another year
2564 O43 01 second not reported
2564 O43 00 no report
2565 O42 111 full
2565 O42 001 no analysis
2565 O42 011 analysis without weak points
2565 O42 101 analysis without improvements
2565 O42 110 no steps
2565 O42 110 no owners
2565 O42 110 no monitoring
2565 O42 111 second whole
2565 O42 111 second with the steps of the first
2565 O42 000 no measures
2565 O43 11 full
2565 O43 01 no output
2565 O43 11 last six months
2565 O43 01 second bare
2565 O43 01 report without rows
2565 O43 00 report in the folder of another year
2565 O43 00 no report
2566 O42 111 full
2566 O42 001 no analysis
2566 O42 011 analysis without weak points
2566 O42 101 analysis without improvements
2566 O42 110 no steps
2566 O42 110 no owners
2566 O42 110 no monitoring
2566 O42 000 no measures
2566 O43 11 full
2566 O43 01 no output
2566 O43 11 six months
2566 O43 00 report on another year
2566 O43 00 report in the folder of another year
2566 O43 00 no report
2569 O25 11111 full
2569 O25 10111 no analysis
2569 O25 10111 analysis without anything
2569 O25 10111 analysis of the year itself
2569 O25 11111 analysis in the plan
2569 O25 11111 analysis without weak points
2569 O25 11011 no steps
2569 O25 11101 no period
2569 O25 11110 no owners
2569 O25 11111 no monitoring
2569 O25 11000 second bare
2569 O25 11111 second with the steps of the first
2569 O25 00000 no measures
2569 O26 1111111 full
2569 O26 1011111 no steps
2569 O26 1101111 no owners
2569 O26 1110111 no period
2569 O26 1111011 no output
2569 O26 1111101 no outcome
2569 O26 1111110 no change
2569 O26 1111110 change of the total alone
2569 O26 1111111 no columns
2569 O26 1111111 steps in the report alone
2569 O26 1111001 six months
2569 O26 1111001 last six months
2569 O26 1111111 two halves
2569 O26 0000000 report on another year
2569 O26 0000000 report in the folder of another year
2569 O26 1000001 second bare
2569 O26 0111001 second not reported
2569 O26 0111001 report without rows
2569 O26 0000000 no report
2569 O26 0000000 no measures
"""
"""The framework, its item, which of its elements are shown, and what was changed of a full plan, analysis, report."""
OF_YEAR = {(2569, "O26"): 2568, (2568, "O28"): 2567}
"""The years whose measures and reports an item asks for, where that is not the year of its list."""


def answer(folder: Path, year: int, item: str, files: Files) -> ItemAnswer:
    """Return how an item of a year's list is answered by files of the year that it asks for, and of the one before."""
    asked = OF_YEAR.get((year, item), year)
    names = {"long-before": str(asked - 2), "before": str(asked - 1), "year": str(asked)}
    for name, text in {"agency.yml": AGENCY, f"{year}/disclosure.yml": "notes: [ข้อมูลสมมุติ]\n", **files}.items():
        path = folder / "data" / re.sub(r"^(before|year)/", lambda match: f"{names[match[1]]}/", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        dated = re.sub(r"long-before|before|year", lambda match: names[match[0]], text)
        path.write_text(dated, encoding="utf-8")
    dataset = load(folder / "data")
    assert not dataset.problems, [each.message for each in dataset.problems]
    found = item_answers(dataset, dataset.years[year], dataset.frameworks[year])
    return next(each for each in found if each.item.id == item)


@pytest.mark.parametrize("case", TABLE.strip().splitlines())
def test_an_element_is_found_in_the_plan_the_analysis_or_the_report_or_named_as_missing(
    case: str, tmp_path: Path
) -> None:
    year, item, shown, change = case.split(" ", 3)
    found = answer(tmp_path, int(year), item, CHANGES[change](FULL))
    assert "".join(str(int(each.is_shown)) for each in found.elements) == shown
    there = bool(found.shown_at)
    assert found.status is (
        ItemStatus.UNANSWERED if not there else ItemStatus.LACKING if "0" in shown else ItemStatus.COMPLETE
    )
    for each in found.elements:
        assert bool(each.missing) == (there and not each.is_shown)
        assert set(each.missing) <= set(each.element.answered_by)


def test_the_table_has_every_item_about_measures_whose_elements_are_known() -> None:
    items = {year: of.measure_items for year in range(2562, 2570) if (of := packaged_framework(year)) is not None}
    known = {f"{year} {each.item}" for year, found in items.items() for each in found if each.elements}
    assert known == {" ".join(case.split(" ", 2)[:2]) for case in TABLE.strip().splitlines()}
    unknown = {f"{year} {each.item}" for year, found in items.items() for each in found if not each.elements}
    assert unknown == {"2563 O42", "2563 O43", "2568 O27", "2568 O28"}
    assert items[2567] == ()


@pytest.mark.parametrize(
    ("year", "item", "change", "status"),
    [
        (2563, "O42", "full", ItemStatus.SHOWN),
        (2563, "O42", "no measures", ItemStatus.UNANSWERED),
        (2563, "O43", "full", ItemStatus.SHOWN),
        (2563, "O43", "no report", ItemStatus.UNANSWERED),
        (2568, "O27", "full", ItemStatus.SHOWN),
        (2568, "O27", "no measures", ItemStatus.UNANSWERED),
        (2568, "O28", "full", ItemStatus.SHOWN),
        (2568, "O28", "report in the folder of another year", ItemStatus.UNANSWERED),
        (2568, "O28", "no report", ItemStatus.UNANSWERED),
    ],
)
def test_where_no_elements_are_known_what_is_there_is_shown_and_not_judged(
    year: int, item: str, change: str, status: ItemStatus, tmp_path: Path
) -> None:
    found = answer(tmp_path, year, item, CHANGES[change](FULL))
    assert (found.status, found.elements) == (status, ())
    assert bool(found.shown_at) == (status is ItemStatus.SHOWN)


@pytest.mark.parametrize(
    ("year", "item", "change", "places"),
    [
        (2569, "O25", "full", ["2569/plan/#measures", "2568/analysis/", *["2569/plan/#measures"] * 3]),
        (2569, "O25", "analysis in the plan", ["2569/plan/#measures"] * 5),
        (2569, "O26", "full", [*["2568/reports/annual/#measures"] * 6, "2568/reports/annual/#changes"]),
        (
            2569,
            "O26",
            "no columns",  # the report's table then has neither steps nor owners nor periods: the plan's has
            [
                "2568/reports/annual/#measures",
                *["2568/plan/#measures"] * 3,
                *["2568/reports/annual/#measures"] * 2,
                "2568/reports/annual/#changes",
            ],
        ),
        (2566, "O42", "full", ["2565/analysis/#weak-points", "2565/analysis/#improvements", "2566/plan/#measures"]),
    ],
)
def test_an_element_names_the_part_of_the_page_that_shows_it(
    year: int, item: str, change: str, places: list[str], tmp_path: Path
) -> None:
    found = answer(tmp_path, year, item, CHANGES[change](FULL))
    assert [" ".join(place.address for place in each.shown_at) for each in found.elements] == places


@pytest.mark.parametrize(
    ("year", "item", "change", "missing", "measures"),
    [
        (2566, "O42", "no monitoring", [Answerable.MONITORING], ()),
        (2566, "O42", "second bare", [Answerable.OWNERS, Answerable.STEPS, Answerable.MONITORING], ("second",)),
        (2569, "O26", "second not reported", [Answerable.MEASURES, Answerable.OUTPUT, Answerable.OUTCOME], ("second",)),
        (2569, "O26", "six months", [Answerable.OUTPUT, Answerable.OUTCOME], ()),
    ],
)
def test_what_is_missing_is_named_and_the_measures_that_lack_it(  # noqa: PLR0913, PLR0917 - a row of a table
    year: int, item: str, change: str, missing: list[Answerable], measures: tuple[str, ...], tmp_path: Path
) -> None:
    found = answer(tmp_path, year, item, CHANGES[change](FULL))
    assert [part for each in found.elements for part in each.missing] == missing
    assert {each.lacking for each in found.elements if each.missing} == {measures}
    assert found.falls_short == (change == "six months")


def test_the_title_of_an_item_says_which_year_it_asks_for(tmp_path: Path) -> None:
    assert answer(tmp_path, 2569, "O26", FULL).years == {2568}
