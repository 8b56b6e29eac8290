"""What an editor may type into each kind of field, and what becomes of it."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ita_site.data.load.folder import FileKind
from ita_site.data.model import (
    Agency,
    Measure,
    Period,
    PublishedScore,
    Rank,
    Record,
    Report,
    Result,
    ScoreChange,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def read(kind: type[Record], values: object, year: int | None = None) -> Any:  # noqa: ANN401 - a record of any kind
    """Read values as `load` does: every scalar is the text that was typed, in the folder of a year."""
    return kind.model_validate_json(json.dumps(values), context={"year": year})


def code(kind: type[Record], values: object, year: int | None = None) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, values, year)
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
    score: PublishedScore = read(PublishedScore, {"id": typed, "score": "1"})
    assert score.id == reference
    assert kind_of(score.id) == kind


@pytest.mark.parametrize("typed", ["0", "11", "9.", "O", "O100", "A1", "ตัวชี้วัดที่ 8", "9.3.1", "-1", "OITs"])
def test_what_names_no_indicator_or_item_is_refused(typed: str) -> None:
    assert code(PublishedScore, {"id": typed, "score": "1"}) == "bad_reference"


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


@pytest.mark.parametrize("typed", ["ตลอดปีงบประมาณ", " ตลอดปีงบประมาณ\n", "ตลอดปี\u200bงบประมาณ"], ids=ascii)
@pytest.mark.parametrize("kind", [Measure, Report])
def test_a_period_may_be_the_whole_fiscal_year_of_the_folder(kind: type[Measure | Report], typed: str) -> None:
    record = read(kind, {"title": "ก", "period": typed}, 2568)
    assert (record.period.start, record.period.end) == (date(2024, 10, 1), date(2025, 9, 30))
    assert record.period.words == "ตลอดปีงบประมาณ"


def test_a_line_may_have_its_number_lines_below_it_and_attachments() -> None:
    page = {"title": "ประกาศ", "url": "https://example.go.th/", "date": "6 ต.ค. 2568"}
    inner = {"text": "เรื่องที่สอง", "number": "๘.๒", "lines": ["ก", "ข"]}
    step = {"text": "ประกาศ ดังนี้", "number": "๘", "lines": ["เรื่องแรก", inner], "attachments": [page]}
    measure: Measure = read(Measure, {"title": "ก", "steps": ["ประชุม", step]})
    first, second = measure.steps
    assert (str(first), first.lines, first.attachments) == ("ประชุม", (), ())
    assert (str(second), second.number) == ("ประกาศ ดังนี้", "๘")
    assert [(each.text, each.number, each.lines) for each in second.lines] == [
        ("เรื่องแรก", None, ()),
        ("เรื่องที่สอง", "๘.๒", ("ก", "ข")),
    ]
    (attachment,) = second.attachments
    assert (attachment.title, attachment.date) == ("ประกาศ", date(2025, 10, 6))


def test_the_days_of_a_whole_year_are_not_said_to_be_the_whole_year() -> None:
    """The document prints days: they are shown as printed, though they are all of the year's."""
    measure: Measure = read(Measure, {"title": "ก", "period": {"start": "1 ต.ค. 2567", "end": "30 ก.ย. 2568"}}, 2568)
    assert measure.period is not None
    assert measure.period.words is None


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("ไตรมาส 1", date(2024, 10, 1), date(2024, 12, 31)),
        ("ไตรมาสที่ ๒", date(2025, 1, 1), date(2025, 3, 31)),
        ("ไตรมาส 3-4", date(2025, 4, 1), date(2025, 9, 30)),
        ("ต.ค. 2567 – มี.ค. 2568", date(2024, 10, 1), date(2025, 3, 31)),
        ("เดือนมกราคม พ.ศ. ๒๕๖๘ ถึง เดือนกุมภาพันธ์ พ.ศ. ๒๕๖๘", date(2025, 1, 1), date(2025, 2, 28)),
    ],
)
def test_a_period_may_be_quarters_or_months(typed: str, start: date, end: date) -> None:
    measure: Measure = read(Measure, {"title": "ก", "period": typed}, 2568)
    assert measure.period is not None
    assert (measure.period.start, measure.period.end, measure.period.words) == (start, end, typed)


@pytest.mark.parametrize(
    "typed",
    ["1 ต.ค. 2567 - 30 ก.ย. 2568", "๑ ตุลาคม ๒๕๖๗ ถึง ๓๐ กันยายน ๒๕๖๘", "วันที่ 1 ต.ค. 2567 – วันที่ 30 ก.ย. 2568"],
)
def test_a_period_may_be_two_days_as_plans_print_them(typed: str) -> None:
    measure: Measure = read(Measure, {"title": "ก", "period": typed}, 2568)
    assert measure.period is not None
    # The days say it all, so that no page shows them twice.
    assert (measure.period.start, measure.period.end) == (date(2024, 10, 1), date(2025, 9, 30))
    assert measure.period.words is None


@pytest.mark.parametrize(
    ("typed", "told"), [("31 ก.ย. 2567 - 30 ก.ย. 2568", "bad_date"), ("30 ก.ย. 2568 - 1 ต.ค. 2567", "period_backwards")]
)
def test_days_of_a_period_that_cannot_be_are_told_as_days(typed: str, told: str) -> None:
    assert code(Measure, {"title": "ก", "period": typed}, 2568) == told


@pytest.mark.parametrize("typed", ["ไตรมาส 5", "ไตรมาส 4-1", "มี.ค. 2568 - ต.ค. 2567"])
def test_a_period_of_quarters_or_months_is_in_order(typed: str) -> None:
    assert code(Measure, {"title": "ก", "period": typed}, 2568) in {"bad_period", "period_backwards"}


@pytest.mark.parametrize("typed", ["ตลอดปี", "ทุกเดือน", "ตลอดปีงบประมาณ พ.ศ. 2568", "1 ต.ค. 67 - 30 ก.ย. 68", ""])
def test_a_period_is_no_other_word(typed: str) -> None:
    assert code(Measure, {"title": "ก", "period": typed}, 2568) == "bad_period"


def test_outside_a_year_there_is_no_whole_year() -> None:
    assert code(Measure, {"title": "ก", "period": "ตลอดปีงบประมาณ"}) == "bad_period"


@pytest.mark.parametrize(
    "values", [{"id": "8"}, {"id": "8", "score": "1", "missing": "เหตุผล"}], ids=["neither", "both"]
)
def test_a_score_is_a_figure_or_a_reason(values: dict[str, str]) -> None:
    assert code(PublishedScore, values) == "missing_score"


def test_a_score_of_zero_is_not_a_missing_score() -> None:
    zero: PublishedScore = read(PublishedScore, {"id": "O13", "score": "0"})
    assert zero.score == 0
    assert zero.missing is None


@pytest.mark.parametrize("typed", ["3.04", "+3.04", "-3.04", "\u22123.04", "๓.๐๔", "0", "-100", "100"])
def test_a_change_has_a_sign(typed: str) -> None:
    change: ScoreChange = read(ScoreChange, {"id": "8", "change": typed})
    assert abs(change.change) in {Decimal("3.04"), Decimal(0), Decimal(100)}
    assert (change.change < 0) is (typed[0] in "-\u2212")


@pytest.mark.parametrize(("typed", "problem"), [("-100.01", "out_of_range"), ("3.041", "too_many_digits")])
def test_a_change_has_the_limits_of_a_score(typed: str, problem: str) -> None:
    assert code(ScoreChange, {"id": "8", "change": typed}) == problem


@pytest.mark.parametrize(("typed", "place"), [("68", 68), ("๑", 1)])
def test_a_rank_is_a_whole_number_from_one(typed: str, place: int) -> None:
    rank: Rank = read(Rank, {"place": typed, "among": "จังหวัด"})
    assert rank.place == place


@pytest.mark.parametrize(("typed", "problem"), [("0", "out_of_range"), ("1.5", "not_a_number")])
def test_what_is_no_rank_is_refused(typed: str, problem: str) -> None:
    assert code(Rank, {"place": typed, "among": "จังหวัด"}) == problem


@pytest.mark.parametrize("typed", ["9.3", "O1", "OIT"])
def test_a_ranking_is_of_indicators(typed: str) -> None:
    assert code(Result, {"total": "90", "ranking": ["8", typed]}) == "bad_reference"


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


@pytest.mark.parametrize("kind", FileKind, ids=[kind.name for kind in FileKind])
def test_every_field_has_a_thai_name_for_messages(kind: FileKind) -> None:
    nameless = [
        f"{record.__name__}.{name}"
        for record in records(kind.value)
        for name, field in record.model_fields.items()
        if not re.search("[ก-๙]", field.title or "")
    ]
    assert nameless == []


@pytest.mark.parametrize("kind", FileKind, ids=[kind.name for kind in FileKind])
def test_no_two_fields_of_a_record_have_one_name(kind: FileKind) -> None:
    for record in records(kind.value):
        titles = [field.title for field in record.model_fields.values() if field.title]
        assert len(titles) == len(set(titles)), record.__name__


@pytest.mark.parametrize("kind", FileKind, ids=[kind.name for kind in FileKind])
def test_the_schema_of_every_file_refuses_unknown_keys(kind: FileKind) -> None:
    assert kind.value.model_json_schema()["additionalProperties"] is False


def test_the_schema_knows_the_limits_of_a_score() -> None:
    total = Result.model_json_schema()["properties"]["total"]
    assert '"maximum": 100' in json.dumps(total)
    assert '"minimum": 0' in json.dumps(total)


def test_a_number_of_people_is_whole_and_may_have_commas() -> None:
    result: Result = read(Result, {"total": "90", "respondents": "๑,๒๓๔"})
    assert result.respondents == 1234
    assert code(Result, {"total": "90", "respondents": "12.5"}) == "not_a_number"


def test_a_finding_with_a_colon_in_it_is_told_like_a_line() -> None:
    """Both are a text or a group; a group without a text is most often a text that YAML has parted at its colon."""
    finding = {"title": "ก", "period": "ตลอดปีงบประมาณ", "measures": [{"measure": "a", "findings": [{"พบว่า": "ช้า"}]}]}
    assert code(Report, finding, 2568) == "not_a_text"
    assert code(Measure, {"title": "ก", "steps": [{"พบว่า": "ช้า"}]}) == "not_a_text"
