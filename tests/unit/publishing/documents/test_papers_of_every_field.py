"""Whatever field of the data a page of a document shows, its paper shows: a field added to a model is asked for too."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from html import unescape
from typing import TYPE_CHECKING

import pytest

from ita_site.publishing import site
from ita_site.publishing.documents.contents import papers as made
from ita_site.publishing.documents.paper import PaperKind, Words
from tests.helpers import filling, lookups, papers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_site.publishing.documents.paper import Paper

_PLACE = re.compile(r"https://a\.example/([\w-]+)", re.ASCII)
_LEADS_ON = {
    PaperKind.ANALYSIS: {"Measure-title"},
    PaperKind.PLAN: {"Item-title", "RequiredElement-text"},
    PaperKind.REPORT: {"Item-title", "RequiredElement-text"},
}
"""What a page shows where it leads on to others: measures of the next year, items of an OIT list."""


def place(name: str) -> str:
    return f"ดู https://a.example/{filling.AGREEING.get(name, name).replace('.', '-')} ต่อ"


@pytest.fixture(scope="module")
def filled(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Make a project with a text of its own in every place for text."""
    return once("papers-of-every-field", lambda folder: filling.write(folder, place)) / "data"


@pytest.fixture(scope="module")
def written(filled: Path) -> dict[str, Paper]:
    """Make the papers of the project, by the addresses of their pages."""
    found = made(lookups.of_data(filled), papers.WEBSITE, papers.NO_HISTORY)
    return {each.address: each for each in found if each.kind is not PaperKind.YEARBOOK}


def test_every_field_that_a_page_shows_is_on_its_paper(filled: Path, written: dict[str, Paper]) -> None:
    kinds = set()
    missing = set()
    for page in site.build(filled).pages:
        paper = written.get(page.address)
        if paper is not None:
            kinds.add(paper.kind)
            shown = set(_PLACE.findall(unescape(page.body.fill(page.body.markdown))))
            there = set(_PLACE.findall("\n".join(papers.texts(paper))))
            missing |= {(page.address, each) for each in shown - there - _LEADS_ON.get(paper.kind, set())}
    assert kinds == {*PaperKind} - {PaperKind.YEARBOOK}
    assert missing == set()


def test_every_address_within_a_text_is_a_link_on_paper(written: dict[str, Paper]) -> None:
    plain = {
        (paper.name, found)
        for paper in written.values()
        for piece in _words(paper.blocks)
        if piece.url is None
        for found in _PLACE.findall(piece.text)
    }
    assert plain == set()


def _words(part: object) -> Iterator[Words]:
    if isinstance(part, Words):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _words(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _words(getattr(part, field.name))
