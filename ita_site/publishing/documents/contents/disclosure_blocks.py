"""The OIT list of a year with how far each item is answered, as the blocks of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.ground import markup, thai
from ita_site.publishing.documents.contents.blocks import figure, heading, line, plain_list, said, spaced
from ita_site.publishing.documents.contents.column_widths import table
from ita_site.publishing.documents.contents.official import facts, opinions_alone
from ita_site.publishing.documents.paper import BodyText, Cell, ItemList, ListItem, Words
from ita_site.saying import words
from ita_site.saying.words import disclosure as disclosure_words
from ita_site.saying.words import papers_of_scores as sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ita_site.data.model import DisclosedItem
    from ita_site.publishing.documents.paper import Block
    from ita_site.saying.view.disclosure import DisclosureView, OitItemRow
    from ita_site.saying.view.oit_form import FormRow
    from ita_site.saying.view.owed import OwedItems


def disclosure_blocks(
    view: DisclosureView, form: Sequence[FormRow], entries: Mapping[str, DisclosedItem], year: int
) -> Iterator[Block]:
    """Yield the list of a year in its order.

    Args:
        view: the list as its page shows it.
        form: the list as its form takes it, with the full addresses of the evidence.
        entries: what the office says of its items, by their codes.
        year: the fiscal year B.E.

    """
    yield from facts(_head(view))
    yield heading(1, sentences.BY_ITEM)
    if view.rows:
        yield _Table(view, form, entries, year).block()
    else:
        yield line(sentences.NO_ITEMS)
    yield from _owed(view)
    yield from opinions_alone(view.sent)
    if view.notes:
        yield heading(1, sentences.NOTES)
        yield from plain_list(view.notes)


def _head(view: DisclosureView) -> Iterator[tuple[str, BodyText]]:
    framework = view.framework
    count = sentences.items(framework.item_count) if framework.item_count else sentences.UNKNOWN
    sure = words.confirmed(framework.item_count_provenance) if framework.item_count else ""
    yield sentences.ITEM_COUNT, line(f"{count} {sure}")
    unnamed = sentences.unnamed(view.unnamed) if view.unnamed else ""
    yield sentences.ITEM_NAMES, line(f"{words.confirmed(framework.provenance)} {unnamed}")
    counts = [sentences.counted(words.item_status(each.state), each.count, sentences.ITEMS) for each in view.counts]
    yield (
        sentences.PROGRESS,
        spaced(*map(said, [disclosure_words.progress(view.complete, view.asked), *counts]), separator=", "),
    )


class _Table:
    """The table of one list; a column that no item fills is not in it."""

    def __init__(
        self, view: DisclosureView, form: Sequence[FormRow], entries: Mapping[str, DisclosedItem], year: int
    ) -> None:
        self._view = view
        self._form = {each.code: each for each in form}
        self._entries = entries
        before, now = sentences.score_of_year(year - 1), sentences.score_of_year(year)
        noted = any(self._notes(each.code) for each in view.rows)
        shown = any(each.addresses or each.lines for each in form)
        cells: dict[str, tuple[bool, Callable[[OitItemRow], Cell]]] = {
            sentences.ITEM: (True, self._item),
            sentences.STATUS: (True, lambda row: Cell((line(words.item_status(row.status)),))),
            sentences.OWNER: (view.owned, lambda row: Cell((line(row.owner or sentences.NOT_SAID),))),
            before: (view.scored_before, self._before),
            now: (view.scored, lambda row: figure(words.points(row.published), row.published, row.marks)),
            sentences.EVIDENCE: (shown, self._evidence),
            sentences.NOTES: (noted, lambda row: Cell(tuple(map(line, self._notes(row.code))))),
        }
        self._cells = {title: cell for title, (there, cell) in cells.items() if there}
        self._caption = sentences.table_of_items(year)
        self._of_figures = frozenset({now})

    def block(self) -> Block:
        """Return the table, the items of a sub-indicator below its name."""
        rows: list[tuple[Cell, ...]] = []
        groups = []
        for group in self._view.groups:
            groups.append((len(rows), line(group.title, bold=True)))
            rows += (tuple(cell(row) for cell in self._cells.values()) for row in group.rows)
        return table(self._caption, tuple(self._cells), rows, groups, of_figures=self._of_figures)

    def _item(self, row: OitItemRow) -> Cell:
        return Cell((line(f"{row.code} {row.title.text}"),))

    def _before(self, row: OitItemRow) -> Cell:
        """Return what the items of the year before had that this one continues, and what was faulted."""
        texts = [
            text
            for each in row.last
            for text in (
                line(sentences.continued(words.points(each.published), each.code), each.marks),
                *(line(fault.text) for fault in each.faulted),
            )
        ]
        return Cell(tuple(texts) or (line(sentences.NOT_COMPARABLE),))

    def _evidence(self, row: OitItemRow) -> Cell:
        """Return where the evidence is, with the way to it; where there is none, why."""
        form = self._form.get(row.code)
        if form is None or not form.lines:
            return Cell((line(sentences.NOT_SAID),))
        if not form.addresses:
            return Cell(tuple(map(line, form.lines)))
        return Cell((ItemList(tuple(map(_shown, form.lines, form.addresses))),))

    def _notes(self, code: str) -> list[str]:
        entry = self._entries.get(code)
        if entry is None:
            return []
        days = [sentences.published_on(thai.write_short_date(entry.published))] if entry.published else []
        days += [sentences.changed_on(thai.write_short_date(entry.changed))] if entry.changed else []
        return [*([entry.note] if entry.note else []), *days]


def _shown(way: str, address: str) -> ListItem:
    """Return a piece of evidence; the number before the way to it is that of the form.

    Where it is not known where the site will stand, an address on it leads nowhere from paper, and is left out.
    """
    number, _, told = way.partition(" ")
    text = sentences.ITEM_PAGE if told == disclosure_words.ITEM_PAGE else told
    whole = (Words(" "), Words(address, url=markup.link(address))) if urlsplit(address).scheme else ()
    return ListItem(number, (*said(text), *whole))


def _owed(view: DisclosureView) -> Iterator[Block]:
    """Yield which division must still answer which items."""
    if view.owed is None:
        return
    yield heading(1, sentences.OWED)
    yield line(f"{view.owed.closes} {view.owed.as_of}")
    yield ItemList(
        tuple(
            ListItem(
                "-",
                said(f"{division.name} {division.count}"),
                tuple(ListItem("-", said(_state(each))) for each in division.owed),
            )
            for division in view.owed.divisions
        )
    )


def _state(owed: OwedItems) -> str:
    """Say which items are in one state, and until when they must be answered where that is known."""
    state = f"{words.item_status(owed.status)} {owed.due}".rstrip()
    return sentences.of_state(state, words.listed(each.code for each in owed.items))
