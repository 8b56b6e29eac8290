"""A form of the desk in a browser: by its keyboard, without scripts, on a phone; nothing that axe-core finds wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.helpers.desk import served_desk
from tests.helpers.looks import AXE, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

RESULT = "/files/2568/result.yml"
PAGES = (
    "/files",
    RESULT,
    "/files/2568/reports/annual.yml",
    "/files/2568/reports/annual.yml/measures/3",
    "/files/2568/measures/service-standards.yml",
    "/files/agency.yml",
)

ON_A_PHONE = (RESULT, "/files/2568/reports/annual.yml/measures/3")
"""Pages that axe-core looks at on a phone, too: together they have every part of a form."""


@pytest.fixture
def project(mueang_pan: Path) -> Iterator[tuple[Path, str, str]]:
    """Serve the desk of a copy of the data; return the folder, its address, and the one that opens it."""
    with served_desk(mueang_pan / "data") as access:
        yield mueang_pan / "data", access.link.partition("/?")[0], access.link


def test_forms_can_be_read_by_everybody_on_a_phone_and_on_a_desk(
    project: tuple[Path, str, str], window: Callable[..., AbstractContextManager[Any]]
) -> None:
    data, base, link = project
    text = (data / "2568/result.yml").read_text(encoding="utf-8")
    (data / "2568/result.yml").write_text(text.replace("total: 99.37", "total: 9937"), encoding="utf-8")
    with window() as visit:
        visit.page.goto(link)
        looks: set[int] = set()
        for width in (1280, 360):
            visit.page.set_viewport_size({"width": width, "height": 800})
            for path in PAGES:
                visit.page.goto(base + path)
                visit.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
                if width == 1280 or path in ON_A_PHONE:
                    visit.page.evaluate(AXE)
                    assert violations(visit.page, looks) == [], (path, width)
                assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_figure_is_mended_and_a_line_added_by_the_keyboard(
    project: tuple[Path, str, str], window: Callable[..., AbstractContextManager[Any]], *, scripts: bool
) -> None:
    data, base, link = project
    file = data / "2568/result.yml"
    before = file.read_text(encoding="utf-8")
    with window(java_script_enabled=scripts) as visit:
        page = visit.page
        page.goto(link)
        page.goto(base + RESULT)
        page.locator('[id="f:total"]').focus()
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type("๙๙๓๗")
        if scripts:
            page.keyboard.press("Tab")
            page.locator('[id="f:total-told"]', has_text="หมายถึง 99.37 หรือไม่").wait_for()
            assert file.read_text(encoding="utf-8") == before
            page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.locator(".saved", has_text="ยังเผยแพร่ไม่ได้").wait_for()
        page.locator("section.error a").first.focus()
        page.keyboard.press("Enter")
        page.locator('[id="f:total"]').focus()
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type("๙๙.๓๗")
        page.keyboard.press("Enter")
        page.locator(".saved", has_text=re.compile(r"^\s*บันทึกแล้ว\s*$")).wait_for()
        assert file.read_text(encoding="utf-8") == before.replace("total: 99.37", "total: ๙๙.๓๗")
        page.locator('[id="k:errata"] > summary').focus()
        page.keyboard.press("Enter")
        page.locator('button[value="add:errata"]').focus()
        page.keyboard.press("Enter")
        page.locator('[id="f:errata.n0.published"]').wait_for()
        assert visit.attacks == []
        assert visit.outside == []


def test_what_was_typed_stays_when_the_program_was_closed_meanwhile(
    mueang_pan: Path, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window() as visit:
        page = visit.page
        with served_desk(mueang_pan / "data") as access:
            page.goto(access.link)
            page.goto(access.link.partition("/?")[0] + RESULT)
            page.locator('[id="f:total_note"]').fill("พิมพ์ไว้ตั้งแต่เมื่อวาน")
        page.get_by_role("button", name="บันทึก", exact=True).click()
        page.get_by_role("alert").filter(has_text="โปรแกรมปิดไปแล้ว").wait_for()
        assert page.locator('[id="f:total_note"]').input_value() == "พิมพ์ไว้ตั้งแต่เมื่อวาน"
