"""What is pasted into the forms of the desk from Word or a PDF is kept as it looks, and leaves no warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.data.edit import values
from tests.helpers.desk import ORIGIN, Desk, seen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\nprovince: ลำปาง\n"
RESULT = "total: 99.37\nlevel: ผ่านดีเยี่ยม\n"
PASTED = "๑.\tสำนักปลัด\u00a0(งาน\u200bนิติการ)\x0b๒.\tกอง\x1fคลัง ๑\x1e๒"
LINES = ["๑. สำนักปลัด (งานนิติการ)", "๒. กองคลัง ๑-๒"]


@pytest.fixture
def desk(project: Callable[[Mapping[str, str | bytes]], Path]) -> Desk:
    files = {"mkdocs.yml": "site_name: x\nplugins: [ita-site]\n", "data/agency.yml": AGENCY}
    return Desk(project({**files, "data/2568/result.yml": RESULT}) / "data")


def kept(desk: Desk, name: str) -> dict[str, object]:
    found = values((desk.workspace.data / name).read_bytes())
    assert isinstance(found, dict)
    return dict(found)


def test_pasted_lines_of_a_form_are_lines_and_leave_nothing_to_be_told(desk: Desk) -> None:
    page = desk.get("/files/agency.yml")
    token = page.partition('name="seen" value="')[2].partition('"')[0]

    desk.post("/files/agency.yml", seen=token, do="save", **{"f:divisions": PASTED, "f:motto": "โปร่งใส\t“ตรวจสอบได้”"})

    assert kept(desk, "agency.yml")["divisions"] == LINES
    assert kept(desk, "agency.yml")["motto"] == "โปร่งใส “ตรวจสอบได้”"
    told = {each.code for each in desk.workspace.checked().problems}
    assert not told & {"tab", "backslash", "invisible-character", "forbidden-character"}


def test_a_pasted_title_begins_a_document_in_one_line(desk: Desk) -> None:
    assert desk.post("/begin/plan", year="2568", title=PASTED) == "/files/2568/plan.yml"
    assert kept(desk, "2568/plan.yml")["title"] == " ".join(LINES)


def test_pasted_figures_are_read(desk: Desk) -> None:
    page = desk.get("/figures/2568")
    token = page.partition('name="seen" value="')[2].partition('"')[0]

    desk.post("/figures/2568", seen=token, **{"f-total": "\u00a098.5\u200b0\t", "f-level": "ผ่านดี\x0b"})

    assert kept(desk, "2568/result.yml") == {"total": "98.50", "level": "ผ่านดี"}


def test_what_cannot_be_kept_is_told_with_the_way_back(desk: Desk) -> None:
    sent = {"form_token": desk.access.form_token, "do": "save", "f:motto": "ก\x02ข"}
    answer = desk.client.post("/files/agency.yml", data=sent, headers={"Origin": ORIGIN})
    assert answer.status_code == 400
    assert "สิ่งที่พิมพ์ยังอยู่" in seen(answer.text)
    assert "motto" not in kept(desk, "agency.yml")
