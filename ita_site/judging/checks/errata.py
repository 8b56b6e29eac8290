"""Scores that were published and are others now: nothing that was published is changed without a word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ita_site.data import source
from ita_site.data.model import Result, reference_name
from ita_site.ground import thai
from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from ita_site.data.load import Dataset, RecordFile
    from ita_site.data.source import Path

_LISTS = ("instruments", "indicators", "subindicators", "items")


def check(dataset: Dataset, published: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield the published scores that are others now, or gone, and have no erratum.

    Args:
        dataset: the data.
        published: the results as they were published, by the names of their files; without those that are not known.

    """
    for year in dataset.years.values():
        result = year.result
        data = published.get(result.document.name) if result is not None else None
        if result is not None and data is not None and data != dataset.sources.get(result.document.name):
            before = _result(data, result.document.name, year.year)
            if before is not None:
                yield from _changed(result, before)


def scores_of(result: Result) -> dict[str, tuple[Path, Decimal]]:
    """Return every score that a result prints, by its reference, with where it stands; the total by nothing."""
    listed = {
        each.id: ((name, place, "score"), each.score)
        for name in _LISTS
        for place, each in enumerate(getattr(result, name))
        if each.score is not None
    }
    return {**listed, **({"": (("total",), result.total)} if result.total is not None else {})}


def _changed(result: RecordFile[Result], before: Result) -> Iterator[Problem]:
    now = scores_of(result.record)
    for reference, (_, score) in scores_of(before).items():
        path, new = now.get(reference, (None, None))
        told = (each.published for each in result.record.errata if (each.id or "") == reference)
        if new == score or any(thai.number(each) == score for each in told):
            continue
        name = f"คะแนนของ{reference_name(reference)} " if reference else "คะแนนรวม"
        became = f"ตอนนี้พิมพ์ {new}" if path else "ตอนนี้ไม่มีในไฟล์"
        message = (
            f"{name}ที่เผยแพร่แล้วคือ {score} {became} โดยไม่มีคำชี้แจง"
            " ให้เติมที่ช่อง errata: ว่าเผยแพร่ไว้อย่างไร ที่ถูกเป็นอย่างไร แก้เมื่อใด เพราะเหตุใด (ita-site correct เขียนให้)"
        )
        at = result.at(*path) if path else result.at()
        yield Problem(at, "silent-correction", message, Severity.WARNING)


def _result(data: bytes, name: str, year: int) -> Result | None:
    """Return a result of a version of its file; None where that had faults, for then it was not published."""
    value = source.parse(data, name).value
    try:
        return Result.model_validate_json(json.dumps(value, ensure_ascii=False), context={"year": year})
    except ValidationError:
        return None
