"""The handbook as a folder of pages that any browser opens, to be read or printed away from the desk."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ita_site.ground import whole_file
from ita_site.hosts.desk import handbook

if TYPE_CHECKING:
    from collections.abc import Mapping

_DESK = Path(__file__).resolve().parent.parent
_FONTS = _DESK.parents[1] / "publishing" / "fonts" / "sarabun"


class NotOurFolderError(Exception):
    """A folder has files that are not those of a handbook; the message is the name of one."""


def files() -> dict[str, bytes]:
    """Return the files of the folder by their paths in it."""
    pages = {name: Markup(handbook.html(name, _address)) for name in handbook.PAGES}  # noqa: S704 - made of what is escaped
    made = {f"{name}.html": _page(handbook.PAGES[name], name, content) for name, content in pages.items()}
    looks = (_DESK / "assets" / "desk.css", *(_FONTS / f"Sarabun-{each}.ttf" for each in ("Regular", "Bold")))
    beside: Mapping[str, Path] = {
        **{path.name: path for path in looks},
        **{f"pictures/{name}": path for name, path in handbook.pictures().items()},
    }
    return {
        "index.html": _page("คู่มือ", "", Markup()),
        **made,
        **{name: path.read_bytes() for name, path in beside.items()},
    }


def write(folder: Path) -> int:
    """Write the handbook into a folder that is new, empty or has an older one; return how many files it has.

    Raises:
        NotOurFolderError: the folder has other files.
        OSError: the disk does not take it.

    """
    made = files()
    there = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if not path.is_dir())
    other = next((name for name in there if name not in made), None)
    if other is not None:
        raise NotOurFolderError(other)
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        whole_file.write(path, content)
    return len(made)


@cache
def _templates() -> Environment:
    return Environment(loader=PackageLoader("ita_site.hosts.desk"), autoescape=True, undefined=StrictUndefined)


def _page(title: str, name: str, content: Markup) -> bytes:
    template = _templates().get_template("handbook_alone.html.jinja")
    return template.render(title=title, name=name, pages=handbook.PAGES, content=content).encode()


def _address(target: str) -> str:
    return f"{target.removesuffix('.md')}.html" if target.endswith(".md") else target
