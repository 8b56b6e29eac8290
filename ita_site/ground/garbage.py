"""When Python looks for objects that only hold each other: never in work that ends soon."""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Do the work within without looking for garbage; for what makes much and drops it as a whole."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            # What the work has left is old now. As young it would be looked through at once, and mostly for nothing.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def settle() -> None:
    """Never look again at what is there now, as what was imported stays to the end."""
    gc.freeze()


@cache
def leave_at_exit() -> None:
    """Look for no garbage when the process ends, which would take a twentieth of a build."""
    atexit.register(gc.freeze)
