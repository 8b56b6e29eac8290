"""`ita-site check --history`: what Git still gives away when the files of today no longer do."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARD = "1-1014-00001-23-1"
RESULT = "data/2568/result.yml"


@pytest.fixture
def kept(project: Callable[..., Path]) -> Path:
    """Return a repository whose files were clean at first and are clean today."""
    root = project({RESULT: "total: 96.79\n"})
    git(root, "init", "-q", "-b", "main")
    commit(root, "เริ่ม", "2026-01-02")
    return root


def commit(root: Path, message: str, day: str) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message, "--allow-empty", day=day)
    return git(root, "rev-parse", "--short=10", "HEAD").strip()


def look(root: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", "--history", "--data", str(root / "data"), *options])
    return done.exit_code, done.stdout


def test_a_number_that_was_deleted_is_told_with_its_commit_and_how_to_get_it_out(kept: Path) -> None:
    for total in ("96.79", "96.80"):  # two versions of the file have it
        (kept / RESULT).write_text(f"# บัตร {CARD}\ntotal: {total}\n", encoding="utf-8")
        commit(kept, "เพิ่ม", "2026-02-03")
    first = git(kept, "rev-parse", "--short=10", "HEAD~1").strip()
    (kept / RESULT).write_text("total: 96.79\n", encoding="utf-8")
    commit(kept, "ลบ", "2026-03-04")

    code, said = look(kept)
    place = f"{RESULT}:1:8: commit {first} (3 ก.พ. 2569) และไฟล์นี้อีก 1 รุ่น: พบเลขประจำตัวประชาชน “1-10••-•••••-••-•”"
    assert code == 1
    assert place in said
    assert said.count("พบเลขประจำตัวประชาชน") == 1
    assert CARD not in said
    for what_to_do in (
        "git filter-repo --replace-text",
        "git push --force --mirror",
        "72 ชั่วโมง",
        "แจ้งเจ้าของข้อมูล",
        "fork",
    ):
        assert what_to_do in said


def test_other_branches_messages_names_and_what_is_inside_files_are_looked_at(kept: Path) -> None:
    git(kept, "checkout", "-qb", "draft")
    (kept / "data/2568/files").mkdir()
    with zipfile.ZipFile(kept / "data/2568/files/plan.docx", "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{words}"><w:body><w:p><w:r><w:t>บัตร {CARD}</w:t></w:r></w:p></w:body></w:document>',
        )
    (kept / "data/0812345678.txt").write_text("ก", encoding="utf-8")
    (kept / "notes").mkdir()
    (kept / "notes/พนักงาน.csv").write_text("ชื่อ,เมล\nธุรการ,sommut@gmail.com\n", encoding="utf-8")
    commit(kept, "ตามที่นางสมมติ ตัวอย่าง ขอ", "2026-02-03")
    git(kept, "checkout", "-q", "main")

    _, said = look(kept)
    for told in (
        "data/2568/files/plan.docx: ",
        "data/0812••••••.txt: ",
        "notes/พนักงาน.csv:2:8: ",
        "ข้อความของ commit: พบชื่อบุคคล",
    ):
        assert told in said
    for hidden in (CARD, "0812345678", "sommut@", "สมมติ"):
        assert hidden not in said


def test_what_the_files_of_today_say_may_be_public_was_so_before(kept: Path) -> None:
    (kept / RESULT).write_text("total: 96.79\nnotes: [โทร 081-234-5678]\n", encoding="utf-8")
    commit(kept, "เพิ่ม", "2026-02-03")
    assert look(kept, "--strict")[0] == 1

    (kept / RESULT).write_text("total: 96.79\nnotes: [โทร ๐๘๑ ๒๓๔ ๕๖๗๘] # เปิดเผยได้: เบอร์กลางของกลุ่ม\n", encoding="utf-8")
    code, said = look(kept, "--strict")
    assert code == 0
    assert "ไม่พบ" in said


def test_a_copy_in_part_says_so_and_a_program_gets_a_list(kept: Path) -> None:
    (kept / RESULT).write_text(f"# {CARD}\ntotal: 96.79\n", encoding="utf-8")
    commit(kept, "เพิ่ม", "2026-02-03")
    git(kept, "clone", "-q", "--depth", "1", kept.as_uri(), "part")

    options = ["check", "--history", "--format", "json", "--data", str(kept / "part/data")]
    done = CliRunner().invoke(main, options)
    (told,) = json.loads(done.stdout)
    assert (told["path"], told["line"], told["code"]) == (RESULT, 1, "national-id")
    assert "git fetch --unshallow" in done.stderr


def test_without_git_there_is_a_sentence_and_no_fault_of_the_program(project: Callable[..., Path]) -> None:
    done = CliRunner().invoke(main, ["check", "--history", "--data", str(project({}) / "data")])
    assert done.exit_code == 1
    assert "ไม่อยู่ใน Git" in done.stderr


def test_a_repository_without_a_commit_has_nothing_to_tell(project: Callable[..., Path]) -> None:
    root = project({})
    git(root, "init", "-q")
    assert look(root)[0] == 0
