"""What a preview hears of: a file saved in any way an editor has, and nothing that is only read."""

from __future__ import annotations

from queue import Queue
from typing import TYPE_CHECKING

import pytest
from watchdog.events import FileSystemEventHandler

from ita_site.hosts.mkdocs_plugin.saved_files import SavedFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from watchdog.events import FileSystemEvent


class Heard(FileSystemEventHandler):
    def __init__(self) -> None:
        self.names: Queue[str] = Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.put(str(event.dest_path or event.src_path))

    def hears_of(self, path: Path) -> bool:
        """Wait until something is heard of a file, and forget what was heard till then."""
        while (name := self.names.get(timeout=20)) != str(path):
            pass
        return name == str(path)


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """Return what hears of a folder and of the settings beside it."""
    (tmp_path / "data/2568").mkdir(parents=True)
    for name in ("data/2568/result.yml", "mkdocs.yml"):
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    heard, observer = Heard(), SavedFiles()
    for path in (tmp_path / "data", tmp_path / "mkdocs.yml"):
        observer.schedule(heard, str(path), recursive=True)
    observer.start()
    yield heard
    observer.stop()
    observer.join()


def overwritten(path: Path) -> None:
    path.write_text("a: 2\n", encoding="utf-8")


def replaced(path: Path) -> None:
    path.with_suffix(".new").write_text("a: 2\n", encoding="utf-8")
    path.with_suffix(".new").replace(path)


@pytest.mark.parametrize("save", [overwritten, replaced])
def test_each_save_is_heard_of_again_and_again(tmp_path: Path, heard: Heard, save: Callable[[Path], None]) -> None:
    for name in ("data/2568/result.yml", "mkdocs.yml") * 2:
        save(tmp_path / name)
        assert heard.hears_of(tmp_path / name)


def test_what_comes_and_goes_is_heard_of_and_what_is_read_is_not(tmp_path: Path, heard: Heard) -> None:
    added = tmp_path / "data/2569/plan.yml"
    added.parent.mkdir()
    added.write_text("a: 1\n", encoding="utf-8")
    assert heard.hears_of(added)
    (tmp_path / "data/2568/result.yml").read_text(encoding="utf-8")
    (tmp_path / "site.txt").write_text("beside the settings", encoding="utf-8")
    added.unlink()
    assert heard.hears_of(added)
    while not heard.names.empty():
        assert heard.names.get() == str(added)
