"""Figures, days and texts as readers read them."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.judging.scores import rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from ita_site.data.model import Period


NO_FIGURE = "ไม่มีข้อมูล"
"""What stands where a figure is not known: never a zero, never an empty cell."""


def points(value: Fraction | Decimal | None) -> str:
    """Write a score with two decimals, or that it is not known."""
    return NO_FIGURE if value is None else f"{rounded(value):.2f}"


def percent(value: Decimal) -> str:
    """Write a weight without needless decimals."""
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}"


def signed(value: Fraction | Decimal | None) -> str:
    """Write a change with its sign; a change of nothing is a word."""
    if value is None:
        return "เทียบไม่ได้"
    change = rounded(value)
    if change == 0:
        return "เท่าเดิม"
    return f"+{change:.2f}" if change > 0 else f"\u2212{-change:.2f}"


def change(value: Fraction | Decimal | None, before: int, *, name_year: bool = True) -> str:
    """Say in words how a score stands to that of an earlier year; nothing where that may not be said.

    What has changed need not name the year where the sentence around it leaves no doubt.
    """
    if value is None:
        return ""
    difference = rounded(value)
    if difference == 0:
        return f"เท่ากับปี {before}"
    risen = f"{'เพิ่มขึ้น' if difference > 0 else 'ลดลง'} {abs(difference):.2f}"
    return f"{risen} จากปี {before}" if name_year else risen


def trend(value: Fraction | Decimal | None) -> str:
    """Return the class of a change: up, down, same or unknown."""
    if value is None:
        return "unknown"
    change = rounded(value)
    return "same" if change == 0 else "up" if change > 0 else "down"


def from_parts(computed: Fraction | None) -> str:
    """Say what the parts of a figure give that contradict it."""
    return f"ส่วนประกอบให้ {'ค่าอื่น' if computed is None else points(computed)}"


def exact(value: Fraction) -> str:
    """Write a figure with as many decimals as it has, at most four; three dots say that it goes on."""
    shown = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001"))
    if Fraction(shown) != value:
        return f"{shown}…"
    whole, _, decimals = f"{shown}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def fiscal_year(year: int) -> str:
    """Write a fiscal year in full, B.E."""
    return f"ปีงบประมาณ พ.ศ. {year}"


def period(value: Period | None) -> str:
    """Write the days of a period in full, B.E."""
    return _period(value, thai.write_date)


def short_period(value: Period | None) -> str:
    """Write the days of a period for a narrow place, B.E."""
    return _period(value, thai.write_short_date)


def when(value: date | str) -> str:
    """Write a day in full, B.E., or a round as its document words it: ทุกไตรมาส."""
    return value if isinstance(value, str) else thai.write_date(value)


def _period(value: Period | None, write: Callable[[date], str]) -> str:
    if value is None:
        return ""
    days = f"{write(value.start)} – {write(value.end)}"
    return f"{value.words} ({days})" if value.words else days


def paragraphs(text: str | None) -> list[str]:
    """Part a text at its blank lines."""
    return [part for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def listed(names: Iterable[str]) -> str:
    """Join names as in a sentence."""
    return ", ".join(names)


def shortened(text: str, most: int = 160) -> str:
    """Return the beginning of a text, for a description."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
