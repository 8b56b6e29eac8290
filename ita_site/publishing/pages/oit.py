"""Pages of a year's OIT list: the list, and one for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageSpec
from ita_site.saying.view.disclosure import disclosure
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.oit_item import oit_item
from ita_site.saying.view.sources import files_of, sources_of
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.data.model import Framework
    from ita_site.judging.oit_answers import ItemAnswer
    from ita_site.saying.view.lookup import Lookup


def specs(lookup: Lookup, year: Year, framework: Framework) -> Iterator[PageSpec]:
    """Yield the specs of the list of a year, and of each of its items."""
    view = disclosure(lookup, year, framework)
    yield PageSpec(
        subject=Subject(Kind.DISCLOSURE, year.year),
        template="disclosure",
        title=words.title(year.year),
        description=words.description(year.year, view.complete, view.asked),
        sources=sources_of(year.disclosure, year.result) or files_of(year),
        view=view,
        year=year.year,
    )
    answers = [each for each in lookup.oit_answers(year.year) if each.has_page]
    links = [_link(year, each) for each in answers]
    for answer, before, behind in zip(answers, [None, *links], [*links[1:], None], strict=False):
        yield _item(lookup, year, framework, answer, (before, behind))


def _link(year: Year, answer: ItemAnswer) -> Link:
    return Link(f"{answer.item.id} {answer.item.title}", addresses.oit_item(year.year, answer.item.id))


def _item(
    lookup: Lookup, year: Year, framework: Framework, answer: ItemAnswer, siblings: tuple[Link | None, Link | None]
) -> PageSpec:
    code, name = answer.item.id, answer.item.title
    return PageSpec(
        subject=Subject(Kind.OIT_ITEM, year.year, code.lower()),
        template="oit-item",
        title=words.item_title(code, name),
        description=words.item_description(code, name, year.year, answer.status),
        sources=sources_of(year.disclosure) or files_of(year),
        view=oit_item(lookup, year, framework, answer, siblings),
        year=year.year,
    )
