"""Where each fact of the documents stands that an audit found wrong, falsely explained, left out or cut short.

A line of `facts/<agency>.tsv` has the fact's number in the audit, its class then, the file and key that hold it now,
the page and an excerpt that stands there; no page where none shows it yet. Places in a key count from 1, as in
`edits:`. Classes: W wrong, F said not to be in the document, S silently missing, P and L told with loss, M missing
with a reason, X left out for a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from ita_site.data import source
from ita_site.data.model import Change, Edit
from tests.helpers import TESTS, sites
from tests.helpers.documents import same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLASSES = frozenset("WFSPLMX")


class Fact(NamedTuple):
    """A fact of a document: its class in the audit, the file and key that hold it, and where a page shows it."""

    number: str
    was: str
    file: str
    key: str
    page: str
    excerpt: str
    remark: str


def read(agency: str) -> list[Fact]:
    head, *lines = (TESTS / "facts" / f"{agency}.tsv").read_text(encoding="utf-8").splitlines()
    assert head.split("\t") == ["fact", "class", "file", "key", "page", "excerpt", "remark"]
    return [Fact(*line.split("\t")) for line in lines]


TABLES = sorted(path.stem for path in (TESTS / "facts").glob("*.tsv"))
FACTS = [pytest.param(agency, fact, id=f"{agency}-{fact.number}") for agency in TABLES for fact in read(agency)]
SHOWN = [
    pytest.param(agency, fact, id=f"{agency}-{fact.number}") for agency in TABLES for fact in read(agency) if fact.page
]


@pytest.mark.parametrize("agency", TABLES)
def test_a_fact_is_listed_once_with_its_class(agency: str) -> None:
    facts = read(agency)
    assert len({fact.number for fact in facts}) == len(facts)
    assert {fact.was for fact in facts} <= CLASSES


@pytest.mark.parametrize(("agency", "fact"), FACTS)
def test_the_data_holds_the_fact(agency: str, fact: Fact) -> None:
    document = source.read(sites.AGENCIES[agency] / fact.file, fact.file)
    path = Edit(at=fact.key, change=Change.ADDED, why="-").path
    assert document.has(path), f"{fact.file} has no {fact.key}"


@pytest.mark.parametrize(("agency", "fact"), SHOWN)
def test_a_page_shows_the_fact(site_of: Callable[[str], Path], agency: str, fact: Fact) -> None:
    assert fact.excerpt in same(sites.article(site_of(agency), fact.page).text)
