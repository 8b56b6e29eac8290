"""Templates without the blanks that only their readers need: what is written once is sent with every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.ext import Extension

if TYPE_CHECKING:
    from jinja2 import Environment

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_KEPT = re.compile(r"<(?:pre|textarea)\b")
"""Elements in which a blank is a blank."""


class Unindented(Extension):
    """Compile a template as if its lines began at the margin."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template without indentation, unless some of it may be meant."""
        del name, filename
        return source if _KEPT.search(source) else _INDENTATION.sub("", source)


def leave_out(environment: Environment) -> None:
    """Let an environment compile its templates without indentation and without lines that hold only a tag."""
    environment.add_extension(Unindented)
    environment.trim_blocks = True
