"""Who changed a value, when, and from what to what: through lists, other names, merges, and without Git."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

PLAN = """\
title: มาตรการยืมพัสดุ
answers: [9]
steps: [ประกาศคู่มือการยืมพัสดุ, จัดทำทะเบียนคุม, ตรวจนับทุกสิ้นเดือน]
owners: [สำนักปลัด]
"""
RESULT = """\
total: 90.00
level: ผ่าน
indicators:
  - {id: 1, score: 91.00}
  - {id: 2, score: 92.00}
  - {id: 3, score: 93.00}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder in a repository with nothing committed."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name, text in (("2568/result.yml", RESULT), ("2568/measures/lending.yml", PLAN)):
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["history", *arguments, "--data", str(data)])


def commit(data: Path, said: str, author: str = "สมหญิง ใจดี", day: str = "2026-10-05T09:00:00+07:00") -> None:
    git(data, "add", "-A")
    git(data, "commit", "-q", "-m", said, f"--author={author} <someone@example.go.th>", f"--date={day}")


def steps(data: Path, *arguments: str) -> list[str]:
    """Return the changes of a field, the last first: in which commit, from what to what."""
    found = json.loads(run(data, *arguments, "--json").stdout)
    return [
        f"{step['subject']}: {value['old']} → {value['new']}" for step in found["steps"] for value in step["values"]
    ]


def test_a_value_has_who_when_and_from_what_to_what(data: Path) -> None:
    commit(data, "พิมพ์ผล", day="2026-10-01T23:30:00+00:00")
    replace(data / "2568/result.yml", "total: 90.00", "total: 99.00")
    commit(data, "แก้คะแนนรวม", author="สมชาย ขยัน")
    replace(data / "2568/result.yml", "total: 99.00", "total: 90.99")

    told = run(data, "2568/result.yml", "คะแนนรวม").stdout.splitlines()

    assert told[0] == f"ประวัติของ “คะแนนรวม” ใน {data.as_posix()}/2568/result.yml"
    assert told[1] == "ตอนนี้: 90.99"
    assert told[3:5] == ["ยังไม่ได้บันทึกลง Git", "  99.00 → 90.99"]
    assert told[6].startswith("5 ตุลาคม 2569 สมชาย ขยัน (")
    assert told[7] == "  90.00 → 99.00"
    assert told[9].startswith("2 ตุลาคม 2569 สมหญิง ใจดี (")  # half past six in Thailand, the day after
    assert told[10] == "  (ไม่มี) → 90.00"


def test_an_item_is_followed_to_where_it_stood_before(data: Path) -> None:
    commit(data, "แรก")
    replace(data / "2568/result.yml", "score: 93.00", "score: 39.00")
    commit(data, "พิมพ์ผิด")
    replace(data / "2568/result.yml", "  - {id: 1, score: 91.00}\n", "")
    replace(data / "2568/result.yml", "  - {id: 2, score: 92.00}\n", "")
    (data / "2568/result.yml").write_text(
        (data / "2568/result.yml").read_text(encoding="utf-8") + "  - {id: 2, score: 92.00}\n", encoding="utf-8"
    )
    commit(data, "เรียงใหม่")
    replace(data / "2568/result.yml", "score: 39.00", "score: 93.00")
    commit(data, "แก้")

    for typed in ("indicators.1.score", "คะแนนรายตัวชี้วัด › 3 › คะแนน", "คะแนนรายตัวชี้วัด>๓>คะแนน"):
        assert steps(data, "2568/result.yml", typed) == [
            "แก้: 39.00 → 93.00",
            "พิมพ์ผิด: 93.00 → 39.00",
            "แรก: None → 93.00",
        ]


def test_a_line_that_was_moved_and_put_right_is_the_same_line(data: Path) -> None:
    commit(data, "แรก")
    path = data / "2568/measures/lending.yml"
    replace(path, "[ประกาศคู่มือการยืมพัสดุ, จัดทำทะเบียนคุม,", "[จัดทำทะเบียนคุม, ประกาศคู่มือการยืมพัสดุ,")
    commit(data, "ย้าย")
    replace(path, "ประกาศคู่มือการยืมพัสดุ", "ประกาศคู่มือการยืมพัสดุ ฉบับใหม่")
    commit(data, "แก้ข้อความ")

    assert steps(data, "2568/measures/lending.yml", "steps.2") == [
        "แก้ข้อความ: ประกาศคู่มือการยืมพัสดุ → ประกาศคู่มือการยืมพัสดุ ฉบับใหม่",
        "แรก: None → ประกาศคู่มือการยืมพัสดุ",
    ]


def test_a_value_that_was_taken_out_and_put_back_keeps_what_it_was(data: Path) -> None:
    commit(data, "แรก")
    replace(data / "2568/result.yml", "  - {id: 3, score: 93.00}\n", "")
    commit(data, "ลบ")
    (data / "2568/result.yml").write_text(RESULT.replace("93.00", "94.00"), encoding="utf-8")
    commit(data, "ใส่คืน")

    assert steps(data, "2568/result.yml", "indicators.3.score") == [
        "ใส่คืน: None → 94.00",
        "ลบ: 93.00 → None",
        "แรก: None → 93.00",
    ]


def test_a_file_is_followed_through_its_names_and_through_merges(data: Path) -> None:
    commit(data, "แรก", day="2026-10-01T09:00:00+07:00")
    git(data, "checkout", "-q", "-b", "colleague")
    replace(data / "2568/measures/lending.yml", "[สำนักปลัด]", "[กองคลัง]")
    commit(data, "ผู้ร่วมงานแก้", author="สมชาย ขยัน")
    git(data, "checkout", "-q", "main")
    git(data, "mv", "2568/measures/lending.yml", "2568/measures/asset-lending.yml")
    commit(data, "เปลี่ยนชื่อ")
    replace(data / "2568/measures/asset-lending.yml", "title: มาตรการยืมพัสดุ", "title: มาตรการยืมพัสดุของราชการ")
    commit(data, "แก้ชื่อ")
    git(data, "merge", "-q", "--no-edit", "colleague")

    assert steps(data, "2568/measures/asset-lending.yml", "owners.1") == [
        "ผู้ร่วมงานแก้: สำนักปลัด → กองคลัง",
        "แรก: None → สำนักปลัด",
    ]
    whole = run(data, "2568/measures/asset-lending.yml").stdout
    assert "  เปลี่ยนชื่อไฟล์ จาก data/2568/measures/lending.yml\n" in whole
    assert whole.count("→") == 2
    assert whole.endswith("  สร้างไฟล์\n")


def test_what_two_changed_is_told_of_the_one_who_chose(data: Path) -> None:
    commit(data, "แรก")
    git(data, "checkout", "-q", "-b", "colleague")
    replace(data / "2568/result.yml", "total: 90.00", "total: 91.00")
    commit(data, "หนึ่ง")
    git(data, "checkout", "-q", "main")
    replace(data / "2568/result.yml", "total: 90.00", "total: 92.00")
    commit(data, "สอง")
    git(data, "merge", "-q", "--no-commit", "-s", "ours", "colleague")
    replace(data / "2568/result.yml", "total: 92.00", "total: 93.00")
    commit(data, "เลือก")

    found = steps(data, "2568/result.yml", "total")

    assert found[0] == "เลือก: 92.00 → 93.00"
    assert sorted(found[1:3]) == ["สอง: 90.00 → 92.00", "หนึ่ง: 90.00 → 91.00"]
    assert found[3:] == ["แรก: None → 90.00"]


def test_a_file_that_is_gone_still_has_its_history(data: Path) -> None:
    commit(data, "แรก")
    (data / "2568/result.yml").unlink()

    told = run(data, "2568/result.yml").stdout

    assert told.splitlines()[2:4] == ["ยังไม่ได้บันทึกลง Git", "  ลบไฟล์"]
    assert steps(data, "2568/result.yml", "total") == ["None: 90.00 → None", "แรก: None → 90.00"]


def test_versions_that_cannot_be_read_are_passed_over(data: Path) -> None:
    commit(data, "แรก")
    for said, text in (("พัง", "total: [90.00\nlevel: 'x\n"), ("ไม่ใช่ข้อความ", "\x00\xff\xfe"), ("ว่าง", "")):
        (data / "2568/result.yml").write_text(text, encoding="utf-8")
        commit(data, said)
    (data / "2568/result.yml").write_text(RESULT.replace("90.00", "95.00"), encoding="utf-8")
    commit(data, "กู้คืน")

    found = steps(data, "2568/result.yml", "total")

    assert found[0].endswith("→ 95.00")
    assert found[-1] == "แรก: None → 90.00"


def test_a_new_file_in_a_new_repository_has_only_what_is_on_the_disk(data: Path) -> None:
    told = run(data, "2568/result.yml", "total")

    assert told.exit_code == 0
    assert told.stdout.splitlines()[3:] == ["ยังไม่ได้บันทึกลง Git", "  (ไม่มี) → 90.00"]


def test_a_copy_of_a_part_of_the_repository_says_so(data: Path, tmp_path: Path) -> None:
    commit(data, "แรก")
    replace(data / "2568/result.yml", "total: 90.00", "total: 91.00")
    commit(data, "สอง")
    git(tmp_path, "clone", "-q", "--depth", "1", tmp_path.as_uri(), str(tmp_path / "copy"))

    assert "git fetch --unshallow" in run(tmp_path / "copy" / "data", "2568/result.yml").stdout


def test_personal_data_of_old_versions_are_masked(data: Path) -> None:
    replace(data / "2568/measures/lending.yml", "[สำนักปลัด]", "[นายเกียรติ เลขประจำตัวประชาชน 1-1017-00230-70-8]")
    commit(data, "แรก")
    replace(data / "2568/measures/lending.yml", "1-1017-00230-70-8", "")
    commit(data, "ลบเลข")

    assert "00230" not in run(data, "2568/measures/lending.yml", "owners").stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("2568/result.yml", "คะแนรวม"), "ช่องที่มี: คะแนนรวม"),
        (("2568/result.yml", "คะแนน"), "หมายถึงได้หลายช่อง"),
        (("2568/result.yml", "indicators.9.score"), "ไม่มีช่อง “indicators.9.score”"),
        (("2568/result.yml", ""), "ไม่มีช่อง “”"),
        (("../../etc/passwd",), "ไม่ใช่ไฟล์ข้อมูล"),
        (("2568/results.yml",), "ไม่ใช่ไฟล์ข้อมูล"),
        (("2567/result.yml",), "Git ยังไม่รู้จักไฟล์นี้"),
    ],
)
def test_what_is_not_known_is_told_with_what_is(data: Path, typed: tuple[str, ...], said: str) -> None:
    commit(data, "แรก")

    told = run(data, *typed)

    assert told.exit_code == 1
    assert said in told.stderr


def test_a_place_and_a_name_that_differ_are_not_guessed(data: Path) -> None:
    """The second indicator of this file is the third of the framework."""
    replace(data / "2568/result.yml", "  - {id: 2, score: 92.00}\n", "")
    replace(data / "2568/result.yml", "  - {id: 1, score: 91.00}\n", "  - {id: 2, score: 91.00}\n")
    commit(data, "แรก")

    told = run(data, "2568/result.yml", "indicators.2.score")

    assert told.exit_code == 1
    assert "  คะแนนรายตัวชี้วัด › 2 › คะแนน\n  คะแนนรายตัวชี้วัด › 3 › คะแนน\n" in told.stderr


def test_without_git_a_sentence_says_so(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert "ไม่มีโปรแกรม git" in run(data, "2568/result.yml").stderr

    monkeypatch.undo()
    (data.parent / ".git").rename(data.parent / "not-git")

    told = run(data, "2568/result.yml")
    assert told.exit_code == 1
    assert "ไม่ได้เก็บใน Git" in told.stderr
