"""The district and the province stand by their names alone: pages and papers write what goes before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset

_WORDS = {"district": re.compile(r"\s*(?:อำเภอ|อ\.)\s*(?=\S)"), "province": re.compile(r"\s*(?:จังหวัด|จ\.)\s*(?=\S)")}
_MESSAGE = "หน้าเว็บเขียนคำว่า “{word}” ไว้หน้าชื่อแล้ว ให้พิมพ์ {key}: {name}"
_CALLED = {"district": "อำเภอ", "province": "จังหวัด"}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a warning for each name of a place that would be written with its word twice."""
    agency = dataset.agency
    if agency is None:
        return
    for key, words in _WORDS.items():
        typed = getattr(agency.record, key) or ""
        if match := words.match(typed):
            message = _MESSAGE.format(word=_CALLED[key], key=key, name=typed[match.end() :].strip())
            yield Problem(agency.at(key), "word-before-name", message, Severity.WARNING)
