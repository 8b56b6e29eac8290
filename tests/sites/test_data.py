"""The data of Mueang Pan: sound, complete, as printed, and without personal names."""

from __future__ import annotations

import re
from decimal import Decimal
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from ita_site.data import source
from ita_site.data.load import Dataset, load, packaged_framework
from ita_site.ground.problems import Severity
from ita_site.judging.scores import TOTAL, compute_all
from ita_site.publishing.data_check import check
from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.data.model import Result

DATA = sites.AGENCIES["mueang-pan"]
TEXTS = sorted(path for folder in (DATA, ROOT / "content") for path in folder.rglob("*") if path.is_file())

TITLED_NAME = re.compile(
    r"(?:นาย(?!ก(?:เทศมนตรี|องค์การ|สมาคม|รัฐมนตรี)|อำเภอ|ช่าง|ทะเบียน|จ้าง|แพทย์|หน้า)|นาง(?:สาว)?|น\.ส\."
    r"|ว่าที่\s*(?:ร้อย|ร\.|พัน)|(?:[รพ]\.[ตทอ]\.|[จส]\.[สตอ]\.|ด\.ต\.)[ตทอ]?\.?)\s*[ก-ฮเ-ไ]"
)
"""A title and the beginning of a name, but not the names of offices that begin alike."""
PRIVATE_NUMBER = re.compile(r"(?<![\d.-])(?:\d-?\d{4}-?\d{5}-?\d{2}-?\d|0[689]\d-?\d{3}-?\d{4})(?![\d-])", re.ASCII)
"""A citizen's number, or a mobile telephone."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load(DATA)


def result(dataset: Dataset, year: int) -> Result:
    loaded = dataset.years[year].result
    assert loaded is not None
    return loaded.record


def test_the_data_has_no_problem_but_what_the_document_prints_so_or_does_not_print() -> None:
    assert {(each.code, each.severity) for each in check(DATA).problems} == {
        ("indicator-name", Severity.NOTICE),
        ("misprint", Severity.NOTICE),
        ("no-contact", Severity.NOTICE),
    }


@pytest.mark.parametrize("path", TEXTS, ids=[path.relative_to(ROOT).as_posix() for path in TEXTS])
def test_no_person_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert TITLED_NAME.findall(text) == []
    assert PRIVATE_NUMBER.findall(text) == []


@pytest.mark.parametrize(
    "text", ["นายสมชาย ใจดี", "นาย กิตติ", "นางสาวสมหญิง", "นางเกศินี", "น.ส. มานี", "ว่าที่ร้อยตรีปิติ", "พ.ต.อ. ชูใจ"]
)
def test_a_personal_name_would_be_seen(text: str) -> None:
    assert TITLED_NAME.search(text)


@pytest.mark.parametrize("text", ["1-2345-67890-12-3", "1234567890123", "081-234-5678", "0812345678"])
def test_a_private_number_would_be_seen(text: str) -> None:
    assert PRIVATE_NUMBER.search(text)


@pytest.mark.parametrize(
    "text",
    ["นายกเทศมนตรีตำบลเมืองปาน", "นายอำเภอเมืองปาน", "นายช่างโยธา", "นายกองค์การบริหารส่วนตำบล", "นายทะเบียน", "พ.ศ. ศูนย์"],
)
def test_an_office_is_not_taken_for_a_person(text: str) -> None:
    assert not TITLED_NAME.search(text)


@pytest.mark.parametrize(
    ("year", "total", "level", "indicators"),
    [
        (2567, "96.33", "ผ่านดี", "100.00 100.00 100.00 100.00 100.00 95.24 92.26 85.78 95.00 100.00"),
        (2568, "99.37", "ผ่านดีเยี่ยม", "100.00 100.00 100.00 100.00 100.00 98.57 97.19 97.96 100.00 100.00"),
    ],
)
def test_the_results_are_as_printed(year: int, total: str, level: str, indicators: str, dataset: Dataset) -> None:
    published = result(dataset, year)
    assert (str(published.total), published.level) == (total, level)
    assert [(score.id, str(score.score)) for score in published.indicators] == [
        (str(number), score) for number, score in enumerate(indicators.split(), start=1)
    ]


def test_the_changes_the_report_prints_are_those_between_the_results(dataset: Dataset) -> None:
    changes = dataset.years[2568].reports["annual"].record.changes
    assert changes is not None
    printed = {TOTAL: changes.total, **{each.id: each.change for each in changes.indicators}}

    assert printed[TOTAL] == Decimal("3.04")
    assert list(printed) == [TOTAL, *(str(number) for number in range(1, 11))]
    scores = compute_all(dataset)
    assert printed == {reference: scores.change(2568, reference) for reference in printed}


def test_fifteen_measures_say_what_is_done_by_whom_and_when(dataset: Dataset) -> None:
    measures = dataset.years[2568].measures
    assert [each.record.number for each in measures.values()] == list(range(1, 16))
    for name, each in measures.items():
        measure = each.record
        assert measure.steps, name
        assert measure.owners, name
        assert measure.period is not None, name
        assert measure.document, name


def test_the_annual_report_tells_of_every_measure(dataset: Dataset) -> None:
    year = dataset.years[2568]
    told = year.reports["annual"].record.measures
    assert [each.measure for each in told] == list(year.measures)
    for each in told:
        assert each.status is None, "the report prints none"
        assert each.output, each.measure
        assert each.outcome, each.measure


def test_every_weak_point_of_2567_is_answered_by_a_measure_of_2568(dataset: Dataset) -> None:
    analysis = dataset.years[2567].analysis
    assert analysis is not None
    weak = {each.about for each in analysis.record.weak_points}
    answered = {answer for each in dataset.years[2568].measures.values() for answer in each.record.answers}

    assert weak == {"6", "7", "8", "9"}
    assert weak <= answered


@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_fact_of_a_framework_says_where_it_is_from(year: int) -> None:
    framework = packaged_framework(year)
    assert framework is not None
    with resources.as_file(resources.files("ita_site.data") / "frameworks" / f"{year}.yml") as path:
        document = source.read(path, path.name)
    found = list(provenances(document.value))

    assert len(found) >= 4
    for each in found:
        assert each["certainty"]
        assert each.get("sources") or each.get("note"), f"{year}: {each}"
    assert framework.provenance.sources
    for instrument in framework.instruments:
        assert instrument.weight is None or instrument.weight_provenance is not None
        assert instrument.questions is None or instrument.questions_provenance is not None
    assert framework.item_count is None or framework.item_count_provenance is not None
    assert not framework.rules.item_scores or framework.rules.item_scores_provenance is not None
    assert framework.window is None or framework.window_provenance is not None


def provenances(value: source.Value) -> list[dict[str, source.Value]]:
    """Return every mapping under a key `provenance` or `…_provenance`."""
    if isinstance(value, list):
        return [each for inner in value for each in provenances(inner)]
    if not isinstance(value, dict):
        return []
    here = [inner for key, inner in value.items() if key.endswith("provenance") and isinstance(inner, dict)]
    return here + [each for inner in value.values() for each in provenances(inner)]
