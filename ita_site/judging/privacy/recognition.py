"""Personal data and secrets in a text, as the reader of an open web page would misuse them.

The kinds are those of the Personal Data Protection Act B.E. 2562 that turn up in offices' documents (numbers of
persons, ways to reach them, homes, days of birth, health) and keys to computers. A false alarm teaches to look away:
what is not surely one person's stays silent.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.judging.privacy import credentials, person_facts, person_numbers, private_contacts
from ita_site.judging.privacy.kinds import Known
from ita_site.judging.privacy.person_numbers import UNSEEN

if TYPE_CHECKING:
    from ita_site.judging.privacy.kinds import Exposure

_NOBODY = Known()
_DIGIT = "[0-9๐-๙\uff10-\uff19]"
_HOUSE = rf"{_DIGIT}+(?:/{_DIGIT}+)?\s*(?:หมู่|ม\.|ซ|ถ|ต|แขวง)"
_MARKS = (
    re.compile(
        rf"{_DIGIT}(?:[ \-.·,_/()\u00a0\u00ad\u2010-\u2015\u2212{thai.UNSEEN}]{{0,3}}{_DIGIT}){{8}}|"
        rf"{_DIGIT}/{_DIGIT}+\s*(?:หมู่|ม\.)"
    ),
    re.compile(
        r"@\s?[a-zก-๙]|:[^\s/@]{3,}@|mail\s?[.([จd]|outlook|live\s?[.([จd]|yahoo|icloud|msn|proton|aol|chaiyo|qq|zoho|"
        rf"line\s*\(?(?:id|ไอดี|ส่วนตัว|[:：=])|line\s+[a-z0-9._\-]*{_DIGIT}|line\.me|id\s*(?:line|ไลน์)|passport|birth|dob|born|"
        r"-----begin|id_(?:rsa|dsa|ecdsa|ed25519)|akia|asia|gh[pousr]_|github_pat|glpat|xox|aiza|sk[-_][\w\-]{16}|eyj|npm_|pypi-|sg\.|hf_|ya29|rk_|gocspx|hooks\.slack|api/webhooks|"
        r"passw|pwd|pass\b|secret|key|token|m(?:rs?|s|iss)[.\s]"
    ),
    re.compile(
        rf"ไลน์\s*(?:\(?id|ไอดี|ส่วนตัว|[:：=])|ไลน์[\s*`“‘\"']+[a-z0-9._\-]*{_DIGIT}|ไอดี|แอด\s*ไลน์|ทัก\s*ไลน์|"
        rf"หนังสือเดินทาง|พาสปอร์ต|เกิด[^0-9๐-๙a-z]{{0,25}}{_DIGIT}|รหัส(?:ผ่าน|เข้า|ใช้|สู่|\s*ระบบ|\s*wi|\s*ไวไฟ|\s*admin)|พาสเวิร์ด|โทเค|แอ็?[ดท]\s?(?:จี|ฮอ|เอา|ยา)|"
        rf"บ(?:้าน\s*|\.\s*)เลขที่|เลขที่บ้าน|อยู่[^0-9๐-๙\n]{{0,40}}{_HOUSE}|"
        rf"ภูมิลำเนา|พัก(?:อาศัย|อยู่|ที่|\s)*{_HOUSE}|"
        r"นาย(?!ก(?:เทศ|องค์|อบ|สภา|รัฐ|สมาคม|เมือง|พัทยา|ฯ|\.|\s)|อำเภอ|ทะเบียน|ช่าง|จ้าง|หน้า)|นาง|น\.?\s?ส\.|แพทย์หญิง|คุณ(?!ธรรม|ภาพ|สมบัติ|ลักษณะ|ค่า)|เด็กชาย|เด็กหญิง|"
        r"ด\.\s?[ชญ]\.|ว่าที่|พล(?:ตำรวจ|เรือ|อากาศ)?(?:ตรี|โท|เอก)|พัน(?:จ่า)?(?:อากาศ|ตำรวจ)?(?:ตรี|โท|เอก)|"
        r"จ่า(?:สิบ|อากาศ)?(?:ตำรวจ)?(?:ตรี|โท|เอก)|เรือ(?:อากาศ)?(?:ตรี|โท|เอก)|นาวา|ดาบตำรวจ|หม่อม|ร้อย(?:ตำรวจ)?(?:ตรี|โท|เอก)|"
        r"สิบ(?:ตำรวจ)?(?:ตรี|โท|เอก)|พ\.\s?[ตจสทอ]\.|ร\.\s?[ตจสทอ]\.|จ\.\s?[ตจสทอ]\.|"
        r"ส\.\s?[ตจสทอ]\.|ด\.\s?[ตจสทอ]\.|ล\.\s?[ตจสทอ]\.|จส[ตทอ]\.|ม\.\s?[ลร]\.|ดร\.|ผศ\.|รศ\.|"
        r"พระ(?:ครู|มหา|อธิ)|นพ\.|พญ\.|ทพ(?:ญ)?\.|ภก\.|ภญ\."
    ),
)
"""What a text in small letters must hold for anything to be found in it.

Each begins with one of a few characters, not with a group or a class of them, for which a text
is searched far faster than for words of any case.
"""
_WINDOW, _CONTEXT = 2_000, 250
"""How many characters are looked at together, and how many around them: what is far away says nothing of a number, and
time grows with the text and not with its square."""
_AROUND = re.compile("[*`\"'“”‘’]")
"""What stands around words in Markdown, and quotation marks."""
_STRANGE = re.compile(f"[\u00a0\u00ad\uff01-\uff5e{thai.UNSEEN}]|(?![0-9๐-๙])\\d")


def may_hold(text: str) -> bool:
    """Tell whether anything may be found in a text."""
    lowered = text.lower()
    return "＠" in lowered or any(marks.search(lowered) for marks in _MARKS)


def recognise(text: str, known: Known = _NOBODY) -> list[Exposure]:
    """Return what should not be public in a text, in its order, without what the office itself makes public.

    Where two recognisers see the same letters, the surer one's exposure stands: it comes first.
    """
    if not may_hold(text):
        return []
    if len(text) <= _WINDOW:
        return _in_window(text, known)
    found = []
    for start in range(0, len(text), _WINDOW):
        first = max(0, start - _CONTEXT)
        part = text[first : start + _WINDOW + _CONTEXT]
        if may_hold(part):
            moved = (replace(each, start=first + each.start, end=first + each.end) for each in _in_window(part, known))
            found += [each for each in moved if start <= each.start < start + _WINDOW]
    return found


def _in_window(text: str, known: Known) -> list[Exposure]:
    exact = _plain(text)
    plain = exact.replace(UNSEEN, " ")
    unmarked = _AROUND.sub(" ", plain)
    found: list[Exposure] = []
    for exposure in (
        *credentials.secrets(plain),
        *private_contacts.mails(plain, known),
        *person_numbers.national_ids(exact),
        *person_numbers.passports(unmarked),
        *person_numbers.bank_accounts(unmarked),
        *private_contacts.line_ids(unmarked, known),
        *private_contacts.phones(plain, known),
        *person_facts.births(unmarked),
        *private_contacts.homes(unmarked),
        *person_facts.names(unmarked, known),
    ):
        if not any(one.start < exposure.end and exposure.start < one.end for one in found):
            found.append(exposure)
    return sorted(found, key=lambda each: each.start)


def mask(text: str, known: Known = _NOBODY) -> str:
    """Return a text of the same length in which nothing can be used that should not be public."""
    parts, done = [], 0
    for each in recognise(text, known):
        parts += [text[done : each.start], each.masked(text)]
        done = each.end
    return "".join([*parts, text[done:]])


def _plain(text: str) -> str:
    """Return a text of the same length with Arabic digits and with one character for all that cannot be seen."""
    return thai.arabic(_STRANGE.sub(_as_plain, text) if _STRANGE.search(text) else text)


def _as_plain(found: re.Match[str]) -> str:
    character = found[0]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if "\uff01" <= character <= "\uff5e":  # the wide letters of Chinese and Japanese computers
        return chr(ord(character) - 0xFEE0)
    return " " if character == "\u00a0" else UNSEEN
