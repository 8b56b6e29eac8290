"""The sample that the repository comes with, and what the tests know of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

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


def settings(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_while_the_data_are_the_sample_s_they_are_those_of_the_tests() -> None:
    """An office that takes them away, or puts its own in their place, is asked nothing."""
    ours, theirs = files(ROOT / "data"), files(SAMPLE)
    if ours.get("agency.yml") == theirs["agency.yml"]:
        assert ours == theirs, "a change to the sample is made in data/ and in tests/agencies/mueang-pan"
        said = {key: each for key, each in settings(sites.SETTINGS).items() if key not in {"site_url", "extra"}}
        assert settings(ROOT / "mkdocs.yml") == said, "but for the addresses, which nobody can know beforehand"
