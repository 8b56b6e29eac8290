"""The files that answer an item of the OIT list, each against what the item asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.load import inner_text
from ita_site.data.model import Reply
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem, Severity
from ita_site.judging.checks.contradiction import contradiction
from ita_site.judging.checks.evidence_text import document_kinds, fiscal_years, issuers, topics
from ita_site.judging.checks.evidence_text.document_kinds import DocumentKind
from ita_site.judging.checks.evidence_text.skeletons import any_of, skeleton
from ita_site.judging.oit_answers import item_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Disclosure, Evidence, Framework
    from ita_site.judging.oit_answers import ItemAnswer

_UNJUDGED = frozenset({Reply.NO, Reply.NOT_REQUIRED, Reply.TO_RENEW})
_LETTER = re.compile(r"[^\W\d_]")
_THAI = re.compile("[ก-ฮ]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|is|on|by|with)\b", re.IGNORECASE)
_WORDS_APART = 60
"""Letters of English in which one of its commonest words stands at least."""
_FEW = 20
"""Letters of a file that has a page number or a stamp, but no text."""
_ENOUGH = 300
"""Letters, without blanks, of a document long enough to speak of its subject."""
_MOST = 200_000
"""Letters of a document that are judged: the title stands at its beginning, and its year all through it."""
_OF_A_YEAR = frozenset({DocumentKind.PLAN, DocumentKind.REPORT})
"""Kinds of document of which it matters, also where they are filed for another, of which year they are."""
_HAS_A_YEAR = re.compile(
    any_of(
        *("แผน", "รายงาน", "สรุป", "ข้อมูลสถิติ", "ข้อมูลเชิงสถิติ", "การดำเนินการ", "การประเมินความเสี่ยง", "การนำผล"),
        *("มาตรการส่งเสริม", "ประกาศเจตนารมณ์", "เจตจำนง", "นโยบายไม่รับ", "การมีส่วนร่วม", "การเปิดโอกาส", "ผลการ"),
        *("การเสริมสร้างวัฒนธรรม", "การสร้างวัฒนธรรม", "การขับเคลื่อน", "รายการการจัดซื้อ"),
    )
)
"""How titles of items begin that ask for something of one year; a manual or a law may be of any."""
_OF_WHAT_WAS = re.compile(any_of("รายงาน", "สรุป", "ข้อมูลสถิติ", "ข้อมูลเชิงสถิติ", "การ", "ผล"))
"""How titles begin of what is told of the year before, unless they name a year."""


def problems_of(
    dataset: Dataset, year: Year, disclosure: RecordFile[Disclosure], framework: Framework
) -> Iterator[Problem]:
    """Yield what speaks against the files that answer a year's list."""
    agency = dataset.agency.record if dataset.agency else None
    own = (agency.name, *agency.former_names) if agency is not None and getattr(agency, "name", None) else ()
    answers = item_answers(dataset, year, framework)
    titles = tuple((each.item.id, each.item.title) for each in answers)
    for answer in answers:
        yield from _Item(year, disclosure, answer, titles, own).check()


@dataclass(frozen=True, slots=True)
class _File:
    """A file that answers an item, its place among the evidence, and what is read in it."""

    place: int
    name: str
    evidence: Evidence
    text: str
    skeleton: str

    @property
    def is_read(self) -> bool:
        """Whether there are words in it: Thai that cannot be read comes out in the letters of another script."""
        letters = len(_LETTER.findall(self.text))
        return letters >= _FEW and (self.is_thai or len(_ENGLISH.findall(self.text)) * _WORDS_APART >= letters)

    @property
    def is_thai(self) -> bool:
        """Whether it is written in Thai, as what the list asks for is; of another document nothing is said."""
        return 10 * len(_THAI.findall(self.text)) >= len(_LETTER.findall(self.text))


class _Item:
    """The files that answer one item of a year's list."""

    def __init__(
        self,
        year: Year,
        disclosure: RecordFile[Disclosure],
        answer: ItemAnswer,
        titles: tuple[tuple[str, str], ...],
        own: tuple[str, ...],
    ) -> None:
        self._year = year
        self._disclosure = disclosure
        self._answer = answer
        self._titles = titles
        self._own = own

    def check(self) -> Iterator[Problem]:
        """Yield what speaks against the files of the item."""
        entry = self._answer.entry
        if entry is None or entry.reply in _UNJUDGED:
            return
        files = [
            _read(place, each, self._year)
            for place, each in enumerate(entry.evidence)
            if each.file is not None and each.file in self._year.files and not self._year.files[each.file].is_picture
        ]
        readable = [each for each in files if each.is_read and each.is_thai]
        yield from (self._unread(each) for each in files if not each.is_read)
        kinds = self._kinds(readable)
        yield from self._of_other_kinds(readable, kinds)
        yield from self._years(
            [each for each in readable if each.name not in kinds or kinds[each.name][0] in _OF_A_YEAR]
        )
        for each in readable:
            yield from self._issuer(each)
            if each.name not in kinds:
                yield from self._subject(each)

    def _problem(self, file: _File, code: str, message: str) -> Problem:
        index = self._disclosure.record.items.index(self._answer.entry)
        place = self._disclosure.at("items", index, "evidence", file.place, "file")
        return contradiction(self._disclosure, place, code, message, f"ไฟล์ {file.name}")

    def _unread(self, file: _File) -> Problem:
        index = self._disclosure.record.items.index(self._answer.entry)
        message = (
            f"ไฟล์ {file.name} ไม่มีข้อความที่อ่านได้ อาจเป็นภาพสแกน ประชาชนค้นคำไม่ได้ โปรแกรมอ่านหน้าจออ่านไม่ได้"
            " และระบบตรวจปีกับเรื่องให้ไม่ได้ ถ้ามีไฟล์ต้นฉบับ ให้บันทึกเป็น PDF จากโปรแกรมนั้น หรือสแกนแบบรู้จำอักษร (OCR)"
        )
        place = self._disclosure.at("items", index, "evidence", file.place, "file")
        return Problem(place, "file-without-text", message, Severity.NOTICE)

    def _years(self, files: list[_File]) -> Iterator[Problem]:
        title = skeleton(self._answer.item.title)
        asked = self._answer.years
        if not _HAS_A_YEAR.match(title) and "25" not in title:
            return
        if "25" not in title and self._answer.own is None and _OF_WHAT_WAS.match(title):
            asked = asked | {min(asked) - 1}
        for each in files:
            if (
                each.evidence.about_year is not None
            ):  # what the office itself says stands, and is judged with the answers
                continue
            of_document = skeleton(document_kinds.title_of_document(each.text))
            if (year := fiscal_years.other_year(each.skeleton, of_document, asked)) is not None:
                message = (
                    f"ไฟล์ {each.name} อ่านแล้วเป็นของปี {year} แต่ข้อ {self._answer.item.id}"
                    f" ถามถึงปี {' หรือ '.join(map(str, sorted(asked)))} เอกสารผิดปีไม่ได้คะแนน ให้แนบฉบับของปีที่ถาม"
                    f" ถ้าเป็นของปี {year} จริง ให้พิมพ์ about_year: {year} เพื่อให้หน้าเว็บบอกตามจริง"
                )
                yield self._problem(each, "file-of-another-year", message)

    def _kinds(self, files: list[_File]) -> dict[str, tuple[DocumentKind, str]]:
        """Return the files of another kind than is asked for, by name, with the kind and the line that says it."""
        asked = document_kinds.kind_asked(self._answer.item.title)
        found = {each.name: document_kinds.mismatch(each.text, asked) for each in files} if asked else {}
        if None in found.values():  # the others go with the one that answers
            return {}
        return {name: mismatch for name, mismatch in found.items() if mismatch is not None}

    def _of_other_kinds(self, files: list[_File], kinds: dict[str, tuple[DocumentKind, str]]) -> Iterator[Problem]:
        asked = document_kinds.kind_asked(self._answer.item.title)
        for each in files:
            if each.name in kinds:
                kind, line = kinds[each.name]
                message = (
                    f"ข้อ {self._answer.item.id} ถามหา{asked} แต่ไฟล์ {each.name} ขึ้นต้นว่า “{excerpt(line)}” จึงเป็น{kind}"
                    f" เอกสารผิดชนิดไม่ได้คะแนน ให้แนบ{asked}"
                )
                yield self._problem(each, "file-of-another-kind", message)

    def _issuer(self, file: _File) -> Iterator[Problem]:
        if self._own and (name := issuers.other_issuer(file.text, self._own)) is not None:
            message = (
                f"ไฟล์ {file.name} เอ่ยชื่อ{name} แต่ไม่เอ่ยชื่อ{self._own[0]}เลย อาจเป็นเอกสารของหน่วยงานอื่น ให้แนบของหน่วยงานนี้"
            )
            yield self._problem(file, "file-of-another-agency", message)

    def _subject(self, file: _File) -> Iterator[Problem]:
        item = self._answer.item
        if len(file.skeleton) < _ENOUGH or topics.bears_title(file.skeleton, item.title):
            return
        others = [(code, title) for code, title in self._titles if code != item.id]
        if (code := topics.item_named(file.skeleton, others)) is not None:
            title = dict(others)[code]
            message = (
                f"ไฟล์ {file.name} มีชื่อเรื่องของข้อ {code} “{excerpt(title)}” แต่แนบไว้ที่ข้อ {item.id} ให้ตรวจว่าสลับข้อกันหรือไม่"
            )
            yield self._problem(file, "file-of-another-item", message)
        elif (topic := self._missing_topic(file)) is not None:
            message = (
                f"ไฟล์ {file.name} ไม่ได้เป็นเรื่อง{topic} แต่ข้อ {item.id} คือ “{excerpt(item.title)}” ให้ตรวจว่าแนบผิดไฟล์หรือไม่"
            )
            yield self._problem(file, "file-off-topic", message)

    def _missing_topic(self, file: _File) -> str | None:
        title = self._answer.item.title
        return topics.missing_topic(title, file.skeleton) or topics.other_title(title, file.text)


def _read(place: int, evidence: Evidence, year: Year) -> _File:
    name = evidence.file or ""
    text = "\n".join(inner_text.of_file(year.files[name]).seen)[:_MOST]
    return _File(place, name, evidence, text, skeleton(text))
