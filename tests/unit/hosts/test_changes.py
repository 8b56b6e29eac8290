"""What has changed since the last publication: values, not lines; items by what they are called, not by their place."""

from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.data.model import Disclosure, Measure, Report, Result
from ita_site.hosts.cli import main
from ita_site.hosts.value_changes import ValueKind, compared
from tests.helpers import made_files
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result as Told

    from ita_site.data.model import Record
    from ita_site.data.source import Value

NEW_MEASURE = "title: มาตรการใหม่\nagency: เทศบาลตำบลเมืองปาน\nanswers: [9]\nsteps: [ประกาศ]\nowners: [สำนักปลัด]\n"


def run(*arguments: str | Path) -> Told:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def scores(*given: tuple[str, str]) -> Value:
    return {"total": "99", "level": "A", "indicators": [{"id": name, "score": score} for name, score in given]}


@pytest.mark.parametrize(
    ("record", "old", "new", "found"),
    [
        (Result, scores(("7", "97.19")), scores(("7", "97.91")), ["คะแนน|คะแนนรายตัวชี้วัด › 7 › คะแนน|97.19|97.91"]),
        (Result, scores(("7", "97.10")), scores(("๗", "๙๗.๑")), []),
        (
            Result,
            scores(("7", "1"), ("8", "2")),
            scores(("6", "3"), ("7", "1"), ("8", "2")),
            ["รายการ|คะแนนรายตัวชี้วัด › 6|None|6 (3)"],
        ),
        (Result, scores(("6", "3"), ("7", "1")), scores(("7", "1")), ["รายการ|คะแนนรายตัวชี้วัด › 6|6 (3)|None"]),
        (Result, scores(("7", "1"), ("8", "2")), scores(("8", "2"), ("7", "1")), ["ลำดับ|คะแนนรายตัวชี้วัด|7, 8|8, 7"]),
        (Result, {"respondents": "1,204"}, {"respondents": "๑๒๐๔"}, []),
        (Disclosure, {"closes": "30 เม.ย. 2569"}, {"closes": "2569-04-30"}, []),
        (Disclosure, {"closes": "30 เม.ย. 2569"}, {"closes": "1 พ.ค. 2569"}, ["วันที่|*|30 เม.ย. 2569|1 พ.ค. 2569"]),
        (Disclosure, {"closes": "30 เม.ย. 2569"}, {}, ["วันที่|*|30 เม.ย. 2569|None"]),
        (
            Disclosure,
            {"items": [{"item": "O1", "reply": "มี"}, {"item": "O2", "reply": "มี"}]},
            {"items": [{"item": "O2", "reply": "ไม่มี"}, {"item": "O1", "reply": "มี"}]},
            ["สถานะหรือตัวเลือก|รายข้อ › O2 › ตอบว่า|มี|ไม่มี", "ลำดับ|รายข้อ|O1, O2|O2, O1"],
        ),
        (
            Disclosure,
            {"items": [{"item": "O1", "evidence": [{"title": "หน้าเว็บ", "url": "https://a.go.th/"}]}]},
            {"items": [{"item": "O1", "evidence": [{"title": "หน้าเว็บ", "url": "https://b.go.th/"}]}]},
            ["ลิงก์|*|https://a.go.th/|https://b.go.th/"],
        ),
        (Measure, {"steps": ["ก", "ค"]}, {"steps": ["ก", "ข", "ค"]}, ["ข้อความ|ขั้นตอนหรือวิธีการปฏิบัติ › รายการที่ 2|None|ข"]),
        (Measure, {"steps": ["ประกาศคู่มือยืม"]}, {"steps": ["ประกาศคู่มือการยืม"]}, ["ข้อความ|*|ประกาศคู่มือยืม|ประกาศคู่มือการยืม"]),
        (Measure, {"steps": ["ประกาศ"]}, {"steps": [{"text": "ประกาศ", "no": "1"}]}, ["ข้อความ|*|None|1"]),
        (
            Report,
            {"measures": [{"measure": "lending", "status": "ดำเนินการแล้ว"}]},
            {"measures": [{"measure": "gifts"}, {"measure": "lending", "status": "กำลังดำเนินการ"}]},
            [
                "รายการ|ผลรายมาตรการ › gifts|None|gifts",
                "สถานะหรือตัวเลือก|ผลรายมาตรการ › การยืม › สถานะ|ดำเนินการแล้ว|กำลังดำเนินการ",
            ],
        ),
    ],
)
def test_a_change_is_named_by_its_field_and_its_values(
    record: type[Record], old: Value, new: Value, found: list[str]
) -> None:
    made = list(compared(old, new, record, {"lending": "การยืม"}))
    for change, wanted in zip(made, found, strict=True):
        kind, labels, before, after = wanted.split("|")
        assert (change.kind.value, str(change.old), str(change.new)) == (kind, before, after)
        assert labels in {"*", " › ".join(change.labels)}


@pytest.fixture
def project(mueang_pan: Path) -> Path:
    """Return the real project, committed."""
    git(mueang_pan, "init", "-q")
    git(mueang_pan, "add", "data", "content", "mkdocs.yml")
    git(mueang_pan, "commit", "-q", "-m", "ฉบับแรก")
    return mueang_pan


def test_a_score_a_day_and_a_measure_are_told_with_the_pages_they_touch(project: Path) -> None:
    data = project / "data"
    assert "ไม่มีอะไรเปลี่ยน" in run("changes", "--data", data).stdout
    replace(data / "2568/result.yml", "total: 99.37", "total: ๙๙.๗๓ # พิมพ์ใหม่")
    memo = data / "2568/reports/annual.yml"
    memo.write_text(
        memo.read_text(encoding="utf-8").replace("date: 6 ต.ค. 2568", "date: 7 ต.ค. 2568"), encoding="utf-8"
    )
    (data / "2568/measures/new-one.yml").write_text(NEW_MEASURE, encoding="utf-8")
    (project / "content/about/index.md").write_text("# เรื่องใหม่\n", encoding="utf-8")

    told = run("changes", "--data", data)

    assert told.exit_code == 1  # the total is not what its parts give
    assert "  คะแนนรวม: 99.37 → ๙๙.๗๓\n" in told.stdout
    assert "2568/measures/new-one.yml: มาตรการ “มาตรการใหม่” ปี 2568 (ใหม่)" in told.stdout
    first = told.stdout.splitlines()[1]
    assert first.startswith("คะแนน 1 ค่า · ")
    assert "มาตรการใหม่ 1" in first
    assert "หน้าที่เขียนเอง" in first
    for page in ("/", "/2568/", "/2568/measures/new-one/"):
        assert f"  {page}\n" in told.stdout
    assert "  /2567/scores/\n" not in told.stdout
    assert "ต้องแก้ 0 เรื่อง คำเตือน" in told.stdout


def test_lines_moved_and_values_typed_otherwise_are_no_change(project: Path) -> None:
    result = project / "data/2568/result.yml"
    result.write_text("# บรรทัดใหม่\n\n" + result.read_text(encoding="utf-8").replace("99.37", "๙๙.๓๗"), encoding="utf-8")
    told = run("changes", "--data", project / "data")
    assert told.stdout.splitlines()[1] == "ไม่มีอะไรเปลี่ยนจากที่เผยแพร่ครั้งก่อน"


def test_a_published_folder_and_a_zip_file_are_compared_with(mueang_pan: Path, tmp_path: Path) -> None:
    site, data = tmp_path / "published", mueang_pan / "data"
    (data / "2568/files").mkdir()
    (data / "2568/files/plan.pdf").write_bytes(made_files.pdf())
    with (data / "2568/result.yml").open("a", encoding="utf-8") as more:
        more.write("\noriginal: {title: ประกาศผล, file: plan.pdf}\n")
    shutil.copytree(data, site / "data")
    archive = tmp_path / "site.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        for path in sorted(each for each in site.rglob("*") if each.is_file()):
            opened.write(path, path.relative_to(site).as_posix())
    for since in (site, archive):
        same = run("changes", "--data", data, "--since", since, "--json")
        assert json.loads(same.stdout)["files"] == []
        assert json.loads(same.stdout)["pages"] == []
    replace(data / "agency.yml", "name: เทศบาลตำบลเมืองปาน\n", "name: เทศบาลตำบลเมืองปานใหม่\n")
    (data / "2568/files/plan.pdf").write_bytes(made_files.pdf() + b"\n")
    for since in (site, archive):
        told = json.loads(run("changes", "--data", data, "--since", since, "--json").stdout)
        (value,) = told["files"][0]["values"]
        assert (told["files"][0]["path"], value["new"]) == ("agency.yml", "เทศบาลตำบลเมืองปานใหม่")
        assert told["attachments"] == [{"path": "2568/files/plan.pdf", "state": "changed"}]


def test_what_is_private_is_masked(project: Path) -> None:
    replace(project / "data/2568/result.yml", "total: 99.37", "total: 99.37\nlevel_note: โทร 081 234 5678")
    told = run("changes", "--data", project / "data")
    assert "081 234" not in told.stdout
    assert "คำชี้แจงเมื่อระดับไม่ตรงกับคะแนน: (ไม่มี) → " in told.stdout
    assert "ข้อมูลส่วนบุคคล: พบ 1 แห่ง" in told.stdout


@pytest.mark.parametrize(
    ("since", "why"), [("nowhere", "ไม่พบ “nowhere”"), ("--output=x", "ไม่พบ “--output=x”"), ("data", "ยังไม่มีเว็บไซต์")]
)
def test_what_is_not_there_is_told(project: Path, since: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    told = run("changes", f"--since={since}")
    assert (told.exit_code, why in told.stderr) == (1, True)
    assert not (project / "x").exists()


def test_data_that_were_never_published_are_told(mueang_pan: Path) -> None:
    told = run("changes", "--data", mueang_pan / "data")
    assert (told.exit_code, "ยังไม่เคยเผยแพร่" in told.stderr) == (1, True)


def test_a_repository_without_a_commit_and_a_machine_without_git_are_told(
    mueang_pan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(mueang_pan, "init", "-q")
    empty = run("changes", "--data", mueang_pan / "data")
    assert (empty.exit_code, "ยังไม่มี commit" in empty.stderr) == (1, True)
    outside = run("changes", "--data", mueang_pan / "data", "--since", "v1")
    assert (outside.exit_code, "ยังไม่มี commit" in outside.stderr) == (1, True)
    monkeypatch.setenv("PATH", "")
    for more in ((), ("--since", "v1")):
        told = run("changes", "--data", mueang_pan / "data", *more)
        assert (told.exit_code, "ไม่มีโปรแกรม git" in told.stderr) == (1, True), told.output


def test_every_kind_of_value_has_a_word() -> None:
    assert len({each.value for each in ValueKind}) == len(ValueKind)
