"""The script that every page loads first, with what would else stand on every page: a browser loads it once.

What is put in it is of no use without scripts, and the same wherever a page stands.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ita_site.publishing import package_files, search
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment

NAME = "assets/js/base.js"
KEY = "in_script"
"""What the theme's templates ask below `extra`: whether the parts of a page stand in the script."""
_HEADER = "partials/header.html"
_PARTS = {"ita-palette": "partials/palette.html", "ita-search": "partials/search.html"}
"""The elements of the header that are filled from the script, and the templates they are filled with."""
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*$|//[^\n]*)", re.DOTALL | re.MULTILINE)
_BLANKS = re.compile(r"^\s+", re.MULTILINE)
_WORKER = "assets/js/search-worker.js"
_SEARCH = (
    *(f"assets/js/{name}.js" for name in ("search-text", "search-words", "search-lines", "search")),
    search.NAME,
)


def is_possible(environment: Environment) -> bool:
    """Tell whether the header and its parts are the package's: an office's own may ask anything of a page."""
    loader = environment.loader
    if loader is None:
        return False
    packaged = package_files.files(Folder.THEME)
    sources = {name: loader.get_source(environment, name)[0] for name in (_HEADER, *_PARTS.values())}
    return all(text == packaged[name].read_text(encoding="utf-8") for name, text in sources.items())


def parts(environment: Environment, config: object, names: Mapping[str, str], features: Iterable[str]) -> str:
    """Return what the script begins with: the parts of the pages, and the published names of what the search loads.

    `config` is what the templates ask for by this name, `features` those of the theme that are switched on.
    """
    filled = {element: _rendered(template, environment, config) for element, template in _PARTS.items()}
    loaded = {"worker": names[_WORKER], "scripts": " ".join(names[each] for each in _SEARCH)}
    known = {"parts": filled, "search": {**loaded, "features": " ".join(features)}}
    return f"window.itaSite = {json.dumps(known, ensure_ascii=False)};\n"


def packed(script: str) -> str:
    """Return one of our scripts without indentation and without comments that have lines of their own.

    Ours have no text of several lines, in which a blank would be a blank.
    """
    return _BLANKS.sub("", _COMMENT.sub("", script))


def _rendered(template: str, environment: Environment, config: object) -> str:
    words = '{% import "partials/language.html" as lang with context %}'
    return environment.from_string(f'{words}{{% include "{template}" %}}').render(config=config).strip()
