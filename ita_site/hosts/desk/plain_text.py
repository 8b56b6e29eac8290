"""The bytes of a file as a text to be edited, and what was typed as bytes of the same kind."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Self

from ita_site.hosts.importing.tables.cell_tables import CannotReadTables
from ita_site.hosts.importing.tables.separated_values import decoded

_LONGEST = 200_000
"""Letters of a text that a browser edits with ease."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text with Unix line ends, and how its file begins and ends lines.

    `told` is what is said of an encoding that it is not saved in again: all that is saved is UTF-8.
    """

    text: str
    told: tuple[str, ...]
    mark: bytes
    line_end: str

    @classmethod
    def of(cls, data: bytes) -> Self | None:
        """Return the text of a file; None where it is none, or too long."""
        try:
            text, told = decoded(data)
        except CannotReadTables:
            return None
        if len(text) > _LONGEST:
            return None
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        line_end = "\r\n" if "\r\n" in text else "\n"
        return cls(_unix(text), told, mark, line_end)

    def typed(self, text: str) -> bytes:
        """Return what was typed in its place as the bytes of the file."""
        return self.mark + _unix(text).replace("\n", self.line_end).encode("utf-8", "replace")


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
