"""Files made before are never more than a saving of time."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.cache.file_cache import FileCache, key_of

if TYPE_CHECKING:
    from pathlib import Path


def never() -> bytes:
    message = "made again"
    raise AssertionError(message)


def the_file(folder: Path) -> Path:
    return next(each for each in folder.rglob("*") if each.is_file())


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    assert FileCache(tmp_path).file(key_of("a"), lambda: b"one") == b"one"
    assert FileCache(tmp_path).file(key_of("a"), never) == b"one"
    assert FileCache(tmp_path).file(key_of("b"), lambda: b"two") == b"two"


def test_parts_of_a_key_are_told_apart() -> None:
    keys = [key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", ""), key_of(b"ab", b"c", b"")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 32, b"x" * 40])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    FileCache(tmp_path).file(key_of("a"), lambda: b"right")
    the_file(tmp_path).write_bytes(damage)
    assert FileCache(tmp_path).file(key_of("a"), lambda: b"right") == b"right"
    assert FileCache(tmp_path).file(key_of("a"), never) == b"right"


def test_without_a_folder_everything_is_made() -> None:
    assert FileCache(None).file(key_of("a"), lambda: b"one") == b"one"
    assert FileCache(None).file(key_of("a"), lambda: b"two") == b"two"


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert FileCache(tmp_path / "file/below").file(key_of("a"), lambda: b"one") == b"one"


def test_what_was_not_asked_for_for_long_goes_first(tmp_path: Path) -> None:
    last = next(name for name in map(str, itertools.count()) if key_of(name).startswith("00"))  # which clears away
    for number, name in enumerate("abc"):
        FileCache(tmp_path, 390).file(key_of(name), lambda: b"x" * 100)
        os.utime(tmp_path / key_of(name)[:2] / key_of(name)[2:], (number, number))
    assert FileCache(tmp_path, 390).file(key_of("a"), never)  # asked for now
    FileCache(tmp_path, 390).file(key_of(last), lambda: b"x" * 100)
    assert FileCache(tmp_path, 390).file(key_of("a"), never)
    assert FileCache(tmp_path, 390).file(key_of(last), never)
    assert FileCache(tmp_path, 390).file(key_of("b"), lambda: b"again") == b"again"


def test_a_thousand_files_are_not_more_than_there_may_be_by_much(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, 10_000)
    for number in range(1000):
        cache.keep(key_of(f"{number}"), b"x" * 100)
    assert cache.extent()[1] < 100_000


def test_a_closed_cache_has_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    cache.keep(key_of("a"), b"one")
    cache.close()
    assert cache.file(key_of("a"), lambda: b"two") == b"two"
    assert not cache.is_kept
    assert FileCache(tmp_path).file(key_of("a"), never) == b"one"
