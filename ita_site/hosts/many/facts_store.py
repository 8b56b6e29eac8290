"""The facts of municipalities as they are kept from round to round: a file each, with what it was made of."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ita_site.ground import whole_file
from ita_site.saying.facts import records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from ita_site.saying.facts.records import MunicipalityFacts

_ENDING = ".json"


class FactsStore:
    """A folder of facts; the first line of each file is the digest of what it was made of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def made_of(self, identity: str) -> str | None:
        """Return the digest of what the facts of a municipality were made of, None where there are none."""
        with suppress(FileNotFoundError, UnicodeDecodeError), self._path(identity).open("rb") as file:
            return file.readline().decode().removesuffix("\n")
        return None

    def keep(self, facts: MunicipalityFacts, digest: str) -> None:
        """Keep the facts of a municipality.

        Raises:
            OSError: the disk does not take them.

        """
        self._folder.mkdir(parents=True, exist_ok=True)
        whole_file.write(self._path(facts.id), digest.encode() + b"\n" + records.as_json(facts))

    def only(self, identities: Collection[str]) -> None:
        """Let go of the facts of all other municipalities."""
        for path in [*self._files()]:
            if path.stem not in identities:
                path.unlink(missing_ok=True)

    def all(self) -> Iterator[MunicipalityFacts]:
        """Yield the facts of all, sorted by id, one at a time.

        What cannot be read is passed over: it was kept by an earlier program for one whose data are broken since.
        """
        for path in self._files():
            with suppress(ValueError):
                yield records.from_json(path.read_bytes().partition(b"\n")[2])

    def _files(self) -> list[Path]:
        return sorted(each for each in self._folder.glob(f"*{_ENDING}") if not each.name.startswith("."))

    def _path(self, identity: str) -> Path:
        return self._folder / f"{identity}{_ENDING}"
