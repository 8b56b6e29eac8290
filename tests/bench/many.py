"""Many municipalities: what a round over them costs, as Markdown; nothing is asserted.

The municipalities are copies of the five of the tests: all are checked, as many are built as asked for.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.bench.processes import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.processes import Cost

AGENCIES = sorted((ROOT / "tests/agencies").iterdir())
_COMMAND = (sys.executable, "-c", "from ita_site.hosts.cli import main; main()", "many")
_CHANGED = "\n# เปลี่ยน\n"


def write(folder: Path, count: int) -> None:
    """Make a folder of municipalities, each with the data of one of the five."""
    for number in range(count):
        known = AGENCIES[number % len(AGENCIES)]
        shutil.copytree(known, folder / f"{known.name}-{number:05d}")


def rounds(folder: Path, count: int, built: int) -> Iterator[tuple[str, int, Cost]]:
    """Yield what is done, for how many, and its cost."""
    towns, sample = folder / "towns", folder / "sample"
    write(towns, count)
    write(sample, built)
    cache = folder / "cache"
    yield "check", count, run((*_COMMAND, "check", "towns"), folder, cache)
    build = (*_COMMAND, "build", "sample")
    yield "build, nothing remembered", built, run(build, folder, cache)
    yield "build, nothing changed", built, run(build, folder, cache)
    with next(sample.glob("*/agency.yml")).open("a", encoding="utf-8") as file:
        file.write(_CHANGED)
    yield "build, one changed", built, run(build, folder, cache)


@click.command()
@click.option("--count", "counts", type=int, multiple=True, default=(100, 1000, 7850), help="Municipalities checked.")
@click.option("--built", type=int, default=100, show_default=True, help="Of them built, at most.")
def main(counts: tuple[int, ...], built: int) -> None:
    """Print the table."""
    click.echo(f"{os.cpu_count()} cores\n")
    click.echo("| | municipalities | CPU s | wall s | largest process MiB | CPU ms each |")
    click.echo("|---|---:|---:|---:|---:|---:|")
    for count in counts:
        with tempfile.TemporaryDirectory() as made:
            for name, of, cost in rounds(Path(made), count, min(count, built)):
                each = 1000 * cost.cpu / of
                click.echo(f"| {name} | {of:,} | {cost.cpu:.2f} | {cost.wall:.1f} | {cost.peak:.0f} | {each:.1f} |")


if __name__ == "__main__":
    main()
