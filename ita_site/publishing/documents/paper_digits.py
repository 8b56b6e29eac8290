"""The digits of a paper: Thai ones, as offices write, but in what a reader types or looks up as it stands."""

from __future__ import annotations

import operator
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from ita_site.ground import thai
from ita_site.publishing.documents.paper import Words

if TYPE_CHECKING:
    from ita_site.publishing.documents.paper import Paper

_PIECE = re.compile(
    r"(?<![A-Z0-9._/?=&%#:~@+-])"  # at the beginning of a run only, so that a long one is looked at once
    r"(?:(?P<kept>(?:(?:[A-Z][A-Z0-9+.-]*://|www\.|mailto:|tel:)[!-~]+|(?:[A-Z0-9-]+\.)+[A-Z]{2,}/[!-~]*)"
    r"(?:(?<=[./=?&#_%~+-])[^\s!-~]\S*)?"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<word>[A-Z0-9._/?=&%#:~+-]+))",
    re.ASCII | re.IGNORECASE,
)
"""Addresses and e-mail; else what may be a code or the path of a file. Thai text writes no space before or after.

An address that may go on in Thai letters, as after a slash, is taken to do so until a space.
"""
_DIGIT = re.compile("[0-9]")
_LATIN = re.compile("[A-Za-z]")
_NOT_READ = {"Paper": frozenset({"name", "address"}), "Words": frozenset({"url"})}
"""The fields of a paper that are no texts for a reader: the name of its file, addresses."""


def thai_digits(text: str) -> str:
    """Write figures with Thai digits; web addresses, e-mail and codes with a Latin letter (O25, SHA-256) stay Arabic.

    A code or an address ends at a space, a bracket or a letter that is not ASCII.
    """
    return _PIECE.sub(_turned_piece, text)


def _turned_piece(piece: re.Match[str]) -> str:
    return piece[0] if piece["kept"] or _LATIN.search(piece[0]) else thai.digits(piece[0])


def with_thai_digits(paper: Paper) -> Paper:
    """Return a paper with the figures of all its texts in Thai digits; the values of cells stay numbers."""
    return cast("Paper", _turned(paper))


def _turned(value: Any) -> Any:  # noqa: ANN401 - every part of a paper
    if type(value) is str:
        return thai_digits(value) if _DIGIT.search(value) else value
    if isinstance(value, tuple):
        turned = tuple(map(_turned, value))
        return value if all(map(operator.is_, value, turned)) else turned
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = _NOT_READ.get(type(value).__name__, frozenset())
    if isinstance(value, Words) and value.url is not None and "/" in value.text and " " not in value.text:
        kept |= {"text"}
    changed = {}
    for name in _names(value.__class__):
        if name not in kept and (turned := _turned(old := getattr(value, name))) is not old:
            changed[name] = turned
    return replace(value, **changed) if changed else value


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class of a part of a paper
    return tuple(each.name for each in fields(kind))
