"""The pages written by hand: where they stand, what their front matter says of them, and their Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import yaml

from ita_site.publishing import package_files
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_PROGRAM = "ita-site"
_LAST = 1000


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A page written by hand: its file, as a project names it, what it says it is (or nothing), and its text."""

    name: str
    title: str
    description: str
    markdown: str
    menu: str = ""
    """Its name in the menu, which may be shorter than its title."""
    order: int = _LAST
    """Its place in the menu; those without one stand last, by path."""
    packaged: bool = False
    """Whether it is a default page, which came with the program."""

    @property
    def path(self) -> str:
        """The path below the folder of such pages."""
        return self.name.partition("/")[2]


def read_with_defaults(content: Path | None) -> tuple[ContentPage, ...]:
    """Return the pages of a folder, by path, with the default pages that none of them replaces."""
    own = read(content) if content else ()
    taken = {page.path for page in own}
    packaged = [
        # Named for the program: the history of the project knows nothing of it.
        replace(page, name=f"{_PROGRAM}/{page.path}", packaged=True)
        for page in read(package_files.folder(Folder.CONTENT))
        if page.path not in taken
    ]
    return tuple(sorted([*own, *packaged], key=lambda page: page.path))


def read(content: Path) -> tuple[ContentPage, ...]:
    """Return the pages of a folder, by path; files that are hidden are none, to MkDocs as to us."""
    names = sorted(file.relative_to(content) for file in content.rglob("*.md"))
    return tuple(
        _read(f"{content.name}/{name.as_posix()}", (content / name).read_text(encoding="utf-8-sig", errors="replace"))
        for name in names
        if not any(part.startswith(".") for part in name.parts)
    )


def _read(name: str, source: str) -> ContentPage:
    head = _HEAD.match(source)
    try:
        said = yaml.safe_load(head[1] or "") if head else None
    except yaml.YAMLError:
        said = None  # MkDocs says what is wrong with it
    facts = said if isinstance(said, dict) else {}
    title, description, menu = (str(facts.get(key) or "") for key in ("title", "description", "menu"))
    order = facts["order"] if isinstance(facts.get("order"), int) else _LAST
    return ContentPage(name, title, description, source[head.end() :] if head else source, menu or title, order)
