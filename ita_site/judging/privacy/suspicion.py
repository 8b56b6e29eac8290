"""Whether a text may hold anything at all: most hold nothing, and looking for that is far cheaper than recognising it.

A pattern that begins with letters that do not vary is searched as fast as a word; one that begins with a choice is
tried at every letter. So there are many short patterns, each of the first kind, but for figures and Latin letters.
"""

from __future__ import annotations

import re

from ita_site.ground import thai

DIGIT = "[0-9๐-๙\uff10-\uff19]"
_HOUSE = rf"{DIGIT}+(?:/{DIGIT}+)?\s*(?:หมู่|ม\.|ซ|ถ|ต|แขวง)"
_RANK = r"(?:จ่า|สิบ)?(?:ตำรวจ|เรือ|อากาศ)?(?:ตรี|โท|เอก)"
_WORDS = (
    *("ไอดี", "หนังสือเดินทาง", "พาสปอร์ต", "พาสเวิร์ด", "โทเค", "เลขที่บ้าน", "ภูมิลำเนา", "นาง", "แพทย์หญิง", "เด็กชาย", "เด็กหญิง"),
    *("ว่าที่", "นส.", "นาวา", "ดาบตำรวจ", "หม่อม"),
)
_PATTERNS = tuple(
    map(
        re.compile,
        (
            (
                rf"{DIGIT}(?:[\s\-.·,_/()#\u00ad\u2010-\u2015\u2212{thai.UNSEEN}]{{0,24}}{DIGIT}){{8}}|"
                rf"{DIGIT}/{DIGIT}+\s*(?:หมู่|ม\.)"
            ),
            (
                r"@\s?[0-9a-zก-๙]|mail\s?[.([จd]|outlook|live\s?[.([จd]|yahoo|icloud|msn|proton|aol|chaiyo|qq|zoho|"
                rf"line\s*\(?(?:id|ไอดี|ส่วนตัว|[:：=])|line\s+[a-z0-9._\-]*{DIGIT}|line\.me|id\s*(?:line|ไลน์)|passport|birth|dob|"
                r"born|-----begin|id_(?:rsa|dsa|ecdsa|ed25519)|akia|asia|gh[pousr]_|github_pat|glpat|xox|aiza|sk[-_][\w\-]{16}|eyj|"
                r"npm_|pypi-|sg\.|hf_|ya29|rk_|gocspx|hooks\.slack|api/webhooks|passw|pwd|pass\b|secret|key|token|m(?:rs?|s|iss)[.\s]"
            ),
            rf"ไลน์\s*(?:\(?id|ไอดี|ส่วนตัว|[:：=])|ไลน์[\s*`“‘\"']+[a-z0-9._\-]*{DIGIT}",
            r"แอด\s*ไลน์",
            r"ทัก\s*ไลน์",
            r"แอ็?[ดท]\s?(?:จี|ฮอ|เอา|ยา)",
            rf"เกิด[^0-9๐-๙a-z]{{0,25}}{DIGIT}",
            r"รหัส(?:ผ่าน|เข้า|ใช้|สู่|\s*ระบบ|\s*wi|\s*ไวไฟ|\s*admin)",
            r"บ้าน\s*เลขที่",
            r"บ\.\s*เลขที่",
            rf"อยู่[^0-9๐-๙\n]{{0,40}}{_HOUSE}",
            rf"พัก(?:อาศัย|อยู่|ที่|\s)*{_HOUSE}",
            r"นาย(?!ก(?:เทศ|องค์|อบ|สภา|รัฐ|สมาคม|เมือง|พัทยา|ฯ|\.|\s)|อำเภอ|ทะเบียน|ช่าง|จ้าง|หน้า)",
            r"คุณ(?!ธรรม|ภาพ|สมบัติ|ลักษณะ|ค่า)",
            rf"พล{_RANK}",
            rf"พัน{_RANK}",
            rf"ร้อย{_RANK}",
            rf"สิบ{_RANK}",
            rf"จ่า{_RANK}",
            rf"เรือ{_RANK}",
            r"จส[ตทอ]\.",
            r"พระ(?:ครู|มหา|อธิ)",
            r"\.(?:(?<=[พรจสดลน]\.)\s?[ตจสทอชญ]\.|(?<=ม\.)\s?[ลร]\.|(?<=ดร\.)|(?<=[ผร]ศ\.)|(?<=[นท]พ\.)|(?<=[พทภ]ญ\.)|(?<=ภก\.))",
        ),
    )
)


def may_hold(text: str) -> bool:
    """Tell whether anything may be found in a text."""
    lowered = text.lower()
    return any(word in lowered for word in _WORDS) or any(pattern.search(lowered) for pattern in _PATTERNS)
