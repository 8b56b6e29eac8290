"""What `mkdocs.yml` need not say: the settings that the theme stands on.

A municipality's own settings win. What they lack is put beside them, for both hosts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.ground.problems import Problem
from ita_site.publishing.settings import yaml_nodes
from ita_site.saying.words import theme as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.publishing.settings.yaml_nodes import SettingsFile

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
    # A column's alignment as an attribute: a style in an element is refused by the policy of the pages.
    "markdown_extensions": [
        "attr_list",
        {"tables": {"use_align_attribute": True}},
        {"toc": {"permalink": "¶", "permalink_title": ""}},  # `site.js` says it of all at once
    ],
    "validation": dict.fromkeys(("omitted_files", "absolute_links", "unrecognized_links", "anchors"), "warn"),
}
_NEVER_EMPTY = ("extra", "extra_javascript", "hooks", "validation", "watch")
"""Settings that may be left out, but not be there without a value."""
_NULL = "tag:yaml.org,2002:null"
KEYS = tuple(_SETTINGS)
"""The settings that may be completed."""


def read(path: Path) -> SettingsFile:
    """Read the settings of a file, with what they lack; what is wrong with them is in the result.

    Raises:
        OSError: the disk does not answer.

    """
    file = yaml_nodes.read(path)
    if file.root is None:
        return file
    return replace(file, root=complete(file.root), problems=(*file.problems, *_empty(file)))


def _empty(file: SettingsFile) -> Iterator[Problem]:
    """Yield the settings that MkDocs does not take empty: it ends before any plugin could complete them."""
    for key in _NEVER_EMPTY:
        node = file.node(key)
        if node is not None and node.tag == _NULL:
            message = f"{key}: ว่างอยู่ MkDocs จะไม่สร้างเว็บไซต์ ให้ลบบรรทัดนี้ หรือเติมค่าที่ย่อหน้าอยู่ใต้บรรทัดนี้"
            yield Problem(file.position(key), "empty-setting", message)


def complete(root: yaml.MappingNode) -> yaml.MappingNode:
    """Return settings with what they lack: whole settings, keys of a mapping, or what a list must begin with."""
    written = yaml_nodes.entries(root)
    needed = {key: yaml_nodes.from_value(value) for key, value in _SETTINGS.items()}
    return yaml_nodes.replaced(root, {key: _completed(written.get(key), node) for key, node in needed.items()})


def _completed(node: yaml.Node | None, needed: yaml.Node) -> yaml.Node:
    if node is None or node.tag == _NULL:
        return needed
    if isinstance(needed, yaml.MappingNode):
        lacks = yaml_nodes.entries(needed)
        if not isinstance(node, yaml.MappingNode):
            if "name" not in lacks:
                return node
            # A theme may be a name alone.
            node = yaml_nodes.replaced(yaml.MappingNode(needed.tag, [], node.start_mark, node.end_mark), {"name": node})
        known = yaml_nodes.entries(node)
        return yaml_nodes.replaced(node, {key: value for key, value in lacks.items() if key not in known})
    # Not a list that a tag makes: `!ENV [NAME, OTHER]` is one, to YAML.
    if (
        isinstance(needed, yaml.SequenceNode)
        and isinstance(node, yaml.CollectionNode)
        and node.tag.endswith((":seq", ":map"))
    ):
        return yaml_nodes.preceded(node, needed)
    return node
