"""What is printed can be printed: on a console or into a pipe of any system, whatever its code page."""

from __future__ import annotations

import codecs
import io
import json
import re
import sys

from ita_site.ground import file_names

_READABLE = "ita-site-readable"
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_SUBSTITUTES = str.maketrans(
    {
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—−─", "-"),
        **dict.fromkeys("├└", "+"),
        "│": "|",
        "›": ">",
        "·": "-",
        "•": "*",
        "…": "...",
        "→": "->",
        "×": "x",
        "÷": "/",
        "≤": "<=",
        "≥": ">=",
        "±": "+/-",
        "≈": "~",
    }
)
"""What stands for a mark that the code page of Thai Windows has not, or that an older Thai one has not."""


def prepare() -> None:
    """See to it that nothing printed from here on fails for its letters.

    What a Thai code page lacks is shown by marks that mean the same. A code page without Thai can say no word of ours:
    UTF-8 is written in its stead, which is what the editors and the services that keep such output read.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if _has_thai(stream.encoding):
                stream.reconfigure(errors=_READABLE)
            else:
                stream.reconfigure(encoding="utf-8", errors=_READABLE)


def printable_json(text: str) -> str:
    """Return JSON as it is or, where what it is printed on lacks a letter of it, with every such letter escaped."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeError:
        return _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)
    return text


def _has_thai(encoding: str) -> bool:
    try:
        "ก".encode(encoding)
    except UnicodeError:
        return False
    return True


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = file_names.readable(error.object[error.start : error.end]).translate(_SUBSTITUTES)
    return lacking.encode(error.encoding, "backslashreplace").decode(error.encoding), error.end


codecs.register_error(_READABLE, _readable)
