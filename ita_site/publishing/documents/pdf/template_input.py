"""A paper as JSON for the template `paper.typ`: every text as it is drawn, notes numbered in the order of reading."""

from __future__ import annotations

from functools import singledispatchmethod
from itertools import groupby, pairwise
from math import ceil
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ita_site.ground import thai
from ita_site.publishing.documents import form
from ita_site.publishing.documents.paper import (
    BodyText,
    Facts,
    ItemList,
    ListItem,
    PageBreak,
    PaperKind,
    SectionHeading,
    Signature,
    Table,
)
from ita_site.publishing.documents.pdf import line_breaks
from ita_site.publishing.documents.pdf.emblem_picture import as_png
from ita_site.publishing.documents.pdf.letters import drawn
from ita_site.saying.words import paper_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.publishing.documents.paper import Block, Cell, Endorsement, Memorandum, Paper, PaperMark, Words

_Json: TypeAlias = dict[str, Any]
_ADDRESSES: Final = ("https://", "http://", "mailto:", "tel:")
"""What a paper links to; anything else is printed without a link."""
_LETTERS_OF_LINE: Final = {False: 90, True: 145}
"""Letters of the size of tables that a line of a sheet takes, as counted on an upright one and on one on its side."""
_LETTERS_BESIDE: Final = 45
"""Letters of text that a line beside a label takes."""
_LETTERS_OF_INDENT: Final = 5
_MOST_LINES: Final = 8
"""A row of more lines, or facts of more, may be broken; of our own choice."""


def as_json(paper: Paper, *, mark: PaperMark | None, square: str | None, draft: bool) -> _Json:
    """Return what the template draws: measures, words of the form, and the paper or the papers of a book."""
    is_book = paper.kind is PaperKind.YEARBOOK
    emblem = as_png(paper.emblem) if paper.emblem else None
    day = paper.day or thai.fiscal_bounds(paper.year)[1]
    return {
        "form": {name: value for name, value in vars(form).items() if name.isupper()},
        "words": {
            "memorandum": paper_form.MEMORANDUM,
            "division": paper_form.DIVISION,
            "number": paper_form.NUMBER,
            "day": paper_form.DAY,
            "subject": paper_form.SUBJECT,
            "to": paper_form.TO,
            "enclosures": paper_form.ENCLOSURES,
            "signed": paper_form.SIGNED,
            "notes": paper_form.NOTES,
            "contents": paper_form.CONTENTS,
            "page": paper_form.page_number("#").split("#"),
            "year": paper_form.fiscal_year(thai.digits(str(paper.year)) if paper.thai_digits else str(paper.year)),
        },
        "unbroken": line_breaks.unbroken(paper.agency),
        "title": drawn(paper.title),
        "agency": drawn(paper.agency),
        "day": [day.year, day.month, day.day],
        "thai": paper.thai_digits,
        "book": is_book,
        "draft": paper_form.DRAFT if draft else None,
        "emblem": list(emblem) if emblem else None,  # as numbers, the one way for bytes into the template
        "mark": {"url": mark.url, "text": paper_form.verified_at(mark.digest), "square": square} if mark else None,
        "papers": [
            _Sheets(place, landscape=each.landscape, is_part=is_book, thai_digits=paper.thai_digits).paper(each)
            for place, each in enumerate(paper.parts if is_book else (paper,))
        ],
    }


def _is_long(table: Table, row: tuple[Cell, ...], *, landscape: bool) -> bool:
    """Tell whether a row is so long that it may go on on the next sheet; a shorter one stands together."""
    parts = sum(column.width for column in table.columns)
    rooms = (_LETTERS_OF_LINE[landscape] * column.width / parts for column in table.columns)
    return any(sum(_lines(cell.blocks, room)) > _MOST_LINES for cell, room in zip(row, rooms, strict=True))


def _lines(blocks: Iterable[BodyText | ItemList | ListItem], room: float) -> Iterator[int]:
    """Yield about how many lines each paragraph takes in a column, the letters of one of its lines given."""
    for each in blocks:
        if isinstance(each, ItemList):
            yield from _lines(each.items, room - _LETTERS_OF_INDENT)
            continue
        yield ceil(sum(thai.columns(words.text) for words in each.words) / max(room, 1))
        if isinstance(each, ListItem):
            yield from _lines(each.items, room - _LETTERS_OF_INDENT)


class _Sheets:
    """Writes the parts of one paper, and gathers its notes."""

    def __init__(self, place: int, *, landscape: bool, is_part: bool, thai_digits: bool) -> None:
        self._notes: list[_Json] = []
        self._place = place
        self._landscape = landscape
        self._thai = thai_digits
        self._above = self._level = 1 if is_part else 0

    def paper(self, paper: Paper) -> _Json:
        """Return a paper, with its notes at its end also where it is a part of a book."""
        return {
            "title": drawn(paper.title),
            "landscape": paper.landscape,
            "memorandum": self._memorandum(paper.memorandum) if paper.memorandum else None,
            "blocks": self._blocks(paper.blocks),
            "notes": self._notes,
        }

    def _memorandum(self, memo: Memorandum) -> _Json:
        """Return a memorandum; its own notes stand at its subject."""
        return {
            "division": drawn(memo.division),
            "number": drawn(memo.number),
            "day": drawn(memo.day),
            "subject": self._runs((memo.subject, memo.notes)),
            "to": drawn(memo.to),
            "enclosures": [self._words((each,)) for each in memo.enclosures],
            "paragraphs": [
                {"title": drawn(title), "texts": [self._part(each) for each in texts]}
                for title, texts in memo.paragraphs
            ],
            "signature": self._signature(memo.signature) if memo.signature else None,
            "endorsements": [self._endorsement(each) for each in memo.endorsements],
        }

    def _blocks(self, blocks: Iterable[Block]) -> list[_Json]:
        """Return the blocks of a paper; signatures that follow each other stand side by side."""
        written: list[_Json] = []
        for together, some in groupby(blocks, lambda block: isinstance(block, Signature)):
            parts = [self._part(each) for each in some]
            written += [{"kind": "signatures", "signatures": parts}] if together else parts
        for part, following in pairwise(written):
            part["together"] = following["kind"] == "table"  # a line about a table does not end the sheet before it
        return written

    @singledispatchmethod
    def _part(self, block: object) -> _Json:
        raise TypeError(type(block).__name__)

    @_part.register
    def _text(self, block: BodyText) -> _Json:
        return {
            "kind": "text",
            "words": self._words(block.words),
            "indented": block.indented,
            "centred": block.centred,
        }

    @_part.register
    def _heading(self, block: SectionHeading) -> _Json:
        """Return a heading that is at most one level below the one before, or nothing: PDF/UA has neither."""
        if not "".join(drawn(each.text) for each in block.words).strip():
            return {"kind": "nothing"}
        self._level = min(block.level + self._above, self._level + 1)
        return {"kind": "heading", "level": self._level, "words": self._words(block.words)}

    @_part.register
    def _list(self, block: ItemList) -> _Json:
        return {"kind": "list", "items": [self._item(each) for each in block.items]}

    def _item(self, item: ListItem) -> _Json:
        return {
            "number": drawn(item.number),
            "words": self._words(item.words),
            "items": [self._item(each) for each in item.items],
        }

    @_part.register
    def _facts(self, block: Facts) -> _Json:
        lines = _lines((said for _, said in block.rows), _LETTERS_BESIDE)
        rows = [[drawn(label), self._part(said)] for label, said in block.rows]
        return {"kind": "facts", "rows": rows, "long": sum(lines) > _MOST_LINES}

    @_part.register
    def _table(self, block: Table) -> _Json:
        groups = {index: self._part(heading) for index, heading in block.groups}
        return {
            "kind": "table",
            "caption": drawn(block.caption) if block.caption_shown else "",
            "columns": [
                {"title": drawn(each.title), "width": each.width, "figures": each.of_figures} for each in block.columns
            ],
            "rows": [
                {
                    "group": groups.get(index),
                    "long": _is_long(block, row, landscape=self._landscape),
                    "cells": [[self._part(each) for each in cell.blocks] for cell in row],
                }
                for index, row in enumerate(block.rows)
            ],
        }

    @_part.register
    def _signature(self, block: Signature) -> _Json:
        return {
            "kind": "signature",
            "role": drawn(block.role),
            "name": drawn(block.name) if block.name else None,
            "lines": [drawn(each) for each in (block.position, block.division, block.day) if each],
        }

    @_part.register
    def _break(self, block: PageBreak) -> _Json:
        del block
        return {"kind": "break"}

    def _endorsement(self, said: Endorsement) -> _Json:
        notes = (said.note,) if said.note else ()
        return {
            "to": drawn(said.to) if said.to else None,
            "texts": [self._runs((each, ())) for each in said.text.split("\n\n")] if said.text else [],
            "position": self._runs((said.position, notes)),
        }

    def _words(self, words: Iterable[Words]) -> list[_Json]:
        return [
            {
                "text": drawn(each.text),
                "bold": each.bold,
                "url": each.url if each.url and each.url.startswith(_ADDRESSES) else None,
                "notes": self._numbers(each.notes),
            }
            for each in words
        ]

    def _runs(self, *runs: tuple[str, tuple[str, ...]]) -> list[_Json]:
        return [
            {"text": drawn(text), "bold": False, "url": None, "notes": self._numbers(notes)} for text, notes in runs
        ]

    def _numbers(self, notes: tuple[str, ...]) -> list[_Json]:
        numbered = []
        for text in dict.fromkeys(map(drawn, notes)):
            note = next((each for each in self._notes if each["text"] == text), None)
            if note is None:
                count = str(len(self._notes) + 1)
                number = thai.digits(count) if self._thai else count
                note = {"id": f"note-{self._place}-{count}", "number": number, "text": text}
                self._notes.append(note)
            numbered.append({"id": note["id"], "number": note["number"]})
        return numbered
