"""Numbers that are one person's: of the identity card, the passport, the bank account.

A number counts where its own form is proof, such as a check digit, or where a word before it says what it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.privacy.kinds import Exposure, PrivateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSEEN = "\u200b"
"""The character that stands for all that cannot be seen."""
GAP = r"[ \u200b\-.·,_()\u2010-\u2015\u2212]{0,3}"
"""What people put between the digits of one number."""
_NEAR = 45
"""How many characters before a number may say what it is."""

_ID_WORDS = re.compile(
    r"บัตร(?:ประจำตัว)?(?:ประชาชน|ปชช|ปปช)|เลข(?:ประจำตัว|บัตร|ที่บัตร|ที่)?\s*(?:ประชาชน|ปชช)|เลขประจำตัว\s*(?:13|สิบสาม)|เลข(?:ที่)?บัตร|บัตรเลขที่|"
    r"เลข\s*13\s*หลัก|ปชช\.?|citizen|national\s*id|\bCID\b|\bid\s*(?:card|no\.?|number)|identification\s*(?:no|number)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?<![\d./=&?%#A-Za-z])(?<!\d,)[1-8][\d{UNSEEN}]{{12,}}(?!\d|,\d|[A-Za-z])")
_ID_LOOSE = re.compile(r"(?<!\d)[0-8](?:[ \u200b\-.·,_/()\u2010-\u2015\u2212]{0,3}\d){12}(?!\d)")
_ID_GROUPS = [1, 4, 5, 2, 1]
"""How the digits stand on the card."""
_GROUP = re.compile(r"\d+")
_THING = re.compile(
    r"นิติบุคคล|e-?gp|โครงการ(?:เลข)?ที่|เลขที่โครงการ|รหัสโครงการ|ครุภัณฑ์|บาร์โค้ด|barcode|isbn|issn|gfmis|พัสดุ|มิเตอร์|โฉนด",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)

_PASSPORT = re.compile(
    r"(?:หนังสือเดินทาง|พาสปอร์ต|passport)[^\d\n]{0,30}?(?<![A-Za-z])(?P<id>[A-Z]{1,2}[\s\-]?\d{6,8})(?!\d)|"
    r"(?:หนังสือเดินทาง|พาสปอร์ต|passport)(?:เลขที่|เลข|หมายเลข|เล่มที่|number|no|[\s:：()#.]){0,12}(?P<figures>\d{8,9})(?!\d)",
    re.IGNORECASE,
)

_ACCOUNT_WORDS = re.compile(
    r"(?:เลขที่|เลข|หมายเลข)\s*บัญชี|บัญชี(?:เลขที่|ธนาคาร|ออมทรัพย์|กระแสรายวัน|เงินฝาก|เลข)|(?:เข้า|โอน|ผ่าน)บัญชี|บ/ช|พร้อมเพย์|prompt\s?pay|"
    r"ธนาคาร|\bธ\.|ธกส|ธ\.ก\.ส|กรุงไทย|กสิกร|ออมสิน|ไทยพาณิชย์|กรุงศรี|กรุงเทพ\s|ทหารไทย|\b(?:KTB|SCB|BBL|BAY|GSB|BAAC|TTB|KBANK)\b|"
    r"account\s*(?:no|number)|\ba/?c\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![\d./])(?<!\d,)\d(?:[ \-\u2010-\u2015\u2212]?\d){9,14}(?!\d|[.,]\d|/|\s*บาท)")
_ACCOUNT_FORM = re.compile(
    r"(?<![\d\-])\d{3}([-\u2010-\u2015\u2212])\d\1\d{5}\1\d(?![\d\-])|(?<![\d\-])\d{3}\s\d\s\d{5}\s\d(?![\d\-])"
)
_NO_ACCOUNT = re.compile(
    r"(?:โครงการ|e-?gp|สัญญา|ใบสั่ง(?:ซื้อ|จ้าง)?|หนังสือ|เช็ค|ครุภัณฑ์|โทร(?:ศัพท์|สาร|\.)?|แฟกซ์|fax|tel\.?)\s*(?:เลข|ที่|เลขที่|หมายเลข)*\s*[:：]?\s*$",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(
    r"(?:ชื่อบัญชี|บัญชี(?:เงินฝาก)?|ในนาม|บัญชีของ)\s*[:：]?\s*[“\"]?\s*(?:เทศบาล|อบต|อบจ|องค์การบริหาร|กองทุน|จังหวัด|อำเภอ|สำนักงาน|"
    r"เงินรายได้|โรงเรียน|ศูนย์|กอง|มูลนิธิ|วัด|บริษัท|บจก|หจก|ห้างหุ้นส่วน|ร้าน|สหกรณ์|กลุ่ม)"
)
_AROUND = 100


def national_ids(text: str) -> Iterator[Exposure]:
    """Yield numbers of identity cards: 13 digits with their check digit, or called so.

    The tax number of a person is the same number; that of a company begins with 0.
    """
    for each in _ID_LOOSE.finditer(text):
        number = _digits(each[0])
        before = text[max(0, each.start() - _NEAR) : each.start()]
        if _ID_WORDS.search(before):
            yield Exposure(PrivateKind.NATIONAL_ID, *each.span())
            continue
        if number.startswith("0") or not _has_check_digit(number):
            continue
        grouped = _is_grouped(each[0])
        plain = each[0].replace(UNSEEN, "").isdigit() and _ALONE.match(text, each.start())
        if grouped or (plain and not _THING.search(before) and not _in_address(text, each)):
            yield Exposure(PrivateKind.NATIONAL_ID, *each.span())


def passports(text: str) -> Iterator[Exposure]:
    """Yield numbers that are called those of a passport."""
    yield from (Exposure(PrivateKind.PASSPORT, *each.span(each.lastgroup or 0)) for each in _PASSPORT.finditer(text))


def bank_accounts(text: str) -> Iterator[Exposure]:
    """Yield numbers of bank accounts, but for those that are said to be an office's or a company's."""
    for each in _ACCOUNT_FORM.finditer(text):
        if not _is_of_office(text, each):
            yield Exposure(PrivateKind.BANK_ACCOUNT, *each.span())
    for each in _ACCOUNT.finditer(text):
        before = text[max(0, each.start() - _NEAR) : each.start()]
        if _is_of_company(each[0]):
            continue
        if _ACCOUNT_WORDS.search(before) and not _NO_ACCOUNT.search(before) and not _is_of_office(text, each):
            yield Exposure(PrivateKind.BANK_ACCOUNT, *each.span())


def _is_grouped(number: str) -> bool:
    """Tell whether digits stand as on the card, or with hyphens in fewer groups."""
    groups = [len(group) for group in _GROUP.findall(number)]
    return groups == _ID_GROUPS or (groups[0] == 1 and 1 < len(groups) < len(_ID_GROUPS) and " " not in number)


def _is_of_company(number: str) -> bool:
    """Tell whether a number is that of a company's or an office's tax, which may take payments, too."""
    digits = _digits(number)
    return len(digits) == sum(_ID_GROUPS) and digits.startswith("0")


def _is_of_office(text: str, each: re.Match[str]) -> bool:
    return bool(_OF_OFFICE.search(text[max(0, each.start() - _AROUND) : each.end() + _AROUND]))


def _in_address(text: str, each: re.Match[str]) -> bool:
    return any(one.start() < each.start() < one.end() for one in _ADDRESS.finditer(text))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _has_check_digit(number: str) -> bool:
    """Tell whether the last of 13 digits is that of a national ID: 11 less the weighted sum modulo 11, modulo 10."""
    total = sum(int(digit) * weight for digit, weight in zip(number, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(number[-1])
