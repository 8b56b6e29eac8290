"""The addresses of a data folder, asked; what came of them in the lock files of the years, and copies where wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.data.load.folder import COPIES
from ita_site.data.load.outside_addresses import outside_addresses
from ita_site.ground import whole_file
from ita_site.hosts.links import lock_file
from ita_site.hosts.links.checking_links import LinkQuestion
from ita_site.hosts.links.page_words import is_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import SeenLink
    from ita_site.hosts.links.checking_links import Asked
    from ita_site.hosts.links.fetcher import Answer

_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
"""What is kept of an address, beside pages."""
_MAGIC = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "webp": b"RIFF"}
"""How such a file begins, whatever its server calls it."""


@dataclass(frozen=True, slots=True)
class LinkSession:
    """What is to be asked: the addresses of each year, evidence first, and all of them without repeats."""

    addresses: Mapping[int, frozenset[str]]
    questions: tuple[LinkQuestion, ...]


def session(dataset: Dataset, years: Iterable[int]) -> LinkSession:
    """Return what is to be asked for some years.

    The content of evidence and attachments is wanted; of a channel or an address in a text only whether it opens. The
    addresses of the agency are asked with the latest year, whose lock file has them.
    """
    asked = sorted(years)
    wanted: dict[int, dict[str, bool]] = {year: _of_year(dataset.years[year]) for year in asked}
    locked = [year for year, each in dataset.years.items() if each.links is not None]
    if asked and dataset.agency is not None and asked[-1] >= max([*locked, asked[-1]]):
        for found in outside_addresses(dataset.agency.document):
            wanted[asked[-1]].setdefault(found.address, False)
    reading: dict[str, bool] = {}
    for of_year in wanted.values():
        for address, is_read in of_year.items():
            reading[address] = reading.get(address, False) or is_read
    ordered = sorted(reading.items(), key=lambda each: not each[1])
    return LinkSession(
        {year: frozenset(of_year) for year, of_year in wanted.items()},
        tuple(LinkQuestion(address, is_read) for address, is_read in ordered),
    )


def _of_year(year: Year) -> dict[str, bool]:
    found = [each for loaded in year.records for each in outside_addresses(loaded.document)]
    read: dict[str, bool] = {}
    for each in found:
        read[each.address] = read.get(each.address, False) or each.is_attached
    return read


class YearNotes:
    """What came of the addresses of a year, until it is written: the contents are not kept in memory.

    Args:
        data: the data folder.
        year: the year with its lock file so far.
        day: the day on which the addresses are asked.
        keep: whether copies of pages, PDFs and pictures are written beside the data.

    """

    def __init__(self, data: Path, year: Year, day: date, *, keep: bool) -> None:
        self._folder = data / str(year.year)
        self._known = year.links.record if year.links else None
        self._day = day
        self._keep = keep
        self._entries: list[dict[str, Any]] = []
        self.copies: set[str] = set()
        """The names of the copies that were written."""

    def add(self, asked: Asked) -> None:
        """Note what came of an address.

        Raises:
            OSError: the disk does not take a copy.

        """
        before = self._known.of(asked.address) if self._known else None
        made = lock_file.entry(asked, self._day, before)
        if made is None:
            return
        name = _keep(self._folder / COPIES, asked, before, made["seen"]) if self._keep else None
        if name is not None:
            made["kept"] = name
            self.copies |= set() if before and before.kept == name else {name}
        self._entries.append(made)

    def write(self) -> None:
        """Write the lock file, where anything was asked.

        Raises:
            OSError: the disk does not take it.

        """
        if self._entries:
            path = self._folder / lock_file.NAME
            text = path.read_bytes().decode("utf-8-sig", "replace") if path.exists() else ""
            lock_file.write(path, lock_file.merged(text, self._known, self._entries))


def _keep(folder: Path, asked: Asked, before: SeenLink | None, day: str) -> str | None:
    """Write a copy of a page, a PDF or a picture, and return its name; one that is there already is not written again.

    The name has the day and the first of the SHA-256 of the copy.
    """
    answer = asked.answer
    if answer is None or asked.state is None or not asked.state.opens or answer.sha256 is None:
        return None
    ending = _ending(answer)
    if ending is None or not answer.body:
        return None
    short = answer.sha256[:16]
    if before is not None and before.kept and short in before.kept and (folder / before.kept).is_file():
        return before.kept
    name = f"{day}-{short}.{ending}"
    folder.mkdir(exist_ok=True)
    whole_file.write(folder / name, answer.body)
    return name


def _ending(answer: Answer) -> str | None:
    if is_page(answer):
        return "html"
    ending = _ENDINGS.get(answer.content_type) or next(
        (each for each, magic in _MAGIC.items() if answer.body.startswith(magic)), None
    )
    return ending if ending and answer.body.startswith(_MAGIC[ending]) else None
