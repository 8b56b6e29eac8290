"""The paper of a page: its files, and the digest by which who holds a printed one knows whether it still stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ita_site.saying.view.lookup import Link


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper that says what a page says, as files; it says so since a `day`, where Git knows it."""

    digest: str
    anchor: str
    files: tuple[Link, ...]
    day: date | None
