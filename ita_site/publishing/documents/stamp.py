"""What leads from a printed paper to its page: the address, and a digest of what the paper says.

Paper outlives a page. Who holds one compares its digest with that on the page: the same digest is the same words and
figures, another one is a paper that was printed before something was changed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from ita_site.ground import outgoing_addresses
from ita_site.publishing.documents.paper import Paper, PaperMark

if TYPE_CHECKING:
    from ita_site.ground.website import Website

_LETTERS = 12
_GROUP = 4
_LOOKS = frozenset({"width", "bold", "indented", "centred", "caption_shown"})
"""Fields that say how a part of a paper looks; a paper that is laid out anew says the same."""
_KEPT = frozenset({"name", "address", "day", "changed", "landscape", "emblem"})
"""Fields of a paper as a whole that say where it is kept, since when, how it looks; a signer has a name and a day."""


def mark(paper: Paper, website: Website) -> PaperMark | None:
    """Return the mark of a paper; None where the website has no address of its own to lead to."""
    if not website.url:
        return None
    digest = paper_digest(paper)
    return PaperMark(website.absolute(outgoing_addresses.stamped(paper.address, anchor_letters(digest))), digest)


def paper_digest(paper: Paper) -> str:
    """Return the first 12 letters of the SHA-256 of what a paper says, in groups of four, as `1f0a 22c9 be07`.

    A field that says nothing, being as it is by default, has no part in it, so that papers keep their digest when the
    program learns of something that they do not have.
    """
    said = json.dumps(_canonical(paper), ensure_ascii=False, separators=(",", ":"))
    return short_digest(said)


def short_digest(text: str) -> str:
    """Return the first 12 letters of the SHA-256 of a text, in groups of four."""
    letters = hashlib.sha256(text.encode()).hexdigest()[:_LETTERS]
    return " ".join(letters[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def anchor_letters(digest: str) -> str:
    """Return a digest as it stands in an address."""
    return digest.replace(" ", "")


def _canonical(value: object) -> Any:  # noqa: ANN401 - JSON
    """Return a value as JSON has it: of a record its name and what it says, in the order of its fields."""
    if is_dataclass(value) and not isinstance(value, type):
        said = {
            each.name: _canonical(getattr(value, each.name))
            for each in fields(value)
            if each.name not in _LOOKS and not (isinstance(value, Paper) and each.name in _KEPT)
            if each.default is MISSING or getattr(value, each.name) != each.default
        }
        return [type(value).__name__, said]
    if isinstance(value, tuple):
        return [_canonical(each) for each in value]
    return value if value is None or isinstance(value, (bool, int)) else str(value)
