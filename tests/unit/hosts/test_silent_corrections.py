"""No way to change a published result is silent: by hand, committed, taken back, renamed, with and without Git."""

from __future__ import annotations

import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.data.load import load
from ita_site.hosts.cli import main
from ita_site.judging.checks import errata
from tests.helpers.desk import Desk, seen
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from click.testing import Result

WHY = ("--reason", "พิมพ์เลขสลับกัน", "--day", "๒๙ พ.ย. ๒๕๖๙")
SILENT = "โดยไม่มีคำชี้แจง"
AGENCY = """\
name: เทศบาลตำบลสมมุติ
kind: เทศบาลตำบล
district: สมมุติ
province: ลำปาง
divisions: [สำนักปลัด]
"""
OURS = """\
total: {total}
level: ผ่านดีเยี่ยม
indicators:
  - id: 7
    score: 97.19
agency: เทศบาลตำบลสมมุติ
"""


@pytest.fixture
def small(project: Callable[[Mapping[str, str | bytes]], Path]) -> Path:
    """Return the data of a small project with two results."""
    files = {
        "mkdocs.yml": "site_name: ความโปร่งใส\nplugins: [ita-site]\n",
        "data/agency.yml": AGENCY,
        "data/2567/result.yml": OURS.format(total="96.33"),
        "data/2568/result.yml": OURS.format(total="99.37"),
    }
    return project(files) / "data"


@pytest.fixture
def committed(small: Path) -> Path:
    git(small.parent, "init", "-q", "-b", "main")
    git(small.parent, "add", ".")
    git(small.parent, "commit", "-q", "-m", "ฉบับแรก")
    return small


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", str(data)])


def commit(data: Path, *changes: tuple[str, str], name: str = "2568/result.yml") -> None:
    """Change a file by hand and commit it."""
    for old, new in changes:
        replace(data / name, old, new)
    git(data, "commit", "-q", "-a", "-m", "แก้")


def silent(data: Path) -> list[str]:
    return [line for line in run(data, "check").stdout.splitlines() if SILENT in line]


def lines(data: Path) -> list[str]:
    return (data / "2568/result.yml").read_text(encoding="utf-8").splitlines()


def test_a_correction_that_was_committed_is_still_told_to_be_silent_and_can_be_told_of(committed: Path) -> None:
    commit(committed, ("score: 97.19", "score: 97.91"))
    commit(committed, ("score: 97.91", "score: ๙๗.๙๒"))
    told = silent(committed)
    assert len(told) == 2
    assert "ที่เผยแพร่แล้วคือ 97.91 ตอนนี้พิมพ์ 97.92" in " ".join(told)

    assert run(committed, "correct", "2568/result.yml", "indicators.7.score", "97.92", *WHY).exit_code == 0

    assert [line for line in lines(committed) if "published" in line] == [
        "    published: 97.19",
        "    published: 97.91",
    ]
    assert not silent(committed)


def test_a_correction_taken_back_was_published_too(committed: Path) -> None:
    run(committed, "correct", "2568/result.yml", "indicators.7.score", "97.91", *WHY)
    commit(committed)
    git(committed, "revert", "--no-edit", "HEAD")

    assert "ที่เผยแพร่แล้วคือ 97.91 ตอนนี้พิมพ์ 97.19" in " ".join(silent(committed))


def test_an_erratum_that_is_taken_away_was_published_too(committed: Path) -> None:
    run(committed, "correct", "2568/result.yml", "total", "99.73", *WHY)
    commit(committed)
    path = committed / "2568/result.yml"
    path.write_text(path.read_text(encoding="utf-8").partition("errata:")[0], encoding="utf-8")
    commit(committed)

    assert "คะแนนรวมที่เผยแพร่แล้วคือ 99.37" in " ".join(silent(committed))


def test_what_was_only_proposed_was_never_published(committed: Path) -> None:
    git(committed, "checkout", "-q", "-b", "proposal")
    commit(committed, ("agency:", "respondents: 310\nagency:"))
    commit(committed, ("respondents: 310", "respondents: 301"))
    git(committed, "checkout", "-q", "main")
    git(committed, "merge", "-q", "--no-ff", "--no-edit", "proposal")

    assert not silent(committed)


RESULT = """\
total: 93.10
level: ผ่าน
rank:
  place: 12
  among: อปท. ในจังหวัด
respondents: 300
instruments:
  - id: EIT
    score: 91.20
    weighted: 27.36
    level: ผ่านดี
    respondents: 120
    parts:
      - name: EIT Public
        score: 92.20
zero_items: [O12, O13]
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("level: ผ่าน\n", "level: ผ่านดี\n", "ระดับผลการประเมินที่เผยแพร่แล้วคือ “ผ่าน” ตอนนี้พิมพ์ “ผ่านดี”"),
        ("level: ผ่าน\n", "", "ระดับผลการประเมินที่เผยแพร่แล้วคือ “ผ่าน” ตอนนี้ไม่มีในไฟล์"),
        ("place: 12", "place: 2", "ลำดับใน"),
        ("respondents: 300", "respondents: ๓๐๓", "จำนวนผู้ตอบ"),
        ("weighted: 27.36", "weighted: 27.63", "คะแนนถ่วงน้ำหนักของ EIT"),
        ("level: ผ่านดี\n", "level: ผ่านดีเยี่ยม\n", "ระดับของ EIT"),
        ("respondents: 120", "respondents: 210", "จำนวนผู้ตอบของ EIT"),
        ("score: 92.20", "score: 92.02", "คะแนนส่วน EIT Public ของ EIT"),
        ("[O12, O13]", "[O13]", "ข้อ O12 ในรายการข้อที่ได้ 0 คะแนน"),
    ],
)
def test_what_a_result_prints_beside_scores_is_not_changed_silently(small: Path, old: str, new: str, said: str) -> None:
    path = small / "2568/result.yml"
    published = {"2568/result.yml": [RESULT.encode()]}
    path.write_text(RESULT.replace(old, new), encoding="utf-8")

    told = [each.message for each in errata.check(load(small), published)]
    assert len(told) == 1
    assert said in told[0]
    with path.open("a", encoding="utf-8") as file:
        file.write("notes: [เผยแพร่ไว้ว่า ผ่าน ผ่านดี 12 300 27.36 120 92.20 และ O12 แก้แล้วตามประกาศ]\n")
    assert not list(errata.check(load(small), published))


def test_a_level_is_corrected_by_the_command(committed: Path) -> None:
    replace(committed / "2568/result.yml", "level: ผ่านดีเยี่ยม", "level: ผ่านดี")
    assert silent(committed)

    run(committed, "correct", "2568/result.yml", "level", "ผ่านดี", *WHY)

    assert not silent(committed)
    again = run(committed, "correct", "2568/result.yml", "level", "ผ่านดี", *WHY)
    assert "มีคำชี้แจงแล้ว" in again.stderr


@pytest.mark.parametrize("gone", ["file", "year", "renamed"])
def test_a_result_that_is_gone_is_told_of(committed: Path, gone: str) -> None:
    if gone == "file":
        (committed / "2567/result.yml").unlink()
    elif gone == "year":
        shutil.rmtree(committed / "2567")
    else:
        (committed / "2567").rename(committed / "2566")
    commit(committed)

    assert "data/2567/result.yml: คำเตือน: ผลการประเมินปี 2567 ที่เผยแพร่แล้ว (คะแนนรวม 96.33)" in " ".join(silent(committed))

    (committed / "2567").mkdir(exist_ok=True)
    (committed / "2567/gaps.yml").write_text("result: ถอนประกาศผลตามหนังสือของสำนักงาน ป.ป.ช.\n", encoding="utf-8")
    assert not silent(committed)


def test_who_begins_with_a_copy_of_another_project_takes_nothing_back(committed: Path) -> None:
    replace(committed / "agency.yml", "name: เทศบาลตำบลสมมุติ", "name: เทศบาลตำบลอื่น")
    for year in ("2567", "2568"):
        shutil.rmtree(committed / year)

    assert not silent(committed)


def test_another_spelling_of_the_same_number_needs_no_erratum(committed: Path) -> None:
    told = run(committed, "correct", "2568/result.yml", "indicators.7.score", "๙๗.๑๙", *WHY)

    assert "จึงไม่มีคำชี้แจง" in told.stdout
    assert "    score: ๙๗.๑๙" in lines(committed)
    assert "errata:" not in lines(committed)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_without_git_the_published_copy_says_what_was_published(small: Path, kind: str) -> None:
    """A clerk of a ZIP file of the program, and of a folder of the server."""
    root = small.parent
    replace(small / "2568/result.yml", "total: 99.37", "total: 99.73")
    assert not silent(small)  # nothing was published yet

    site = root / "published"
    (site / "data/2568").mkdir(parents=True)
    shutil.copy(small / "agency.yml", site / "data")
    shutil.copy(small / "2568/result.yml", site / "data/2568")
    place = "folder: published"
    if kind == "zip":
        shutil.make_archive(str(root / "site"), "zip", site)
        place = "file: site.zip"
    (root / "publish.yml").write_text(f"target: {kind}\n{place}\n", encoding="utf-8")
    assert not silent(small)
    replace(small / "2568/result.yml", "total: 99.73", "total: 99.37")

    assert "คะแนนรวมที่เผยแพร่แล้วคือ 99.73 ตอนนี้พิมพ์ 99.37" in " ".join(silent(small))
    assert SILENT in run(small, "changes").stdout
    refused = run(small, "publish")
    assert refused.exit_code == 1
    assert SILENT in refused.stderr

    assert run(small, "correct", "2568/result.yml", "total", "99.37", *WHY).exit_code == 0
    assert "published: 99.73" in (small / "2568/result.yml").read_text(encoding="utf-8")
    assert not silent(small)


@pytest.mark.parametrize("place", ["nothing", "folder", "junk", "cut", "locked"])
def test_a_place_that_cannot_be_read_stops_nothing(small: Path, place: str) -> None:
    root = small.parent
    (root / "publish.yml").write_text("target: zip\nfile: site.zip\n", encoding="utf-8")
    archive = root / "site.zip"
    if place == "folder":
        archive.mkdir()
    elif place == "junk":
        archive.write_bytes(b"PK\x03\x04")
    elif place != "nothing":
        with zipfile.ZipFile(archive, "w") as made:
            for name in ("agency.yml", "2568/result.yml"):
                made.writestr(f"data/{name}", (small / name).read_bytes())
        data = archive.read_bytes()
        # The flag of a password in the head of each file, or a damaged sum.
        heads = re.compile(rb"(PK\x03\x04..|PK\x01\x02....)\x00", re.DOTALL)
        locked = heads.sub(lambda found: found[1] + b"\1", data)
        archive.write_bytes(locked if place == "locked" else data.replace(b"99.37", b"88.37"))

    assert not silent(small)
    desk = Desk(small)
    assert "รอบปีงบประมาณ" in seen(desk.get("/"))
    assert "ยังไม่เคยเผยแพร่ไปที่นี้" in seen(desk.get("/publish"))


@pytest.mark.parametrize("page", ["figures/2568", "files/2568/result.yml"])
def test_the_desk_asks_why_a_published_value_is_another(committed: Path, page: str) -> None:
    desk = Desk(committed)
    form = re.findall(r'name="([^"]+)"[^>]* value="([^"]*)"', desk.get(f"/{page}"))
    fields = dict(form) | {"do": "save"}
    total = "f-total" if page.startswith("figures") else "f:total"

    asked = desk.post(f"/{page}", **fields | {total: "99.73"})

    assert asked == "/correct/2568/result.yml?field=total&new=99.73"
    assert "ให้บอกผู้อ่านว่าแก้เพราะเหตุใด" in seen(desk.get(asked))
    assert SILENT in " ".join(silent(committed))
    desk.post("/correct/2568/result.yml", field="total", new="99.73", reason="พิมพ์เลขสลับกัน")
    assert "errata:" in lines(committed)
    assert not silent(committed)
    again = dict(re.findall(r'name="([^"]+)"[^>]* value="([^"]*)"', desk.get(f"/{page}"))) | {"do": "save"}
    assert desk.post(f"/{page}", **again) == f"/{page}"
