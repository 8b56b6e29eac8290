"""An office's own list of addresses that may not disappear: written by a command, checked whenever pages are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.ground.problems import InvalidData
from ita_site.hosts.cli import main
from ita_site.publishing import site
from tests.helpers import made_files

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(command: str, root: Path) -> Result:
    return CliRunner().invoke(main, [command, "--data", str(root / "data")])


@pytest.fixture
def listed(mueang_pan: Path) -> Path:
    """Return a project that has listed what it published."""
    assert run("urls", mueang_pan).exit_code == 0
    return mueang_pan


def test_the_command_lists_every_page_once(listed: Path) -> None:
    path = listed / "data/urls.txt"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    assert {"/", "/2568/measures/e-service/", "/about/ita/"} <= set(lines)
    assert lines == sorted(set(lines))

    before = path.read_bytes()
    assert "เพิ่ม 0 ที่อยู่" in run("urls", listed).output
    assert path.read_bytes() == before


def test_the_list_is_no_data_and_disturbs_nothing(listed: Path) -> None:
    assert run("check", listed).exit_code == 0
    made = site.build(listed / "data")
    assert "data/urls.txt" not in {*made.offered, *made.copied, *made.generated}


@pytest.mark.parametrize("command", ["check", "urls"])
def test_a_page_that_is_gone_is_an_error_that_says_what_to_do(command: str, listed: Path) -> None:
    reports = listed / "data/2568/reports"
    (reports / "annual.yml").rename(reports / "year.yml")
    path = listed / "data/urls.txt"
    line = path.read_text(encoding="utf-8").splitlines().index("/2568/reports/annual/") + 1

    done = run(command, listed)

    assert done.exit_code == 1
    assert f"data/urls.txt:{line}:1: ต้องแก้: เคยเผยแพร่ที่อยู่ /2568/reports/annual/ แต่ไม่มีหน้านี้แล้ว" in done.output
    assert "was:" in done.output
    with pytest.raises(InvalidData):
        site.build(listed / "data")

    moved = reports / "year.yml"
    moved.write_text(moved.read_text(encoding="utf-8") + "was: [annual]\n", encoding="utf-8")
    assert run(command, listed).exit_code == 0


def test_an_office_without_a_list_is_asked_for_none(mueang_pan: Path) -> None:
    (mueang_pan / "data/2568/reports/annual.yml").unlink()
    assert "lost-address" not in {each.code for each in site.build(mueang_pan / "data").problems}


def test_an_attachment_that_is_gone_is_told_like_a_page(mueang_pan: Path) -> None:
    files, report = mueang_pan / "data/2568/files", mueang_pan / "data/2568/reports/annual.yml"
    files.mkdir()
    (files / "plan.pdf").write_bytes(made_files.pdf())
    typed = report.read_text(encoding="utf-8")
    report.write_text(f"{typed}original: {{title: ฉบับลงนาม, file: plan.pdf}}\n", encoding="utf-8")
    assert run("urls", mueang_pan).exit_code == 0
    assert "/data/2568/files/plan.pdf" in (mueang_pan / "data/urls.txt").read_text(encoding="utf-8").splitlines()
    assert run("check", mueang_pan).exit_code == 0

    report.write_text(typed, encoding="utf-8")
    (files / "plan.pdf").unlink()
    done = run("check", mueang_pan)
    assert done.exit_code == 1
    assert "เคยเผยแพร่ไฟล์แนบ /data/2568/files/plan.pdf แต่ไม่มีไฟล์นี้แล้ว" in done.output
