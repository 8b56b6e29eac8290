"""The sample that the repository comes with, and what the tests know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = sites.AGENCIES["mueang-pan"]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_while_the_data_are_the_sample_s_they_are_those_of_the_tests() -> None:
    """An office that takes them away, or puts its own in their place, is asked nothing."""
    ours = files(ROOT / "data")
    if ours.get("agency.yml") == (SAMPLE / "agency.yml").read_bytes():
        assert ours == files(SAMPLE), "a change to the sample is made in data/ and in tests/agencies/mueang-pan"
        assert (ROOT / "mkdocs.yml").read_bytes() == sites.SETTINGS.read_bytes()
