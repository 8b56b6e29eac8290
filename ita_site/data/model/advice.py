"""What to type instead of a number, an address or a day that was written as a document, a hand or a form writes it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from difflib import get_close_matches

from ita_site.ground import thai
from ita_site.ground.markup import excerpt, link

_NO_SCORE = "ถ้าเอกสารไม่มีคะแนน ให้ลบช่องนี้ แล้วบอกเหตุผลที่ช่อง missing: (ไม่มีคะแนนไม่ใช่ศูนย์)"
_NO_NUMBER = "ถ้าไม่มีข้อมูล ให้ลบช่องนี้"
_FULL_ADDRESS = " ให้พิมพ์ที่อยู่เต็มที่ขึ้นต้นด้วย https:// (หรือ mailto: tel:) ไม่มีช่องชื่อผู้ใช้ก่อน @"
_NOTHING = re.compile(
    r"[-\u2010-\u2015\u2212.]+|n\.?/?a\.?|none|nil|ไม่มี(?:คะแนน|ข้อมูล)?|ไม่(?:ได้)?(?:ปรากฏ|ระบุ|ประกาศ|ประเมิน|ทราบ|รับการประเมิน)"
    r"|ว่าง|รอ(?:ผล|ประกาศ)?(?:การประเมิน)?",
    re.IGNORECASE,
)
"""How people write that there is no figure."""
_QUOTES = re.compile("[\"'\u2018-\u201f\u00ab\u00bb]")
_UNIT = re.compile(
    r"คะแนน|แต้ม|ร้อยละ|เปอร์เซ็?นต์|%|\uff05|(?:ลำดับ|อันดับ)(?:ที่)?|ที่|จำนวน|คน|ราย|ครั้ง|points?|pts?\.?|score", re.IGNORECASE
)
_LONG_DASH = re.compile("^[\u2010-\u2015\ufe58\ufe63\uff0d] *")
_DECIMAL_COMMA = re.compile(r"^([+-]?\d{1,3})[,\u060c\u3001\uff0c](\d{1,2})$")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?")
_OTHER_POINT = re.compile(r"^([+-]?\d+)[:;\u00b7\u2024\uff0e](\d{1,2})$")
_LETTERS = str.maketrans("OoQlI|", "000111")
_DIGIT = re.compile(r"\d", re.ASCII)
_ANY_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_PHONE = re.compile(r"(?:\+?66|0)[-. ()]*(?:\d[-. ()]*){7,9}")
_SHORT_PHONE = re.compile(r"1\d{2,3}")
_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[A-Za-z]{2,}")
_HOST = re.compile(r"(?:https?[:;]?/*)?((?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?)", re.IGNORECASE)
_MOMENT = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[T ](?P<hour>\d\d):\d\d(?::\d\d(?:\.\d+)?)?"
    r"\s*(?P<zone>Z|(?P<sign>[+-])(?P<hours>0\d|1[0-4]):?(?P<minutes>[0-5]\d)?)?"
)
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})[\s-]*([ก-๎.]{2,}|[A-Za-z]{3,9}\.?)[\s,-]*"
    r"(?:พ\.\s?ศ\.\s*|ค\.\s?ศ\.\s*)?(\d{4}|\d{2})(?!\d)"
)
_SERIAL = re.compile(r"[45]\d{4}")
"""A day as spreadsheets count it, of the years 2009 to 2064."""
_SPREADSHEETS_BEGIN = date(1899, 12, 30)
_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS = (thai.MONTHS, thai.SHORT_MONTHS, _ENGLISH, tuple(name[:3] for name in _ENGLISH))
_THAILAND = timezone(timedelta(hours=7))
_HOURS = 24
_SHORT, _CENTURY = 2, 2500


def on_number(typed: str, *, is_score: bool) -> str:
    """Return what to do about a text that stands where a number should, with a space before it; or nothing.

    Args:
        typed: the text.
        is_score: whether a reason may stand in its place.

    """
    text = thai.arabic(thai.normalise(typed)).strip()
    if _NOTHING.fullmatch(text):
        return f" {_NO_SCORE if is_score else _NO_NUMBER}"
    slips: list[str] = []
    for slip, mended in (
        ("ตัดเครื่องหมายคำพูดออก", _QUOTES.sub("", text)),
        *((f"ตัด “{unit[0]}” ออก", text.replace(unit[0], "")) for unit in _UNIT.finditer(text)),
    ):
        if mended != text:
            slips.append(slip)
    text = _UNIT.sub("", _QUOTES.sub("", text)).strip()
    if (dash := _LONG_DASH.match(text)) is not None:
        slips.append(f"ขีดยาว “{dash[0].strip()}” (U+{ord(dash[0][0]):04X}) ไม่ใช่เครื่องหมายลบ ให้ใช้ -")
        text = _LONG_DASH.sub("-", text)
    slip, text = _mended(text)
    slips += [slip] if slip else []
    if thai.number(text) is None:
        numbers = _ANY_NUMBER.findall(text)
        if len(numbers) != 1 or thai.number(numbers[0]) is None:
            return ""
        slips.append("พิมพ์เฉพาะตัวเลข")
        text = numbers[0]
    return f" {' และ'.join(dict.fromkeys(slips))} ให้พิมพ์ {text}" if slips else ""


def _mended(text: str) -> tuple[str, str]:
    """Return the slip in the digits of a number, and the number without it."""
    closed = re.sub(r"\s+", "", text)
    if thai.number(text) is not None:
        return "", text
    if _THOUSANDS.fullmatch(text):
        return "ไม่ใส่จุลภาคหรือเว้นวรรคคั่นหลัก", re.sub("[, ]", "", text)
    forms = (
        ("ลบเว้นวรรคในตัวเลข", closed),
        ("ใช้จุดแทนจุลภาค", _DECIMAL_COMMA.sub(r"\1.\2", closed)),
        ("ใช้จุด (.) เป็นจุดทศนิยม", _OTHER_POINT.sub(r"\1.\2", closed)),
        ("ใส่ 0 หน้าจุด", re.sub(r"^([+-]?)\.(?=\d)", r"\g<1>0.", closed)),
        ("ลบจุดท้ายตัวเลข", closed.removesuffix(".")),
        ("ลบ 0 ข้างหน้า", re.sub(r"^0+(?=\d)", "", closed)),
        ("มีตัวอักษร O หรือ l แทนตัวเลข", closed.translate(_LETTERS) if _DIGIT.search(closed) else closed),
    )
    return next(((slip, form) for slip, form in forms if thai.number(form) is not None), ("", text))


def on_address(typed: str) -> str:
    """Return what to type for a telephone number, an e-mail, the name of a site, or anything else, after a space."""
    text = thai.arabic(thai.normalise(typed)).strip()
    mail = None if "//" in text else _MAIL.search(text)
    if mail is not None:
        return f" ให้พิมพ์ mailto:{excerpt(mail[0])}"
    number = re.sub(r"^(?:โทร(?:ศัพท์|สาร)?|มือถือ|tel|phone)\s*[.:]*\s*", "", text, flags=re.IGNORECASE)
    if _SHORT_PHONE.fullmatch(number):
        return f" ให้พิมพ์ tel:{number}"
    if (phone := _PHONE.match(number)) is not None:
        digits = re.sub(r"\D", "", phone[0])
        return f" ให้พิมพ์ tel:+66{digits.removeprefix('66') if digits.startswith('66') else digits[1:]}"
    if (host := _HOST.fullmatch(text)) is not None and link(f"https://{host[1]}") is not None:
        return f" ให้พิมพ์ https://{excerpt(host[1])}"
    return _FULL_ADDRESS


def on_date(typed: str) -> str:
    """Return the day that was meant by a text that is no date, after a space; nothing where nobody can tell.

    A moment with its zone is the day it falls on in Thailand: what a form writes for midnight there is the day before
    in Greenwich.
    """
    text = thai.arabic(thai.normalise(typed)).strip()
    serial = _SPREADSHEETS_BEGIN + timedelta(days=int(text)) if _SERIAL.fullmatch(text) else None
    day = serial or _moment(text) or _in_numbers(text) or _in_words(text)
    return f" ให้พิมพ์ {thai.write_short_date(day)}" if day is not None else ""


def _moment(text: str) -> date | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    day = _day(match["year"], match["month"], match["day"])
    if day is None or not match["zone"] or int(match["hour"]) >= _HOURS:
        return day
    sign, hours, minutes = match["sign"], int(match["hours"] or 0), int(match["minutes"] or 0)
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    there = datetime(day.year, day.month, day.day, int(match["hour"]), tzinfo=timezone(offset))
    return there.astimezone(_THAILAND).date()


def _in_numbers(text: str) -> date | None:
    """Read 6/10/2568, the day first as Thai writes it; the month where only that can be."""
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    return _day(match["year"], match["month"], match["day"]) or _day(match["year"], match["day"], match["month"])


def _in_words(text: str) -> date | None:
    """Read the only day within a text, its month spelt almost right or in English."""
    found = _WORDS.findall(text)
    if len(found) != 1:
        return None
    day, word, year = found[0]
    known = {name.replace(".", ""): number for names in _MONTHS for number, name in enumerate(names, start=1)}
    close = get_close_matches(word.replace(".", "").capitalize()[:9], known, n=1, cutoff=0.75)
    return _day(year, str(known[close[0]]), day) if close else None


def _day(year: str, month: str, day: str) -> date | None:
    """Return the day of a year of either era, which may have two digits."""
    number = int(year) + (_CENTURY if len(year) == _SHORT else 0)
    era = thai.ERA if number >= thai.FIRST_YEAR - 1 else 0
    try:
        return date(number - era, int(month), int(day))
    except ValueError:
        return None
