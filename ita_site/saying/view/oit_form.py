"""A year's OIT list as the form of the assessment takes it, item by item: yes or no, addresses, how to get there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Reply
from ita_site.ground import addresses
from ita_site.judging.oit_answers import ItemStatus, item_answers
from ita_site.saying.words import disclosure as words

if TYPE_CHECKING:
    from ita_site.data.load import Dataset
    from ita_site.data.model import Evidence
    from ita_site.ground.website import Website
    from ita_site.judging.oit_answers import ItemAnswer

READY = frozenset({ItemStatus.COMPLETE, ItemStatus.SHOWN, ItemStatus.ABSENT, ItemStatus.NOT_REQUIRED})
"""The states in which an item may be filed."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form: full addresses in their order, and the words that lead an assessor to them."""

    code: str
    title: str
    reply: str
    addresses: tuple[str, ...]
    explanation: str
    status: ItemStatus

    @property
    def is_ready(self) -> bool:
        """Whether the row may be filed as it is."""
        return self.status in READY


def form_rows(dataset: Dataset, year: int, website: Website) -> tuple[FormRow, ...]:
    """Return the rows of a year's form in its order; none where the framework of the year is not known."""
    framework = dataset.frameworks.get(year)
    if framework is None or year not in dataset.years:
        return ()
    return tuple(_row(each, year, website) for each in item_answers(dataset, dataset.years[year], framework))


def _row(answer: ItemAnswer, year: int, website: Website) -> FormRow:
    entry, code = answer.entry, answer.item.id
    there = answer.status not in {ItemStatus.UNANSWERED, ItemStatus.ABSENT, ItemStatus.NOT_REQUIRED}
    evidence = entry.evidence if entry else ()
    page = website.absolute(addresses.oit_item(year, code))
    ways = [f"{number}. {_way(each)}" for number, each in enumerate(evidence, 1)]
    return FormRow(
        code=code,
        title=answer.item.title,
        reply=_reply(answer.status),
        addresses=(page, *(_address(each, year, website) for each in evidence)) if there else (),
        explanation="\n".join([words.ITEM_PAGE, *ways] if there else [entry.why] if entry and entry.why else []),
        status=answer.status,
    )


def _reply(status: ItemStatus) -> str:
    replies = {
        ItemStatus.UNANSWERED: words.item_status(ItemStatus.UNANSWERED),
        ItemStatus.ABSENT: Reply.NO.value,
        ItemStatus.NOT_REQUIRED: Reply.NOT_REQUIRED.value,
    }
    return replies.get(status, Reply.YES.value)


def _address(evidence: Evidence, year: int, website: Website) -> str:
    if evidence.file is not None:
        return website.absolute(addresses.attachment(year, evidence.file))
    return evidence.url or ""


def _way(evidence: Evidence) -> str:
    shown = f"{evidence.title}: {evidence.description}" if evidence.description else evidence.title
    return f"{words.way(evidence.way)} › {shown}" if evidence.way else shown
