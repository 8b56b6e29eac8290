"""What tests share: a project made from a dictionary of files, a copy of the real one, and built sites."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.helpers import TESTS, practice, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what is asked for by hand only."""
    parser.addoption("--full", action="store_true", help="axe-core on every page of every municipality in every mode")


def pytest_configure() -> None:
    """Let what is remembered from build to build lie in this checkout, for the commands that tests run, too.

    They can be interrupted, also where these tests cannot: a shell that starts them in the background sees to that.
    """
    os.environ["XDG_CACHE_HOME"] = str(TESTS.parent / ".cache")
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name no test by bytes: an office file has in it when it was made, which each process of a run does for itself."""
    return argname if isinstance(val, bytes) else None


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
    """Make the project of Mueang Pan — data, content, theme, settings — and return its folder."""
    return sites.copy_project(tmp_path)


def _scope(item: pytest.Item) -> str:
    """Return what stays in one process: the group that a test names, or its module, or that of one municipality."""
    if (group := item.get_closest_marker("xdist_group")) is not None:
        return str(group.args[0])
    agency = item.callspec.params.get("agency", "") if isinstance(item, pytest.Function) and "[" in item.name else ""
    return f"{item.path.relative_to(TESTS).as_posix()} {agency}".strip()


@pytest.hookimpl(tryfirst=True)  # pytest-xdist reads the groups in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests that share what is built follow one another, and stay in one process of `--dist loadgroup`."""
    scopes = [_scope(item) for item in items]
    first = {scope: place for place, scope in reversed([*enumerate(scopes)])}
    items[:] = [item for _, item in sorted(zip(scopes, items, strict=True), key=lambda pair: first[pair[0]])]
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_scope(item)))
        # There it is the browser that runs, or what reads a site: its building is counted in `site_of`.
        reads = item.path.is_relative_to(TESTS / "sites") and "site_of" in getattr(item, "fixturenames", ())
        if reads or item.path.is_relative_to(TESTS / "browser"):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Return what fills a folder by its name once for all processes of a run, whichever asks first.

    The others wait for it. What stands there may be read only.
    """
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"

    def filled(name: str, fill: Callable[[Path], object]) -> Path:
        folder = shared / name
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = folder / "done"
            if not done.exists():
                shutil.rmtree(folder / "it", ignore_errors=True)
                fill(folder / "it")
                done.touch()
        return folder / "it"

    return filled


@pytest.fixture(scope="session")
def site_of(pytestconfig: pytest.Config, once: Callable[[str, Callable[[Path], object]], Path]) -> Callable[..., Path]:
    """Return what builds the site of one of the five municipalities, once for all tests that only read it.

    With `folders=False` the pages are files, as on a USB stick. The project is beside the site. Where lines are
    counted, all five are built first: nothing is counted while a test runs that only reads.
    """

    @cache
    def built(agency: str, *, folders: bool = True) -> Path:
        def build(folder: Path) -> None:
            project = sites.copy_project(folder / "project", sites.AGENCIES[agency])
            sites.build(project, folder / "site", use_directory_urls=folders)

        return once(agency if folders else f"{agency}-files", build) / "site"

    if pytestconfig.pluginmanager.hasplugin("_cov"):
        last = os.environ.get("PYTEST_XDIST_WORKER") == "gw1"  # two processes begin at either end
        for agency in sorted(sites.AGENCIES, reverse=last):
            built(agency)
    return built


@pytest.fixture(scope="session")
def practice_site(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Build the site of the practice set, once for all tests that only read it."""
    return once("practice", practice.build_site) / "site"
