"""The text of a cell as a value of a kind, or why it is none: the same sentences as a check of the data gives."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from ita_site.data.model.fields import Address, Percent, Points
from ita_site.data.model.period import WHOLE_YEAR, Period, PeriodOfYear
from ita_site.data.model.reference import Reference
from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ita_site.data.source import Value

_TWO_DAYS = re.compile(r"(\d{1,2} ?[ก-๎.]+ ?\d{2,4}) ?(?:-|–|ถึง) ?(\d{1,2} ?[ก-๎.]+ ?\d{2,4})")
_SHORT_YEAR = re.compile(r" ?(?<!\d)(\d{2})$")
_YEAR_READ = "อ่านปีสองหลักเป็น {days}"
_NO_DAYS = "ระยะเวลานี้ไม่บอกวันที่แน่นอน ให้พิมพ์ start: และ end: ในไฟล์เอง"
_AROUND_SCORE = re.compile(r"^(?:ร้อยละ|คะแนน)?\s*(.*?)\s*(?:%|คะแนน)?$")


class NotAValue(ValueError):
    """A text is no value of the kind; the message says why, in Thai."""


def score(text: str) -> str:
    """Return a score of 0 to 100 points as it is typed into the data.

    Raises:
        NotAValue: the text is none.

    """
    match = _AROUND_SCORE.match(thai.arabic(" ".join(text.split())))
    typed = match[1] if match else text
    _checked(Points, typed)
    return typed


def percent(text: str) -> str:
    """Return a percentage as it is typed into the data.

    Raises:
        NotAValue: the text is none.

    """
    _checked(Percent, thai.arabic(text))
    return thai.arabic(text)


def period(text: str, year: int) -> tuple[Value, str]:
    """Return a period of a fiscal year, B.E., as it is typed into the data, and what was done to read it.

    Raises:
        NotAValue: the words name no days.

    """
    typed = thai.arabic(" ".join(text.split()))
    if "".join(typed.split()) == WHOLE_YEAR:
        return WHOLE_YEAR, ""
    days, remark = _days(typed)
    value: Value = {**days, "words": typed} if days else typed
    try:
        _checked(PeriodOfYear, dict(days) if days else typed, {"year": year})
    except NotAValue:
        raise NotAValue(_NO_DAYS) from None
    return value, remark


def period_days(value: Value) -> tuple[date, date] | None:
    """Return the days of a period as it stands in the data, None for one that does not say its year."""
    try:
        read = _checked(PeriodOfYear, dict(value) if isinstance(value, dict) else value)
    except NotAValue:
        return None
    assert isinstance(read, Period)  # noqa: S101 - as it was checked
    return read.start, read.end


def _days(text: str) -> tuple[dict[str, Value], str]:
    """Return the first and the last day where a text is two days; years of two digits are those of this century B.E."""
    match = _TWO_DAYS.fullmatch(text)
    if match is None:
        return {}, ""
    days = [_SHORT_YEAR.sub(r" 25\1", each) for each in match.groups()]
    remark = _YEAR_READ.format(days=" ถึง ".join(days)) if days != list(match.groups()) else ""
    try:
        start, end = (thai.read_date(each) for each in days)
    except thai.BadDate:
        return {}, ""
    return {"start": thai.write_short_date(start), "end": thai.write_short_date(end)}, remark


def reference(text: str) -> str:
    """Return the reference to an indicator, item or instrument.

    Raises:
        NotAValue: the text is none.

    """
    return str(_checked(Reference, text))


def address(text: str) -> str:
    """Return an address that a page may link to.

    Raises:
        NotAValue: the text is none.

    """
    return str(_checked(Address, text))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - an annotated type
    return TypeAdapter(kind)


def _checked(kind: Any, text: object, context: Mapping[str, Any] | None = None) -> object:  # noqa: ANN401
    try:
        return _adapter(kind).validate_python(text, context=context)
    except ValidationError as error:
        raise NotAValue(str(error.errors(include_url=False)[0]["msg"])) from None
