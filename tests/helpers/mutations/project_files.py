"""Changes of the pages written by hand and of the office's own part of the theme."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.helpers import ROOT
from tests.helpers.mutations.project import NotApplicable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from tests.helpers.mutations.project import Project

_PAGES = "content/**/*.md"


def edit_page(project: Project, chance: Random) -> str:
    path = project.within(chance, _PAGES)
    return _write(project, path, f"{_text(path)}\nย่อหน้าที่เพิ่ม {chance.randint(1, 99)}\n")


def edit_heading(project: Project, chance: Random) -> str:
    """Its anchor changes, which the search knows."""
    path = project.within(chance, _PAGES)
    return _write(project, path, f"{_text(path)}\n## หัวข้อ {{ #{project.name()} }}\n\nเนื้อความ\n")


def edit_front_matter(project: Project, chance: Random) -> str:
    """Menus, which are on all pages, name it otherwise or elsewhere."""
    path = project.within(chance, _PAGES)
    text = _text(path)
    if not text.startswith("---\n"):
        raise NotApplicable
    _, front, body = text.split("---\n", maxsplit=2)
    kept = "".join(f"{line}\n" for line in front.splitlines() if not line.startswith(("menu:", "order:")))
    order = chance.randint(1, 9)
    return _write(project, path, f"---\n{kept}menu: เมนู {order}\norder: {order}\n---\n{body}")


def add_page(project: Project, chance: Random) -> str:
    name = project.name()
    below = chance.choice(["", "news/", "about/", "about/more/deep/"])
    front = f"---\ntitle: หน้า {name}\ndescription: หน้าที่เพิ่ม\nmenu: หน้า {name}\norder: 5\n---\n\n"
    path = project.content / f"{below}{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(project, path, f"{front}# หน้า {name}\n\nเนื้อความของหน้าที่เพิ่ม\n")


def link_to_a_page(project: Project, chance: Random) -> str:
    """What it links to may be gone later, or is not there now, of which is told."""
    path = project.within(chance, _PAGES)
    others = [each for each in sorted(project.content.rglob("*.md")) if each.parent == path.parent]
    target = chance.choice([*(each.name for each in others), "nowhere.md", f"{path.name}#nowhere"])
    return f"{_write(project, path, f'{_text(path)}{chr(10)}[ลิงก์]({target}){chr(10)}')} to {target}"


def delete_page(project: Project, chance: Random) -> str:
    path = project.within(chance, _PAGES)
    path.unlink()
    return project.called(path)


def rename_page(project: Project, chance: Random) -> str:
    path = project.within(chance, _PAGES)
    new = path.rename(path.with_name(f"{project.name()}.md"))
    return f"{project.called(path)} to {new.name}"


def empty_the_pages(project: Project, _: Random) -> str:
    """Their folder is there and holds nothing: those of the package stand in their place."""
    shutil.rmtree(project.content)
    project.content.mkdir()
    return "content"


def add_file_beside_pages(project: Project, chance: Random) -> str:
    name = chance.choice(["robots.txt", "note.txt", "about/picture.svg", "assets/own.css"])
    path = project.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(project, path, f"<!-- {chance.randint(1, 99)} -->\n")


def edit_style(project: Project, chance: Random) -> str:
    """Its name changes with its bytes, on all pages."""
    path = project.within(chance, "theme_overrides/**/*.css", "theme_overrides/**/*.js")
    return _write(project, path, f"{_text(path)}/* {chance.randint(1, 99)} */\n")


def edit_template(project: Project, chance: Random) -> str:
    path = project.within(chance, "theme_overrides/**/*.html")
    return _write(project, path, f"{_text(path)}<!-- {chance.randint(1, 99)} -->\n")


def edit_what_templates_include(project: Project, chance: Random) -> str:
    """A part of a part of a page."""
    path = project.within(chance, "theme_overrides/partials/ita/*.html", "theme_overrides/partials/*.html")
    return _write(project, path, f"<!-- {chance.randint(1, 99)} -->{_text(path)}")


def edit_words_of_the_theme(project: Project, chance: Random) -> str:
    path = project.within(chance, "theme_overrides/partials/languages/*.html")
    return _write(project, path, _text(path).replace("ค้น", "สืบค้น"))


def delete_template(project: Project, chance: Random) -> str:
    """That of the package takes its place."""
    path = project.within(chance, "theme_overrides/**/*.html", "theme_overrides/sitemap.xml")
    path.unlink()
    return project.called(path)


def add_template(project: Project, _: Random) -> str:
    """It takes the place of one of the theme, which no file of the project was before."""
    path = project.theme / "partials/copyright.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(project, path, f'<div class="md-copyright">{project.name()}</div>\n')


def add_asset(project: Project, chance: Random) -> str:
    path = project.theme / f"assets/{chance.choice(['own.txt', 'js/own.js', 'css/own.css'])}"
    path.parent.mkdir(parents=True, exist_ok=True)
    return _write(project, path, f"/* {chance.randint(1, 99)} */\n")


def theme_as_it_was(project: Project, _: Random) -> str:
    shutil.rmtree(project.theme)
    shutil.copytree(ROOT / project.theme.name, project.theme)
    return project.theme.name


def theme_of_the_package_only(project: Project, _: Random) -> str:
    shutil.rmtree(project.theme)
    project.theme.mkdir()
    return project.theme.name


KINDS: tuple[Callable[[Project, Random], str], ...] = (
    *(edit_page, edit_heading, edit_front_matter, add_page, link_to_a_page, delete_page, rename_page, empty_the_pages),
    *(add_file_beside_pages, edit_style, edit_template, edit_what_templates_include, edit_words_of_the_theme),
    *(delete_template, add_template, add_asset, theme_as_it_was, theme_of_the_package_only),
)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(project: Project, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return project.called(path)
