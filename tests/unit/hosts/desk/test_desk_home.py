"""The first screen of the desk: the year's round, and what can be begun from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.data.edit import values
from ita_site.ground.problems import Severity
from ita_site.hosts.cli import main
from ita_site.publishing import data_check
from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    return Desk(mueang_pan / "data")


@pytest.fixture
def new_desk(tmp_path: Path) -> Desk:
    """The desk of a project that has just been begun."""
    named = {"name": "เทศบาลตำบลสมมุติ", "kind": "เทศบาลตำบล", "district": "สมมุติ", "province": "ลำปาง", "year": "2568"}
    options = [each for key, value in named.items() for each in (f"--{key}", value)]
    told = CliRunner().invoke(main, ["new", str(tmp_path / "ban"), *options, "--divisions", "สำนักปลัด"])
    assert told.exit_code == 0, told.output
    return Desk(tmp_path / "ban" / "data")


@pytest.mark.parametrize("year", ["2567", "2568", "2569"])
def test_the_round_says_what_status_says(desk: Desk, year: str) -> None:
    told = CliRunner().invoke(main, ["status", year, "--data", str(desk.workspace.data)]).stdout
    page = seen(desk.get(f"/?year={year}"))
    for line in re.findall(r"^- ([^:]+ปี \d+): (.+)$", told, re.MULTILINE):
        assert line[0] in page
        assert line[1].partition(" (")[0].removesuffix(" ยังไม่มี") in page


def test_what_is_lacking_leads_to_its_form(desk: Desk) -> None:
    page = desk.get("/?year=2568")
    linked = set(re.findall(r'href="/files/([^"]+)"', page))
    assert {
        "2568/result.yml",
        "2568/gaps.yml",
        "2568/measures/service-standards.yml",
        "2568/reports/annual.yml",
    } <= linked
    assert all(desk.workspace.path_of(name) for name in linked)


def test_an_oit_list_of_which_one_item_is_answered_is_not_done(desk: Desk) -> None:
    assert "แบบตรวจ OIT ปี 2568 ยังไม่เริ่ม" in seen(desk.get("/?year=2568"))
    listed = desk.workspace.data / "2568/disclosure.yml"
    answer = "items:\n  - item: O1\n    reply: ไม่มี\n    why: ยังไม่มีข้อมูลนี้\n"
    listed.write_text(listed.read_text(encoding="utf-8") + answer, encoding="utf-8")
    page = seen(desk.get("/?year=2568"))
    assert "แบบตรวจ OIT ปี 2568 ยังขาด" in page
    assert "จาก 28 ข้อ" in page


def test_a_mistake_is_named_on_the_first_screen_with_its_file(desk: Desk) -> None:
    assert "ต้องแก้" not in seen(desk.get("/"))
    result = desk.workspace.data / "2568" / "result.yml"
    result.write_text(result.read_text(encoding="utf-8").replace("97.19", "9719"), encoding="utf-8")
    page = desk.get("/")
    assert "ยังเผยแพร่ไม่ได้" in seen(page)
    assert 'href="/files/2568/result.yml"' in page


def test_a_new_project_shows_what_is_first_to_be_done(new_desk: Desk) -> None:
    page = new_desk.get("/")
    assert "รอบปีงบประมาณ พ.ศ. 2568" in seen(page)
    assert 'href="/files/2568/result.yml"' in page


def test_a_folder_without_a_year_shows_how_one_is_begun(new_desk: Desk) -> None:
    for path in sorted((new_desk.workspace.data / "2568").rglob("*")):
        path.unlink()
    (new_desk.workspace.data / "2568").rmdir()
    assert "ยังไม่มีข้อมูลปีใด" in seen(new_desk.get("/"))
    assert new_desk.post("/begin/year", year="๒๕๖๘").startswith("/figures/2568")


def test_the_round_is_begun_step_by_step(new_desk: Desk) -> None:
    data = new_desk.workspace.data
    name = "/files/2568/measures/asset-lending.yml"
    assert new_desk.post("/begin/measure", year="2568", id="asset-lending", title="มาตรการ “ยืม” <ทรัพย์สิน>") == name
    assert new_desk.post("/begin/report", year="2568", round="six-month") == "/round/2568/reports/six-month.yml"
    assert new_desk.post("/begin/list", year="2568") == "/files/2568/disclosure.yml"
    assert new_desk.post("/begin/year", year="2569", carry="1") == "/?year=2569"
    told = new_desk.get("/?year=2569")
    assert "เริ่มไฟล์ 2569/measures/asset-lending.yml แล้ว" in seen(told)
    assert "เริ่มไฟล์" not in seen(new_desk.get("/?year=2569")), "it is said once"
    assert "&lt;ทรัพย์สิน&gt;" in told
    for path in (data / "2568" / "measures" / "asset-lending.yml", data / "2569" / "measures" / "asset-lending.yml"):
        value = values(path.read_bytes())
        assert isinstance(value, dict)
        assert value["title"] == "มาตรการ “ยืม” <ทรัพย์สิน>"
    assert not [each for each in data_check.check(data).problems if each.severity == "error"]


@pytest.mark.parametrize(
    ("what", "given", "said"),
    [
        ("year", {"year": "2568"}, "อยู่แล้ว"),
        ("year", {"year": "x"}, "x"),
        ("year", {}, "ปี"),
        ("measure", {"year": "2568", "id": "asset-lending", "title": ""}, "ชื่อมาตรการ"),
        ("measure", {"year": "2568", "id": "../../x", "title": "ก"}, "ใช้เป็นชื่อไฟล์ไม่ได้"),
        ("measure", {"year": "2568", "id": "ไทย", "title": "ก"}, "ใช้เป็นชื่อไฟล์ไม่ได้"),
        ("measure", {"year": "2570", "id": "a", "title": "ก"}, "ยังไม่มีปี 2570"),
        ("measure", {"year": "2568", "id": "a", "title": "ก\u202eข"}, "มองไม่เห็น"),
        ("report", {"year": "2568", "round": "six-month"}, "ยังไม่มีมาตรการ"),
        ("report", {"year": "2568", "round": "../x"}, "รอบ"),
        ("list", {"year": "2599"}, "เกณฑ์"),
    ],
)
def test_what_cannot_be_begun_is_told_and_what_was_typed_stays(
    new_desk: Desk, what: str, given: dict[str, str], said: str
) -> None:
    before = {path: path.read_bytes() for path in new_desk.workspace.data.rglob("*") if path.is_file()}
    page = new_desk.post(f"/begin/{what}", **given)
    assert "ยังทำไม่ได้" in page
    assert said in seen(page)
    assert {path: path.read_bytes() for path in new_desk.workspace.data.rglob("*") if path.is_file()} == before
    if what == "measure" and given["id"].isascii():
        assert f'value="{given["id"]}"' in page


@pytest.mark.parametrize(
    ("what", "typed", "inputs"),
    [
        ("year", {"year": "256"}, {"new-year": "256"}),
        ("measure", {"id": "a b", "title": "ก"}, {"measure-id": "a b", "measure-title": "ก"}),
        ("plan", {"title": "ข\u202e"}, {"plan-title": "ข\u202e", "measure-title": ""}),
        ("gaps", {"part": "reports", "reason": "ค\u202e"}, {"gaps-reason": "ค\u202e"}),
    ],
)
def test_what_is_refused_stays_in_its_own_form_of_its_own_year(
    new_desk: Desk, what: str, typed: dict[str, str], inputs: dict[str, str]
) -> None:
    new_desk.post("/begin/year", year="2569")

    page = new_desk.post(f"/begin/{what}", **{"year": "2568", **typed})

    assert "ยังทำไม่ได้" in page
    assert {name: re.search(rf'id="{name}"[^>]* value="([^"]*)"', page)[1] for name in inputs} == inputs  # type: ignore[index]
    assert (page.count("มาตรการใหม่ของปี 2568"), "ใหม่ของปี 2569" in page) == ((0, True) if what == "year" else (1, False))
    if "part" in typed:
        assert f'<option value="{typed["part"]}" selected>' in page


def test_a_mistake_that_is_there_forbids_no_beginning(new_desk: Desk) -> None:
    (new_desk.workspace.data / "2568" / "result.yml").write_text("total: 9999\n", encoding="utf-8")
    assert new_desk.post("/begin/measure", year="2568", id="a", title="ก").startswith("/files/")


def test_a_year_that_is_not_there_is_not_shown(desk: Desk) -> None:
    for year in ("2500", "x", "๒๕๖๘", "-1", ""):
        assert desk.client.get(f"/?year={year}").status_code == 404
    assert (
        desk.client.post(
            "/begin/nothing",
            data={"form_token": desk.access.form_token, "year": "2568"},
            headers={"Origin": "http://127.0.0.1:8123"},
        ).status_code
        == 404
    )


@pytest.mark.parametrize(
    ("what", "typed", "says"),
    [
        ("analysis", {"title": "รายงานการวิเคราะห์ผล ปี ๒๕๖๘"}, {"title": "รายงานการวิเคราะห์ผล ปี ๒๕๖๘"}),
        ("plan", {"title": "แผนยกระดับ ITA: ปี 2568"}, {"title": "แผนยกระดับ ITA: ปี 2568"}),
        ("gaps", {"part": "reports", "reason": "ยังไม่ถึงรอบ"}, {"reports": "ยังไม่ถึงรอบ"}),
    ],
)
def test_each_document_of_a_year_is_begun_without_a_text_editor(
    new_desk: Desk, what: str, typed: dict[str, str], says: dict[str, str]
) -> None:
    assert f'action="/begin/{what}"' in new_desk.get("/")

    assert new_desk.post(f"/begin/{what}", year="2568", **typed) == f"/files/2568/{what}.yml"

    begun = values((new_desk.workspace.data / f"2568/{what}.yml").read_bytes())
    assert isinstance(begun, dict)
    assert {name: each for name, each in begun.items() if each} == says
    assert not [each for each in new_desk.workspace.checked().problems if each.severity is Severity.ERROR]
    assert new_desk.client.get(f"/files/2568/{what}.yml").status_code == 200
    home = new_desk.get("/")
    assert f'action="/begin/{what}"' not in home
    assert f'href="/files/2568/{what}.yml"' in home
    assert "อยู่แล้ว ไม่เขียนทับ" in new_desk.post(f"/begin/{what}", year="2568", **typed)


@pytest.mark.parametrize(
    ("what", "typed", "said"),
    [
        ("analysis", {"title": " "}, "ยังไม่ได้พิมพ์ชื่อบทวิเคราะห์"),
        ("plan", {}, "ยังไม่ได้พิมพ์ชื่อแผน"),
        ("gaps", {"part": "result"}, "ยังไม่ได้พิมพ์เหตุผล"),
        ("gaps", {"part": "agency", "reason": "x"}, "ให้เลือกว่าขาดสิ่งใด"),
    ],
)
def test_a_document_that_cannot_be_begun_leaves_no_file(
    new_desk: Desk, what: str, typed: dict[str, str], said: str
) -> None:
    page = new_desk.post(f"/begin/{what}", year="2568", **typed)

    assert said in seen(page)
    assert not (new_desk.workspace.data / f"2568/{what}.yml").exists()


def test_each_part_that_is_lacking_leads_to_what_begins_it(new_desk: Desk) -> None:
    (new_desk.workspace.data / "2568" / "result.yml").write_text("total: 99.37\n", encoding="utf-8")
    new_desk.post("/begin/year", year="2569")
    page = new_desk.get("/?year=2568")
    assert 'href="#analysis-title"' in page
    assert '<input id="analysis-title"' in page

    new_desk.post("/begin/analysis", year="2568", title="บทวิเคราะห์")
    weak = "title: บทวิเคราะห์\nweak_points:\n  - about: 4\n    finding: ขาดคู่มือ\n"
    (new_desk.workspace.data / "2568" / "analysis.yml").write_text(weak, encoding="utf-8")
    assert 'href="#analysis-title"' not in new_desk.get("/?year=2568")
    page = new_desk.get("/?year=2569")
    assert 'href="#measure-title"' in page
    assert '<input id="measure-title"' in page


def test_a_file_with_mistakes_is_named_as_its_form_is(new_desk: Desk) -> None:
    (new_desk.workspace.data / "2568" / "result.yml").write_text("total: 9999\n", encoding="utf-8")
    assert '<a href="/files/2568/result.yml">ผลการประเมินที่ประกาศ ปี 2568</a>' in new_desk.get("/")
