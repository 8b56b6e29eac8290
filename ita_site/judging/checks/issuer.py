"""Whose files these are: a year's figures that another agency published are never published as one's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data.load import did_you_mean
from ita_site.ground import thai
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem
from ita_site.judging.checks.contradiction import contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.model import Agency, YearFile

_PLACE = re.compile(r"\s+(?=(?:ตำบล|ต\.|กิ่งอำเภอ|อำเภอ|อ\.|จังหวัด|จ\.))")
"""Where the name of an agency ends and where it lies begins, as documents print both in one line."""
_PROVINCE, _DISTRICT = (re.compile(rf"(?<!\S)(?:{words})\s*(\S+)") for words in (r"จังหวัด|จ\.", r"(?:กิ่ง)?อำเภอ|อ\."))
_SHORT = {
    "อบต": "องค์การบริหารส่วนตำบล",
    "อบจ": "องค์การบริหารส่วนจังหวัด",
    "ทต": "เทศบาลตำบล",
    "ทม": "เทศบาลเมือง",
    "ทน": "เทศบาลนคร",
}
_SHORT_KIND = re.compile(rf"^({'|'.join(_SHORT)})\.?\s*(?=\S)")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield the files of all years that say to be another agency's; those of one year and name in one message."""
    agency = dataset.agency.record if dataset.agency else None
    # The name of an agency with faults may have been lost; such a record is only checked.
    if agency is None or not getattr(agency, "name", None):
        return
    for year in dataset.years.values():
        others: dict[str, list[RecordFile[YearFile]]] = {}
        for loaded in _files(year):
            if loaded.record.agency is not None and not is_of(loaded.record.agency, agency):
                others.setdefault(" ".join(loaded.record.agency.split()), []).append(loaded)
            elif loaded.record.agency is not None:
                yield from _district(loaded, loaded.record.agency, agency)
        for name, files in others.items():
            yield _another(name, files, agency)


def _files(year: Year) -> tuple[RecordFile[YearFile], ...]:
    one_a_year = (
        each for each in (year.result, year.analysis, year.plan, year.disclosure, year.gaps) if each is not None
    )
    return (*one_a_year, *year.measures.values(), *year.reports.values())


def _another(name: str, files: list[RecordFile[YearFile]], agency: Agency) -> Problem:
    more = f" (และอีก {len(files) - 1:,} ไฟล์ของปีนี้)" if len(files) > 1 else ""
    message = f"ไฟล์นี้{more} เป็นของ “{excerpt(name)}” ไม่ใช่ของ{agency.name} จังหวัด{agency.province}"
    if _is_name(name, agency):
        message += (
            " ถ้าหน่วยงานอยู่ในจังหวัดที่ไฟล์นี้พิมพ์ ให้แก้ province: ของ agency.yml ถ้าเป็นหน่วยงานชื่อเดียวกันในจังหวัดอื่น ให้ลบหรือย้ายไฟล์ออก"
        )
    else:
        message += (
            f"{did_you_mean(name, [agency.name])} ให้ลบหรือย้ายไฟล์ของหน่วยงานอื่นออก"
            " ถ้าเป็นชื่อเดิมของหน่วยงานนี้ ให้พิมพ์ชื่อนั้นที่ former_names: ของ agency.yml"
        )
    return Problem(files[0].at("agency"), "other-agency", message)


def is_of(printed: str, agency: Agency) -> bool:
    """Tell whether a name, with or without where it lies, is the agency's or was."""
    _, *place = _PLACE.split(thai.normalise(printed).strip(), maxsplit=1)
    province = _PROVINCE.search(place[0]) if place else None
    if province is not None and _key(province[1]) != _key(agency.province.removeprefix("จังหวัด")):
        return False
    return _is_name(printed, agency)


def _is_name(printed: str, agency: Agency) -> bool:
    """Tell whether a name is the agency's or was, wherever it lies."""
    name = _PLACE.split(thai.normalise(printed).strip(), maxsplit=1)[0]
    return _key(name) in map(_key, (agency.name, *agency.former_names))


def _district(loaded: RecordFile[YearFile], printed: str, agency: Agency) -> Iterator[Problem]:
    found = _DISTRICT.search(thai.normalise(printed))
    if found is not None and agency.district is not None and _key(found[1]) != _key(agency.district):
        message = f"ไฟล์นี้บอกว่าหน่วยงานอยู่อำเภอ{found[1]} แต่ agency.yml บอกว่าอำเภอ{agency.district} โปรดตรวจ"
        yield contradiction(loaded, loaded.at("agency"), "other-district", message, found[1])


def _key(name: str) -> str:
    """Return what is the same for two ways to write one name."""
    written = _SHORT_KIND.sub(lambda kind: _SHORT[kind[1]], thai.normalise(name).strip())
    return re.sub(r"\s+", "", written)
