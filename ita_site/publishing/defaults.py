"""What `mkdocs.yml` need not say: the settings the theme stands on, and the navigation of the default pages.

A municipality's own settings win. Only what the theme cannot do without is put beside them, or asked for in Thai.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.ground.problems import Position, Problem
from ita_site.saying.words import theme as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.nav import Nav

THEME = "material"
_PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-night", "name": words.TO_DARK},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/contrast-circle", "name": words.TO_CONTRAST},
    },
    # Black on pure white, for who sees little.
    {"scheme": "contrast", "toggle": {"icon": "material/weather-sunny", "name": words.TO_LIGHT}},
]
_SETTINGS: dict[str, Any] = {
    "site_description": words.DESCRIPTION,
    "theme": {
        "name": THEME,
        "language": "th",
        "font": False,  # no typeface from another host: Noto Sans Thai Looped is in the theme
        "features": ["navigation.tabs", "toc.follow"],
        "palette": _PALETTE,
    },
    "extra": {"generator": False},
    "extra_css": [f"assets/css/{name}.css" for name in ("shell", "ita", "charts", "print")],
    "extra_javascript": [f"assets/js/{name}.js" for name in ("site", "tables")],
    # As few as can be: each makes every page slower. `attr_list` gives headings their ids.
    "markdown_extensions": ["attr_list", {"toc": {"permalink": "¶", "permalink_title": words.HEADING_LINK}}],
    "validation": dict.fromkeys(("omitted_files", "absolute_links", "unrecognized_links", "anchors"), "warn"),
}
KEYS = tuple(_SETTINGS)
"""The settings that may be completed."""


def missing(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return what settings lack: whole settings, keys of a mapping, or what a list must begin with."""
    # A copy, since builders take what they are given apart.
    lacks = {key: _lacking(value, written.get(key)) for key, value in deepcopy(_SETTINGS).items()}
    return {key: value for key, value in lacks.items() if value or key not in written}


def complete(written: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with what they lack."""
    whole = dict(written)
    for key, value in missing(written).items():
        given = written.get(key)
        if isinstance(given, dict) and isinstance(value, dict):
            whole[key] = {**value, **given}
        else:
            whole[key] = [*value, *given] if isinstance(given, list) else value
    return whole


def problems(path: Path, written: Mapping[str, Any], asked: str | None = None) -> list[Problem]:
    """Return what the settings say that the theme cannot stand on.

    Args:
        path: the file of the settings, `mkdocs.yml`.
        written: what it says.
        asked: the name of the theme that the command line asks for instead, if any.

    """
    found = []
    given = written.get("theme")
    theme = asked or (given.get("name", THEME) if isinstance(given, dict) else given or THEME)
    if theme != THEME:
        found.append(
            Problem(
                _position(path, "theme", "name"),
                "other-theme",
                f"หน้าเว็บของ ita-site ต้องใช้ธีม {THEME} แต่ตั้งไว้เป็น “{theme or 'ไม่มีธีม'}”"
                f" ให้พิมพ์ name: {THEME} หรือลบ theme: ทั้งส่วน",
            )
        )
    font = given.get("font", False) if isinstance(given, dict) else False
    if str(font).lower() != "false":
        found.append(
            Problem(
                _position(path, "theme", "font"),
                "font-of-another-host",
                "เว็บไซต์นี้ไม่เรียกแบบอักษรจากเว็บไซต์อื่น แบบอักษรไทยอยู่ในธีมแล้ว ให้ลบบรรทัด font: หรือพิมพ์ font: false",
            )
        )
    return found


def _position(path: Path, *keys: str) -> Position:
    """Return where the innermost of nested keys stands that the file has; another file may give it the rest."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    found = Position(path.name)
    for key in keys:
        entries = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in entries if name.value == key), None)
        if node is None:
            break
        found = Position(path.name, node.start_mark.line + 1, node.start_mark.column + 1)
    return found


def navigation(pages: Iterable[ContentPage]) -> Nav:
    """Return the navigation of the pages written by hand, where `mkdocs.yml` has none."""
    ordered = sorted(pages, key=lambda page: (page.order, page.path))
    return [{words.ABOUT: [{page.menu or page.path.removesuffix(".md"): page.path} for page in ordered]}]


def _lacking(needed: Any, given: Any) -> Any:  # noqa: ANN401 - whatever a setting may be
    """Return what a setting lacks of what is needed; None where it says all that matters."""
    if given is None or (isinstance(needed, dict) and not isinstance(given, dict)):
        return needed  # a theme may be a name, and is the right one
    if isinstance(needed, dict):
        return {key: value for key, value in needed.items() if key not in given}
    if not isinstance(needed, list):
        return None
    names = {_name(each) for each in given}
    lacks = [each for each in needed if _name(each) not in names]
    # Extensions may be written as a mapping.
    return {_name(each): _options(each) for each in lacks} if isinstance(given, dict) else lacks


def _name(entry: Any) -> str:  # noqa: ANN401 - a name, or a mapping of a name to its options
    return str(next(iter(entry)) if isinstance(entry, dict) else entry)


def _options(entry: Any) -> Any:  # noqa: ANN401 - likewise
    return entry[_name(entry)] if isinstance(entry, dict) else {}
