"""The site about many municipalities in a browser: no barrier, no scrolling sideways, all said without a script."""

from __future__ import annotations

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
        for path in PAGES:
            visit.page.goto(base + path)
            assert violations(visit.page) == [], path
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert visit.outside == []


def test_every_municipality_is_found_without_a_script(overview: Path, serve: Serve, window: Window) -> None:
    with serve(overview) as base, window(java_script_enabled=False) as visit:
        visit.page.goto(f"{base}municipalities/")
        visit.page.get_by_role("link", name="เทศบาลตำบลก้อ").first.click()
        assert visit.page.url == f"{base}municipalities/ko/"
        assert "ลำพูน" in visit.page.locator("main").inner_text()
