"""All figures of speed and size in one run, as Markdown: builds, preview, bytes and search; nothing is asserted."""

from __future__ import annotations

import importlib.util
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.bench import builds, tables
from tests.bench.processes import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.bench.builds import Costs, Project

PARTS = ("builds", "serve", "bytes", "search")
_BUILT = "site"


def of_builds(projects: Sequence[Project], runs: int) -> Iterator[str]:
    """Yield the tables of builds, after one round that is not counted."""
    rounds: Mapping[int, list[Costs]] = {project.years: [] for project in projects}
    for number in range(runs + 1):
        for project in projects:
            click.echo(f"round {number} of {runs}, {project.years} years", err=True)
            costs = project.round()
            if number:
                rounds[project.years].append(costs)
    pages = {project.years: project.pages for project in projects}
    for project in projects:
        names = [task.name for task in project.tasks()]
        yield from tables.of_builds(project.years, pages[project.years], names, rounds[project.years])
        yield ""
    yield from tables.of_pages(rounds, pages)


def of_script(name: str, *arguments: str) -> Callable[[Project], Iterator[str]]:
    """Return what prints the figures that another module measures on a project, in a process of its own."""

    def figures(project: Project) -> Iterator[str]:
        module = f"tests.bench.{name}"
        if importlib.util.find_spec(module) is None:
            yield f"{name}: not there"
            return
        click.echo(f"{name}, {project.years} years", err=True)
        told = [each.format(project=project.of("ours"), site=project.of("ours") / _BUILT) for each in arguments]
        with tempfile.TemporaryDirectory() as cache:
            done = subprocess.run(
                (sys.executable, "-m", module, *told),
                cwd=ROOT,
                env=environment(Path(cache)),
                stdout=subprocess.PIPE,
                encoding="utf-8",
                check=False,
            )
        yield from done.stdout.splitlines()
        if done.returncode:
            yield f"{name}: failed"

    return figures


SCRIPTS = {
    "serve": of_script("serve_speed", "{project}"),
    "bytes": of_script("site_bytes", "{site}"),
    "search": of_script("search_speed", "{site}"),
}


@click.command()
@click.option("--runs", type=click.IntRange(1, 100), default=5, show_default=True, help="Counted rounds.")
@click.option("--years", type=click.IntRange(1, 50), multiple=True, default=(1, 3, 10), show_default=True)
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="One part of the figures; may be repeated.")
def main(*, runs: int, years: tuple[int, ...], only: tuple[str, ...]) -> None:
    """Measure on synthetic municipalities of so many years, and print tables with the goals beside the figures."""
    wanted = only or PARTS
    with tempfile.TemporaryDirectory(prefix="ita-bench-") as folder:
        projects = [builds.Project.write(Path(folder), each) for each in sorted(set(years))]
        click.echo(
            f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()},"
            f" MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}, {runs} rounds"
        )
        if "builds" in wanted:
            click.echo("\n".join(["", "## Builds", "", *of_builds(projects, runs)]))
        else:
            for project in projects:
                project.build()
        for part in (each for each in SCRIPTS if each in wanted):
            click.echo(f"\n## {part.capitalize()}")
            for project in projects:
                click.echo("\n".join(["", f"{project.years} years:", "", *SCRIPTS[part](project)]))


if __name__ == "__main__":
    main()
