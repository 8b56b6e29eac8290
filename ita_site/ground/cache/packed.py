"""A value within one that is kept from build to build: most are as they were, and nobody asks what they say."""

from __future__ import annotations

import pickle
import zlib
from typing import Generic, TypeVar

Value = TypeVar("Value")

_FASTEST = 1


class Packed(Generic[Value]):
    """A value that stays packed after it was kept, until it is asked for."""

    __slots__ = ("_bytes", "_value")

    def __init__(self, value: Value) -> None:
        """Hold a value."""
        self._bytes = b""
        self._value = value

    @property
    def value(self) -> Value:
        """The value."""
        if self._bytes:
            # It lies within what was kept whole, and written by this very program.
            self._value, self._bytes = pickle.loads(zlib.decompress(self._bytes)), b""  # noqa: S301
        return self._value

    def __getstate__(self) -> bytes:
        return self._bytes or zlib.compress(pickle.dumps(self._value), _FASTEST)

    def __setstate__(self, state: bytes) -> None:
        self._bytes = state
