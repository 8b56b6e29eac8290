"""Figures that were published and are others now: nothing that was published is changed without a word."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ita_site.data import source
from ita_site.data.model import Erratum, Result, reference_name
from ita_site.ground import thai
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.judging.checks import issuer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from ita_site.data.load import Dataset, RecordFile
    from ita_site.data.source import Path

_LISTS = ("instruments", "indicators", "subindicators", "items")
_FILE = re.compile(r"(?P<year>[0-9]{4})/result\.yml")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
SILENT = "silent-correction"
"""The code of what is told here."""
_BY_COMMAND = "ว่าเผยแพร่ไว้อย่างไร ที่ถูกเป็นอย่างไร แก้เมื่อใด เพราะเหตุใด (ita-site correct เขียนให้)"


def check(dataset: Dataset, published: Mapping[str, Sequence[bytes]]) -> Iterator[Problem]:
    """Yield the published figures of results that are others now, or gone, of which readers are told nothing.

    A score is told of in an erratum; what else a result prints, such as its level, in a note that is new.

    Args:
        dataset: the data.
        published: every version of a result that was published, as far as is known, by its path below the data folder.

    """
    for path, versions in sorted(published.items()):
        found = _FILE.fullmatch(path)
        if found is None:
            continue
        name, year = f"{dataset.folder}/{path}", int(found["year"])
        others = [each for each in versions if each != dataset.sources.get(name)]
        before = [each for each in (_result(data, name, year) for data in others) if each and _is_own(each, dataset)]
        of_year = dataset.years.get(year)
        result = of_year.result if of_year is not None else None
        if result is not None:
            yield from _scores_changed(result, before)
            yield from _others_changed(result, before)
        elif before and name not in dataset.sources and not (of_year and of_year.gaps and of_year.gaps.record.result):
            yield _gone(name, year, before[0])


def scores_of(result: Result) -> dict[str, tuple[Path, Decimal]]:
    """Return every score that a result prints, by its reference, with where it stands; the total by nothing."""
    listed = {
        each.id: ((name, place, "score"), each.score)
        for name in _LISTS
        for place, each in enumerate(getattr(result, name))
        if each.score is not None
    }
    return {**listed, **({"": (("total",), result.total)} if result.total is not None else {})}


def is_told(errata: Iterable[Erratum], reference: str, score: str) -> bool:
    """Tell whether one of some errata is of a score as it was published; the total has no reference."""
    return any(
        (each.id or "") == reference and not _numbers(score).isdisjoint(_numbers(each.published)) for each in errata
    )


def _scores_changed(result: RecordFile[Result], before: Sequence[Result]) -> Iterator[Problem]:
    now = scores_of(result.record)
    asked = dict.fromkeys(
        each
        for version in before
        for each in (
            *((reference, str(score)) for reference, (_, score) in scores_of(version).items()),
            # What was once put right stays told of.
            *((each.id or "", each.published) for each in version.errata),
        )
    )
    for reference, score in asked:
        path, new = now.get(reference, (None, None))
        if str(new) == score or thai.number(score) == new or is_told(result.record.errata, reference, score):
            continue
        name = f"คะแนนของ{reference_name(reference)} " if reference else "คะแนนรวม"
        became = f"ตอนนี้พิมพ์ {new}" if path else "ตอนนี้ไม่มีในไฟล์"
        message = f"{name}ที่เผยแพร่แล้วคือ {score} {became} โดยไม่มีคำชี้แจง ให้เติมที่ช่อง errata: {_BY_COMMAND}"
        yield Problem(result.at(*path) if path else result.at(), SILENT, message, Severity.WARNING)


def _others_changed(result: RecordFile[Result], before: Sequence[Result]) -> Iterator[Problem]:
    now, prose = _others_of(result.record), set(_prose(result.record))
    told: set[tuple[str, str]] = set()
    for version in before:
        new_words = prose.difference(_prose(version))
        for label, (_, said) in _others_of(version).items():
            path, new = now.get(label, (None, None))
            if new == said or (label, said) in told or any(_mentions(each, said) for each in new_words):
                continue
            told.add((label, said))
            became = f"ตอนนี้พิมพ์ “{new}”" if path else "ตอนนี้ไม่มีในไฟล์"
            message = f"{label}ที่เผยแพร่แล้วคือ “{said}” {became} โดยไม่มีคำชี้แจง ให้บอกไว้ที่ notes: {_BY_COMMAND}"
            yield Problem(result.at(*path) if path else result.at(), SILENT, message, Severity.WARNING)


def _others_of(result: Result) -> dict[str, tuple[Path, str]]:
    """Return what a result prints beside scores, as one text each, by what it is called in a message."""
    found: dict[str, tuple[Path, object]] = {
        "ระดับผลการประเมิน": (("level",), result.level),
        "จำนวนผู้ตอบ": (("respondents",), result.respondents),
        **{
            f"ข้อ {each} ในรายการข้อที่ได้ 0 คะแนน ": (("zero_items", place), each)
            for place, each in enumerate(result.zero_items)
        },
    }
    if result.rank is not None:
        found[f"ลำดับใน{result.rank.among} "] = ("rank", "place"), result.rank.place
    found |= {
        f"ลำดับใน{each.among} ": (("ranks", place, "place"), each.place) for place, each in enumerate(result.ranks)
    }
    for place, instrument in enumerate(result.instruments):
        called, at = f" {reference_name(instrument.id)} ", ("instruments", place)
        found |= {
            f"ระดับของ{called}": ((*at, "level"), instrument.level),
            f"คะแนนถ่วงน้ำหนักของ{called}": ((*at, "weighted"), instrument.weighted),
            f"จำนวนผู้ตอบของ{called}": ((*at, "respondents"), instrument.respondents),
            **{
                f"คะแนนส่วน {part.name} ของ{called}": ((*at, "parts", index, "score"), part.score)
                for index, part in enumerate(instrument.parts)
            },
        }
    return {label: (path, thai.normalise(str(said)).strip()) for label, (path, said) in found.items() if said}


def _prose(result: Result) -> Iterator[str]:
    """Yield what readers are told of a result in words."""
    yield from (*result.notes, *filter(None, (result.total_note, result.level_note)))
    yield from (each.note for name in _LISTS for each in getattr(result, name) if each.note)
    yield from (f"{each.published} {each.why}" for each in result.errata)


def _mentions(text: str, said: str) -> bool:
    number = thai.number(said)
    return number in _numbers(text) if number is not None else said in thai.normalise(text)


def _numbers(text: str) -> frozenset[Decimal | str | None]:
    """Return the numbers in a text; of one without any the text."""
    found = _NUMBER.findall(thai.arabic(text))
    return frozenset(thai.number(each) for each in found) if found else frozenset({thai.normalise(text).strip()})


def _gone(name: str, year: int, before: Result) -> Problem:
    message = (
        f"ผลการประเมินปี {year} ที่เผยแพร่แล้ว (คะแนนรวม {before.total}) ไม่มีในข้อมูลแล้ว โดยไม่มีคำชี้แจง ถ้าย้าย เปลี่ยนชื่อ"
        f" หรือลบโดยไม่ตั้งใจ ให้นำไฟล์นี้กลับมา ถ้าถอนผลจริง ให้พิมพ์เหตุผลที่ช่อง result: ของ {year}/gaps.yml"
    )
    return Problem(Position(name), SILENT, message, Severity.WARNING)


def _is_own(result: Result, dataset: Dataset) -> bool:
    """Tell whether a result is the agency's: who begins with a copy of another's project takes nothing back."""
    agency = dataset.agency.record if dataset.agency else None
    if result.agency is None or agency is None or not getattr(agency, "name", None):
        return True
    return issuer.is_of(result.agency, agency)


@lru_cache(maxsize=128)
def _result(data: bytes, name: str, year: int) -> Result | None:
    """Return a result of a version of its file; None where that had faults, for then it was not published."""
    value = source.parse(data, name).value
    try:
        return Result.model_validate_json(json.dumps(value, ensure_ascii=False), context={"year": year})
    except ValidationError:
        return None
