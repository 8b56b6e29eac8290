"""The papers that a site offers beside its pages, as its settings ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.ground.cache.file_cache import FileCache, user_folder
from ita_site.ground.problems import InvalidData, Position, Problem
from ita_site.publishing.documents import paper_files
from ita_site.publishing.documents.contents import papers
from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.paper_files import PaperWriter
from ita_site.saying.words import printed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.ground.git.git_dates import GitDates
    from ita_site.ground.website import Website
    from ita_site.publishing.settings import Settings
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.printed import PrintedPaper


@dataclass(frozen=True, slots=True)
class Offer:
    """What each page says of its papers, by its address, and their files, by theirs."""

    by_page: Mapping[str, Sequence[PrintedPaper]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def offer(lookup: Lookup, website: Website, history: GitDates, settings: Settings) -> Offer:
    """Return the papers that the settings ask for; none where they ask for none.

    Raises:
        InvalidData: a template of the office cannot be used, or what writes such files is not installed.

    """
    if not settings.documents:
        return Offer()
    writer = PaperWriter(
        website, paper_files.templates_of(None if settings.data_only else settings.root), FileCache(user_folder())
    )
    by_page: dict[str, list[PrintedPaper]] = {}
    files: dict[str, bytes] = {}
    try:
        for paper in papers(lookup, website, history):
            written = {kind: writer.file(paper, kind) for kind in paper_files.kinds_of(paper, settings.documents)}
            by_page.setdefault(paper.address, []).append(paper_files.printed(paper, written))
            files |= {paper_files.address(paper, kind): content for kind, content in written.items()}
    except MissingExtra as error:
        place = Position(settings.file.name if settings.file else "mkdocs.yml")
        raise InvalidData(
            [Problem(place, "missing-extra", printed.ABSENT.format(extra=error.extra, library=error.library))]
        ) from None
    return Offer(by_page, files)
