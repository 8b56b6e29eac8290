"""Numbers as Excel shows them: rounded, as percentages, or as a dash where a format has one for nought."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ita_site.ground import thai

_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<plain>.)', re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
_PLACES = re.compile(r"[#0?,]*(?<!,)(?:\.([#0?]*))?(%?)")
_LITERALS = frozenset("-+(): ฿$")
"""What stands for itself without quotation marks."""
_OPTIONAL = frozenset("#?.,")
"""Places that show no nought."""
_LARGEST = 15
"""Digits before the point of a number that Excel can tell from the next."""


def plain(value: float) -> str:
    """Return a number as it is kept, without an exponent where it is of bearable length."""
    raw = _decimal(value)
    return f"{raw:f}" if raw.is_finite() and abs(raw.adjusted()) <= _LARGEST else repr(value)


def shown(value: float, number_format: str) -> str:
    """Return a number as a format shows it; as it is kept where the format is of another kind, such as a fraction.

    A format has up to three sections: for numbers above nought, below it, and for nought. One without a place for a
    digit shows its words, such as a dash, or nothing. Below nought the minus is kept, which a format may leave out.
    """
    raw = _decimal(value)
    if not raw.is_finite() or abs(raw.adjusted()) > _LARGEST or _CONDITION.search(number_format):
        return plain(value)
    sections: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(number_format):
        if match["plain"] == ";":
            sections.append([])
        else:
            sections[-1].append(match)
    place = 1 if raw < 0 else 0 if raw else 2
    tokens = sections[place if place < len(sections) else 0]
    codes = "".join(match["plain"] for match in tokens if match["plain"] and match["plain"] not in _LITERALS)
    if not codes or (not raw and "0" not in codes and set(codes) <= _OPTIONAL):
        words = (match["quoted"] or match["escaped"] or match["plain"] or "" for match in tokens)
        return "".join(each for each in words if each not in _OPTIONAL).strip()
    places = _PLACES.fullmatch(codes)
    return plain(value) if places is None else _rounded(raw, places[1] or "", places[2])


def is_other(value: float, text: str) -> bool:
    """Tell whether what a format shows is another number than the one that is kept, or none."""
    kept = _decimal(value)
    number = thai.number(text.rstrip("%"))
    return kept.is_finite() and number != (kept * 100 if text.endswith("%") else kept) and text != plain(value)


def _rounded(raw: Decimal, decimals: str, percent: str) -> str:
    number = raw * 100 if percent else raw
    text = f"{number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP):f}"
    # Places of # and ? are not filled with noughts.
    spare = len(decimals) - len(decimals.rstrip("#?"))
    while spare and text.endswith("0"):
        text, spare = text[:-1], spare - 1
    return text.rstrip(".") + percent


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
