"""The data files that a page is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ita_site.data.load import Year
    from ita_site.data.source import Document


class FromFile(Protocol):
    """What was read from a data file, whatever record it holds."""

    @property
    def document(self) -> Document:
        """The file."""


def files_of(year: Year) -> tuple[str, ...]:
    """Return the data files that say how a year went, or why that is not known: what a page on it is made from."""
    own = sources_of(year.result, year.analysis) or sources_of(year.gaps)
    return own or sources_of(*year.measures.values(), *year.reports.values())


def sources_of(*loaded: FromFile | None) -> tuple[str, ...]:
    """Return the names of the data files that a page was made from, each once."""
    return tuple(dict.fromkeys(each.document.name for each in loaded if each is not None))
