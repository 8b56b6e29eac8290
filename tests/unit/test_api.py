"""The public names of the package: what they do for a program, and that a type checker knows them."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources
from typing import TYPE_CHECKING, assert_type

import pytest

import ita_site
from ita_site.publishing.data_check import Checked
from ita_site.publishing.site import Site
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from pathlib import Path


def test_a_program_checks_builds_and_exports(mueang_pan: Path, tmp_path: Path) -> None:
    checked = ita_site.check(mueang_pan / "data")
    assert_type(checked, Checked)
    assert [problem for problem in checked.problems if problem.severity == "error"] == []

    settings = ita_site.read_settings(mueang_pan / "mkdocs.yml")
    assert_type(settings, ita_site.Settings)
    site = ita_site.build(mueang_pan / "data", settings)
    assert_type(site, Site)
    assert "2568/index.md" in {page.path for page in site.pages}

    ita_site.export(site, settings, tmp_path / "out")
    assert (tmp_path / "out/content/2568/index.md").is_file()


def test_a_program_learns_every_problem_of_faulty_data(mueang_pan: Path) -> None:
    replace(mueang_pan / "data/2568/result.yml", "total: 99.37", "total: 9937")

    with pytest.raises(ita_site.InvalidData) as caught:
        ita_site.build(mueang_pan / "data")
    assert "out-of-range" in {problem.code for problem in caught.value.problems}


def test_a_program_learns_why_nothing_is_exported(mueang_pan: Path) -> None:
    settings = ita_site.read_settings(mueang_pan / "mkdocs.yml")
    site = ita_site.build(mueang_pan / "data", settings)
    with pytest.raises(ita_site.CannotExport):
        ita_site.export(site, settings, mueang_pan)


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(ita_site, name) for name in ita_site.__all__)
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        getattr(ita_site, "bild")  # noqa: B009 - a type checker would refuse it


def test_the_package_says_that_it_is_typed() -> None:
    assert (resources.files("ita_site") / "py.typed").is_file()


def test_importing_the_package_imports_none_of_its_wings() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, ita_site; print([m for m in sys.modules if m.startswith('ita_site.')])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "[]\n"
