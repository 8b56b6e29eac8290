"""What the commands print on the consoles and pipes of other systems: whole, readable, with the right code."""

from __future__ import annotations

import contextlib
import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from ita_site.hosts.cli import main
from tests.helpers.sites import replace, run_mkdocs

if TYPE_CHECKING:
    from pathlib import Path

THAI_CODE_PAGES = ("cp874", "iso8859-11")
OTHERS = ("cp1252", "ascii")
COMMANDS = {
    "--help": 0,
    "check --help": 0,
    "check": 1,
    "check --format json": 1,
    "check --format github": 1,
    "scores": 1,
    "scores --format json": 1,
    "urls": 1,
    "export out": 1,
    "schema --output schemas": 0,
    "chekc": 2,
}
UNREADABLE = os.fsdecode("มาตรการ.yml".encode("cp874"))
"""The name of a file as a ZIP archive made by Windows in Thai leaves it elsewhere."""


def run(encoding: str, *arguments: str | Path, read_as: str = "") -> tuple[int, str]:
    """Return the code of a command and what it prints on streams of an encoding."""
    pipe = io.BytesIO()
    out, err = (io.TextIOWrapper(pipe, encoding=encoding, write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    out.flush()
    return int(ended.value.code or 0), pipe.getvalue().decode(read_as or encoding)


@pytest.fixture
def faulty(mueang_pan: Path) -> Path:
    """Return the data with a slip whose message holds marks that code pages lack."""
    replace(mueang_pan / "data/2568/result.yml", "score: 97.19", "score: 9719")
    return mueang_pan / "data"


@pytest.mark.parametrize("encoding", THAI_CODE_PAGES)
def test_a_thai_code_page_has_every_letter_and_marks_that_mean_the_same(encoding: str, faulty: Path) -> None:
    code, told = run(encoding, "check", "--data", faulty)
    assert code == 1
    assert "data/2568/result.yml:" in told
    assert "ต้องแก้: คะแนนรายตัวชี้วัด > รายการที่ 7 > คะแนน:" in told, told
    assert "ต้องแก้ 1 เรื่อง - " in told
    assert "\\" not in told


@pytest.mark.parametrize("encoding", THAI_CODE_PAGES)
def test_the_working_is_drawn_with_what_a_thai_code_page_has(encoding: str, mueang_pan: Path) -> None:
    code, told = run(encoding, "scores", "--explain", "--data", mueang_pan / "data")
    assert code == 0
    assert "\n+- " in told
    assert "\\" not in told


@pytest.mark.parametrize("encoding", OTHERS)
def test_where_no_thai_can_be_printed_utf_8_is(encoding: str, faulty: Path) -> None:
    code, told = run(encoding, "check", "--data", faulty, read_as="utf-8")
    assert code == 1
    assert "ต้องแก้ 1 เรื่อง · " in told


@pytest.mark.parametrize("encoding", [*THAI_CODE_PAGES, *OTHERS, "utf-8", "utf-16"])
def test_every_command_ends_as_it_should_whatever_it_prints_on(
    encoding: str, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (faulty / "2568/measures" / UNREADABLE).write_text("a: 1\n", encoding="utf-8")
    monkeypatch.chdir(faulty.parent)
    for command, expected in COMMANDS.items():
        code, told = run(encoding, *command.split(), read_as="utf-8" if encoding in OTHERS else "")
        assert (code, "โปรแกรมทำงานผิดพลาด" in told, "Traceback" in told) == (expected, False, False), told


@pytest.mark.parametrize("encoding", ["cp874", "cp1252"])
def test_json_is_the_same_for_machines_whatever_it_is_printed_on(encoding: str, faulty: Path) -> None:
    command = ("check", "--format", "json", "--data", faulty)
    _, told = run(encoding, *command, read_as="cp874" if encoding == "cp874" else "utf-8")
    _, plain = run("utf-8", *command)
    assert json.loads(told) == json.loads(plain)
    assert any("›" in each["message"] for each in json.loads(told))


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_file_name_that_is_no_utf_8_is_told_by_a_name_one_can_read(form: str, mueang_pan: Path) -> None:
    shown = {
        UNREADABLE: "มาตรการ.yml",
        os.fsdecode(b"\xff\xfe.pdf"): "\\xff\\xfe.pdf",
        os.fsdecode("รายงาน".encode() + b"\xe0"): "รายงาน\\xe0",
    }
    places = ("", "2568/", "2568/measures/", "2568/files/", "frameworks/")
    for place in places:
        for name in shown:
            (mueang_pan / "data" / place).mkdir(exist_ok=True)
            (mueang_pan / "data" / place / name).write_text("a: 1\n", encoding="utf-8")

    code, told = run("utf-8", "check", "--format", form, "--data", mueang_pan / "data")

    told = json.dumps(json.loads(told), ensure_ascii=False).replace("\\\\", "\\") if form == "json" else told
    assert code == 1
    assert told.count("ไม่ใช่ UTF-8") == len(places) * len(shown)
    assert [name for place in places for name in shown.values() if f"data/{place}{name}" not in told] == []


@pytest.mark.parametrize("encoding", ["cp874", "cp1252"])
def test_mkdocs_says_the_same_whatever_it_prints_on(encoding: str, faulty: Path) -> None:
    told = run_mkdocs(
        "build",
        project=faulty.parent,
        environment={"PYTHONIOENCODING": encoding},
        encoding=encoding if encoding == "cp874" else "utf-8",
    )
    assert told.returncode == 1
    assert "ต้องแก้: คะแนนรายตัวชี้วัด" in told.stdout
    assert "\\u" not in told.stdout


def test_where_names_of_files_are_no_utf_8_the_variable_that_mends_it_is_named(mueang_pan: Path) -> None:
    (mueang_pan / "content/ข่าว.md").write_text("# ข่าว\n", encoding="utf-8")
    c_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    told = run_mkdocs("build", project=mueang_pan, environment=c_locale)
    assert told.returncode == 1
    assert "ให้ตั้งตัวแปรของระบบ PYTHONUTF8=1 แล้วสั่งใหม่" in told.stdout
