"""What does not agree is shown with both figures; what is missing is shown with its reason, or with the want of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.documents import same

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

CONTRADICTED = "ไม่ตรงกับส่วนประกอบ"
BY_ROUNDING = "ต่างกันได้เพราะการปัดเศษ"


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str, str, str], Path]:
    """Return what builds the site of a municipality with one text of one file replaced."""

    def built(agency: str, file: str, old: str, new: str) -> Path:
        project = sites.copy_project(tmp_path / "project", sites.AGENCIES[agency])
        sites.replace(project / "data" / file, old, new)
        return sites.build(project, tmp_path / "site")

    return built


@pytest.mark.parametrize(
    ("agency", "edit", "anchor", "published", "computed", "verdict", "possible"),
    [
        ("mueang-pan", ("2568", "total: 99.37", "total: 99.73"), "total", "99.73", "99.37", CONTRADICTED, ""),
        ("kham-muang", ("2562", "total: 57.31", "total: 57.13"), "total", "57.13", "57.31", CONTRADICTED, "57.30 ถึง"),
        ("kham-muang", ("2562", "total: 57.31", "total: 57.30"), "total", "57.30", "57.31", BY_ROUNDING, "57.30 ถึง"),
        ("kham-muang", ("2562", "46.34", "46.43"), "indicator-9", "46.43", "46.34", CONTRADICTED, ""),
        ("sam-ruean", ("2568", "96.86", "96.68"), "instrument-iit", "96.68", "96.86", CONTRADICTED, "96.85 ถึง 96.86"),
        ("sam-ruean", ("2568", "89.05", "98.05"), "indicator-4", "98.05", "89.05", CONTRADICTED, "89.05 ถึง"),
    ],
    ids=["total", "total-of-2562", "rounded-down", "indicator-of-items", "instrument", "indicator-of-questions"],
)
def test_a_figure_its_parts_do_not_give_stands_as_published_beside_the_computed_one(  # noqa: PLR0913, PLR0917
    edited: Callable[[str, str, str, str], Path],
    agency: str,
    edit: tuple[str, str, str],
    anchor: str,
    published: str,
    computed: str,
    verdict: str,
    possible: str,
) -> None:
    year, old, new = edit
    page = sites.article(edited(agency, f"{year}/result.yml", old, new), f"{year}/scores/")
    shown = sites.step(page, anchor)
    assert shown[:2] == (published, computed)
    assert shown[2].startswith(verdict)
    assert possible in shown[2]
    assert f"{verdict} " in " ".join(sites.items(page))


def test_a_wrong_total_is_contradicted_on_the_page_of_its_year(edited: Callable[[str, str, str, str], Path]) -> None:
    site = edited("mueang-pan", "2568/result.yml", "total: 99.37", "total: 99.73")
    assert sites.fact(sites.article(site, "2568/"), "คะแนนรวมที่ประกาศ").startswith("99.73 จาก 100")
    assert sites.fact(sites.article(site, "2568/"), "คะแนนรวมที่คำนวณซ้ำ").startswith(f"99.37 {CONTRADICTED}")
    assert "99.73 จาก 100" in sites.article(site, "").text


def test_a_wrong_indicator_is_contradicted_on_its_own_page(edited: Callable[[str, str, str, str], Path]) -> None:
    page = sites.article(edited("kham-muang", "2562/result.yml", "46.34", "46.43"), "2562/indicators/9/")
    assert sites.fact(page, "คะแนนที่ประกาศ ปี 2562") == "46.43"
    told = sites.fact(page, "คะแนนที่คำนวณจากส่วนประกอบ")
    assert told.startswith("46.34")
    assert CONTRADICTED in told


def test_a_level_the_total_does_not_give_stands_beside_the_one_it_gives(
    edited: Callable[[str, str, str, str], Path],
) -> None:
    site = edited("kham-muang", "2562/result.yml", "level: D", "level: C")
    assert sites.fact(sites.article(site, "2562/"), "ระดับที่ประกาศ") == "C คะแนนนี้อยู่ในระดับ D"
    working = sites.article(site, "2562/scores/")
    assert sites.fact(working, "ที่ประกาศ") == "C"
    assert sites.fact(working, "ตามคะแนนรวม") == "D ไม่ตรงกับที่ประกาศ"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("total: 96.79\n", "total: 97.69\ntotal_note: {note}\n"),
        ("level: ผ่านดี\n", "level: ผ่านดี\nlevel_note: {note}\n"),
        ("  - id: OIT\n    score: 97.50\n", "  - id: OIT\n    score: 97.05\n    note: {note}\n"),
        ("    score: 96.26\n", "    score: 96.29\n    note: {note}\n"),
        ("  - id: O13\n    score: 50.00\n", "  - id: O13\n    score: 55.00\n    note: {note}\n"),
    ],
    ids=["total", "level", "instrument", "indicator", "item"],
)
def test_the_editors_note_on_a_figure_is_on_the_page_of_its_working(
    edited: Callable[[str, str, str, str], Path], old: str, new: str
) -> None:
    note = "เอกสารพิมพ์อย่างนี้จริง ตรวจกับต้นฉบับแล้ว"
    site = edited("sam-ruean", "2568/result.yml", old, new.format(note=note))
    assert note in sites.article(site, "2568/scores/").text


LACKING = {
    "agency.yml": "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n",
    "2565/analysis.yml": "weak_points:\n  - about: 8\n",
    "2566/measures/told.yml": "title: มาตรการหนึ่ง\n",
    "2566/measures/silent.yml": "title: มาตรการสอง\n",
    "2566/reports/annual.yml": (
        "title: รายงาน\nperiod: ตลอดปีงบประมาณ\nmeasures:\n  - measure: told\n    status: ดำเนินการแล้ว\n"
    ),
    "2567/measures/one.yml": "title: มาตรการสาม\nanswers: [9]\nsteps: [ทำ]\nowners: [กองคลัง]\nperiod: ตลอดปีงบประมาณ\n",
    "2568/reports/annual.yml": "title: รายงาน\nperiod: ตลอดปีงบประมาณ\n",
}
"""A small municipality that lacks one of everything."""
_OF_A_MEASURE = "missing:\n  answers: เหตุคำตอบ\n  steps: เหตุขั้นตอน\n  owners: เหตุผู้ทำ\n  period: เหตุเวลา\n"
EXPLAINED = LACKING | {
    "2565/gaps.yml": "result: เหตุไม่มีผลห้า\n",
    "2565/analysis.yml": "weak_points:\n  - about: 8\n    no_measure: เหตุไม่ตอบ\n",
    "2566/gaps.yml": "result: เหตุไม่มีผลหก\nanalysis: เหตุไม่วิเคราะห์\n",
    "2566/measures/told.yml": f"title: มาตรการหนึ่ง\n{_OF_A_MEASURE}",
    "2566/measures/silent.yml": f"title: มาตรการสอง\n{_OF_A_MEASURE}  report: เหตุไม่รายงาน\n",
    "2566/reports/annual.yml": f"{LACKING['2566/reports/annual.yml']}    no_output: เหตุไม่มีผลงาน\n",
    "2567/gaps.yml": "result: เหตุไม่มีผลเจ็ด\nreports: เหตุไม่มีรายงาน\n",
    "2568/gaps.yml": "result: เหตุไม่มีผลแปด\nmeasures: เหตุไม่มีมาตรการ\n",
}
"""The same, when its clerk has written down why."""
LINES = [
    (2565, "cycle", "ผลการประเมินปี 2565", "ยังไม่มี", "เหตุไม่มีผลห้า"),
    (2565, "weak-points", "ตัวชี้วัดที่ 8", "ไม่มีมาตรการที่ตอบ", "เหตุไม่ตอบ"),
    (2566, "cycle", "บทวิเคราะห์ผลปี 2566", "ยังไม่มี", "เหตุไม่วิเคราะห์"),
    (2566, "measures", "มาตรการหนึ่ง", "ไม่ได้ระบุว่าตอบตัวชี้วัดใด", "เหตุคำตอบ"),
    (2566, "measures", "มาตรการหนึ่ง", "ไม่มีขั้นตอน", "เหตุขั้นตอน"),
    (2566, "measures", "มาตรการหนึ่ง", "ไม่มีผู้รับผิดชอบ", "เหตุผู้ทำ"),
    (2566, "measures", "มาตรการหนึ่ง", "ไม่มีระยะเวลา", "เหตุเวลา"),
    (2566, "measures", "มาตรการหนึ่ง", "รายงานว่าดำเนินการแล้วแต่ไม่ได้ระบุผล", "เหตุไม่มีผลงาน"),
    (2566, "measures", "มาตรการสอง", "ไม่มีในรายงาน", "เหตุไม่รายงาน"),
    (2567, "cycle", "รายงานปี 2567", "ยังไม่มี", "เหตุไม่มีรายงาน"),
    (2568, "cycle", "มาตรการปี 2568", "ยังไม่มี", "เหตุไม่มีมาตรการ"),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Path]:
    """Return what builds the site of the small municipality."""

    def built(files: Mapping[str, str]) -> Path:
        folder = tmp_path_factory.mktemp("small")
        for name, text in files.items():
            path = folder / "source" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return sites.build(sites.copy_project(folder / "project", folder / "source"), folder / "site")

    return built


@pytest.fixture(scope="module")
def unexplained(small: Callable[[Mapping[str, str]], Path]) -> Path:
    """Build the small site without a reason anywhere."""
    return small(LACKING)


@pytest.fixture(scope="module")
def explained(small: Callable[[Mapping[str, str]], Path]) -> Path:
    """Build the small site with every reason."""
    return small(EXPLAINED)


def told(site: Path, year: int, part: str, subject: str) -> list[str]:
    """Return what the status page of a year says is missing of a subject."""
    lines = sites.section(sites.article(site, f"{year}/status/"), part).of_class("ita-item")
    (line,) = [each for each in lines if each.of_class("ita-item__head")[0].text.startswith(subject)]
    return [each.text for each in line.all("p")[1:]]


@pytest.mark.parametrize(("year", "part", "subject", "lacks", "reason"), LINES)
def test_a_gap_is_told_with_its_reason_or_with_the_want_of_one(  # noqa: PLR0913, PLR0917
    unexplained: Path, explained: Path, year: int, part: str, subject: str, lacks: str, reason: str
) -> None:
    assert f"{lacks} ยังไม่มีคำอธิบาย" in told(unexplained, year, part, subject)
    assert f"{lacks} {reason}" in told(explained, year, part, subject)


def test_a_status_page_counts_its_gaps_with_and_without_a_reason(unexplained: Path, explained: Path) -> None:
    for year, gaps in ((2565, 2), (2566, 12), (2567, 2), (2568, 2)):
        page = sites.article(unexplained, f"{year}/status/")
        assert f"ยังขาด {gaps} เรื่องที่ไม่มีคำอธิบาย" in page.text
        page = sites.article(explained, f"{year}/status/")
        assert "ยังไม่มีคำอธิบาย" not in page.text
        assert f"มีเรื่องที่ขาดโดยบันทึกเหตุผลไว้ {gaps} เรื่อง" in page.text


def test_a_measure_shows_the_reasons_in_the_places_of_what_it_lacks(unexplained: Path, explained: Path) -> None:
    bare, page = (sites.article(site, "2566/measures/silent/") for site in (unexplained, explained))
    assert sites.fact(bare, "ผู้รับผิดชอบ") == sites.fact(bare, "ระยะเวลา") == "ไม่ได้ระบุ"
    assert (sites.fact(page, "ผู้รับผิดชอบ"), sites.fact(page, "ระยะเวลา")) == ("เหตุผู้ทำ", "เหตุเวลา")
    for section, reason in (("why", "เหตุคำตอบ"), ("steps", "เหตุขั้นตอน"), ("progress", "เหตุไม่รายงาน")):
        assert sites.section(page, section).text == reason
        assert sites.section(bare, section).text not in {"", reason}


def test_a_year_shows_the_reasons_in_the_places_of_what_it_lacks(explained: Path) -> None:
    assert sites.section(sites.article(explained, "2566/"), "analysis").text == "เหตุไม่วิเคราะห์"
    assert sites.section(sites.article(explained, "2567/"), "result").text == "เหตุไม่มีผลเจ็ด"
    for year, part, reason in ((2567, "reports", "เหตุไม่มีรายงาน"), (2568, "measures", "เหตุไม่มีมาตรการ")):
        assert sites.section(sites.article(explained, f"{year}/"), part).text.startswith(reason)
        assert same(reason) in sites.article(explained, f"{year}/{part}/").text
    assert "เหตุไม่มีผลงาน" in sites.section(sites.article(explained, "2566/measures/told/"), "progress").text
