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
def uncollected(*, is_last: bool = False) -> Iterator[None]:
    """Do the work within without looking for garbage; for what makes much and drops it as a whole.

    Args:
        is_last: nothing of the kind follows in this process: what the work leaves need not be looked through.

    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if is_last:
                # What is left is old now, of which Python never counts how much there is.
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
