"""What an editor may type into each kind of field, and what becomes of it."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ita_site.load.folder import Kind
from ita_site.model import Agency, Measure, Period, Record, Result, Score, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def read(kind: type[Record], values: object) -> Any:  # noqa: ANN401 - a record of any kind
    """Read values as `load` does: every scalar is the text that was typed."""
    return kind.model_validate_json(json.dumps(values))


def code(kind: type[Record], values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, values)
    (error,) = caught.value.errors()
    return str(error["type"])


def points(typed: str) -> Decimal:
    result: Result = read(Result, {"total": typed})
    return result.total


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_a_score_is_kept_to_the_digit_in_thai_and_in_arabic(score: Decimal) -> None:
    assert points(str(score)) == score
    assert points(str(score).translate(THAI_DIGITS)) == score


@pytest.mark.parametrize("typed", ["0", "100", "100.00", " 96.79 ", "๙๖.๗๙", "9๖.7๙"])
def test_a_score_from_0_to_100_is_read(typed: str) -> None:
    assert 0 <= points(typed) <= 100


def test_a_score_keeps_the_zeros_that_were_printed() -> None:
    assert str(points("95.00")) == "95.00"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("100.01", "out_of_range"),
        ("-0.01", "out_of_range"),
        ("95.001", "too_many_digits"),
        ("1e2", "not_a_number"),
        ("NaN", "not_a_number"),
        ("Infinity", "not_a_number"),
        ("1_0", "not_a_number"),
        ("0x10", "not_a_number"),
        ("095", "not_a_number"),
        ("95%", "not_a_number"),
        ("95.", "not_a_number"),
        (".5", "not_a_number"),
        ("9" * 5000, "not_a_number"),
    ],
)
def test_what_is_not_a_published_score_is_refused(typed: str, problem: str) -> None:
    assert code(Result, {"total": typed}) == problem


@pytest.mark.parametrize(
    ("typed", "reference", "kind"),
    [
        ("8", "8", "indicator"),
        ("๑๐", "10", "indicator"),
        ("9.3", "9.3", "subindicator"),
        ("๑๐.๒", "10.2", "subindicator"),
        ("O13", "O13", "item"),
        ("o13", "O13", "item"),
        ("O 13", "O13", "item"),
        ("โอ13", "O13", "item"),
        ("๐๑๓", "O13", "item"),
        ("013", "O13", "item"),
        ("O05", "O5", "item"),
        ("i๗", "I7", "item"),
        ("E2", "E2", "item"),
        ("oit", "OIT", "instrument"),
    ],
)
def test_a_reference_has_one_spelling(typed: str, reference: str, kind: str) -> None:
    score: Score = read(Score, {"id": typed, "score": "1"})
    assert score.id == reference
    assert kind_of(score.id) == kind


@pytest.mark.parametrize("typed", ["0", "11", "9.", "O", "O100", "A1", "ตัวชี้วัดที่ 8", "9.3.1", "-1", "OITs"])
def test_what_names_no_indicator_or_item_is_refused(typed: str) -> None:
    assert code(Score, {"id": typed, "score": "1"}) == "bad_reference"


@pytest.mark.parametrize("typed", ["6 ต.ค. 2568", "๖ ตุลาคม ๒๕๖๘", "6 ตุลาคม พ.ศ. 2568", "2568-10-06", "06 ต.ค. 2568"])
def test_a_day_may_be_written_in_three_ways(typed: str) -> None:
    period: Period = read(Period, {"start": typed, "end": typed})
    assert period.start == period.end == date(2025, 10, 6)


@pytest.mark.parametrize(
    "typed", ["6 ต.ค. 2025", "2025-10-06", "6 ต.ค. 68", "29 ก.พ. 2568", "6/10/2568", "วันนี้", "2568"]
)
def test_what_is_not_a_day_of_the_buddhist_era_is_refused(typed: str) -> None:
    assert code(Measure, {"title": "ก", "period": {"start": typed, "end": "30 ก.ย. 2568"}}) == "bad_date"


@pytest.mark.parametrize(
    "address",
    ["https://www.example.go.th/", "http://example.go.th/ข่าว สาร", "mailto:a@example.go.th", "tel:+6654000000"],
)
def test_an_address_may_be_a_page_a_letter_box_or_a_telephone(address: str) -> None:
    agency: Agency = read(Agency, {"name": "ก", "kind": "ข", "district": "ค", "province": "ง", "website": address})
    assert agency.website == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "www.example.go.th",
        "https://",
        "https://www.oic.go.th@evil.example/",
        "https://example.go.th/\\evil",
        "ftp://example.go.th/",
        "mailto:",
        "https://[",
    ],
)
def test_an_address_that_could_harm_or_lead_nowhere_is_refused(address: str) -> None:
    values = {"name": "ก", "kind": "ข", "district": "ค", "province": "ง", "website": address}
    assert code(Agency, values) == "bad_address"


def test_a_period_may_be_one_day_but_not_backwards() -> None:
    assert read(Period, {"start": "1 ต.ค. 2567", "end": "1 ต.ค. 2567"})
    assert code(Period, {"start": "1 ต.ค. 2567", "end": "30 ก.ย. 2567"}) == "period_backwards"


@pytest.mark.parametrize(
    "values", [{"id": "8"}, {"id": "8", "score": "1", "missing": "เหตุผล"}], ids=["neither", "both"]
)
def test_a_score_is_a_figure_or_a_reason(values: dict[str, str]) -> None:
    assert code(Score, values) == "missing_score"


def test_a_score_of_zero_is_not_a_missing_score() -> None:
    zero: Score = read(Score, {"id": "O13", "score": "0"})
    assert zero.score == 0
    assert zero.missing is None


def test_a_record_cannot_be_changed_after_it_was_checked() -> None:
    measure: Measure = read(Measure, {"title": "การยืมทรัพย์สิน"})
    with pytest.raises(ValidationError):
        measure.title = "อื่น"  # type: ignore[misc]


def records(kind: type[Record], seen: set[type[Record]] | None = None) -> Iterator[type[Record]]:
    """Yield a record's class and those of all its parts."""
    seen = set() if seen is None else seen
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    for field in kind.model_fields.values():
        for each in parts(field.annotation):
            yield from records(each, seen)


def parts(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for each in get_args(annotation):
        yield from parts(each)


@pytest.mark.parametrize("kind", Kind, ids=[kind.name for kind in Kind])
def test_every_field_has_a_thai_name_for_messages(kind: Kind) -> None:
    nameless = [
        f"{record.__name__}.{name}"
        for record in records(kind.value)
        for name, field in record.model_fields.items()
        if not re.search("[ก-๙]", field.title or "")
    ]
    assert nameless == []


@pytest.mark.parametrize("kind", Kind, ids=[kind.name for kind in Kind])
def test_no_two_fields_of_a_record_have_one_name(kind: Kind) -> None:
    for record in records(kind.value):
        titles = [field.title for field in record.model_fields.values() if field.title]
        assert len(titles) == len(set(titles)), record.__name__


@pytest.mark.parametrize("kind", Kind, ids=[kind.name for kind in Kind])
def test_the_schema_of_every_file_refuses_unknown_keys(kind: Kind) -> None:
    assert kind.value.model_json_schema()["additionalProperties"] is False


def test_the_schema_knows_the_limits_of_a_score() -> None:
    total = Result.model_json_schema()["properties"]["total"]
    assert '"maximum": 100' in json.dumps(total)
    assert '"minimum": 0' in json.dumps(total)
