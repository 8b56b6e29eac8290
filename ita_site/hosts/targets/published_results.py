"""The results as they were published, in every version that is known: what may not be changed without a word."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data.source import MAX_BYTES
from ita_site.ground import addresses
from ita_site.ground.git import git_objects
from ita_site.ground.problems import InvalidData
from ita_site.hosts.targets.target_file import NAME, TargetKind, TargetSettings, read_target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ita_site.publishing.settings import Settings

SENT = ".ita-site-publish/sent"
"""Where in a project a copy of the data lies that were sent to a server, so that it need not be asked."""
_RESULT = "[0-9][0-9][0-9][0-9]/result.yml"


def published_results(data: Path, known: Settings) -> Mapping[str, Sequence[bytes]]:
    """Return the results that were published, by their paths below the data folder, the last version first.

    Where the site is published as files, that is what stands there; else all that Git knows. Of a place that does not
    answer, such as a share of a network, nothing is known.

    Args:
        data: the data folder.
        known: the settings of the project.

    """
    target, place = published_place(known)
    if target is None or place is None:
        return git_objects.published_versions(data, [_RESULT], branch_of(target))
    try:
        found = _of_archive(place) if target.target is TargetKind.ZIP else _of_site(place)
    except (OSError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return {}  # an archive that is damaged or locked is none that was published here
    return {path: (each,) for path, each in found.items()}


def told_by(known: Settings) -> tuple[Path, ...]:
    """Return the files and folders that say what was published: as long as none of them changes, it stays the same."""
    place = published_place(known)[1]
    return (*([known.root / NAME] if known.root else []), *([place] if place else []))


def published_place(known: Settings) -> tuple[TargetSettings | None, Path | None]:
    """Return where a project is published, and the folder or the ZIP file in which that can be read, if it can."""
    if known.root is None or known.data_only:
        return None, None
    try:
        target = read_target(known.root)
    except (InvalidData, OSError):
        return None, None
    if target is None or target.target is TargetKind.GIT:
        return target, None
    if target.target is TargetKind.SFTP:
        return target, known.root / SENT
    return target, known.root / ((target.file if target.target is TargetKind.ZIP else target.folder) or "")


def branch_of(target: TargetSettings | None) -> str:
    """Return what Git calls the branch that is published."""
    return f"{target.remote}/{target.branch}" if target and target.branch else git_objects.UPSTREAM


def _of_site(site: Path) -> dict[str, bytes]:
    below = site / addresses.data()
    found = (path for path in sorted(below.glob(_RESULT)) if path.is_file() and not path.is_symlink())
    return {path.relative_to(below).as_posix(): path.read_bytes() for path in found}


def _of_archive(archive: Path) -> dict[str, bytes]:
    prefix = addresses.data()
    with zipfile.ZipFile(archive) as opened:
        return {
            each.filename.removeprefix(prefix): opened.read(each)
            for each in opened.infolist()
            if PurePosixPath(each.filename).match(f"{prefix}{_RESULT}") and each.file_size <= MAX_BYTES
        }
