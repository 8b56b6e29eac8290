"""What Git says of files, and what is said where it cannot say it: odd commits, odd checkouts, odd machines."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.git import git_dates
from ita_site.ground.git.git_program import GitFault
from ita_site.publishing import site
from ita_site.publishing.settings import Settings
from tests.helpers.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.ground.git.git_dates import GitDates

FILE = "data/2568/result.yml"
FIRST = date(2025, 1, 2)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a repository with one file of data and one page, both of one day."""
    root = tmp_path / "kept"
    for name in (FILE, "content/index.md"):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text("a: 1\n", encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "ทั้งหมด", day=str(FIRST))
    return root


def known(root: Path) -> GitDates:
    return git_dates.read({name: root / name for name in ("data", "content")})


def commit_as(root: Path, committer: str) -> None:
    """Change the file in a commit of which the line of the committer is as it is given."""
    (root / FILE).write_text(f"a: {committer!r}\n", encoding="utf-8")
    git(root, "add", "-A")
    tree, parent = git(root, "write-tree").strip(), git(root, "rev-parse", "HEAD").strip()
    raw = f"tree {tree}\nparent {parent}\nauthor a <a@b> 1 +0000\ncommitter a <a@b>{committer}\n\nx\n"
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        cwd=root,
        input=raw.encode(),
        capture_output=True,
        check=True,
    )
    git(root, "update-ref", "HEAD", made.stdout.decode().strip())


@pytest.mark.parametrize(
    ("committer", "day"),
    [
        (" 1759775400 +0000", date(2025, 10, 7)),  # 18:30 on the 6th in Greenwich, as bots commit
        (" 1759775400 +0700", date(2025, 10, 7)),
        (" 1759775400 -1200", date(2025, 10, 7)),
        (" 1759769999 +1400", date(2025, 10, 6)),  # a second before midnight in Thailand
    ],
)
def test_a_day_is_the_day_in_thailand(committer: str, day: date, kept: Path) -> None:
    commit_as(kept, committer)
    assert known(kept).days[FILE] == day


@pytest.mark.parametrize(
    "committer",
    [
        " nonsense",
        "",
        " 0 +0000",
        " -62167219200 +0000",
        " 4294967296 +0000",
        " 18935000000 +0700",  # a clock with the year 2570
        " 253402300800 +0000",
        " 67767976233532799 +0000",
        " 99999999999999999999999 +0000",
    ],
)
def test_a_date_that_cannot_be_right_is_no_day(committer: str, kept: Path) -> None:
    commit_as(kept, committer)
    found = known(kept)
    assert found.days == {"content/index.md": FIRST}, "nor is it the day of an older change"
    assert found.uncertain == {FILE}
    assert found.faults == {"data": (GitFault.CLOCK, FILE)}


def test_a_later_change_mends_what_a_bad_clock_did(kept: Path) -> None:
    commit_as(kept, " 253402300800 +0000")
    commit_as(kept, " 1759775400 +0000")
    assert (known(kept).days[FILE], known(kept).faults) == (date(2025, 10, 7), {})


def test_what_differs_from_what_was_committed_has_no_day(kept: Path) -> None:
    (kept / FILE).write_text("a: 2\n", encoding="utf-8")
    assert known(kept).days.keys() == {"content/index.md"}
    (kept / FILE).write_bytes(b"a: 1\r\n")
    assert known(kept).days.keys() == {"content/index.md", FILE}, "line ends are those of the system"


def test_a_name_that_looks_like_the_log_itself_misleads_nobody(kept: Path) -> None:
    names = ("\x01 1 x.yml", ":100644 100644 a b M", "\n1759775400 grafted", "ก\tข.yml")
    for name in names:
        (kept / "data" / name).write_text(name, encoding="utf-8")
    git(kept, "add", "-A")
    git(kept, "commit", "-qm", "ชื่อแปลก", day="2026-03-04")
    days = known(kept).days
    assert {days[f"data/{name}"] for name in names} == {date(2026, 3, 4)}
    assert days[FILE] == FIRST


def test_a_change_in_a_merge_is_a_change(kept: Path) -> None:
    git(kept, "checkout", "-qb", "other")
    (kept / FILE).write_text("a: 2\n", encoding="utf-8")
    git(kept, "commit", "-qam", "ข้าง", day="2026-02-01")
    git(kept, "checkout", "-q", "-")
    (kept / FILE).write_text("a: 3\n", encoding="utf-8")
    git(kept, "commit", "-qam", "หลัก", day="2026-02-02")
    git(kept, "merge", "-q", "-s", "ours", "--no-commit", "other")
    (kept / FILE).write_text("a: 4\n", encoding="utf-8")
    git(kept, "commit", "-qam", "รวม", day="2026-02-03")
    assert known(kept).days[FILE] == date(2026, 2, 3)


def test_what_a_merge_only_brings_together_was_changed_before(kept: Path) -> None:
    git(kept, "checkout", "-qb", "other")
    (kept / FILE).write_text("a: 2\n", encoding="utf-8")
    git(kept, "commit", "-qam", "ข้าง", day="2026-02-01")
    git(kept, "checkout", "-q", "-")
    (kept / "data/agency.yml").write_text("a: 3\n", encoding="utf-8")
    git(kept, "add", "-A")
    git(kept, "commit", "-qm", "หลัก", day="2026-02-02")
    git(kept, "merge", "-q", "-m", "รวม", "other", day="2026-02-03")
    days = known(kept).days
    assert (days[FILE], days["data/agency.yml"]) == (date(2026, 2, 1), date(2026, 2, 2))


def test_data_that_is_a_repository_of_its_own_has_its_own_days(kept: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    (whole / "content").mkdir(parents=True)
    (whole / "content/index.md").write_text("a\n", encoding="utf-8")
    git(whole, "init", "-q")
    git(whole, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(kept), "data")
    git(whole, "add", "-A")
    git(whole, "commit", "-qm", "ส่วนย่อย", day="2026-05-06")
    days = git_dates.read({"data": whole / "data/data", "content": whole / "content"}).days
    assert days == {FILE: FIRST, "content/index.md": date(2026, 5, 6)}


def broken(root: Path) -> None:
    (root / ".git/HEAD").write_text("nonsense", encoding="utf-8")


def cut_off(root: Path) -> None:
    (root / ".git").rename(root / "elsewhere")
    (root / ".git").write_text("gitdir: /nowhere\n", encoding="utf-8")


@pytest.mark.parametrize("spoil", [broken, cut_off])
def test_a_repository_that_cannot_be_read_is_told(spoil: object, kept: Path) -> None:
    assert callable(spoil)
    spoil(kept)
    found = known(kept)
    assert found.days == {}
    assert {fault for fault, _ in found.faults.values()} == {GitFault.UNREADABLE}


def as_another_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")


def test_a_repository_of_another_user_is_told_with_the_command_that_mends_it(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_another_user(monkeypatch)
    assert known(kept).faults["data"] == (GitFault.OWNER, str(kept))


@pytest.mark.parametrize(
    "case",
    [
        ("https://a.go.th/", "shallow", "warning git-shallow git fetch --unshallow"),
        ("", "shallow", "notice git-shallow fetch-depth: 0"),
        ("https://a.go.th/", "owner", "warning git-owner git config --global --add safe.directory"),
        ("https://a.go.th/", "none", ""),
    ],
)
def test_the_check_says_what_to_do_and_the_build_goes_on(
    case: tuple[str, str, str], mueang_pan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (url, fault, expected), root = case, mueang_pan
    if fault != "none":
        git(root, "init", "-q")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "ทั้งหมด")
    if fault == "owner":
        as_another_user(monkeypatch)
    if fault == "shallow":
        root = mueang_pan / "shallow"
        git(mueang_pan, "clone", "-q", "--depth", "1", f"file://{mueang_pan}", str(root))
    made = site.build(root / "data", Settings(root=root, url=url, content=root / "content"))
    told = [each for each in made.problems if "git" in each.code]
    assert [f"{each.severity} {each.code}" for each in told] == ([" ".join(expected.split()[:2])] if expected else [])
    assert all(" ".join(expected.split()[2:]) in each.message for each in told)
    shown = {page.facts["updated_day"].split()[0] for page in made.pages if "updated_day" in page.facts}
    assert shown == {"ลงวันที่"}, "no page says when it was changed"
