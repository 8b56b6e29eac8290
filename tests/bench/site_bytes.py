"""How heavy a built site is: pages, a first visit, the search index and the whole folder.

python -m tests.bench.site_bytes SITE    # prints tables; brotli by Node, the first visit by Chromium
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.bench import tables
from tests.helpers import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BROTLI = (
    "const {readFileSync} = require('fs'), {brotliCompressSync} = require('zlib');"
    "const sizes = JSON.parse(readFileSync(0)).map(each => brotliCompressSync(readFileSync(each)).length);"
    "console.log(JSON.stringify(sizes));"
)
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
_FONT = ".woff2"
_PARTS = (
    (r"\d{4}/measures/.+/index\.html", "pages of measures"),
    (r"\d{4}/reports/.+/index\.html", "pages of reports"),
    (r"embed/.+|assets/share/.+", "pictures for links and for other websites"),
    (r".+\.html", "other pages"),
    (r"data/v1/\d{4}/.+", "open data, a file for each measure, report, indicator and item"),
    (r"data/v1/.+\.json", "open data, tables as JSON and what describes them"),
    (r"data/v1/.+\.csv", "open data, tables as CSV"),
    (r"data/v1/.+\.sqlite", "open data, SQLite"),
    (r"data/.+\.(?:yml|txt)", "data files as typed, to load and to read"),
    (r"search/.+", "search index"),
    (r"\d{4}/proof\.json", "proof for programs"),
    (r"assets/.+", "scripts, styles, fonts"),
)
"""What the files of a site are, by the first pattern that fits their names."""
Row = tuple[str, ...]


def brotli(paths: Sequence[Path]) -> list[int] | None:
    """Return how many bytes each file has for a browser that takes brotli; None without Node."""
    node = shutil.which("node")
    if node is None:
        return None
    told = json.dumps([str(each) for each in paths])
    done = subprocess.run((node, "-e", _BROTLI), input=told, capture_output=True, text=True, check=True)
    sizes: list[int] = json.loads(done.stdout)
    return sizes


def zipped(path: Path) -> int:
    """Return how many bytes a server sends: compressed with gzip, but for fonts and pictures."""
    data = path.read_bytes()
    return len(gzip.compress(data, 9, mtime=0)) if path.suffix in _COMPRESSED else len(data)


def kinds(site: Path) -> Iterator[tuple[str, Path, str]]:
    """Yield pages of each kind, the heaviest of each, and what is aimed at for them."""
    year = max(path for path in site.glob("2[0-9][0-9][0-9]") if path.is_dir())
    patterns = {
        "home": (site, "index.html", ""),
        "measure": (year, "measures/*/index.html", "≤ 5 kB gzip"),
        "indicator of a year": (year, "indicators/*/index.html", "≤ 5 kB gzip"),
        "item of the disclosure": (year, "disclosure/*/index.html", "≤ 5 kB gzip"),
        "indicator through the years": (site, "indicators/*/index.html", ""),
        "year": (year, "index.html", ""),
        "measures of a year": (year, "measures/index.html", "≤ 12 kB gzip"),
        "report": (year, "reports/*/index.html", "≤ 12 kB gzip"),
        "search index": (site, "search/pages.js", "≤ 180 kB brotli at 10 y"),
    }
    for name, (folder, pattern, goal) in patterns.items():
        if found := list(folder.glob(pattern)):
            yield name, max(found, key=zipped), goal


def pages(site: Path) -> Iterator[str]:
    """Yield the table of pages."""
    found = list(kinds(site))
    small = brotli([path for _, path, _ in found])
    rows = [
        (
            name,
            f"{path.stat().st_size:,}",
            f"{zipped(path):,}",
            "no Node" if small is None else f"{small[number]:,}",
            goal,
        )
        for number, (name, path, goal) in enumerate(found)
    ]
    yield from tables.table(("heaviest of a kind, bytes", "raw", "gzip -9", "brotli", "goal"), rows)


def first_visit(site: Path) -> Iterator[Row]:
    """Yield what a browser asks for at its first visit of the home page, without and with fonts."""
    asked: list[str] = []
    with chromium.served(site, asked) as home, chromium.started() as browser:
        browser.new_page(viewport={"width": 360, "height": 740}).goto(home, wait_until="networkidle")
    paths = [site / name.partition("?")[0] for name in set(asked)]
    files = [path / "index.html" if path.is_dir() else path for path in paths]
    text, fonts = ([path for path in files if (path.suffix == _FONT) is is_font] for is_font in (False, True))
    yield "first visit of the home page, gzip", f"{sum(map(zipped, text)):,}", "≤ 70 kB"
    if (small := brotli([path for path in text if path.suffix in _COMPRESSED])) is not None:
        pictures = sum(zipped(path) for path in text if path.suffix not in _COMPRESSED)
        yield "the same, brotli", f"{sum(small) + pictures:,}", ""
    yield "fonts besides", f"{sum(map(zipped, fonts)):,}", ""
    yield "files asked for", str(len(files)), ""


def folder(site: Path) -> Iterator[Row]:
    """Yield the size of the whole folder, and what it is of."""
    sizes: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            sizes[_part(path.relative_to(site).as_posix())] += path.stat().st_size
    yield "site folder", f"{sizes.total():,}", "≤ 3 MB at 1 y"
    for part, size in sizes.most_common():
        yield f"of it {part}", f"{size:,}", ""


def _part(name: str) -> str:
    """Return what a file of a site is."""
    return next((part for pattern, part in _PARTS if re.fullmatch(pattern, name)), "else")


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(*, site: Path) -> None:
    """Weigh SITE, a folder that was built."""
    rows = [*first_visit(site), *folder(site)]
    click.echo("\n".join([*pages(site), "", *tables.table(("bytes", "", "goal"), rows)]))


if __name__ == "__main__":
    main()
