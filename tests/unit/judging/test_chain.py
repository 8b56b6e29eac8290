"""The cycle of a year and its gaps: what is missing is told once, with its reason where one is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from ita_site.data.load import load
from ita_site.ground.problems import Severity
from ita_site.judging.chain import Requirement, gaps
from ita_site.publishing.data_check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = (
    "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
    "channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]\n"
)
LENDING = """\
title: การยืมทรัพย์สิน
answers: [4]
steps: [จัดทำประกาศ]
owners: [กองคลัง]
period: ตลอดปีงบประมาณ
"""
REPORT = """\
title: รายงานประจำปี
period: ตลอดปีงบประมาณ
"""
ENTRY = """\
  - measure: lending
    status: ดำเนินการแล้ว
    output: [ประกาศแล้ว]
"""
ANALYSIS = """\
weak_points:
  - about: 4
"""
TO_IMPROVE = """\
improvements:
  - about: 4
    items: [I19]
  - about: 7
    items: [E1]
"""
ROUND = {
    "data/agency.yml": AGENCY,
    "data/2567/result.yml": "total: 90.00\n",
    "data/2567/analysis.yml": ANALYSIS,
    "data/2568/measures/lending.yml": LENDING,
    "data/2568/reports/annual.yml": f"{REPORT}measures:\n{ENTRY}",
    "data/2568/result.yml": "total: 95.00\n",
    "data/2568/analysis.yml": "summary: ดีขึ้น\n",
}
"""A whole round, from the result of 2567 to that of 2568, with nothing missing."""
WEBSITE = "data/2568/measures/website.yml"
TWO = f"{REPORT}measures:\n{ENTRY}  - measure: website\n"


@dataclass(frozen=True)
class Lack:
    """Something taken from the round: the files changed (None: removed), the gap it makes, and what explains it."""

    files: Mapping[str, str | None]
    year: int
    requirement: Requirement
    place: str
    explained: Mapping[str, str]
    subject: str = ""


def of_a_measure(link: Requirement, without: str, reason: str) -> Lack:
    """Return what a second measure makes that lacks one line."""
    line = next(line for line in LENDING.splitlines(keepends=True) if line.startswith(f"{without}:"))
    text = LENDING.replace(line, "")
    files = {WEBSITE: text, "data/2568/reports/annual.yml": TWO}
    return Lack(files, 2568, link, f"{WEBSITE}:1:1", {WEBSITE: f"{text}missing: {{{reason}: ไม่ระบุ}}\n"}, "website")


LACKS = {
    "a result": Lack(
        {"data/2568/result.yml": None}, 2568, Requirement.RESULT, "data/2568", {"data/2568/gaps.yml": "result: ไม่ระบุ\n"}
    ),
    "an analysis of a result": Lack(
        {"data/2568/analysis.yml": None},
        2568,
        Requirement.ANALYSIS,
        "data/2568",
        {"data/2568/gaps.yml": "analysis: ไม่ระบุ\n"},
    ),
    "an analysis that measures answer": Lack(
        {"data/2567/analysis.yml": None, "data/2567/result.yml": None, "data/2567/gaps.yml": "result: ไม่มี\n"},
        2567,
        Requirement.ANALYSIS,
        "data/2567",
        {"data/2567/gaps.yml": "result: ไม่มี\nanalysis: ไม่ระบุ\n"},
    ),
    "measures for weak points": Lack(
        {"data/2568/measures/lending.yml": None, "data/2568/reports/annual.yml": None},
        2568,
        Requirement.MEASURES,
        "data/2568",
        {"data/2568/gaps.yml": "measures: ไม่ระบุ\n"},
    ),
    "measures that are reported on": Lack(
        {
            "data/2568/measures/lending.yml": None,
            "data/2568/reports/annual.yml": REPORT,
            "data/2567/analysis.yml": "summary: ไม่มีจุดที่ต้องพัฒนา\n",
        },
        2568,
        Requirement.MEASURES,
        "data/2568",
        {"data/2568/gaps.yml": "measures: ไม่ระบุ\n"},
    ),
    "a report": Lack(
        {"data/2568/reports/annual.yml": None},
        2568,
        Requirement.REPORTS,
        "data/2568",
        {"data/2568/gaps.yml": "reports: ไม่ระบุ\n"},
    ),
    "a measure for a weak point": Lack(
        {"data/2567/analysis.yml": f"{ANALYSIS}  - about: 7\n"},
        2567,
        Requirement.ANSWERED,
        "data/2567/analysis.yml:3:12",
        {"data/2567/analysis.yml": f"{ANALYSIS}  - about: 7\n    no_measure: ไม่ระบุ\n"},
        "7",
    ),
    "a measure for items to improve": Lack(
        {"data/2567/analysis.yml": f"{ANALYSIS}{TO_IMPROVE}"},
        2567,
        Requirement.IMPROVED,
        "data/2567/analysis.yml:6:12",
        {"data/2567/analysis.yml": f"{ANALYSIS}{TO_IMPROVE}    no_measure: ไม่ระบุ\n"},
        "7",
    ),
    "what a measure answers": of_a_measure(Requirement.ANSWERS, "answers", "answers"),
    "steps": of_a_measure(Requirement.STEPS, "steps", "steps"),
    "owners": of_a_measure(Requirement.OWNERS, "owners", "owners"),
    "a period": of_a_measure(Requirement.PERIOD, "period", "period"),
    "a measure in the report": Lack(
        {WEBSITE: LENDING},
        2568,
        Requirement.REPORTED,
        f"{WEBSITE}:1:1",
        {WEBSITE: f"{LENDING}missing: {{report: ไม่ระบุ}}\n"},
        "website",
    ),
    "what was done": Lack(
        {WEBSITE: LENDING, "data/2568/reports/annual.yml": f"{TWO}    status: ดำเนินการแล้ว\n"},
        2568,
        Requirement.OUTPUT,
        "data/2568/reports/annual.yml:7:14",
        {"data/2568/reports/annual.yml": f"{TWO}    status: ดำเนินการแล้ว\n    no_output: ไม่ระบุ\n"},
        "website",
    ),
}
each_lack = pytest.mark.parametrize("lack", LACKS.values(), ids=LACKS)


def data(project: Callable[..., Path], *changes: Mapping[str, str | bytes | None]) -> Path:
    """Write the round with changes, and return its data folder."""
    files: dict[str, str | bytes | None] = {**ROUND}
    for each in changes:
        files |= each
    return project({name: text for name, text in files.items() if text is not None}) / "data"


def told(folder: Path) -> list[str]:
    """Return the notices of gaps that `check` gives."""
    return [f"{each.position} {each.code}" for each in check(folder).problems if each.code.startswith("gap-")]


def test_a_whole_round_has_no_gap(project: Callable[..., Path]) -> None:
    folder = data(project)
    assert list(gaps(load(folder))) == []
    assert check(folder).problems == ()


def test_every_kind_of_gap_is_tried() -> None:
    assert {lack.requirement for lack in LACKS.values()} == set(Requirement)


@each_lack
def test_what_is_missing_is_one_gap_at_its_place(lack: Lack, project: Callable[..., Path]) -> None:
    folder = data(project, lack.files)
    (gap,) = (each for each in gaps(load(folder)) if each.requirement is lack.requirement)

    assert (gap.year, gap.requirement, str(gap.place), gap.subject) == (
        lack.year,
        lack.requirement,
        lack.place,
        lack.subject,
    )
    assert gap.reason is None


@each_lack
def test_a_gap_without_a_reason_is_a_notice_and_no_more(lack: Lack, project: Callable[..., Path]) -> None:
    (problem,) = check(data(project, lack.files)).problems

    assert f"{problem.position} {problem.code}" == f"{lack.place} gap-{lack.requirement}"
    assert problem.severity is Severity.NOTICE


@each_lack
def test_the_recorded_reason_stands_in_the_gap_and_nothing_is_told(lack: Lack, project: Callable[..., Path]) -> None:
    folder = data(project, lack.files, lack.explained)
    (gap,) = (each for each in gaps(load(folder)) if each.requirement is lack.requirement)

    assert (gap.year, gap.requirement, str(gap.place), gap.subject) == (
        lack.year,
        lack.requirement,
        lack.place,
        lack.subject,
    )
    assert gap.reason == "ไม่ระบุ"
    assert check(folder).problems == ()


@pytest.mark.parametrize(
    "changes",
    [
        {WEBSITE: LENDING.replace("steps: [จัดทำประกาศ]", "steps_of: lending"), "data/2568/reports/annual.yml": TWO},
        {"data/2568/reports/annual.yml": f"{REPORT}measures: [{{measure: lending, status: กำลังดำเนินการ}}]\n"},
        {"data/2568/reports/annual.yml": f"{REPORT}measures: [{{measure: lending}}]\n"},
        {"data/2568/reports/annual.yml": f"{REPORT}measures:\n{ENTRY.replace('output: [ประกาศแล้ว]', 'outcome: ดีขึ้น')}"},
        {"data/2568/reports/six-month.yml": REPORT},
        {"data/2568/analysis.yml": ANALYSIS},
        {"data/2567/result.yml": None, "data/2567/analysis.yml": None},
        {
            "data/2567/analysis.yml": f"{ANALYSIS}{TO_IMPROVE}",
            "data/2568/measures/lending.yml": LENDING.replace("[4]", "[4, E1]"),
        },
        {"data/2568/analysis.yml": f"{ANALYSIS}improvements: [{{about: 7, items: [E1]}}]\n"},
    ],
    ids=[
        "steps of another measure",
        "running, so nothing is done yet",
        "no status",
        "an outcome without an output",
        "one report of two tells of the measure",
        "weak points whose plan is not due",
        "the first round has only a plan",
        "a measure that answers one of the items to improve",
        "items to improve whose plan is not due",
    ],
)
def test_what_is_not_due_or_there_in_another_way_is_no_gap(
    changes: Mapping[str, str | None], project: Callable[..., Path]
) -> None:
    assert told(data(project, changes)) == []


DAMAGES: dict[str, str | bytes] = {
    "not UTF-8": "ก".encode("utf-16"),
    "in a Git conflict": "<<<<<<< HEAD\ntitle: ก\n",
    "an open quote": 'title: "ก\nsummary: ข\n',
    "a list": "- ก\n",
    "an unknown key": "xyz: 1\n",
    "values of the wrong kind": (
        "title: [ก]\ntotal: x\nweak_points: x\nmeasures: x\nanswers: x\nsteps: x\nowners: x\nperiod: x\n"
    ),
    "empty": "",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("name", [*list(ROUND)[1:], WEBSITE])
def test_a_damaged_file_makes_no_gap(name: str, damage: str | bytes, project: Callable[..., Path]) -> None:
    """What seems to be missing may be in the part that could not be read."""
    website = LENDING.replace("[4]", "[5]")
    folder = data(project, {WEBSITE: website, "data/2568/reports/annual.yml": TWO}, {name: damage})

    assert any(each.severity is Severity.ERROR for each in check(folder).problems)
    assert told(folder) == []


@pytest.mark.parametrize(
    "damaged",
    ["result: [ยังไม่ประกาศ]\n", "resutl: ยังไม่ประกาศ\n", "result: ยังไม่ประกาศ\n".encode("utf-16")],
    ids=["a reason of the wrong kind", "a misspelt key", "not UTF-8"],
)
def test_damaged_reasons_make_no_gap(damaged: str | bytes, project: Callable[..., Path]) -> None:
    folder = data(project, {"data/2568/result.yml": None, "data/2568/gaps.yml": damaged})

    assert any(each.severity is Severity.ERROR for each in check(folder).problems)
    assert told(folder) == []


def test_one_damaged_file_hides_no_gap_of_another_year(project: Callable[..., Path]) -> None:
    folder = data(project, {"data/2568/result.yml": "total: x\n", "data/2567/result.yml": None})
    assert told(folder) == ["data/2567 gap-result"]


def test_reasons_explain_only_what_is_missing_of_their_own_year(project: Callable[..., Path]) -> None:
    reasons = "result: ไม่ระบุ\nanalysis: ไม่ระบุ\nmeasures: ไม่ระบุ\nreports: ไม่ระบุ\n"
    folder = data(project, {"data/2567/result.yml": None, "data/2568/gaps.yml": reasons})

    assert [(gap.year, gap.requirement, gap.reason) for gap in gaps(load(folder))] == [(2567, Requirement.RESULT, None)]


def test_a_year_may_consist_of_reasons_alone(project: Callable[..., Path]) -> None:
    folder = data(project, {"data/2569/gaps.yml": "result: ยังไม่ถึงเวลา\nmeasures: รอผลปี 2568\n"})

    assert check(folder).problems == ()
    found = [gap for gap in gaps(load(folder)) if gap.year == 2569]
    assert [(gap.requirement, gap.reason) for gap in found] == [
        (Requirement.RESULT, "ยังไม่ถึงเวลา"),
        (Requirement.MEASURES, "รอผลปี 2568"),
    ]


def test_a_weak_point_is_answered_by_a_measure_for_more_or_for_a_part_of_it(project: Callable[..., Path]) -> None:
    changes = {
        "data/2567/analysis.yml": None,
        "data/2568/analysis.yml": "weak_points: [{about: E7}, {about: 9}, {about: 9.4}, {about: O12}]\n",
        "data/2569/measures/lending.yml": LENDING.replace("[4]", "[8, O13]"),
    }
    found = gaps(load(data(project, changes)))

    assert [gap.subject for gap in found if gap.requirement is Requirement.ANSWERED] == ["9.4", "O12"]
