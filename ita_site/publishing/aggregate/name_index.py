"""The names of municipalities beside the search index, where all together would be too many for one request.

They lie apart, in a few files none of which is larger than the index may be. A reader's browser asks for them when it
has found little without; what it finds then is the page of each, as if that stood in the index.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.saying.facts import directory
from ita_site.saying.words import overview as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.ground.website import Website
    from ita_site.saying.facts.records import MunicipalityFacts

_HEAD, _TAIL = "(self.itaNames=self.itaNames||[]).push(", ")\n"
_PLACE = "x"
_LENGTH = 8
"""Of the digest in a name, which browsers may keep: other names have another."""


def files(facts: Sequence[MunicipalityFacts], website: Website, most: int) -> Mapping[str, bytes]:
    """Return the files, by where they are published, each of at most so many bytes.

    One has the beginning and the end of each address, kinds, places and then the municipalities: the id, the number of
    the kind that the name begins with (-1 for none), the rest of the name, and the number of the place.
    """
    made = {}
    for number, content in enumerate(_contents(facts, website, most), start=1):
        digest = hashlib.sha256(content).hexdigest()[:_LENGTH]
        made[f"search/names-{number}.{digest}.js"] = content
    return made


def _contents(facts: Sequence[MunicipalityFacts], website: Website, most: int) -> Iterator[bytes]:
    group = _NameFile(website)
    for each in facts:
        if not group.take(each, most):
            yield group.content
            group = _NameFile(website)
            group.take(each, most)
    if group.rows:
        yield group.content


class _NameFile:
    """The municipalities of one file; `size` is what it has in bytes, or a little less than that."""

    def __init__(self, website: Website) -> None:
        page = website.of_markdown(addresses.source(Subject(Kind.MUNICIPALITY, id=_PLACE).address))
        self._at = page.rsplit(_PLACE, 1)
        self._kinds: dict[str, int] = {}
        self._places: dict[tuple[str, str], int] = {}
        self.rows: list[str] = []
        self._size = len(self.content)

    def take(self, each: MunicipalityFacts, most: int) -> bool:
        """Add a municipality, unless the file would have more bytes than that; the first is always added."""
        entry = directory.entry(each)
        place = (words.district(entry.district), words.province_title(entry.province))
        kind = self._kinds.setdefault(entry.before, len(self._kinds)) if entry.before else -1
        new = place not in self._places
        row = _json([entry.id, kind, entry.name, self._places.setdefault(place, len(self._places))])
        size = len(row.encode()) + 2 + (len(_json(place).encode()) + 2 if new else 0)
        if self.rows and self._size + size > most:
            return False
        self.rows.append(row)
        self._size += size
        return True

    @property
    def content(self) -> bytes:
        """The file."""
        head = f'"at":{_json(self._at)},"kinds":{_json([*self._kinds])},"places":{_json([*self._places])}'
        rows = ",\n".join(self.rows)
        return f'{_HEAD}{{{head},"names":[\n{rows}\n]}}{_TAIL}'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
