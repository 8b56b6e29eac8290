"""What we are compared with: other builders, and MkDocs and Material as they come, on the pages of our export."""

from __future__ import annotations

import importlib.util
import re
import shutil
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

_PRUNE = """\
site_name: เทศบาลตำบลตัวอย่าง
site_url: https://ita.town.go.th/
docs_dir: content
theme:
  name: material
  language: th
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.prune, toc.follow]
plugins: [{search: {lang: en}}]
markdown_extensions: [attr_list, tables, {toc: {permalink: true}}]
"""
"""Stock MkDocs and Material: the whole tree in the menu, cut for each page to what stands around it."""

_HUGO = {
    "config.toml": 'baseURL = "https://ita.town.go.th/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
    "[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\n",
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n",
    "layouts/_default/list.html": "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n",
}
"""No menu, no search, no theme: what turning the Markdown into files takes at the least."""


def sections(export: Path, folder: Path) -> None:
    """Write a project as we export it: our theme, sections only in the menu, with the search of Material."""
    shutil.copytree(export, folder)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    searching, changed = re.subn(r"(?m)^plugins: *\[\]$", "plugins: [{search: {lang: en}}]", settings)
    if changed != 1:
        message = "the export has plugins of its own; the bench gives it Material's search only"
        raise click.ClickException(message)
    (folder / "mkdocs.yml").write_text(searching, encoding="utf-8")


def prune(export: Path, folder: Path) -> None:
    """Write the same pages for stock MkDocs and Material, and for Zensical, which reads the same settings."""
    shutil.copytree(export / "content", folder / "content")
    (folder / "mkdocs.yml").write_text(_PRUNE, encoding="utf-8")


def hugo(export: Path, folder: Path) -> None:
    """Write the same pages for Hugo, to which an `index.md` beside other pages is named `_index.md`."""
    shutil.copytree(export / "content", folder / "content")
    for page in (folder / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    for name, text in _HUGO.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def has_zensical() -> bool:
    """Return whether Zensical is installed."""
    return importlib.util.find_spec("zensical") is not None


def has_hugo() -> bool:
    """Return whether Hugo is installed."""
    return shutil.which("hugo") is not None
