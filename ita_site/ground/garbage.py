"""When Python looks for objects that only hold each other: never in work that ends soon."""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_USUAL = gc.get_threshold()
_MUCH = 100_000
"""How many more objects a process makes that has not ended after all."""


@contextmanager
def _switched(turn: Callable[[], None]) -> Iterator[None]:
    """Turn the looking on or off for the work within, and back to how it was."""
    back = gc.enable if gc.isenabled() else gc.disable
    turn()
    try:
        yield
    finally:
        back()


@contextmanager
def uncollected() -> Iterator[None]:
    """Do the work within without looking for garbage; for what makes much and drops it as a whole."""
    with _switched(gc.disable):
        yield


@contextmanager
def collected() -> Iterator[None]:
    """Look for garbage as usual within work that goes on for hours, whatever it is part of."""
    with _switched(gc.enable):
        yield


@contextmanager
def last_work() -> Iterator[None]:
    """Do the work that a process mostly ends with: nothing is looked through within it, nor at its end.

    In a process that goes on, what it leaves is looked through when such work begins again, or much else is made.
    """
    _leave_at_exit()
    if gc.get_threshold() != _USUAL:
        gc.collect(0)
    with uncollected():
        try:
            yield
        finally:
            gc.set_threshold(gc.get_count()[0] + _MUCH, *_USUAL[1:])
            if _as_usual not in gc.callbacks:
                gc.callbacks.append(_as_usual)


def _as_usual(*_: object) -> None:
    gc.set_threshold(*_USUAL)


@cache
def _leave_at_exit() -> None:
    atexit.register(gc.freeze)  # what is frozen is not looked through


def settle() -> None:
    """Never look again at what is there now, as what was imported stays to the end."""
    gc.freeze()
