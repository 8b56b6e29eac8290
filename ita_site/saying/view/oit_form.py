"""A year's OIT list as the form of the assessment takes it, item by item: yes or no, addresses, how to get there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.data.model import Reply
from ita_site.ground import addresses, hostnames
from ita_site.judging.oit_answers import ItemStatus, item_answers
from ita_site.judging.oit_answers.deadlines import READY
from ita_site.saying.words import disclosure as words
from ita_site.saying.words import oit_form as form_words

if TYPE_CHECKING:
    from ita_site.data.load import Dataset
    from ita_site.data.model import Evidence
    from ita_site.ground.website import Website
    from ita_site.judging.oit_answers import ItemAnswer


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form: full addresses in their order, and the words that lead an assessor to each by its number."""

    code: str
    title: str
    reply: str
    addresses: tuple[str, ...]
    lines: tuple[str, ...]
    status: ItemStatus

    @property
    def explanation(self) -> str:
        """What the form takes as explanation, an address a line."""
        return "\n".join(self.lines)

    @property
    def is_ready(self) -> bool:
        """Whether the row may be filed as it is."""
        return self.status in READY


@dataclass(frozen=True, slots=True)
class OitFormView:
    """The form of a year for editors, item by item; what must wait, and why no address is full, if none is."""

    rows: tuple[FormRow, ...]
    summary: str
    waiting: tuple[FormRow, ...]
    without_address: str


def oit_form(dataset: Dataset, year: int, website: Website) -> OitFormView:
    """Return the form of a year as a page shows it."""
    full = has_full_addresses(website)
    rows = form_rows(dataset, year, website if full else form_words.SOMEWHERE)
    waiting = tuple(each for each in rows if not each.is_ready)
    return OitFormView(rows, form_words.waiting(len(waiting)), waiting, "" if full else form_words.NO_ADDRESS)


def has_full_addresses(website: Website) -> bool:
    """Tell whether an assessor can open the addresses of a website: it is known where it stands, and not here."""
    host = urlsplit(website.url).hostname
    return bool(host) and hostnames.unreachable(host or "") is None


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
    ways = [f"{number}. {each}" for number, each in enumerate([words.ITEM_PAGE, *map(_way, evidence)], 1)]
    return FormRow(
        code=code,
        title=answer.item.title,
        reply=_reply(answer.status),
        addresses=(page, *(_address(each, year, website) for each in evidence)) if there else (),
        lines=tuple(ways) if there else (entry.why,) if entry and entry.why else (),
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
