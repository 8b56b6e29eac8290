"""What writes papers and open data is an extra: who asks for one that is absent is told which."""

from __future__ import annotations


class MissingExtra(Exception):
    """A library that writes a kind of file is not installed.

    Attributes:
        extra: the extra of this program that brings it, as in `ita-site[documents]`.
        library: the library, by the name that `pip install` takes.

    """

    def __init__(self, extra: str, library: str) -> None:
        super().__init__(f"{library} is not installed; the extra {extra} brings it")
        self.extra = extra
        self.library = library
