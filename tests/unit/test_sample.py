"""The sample that the repository comes with, and what the tests know of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = sites.AGENCIES["mueang-pan"]


def files(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, but for where the schema stands from there."""
    return {
        path.relative_to(folder).as_posix(): re.sub(rb"\A# yaml-language-server: .*\n", b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_while_the_data_are_the_sample_s_they_are_those_of_the_tests() -> None:
    """An office that takes them away, or puts its own in their place, is asked nothing."""
    ours, theirs = files(ROOT / "data"), files(SAMPLE)
    if ours.get("agency.yml") == theirs["agency.yml"]:
        assert ours == theirs, "a change to the sample is made in data/ and in tests/agencies/mueang-pan"
        assert (ROOT / "mkdocs.yml").read_bytes() == sites.SETTINGS.read_bytes()
