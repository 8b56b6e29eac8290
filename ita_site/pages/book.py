"""Everything the pages are made from, with the questions they ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.model import kind_of
from ita_site.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_site.load import Dataset, Loaded, Year
    from ita_site.model import Agency, Framework, Measure, Progress, Provenance, Report, Status
    from ita_site.scores import Score, Scores


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the site and the words for it; `url` is None where there is nothing yet."""

    text: str
    url: str | None
    here: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A score as a table shows it; figures are exact, rounding is left to the template's filters."""

    id: str
    name: str
    url: str | None
    published: Decimal | None
    computed: Fraction | None
    before: Fraction | Decimal | None
    change: Fraction | None
    missing: str | None = None
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of one measure."""

    year: int
    report_id: str
    report: Report
    progress: Progress


class Book:
    """A dataset and its scores, to look things up in while pages are written."""

    def __init__(self, dataset: Dataset, scores: Scores) -> None:
        if dataset.agency is None:
            message = "pages are written only from a dataset without errors"
            raise ValueError(message)
        self.dataset = dataset
        self.scores = scores
        self.agency: Agency = dataset.agency.record
        self.agency_file = dataset.agency.document.name
        self.years = dataset.years

    @cached_property
    def latest(self) -> Year:
        """The latest year with a result, else the latest year."""
        with_result = [year for year in self.years.values() if year.result is not None]
        return (with_result or list(self.years.values()))[-1]

    def framework(self, year: int) -> Framework | None:
        """Return the framework of a year."""
        return self.dataset.frameworks.get(year)

    def indicator_ids(self, year: int) -> list[str]:
        """Return the numbers of the indicators of a year, in their order."""
        framework = self.framework(year)
        if framework is not None:
            return [each.id for each in framework.indicators]
        result = self.years[year].result if year in self.years else None
        return [each.id for each in result.record.indicators] if result else []

    def name(self, year: int, reference: str) -> str:
        """Return the official name of what a reference names in a year, or the reference itself."""
        framework = self.framework(year)
        if framework is not None:
            for group in (framework.instruments, framework.indicators):
                for each in group:
                    if each.id == reference:
                        return each.name
            for indicator in framework.indicators:
                for sub in indicator.subindicators:
                    if sub.id == reference:
                        return sub.name
            if (item := framework.item(reference)) is not None:
                return item.title
        result = self.years[year].result if year in self.years else None
        printed = {each.id: each.name for each in result.record.indicators} if result else {}
        return printed.get(reference) or reference

    def label(self, year: int, reference: str) -> str:
        """Return a reference in words: ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน."""
        name = self.name(year, reference)
        kinds = {"indicator": "ตัวชี้วัดที่ ", "subindicator": "ตัวชี้วัดย่อยที่ ", "item": "ข้อ "}
        head = f"{kinds.get(kind_of(reference), '')}{reference}"
        return head if name == reference else f"{head} {name}"

    def indicator_of(self, year: int, reference: str) -> str | None:
        """Return the indicator a reference belongs to, or None."""
        if kind_of(reference) == "indicator":
            return reference
        if kind_of(reference) == "subindicator":
            return reference.split(".", maxsplit=1)[0]
        framework = self.framework(year)
        for indicator in framework.indicators if framework else ():
            held = {*indicator.items, *(item for sub in indicator.subindicators for item in sub.items)}
            if reference in held:
                return indicator.id
        return None

    def reference_url(self, year: int, reference: str) -> str | None:
        """Return the page about what a reference names in a year, or None."""
        indicator = self.indicator_of(year, reference)
        if indicator is not None and year in self.years and indicator in self.indicator_ids(year):
            return f"{year}/indicators/{indicator}/"
        return f"{year}/" if year in self.years else None

    def row(self, year: int, reference: str, url: str | None = None) -> Row:
        """Return a score of a year as a table shows it, beside that of the year before."""
        score = self.scores.get(year, reference)
        before = self.scores.get(year - 1, reference)
        result = self.years[year].result if year in self.years else None
        reasons = {each.id: each.missing for each in result.record.indicators} if result else {}
        return Row(
            id=reference,
            name=self.name(year, reference),
            url=url,
            published=score.published if score else None,
            computed=score.computed if score else None,
            before=before.value if before else None,
            change=self.scores.change(year, reference),
            missing=reasons.get(reference),
            differs=score.differs if score else False,
        )

    def total(self, year: int) -> Score | None:
        """Return the total score of a year."""
        return self.scores.get(year, TOTAL)

    def told(self, year: int, measure_id: str) -> list[Told]:
        """Return what each report of the year says of a measure, earliest first."""
        return [
            Told(year, report_id, report.record, progress)
            for report_id, report in self.years[year].reports.items()
            for progress in report.record.measures
            if progress.measure == measure_id
        ]

    def status(self, year: int, measure_id: str) -> Status | None:
        """Return the status of a measure in the latest report that states one."""
        stated = [each.progress.status for each in self.told(year, measure_id) if each.progress.status]
        return stated[-1] if stated else None

    def answering(self, year: int, reference: str) -> Iterator[tuple[str, Loaded[Measure]]]:
        """Yield the measures of the year after that answer a reference of `year` or a part of it."""
        if year + 1 not in self.years:
            return
        for measure_id, measure in self.years[year + 1].measures.items():
            if any(
                answer == reference or self.indicator_of(year, answer) == reference for answer in measure.record.answers
            ):
                yield measure_id, measure

    def chain(self, year: int, here: str = "") -> list[Link]:
        """Return the cycle that `year`'s measures stand in: result before → … → result of the year."""
        before = self.years.get(year - 1)
        this = self.years.get(year)
        links = (
            ("result", f"ผลปี {year - 1}", f"{year - 1}/", before and before.result),
            ("analysis", f"วิเคราะห์ผลปี {year - 1}", f"{year - 1}/#analysis", before and before.analysis),
            ("measures", f"มาตรการปี {year}", f"{year}/measures/", this and this.measures),
            ("reports", f"รายงานปี {year}", f"{year}/reports/", this and this.reports),
            ("next", f"ผลปี {year}", f"{year}/", this and this.result),
        )
        return [Link(text, url if there else None, name == here) for name, text, url, there in links]

    def uncertain(self, year: int) -> Provenance | None:
        """Return the provenance of a year's framework, None without one."""
        framework = self.framework(year)
        return framework.provenance if framework else None
