"""`ita-site publish` and `rollback`, as a clerk uses them: nothing changes while something is to be mended."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from ita_site.hosts.targets.sftp_session import fingerprint_of
from tests.helpers import ROOT, kills, sftp_server
from tests.helpers.repository import git
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

OFFICE = ("--name", "เทศบาลตำบลสมมุติ", "--kind", "เทศบาลตำบล", "--district", "สมมุติ", "--province", "ลำปาง")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin a project and be in its folder."""
    project = tmp_path / "office"
    assert run("new", project, *OFFICE, "--divisions", "กองคลัง", "--year", "2568").exit_code == 0
    monkeypatch.chdir(project)
    return project


def test_from_the_first_publication_to_a_mistake_and_back(office: Path, tmp_path: Path) -> None:
    www, home = tmp_path / "www/ita", tmp_path / "www/ita/index.html"
    unset = run("publish")
    assert (unset.exit_code, "--to folder --place" in unset.stderr) == (1, True)

    first = run("publish", "--to", "folder", "--place", www)
    assert (first.exit_code, first.stdout) == (0, f"เผยแพร่ที่ {www} แล้ว (ครั้งแรก)\n"), first.output
    assert "เทศบาลตำบลสมมุติ" in home.read_text(encoding="utf-8")

    again = run("publish")
    assert "ไม่มีอะไรเปลี่ยน" in again.stdout
    assert "ไม่ได้เขียนใหม่" in again.stderr

    replace(office / "data/agency.yml", "province: ลำปาง", "province: ลำพูน")
    told = run("changes")
    assert "จังหวัด: ลำปาง → ลำพูน" in told.stdout
    second = run("publish")
    assert second.stdout == f"เผยแพร่ที่ {www} แล้ว (ข้อความ 1 ค่า)\n"
    assert "ลำพูน" in (www / "data/agency.yml").read_text(encoding="utf-8")

    replace(office / "data/agency.yml", "province: ลำพูน", "province: ลำพูน\nprovnce: x")
    refused = run("publish")
    assert refused.exit_code == 1
    assert "data/agency.yml" in refused.stderr
    assert refused.stderr.endswith("ไม่ได้เผยแพร่ เว็บไซต์ที่เผยแพร่อยู่ยังเป็นของเดิม\n")

    back = run("rollback")
    assert (back.exit_code, "เป็นชุดก่อนแล้ว" in back.stdout) == (0, True)
    assert "ลำปาง" in (www / "data/agency.yml").read_text(encoding="utf-8")
    assert run("rollback").exit_code == 1
    assert sorted(each.name for each in (tmp_path / "www").iterdir()) == ["ita"]


def test_a_warning_stops_a_publication_unless_it_is_accepted(office: Path) -> None:
    (office / "content").mkdir()
    replace(office / "mkdocs.yml", "docs_dir: data", "docs_dir: content")
    (office / "content/news.md").write_text("# ข่าว\n\n[ลิงก์](ไม่มี.md)\n", encoding="utf-8")
    refused = run("publish", "--to", "zip", "--place", "site.zip")
    assert (refused.exit_code, "ไม่ได้เผยแพร่" in refused.stderr) == (1, True)
    assert not (office / "site.zip").exists()
    accepted = run("publish", "--with-warnings")
    assert (accepted.exit_code, (office / "site.zip").is_file()) == (0, True), accepted.output


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("--to", "folder"), "ให้บอกด้วยว่าเผยแพร่ไปที่ใด: --place"),
        (("--to", "folder", "--place", "."), "ไฟล์ของโครงการอยู่"),
        (("--to", "folder", "--place", "/proc/ita"), "ไม่พบไฟล์หรือโฟลเดอร์นี้"),
        (("--to", "zip", "--place", "data"), "เป็นโฟลเดอร์"),
    ],
)
def test_a_place_that_cannot_be_published_to_is_told_in_thai(office: Path, given: tuple[str, ...], why: str) -> None:
    before = sorted(each.name for each in office.iterdir())
    told = run("publish", *given)
    assert (told.exit_code, why in told.stderr) == (1, True), told.stderr
    assert "Traceback" not in told.stderr
    assert (
        sorted(each.name for each in office.iterdir() if each.name not in {"publish.yml", ".ita-site-publish"})
        == before
    )


def test_who_does_not_know_git_publishes_with_it(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    refused = run("publish", "--to", "git")
    assert (refused.exit_code, "ไม่ได้อยู่ในที่เก็บ Git" in refused.stderr) == (1, True)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "office.git")
    git(office, "init", "-q", "-b", "main")
    git(office, "remote", "add", "origin", "../office.git")
    asked = CliRunner().invoke(main, ["publish"], input="กองคลัง\nfinance@example.go.th\n")
    assert asked.exit_code == 0, asked.output
    replace(office / "data/agency.yml", "province: ลำปาง", "province: ลำพูน")
    assert "จังหวัด: ลำปาง → ลำพูน" in run("changes").stdout
    assert run("publish").stdout == "เผยแพร่ที่ origin/main แล้ว (ข้อความ 1 ค่า)\n"
    assert git(office, "log", "-1", "--format=%an|%s", "origin/main") == "กองคลัง|ข้อความ 1 ค่า\n"
    assert "publish.yml" in git(office, "ls-tree", "-r", "--name-only", "origin/main")
    assert run("rollback").exit_code == 0
    assert "ลำปาง" in (office / "data/agency.yml").read_text(encoding="utf-8")


def test_a_server_is_known_by_what_was_typed_once_and_no_password_is_kept(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    (tmp_path / "server/www").mkdir(parents=True)
    with sftp_server.serving(tmp_path / "server") as server:
        place = ("--to", "sftp", "--place", f"sftp://{sftp_server.USER}@127.0.0.1:{server.port}/www/ita")
        mistrusted = CliRunner().invoke(main, ["publish", *place], input="SHA256:x\n")
        assert (mistrusted.exit_code, "ลายนิ้วมือไม่ตรงกัน" in mistrusted.stderr) == (1, True), mistrusted.output
        typed = f"{fingerprint_of(server.key)}\n{sftp_server.PASSWORD}\n"
        first = CliRunner().invoke(main, ["publish"], input=typed)
        assert (first.exit_code, "(ครั้งแรก)" in first.stdout) == (0, True), first.output
        assert "ลำปาง" in (tmp_path / "server/www/ita/data/agency.yml").read_text(encoding="utf-8")
        assert sftp_server.PASSWORD not in first.output
        kept = [each for each in office.rglob("*") if each.is_file()]
        assert not any(sftp_server.PASSWORD.encode() in each.read_bytes() for each in kept)
        replace(office / "data/agency.yml", "province: ลำปาง", "province: ลำพูน")
        assert "จังหวัด: ลำปาง → ลำพูน" in run("changes").stdout
        unattended = run("publish")
        assert (unattended.exit_code, "ต้องพิมพ์รหัสผ่าน" in unattended.stderr) == (1, True)


def builds_killed(project: Path) -> list[int]:
    """Build over an old site, killed at moments from the middle to the end; return at which calls it was."""

    def build() -> None:
        main(["build", "-f", str(project / "mkdocs.yml")], standalone_mode=False)

    def old() -> dict[str, bytes]:
        for name in ("index.html", "2567/index.html"):
            (project / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (project / "site" / name).write_bytes(b"old")
        return tree(project / "site")

    kills.calls_of(build)
    new = tree(project / "site")
    shutil.rmtree(project / "site")
    before = old()
    kills.calls_of(build)  # the first time that it remembers more than it wrote
    shutil.rmtree(project / "site")
    old()
    number = kills.calls_of(build)
    killed: list[int] = []
    moments = iter((number // 2, *range(number, 0, -7)))  # a build that calls less often than that one ends unharmed
    while len(killed) < 5:
        moment = next(moments)
        shutil.rmtree(project / "site")
        assert old() == before
        killed += [moment] * kills.killed_at(moment, build)
        assert tree(project / "site") in (before, new), moment
    build()
    assert tree(project / "site") == new
    assert [each.name for each in project.iterdir() if "work" in each.name] == []
    return killed


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_that_is_killed_leaves_the_old_or_the_new_site(office: Path) -> None:
    code = f"from {__name__} import *; from pathlib import Path; print(len(builds_killed(Path({str(office)!r}))))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    assert int(done.stdout.split()[-1]) == 5
