"""Changes of `mkdocs.yml`, and of files that it lets a build read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.helpers import small_sets
from tests.helpers.mutations.project import NotApplicable

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.helpers.mutations.project import Project

_BESIDE = "said.txt"
"""A file that no folder of the project holds."""
_HOOK = f"""from pathlib import Path

SAID = Path(__file__).with_name("{_BESIDE}")


def on_page_content(html, page, **_):
    return html + SAID.read_text(encoding="utf-8") if page.file.src_uri.startswith("about/") else html
"""


def other_address(project: Project, chance: Random) -> str:
    return _put(project, site_url=f"https://{chance.choice(['one', 'two'])}.go.th/{chance.choice(['', 'ita/'])}")


def no_address(project: Project, _: Random) -> str:
    return _put(project, site_url=None)


def addresses_of_folders(project: Project, _: Random) -> str:
    return _put(project, use_directory_urls=not _read(project).get("use_directory_urls", True))


def other_name(project: Project, chance: Random) -> str:
    return _put(project, site_name=f"โปร่งใส {chance.randint(1, 99)}")


def navigation(project: Project, chance: Random) -> str:
    pages = [each.relative_to(project.content).as_posix() for each in sorted(project.content.rglob("*.md"))]
    chance.shuffle(pages)
    if not pages or _read(project).get("nav"):
        return _put(project, nav=None)
    return _put(project, nav=[{"หน้าแรก": "index.md"}, {"เกี่ยวกับ": pages[:3]}])


def palette(project: Project, chance: Random) -> str:
    theme = {**_read(project).get("theme", {"name": "material"})}
    theme["palette"] = {"scheme": chance.choice(["default", "slate"]), "primary": chance.choice(["teal", "brown"])}
    return _put(project, theme=theme)


def feature(project: Project, chance: Random) -> str:
    theme = {**_read(project).get("theme", {"name": "material"})}
    theme["features"] = chance.sample(["navigation.tabs", "navigation.top", "toc.follow", "navigation.footer"], 2)
    return _put(project, theme=theme)


def extensions(project: Project, chance: Random) -> str:
    known = ["footnotes", "def_list", "abbr", {"toc": {"permalink": True}}, "pymdownx.mark", "nl2br"]
    return _put(project, markdown_extensions=chance.sample(known, 2))


def place_of_editing(project: Project, chance: Random) -> str:
    return _put(project, extra={"edit_root": f"https://git.example/{chance.choice(['a', 'b'])}/edit/main/"})


def papers(project: Project, _: Random) -> str:
    """The kinds of file that papers are offered as, once and again."""
    return _option(project, "documents", ["xlsx"])


def tables(project: Project, _: Random) -> str:
    return _option(project, "open_data", ["xlsx"])


def inherited(project: Project, chance: Random) -> str:
    """A value stands in another file, and there in a variable."""
    settings = _read(project)
    settings.pop("site_url", None)
    small_sets.write(project.settings, {"INHERIT": "base.yml", **settings})
    base = project.root / "base.yml"
    base.write_text("site_url: !ENV [ITA_TEST_ADDRESS, 'https://unset.go.th/']\n", encoding="utf-8")
    return variable(project, chance)


def variable(project: Project, chance: Random) -> str:
    project.variables["ITA_TEST_ADDRESS"] = address = f"https://{chance.choice(['x', 'y', 'z'])}.go.th/"
    return f"ITA_TEST_ADDRESS={address}"


def hook(project: Project, _: Random) -> str:
    """What a hook reads nobody knows."""
    (project.root / "hook.py").write_text(_HOOK, encoding="utf-8")
    (project.root / _BESIDE).write_text("<p>ข้อความ</p>", encoding="utf-8")
    return _put(project, hooks=None if _read(project).get("hooks") else ["hook.py"])


def snippet(project: Project, _: Random) -> str:
    """An extension of Markdown that reads a file."""
    (project.root / _BESIDE).write_text("ข้อความ", encoding="utf-8")
    page = project.content / "about/snippet.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f'# ข้อความ {{ #title }}\n\n--8<-- "{_BESIDE}"\n', encoding="utf-8")
    return _put(project, markdown_extensions=[{"pymdownx.snippets": {"base_path": [str(project.root)]}}])


def what_is_read_beside(project: Project, _: Random) -> str:
    path = project.root / _BESIDE
    if not path.exists():
        raise NotApplicable
    path.write_text(f"<p>{project.name()}</p>", encoding="utf-8")
    return project.called(path)


def unknown_option(project: Project, _: Random) -> str:
    """A mistake, for which there is no site."""
    return _option(project, "document", ["xlsx"])


def comment_in_settings(project: Project, _: Random) -> str:
    path = project.settings
    path.write_text(f"# {project.name()}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return project.called(path)


KINDS: tuple[Callable[[Project, Random], str], ...] = (
    *(other_address, no_address, addresses_of_folders, other_name, navigation, palette, feature, extensions),
    *(place_of_editing, papers, tables, inherited, variable, hook, what_is_read_beside, snippet, what_is_read_beside),
    *(unknown_option, comment_in_settings),
)


def _read(project: Project) -> dict[str, Any]:
    settings: dict[str, Any] = small_sets.read(project.settings)
    return settings


def _put(project: Project, **values: object) -> str:
    """Set values; what is None is not set any more."""
    settings = {**_read(project), **values}
    small_sets.write(project.settings, {name: value for name, value in settings.items() if value is not None})
    return str(values)


def _option(project: Project, name: str, value: object) -> str:
    """Set an option of the plugin, or none if it is set."""
    (plugin,) = _read(project)["plugins"]
    options = dict(plugin["ita-site"]) if isinstance(plugin, dict) else {}
    changed = {key: each for key, each in options.items() if key != name} if name in options else {name: value}
    return _put(project, plugins=[{"ita-site": changed}] if changed else ["ita-site"])
