"""The figures of a result that was just announced, on one page: typed, told what is wrong, proven."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers.desk import Desk, seen

if TYPE_CHECKING:
    from pathlib import Path

NAME = "2569/result.yml"
SCORES = ("99.90", "100.00", "100", "๙๙.๘๐", "99.70", "98.10", "97.42", "96.11", "100.00", "100.00")


@pytest.fixture
def desk(mueang_pan: Path) -> Desk:
    """Return a desk with the form of a result begun."""
    (mueang_pan / "data" / "2569" / "gaps.yml").unlink()
    made = Desk(mueang_pan / "data")
    made.post("/begin/year", year="2569")
    return made


def fields(page: str) -> dict[str, str]:
    """Return the inputs of the form of figures, with their values."""
    form = page.partition('<form method="post" class="card">')[2].partition("</form>")[0]
    return {
        re.findall(r'name="([^"]+)"', each)[0]: re.findall(r'value="([^"]*)"', each)[0]
        for each in re.findall(r"<input[^>]+>", form)
    }


def typed(desk: Desk, **figures: str) -> str:
    return desk.post("/figures/2569", **{**fields(desk.get("/figures/2569")), **figures})


def test_ten_figures_are_typed_on_one_page_and_only_their_lines_change(desk: Desk) -> None:
    before = (desk.workspace.data / NAME).read_text(encoding="utf-8")
    scores = {f"f-{place}": score for place, score in enumerate(SCORES)}

    assert typed(desk, **{"f-total": "99.18", "f-level": "ผ่านดีเยี่ยม", **scores}) == "/figures/2569"

    after = (desk.workspace.data / NAME).read_text(encoding="utf-8")
    changed = [each for each in difflib.ndiff(before.splitlines(), after.splitlines()) if each.startswith("+ ")]
    assert len(changed) == 12
    assert "+     score: ๙๙.๘๐" in changed
    assert "บันทึกแล้ว" in seen(desk.get("/figures/2569"))
    assert desk.workspace.checked().scores.trees[2569].published is not None


def test_a_mistake_is_told_at_its_figure_and_what_was_typed_stays(desk: Desk) -> None:
    scores = {f"f-{place}": score for place, score in enumerate(SCORES)}

    typed(desk, **{"f-total": "991.8", "f-level": "ผ่านดีเยี่ยม", **scores})

    page = desk.get("/figures/2569")
    assert "ยังเผยแพร่ไม่ได้" in seen(page)
    field = page[page.index('id="f-total"') :].partition("</td>")[0]
    assert 'value="991.8"' in field
    assert 'aria-invalid="true"' in field
    assert "ต้องแก้" in field
    assert "อยู่นอกช่วง 0 ถึง 100" in field


def test_a_total_that_its_parts_cannot_give_is_told(desk: Desk) -> None:
    scores = {f"f-{place}": score for place, score in enumerate(SCORES)}

    typed(desk, **{"f-total": "90.00", "f-level": "ผ่านดีเยี่ยม", **scores})

    assert "ไม่ตรงกับส่วนประกอบ" in seen(desk.get("/figures/2569"))


def test_what_another_has_saved_meanwhile_is_not_overwritten(desk: Desk) -> None:
    given = fields(desk.get("/figures/2569"))
    typed(desk, **{"f-total": "95.00"})

    page = desk.post("/figures/2569", **{**given, "f-total": "96.00"})

    assert "ยังไม่ได้บันทึก" in page
    assert 'value="96.00"' in page
    assert "95.00" in (desk.workspace.data / NAME).read_text(encoding="utf-8")


def test_a_form_that_the_desk_no_longer_knows_overwrites_nothing(desk: Desk) -> None:
    given = fields(desk.get("/figures/2569"))
    typed(desk, **{"f-total": "95.00"})

    again = Desk(desk.workspace.data)
    page = again.post("/figures/2569", **{**given, "f-level": "ผ่านดี", "form_token": again.access.form_token})

    assert "ยังไม่ได้บันทึก" in page
    assert 'value="ผ่านดี"' in page
    assert "95.00" in (desk.workspace.data / NAME).read_text(encoding="utf-8")


def test_figures_that_stay_change_no_byte(desk: Desk) -> None:
    path = desk.workspace.data / "2568/result.yml"
    before = path.read_bytes()

    desk.post("/figures/2568", **fields(desk.get("/figures/2568")))

    assert path.read_bytes() == before
    assert "ปีก่อน" in desk.get("/figures/2568")


def test_a_year_without_a_result_has_no_figures(desk: Desk) -> None:
    assert desk.client.get("/figures/2560").status_code == 404
