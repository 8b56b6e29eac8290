"""The sentences around charts: what each is called, and what it shows, in clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words.figures import NO_FIGURE, listed, points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal
    from fractions import Fraction
TEN_INDICATORS, INDICATOR = "คะแนนสิบตัวชี้วัด", "ตัวชี้วัด"
THREE_INSTRUMENTS, INSTRUMENT = "คะแนนสามเครื่องมือ", "เครื่องมือ"
ITEM_SCORES = "แผนภูมิแท่ง คะแนนของข้อ"
UNKNOWN_INDICATOR = "ไม่ทราบตัวชี้วัด"
ITEM_UNIT = "ข้อ"
ANALYSIS_THRESHOLD = "เส้นแบ่งจุดแข็งกับจุดที่ต้องพัฒนาตามบทวิเคราะห์"
ANALYSIS_TARGET = "เป้าหมายตามบทวิเคราะห์"
FULL_POINTS = "คะแนนเต็ม"
ITEM_TEXTS, LEVEL_NAMES, WEIGHTS = "เนื้อหาบางข้อ", "ชื่อระดับ", "น้ำหนัก"
"""What can differ between two frameworks beside the number of items."""
CHANGE_LINE = "เส้นประคือจุดที่เกณฑ์เปลี่ยน คะแนนสองฝั่งของเส้นวัดด้วยข้อที่ไม่เหมือนกัน"


def bars_of_year(what: str, year: int) -> str:
    """Name a chart of bars of one year."""
    return f"แผนภูมิแท่ง {what} ปี {year}"


def beside_year(label: str, before: int) -> str:
    """Add to the name of a chart that it has the bars of an earlier year too."""
    return f"{label} เทียบกับปี {before}"


def with_figures(label: str, figures: Iterable[str]) -> str:
    """Add the figures to the name of a chart that no table stands beside."""
    return f"{label} ({listed(figures)})"


def figure(name: str, value: Fraction | Decimal | None, before: Fraction | Decimal | None) -> str:
    """Say what a name has, in points, and what it had the year before where that is known."""
    now = f"{name} {points(value)}"
    return now if before is None else f"{now} ปีก่อน {points(before)}"


def target(value: Decimal) -> str:
    """Name the line of the target, in points."""
    return f"เป้าหมาย {points(value)}"


def risen(count: int, of: int, noun: str, before: int) -> str:
    """Say how many of those that may be compared have more points than the year before."""
    return f"{count} จาก {of} {noun}ได้คะแนนสูงกว่าปี {before}"


def unchanged(count: int) -> str:
    """Say how many have as many points as the year before."""
    return f"เท่าเดิม {count}"


def fallen(count: int) -> str:
    """Say how many have fewer points than the year before."""
    return f"ลดลง {count}"


def all_equal(noun: str, value: Fraction | Decimal) -> str:
    """Say that all with a figure have the same points."""
    return f"ทุก{noun}ที่มีข้อมูลได้ {points(value)} คะแนน"


def lowest(names: Iterable[str], value: Fraction | Decimal) -> str:
    """Say which have the fewest points."""
    return f"ต่ำสุดคือ {' และ '.join(names)} ได้ {points(value)} คะแนน"


def lowest_count(count: int, noun: str, value: Fraction | Decimal) -> str:
    """Say how many have the fewest points."""
    return f"ต่ำสุด {points(value)} คะแนน มี {count} {noun}"


def target_reached(value: Decimal, count: int, of: int, noun: str) -> str:
    """Say how many have reached the target, in points."""
    return f"ถึงเป้าหมาย {points(value)} คะแนน {count} จาก {of} {noun}"


def without_figure(count: int, noun: str) -> str:
    """Say of how many nothing is known."""
    return f"{NO_FIGURE} {count} {noun}"


def below_line(label: str, line: Decimal, year: int) -> str:
    """Add to the name of a chart that it has only what lies below a line, in points."""
    return f"{label} ที่ได้ต่ำกว่า {points(line)} คะแนน ปี {year}"


def items_below(count: int, line: Decimal, name: str) -> str:
    """Say how many items have fewer points than a line, and what the line is."""
    return f"{count} ข้อได้ต่ำกว่า {points(line)} คะแนน ซึ่งเป็น{name}"


def items_printed(count: int, of: Sequence[str], none_of: Sequence[str], total: int | None) -> str:
    """Say among how many items those below the line were counted, and of which instruments none has a score.

    Args:
        count: how many items have a score in the document.
        of: the instruments that they belong to.
        none_of: the instruments without a score of any item, empty where there is none.
        total: how many items the former have, where that is known.

    """
    said = f"นับจาก {count} ข้อที่ประกาศคะแนนไว้"
    if not none_of:
        return said
    among = f" จากทั้งหมด {total} ข้อ" if total else ""
    return f"{said} ซึ่งเป็นข้อของ {' และ '.join(of)}{among} ส่วน {' และ '.join(none_of)} ไม่มีคะแนนรายข้อที่ประกาศ"


def line_name(name: str, value: Decimal) -> str:
    """Name the line that parts items, in points."""
    return f"{name} {points(value)}"


def items_by_indicator(counts: Iterable[str]) -> str:
    """Name the chart of how many items each indicator has below the line, with these counts."""
    return with_figures("แผนภูมิแท่ง จำนวนข้อของแต่ละตัวชี้วัด", counts)


def item_count(name: str, count: int) -> str:
    """Say how many items an indicator has below the line."""
    return f"{name} {count} ข้อ"


def most_items(names: Sequence[str], count: int) -> str:
    """Say which indicator has the most items below the line, or how many indicators have as many."""
    if len(names) == 1:
        return f"มากที่สุดคือ {item_count(names[0], count)}"
    return f"มากที่สุด {count} ข้อ มี {len(names)} ตัวชี้วัด"


def status_bar(year: int) -> str:
    """Name the bar of the measures of a year by status."""
    return f"แถบสถานะของมาตรการปี {year}"


def status_count(status: str, count: int) -> str:
    """Say how many measures have a status."""
    return f"{status} {count}"


def measure_count(count: int, first: str) -> str:
    """Say how many measures there are, before the first of their statuses."""
    return f"มาตรการ {count} เรื่อง: {first}"


def indicator_score(number: str) -> str:
    """Name what the chart of an indicator through the years shows."""
    return f"คะแนนตัวชี้วัดที่ {number}"


def history(what: str, first: int, last: int, changes: Iterable[str]) -> str:
    """Name a chart through the years, with the changes of framework, which stand in the drawing alone."""
    return " ".join([f"แผนภูมิแท่ง {what} ปี {first} ถึง {last}", *changes])


def latest(year: int, value: Fraction | Decimal, before: int, change: Decimal) -> str:
    """Say the points of the latest year, and how they stand to those of the year before it."""
    now = f"ปี {year} ได้ {points(value)} คะแนน"
    if change == 0:
        return f"{now} เท่ากับปี {before}"
    return f"{now} {'สูงกว่า' if change > 0 else 'ต่ำกว่า'}ปี {before} อยู่ {points(abs(change))} คะแนน"


def least_ever(value: Fraction | Decimal, years: Iterable[int]) -> str:
    """Say the fewest points of all years, and when that was."""
    return f"ต่ำสุด {points(value)} ปี {listed(map(str, years))}"


def most_ever(value: Fraction | Decimal, years: Iterable[int]) -> str:
    """Say the most points of all years, and when that was."""
    return f"สูงสุด {points(value)} ปี {listed(map(str, years))}"


def years_without_figure(years: Iterable[int]) -> str:
    """Say of which years nothing is known."""
    return f"{NO_FIGURE}ปี {listed(map(str, years))}"


def item_counts(before: int, now: int) -> str:
    """Say how many OIT items a framework has, and had the year before."""
    return f"ข้อ OIT {before} → {now}"


def framework_change(year: int, changes: Iterable[str]) -> str:
    """Say what differs in the framework of a year from that of the year before."""
    return f"เกณฑ์ปี {year} เปลี่ยน: {' และ '.join(changes)}"


def framework_unknown(year: int) -> str:
    """Say that it is not known whether the framework of a year differs from that of the year before."""
    return f"ยังไม่ทราบว่าเกณฑ์ปี {year} ต่างจากปีก่อนหรือไม่"
