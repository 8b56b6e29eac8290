"""A published value put right: the changed lines and an erratum, never one without the other."""

from __future__ import annotations

from difflib import ndiff
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

WHY = ("--reason", "พิมพ์เลขสลับกัน", "--day", "๒๙ พ.ย. ๒๕๖๙")
SILENT = "โดยไม่มีคำชี้แจง"


@pytest.fixture
def data(mueang_pan: Path) -> Path:
    """Return the data of the real project, committed."""
    git(mueang_pan, "init", "-q", "-b", "main")
    git(mueang_pan, "add", "data", "mkdocs.yml")
    git(mueang_pan, "commit", "-q", "-m", "ฉบับแรก")
    return mueang_pan / "data"


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", str(data)])


def changed(data: Path) -> list[str]:
    """Return the lines of a result that are not those committed."""
    before = git(data, "show", "HEAD:./2568/result.yml").splitlines()
    after = (data / "2568/result.yml").read_text(encoding="utf-8").splitlines()
    return [line for line in ndiff(before, after) if line.startswith(("+ ", "- "))]


@pytest.mark.parametrize(
    ("field", "new", "lines"),
    [
        (
            "indicators.7.score",
            "97.91",
            ["-     score: 97.19", "+     score: 97.91", "+ errata:", "+   - id: 7", "+     published: 97.19"],
        ),
        ("คะแนนรวม", "๙๙.๗๓", ["- total: 99.37", "+ total: ๙๙.๗๓", "+ errata:", "+   - published: 99.37"]),
    ],
)
def test_a_score_is_corrected_with_its_erratum_and_nothing_else(
    data: Path, field: str, new: str, lines: list[str]
) -> None:
    told = run(data, "correct", "2568/result.yml", field, new, *WHY)

    assert told.exit_code == 0
    rest = [f"+     correct: {new}", "+     since: 29 พ.ย. 2569", "+     why: พิมพ์เลขสลับกัน"]
    assert changed(data) == [*lines, *rest]
    assert SILENT not in run(data, "check").stdout


def test_another_value_is_told_of_in_the_notes(data: Path) -> None:
    path = data / "2568/reports/annual.yml"

    run(data, "correct", "2568/reports/annual.yml", "บันทึกข้อความ › วันที่", "7 ต.ค. 2568", *WHY)

    text = path.read_text(encoding="utf-8")
    assert "  date: 7 ต.ค. 2568\n" in text
    assert "แก้ “บันทึกข้อความ › วันที่” ที่เผยแพร่ไว้ว่า “6 ต.ค. 2568” เป็น “7 ต.ค. 2568” เมื่อ 29 พฤศจิกายน 2569: พิมพ์เลขสลับกัน" in text


def test_a_value_changed_by_hand_gets_the_erratum_it_lacks(data: Path) -> None:
    replace(data / "2568/result.yml", "score: 97.19", "score: 97.91")
    replace(data / "2568/result.yml", "total: 99.37", "total: 99.73")
    silent = [line for line in run(data, "check").stdout.splitlines() if SILENT in line]
    assert len(silent) == 2
    assert "result.yml:3:8: คำเตือน: คะแนนรวมที่เผยแพร่แล้วคือ 99.37 ตอนนี้พิมพ์ 99.73" in silent[0]
    assert "คะแนนของตัวชี้วัดที่ 7 ที่เผยแพร่แล้วคือ 97.19 ตอนนี้พิมพ์ 97.91" in silent[1]

    run(data, "correct", "2568/result.yml", "indicators.7.score", "97.91", *WHY)

    assert "+     published: 97.19" in changed(data)
    assert run(data, "check").stdout.count(SILENT) == 1


def test_a_score_that_is_gone_or_moved_is_found_by_its_number(data: Path) -> None:
    path = data / "2568/result.yml"
    text = path.read_text(encoding="utf-8")
    start, middle, end = (text.index(f"  - id: {number}\n") for number in ("1", "2", "3"))
    path.write_text(text[:start] + text[middle:end] + text[start:middle] + text[end:], encoding="utf-8")
    assert SILENT not in run(data, "check").stdout

    seventh, eighth = (text.index(f"  - id: {number}\n") for number in ("7", "8"))
    path.write_text(text[:seventh] + text[eighth:], encoding="utf-8")

    assert "ตัวชี้วัดที่ 7 ที่เผยแพร่แล้วคือ 97.19 ตอนนี้ไม่มีในไฟล์" in run(data, "check").stdout


def test_the_same_number_typed_otherwise_is_no_correction(data: Path) -> None:
    replace(data / "2568/result.yml", "total: 99.37", "total: ๙๙.๓๗ # ตามประกาศ")

    assert SILENT not in run(data, "check").stdout


def test_what_was_pushed_is_what_was_published(data: Path, tmp_path: Path) -> None:
    git(data, "init", "-q", "--bare", str(tmp_path / "host"))
    git(data, "push", "-q", "-u", str(tmp_path / "host"), "main")
    git(data, "remote", "add", "origin", str(tmp_path / "host"))
    git(data, "fetch", "-q", "origin")
    git(data, "branch", "-q", "-u", "origin/main")
    replace(data / "2568/result.yml", "total: 99.37", "total: 99.73")
    git(data, "commit", "-q", "-a", "-m", "แก้")

    assert SILENT in run(data, "check").stdout

    replace(data / "2568/result.yml", "total: 99.73", "total: 99.37")
    git(data, "commit", "-q", "-a", "-m", "แก้คืนก่อนส่ง")
    assert SILENT not in run(data, "check").stdout


def test_what_was_never_published_is_changed_without_an_erratum(data: Path) -> None:
    told = run(data, "correct", "2568/result.yml", "respondents", "300", *WHY)

    assert "จึงไม่มีคำชี้แจง" in told.stdout
    assert changed(data) == ["+ respondents: 300"]


def test_a_second_correction_stands_below_the_first(data: Path) -> None:
    run(data, "correct", "2568/result.yml", "indicators.7.score", "97.91", *WHY)
    git(data, "commit", "-q", "-a", "-m", "เผยแพร่")

    run(data, "correct", "2568/result.yml", "indicators.7.score", "97.92", *WHY)

    assert [line for line in changed(data) if "published" in line or "correct" in line] == [
        "+     published: 97.91",
        "+     correct: 97.92",
    ]
    assert SILENT not in run(data, "check").stdout


@pytest.mark.parametrize(
    ("field", "new", "said"),
    [
        ("indicators.7.score", "97.19", "ไม่มีอะไรให้แก้"),
        ("indicators.7.score", "๙๗.๑๙๑๙๑๙", "จะมีเรื่องต้องแก้"),
        ("indicators.7.score", "มาก", "จะมีเรื่องต้องแก้"),
        ("indicators.7.score", "", "จะมีเรื่องต้องแก้"),
        ("indicators.7", "97.91", "มีหลายค่า"),
        ("indicators", "97.91", "มีหลายค่า"),
        ("คะแนนลวง", "97.91", "ไม่มีช่อง"),
    ],
)
def test_what_cannot_be_corrected_leaves_the_file_as_it_is(data: Path, field: str, new: str, said: str) -> None:
    told = run(data, "correct", "2568/result.yml", field, new, *WHY)

    assert told.exit_code == 1
    assert said in told.stderr
    assert changed(data) == []


def test_a_reason_of_nothing_is_none(data: Path) -> None:
    told = run(data, "correct", "2568/result.yml", "total", "99.73", "--reason", " ")

    assert told.exit_code == 1
    assert "ต้องบอกเหตุผล" in told.stderr
    assert changed(data) == []
