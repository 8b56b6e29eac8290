"""Two municipalities cut down to what is built in half a second: three years, two indicators, a few files of each kind.

A menu's links to a folder above differ by where a page stands, which fewer years would not show.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import yaml

from tests.helpers import ROOT, practice, sites

if TYPE_CHECKING:
    from pathlib import Path

_FRAMEWORKS = ROOT / "ita_site/data/frameworks"
YEARS = ("2567", "2568", "2569")
_KEPT = frozenset(
    {
        *(8, 10, "8", "10", "IIT", "EIT", "OIT"),
        *("e-service", "no-gift-policy", "procurement-table", "complaints-channel", "year-check"),
        *("O1", "O7", "O21", "annual-report", "no-gift"),
    }
)
"""What is left of all that others refer to."""
_REFERENCES = ("id", "about", "measure", "item", "answers")
_DROPPED = frozenset({"edits", "number", "subindicators", "crosswalk", "measure_items", "weight", "levels"})
"""What speaks of places that are cut away, and by which a total would be judged."""


def read(path: Path) -> Any:  # noqa: ANN401 - whatever a data file holds
    """Return what a file of YAML holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def write(path: Path, value: object) -> None:
    """Write a file of YAML, which lasts as the program that reads it takes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def copy_project(name: str, root: Path) -> None:
    """Make the project of a small set in a folder: `mueang-pan`, real, or `practice`, invented, with attachments."""
    made = practice.write_data(root.parent / "made") if name == "practice" else sites.AGENCIES["mueang-pan"]
    sites.copy_project(root, made)
    data = root / "data"
    for path in sorted(data.rglob("*.yml")):
        if path.parent.name == "measures" and path.stem not in _KEPT:
            path.unlink()
        elif path.parent != data:
            write(path, _cut(read(path)))
    for path in sorted(data.glob("*/files/*")):
        if not any(path.name in each.read_text(encoding="utf-8") for each in path.parent.parent.rglob("*.yml")):
            path.unlink()
    if not (data / YEARS[0]).exists():
        write(data / YEARS[0] / "gaps.yml", {"result": "ชุดฝึกไม่มีผลของปี 2567"})
    for year in YEARS:
        framework = read(_FRAMEWORKS / f"{year}.yml")
        write(data / "frameworks" / f"{year}.yml", _cut(framework))
    shutil.rmtree(root.parent / "made", ignore_errors=True)


def _cut(value: Any) -> Any:  # noqa: ANN401 - any part of a data file
    if isinstance(value, dict):
        return {key: _cut_list(key, each) for key, each in value.items() if key not in _DROPPED}
    if isinstance(value, list):
        return [_cut(each) for each in value if _is_kept(each)]
    return value


def _cut_list(key: str, value: Any) -> Any:  # noqa: ANN401 - any part of a data file
    if key in {"answers", "items"} and isinstance(value, list) and not any(isinstance(each, dict) for each in value):
        return [each for each in value if each in _KEPT]
    return _cut(value)


def _is_kept(value: object) -> bool:
    if not isinstance(value, dict):
        return True
    return all(value[key] in _KEPT for key in _REFERENCES if isinstance(value.get(key), int | str))
