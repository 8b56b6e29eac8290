"""What sentences say, against what is known: every text of every file through every rule of `sentences`.

Reasons and notes are not read, since they may quote the mistake they explain.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.chain import Answers
from ita_site.judging.checks import list_entries, misprints, sentences
from ita_site.judging.checks.claims import scores_lost
from ita_site.judging.checks.contradiction import contradiction
from ita_site.judging.checks.sentences import Context, Text
from ita_site.judging.checks.statements import Figures, KnownScores

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Framework, Report
    from ita_site.ground.problems import Position
    from ita_site.judging.checks.check_memory import CheckMemory, TextFindings
    from ita_site.judging.scores import Scores

_OURS = frozenset(
    [
        "agency",
        "document",
        "number",
        "note",
        "notes",
        "total_note",
        "level_note",
        "missing",
        "no_measure",
        "no_output",
        "unreadable",
        "edits",
    ]
)
"""Fields whose text is ours, not the document's."""
_EXPLAINING = _OURS | {"name"}
"""Those, and the official name of a thing: no sentence stands in them."""


_Laws: TypeAlias = "dict[str, dict[str, list[tuple[RecordFile[Any], Position]]]]"
"""Where each law is named, by its name and by the year given to it."""
_ALIKE = 0.8
"""How much two names share that mean the same: ทรัพย์สินของราชการ and ทรัพย์สินของทางราชการ do."""


def check(dataset: Dataset, scores: Scores, memory: CheckMemory) -> Iterator[Problem]:
    """Yield what the texts of all years say wrongly; the memory has what was told of files that stay as they were."""
    laws: _Laws = {}
    links = Answers(dataset)
    memory.begin_texts(dataset)
    for year in dataset.years.values():
        quoted = _quoted(dataset, year)
        for context in _contexts(dataset, scores, links, year):
            name = dataset.inside(context.loaded.document.name)
            beside = repr((context.answers, context.last, context.figures is None, quoted))
            problems, named = memory.texts.value(name, partial(_findings, context), beside)
            yield from problems
            for law, place in named:
                laws.setdefault(law.name, {}).setdefault(law.year, []).append((context.loaded, place))
        if year.result is not None:
            yield from _printed_names(year, dataset.frameworks.get(year.year))
    memory.texts.end()
    yield from _laws(laws)
    for loaded in (dataset.agency, *(year.result for year in dataset.years.values())):
        if loaded is not None:
            yield from _misprints(loaded)


def _findings(context: Context) -> TextFindings:
    """Return what is wrong in the texts of a file, and the laws that they name."""
    problems, laws = [], []
    for path, typed in context.loaded.document.texts():
        if _EXPLAINING.intersection(path):
            continue
        text = Text(context, path, typed, sentences.plain(typed))
        laws += [(law, _place(text, law.start, law.end)) for law in sentences.laws(text)]
        for fault in sentences.check(text):
            quoted = text.plain[fault.start : fault.end]
            place = _place(text, fault.start, fault.end)
            problems.append(contradiction(context.loaded, place, fault.code, fault.message, quoted))
    if context.intends:
        problems += list_entries.check(context.loaded)
    return (*problems, *_misprints(context.loaded)), tuple(laws)


def _contexts(dataset: Dataset, scores: Scores, links: Answers, year: Year) -> Iterator[Context]:
    """Yield the files of a year whose sentences are read, with what they are read against."""
    number = year.year
    this, before = dataset.frameworks.get(number), dataset.frameworks.get(number - 1)
    kind = dataset.agency.record.kind if dataset.agency and dataset.agency.record.kind else ""
    lost = scores_lost(dataset, *_spoken_of(number)) or any(_is_gone(dataset, each) for each in (number, number - 1))
    figures = None if lost else Figures(KnownScores(dataset, scores, number, _lines(year)))
    if year.analysis is not None:
        known = (this,) if this else ()
        yield Context(year.analysis, number, kind, known, figures, intends=False)
    plan = tuple(each for each in (before, this) if each is not None)
    answers = {each: links.references(number - 1, year.measures[each].record.answers) for each in year.measures}
    if year.plan is not None:
        yield Context(year.plan, number, kind, plan, figures)
    for name, measure in year.measures.items():
        yield Context(measure, number, kind, plan, figures, answers=(answers[name],))
    for report in year.reports.values():
        rows = tuple(answers.get(each.measure, ()) for each in report.record.measures)
        yield Context(report, number, kind, plan, figures, answers=rows, last=_last(report))


def _quoted(dataset: Dataset, year: Year) -> str:
    """Return the key of what every text of a year may quote; of another score that one names it reads the result."""
    around = (dataset.years.get(each) for each in _spoken_of(year.year))
    results = (each.result.document.data for each in around if each is not None and each.result is not None)
    return key_of(*results, repr(sorted(_lines(year))))


def _spoken_of(number: int) -> range:
    """Return the years whose scores a text of one year speaks of without naming them."""
    return range(number - 2, number + 2)


def _is_gone(dataset: Dataset, number: int) -> bool:
    """Tell whether the result of a year that is over is not there: what its texts quote may be right."""
    year = dataset.years.get(number)
    return year is not None and year.result is None and max(dataset.years) > number


def _lines(year: Year) -> frozenset[Decimal]:
    """Return the lines an analysis draws between scores, which its sentences may quote."""
    record = year.analysis.record if year.analysis else None
    return frozenset(each for each in (record.threshold, record.target) if each is not None) if record else frozenset()


def _last(report: RecordFile[Report]) -> date | None:
    """Return the day after which a report can know of nothing: the day it was written, or that its time ended."""
    memo, period = report.record.memo, report.record.period
    return memo.date if memo is not None else period.end if period is not None else None


def _printed_names(year: Year, framework: Framework | None) -> Iterator[Problem]:
    """Yield the scores of a result that are printed with the name of another indicator."""
    if framework is None or year.result is None:
        return
    names = {name: each.id for each in framework.indicators for name in (each.name, *each.aliases)}
    for index, score in enumerate(year.result.record.indicators):
        if score.name is None:
            continue
        other, place = names.get(score.name), year.result.at("indicators", index, "name")
        if other is not None and other != score.id:
            message = f"“{score.name}” คือตัวชี้วัดที่ {other} แต่รายการนี้เป็นตัวชี้วัดที่ {score.id} โปรดตรวจเลขและคะแนน"
            yield contradiction(year.result, place, "indicator-name", message, score.name)
        elif other is None and not any(_alike(score.name, name) for name, each in names.items() if each == score.id):
            own = next((name for name, each in names.items() if each == score.id), "")
            message = f"ชื่อ “{score.name}” ไม่ตรงกับชื่อตัวชี้วัดที่ {score.id} ในเกณฑ์ คือ “{own}” โปรดตรวจเลขและชื่อ"
            yield Problem(place, "indicator-name", message, Severity.NOTICE)


def _alike(name: str, official: str) -> bool:
    """Tell whether a name is the official one shortened or spelt a little otherwise."""
    return name in official or SequenceMatcher(None, name, official).ratio() >= _ALIKE


def _misprints(loaded: RecordFile[Any]) -> Iterator[Problem]:
    """Yield the words of a file that are surely misprinted, in its names too."""
    for path, typed in loaded.document.texts():
        if not _OURS.intersection(path):
            for start, end, message in misprints.find(typed):
                part = typed[start:end]
                place = loaded.within(part, *path, skip=typed.count(part, 0, start))
                yield Problem(place, "misprint", message, Severity.NOTICE)


def _place(text: Text, start: int, end: int) -> Position:
    """Return where the part of a text from `start` to `end` stands in the file."""
    part = text.typed[start:end]
    return text.context.loaded.within(part, *text.path, skip=text.typed.count(part, 0, start))


def _laws(laws: _Laws) -> Iterator[Problem]:
    """Yield every place of a law that has one year here and another there: only one can be right."""
    for name, years in laws.items():
        for year, places in years.items() if len(years) > 1 else ():
            others = " และ ".join(f"พ.ศ. {each}" for each in years if each != year)
            message = f"กฎหมาย “{name}” ที่นี่พิมพ์เป็น พ.ศ. {year} ที่อื่นพิมพ์เป็น {others} โปรดตรวจว่าปีใดถูก"
            for loaded, place in places:
                yield contradiction(loaded, place, "law-year", message, year)
