"""What a clerk or a designer changes between two builds, and what it was before."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path


def last_year(project: Path) -> Path:
    """Return the folder of the last fiscal year."""
    return max(path for path in (project / "data").iterdir() if re.fullmatch(r"\d{4}", path.name))


def measure(project: Path) -> Path:
    """Return a measure of the last year."""
    return min((last_year(project) / "measures").iterdir())


def title(project: Path, words: str = "อย่างต่อเนื่อง") -> None:
    """Put words behind the title of a measure."""
    _replace(measure(project), r"^title: .*", rf"\g<0> {words}")


def other_title(project: Path) -> None:
    """Put other words behind the title of a measure."""
    title(project, "ทุกไตรมาส")


def step(project: Path) -> None:
    """Put words before the first step of a measure."""
    _replace(measure(project), r"^steps:\n- ", r"\g<0>ประชุมชี้แจงและ")


def score(project: Path) -> None:
    """Correct the score of an instrument by a hundredth of a point."""
    result = last_year(project) / "result.yml"
    _replace(result, r"(?<=^- id: EIT\n  score: \d\d\.\d)\d", lambda found: str((int(found[0]) + 1) % 10))


def file(project: Path) -> None:
    """Add a measure beside the others."""
    added = measure(project).with_name("added-99.yml")
    added.write_bytes(measure(project).read_bytes())
    _replace(added, r"^number: \d+", "number: 99")
    _replace(added, r"^title: .*", "title: มาตรการที่เพิ่มภายหลัง")


def template(project: Path) -> None:
    """Add an empty element to what stands around each page."""
    with (project / "theme_overrides/main.html").open("a", encoding="utf-8") as text:
        text.write("<!-- -->")


CHANGES: Mapping[str, Callable[[Path], None]] = {
    "a title changed": title,
    "a score changed": score,
    "a step changed": step,
    "a file added": file,
    "a template of the theme changed": template,
}


@contextmanager
def made(change: Callable[[Path], None], project: Path) -> Iterator[None]:
    """Make a change, and unmake it after the block."""
    places = (last_year(project), project / "theme_overrides")
    before = {path: path.read_bytes() for place in places for path in place.rglob("*") if path.is_file()}
    change(project)
    try:
        yield
    finally:
        for path in (path for place in places for path in place.rglob("*") if path.is_file()):
            if path not in before:
                path.unlink()
            elif path.read_bytes() != before[path]:
                path.write_bytes(before[path])


def _replace(path: Path, pattern: str, new: str | Callable[[re.Match[str]], str]) -> None:
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    if not count:
        message = f"{pattern} is not in {path}"
        raise LookupError(message)
    path.write_text(text, encoding="utf-8")
