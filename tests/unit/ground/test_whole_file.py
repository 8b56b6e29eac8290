"""A file written whole or not at all, and the name of it where the disk does not take it."""

from __future__ import annotations

import os
import signal
import stat
import time
from typing import TYPE_CHECKING

import pytest

from ita_site.ground import whole_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("place", ["nowhere/a.xlsx", "a-file/a.xlsx", "a-folder"])
def test_a_file_that_cannot_be_written_is_named_and_leaves_nothing_behind(place: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    before = set(tmp_path.rglob("*"))
    for write in (whole_file.write, whole_file.create):
        with pytest.raises(OSError, match=r"\w") as told:
            write(tmp_path / place, b"1")
        assert told.value.filename == str(tmp_path / place)
        assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("durable", [True, False])
def test_a_link_stays_a_link_and_permissions_stay(durable: bool, tmp_path: Path) -> None:  # noqa: FBT001
    file, link = tmp_path / ("ชื่อยาว" * 11 + ".yml"), tmp_path / "b.yml"
    whole_file.write(file, b"1", durable=durable)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    file.chmod(0o600)
    link.symlink_to(file.name)
    whole_file.write(link, b"2", durable=durable)
    assert (link.is_symlink(), file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (True, b"2", 0o600)
    assert set(tmp_path.iterdir()) == {file, link}


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    whole_file.create(tmp_path / "a.yml", b"1")
    with pytest.raises(FileExistsError):
        whole_file.create(tmp_path / "a.yml", b"2")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.yml", b"1")]


def test_what_a_killed_process_left_of_a_file_is_swept_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a[1].yml"
    for name in (".a.yml.writing", "a[1].yml", ".DS_Store"):
        (tmp_path / name).touch()
    kept = set(tmp_path.iterdir())
    with whole_file.written(file, b"1", durable=False):
        assert len(set(tmp_path.iterdir()) - kept) == 1
        whole_file.sweep(file)
        assert set(tmp_path.iterdir()) == kept


@pytest.mark.parametrize("durable", [True, False])
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new_one(durable: bool, tmp_path: Path) -> None:  # noqa: FBT001
    file, states = tmp_path / "a.yml", (b"1" * 2_000_000, b"2" * 3_000_000)
    whole_file.write(file, states[0])
    for moment in range(20):
        child = os.fork()
        while not child:
            for content in states:
                whole_file.write(file, content, durable=durable)
        time.sleep(0.004 + moment * 0.000_7)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert file.read_bytes() in states
    whole_file.sweep(file)
    assert list(tmp_path.iterdir()) == [file]
