"""What is wrong with the data, as values: where, what, and how bad."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


MAX_OF_A_KIND = 20
"""Problems of one kind that are told of one file."""
MANY_MORE = "มีแบบเดียวกันในไฟล์นี้อีก {more:,} แห่ง แก้ {most} แห่งข้างต้นแล้วตรวจใหม่"
"""What is said of the others."""


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


def few_of_each(problems: Iterable[Problem], most: int = MAX_OF_A_KIND) -> Iterator[Problem]:
    """Yield no more of each kind in one file than a person reads, and then how many more there are.

    A row of a table that is wrong a thousand times, and a file made to annoy, are one thing to mend.
    """
    seen: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Problem] = {}
    for problem in dict.fromkeys(problems):
        kind = problem.position.path, problem.code
        seen[kind] += 1
        if seen[kind] <= most:
            yield problem
        else:
            first.setdefault(kind, problem)
    for kind, problem in first.items():
        more = seen[kind] - most
        yield replace(problem, message=MANY_MORE.format(more=more, most=most)) if more > 1 else problem


def blocking(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems forbids publishing."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def stopping(problems: Iterable[Problem], *, strict: bool) -> list[Problem]:
    """Return the problems that keep a site from being published: the errors and, where it is strict, the warnings."""
    stop = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return [each for each in problems if each.severity in stop]
