"""Files whose tables are being looked at, kept in memory for as long as the desk is open."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from threading import Lock

_MOST = 5


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file by the name it had on the clerk's machine."""

    name: str
    data: bytes


class UploadedTables:
    """The last files that were sent, by the digest of each; older ones are forgotten."""

    def __init__(self) -> None:
        """Begin with none."""
        self._files: dict[str, UploadedFile] = {}
        self._lock = Lock()

    def add(self, name: str, data: bytes) -> str:
        """Keep a file; return its digest."""
        digest = hashlib.sha256(data).hexdigest()
        with self._lock:
            self._files.pop(digest, None)
            self._files[digest] = UploadedFile(name, data)
            while len(self._files) > _MOST:
                del self._files[next(iter(self._files))]
        return digest

    def get(self, digest: str) -> UploadedFile | None:
        """Return a file, None where it was never sent or is forgotten."""
        with self._lock:
            return self._files.get(digest)
