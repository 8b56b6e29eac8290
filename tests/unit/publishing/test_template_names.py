"""What templates name is there: mypy does not see through their door, so these tests look."""

from __future__ import annotations

import ast
import dataclasses
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import meta, nodes

import ita_site
from ita_site.ground import addresses
from ita_site.ground.website import Website
from ita_site.publishing import pages
from ita_site.publishing.aggregate import gathered_tables, overview_facts, overview_pages, overview_site
from ita_site.publishing.pages import classes
from ita_site.publishing.pages.rendering import _HTML, _MARKDOWN
from ita_site.saying import words
from ita_site.saying.facts import directory
from ita_site.saying.facts.finding import facts_of
from tests.helpers import lookups, sites

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(ita_site.__file__).parent
FOLDER = PACKAGE / "publishing/templates"
PAGES = sorted(path.parent.name for path in FOLDER.glob("*/page.md.jinja"))
PARTS = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html.jinja") if path.parent != FOLDER)
GLOBALS = {"at", "css", "link_to", "stated", "words"}
"""What `rendering` gives to every template."""
OF_EVERY_PAGE = {"crumbs", "html", "mark", "papers", "title", "url", "year"}
OF_RENDERING = {"shared/mark.html.jinja": {"done", "number"}, "shared/marks.html.jinja": {"done", "heading", "marks"}}
"""What `rendering` gives to the parts that no page calls."""
OF_JINJA = {"first", "index", "index0", "items", "last", "length"}
"""What a loop or a mapping has."""


@cache
def tree(name: str) -> nodes.Template:
    environment = _MARKDOWN if name.endswith(".md.jinja") else _HTML
    return environment.parse((FOLDER / name).read_text(encoding="utf-8"))


def used(name: str) -> set[str]:
    """Return the names that a template takes from outside; what it sets itself, under a condition too, is not."""
    own = {each.name for each in tree(name).find_all(nodes.Name) if each.ctx == "store"}
    return meta.find_undeclared_variables(tree(name)) - own - GLOBALS


@cache
def views() -> dict[str, set[type]]:
    """Return the views that the pages of all five municipalities, and about them, are made from, by template."""
    found: dict[str, set[type]] = {}
    for agency in sites.AGENCIES:
        for spec in pages.specs(lookups.of(agency), Website()):
            found.setdefault(spec.template, set()).add(type(spec.view))
    facts = directory.ordered(facts_of(lookups.of(agency), agency, "") for agency in sites.AGENCIES)
    of_data = overview_site.data_page(gathered_tables.filled(facts, {}), ())
    for spec in (*overview_pages.specs(overview_facts.Overview(facts, ())), of_data):
        found.setdefault(spec.template, set()).add(type(spec.view))
    return found


@cache
def names_in_package() -> frozenset[str]:
    """Return every name of a field, a property, a method or a member of an enum in the package."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            for each in node.body:
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                    names.add(each.target.id)
                elif isinstance(each, ast.FunctionDef):
                    names.add(each.name)
    return frozenset(names)


def calls() -> Iterator[tuple[str, nodes.Call]]:
    """Yield every `html()` of a page, and of what pages share as Markdown, with the name of its part."""
    for path in sorted(FOLDER.rglob("*.md.jinja")):
        for call in tree(path.relative_to(FOLDER).as_posix()).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "html":
                assert isinstance(call.args[0], nodes.Const), "a part is named in full"
                yield f"{call.args[0].value}.html.jinja", call


def test_every_template_of_a_page_is_made_from_one_view() -> None:
    assert sorted(views()) == PAGES
    assert {template: len(each) for template, each in views().items() if len(each) != 1} == {}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_nothing_but_what_its_view_has(page: str) -> None:
    (view,) = views()[page]
    assert dataclasses.is_dataclass(view)
    fields = {field.name for field in dataclasses.fields(view)}
    assert fields.isdisjoint(OF_EVERY_PAGE | GLOBALS)
    assert used(f"{page}/page.md.jinja") - fields - OF_EVERY_PAGE == set()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_names_nothing_but_what_it_is_given(part: str) -> None:
    """A part is given values by name, or a view; which view a loop has, only a build can tell: any may be it."""
    around = {
        other
        for other in PARTS
        for node in tree(other).find_all(nodes.Include)
        if isinstance(node.template, nodes.Const) and node.template.value == part
    }
    given = {part, *around}  # what is included has the values of the part that includes it
    of_calls = {key.key for name, call in calls() if name in given for key in call.kwargs}
    of_view = names_in_package() if any(name in given and len(call.args) > 1 for name, call in calls()) else set()
    included = {each.name for other in around for each in tree(other).find_all(nodes.Name)}
    assert used(part) - of_calls - of_view - included - OF_RENDERING.get(part, set()) - {"mark", "url"} == set()


@pytest.mark.parametrize("name", [*(f"{page}/page.md.jinja" for page in PAGES), *PARTS])
def test_what_is_taken_from_a_value_is_a_field_of_some_class(name: str) -> None:
    modules = {"at": addresses, "css": classes, "words": words}
    missing = []
    for node in tree(name).find_all(nodes.Getattr):
        module = modules.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        there = hasattr(module, node.attr) if module else node.attr in names_in_package() | OF_JINJA | {"value"}
        if not there:
            missing.append(f"{node.lineno}: {node.attr}")
    assert missing == []
