"""The styles that pages load: of the theme's what the site can have, and all where that is not known."""

from __future__ import annotations

import shutil
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from ita_site.hosts.mkdocs_plugin import theme_files
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WHOLE = ".md-annotation"
"""A class that only the theme's own sheet knows."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a project with the result of one year, one page written by hand, and the settings and theme."""
    root = tmp_path / "project"
    (root / "data/2568").mkdir(parents=True)
    for name in ("agency.yml", "2568/result.yml"):
        shutil.copy(sites.AGENCIES["mueang-pan"] / name, root / "data" / name)
    shutil.copy(sites.SETTINGS, root)
    (root / "content").mkdir()
    (root / "content/news.md").write_text("# ข่าว { #title }\n\n!!! note\n\n    ข้อความ\n", encoding="utf-8")
    return root


def styles(project: Path) -> str:
    """Build a project and return the style sheets that a page loads, one after the other."""
    site = sites.build(project, project.parent / "site")
    links = [each.attributes for each in sites.read(site, "2568/").all("link")]
    named = [each["href"] for each in links if each.get("rel") == "stylesheet"]
    return "".join((site / "2568" / each).read_text(encoding="utf-8") for each in named)


def with_settings(text: str) -> Callable[[Path], object]:
    """Return what adds to the settings of a project."""

    def changed(project: Path) -> None:
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(text)

    return changed


def with_theme(text: str) -> Callable[[Path], object]:
    """Return what adds to the theme in the settings of a project."""
    return lambda project: sites.replace(project / "mkdocs.yml", "  name: material\n", f"  name: material\n{text}")


def with_template(project: Path) -> None:
    """Give a project a template of its own."""
    (project / "theme_overrides/partials").mkdir(parents=True)
    (project / "theme_overrides/partials/footer.html").write_text("<footer>ท้าย</footer>", encoding="utf-8")


def with_page(project: Path) -> None:
    """Give a project a page for which the theme's script makes more."""
    (project / "content/more.md").write_text('# อีกหน้า { #title }\n\n<ol class="annotate"></ol>\n', encoding="utf-8")


def test_the_scripts_of_the_theme_are_those_that_were_read() -> None:
    """For others name what classes they make, in `theme_files`; until then pages load all rules."""
    assert (resources.files("material") / "templates" / theme_files.BUNDLE).is_file()


def test_a_site_has_the_rules_for_what_its_pages_have(small: Path) -> None:
    (small / "theme_overrides").mkdir()
    plain = styles(small)
    assert ".md-typeset table" in plain
    assert ".md-typeset kbd" in plain, "any element may stand in a page written by hand"
    assert ".ita-badge" in plain
    assert ".admonition-title" not in plain
    assert _WHOLE not in plain
    with_settings("markdown_extensions: [admonition]\n")(small)
    shown = styles(small)
    assert ".md-typeset .admonition-title" in shown
    assert "--md-admonition-icon--note:url(" in shown
    assert "--md-admonition-icon--bug:url(" not in shown
    assert _WHOLE not in shown


def test_a_word_of_the_data_adds_no_rule(small: Path) -> None:
    """Its name would be another, and with it every page."""
    (small / "theme_overrides").mkdir()
    before = styles(small)
    sites.replace(small / "data/agency.yml", "detail: มีข่าวสาร", "detail: มี example ข่าวสาร")
    site = sites.build(small, small.parent / "site")
    assert "example" in (site / "search/pages.js").read_text(encoding="utf-8")
    assert styles(small) == before


@pytest.mark.parametrize(
    "change",
    [
        with_theme("  features: [navigation.top]\n"),
        with_theme("  icon: {admonition: {note: material/alert}}\n"),
        with_theme("  direction: rtl\n"),
        with_settings("extra: {version: {provider: mike}}\n"),
        with_template,
        with_page,
    ],
    ids=["feature", "icon", "direction", "version", "template", "page"],
)
def test_where_more_may_be_asked_for_a_page_loads_all_rules(change: Callable[[Path], object], small: Path) -> None:
    (small / "theme_overrides").mkdir(exist_ok=True)
    change(small)
    assert _WHOLE in styles(small)
