"""The pages written by hand: what their front matter says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_INDEX = re.compile(r"(?:^|(?<=/))(?:index|README)\.md$")


@dataclass(frozen=True, slots=True)
class Written:
    """A page written by hand: its path below the folder of such pages, its address, and what it says it is."""

    path: str
    address: str
    title: str
    description: str


def read(content: Path) -> Iterator[Written]:
    """Yield the pages of the folder that say their title, by path; MkDocs says what is wrong with the others."""
    for file in sorted(content.rglob("*.md")):
        head = _HEAD.match(file.read_text(encoding="utf-8-sig", errors="replace"))
        try:
            said = yaml.safe_load(head[1]) if head else None
        except yaml.YAMLError:
            continue
        if isinstance(said, dict) and isinstance(said.get("title"), str):
            path = file.relative_to(content).as_posix()
            address = _INDEX.sub("", path)
            address = f"{address.removesuffix('.md')}/" if address.endswith(".md") else address
            yield Written(path, address, said["title"], str(said.get("description", "")))
