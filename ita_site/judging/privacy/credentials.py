"""Keys to computers: private keys, tokens by the forms their makers give them, and passwords that are called so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.judging.privacy.kinds import Exposure, PrivateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}|"
    r"\bgithub_pat_\w{22,}|\bglpat-[\w\-]{20,}|\bxox[abprs]-[\w\-]{10,}|\bAIza[\w\-]{35}|\bsk-(?:proj-|ant-)?[\w\-]{20,}|\bsk_live_\w{16,}|"
    r"\beyJ[\w\-]{10,}\.eyJ[\w\-]{10,}\.[\w\-]{10,}|\bnpm_[A-Za-z0-9]{36}|\bpypi-[\w\-]{40,}|\bSG\.[\w\-]{16,}\.[\w\-]{16,}|"
    r"\bhf_[A-Za-z0-9]{30,}|\bya29\.[\w\-]{20,}|[a-z][a-z0-9+.\-]*://[^\s/:@]+:[^\s/@]{3,}@[\w.\-]+"
)
_CALLED_SO = re.compile(
    r"(?:password|passwd|pwd|\bpass\b|รหัสผ่าน|secret|api[_ \-]?key|access[_ \-]?token|client[_ \-]?secret|token)[\"']?"
    r"\s*(?:[:：=]|คือ|is\s)\s*[\"']?(?P<said>(?=[^\s\"']*[\d@!#$%])(?=[^\s\"']*[A-Za-z])[^\s\"',;]{6,})",
    re.IGNORECASE,
)
_BESIDE_THE_WORD = re.compile(
    r"(?:รหัสผ่าน|[Pp]assword)\s+(?P<said>(?=\S*\d)(?=\S*[A-Za-z])(?=\S*[@!#$%&*]|\S*[a-z]\S*[A-Z]|\S*[A-Z]\S*[a-z])[!-~]{6,})"
)


def secrets(text: str) -> Iterator[Exposure]:
    """Yield keys, tokens and passwords."""
    yield from (Exposure(PrivateKind.SECRET, *each.span()) for each in _SECRET.finditer(text))
    for pattern in (_CALLED_SO, _BESIDE_THE_WORD):
        yield from (Exposure(PrivateKind.SECRET, *each.span("said")) for each in pattern.finditer(text))
