"""A clerk's first hour, from an empty folder to a published site: in the browser, without YAML, without Git."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

    Window = Callable[..., AbstractContextManager[Any]]

_COMMAND = [sys.executable, "-c", "from ita_site.hosts.cli import main; main()"]
_SCORES = ("100.00", "๑๐๐.๐๐", "100", "100.00", "100.00", "98.57", "97.19", "97.96", "๑๐๐.๐๐")
"""Of the first nine indicators, as one of the documents prints them; of the tenth, a mistake is typed first."""


class Office:
    """The office's folder, whose changes from step to step are looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        told = ("--name", "เทศบาลตำบลตัวอย่าง", "--kind", "เทศบาลตำบล", "--district", "เมืองปาน", "--province", "ลำปาง")
        begun = (*_COMMAND, "new", str(folder), *told, "--divisions", "สำนักปลัด,กองคลัง", "--year", "2568")
        subprocess.run(begun, check=True, capture_output=True)
        git(folder, "init", "--quiet")
        self.changes()

    def changes(self) -> list[str]:
        """Return the lines that were changed since this was asked for last."""
        git(self.folder, "add", ".")
        told = git(self.folder, "diff", "--cached", "-U0") if self._has_commits() else ""
        git(self.folder, "commit", "--quiet", "--allow-empty", "-m", "x")
        return [each for each in told.splitlines() if re.match(r"[+-](?![+-])", each)]

    def _has_commits(self) -> bool:
        return (self.folder / ".git/logs/HEAD").is_file()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.fixture
def link(office: Office) -> Iterator[str]:
    """Open the desk of the office; return the address that it prints."""
    command = [*_COMMAND, "edit", "--no-browser"]
    with subprocess.Popen(command, cwd=office.folder, stdout=subprocess.PIPE, encoding="utf-8") as desk:
        assert desk.stdout is not None
        found = re.search(r"http://\S+", desk.stdout.readline())
        assert found is not None
        yield found[0]
        desk.send_signal(signal.SIGINT)
        desk.communicate(timeout=60)


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def notice(page: Page) -> str:
    return page.locator("main").inner_text().partition("\n")[0]


def type_the_result(page: Page, office: Office) -> None:
    page.get_by_role("link", name="ผลประกาศแล้ว: กรอกตัวเลข").click()
    page.fill("#f-total", "99.37")
    page.fill("#f-level", "ผ่านดีเยี่ยม")
    for place, score in enumerate((*_SCORES, "10000")):
        page.fill(f"#f-{place}", score)
    press(page, "บันทึก")
    assert "ยังเผยแพร่ไม่ได้" in notice(page)
    assert "หมายถึง 100.00 หรือไม่" in page.locator("#f-9-told").inner_text()
    page.fill("#f-9", "๑๐๐.๐๐")
    press(page, "บันทึก")
    assert notice(page) == "บันทึกแล้ว"
    assert page.locator(".reading").inner_text() == "คำนวณซ้ำได้ตรงกัน"
    typed = office.changes()
    assert (len(typed), sum(each.startswith("+") for each in typed)) == (24, 12)
    assert "+    score: ๑๐๐.๐๐" in typed


def test_from_an_empty_folder_to_a_published_site(office: Office, link: str, window: Window, tmp_path: Path) -> None:
    base, published = link.partition("/?")[0], tmp_path / "published"
    with window(viewport={"width": 1280, "height": 900}) as visit:
        page = visit.page
        page.goto(link)

        type_the_result(page, office)

        page.goto(f"{base}/?year=2568")
        page.fill("#measure-title", "การยืมทรัพย์สินของราชการ")
        page.fill("input[name=id]", "asset-lending")
        press(page, "เพิ่มมาตรการ")
        page.goto(f"{base}/?year=2568")
        press(page, "เริ่มปีใหม่")
        assert all(each.startswith("+") for each in office.changes())
        assert "การยืมทรัพย์สินของราชการ" in page.locator("main").inner_text()

        press(page, "เริ่มรายงานรอบ 6 เดือน")
        page.get_by_role("link", name="ทำต่อ: การยืมทรัพย์สินของราชการ").click()
        office.changes()
        page.locator('select[name$=".status"]').select_option(label="กำลังดำเนินการ")
        page.locator('[name$=".outcome"]').fill("ไม่มีเรื่องร้องเรียนเรื่องการยืมทรัพย์สิน")
        press(page, "บันทึก")
        assert office.changes() == [
            "-    status:",
            "+    status: กำลังดำเนินการ",
            "-    outcome:",
            "+    outcome: ไม่มีเรื่องร้องเรียนเรื่องการยืมทรัพย์สิน",
        ]

        picture = tmp_path / "ภาพ.php.jpg"
        Image.new("RGB", (80, 60), "green").save(picture, "JPEG")
        page.goto(f"{base}/attach/2569/reports/six-month.yml")
        page.set_input_files("#file", picture)
        page.fill("#title", "ภาพการตรวจรายการทรัพย์สิน")
        page.fill("#description", "เจ้าหน้าที่ตรวจรายการทรัพย์สิน")
        press(page, "แนบไฟล์")
        assert "แนบไฟล์แล้ว" in notice(page)

        page.goto(f"{base}/publish")
        assert "ตรวจ: ผ่าน" in page.locator("main").inner_text()
        page.locator("input[name=to][value=folder]").check()
        page.fill("#place", str(published))
        press(page, "เผยแพร่")
        assert f"เผยแพร่ที่ {published} แล้ว" in notice(page)

    with window() as visit:
        visit.page.goto((published / "index.html").as_uri())
        said = visit.page.locator("main").inner_text()
        assert "99.37" in said
        assert "กำลังดำเนินการ" in said
    assert list(published.rglob("2569/**/*.jpg"))
