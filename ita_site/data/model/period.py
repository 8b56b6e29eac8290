"""Periods: from one day to another, or the whole of a fiscal year."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data.model.fields import Day, Record
from ita_site.ground import markup, thai


class Period(Record, title="ระยะเวลา"):
    """The days from `start` to `end`, both included."""

    start: Day = Field(title="วันเริ่มต้น")
    end: Day = Field(title="วันสิ้นสุด")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.end < self.start:
            raise PydanticCustomError(
                "period_backwards",
                "วันสิ้นสุด ({end}) อยู่ก่อนวันเริ่มต้น ({start})",
                {"end": thai.write_short_date(self.end), "start": thai.write_short_date(self.start)},
            )
        return self

    @property
    def throughout(self) -> bool:
        """Tell whether the document says “the whole fiscal year” and not which days."""
        return False


WHOLE_YEAR: Final = "ตลอดปีงบประมาณ"
"""What plans print for the days from 1 October to 30 September."""


class _Throughout(Period):
    """The whole of the fiscal year whose folder a file lies in."""

    @property
    def throughout(self) -> bool:
        return True


def _whole_year(value: object, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return handler(value)
    fiscal = (info.context or {}).get("year")
    if thai.normalise(value.strip()) != WHOLE_YEAR or fiscal is None:
        raise PydanticCustomError(
            "bad_period",
            "ให้พิมพ์ “{whole}” หรือพิมพ์ start: และ end: คนละบรรทัด แต่พบ “{found}”",
            {"whole": WHOLE_YEAR, "found": markup.excerpt(value)},
        )
    start, end = thai.fiscal_bounds(fiscal)
    return _Throughout(start=start, end=end)


PeriodOfYear = Annotated[Period, WrapValidator(_whole_year, json_schema_input_type=Period | Literal["ตลอดปีงบประมาณ"])]
"""A period, or `ตลอดปีงบประมาณ` for all of the fiscal year of the folder the file lies in."""
