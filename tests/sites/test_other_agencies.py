"""No municipality publishes the figures of another: its files in one's own folder are found, with no Git to ask."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.problems import Severity
from ita_site.publishing.data_check import check
from tests.helpers import sites

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("own", "others"), [*itertools.permutations(sites.AGENCIES, 2)])
def test_a_year_of_another_municipality_is_an_error_at_its_name(own: str, others: str, tmp_path: Path) -> None:
    data = shutil.copytree(sites.AGENCIES[own], tmp_path / "data")
    for year in sites.AGENCIES[others].glob("25*"):
        shutil.rmtree(data / year.name, ignore_errors=True)
        shutil.copytree(year, data / year.name)
        told = [
            problem
            for problem in check(data).problems
            if problem.code == "other-agency" and problem.position.path.startswith(f"data/{year.name}/")
        ]
        assert len(told) == 1, "told once a year, not once a file"
        assert told[0].severity is Severity.ERROR
        line = (tmp_path / told[0].position.path).read_text(encoding="utf-8").splitlines()[told[0].position.line - 1]
        assert line.startswith("agency: ")


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_file_of_a_year_says_whose_it_is(agency: str) -> None:
    for path in sites.AGENCIES[agency].glob("25*/**/*.yml"):
        assert "\nagency: " in path.read_text(encoding="utf-8"), path
