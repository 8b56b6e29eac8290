"""Templates without the blanks that only their readers need: what is written once is sent with every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.ext import Extension

if TYPE_CHECKING:
    from jinja2 import Environment

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_BLOCKS = (
    "article|body|caption|details|div|dl|figcaption|figure|footer|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p"
    "|section|summary|table|tbody|thead|title|tr|ul"
)
"""Elements that begin a line, and so hide a blank beside them. Not cells: on a narrow window they stand in one line."""
_LINE_AFTER_A_BLOCK = re.compile(rf"(</(?:{_BLOCKS}|script)>|<(?:{_BLOCKS})(?![\w-])[^<>]*>)\n[ \t]*")
_KEPT = re.compile(r"<(?:pre|textarea)\b")
"""Elements in which a blank is a blank."""


class Joined(Extension):
    """Compile a template as if no line ended behind a tag of a block."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template without those ends of lines, unless some of it may be meant."""
        del name, filename
        return source if _KEPT.search(source) else _LINE_AFTER_A_BLOCK.sub(r"\1", source)


class Unindented(Extension):
    """Compile a template as if its lines began at the margin."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template without indentation, unless some of it may be meant."""
        del name, filename
        return source if _KEPT.search(source) else _INDENTATION.sub("", source)


def leave_out(environment: Environment) -> None:
    """Let an environment compile its templates without what `Joined` and `Unindented` leave out, and lines of tags."""
    environment.add_extension(Joined)
    environment.add_extension(Unindented)
    environment.trim_blocks = True
