from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS = st.dates(date(thai.FIRST_YEAR - thai.ERA, 1, 1), date(thai.LAST_YEAR - thai.ERA, 12, 31))
LOOK_ALIKES = st.text(st.sampled_from("กเแาำ\u0e4d่้ัู\u0e3a\u200b\u200d\ufeff\u00ad\u00a0e\u0301a1 "), max_size=12)


MONTHS = {
    1: ("มกราคม", "ม.ค."),
    2: ("กุมภาพันธ์", "ก.พ."),
    3: ("มีนาคม", "มี.ค."),
    4: ("เมษายน", "เม.ย."),
    5: ("พฤษภาคม", "พ.ค."),
    6: ("มิถุนายน", "มิ.ย."),
    7: ("กรกฎาคม", "ก.ค."),
    8: ("สิงหาคม", "ส.ค."),
    9: ("กันยายน", "ก.ย."),
    10: ("ตุลาคม", "ต.ค."),
    11: ("พฤศจิกายน", "พ.ย."),
    12: ("ธันวาคม", "ธ.ค."),
}


def thai_digits(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def test_thai_digits_become_arabic_and_the_rest_stays() -> None:
    assert thai.arabic("ข้อ ๑๒.๓ ปี ๒๕๖๘ (๐๔๕๖๗๘๙) Q4") == "ข้อ 12.3 ปี 2568 (0456789) Q4"


@pytest.mark.parametrize("text", ["0", "0.10", "5", "96.79", "100", "-1.25", "+3.5", "999999999999999"])
def test_a_number_reads_the_same_in_thai_and_arabic_digits(text: str) -> None:
    assert thai.number(text) == Decimal(text)
    assert thai.number(f" {thai_digits(text)} ") == Decimal(text)


def test_a_number_keeps_the_decimals_that_were_typed() -> None:
    assert str(thai.number("๙๖.๕๐")) == "96.50"


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "1_000", "1,000", "012", "00", "1e3", "96,79", ".5", "5.", "1.2.3", "5 5", "12:30", "0x10"),
        *("inf", "nan", "๙๖,๗๙", "๐๑๒", "٣", "½", "²", "ร้อยละ 5", "96.79%"),
    ],
)
def test_what_is_not_a_plain_number_is_not_guessed_at(text: str) -> None:
    assert thai.number(text) is None


@pytest.mark.parametrize("digit", ["9", "๙"])
def test_a_huge_number_is_not_read(digit: str) -> None:
    assert thai.number(digit * 5000) is None
    assert thai.number(f"0.{digit * 5000}") is None


@settings(deadline=None)
@given(st.text(st.one_of(st.sampled_from("0123456789๐๑๙.+-_, eE"), st.characters()), max_size=20))
def test_a_number_is_finite_or_refused_whatever_is_typed(text: str) -> None:
    value = thai.number(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize("digits", [str, thai_digits], ids=["arabic", "thai"])
@pytest.mark.parametrize("month", MONTHS)
def test_every_month_is_read_in_every_form(month: int, digits: Callable[[str], str]) -> None:
    long, short = MONTHS[month]
    for text in (
        f"6 {long} 2568",
        f"06 {long} พ.ศ. 2568",
        f"6 {short} 2568",
        f"6{short}2568",
        f"6 {short.replace('.', '')} 2568",
        f" 2568-{month:02}-06 ",
    ):
        assert thai.read_date(digits(text)) == date(2025, month, 6), text


@pytest.mark.parametrize("month", MONTHS)
def test_dates_are_written_without_leading_zeros_in_the_buddhist_era(month: int) -> None:
    long, short = MONTHS[month]
    assert thai.write_date(date(2025, month, 6)) == f"6 {long} 2568"
    assert thai.write_short_date(date(2025, month, 6)) == f"6 {short} 2568"


def test_a_leap_day_follows_the_calendar_and_not_the_number_of_the_buddhist_year() -> None:
    assert thai.read_date("29 ก.พ. 2567") == date(2024, 2, 29)
    assert thai.read_date("2567-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "29 ก.พ. 2568", "2568-02-29", "๓๐ กุมภาพันธ์ ๒๕๖๗", "2569-02-30", "31 เม.ย. 2568", "0 ต.ค. 2568",
        "32 ต.ค. 2568", "2568-13-01", "2568-00-10",
    ],
)  # fmt: skip
def test_a_day_the_calendar_does_not_have_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(thai.BadDate, match="ไม่มีวันที่") as refused:
        thai.read_date(text)
    assert text in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "", "เร็ว ๆ นี้", "2568", "ต.ค. 2568", "6/10/2568", "06-10-2568", "2568-1-6", "2568/10/06", "6 Oct 2568",
        "6 ตุลา 2568", "วันที่ 6 ต.ค. 2568", "6 ต.ค. 2568 เวลา 9 น.", "2568-10-06T00:00:00",
    ],
)  # fmt: skip
def test_text_that_is_no_date_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(thai.BadDate, match=r"6 ต\.ค\. 2568, ๖ ตุลาคม ๒๕๖๘ หรือ 2568-10-06"):
        thai.read_date(text)


@pytest.mark.parametrize("text", ["6 ต.ค. 2025", "๖ ตุลาคม ๒๐๒๕", "2025-10-06"])
def test_a_christian_year_in_a_date_is_refused_with_the_buddhist_one(text: str) -> None:
    with pytest.raises(thai.BadDate, match=r"ค\.ศ\..*2568"):
        thai.read_date(text)


@pytest.mark.parametrize("text", ["6 ต.ค. 68", "๖ ต.ค. ๖๘", "6 ต.ค. 256"])
def test_a_shortened_year_is_refused(text: str) -> None:
    with pytest.raises(thai.BadDate, match="4 หลัก"):
        thai.read_date(text)


@given(DAYS)
def test_a_written_date_reads_back_as_the_same_day(day: date) -> None:
    for text in (thai.write_date(day), thai.write_short_date(day)):
        assert thai.read_date(text) == day
        assert thai.read_date(thai_digits(text)) == day


@pytest.mark.parametrize("text", ["2568", " ๒๕๖๘ ", "2500", "2699"])
def test_a_buddhist_year_is_read(text: str) -> None:
    assert thai.year(text) == int(thai.arabic(text))


@pytest.mark.parametrize(("text", "meant"), [("2025", 2568), ("๒๐๒๔", 2567), ("1957", 2500), ("2156", 2699)])
def test_a_christian_year_is_refused_with_the_buddhist_one(text: str, meant: int) -> None:
    with pytest.raises(thai.BadDate, match=rf"ค\.ศ\..*{meant}"):
        thai.year(text)


@pytest.mark.parametrize("text", ["", "68", "๖๘", "25680", "256๘ก", "2,568", "-2568", "+568", "2499", "2700", "3111"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(thai.BadDate):
        thai.year(text)


@pytest.mark.parametrize(
    ("day", "fiscal"),
    [
        (date(2024, 9, 30), 2567),
        (date(2024, 10, 1), 2568),
        (date(2024, 12, 31), 2568),
        (date(2025, 1, 1), 2568),
        (date(2025, 9, 30), 2568),
    ],
    ids=str,
)
def test_the_fiscal_year_begins_on_the_first_of_october(day: date, fiscal: int) -> None:
    assert thai.fiscal_year(day) == fiscal


@given(st.integers(thai.FIRST_YEAR, thai.LAST_YEAR))
def test_fiscal_years_follow_on_one_another_without_gap_or_overlap(fiscal: int) -> None:
    first, last = thai.fiscal_bounds(fiscal)
    assert (first.month, first.day, last.month, last.day) == (10, 1, 9, 30)
    assert thai.fiscal_year(first) == thai.fiscal_year(last) == fiscal
    assert thai.fiscal_bounds(fiscal + 1)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "spelling"),
    [
        pytest.param("นํา", "นำ", id="sara am in two halves"),
        pytest.param("นํ้า", "น้ำ", id="a tone mark between the halves"),
        pytest.param("เเผน", "แผน", id="sara ae from two sara e"),
        pytest.param("ประ\u200bปา", "ประปา", id="zero width space"),
        pytest.param("ก\u200d\ufeffข\u2060\u00ad", "กข", id="other invisible characters"),
        pytest.param("ปี\u00a02568", "ปี 2568", id="no-break space"),
        pytest.param("cafe\u0301", "café", id="accent apart from its letter"),
        pytest.param("เ\u200bเผน", "แผน", id="something invisible between two sara e"),
        pytest.param("NO 012", "NO 012", id="plain letters and digits"),
        pytest.param("น้ำแข็ง ๒๕๖๘", "น้ำแข็ง ๒๕๖๘", id="already right"),
    ],
)
def test_texts_that_look_the_same_are_spelt_the_same(typed: str, spelling: str) -> None:
    assert thai.normalise(typed) == spelling


@settings(deadline=None)
@given(st.one_of(LOOK_ALIKES, st.text(max_size=20)))
@example("e\u200d\u0301")
@example("\u0e33\u0e33\u0e48")
@example("\u0e33\u0e48\u0e33\u0e48")
def test_the_one_spelling_has_itself_for_its_spelling(text: str) -> None:
    once = thai.normalise(text)
    assert thai.normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0), ("ก", 1), ("กี่", 1), ("น้ำ", 2), ("ผู้ที่อยู่", 4), ("e\u0301", 1), ("ก\u200bข", 2), ("ABC 1", 5),
        ("漢字", 4), ("😀", 2),
    ],
)  # fmt: skip
def test_columns_count_what_takes_room_in_a_terminal(text: str, width: int) -> None:
    assert thai.columns(text) == width


@pytest.mark.parametrize("typed", ["\u0e33" * 300_000, "\u0e4d\u0e32" * 200_000, "\u0e33" * 200_000 + "ก"])
def test_a_row_of_sara_am_of_any_length_is_looked_through_once(typed: str) -> None:
    """Looked through from each of its letters, it would take minutes."""
    assert set(thai.normalise(typed)) <= {"\u0e33", "ก"}


@pytest.mark.parametrize(
    ("typed", "spelling"),
    [
        ("\u0e33\u0e48", "\u0e48\u0e33"),
        ("\u0e33\u0e33\u0e48", "\u0e48\u0e33\u0e33"),
        ("\u0e33\u0e48\u0e33", "\u0e48\u0e33\u0e33"),
        ("\u0e33\u0e48\u0e33\u0e49", "\u0e48\u0e49\u0e33\u0e33"),
        ("\u0e33ก\u0e33\u0e48", "\u0e33ก\u0e48\u0e33"),
    ],
)
def test_a_tone_behind_sara_am_comes_before_it(typed: str, spelling: str) -> None:
    assert thai.normalise(f"น{typed}") == f"น{spelling}"
