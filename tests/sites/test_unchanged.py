"""A build of what has not changed since the last one: nothing is done, all is told, and whatever differs counts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ita_site.publishing.last_build import Inputs
from tests.helpers import sites
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNCHANGED = "ไม่มีอะไรเปลี่ยน"
MISPRINT = "“แจกเวียน” น่าจะเป็น “แจ้งเวียน”"


@pytest.fixture
def office(mueang_pan: Path, tmp_path: Path) -> Callable[..., str]:
    """Return what runs a command in the real project, with a folder of its own for what is remembered."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def run(*command: str, **variables: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=mueang_pan,
            env={**environment, **variables},
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stderr + done.stdout

    return run


BUILD = ("-m", "mkdocs", "build")
OURS = ("-c", "from ita_site.hosts.cli import main; main()", "build")


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_further_build_changes_nothing_and_tells_what_the_first_one_told(
    mueang_pan: Path, office: Callable[..., str]
) -> None:
    first = office(*BUILD)
    assert UNCHANGED not in first
    assert MISPRINT in first
    before = contents(mueang_pan / "site")
    for command in (BUILD, OURS):
        told = office(*command)
        assert UNCHANGED in told
        assert MISPRINT in told
        assert contents(mueang_pan / "site") == before
    assert [each.name for each in mueang_pan.glob(".site*/*")] in ([], ["lock"])
    assert UNCHANGED not in office(*OURS, "--no-cache")
    assert contents(mueang_pan / "site") == before


def test_a_further_command_of_the_same_process_changes_nothing_either(office: Callable[..., str]) -> None:
    twice = "from mkdocs.__main__ import build_command as b; b(standalone_mode=False); b(standalone_mode=False)"
    told = office("-c", twice)
    assert told.count(UNCHANGED) == 1
    assert "Traceback" not in told


def test_a_site_that_was_touched_is_made_anew(mueang_pan: Path, office: Callable[..., str]) -> None:
    office(*OURS)
    before = contents(mueang_pan / "site")
    (mueang_pan / "site/index.html").write_text("broken", encoding="utf-8")
    assert UNCHANGED not in office(*OURS)
    assert contents(mueang_pan / "site") == before
    (mueang_pan / "site/2568/index.html").unlink()
    assert UNCHANGED not in office(*BUILD)
    assert contents(mueang_pan / "site") == before
    shutil.rmtree(mueang_pan / "site")
    assert UNCHANGED not in office(*OURS)
    assert contents(mueang_pan / "site") == before


def test_what_a_strict_build_refuses_it_refuses_again(mueang_pan: Path, office: Callable[..., str]) -> None:
    sites.replace(mueang_pan / "data/2568/result.yml", "total: 99.37", "total: 98.00")
    assert "คำเตือน" not in office(*OURS)
    for command in (OURS, BUILD):
        with pytest.raises(subprocess.CalledProcessError) as refused:
            office(*command, "--strict")
        assert "--strict จึงไม่เผยแพร่" in refused.value.stderr
    assert UNCHANGED in office(*OURS)


def test_what_is_refused_changes_nothing_in_the_old_site(mueang_pan: Path, office: Callable[..., str]) -> None:
    with (mueang_pan / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_templates: [office.txt]\n")
    (mueang_pan / "content/office.txt").write_text("{{ config.site_name }}", encoding="utf-8")
    office(*BUILD, "--strict")
    before = contents(mueang_pan / "site")
    assert "ความโปร่งใส" in before["office.txt"].decode()
    sites.replace(mueang_pan / "mkdocs.yml", "site_name: ความโปร่งใส", "site_name: ชื่ออื่น")
    sites.replace(mueang_pan / "data/2568/result.yml", "total: 99.37", "total: 98.00")
    with pytest.raises(subprocess.CalledProcessError):
        office(*BUILD, "--strict")
    assert contents(mueang_pan / "site") == before


def test_a_variable_that_settings_ask_for_counts(mueang_pan: Path, office: Callable[..., str]) -> None:
    sites.replace(mueang_pan / "mkdocs.yml", "site_url: https://ita.town.go.th/", "site_url: !ENV [ADDRESS]")
    office(*OURS, ADDRESS="https://one.go.th/")
    assert UNCHANGED in office(*OURS, ADDRESS="https://one.go.th/")
    assert UNCHANGED not in office(*OURS, ADDRESS="https://two.go.th/")
    assert "https://two.go.th/" in (mueang_pan / "site/index.html").read_text(encoding="utf-8")


def test_a_build_in_which_another_plugin_has_a_say_is_made_each_time(
    mueang_pan: Path, office: Callable[..., str]
) -> None:
    sites.replace(mueang_pan / "mkdocs.yml", "  - ita-site", "  - search\n  - ita-site")
    office(*BUILD)
    assert UNCHANGED not in office(*BUILD)


@pytest.fixture
def inputs(mueang_pan: Path) -> Inputs:
    """Return what the project is made from."""
    folders = tuple(str(mueang_pan / each) for each in ("data", "content", "documents", "theme_overrides"))
    return Inputs((str(mueang_pan / "mkdocs.yml"),), folders, folders[:2])


def _empty_folder(root: Path) -> None:
    (root / "data/2566").mkdir()


def _renamed(root: Path) -> None:
    measures = root / "data/2568/measures"
    (measures / "e-service.yml").rename(measures / "e-services.yml")


def _template(root: Path) -> None:
    (root / "documents").mkdir()
    (root / "documents/default.docx").write_bytes(b"")


def _commit(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a value": lambda root: sites.replace(root / "data/2568/result.yml", "97.96", "97.95"),
    "a file of a name that was not there": lambda root: (root / "data/2568/gaps.yml").write_text("", encoding="utf-8"),
    "a file less": lambda root: (root / "data/2568/reports/annual.yml").unlink(),
    "another name": _renamed,
    "an empty folder": _empty_folder,
    "a page by hand": lambda root: (root / "content/x.md").write_text("# x", encoding="utf-8"),
    "a template of papers": _template,
    "a template of the theme": lambda root: (root / "theme_overrides/404.html").write_text("", encoding="utf-8"),
    "a setting": lambda root: sites.replace(root / "mkdocs.yml", "ความโปร่งใส", "โปร่งใส"),
    "a commit": _commit,
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_of_what_a_site_is_made_from_is_seen(mueang_pan: Path, inputs: Inputs, change: str) -> None:
    before = inputs.digest()
    assert inputs.digest() == before
    CHANGES[change](mueang_pan)
    assert inputs.digest() != before


def test_a_library_of_another_version_is_seen(inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "other-packages"
    (installed / "library-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(installed))
    before = inputs.digest()
    (installed / "library-1.0.dist-info").rename(installed / "library-1.1.dist-info")
    assert inputs.digest() != before
