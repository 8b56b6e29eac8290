"""Charts with the words around them: what each is called, and the sentence that says what it shows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.data.model import kind_of
from ita_site.judging.scores import TOTAL, rounded
from ita_site.saying import charts, words
from ita_site.saying.charts.scale import FULL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.load import Year
    from ita_site.data.model import Status
    from ita_site.judging.chain import NoStatus
    from ita_site.saying.charts import Bars, Entry, Line, Segment, Step, YearBar
    from ita_site.saying.charts.scale import Number
    from ita_site.saying.view.counts import Count
    from ita_site.saying.view.lookup import Lookup, Row

_MAX_ITEMS = 12
"""So many items have a bar each; of more, those of each indicator are counted."""


@dataclass(frozen=True, slots=True)
class BarPicture:
    """A chart of bars; `label` says what it is, `caption` what it shows, in clauses. A `unit` is that of counts."""

    label: str
    caption: tuple[str, ...]
    chart: Bars
    year: int
    goal: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class HistoryPicture:
    """A chart of a figure through the years, each with the words for the change of framework before it, if any."""

    label: str
    caption: tuple[str, ...]
    years: tuple[tuple[YearBar, str], ...]


@dataclass(frozen=True, slots=True)
class StatusPicture:
    """A bar of measures by status."""

    label: str
    caption: tuple[str, ...]
    segments: tuple[Segment[Status | NoStatus], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A small line for each indicator, by its number, on one axis from `low` to 100 points."""

    low: int
    of: Mapping[str, Line]


def indicators(year: Year, rows: Sequence[Row]) -> BarPicture | None:
    """Return the ten indicators of a year against the year before and the target, None without any figure."""
    entries = [charts.Entry(f"{row.id}. {row.name}", row.published, row.before, row.change) for row in rows]
    return _scores(year, entries, "คะแนนสิบตัวชี้วัด", "ตัวชี้วัด")


def instruments(year: Year, rows: Sequence[Row]) -> BarPicture | None:
    """Return the three instruments of a year against the year before and the target, None without any figure.

    No table has both years beside each other, so the label tells their figures.
    """
    entries = [charts.Entry(f"{row.id} {words.INSTRUMENTS[row.id]}", row.value, row.before, row.change) for row in rows]
    drawn = _scores(year, entries, "คะแนนสามเครื่องมือ", "เครื่องมือ")
    if drawn is None:
        return None
    told = words.listed(
        f"{each.label} {words.points(each.value)}"
        + ("" if each.before is None else f" ปีก่อน {words.points(each.before)}")
        for each in entries
    )
    return replace(drawn, label=f"{drawn.label} ({told})")


def _scores(year: Year, entries: Sequence[Entry], what: str, noun: str) -> BarPicture | None:
    goal = year.analysis.record.target if year.analysis else None
    if all(each.value is None for each in entries):
        return None
    chart = charts.Bars.of(entries, goal=goal)
    beside = f" เทียบกับปี {year.year - 1}" if chart.compared else ""
    return BarPicture(
        label=f"แผนภูมิแท่ง {what} ปี {year.year}{beside}",
        caption=(*_compared(entries, noun, year.year - 1), *_lowest(entries, noun, goal)),
        chart=chart,
        year=year.year,
        goal="" if goal is None else f"เป้าหมาย {words.points(goal)}",
    )


def _compared(entries: Sequence[Entry], noun: str, before: int) -> list[str]:
    """Say how many went up, stayed and went down, of those that may be compared."""
    trends = Counter(words.trend(each.change) for each in entries if each.change is not None)
    if not trends:
        return []
    rest = [f"{word} {trends[each]}" for each, word in (("same", "เท่าเดิม"), ("down", "ลดลง")) if trends[each]]
    return [f"{trends['up']} จาก {trends.total()} {noun}ได้คะแนนสูงกว่าปี {before}", *rest]


def _lowest(entries: Sequence[Entry], noun: str, goal: Decimal | None) -> list[str]:
    """Say which got least, how many reached the target, and of how many nothing is known."""
    known = {each.label: each.value for each in entries if each.value is not None}
    least = min(known.values())
    last = [label for label, value in known.items() if value == least]
    if len(last) == len(known) > 1:
        said = [f"ทุก{noun}ที่มีข้อมูลได้ {words.points(least)} คะแนน"]
    elif len(last) <= 2:
        said = [f"ต่ำสุดคือ {' และ '.join(last)} ได้ {words.points(least)} คะแนน"]
    else:
        said = [f"ต่ำสุด {words.points(least)} คะแนน มี {len(last)} {noun}"]
    if goal is not None:
        reached = sum(value >= goal for value in known.values())
        said.append(f"ถึงเป้าหมาย {words.points(goal)} คะแนน {reached} จาก {len(known)} {noun}")
    if len(known) < len(entries):
        said.append(f"{words.NO_FIGURE} {len(entries) - len(known)} {noun}")
    return said


def below(lookup: Lookup, year: Year, short: Sequence[Row], count: int) -> BarPicture | None:
    """Return the items of a year below the line its analysis names, or below full points; None where none is below.

    `short` are all that got less than full points, `count` is how many items have a score in the document.
    """
    line, name = _line(year)
    rows = sorted(
        (row for row in short if kind_of(row.id) == "item" and row.published is not None and row.published < line),
        key=lambda row: row.published or 0,
    )
    if not rows:
        return None
    drawn = _each_item(rows, line, name, year.year) if len(rows) <= _MAX_ITEMS else _counted(rows, lookup, year.year)
    said = f"{len(rows)} ข้อได้ต่ำกว่า {words.points(line)} คะแนน ซึ่งเป็น{name}"
    return replace(
        drawn,
        label=f"{drawn.label} ที่ได้ต่ำกว่า {words.points(line)} คะแนน ปี {year.year}",
        caption=(said, *drawn.caption, f"นับจาก {count} ข้อที่เอกสารพิมพ์คะแนนไว้"),
    )


def _each_item(rows: Sequence[Row], line: Decimal, name: str, year: int) -> BarPicture:
    """Return a bar for each item."""
    entries = [charts.Entry(row.id if row.name == row.id else f"{row.id} {row.name}", row.published) for row in rows]
    goal = line if line < FULL else None
    said = f"{name} {words.points(line)}" if goal else ""
    return BarPicture("แผนภูมิแท่ง คะแนนของข้อ", (), charts.Bars.of(entries, goal=goal), year, goal=said)


def _counted(rows: Sequence[Row], lookup: Lookup, year: int) -> BarPicture:
    """Return a bar for each indicator that has such items: how many. No table has these, so the label tells them."""
    found = Counter(lookup.indicator_of(year, row.id) or "" for row in rows)
    counts = {
        f"{each}. {lookup.name(year, each)}" if each else "ไม่ทราบตัวชี้วัด": found[each]
        for each in sorted(found, key=lambda each: int(each or 99))
    }
    most = max(counts.values())
    first = [name for name, each in counts.items() if each == most]
    said = f"มากที่สุดคือ {first[0]} {most} ข้อ" if len(first) == 1 else f"มากที่สุด {most} ข้อ มี {len(first)} ตัวชี้วัด"
    told = words.listed(f"{name} {each} ข้อ" for name, each in counts.items())
    entries = [charts.Entry(name, Decimal(each)) for name, each in counts.items()]
    chart = charts.Bars.of(entries, whole=Decimal(most))
    return BarPicture(f"แผนภูมิแท่ง จำนวนข้อของแต่ละตัวชี้วัด ({told})", (said,), chart, year, unit="ข้อ")


def _line(year: Year) -> tuple[Decimal, str]:
    """Return the line that parts items of a year, in points, and what the data calls it."""
    analysis = year.analysis.record if year.analysis else None
    if analysis and analysis.threshold is not None:
        return analysis.threshold, "เส้นแบ่งจุดแข็งกับจุดที่ต้องพัฒนาตามบทวิเคราะห์"
    if analysis and analysis.target is not None:
        return analysis.target, "เป้าหมายตามบทวิเคราะห์"
    return FULL, "คะแนนเต็ม"


def statuses(counts: Sequence[Count[Status | NoStatus]], year: int) -> StatusPicture | None:
    """Return the measures of a year by their status, None without measures."""
    segments = charts.shares([(each.state, each.count) for each in counts])
    if not segments:
        return None
    first, *rest = (f"{words.status(each.state)} {each.count}" for each in counts)
    said = f"มาตรการ {sum(each.count for each in counts)} เรื่อง: {first}"
    return StatusPicture(label=f"แถบสถานะของมาตรการปี {year}", caption=(said, *rest), segments=segments)


def totals(lookup: Lookup) -> HistoryPicture | None:
    """Return the totals of all years with the changes of framework, None unless two years have one."""
    values = {year: lookup.row(year, TOTAL).published for year in lookup.years}
    return _history("คะแนนรวม", values, charts.history(values, lookup.dataset.frameworks))


def indicator(rows: Sequence[tuple[int, Row]], number: str) -> HistoryPicture | None:
    """Return the scores of one indicator in all years, None unless two years have one."""
    values = {year: row.published for year, row in rows}
    return _history(f"คะแนนตัวชี้วัดที่ {number}", values, charts.history(values))


def _history(what: str, values: Mapping[int, Number | None], years: tuple[YearBar, ...]) -> HistoryPicture | None:
    known = [(year, value) for year, value in values.items() if value is not None]
    if not years:
        return None
    said = [_latest(known)]
    if len(known) > 2:
        low, high = min(value for _, value in known), max(value for _, value in known)
        said += [f"ต่ำสุด {words.points(low)} ปี {_of(known, low)}", f"สูงสุด {words.points(high)} ปี {_of(known, high)}"]
    if gaps := [f"{each.year}" for each in years if each.length is None]:
        said.append(f"{words.NO_FIGURE}ปี {words.listed(gaps)}")
    marked = tuple((each, _step(each.step, each.year)) for each in years)
    if any(each.step is not None and each.step.changed for each in years):
        said.append("เส้นประคือจุดที่เกณฑ์เปลี่ยน คะแนนสองฝั่งของเส้นวัดด้วยข้อที่ไม่เหมือนกัน")
    marks = "".join(f" {mark}" for _, mark in marked if mark)  # words that stand in the drawing alone
    return HistoryPicture(
        label=f"แผนภูมิแท่ง {what} ปี {years[0].year} ถึง {years[-1].year}{marks}",
        caption=tuple(said),
        years=marked,
    )


def _latest(known: Sequence[tuple[int, Number]]) -> str:
    """Say the latest figure, and how it stands to the one before it."""
    (before, then), (year, now) = known[-2:]
    change = rounded(now) - rounded(then)
    said = f"ปี {year} ได้ {words.points(now)} คะแนน"
    if change == 0:
        return f"{said} เท่ากับปี {before}"
    return f"{said} {'สูงกว่า' if change > 0 else 'ต่ำกว่า'}ปี {before} อยู่ {words.points(abs(change))} คะแนน"


def _of(known: Sequence[tuple[int, Number]], value: Number) -> str:
    return words.listed(f"{year}" for year, each in known if each == value)


def _step(step: Step | None, year: int) -> str:
    """Say what differs in the framework of a year from that of the year before."""
    if step is None:
        return ""
    if not step.changed:
        return f"ยังไม่ทราบว่าเกณฑ์ปี {year} ต่างจากปีก่อนหรือไม่"
    counts = [f"ข้อ OIT {step.item_counts[0]} → {step.item_counts[1]}"] if step.item_counts else []
    parts = (
        *counts,
        *(["เนื้อหาบางข้อ"] if step.items and not counts else []),
        *(["ชื่อระดับ"] if step.levels else []),
        *(["น้ำหนัก"] if step.weights else []),
    )
    return f"เกณฑ์ปี {year} เปลี่ยน: {' และ '.join(parts)}"


def lines(table: Sequence[tuple[str, str, Sequence[Row]]], years: Sequence[int]) -> Lines | None:
    """Return a small line for each indicator of the table of all years, None unless one has figures of two years."""
    every = range(min(years), max(years) + 1)
    found = {number: dict(zip(years, (row.published for row in rows), strict=True)) for number, _, rows in table}
    drawn = {
        number: values for number, values in found.items() if sum(value is not None for value in values.values()) > 1
    }
    if not drawn:
        return None
    low = charts.foot(value for values in drawn.values() for value in values.values() if value is not None)
    return Lines(
        low, {number: charts.line([values.get(year) for year in every], low) for number, values in drawn.items()}
    )
