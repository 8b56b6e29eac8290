"""What tells `mkdocs serve` that a file was saved: the system itself where it does, else looking twice a second.

No system tells of every folder: of a share, or of a disk that a virtual machine lends, it may say nothing. So both
begin, and looking ends with the first change that the system tells of.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.api import ObservedWatch

_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""What the system is asked to tell: not that a file was opened or read, since a build reads them all."""


def watch(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the system tell a preview of what is saved."""
    begun = []
    for path in (config.docs_dir, config.config_file_path or "", *config.theme.dirs):
        with suppress(KeyError):
            server.unwatch(path)
            begun.append(path)
    server.observer = SavedFiles()
    for path in begun:
        server.watch(path)


class SavedFiles(PollingObserver):
    """Looks for changes as MkDocs does, until the system has told of one; of the others only the system tells."""

    def __init__(self) -> None:
        super().__init__(timeout=0.5)
        self._system = Observer()

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str | Path,
        **options: Any,  # noqa: ANN401 - as the library has them
    ) -> ObservedWatch:
        """Let a handler be told of a file, or of all below a folder."""
        # Many editors put another file in the place of the one that is saved: its folder hears of it.
        folder, only = (path, None) if Path(path).is_dir() else (Path(path).parent, str(path))
        told = _Told(event_handler, only, self.unschedule_all)
        self._system.schedule(told, str(folder), recursive=only is None, event_filter=_CHANGES)
        return super().schedule(event_handler, path, **options)

    def start(self) -> None:
        """Begin both ways."""
        super().start()
        with suppress(OSError):  # the system watches no more folders than it is allowed to
            self._system.start()

    def on_thread_stop(self) -> None:
        """End both."""
        self._system.stop()
        super().on_thread_stop()


class _Told(FileSystemEventHandler):
    """Hands on what the system tells, of one file or of all."""

    def __init__(self, handler: FileSystemEventHandler, only: str | None, once_told: Callable[[], None]) -> None:
        self._handler, self._only, self._once_told = handler, only, once_told

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand on a change."""
        if self._only in {None, event.src_path, event.dest_path}:
            self._once_told()
            self._handler.dispatch(event)
