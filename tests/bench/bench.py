"""Measure what our layer costs, on a synthetic municipality of one, three and ten years.

Whole processes, in turn, so that a machine that slows down slows all of them; CPU time is that of the
process as the system counts it: user and system, and user alone, as the time to write files depends on the
disk. Medians of ratios within a round are what to trust. Nothing is asserted.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

import click

from tests.bench import synthetic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
YEARS = (1, 3, 10)
Command: TypeAlias = "tuple[str, ...]"
Costs: TypeAlias = "dict[tuple[str, int], Cost]"
"""What the commands of one round took, by name and years."""

_CLI = str(Path(sysconfig.get_path("scripts")) / "ita-site")
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir")
_IMPORTS = "from pathlib import Path; from ita_site.publishing import settings, site"
_LAYER = f"{_IMPORTS}; known = settings.read_settings(Path('mkdocs.yml')); site.build(known.data, known)"


@dataclass(frozen=True)
class Cost:
    """What one process took, in seconds; `cpu` is `user` and what the system did for it, such as writing files."""

    cpu: float
    user: float
    wall: float


@dataclass(frozen=True)
class Project:
    """One municipality: with our plugin, exported for a stock MkDocs with the theme's own search, and without it."""

    years: int
    ours: Path
    stock: Path
    bare: Path

    @property
    def pages(self) -> int:
        """How many pages the last build wrote."""
        return sum(1 for _ in (self.ours / "site").rglob("*.html"))

    def commands(self) -> dict[str, tuple[Path, Command]]:
        """Return the commands of a round by their names, in their order, each with its folder."""
        builds: dict[str, tuple[Path, Command]] = {
            "ours": (self.ours, (*_MKDOCS, str(self.ours / "site"))),
            "warm": (self.ours, (*_MKDOCS, str(self.ours / "site"))),
            "stock": (self.stock, (*_MKDOCS, str(self.stock / "site"))),
            "bare": (self.bare, (*_MKDOCS, str(self.bare / "site"))),
        }
        if self.years < max(YEARS):
            return builds
        return {
            **builds,
            "layer": (self.ours, (sys.executable, "-c", _LAYER)),
            "imports": (self.ours, (sys.executable, "-c", _IMPORTS)),
            "check": (self.ours, (_CLI, "check")),
        }


def prepare(folder: Path, years: int) -> Project:
    """Write a synthetic project and its exports."""
    ours, stock, bare = (folder / f"{name}-{years}" for name in ("ours", "stock", "bare"))
    synthetic.write(ours / "data", years)
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, ours / name)
    shutil.copy(ROOT / "tests/helpers/mkdocs.yml", ours / "mkdocs.yml")
    run((_CLI, "export", str(bare)), ours)
    shutil.copytree(bare, stock)
    settings = (stock / "mkdocs.yml").read_text(encoding="utf-8")
    searching, changed = re.subn(r"(?m)^plugins: *\[\]$", "plugins: [{search: {lang: en}}]", settings)
    if changed != 1:
        message = "the export has plugins of its own; the bench gives the stock build Material's search only"
        raise click.ClickException(message)
    (stock / "mkdocs.yml").write_text(searching, encoding="utf-8")
    return Project(years, ours, stock, bare)


def run(command: Command, folder: Path, cache: Path | None = None) -> Cost:
    """Run a command to its end and return what it took; what it says is shown only when it fails.

    What was made before is remembered in a folder; nothing is, where none is given.
    """
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory() as nothing:
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache or nothing)}
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            message = f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}"
            raise click.ClickException(message)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_utime, wall)


def one_round(projects: Sequence[Project]) -> Costs:
    """Run every command once."""
    return {
        (name, project.years): run(command, folder, folder / ".cache" if name == "warm" else None)
        for project in projects
        for name, (folder, command) in project.commands().items()
    }


def figures(rounds: Sequence[Costs], pages: Mapping[int, int], kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is measured, the figure of that kind (`cpu` or `user`), and the goal."""
    one, three, ten = YEARS

    def all_of(name: str, years: int = ten) -> list[float]:
        return [getattr(costs[name, years], kind) for costs in rounds]

    def further(fewer: int, more: int) -> list[float]:
        pairs = zip(all_of("ours", fewer), all_of("ours", more), strict=True)
        return [1000 * (large - small) / (pages[more] - pages[fewer]) for small, large in pairs]

    def ratio(above: Iterable[float], below: Iterable[float]) -> float:
        return median(a / b for a, b in zip(above, below, strict=True))

    for years in YEARS:
        ours, stock, bare = all_of("ours", years), all_of("stock", years), all_of("bare", years)
        yield f"our build, {years} y, {pages[years]} pages, s", f"{median(ours):.2f}", ""
        yield "  stock build, s", f"{median(stock):.2f}", ""
        yield "  ratio", f"{ratio(ours, stock):.3f}", "≤ 1.05" if years == ten else ""
        yield "  once more, nothing changed", f"{ratio(all_of('warm', years), stock):.3f}", ""
        yield "  ratio to a stock build without a search", f"{ratio(ours, bare):.3f}", ""
    layer = [built - imported for built, imported in zip(all_of("layer"), all_of("imports"), strict=True)]
    yield f"load, check, scores, render, pictures of {ten} y, s", f"{median(layer):.2f}", ""
    yield "  a page, ms", f"{1000 * median(layer) / pages[ten]:.2f}", ""
    yield "  share of our build", f"{ratio(layer, all_of('ours')):.1%}", ""
    yield "  importing our modules, s", f"{median(all_of('imports')):.2f}", ""
    yield f"a further page, {one} to {three} y, ms", f"{median(further(one, three)):.2f}", ""
    yield f"  {three} to {ten} y, ms", f"{median(further(three, ten)):.2f}", ""
    yield "  ratio", f"{ratio(further(three, ten), further(one, three)):.2f}", "0.85–1.15"


def table(rounds: Sequence[Costs], pages: Mapping[int, int]) -> Iterator[str]:
    """Yield the lines of the table. A ratio is the median of the ratios within each round."""
    yield f"{'medians':<44}{'user+sys':>10}{'user':>10}{'goal':>12}"
    both = zip(figures(rounds, pages, "cpu"), figures(rounds, pages, "user"), strict=True)
    for (what, cpu, goal), (_, user, _) in both:
        yield f"{what:<44}{cpu:>10}{user:>10}{goal:>12}".rstrip()
    wall = median(costs["check", max(YEARS)].wall for costs in rounds)
    yield f"{f'ita-site check of {max(YEARS)} y, wall s':<44}{wall:>10.2f}{'':>10}{'< 2':>12}"


@click.command()
@click.option("--runs", type=click.IntRange(1, 100), default=5, show_default=True, help="Counted rounds.")
def main(*, runs: int) -> None:
    """Measure, after one round that is not counted, and print medians beside the goals."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # Python compiles its modules once, as on any machine
    with tempfile.TemporaryDirectory(prefix="ita-bench-") as folder:
        projects = [prepare(Path(folder), years) for years in YEARS]
        one_round(projects)
        rounds = [one_round(projects) for _ in range(runs)]
        click.echo(
            f"{os.cpu_count()} cores, Python {platform.python_version()}, MkDocs {version('mkdocs')},"
            f" Material {version('mkdocs-material')}, {runs} rounds\n"
        )
        click.echo("\n".join(table(rounds, {project.years: project.pages for project in projects})))


if __name__ == "__main__":
    main()
