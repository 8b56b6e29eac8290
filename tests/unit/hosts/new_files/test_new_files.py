"""The commands that begin something: from an empty folder to a site, and never over what is there."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from ita_site.data.load import packaged_framework
from ita_site.ground.problems import Severity
from ita_site.hosts.cli import main
from ita_site.hosts.new_files.moved_dates import later_day, later_period
from ita_site.publishing import site
from ita_site.publishing.data_check import check
from ita_site.publishing.settings import read_settings
from tests.helpers import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from click.testing import Result

    from ita_site.data.source import Value

OFFICE = {"name": "เทศบาลตำบลสมมุติ", "kind": "เทศบาลตำบล", "district": "สมมุติ", "province": "ลำปาง"}
AGENCY = "".join(f"{key}: {value}\n" for key, value in OFFICE.items())
MEASURE = """\
title: มาตรการยืมทรัพย์สิน ปี 2567
agency: เทศบาลตำบลสมมุติ
number: 3
document: แผนปี 2567
answers: [9, O1, O23, lending-known]
matched_by: เอกสาร
score: 91.20
analysis: คะแนนต่ำในปี 2566
situation: ปี 2566 ยังไม่มีคู่มือ
steps:
  - ประกาศขั้นตอนภายในเดือน มี.ค. 2567
  - text: ประกาศคู่มือ
    attachments: [{title: คู่มือ, url: "https://www.sommut.go.th/kumue"}]
owners: [กองคลัง]
period: {start: 1 ต.ค. 2566, end: ๓๐ ก.ย. ๒๕๖๗, words: ต.ค. 2566 - ก.ย. 2567}
budget: 20,000 บาท
follow_up: 2567-02-29
missing: {report: ยังไม่ถึงรอบรายงาน}
notes: [แผนพิมพ์เลขซ้ำ]
was: [lending]
"""
REPORT = """\
title: รายงานปี 2567
period: {start: 1 ต.ค. 2566, end: 30 ก.ย. 2567}
measures:
  - {measure: asset-lending, status: ดำเนินการแล้ว, output: [ประกาศแล้ว]}
"""


def run(*arguments: str | Path, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=typed)


def begun(root: Path, year: int = 2568, *more: str) -> Path:
    """Return a new project with a first year."""
    options = [each for key, value in OFFICE.items() for each in (f"--{key}", value)]
    told = run("new", root, *options, "--divisions", "สำนักปลัด, กองคลัง", "--year", str(year), *more)
    assert told.exit_code == 0, told.output
    return root


def errors(root: Path) -> list[str]:
    problems = check(root / "data", read_settings(root / "mkdocs.yml")).problems
    return [f"{each.position} {each.code}" for each in problems if each.severity is Severity.ERROR]


def everything(root: Path) -> dict[str, bytes]:
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*") if each.is_file()}


def typed(path: Path) -> dict[str, Value]:
    read: dict[str, Value] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return read


def test_from_an_empty_folder_to_a_site(tmp_path: Path) -> None:
    root = begun(tmp_path / "ban")
    data = root / "data"
    assert errors(root) == []
    steps: tuple[tuple[str, ...], ...] = (
        ("new-measure", "2568", "asset-lending", "--title", "มาตรการยืมทรัพย์สิน"),
        ("new-report", "2568", "six-month"),
        ("new-report", "๒๕๖๘", "annual"),
        ("new-year", "2569", "--carry"),
        ("new-year", "2570"),
    )
    for step in steps:
        before = everything(root)
        told = run(*step, "--data", data)
        after = everything(root)
        assert told.exit_code == 0, told.output
        assert "ต่อไป" in told.output
        assert before.items() <= after.items()
        assert len(after) > len(before)
        assert all(name in told.output for name in after.keys() - before.keys())
        assert errors(root) == []

    report = typed(data / "2568/reports/six-month.yml")
    assert report["period"] == {"start": "1 ต.ค. 2567", "end": "31 มี.ค. 2568"}
    assert report["measures"] == [{"measure": "asset-lending", "status": "", "output": [], "outcome": ""}]
    assert typed(data / "2568/reports/annual.yml")["period"] == {"start": "1 ต.ค. 2567", "end": "30 ก.ย. 2568"}
    assert "indicators" not in typed(data / "2570/result.yml")  # nobody knows those of a year to come

    made = site.build(data, read_settings(root / "mkdocs.yml"))
    pages = {each.path: each.content for each in made.pages}
    assert "2569/measures/asset-lending/index.md" in pages
    assert [path for path, each in pages.items() if path[0].isdigit() and "ดำเนินการแล้ว 1" in each] == []
    assert "ยังไม่มี" in run("status", "--data", data).output


@pytest.mark.parametrize("year", range(2562, 2570))
def test_the_form_of_a_result_has_the_indicators_of_its_year_and_no_score(tmp_path: Path, year: int) -> None:
    root = begun(tmp_path / "ban", year)
    form = root / f"data/{year}/result.yml"
    framework = packaged_framework(year)
    assert framework is not None
    assert typed(form) == {
        "total": "",
        "level": "",
        "indicators": [{"id": each.id, "score": ""} for each in framework.indicators],
    }
    text = form.read_text(encoding="utf-8")
    assert all(f"- id: {each.id} # {each.name}\n" in text for each in framework.indicators)
    assert text.startswith("# yaml-language-server: $schema=../../.schemas/result.json\n")
    assert (root / ".schemas/result.json").is_file()
    problems = check(root / "data").problems
    assert {each.code for each in problems} >= {"unfilled-result", "gap-result"}
    assert all(each.severity is Severity.NOTICE for each in problems)


def test_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    told = run("new", tmp_path / "ban", typed="อบต.  สมมุติ\u00a0\nองค์การบริหารส่วนตำบล\n \nสมมุติ\nลำปาง\n\n๒๕๖๙\n")
    assert told.exit_code == 0, told.output
    assert typed(tmp_path / "ban/data/agency.yml") == {
        "name": "อบต. สมมุติ",
        "kind": "องค์การบริหารส่วนตำบล",
        "district": "สมมุติ",
        "province": "ลำปาง",
        "divisions": [],
    }


def test_the_address_is_that_of_the_site_or_nothing_is_written(tmp_path: Path) -> None:
    root = begun(tmp_path / "ban", 2568, "--site-url", "https://www.sommut.go.th/ita/")
    assert read_settings(root / "mkdocs.yml").url == "https://www.sommut.go.th/ita/"
    options = [each for key, value in OFFICE.items() for each in (f"--{key}", value)]
    for url in ("sommut", "https://[", "https://a.go.th/: x"):
        told = run("new", tmp_path / "other", *options, "--divisions", "", "--year", "2568", "--site-url", url)
        assert told.exit_code == 1, told.output
        assert "mkdocs.yml" in told.output
        assert not (tmp_path / "other").exists()


@pytest.fixture
def carried(project: Callable[[Mapping[str, str | bytes]], Path]) -> Path:
    files = {"data/agency.yml": AGENCY, "data/2567/measures/asset-lending.yml": MEASURE}
    analysis = "weak_points:\n  - {id: lending-known, about: 9, finding: ไม่รู้จัก}\n"
    return project({**files, "data/2567/reports/annual.yml": REPORT, "data/2566/analysis.yml": analysis})


def test_a_carried_measure_has_its_dates_a_year_later_and_nothing_that_came_of_it(carried: Path) -> None:
    before = everything(carried)
    told = run("new-year", "2568", "--carry", "--data", carried / "data")
    assert told.exit_code == 0, told.output
    assert before.items() <= everything(carried).items()
    assert errors_of_data(carried) == []

    measure = typed(carried / "data/2568/measures/asset-lending.yml")
    assert measure == {
        "agency": "เทศบาลตำบลสมมุติ",
        "title": "มาตรการยืมทรัพย์สิน ปี 2567",
        "number": "3",
        "document": "",
        "answers": ["9", "O1"],
        "steps": ["ประกาศขั้นตอนภายในเดือน มี.ค. 2567", {"text": "ประกาศคู่มือ"}],
        "owners": ["กองคลัง"],
        "period": {"start": "1 ต.ค. 2567", "end": "๓๐ ก.ย. ๒๕๖๘", "words": "ต.ค. 2567 - ก.ย. 2568"},
        "budget": "20,000 บาท",
        "follow_up": "2568-02-28",
    }
    assert not (carried / "data/2568/reports").exists()
    for said in ("title เอ่ยถึงปี 2567", "steps.1 เอ่ยถึงปี 2567", "ไม่ได้ยก answers: O23, lending-known"):
        assert said in told.output
    assert "ดำเนินการแล้ว" not in (carried / "data/2568/measures/asset-lending.yml").read_text(encoding="utf-8")


def test_steps_that_the_plan_gives_a_row_go_on_with_its_measures(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    row = "{measures: [asset-lending], steps: [ประชุม, {text: ประกาศ, attachments: [{title: ก, url: 'https://a.go.th/'}]}]}"
    root = project(
        {
            "data/agency.yml": AGENCY,
            "data/2568/plan.yml": f"title: แผน\ngroups:\n  - title: ก\n    rows:\n      - {row}\n",
            "data/2568/measures/asset-lending.yml": "title: ก\nperiod: ไตรมาส 2\nanswers: [9.1, OIT]\n",
        }
    )
    assert run("new-year", "2569", "--carry", "--data", root / "data").exit_code == 0
    measure = typed(root / "data/2569/measures/asset-lending.yml")
    assert measure["steps"] == ["ประชุม", {"text": "ประกาศ"}]
    assert (measure["period"], measure["answers"]) == ("ไตรมาส 2", ["9.1", "OIT"])
    assert not (root / "data/2569/plan.yml").exists()


def test_nothing_is_begun_on_data_with_an_error(carried: Path) -> None:
    (carried / "data/2567/result.yml").write_text("total: มาก\n", encoding="utf-8")
    before = everything(carried)
    for command in (("new-year", "2568"), ("new-measure", "2567", "a-b", "--title", "ก"), ("status",)):
        told = run(*command, "--data", carried / "data")
        assert told.exit_code == 1
        assert "data/2567/result.yml:1:8" in told.output
    assert everything(carried) == before


def test_a_file_that_would_be_an_error_is_taken_away_again(carried: Path) -> None:
    before = everything(carried)
    told = run(
        "new-measure", "2567", "lending", "--title", "ก", "--data", carried / "data"
    )  # an old address of another
    assert told.exit_code == 1
    assert "ไม่ได้เขียนไฟล์ใด" in told.output
    assert everything(carried) == before


def test_the_commands_of_readme_make_a_project_without_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## เริ่มจากโฟลเดอร์เปล่า\n")[1]
    lines = section.split("```sh\n")[1].split("```")[0].splitlines()
    monkeypatch.chdir(tmp_path)
    for line in lines:
        command, *arguments = shlex.split(line)
        if command == "cd":
            monkeypatch.chdir(arguments[0])
        elif arguments != ["build"]:  # what is built is above
            told = run(*arguments)
            assert (command, told.exit_code) == ("ita-site", 0), told.output
    assert lines[-1] == "ita-site build"


def test_how_far_a_year_has_come_names_who_owes_what_until_when(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    listed = "closes: 30 เม.ย. 2569\nitems:\n  - {item: O1, owner: กองคลัง, due: 1 มี.ค. 2569}\n"
    root = project({"data/agency.yml": AGENCY, "data/2569/disclosure.yml": listed})
    told = run("status", "--data", root / "data")
    assert told.exit_code == 0, told.output
    assert told.output.startswith("ปีงบประมาณ พ.ศ. 2569\n")
    head, owed = told.output.split("กองคลัง")
    assert "ผลการประเมินปี 2569: ยังไม่มี" in head
    assert "30 เมษายน 2569" in head
    assert "O1 " in owed.splitlines()[1]
    assert "1 มี.ค. 2569" in owed.splitlines()[1]
    assert "ita-site new-measure 2569" in owed


def errors_of_data(root: Path) -> list[str]:
    return [str(each) for each in check(root / "data").problems if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ("6 ต.ค. 2568", "6 ต.ค. 2569"),
        ("๖ ตุลาคม ๒๕๖๘", "๖ ตุลาคม ๒๕๖๙"),
        ("2568-10-06", "2569-10-06"),
        ("29 ก.พ. 2567", "28 ก.พ. 2568"),
        ("๒๙ กุมภาพันธ์ พ.ศ. ๒๕๖๗", "๒๘ กุมภาพันธ์ พ.ศ. ๒๕๖๘"),
        ("28 ก.พ. 2566", "28 ก.พ. 2567"),
        ("ณ สิ้นปีงบประมาณ", "ณ สิ้นปีงบประมาณ"),
        ("ภายในปี 2568", "ภายในปี 2568"),
    ],
)
def test_a_day_moves_by_a_year_as_it_was_written(day: str, later: str) -> None:
    assert later_day(day) == later


@pytest.mark.parametrize(
    ("period", "later"),
    [
        ("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ"),
        ("ไตรมาส 2", "ไตรมาส 2"),
        ("ต.ค. 2568 - มี.ค. 2569", "ต.ค. 2569 - มี.ค. 2570"),
        ("เดือนตุลาคม ๒๕๖๘ ถึงเดือนมีนาคม ๒๕๖๙", "เดือนตุลาคม ๒๕๖๙ ถึงเดือนมีนาคม ๒๕๗๐"),
    ],
)
def test_a_period_moves_by_a_year_as_it_was_written(period: str, later: str) -> None:
    assert later_period(period) == later


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    root = begun(tmp_path / "ban")
    data = root / "data"
    steps: tuple[tuple[str, ...], ...] = (
        ("new-year", "2568"),
        ("new-measure", "2568", "asset-lending", "--title", "ก"),
        ("new-report", "2568", "annual"),
    )
    (name,) = (data / "2568").iterdir()
    run(*steps[1], "--data", data)
    run(*steps[2], "--data", data)
    before = everything(root)
    for step, there in zip(steps, ("result.yml", "asset-lending.yml", "annual.yml"), strict=True):
        told = run(*step, "--data", data)
        assert told.exit_code == 1
        assert there in told.output
        assert "ไม่เขียนทับ" in told.output
    told = run("new", root, typed="ก\n")
    assert told.exit_code == 1
    assert "mkdocs.yml" in told.output
    assert run("new", name, typed="ก\n").exit_code == 1
    assert everything(root) == before


def test_a_year_that_is_half_there_gets_the_rest(carried: Path) -> None:
    own = "title: ของเดิม\n"
    (carried / "data/2568/measures").mkdir(parents=True)
    (carried / "data/2568/measures/asset-lending.yml").write_text(own, encoding="utf-8")
    told = run("new-year", "2568", "--carry", "--data", carried / "data")
    assert told.exit_code == 0, told.output
    assert (carried / "data/2568/measures/asset-lending.yml").read_text(encoding="utf-8") == own
    assert "asset-lending.yml อยู่แล้ว ไม่เขียนทับ" in told.output
    assert (carried / "data/2568/result.yml").is_file()


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("new-measure", "2568", "Asset", "--title", "ก"), 1, "a-z"),
        (("new-measure", "2568", "con", "--title", "ก"), 1, "a-z"),
        (("new-measure", "2568", "Asset"), 1, "a-z"),
        (("new-measure", "2567", "asset"), 1, "new-year 2567"),
        (("new-measure", "2568", "../agency", "--title", "ก"), 1, "a-z"),
        (("new-measure", "2567", "asset", "--title", "ก"), 1, "new-year 2567"),
        (("new-measure", "2568", "asset", "--title", " "), 2, "ว่างอยู่"),
        (("new-measure", "2568", "asset", "--title", "ก\u202e"), 1, "U+202E"),
        (("new-measure", "2568", "asset", "--title", "ก" * 5001), 1, "5,001"),
        (("new-measure", "2025", "asset", "--title", "ก"), 2, "2568"),
        (("new-report", "2568", "annual"), 1, "new-measure 2568"),
        (("new-report", "2567", "annual"), 1, "new-year 2567"),
        (("new-report", "2568", "monthly"), 2, "six-month"),
        (("new-year", "68"), 2, "2568"),
        (("status", "2560"), 1, "new-year 2560"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_is_written(
    tmp_path: Path, command: tuple[str, ...], code: int, said: str
) -> None:
    root = begun(tmp_path / "ban")
    before = everything(root)
    told = run(*command, "--data", root / "data")
    assert told.exit_code == code, told.output
    assert said in told.output
    assert "Traceback" not in told.output
    assert everything(root) == before
