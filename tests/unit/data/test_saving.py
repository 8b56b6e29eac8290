"""A save leaves the old file or the new one, and of two editors nobody's change is lost."""

from __future__ import annotations

import os
import resource
import signal
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from ita_site.data import edit

BEFORE = """\
# หัวไฟล์
title: แผน
rows:
  - name: ก
    status: เสร็จ
  # ของ ข
  - name: ข
    status: ยังไม่เริ่ม
  - name: ค
    status: เสร็จ
notes: [หนึ่ง, สอง]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "plan.yml"
    file.write_text(BEFORE, encoding="utf-8")
    return file


def seen(path: Path) -> str:
    return edit.digest(path.read_bytes())


def colleague(path: Path, old: str, new: str) -> None:
    """Change the file as somebody else would, with another program."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


TITLE = edit.SetValue(("title",), "แผน", "แผนใหม่")


def test_a_save_changes_the_file_and_leaves_nothing_beside_it(path: Path) -> None:
    path.chmod(0o640)
    saved = edit.save(path, [TITLE], seen(path))
    assert path.read_text(encoding="utf-8") == BEFORE.replace("แผน", "แผนใหม่")
    assert (saved.before, saved.after) == (BEFORE.encode(), path.read_bytes())
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_what_somebody_else_changed_meanwhile_is_kept(path: Path) -> None:
    before = seen(path)
    colleague(path, "หนึ่ง", "หนึ่งใหม่")
    edit.save(path, [TITLE], before)
    text = path.read_text(encoding="utf-8")
    assert "title: แผนใหม่" in text
    assert "[หนึ่งใหม่, สอง]" in text


FOLLOWED = {
    "an item was put before": ("rows:\n", "rows:\n  - name: ใหม่\n    status: ยังไม่เริ่ม\n"),
    "an item before was taken out": ("  - name: ก\n    status: เสร็จ\n", ""),
    "another field of the item was changed": ("name: ข", "name: ข\n    owner: กองคลัง\n    period: ปี"),
    "another item was changed": ("name: ก", "name: เก่า"),
}
STATUS = edit.SetValue(("rows", 1, "status"), "ยังไม่เริ่ม", "เสร็จ")


@pytest.mark.parametrize("how", FOLLOWED)
def test_an_item_is_followed_to_where_it_is_now(how: str, path: Path) -> None:
    before = path.read_bytes()
    colleague(path, *FOLLOWED[how])
    now = path.read_text(encoding="utf-8")
    edit.save(path, [STATUS], edit.digest(before), base=before)
    head, _, tail = now.partition("name: ข")
    assert path.read_text(encoding="utf-8") == f"{head}name: ข{tail.replace('ยังไม่เริ่ม', 'เสร็จ', 1)}"


LOST = {
    "the value": ("ยังไม่เริ่ม", "กำลังทำ"),
    "the item": ("  - name: ข\n    status: ยังไม่เริ่ม\n", ""),
    "the item for another with the same value": (
        "name: ข\n",
        "name: อื่น\n    owner: ใคร\n    period: ปี\n    about: เรื่อง\n",
    ),
    "the list": ("rows:\n  - name: ก", "rows_of_plan:\n  - name: ก"),
    "the key": ("    status: ยังไม่เริ่ม\n", ""),
}


@pytest.mark.parametrize("what", LOST)
def test_what_somebody_else_changed_or_took_away_is_a_conflict_and_the_file_stays(what: str, path: Path) -> None:
    before = path.read_bytes()
    colleague(path, *LOST[what])
    now = path.read_bytes()
    with pytest.raises(edit.ConflictError) as told:
        edit.save(path, [TITLE, STATUS], edit.digest(before), base=before, name="data/2569/plan.yml")
    assert path.read_bytes() == now
    assert (told.value.old, told.value.new) == ("ยังไม่เริ่ม", "เสร็จ")
    assert told.value.position.path == "data/2569/plan.yml"


def test_without_what_the_editor_saw_nothing_in_a_list_of_a_changed_file_is_changed(path: Path) -> None:
    before = seen(path)
    colleague(path, "rows:\n", "rows:\n  - name: ใหม่\n    status: ยังไม่เริ่ม\n")
    for change in (STATUS, edit.RemoveItem(("notes",), 0, "หนึ่ง"), edit.InsertItem(("notes",), 0, "ศูนย์")):
        with pytest.raises(edit.ConflictError):
            edit.save(path, [change], before)


def test_of_items_that_are_alike_none_is_taken_for_another(path: Path) -> None:
    colleague(path, "[หนึ่ง, สอง]", "[ก, ข, ก]")
    before = path.read_bytes()
    colleague(path, "[ก, ข, ก]", "[ข, ก]")
    with pytest.raises(edit.ConflictError):
        edit.save(path, [edit.SetValue(("notes", 0), "ก", "ค")], edit.digest(before), base=before)


def test_changes_after_one_another_are_followed_together(path: Path) -> None:
    before = path.read_bytes()
    colleague(path, "rows:\n", "rows:\n  - name: ใหม่\n    status: เสร็จ\n")
    changes: list[edit.FileChange] = [
        edit.InsertItem(("rows",), 0, {"name": "แรก"}),
        edit.RemoveItem(("rows",), 2, {"name": "ข", "status": "ยังไม่เริ่ม"}),
        edit.MoveItem(("rows",), 2, 1, {"name": "ค", "status": "เสร็จ"}),
        edit.AddKey(("rows", 1), "owner", "กองคลัง"),
    ]
    edit.save(path, changes, edit.digest(before), base=before)
    rows = yaml.safe_load(path.read_bytes())["rows"]
    assert [(row["name"], row.get("owner")) for row in rows] == [
        ("ใหม่", None),
        ("แรก", None),
        ("ค", "กองคลัง"),
        ("ก", None),
    ]


def test_of_many_who_save_at_once_nobody_loses_anything(path: Path) -> None:
    before = path.read_bytes()

    def add(number: int) -> None:
        change = edit.InsertItem(("notes",), 2, f"ข้อ {number}")
        edit.save(path, [change], edit.digest(before), base=before)

    with ThreadPoolExecutor(8) as editors:
        list(editors.map(add, range(40)))
    notes = yaml.safe_load(path.read_bytes())["notes"]
    assert sorted(notes) == sorted(["หนึ่ง", "สอง", *(f"ข้อ {number}" for number in range(40))])
    assert list(path.parent.iterdir()) == [path]


CHANGES: list[edit.FileChange] = [
    TITLE,
    STATUS,
    edit.RemoveKey((), "notes", ["หนึ่ง", "สอง"]),
    edit.RemoveItem(("rows",), 1, {"name": "ข", "status": "ยังไม่เริ่ม"}),
    edit.MoveItem(("rows",), 0, 2, {"name": "ก", "status": "เสร็จ"}),
    edit.InsertItem(("notes",), 0, "ศูนย์"),
    edit.AddKey(("rows", 0), "owner", "กองคลัง", ("name", "owner", "status")),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_a_save_is_taken_back_to_the_very_bytes(change: edit.FileChange, path: Path) -> None:
    saved = edit.save(path, [change], seen(path))
    undone = edit.undo(path, saved)
    assert path.read_text(encoding="utf-8") == BEFORE
    edit.undo(path, undone)
    assert path.read_bytes() == saved.after


@pytest.mark.parametrize("change", CHANGES[1:], ids=lambda change: type(change).__name__)
def test_a_save_is_taken_back_though_something_else_was_changed_since(change: edit.FileChange, path: Path) -> None:
    saved = edit.save(path, [change], seen(path))
    colleague(path, "title: แผน", "title: แผนอื่น")
    edit.undo(path, saved)
    wanted = edit.values(BEFORE.replace("title: แผน", "title: แผนอื่น").encode())
    assert edit.values(path.read_bytes()) == wanted


def test_what_was_changed_again_is_not_taken_back(path: Path) -> None:
    saved = edit.save(path, [TITLE], seen(path))
    colleague(path, "แผนใหม่", "แผนของคนอื่น")
    with pytest.raises(edit.ConflictError):
        edit.undo(path, saved)


def test_a_save_that_is_killed_leaves_the_old_file_or_the_new_one(path: Path) -> None:
    states = {BEFORE.encode(), BEFORE.replace("แผน", "แผนใหม่").encode()}
    found = set()
    for moment in range(40):
        child = os.fork()
        if not child:
            while True:
                edit.undo(path, edit.save(path, [TITLE], seen(path)))
        time.sleep(0.002 + moment * 0.000_37)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found.add(path.read_bytes())
        if path.read_text(encoding="utf-8") != BEFORE:
            edit.save(path, [edit.SetValue(("title",), "แผนใหม่", "แผน")], seen(path))
        else:
            edit.undo(path, edit.save(path, [TITLE], seen(path)))
        assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert found <= states


def test_a_disk_that_is_full_leaves_the_old_file(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OSError, match=r"plan\.yml"):
            edit.save(path, [TITLE], seen(path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_text(encoding="utf-8") == BEFORE
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_takes_no_file_is_told_by_the_name_of_the_file() -> None:
    with pytest.raises(OSError, match="version") as told:
        edit.save(Path("/proc/version"), [TITLE], "")
    assert told.value.filename == "/proc/version"


def test_what_a_link_leads_to_is_not_edited(path: Path) -> None:
    link = path.with_name("result.yml")
    link.symlink_to(path)
    with pytest.raises(edit.CannotEditError):
        edit.save(link, [TITLE], seen(path))
    with pytest.raises(edit.CannotEditError):
        edit.save(path.parent, [TITLE], seen(path))


def test_a_value_that_cannot_be_written_leaves_the_file(path: Path) -> None:
    with pytest.raises(edit.CannotEditError):
        edit.save(path, [TITLE, edit.SetValue(("notes", 0), "หนึ่ง", "ก\u202eข")], seen(path))
    assert path.read_text(encoding="utf-8") == BEFORE
