"""Many municipalities with one command: what one of them does, or its process, is nothing to the others."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from ita_site.hosts.many import listing, tasks
from tests.helpers import repository

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

AGENCY = "name: เทศบาลตำบล{name}\nkind: เทศบาลตำบล\ndistrict: เมืองปาน\nprovince: ลำปาง\n"
HOOK = """\
import os, pathlib, time
def on_pre_build(config):
    {what}
"""
SETTINGS = "site_name: ความโปร่งใส\ndocs_dir: data\nhooks: [hook.py]\nplugins: [ita-site]\n"


def many(*arguments: str | Path) -> Result:
    """Run a command, with one process: each more takes a second to begin."""
    command, *others = map(str, arguments)
    return CliRunner().invoke(main, ["many", command, "--workers", "1", *others])


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    yield
    tasks.dismiss()


@pytest.fixture
def towns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of three municipalities, of which there is nothing but the data."""
    monkeypatch.chdir(tmp_path)
    for name in ("ban-a", "ban-b", "ban-c"):
        town(tmp_path / "towns" / name)
    return tmp_path / "towns"


def town(folder: Path) -> Path:
    (folder / "2568").mkdir(parents=True)
    (folder / "agency.yml").write_text(AGENCY.format(name=folder.name), encoding="utf-8")
    (folder / "2568/gaps.yml").write_text("result: ยังไม่ประกาศ\n", encoding="utf-8")
    return folder


def hooked(folder: Path, what: str) -> None:
    """Let a municipality have a project of its own, whose hook does what is told."""
    shutil.rmtree(folder, ignore_errors=True)
    town(folder / "data")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "hook.py").write_text(HOOK.format(what=what), encoding="utf-8")


def committed(folder: Path) -> None:
    repository.git(folder, "add", ".")
    repository.git(folder, "commit", "--quiet", "-m", "x")


def contents(folder: Path) -> dict[str, bytes]:
    found = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}


def test_each_site_is_built_once_and_again_only_when_its_data_change(towns: Path) -> None:
    first = many("build", towns)
    again = many("build", towns)
    with (towns / "ban-b/agency.yml").open("a", encoding="utf-8") as file:
        file.write("motto: น้ำใส\n")
    changed = many("build", towns)

    assert (first.exit_code, again.exit_code, changed.exit_code) == (0, 0, 0)
    assert "3 หน่วยงาน: สร้างแล้ว 3" in first.stdout
    assert "3 หน่วยงาน: เป็นปัจจุบันอยู่แล้ว 3" in again.stdout
    assert "สร้างแล้ว 1 · เป็นปัจจุบันอยู่แล้ว 2" in changed.stdout
    assert "น้ำใส" in Path("sites/ban-b/contact/index.html").read_text(encoding="utf-8")


def test_a_site_that_somebody_has_changed_is_built_again(towns: Path) -> None:
    many("build", towns)
    built = contents(Path("sites/ban-a"))
    Path("sites/ban-a/index.html").write_text("x", encoding="utf-8")

    assert "สร้างแล้ว 1 " in many("build", towns).stdout
    assert contents(Path("sites/ban-a")) == built


def test_a_municipality_with_an_error_keeps_its_site_and_stops_no_other(towns: Path) -> None:
    many("build", towns)
    old = contents(Path("sites/ban-b"))
    (towns / "ban-b/agency.yml").write_text("name: [", encoding="utf-8")
    town(towns / "ban-d")

    told = many("build", towns)

    assert told.exit_code == 1
    assert "ban-b: ไม่ได้สร้าง เว็บไซต์ยังเป็นของเดิม" in told.stdout
    assert "ban-b/agency.yml:1:" in told.stdout
    assert "สร้างแล้ว 1 · เป็นปัจจุบันอยู่แล้ว 2 · ไม่ได้สร้าง 1" in told.stdout
    assert contents(Path("sites/ban-b")) == old
    assert Path("sites/ban-d/index.html").is_file()
    assert "ban-b: ไม่ได้สร้าง" in Path(".sites.ita-site-many/log.txt").read_text(encoding="utf-8")


def test_a_process_that_dies_is_replaced_and_its_municipality_tried_again(towns: Path) -> None:
    hooked(towns / "ban-b", "open(pathlib.Path(__file__).with_name('tries'), 'a').write('x'); os._exit(9)")
    hooked(towns / "ban-c", "tried = pathlib.Path(__file__).with_name('tried')")
    with (towns / "ban-c/hook.py").open("a", encoding="utf-8") as file:
        file.write("    if not tried.exists():\n        tried.touch()\n        os._exit(9)\n")

    told = many("build", towns)

    assert told.exit_code == 1
    assert "ban-b: โปรเซสหยุดกลางคันทุกครั้งที่ลอง (3 ครั้ง)" in told.stdout
    assert "สร้างแล้ว 2 · ไม่สำเร็จ 1" in told.stdout
    assert (towns / "ban-b/tries").read_text(encoding="utf-8") == "xxx"
    assert Path("sites/ban-c/index.html").is_file()
    assert not Path("sites/ban-b").exists()


def test_a_municipality_that_does_not_end_is_given_up(towns: Path) -> None:
    many("build", towns)  # that of the others is not measured
    hooked(towns / "ban-b", "time.sleep(60)")

    told = many("build", towns, "--time-limit", "1")

    assert "ban-b: ไม่เสร็จภายในเวลาที่กำหนดทั้ง 3 ครั้ง" in told.stdout
    assert "เป็นปัจจุบันอยู่แล้ว 2" in told.stdout


def test_what_was_left_by_a_round_that_was_killed_is_finished_by_the_next(towns: Path) -> None:
    hooked(towns / "ban-b", f"os.kill(os.getppid(), {int(signal.SIGKILL)}); os._exit(9)")
    program = "from ita_site.hosts.cli import main; main()"
    command = [sys.executable, "-c", program, "many", "build", "towns", "--workers", "1"]
    killed = subprocess.run(command, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [each.name for each in Path("sites").glob("[!.]*")] == ["ban-a"]
    shutil.rmtree(towns / "ban-b")
    town(towns / "ban-b")

    assert many("build", towns).exit_code == 0
    finished = contents(Path("sites"))
    assert many("build", towns, "--into", "clean", "--no-cache").exit_code == 0
    assert finished == contents(Path("clean"))


def test_a_list_names_folders_and_repositories_and_the_address_of_all(towns: Path) -> None:
    origin = towns.parent / "origin"
    shutil.move(towns / "ban-c", origin)
    repository.git(origin, "init", "--quiet")
    committed(origin)
    listed = towns.parent / "many.yml"
    listed.write_text(
        "site_url: https://ita.lampang.go.th/\n"
        "municipalities:\n"
        "  - {id: ban-a, folder: towns/ban-a}\n"
        f"  - {{id: ban-c, git: 'file://{origin}'}}\n",
        encoding="utf-8",
    )

    first = many("build", listed)
    (origin / "agency.yml").write_text(AGENCY.format(name="ใหม่"), encoding="utf-8")
    committed(origin)
    second = many("build", listed)

    assert first.exit_code == 0, first.stdout
    assert sorted(each.name for each in Path("sites").iterdir()) == ["ban-a", "ban-c"]
    assert "https://ita.lampang.go.th/ban-a/" in Path("sites/ban-a/sitemap.xml").read_text(encoding="utf-8")
    assert "สร้างแล้ว 1 · เป็นปัจจุบันอยู่แล้ว 1" in second.stdout
    assert "เทศบาลตำบลใหม่" in Path("sites/ban-c/index.html").read_text(encoding="utf-8")


def test_a_repository_that_cannot_be_had_is_told_and_stops_no_other(towns: Path) -> None:
    listed = towns / "many.yml"
    listed.write_text(
        "municipalities:\n  - {id: ban-a, folder: ban-a}\n  - {id: gone, git: 'file:///nowhere'}\n", encoding="utf-8"
    )

    told = many("build", towns)

    assert told.exit_code == 1
    assert "gone: ไม่ได้สร้าง" in told.stdout
    assert "รับข้อมูลจาก Git ไม่ได้" in told.stdout
    assert Path("sites/ban-a/index.html").is_file()


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("municipalities:\n  - {id: ban-a}\n", "many.yml:2:5: "),
        ("municipalities:\n  - {id: ban-a, folder: ban-a, git: 'https://git.example/a'}\n", "อย่างใดอย่างหนึ่ง"),
        ("municipalities:\n  - {id: ban-a, git: '--upload-pack=touch x'}\n", "git: ต้องเป็นที่อยู่"),
        ("municipalities:\n  - {id: ban-a, git: 'ext::sh -c touch% x'}\n", "git: ต้องเป็นที่อยู่"),
        ("municipalities:\n  - {id: ../x, folder: ban-a}\n", "many.yml:2:10: "),
        ("municipalities:\n  - {id: x, folder: ban-z}\n", "ไม่พบ mkdocs.yml หรือ agency.yml ใน ban-z"),
        ("municipalities:\n  - {id: x, folder: ban-a}\n  - {id: x, folder: ban-b}\n", "many.yml:3:10: "),
        ("municipality: []\n", "municipalities"),
        ("municipalities: []\n", "ไม่มีหน่วยงาน"),
        ("site_url: ita.go.th\nmunicipalities: [{id: x, folder: ban-a}]\n", "many.yml:1:11: "),
        ("municipalities:\n  - {id: overview, folder: ban-a}\n", "many.yml:2:10: "),
        ("", "ว่าง"),
    ],
    ids=[
        "no-place",
        "two-places",
        "git-switch",
        "git-program",
        "bad-id",
        "no-folder",
        "same-id",
        "key",
        "none",
        "address",
        "reserved",
        "empty",
    ],
)
def test_what_is_wrong_with_a_list_is_told_with_its_place(towns: Path, listed: str, told: str) -> None:
    (towns / "many.yml").write_text(listed, encoding="utf-8")

    result = many("check", towns)

    assert result.exit_code == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_without_municipalities_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()

    assert "notes: " in many("check", tmp_path).stderr
    assert many("check", tmp_path / "nowhere").exit_code == 1


def test_all_are_checked_and_the_problems_of_each_told(towns: Path) -> None:
    (towns / "ban-b/agency.yml").write_text("name: ก\ncolour: แดง\nextra: x\n", encoding="utf-8")

    told = many("check", towns)

    assert told.exit_code == 1
    assert "ban-b/agency.yml:3:1: " in told.stdout
    assert "ตรวจแล้ว เผยแพร่ได้ 2 · มีเรื่องต้องแก้ 1" in told.stdout
    assert not Path("sites").exists()


def test_assets_that_all_share_are_on_the_disk_once_and_each_site_is_whole(towns: Path) -> None:
    many("build", towns, "--into", "apart")
    many("build", towns, "--shared-assets")
    again = many("build", towns, "--shared-assets")

    assert contents(Path("sites")) == contents(Path("apart"))
    assert "เป็นปัจจุบันอยู่แล้ว 3" in again.stdout
    fonts = [next(Path("sites", name, "assets").rglob("*.woff2")) for name in ("ban-a", "ban-b", "ban-c")]
    assert len({each.stat().st_ino for each in fonts}) == 1


def test_a_municipality_that_cannot_be_done_is_told_and_the_others_are(towns: Path) -> None:
    shutil.move(towns / "ban-a", towns / "บ้าน ก")
    shutil.copytree(towns / "ban-b", towns / "-ban")
    shutil.copytree(towns / "ban-b", towns / os.fsdecode("บ้าน".encode("cp874")))
    (towns / "ban-d").symlink_to(towns / "nowhere")
    (towns / "notes.txt").write_text("x", encoding="utf-8")

    told = many("check", towns)

    assert told.exit_code == 1
    assert "2 หน่วยงาน: ตรวจแล้ว เผยแพร่ได้ 2" in told.stdout
    for name in ("บ้าน ก", "-ban", "บ้าน"):
        assert f"{name}: ชื่อโฟลเดอร์เป็นส่วนหนึ่งของที่อยู่เว็บไซต์" in told.stderr
    assert "notes" not in told.stderr


def test_mistakes_of_some_in_a_list_are_told_and_the_others_are_done(towns: Path) -> None:
    (towns / "many.yml").write_text(
        "municipalities:\n"
        "  - {id: ban-a, folder: ban-a}\n  - {id: ban-a, folder: ban-b}\n  - {id: gone, folder: ban-z}\n",
        encoding="utf-8",
    )
    told = many("check", towns)
    assert told.exit_code == 1
    assert "many.yml:3:10: " in told.stderr
    assert "many.yml:4:24: " in told.stderr
    assert "1 หน่วยงาน: ตรวจแล้ว เผยแพร่ได้ 1" in told.stdout


@pytest.mark.parametrize("into", [".", "towns", "towns/ban-a", "towns/ban-a/2568/sites"])
def test_sites_are_never_written_where_data_lie(towns: Path, into: str) -> None:
    shutil.copytree(towns / "ban-b", "ban-b")
    before = contents(towns.parent)
    source = "." if into == "." else towns
    told = many("build", source, "--into", into)
    assert told.exit_code == 1
    assert "ให้เลือกโฟลเดอร์อื่นที่ไม่มีข้อมูล" in told.stderr
    assert contents(towns.parent) == before


def test_the_folder_of_sites_beside_the_municipalities_is_none_of_them(towns: Path) -> None:
    (towns / "sites/ban-a").mkdir(parents=True)
    listed = listing.read(towns, towns / "checkouts", towns / "sites")
    assert [each.id for each in listed.municipalities] == ["ban-a", "ban-b", "ban-c"]
    assert listed.problems == ()


def test_a_folder_of_one_municipality_is_told_from_one_of_many(towns: Path) -> None:
    told = many("build", towns / "ban-a")
    assert told.exit_code == 1
    assert "ให้สั่ง ita-site build" in told.stderr


def test_who_interrupts_is_told_what_is_left_and_the_next_round_does_it(towns: Path) -> None:
    hooked(towns / "ban-b", "open(pathlib.Path(__file__).with_name('begun'), 'w').close(); time.sleep(60)")
    program = "from ita_site.hosts.cli import main; main()"
    command = [sys.executable, "-c", program, "many", "build", "towns", "--workers", "1"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    while running.poll() is None and not (towns / "ban-b/begun").exists():
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does
    said, complaint = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "หยุดตามที่สั่ง ยังไม่ได้ทำ 2 หน่วยงาน" in complaint.decode()
    assert "Traceback" not in complaint.decode()
    assert "1 หน่วยงาน: สร้างแล้ว 1" in said.decode()
    shutil.rmtree(towns / "ban-b")
    town(towns / "ban-b")
    assert "สร้างแล้ว 2 · เป็นปัจจุบันอยู่แล้ว 1" in many("build", towns).stdout


def test_a_disk_that_takes_nothing_is_told_in_one_sentence(towns: Path) -> None:
    Path("blocked").write_text("x", encoding="utf-8")
    told = many("build", towns, "--into", "blocked/sites")
    assert told.exit_code == 1
    assert "อ่านหรือเขียนไฟล์ไม่ได้: " in told.stderr
    assert "blocked" in told.stderr


def test_settings_that_no_site_of_ours_is_built_with_are_told_in_thai(towns: Path) -> None:
    settings = {
        "ban-a": ("site_name: x\ndocs_dir: .\n", "mkdocs.yml: ต้องแก้: ไม่มี ita-site ใน plugins:"),
        "ban-b": ("site_name: x\nplugins: [ita-site]\n", "mkdocs.yml: คำเตือน: ไม่ได้ตั้ง docs_dir"),
        "ban-c": ("site_name: [\n", "mkdocs.yml:1:"),
    }
    for name, (written, _) in settings.items():
        (towns / name / "mkdocs.yml").write_text(written, encoding="utf-8")
    told = many("build", towns)
    assert told.exit_code == 1
    assert "3 หน่วยงาน: ไม่ได้สร้าง 3" in told.stdout
    for _, message in settings.values():
        assert message in told.stdout
    assert "Config value" not in told.stdout
    assert not Path("sites").exists()
