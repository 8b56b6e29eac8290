"""What sentences say of scores, against the scores: whose a figure is, of which year, which way, at which level.

A figure is right only for what it is said of. Where a sentence does not say that plainly, it is right if it is any
score or change of the years that the text may speak of.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.judging.checks.statements.level_words import LevelWords
from ita_site.judging.checks.statements.movements import SIGNS, Movements
from ita_site.judging.checks.statements.neighbours import Role
from ita_site.judging.checks.statements.passages import MOVED, Doubt, Passage, Telling, names_of, sign_of
from ita_site.judging.checks.statements.reading import Reader, Statement
from ita_site.judging.checks.statements.superlatives import Superlatives
from ita_site.judging.checks.statements.vocabulary import LAST_YEAR, Word
from ita_site.judging.checks.sums import score_name
from ita_site.judging.scores import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.judging.checks.statements.known import KnownScores

_OF_SCORES = re.compile(r"\d\.\d|คะแนน|ระดับ|ตัวชี้วัด|[IEO]IT|ที่สุด|สุดใน")


class Figures:
    """The scores that the texts of one year may quote."""

    def __init__(self, known: KnownScores) -> None:
        self._known = known
        self._any = known.anything()
        self._figures = known.figures()
        self._vocabulary = known.vocabulary()

    def doubts(self, passage: Passage) -> Iterator[Doubt]:
        """Yield what the scores speak against in a text."""
        if not self._any or not _OF_SCORES.search(passage.text):
            return
        told = Telling(passage, self._known, self._vocabulary)
        statements = list(Reader(told.by, passage.about, near=passage.near).statements())
        comparison = _Comparison(told, self._figures)
        wrong: set[Word] = set()
        for each in statements:
            for doubt in comparison.figure(each):
                wrong.add(each.word)
                yield doubt
        movements = Movements(told)
        for first, second in pairwise(statements):
            if first.word not in wrong and second.word not in wrong:
                yield from movements.from_to(first, second)
        yield from movements.alone(statements)
        yield from LevelWords(told).doubts(statements)
        yield from Superlatives(told).doubts()


class _Comparison:
    """The figures of one passage against the scores."""

    def __init__(self, told: Telling, figures: frozenset[Decimal]) -> None:
        self._told = told
        self._figures = figures

    def figure(self, each: Statement) -> Iterator[Doubt]:
        """Yield what is wrong with a figure: it is of nothing, or not of what it is said of."""
        if each.role is Role.LIMIT or self._told.intended(each.word.start):
            return
        if each.role is Role.CHANGE:
            yield from self._change(each)
            return
        expected = {year: self._told.expected(year, each.subjects) for year in self._told.years(each)}
        if each.measured and any(expected.values()):
            yield from () if self._of_unknown_year(each, expected) else self._of_subject(each, expected)
        elif "." in each.word.value:
            yield from self._of_any(each, self._told.years(each))

    def _of_unknown_year(self, each: Statement, expected: dict[int, frozenset[Decimal]]) -> bool:
        """Tell whether a figure may well be of a year in which nothing is known of its owner."""
        told = {self._told.number(year) for year in each.mentioned} if len(expected) > 1 else set()
        if each.role is Role.BEFORE and not each.time.sure:
            told.add(self._told.known.year - 1)
        return any(not self._told.expected(year, each.subjects) for year in told)

    def _of_subject(self, each: Statement, expected: dict[int, frozenset[Decimal]]) -> Iterator[Doubt]:
        """Yield what is wrong with a figure that the text says the owner of."""
        if not any(_agrees(each.word.value, figures) for figures in expected.values()):
            yield self._mistaken(each, expected)
        elif each.direction is not None and each.role is not Role.SCORE:
            yield from Movements(self._told).moved(each.direction, each.subjects, tuple(expected))

    def _of_any(self, each: Statement, years: tuple[int, ...]) -> Iterator[Doubt]:
        """Yield what is wrong with a figure that may be of anything in these years."""
        others = [year for year in self._told.known.years if each.points in self._told.known.all_of(year)]
        year = years[0] if each.time.sure and len(years) == 1 else None
        if year is not None and self._told.known.all_of(year) and others and year not in others:
            message = f"{each.points} เป็นคะแนนของปี {others[-1]} ไม่ใช่ปี {year} โปรดตรวจปี"
            yield self._doubt(each, "figure-of-other-year", message)
        elif each.in_points and each.points not in self._figures:
            yield self._unknown(each)
        elif each.direction is not None and each.role is Role.AFTER and year is not None:
            owners = self._told.known.owners(year, each.points)
            yield from Movements(self._told).moved(each.direction, owners, (year,)) if len(owners) == 1 else ()

    def _change(self, each: Statement) -> Iterator[Doubt]:
        points = each.points
        years = self._told.years(each)
        than = self._told.number(each.time.than) if each.time.than not in {None, LAST_YEAR} else None
        sign = SIGNS[each.direction.value] if each.direction else 0
        changes = [change for year in years for change in self._told.known.changes(year, each.subjects, than)]
        alike = [change for change in changes if self._told.known.same_change(change, points)]
        if not alike and (not changes or len(years) > 1 or not each.in_points):
            alike = self._told.known.like(self._told.known.years[1:] if changes else years, points)
        elif not alike:
            names, now = names_of(each.subjects), years[0]
            before = than if than is not None else now - 1
            real = " และ ".join(f"{MOVED[sign_of(change)]} {rounded(abs(change)):.2f}" for change in changes)
            message = f"{names} ปี {now} {real} จากปี {before} แต่ข้อความพิมพ์ {points} โปรดตรวจตัวเลข"
            yield self._doubt(each, "quoted-change", message)
            return
        if alike and sign and all(sign_of(change) == -sign for change in alike):
            wrong, right = MOVED[sign], MOVED[-sign]
            message = f"คะแนนต่างกัน {points} เพราะ{right} แต่ข้อความพิมพ์ว่า{wrong} โปรดตรวจคำว่า{wrong}"
            yield self._doubt(each, "direction", message)
        elif not alike and each.in_points and points not in self._figures:
            yield self._unknown(each)

    def _mistaken(self, each: Statement, expected: dict[int, frozenset[Decimal]]) -> Doubt:
        names = names_of(each.subjects)
        year = next(year for year, figures in expected.items() if figures)
        right = ", ".join(str(figure) for figure in sorted(expected[year]))
        of_other_year = [
            other
            for other in self._told.known.years
            if other not in expected and each.points in self._told.expected(other, each.subjects)
        ]
        owners = [owner for owner in self._told.known.owners(year, each.points) if owner not in each.subjects]
        if of_other_year:
            code, said = "figure-of-other-year", f"{each.points} เป็นคะแนนของปี {of_other_year[-1]} ไม่ใช่ปี {year}"
        elif owners:
            code, said = "figure-of-other", f"{each.points} เป็นคะแนนของ{score_name(owners[0])} ไม่ใช่{names}"
        else:
            code, said = "unknown-figure", f"{each.points} ไม่ใช่คะแนนของ{names} ปี {year}"
        return self._doubt(each, code, f"{said} ซึ่ง{names} ปี {year} ได้ {right} โปรดตรวจ")

    def _unknown(self, each: Statement) -> Doubt:
        message = f"{each.points} คะแนน ไม่ใช่คะแนนใดในผลที่บันทึกไว้ของปีนี้หรือปีข้างเคียง โปรดตรวจตัวเลข"
        return self._doubt(each, "unknown-figure", message)

    @staticmethod
    def _doubt(each: Statement, code: str, message: str) -> Doubt:
        return Doubt(each.word.start, each.word.end, code, message)


def _agrees(typed: str, figures: frozenset[Decimal]) -> bool:
    """Tell whether a figure is one of these, as far as it is typed: 97.9 for 97.96 is cut short, not wrong."""
    points = Decimal(typed)
    places = Decimal(1).scaleb(int(points.as_tuple().exponent))
    return any(
        points in {each, each.quantize(places, ROUND_DOWN), each.quantize(places, ROUND_HALF_UP)} for each in figures
    )
