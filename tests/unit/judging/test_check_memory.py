"""What was told of a file is told again while it may be: after each change as by a check that remembers nothing."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.cache.keyed_cache import KeyedCache
from ita_site.judging.checks.check_memory import CheckMemory
from ita_site.publishing.data_check import check

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.ground.problems import Problem

MEASURE, OTHER = "2568/measures/e-service.yml", "2568/measures/no-gift-policy.yml"
LONG_AGO = "2563/result.yml"
CHANGES = {
    "a misprint": (MEASURE, "title: ", "title: แจกเวียน "),
    "a score that texts quote": ("2567/result.yml", "score: 9", "score: 8"),
    "a phone of nobody": (MEASURE, "title: ", "title: โทร 081-234-5678 "),
    "the kind of the office": ("agency.yml", "kind: เทศบาลตำบล", "kind: องค์การบริหารส่วนตำบล"),
    "the year of a law in one file": (OTHER, "title: ", "title: ตามพระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2541 "),
    "and in another": (MEASURE, "title: ", "title: ตามพระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540 "),
    "a score of long ago": (MEASURE, "title: ", "title: คะแนนรวมปี 2563 คือ 92.15 คะแนน "),
    "another score of then": (LONG_AGO, "total: 96.33", "total: 95.33"),
}


def test_after_each_change_all_is_told_that_is_told_without_a_memory(mueang_pan: Path, tmp_path: Path) -> None:
    memory, told = CheckMemory(FileCache(tmp_path / "cache")), set()
    expected: tuple[Problem, ...] = ()
    (mueang_pan / "data" / LONG_AGO).parent.mkdir()
    shutil.copy(mueang_pan / "data/2567/result.yml", mueang_pan / "data" / LONG_AGO)
    for name, (file, before, after) in CHANGES.items():
        path = mueang_pan / "data" / file
        text = path.read_text(encoding="utf-8")
        assert before in text, name
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        expected = check(mueang_pan / "data").problems
        for kept in (memory, CheckMemory(FileCache(tmp_path / "cache"))):
            assert check(mueang_pan / "data", told=kept).problems == expected, name
        told.add(expected)
    assert len(told) == len(CHANGES) - 1, "a law with one year is no fault"
    assert any(each.position.path.endswith(MEASURE) and "95.33" in each.message for each in expected)


def test_a_value_is_made_again_only_of_something_else(tmp_path: Path) -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key

    def value(values: KeyedCache[str], name: str, key: str, base: str = "base") -> str:
        values.begin(base)
        found = values.value(name, key, partial(make, key))
        values.end()
        return found

    here, there = (KeyedCache[str](FileCache(tmp_path)) for _ in range(2))
    assert [value(each, "a/b", "one") for each in (here, here, there)] == ["one"] * 3
    assert made == ["one"]
    assert value(here, "a/b", "two") == value(there, "a/b", "two") == "two"
    assert value(here, "a/b", "two", "another base") == "two"
    assert made == ["one", "two", "two", "two"]
