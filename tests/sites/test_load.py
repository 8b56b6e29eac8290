"""Real data broken as editors break it: one run tells all of it, in Thai, and nothing is published."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from ita_site.ground.problems import Severity
from ita_site.hosts.cli import main
from ita_site.publishing import data_check

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

THAI = re.compile("[ก-๙]")


@dataclass(frozen=True)
class Slip:
    """One slip of an editor's hand: what was there, what is typed, and where the message must point.

    `at` is the text the message points to, searched in what was typed.
    """

    file: str
    old: str
    new: str
    code: str
    at: str
    says: str


ANNUAL = "2568/reports/annual.yml"
ASSETS = "2568/measures/asset-protection.yml"
RESULT = "2568/result.yml"

TEN_FILES = (
    Slip(ANNUAL, "change: 12.18\n", "change: 12.188\n", "too-many-digits", "12.188", "ทศนิยมเกิน 2 ตำแหน่ง"),
    Slip("2567/result.yml", "score: 92.26\n", "score: 953\n", "out-of-range", "953", "หมายถึง 95.3 หรือไม่"),
    Slip("2568/measures/ethics-code.yml", "\nsteps:", "\nstep:", "unknown-key", "step", "หมายถึง “steps” หรือไม่"),
    Slip(RESULT, "  - id: 7\n    score: 97.19\n", "  - id: 7\n", "missing-score", "id: 7", "missing:"),
    Slip(ASSETS, "- สำนักปลัด\n", "- สำนักปลดั\n", "unknown-division", "สำนักปลดั", "หมายถึง “สำนักปลัด” หรือไม่"),
    Slip(
        "2568/measures/internal-audit.yml", "start: 1 ต.ค. 2567", "start: 1 ต.ค. 2024", "bad-date", "1 ต.ค.", "คือ 2567"
    ),
    Slip("2567/analysis.yml", "    urgency: เร่งด่วน", "\turgency: เร่งด่วน", "tab", "\t", "ช่องว่าง (Space)"),
    Slip("agency.yml", "\nnotice:", "\ndistrict: เมืองปาน\nnotice:", "duplicate-key", "district", "มีแล้วที่บรรทัด"),
    Slip("2568/measures/e-service.yml", "title: ", "title:\n  - ", "not-a-text", "title", "พบรายการ 1 ข้อ"),
    Slip("2568/measures/no-gift-policy.yml", "title: ", 'title: "', "unclosed-quote", '"', "ปิดเครื่องหมายคำพูด"),
)
"""Ten slips, each in a file of its own."""

ONE_REPORT = (
    TEN_FILES[0],
    Slip(ANNUAL, "change: 4.93\n", "change: 953\n", "out-of-range", "953", "หมายถึง 95.3 หรือไม่"),
    Slip(ANNUAL, "\nsummary:", "\nsumary:", "unknown-key", "sumary", "หมายถึง “summary” หรือไม่"),
    Slip(
        ANNUAL,
        "- measure: no-gift-policy\n",
        "- measure: no-gift-polcy\n",
        "unknown-measure",
        "no-gift-polcy",
        "หมายถึง",
    ),
    Slip(ANNUAL, "date: 6 ต.ค. 2568", "date: 6 ต.ค. 2025", "bad-date", "6 ต.ค. 2025", "คือ 2568"),
    Slip(ANNUAL, "  start: 1 ต.ค. 2567", "\tstart: 1 ต.ค. 2567", "tab", "\t", "ช่องว่าง (Space)"),
    Slip(ANNUAL, "\n  to: ", "\n  to: ปลัด\n  to: ", "duplicate-key", "to: นายก", "มีแล้วที่บรรทัด"),
    Slip(ANNUAL, "signed_by: ", "signed_by:\n    - ", "not-a-text", "signed_by", "พบรายการ 1 ข้อ"),
    Slip(ANNUAL, "division: ", 'division: "', "unclosed-quote", '"', "ปิดเครื่องหมายคำพูด"),
)
"""All in one report. A score left out is not among them: after an unclosed quote nothing is called missing."""

ONE_MEASURE = (
    Slip(ASSETS, "number: 5\n", "number: 5.5\n", "not-a-number", "5.5", "จำนวนเต็ม"),
    Slip(ASSETS, "\nowners:", "\nmonitorng: ทุกปี\nowners:", "unknown-key", "monitorng", "หมายถึง “monitoring” หรือไม่"),
    TEN_FILES[4],
    Slip(ASSETS, "end: 30 ก.ย. 2568", "end: 30 ก.ย. 2025", "bad-date", "30 ก.ย.", "คือ 2568"),
    Slip(ASSETS, "  start: 1 ต.ค. 2567", "\tstart: 1 ต.ค. 2567", "tab", "\t", "ช่องว่าง (Space)"),
    Slip(ASSETS, "\nanswers:", "\nnumber: 6\nanswers:", "duplicate-key", "number: 6", "มีแล้วที่บรรทัด"),
    Slip(ASSETS, "matched_by: ", "monitoring:\n  - ทุกปี\nmatched_by: ", "not-a-text", "monitoring:", "พบรายการ 1 ข้อ"),
    Slip(ASSETS, "document: ", 'document: "', "unclosed-quote", '"', "ปิดเครื่องหมายคำพูด"),
)
"""All that a measure can hold: it has no scores."""

ONE_RESULT = (
    Slip(RESULT, "score: 98.57\n", "score: 98.571\n", "too-many-digits", "98.571", "ทศนิยมเกิน 2 ตำแหน่ง"),
    Slip(RESULT, "score: 97.96\n", "score: 953\n", "out-of-range", "953", "หมายถึง 95.3 หรือไม่"),
    Slip(RESULT, "\nlevel:", "\nlevle:", "unknown-key", "levle", "หมายถึง “level” หรือไม่"),
    TEN_FILES[3],
    Slip(RESULT, "  - id: 9\n    score", "  - id: 9\n\tscore", "tab", "\t", "ช่องว่าง (Space)"),
    Slip(RESULT, "\ntotal: 99.37", "\ntotal: 99.37\ntotal: 99.73", "duplicate-key", "total: 99.73", "มีแล้วที่บรรทัด"),
    Slip(RESULT, "name: การใช้จ่าย\n", "name:\n      - การใช้จ่าย\n", "not-a-text", "name:\n", "พบรายการ 1 ข้อ"),
    Slip(RESULT, "name: การป้องกันการ", 'name: "การป้องกันการ', "unclosed-quote", '"', "ปิดเครื่องหมายคำพูด"),
)
"""All that a result can hold: it has no dates and no divisions."""

VARIANTS = {
    "ten files": TEN_FILES,
    "one report": ONE_REPORT,
    "one measure": ONE_MEASURE,
    "one result": ONE_RESULT,
}
each_variant = pytest.mark.parametrize("slips", VARIANTS.values(), ids=VARIANTS)


def make(data: Path, slips: Sequence[Slip]) -> list[str]:
    """Make the slips in the files, and return what must be told of them: `path:line:column code`."""
    texts: dict[str, str] = {}
    for slip in slips:
        text = texts.get(slip.file) or (data / slip.file).read_text(encoding="utf-8")
        assert slip.old in text, f"{slip.file} no longer holds {slip.old!r}"
        texts[slip.file] = text.replace(slip.old, slip.new, 1)
    for name, text in texts.items():
        (data / name).write_text(text, encoding="utf-8")
    return sorted(f"{place(texts[slip.file], slip)} {slip.code}" for slip in slips)


def place(text: str, slip: Slip) -> str:
    """Return where `slip.at` stands, by plain search in the edited text."""
    offset = text.index(slip.at, text.index(slip.new))
    before = text[:offset].split("\n")
    return f"data/{slip.file}:{len(before)}:{len(before[-1]) + 1}"


def publish_nothing(root: Path) -> None:
    """Run every command that publishes or checks, and assert that each stops and leaves no page."""
    runner = CliRunner()
    data = str(root / "data")
    assert runner.invoke(main, ["check", "--data", data]).exit_code == 1
    exported = runner.invoke(main, ["export", str(root / "exported"), "--data", data])
    assert exported.exit_code == 1
    assert THAI.search(exported.stderr)
    assert not (root / "exported").exists()
    with pytest.raises(Abort):
        mkdocs_build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "built")))
    assert not [*root.glob("built/**/*.html")]


@each_variant
def test_one_run_names_every_slip_at_its_place_and_nothing_else(slips: Sequence[Slip], mueang_pan: Path) -> None:
    settled = {str(each) for each in data_check.check(mueang_pan / "data").problems}
    expected = make(mueang_pan / "data", slips)

    problems = [each for each in data_check.check(mueang_pan / "data").problems if str(each) not in settled]

    assert sorted(f"{problem.position} {problem.code}" for problem in problems) == expected
    for slip in slips:
        (message,) = {
            each.message for each in problems if each.code == slip.code and f"/{slip.file}:" in str(each.position)
        }
        assert THAI.search(message)
        assert slip.says in message


@each_variant
def test_check_prints_every_slip_with_its_line(slips: Sequence[Slip], mueang_pan: Path) -> None:
    expected = make(mueang_pan / "data", slips)

    told = CliRunner().invoke(main, ["check", "--data", str(mueang_pan / "data")])

    assert told.exit_code == 1
    for each in expected:
        assert f"{each.split()[0]}: ต้องแก้: " in told.stdout


@each_variant
def test_nothing_is_published_from_broken_data(slips: Sequence[Slip], mueang_pan: Path) -> None:
    make(mueang_pan / "data", slips)
    publish_nothing(mueang_pan)


@pytest.mark.parametrize("typed", ["953", "95.333", "ร้อย"], ids=["no point", "three decimals", "a word"])
def test_a_wrong_score_is_one_problem_wherever_it_stands(typed: str, mueang_pan: Path) -> None:
    path = mueang_pan / "data" / RESULT
    lines = path.read_text(encoding="utf-8").split("\n")
    scores = [number for number, line in enumerate(lines) if line.startswith("    score: ")]
    assert len(scores) == 10
    for number in scores:
        broken = [*lines]
        broken[number] = f"    score: {typed}"
        path.write_text("\n".join(broken), encoding="utf-8")

        (problem,) = [
            each for each in data_check.check(mueang_pan / "data").problems if each.severity is Severity.ERROR
        ]

        assert problem.position.line == number + 1


def no_data(data: Path) -> None:
    shutil.rmtree(data)


def empty_year(data: Path) -> None:
    (data / "2570").mkdir()


def year_of_two_digits(data: Path) -> None:
    (data / "2568").rename(data / "68")


def christian_year(data: Path) -> None:
    (data / "2568").rename(data / "2025")


def measure_outside_a_year(data: Path) -> None:
    (data / ASSETS).rename(data / "asset-protection.yml")


def measures_outside_a_year(data: Path) -> None:
    (data / "2568/measures").rename(data / "measures")


def measure_in_the_year_folder(data: Path) -> None:
    (data / ASSETS).rename(data / "2568/asset-protection.yml")


@pytest.mark.parametrize(
    ("misplace", "where", "says"),
    [
        (no_data, "data", "ข้อมูลทั้งหมดต้องอยู่ในโฟลเดอร์นี้"),
        (empty_year, "data/2570", "โฟลเดอร์ปีนี้ว่างเปล่า"),
        (year_of_two_digits, "data/68", "หมายถึง 2568 หรือไม่"),
        (christian_year, "data/2025", "ให้พิมพ์เป็นปี พ.ศ. คือ 2568"),
        (measure_outside_a_year, "data/asset-protection.yml", "ไม่รู้จักไฟล์"),
        (measures_outside_a_year, "data/measures", "ต้องอยู่ในโฟลเดอร์ปีงบประมาณ เช่น data/2568/measures"),
        (measure_in_the_year_folder, "data/2568/asset-protection.yml", "measures"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_project_set_up_wrongly_is_explained(
    misplace: Callable[[Path], None], where: str, says: str, mueang_pan: Path
) -> None:
    misplace(mueang_pan / "data")

    told = CliRunner().invoke(main, ["check", "--data", str(mueang_pan / "data")])

    assert told.exit_code == 1
    (line,) = [line for line in told.stdout.split("\n") if line.startswith(f"{where}: ต้องแก้: ")]
    assert says in line
    publish_nothing(mueang_pan)
