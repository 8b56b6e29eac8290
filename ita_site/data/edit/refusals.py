"""Why a change is not made: what the editor saw is no longer there, or the file would be made wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.source import Path, Value
    from ita_site.ground.problems import Position, Problem


class CannotEditError(Exception):
    """A change was refused and nothing was changed; the message is Thai, for an editor.

    Attributes:
        position: where in the file the reason is.
        problems: the faults of the file that are the reason, if they are.

    """

    def __init__(self, message: str, position: Position, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.position = position
        self.problems = tuple(problems)


class ConflictError(CannotEditError):
    """Somebody else has changed what was to be changed.

    Attributes:
        path: what was to be changed.
        old: what the editor saw there.
        new: what the editor wanted there; None where it was to go.
        now: what is there now; None where there is nothing.

    """

    def __init__(self, message: str, position: Position, path: Path, values: tuple[Value, Value, Value]) -> None:
        super().__init__(message, position)
        self.path = path
        self.old, self.new, self.now = values
