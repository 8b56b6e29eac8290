"""A figure into a length: the only place where charts round."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = "Fraction | Decimal"
FULL = Decimal(100)
"""The points that fill a width, where nothing else is said."""
_HALF = Fraction(1, 2)


def percent(value: Number, whole: Number = FULL) -> Decimal:
    """Return the share of a width that stands for a value out of `whole`, in percent, half up to one decimal."""
    return tenths(Fraction(value) * 100 / Fraction(whole))


def tenths(value: Fraction) -> Decimal:
    """Round half up to one decimal."""
    return Decimal(math.floor(value * 10 + _HALF)).scaleb(-1)
