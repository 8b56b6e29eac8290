"""Take pictures of the built site, to be looked at: `uv run python tests/screenshots/take.py FOLDER`.

The picture in README is `readme.png` of these.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import sync_playwright

PAGES = {
    "home": "",
    "year": "2568/",
    "year-before": "2567/",
    "indicator": "2567/indicators/8/",
    "measures": "2568/measures/",
    "measure": "2568/measures/e-service/",
    "report": "2568/reports/annual/",
    "disclosure": "2568/disclosure/",
    "indicators": "indicators/",
    "indicator-years": "indicators/9/",
    "data": "data/",
    "contact": "contact/",
    "about": "about/ita/",
}
WIDTHS = {360: 740, 1280: 900}
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def take(target: Path) -> None:
    """Build the site and write one picture a page, width and scheme."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", folder], check=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            for scheme in ("light", "dark"):
                for width, height in WIDTHS.items():
                    view = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                    for name, address in PAGES.items():
                        view.goto(f"http://127.0.0.1:{server.server_port}/{address}")
                        view.screenshot(path=target / f"{name}-{width}-{scheme}.png", full_page=True)
                    if (scheme, width) == ("light", 1280):
                        view.goto(f"http://127.0.0.1:{server.server_port}/")
                        view.screenshot(path=target / "readme.png")
            browser.close()
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
