"""Measure what our layer costs, on a synthetic municipality of one, three and ten years.

Whole processes, in turn, so that a machine that slows down slows all of them; CPU time is that of the
process as the system counts it. Medians of ratios within a round are what to trust. Nothing is asserted.
"""

from __future__ import annotations

import os
import platform
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
import synthetic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
YEARS = (1, 3, 10)
Command: TypeAlias = "tuple[str, ...]"
Costs: TypeAlias = "dict[tuple[str, int], Cost]"
"""What the commands of one round took, by name and years."""

_CLI = str(Path(sysconfig.get_path("scripts")) / "ita-site")
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir")
_IMPORTS = "from pathlib import Path; from ita_site import site"
_LAYER = f"{_IMPORTS}; site.build(Path('data'))"


@dataclass(frozen=True)
class Cost:
    """What one process took, in seconds."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Project:
    """One municipality twice: with our plugin, and exported for a stock MkDocs."""

    years: int
    ours: Path
    stock: Path

    @property
    def pages(self) -> int:
        """How many pages the last build wrote."""
        return sum(1 for _ in (self.ours / "site").rglob("*.html"))

    def commands(self) -> dict[str, tuple[Path, Command]]:
        """Return the commands of a round by their names, in their order, each with its folder."""
        builds: dict[str, tuple[Path, Command]] = {
            "ours": (self.ours, (*_MKDOCS, str(self.ours / "site"))),
            "stock": (self.stock, (*_MKDOCS, str(self.stock / "site"))),
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
    """Write a synthetic project and its export."""
    ours, stock = folder / f"ours-{years}", folder / f"stock-{years}"
    synthetic.write(ours / "data", years)
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, ours / name)
    shutil.copy(ROOT / "mkdocs.yml", ours)
    run((_CLI, "export", str(stock)), ours)
    return Project(years, ours, stock)


def run(command: Command, folder: Path) -> Cost:
    """Run a command to its end and return what it took; what it says is shown only when it fails."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            message = f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}"
            raise click.ClickException(message)
    return Cost(usage.ru_utime + usage.ru_stime, wall)


def one_round(projects: Sequence[Project]) -> Costs:
    """Run every command once."""
    return {
        (name, project.years): run(command, folder)
        for project in projects
        for name, (folder, command) in project.commands().items()
    }


def table(rounds: Sequence[Costs], pages: Mapping[int, int]) -> Iterator[str]:
    """Yield the lines of the table. A ratio is the median of the ratios within each round."""
    one, three, ten = YEARS

    def cpu(name: str, years: int = ten) -> list[float]:
        return [costs[name, years].cpu for costs in rounds]

    def per_page(fewer: int, more: int) -> list[float]:
        further = pages[more] - pages[fewer]
        return [1000 * (b - a) / further for a, b in zip(cpu("ours", fewer), cpu("ours", more), strict=True)]

    def ratio(above: Iterable[float], below: Iterable[float]) -> float:
        return median(a / b for a, b in zip(above, below, strict=True))

    yield f"{'mkdocs build, CPU seconds':<38}{'pages':>8}{'ours':>8}{'stock':>8}{'ratio':>8}   goal"
    for years in YEARS:
        ours, stock = cpu("ours", years), cpu("stock", years)
        goal = "   ≤ 1.05" if years == ten else ""
        name = f"{years} {'year' if years == one else 'years'}"
        yield f"{name:<38}{pages[years]:>8}{median(ours):>8.2f}{median(stock):>8.2f}{ratio(ours, stock):>8.3f}{goal}"
    layer = [built - imported for built, imported in zip(cpu("layer"), cpu("imports"), strict=True)]
    early, late = per_page(one, three), per_page(three, ten)
    yield ""
    for what, figure, goal in (
        ("load, check, scores, render of 10 years, CPU seconds", f"{median(layer):.2f}", ""),
        ("  share of the build", f"{ratio(layer, cpu('ours')):.1%}", "< 10 %"),
        ("imports of our layer, CPU seconds", f"{median(cpu('imports')):.2f}", ""),
        ("a further page, from 1 to 3 years, CPU ms", f"{median(early):.2f}", ""),
        ("a further page, from 3 to 10 years, CPU ms", f"{median(late):.2f}", ""),
        ("  ratio", f"{ratio(late, early):.2f}", "0.85 to 1.15"),
        ("ita-site check of 10 years, wall seconds", f"{median(c['check', ten].wall for c in rounds):.2f}", "< 2"),
    ):
        yield f"{what:<62}{figure:>8}   {goal}".rstrip()


@click.command()
@click.option("--runs", type=click.IntRange(1, 100), default=5, show_default=True, help="Counted rounds.")
def main(*, runs: int) -> None:
    """Measure, after one round that is not counted, and print medians beside the goals."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory(prefix="ita-bench-") as folder:
        projects = [prepare(Path(folder), years) for years in YEARS]
        one_round(projects)
        rounds = [one_round(projects) for _ in range(runs)]
        click.echo(
            f"{os.cpu_count()} cores, Python {platform.python_version()}, MkDocs {version('mkdocs')},"
            f" Material {version('mkdocs-material')}; medians of {runs} rounds\n"
        )
        click.echo("\n".join(table(rounds, {project.years: project.pages for project in projects})))


if __name__ == "__main__":
    main()
