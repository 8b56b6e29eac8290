"""Figures and states in Thai words, the same on every page."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.data.model import WHOLE_YEAR, Certainty, ChannelUse, ItemChange, Method, Status, TargetVerdict, Urgency
from ita_site.ground import markup, thai
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.scores import Verdict, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from ita_site.data.model import Continuation, Period, Progress, Provenance

NO_FIGURE = "ไม่มีข้อมูล"
"""What stands where a figure is not known: never a zero, never an empty cell."""

INSTRUMENTS = {
    "IIT": "ความเห็นของคนในหน่วยงาน",
    "EIT": "ความเห็นของประชาชนผู้มาติดต่อ",
    "OIT": "การเปิดเผยข้อมูลบนเว็บไซต์",
}
"""The three instruments as a citizen would say them."""

_STATUS_CLASS: dict[StrEnum, str] = {
    Status.DONE: "done",
    Status.RUNNING: "running",
    Status.NOT_STARTED: "waiting",
    Status.NOT_DONE: "missed",
}


class NoStatus(StrEnum):
    """Why a measure has no status."""

    UNSTATED = "รายงานไม่ได้ระบุสถานะ"
    UNREPORTED = "ยังไม่มีรายงาน"


URGENCY_CLASS = {Urgency.URGENT: "missed", Urgency.IMPROVE: "running", None: "waiting"}
_CERTAINTY_CLASS = {
    Certainty.CONFIRMED: "done",
    Certainty.REPRODUCED: "done",
    Certainty.UNCONFIRMED: "waiting",
}
_METHODS = {
    Method.MEAN_OF_ITEMS: "เฉลี่ยจากคะแนนรายข้อ",
    Method.MEAN_OF_SUBINDICATORS: "เฉลี่ยจากตัวชี้วัดย่อย",
    Method.MEAN_OF_INDICATORS: "เฉลี่ยจากตัวชี้วัด",
    Method.WEIGHTED_INSTRUMENTS: "รวมสามเครื่องมือตามน้ำหนัก",
}
_VERDICTS = {
    Verdict.PROVEN: ("คำนวณซ้ำได้ตรงกัน", "done"),
    Verdict.CONSISTENT: ("ต่างกันได้เพราะการปัดเศษ", "near"),
    Verdict.CONTRADICTED: ("ไม่ตรงกับส่วนประกอบ", "differs"),
    Verdict.UNCHECKED: ("ตรวจด้วยการคำนวณไม่ได้", "unknown"),
    None: ("เอกสารไม่ได้พิมพ์ไว้", "unknown"),
}
_NOT_COMPARABLE = {
    ItemChange.REWORDED: "เปลี่ยนถ้อยคำ",
    ItemChange.MERGED: "รวมจากหลายข้อ",
    ItemChange.SPLIT: "แยกจากข้อเดิม",
    ItemChange.REGROUPED: "เปลี่ยนข้อข้างใน",
    ItemChange.NEW: "ข้อใหม่",
}


_PLACES = {
    Kind.HOME: "หน้าแรก",
    Kind.MEASURES: "มาตรการ",
    Kind.REPORTS: "รายงาน",
    Kind.INDICATORS: "ตัวชี้วัด",
    Kind.COMPARISONS: "เทียบปีต่อปี",
}


def place(subject: Subject) -> str:
    """Name a page that leads to others."""
    return f"ปี {subject.year}" if subject.kind is Kind.YEAR else _PLACES[subject.kind]


def points(value: Fraction | Decimal | None) -> str:
    """Write a score with two decimals, or that it is not known."""
    return NO_FIGURE if value is None else f"{rounded(value):.2f}"


def percent(value: Decimal) -> str:
    """Write a weight without needless decimals."""
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}"


def signed(value: Fraction | Decimal | None) -> str:
    """Write a change with its sign; a change of nothing is a word."""
    if value is None:
        return "เทียบไม่ได้"
    change = rounded(value)
    if change == 0:
        return "เท่าเดิม"
    return f"+{change:.2f}" if change > 0 else f"\u2212{-change:.2f}"


def trend(value: Fraction | Decimal | None) -> str:
    """Return the class of a change: up, down, same or unknown."""
    if value is None:
        return "unknown"
    change = rounded(value)
    return "same" if change == 0 else "up" if change > 0 else "down"


def method(value: Method | None) -> str:
    """Say how a score is computed."""
    return "ไม่ทราบวิธีคำนวณ" if value is None else _METHODS[value]


def verdict(value: Verdict | None) -> str:
    """Say what the parts of a published figure prove of it."""
    return _VERDICTS[value][0]


def verdict_class(value: Verdict | None) -> str:
    """Return the class of a badge that says what is proven of a figure."""
    return _VERDICTS[value][1]


def given(computed: Fraction | None) -> str:
    """Say what the parts of a figure give that contradict it."""
    return f"ส่วนประกอบให้ {'ค่าอื่น' if computed is None else points(computed)}"


def exact(value: Fraction) -> str:
    """Write a figure with as many decimals as it has, at most four; three dots say that it goes on."""
    shown = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001"))
    if Fraction(shown) != value:
        return f"{shown}…"
    whole, _, decimals = f"{shown}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def continued(value: Continuation | None, before: int) -> str:
    """Say how an item stands to those of the framework before, and whether scores may be compared."""
    if value is None:
        return f"ยังไม่ทราบว่าต่อจากข้อใดของปี {before} จึงเทียบไม่ได้"
    was = f" {listed(value.was)} ของปี {before}" if value.was else ""
    if value.change is ItemChange.SAME:
        return f"ต่อจาก{was} เนื้อหาเดิม"
    return f"เทียบไม่ได้: {_NOT_COMPARABLE[value.change]}{was}"


def period(value: Period | None) -> str:
    """Write the days of a period in full, B.E."""
    return _period(value, thai.write_date)


def short_period(value: Period | None) -> str:
    """Write the days of a period for a narrow place, B.E."""
    return _period(value, thai.write_short_date)


def _period(value: Period | None, write: Callable[[date], str]) -> str:
    if value is None:
        return ""
    days = f"{write(value.start)} – {write(value.end)}"
    return f"{WHOLE_YEAR} ({days})" if value.throughout else days


def progress_lists(progress: Progress) -> list[tuple[str, tuple[str, ...]]]:
    """Return what a report says of a measure beside its results, with a heading for each."""
    lists = (
        ("มาตรการย่อยที่รายงานระบุ", progress.actions),
        ("ข้อค้นพบที่รายงานอ้างถึง", progress.findings),
        ("แนวทางที่รายงานเสนอ", progress.proposals),
        ("การติดตามผล", progress.follow_up),
        ("ข้อเสนอแนะ", progress.suggestions),
    )
    return [(label, lines) for label, lines in lists if lines]


def certainty(provenance: Provenance | None) -> str:
    """Say how sure a fact is."""
    return Certainty.UNCONFIRMED.value if provenance is None else provenance.certainty.value


def certainty_class(provenance: Provenance | None) -> str:
    """Return the class of a badge that says how sure a fact is."""
    return _CERTAINTY_CLASS[Certainty.UNCONFIRMED if provenance is None else provenance.certainty]


def stated(value: Status | None) -> Status | NoStatus:
    """Return the status that one report gives a measure."""
    return NoStatus.UNSTATED if value is None else value


def status_class(value: Status | NoStatus) -> str:
    """Return the class of a status badge."""
    return _STATUS_CLASS.get(value, "unknown")


def urgency_class(value: Urgency | None) -> str:
    """Return the class of an urgency badge."""
    return URGENCY_CLASS[value]


def target_class(value: TargetVerdict) -> str:
    """Return the class of a badge that says whether a target was reached."""
    return "done" if value is TargetVerdict.MET else "waiting"


def urgency(value: Urgency | None) -> str:
    """Say how soon a weak point must be acted on."""
    return "จุดที่ต้องพัฒนา" if value is None else value.value


def paragraphs(text: str | None) -> list[str]:
    """Part a text at its blank lines."""
    return [part for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def link(address: str) -> str:
    """Return an address of the data fit for `href`; the model has let no other through."""
    return markup.link(address) or "#"


def anchor(use: ChannelUse) -> str:
    """Return the id of the section about one use of channels."""
    return {ChannelUse.CONTACT: "contact", ChannelUse.COMPLAINT: "complaint", ChannelUse.NEWS: "news"}[use]


def listed(names: Iterable[str]) -> str:
    """Join names as in a sentence."""
    return ", ".join(names)


def shortened(text: str, most: int = 160) -> str:
    """Return the beginning of a text, for a description."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
