"""Ways to reach a person at home: telephone, mail, LINE, the house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.privacy import person_names
from ita_site.judging.privacy.kinds import Exposure, PrivateKind
from ita_site.judging.privacy.person_numbers import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.judging.privacy.kinds import Known

_MOBILE = re.compile(
    rf"(?<![\d/=&?%])(?<!\d[.,\-])(?:(?:\+|00)?\(?66\)?{GAP}(?:\(0\))?|0){GAP}[689](?:{GAP}\d){{8}}(?!\d|\.\d|,(?!0[689])\d|-\d\d)"
)
_HOME_LINE = re.compile(
    r"(?:(?:โทร(?:ศัพท์|\.)?|เบอร์|หมายเลข)\s*(?:โทร(?:ศัพท์)?)?\s*(?:ที่)?\s*บ้าน|บ้าน\s*(?=โทร|เบอร์))"
    rf"\s*(?:โทร(?:ศัพท์)?\.?|เบอร์(?:โทร)?)?\s*[:：]?\s*(?P<no>0{GAP}[2-57](?:{GAP}\d){{7}})(?!\d)"
)
_PHONE_WORDS = re.compile(
    r"(?:โทร(?:ศัพท์)?|มือถือ|เบอร์|ติดต่อ|tel|mobile|phone|พร้อมเพย์|prompt\s?pay)\W*\w{0,8}\W*$", re.IGNORECASE
)
_NO_PHONE = re.compile(
    r"(?:เลขที่|รหัส|\bGF(?:MIS)?|โฉนด|ครุภัณฑ์|e-?gp|ทะเบียน|สัญญา|ใบสั่งซื้อ|ใบเสร็จ|ฎีกา|เช็ค|ผู้ใช้(?:น้ำ|ไฟฟ้า)|มิเตอร์|หมายเลขเครื่อง|\bS/?N|serial|invoice|barcode|อ้างอิง)\s*(?:โครงการ|หนังสือ|สัญญา|หน่วยงาน|งบประมาณ|พัสดุ|สินทรัพย์|เอกสาร)?\s*[:：]?\s*$",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\d+")
_DATED = (2, 2, 4)

_DOT = r"\s?(?:\.|\(dot\)|\[dot\]|\sdot\s|จุด|ดอ[ทต])\s?"
_PRIVATE_MAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\}|\sat\s|แอ็?[ดท])\s?(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|msn|windowslive|"
    rf"proton(?:mail)?|mail|rocketmail|aol|thaimail|chaiyo|qq|zoho|163|จีเมล|ฮอ[ตท]เมล|เอา[ทต]์?ลุ[คก]|ยาฮู){_DOT}(?:(?:com?|co{_DOT}th|me|net|th|in{_DOT}th)\b|คอม)",
    re.IGNORECASE | re.ASCII,
)

_LINE_ID = re.compile(
    r"(?:\bline(?:\b|(?=id))|ไลน์)\s*(?:(?:\(?id\.?\)?|ไอดี|ส่วนตัว)\s*(?:[:：=]|คือ)?|[:：=])\s*(?P<id>[a-z0-9][a-z0-9._\-]{3,19})(?![a-z0-9@])|"
    r"(?:(?:\bid|ไอดี)\s*(?:line|ไลน์)|แอด\s*ไลน์|ทัก\s*ไลน์)\s*(?:ส่วนตัว)?\s*(?:[:：=]|คือ)?\s*(?P<other>[a-z0-9][a-z0-9._\-]{3,19})(?![a-z0-9@])|"
    r"(?:\bline|ไลน์)\s+(?P<loose>(?=[a-z0-9._\-]*\d)(?=[a-z0-9._\-]*[a-z])[a-z0-9][a-z0-9._\-]{4,19})(?![a-z0-9@])|"
    r"line\.me/(?:R/)?ti/p/~?(?P<link>[a-z0-9][a-z0-9._\-]{2,40})",
    re.IGNORECASE,
)
_IN_ENGLISH = re.compile(r"line\s*[:=]")
_NO_LINE = re.compile(r"official|group|open|chat|notify|today|https?|www|line|oa\b|\d{4}$", re.IGNORECASE)

_STREET = r"(?:หมู่(?:ที่)?\s*\d|ม\.\s*\d|หมู่บ้าน[ก-๙]{3}|(?:ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง)\s?[ก-๙\d])"
_VILLAGE = r"(?:หมู่(?:ที่|บ้าน)?|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง)"
_HOUSE = re.compile(
    rf"(?:บ้าน\s*|บ\.\s*)เลขที่\s*(?P<no>\d+(?:/\d+)?)(?!\d|\s*(?:ถึง|[\-–])\s*\d)(?=[^\n]{{0,40}}{_VILLAGE})"
)
_CALLED_HOUSE = re.compile(rf"เลขที่บ้าน\s*[:：]?\s*(?P<no>\d+(?:/\d+)?)(?=[^\n]{{0,40}}{_VILLAGE})")
_IN_FULL = re.compile(r"(?<![\d/.])(?P<no>\d{1,4}/\d{1,3})\s*(?:หมู่(?:ที่)?|ม\.)\s*\d{1,2}\s+(?:บ้าน\S+\s+)?(?:ตำบล|ต\.)")
_DWELLING = re.compile(
    rf"(?:ที่อยู่(?:ตาม(?:ทะเบียนบ้าน|บัตร)\S*|[^\d\s]{{0,20}})|อาศัยอยู่(?:ที่)?|พัก(?:อาศัย)?(?:อยู่)?(?:ที่)?|"
    rf"อยู่บ้าน|อยู่(?:ที่)?|ภูมิลำเนา)\s*[:：]?\s*(?:บ้าน)?(?:เลขที่\s*)?(?P<no>\d+(?:/\d+)?)\s*(?={_STREET})"
)
_NUMBER_AND_VILLAGE = re.compile(rf"(?<![\d/.])(?P<no>\d+(?:/\d+)?)\s*{_VILLAGE}\s*(?:ที่)?\s*\d*")
_ALONG = re.compile(r"(?:จาก|ถึง|หน้า|บริเวณ|สาย|ข้าง|หลัง|ช่วง|(?:ครั้ง|ฉบับ|รุ่น|คำสั่ง|ประกาศ)\s*ที่)\s*(?:หน้า)?\s*$")
_OFFICE = re.compile(
    r"สำนักงาน|ที่ทำการ|ที่ตั้ง|ศาลากลาง|ที่ว่าการ|อาคาร|โรงเรียน|วัด|ศูนย์|บริษัท|บจก|หจก|ห้างหุ้นส่วน|ร้าน|เทศบาล|อบต|องค์การบริหาร"
)
_HOMES = ((_HOUSE, False), (_CALLED_HOUSE, False), (_DWELLING, False), (_IN_FULL, False), (_NUMBER_AND_VILLAGE, True))
"""How a home is written, and whether only the name of a person beside it makes it one."""
_NEAR = 60
_OF_A_HOME = 120


def phones(text: str, known: Known) -> Iterator[Exposure]:
    """Yield numbers of mobile telephones, and of those that are said to stand at home."""
    for each in _MOBILE.finditer(text):
        number = "0" + "".join(_GROUP.findall(each[0]))[-9:]
        before = text[max(0, each.start() - _NEAR) : each.start()]
        bare = each[0].isdigit()
        if number in known.numbers or (bare and _NO_PHONE.search(before)):
            continue
        if bare and _is_within_a_code(text, each.start(), each.end()):
            continue
        if _has_a_form(each[0]) or _PHONE_WORDS.search(before):
            yield Exposure(PrivateKind.PHONE, *each.span())
    for each in _HOME_LINE.finditer(text):
        if "".join(_GROUP.findall(each["no"])) not in known.numbers:
            yield Exposure(PrivateKind.PHONE, *each.span("no"))


def _is_within_a_code(text: str, start: int, end: int) -> bool:
    """Tell whether digits are some of a longer code of letters and figures, such as a SHA-256 or the id of a file."""
    behind = text[end : end + 1]
    if behind.isascii() and behind.isalpha():
        return True
    before = text[max(0, start - _NEAR) : start]
    return before[-1:].isascii() and before[-1:].isalpha() and not _PHONE_WORDS.search(before)


def _has_a_form(number: str) -> bool:
    """Tell whether digits stand in groups as those of a telephone: not as days, hours or rows of figures."""
    sizes = tuple(map(len, _GROUP.findall(number)))
    return max(sizes) >= min(_DATED) + 1 and sizes[: len(_DATED)] != _DATED


def mails(text: str, known: Known) -> Iterator[Exposure]:
    """Yield addresses of mail with those who give them to anybody."""
    for each in _PRIVATE_MAIL.finditer(text):
        if each[0].casefold().replace(" ", "") not in known.accounts:
            yield Exposure(PrivateKind.EMAIL, *each.span())


def line_ids(text: str, known: Known) -> Iterator[Exposure]:
    """Yield names in LINE; one that begins with @ is an office's or a shop's."""
    for each in _LINE_ID.finditer(text):
        group = each.lastgroup or ""
        in_english = group == "id" and _IN_ENGLISH.match(each[0]) and each[group].isalpha()  # of lines of text
        if each[group].casefold() not in known.accounts and not _NO_LINE.match(each[group]) and not in_english:
            yield Exposure(PrivateKind.LINE_ID, *each.span(group))


def homes(text: str) -> Iterator[Exposure]:
    """Yield houses by number and village, where somebody lives: not where works begin and end, and no offices."""
    persons = tuple(person_names.person_names(text))
    for pattern, needs_person in _HOMES:
        for each in pattern.finditer(text):
            before = text[max(0, each.start() - _NEAR // 2) : each.start()]
            near = any(-_OF_A_HOME < each.start() - end < _OF_A_HOME for _, end in persons)
            if (needs_person and not near) or _ALONG.search(before) or _OFFICE.search(before):
                continue
            yield Exposure(PrivateKind.HOME, *each.span())
