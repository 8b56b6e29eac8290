"""Answers to the OIT list: items and elements that exist, evidence of the right year, a reason where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Completeness, Reply
from ita_site.ground import thai
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.checks.references import check_division, divisions_of, twice
from ita_site.judging.oit_answers import ItemStatus, item_answers
from ita_site.judging.oit_answers.deadlines import closing_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import DisclosedItem, Disclosure, Framework, RequiredElement
    from ita_site.judging.oit_answers import ItemAnswer

_NAMED = 4
"""Elements that a message names by their words; a form may have sixteen."""


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what is wrong with the answers of every year, and what of them would lose points."""
    divisions = divisions_of(dataset)
    for year in dataset.years.values():
        if year.disclosure is not None:
            yield from _year(dataset, year, year.disclosure, divisions)


def _year(
    dataset: Dataset, year: Year, disclosure: RecordFile[Disclosure], divisions: Sequence[str]
) -> Iterator[Problem]:
    framework = dataset.frameworks.get(year.year)
    answers = {each.item.id: each for each in item_answers(dataset, year, framework)} if framework else {}
    items = disclosure.record.items
    yield from _too_late(year, framework, disclosure)
    yield from twice(disclosure, [each.item for each in items], ("items",), "item")
    for index, item in enumerate(items):
        if framework is not None and item.item not in answers:
            yield from _unknown(disclosure, index, framework, list(answers))
            continue
        if item.owner is not None:
            yield from check_division(item.owner, divisions, disclosure.at("items", index, "owner"))
        yield from _reply(disclosure, index, item)
        if item.item in answers and answers[item.item].entry is item:
            yield from _elements(disclosure, index, answers[item.item])
            yield from _lost(disclosure, index, answers[item.item])
        if item.reply is not Reply.TO_RENEW:
            asked = answers[item.item].years if item.item in answers else frozenset({year.year})
            yield from _other_years(disclosure, index, item, asked)


def _too_late(year: Year, framework: Framework | None, disclosure: RecordFile[Disclosure]) -> Iterator[Problem]:
    closes = closing_day(year, framework)
    for index, item in enumerate(disclosure.record.items):
        if closes is not None and item.due is not None and item.due > closes:
            message = (
                f"ข้อ {item.item} ให้ส่งภายใน {thai.write_date(item.due)} "
                f"แต่แบบ OIT ปี {year.year} ปิดรับ {thai.write_date(closes)} ให้แก้ due: หรือ closes: ให้ถูก"
            )
            yield Problem(disclosure.at("items", index, "due"), "due-too-late", message, Severity.WARNING)


def _unknown(
    disclosure: RecordFile[Disclosure], index: int, framework: Framework, known: Sequence[str]
) -> Iterator[Problem]:
    code, place = disclosure.record.items[index].item, disclosure.at("items", index, "item")
    number = int(code[1:])
    if framework.item_count is None or number > framework.item_count:
        count = f"มี {framework.item_count} ข้อ" if framework.item_count else f"ที่รู้มี {', '.join(known)}"
        yield Problem(place, "unknown-item", f"แบบตรวจ OIT ปี {framework.year} ไม่มีข้อ {code} {count}")
    else:
        message = f"ระบบยังไม่รู้ชื่อข้อ {code} ของปี {framework.year} ให้เติมช่อง title: ตามคู่มือของปีนั้น"
        yield Problem(place, "unnamed-item", message)


def _reply(disclosure: RecordFile[Disclosure], index: int, item: DisclosedItem) -> Iterator[Problem]:
    if item.reply in {Reply.NO, Reply.NOT_REQUIRED} and item.why is None:
        message = f"ข้อ {item.item} ตอบว่า “{item.reply}” แต่ไม่ได้บอกเหตุผล ให้เติมช่อง why:"
        yield Problem(disclosure.at("items", index, "reply"), "no-reason", message, Severity.WARNING)
    if item.reply in {Reply.NO, Reply.NOT_REQUIRED} and item.evidence:
        message = f"ข้อ {item.item} ตอบว่า “{item.reply}” แต่มีหลักฐาน ให้แก้คำตอบเป็น “มี” หรือลบหลักฐาน"
        yield Problem(disclosure.at("items", index, "reply"), "evidence-of-nothing", message, Severity.WARNING)
    if item.reply is Reply.YES and not item.evidence:
        message = f"ข้อ {item.item} ตอบว่า “มี” แต่ไม่มีหลักฐาน ให้เติมช่อง evidence: ด้วยที่อยู่หรือไฟล์"
        yield Problem(disclosure.at("items", index, "reply"), "no-evidence", message, Severity.WARNING)


def _elements(disclosure: RecordFile[Disclosure], index: int, answer: ItemAnswer) -> Iterator[Problem]:
    item = answer.entry
    if item is None:
        return
    known = (answer.own.elements if answer.own else ()) or answer.item.elements
    if item.elements and known and answer.item.elements_known is not Completeness.PART:
        message = f"เกณฑ์รู้องค์ประกอบของข้อ {item.item} แล้ว ไม่ต้องพิมพ์ elements: ให้ลบช่องนี้"
        yield Problem(disclosure.at("items", index, "elements", key=True), "needless-elements", message)
    for place, evidence in enumerate(item.evidence):
        for order, number in enumerate(evidence.elements):
            if number > len(answer.elements):
                count = f"มี {len(answer.elements)} องค์ประกอบ" if answer.elements else "ยังไม่มีรายการองค์ประกอบ"
                message = f"ข้อ {item.item} {count} แต่หลักฐานนี้อ้างองค์ประกอบที่ {number}"
                at = disclosure.at("items", index, "evidence", place, "elements", order)
                yield Problem(at, "unknown-element", message)


def _lost(disclosure: RecordFile[Disclosure], index: int, answer: ItemAnswer) -> Iterator[Problem]:
    place = disclosure.at("items", index)
    if answer.status is ItemStatus.LACKING:
        lacking = {number: each.element for number, each in enumerate(answer.elements, 1) if not each.is_shown}
        message = (
            f"ข้อ {answer.item.id} ยังไม่มีหลักฐานขององค์ประกอบที่ {_numbered(lacking)}"
            " ให้เติมหลักฐาน หรือระบุที่ evidence: › elements: ของหลักฐานที่แสดงองค์ประกอบนั้นแล้ว"
        )
        yield Problem(place, "lacking-elements", message, Severity.NOTICE)
    elif answer.status is ItemStatus.SHOWN and answer.elements and not _names_elements(answer):
        elements = {number: each.element for number, each in enumerate(answer.elements, 1)}
        # Who has found out what the elements are, but says of none where it is shown, is told nothing by the page.
        message = (
            f"ข้อ {answer.item.id} มีหลักฐาน แต่ยังไม่ได้บอกว่าหลักฐานใดแสดงองค์ประกอบใด จึงยังนับว่าครบไม่ได้"
            f" ให้เติมที่ evidence: › elements: ของหลักฐาน จากองค์ประกอบที่ {_numbered(elements)}"
        )
        yield Problem(place, "unassigned-elements", message, Severity.NOTICE)
    elif answer.status is ItemStatus.TO_RENEW:
        message = f"ข้อ {answer.item.id} ยังเป็นลิงก์ของปีก่อน ให้เปลี่ยนเป็นของปีนี้ แล้วลบช่อง reply:"
        yield Problem(place, "evidence-to-renew", message, Severity.NOTICE)


def _names_elements(answer: ItemAnswer) -> bool:
    """Tell whether anything shows an element of an item, or is said to."""
    evidence = answer.entry.evidence if answer.entry else ()
    return any(each.is_shown for each in answer.elements) or any(each.elements for each in evidence)


def _numbered(elements: Mapping[int, RequiredElement]) -> str:
    """Return elements by number, the first few with their words."""
    named = [f"{number} {excerpt(each.text)}" for number, each in elements.items()]
    more = f" และอีก {len(named) - _NAMED} องค์ประกอบ" if len(named) > _NAMED else ""
    return f"{', '.join(named[:_NAMED])}{more}"


def _other_years(
    disclosure: RecordFile[Disclosure], index: int, item: DisclosedItem, asked: Collection[int]
) -> Iterator[Problem]:
    of = " หรือ ".join(map(str, sorted(asked)))
    for place, evidence in enumerate(item.evidence):
        if evidence.about_year is not None and evidence.about_year not in asked:
            message = (
                f"หลักฐานของข้อ {item.item} เป็นของปี {evidence.about_year} แต่ข้อนี้ถามถึงปี {of}"
                f" หลักฐานคนละปีไม่ได้คะแนน ให้เปลี่ยนเป็นของปี {of}"
            )
            at = disclosure.at("items", index, "evidence", place, "about_year")
            yield Problem(at, "evidence-of-another-year", message, Severity.NOTICE)
