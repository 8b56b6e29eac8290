"""A task for one municipality, done in a child process: it may die, hang or fail, and no other task notices."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from queue import Empty, Queue
from typing import Any

MOST_TRIES = 3
_LOCAL = threading.local()
"""The child of each thread, which goes from task to task: MkDocs takes half a second to import."""
_CHILDREN: set[_Child] = set()
_STOPPED = threading.Event()


class Job(StrEnum):
    """What is to be done for a municipality."""

    BUILD = "build"
    CHECK = "check"
    FACTS = "facts"
    """What it has published, as values for the pages of all."""


class Ending(StrEnum):
    """What came of a task."""

    DONE = "done"
    UNCHANGED = "unchanged"
    """There was nothing to do."""
    REFUSED = "refused"
    """The data or the settings have errors, or the system has refused."""
    DIED = "died"
    """The process ended each time before the task was done."""
    TIMED_OUT = "timed-out"
    STOPPED = "stopped"
    """Somebody has ended the whole round."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, as plain values that any executor can send: paths are absolute.

    Args:
        id: the municipality.
        job: what is to be done.
        settings: the settings of its project.
        site: the folder of its site.
        kept: the folder for what is remembered of each municipality; of its facts, the one they are written to.
        strict: whether warnings are errors.
        fresh: whether nothing remembered counts, and nothing is remembered.
        shared: the folder of the files that sites have in common; empty where each has its own.
        seconds: how long a try may take.

    """

    id: str
    job: Job
    settings: str
    site: str
    kept: str
    strict: bool = False
    fresh: bool = False
    shared: str = ""
    seconds: float = 300


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task, how often it was tried, and what was told, as a person reads it.

    `notes` is what should be known where all is well, too: the settings of its own that were not used.
    """

    id: str
    result: Ending
    told: str = ""
    tries: int = 1
    notes: str = ""

    @property
    def is_good(self) -> bool:
        """Tell whether the municipality is as it was asked to be."""
        return self.result in {Ending.DONE, Ending.UNCHANGED}


def perform(task: Task) -> Outcome:
    """Do a task in the child of this thread; one that dies or hangs is replaced, and the task tried again."""
    ended = Ending.DIED
    for tried in range(1, MOST_TRIES + 1):
        known: _Child | None = getattr(_LOCAL, "child", None)
        child = known if known in _CHILDREN else _Child()  # another thread may have dismissed it
        _LOCAL.child = child
        if _STOPPED.is_set():  # after the child is known to who stops all
            return Outcome(task.id, Ending.STOPPED, "", tried)
        try:
            answer = child.ask(task)
        except _ChildLost as lost:
            child.kill()
            _LOCAL.child, ended = None, lost.result
            if _STOPPED.is_set():
                return Outcome(task.id, Ending.STOPPED, "", tried)
            continue
        return Outcome(task.id, Ending(answer["result"]), answer["told"], tried)
    return Outcome(task.id, ended, "", MOST_TRIES)


def dismiss() -> None:
    """Let the children of this process end, once no thread has a task."""
    for child in list(_CHILDREN):
        child.dismiss()


def stop() -> None:
    """End the children of this process, whatever they do, and begin nothing more until `resume`."""
    _STOPPED.set()
    for child in list(_CHILDREN):
        child.end()


def resume() -> None:
    """Let tasks be done again."""
    _STOPPED.clear()


class _ChildLost(Exception):
    def __init__(self, result: Ending) -> None:
        super().__init__(result)
        self.result = result


class _Child:
    """A process that does one task after another; it ends when nobody is there to give it any."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ita_site.hosts.many.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: Queue[bytes] = Queue()
        # A pipe cannot be waited for with a limit of time on every system; a thread that reads it can.
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        _CHILDREN.add(self)

    def ask(self, task: Task) -> dict[str, Any]:
        """Return the answer to a task.

        Raises:
            _ChildLost: the process has ended, or not answered in time.

        """
        written = json.dumps(asdict(task)).encode() + b"\n"
        try:
            if self._process.stdin is None:
                raise _ChildLost(Ending.DIED)
            self._process.stdin.write(written)
            self._process.stdin.flush()
            answer = self._answers.get(timeout=task.seconds)
        except OSError:
            raise _ChildLost(Ending.DIED) from None
        except Empty:
            raise _ChildLost(Ending.TIMED_OUT) from None
        if not answer:
            raise _ChildLost(Ending.DIED)
        answered: dict[str, Any] = json.loads(answer)
        return answered

    def end(self) -> None:
        """End the process, whatever it does; who waits for its answer hears of it."""
        self._process.kill()

    def kill(self) -> None:
        """End the process, and clear up behind it."""
        self.end()
        self.dismiss()

    def dismiss(self) -> None:
        """Give the process no more tasks, with which it ends."""
        _CHILDREN.discard(self)
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        self._process.wait()
        self._listener.join()

    def _listen(self) -> None:
        if self._process.stdout:
            with self._process.stdout as answers:
                for line in answers:
                    self._answers.put(line)
        self._answers.put(b"")
