"""How fast the search answers in Chromium, at full speed and four times slower; run by hand on a site that is built.

    uv run python -m tests.bench.search_speed FOLDER/site

A browser slows pages down and no workers, so the scripts of the search are loaded into a page here. What is read of the
index is read as the worker reads it. Each query is asked seven times; the first one and the best are printed,
in milliseconds of the page's own thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tests.helpers import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

RATES = (1, 4)
"""How many times slower than this machine: a phone of the middle is held to be four times slower."""
QUERIES = ("ก", "า", "ทุ", "คะแนน", "คะนน", "จัดซื้อจดจ้าง", "ความโปร่งใส ปี 2568", "งบประมาณ", "ทุจริต", "O27", "ไดโนเสาร์")
_SCRIPTS = """async () => {
    const search = window.itaSite?.search ?? document.querySelector("[data-scripts]").dataset
    const addresses = search.scripts.split(" ").map(each => new URL(each, __md_scope).href)
    window.text = await (await fetch(addresses.pop())).text()
    for (const src of addresses) await new Promise(onload => {
        document.head.append(Object.assign(document.createElement("script"), {src, onload}))
    })
}"""
_READ = "() => { window.index = JSON.parse(text.replace('self.itaPages=', '')) }"
_FOLD = "() => itaSearch.load(index)"
_ASK = "typed => { const {items, count} = itaSearch.find(typed); return count ?? items.length }"
_TURNS = 7


class _Clock:
    """What a page's thread spends, which others on the same machine do not make longer."""

    def __init__(self, page: Page, rate: int) -> None:
        self._page = page
        self._devtools = page.context.new_cdp_session(page)
        self._devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def _spent(self) -> float:
        metrics: list[dict[str, Any]] = self._devtools.send("Performance.getMetrics")["metrics"]
        return next(float(each["value"]) for each in metrics if each["name"] == "DevToolsCommandDuration")

    def time(self, script: str, argument: str | None = None) -> tuple[float, Any]:
        """Run a script, and return its milliseconds and its answer."""
        before = self._spent()
        answer = self._page.evaluate(script, argument)
        return (self._spent() - before) * 1000, answer

    def heap(self) -> float:
        """Return the megabytes that scripts hold."""
        self._devtools.send("HeapProfiler.collectGarbage")
        used = self._devtools.send("Runtime.getHeapUsage")
        return float(sum(used.get(key, 0) for key in ("usedSize", "backingStorageSize"))) / 1e6


def measure(page: Page, home: str, rate: int) -> list[tuple[str, str]]:
    """Return what was measured, and how many milliseconds it took."""
    page.goto(home)
    clock = _Clock(page, rate)
    page.evaluate(_SCRIPTS)
    before = clock.heap()
    rows = [(name, f"{clock.time(script)[0]:.0f}") for name, script in (("index read", _READ), ("folded", _FOLD))]
    for typed in QUERIES:
        took, counts = zip(*(clock.time(_ASK, typed) for _ in range(_TURNS)), strict=True)
        rows.append((f"{typed} ({counts[0]:,} pages)", f"{took[0]:.0f}; {min(took):.0f}"))
    page.evaluate("() => { delete window.text; delete window.index }")
    return [*rows, ("memory (MB)", f"{clock.heap() - before:.0f}")]


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(site: Path) -> None:
    """Print the table of a built site, in Markdown."""
    columns: list[list[tuple[str, str]]] = []
    with chromium.served(site) as home, chromium.started() as browser:
        for rate in RATES:
            context: Any = browser.new_context(bypass_csp=True)
            columns.append(measure(context.new_page(), home, rate))
            context.close()
    click.echo(f"| ms | {' | '.join(f'{rate}×' for rate in RATES)} |\n|---|{'---|' * len(RATES)}")
    for cells in zip(*columns, strict=True):
        click.echo(f"| {cells[0][0]} | {' | '.join(value for _, value in cells)} |")


if __name__ == "__main__":
    main()
