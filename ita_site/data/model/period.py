"""Periods: from one day to another, or as documents write them: the whole year, quarters, months."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.fields import Day, Record, Text
from ita_site.data.model.patterns import scalar
from ita_site.ground import markup, thai

if TYPE_CHECKING:
    from datetime import date


class Period(Record, title="ระยะเวลา"):
    """The days from `start` to `end`, both included."""

    start: Day = Field(title="วันเริ่มต้น")
    end: Day = Field(title="วันสิ้นสุด")
    words: Text | None = Field(None, title="ระยะเวลาตามที่เอกสารพิมพ์", examples=["ไตรมาส 2"])

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.end < self.start:
            raise PydanticCustomError(
                "period_backwards",
                "วันสิ้นสุด ({end}) อยู่ก่อนวันเริ่มต้น ({start})",
                {"end": thai.write_short_date(self.end), "start": thai.write_short_date(self.start)},
            )
        return self


WHOLE_YEAR: Final = "ตลอดปีงบประมาณ"
"""What plans print for the days from 1 October to 30 September."""
_QUARTERS = re.compile(r"ไตรมาส(?:ที่)?\s*([1-4])(?:\s*(?:-|–|ถึง)\s*([1-4]))?")
_MONTHS = re.compile(r"(?:เดือน)?\s*(.+?\d{4})\s*(?:-|–|ถึง)\s*(?:เดือน)?\s*(.+?\d{4})")
_DAY = r"(?:วันที่\s*)?([0-9]{1,2}\s*[ก-๎.]+.*?[0-9]{4})"
_TWO_DAYS = re.compile(rf"{_DAY}\s*(?:-|–|ถึง)\s*{_DAY}")
_PATTERN_OF_DAY = r"(?:วันที่\s*)?[0-9๐-๙]{1,2}\s*[ก-๎.]+\s*[0-9๐-๙]{4}"
_PATTERN = (
    rf"{WHOLE_YEAR}|ไตรมาส(?:ที่)?\s*[1-4๑-๔](?:\s*(?:-|–|ถึง)\s*[1-4๑-๔])?"
    r"|(?:เดือน)?\s*[ก-๎.]+\s*[0-9๐-๙]{4}\s*(?:-|–|ถึง)\s*(?:เดือน)?\s*[ก-๎.]+\s*[0-9๐-๙]{4}"
    rf"|{_PATTERN_OF_DAY}\s*(?:-|–|ถึง)\s*{_PATTERN_OF_DAY}"
)


def _in_words(value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return handler(value)
    words = " ".join(thai.normalise(value).split())
    if match := _TWO_DAYS.fullmatch(thai.arabic(words)):
        # As if each were typed in its field: what a day must be is told of it there.
        return handler({"start": match[1], "end": match[2]})
    days = _days(thai.arabic(words), (info.context or {}).get("year"))
    if days is None:
        raise PydanticCustomError(
            "bad_period",
            "ให้พิมพ์ “{whole}”, “ไตรมาส 2”, “ต.ค. 2568 - มี.ค. 2569” หรือ “1 ต.ค. 2568 - 30 ก.ย. 2569” แต่พบ “{found}”",
            {"whole": WHOLE_YEAR, "found": markup.excerpt(value)},
        )
    return Period(start=days[0], end=days[1], words=words)


@lru_cache(maxsize=1_000)  # the periods of a plan are few
def _days(words: str, fiscal: int | None) -> tuple[date, date] | None:
    """Return the first and the last day of what documents write for a period, None for other words."""
    if fiscal is not None and words == WHOLE_YEAR:
        return thai.fiscal_bounds(fiscal)
    if fiscal is not None and (match := _QUARTERS.fullmatch(words)):
        first, last = (thai.fiscal_quarter(fiscal, int(each)) for each in (match[1], match[2] or match[1]))
        return first[0], last[1]
    if match := _MONTHS.fullmatch(words):
        start, end = (thai.read_month(each) for each in match.groups())
        return (start[0], end[1]) if start and end else None
    return None


PeriodOfYear = Annotated[
    Period,
    WrapValidator(
        _in_words,
        json_schema_input_type=Period
        | Annotated[
            str,
            scalar(
                "ตลอดปีงบประมาณ, ไตรมาส 2, ต.ค. 2568 - มี.ค. 2569 หรือ 1 ต.ค. 2568 - 30 ก.ย. 2569",
                WHOLE_YEAR,
                "ไตรมาส 1-2",
                "ต.ค. 2568 - มี.ค. 2569",
                "1 ต.ค. 2568 - 30 ก.ย. 2569",
                pattern=_PATTERN,
            ),
        ],
    ),
]
"""A period, or what documents write for one: `ตลอดปีงบประมาณ`, quarters of the folder's fiscal year, months, days."""
