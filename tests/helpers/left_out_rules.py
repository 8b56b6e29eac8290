"""The rules that a site's style sheet is without: what they were, and what of a page they would find."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from ita_site.publishing import style_selection
from tests.helpers import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_STATE = re.compile(
    r":not\(:(?:hover|focus|focus-visible|checked|disabled)\)"
    r"|::?(?:hover|focus|focus-visible|focus-within|active|checked|target|visited|disabled|indeterminate|placeholder-shown"
    r"|before|after|marker|placeholder|backdrop|-(?:webkit|moz|ms)-[\w-]+)(?![\w-])"
)
"""What of a selector depends on what the reader does, and parts that every element may have."""
_COLOURS_OF_CODE = ":root>*"
"""A rule that has only properties for others to ask for, of which none is left."""
FOUND = """selectors => selectors.filter(each => {
    try { return document.querySelector(each) } catch (error) { return error.name }
})"""
"""The selectors that find an element of a page, or cannot be asked for."""


@cache
def whole() -> str:
    """Return the sheets that the pages' own is made of."""
    base = resources.files("material") / "templates/assets/stylesheets"
    texts = [each.read_text(encoding="utf-8") for each in base.iterdir() if each.name.endswith(".css")]
    texts.sort(key=len, reverse=True)  # main, then palette
    ours = [ROOT / f"theme_overrides/assets/css/{name}.css" for name in ("shell", "ita", "charts", "print")]
    return "\n".join([*texts, *(each.read_text(encoding="utf-8") for each in ours)])


def left_out(site: Path) -> list[str]:
    """Return the selectors of the rules that were left out, as they would be in any state of a page."""
    (path,) = (site / "assets/css").glob("theme.*.css")
    kept = style_selection.selectors(path.read_text(encoding="utf-8"))
    others = style_selection.selectors(whole()) - kept - {_COLOURS_OF_CODE}
    return sorted({_STATE.sub(":is(*)", each) for each in others if not each.startswith("@")})
