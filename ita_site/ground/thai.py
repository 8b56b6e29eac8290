"""Thai digits, Buddhist-era dates and fiscal years: read and write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

ERA = 543
"""A year B.E. is the Christian-era year plus this."""
FIRST_YEAR, LAST_YEAR = 2500, 2699
"""Years B.E. this tool takes for a year; anything else is a slip of the keyboard."""

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
WEEKDAYS = ("วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์")

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_WORD_WITH_DIGIT = re.compile(r"(?<!\S)\S*\d\S*", re.ASCII)
"""Looked for at the beginning of a word only: a long one without a digit is looked through once."""
_LATIN = re.compile("[A-Za-z]")
_MONTH_NUMBERS = {
    name.replace(".", ""): number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, start=1)
}
_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?", re.ASCII)
_WRITTEN_DATE = re.compile(r"(\d{1,2})\s*([ก-๛.]+?)\s*(?:พ\.\s?ศ\.\s*)?(\d{2,4})", re.ASCII)
_WRITTEN_MONTH = re.compile(r"([ก-๛.]+?)\s*(?:พ\.\s?ศ\.\s*)?(\d{4})", re.ASCII)
_YEAR_IN_TEXT = re.compile(r"(?<!\d)25\d\d(?!\d)", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
_TONE_BEHIND = re.compile("(?<!\u0e33)\u0e33++[\u0e48-\u0e4b][\u0e33\u0e48-\u0e4b]*")
"""Looked for at the beginning of a row of sara am only: a long one without a tone is looked through once."""
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_SEVERAL_MARKS = re.compile(f"[{_MARKS}]{{2,}}")
_DISORDER = (
    re.compile("[\u0e33\u0e48-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4d]"),
    re.compile("\u0e3a(?<=[\u0e31\u0e34-\u0e39\u0e47]\u0e3a)"),
)
"""Two marks of which the second may belong before the first; one pattern for both would be tried at every letter."""
UNSEEN = "\u061c\u200b-\u200f\u2060\ufeff"
"""Characters that take no place: joiners, marks of direction, the byte order mark; for a class of `re`."""
_TURNS = 3
"""The order of marks and NFC may each undo a part of the other, but for Thai text one turn is all."""
_INVISIBLE = re.compile(f"[\u00ad{UNSEEN}]")


class BadDate(ValueError):
    """The text is not a date; the message says why, in Thai, and what to write instead."""


def arabic(text: str) -> str:
    """Write Thai digits as Arabic ones: ๒๕๖๘ is 2568."""
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text  # translating reads letter by letter


def digits(text: str) -> str:
    """Write Arabic digits as Thai ones (2568 is ๒๕๖๘), but for words with a Latin letter: O27, a web address."""
    return _WORD_WITH_DIGIT.sub(lambda word: word[0] if _LATIN.search(word[0]) else word[0].translate(_TO_THAI), text)


def number(text: str) -> Decimal | None:
    """Read a plain decimal number in Thai or Arabic digits; None when the text is anything else.

    A number is what a score sheet prints: no exponent, no thousands separators, no leading zero.
    """
    digits = arabic(text.strip()).replace("\u2212", "-")  # the minus that word processors type
    return Decimal(digits) if _NUMBER.fullmatch(digits) else None


def normalise(text: str) -> str:
    """Return the one spelling of texts that look the same: NFC, ํา as ำ, เเ as แ, marks in order, nothing invisible.

    In order a consonant has its vowel first, and then its tone: ที่, which some programs write ท่ี, and ซ้ำ.
    """
    if is_normal(text):  # as nearly always
        return text
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text).replace("\u00a0", " "))
    # NFC does not compose sara am, and a tone mark may be typed between its two halves.
    joined = _SARA_AM.sub("\\1\u0e33", _ordered(composed)).replace("เเ", "แ")
    return _ordered(_TONE_BEHIND.sub(_tones_first, joined)) if "\u0e33" in joined else joined


def is_normal(text: str) -> bool:
    """Tell, cheaply, that `normalise` would change no part of the text."""
    return text.isascii() or (
        unicodedata.is_normalized("NFC", text)
        and "\u0e4d" not in text
        and "เเ" not in text
        and "\u00a0" not in text
        and _INVISIBLE.search(text) is None
        and not _in_disorder(text)
    )


def _in_disorder(text: str) -> bool:
    return any(each.search(text) for each in _DISORDER)


def _ordered(text: str) -> str:
    """Put the marks of each consonant in order; one of another script among them has its own place in NFC."""
    for _ in range(_TURNS):
        if _in_disorder(text):
            text = _SEVERAL_MARKS.sub(_in_order, text)
        if unicodedata.is_normalized("NFC", text):
            break
        text = unicodedata.normalize("NFC", text)
    return text


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=_place_of_mark))


def _tones_first(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key="\u0e33".__eq__))


def _place_of_mark(mark: str) -> int:
    """Return the place of a mark over or under a consonant: phinthu, vowel, nikhahit, tone, the sign of silence."""
    places = {"\u0e3a": 0, "\u0e4d": 2, **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 3), "\u0e4c": 4, "\u0e4e": 4}
    return places.get(mark, 1)


def year(text: str) -> int:
    """Read a year B.E.

    Raises:
        BadDate: not four digits, a Christian-era year, or out of range.

    """
    digits = arabic(text.strip())
    if not re.fullmatch(r"\d{4}", digits, re.ASCII):
        meant = f" หมายถึง 25{digits} หรือไม่" if re.fullmatch(r"\d\d", digits, re.ASCII) else ""
        message = f"“{text}” ไม่ใช่ปี พ.ศ. ปีต้องมีตัวเลข 4 หลัก เช่น 2568{meant}"
        raise BadDate(message)
    value = int(digits)
    if value + ERA <= LAST_YEAR and value + ERA >= FIRST_YEAR:
        message = f"“{text}” เป็นปี ค.ศ. ให้พิมพ์เป็นปี พ.ศ. คือ {value + ERA}"
        raise BadDate(message)
    if not FIRST_YEAR <= value <= LAST_YEAR:
        message = f"ปี “{text}” อยู่นอกช่วง พ.ศ. {FIRST_YEAR}–{LAST_YEAR}{_meant_year(value)}"
        raise BadDate(message)
    return value


def years_named(text: str) -> list[int]:
    """Return the years B.E. from 2500 to 2599 that a text names in four digits, Arabic or Thai, in their order."""
    return [int(each) for each in _YEAR_IN_TEXT.findall(arabic(text))]


def _meant_year(value: int) -> str:
    """Return the question whether the era was added twice, or two digits changed places."""
    if FIRST_YEAR <= value - ERA <= LAST_YEAR:
        return f" บวก {ERA} ไว้สองครั้ง หมายถึง {value - ERA} หรือไม่"
    close = [each for each in misplaced_digits(value) if FIRST_YEAR <= each <= LAST_YEAR]
    return f" หมายถึง {close[0]} หรือไม่" if close else ""


def misplaced_digits(value: int) -> list[int]:
    """Return the years that a year becomes when two digits beside one another change places, the last ones first."""
    typed = str(value)
    swapped = (typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(len(typed) - 2, -1, -1))
    return [int(each) for each in swapped if each != typed]


def read_date(text: str) -> date:
    """Read `6 ต.ค. 2568`, `๖ ตุลาคม ๒๕๖๘` or `2568-10-06` as the day it names.

    Raises:
        BadDate: none of the three forms, a Christian-era year, or a day the calendar does not have.

    """
    digits = normalise(arabic(text.strip()))
    if match := _ISO_DATE.fullmatch(digits):
        year_text, month, day = match[1], int(match[2]), int(match[3])
    elif (match := _WRITTEN_DATE.fullmatch(digits)) and (number := _MONTH_NUMBERS.get(match[2].replace(".", ""))):
        day, month, year_text = int(match[1]), number, match[3]
    else:
        message = f"“{text}” ไม่ใช่วันที่ ให้พิมพ์แบบ 6 ต.ค. 2568, ๖ ตุลาคม ๒๕๖๘ หรือ 2568-10-06"
        raise BadDate(message)
    era_year = year(year_text)
    try:
        return date(era_year - ERA, month, day)
    except ValueError:
        message = f"ไม่มีวันที่ “{text}” ในปฏิทิน โปรดตรวจวันและเดือนอีกครั้ง"
        raise BadDate(message) from None


def write_date(day: date) -> str:
    """Write a day in full, B.E.: 6 ตุลาคม 2568."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def write_weekday(day: date) -> str:
    """Write a day in full with its weekday, B.E.: วันจันทร์ที่ 6 ตุลาคม 2568."""
    return f"{WEEKDAYS[day.weekday()]}ที่ {write_date(day)}"


def write_short_date(day: date) -> str:
    """Write a day for a narrow column, B.E.: 6 ต.ค. 2568."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year + ERA}"


def fiscal_year(day: date) -> int:
    """Return the fiscal year B.E. a day falls in: it starts on 1 October of the year before."""
    october = 10
    return day.year + ERA + (day.month >= october)


def fiscal_bounds(fiscal: int) -> tuple[date, date]:
    """Return the first and the last day of a fiscal year B.E."""
    return date(fiscal - ERA - 1, 10, 1), date(fiscal - ERA, 9, 30)


def fiscal_quarter(fiscal: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter, 1 to 4, of a fiscal year B.E.: the first begins on 1 October."""
    first, last = fiscal_bounds(fiscal)
    if quarter == 1:
        return first, date(first.year, 12, 31)
    start = date(last.year, 3 * quarter - 5, 1)
    return start, _end_of_month(last.year, 3 * quarter - 3)


def read_month(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a month such as `ต.ค. 2568` or `ตุลาคม ๒๕๖๘`, None for other words."""
    match = _WRITTEN_MONTH.fullmatch(normalise(arabic(text.strip())))
    month = _MONTH_NUMBERS.get(match[1].replace(".", "")) if match else None
    if match is None or month is None:
        return None
    try:
        number = year(match[2]) - ERA
    except BadDate:
        return None
    return date(number, month, 1), _end_of_month(number, month)


def _end_of_month(number: int, month: int) -> date:
    return date(number + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes: vowels and tones above or below take none."""
    return sum(
        (2 if unicodedata.east_asian_width(char) in "WF" else 1)
        for char in text
        if unicodedata.category(char) not in ("Mn", "Me", "Cf")
    )
