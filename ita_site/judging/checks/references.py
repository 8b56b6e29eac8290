"""References: to other files, to divisions of the agency, and into the framework of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ita_site.data.load import closest, did_you_mean, packaged_framework
from ita_site.data.model import is_reference, kind_of
from ita_site.ground import hostnames, markup, thai
from ita_site.ground.hostnames import Unreachable
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Agency, Framework, Measure, Plan, Report, Result

NAMES = {
    "instrument": "เครื่องมือ",
    "indicator": "ตัวชี้วัด",
    "subindicator": "ตัวชี้วัดย่อย",
    "item": "ข้อ",
}
_LISTS = {
    "instruments": "instrument",
    "indicators": "indicator",
    "subindicators": "subindicator",
    "items": "item",
}


_ALIKE_TITLES = 0.75
"""How much a text shares with the title of a measure that it was meant for."""
_EVERYONE = "ทุก"
"""How an owner begins that is all divisions: ทุกสำนัก/กอง."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the references that name nothing, and what is listed twice or in the wrong list."""
    if dataset.agency is not None:
        yield from _addresses(dataset.agency)
    for year in dataset.years.values():
        yield from _year(dataset, year)


def _year(dataset: Dataset, year: Year) -> Iterator[Problem]:
    framework = dataset.frameworks.get(year.year)
    before = dataset.frameworks.get(year.year - 1)
    divisions = divisions_of(dataset)
    points = _weak_points(dataset, year.year - 1)
    if framework is None and not dataset.is_damaged(f"frameworks/{year.year}.yml"):
        message = (
            f"ยังไม่มีเกณฑ์การประเมินของปี {year.year} ในระบบ หน้าเว็บจะมีเฉพาะตัวเลขที่ประกาศ"
            f" เพิ่มเกณฑ์ได้ที่ {dataset.folder}/frameworks/{year.year}.yml{_meant_year(dataset, year.year)}"
        )
        position = Position(f"{dataset.folder}/{year.year}")
        yield Problem(position, "no-framework", message, Severity.WARNING)
    if year.result is not None:
        yield from _result(year.result, framework)
        yield from _incomplete(year.result, framework)
    for measure in year.measures.values():
        yield from _measure(measure, before, points, divisions)
        yield from _steps_of(dataset, year, measure)
    if year.plan is not None:
        yield from _plan(year.plan, dataset, year)
    for report in year.reports.values():
        yield from _report(report, dataset, year, framework)


def _meant_year(dataset: Dataset, year: int) -> str:
    """Return the question whether the digits of a year without a framework changed places."""
    known = (each for each in thai.misplaced_digits(year) if each not in dataset.years and packaged_framework(each))
    meant = next(known, None)
    return f" ชื่อโฟลเดอร์หมายถึง {meant} หรือไม่" if meant else ""


def _result(result: RecordFile[Result], framework: Framework | None) -> Iterator[Problem]:
    for key, kind in _LISTS.items():
        scores = getattr(result.record, key)
        for index, score in enumerate(scores):
            place = result.at(key, index, "id")
            if kind_of(score.id) != kind:
                message = f"“{score.id}” ไม่ใช่{NAMES[kind]} ให้ย้ายไปไว้ในรายการที่ถูกต้อง"
                yield Problem(place, "wrong-list", message)
            else:
                yield from known(score.id, framework, place)
        yield from twice(result, [score.id for score in scores], (key,), "id")
    for key in ("zero_items", "ranking"):
        references = getattr(result.record, key)
        for index, reference in enumerate(references):
            if key == "zero_items" and (kind_of(reference) != "item" or not reference.startswith("O")):
                message = f"“{reference}” ไม่ใช่ข้อของ OIT รายการนี้มีได้เฉพาะข้อ O ที่ได้ 0 คะแนน"
                yield Problem(result.at(key, index), "wrong-list", message)
            else:
                yield from known(reference, framework, result.at(key, index))
        yield from twice(result, references, (key,))
    level, levels = result.record.level, framework.levels if framework else None
    if level is not None and levels is not None and level not in (names := [each.name for each in levels.scale]):
        message = f"ไม่มีระดับ “{excerpt(level)}” ในเกณฑ์ของปีนี้{did_you_mean(level, names)}"
        message += f" ระดับที่มีคือ {', '.join(names)} ถ้าเอกสารพิมพ์อย่างนี้จริง ให้คงไว้ และอธิบายไว้ที่ level_note:"
        severity = Severity.NOTICE if result.record.level_note else Severity.WARNING
        yield Problem(result.at("level"), "unknown-level", message, severity)


def _incomplete(result: RecordFile[Result], framework: Framework | None) -> Iterator[Problem]:
    listed = _listed(result)
    if framework is None or listed is None:
        return
    absent = [each for each in framework.indicators if each.id not in listed]
    if listed and absent:
        missing = ", ".join(f"{each.id} {each.name}" for each in absent)
        message = f"ไม่มีตัวชี้วัดที่ {missing} ให้เติมให้ครบ ถ้าเอกสารไม่มีคะแนน ให้พิมพ์เหตุผลที่ missing:"
        yield Problem(result.at("indicators", key=True), "incomplete-list", message)


def _listed(result: RecordFile[Result]) -> set[str] | None:
    """Return the indicators that a result lists, those with faults among them; None where that cannot be told."""
    listed = {score.id for score in result.record.indicators}
    typed = result.document.typed
    rows = typed.get("indicators") if isinstance(typed, dict) else None
    if not result.document.complete or not isinstance(rows, list):
        return None
    for row in rows:
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(name, str):
            return None
        listed.add(thai.arabic(name.strip()))
    return listed


def _measure(
    measure: RecordFile[Measure], before: Framework | None, points: Sequence[str], divisions: Sequence[str]
) -> Iterator[Problem]:
    for index, answer in enumerate(measure.record.answers):
        if not is_reference(answer):
            if answer not in points:
                hint = did_you_mean(answer, points)
                message = f"บทวิเคราะห์ของปีก่อนไม่มีจุดที่ต้องพัฒนารหัส “{excerpt(answer)}”{hint}"
                yield Problem(measure.at("answers", index), "unknown-weak-point", message)
        else:
            yield from known(answer, before, measure.at("answers", index))
    yield from twice(measure, measure.record.answers, ("answers",))
    for index, owner in enumerate(measure.record.owners):
        yield from check_division(owner, divisions, measure.at("owners", index))


def divisions_of(dataset: Dataset) -> Sequence[str]:
    """Return the divisions of the agency; of a damaged agency.yml it is not known which it lists."""
    agency = dataset.agency
    return agency.record.divisions if agency and agency.document.name not in dataset.damaged else ()


def check_division(owner: str, divisions: Sequence[str], place: Position) -> Iterator[Problem]:
    """Yield a problem where an owner is no division of the agency."""
    if divisions and owner not in divisions and not owner.startswith(_EVERYONE):
        hint = did_you_mean(owner, divisions) or f" ส่วนราชการที่มีคือ {', '.join(divisions)}"
        message = f"ไม่มีส่วนราชการ “{excerpt(owner)}” ใน agency.yml{hint} ถ้ามีจริง ให้เติมใน divisions: ของ agency.yml"
        yield Problem(place, "unknown-division", message)


def _weak_points(dataset: Dataset, year: int) -> list[str]:
    analysis = dataset.years[year].analysis if year in dataset.years else None
    return [each.id for each in analysis.record.weak_points if each.id] if analysis else []


def _plan(plan: RecordFile[Plan], dataset: Dataset, year: Year) -> Iterator[Problem]:
    """Yield the rows of a plan that name no measure of the year, or one that another row has."""
    folder = f"{dataset.folder}/{year.year}/measures"
    planned = _planned(dataset, year)
    seen: set[str] = set()
    for number, group in enumerate(plan.record.groups):
        for index, row in enumerate(group.rows):
            for order, name in enumerate(row.measures):
                place = plan.at("groups", number, "rows", index, "measures", order)
                if name not in planned:
                    message = _no_measure(folder, year, name, planned)
                    yield Problem(place, "unknown-measure", message)
                elif name in seen:
                    yield Problem(place, "listed-twice", f"“{excerpt(name)}” อยู่ในแถวอื่นของแผนแล้ว")
                seen.add(name)


def _planned(dataset: Dataset, year: Year) -> set[str]:
    """Return the names of the measures of a year, those that could not be read among them."""
    folder = f"{dataset.folder}/{year.year}/measures/"
    return {*year.measures, *(name.removeprefix(folder).removesuffix(".yml") for name in dataset.damaged)}


def _steps_of(dataset: Dataset, year: Year, measure: RecordFile[Measure]) -> Iterator[Problem]:
    other = measure.record.steps_of
    if other is None:
        return
    place = measure.at("steps_of")
    if other in year.measures and year.measures[other].record.steps_of:
        message = f"“{excerpt(other)}” ไม่มีขั้นตอนของตัวเอง ให้ชี้ไปมาตรการที่พิมพ์ steps: ไว้"
        yield Problem(place, "steps-of-nothing", message)
    elif other not in year.measures:
        folder = f"{dataset.folder}/{year.year}/measures"
        message = _no_measure(folder, year, other, year.measures)
        yield Problem(place, "unknown-measure", message)


def _report(report: RecordFile[Report], dataset: Dataset, year: Year, framework: Framework | None) -> Iterator[Problem]:
    folder = f"{dataset.folder}/{year.year}/measures"
    planned = _planned(dataset, year)
    for index, progress in enumerate(report.record.measures):
        if progress.measure not in planned:
            message = _no_measure(folder, year, progress.measure, planned)
            yield Problem(report.at("measures", index, "measure"), "unknown-measure", message)
    yield from twice(report, [each.measure for each in report.record.measures], ("measures",), "measure")
    if report.record.changes is not None:
        for index, change in enumerate(report.record.changes.indicators):
            yield from known(change.id, framework, report.at("changes", "indicators", index, "id"))


def _no_measure(folder: str, year: Year, typed: str, planned: Iterable[str]) -> str:
    """Return what to say where a measure is named that is not there, and which was meant."""
    renamed = next((now for now, measure in year.measures.items() if typed in measure.record.was), None)
    if renamed:
        return f"ไม่มีไฟล์ {folder}/{excerpt(typed)}.yml เปลี่ยนชื่อเป็น “{renamed}” แล้ว ให้พิมพ์ชื่อใหม่"
    if typed.removesuffix(".yml") in planned:
        return f"ไม่ต้องพิมพ์ .yml ให้พิมพ์ “{typed.removesuffix('.yml')}”"
    titles = {measure.record.title: name for name, measure in year.measures.items() if measure.record.title}
    title = closest(typed, titles, cutoff=_ALIKE_TITLES)
    if title is not None:
        return f"“{excerpt(typed)}” เป็นชื่อมาตรการ ให้พิมพ์ชื่อไฟล์แทน หมายถึง “{titles[title]}” หรือไม่"
    return f"ไม่มีไฟล์ {folder}/{excerpt(typed)}.yml{did_you_mean(typed, planned)}"


def known(reference: str, framework: Framework | None, place: Position) -> Iterator[Problem]:
    """Yield an error when a framework surely has nothing of that code."""
    if framework is not None and framework.knows(reference) is False:
        message = f"เกณฑ์ปี {framework.year} ไม่มี{NAMES[kind_of(reference)]} {reference}"
        if kind_of(reference) == "item" and framework.item_count and reference.startswith("O"):
            message += f" ปีนั้นมีข้อ O1 ถึง O{framework.item_count}"
        yield Problem(place, "unknown-reference", message)


def twice(loaded: RecordFile[Any], names: Iterable[str], path: tuple[str | int, ...], *key: str) -> Iterator[Problem]:
    """Yield an error for each name of a list that stands there before."""
    seen: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in seen:
            first = loaded.at(*path, seen[name], *key).line
            message = f"“{excerpt(name)}” ซ้ำ มีแล้วที่บรรทัด {first} ให้เหลือรายการเดียว"
            yield Problem(loaded.at(*path, index, *key), "listed-twice", message)
        else:
            seen[name] = index


def _addresses(agency: RecordFile[Agency]) -> Iterator[Problem]:
    places = [(agency.record.website, agency.at("website"))] + [
        (channel.address, agency.at("channels", index, "address"))
        for index, channel in enumerate(agency.record.channels)
    ]
    for address, place in places:
        if address is None:
            continue
        parts = urlsplit(address)
        host = urlsplit(markup.link(address) or "").hostname or ""
        if hostnames.unreachable(host) is Unreachable.LOCAL:
            message = f"“{host}” เป็นที่อยู่ของเครื่องในสำนักงานเอง ประชาชนเปิดไม่ได้ ให้พิมพ์ที่อยู่ที่เปิดได้จากภายนอก หรือลบช่องนี้"
            yield Problem(place, "local-address", message, Severity.WARNING)
        elif parts.scheme == "http":
            message = "ลิงก์นี้เป็น http:// ถ้าเว็บปลายทางรองรับ ให้เปลี่ยนเป็น https://"
            yield Problem(place, "insecure-address", message, Severity.NOTICE)
        if parts.hostname and not parts.hostname.isascii():
            message = f"ชื่อเว็บมีอักษรที่ไม่ใช่ a-z ({thai.normalise(parts.hostname)}) โปรดตรวจว่าไม่ใช่เว็บปลอมที่ชื่อคล้ายกัน"
            yield Problem(place, "lookalike-address", message, Severity.NOTICE)
