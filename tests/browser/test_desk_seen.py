"""The desk in a browser: no barrier, no need of a script or a mouse, nothing that its own policy forbids."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.looks import AXE, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]

_COMMAND = "from ita_site.hosts.cli import main; main()"
_SCREENS = (
    "/",
    "/?year=2569",
    "/preview",
    "/publish",
    "/attach/2568/reports/annual.yml",
    "/figures/2568",
    "/text/2568/result.yml",
    "/files/2568/result.yml",
    "/nowhere",
    "/history",
    "/history/2568/result.yml",
    "/correct/2568/result.yml?field=total",
    "/handbook",
    "/handbook/forms",
    "/handbook/undo",
)


@pytest.fixture
def link(mueang_pan: Path) -> Iterator[str]:
    """Open the desk as a clerk does, by its command; return the address that it prints."""
    command = [sys.executable, "-c", _COMMAND, "edit", "--no-browser", "--data", str(mueang_pan / "data")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as desk:
        assert desk.stdout is not None
        found = re.search(r"http://\S+", desk.stdout.readline())
        assert found is not None
        yield found[0]
        desk.send_signal(signal.SIGINT)
        told, errors = desk.communicate(timeout=60)
        assert desk.returncode == 0
        assert "ปิดแล้ว" in told
        assert not errors


def test_the_desk_has_no_barrier_and_breaks_no_policy_of_its_own(link: str, window: Window) -> None:
    base = link.partition("/?")[0]
    with window(viewport={"width": 1280, "height": 800}) as visit:
        visit.context.add_init_script(AXE)
        page, said, looks = visit.page, [], set[int]()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(link)
        assert page.url == f"{base}/", "the token has left the address"
        for path in _SCREENS:
            page.goto(base + path)
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert violations(page, looks) == [], (path, width)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        # What axe-core says to the frame of the site, which stands apart, does not reach it.
        told = [each for each in said if "404" not in each and "postMessage" not in each]
        assert told == []
        assert visit.outside == []
        assert visit.attacks == []


def test_a_measure_is_begun_by_keyboard_alone_and_without_a_script(link: str, window: Window) -> None:
    base = link.partition("/?")[0]
    with window(java_script_enabled=False) as visit:
        page = visit.page
        page.goto(link)
        page.goto(f"{base}/?year=2568")
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "ข้ามไปยังเนื้อหา"
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.locator("#measure-title:focus").count():
                break
        page.keyboard.type("มาตรการยืมทรัพย์สินของราชการ")
        page.keyboard.press("Tab")
        page.keyboard.type("Asset")
        page.keyboard.press("Enter")
        assert "ใช้เป็นชื่อไฟล์ไม่ได้" in page.locator("[role=alert]").inner_text()
        assert page.locator("#measure-title").input_value() == "มาตรการยืมทรัพย์สินของราชการ"


_BELOW_SAVE = """() => {
  const held = document.activeElement, save = document.querySelector(".save")
  if (!held?.closest("form.data") || save.contains(held) || held.closest(".hidden")) return null
  const { top, height } = held.getBoundingClientRect()
  return top + Math.min(height, 60) > save.getBoundingClientRect().top ? held.name || held.textContent : ""
}"""
"""What has the focus, where the line with the button that saves covers it, or the first line of a long text."""


def test_on_a_telephone_nothing_with_the_focus_is_covered_and_labels_are_whole(link: str, window: Window) -> None:
    base = link.partition("/?")[0]
    with window(viewport={"width": 360, "height": 740}) as visit:
        page = visit.page
        page.goto(link)
        page.goto(f"{base}/files/agency.yml")
        seen = []
        for _ in range(80):
            page.keyboard.press("Tab")
            if (covered := page.evaluate(_BELOW_SAVE)) is not None:
                seen.append(covered)
        assert len(seen) > 20
        assert [each for each in seen if each] == []

        page.goto(f"{base}/figures/2568")
        widths = page.locator(".figures th label").evaluate_all(
            "all => all.map(each => each.closest('th').clientWidth)"
        )
        assert min(widths) > 250
