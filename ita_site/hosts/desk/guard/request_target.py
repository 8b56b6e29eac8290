"""What a request asks for, read in one way only: no path that another reader would take for another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from ita_site.hosts.desk.guard import refusing
from ita_site.hosts.desk.guard.refusing import RefusedError

if TYPE_CHECKING:
    from starlette.types import Scope

_MOST_BYTES = 4_000
_HIDDEN = re.compile(rb"%(?:2[fF]|5[cC]|25)|\\")
"""What another reader may take for the end of a name: `/`, `\\` and a percent sign, behind a code."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")


def plain_path(scope: Scope) -> str:
    """Return the path of a request, which also becomes what routes are found by.

    Raises:
        RefusedError: it is too long, is no UTF-8, has what is not seen, or a way that leads up.

    """
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope.get("query_string", b"")
    if len(raw) + len(query) > _MOST_BYTES:
        raise RefusedError(414, refusing.TOO_MUCH)
    if not raw.startswith(b"/") or _HIDDEN.search(raw):
        raise RefusedError(400, refusing.ODD)
    path = decoded(raw)
    decoded(query.replace(b"+", b" "))
    if any(part in {".", ".."} for part in path.split("/")) or "//" in path:
        raise RefusedError(400, refusing.ODD)
    scope["path"] = path
    return path


def decoded(raw: bytes) -> str:
    """Return text that stands in an address or in a form.

    Raises:
        RefusedError: it is no UTF-8, or has a character that is not seen.

    """
    try:
        if _ESCAPE.search(raw):
            raise RefusedError(400, refusing.ODD)
        text = unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        raise RefusedError(400, refusing.ODD) from None
    if _CONTROL.search(text):
        raise RefusedError(400, refusing.ODD)
    return text


def key_of_query(scope: Scope) -> str | None:
    """Return the token that opens the desk, where a request brings one and nothing else."""
    name, equals, value = scope.get("query_string", b"").partition(b"=")
    return decoded(value) if name == b"k" and equals else None
