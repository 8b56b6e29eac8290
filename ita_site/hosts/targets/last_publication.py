"""The data as they were published last, as far as that is known without asking the network."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground.git import git_objects, git_program
from ita_site.ground.git.git_program import NoHistory
from ita_site.hosts.targets.published_results import SENT, branch_of, published_place
from ita_site.hosts.targets.target_file import TargetKind
from ita_site.hosts.value_changes import NotPublishedYet, of_archive, of_commit, of_site

if TYPE_CHECKING:
    from ita_site.hosts.targets.target_file import TargetSettings
    from ita_site.hosts.value_changes import PublishedData
    from ita_site.publishing.settings import Settings

_SITE = "site"
"""The folder that a site is built into where nothing else is said."""


def last_publication(data: Path, known: Settings, target: TargetSettings | None) -> PublishedData:
    """Return the data that were published last: those of the target or, without one, of the last commit.

    Args:
        data: the data folder.
        known: the settings of the project.
        target: where it is published, if that was ever said.

    Raises:
        NotPublishedYet: nothing is known that was published.
        NoHistory: there is no program of Git, or it refuses the folder.
        OSError: the disk does not answer.

    """
    root = known.root_above(data)
    if target is not None and target.target is TargetKind.FOLDER:
        return of_site(root / (target.folder or ""))
    if target is not None and target.target is TargetKind.ZIP:
        return of_archive(root / (target.file or ""))
    if target is not None and target.target is TargetKind.SFTP:
        return of_site(root / SENT)
    if git_program.top(data):
        if target is not None and target.target is TargetKind.GIT:
            with suppress(NotPublishedYet):
                return of_commit(data, known.content, branch_of(target))
        return of_commit(data, known.content, "HEAD")
    if (root / _SITE).is_dir():
        return of_site(root / _SITE)
    message = "ยังไม่เคยเผยแพร่จากโฟลเดอร์นี้ จึงไม่มีอะไรให้เทียบ ถ้าเว็บไซต์อยู่ที่อื่น ให้บอกด้วย --since โฟลเดอร์ของเว็บไซต์"
    raise NotPublishedYet(message)


def published_versions(data: Path, known: Settings, name: str) -> tuple[bytes, ...]:
    """Return the versions of one file of the data folder that were published, the last first, as far as is known.

    Args:
        data: the data folder.
        known: the settings of the project.
        name: the path of the file below it.

    Raises:
        OSError: the disk does not answer.

    """
    target, place = published_place(known)
    if place is None:
        return git_objects.published_versions(data, [name], branch_of(target)).get(name, ())
    try:
        files = last_publication(data, known, target).files
    except (NotPublishedYet, NoHistory):
        return ()
    return (files[name],) if name in files else ()


def publication_at(data: Path, known: Settings, since: str) -> PublishedData:
    """Return the data at a place: a folder or a ZIP file of a site, or what Git knows by the name.

    Raises:
        NotPublishedYet: nothing stands there.
        NoHistory: there is no program of Git, or it refuses the folder.
        OSError: the disk does not answer.

    """
    place = Path(since)
    if place.is_dir():
        return of_site(place)
    return of_archive(place) if place.is_file() else of_commit(data, known.content, since)
