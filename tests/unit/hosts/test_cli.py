"""The commands as a clerk and a workflow use them: what they print, and the code they end with."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from ita_site.data.load.folder import FileKind
from ita_site.hosts import cli
from ita_site.hosts.cli import _Group, main
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from click.testing import Result

THAI = re.compile("[ก-๙]")
COMMANDS = (
    "check",
    "scores",
    "urls",
    "changes",
    "history",
    "handbook",
    "correct",
    "publish",
    "rollback",
    "export",
    "new",
    "new-year",
    "new-measure",
    "new-report",
    "import",
    "status",
    "edit",
    "new-oit",
    "oit",
    "links",
    "schema",
    "document",
    "data",
    "verify",
    "build",
    "cache",
    "many",
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def sound(mueang_pan: Path) -> Path:
    """Return a copy of the real project where what its document prints wrongly is put right: nothing is to be told.

    The names of three indicators, a misprint, and the number of the office that no page of the document has.
    """
    for year in ("2567", "2568"):
        for printed, right in (
            ("การป้องกันทุจริต", "การปฏิบัติหน้าที่"),
            ("การใช้จ่าย", "การใช้อำนาจ"),
            ("การใช้จ่ายเงินของราชการ", "การใช้ทรัพย์สินของราชการ"),
        ):
            replace(mueang_pan / f"data/{year}/result.yml", f"    name: {printed}\n", f"    name: {right}\n")
    replace(mueang_pan / "data/2568/reports/annual.yml", "text: แจกเวียน", "text: แจ้งเวียน")
    office = "  - name: โทรศัพท์สำนักงาน\n"
    replace(mueang_pan / "data/agency.yml", office, f"{office}    address: tel:054000000\n")
    return mueang_pan


def print_total(root: Path, total: str) -> None:
    replace(root / "data/2568/result.yml", "total: 99.37", f"total: {total}")


def break_total(root: Path) -> None:
    print_total(root, "9937")


def test_check_says_so_when_nothing_is_wrong(sound: Path) -> None:
    told = run("check", "--data", sound / "data")
    assert (told.exit_code, told.stdout) == (0, "ตรวจแล้ว ไม่พบปัญหา\n")


def test_check_finds_the_data_folder_beside_it(mueang_pan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mueang_pan)
    assert run("check").exit_code == 0


def test_check_shows_the_line_and_points_at_the_slip(sound: Path) -> None:
    break_total(sound)

    told = run("check", "--data", sound / "data")

    assert told.exit_code == 1
    assert told.stdout == (
        "data/2568/result.yml:3:8: ต้องแก้: คะแนนรวม: คะแนน 9937 อยู่นอกช่วง 0 ถึง 100 หมายถึง 99.37 หรือไม่\n"
        "    3 | total: 9937\n"
        "               ^\n"
        "\n"
        "พบ ต้องแก้ 1 เรื่อง ใน 1 ไฟล์\n"
    )


def test_check_writes_annotations_for_github(sound: Path) -> None:
    break_total(sound)

    told = run("check", "--data", sound / "data", "--format", "github")

    assert told.exit_code == 1
    assert told.stdout == (
        "::error file=data/2568/result.yml,line=3,col=8,title=out-of-range"
        "::คะแนนรวม: คะแนน 9937 อยู่นอกช่วง 0 ถึง 100 หมายถึง 99.37 หรือไม่\n"
    )


def test_check_writes_json_for_machines(sound: Path) -> None:
    break_total(sound)
    (sound / "data/2568/แผน.docx").write_bytes(b"PK")

    told = run("check", "--data", sound / "data", "--format", "json")

    assert told.exit_code == 1
    first, second = json.loads(told.stdout)
    assert first.pop("message").startswith("คะแนนรวม")
    assert first == {
        "path": "data/2568/result.yml",
        "line": 3,
        "column": 8,
        "severity": "error",
        "code": "out-of-range",
    }
    assert (second["path"], second["line"], second["severity"]) == ("data/2568/แผน.docx", None, "warning")


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_warning_stops_only_a_strict_check(form: str, mueang_pan: Path) -> None:
    (mueang_pan / "data/2568/แผน.docx").write_bytes(b"PK")
    arguments = ("check", "--data", mueang_pan / "data", "--format", form)

    assert run(*arguments).exit_code == 0
    assert run(*arguments, "--strict").exit_code == 1


def test_a_notice_stops_nothing(sound: Path) -> None:
    path = sound / "data/agency.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("https:", "http:", 1), encoding="utf-8")

    told = run("check", "--data", sound / "data", "--strict")

    assert told.exit_code == 0
    assert "ควรทราบ 1 เรื่อง" in told.stdout


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_total_that_does_not_follow_stops_only_a_strict_check(form: str, mueang_pan: Path) -> None:
    print_total(mueang_pan, "99.40")
    arguments = ("check", "--data", mueang_pan / "data", "--format", form)

    assert (run(*arguments).exit_code, run(*arguments, "--strict").exit_code) == (0, 1)
    told = run(*arguments).stdout
    assert "คะแนนรวม ประกาศ 99.40 แต่ส่วนประกอบให้ 99.37 (IIT = 100.00, EIT = 97.91, OIT = 100.00)" in told


def test_a_total_that_does_not_follow_is_shown_with_its_line(mueang_pan: Path) -> None:
    print_total(mueang_pan, "99.40")

    lines = run("check", "--data", mueang_pan / "data").stdout.splitlines()

    (place,) = [number for number, line in enumerate(lines) if line.startswith("data/2568/result.yml:3:8: คำเตือน: ")]
    assert lines[place + 1 : place + 3] == ["    3 | total: 99.40", "               ^"]


def test_scores_shows_published_computed_and_change(mueang_pan: Path) -> None:
    told = run("scores", "--data", mueang_pan / "data")

    assert told.exit_code == 0
    rows = [line.split() for line in told.stdout.split("\n")]
    assert ["คะแนนรวม", "96.33", "96.33", "เทียบไม่ได้"] in rows
    assert ["คะแนนรวม", "99.37", "99.37", "+3.04"] in rows
    assert ["8", "97.96", "-", "+12.18"] in rows
    assert "ไม่ตรงกัน" not in told.stdout


def test_scores_marks_a_figure_that_does_not_follow(mueang_pan: Path) -> None:
    print_total(mueang_pan, "99.73")

    told = run("scores", "--data", mueang_pan / "data", "--year", "2568")

    rows = [line.split() for line in told.stdout.split("\n")]
    assert ["คะแนนรวม", "99.73", "99.37", "+3.40", "ไม่ตรงกัน"] in rows


def test_scores_shows_one_year_where_asked(mueang_pan: Path) -> None:
    told = run("scores", "--data", mueang_pan / "data", "--year", "2567", "--format", "json")

    assert told.exit_code == 0
    (year,) = json.loads(told.stdout).items()
    assert year[0] == "2567"
    assert (year[1]["published"], year[1]["computed"]) == ("96.33", "96.33")
    assert [part["id"] for part in year[1]["parts"]] == ["IIT", "EIT", "OIT"]
    assert [part["id"] for part in year[1]["parts"][1]["parts"]] == ["6", "7", "8"]


def test_scores_of_a_year_without_a_result_names_the_years_there_are(mueang_pan: Path) -> None:
    told = run("scores", "--data", mueang_pan / "data", "--year", "2599")

    assert told.exit_code == 1
    assert "ไม่มีผลการประเมินปี 2599 ปีที่มีผล: 2567, 2568" in told.stderr
    assert told.stdout == ""


def test_scores_tells_of_wrong_data_instead_of_computing_from_it(mueang_pan: Path) -> None:
    break_total(mueang_pan)

    told = run("scores", "--data", mueang_pan / "data")

    assert told.exit_code == 1
    assert told.stdout == ""
    assert "data/2568/result.yml:3:8" in told.stderr


def test_export_says_how_many_pages_it_wrote(mueang_pan: Path) -> None:
    told = run("export", mueang_pan / "out", "--data", mueang_pan / "data")

    assert told.exit_code == 0
    # The exported folder keeps the hand-written pages too; those are not counted.
    written = len([*(mueang_pan / "out/content").rglob("*.md")]) - len([*(mueang_pan / "content").rglob("*.md")])
    assert f"เขียน {written} หน้าลง" in told.stdout


def test_export_refuses_a_folder_with_other_files_in_thai(mueang_pan: Path) -> None:
    kept = mueang_pan / "out/letter.txt"
    kept.parent.mkdir()
    kept.write_text("อย่าลบ", encoding="utf-8")

    told = run("export", mueang_pan / "out", "--data", mueang_pan / "data")

    assert told.exit_code == 1
    assert "มีไฟล์อื่นอยู่" in told.stderr
    assert kept.read_text(encoding="utf-8") == "อย่าลบ"
    assert "Traceback" not in told.output


@pytest.mark.parametrize("command", ["check", "scores"])
def test_a_missing_data_folder_is_explained(command: str, tmp_path: Path) -> None:
    told = run(command, "--data", tmp_path / "data")

    assert told.exit_code == 1
    assert "data: ต้องแก้: ไม่พบโฟลเดอร์นี้" in told.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--format", "xml"), "“xml” ไม่ใช่ตัวเลือกที่มี ให้เลือกจาก text, github, gitlab, json"),
        (("check", "--format"), "หลัง --format ต้องพิมพ์ค่าด้วย"),
        (("check", "--strict=1"), "--strict ไม่รับค่า"),
        (("check", "--srtict"), "ไม่มีตัวเลือก --srtict หมายถึง --strict หรือไม่"),
        (("check", "more", "words"), "มีคำเกินมา: more words"),
        (("chekc",), "ไม่มีคำสั่ง chekc หมายถึง check หรือ"),
        (("many", "biuld"), "ไม่มีคำสั่ง biuld หมายถึง build หรือไม่"),
        (("scores", "--year", "ปีนี้"), "“ปีนี้” ไม่ใช่จำนวน"),
        (("edit", "--port", "99999"), "--port: 99999 อยู่นอกช่วง"),
        (("export",), "ยังไม่ได้พิมพ์ โฟลเดอร์ปลายทาง"),
        (("new-report", "2568"), "ให้เลือกจาก six-month, annual"),
        (("import", "."), "ไฟล์: . เป็นโฟลเดอร์ ไม่ใช่ไฟล์"),
        (("--wrong",), "ไม่มีตัวเลือก --wrong"),
        (("--debug",), "ยังไม่ได้พิมพ์คำสั่ง"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_a_command_typed_wrongly_ends_with_2_and_says_so_in_thai(arguments: tuple[str, ...], said: str) -> None:
    told = run(*arguments)

    assert told.exit_code == 2
    assert said in told.stderr
    assert not re.search("Usage|Error|Try|Invalid|Missing", told.stderr)


@pytest.mark.parametrize("arguments", [(), ("check",), ("many",), ("many", "build"), ("import",)], ids=" ".join)
def test_help_has_no_english_heads(arguments: tuple[str, ...]) -> None:
    told = run(*arguments, "--help")

    assert told.exit_code == 0
    assert "วิธีพิมพ์: " in told.stdout
    assert not re.search(r"Usage|Options|Commands|Show this|default:|required|OPTIONS|DIRECTORY|INTEGER", told.stdout)


def test_a_command_is_understood_anywhere_in_a_project(mueang_pan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mueang_pan / "data/2568/measures")
    assert "โฟลเดอร์ ../.. เช่น 2568/result.yml" in run("history", "nothing").stderr

    (mueang_pan / "mkdocs.yml").write_text("site_name: of another program\n", encoding="utf-8")
    assert "โฟลเดอร์ data เช่น" in run("history", "nothing").stderr


def test_outside_a_project_a_build_says_where_it_is_to_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("build")

    assert told.exit_code == 1
    assert "ไม่พบ mkdocs.yml ให้เข้าโฟลเดอร์ของโครงการ" in told.stderr


def test_a_question_that_nobody_answers_ends_the_command(mueang_pan: Path) -> None:
    told = run("new-measure", "2568", "asset-lending", "--data", mueang_pan / "data")

    assert told.exit_code == 1
    assert "ไม่มีผู้ตอบ สิ่งที่ถามพิมพ์เป็นตัวเลือกได้" in told.stderr
    assert "Aborted" not in told.stderr


def group_with(error: Exception) -> click.Group:
    """Return a group like ours whose only command fails."""

    @click.group(cls=_Group)
    @click.option("--debug", is_flag=True)
    def group(*, debug: bool) -> None:
        del debug

    @group.command()
    def fail() -> None:
        raise error

    return group


def test_an_error_of_the_program_ends_with_3_and_one_thai_sentence() -> None:
    told = CliRunner().invoke(group_with(RuntimeError("boom")), ["fail"])

    assert told.exit_code == 3
    assert told.output.count("\n") == 1
    assert "โปรแกรมทำงานผิดพลาด (RuntimeError) ไม่ใช่ความผิดของข้อมูล" in told.stderr


def test_a_maintainer_is_shown_the_traceback() -> None:
    told = CliRunner().invoke(group_with(RuntimeError("boom")), ["--debug", "fail"])

    assert told.exit_code == 3
    assert "Traceback" in told.stderr
    assert "boom" in told.stderr


def test_a_disk_that_does_not_answer_is_not_an_error_of_the_program() -> None:
    told = CliRunner().invoke(group_with(OSError(errno.ENOSPC, "No space left on device", "out/index.md")), ["fail"])

    assert told.exit_code == 1
    assert told.stderr == "อ่านหรือเขียนไฟล์ไม่ได้: out/index.md: ที่เก็บเต็ม ให้ลบไฟล์ที่ไม่ใช้ แล้วสั่งใหม่\n"


def test_schema_writes_what_the_lines_that_it_prints_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("schema").exit_code == 0

    told = run("schema")  # a second time: after an upgrade

    assert told.exit_code == 0
    lines = re.findall(r"^(data/\S+): # yaml-language-server: \$schema=(\S+)$", told.stdout, re.MULTILINE)
    assert len(lines) == len(FileKind)
    for file, schema in lines:
        written = tmp_path / Path(file).parent / schema
        assert "properties" in json.loads(Path(os.path.normpath(written)).read_text(encoding="utf-8"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".schemas"]


def test_schemas_beside_the_data_are_no_data(mueang_pan: Path) -> None:
    assert run("schema", "--output", mueang_pan / "data/.schemas").exit_code == 0
    assert run("check", "--strict", "--data", mueang_pan / "data").exit_code == 0


@pytest.mark.parametrize("command", ["", *COMMANDS], ids=["ita-site", *COMMANDS])
def test_help_is_in_thai(command: str) -> None:
    told = run(*filter(None, [command]), "--help")

    assert told.exit_code == 0
    sentences = told.stdout.split("\n\n")[1]
    assert THAI.search(sentences)


def test_every_command_and_option_is_explained_in_thai() -> None:
    assert set(cli.COMMANDS) == set(COMMANDS)
    for name in COMMANDS:
        command = cli.command(name)
        assert THAI.search(command.help or ""), name
        parts = list(command.commands.values()) if isinstance(command, click.Group) else [command]
        assert all(THAI.search(each.help or "") for each in parts), name
        for option in (option for each in parts for option in each.params):
            if isinstance(option, click.Option):
                assert THAI.search(option.help or ""), (name, option.name)
    assert run("--help").stdout.count("  ") > len(COMMANDS)


def test_the_command_is_installed_with_its_version() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from ita_site.hosts.cli import main; main()", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.fullmatch(r"ita-site \d+\.\d+\.\d+\n", told.stdout)
