"""The rules that a sentence is read by, one function each.

Each looks for one thing that the documents of municipalities really get wrong, and only where it is sure what the
sentence means: one that a rule does not understand is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_site.ground import thai
from ita_site.ground.markup import excerpt
from ita_site.judging.chain import lineage
from ita_site.judging.checks.statements import Passage
from ita_site.judging.scores import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ita_site.data.load import RecordFile
    from ita_site.data.model import Framework
    from ita_site.judging.checks.statements import Figures

_ITEM = re.compile(
    r"(?:(?<![A-Za-z0-9])(?P<letter>[OoIiEe])|(?:(?<![ก-๛])|(?<=ข้อ))โอ)\s?0?(?P<number>[1-9]\d?)(?!\.?\d|[A-Za-z])",
    re.ASCII,
)
_LIKE_AN_ITEM = re.compile("[OoIiEeอ] ?[0-9]")
"""What every item has in it: looking for this is cheaper."""
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(?P<number>\d{1,2})(?!\.?\d)\s*[:.)]?\s*", re.ASCII)
_OF_RESULT = re.compile(r"จากผลการประเมิน[^\n]{0,15}?ตัวชี้วัดที่\s*(?P<number>\d{1,2})(?!\.?\d)", re.ASCII)
_YEAR = re.compile(r"(?P<year>25\d\d)(?<!\d25\d\d)(?!\d)", re.ASCII)
_ANALYSED = re.compile(r"วิเคราะห์ผลการประเมิน[^\n]{0,20}?ปีงบประมาณ\s*(?:พ\.\s?ศ\.\s*)?(?P<year>25\d\d)(?!\d)", re.ASCII)
_QUOTED = re.compile(r"\)?\s*(?:ได้|มีผลคะแนน|มีคะแนน|คะแนน)\s*\d")
"""After a year: a score of that year, which is compared with the scores."""
_INTENDED = re.compile(r"\s*(?:จะ(?!เห็น|พบ)|ควร|ต้อง)")
_RESULT_OF = re.compile(r"ผล(?:การประเมิน)?(?:ของ)?\s*(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.\s?ศ\.)?\s*$")
_AND = r"(?:[-–—]|ถึง)\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.)?\s*"
_FROM = re.compile(rf"{_AND}$")
_HISTORY = re.compile(r"(?:ตั้งแต่|เมื่อ|นับจาก|ย้อนหลัง)\s*(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.\s?ศ\.)?\s*$")
_TO = re.compile(rf"\s*{_AND}25\d\d", re.ASCII)
_OF_A_LAW = re.compile(
    "พ\\.?ร\\.?บ|พระราช|ระเบียบ|ข้อบังคับ|ประมวล|ประกาศ|คำสั่ง|หนังสือ|รัฐธรรมนูญ|กฎหมาย|กฎกระทรวง|มติ|ยุทธศาสตร์|แผนพัฒนา|แผนแม่บท|แก้ไขเพิ่มเติม"
)
_LAW = re.compile(
    r"(?:พ\.?\s?ร\.?\s?บ\.?|พระราชบัญญัติ)\s*(?P<name>[ก-๛ ]{6,80}?)\s*พ\.\s?ศ\.\s*(?P<year>\d{4})", re.ASCII
)
_MONTH = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_DATE = re.compile(rf"\d(?<!\d\d)\d?\s*(?:{_MONTH})\s*(?:พ\.\s?ศ\.\s*)?25\d\d(?!\d)", re.ASCII)
_OFFICES = {
    "องค์การบริหารส่วนตำบล": re.compile(r"ของ(?P<office>เทศบาล)(?!ตำบล|เมือง|นคร)"),
    "เทศบาล": re.compile(r"ของ(?P<office>องค์การบริหารส่วนตำบล|อบต\.?)(?=$|[\s,.)ฯ])"),
}
_OF_TIME = re.compile(rf"(?:ปี(?:งบประมาณ)?|ศ\.|{_MONTH}|และ|หรือ|ถึง|\()\s*$")
"""What stands before a number that is a year, and not an amount or a telephone."""
_ADDRESS = re.compile(r"https?://\S+")
_DIGIT = re.compile("[0-9]")
_LATER = frozenset(["memo", "period", "opinions", "proposals", "suggestions", "follow_up"])
"""Fields of a report that are dates themselves, or are about what comes after it."""
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Context:
    """A file, and what its sentences are read against.

    `answers` are the references that the measure of the file answers, or each measure that a report speaks of, in
    the report's order. `intends` says that the file is a plan or a report; `last` is the last day it can know of.
    """

    loaded: RecordFile[Any]
    year: int
    kind_of_agency: str
    frameworks: tuple[Framework, ...]
    figures: Figures | None
    answers: tuple[tuple[str, ...], ...] = ()
    last: date | None = None
    intends: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a file, as it was typed and as the rules read it: see `plain`."""

    context: Context
    path: tuple[str | int, ...]
    typed: str
    plain: str


class Fault(NamedTuple):
    """A part of a text that something is wrong with."""

    start: int
    end: int
    code: str
    message: str


class Law(NamedTuple):
    """A law that a text names, with its year B.E."""

    start: int
    end: int
    name: str
    year: str


def plain(typed: str) -> str:
    """Return a text as the rules read it: Arabic digits, and addresses blanked out, at the same length."""
    read = thai.arabic(typed)
    return _ADDRESS.sub(lambda match: " " * len(match[0]), read) if "://" in read else read


def check(text: Text) -> Iterator[Fault]:
    """Yield what is wrong with a text."""
    if _DIGIT.search(text.plain):
        for rule in _RULES_OF_NUMBERS:
            yield from rule(text)
    yield from _figures(text)
    yield from _offices(text)


def laws(text: Text) -> Iterator[Law]:
    """Yield the laws that a text names."""
    for match in _LAW.finditer(text.plain):
        name = re.sub(r"\s|ของ(?=ราชการ)", "", match["name"])
        if not name.startswith("งบประมาณรายจ่าย"):  # a new one every year
            yield Law(*match.span(), name, match["year"])


def _items(text: Text) -> Iterator[Fault]:
    """Yield the items that no framework the text may speak of has; a field that is a reference the model has read."""
    frameworks = text.context.frameworks
    if not _LIKE_AN_ITEM.search(text.plain) or _ITEM.fullmatch(text.plain):
        return
    for match in _ITEM.finditer(text.plain):
        reference = f"{(match['letter'] or 'O').upper()}{match['number']}"
        if frameworks and all(each.knows(reference) is False for each in frameworks):
            years = " หรือ ".join(str(each.year) for each in frameworks)
            yield Fault(*match.span(), "unknown-item", f"เกณฑ์ปี {years} ไม่มีข้อ {reference}")


def _names(text: Text) -> Iterator[Fault]:
    """Yield indicators named with the number of one and the name of another."""
    frameworks = text.context.frameworks
    for match in _INDICATOR.finditer(text.plain) if frameworks else ():
        rest = text.plain[match.end() :]
        candidates = [
            (name, indicator.id)
            for indicator in frameworks[0].indicators
            for name in (indicator.name, *indicator.aliases)
            if rest.startswith(name)
        ]
        if candidates and all(number != match["number"] for _, number in candidates):
            name, number = max(candidates, key=lambda each: len(each[0]))
            own = frameworks[0].indicator(match["number"])
            message = f"“{name}” คือตัวชี้วัดที่ {number}"
            if own is not None:
                message += f" ส่วนตัวชี้วัดที่ {own.id} คือ{own.name}"
            end = match.end() + len(name)
            yield Fault(match.start(), end, "indicator-name", f"{message} โปรดตรวจว่าหมายถึงตัวใด")


def _other_indicator(text: Text) -> Iterator[Fault]:
    """Yield where a measure, or what a report says of it, begins from the result of what it does not answer."""
    answers = _answers(text)
    for match in _OF_RESULT.finditer(text.plain) if answers else ():
        framework = text.context.frameworks[0] if text.context.frameworks else None
        within = {part for answer in answers for part in lineage(framework, answer)}
        if match["number"] not in within and not set(lineage(framework, match["number"])).intersection(answers):
            message = f"ข้อความนี้อ้างผลของตัวชี้วัดที่ {match['number']} แต่มาตรการนี้ตอบ {', '.join(answers)}"
            yield Fault(*match.span(), "other-indicator", f"{message} โปรดตรวจเลขตัวชี้วัด")


def _answers(text: Text) -> tuple[str, ...]:
    """Return what the measure answers that a text speaks of; in a report, that of the entry the text stands in."""
    context = text.context
    if context.last is None and len(context.answers) == 1:
        return context.answers[0]
    match text.path:
        case ("measures", int(index), *_) if index < len(context.answers):
            return context.answers[index]
        case _:
            return ()


def _years(text: Text) -> Iterator[Fault]:
    """Yield the years that belong to another round: last year's text left standing."""
    year = text.context.year
    for match in _YEAR.finditer(text.plain):
        text_year = int(match["year"])
        before = text.plain[max(0, match.start() - _BEFORE) : match.start()]
        after = text.plain[match.end() :]
        past = text.context.intends and text_year < year and _INTENDED.match(after) and not _RESULT_OF.search(before)
        if not past and year - 1 <= text_year <= year + 1:
            continue
        if not _OF_TIME.search(before) or _OF_A_LAW.search(before) or _HISTORY.search(before):
            continue
        if _QUOTED.match(after) or _FROM.search(before) or _TO.match(after):
            continue
        if _DATE.search(text.plain, max(0, match.start() - 20), match.end()):
            continue
        what = "พูดถึงสิ่งที่จะทำในปี" if past else "พบปี"
        message = f"{what} {text_year} ในข้อมูลของปี {year} โปรดตรวจว่าไม่ใช่ข้อความของรอบก่อนที่ติดมา"
        yield Fault(*match.span(), "stale-year", message)


def _analysed(text: Text) -> Iterator[Fault]:
    """Yield where an analysis says that it is one of another year's result."""
    year = text.context.year
    for match in _ANALYSED.finditer(text.plain) if not text.context.intends else ():
        if int(match["year"]) != year:
            message = f"บทวิเคราะห์นี้เป็นของผลปี {year} แต่ข้อความบอกว่าวิเคราะห์ผลปี {match['year']} โปรดตรวจปี"
            yield Fault(*match.span("year"), "stale-year", message)


def _days(text: Text) -> Iterator[Fault]:
    """Yield the days that no calendar has, and those a report speaks of that come after it, or after its time."""
    last = text.context.last
    for match in _DATE.finditer(text.plain):
        try:
            day = thai.read_date(match[0])
        except thai.BadDate as error:
            if match.span() != (0, len(text.plain)):  # a date of its own field, which the model reads
                yield Fault(*match.span(), "bad-date", str(error))
            continue
        if last is not None and day > last and not _LATER.intersection(text.path):
            message = f"วันที่ {excerpt(match[0])} อยู่หลังวันที่ของรายงาน ({thai.write_date(last)}) โปรดตรวจวันที่"
            yield Fault(*match.span(), "future-date", message)


def _offices(text: Text) -> Iterator[Fault]:
    """Yield where an office of another kind is spoken of as one's own."""
    kind = text.context.kind_of_agency
    pattern = next((each for office, each in _OFFICES.items() if kind.startswith(office)), None)
    for match in pattern.finditer(text.plain) if pattern else ():
        message = f"ข้อความนี้พูดถึง “{match['office']}” ซึ่งไม่ใช่หน่วยงานนี้ โปรดตรวจว่าไม่ได้คัดลอกมาจากหน่วยงานอื่น"
        yield Fault(*match.span(), "other-office", message)


def _figures(text: Text) -> Iterator[Fault]:
    """Yield the scores, changes and levels that are not those of what they are said of."""
    context = text.context
    if context.figures is not None:
        passage = Passage(text.plain, *_about(text))
        for doubt in context.figures.doubts(passage):
            yield Fault(*doubt)


def _about(text: Text) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
    """Return what a text is said of by its place, the years it tells of, and whether only its first words are."""
    context, record = text.context, text.context.loaded.record
    year = context.year
    if context.intends:
        years = (year, year - 1) if context.last is not None else (year - 1, year)
        return (), years, False
    match text.path:
        case (("strengths" | "weak_points" | "findings" | "instruments") as key, int(index), "finding"):
            point = getattr(record, key)[index]
            in_parts = bool(getattr(point, "parts", ()))
            return () if in_parts else (point.about, *getattr(point, "refers", ())), (year,), False
        case ("summary",):
            return (TOTAL,), (year,), True
        case _:
            return (), (year,), False


_RULES_OF_NUMBERS = (_items, _names, _other_indicator, _years, _analysed, _days)
