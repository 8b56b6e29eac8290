"""The record of an assessment framework: what one fiscal year's ITA asks, weighs and calls things.

What is not known is absent. Each fact carries its `Provenance`: how sure we are, and why.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from ita_site.data.model.crosswalk import Crosswalk
from ita_site.data.model.fields import Count, FiscalYear, Points, Record, Text
from ita_site.data.model.period import Period
from ita_site.data.model.reference import IndicatorNumber, InstrumentId, Reference, kind_of
from ita_site.data.model.rules import Certainty, Levels, Provenance, Rules

if TYPE_CHECKING:
    from decimal import Decimal


class InstrumentPart(Record, title="ส่วนของเครื่องมือ"):
    """One of the groups whose answers make an instrument's score."""

    id: Text = Field(title="รหัส", examples=["EIT Survey"])
    name: Text = Field(title="ชื่อ", examples=["ผู้ประเมินจัดเก็บข้อมูล"])


class Instrument(Record, title="เครื่องมือ"):
    """One of the three instruments; its weight is in points of the total of 100."""

    id: InstrumentId = Field(title="รหัส")
    name: Text = Field(title="ชื่อ", examples=["แบบตรวจการเปิดเผยข้อมูลสาธารณะ"])
    weight: Points | None = Field(None, title="น้ำหนัก")
    weight_provenance: Provenance | None = Field(None, title="ที่มาของน้ำหนัก")
    questions: Count | None = Field(None, title="จำนวนข้อ")
    questions_per_indicator: Count | None = Field(None, title="จำนวนข้อต่อตัวชี้วัด")
    questions_provenance: Provenance | None = Field(None, title="ที่มาของจำนวนข้อ")
    parts: tuple[InstrumentPart, ...] = Field((), title="ส่วนของเครื่องมือ")


class SubIndicator(Record, title="ตัวชี้วัดย่อย"):
    """A sub-indicator; without `items` it is not known which items it holds.

    `among` then narrows it: its items are some of these, and none outside.
    """

    id: Reference = Field(title="รหัส")
    name: Text = Field(title="ชื่อ", examples=["การบริหารและพัฒนาทรัพยากรบุคคล"])
    aliases: tuple[Text, ...] = Field((), title="ชื่ออื่นที่พบ", examples=[["มาตรการภายในเพื่อป้องกันการทุจริต"]])
    items: tuple[Reference, ...] = Field((), title="ข้อ")
    among: tuple[Reference, ...] = Field((), title="ช่วงข้อที่ตัวชี้วัดย่อยนี้อยู่ในนั้น เมื่อยังไม่รู้ว่ามีข้อใดบ้าง")
    provenance: Provenance | None = Field(None, title="ที่มา")


class Indicator(Record, title="ตัวชี้วัด"):
    """One of the ten indicators."""

    id: IndicatorNumber = Field(title="ตัวชี้วัดที่")
    name: Text = Field(title="ชื่อ", examples=["การใช้ทรัพย์สินของราชการ"])
    aliases: tuple[Text, ...] = Field((), title="ชื่ออื่นที่พบ", examples=[["การปรับปรุงระบบการทำงาน"]])
    instrument: InstrumentId = Field(title="เครื่องมือ")
    objective: Text | None = Field(None, title="วัดอะไร", examples=["วัดการเปิดเผยข้อมูลบนเว็บไซต์หลัก"])
    objective_provenance: Provenance | None = Field(None, title="ที่มาของคำอธิบาย")
    items: tuple[Reference, ...] = Field((), title="ข้อคำถามที่อยู่ใต้ตัวชี้วัดโดยตรง")
    subindicators: tuple[SubIndicator, ...] = Field((), title="ตัวชี้วัดย่อย")


class Completeness(StrEnum):
    """How much of a list is known."""

    WHOLE = "ครบ"
    PART = "บางส่วน"


class Answerable(StrEnum):
    """What of a plan, an analysis or a report can answer an element of an item about ITA measures."""

    ANALYSIS = "บทวิเคราะห์"
    WEAK_POINTS = "จุดที่ต้องพัฒนา"
    IMPROVEMENTS = "ประเด็นที่ต้องพัฒนา"
    MEASURES = "มาตรการ"
    STEPS = "ขั้นตอน"
    OWNERS = "ผู้รับผิดชอบ"
    PERIOD = "ระยะเวลา"
    MONITORING = "การกำกับติดตาม"
    REPORT = "รายงาน"
    OUTPUT = "ผลการดำเนินการ"
    OUTCOME = "ผลลัพธ์"
    CHANGE = "ความเปลี่ยนแปลง"


class RequiredElement(Record, title="องค์ประกอบ"):
    """Something that an item must show; `answered_by` is what of the data shows it, where the data can."""

    text: Text = Field(title="ข้อความ", examples=["แสดงแผนผังโครงสร้างการแบ่งส่วนราชการ"])
    answered_by: tuple[Answerable, ...] = Field((), title="ส่วนของข้อมูลที่ตอบ", examples=[["ขั้นตอน"]])

    def __str__(self) -> str:
        return self.text


class Item(Record, title="ข้อ"):
    """A question of IIT or EIT, or a document that OIT asks for.

    `elements` is what an OIT item must show, as far as it is known; `elements_known` says how far.
    """

    id: Reference = Field(title="รหัส")
    title: Text = Field(title="ชื่อ", examples=["มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"])
    provenance: Provenance | None = Field(None, title="ที่มา")
    elements: tuple[RequiredElement, ...] = Field((), title="องค์ประกอบ")
    elements_known: Completeness | None = Field(None, title="รู้องค์ประกอบเพียงใด")
    elements_provenance: Provenance | None = Field(None, title="ที่มาขององค์ประกอบ")


class Target(Record, title="เป้าหมาย"):
    """What the government asked of agencies in that year."""

    text: Text = Field(title="เป้าหมาย", examples=["หน่วยงานได้ 85 คะแนนขึ้นไป"])
    score: Points | None = Field(None, title="คะแนนเป้าหมาย")
    provenance: Provenance = Field(title="ที่มา")


class Part(StrEnum):
    """What of this site an OIT item about ITA measures is answered by."""

    MEASURES = "มาตรการ"
    REPORT = "รายงาน"


class MeasureItem(Record, title="ข้อที่ถามถึงมาตรการ"):
    """An OIT item that asks for the measures or the report on them, with its required elements."""

    item: Reference = Field(title="ข้อ")
    answered_by: Part = Field(title="ส่วนของเว็บไซต์ที่ตอบข้อนี้")
    of_year: FiscalYear | None = Field(None, title="ปีของมาตรการหรือรายงานที่ถาม ถ้าไม่ใช่ปีของเกณฑ์")
    elements: tuple[RequiredElement, ...] = Field((), title="องค์ประกอบ")
    provenance: Provenance = Field(title="ที่มา")


class Framework(Record, title="เกณฑ์การประเมินของปีงบประมาณหนึ่ง"):
    """The assessment framework of one fiscal year B.E."""

    year: FiscalYear = Field(title="ปีงบประมาณ")
    provenance: Provenance = Field(title="ที่มา")
    instruments: tuple[Instrument, ...] = Field(title="เครื่องมือ")
    indicators: tuple[Indicator, ...] = Field(title="ตัวชี้วัด")
    indicators_provenance: Provenance | None = Field(None, title="ที่มาของชื่อตัวชี้วัด")
    items: tuple[Item, ...] = Field((), title="ข้อ")
    item_count: Count | None = Field(None, title="จำนวนข้อ OIT")
    item_count_provenance: Provenance | None = Field(None, title="ที่มาของจำนวนข้อ")
    rules: Rules = Field(default_factory=Rules, title="วิธีคำนวณ")
    levels: Levels | None = Field(None, title="ระดับ")
    target: Target | None = Field(None, title="เป้าหมาย")
    measure_items: tuple[MeasureItem, ...] = Field((), title="ข้อที่ถามถึงมาตรการ")
    window: Period | None = Field(None, title="ช่วงเวลาประเมิน")
    window_provenance: Provenance | None = Field(None, title="ที่มาของช่วงเวลา")
    oit_window: Period | None = Field(None, title="ช่วงเวลากรอกแบบ OIT")
    oit_window_provenance: Provenance | None = Field(None, title="ที่มาของช่วงเวลากรอกแบบ OIT")
    crosswalk: Crosswalk | None = Field(None, title="การเทียบข้อกับเกณฑ์ปีก่อน")
    notes: tuple[Text, ...] = Field((), title="หมายเหตุ", examples=[["ยังไม่พบจำนวนคำถามของ IIT และ EIT ปี 2566"]])

    def indicator(self, reference: str) -> Indicator | None:
        """Return the indicator with that number."""
        return next((each for each in self.indicators if each.id == reference), None)

    def item(self, reference: str) -> Item | None:
        """Return the item with that code."""
        return next((each for each in self.items if each.id == reference), None)

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        above: dict[str, tuple[str, ...]] = {each.id: () for each in self.instruments}
        for indicator in self.indicators:
            higher = (indicator.instrument,)
            above[indicator.id] = higher
            above |= dict.fromkeys(indicator.items, (indicator.id, *higher))
            for sub in indicator.subindicators:
                above[sub.id] = (indicator.id, *higher)
                above |= dict.fromkeys(sub.among, (indicator.id, *higher))
            for sub in indicator.subindicators:
                above |= dict.fromkeys(sub.items, (sub.id, indicator.id, *higher))
        return above

    def lineage(self, reference: str) -> tuple[str, ...]:
        """Return the reference and all it is a part of, as far as known: item, sub-indicator, indicator, instrument."""
        known = self._above.get(reference)
        if known is None and kind_of(reference) == "subindicator":
            indicator = reference.split(".", maxsplit=1)[0]
            known = (indicator, *self._above.get(indicator, ()))
        return (reference, *(known or ()))

    def crosswalk_from(self, before: int) -> Crosswalk | None:
        """Return how the items continue those of the framework of an earlier year, None where that is not known."""
        return self.crosswalk if self.crosswalk is not None and self.crosswalk.before == before else None

    def indicator_of_question(self, reference: str) -> str | None:
        """Return the indicator of an IIT or EIT question by its number, where all have as many and no list is known."""
        for instrument in self.instruments:
            each = instrument.questions_per_indicator
            if reference[0] == instrument.id[0] and each is not None and reference[1:].isdecimal():
                below = [indicator.id for indicator in self.indicators if indicator.instrument == instrument.id]
                index = (int(reference[1:]) - 1) // each
                return below[index] if index < len(below) else None
        return None

    def weight(self, instrument: str) -> Decimal | None:
        """Return the weight of an instrument in points of the total of 100."""
        return next((each.weight for each in self.instruments if each.id == instrument), None)

    def knows(self, reference: str) -> bool | None:
        """Tell whether the framework has what the reference names; None when its list is not surely complete."""
        known = {
            *(each.id for each in self.instruments),
            *(each.id for each in self.indicators),
            *(sub.id for each in self.indicators for sub in each.subindicators),
            *(item.id for item in self.items),
            *(item for each in self.indicators for item in each.items),
        }
        if reference in known:
            return True
        match kind_of(reference):
            case "subindicator":
                indicator = self.indicator(reference.split(".", maxsplit=1)[0])
                subs = indicator.subindicators if indicator else ()
                return False if subs and all(sub.items or sub.among for sub in subs) else None
            case "item":
                return None if self._may_hold(reference) else False
            case _:
                return False

    def _may_hold(self, item: str) -> bool:
        """Tell whether an item that no list names may exist: its number is within the count, or none is sure."""
        if item.startswith("O"):
            count, source = self.item_count, self.item_count_provenance
        else:
            instrument = next((each for each in self.instruments if each.id[0] == item[0]), None)
            if instrument is None:
                return False
            count, source = instrument.questions, instrument.questions_provenance
        unsure = source is None or source.certainty is Certainty.UNCONFIRMED
        return count is None or unsure or int(item[1:]) <= count
