"""The pages written by hand: where they stand, what their front matter says of them, and their Markdown."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

import yaml

from ita_site.publishing import package_files
from ita_site.publishing.package_files import Folder
from ita_site.publishing.settings.record import markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.publishing.settings import Settings

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_OLD_HEAD = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
"""How a head begins that is no YAML, which MkDocs reads where there is no other."""
_PROGRAM = "ita-site"
_LAST = 1000


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A page written by hand: what it says it is (or nothing), and its text.

    `name` is the way to its file from the project's folder, `path` that from the folder of such pages.
    """

    name: str
    path: str
    title: str
    description: str
    source: str
    markdown: str
    menu: str = ""
    """Its name in the menu, which may be shorter than its title."""
    order: int = _LAST
    """Its place in the menu; those without one stand last, by path."""
    template: str = ""
    """The template that it asks for, by its name in the theme."""
    keys: frozenset[str] = frozenset()
    """All that its front matter says something of."""
    packaged: bool = False
    """Whether it is a default page, which came with the program."""

    def with_front_matter(self, facts: Mapping[str, str]) -> str:
        """Return the page with facts in its front matter, which it gets where it has none.

        A fact stands in place of what the page says itself under its name, or first. A page whose head is no mapping of
        YAML stays as it is: more of one would undo the other.
        """
        head = self.source[: len(self.source) - len(self.markdown)]
        added = {key: value for key, value in facts.items() if key not in self.keys}
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in added.items())
        if not head:
            return self.source if _OLD_HEAD.match(self.source) else f"---\n{lines}---\n\n{self.source}"
        if not isinstance(_front_matter(head), dict):
            return self.source
        first, _, rest = f"{_replaced(head, facts)}{self.markdown}".partition("\n")
        return f"{first}\n{lines}{rest}"


def read_with_defaults(content: Path | None, root: Path | None = None) -> tuple[ContentPage, ...]:
    """Return the pages of a folder as `read` does, by path, with the default pages that none of them replaces."""
    own = read(content, root) if content else ()
    taken = {page.path for page in own}
    packaged = [
        # Named for the program: the history of the project knows nothing of it.
        replace(page, name=f"{_PROGRAM}/{page.path}", packaged=True)
        for page in read(package_files.folder(Folder.CONTENT))
        if page.path not in taken
    ]
    return tuple(sorted([*own, *packaged], key=lambda page: page.path))


def read(content: Path, root: Path | None = None) -> tuple[ContentPage, ...]:
    """Return the pages of a folder, by path; files that are hidden are none, to MkDocs as to us.

    Args:
        content: the folder.
        root: the project's folder, at which the names of files start; without it, the folder above `content`.

    """
    folder = PurePosixPath(folder_name(content, root))
    paths = sorted(file.relative_to(content) for file in content.rglob("*.md") if file.is_file())
    return tuple(
        parse(folder / path.as_posix(), path, (content / path).read_text(encoding="utf-8-sig", errors="replace"))
        for path in paths
        if not any(part.startswith(".") for part in path.parts)
    )


def folder_name(content: Path, root: Path | None) -> str:
    """Return what messages, edit links and the history call the folder of pages: the way from the project's folder."""
    return Path(os.path.relpath(content, root)).as_posix() if root else content.name


def to_html(pages: Iterable[ContentPage], settings: Settings) -> dict[str, str]:
    """Return the HTML of pages by their path, as MkDocs makes it but for the links it mends."""
    reader = markdown(settings.extensions)
    return {each.path: reader.reset().convert(each.markdown) for each in pages}


def parse(name: PurePosixPath, path: PurePath, source: str) -> ContentPage:
    """Return the page of a text; `name` and `path` are as in `ContentPage`."""
    head = _HEAD.match(source)
    said = _front_matter(head[0]) if head else None
    facts = said if isinstance(said, dict) else {}
    title, description, menu, template = (
        str(facts.get(key) or "") for key in ("title", "description", "menu", "template")
    )
    order = facts["order"] if isinstance(facts.get("order"), int) else _LAST
    markdown_text = source[head.end() :] if head else source
    return ContentPage(
        *(str(name), path.as_posix(), title, description, source, markdown_text, menu or title, order, template),
        keys=frozenset(map(str, facts)),
    )


def _replaced(head: str, facts: Mapping[str, str]) -> str:
    """Return a head in which facts stand in place of the values of the same names."""
    start = head.index("\n") + 1
    node = yaml.compose(_inside(head), yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for key, value in reversed(pairs):
        if key.value in facts:
            first, last = start + value.start_mark.index, start + value.end_mark.index
            end = "\n" if head[first:last].endswith("\n") else ""
            head = f"{head[:first]}{json.dumps(facts[key.value], ensure_ascii=False)}{end}{head[last:]}"
    return head


def _inside(head: str) -> str:
    match = _HEAD.match(head)
    return (match[1] or "") if match else ""


def _front_matter(head: str) -> object:
    try:
        return yaml.safe_load(_inside(head))
    except yaml.YAMLError:
        return None  # MkDocs says what is wrong with it
