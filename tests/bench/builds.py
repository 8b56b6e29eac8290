"""Builds of one municipality, side by side: ours with nothing, all or almost all remembered, and those of others."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tests.bench import changes, yardsticks
from tests.bench.processes import ROOT, Command, Cost, run, works

if TYPE_CHECKING:
    from collections.abc import Callable

Costs: TypeAlias = "dict[str, Cost]"
"""What the commands of one round took, by their names."""

CLI = str(Path(sysconfig.get_path("scripts")) / "ita-site")
_MKDOCS = (sys.executable, "-m", "mkdocs", "build")  # not --quiet, with which ours notes no build
_ZENSICAL = (sys.executable, "-m", "zensical", "build")
_HUGO = ("hugo", "--quiet", "--destination", "site")
_IMPORTS = "from pathlib import Path; from ita_site.publishing import settings, site"
_LAYER = f"{_IMPORTS}; known = settings.read_settings(Path('mkdocs.yml')); site.build(known.data, known)"

PRUNE, SECTIONS, BARE = (
    "prune: stock MkDocs and Material",
    "sections only, Material's search",
    "the same without search",
)
ZENSICAL, ZENSICAL_AGAIN, HUGO = "Zensical, prune", "Zensical once more", "Hugo, bare"
COLD, WARM, BUILD = "ours, nothing remembered", "ours once more", "ours once more, `ita-site build`"
LAYER, LAYER_WARM, LAYER_CHANGED = "our layer alone", "our layer once more", "our layer, a title changed"
IMPORTS, CHECK = "importing our modules", "`ita-site check`"
CHANGED = {f"ours, {name}": change for name, change in changes.CHANGES.items()}


@dataclass(frozen=True)
class Task:
    """A command of a round, by its name in the tables; it may see what builds of this round before it remembered."""

    name: str
    folder: Path
    command: Command
    remembers: bool = False
    change: Callable[[Path], None] | None = None
    is_there: bool = True


@dataclass(frozen=True)
class Project:
    """A synthetic municipality, with our plugin and as others build it."""

    years: int
    folder: Path

    @classmethod
    def write(cls, folder: Path, years: int) -> Project:
        """Write the project, and the same pages for the others."""
        project = cls(years, folder / str(years))
        ours, bare = project.of("ours"), project.of("bare")
        run((sys.executable, "-m", "tests.bench.synthetic", str(ours / "data"), "--years", str(years)), ROOT)
        for name in ("content", "theme_overrides"):
            shutil.copytree(ROOT / name, ours / name)
        shutil.copy(ROOT / "tests/helpers/mkdocs.yml", ours / "mkdocs.yml")
        run((CLI, "export", str(bare)), ours)
        yardsticks.sections(bare, project.of("sections"))
        for name in ("prune", "zensical"):
            yardsticks.prune(bare, project.of(name))
        yardsticks.hugo(bare, project.of("hugo"))
        return project

    def of(self, builder: str) -> Path:
        """Return the folder that a builder works in."""
        return self.folder / builder

    @property
    def pages(self) -> int:
        """How many pages the last build wrote."""
        return sum(1 for _ in (self.of("ours") / "site").rglob("*.html"))

    def tasks(self) -> list[Task]:
        """Return the commands of a round, in their order."""
        ours, zensical = self.of("ours"), yardsticks.has_zensical()
        return [
            Task(PRUNE, self.of("prune"), _MKDOCS),
            Task(SECTIONS, self.of("sections"), _MKDOCS),
            Task(BARE, self.of("bare"), _MKDOCS),
            Task(ZENSICAL, self.of("zensical"), (*_ZENSICAL, "--clean"), is_there=zensical),
            Task(ZENSICAL_AGAIN, self.of("zensical"), _ZENSICAL, is_there=zensical),
            Task(HUGO, self.of("hugo"), _HUGO, is_there=yardsticks.has_hugo()),
            Task(COLD, ours, _MKDOCS, remembers=True),  # the first of the round that does
            Task(WARM, ours, _MKDOCS, remembers=True),
            Task(BUILD, ours, (CLI, "build"), remembers=True, is_there=works((CLI, "build", "--help"))),
            *(Task(name, ours, _MKDOCS, remembers=True, change=change) for name, change in CHANGED.items()),
            Task(LAYER, ours, (sys.executable, "-c", _LAYER)),
            Task(LAYER_WARM, ours, (sys.executable, "-c", _LAYER), remembers=True),
            Task(LAYER_CHANGED, ours, (sys.executable, "-c", _LAYER), remembers=True, change=changes.other_title),
            Task(IMPORTS, ours, (sys.executable, "-c", _IMPORTS)),
            Task(CHECK, ours, (CLI, "check")),
        ]

    def build(self) -> None:
        """Build our site, for figures of what is built."""
        run(_MKDOCS, self.of("ours"))

    def round(self) -> Costs:
        """Run every command that is there once, and return what each took.

        After a change the project is built again as it was, which does not count: each change is the only one.
        """
        remembered = self.folder / "remembered"
        shutil.rmtree(remembered, ignore_errors=True)
        costs = {}
        for task in self.tasks():
            if task.is_there:
                cache = remembered if task.remembers else None
                with changes.made(task.change, task.folder) if task.change else nullcontext():
                    costs[task.name] = run(task.command, task.folder, cache)
                if task.change:
                    run(task.command, task.folder, cache)
        return costs
