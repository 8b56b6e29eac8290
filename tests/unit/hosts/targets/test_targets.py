"""A site brought to its place: the old one or the new one, whole, whatever happens; and the old one back again."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path  # noqa: TC003 - a process of its own reads it from here
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.ground.problems import InvalidData
from ita_site.hosts.cli import main
from ita_site.hosts.targets import CannotDeliver, TargetKind, folder_target, read_target, write_target, zip_target
from tests.helpers import ROOT, kills

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OLDER = {"index.html": "older", "data/agency.yml": "name: ก\n"}
OLD = {"index.html": "old", "data/agency.yml": "name: ก\n", "2567/index.html": "old"}
NEW = {"index.html": "new", "data/agency.yml": "name: ข\n", "2568/index.html": "new", "assets/a.css": "a" * 9000}
HIDDEN = {".htaccess": "by hand"}


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def tree(place: Path) -> dict[str, str]:
    if place.is_file():
        with zipfile.ZipFile(place) as opened:
            assert opened.testzip() is None
            return {name: opened.read(name).decode() for name in opened.namelist()}
    return {path.relative_to(place).as_posix(): path.read_text("utf-8") for path in place.rglob("*") if path.is_file()}


def shown(place: Path) -> dict[str, str]:
    return {name: text for name, text in tree(place).items() if not name.startswith(".")}


def deliver(place: Path, made: Path, sources: Sequence[Path] = ()) -> None:
    if place.suffix == ".zip":
        zip_target.deliver(made, place, lambda _: None)
    else:
        folder_target.deliver(made, place, lambda _: None, sources)


def roll_back(place: Path) -> None:
    (zip_target if place.suffix == ".zip" else folder_target).roll_back(place, lambda _: None)


def beside(place: Path) -> list[str]:
    """Return what lies beside a place and is not of former sites."""
    return [each.name for each in place.parent.iterdir() if each != place and ".ita-site-previous-" not in each.name]


@pytest.mark.parametrize("name", ["ita", "ita.zip"])
def test_the_last_two_come_back_one_after_the_other(tmp_path: Path, name: str) -> None:
    place = tmp_path / "www" / name
    versions = [site(tmp_path / f"made-{number}", {**OLD, "index.html": str(number)}) for number in range(4)]
    for made in (*versions, versions[-1]):  # the last one twice, which is none more
        deliver(place, made)
    (previous,) = (each for each in place.parent.iterdir() if each != place)
    assert previous.stat().st_mode & 0o077 == 0
    for number in (2, 1):
        roll_back(place)
        assert shown(place)["index.html"] == str(number)
    with pytest.raises(CannotDeliver, match="ไม่มีเว็บไซต์ชุดก่อน"):
        roll_back(place)
    assert shown(place)["index.html"] == "1"
    assert [each.name for each in place.parent.iterdir()] == [name]


@pytest.mark.parametrize("name", ["ita", "ita.zip"])
def test_what_is_kept_is_forgotten_when_asked(tmp_path: Path, name: str) -> None:
    place = tmp_path / "www" / name
    for files in (OLDER, OLD, NEW):
        deliver(place, site(tmp_path / files["index.html"], files))
    module = zip_target if name.endswith("zip") else folder_target
    assert module.forget(place, lambda _: None) == 2
    assert [each.name for each in place.parent.iterdir()] == [name]
    assert shown(place) == NEW


def test_what_was_put_there_by_hand_stays_through_both(tmp_path: Path) -> None:
    place = tmp_path / "ita"
    for files in (OLD, NEW):
        deliver(place, site(tmp_path / files["index.html"], files))
        site(place, {".htaccess": files["index.html"]})
    roll_back(place)
    assert tree(place) == {**OLD, ".htaccess": "new"}


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    real = site(tmp_path / "releases/7", OLD)
    (tmp_path / "current").symlink_to(real)
    deliver(tmp_path / "current", site(tmp_path / "new", NEW))
    assert (tmp_path / "current").is_symlink()
    assert tree(real) == NEW
    roll_back(tmp_path / "current")
    assert tree(real) == OLD


def test_a_zip_file_of_one_site_has_one_sum(tmp_path: Path) -> None:
    made = site(tmp_path / "made", NEW)
    deliver(tmp_path / "one.zip", made)
    for path in made.rglob("*"):
        os.utime(path, (1, 1))
    deliver(tmp_path / "two.zip", made)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize(
    ("files", "name", "why"),
    [
        ({"ita/letters.docx": "x"}, "ita", "มีไฟล์อื่นอยู่ (letters.docx)"),
        ({"ita": "x"}, "ita", "เป็นไฟล์ ไม่ใช่โฟลเดอร์"),
        ({"data/agency.yml": "name: ก\n"}, ".", "ไฟล์ของโครงการอยู่"),
        ({"data/agency.yml": "name: ก\n"}, "data", "ไฟล์ของโครงการอยู่"),
        ({"site.zip/x": ""}, "site.zip", "เป็นโฟลเดอร์"),
        ({"site.zip": "no archive"}, "site.zip", "ไม่ใช่ไฟล์ ZIP"),
    ],
)
def test_what_is_no_site_is_not_replaced(tmp_path: Path, files: dict[str, str], name: str, why: str) -> None:
    project = site(tmp_path / "project", files)
    made = site(tmp_path / "made", NEW)
    sources = [] if name == "ita" else [project, project / "data"]
    with pytest.raises(CannotDeliver) as refused:
        deliver(project / name, made, sources)
    assert why in str(refused.value)
    assert tree(project) == files


def killed_everywhere(root: Path, name: str, *, back: bool) -> int:
    """Publish, or roll back, again and again, each time killed a call later; return how often it was killed."""
    made = {files["index.html"]: site(root / files["index.html"], files) for files in (OLDER, OLD, NEW)}
    number = 0
    while True:
        number += 1
        place = root / str(number) / name
        for files in (OLDER, OLD):
            deliver(place, made[files["index.html"]])
        if place.is_dir():
            site(place, HIDDEN)
        work: Callable[[], None] = (lambda: roll_back(place)) if back else (lambda: deliver(place, made["new"]))  # noqa: B023
        was_killed = kills.killed_at(number, work)
        after = OLDER if back else NEW
        assert shown(place) in (OLD, after), number
        if back:
            if shown(place) == OLD:
                roll_back(place)
            deliver(place, made["older"])  # which is there, and clears up
            assert shown(place) == OLDER, number
        else:
            deliver(place, made["new"])
            assert shown(place) == NEW, number
            roll_back(place)
            assert shown(place) in (OLD, OLDER), number  # the one before, if it was killed as the old was kept
        assert not place.is_dir() or (place / ".htaccess").read_text("utf-8") == "by hand", number
        assert beside(place) == [], number
        if not was_killed:
            return number - 1


@pytest.mark.parametrize("back", [False, True], ids=["publish", "rollback"])
@pytest.mark.parametrize("name", ["ita", "ita.zip"])
def test_a_kill_at_any_call_leaves_the_old_or_the_new_site(tmp_path: Path, name: str, back: bool) -> None:  # noqa: FBT001
    code = f"from {__name__} import *; print(killed_everywhere(Path({str(tmp_path)!r}), {name!r}, back={back}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    assert int(done.stdout) >= (10 if name.endswith(".zip") else 40)


@pytest.mark.parametrize("name", ["ita", "ita.zip"])
def test_a_disk_that_fills_leaves_the_old_site(tmp_path: Path, name: str) -> None:
    place = tmp_path / "www" / name
    deliver(place, site(tmp_path / "old", OLD))
    made = site(tmp_path / "new", {**NEW, "large.bin": "".join(map(chr, range(33, 4000)))})

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
        deliver(place, made)

    assert kills.ends_with(fill, OSError)
    assert shown(place) == OLD
    assert beside(place) == []


@pytest.mark.parametrize("name", ["ita", "ita.zip"])
def test_two_at_once_publish_one_after_the_other(tmp_path: Path, name: str) -> None:
    place = tmp_path / "www" / name
    made = [site(tmp_path / str(number), {**NEW, "index.html": str(number)}) for number in range(4)]
    deliver(place, site(tmp_path / "old", OLD))
    children = []
    for each in made:
        if not (child := os.fork()):
            try:
                deliver(place, each)
            finally:
                os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert shown(place) in [tree(each) for each in made]
    assert beside(place) == []


def test_where_it_is_published_is_written_once_and_read_back(tmp_path: Path) -> None:
    assert read_target(tmp_path) is None
    write_target(tmp_path, {"target": "folder", "folder": "\\\\server\\www\\ความโปร่งใส"})
    read = read_target(tmp_path)
    assert read is not None
    assert (read.target, read.folder) == (TargetKind.FOLDER, "\\\\server\\www\\ความโปร่งใส")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("target: folder\n", "ต้องมีช่อง folder: ด้วย"),
        ("target: ftp\n", "ต้องเป็น “folder”"),
        ("target: zip\nfile: a.zip\npasword: x\n", "ไม่รู้จักช่อง “pasword”"),
        ("", "ไฟล์ว่างเปล่า"),
        ("- x\n", "publish.yml"),
    ],
)
def test_a_slip_in_publish_yml_is_told_with_its_place(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "publish.yml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData) as refused:
        read_target(tmp_path)
    assert why in " ".join(f"{each.position} {each.message}" for each in refused.value.problems)


@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_a_server_without_the_library_for_it_is_told_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setitem(sys.modules, "paramiko", None)
    (tmp_path / "data").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: ก\nplugins: [ita-site]\n", encoding="utf-8")
    write_target(tmp_path, {"target": "sftp", "host": "www.example", "user": "ita", "folder": "/srv/ita"})

    told = CliRunner().invoke(main, [command, "--data", str(tmp_path / "data")])

    assert (told.exit_code, "ita-site[sftp]" in told.stderr) == (1, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", "mkdocs.yml", "publish.yml"]
