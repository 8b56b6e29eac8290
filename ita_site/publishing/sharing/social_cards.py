"""What the picture of a page shows where its link is shared.

There is one for each year, indicator of a year, two compared years and report; an indicator through the years has
that of its latest. A measure has its year and its status, not its title, which stands beside the picture anyway: so
measures of one status share one, and a site of ten years has 180 pictures for its 1,053 pages. Lists, scores and
gaps of a year have the year's. The year of an indicator stands beside its figure, so that the name is drawn once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Status
from ita_site.ground import thai
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import stated
from ita_site.judging.scores import TOTAL, rounded
from ita_site.saying import words
from ita_site.saying.view.counts import status_counts
from ita_site.saying.view.parts import YEAR

if TYPE_CHECKING:
    from fractions import Fraction

    from ita_site.data.model import Report
    from ita_site.saying.view.lookup import Lookup
    from ita_site.saying.view.score_row import ScoreRow


@dataclass(frozen=True, slots=True)
class Picture:
    """The words of a picture: what it is about in two lines, a figure or a word, and what is said of that."""

    title: tuple[str, str]
    figure: str
    lines: tuple[str, ...] = ()

    def with_thai_digits(self) -> Picture:
        """Return the picture with its figures in Thai digits."""
        over, title = map(thai.digits, self.title)
        return Picture((over, title), thai.digits(self.figure), tuple(map(thai.digits, self.lines)))

    @property
    def text(self) -> str:
        """All words of the picture, for who cannot see it."""
        return " ".join((*self.title, self.figure, *self.lines))


def picture(lookup: Lookup, subject: Subject | None) -> Picture:
    """Return what the picture of the page about a subject shows; a page written by hand has none."""
    match subject:
        case Subject(Kind.HOME):
            shown = _year(lookup, lookup.latest.year)
        case Subject(Kind.INDICATOR, int(year), number):
            shown = _indicator(lookup, year, number)
        case Subject(Kind.MEASURE, int(year), name):
            shown = _measure(lookup, year, name)
        case Subject(Kind.REPORT, int(year), name):
            shown = _report(year, lookup.years[year].reports[name].record)
        case Subject(Kind.COMPARISON, int(year), _, int(before)):
            shown = _compared(lookup, before, year)
        case Subject(Kind.INDICATOR_HISTORY, None, number):
            scored = [year for year in lookup.years if lookup.row(year, number).published is not None]
            shown = _indicator(lookup, scored[-1] if scored else lookup.latest.year, number)
        case Subject(_, int(year)):
            shown = _year(lookup, year)
        case _:
            shown = _general(lookup)
    return shown


def change(value: Fraction | None, before: int) -> str:
    """Say in words how a score stands to that of an earlier year; nothing where that may not be said."""
    if value is None:
        return ""
    points = rounded(value)
    if points == 0:
        return f"เท่ากับปี {before}"
    return f"{'เพิ่มขึ้น' if points > 0 else 'ลดลง'} {abs(points):.2f} จากปี {before}"


def _year(lookup: Lookup, year: int) -> Picture:
    title = ("ผลการประเมิน ITA", f"{YEAR}{year}")
    result = lookup.years[year].result
    if result is None:
        return Picture(title, "ยังไม่มีผลการประเมิน")
    level = f"ระดับ {result.record.level}" if result.record.level else "คะแนนรวม"
    return _scored(title, lookup.row(year, TOTAL), level, year)


def _indicator(lookup: Lookup, year: int, number: str) -> Picture:
    title = (f"ตัวชี้วัดที่ {number}", lookup.name(year, number))
    row = lookup.row(year, number)
    if row.published is None:
        return Picture(title, "ไม่มีคะแนนในเอกสาร", (f"ปี {year}",))
    return _scored(title, row, f"คะแนนปี {year}", year)


def _scored(title: tuple[str, str], row: ScoreRow, said: str, year: int) -> Picture:
    lines = (said, change(row.change, year - 1))
    return Picture(title, words.points(row.published), tuple(filter(None, lines)))


def _compared(lookup: Lookup, before: int, after: int) -> Picture:
    title = ("ผลการประเมิน ITA", f"ปี {before} เทียบกับปี {after}")
    moved = lookup.scores.change(after, TOTAL, before)
    lines = tuple(f"ปี {year} ได้ {words.points(lookup.row(year, TOTAL).value)}" for year in (before, after))
    return Picture(title, words.signed(moved), lines)


def _measure(lookup: Lookup, year: int, measure_id: str) -> Picture:
    title = ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", f"{YEAR}{year}")
    status = lookup.status(year, measure_id)
    return Picture(title, words.status(status), ("สถานะตามรายงาน",) if isinstance(status, Status) else ())


def _report(year: int, report: Report) -> Picture:
    title = (f"รายงานผลการดำเนินการ {YEAR}{year}", words.short_period(report.period))
    if not report.measures:
        return Picture(title, "รายงานตามมาตรการ")
    counts = status_counts(stated(each.status) for each in report.measures)
    most = max(counts, key=lambda each: each.count)
    return Picture(title, f"{len(report.measures)}", ("มาตรการในรายงาน", f"{words.status(most.state)} {most.count}"))


def _general(lookup: Lookup) -> Picture:
    years = list(lookup.years)
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else f"{years[0]}"
    return Picture(("ผลการประเมิน ITA มาตรการ และรายงาน", "ความโปร่งใสของหน่วยงาน"), f"ปี {span}")
