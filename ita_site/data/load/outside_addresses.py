"""The addresses of other websites that a data file names, in fields for addresses and within texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.source import Document

_FIELDS = frozenset({"url", "address", "website"})
"""The fields that hold an address and nothing else; what they hold may go on in Thai letters."""
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class OutsideAddress:
    """An address as it was typed, and the way to the value that holds it: keys, and places in lists."""

    address: str
    path: tuple[str | int, ...]

    @property
    def is_a_link(self) -> bool:
        """Whether it stands in a field for addresses, not within a text."""
        return self.path[-1] in _FIELDS

    @property
    def is_attached(self) -> bool:
        """Whether its content is what the office shows: evidence of an item, or an attachment of a document."""
        return self.path[-1] == "url"

    @property
    def item(self) -> int | None:
        """The place of the item in the OIT list for which it is evidence, None where it is none."""
        is_evidence = self.path[:1] == ("items",) and "evidence" in self.path and self.is_attached
        return int(self.path[1]) if is_evidence else None


def outside_addresses(document: Document) -> Iterator[OutsideAddress]:
    """Yield every web address of a file in the order of the file; one that stands there twice comes twice."""
    for path, text in document.texts():
        if not path or "://" not in text:
            continue
        if path[-1] in _FIELDS:
            if text.strip().lower().startswith(_WEB) and markup.link(text) is not None:
                yield OutsideAddress(text.strip(), path)
        else:
            yield from (OutsideAddress(typed, path) for typed, link in markup.with_links(text) if link is not None)
