"""What tests of arithmetic share: results and frameworks in a line, and real data with one figure moved."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import source
from ita_site.data.load import packaged_framework
from ita_site.data.model import Framework, Result
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal
    from pathlib import Path

    from ita_site.judging.scores import Score

AGENCY = """\
name: เทศบาลตำบลตัวอย่าง
kind: เทศบาลตำบล
district: เมือง
province: ลำปาง
channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]
"""


def framework(year: int) -> Framework:
    """Return the framework of a year that comes with the package."""
    found = packaged_framework(year)
    assert found is not None
    return found


def result(
    scores: Mapping[str, str | int | Decimal],
    total: str | Decimal = "50",
    *,
    level: str | None = None,
    zero_items: Sequence[str] = (),
) -> Result:
    """Return a result that publishes these scores, each in its list."""
    lists: dict[str, list[dict[str, str]]] = {"instruments": [], "indicators": [], "subindicators": [], "items": []}
    for reference, score in scores.items():
        if reference in {"IIT", "EIT", "OIT"}:
            kind = "instruments"
        elif reference[0] in "IEO":
            kind = "items"
        else:
            kind = "subindicators" if "." in reference else "indicators"
        lists[kind].append({"id": reference, "score": str(score)})
    record = {"total": str(total), "level": level, "zero_items": list(zero_items), **lists}
    return Result.model_validate_json(json.dumps(record))


def find(tree: Score, reference: str) -> Score:
    """Return the only score of a tree with that reference."""
    (score,) = [each for each in tree.walk() if each.id == reference]
    return score


@dataclass(frozen=True)
class Figure:
    """A figure printed in a file of a municipality: where, of what, and as what."""

    file: str
    path: source.Path
    line: int
    column: int
    about: str
    printed: str

    def __str__(self) -> str:
        return f"{self.file.removesuffix('.yml')} {self.about} {self.printed}"


def figures(data: Path) -> Iterator[Figure]:
    """Yield every score and every change of score that has a field of its own, in the order of files and lines."""
    for file in sorted(data.rglob("*.yml")):
        name = file.relative_to(data).as_posix()
        document = source.read(file, name)
        for path, printed in document.texts():
            if path[-1] in {"total", "score", "change"} and path[0] != "edits":
                place = document.position(path)
                yield Figure(name, path, place.line, place.column, _about(document.value, path), printed)


def _about(value: source.Value, path: source.Path) -> str:
    """Return the reference of what a figure is a figure of: it stands beside it."""
    for step in path[:-1]:
        value = value[step]  # type: ignore[index] # the path was read from this value
    assert isinstance(value, dict)
    beside = value.get("id") or value.get("about") or value.get("answers") or TOTAL
    return str(beside[0] if isinstance(beside, list) else beside)


def copy(data: Path, target: Path) -> Path:
    """Copy the data of a municipality below a folder and return the copy, which is called `data`."""
    return shutil.copytree(data, target / "data")


@contextmanager
def moved(data: Path, figure: Figure, printed: str) -> Iterator[None]:
    """Print another figure in place of one of a copied data folder, for as long as the block runs."""
    file = data / figure.file
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    line = lines[figure.line - 1]
    before, after = line[: figure.column - 1], line[figure.column - 1 :]
    assert after.startswith(figure.printed)
    lines[figure.line - 1] = before + printed + after.removeprefix(figure.printed)
    file.write_text("".join(lines), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8")
