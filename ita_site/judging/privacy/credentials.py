"""Keys to computers: private keys, tokens by the forms their makers give them, and passwords that are called so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.privacy.kinds import Exposure, PrivateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|\Aid_(?:rsa|dsa|ecdsa|ed25519)\b(?=[\w.\-]*\Z)|"
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}|"
    r"\bgithub_pat_\w{22,}|\bglpat-[\w\-]{20,}|\bxox[abprs]-[\w\-]{10,}|\bAIza[\w\-]{35}|\bsk-(?:proj-|ant-)?[\w\-]{20,}|\b[sr]k_(?:live|test)_\w{16,}|GOCSPX-[\w\-]{20,}|"
    r"hooks\.slack\.com/services/[\w/]{8,}|discord(?:app)?\.com/api/webhooks/[\w/\-]{8,}|AccountKey=[\w+/=]{20,}|"
    r"\beyJ[\w\-]{10,}\.eyJ[\w\-]{10,}\.[\w\-]{10,}|\bnpm_[A-Za-z0-9]{36}|\bpypi-[\w\-]{40,}|\bSG\.[\w\-]{16,}\.[\w\-]{16,}|"
    r"\bhf_[A-Za-z0-9]{30,}|\bya29\.[\w\-]{20,}|(?<![a-z0-9+.\-])[a-z][a-z0-9+.\-]{0,20}://[^\s/:@]{1,100}:[^\s/@]{3,100}@[\w.\-]+"
)
"""The name of a key file alone is one; in a sentence it is spoken of."""
_WORDS = (
    r"(?:password|passwd|pwd|secret|api[_ \-]?key|access[_ \-]?key|token)[a-z_]{0,20}|\bpass\b|รหัสผ่าน|พาสเวิร์ด|"
    r"รหัส(?:เข้า|\s*(?:ใช้|สู่)?\s*(?:ระบบ|wi-?fi|ไวไฟ|admin))|โทเค็?น"
)
_VALUE = (
    r"(?:\d{6,}(?![\w.,/:\-])|(?!https?:|www\.|@|[$<{%*]|[\w.\-]+@[\w\-]+\.)"
    r"(?=[^\s\"']{0,80}[\d@!#$%])(?=[^\s\"']{0,80}[A-Za-z])[^\s\"',;*`]{6,})"
)
_OF_WHAT = r"(?:(?!โทร|ติดต่อ|เมล|mail|line|ไลน์|ได้|ทาง|ขอ|ที่)[^:：=\n\d]){0,20}"
"""What may stand between the word and the colon: of which system it is, not where to ask for it."""
_CALLED_SO = re.compile(rf"(?:{_WORDS})[\"']?{_OF_WHAT}(?:[:：=]|คือ|is\s)\s*[\"'*`]*(?P<said>{_VALUE})", re.IGNORECASE)
_BESIDE_THE_WORD = re.compile(
    r"(?:(?:รหัสผ่าน|พาสเวิร์ด)[ก-๙]{0,15}|(?i:password|\bpass|\bpwd))\s+[*`]*(?P<figures>\d{6,})(?![\w.,/:\-])|"
    r"(?:(?:รหัสผ่าน|พาสเวิร์ด)[ก-๙]{0,15}|(?i:password|\bpass|\bpwd))\s+[*`]*(?P<said>(?![$<{%*])(?=[!-~]{0,80}\d)(?=[!-~]{0,80}[A-Za-z])[!-~]{6,})|"
    r"(?i:token|โทเค็?น)\S{0,10}\s+(?P<token>(?=[!-~]{0,80}[A-Za-z])(?=[!-~]{0,80}\d|[!-~]{0,80}[a-z][A-Z])[\w:.\-]{20,})"
)


def secrets(text: str) -> Iterator[Exposure]:
    """Yield keys, tokens and passwords."""
    yield from (Exposure(PrivateKind.SECRET, *each.span()) for each in _SECRET.finditer(text))
    for pattern in (_CALLED_SO, _BESIDE_THE_WORD):
        yield from (Exposure(PrivateKind.SECRET, *each.span(each.lastgroup or 0)) for each in pattern.finditer(text))
