"""What is posted, read within bounds: a form with its token, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from starlette.datastructures import FormData, Headers, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from ita_site.hosts.desk.guard import refusing
from ita_site.hosts.desk.guard.refusing import RefusedError
from ita_site.hosts.desk.pasted_text import HIDDEN

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope

    from ita_site.hosts.desk.guard.access import Access

FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field
_LINES = "application/x-www-form-urlencoded"
_PARTS = "multipart/form-data"
_MOST_BYTES = {_LINES: 2_000_000, _PARTS: 26_000_000}
"""The largest attachment is 20 MB, with what stands around it."""
_MOST_FIELDS = 6_000
"""A list of 100 items with all that may be said of each has fewer."""
_MOST_FILES = 10
_CONTENT_TYPE = re.compile(r'([\w.+-]+/[\w.+-]+)(?:\s*;\s*(charset|boundary)="?([\w\'()+,./:=? -]{1,70})"?)?')
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Posted:
    """What was posted: the fields of a form; `again` lets it be read once more."""

    form: FormData
    again: Receive


async def read_body(scope: Scope, receive: Receive, access: Access) -> Posted:
    """Return what was posted.

    Raises:
        RefusedError: it is of another kind, too large, cannot be read for certain, or has not the form's token.

    """
    headers = Headers(scope=scope)
    kind = _kind(headers)
    data = await _whole(headers, receive, _MOST_BYTES[kind])

    async def again() -> Message:
        return {"type": "http.request", "body": data, "more_body": False}

    form = await _form(scope, again, data, kind)
    tokens = form.getlist(FORM_TOKEN)
    if len(tokens) != 1 or not isinstance(tokens[0], str) or not access.is_form_token(tokens[0]):
        await form.close()
        raise RefusedError(403, refusing.OLD_FORM)
    return Posted(form, again)


def _kind(headers: Headers) -> str:
    given = headers.getlist("content-type")
    found = _CONTENT_TYPE.fullmatch(given[0]) if len(given) == 1 else None
    if found is None or found[1].lower() not in _MOST_BYTES or "content-encoding" in headers:
        raise RefusedError(415, refusing.WRONG_KIND)
    kind = found[1].lower()
    if (found[2] == "boundary") is not (kind == _PARTS):
        raise RefusedError(400, refusing.WRONG_KIND)
    if found[2] == "charset" and found[3].lower() != "utf-8":
        raise RefusedError(415, refusing.WRONG_KIND)
    return kind


async def _whole(headers: Headers, receive: Receive, most: int) -> bytes:
    """Return the bytes of a body; none of it is read where it says that it is too long."""
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()):
        raise RefusedError(400, refusing.ODD)
    if len(length) > 12 or int(length) > most:
        raise RefusedError(413, refusing.TOO_MUCH)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise RefusedError(400, refusing.ODD)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise RefusedError(413, refusing.TOO_MUCH)
        if not message.get("more_body"):
            return b"".join(parts)


async def _form(scope: Scope, again: Receive, data: bytes, kind: str) -> FormData:
    if kind == _LINES:
        if data.count(b"&") >= _MOST_FIELDS:
            raise RefusedError(413, refusing.TOO_MUCH)
        try:
            unquote_to_bytes(data).decode()
        except UnicodeDecodeError:
            raise RefusedError(400, refusing.ODD) from None
    elif not data.rstrip(b"\r\n").endswith(b"--"):  # it was cut off
        raise RefusedError(400, refusing.ODD)
    try:
        request = Request({**scope, "app": None}, again)
        form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_BYTES[_LINES])
    except (HTTPException, MultiPartException, ValueError, AssertionError, KeyError):
        raise RefusedError(400, refusing.ODD) from None
    for name, value in form.multi_items():
        is_file = isinstance(value, UploadFile)
        named = value.filename or "" if isinstance(value, UploadFile) else value
        # What is no UTF-8 in a part is taken for Latin-1, and is then not what was sent.
        sent = kind == _LINES or (name.encode() in data and (is_file or named.encode() in data))
        told = refusing.HIDDEN if HIDDEN.search(named) else ""
        if not sent or _UNWANTED.search(name) or (is_file and _UNWANTED.search(named)):
            told = refusing.ODD
        if told:
            await form.close()
            raise RefusedError(400, told)
    return form
