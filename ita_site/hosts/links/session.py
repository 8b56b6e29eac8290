"""The addresses of a data folder, asked; what came of them in the lock files of the years, and copies where wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load.folder import COPIES
from ita_site.data.load.outside_addresses import outside_addresses
from ita_site.hosts.links import lock_file
from ita_site.hosts.links.checking_links import LinkQuestion
from ita_site.hosts.links.page_words import is_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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

    addresses: Mapping[int, tuple[str, ...]]
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
        {year: tuple(of_year) for year, of_year in wanted.items()},
        tuple(LinkQuestion(address, is_read) for address, is_read in ordered),
    )


def _of_year(year: Year) -> dict[str, bool]:
    found = [each for loaded in year.records for each in outside_addresses(loaded.document)]
    read: dict[str, bool] = {}
    for each in found:
        read[each.address] = read.get(each.address, False) or each.is_attached
    return read


def record(data: Path, year: Year, asked: Sequence[Asked], day: date, *, keep: bool) -> int:
    """Write what came of a year's addresses into its lock file, and return how many copies were kept.

    Raises:
        OSError: the disk does not take it.

    """
    folder = data / str(year.year)
    known = year.links.record if year.links else None
    entries = []
    kept = 0
    for each in asked:
        before = known.of(each.address) if known else None
        made = lock_file.entry(each, day, before)
        if made is None:
            continue
        name = _keep(folder / COPIES, each, before, made["seen"]) if keep else None
        if name is not None:
            made["kept"] = name
            kept += before is None or before.kept != name
        entries.append(made)
    if entries:
        path = folder / lock_file.NAME
        text = path.read_bytes().decode("utf-8-sig", "replace") if path.exists() else ""
        lock_file.write(path, lock_file.merged(text, known, entries))
    return kept


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
    lock_file.write_bytes(folder / name, answer.body)
    return name


def _ending(answer: Answer) -> str | None:
    if is_page(answer):
        return "html"
    ending = _ENDINGS.get(answer.content_type) or next(
        (each for each, magic in _MAGIC.items() if answer.body.startswith(magic)), None
    )
    return ending if ending and answer.body.startswith(_MAGIC[ending]) else None
