"""Take pictures of the built site, to be looked at: `uv run python tests/take_screenshots.py FOLDER`.

The picture in README is `readme.png` of these.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import sites
from chromium import served, started

WIDTHS = {360: 740, 1280: 900}


def take(target: Path) -> None:
    """Build the site and write one picture a page, width and scheme."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, started() as browser, served(sites.build(sites.ROOT, Path(folder))) as home:
        for scheme in ("light", "dark"):
            for width, height in WIDTHS.items():
                view = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
                )
                for name, address in sites.KINDS.items():
                    view.goto(f"{home}{address}")
                    view.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
                if (scheme, width) == ("light", 1280):
                    view.goto(home)
                    view.screenshot(path=target / "readme.png")
                view.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
