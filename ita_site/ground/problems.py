"""What is wrong with the data, as values: where, what, and how bad."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How bad a problem is; the names are those of GitHub's annotations."""

    ERROR = "error"
    """Nothing is published until it is mended."""
    WARNING = "warning"
    """Published, but `mkdocs build --strict` stops."""
    NOTICE = "notice"
    """Worth knowing; stops nothing."""


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a data file: the path from the project's folder, line and column from 1.

    Line 0 means the file or folder as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing an editor should know, with a Thai sentence that says what to do about it.

    `code` is short, English and stable; tests and machines go by it.
    """

    position: Position
    code: str
    message: str
    severity: Severity = field(default=Severity.ERROR, compare=False)


class InvalidData(Exception):
    """The data holds errors; `problems` has every one of them, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems")


def blocking(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems forbids publishing."""
    return any(problem.severity is Severity.ERROR for problem in problems)
