"""Take pictures of the built site, to be looked at: `uv run python -m tests.take_screenshots FOLDER`.

The picture in README is `readme.png` of these.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.helpers import practice, sites
from tests.helpers.chromium import served, started

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

WIDTHS = {360: 740, 1280: 900}


def take(target: Path) -> None:
    """Build the site and write one picture a page, width and scheme; of others every page, once.

    Of the practice set it is the OIT list and four items.
    """
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, started() as browser:
        with served(sites.build(sites.copy_project(Path(folder) / "project"), Path(folder) / "site")) as home:
            for scheme in ("light", "dark"):
                for width in WIDTHS:
                    _pictures(browser, home, sites.KINDS, target, width, scheme)
            view = browser.new_page(viewport={"width": 1280, "height": WIDTHS[1280]})
            view.goto(home)
            view.screenshot(path=target / "readme.png")
            view.close()
        for agency, data in sites.AGENCIES.items():
            if agency == "mueang-pan":
                continue
            project = sites.copy_project(Path(folder) / agency, data)
            site = sites.build(project, project / "site")
            pages = {
                "-".join(page.parent.relative_to(site).parts) or "home": f"{page.parent.relative_to(site)}/"
                for page in sorted(site.rglob("index.html"))
                if "about" not in page.parts
            }
            with served(site) as home:
                for width in WIDTHS:
                    _pictures(browser, home, pages, target / agency, width, "light")
        items = {f"oit-{item}": f"{practice.YEAR}/disclosure/{item}/" for item in ("o1", "o12", "o25", "o26")}
        with served(practice.build_site(Path(folder) / "practice")) as home:
            for width in WIDTHS:
                pages = {"oit": f"{practice.YEAR}/disclosure/", **items}
                _pictures(browser, home, pages, target / "practice", width, "light")


def _pictures(  # noqa: PLR0913, PLR0917 - what, where, how wide, how dark
    browser: Browser, home: str, pages: Mapping[str, str], target: Path, width: int, scheme: str
) -> None:
    view = browser.new_page(
        viewport={"width": width, "height": WIDTHS[width]}, color_scheme="dark" if scheme == "dark" else "light"
    )
    target.mkdir(parents=True, exist_ok=True)
    for name, address in pages.items():
        view.goto(f"{home}{address}")
        view.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
    view.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
