"""What is embedded as a drawing: boxes, lines and texts in a width of 640, to be written as SVG or as PNG.

The words and figures are those of the page that shows the same; of a chart its bars, one below another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.data.model import Digits
from ita_site.ground import thai
from ita_site.saying import words
from ita_site.saying.view.captions import BarPicture, HistoryPicture
from ita_site.saying.view.embeds import ScoreCard
from ita_site.saying.words import embeds as sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from ita_site.saying.view.captions import StatusPicture
    from ita_site.saying.view.embeds import Embed

WIDTH = 640
_MARGIN = 24
_VALUE = 96
"""The width kept for the figure behind a bar."""
_BAR = WIDTH - 2 * _MARGIN - _VALUE
_DIGIT = 47
"""The width of a digit of the largest figure."""
_DASH = 6


@dataclass(frozen=True, slots=True)
class InkBox:
    """A box with its corner at the left and the top, in ink or, if not filled, outlined."""

    x: float
    y: float
    width: float
    height: float
    filled: bool = True


@dataclass(frozen=True, slots=True)
class InkText:
    """A line of text with its baseline at a point; `room` is the width it is made to fit, `end` that it ends there."""

    x: float
    y: float
    text: str
    size: int
    room: float
    bold: bool = False
    end: bool = False
    white: bool = False


@dataclass(slots=True)
class Drawing:
    """A drawing of a height: what it is called, what it says in words, and its parts in the order they are drawn."""

    title: str
    text: str
    height: int = 0
    boxes: list[InkBox] = field(default_factory=list)
    texts: list[InkText] = field(default_factory=list)

    def write(self, text: str, size: int, *, bold: bool = False, right: str = "") -> None:
        """Write a line below what is there, with a text at its right end."""
        self.height += round(size * 1.75)
        room = WIDTH - 2 * _MARGIN - (_VALUE if right else 0)
        self.texts.append(InkText(_MARGIN, self.height, text, size, room, bold))
        if right:
            self.texts.append(InkText(WIDTH - _MARGIN, self.height, right, size, _VALUE, bold, end=True))


def draw(embed: Embed, owner: str, digits: Digits) -> Drawing:
    """Return the drawing of what is embedded, with whose it is."""
    write = thai.digits if digits is Digits.THAI else str
    made = Drawing(write(sentences.of_owner(embed.title, owner)), "")
    made.boxes.append(InkBox(0, 0, WIDTH, 56))
    made.texts.append(InkText(_MARGIN, 37, owner, 24, WIDTH - 2 * _MARGIN, bold=True, white=True))
    made.height = 56
    if isinstance(embed.shown, ScoreCard):
        _card(made, embed.shown)
    else:
        made.write(embed.title, 22, bold=True)
        for clause in embed.shown.caption:
            made.write(clause, 16)
        made.height += 10
        for bar in _bars(embed.shown):
            _bar(made, bar)
    if embed.note:
        made.write(embed.note, 14)
    made.height += _MARGIN
    made.texts = [_written(each, write(each.text)) for each in made.texts]
    made.text = " ".join(each.text for each in made.texts)
    return made


def _written(text: InkText, said: str) -> InkText:
    return InkText(text.x, text.y, said, text.size, text.room, text.bold, text.end, text.white)


def _card(made: Drawing, shown: ScoreCard) -> None:
    made.write(shown.card.heading, 20)
    made.write(shown.card.title, 26, bold=True)
    made.height += 84
    made.texts.append(InkText(_MARGIN, made.height, shown.card.figure, 84, 300, bold=True))
    made.texts.append(InkText(_MARGIN + _DIGIT * len(shown.card.figure) + 16, made.height, sentences.OUT_OF, 22, 220))
    made.height += 8
    for line in (*shown.card.lines, shown.passing, shown.doubt):
        if line:
            made.write(line, 20, bold=line is shown.card.lines[0])


@dataclass(frozen=True, slots=True)
class _DrawnBar:
    """A bar with its name and figure; lengths in percent of the width, None where there is no figure."""

    name: str
    value: str
    length: Decimal | None
    right: str = ""
    before: Decimal | None = None
    goal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _ChangedFramework:
    """What changed between the years above and below; a dashed line stands for it."""

    text: str


def _bars(shown: BarPicture | HistoryPicture | StatusPicture) -> Iterator[_DrawnBar | _ChangedFramework | str]:
    """Yield the bars of a chart, and the sentences between them."""
    if isinstance(shown, BarPicture):
        for bar in shown.chart.rows:
            value = words.points(bar.entry.value)
            right = words.signed(bar.entry.change) if shown.chart.compared else ""
            yield _DrawnBar(bar.entry.label, value, bar.length, right, bar.before, shown.chart.goal)
        if shown.chart.compared:
            yield sentences.legend(shown.year)
        if shown.goal:
            yield sentences.goal_line(shown.goal)
    elif isinstance(shown, HistoryPicture):
        for each in shown.years:
            if each.change:
                yield _ChangedFramework(sentences.without_arrows(each.change))
            yield _DrawnBar(str(each.bar.year), words.points(each.bar.value), each.bar.length)
    else:
        for segment in shown.segments:
            yield _DrawnBar(words.status(segment.state), str(segment.count), segment.length)


def _bar(made: Drawing, bar: _DrawnBar | _ChangedFramework | str) -> None:
    if isinstance(bar, str):
        made.write(bar, 14)
        return
    if isinstance(bar, _ChangedFramework):
        made.height += 10
        dashes = range(_MARGIN, WIDTH - _MARGIN - _DASH, 2 * _DASH)
        made.boxes += [InkBox(left, made.height, _DASH, 2) for left in dashes]
        made.write(bar.text, 14)
        return
    made.write(bar.name, 16, right=bar.right)
    top = made.height + 8
    if bar.length is not None:
        made.boxes.append(InkBox(_MARGIN, top, _long(bar.length), 14))
    if bar.before is not None:
        made.boxes.append(InkBox(_MARGIN, top + 15, _long(bar.before), 6, filled=False))
    if bar.goal is not None:
        made.boxes.append(InkBox(_MARGIN + _long(bar.goal) - 1, top - 3, 3, 26))
    made.texts.append(InkText(WIDTH - _MARGIN, top + 13, bar.value, 16, _VALUE, bold=True, end=True))
    made.height = top + 22


def _long(percent: Decimal) -> float:
    return round(float(percent) * _BAR / 100, 1)
