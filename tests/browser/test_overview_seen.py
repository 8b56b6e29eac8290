"""The site about many municipalities in a browser: no barrier, no scrolling sideways, all said without a script."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from ita_site.hosts.cli import main
from ita_site.hosts.many import tasks
from tests.helpers import ROOT
from tests.helpers.looks import AXE, violations

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    Window = Callable[..., AbstractContextManager[Any]]
    Serve = Callable[[Path], AbstractContextManager[str]]

PAGES = (
    "",
    "municipalities/",
    "municipalities/ko/",
    "provinces/lampang/",
    "2568/",
    "2568/indicators/8/",
    "tried/",
    "tried/8/",
    "frameworks/",
    "data/",
)


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site about the five agencies."""
    into = tmp_path_factory.mktemp("many") / "sites"
    done = CliRunner().invoke(main, ["many", "aggregate", str(ROOT / "tests/agencies"), "--into", str(into)])
    tasks.dismiss()
    assert done.exit_code == 0, done.output
    return into / "overview"


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_no_page_has_a_barrier_or_scrolls_sideways(
    overview: Path, serve: Serve, window: Window, scheme: str, width: int
) -> None:
    with serve(overview) as base, window(color_scheme=scheme, viewport={"width": width, "height": 800}) as visit:
        visit.context.add_init_script(AXE)
        looks: set[int] = set()
        for path in PAGES:
            visit.page.goto(base + path)
            assert violations(visit.page, looks) == [], path
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert visit.outside == []


def test_every_municipality_is_found_without_a_script(overview: Path, serve: Serve, window: Window) -> None:
    with serve(overview) as base, window(java_script_enabled=False) as visit:
        visit.page.goto(f"{base}municipalities/")
        visit.page.get_by_role("link", name="เทศบาลตำบลก้อ").first.click()
        assert visit.page.url == f"{base}municipalities/ko/"
        assert "ลำพูน" in visit.page.locator("main").inner_text()


def test_names_that_lie_beside_the_index_are_found_on_a_server_and_from_a_folder(
    overview: Path, serve: Serve, window: Window, tmp_path: Path
) -> None:
    copy = tmp_path / "overview"
    shutil.copytree(overview, copy)
    town = {"at": ["municipalities/", "/index.html"], "kinds": [], "places": [["อำเภองาว", ""]]}
    names = json.dumps({**town, "names": [["ko", -1, "เทศบาลตำบลไกลโพ้น", 0]]})
    (copy / "search/names-1.js").write_text(f"(self.itaNames=self.itaNames||[]).push({names})\n", encoding="utf-8")
    index = (copy / "search/pages.js").read_text(encoding="utf-8")
    (copy / "search/pages.js").write_text(index.replace("{", '{"more":["search/names-1.js"],', 1), encoding="utf-8")
    with serve(copy) as base, window() as visit:
        for address in (f"{base}municipalities/", f"{copy.as_uri()}/municipalities/index.html"):
            visit.page.goto(address)
            visit.page.locator("[data-md-component=search-query]").fill("ไกลโพ้น งาว")
            link = visit.page.locator(".md-search-result__link").first
            link.wait_for(state="attached")
            assert "municipalities/ko/index.html" in str(link.get_attribute("href")), address
