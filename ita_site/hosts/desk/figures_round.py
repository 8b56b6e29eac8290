"""A result as its few figures: total, level, and the score of each indicator, for typing them as they are announced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import source
from ita_site.data.edit import AddKey, SetValue, values
from ita_site.data.edit.changes import get, same, value_at
from ita_site.data.model import Result
from ita_site.data.model.result import PublishedScore
from ita_site.ground import thai
from ita_site.ground.problems import blocking
from ita_site.judging.scores import TOTAL
from ita_site.saying import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.data.edit import FileChange
    from ita_site.data.source import Path, Value
    from ita_site.ground.problems import Problem
    from ita_site.judging.scores import Score, Scores
    from ita_site.publishing.data_check import Checked

_TOTAL, _LEVEL, _INDICATORS = "total", "level", "indicators"
_ORDER: Mapping[str, tuple[str, ...]] = {
    "": tuple(Result.model_fields),
    _INDICATORS: tuple(PublishedScore.model_fields),
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure: what it is, the name of its input, what the file says, what was published a year before.

    `computed` is what its parts prove of it, in words; `told` is what is wrong with it.
    """

    label: str
    input: str
    value: str
    before: str
    computed: str
    told: tuple[Problem, ...]
    is_number: bool = True

    @property
    def is_wrong(self) -> bool:
        """Tell whether it must be put right before anything is published."""
        return blocking(self.told)


def figure_rows(data: bytes, name: str, year: int, checked: Checked) -> tuple[FigureRow, ...]:
    """Return the figures of a result.

    Args:
        data: the bytes of the file.
        name: what problems call the file.
        year: its fiscal year, B.E.
        checked: all data, for the names of indicators and what is told.

    Raises:
        CannotEditError: the file is not one that forms can change.

    """
    whole = values(data, name)
    document = source.parse(data, name)
    told = [each for each in checked.problems if each.position.path == name]
    framework = checked.dataset.frameworks.get(year)
    names = {each.id: each.name for each in framework.indicators} if framework else {}
    rows = []
    for path, key in _figures(whole):
        reference = _reference(whole, path)
        place = document.position((*path, key)), document.position((*path, key), key=True), document.position(path)
        rows.append(
            FigureRow(
                label=_label(path, key, reference, names),
                input=_input(path, key),
                value=str(value_at(whole, (*path, key)) or ""),
                before=_before(checked.scores, year, reference) if key != _LEVEL else _level_before(checked, year),
                computed=_computed(checked.scores, year, reference) if key != _LEVEL else "",
                told=tuple(each for each in told if each.position in place[: 3 if path else 2]),
                is_number=key != _LEVEL,
            )
        )
    return tuple(rows)


def figure_changes(data: bytes, name: str, typed: Mapping[str, str]) -> list[FileChange]:
    """Return what was typed as changes of the file that the form was made from.

    Raises:
        CannotEditError: the file is not one that forms can change.

    """
    whole = values(data, name)
    changes: list[FileChange] = []
    for path, key in _figures(whole):
        new = typed.get(_input(path, key), "").strip() or None
        holder = get(whole, path)
        old = value_at(whole, (*path, key))
        if same(old, new):
            continue
        if isinstance(holder, dict) and key in holder:
            changes.append(SetValue((*path, key), old, new))
        else:
            changes.append(AddKey(path, key, new, _ORDER[_INDICATORS if path else ""]))
    return changes


def _figures(whole: Value) -> Iterator[tuple[Path, str]]:
    """Yield the way to what holds each figure, and its key."""
    yield (), _TOTAL
    yield (), _LEVEL
    scores = whole.get(_INDICATORS) if isinstance(whole, dict) else None
    for index, each in enumerate(scores if isinstance(scores, list) else ()):
        if isinstance(each, dict):
            yield (_INDICATORS, index), "score"


def _input(path: Sequence[str | int], key: str) -> str:
    return f"f-{path[1]}" if path else f"f-{key}"


def _reference(whole: Value, path: Path) -> str:
    return str(value_at(whole, (*path, "id")) or "") if path else TOTAL


def _label(path: Path, key: str, reference: str, names: Mapping[str, str]) -> str:
    if not path:
        return str(Result.model_fields[key].title)
    known = names.get(thai.arabic(reference)) if reference else None
    return f"{reference} {known}" if known else reference or "?"


def _before(scores: Scores, year: int, reference: str) -> str:
    found = _score(scores, year - 1, reference)
    return f"{found.published:.2f}" if found and found.published is not None else ""


def _level_before(checked: Checked, year: int) -> str:
    before = checked.dataset.years.get(year - 1)
    return (before.result.record.level or "") if before and before.result else ""


def _computed(scores: Scores, year: int, reference: str) -> str:
    found = _score(scores, year, reference) if reference == TOTAL else None
    return words.verdict(found.verdict) if found and found.published is not None else ""


def _score(scores: Scores, year: int, reference: str) -> Score | None:
    tree = scores.trees.get(year)
    return next((each for each in tree.walk() if each.id == reference), None) if tree else None
