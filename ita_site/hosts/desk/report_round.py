"""A report as a round from one measure to the next: how far each has come, and what was said of it a year ago."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit import CannotEditError
from ita_site.data.load.folder import FileKind
from ita_site.data.model import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ita_site.data.load import Dataset
    from ita_site.data.load.folder import DataFile
    from ita_site.data.source import Path as Place
    from ita_site.data.source import Value

_ROWS = "measures"
_NAME = "measure"
_OPEN = "ยังไม่ระบุสถานะ"


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What last year's report says in one field of a measure, line by line."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A measure of a report: its title, how far it has come, and its form."""

    title: str
    state: str
    is_open: bool
    address: str


def round_rows(record: DataFile, name: str, dataset: Dataset) -> tuple[RoundRow, ...]:
    """Return the measures of a report in its order.

    Args:
        record: the file of the report.
        name: what the workspace calls it.
        dataset: the data, for the titles.

    """
    year = dataset.years.get(record.year or 0)
    measures = year.measures if year else {}
    rows = []
    for number, row in enumerate(_rows(record.path), 1):
        measure = str(row.get(_NAME) or "")
        title = measures[measure].record.title if measure in measures else measure
        state = str(row.get("status") or "")
        rows.append(RoundRow(title, state or _OPEN, not state, f"/files/{name}/{_ROWS}/{number}"))
    return tuple(rows)


def said_before(record: DataFile, place: Place, data: Path) -> tuple[SaidBefore, ...]:
    """Return what last year's report says of the measure at a place of a report; nothing where it says nothing.

    Last year's report is the one of the same name, or else the only one there is.

    Args:
        record: the file of the report.
        place: the place in it.
        data: the data folder.

    """
    if record.kind is not FileKind.REPORT or len(place) != 2 or place[0] != _ROWS or record.year is None:
        return ()
    rows = _rows(record.path)
    index = place[1]
    if not isinstance(index, int) or index >= len(rows):
        return ()
    folder = data / str(record.year - 1) / "reports"
    same, others = folder / record.path.name, sorted(folder.glob("*.yml"))
    before = same if same in others else others[0] if len(others) == 1 else None
    measure = rows[index].get(_NAME)
    row = next((each for each in _rows(before) if each.get(_NAME) == measure), {}) if before and measure else {}
    labels = {key: field.title or key for key, field in Progress.model_fields.items() if key != _NAME}
    return tuple(SaidBefore(labels[key], tuple(_texts(row[key]))) for key in labels if row.get(key))


def _rows(path: Path) -> Sequence[dict[str, Value]]:
    try:
        values = edit.values(path.read_bytes(), path.name)
    except (CannotEditError, OSError):  # told where the file is opened
        return []
    rows = values.get(_ROWS) if isinstance(values, dict) else None
    return [each if isinstance(each, dict) else {} for each in rows] if isinstance(rows, list) else []


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield value
