"""The tables of a year's OIT list: how each item is answered, what it must show, and which evidence shows that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Reply
from ita_site.ground import addresses
from ita_site.judging.oit_answers import ItemStatus
from ita_site.publishing.open_data.columns import choice, day, flag, key, refers, table, text, whole, year
from ita_site.publishing.open_data.framework_table import framework_id
from ita_site.publishing.open_data.origins import file_of
from ita_site.publishing.open_data.row_ids import item_id
from ita_site.saying.words import answer_columns
from ita_site.saying.words import disclosure as answer_words
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Year
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

DISCLOSURE = table(
    "disclosure",
    answer_columns.DISCLOSURE,
    key(),
    year(),
    text("item", required=True),
    refers("framework_id", "frameworks"),
    text("title", required=True),
    choice("status", {each.value: answer_words.item_status(each) for each in ItemStatus}, required=True),
    choice("reply", Reply),
    text("reply_missing_reason"),
    text("why"),
    text("owner"),
    day("due_on"),
    day("published_on"),
    day("changed_on"),
    text("note"),
    text("page"),
    text("source_file"),
)
ELEMENTS = table(
    "elements",
    answer_columns.ELEMENTS,
    key(),
    year(),
    refers("disclosure_id", "disclosure", required=True),
    whole("position", required=True, least=1),
    text("text", required=True),
    flag("is_shown"),
)
EVIDENCE = table(
    "evidence",
    answer_columns.EVIDENCE,
    key(),
    year(),
    refers("element_id", "elements", required=True),
    refers("attachment_id", "attachments", required=True),
)


def disclosure(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every item of the OIT list of a year, with how far it is answered."""
    for answer in lookup.oit_answers(of_year.year):
        entry, code = answer.entry, answer.item.id
        reply = entry.reply if entry else None
        yield {
            "id": item_id(of_year.year, code),
            "year": of_year.year,
            "item": code,
            "framework_id": framework_id(lookup, of_year.year, code),
            "title": answer.item.title,
            "status": answer.status.value,
            "reply": reply.value if reply else None,
            "reply_missing_reason": None if reply else words.NO_REPLY,
            "why": entry.why if entry else None,
            "owner": entry.owner if entry else None,
            "due_on": entry.due if entry else None,
            "published_on": entry.published if entry else None,
            "changed_on": entry.changed if entry else None,
            "note": entry.note if entry else None,
            "page": lookup.oit_item_url(of_year.year, code) or addresses.disclosure(of_year.year),
            "source_file": file_of(lookup, of_year.disclosure) if entry and of_year.disclosure else None,
        }


def elements(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every element that an item of a year must show, as far as they are known."""
    for answer in lookup.oit_answers(of_year.year):
        for position, element in enumerate(answer.elements, 1):
            yield {
                "id": f"{item_id(of_year.year, answer.item.id)}/{position}",
                "year": of_year.year,
                "disclosure_id": item_id(of_year.year, answer.item.id),
                "position": position,
                "text": element.element.text,
                "is_shown": element.is_shown,
            }


def evidence(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield which evidence of a year shows which element."""
    for answer in lookup.oit_answers(of_year.year):
        for position, element in enumerate(answer.elements, 1):
            name = item_id(of_year.year, answer.item.id)
            for place in element.evidence:
                yield {
                    "id": f"{name}/{position}/{place + 1}",
                    "year": of_year.year,
                    "element_id": f"{name}/{position}",
                    "attachment_id": f"{name}/attachment/{place + 1}",
                }
