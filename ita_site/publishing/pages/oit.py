"""Pages of a year's OIT list: the list, its form for editors, and one for each item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing.pages.page import PageDraft, PageSpec
from ita_site.saying.view.disclosure import disclosure
from ita_site.saying.view.lookup import Link
from ita_site.saying.view.oit_form import oit_form
from ita_site.saying.view.oit_item import oit_item
from ita_site.saying.view.sources import files_of, sources_of
from ita_site.saying.words import disclosure as words
from ita_site.saying.words import oit_form as form_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.data.model import Framework
    from ita_site.ground.website import Website
    from ita_site.judging.oit_answers import ItemAnswer
    from ita_site.saying.view.lookup import Lookup


def drafts(lookup: Lookup, year: Year, framework: Framework, website: Website) -> Iterator[PageDraft]:
    """Yield the list of a year, its form where the office keeps the list, and each of its items."""
    yield PageDraft(Subject(Kind.DISCLOSURE, year.year), partial(_list, lookup, year, framework))
    if year.disclosure is not None:
        yield PageDraft(Subject(Kind.OIT_FORM, year.year), partial(_form, lookup, year, website))
    answers = [each for each in lookup.oit_answers(year.year) if each.has_page]
    for place, answer in enumerate(answers):
        subject = Subject(Kind.OIT_ITEM, year.year, answer.item.id.lower())
        yield PageDraft(subject, partial(_item, lookup, year, framework, place))


def _list(lookup: Lookup, year: Year, framework: Framework) -> PageSpec:
    view = disclosure(lookup, year, framework)
    return PageSpec(
        subject=Subject(Kind.DISCLOSURE, year.year),
        template="disclosure",
        title=words.title(year.year),
        description=words.description(year.year, view.complete, view.asked),
        sources=sources_of(year.disclosure, year.result) or files_of(year),
        view=view,
        year=year.year,
    )


def _form(lookup: Lookup, year: Year, website: Website) -> PageSpec:
    return PageSpec(
        subject=Subject(Kind.OIT_FORM, year.year),
        template="oit-form",
        title=form_words.title(year.year),
        description=form_words.description(year.year),
        sources=sources_of(year.disclosure),
        view=oit_form(lookup.dataset, year.year, website),
        year=year.year,
        for_editors=True,
    )


def _link(year: Year, answer: ItemAnswer) -> Link:
    return Link(f"{answer.item.id} {answer.item.title}", addresses.oit_item(year.year, answer.item.id))


def _item(lookup: Lookup, year: Year, framework: Framework, place: int) -> PageSpec:
    """Return the page of an item by its place among those that have one."""
    answers = [each for each in lookup.oit_answers(year.year) if each.has_page]
    answer = answers[place]
    before = _link(year, answers[place - 1]) if place else None
    behind = _link(year, answers[place + 1]) if place + 1 < len(answers) else None
    code, name = answer.item.id, answer.item.title
    return PageSpec(
        subject=Subject(Kind.OIT_ITEM, year.year, code.lower()),
        template="oit-item",
        title=words.item_title(code, name),
        description=words.item_description(code, name, year.year, answer.status),
        sources=sources_of(year.disclosure) or files_of(year),
        view=oit_item(lookup, year, framework, answer, (before, behind)),
        year=year.year,
    )
