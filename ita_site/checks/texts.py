"""What sentences say, against what is known: years, dates, figures, names of indicators, items, offices, laws.

Each rule looks for one thing that the documents of municipalities really get wrong, and only where it is sure:
a sentence that the rule does not understand is left alone. Reasons and notes are not read, since they may quote
the mistake they explain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site import thai
from ita_site.chain import lineage
from ita_site.checks import misprints
from ita_site.checks.claims import scores_lost
from ita_site.checks.quotes import Figures
from ita_site.markup import excerpt
from ita_site.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.load import Dataset, Loaded, Year
    from ita_site.model import Framework, Measure, Report
    from ita_site.scores import Scores

_EXPLAINING = frozenset(
    [
        "document",
        "name",
        "note",
        "notes",
        "total_note",
        "level_note",
        "missing",
        "no_measure",
        "no_output",
        "unreadable",
    ]
)
"""Fields whose text is ours, or the official name of a thing, not a claim."""
_ITEM = re.compile(r"(?<![A-Za-z0-9])(?P<letter>[OoIiEe]|โอ)\s?0?(?P<number>[1-9]\d?)(?![\d.A-Za-z])", re.ASCII)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(?P<number>\d{1,2})(?![\d.])\s*[:.)]?\s*", re.ASCII)
_OF_RESULT = re.compile(r"จากผลการประเมิน[^\n]{0,15}?ตัวชี้วัดที่\s*(?P<number>\d{1,2})(?![\d.])", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?P<year>25\d\d)(?!\d)", re.ASCII)
_INTENDED = re.compile(r"\s*(?:จะ|ควร|ต้อง)")
_FROM = re.compile(r"(?:[-–—]|ถึง)\s*(?:พ\.ศ\.\s*)?$")
_TO = re.compile(r"\s*[-–—]\s*25\d\d", re.ASCII)
_OF_A_LAW = re.compile(
    "พ\\.?ร\\.?บ|พระราช|ระเบียบ|ข้อบังคับ|ประมวล|ประกาศ|คำสั่ง|หนังสือ|รัฐธรรมนูญ|กฎหมาย|กฎกระทรวง|มติ|ยุทธศาสตร์|แผนพัฒนา|แผนแม่บท|แก้ไขเพิ่มเติม"
)
_LAW = re.compile(
    r"(?:พ\.?\s?ร\.?\s?บ\.?|พระราชบัญญัติ)\s*(?P<name>[ก-๛ ]{6,80}?)\s*พ\.\s?ศ\.\s*(?P<year>\d{4})", re.ASCII
)
_MONTH = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_DATE = re.compile(rf"(?<!\d)\d{{1,2}}\s*(?:{_MONTH})\s*(?:พ\.\s?ศ\.\s*)?25\d\d(?!\d)", re.ASCII)
_OFFICES = {
    "องค์การบริหารส่วนตำบล": re.compile(r"ของ(?P<office>เทศบาล)(?!ตำบล|เมือง|นคร)"),
    "เทศบาล": re.compile(r"ของ(?P<office>องค์การบริหารส่วนตำบล|อบต\.?)(?=$|[\s,.)ฯ])"),
}
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of a file: `plain` has Arabic digits and the same length as what was typed."""

    loaded: Loaded[Any]
    path: tuple[str | int, ...]
    typed: str
    plain: str

    def at(self, start: int, end: int) -> Position:
        """Return where the part of the text from `start` to `end` stands."""
        return self.loaded.within(self.typed[start:end], *self.path)


def check(dataset: Dataset, scores: Scores) -> Iterator[Problem]:
    """Yield what the texts of all years say wrongly."""
    laws: dict[str, dict[str, list[Position]]] = {}
    offices = _offices(dataset)
    for year in dataset.years.values():
        figures = Figures(scores, dataset.frameworks, year.year)
        judged = not scores_lost(dataset, year.year - 1, year.year, year.year + 1)
        for loaded, known in _files(dataset, year):
            intends = loaded is not year.analysis
            for text in _texts(loaded):
                yield from _items(text, known)
                yield from _names(text, known)
                yield from _years(text, year.year, intends=intends)
                _note_laws(text, laws)
                for start, end, code, message in figures.wrong(text.plain) if judged else ():
                    yield Problem(text.at(start, end), code, message, Severity.WARNING)
                for start, end, message in misprints.found(text.typed):
                    yield Problem(text.at(start, end), "misprint", message, Severity.NOTICE)
                if offices and (found := offices.search(text.plain)):
                    message = f"ข้อความนี้พูดถึง “{found['office']}” ซึ่งไม่ใช่หน่วยงานนี้ โปรดตรวจว่าไม่ได้คัดลอกมาจากหน่วยงานอื่น"
                    yield Problem(text.at(*found.span()), "other-office", message, Severity.WARNING)
        yield from _other_indicators(dataset, year)
        for report in year.reports.values():
            yield from _future(report)
        if year.result is not None:
            yield from _printed_names(year, dataset.frameworks.get(year.year))
    yield from _laws(laws)


def _files(dataset: Dataset, year: Year) -> Iterator[tuple[Loaded[Any], list[Framework]]]:
    """Yield the files of a year whose sentences are read, with the frameworks they may speak of."""
    this, before = dataset.frameworks.get(year.year), dataset.frameworks.get(year.year - 1)
    if year.analysis is not None:
        yield year.analysis, [this] if this else []
    plan = [each for each in (before, this) if each is not None]
    for loaded in (*year.measures.values(), *year.reports.values()):
        yield loaded, plan


def _texts(loaded: Loaded[Any]) -> Iterator[_Text]:
    for path, typed in loaded.document.texts():
        if not _EXPLAINING.intersection(path):
            yield _Text(loaded, path, typed, thai.arabic(typed))


def _items(text: _Text, frameworks: list[Framework]) -> Iterator[Problem]:
    if len(text.plain) < 5:  # a reference of its own field, which the model reads
        return
    for found in _ITEM.finditer(text.plain):
        reference = f"{found['letter'].replace('โอ', 'O').upper()}{found['number']}"
        if frameworks and all(each.knows(reference) is False for each in frameworks):
            years = " หรือ ".join(str(each.year) for each in frameworks)
            message = f"เกณฑ์ปี {years} ไม่มีข้อ {reference}"
            yield Problem(text.at(*found.span()), "unknown-item", message, Severity.WARNING)


def _names(text: _Text, frameworks: list[Framework]) -> Iterator[Problem]:
    """Yield indicators named with the number of one and the name of another."""
    for found in _INDICATOR.finditer(text.plain) if frameworks else ():
        rest = text.plain[found.end() :]
        said = [
            (name, indicator.id)
            for indicator in frameworks[0].indicators
            for name in (indicator.name, *indicator.aliases)
            if rest.startswith(name)
        ]
        if said and all(number != found["number"] for _, number in said):
            name, number = max(said, key=lambda each: len(each[0]))
            own = frameworks[0].indicator(found["number"])
            message = f"“{name}” คือตัวชี้วัดที่ {number}"
            if own is not None:
                message += f" ส่วนตัวชี้วัดที่ {own.id} คือ{own.name}"
            place = text.at(found.start(), found.end() + len(name))
            yield Problem(place, "indicator-name", f"{message} โปรดตรวจว่าหมายถึงตัวใด", Severity.WARNING)


def _printed_names(year: Year, framework: Framework | None) -> Iterator[Problem]:
    """Yield the scores of a result that are printed with the name of another indicator."""
    if framework is None or year.result is None:
        return
    names = {name: each.id for each in framework.indicators for name in (each.name, *each.aliases)}
    for index, score in enumerate(year.result.record.indicators):
        other = names.get(score.name or "")
        if other is not None and other != score.id:
            message = f"“{score.name}” คือตัวชี้วัดที่ {other} แต่รายการนี้เป็นตัวชี้วัดที่ {score.id} โปรดตรวจเลขและคะแนน"
            place = year.result.at("indicators", index, "name")
            yield Problem(place, "indicator-name", message, Severity.WARNING)


def _other_indicators(dataset: Dataset, year: Year) -> Iterator[Problem]:
    """Yield the measures, and what reports say of them, that begin from the result of what they do not answer."""
    framework = dataset.frameworks.get(year.year - 1)
    for measure in year.measures.values():
        for text in _texts(measure):
            yield from _other_indicator(text, measure, framework)
    for report in year.reports.values():
        progress = report.record.measures
        for text in _texts(report):
            if text.path[0] == "measures" and isinstance(place := text.path[1], int) and place < len(progress):
                about = year.measures.get(progress[place].measure)
                if about is not None:
                    yield from _other_indicator(text, about, framework)


def _other_indicator(text: _Text, measure: Loaded[Measure], framework: Framework | None) -> Iterator[Problem]:
    answered = {part for answer in measure.record.answers for part in lineage(framework, answer)}
    for found in _OF_RESULT.finditer(text.plain):
        if answered and found["number"] not in answered:
            answers = ", ".join(measure.record.answers)
            message = f"ข้อความนี้อ้างผลของตัวชี้วัดที่ {found['number']} แต่มาตรการนี้ตอบ {answers} โปรดตรวจเลขตัวชี้วัด"
            yield Problem(text.at(*found.span()), "other-indicator", message, Severity.WARNING)


def _years(text: _Text, year: int, *, intends: bool) -> Iterator[Problem]:
    """Yield the years that belong to another round: last year's text left standing."""
    for found in _YEAR.finditer(text.plain):
        said = int(found["year"])
        before = text.plain[max(0, found.start() - _BEFORE) : found.start()]
        after = text.plain[found.end() :]
        past = intends and said < year and _INTENDED.match(after)
        if not past and year - 1 <= said <= year + 1:
            continue
        if _OF_A_LAW.search(before) or _FROM.search(before) or _TO.match(after):
            continue
        if _DATE.search(text.plain, max(0, found.start() - 20), found.end()):
            continue
        what = "พูดถึงสิ่งที่จะทำในปี" if past else "พบปี"
        message = f"{what} {said} ในข้อมูลของปี {year} โปรดตรวจว่าไม่ใช่ข้อความของรอบก่อนที่ติดมา"
        yield Problem(text.at(*found.span()), "stale-year", message, Severity.WARNING)


def _note_laws(text: _Text, laws: dict[str, dict[str, list[Position]]]) -> None:
    for found in _LAW.finditer(text.plain):
        name = re.sub(r"\s|ของ(?=ราชการ)", "", found["name"])
        laws.setdefault(name, {}).setdefault(found["year"], []).append(text.at(*found.span()))


def _laws(laws: dict[str, dict[str, list[Position]]]) -> Iterator[Problem]:
    """Yield every place of a law that has one year here and another there: only one can be right."""
    for name, years in laws.items():
        for year, places in years.items() if len(years) > 1 else ():
            others = " และ ".join(f"พ.ศ. {each}" for each in years if each != year)
            message = f"กฎหมาย “{name}” ที่นี่พิมพ์เป็น พ.ศ. {year} ที่อื่นพิมพ์เป็น {others} โปรดตรวจว่าปีใดถูก"
            for place in places:
                yield Problem(place, "law-year", message, Severity.WARNING)


def _future(report: Loaded[Report]) -> Iterator[Problem]:
    """Yield the days a report speaks of that come after it was written, or after the time it is about."""
    memo, period = report.record.memo, report.record.period
    last = memo.date if memo is not None else period.end if period is not None else None
    if last is None:
        return
    for text in _texts(report):
        for found in _DATE.finditer(text.plain) if text.path[0] not in {"memo", "period"} else ():
            try:
                day = thai.read_date(found[0])
            except thai.BadDate as error:
                yield Problem(text.at(*found.span()), "bad-date", str(error), Severity.WARNING)
                continue
            if day > last:
                message = f"วันที่ {excerpt(found[0])} อยู่หลังวันที่ของรายงาน ({thai.write_date(last)}) โปรดตรวจวันที่"
                yield Problem(text.at(*found.span()), "future-date", message, Severity.WARNING)


def _offices(dataset: Dataset) -> re.Pattern[str] | None:
    kind = dataset.agency.record.kind if dataset.agency and dataset.agency.record.kind else ""
    return next((pattern for office, pattern in _OFFICES.items() if kind.startswith(office)), None)
