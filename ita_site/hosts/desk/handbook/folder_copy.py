"""The handbook as a folder of pages that any browser opens, to be read or printed away from the desk."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from ita_site.ground import whole_file
from ita_site.hosts.desk import handbook

if TYPE_CHECKING:
    from collections.abc import Mapping

_TITLE = "คู่มือ"
_DESK = Path(__file__).resolve().parent.parent
_FONTS = _DESK.parents[1] / "publishing" / "fonts" / "sarabun"


class NotOurFolderError(Exception):
    """A folder has files that are not those of a handbook; the message is the name of one."""


def files() -> dict[str, bytes]:
    """Return the files of the folder by their paths in it."""
    listed = "".join(f'<li><a href="{name}.html">{title}</a></li>' for name, title in handbook.PAGES.items())
    pages = {name: (title, handbook.html(name, _address)) for name, title in handbook.PAGES.items()}
    pages = {"index": (_TITLE, f"<h1>{_TITLE}</h1><ul>{listed}</ul>"), **pages}
    made = {f"{name}.html": _page(name, title, content) for name, (title, content) in pages.items()}
    looks = (_DESK / "assets" / "desk.css", *(_FONTS / f"Sarabun-{each}.ttf" for each in ("Regular", "Bold")))
    beside: Mapping[str, Path] = {
        **{path.name: path for path in looks},
        **{f"pictures/{name}": path for name, path in handbook.pictures().items()},
    }
    return {**made, **{name: path.read_bytes() for name, path in beside.items()}}


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


def _page(name: str, title: str, content: str) -> bytes:
    """Return a page; all that it is made of is the package's own."""
    links = {"index": _TITLE, **handbook.PAGES}
    here = {each: ' aria-current="page"' if each == name else "" for each in links}
    menu = "".join(f'<li><a href="{each}.html"{here[each]}>{links[each]}</a></li>' for each in links)
    template = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    return template.substitute(title=title, menu=menu, content=content).encode()


def _address(target: str) -> str:
    return f"{target.removesuffix('.md')}.html" if target.endswith(".md") else target
