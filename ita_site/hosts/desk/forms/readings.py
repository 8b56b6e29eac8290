"""How a value that was typed is understood, in words: a mistake in a day is seen by its weekday."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from ita_site.data.model.period import PeriodOfYear
from ita_site.data.model.reference import Answer
from ita_site.ground import thai
from ita_site.hosts.desk.forms.shapes import ChoiceKind, InputKind, ScalarShape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.data.model import Period
    from ita_site.hosts.desk.forms.form_parts import Choice

_PERIOD = "{start} ถึง {end}"
_REFERENCES = frozenset({ChoiceKind.REFERENCE, ChoiceKind.ANSWER})


def reading(shape: ScalarShape, text: str, choices: Sequence[Choice], year: int | None, *, is_period: bool) -> str:
    """Return how a value is understood; nothing where it is plain, or not understood.

    Args:
        shape: what may stand there.
        text: the value as it was typed.
        choices: the values that are proposed there.
        year: the fiscal year of the file, B.E.
        is_period: whether it is a period in words.

    """
    if not text.strip():
        return ""
    if is_period:
        return _period(text, year)
    if shape.kind is InputKind.DATE:
        try:
            return thai.write_weekday(thai.read_date(text))
        except thai.BadDate:
            return ""
    if shape.known in _REFERENCES:
        meant = _reference(text)
        return next((each.label for each in choices if each.value == meant), "")
    return ""


@cache
def _periods() -> TypeAdapter[Period]:
    return TypeAdapter(PeriodOfYear)


@cache
def _answers() -> TypeAdapter[str]:
    return TypeAdapter(Answer)


def _period(text: str, year: int | None) -> str:
    try:
        period = _periods().validate_python(text, context={"year": year})
    except ValidationError:
        return ""
    return _PERIOD.format(start=thai.write_date(period.start), end=thai.write_date(period.end))


def _reference(text: str) -> str:
    try:
        return _answers().validate_python(text)
    except ValidationError:
        return ""
