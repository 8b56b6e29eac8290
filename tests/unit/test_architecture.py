"""The rules that keep the code small and safe: imports point one way, escaping has one door."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import ita_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = Path(ita_site.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(PACKAGE.rglob("*.jinja"))
WINGS = {
    "ground": (
        "problems",
        "thai",
        "word_pattern",
        "text_damage",
        "addresses",
        "outgoing_addresses",
        "website",
        "file_names",
        "whole_file",
        "file_tree",
        "file_lock",
        "reading_log",
        "cache",
        "garbage",
        "hostnames",
        "git",
        "markup",
    ),
    "data": ("source", "model", "schemas", "edit", "load"),
    "judging": ("scores", "chain", "schedule", "oit_answers", "privacy", "checks"),
    "saying": ("words", "charts", "view", "facts"),
    "publishing": (
        "package_files",
        "staging",
        "address_list",
        "settings",
        "fingerprints",
        "synonyms",
        "branding",
        "plain_markdown",
        "template_whitespace",
        "template_cache",
        "open_data",
        "pages",
        "content",
        "data_check",
        "nav",
        "sharing",
        "search",
        "site_script",
        "style_selection",
        "documents",
        "embeds",
        "data_memory",
        "build_memory",
        "last_build",
        "machine_proof",
        "quoting",
        "site",
        "aggregate",
    ),
    "hosts": (
        "console",
        "value_changes",
        "value_history",
        "reports",
        "corrections",
        "targets",
        "new_files",
        "importing",
        "links",
        "verification",
        "export",
        "many",
        "mkdocs_plugin",
        "desk",
        "commands",
        "cli",
    ),
}
"""Each room may import only what stands before it, in its own wing or an earlier one, and within itself."""
ORDER = tuple(f"{wing}.{room}" for wing, rooms in WINGS.items() for room in rooms)

NAMED = {
    "__init__": {"ground.problems", "publishing.settings", "publishing.data_check", "publishing.site", "hosts.export"},
    "plugin": {"ground.garbage", "hosts.mkdocs_plugin"},
}
"""What the package itself names: its public functions, and the plugin by the name its entry point knows."""


def part(path: Path) -> str:
    """Return the wing and the room of a module: `publishing.pages` for `publishing/pages/year.py`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts[:2])


def named(paths: Iterable[Path]) -> list[str]:
    """Return the names of files within the package, for the message of a failure."""
    return [path.relative_to(PACKAGE).as_posix() for path in paths]


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, those for type checking too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {part(path) for path in MODULES if path.parent != PACKAGE and path.name != "__init__.py"}
    assert rooms == set(ORDER)


def test_a_module_imports_only_what_stands_before_it() -> None:
    upwards = []
    for path in MODULES:
        here = part(path)
        inside = {".".join(name.split(".")[1:3]) for name in imports(path) if name.startswith("ita_site.")}
        allowed = {*ORDER[: ORDER.index(here) + 1]} if here in ORDER else NAMED.get(here, set())
        upwards += [f"{path.relative_to(PACKAGE)}: {name}" for name in sorted(inside - allowed)]
    assert upwards == []


INSIDE_PAGES = {f"ita_site.publishing.pages.{path.stem}" for path in (PACKAGE / "publishing/pages").glob("[!_]*.py")}


def test_nobody_reaches_into_the_pages() -> None:
    """The feed, link pictures, the command line and whatever comes next stand beside the pages, on views and words."""
    inner = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in MODULES
        if part(path) != "publishing.pages"
        for name in imports(path)
        for module in INSIDE_PAGES
        if f"{name}.".startswith(f"{module}.")
    }
    assert inner == set()


def test_views_are_typed() -> None:
    """A page is checked as far as its view is: nothing in it may be anything."""
    loose = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in MODULES
        if part(path).split(".")[0] == "saying"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id == "Any"
    }
    assert loose == set()


def test_views_are_frozen_and_hold_tuples() -> None:
    """What is said does not change once it is said: a view can be compared, and shared between outputs."""
    loose = set()
    for path in (PACKAGE / "saying/view").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef) or not node.decorator_list:
                continue
            fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
            names = {each.id for field in fields for each in ast.walk(field.annotation) if isinstance(each, ast.Name)}
            decorator = ast.unparse(node.decorator_list[0])
            if decorator != "dataclass(frozen=True, slots=True)" or names & {"list", "dict", "set"}:
                loose.add(f"{path.name}: {node.name}")
    assert loose == set()


def test_what_pages_are_made_from_is_remembered_in_one_way() -> None:
    """`reading_log.Memory` knows which files a value was made from; what is kept otherwise would be read unseen."""
    kept = set()
    for path in (
        *(PACKAGE / "saying/view").glob("*.py"),
        PACKAGE / "judging/chain.py",
        *(PACKAGE / "data/load" / f"{name}.py" for name in ("__init__", "record_file")),
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                names = {ast.unparse(each).partition("(")[0] for each in node.decorator_list}
                kept |= {f"{path.stem}.{node.name}" for each in names if "cache" in each}
    # These hold nothing that was read: a year, an empty memory, a day that pages depend on; what the package has.
    lookup = {"lookup.latest", "lookup.answers", "lookup.schedule"}
    assert kept == {*lookup, "__init__.packaged_framework", "record_file._forgiving"}


STAGES = {
    "data.model",
    "judging.checks",
    "saying.words",
    "saying.view",
    "publishing.pages",
    "publishing.sharing",
    "hosts.desk",
}
"""Rooms that one thing passes through, under one name: `report.py` is its record, its view, its page, its form."""


def test_no_two_modules_have_one_name() -> None:
    rooms: dict[str, list[str]] = {}
    for path in MODULES:
        if path.name != "__init__.py" and path.parent != PACKAGE:
            rooms.setdefault(path.stem, []).append(part(path))
    twice = {name: each for name, each in rooms.items() if len(each) > 1}
    assert {
        name: each for name, each in twice.items() if len(set(each)) < len(each) or not STAGES.issuperset(each)
    } == {}


def test_only_the_plugin_and_its_pages_know_mkdocs() -> None:
    """One command starts MkDocs, once it has seen that there is something to build."""
    knowing = [path for path in MODULES if {name.split(".")[0] for name in imports(path)} & {"mkdocs", "material"}]
    assert named(knowing) == [
        "hosts/commands/build_commands.py",
        "hosts/many/worker.py",
        "hosts/mkdocs_plugin/completed_settings.py",
        "hosts/mkdocs_plugin/excluded_files.py",
        "hosts/mkdocs_plugin/generated_page.py",
        "hosts/mkdocs_plugin/page_shell.py",
        "hosts/mkdocs_plugin/plugin.py",
        "hosts/mkdocs_plugin/rebuild.py",
        "hosts/mkdocs_plugin/saved_files.py",
        "hosts/mkdocs_plugin/served_folder.py",
        "hosts/mkdocs_plugin/site_files.py",
        "hosts/mkdocs_plugin/spared_files.py",
        "hosts/mkdocs_plugin/theme_files.py",
        "hosts/mkdocs_plugin/visible_theme.py",
        "hosts/mkdocs_plugin/warnings_counted.py",
    ]


ADDRESS = re.compile(
    r"(?:measures|reports|indicators|disclosure|scores|status|compare|contact|about|data)/|index\\.html"
)
"""What an address is made of; in a template that asks for one, or in what a publisher says."""


def test_no_address_is_written_outside_its_module() -> None:
    publishers = [path for path in MODULES if part(path).split(".")[0] in {"saying", "publishing", "hosts"}]
    literal = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.value}"
        for path in publishers
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ADDRESS.search(node.value)
        if not re.search(r"\s", node.value)  # a sentence that names a folder of data
    }
    linked = {
        f"{path.name}: {found[0]}"
        for path in TEMPLATES
        for found in re.finditer(r"(?:url|href=.)\(?[\"'][^{\"']+", path.read_text(encoding="utf-8"))
    }
    assert literal == set()
    assert linked == set()


def test_words_for_readers_stand_with_the_words() -> None:
    """Messages to editors are `Problem`s and stand where what they are about is found; settings have no other words."""
    thai = set()
    for path in MODULES:
        if part(path) in {"saying.words", "publishing.settings"} or part(path).split(".")[0] not in {
            "saying",
            "publishing",
        }:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        allowed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                allowed |= {id(each) for each in ast.walk(node)}
        thai |= {
            f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in allowed
            if re.search("[ก-ฮ]", node.value)
        }
    assert thai == set()


def test_no_two_classes_have_one_name() -> None:
    names = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert {name for name, count in names.items() if count > 1} == set()


def test_every_module_says_what_it_is_for() -> None:
    docstrings = {path: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for path in MODULES}
    assert named(path for path, said in docstrings.items() if not said.split("\n")[0].endswith((".", ":"))) == []


def test_no_module_is_longer_than_300_lines() -> None:
    assert named(path for path in MODULES if path.read_text(encoding="utf-8").count("\n") > 300) == []


def test_markup_is_declared_safe_in_one_place_of_each_kind_of_page() -> None:
    safe = re.compile(r"\bMarkup\s*\(|markupsafe|autoescape|\|\s*safe\b")
    declaring = [path for path in MODULES if safe.search(path.read_text(encoding="utf-8"))]
    assert named(declaring) == ["hosts/desk/rendering.py", "publishing/pages/rendering.py"]


def test_no_template_goes_round_the_escaping() -> None:
    round_it = re.compile(r"\|\s*safe\b|\bMarkup\b|autoescape|\bfilter\s+safe\b|[.\[\"']__|\|\s*attr\b")
    assert named(path for path in TEMPLATES if round_it.search(path.read_text(encoding="utf-8"))) == []


def test_a_template_is_read_line_by_line_and_names_what_it_shows() -> None:
    """A value is taken by its name, not by its position."""
    texts = {path: path.read_text(encoding="utf-8") for path in TEMPLATES}
    by_position = re.compile(r"\[\d+\]|attribute=\d|\{% for \w+, ")
    assert named(path for path, text in texts.items() if max(map(len, text.splitlines())) > 160) == []
    assert named(path for path, text in texts.items() if by_position.search(text)) == []


def test_there_are_templates_of_both_kinds() -> None:
    assert {path.name.split(".", 1)[1] for path in TEMPLATES} == {"md.jinja", "html.jinja"}
