"""Names of files as people read them, also those that a ZIP archive from another system has spoilt."""

from __future__ import annotations

import re

_THAI_WINDOWS = "cp874"
"""In what Windows in Thai names the files of an archive, which is unpacked elsewhere byte by byte."""
_UNDECODED = re.compile("[\ud800-\udfff]")
_THAI_OR_ASCII = re.compile("[ -~\u0e01-\u0e3a\u0e3f-\u0e5b]*")


def is_utf_8(name: str) -> bool:
    """Tell whether the bytes of a name that the system gave are UTF-8, whatever the system takes them for."""
    return _UNDECODED.search(name) is None or _decoded(name, "utf-8") is not None


def readable(name: str) -> str:
    r"""Return a name or a path that can be shown: bytes that are no UTF-8 as Thai Windows meant them, or as `\xNN`."""
    return "/".join(map(_readable, name.split("/"))) if _UNDECODED.search(name) else name


def _readable(name: str) -> str:
    as_utf_8, as_thai = _decoded(name, "utf-8"), _decoded(name, _THAI_WINDOWS)
    if as_utf_8 is not None:
        return as_utf_8
    if as_thai is not None and _THAI_OR_ASCII.fullmatch(as_thai):
        return as_thai
    return _UNDECODED.sub(_escaped, name)


def _decoded(name: str, encoding: str) -> str | None:
    try:
        return name.encode("utf-8", "surrogateescape").decode(encoding)
    except UnicodeError:
        return None


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
