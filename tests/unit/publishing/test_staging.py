"""A folder in place of another: the old one or the new one, whole, whatever goes wrong and wherever it lies."""

from __future__ import annotations

import itertools
import os
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_site.publishing import staging
from ita_site.publishing.staging import StagedFolder, contents, system_calls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLD = {"index.html": "old", "2567/index.html": "old", "gone/index.html": "old"}
NEW = {"index.html": "new", "2567/index.html": "new", "2568/index.html": "new", "assets/a.css": "new"}
HIDDEN = {".htaccess": "by hand", ".well-known/security.txt": "by hand"}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder that was published before, with what a webmaster put there."""
    write(tmp_path / "www/site", {**OLD, **HIDDEN})
    return tmp_path / "www/site"


def publish(target: Path) -> staging.Replaced:
    staged = StagedFolder(target)
    try:
        write(staged.folder, NEW)
        return staged.publish()
    finally:
        staged.discard()


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Be in a folder, so that it cannot go away."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def test_the_new_folder_takes_the_place_of_the_old_and_nothing_is_left_beside_it(site: Path) -> None:
    replaced = publish(site)
    assert tree(site) == {**NEW, **HIDDEN}
    assert replaced == staging.Replaced(gone=("gone/index.html",), at_once=True)
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_a_folder_that_is_not_there_yet_is_made_with_those_above_it(tmp_path: Path) -> None:
    publish(tmp_path / "a/b/site")
    assert tree(tmp_path) == {f"a/b/site/{name}": text for name, text in NEW.items()}


def test_a_link_is_followed_and_stays(site: Path, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("www/site")
    publish(tmp_path / "current")
    assert (tmp_path / "current").readlink() == Path("www/site")
    assert tree(site) == {**NEW, **HIDDEN}


def test_a_link_to_a_folder_that_is_not_there_yet_is_followed_too(tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to("releases/8")
    publish(tmp_path / "current")
    assert (tmp_path / "current").readlink() == Path("releases/8")
    assert tree(tmp_path / "releases/8") == NEW


def test_what_a_link_in_the_old_folder_leads_to_is_not_written(site: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {"index.html": "another's"})
    (site / "2568").symlink_to(tmp_path / "elsewhere")
    publish(site)
    assert tree(tmp_path / "elsewhere") == {"index.html": "another's"}
    assert tree(site) == {**NEW, **HIDDEN}


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    write(tmp_path, {"site": "a file"})
    with pytest.raises(NotADirectoryError):
        StagedFolder(tmp_path / "site")
    assert tree(tmp_path) == {"site": "a file"}


def test_what_is_not_published_leaves_the_old_folder_and_nothing_else(site: Path) -> None:
    staged = StagedFolder(site)
    write(staged.folder, NEW)
    staged.discard()
    assert tree(site.parent) == {f"site/{name}": text for name, text in {**OLD, **HIDDEN}.items()}
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_everybody_may_read_what_was_written_under_a_narrow_umask(site: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(site)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (site, *site.rglob("*"))}
    assert modes <= {0o644, 0o755}


def test_what_was_put_there_by_hand_for_the_server_keeps_its_permissions(site: Path) -> None:
    (site / ".htaccess").chmod(0o640)
    publish(site)
    assert stat.S_IMODE((site / ".htaccess").stat().st_mode) == 0o640


def test_a_second_process_waits_for_the_first_and_says_so(site: Path) -> None:
    first = StagedFolder(site)
    waits = threading.Event()
    order: list[str] = []

    def second() -> None:
        staged = StagedFolder(site, waits.set)
        order.append("second")
        write(staged.folder, {"index.html": "second"})
        staged.publish()

    other = threading.Thread(target=second)
    other.start()
    assert waits.wait(20)
    order.append("first")
    write(first.folder, NEW)
    first.publish()
    other.join(20)
    assert order == ["first", "second"]
    assert tree(site) == {"index.html": "second", **HIDDEN}
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_a_file_system_without_locks_is_published_on(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    publish(site)
    assert tree(site) == {**NEW, **HIDDEN}


def test_an_exchange_that_the_system_refuses_leaves_the_old_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(one: Path, other: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(other), None, str(one))

    monkeypatch.setattr(staging, "exchange", refuse)
    with pytest.raises(PermissionError):
        publish(site)
    assert tree(site) == {**OLD, **HIDDEN}
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def publish_with_a_fault(site: Path, when: str, end: str, number: int, *, exchanges: bool) -> int:
    """Publish in a process of its own that is stopped before or after a step, and return its exit code."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = iter(range(1, 1000))
    rename, exchange = Path.rename, system_calls.exchange

    def stop() -> None:
        if end == "killed":
            os._exit(9)
        raise OSError(5, "Input/output error") if end == "refused" else KeyboardInterrupt

    def faulty(step: Callable[[Path, Path], object], one: Path, other: Path) -> object:
        here = next(steps) == number
        if here and when == "before":
            stop()
        done = step(one, other)
        if here and when == "after":
            stop()
        return done

    def swap(one: Path, other: Path) -> bool:
        return exchange(one, other) if exchanges else False

    faults = pytest.MonkeyPatch()
    faults.setattr(Path, "rename", lambda one, other: faulty(rename, one, other))
    for module in (staging, contents):
        faults.setattr(module, "exchange", lambda one, other: faulty(swap, one, other))
    try:
        publish(site)
    except (OSError, KeyboardInterrupt):
        os._exit(1)
    os._exit(0)


def stop_at_every_step(root: Path, *, within: bool) -> int:
    """Publish again and again, each time with one fault more to the end; return how many faults there were."""
    faults = 0
    for case in itertools.product(("before", "after"), ("killed", "refused", "interrupted"), (True, False)):
        when, end, exchanges = case
        for number in itertools.count(1):
            site = root / f"{when}-{end}-{exchanges}-{number}" / "site"
            write(site, {**OLD, **HIDDEN})
            with inside(site if within else root):
                code = publish_with_a_fault(site, when, end, number, exchanges=exchanges)
                expected = [{**NEW, **HIDDEN}, *([{**OLD, **HIDDEN}] if code else [])]
                assert end == "killed" or tree(site) in expected, (case, number, code)
                StagedFolder(site).discard()  # as the next build begins
            assert tree(site) in expected, (case, number, code)
            assert [each.name for each in site.parent.iterdir()] == ["site"]
            if code == 0:
                break
            faults += 1
    return faults


@pytest.mark.parametrize("within", [False, True], ids=["beside", "inside"])
def test_a_step_that_is_killed_or_refused_leaves_the_old_or_the_new_folder(within: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Before and after every step of replacing, with and without a system that exchanges; the next run clears up."""
    root = Path(__file__).parents[3]
    code = f"from {__name__} import *; print(stop_at_every_step(Path({str(tmp_path)!r}), within={within}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    assert int(done.stdout) >= (60 if within else 9)


def test_the_file_that_was_written_last_is_known(site: Path) -> None:
    staged = StagedFolder(site)
    assert staged.newest() == "."
    for number, name in enumerate(("b/index.html", "a/index.html")):
        write(staged.folder, {name: "new"})
        os.utime(staged.folder / name, (number, number))
    assert staged.newest() == "a/index.html"
    staged.discard()


def test_a_folder_that_one_is_in_keeps_its_place_and_gets_the_new_contents(site: Path) -> None:
    with inside(site):
        number = Path().stat().st_ino
        replaced = publish(Path())
        assert Path("index.html").read_text(encoding="utf-8") == "new"
        assert Path().stat().st_ino == number
    assert replaced == staging.Replaced(gone=("gone/index.html",), at_once=False)
    assert tree(site) == {**NEW, **HIDDEN}
    assert not (site / contents.JOURNAL).exists()
