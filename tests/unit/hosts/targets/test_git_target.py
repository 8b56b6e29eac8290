"""Publishing by Git without knowing it: two clerks and the repository between them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_site.data.model import Measure, Result
from ita_site.hosts.targets import CannotDeliver, TargetKind, TargetSettings, git_target
from ita_site.hosts.targets.field_merging import merged
from ita_site.hosts.targets.git_repository import Repository
from tests.helpers import ROOT, kills
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from ita_site.hosts.targets.git_rebasing import Clone

RESULT = """\
# ผลตามประกาศ
total: 99.37
level: ผ่านดีเยี่ยม
indicators:
  - {id: 1, score: 100.00}
  - {id: 7, score: 97.19}
notes: [ก, ข]
"""
_COMMANDS = ("subprocess.Popen",)
TARGET = TargetSettings(target=TargetKind.GIT)


def written(folder: Path) -> Clone:
    work = folder / ".ita-site-publish"
    work.mkdir(exist_ok=True)
    (work / ".gitignore").write_text("*\n", encoding="utf-8")
    return git_target.clone_of(Repository(folder), work, folder / "data", [Path("data"), Path("mkdocs.yml")], TARGET)


def publish(folder: Path, message: str = "แก้", *, right: bool = True) -> tuple[str, ...]:
    return git_target.deliver(written(folder), message, lambda: right).said


def result(folder: Path) -> Path:
    return folder / "data/2568/result.yml"


def sent(folder: Path) -> str:
    """Return the result as it was published."""
    return git(folder, "-C", str(folder.parent / "office.git"), "show", "main:data/2568/result.yml")


@pytest.fixture
def clerks(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folders of two clerks, who have the same published data."""
    return office(tmp_path)


def office(root: Path) -> tuple[Path, Path]:
    root.mkdir(exist_ok=True)
    git(root, "init", "-q", "--bare", "-b", "main", "office.git")
    first, second = root / "first", root / "second"
    git(root, "init", "-q", "-b", "main", "first")
    git(first, "remote", "add", "origin", "../office.git")
    result(first).parent.mkdir(parents=True)
    result(first).write_text(RESULT, encoding="utf-8")
    (first / "mkdocs.yml").write_text("site_name: ก\n", encoding="utf-8")
    (first / "private.txt").write_text("รหัส", encoding="utf-8")
    git_target.set_author(Repository(first), "เจ้าหน้าที่", "office@example.go.th")
    publish(first, "ฉบับแรก")
    git(root, "clone", "-q", "office.git", "second")
    git_target.set_author(Repository(second), "อีกคน", "other@example.go.th")
    return first, second


def state(folder: Path) -> tuple[str, str]:
    return git(folder, "status", "--porcelain", "--untracked-files=no"), git(folder, "worktree", "list")


def test_what_is_committed_is_the_project_in_the_words_of_the_clerk(clerks: tuple[Path, Path]) -> None:
    first, _ = clerks
    replace(result(first), "99.37", "99.38")
    publish(first, "แก้คะแนนรวม")
    assert (
        git(first, "log", "-1", "--format=%an <%ae> %s", "origin/main") == "เจ้าหน้าที่ <office@example.go.th> แก้คะแนนรวม\n"
    )
    assert "private.txt" not in git(first, "ls-tree", "-r", "--name-only", "origin/main")
    assert publish(first) == ("ไม่มีอะไรใหม่ให้ส่ง",)


def test_changes_of_neighbouring_lines_are_put_together_field_by_field(clerks: tuple[Path, Path]) -> None:
    first, second = clerks
    replace(result(first), "total: 99.37", "total: 99.38")
    publish(first)
    replace(result(second), "level: ผ่านดีเยี่ยม", "level: ผ่านดี # ตามหนังสือ")
    replace(result(second), "97.19", "97.91")
    assert publish(second) == ("รวมกับสิ่งที่ผู้อื่นส่งไว้ก่อนแล้ว",)
    assert sent(first) == RESULT.replace("99.37", "99.38").replace("ดีเยี่ยม", "ดี").replace("97.19", "97.91")
    assert result(second).read_text(encoding="utf-8") == sent(first)
    assert state(second)[0] == ""
    assert publish(first) == ("รับสิ่งที่ผู้อื่นส่งไว้เข้ามาแล้ว", "ไม่มีอะไรใหม่ให้ส่ง")
    assert result(first).read_text(encoding="utf-8") == sent(first)


def test_one_field_changed_by_two_is_shown_with_both_values_and_can_be_settled(clerks: tuple[Path, Path]) -> None:
    first, second = clerks
    replace(result(first), "score: 97.19", "score: 97.91")
    publish(first)
    replace(result(second), "score: 97.19", "score: 91.79")
    replace(result(second), "99.37", "99.38")
    mine, before = result(second).read_bytes(), state(second)
    with pytest.raises(CannotDeliver, match=r"ตัวชี้วัด › 7 › คะแนน: ของผู้อื่น “97\.91” ของท่าน “91\.79”"):
        publish(second)
    assert (result(second).read_bytes(), state(second)[1].count("\n")) == (mine, before[1].count("\n"))
    assert state(second)[0] == ""
    assert "97.91" in sent(first)

    replace(result(second), "score: 91.79", "score: 97.91")
    publish(second, "ใช้ค่าของผู้อื่น")
    assert sent(first) == RESULT.replace("97.19", "97.91").replace("99.37", "99.38")


def test_what_is_wrong_only_together_is_not_sent(clerks: tuple[Path, Path]) -> None:
    first, second = clerks
    replace(result(first), "99.37", "99.38")
    publish(first)
    replace(result(second), "97.19", "97.91")
    before = sent(first)
    with pytest.raises(git_target.NotYetRight):
        publish(second, right=False)
    assert sent(first) == before
    assert "99.38" in result(second).read_text(encoding="utf-8")  # to be looked at, and mended


def test_the_last_change_is_taken_back_and_the_one_before(clerks: tuple[Path, Path]) -> None:
    first, _ = clerks
    for total in ("99.38", "99.39"):
        result(first).write_text(RESULT.replace("99.37", total), encoding="utf-8")
        publish(first, f"คะแนน {total}")
    for total in ("99.38", "99.37"):
        git_target.roll_back(written(first))
        assert sent(first) == RESULT.replace("99.37", total)
        assert result(first).read_text(encoding="utf-8") == sent(first)
    with pytest.raises(CannotDeliver, match="ไม่มี commit ก่อนหน้า"):
        git_target.roll_back(written(first))


def test_who_commits_must_be_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/agency.yml").write_text("name: ก\n", encoding="utf-8")
    with pytest.raises(git_target.NoAuthor):
        publish(tmp_path)
    assert git(tmp_path, "status", "--porcelain") == "?? data/\n"


def test_what_git_refuses_is_told_in_thai(clerks: tuple[Path, Path], tmp_path: Path) -> None:
    first, second = clerks
    hook = tmp_path / "office.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    replace(result(first), "99.37", "99.38")
    with pytest.raises(CannotDeliver, match="ปลายทางไม่รับ"):
        publish(first)
    hook.unlink()
    assert publish(first) == ()  # what was committed is sent now
    (second / ".git/index.lock").touch()
    replace(result(second), "97.19", "97.91")
    with pytest.raises(CannotDeliver, match=r"index\.lock"):
        publish(second)
    (second / ".git/index.lock").unlink()
    (second / ".git/MERGE_HEAD").write_text("x", encoding="utf-8")
    with pytest.raises(CannotDeliver, match="รวมงานค้างอยู่"):
        publish(second)
    shutil.rmtree(tmp_path / "office.git")
    with pytest.raises(CannotDeliver, match="ไม่พบที่เก็บปลายทาง"):
        publish(first)


def killed_everywhere(root: Path) -> int:
    """Publish on top of what another has sent, killed between ever later commands of Git; return how often."""
    wanted = RESULT.replace("99.37", "99.38").replace("ดีเยี่ยม", "ดี")
    number = 0
    while True:
        number += 1
        first, second = office(root / str(number))
        replace(result(first), "99.37", "99.38")
        publish(first)
        replace(result(second), "ดีเยี่ยม", "ดี")
        was_killed = kills.killed_at(4 * number, lambda: publish(second), _COMMANDS)  # noqa: B023
        assert sent(first) in (wanted, RESULT.replace("99.37", "99.38")), number
        publish(second)
        assert sent(first) == wanted, number
        assert state(second)[0] == "", number
        assert state(second)[1].count("\n") == 1, number
        if not was_killed:
            return number - 1


def test_a_kill_between_commands_of_git_leaves_what_was_published_or_all_of_it(tmp_path: Path) -> None:
    code = f"from {__name__} import *; print(killed_everywhere(Path({str(tmp_path)!r})))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    assert int(done.stdout) >= 5


@pytest.mark.parametrize(
    ("theirs", "mine", "wanted"),
    [
        ("notes: [ก, ข, ค]", "notes: [ก1, ข]", "notes: [ก1, ข, ค]"),
        ("notes: [ข]", "notes: [ก, ข, ค]", "notes: [ข, ค]"),
        ("notes: [ก, ข]\nrespondents: 5", "notes: [ก, ข]\nrespondents: 5", "notes: [ก, ข]\nrespondents: 5"),
    ],
)
def test_lists_are_put_together_item_by_item(theirs: str, mine: str, wanted: str) -> None:
    base = RESULT.encode()
    versions = [RESULT.replace("notes: [ก, ข]", each).encode() for each in (theirs, mine)]
    assert merged(base, versions[0], versions[1], "r.yml", Result) == RESULT.replace("notes: [ก, ข]", wanted).encode()


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [("steps: [ก1]", "steps: [ก2]"), ("steps: []", "steps: [ก2]"), ("budget: 5", "budget: 6\nsteps: [ก]")],
)
def test_what_two_have_changed_otherwise_is_never_chosen_silently(theirs: str, mine: str) -> None:
    made = merged(b"steps: [\xe0\xb8\x81]\n", f"{theirs}\n".encode(), f"{mine}\n".encode(), "m.yml", Measure)
    assert isinstance(made, list)
    assert made[0].field.startswith(("ขั้นตอน", "งบประมาณ"))
