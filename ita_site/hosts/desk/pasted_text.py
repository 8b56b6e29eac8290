"""What is pasted into a form from a word processor or a PDF, and that nobody sees and no file may hold."""

from __future__ import annotations

import re

from ita_site.ground import thai

HIDDEN = re.compile("[\x00-\x08\x0e-\x1d\x7f]")
"""What no text has, however it was made."""
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOTHING = re.compile(f"[\x1f{thai.UNSEEN}]")
_SPELLED = str.maketrans({"\t": " ", "\u00a0": " ", "\x1e": "-"})
"""Word's hyphen that does not break stands for a hyphen, and its optional one for nothing."""


def as_typed(text: str) -> str:
    """Return a text with lines, blanks and hyphens as a keyboard types them, and without what is not seen."""
    return _NOTHING.sub("", _LINE_ENDS.sub("\n", text)).translate(_SPELLED)
