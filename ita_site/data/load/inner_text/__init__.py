"""The text inside the files beside the data: what a reader sees, and what he does not see but everyone can find.

It is read when a check asks for it, once for each file, within limits, and whatever state the file is in.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.data.load.attachments.file_content import OFFICE, PICTURES, AttachmentKind
from ita_site.data.load.inner_text.gathering import FileText, Gathering, TextPart, Trace, TraceKind

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.data.load.attachments import PublishedFile

__all__ = ["FileText", "TextPart", "Trace", "TraceKind", "of_bytes", "of_file"]


def of_file(file: PublishedFile) -> FileText:
    """Return the text inside a file beside the data; of a file that is gone or cannot be read, what was read of it.

    It is that of the file as it lies there, also of what is cut from a picture before it is published.
    """
    try:
        status = file.source.stat()
        return _of_path(file.source, file.kind, status.st_size, status.st_mtime_ns)
    except OSError:
        return FileText(is_whole=False)


@lru_cache(maxsize=200)
def _of_path(path: Path, kind: AttachmentKind, size: int, changed: int) -> FileText:
    """Read a file once while `mkdocs serve` runs; it is another file when its size or time is another."""
    del size, changed
    return of_bytes(path.read_bytes(), kind)


def of_bytes(data: bytes, kind: AttachmentKind) -> FileText:
    """Return the text inside a file of a kind; a damaged one gives what could be read of it."""
    gathering = Gathering()
    try:
        _read(data, kind, gathering)
    except Exception:  # noqa: BLE001 - on damaged files the readers raise whatever their arithmetic meets
        gathering.stop()
    return gathering.result()


def _read(data: bytes, kind: AttachmentKind, gathering: Gathering) -> None:
    # Most projects attach nothing, and the readers take as long to import as a year to read.
    if kind is AttachmentKind.PDF:
        from ita_site.data.load.inner_text import pdf_text  # noqa: PLC0415

        pdf_text.read(data, gathering)
    elif kind in PICTURES:
        from ita_site.data.load.inner_text import picture_text  # noqa: PLC0415

        picture_text.read(data, kind, gathering)
    elif kind in OFFICE:
        from ita_site.data.load.inner_text import package_text  # noqa: PLC0415

        package_text.read(data, gathering)
    else:
        for number, line in enumerate(data.decode("utf-8-sig", errors="replace").splitlines(), start=1):
            gathering.add(f"บรรทัด {number}", line)
