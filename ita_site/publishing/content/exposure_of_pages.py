"""Personal data and secrets in the files of text that are laid beside the data: pages written by hand, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import file_names
from ita_site.judging import privacy
from ita_site.judging.privacy import Language
from ita_site.publishing import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.ground.problems import Problem
    from ita_site.judging.privacy import Known
    from ita_site.publishing.settings import Settings

_LANGUAGES = {
    **dict.fromkeys((".md", ".markdown", ".html", ".htm", ".svg", ".xml"), Language.MARKDOWN),
    **dict.fromkeys((".txt", ".csv", ".json", ".yml", ".yaml"), Language.YAML),
}
_MOST = 2_000_000
"""The largest file of text that is read, in bytes."""


def check(settings: Settings, known: Known) -> Iterator[Problem]:
    """Yield what the files beside the pages give away, and their names.

    Raises:
        OSError: the disk does not answer.

    """
    folder = settings.content
    if folder is None or folder.is_symlink():
        return
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        inside = path.relative_to(folder).as_posix()
        name = file_names.readable(f"{content.folder_name(folder, settings.root)}/{inside}")
        yield from privacy.in_name(name, known)
        language = _LANGUAGES.get(path.suffix.lower())
        if language is not None and path.stat().st_size <= _MOST:
            yield from privacy.in_file(name, path.read_bytes().decode("utf-8", "replace"), language, known)
