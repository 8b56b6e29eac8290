"""The papers of the five municipalities, and all that is to be read on one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.ground.git.git_dates import GitDates
from ita_site.ground.website import Website
from ita_site.publishing.documents.contents import papers
from ita_site.publishing.documents.paper import ListItem, Table
from tests.helpers import lookups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.publishing.documents.paper import Paper, PaperKind

WEBSITE = Website("https://ita.example.go.th/")
NO_HISTORY = GitDates({}, frozenset(), {})


@cache
def of(agency: str) -> tuple[Paper, ...]:
    """Return the papers of a municipality, made once for all tests."""
    return tuple(papers(lookups.of(agency), WEBSITE, NO_HISTORY))


def of_kind(agency: str, kind: PaperKind) -> list[Paper]:
    """Return the papers of one kind of a municipality."""
    return [each for each in of(agency) if each.kind is kind]


def texts(part: object) -> Iterator[str]:
    """Yield every text that is read on a paper or a part of one, in order: words beside one another are one text."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        if part and all(type(each).__name__ == "Words" for each in part):
            yield "".join(each.text for each in part)
            yield from (note for each in part for note in each.notes)
        else:
            for each in part:
                yield from texts(each)
    elif isinstance(part, ListItem):
        first, *rest = texts(part.words)
        yield f"{part.number} {first}"
        yield from (*rest, *texts(part.items))
    elif is_dataclass(part):
        unread = {"caption"} if isinstance(part, Table) and not part.caption_shown else set()
        for each in fields(part):
            if each.name not in unread:
                yield from texts(getattr(part, each.name))


def plain(text: str) -> str:
    """Return a text on one line with Arabic digits, to compare what is typed with what is printed."""
    return " ".join(thai.arabic(text).split())


def reading(part: object) -> str:
    """Return all texts of a paper in one, a line each, with Arabic digits."""
    return "\n".join(plain(each) for each in texts(part))
