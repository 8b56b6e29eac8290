"""What is cut short at every moment: a process killed before each of its calls to the system that can change a file."""

from __future__ import annotations

import itertools
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CALLS = ("open", "os.", "shutil.", "ctypes.dlsym", "tempfile.")
_READS = ("os.listdir", "os.scandir", "os.walk", "os.getxattr", "os.listxattr")


def killed_at(number: int, work: Callable[[], object], calls_of: tuple[str, ...] = _CALLS) -> bool:
    """Do some work in a process of its own, which is killed before its call of a number; tell whether it was."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    calls = itertools.count(1)

    def kill(event: str, _: object) -> None:
        if event.startswith(calls_of) and event not in _READS and next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    try:
        work()
    finally:
        os._exit(0)


def ends_with(work: Callable[[], object], error: type[Exception]) -> bool:
    """Tell whether work in a process of its own ends with an error."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    code = 0
    try:
        work()
    except error:
        code = 7
    finally:
        os._exit(code)


def calls_of(work: Callable[[], object], events: tuple[str, ...] = _CALLS) -> int:
    """Return how many calls some work makes, in a process of its own."""
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as told:
            return int(told.read() or 0)
    counted = [0]

    def count(event: str, _: object) -> None:
        counted[0] += event.startswith(events) and event not in _READS

    sys.addaudithook(count)
    try:
        work()
    finally:
        os.write(writing, str(counted[0]).encode())
        os._exit(0)
