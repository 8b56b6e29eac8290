"""The order of files on the disk, of keys in a file, and of scores in a list changes nothing that is told or shown."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_site.data import source
from ita_site.judging.scores import compute
from ita_site.publishing.data_check import check
from ita_site.publishing.site import build
from tests.helpers.figures import copy, figures, framework, moved, result
from tests.helpers.sites import AGENCIES, YAML, replace, said, to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.publishing.data_check import Checked

pytestmark = pytest.mark.no_cover
"""The same lines run once more for each order: counting them would double the time and find nothing more."""
_LINE = re.compile(r"บรรทัด(?:ที่)? \d+")


def shuffled(value: source.Value, chance: random.Random) -> YAML:
    """Return a value with the keys of every mapping in another order, and its lists as they are."""
    if isinstance(value, list):
        return [shuffled(each, chance) for each in value]
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: shuffled(value[key], chance) for key in keys}
    return cast("str", value)


def shuffle_keys(data: Path, seed: int) -> int:
    """Write every file of a folder with its keys in another order; return how many files became different.

    The lists of an analysis stay in theirs, which is that of the document, and of its page.
    """
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    different = 0
    for file in sorted(data.rglob("*.yml")):
        value = source.read(file, file.name).value
        other = shuffled(value, chance)
        if file.name == "analysis.yml" and isinstance(value, dict) and isinstance(other, dict):
            other = {key: other[key] for key in value}
        different += list(cast("dict[str, object]", other)) != list(cast("dict[str, object]", value))
        file.write_text(to_yaml(other).lstrip("\n"), encoding="utf-8")
        assert source.read(file, file.name).value == value
    return different


def told(checked: Checked) -> list[tuple[str, str, str, str]]:
    """Return what an editor is told, without the lines, which move with the keys."""
    return sorted(
        (each.position.path, each.code, _LINE.sub("", each.message), each.severity) for each in checked.problems
    )


@pytest.mark.parametrize("agency", AGENCIES)
def test_keys_in_another_order_give_the_same_scores_and_pages(agency: str, tmp_path: Path) -> None:
    data = copy(AGENCIES[agency], tmp_path)
    before = check(data), said(build(data))
    for seed in (1, 2):
        assert shuffle_keys(data, seed) > 3
        after = check(data), said(build(data))

        assert after[0].scores == before[0].scores, seed
        assert told(after[0]) == told(before[0]), seed
        assert after[1] == before[1], seed


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("agency", ["kham-muang", "sam-ruean", "mueang-pan"])
def test_keys_in_another_order_give_the_same_problems(agency: str, seed: int, tmp_path: Path) -> None:
    data = copy(AGENCIES[agency], tmp_path)
    for number, figure in enumerate(list(figures(data))):
        if number % 5 == 0 and figure.printed not in {"0", "100.00"}:
            with moved(data, figure, "1.23"):
                text = (data / figure.file).read_text(encoding="utf-8")
            (data / figure.file).write_text(text, encoding="utf-8")
    before = told(check(data))

    shuffle_keys(data, seed)

    assert len(before) > 4
    assert told(check(data)) == before


@pytest.mark.parametrize("agency", AGENCIES)
def test_files_that_the_disk_lists_in_another_order_are_read_in_the_same(
    agency: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copy(AGENCIES[agency], tmp_path)
    (data / "สำเนา.docx").write_bytes(b"PK")
    before = check(data), build(data)
    listed = Path.iterdir
    asked: list[Path] = []

    def backwards(folder: Path) -> Iterator[Path]:
        asked.append(folder)
        yield from sorted(listed(folder), reverse=True)

    monkeypatch.setattr(Path, "iterdir", backwards)
    after = check(data), build(data)

    assert data in asked
    assert (after[0].problems, after[0].scores) == (before[0].problems, before[0].scores)
    assert said(after[1]) == said(before[1])
    assert list(after[1].offered.items()) == list(before[1].offered.items())


def test_measures_come_by_their_number_in_the_plan_and_not_by_the_name_of_their_file(tmp_path: Path) -> None:
    data = copy(AGENCIES["mueang-pan"], tmp_path)
    first = [path for path, _ in said(build(data)) if re.fullmatch(".*/measures/.+/index.md", path)]
    measures = data / "2568/measures"
    last = max(measures.iterdir())
    number = next(line for line in last.read_text(encoding="utf-8").splitlines() if line.startswith("number:"))
    replace(last, number, "number: 16")

    second = [path for path, _ in said(build(data)) if re.fullmatch(".*/measures/.+/index.md", path)]

    assert first != sorted(first)
    assert second == [each for each in first if f"/{last.stem}/" not in each] + [f"2568/measures/{last.stem}/index.md"]


LISTED = [*(f"O{number}" for number in range(1, 29)), *(str(number) for number in range(1, 11)), "IIT", "OIT", "9.3"]
SCORES = st.fixed_dictionaries({name: st.integers(0, 100) for name in LISTED})


@settings(deadline=None)
@given(SCORES, st.permutations(LISTED), st.sampled_from(range(2562, 2570)))
def test_scores_listed_in_another_order_give_the_same_sums(scores: dict[str, int], order: list[str], year: int) -> None:
    other = {name: scores[name] for name in order}
    assert compute(framework(year), result(scores)) == compute(framework(year), result(other))
