"""Which fiscal year a document is about: the one its title names, else the one it names most.

A document names many years: of laws, of dates, of the assessment it answers, of the year before. Only what reads like
a document's own year counts; where nothing does, nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.judging.checks.evidence_text.skeletons import any_of, skeleton

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_TITLE, _HEAD = 350, 1_500
"""Letters of a document, without blanks, among which its title stands, and its beginning."""
_LONGEST = 6
"""Years of an office's longest plan; national strategies that documents quote run for ten and twenty."""
_OCTOBER = 10
_MONTHS = {
    skeleton(name): number for names in (thai.MONTHS, thai.SHORT_MONTHS) for number, name in enumerate(names, start=1)
}
_MONTH = any_of(*_MONTHS)
_ERA = r"(?:พ\.?ศ\.?|พุทธศักราช)?"
_FOUR = r"(?:25[4-9]\d|26\d\d|20[1-4]\d)(?!\d)"
_TWO = r"[5-9]\d(?![\d.,])"
_YEAR = rf"(?:{_FOUR}|{_TWO})"
_UNTIL = rf"(?:[-–—]|{any_of('ถึง', 'จนถึง')})"
_JOIN = rf"\s?(?:{_UNTIL}|[,/]|{any_of('และ', 'กับ')})\s?"
_MORE = rf"(?P<more>(?:(?:{_JOIN}|\s){_ERA}{_FOUR})*)"
_SURE = any_of("ปีงบประมาณ", "ประจำปี", "ประจำปีงบประมาณ", "รอบปี", "ปีงบ")
_OWN = re.compile(
    rf"(?:{_SURE}[(:]?{_ERA}[(:]?(?P<sure>{_YEAR})|(?:ปี|งบประมาณ(?=พ))[(:]?{_ERA}[(:]?(?P<first>{_FOUR})){_MORE}"
)
"""ปีงบประมาณ พ.ศ. 2569, ประจำปี 2566 - 2570, ปี 2566, 2567 และ 2568."""
_SPAN = re.compile(rf"พ\.?ศ\.?(?P<first>{_FOUR})(?P<more>\s?{_UNTIL}\s?{_ERA}{_FOUR})")
"""(พ.ศ. 2566 - 2570), which is no date and no law."""
_MONTHLY = re.compile(rf"{any_of('เดือน', 'ประจำเดือน')}(?P<month>{_MONTH}){_ERA}(?P<first>{_YEAR})")
_PERIOD = re.compile(
    rf"{_MONTH}{_ERA}{_YEAR}?{_JOIN}(?:{any_of('วันที่')})?(?:\d\d?)?(?P<month>{_MONTH}){_ERA}(?P<first>{_YEAR})"
)
"""ตุลาคม 2567 - กันยายน 2568: the fiscal year in which it ends."""
_BARE = re.compile(rf"พ\.?ศ\.?(?P<first>{_FOUR})")
"""A year that in a title may be the document's, if it is no date's and no law's."""
_NOT_BARE = re.compile(
    rf"{_MONTH}$|{any_of('พระราชบัญญัติ', 'พ.ร.บ.', 'ระเบียบ', 'รัฐธรรมนูญ', 'กฎ', 'ฉบับที่', 'มาตรฐาน', 'ประมวล')}.{{0,70}}$"
)
_ASSESSED = re.compile(rf"{any_of('ผลการประเมิน', 'คะแนน')}.{{0,30}}(?:ita|{any_of('คุณธรรม', 'ความโปร่งใส')}).{{0,90}}$")
"""The assessment that a document answers: its year is not the document's."""
_WINDOW = 140


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A fiscal year or a span of them, B.E., that a text names as a document's own, and where in its skeleton."""

    start: int
    first: int
    last: int

    def covers(self, years: Collection[int]) -> bool:
        """Tell whether any of the years is in the span."""
        return any(self.first <= each <= self.last for each in years)


def named_years(text: str) -> list[NamedYear]:
    """Return the fiscal years that a skeleton names as a document's own, in their order."""
    return sorted(_found(text), key=lambda each: (each.start, each.first))


def _found(text: str) -> Iterator[NamedYear]:
    for match in (*_OWN.finditer(text), *_SPAN.finditer(text)):
        if not _ASSESSED.search(_before(text, match)):
            yield from _listed(match)
    for match in (*_MONTHLY.finditer(text), *_PERIOD.finditer(text)):
        year = _in_era(match["first"]) + (_MONTHS[match["month"]] >= _OCTOBER)
        yield NamedYear(match.start(), year, year)
    for match in _BARE.finditer(text, 0, _TITLE):
        before = _before(text, match)
        if not _NOT_BARE.search(before) and not _ASSESSED.search(before):
            yield NamedYear(match.start(), _in_era(match["first"]), _in_era(match["first"]))


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _WINDOW) : match.start()]


def _listed(match: re.Match[str]) -> Iterator[NamedYear]:
    first = match["first"] or match["sure"]
    years = [_in_era(each) for each in (first, *re.findall(_FOUR, match["more"]))]
    is_span = len(years) == 2 and re.match(rf"\s?{_UNTIL}", match["more"]) and years[0] <= years[1]
    if is_span and years[1] - years[0] < _LONGEST:
        yield NamedYear(match.start(), years[0], years[1])
    elif not is_span:
        yield from (NamedYear(match.start(), each, each) for each in years)


def _in_era(typed: str) -> int:
    """Return the year B.E. for one of two digits, or of the Christian era."""
    value = int(typed) + (2500 if len(typed) == 2 else 0)
    return value + thai.ERA if value < thai.FIRST_YEAR else value


def other_year(text: str, title: str, asked: Collection[int]) -> int | None:
    """Return the fiscal year that a document is about, if that is none of those asked for.

    Args:
        text: the skeleton of the document.
        title: that of its title, or nothing where none is found.
        asked: fiscal years, B.E.

    """
    named = named_years(text)
    titles = (
        named_years(title)
        or [each for each in named if each.start < _TITLE]
        or [each for each in named if each.start < _HEAD]
    )
    if not (named or titles) or any(each.covers(asked) for each in titles):
        return None
    counts = Counter(year for each in named for year in range(each.first, each.last + 1))
    wanted = max(counts[each] for each in asked)
    if titles:
        year = titles[0].last
        return None if wanted > counts[year] else year
    year, most = counts.most_common(1)[0]
    return None if 2 * wanted >= most else year
