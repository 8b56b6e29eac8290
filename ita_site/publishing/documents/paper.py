"""What stands on an official paper and in which order, whatever writes it: plain values, without any markup.

Texts stand with the digits they are to be read with: `paper_digits` has turned them before anybody writes the paper.
What a writer numbers by itself, pages and notes, has Thai digits where the paper is of `thai_digits`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


class PaperKind(StrEnum):
    """The papers an office makes of a fiscal year; the value names the file."""

    ANALYSIS = "analysis"
    PLAN = "plan"
    REPORT = "report"
    DISCLOSURE = "disclosure"
    COMPUTATION = "computation"
    YEARBOOK = "yearbook"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a line; `notes` are what an editor or the program says of them, told at the end of the paper.

    The same note is told once: it has one number wherever it stands.
    """

    text: str
    bold: bool = False
    url: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyText:
    """A paragraph; that of a memorandum or an introduction begins with an indent."""

    words: tuple[Words, ...]
    indented: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading of level 1 to 3."""

    level: int
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """A line of a list with the lines below it; its `number` is written as it stands, a dash too."""

    number: str
    words: tuple[Words, ...]
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Lines that follow each other."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what is said of each, in two columns without lines."""

    rows: tuple[tuple[str, BodyText], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `value` is the figure or the day that its words write, for a workbook."""

    blocks: tuple[BodyText | ItemList, ...]
    value: Decimal | date | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column; `width` is its share of the table in parts of 100, and figures stand at the right."""

    title: str
    width: float
    of_figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header row stands again on each sheet, and the first cell of a row names it.

    `groups` has a heading for the row of that index, across all columns. A caption that is not shown names the table
    for programs only: a heading above says it.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: tuple[tuple[int, BodyText], ...] = ()
    caption_shown: bool = True


@dataclass(frozen=True, slots=True)
class Signature:
    """Where somebody signs: a line of dots, the name in brackets or dots for it, the position, the day.

    `role` is what stands before: “ผู้จัดทำ”, “ผู้เห็นชอบ”; it is empty below a memorandum.
    """

    role: str
    position: str
    division: str | None = None
    name: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new sheet."""


Block: TypeAlias = BodyText | SectionHeading | ItemList | Facts | Table | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Endorsement:
    """What an official wrote below a memorandum, with room to sign; blank lines part the paragraphs of `text`.

    `note` says why there is no text.
    """

    position: str
    to: str | None
    text: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Memorandum:
    """A memorandum (บันทึกข้อความ): form 29 of the rules of correspondence of the Prime Minister's Office.

    `number` is empty where the office has still to write it; `paragraphs` have the titles “เรื่องเดิม”, “ข้อเท็จจริง”,
    “ข้อพิจารณา”.
    """

    division: str
    number: str
    day: str
    subject: str
    to: str
    paragraphs: tuple[tuple[str, tuple[BodyText, ...]], ...]
    enclosures: tuple[Words, ...]
    signature: Signature | None
    endorsements: tuple[Endorsement, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperMark:
    """What leads from a sheet to its page: the page's full address and the first letters of the paper's checksum."""

    url: str
    digest: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a fiscal year B.E.

    `name` is that of its file, without an ending; `address` is that of its page from the root of the site; `day` is
    the day of the data, for the properties of the file: no clock is read. A paper with many columns is `landscape`.
    `emblem` is the picture file of the office, PNG or JPEG or whatever the data have; without one its place stays
    blank. A yearbook has a cover, a table of contents and then `parts`, whole papers one after another, instead of
    blocks. `changed` is the day on which its data files were last changed, None where Git does not know it.
    """

    kind: PaperKind
    year: int
    name: str
    title: str
    agency: str
    address: str
    day: date | None
    memorandum: Memorandum | None
    blocks: tuple[Block, ...]
    landscape: bool = False
    thai_digits: bool = True
    emblem: bytes | None = None
    parts: tuple[Paper, ...] = ()
    changed: date | None = None
