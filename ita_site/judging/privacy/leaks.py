"""What a Git repository still gives away, although the files of today may not: each thing once, where it first was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data.load import AttachmentKind, inner_text
from ita_site.ground import file_names, thai
from ita_site.ground.git.git_objects import MAX_BYTES, Version
from ita_site.ground.problems import Position, Problem
from ita_site.judging.privacy.guard import in_name, masked, problem_of
from ita_site.judging.privacy.kinds import PrivateKind
from ita_site.judging.privacy.paragraphs import Language, paragraphs
from ita_site.judging.privacy.recognition import recognise
from ita_site.judging.privacy.suspicion import may_hold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from ita_site.data.load import Dataset
    from ita_site.judging.privacy.kinds import Exposure, Known

_PROGRAM = ("ita_site/", "tests/", "theme_overrides/", ".git", ".ci/")
"""Folders of this program, whose tests have invented persons; no office keeps its data there."""
_NO_TEXT = frozenset({".py", ".js", ".mjs", ".css", ".lock", ".woff", ".woff2", ".ttf", ".ico", ".map", ".zip"})
_MARKDOWN = frozenset({".md", ".markdown", ".html", ".htm", ".svg", ".xml"})
_KINDS = {f".{kind.value}": kind for kind in AttachmentKind} | {".jpg": AttachmentKind.JPEG}


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing that should not be public: the problem, and the commit in which it first was."""

    problem: Problem
    commit: str
    day: date | None
    versions: int
    """How many versions of files have it."""


def is_read(path: str) -> bool:
    """Tell whether a file of a repository is looked into, by its path."""
    return not path.startswith(_PROGRAM) and PurePosixPath(path).suffix.lower() not in _NO_TEXT


def exempted(texts: Iterable[tuple[str, Language]], known: Known) -> frozenset[str]:
    """Return what files say of themselves may be public: it may have been before they said so."""
    return frozenset(
        _same(each.text[one.start : one.end])
        for text, language in texts
        if "เปิดเผยได้" in text
        for each in paragraphs(text, language)
        if each.exemption and each.exemption.reason
        for one in recognise(each.text, known)
    )


def leaks(versions: Iterable[Version], known: Known, allowed: frozenset[str]) -> list[Leak]:
    """Return what versions of files and messages of commits give away, errors first, by file.

    Args:
        versions: the oldest first.
        known: what the office itself makes public.
        allowed: what `exempted` returns.

    """
    found: dict[tuple[str, str, str], Leak] = {}
    for version in versions:
        seen: set[tuple[str, str, str]] = set()
        for problem, text in _in_version(version, known):
            key = version.path, problem.code, _same(text)
            if key[2] in allowed or key in seen:
                continue
            seen.add(key)
            before = found.get(key)
            found[key] = (
                replace(before, versions=before.versions + 1)
                if before
                else Leak(masked(problem, known), version.commit, version.day, 1)
            )
    return sorted(found.values(), key=lambda each: (each.problem.severity.value, each.problem, each.commit))


def in_other_files(dataset: Dataset, data: Path, known: Known) -> Iterator[Problem]:
    """Yield what files in the data folder give away that are no data: not published, but committed with the rest.

    Raises:
        OSError: the disk does not answer.

    """
    attached = {file.source for year in dataset.years.values() for file in year.files.values()}
    for path in sorted(data.rglob("*")):
        name = f"{dataset.folder}/{path.relative_to(data).as_posix()}"
        if name in dataset.sources or path in attached or not is_read(name) or path.is_symlink() or not path.is_file():
            continue
        if path.stat().st_size <= MAX_BYTES:
            for problem, _ in _in_version(Version(name, "", None, path.read_bytes()), known):
                yield masked(problem, known)


def _in_version(version: Version, known: Known) -> Iterator[tuple[Problem, str]]:
    """Yield what a version gives away, as it is told and as it stands there."""
    name = file_names.readable(version.path)
    for problem in in_name(name, known):
        yield problem, problem.message
    kind = _KINDS.get(PurePosixPath(version.path).suffix.lower())
    if kind is not None and kind not in {AttachmentKind.TXT, AttachmentKind.CSV}:
        yield from _in_attachment(name, version.data, kind, known)
    elif b"\0" not in version.data:
        yield from _in_text(name, version.data.decode("utf-8", "replace"), known)


def _in_attachment(name: str, data: bytes, kind: AttachmentKind, known: Known) -> Iterator[tuple[Problem, str]]:
    for part in inner_text.of_bytes(data, kind).parts:
        for exposure in recognise(part.text, known):
            if exposure.kind is not PrivateKind.NAME or not part.seen:  # documents bear the names of who signed
                yield _told(Position(name), exposure, part.text, part.place)


def _in_text(name: str, text: str, known: Known) -> Iterator[tuple[Problem, str]]:
    if not may_hold(text):
        return
    markdown = not name or PurePosixPath(name).suffix.lower() in _MARKDOWN
    for each in paragraphs(text, Language.MARKDOWN if markdown else Language.YAML):
        if each.exemption is None or not each.exemption.reason:
            for exposure in recognise(each.text, known):
                place = Position(name, *each.at(exposure.start)) if name else Position("")
                yield _told(place, exposure, each.text, "" if name else "ข้อความของ commit")


def _told(position: Position, exposure: Exposure, text: str, place: str) -> tuple[Problem, str]:
    return problem_of(position, exposure, text, place), text[exposure.start : exposure.end]


def _same(text: str) -> str:
    """Return what two spellings of one thing have in common."""
    return "".join(each for each in thai.arabic(text).casefold() if each.isalnum())
