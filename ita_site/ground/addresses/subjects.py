"""What a page is about, and the address that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a page can be about."""

    HOME = "home"
    YEAR = "year"
    ANALYSIS = "analysis"
    INDICATOR = "indicator"
    PLAN = "plan"
    MEASURES = "measures"
    MEASURE = "measure"
    REPORTS = "reports"
    REPORT = "report"
    DISCLOSURE = "disclosure"
    OIT_ITEM = "oit-item"
    """How one item of a year's OIT list is answered."""
    OIT_FORM = "oit-form"
    """A year's OIT list as its form takes it, for editors."""
    SHORT_OIT_ITEM = "short-oit-item"
    """Leads on to the item."""
    SCORES = "scores"
    PROOF = "proof"
    """Every figure of a year with the file and the line it stands in."""
    STATUS = "status"
    INDICATORS = "indicators"
    INDICATOR_HISTORY = "indicator-history"
    """An indicator over all years."""
    COMPARISONS = "comparisons"
    COMPARISON = "comparison"
    """A year beside an earlier one, `before`."""
    DATA = "data"
    EMBEDS = "embeds"
    """What other websites may show of this one."""
    CONTACT = "contact"
    MUNICIPALITIES = "municipalities"
    """All municipalities of a site about many, as are those that follow."""
    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    TRIED = "tried"
    """The measures that were tried."""
    TRIED_FOR = "tried-for"
    """Those for one indicator."""
    FRAMEWORKS = "frameworks"
    """What the assessment asks in each year."""


_PATTERNS = {
    Kind.HOME: "",
    Kind.YEAR: "{year}/",
    Kind.ANALYSIS: "{year}/analysis/",
    Kind.INDICATOR: "{year}/indicators/{id}/",
    Kind.PLAN: "{year}/plan/",
    Kind.MEASURES: "{year}/measures/",
    Kind.MEASURE: "{year}/measures/{id}/",
    Kind.REPORTS: "{year}/reports/",
    Kind.REPORT: "{year}/reports/{id}/",
    Kind.DISCLOSURE: "{year}/disclosure/",
    Kind.OIT_ITEM: "{year}/disclosure/{id}/",
    Kind.OIT_FORM: "{year}/disclosure/form/",
    Kind.SHORT_OIT_ITEM: "{year}/{id}/",
    Kind.SCORES: "{year}/scores/",
    Kind.PROOF: "{year}/proof/",
    Kind.STATUS: "{year}/status/",
    Kind.INDICATORS: "indicators/",
    Kind.INDICATOR_HISTORY: "indicators/{id}/",
    Kind.COMPARISONS: "compare/",
    Kind.COMPARISON: "compare/{before}-{year}/",
    Kind.DATA: "data/",
    Kind.EMBEDS: "embed/",
    Kind.CONTACT: "contact/",
    Kind.MUNICIPALITIES: "municipalities/",
    Kind.PROVINCE: "provinces/{id}/",
    Kind.MUNICIPALITY: "municipalities/{id}/",
    Kind.TRIED: "tried/",
    Kind.TRIED_FOR: "tried/{id}/",
    Kind.FRAMEWORKS: "frameworks/",
}
OUTSIDE_NAVIGATION = ("/[0-9]*/", "/indicators/*/", "/compare/", "/embed/")
"""Patterns, as Git ignores files, of the pages that are reached by links and search only."""
_ABOVE = {
    Kind.MEASURE: Kind.MEASURES,
    Kind.REPORT: Kind.REPORTS,
    Kind.OIT_ITEM: Kind.DISCLOSURE,
    Kind.OIT_FORM: Kind.DISCLOSURE,
    Kind.INDICATOR_HISTORY: Kind.INDICATORS,
    Kind.COMPARISON: Kind.COMPARISONS,
    Kind.EMBEDS: Kind.DATA,
    Kind.PROVINCE: Kind.MUNICIPALITIES,
    Kind.MUNICIPALITY: Kind.MUNICIPALITIES,
    Kind.TRIED_FOR: Kind.TRIED,
}
"""The list that leads to a page; what is not named here stands below its year or, without one, below the home page."""
_LISTS_OF_ALL_YEARS = frozenset(
    {Kind.INDICATORS, Kind.COMPARISONS, Kind.DATA, Kind.MUNICIPALITIES, Kind.TRIED, Kind.FRAMEWORKS}
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about: its kind, its fiscal year B.E. and the id of what it shows, where it has them."""

    kind: Kind
    year: int | None = None
    id: str = ""
    before: int | None = None

    @property
    def address(self) -> str:
        """The address of the page."""
        return _PATTERNS[self.kind].format(year=self.year, id=self.id, before=self.before)

    @property
    def trail(self) -> tuple[Subject, ...]:
        """The pages above this one, from the home page down; none above the home page."""
        if self.kind is Kind.HOME:
            return ()
        above = _ABOVE.get(self.kind)
        if above is not None:
            parent = Subject(above, None if above in _LISTS_OF_ALL_YEARS else self.year)
        elif self.year is not None and self.kind is not Kind.YEAR:
            parent = Subject(Kind.YEAR, self.year)
        else:
            parent = Subject(Kind.HOME)
        return (*parent.trail, parent)
