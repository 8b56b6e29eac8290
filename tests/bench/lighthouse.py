"""Lighthouse's four scores of a measure, the home page, a year and a report, on its slow phone; run by hand.

    uv run python -m tests.bench.lighthouse                              # prints the table
    uv run python -m tests.bench.lighthouse tests/bench/lighthouse.md    # writes it

npm fetches Lighthouse into `.cache/`; the browser is Debian's Chromium. The site is served compressed, as a web host
would. Performance is measured on a simulated phone and network, so it depends little on this machine; its median of
three runs is taken. The other scores do not change from run to run.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Iterator

LIGHTHOUSE = "12.8.2"
"""The last that runs on the node of Debian 12."""
PAGES = ("measure", "home", "year", "report")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class _Handler(SimpleHTTPRequestHandler):
    """Answers as a web host does: text compressed, and what does not change kept by the browser."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _COMPRESSED or not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self) -> None:
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=31536000")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve a site while the block runs, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def installed() -> Path:
    """Return Lighthouse's program; fetch it first where it is not there."""
    folder = ROOT / ".cache" / f"lighthouse-{LIGHTHOUSE}"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", f"lighthouse@{LIGHTHOUSE}"], check=True
        )
    return program


def measure(program: Path, address: str) -> dict[str, Any]:
    """Return Lighthouse's report on a page."""
    chromium = shutil.which("chromium")
    assert chromium is not None
    done = subprocess.run(
        [
            program,
            address,
            "--output=json",
            "--quiet",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=180,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def short_of(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the checks that cost points, with their category, and the figure of each that has one."""
    for category in CATEGORIES:
        for each in report["categories"][category]["auditRefs"]:
            audit = report["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {each['id']}", str(audit.get("displayValue", ""))


def table(home: str) -> str:
    """Return the scores, and what costs points, as Markdown."""
    program = installed()
    lines = ["| page | " + " | ".join(CATEGORIES) + " |", "|---|" + "---|" * len(CATEGORIES)]
    missed: dict[str, list[str]] = {}
    reports: list[dict[str, Any]] = []
    for page in PAGES:
        reports = [measure(program, home + sites.KINDS[page]) for _ in range(RUNS)]
        scores = {
            each: statistics.median(report["categories"][each]["score"] for report in reports) for each in CATEGORIES
        }
        lines.append(f"| {page} | " + " | ".join(str(round(100 * scores[each])) for each in CATEGORIES) + " |")
        for each, figure in short_of(reports[0]):
            missed.setdefault(each, []).append(f"{page} {figure}".strip())
    browser = reports[0]["environment"]["hostUserAgent"].split("Chrome/")[1].partition(".")[0]
    head = f"Lighthouse {LIGHTHOUSE}, mobile, Chromium {browser}"
    points = [f"- {each} ({', '.join(pages)})" for each, pages in missed.items()] or ["Nothing costs points."]
    return "\n".join([f"{head}, median of {RUNS} runs:", "", *lines, "", *points, ""])


if __name__ == "__main__":
    with (
        TemporaryDirectory() as folder,
        hosted(sites.build(sites.copy_project(Path(folder) / "project"), Path(folder) / "site")) as home,
    ):
        told = table(home)
    if sys.argv[1:]:
        Path(sys.argv[1]).write_text(f"# Lighthouse\n\n{told}", encoding="utf-8")
    else:
        sys.stdout.write(told)
