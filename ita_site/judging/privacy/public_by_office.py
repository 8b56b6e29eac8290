"""What an office itself makes public of its people: its channels, who leads it, and who signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data.model import Person, Record, leading_to
from ita_site.ground import thai
from ita_site.judging.privacy.kinds import Known
from ita_site.judging.privacy.person_names import bare, person_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, Year
    from ita_site.data.model import Framework

_NUMBER = re.compile(r"(?:\+?66|0)[\d \-.()]{7,16}\d")
_ACCOUNT = re.compile(r"[A-Za-z0-9._+\-]+(?:@[A-Za-z0-9.\-]+)?")
_EXECUTIVES = "ข้อมูลผู้บริหาร"
"""What the item of the OIT list is called in which every framework wants the names of executives."""


def public_by_office(dataset: Dataset) -> Known:
    """Return the telephones, accounts and names in `agency.yml`, in the item on executives and in signatures."""
    texts = [text for _, text in dataset.agency.document.texts()] if dataset.agency else []
    numbers = {_national(found[0]) for text in texts for found in _NUMBER.finditer(thai.arabic(text))}
    accounts = {found[0].casefold() for text in texts for found in _ACCOUNT.finditer(text)}
    names = {text[start:end] for text in texts for start, end in person_names(text)}
    for number, year in dataset.years.items():
        names |= set(_signatures(year)) | set(_executives(year, dataset.frameworks.get(number)))
    return Known(frozenset(numbers), frozenset(accounts), frozenset(map(bare, names)))


def _national(number: str) -> str:
    """Return the digits of a telephone as they are dialled in the country."""
    digits = re.sub(r"\D", "", number)
    return f"0{digits[2:].lstrip('0')}" if digits.startswith("66") else digits


def _signatures(year: Year) -> Iterator[str]:
    """Yield the names of who signs; below a signature they are printed in brackets."""
    for loaded in year.records:
        for person in _persons(loaded.record):
            if name := person.name:
                yield from (name.strip(" ()"), *(name[start:end] for start, end in person_names(name)))


def _persons(record: Record) -> Iterator[Person]:
    for key in leading_to(Person, type(record)):
        value = getattr(record, key)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Person):
                yield each


def _executives(year: Year, framework: Framework | None) -> Iterator[str]:
    """Yield the names in the item that the framework, or else the office, calls that of the executives."""
    if year.disclosure is None:
        return
    titles = {each.id: each.title for each in framework.items} if framework else {}
    for index, item in enumerate(year.disclosure.record.items):
        if _EXECUTIVES in (titles.get(item.item) or item.title or ""):
            for path, text in year.disclosure.document.texts():
                if path[:2] == ("items", index):
                    yield from (text[start:end] for start, end in person_names(text))
