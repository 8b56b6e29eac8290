"""What to type instead of a number, or of an address, that was written as a document or a hand writes it."""

from __future__ import annotations

import re

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
