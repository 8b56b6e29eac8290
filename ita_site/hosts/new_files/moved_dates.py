"""What last year's measure dates, a year later; what its words say of a year stays as it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from ita_site.data.source import Value

_YEAR = re.compile("(?<![0-9๐-๙])(?:25[0-9]{2}|๒๕[๐-๙]{2})(?![0-9๐-๙])")
_LEAP_DAY = re.compile("29|๒๙")


def later_period(period: Value) -> Value:
    """Return a period a year later: its days, and the years that its words name; quarters stay what they are."""
    if isinstance(period, str):
        return _later(period)
    if isinstance(period, dict):
        moved = {name: later_day(each) if name in {"start", "end"} else each for name, each in period.items()}
        words = moved.get("words")
        return {**moved, "words": _later(words)} if isinstance(words, str) else moved
    return period


def later_day(typed: Value) -> Value:
    """Return a day a year later, written as it was; words that are no day stay as they are.

    The last day of February stays the last one where a leap year is followed by one that is none.
    """
    if not isinstance(typed, str):
        return typed
    try:
        day = thai.read_date(typed)
    except thai.BadDate:
        return typed
    moved = _later(typed)
    leap_day = 29
    if (day.month, day.day) == (2, leap_day):
        head, year = (moved[:-2], moved[-2:]) if "-" in moved else ("", moved)
        shortened = _LEAP_DAY.sub(lambda found: "28" if found[0].isascii() else "๒๘", year, count=1)
        return head + shortened
    return moved


def _later(text: str) -> str:
    return _YEAR.sub(lambda found: _next(found[0]), text)


def _next(year: str) -> str:
    following = str(int(thai.arabic(year)) + 1)
    return following if year.isascii() else thai.digits(following)
