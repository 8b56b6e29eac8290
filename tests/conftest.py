"""What tests share: a project made from a dictionary of files, a copy of the real one, and built sites."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what is asked for by hand only."""
    parser.addoption("--full", action="store_true", help="axe-core on every page of every municipality in every mode")


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Write files (path → content) and return the folder they are in; `data/` is below it."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def mueang_pan(tmp_path: Path) -> Path:
    """Copy the real project — data, content, theme, settings — and return its folder."""
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what builds the site of one of the five municipalities, once for all tests that only read it."""

    @cache
    def built(agency: str) -> Path:
        folder = tmp_path_factory.mktemp(agency)
        project = sites.copy_project(folder / "project", sites.AGENCIES[agency])
        return sites.build(project, folder / "site")

    return built
