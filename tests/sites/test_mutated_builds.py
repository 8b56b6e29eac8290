"""Two hundred changes of two projects: after each, a build with all that is remembered gives what a clean one gives.

What other generators got wrong are its kinds, each of which comes first at least once: a template, a version, a name,
an option, an emptied folder, a file that only a part of a page reads (`tests/helpers/mutations`). A chunk starts from a
state of its own and from its own seed, so that it is repeated alone: `-k "practice and 2"`. The last chunk of
each project is built as `mkdocs serve` builds, in one process by one plugin.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.mutations import KINDS, both_ways
from tests.helpers.mutations.project import NotApplicable, Project, files_of
from tests.helpers.mutations.served import ServedProject

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.mutations.both_ways import Built

SETS = ("mueang-pan", "practice")
CHUNKS, STEPS = 5, 16
UNCHANGED = "ไม่มีอะไรเปลี่ยน"


class Trial:
    """A project, its changes so far, and what a clean build of each of its states gives."""

    def __init__(self, base: Path, name: str, seed: int, *, is_served: bool = False) -> None:
        self.chance = Random(f"{name} {seed}")  # noqa: S311 - to be repeated, not to be secret
        self.project = Project(base, name)
        self.done: list[str] = []
        self._clean: dict[str, Built] = {}
        self._served = ServedProject(self.project, base / "served") if is_served else None
        self._good = self.project.state()

    def change(self, kinds: list[str]) -> None:
        """Change the project in the way of one of these kinds that can be."""
        known = {each.__name__: each for each in KINDS}
        for kind in kinds:
            try:
                self.done.append(f"{kind} {known[kind](self.project, self.chance)}")
            except NotApplicable:
                continue
            return

    def check(self) -> None:
        """Build both ways."""
        if self._served is not None:
            self._check_served(self._served)
            return
        project, way = self.project, self.chance.choice(both_ways.WAYS)
        before = files_of(project.site)
        expected = self._clean_build()
        found = both_ways.build(project, way)
        where = f"{self._history()}{way.__name__}: "
        told = sorted({*found.told} ^ {*expected.told})
        assert found.told == expected.told, f"{where}told otherwise: {told}"
        if expected.files is None:
            assert found.files is None, where
            differs = both_ways.difference(before, files_of(project.site))
            assert not differs, f"{where}the old site was to stay: {differs}"
        else:
            assert found.files is not None, where
            differs = both_ways.difference(expected.files, found.files)
            assert not differs, f"{where}{differs}"

    def _check_served(self, served: ServedProject) -> None:
        """Build as a preview after a save, and as one that begins, which does not while a project cannot be built."""
        found, expected = both_ways.build_served(self.project, served), self._clean_build()
        if expected.files is not None:
            told = sorted({*found.told} ^ {*expected.told})
            assert found.told == expected.told, f"{self._history()}preview: told otherwise: {told}"
            differs = both_ways.difference(expected.files, found.files or {})
            assert not differs, f"{self._history()}preview: {differs}"

    def check_another_process(self) -> None:
        """Build in a process that has nothing in its memory that files do not tell; a preview has told such a one."""
        if self._served is not None:
            return
        project = self.project
        environment = {**project.variables, "XDG_CACHE_HOME": str(project.cache), "PYTHONPATH": str(project.packages)}
        options = ["--config-file", str(project.settings), "--site-dir", str(project.site)]
        run = sites.run_mkdocs("build", *options, project=project.root, environment=environment)
        assert run.returncode == 0, run.stdout
        differs = both_ways.difference(self._clean_build().files or {}, files_of(project.site))
        assert not differs, f"{self._history()}in another process: {differs}"

    @property
    def is_good(self) -> bool:
        return self._clean_build().files is not None

    def remember(self) -> None:
        """Keep the state that can be built, to go back to it."""
        self._good = self.project.state()
        self.project.earlier.append(self._good)

    def mend(self) -> None:
        """Make the project what it was before it could not be built."""
        self.project.restore(self._good)
        self.done.append("mend")

    def _history(self) -> str:
        return "\n".join(["after", *(f"{place}. {each}" for place, each in enumerate(self.done, start=1)), ""])

    def _clean_build(self) -> Built:
        state = self.project.digest(self.project.variables)
        if state not in self._clean:
            clean = both_ways.build_clean if self._served is None else both_ways.build_served_clean
            self._clean[state] = clean(self.project)
        return self._clean[state]


def _kinds(place: int, chance: Random) -> list[list[str]]:
    """Return which kinds to try for each change: over all chunks each kind comes first at least once."""
    names = [each.__name__ for each in KINDS]
    first = [names[(place * STEPS + each) % len(names)] for each in range(STEPS)]
    chance.shuffle(first)
    return [[each, *chance.sample(names, len(names))] for each in first]


CASES = [
    pytest.param(name, chunk, marks=pytest.mark.xdist_group(f"mutated {name} {chunk}"), id=f"{name}-{chunk}")
    for name in SETS
    for chunk in range(CHUNKS)
]


def test_there_is_a_change_for_each_kind() -> None:
    assert len(SETS) * CHUNKS * STEPS >= len(KINDS)


@pytest.mark.parametrize(("name", "chunk"), CASES)
def test_after_each_change_a_build_gives_what_a_clean_one_gives(tmp_path: Path, name: str, chunk: int) -> None:
    trial = Trial(tmp_path, name, chunk, is_served=chunk == CHUNKS - 1)
    trial.check()
    for kinds in _kinds(SETS.index(name) * CHUNKS + chunk, trial.chance):
        if not trial.is_good:
            trial.mend()
            trial.check()
        trial.remember()
        trial.change(kinds)
        if trial.chance.random() < 0.35:
            trial.change(kinds[1:])
        trial.check()
        trial.project.is_strict = False
    if not trial.is_good:
        trial.mend()
    trial.check_another_process()
