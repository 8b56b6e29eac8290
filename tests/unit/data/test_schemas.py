"""The JSON Schemas say of a file what the loader says of it, as far as a tool can that knows only YAML."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import ValidationError

from ita_site.data import schemas, source
from ita_site.data.load.folder import FileKind, Scan
from ita_site.data.model import Agency, Framework, Measure, Record, Report, Result
from ita_site.ground import thai
from tests.helpers import ROOT
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ROOT / "ita_site/data/schemas"
VALIDATORS = {record: Draft7Validator(schemas.schema(record)) for record in schemas.RECORDS.values()}
FRAMEWORKS = sorted((ROOT / "ita_site/data/frameworks").glob("*.yml"))
SAMPLES: list[tuple[Path, type[Record]]] = [
    *((found.path, found.kind.value) for data in AGENCIES.values() for found in Scan(data).files),
    *((path, Framework) for path in FRAMEWORKS),
]
each_sample = pytest.mark.parametrize(
    ("path", "record"), SAMPLES, ids=[path.relative_to(ROOT).as_posix() for path, _ in SAMPLES]
)
each_record = pytest.mark.parametrize("record", list(VALIDATORS), ids=[record.__name__ for record in VALIDATORS])
NO_TITLE = {"title": "ก"}


class _Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: fewer texts are numbers, none is a date, `NO` is a text."""


_Core.yaml_implicit_resolvers = {}
for tag, spelling, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[1-9][0-9]*|0", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{spelling})$"), first)


def seen(text: str, loader: type[yaml.SafeLoader] = _Core) -> Any:  # noqa: ANN401 - any YAML
    """Return what a tool sees in a YAML text; JSON has no dates, so a tool writes them out."""
    return json.loads(json.dumps(yaml.load(text, loader), default=str))  # noqa: S506 - both are safe loaders


def faults(record: type[Record], text: str, loader: type[yaml.SafeLoader] = _Core) -> list[str]:
    return [error.message for error in VALIDATORS[record].iter_errors(seen(text, loader))]


def is_read(record: type[Record], text: str, folder: Path) -> bool:
    """Tell whether the loader reads a file with the text."""
    path = folder / "file.yml"
    path.write_text(text, encoding="utf-8")
    document = source.read(path, path.name)
    try:
        record.model_validate_json(json.dumps(document.value), context={"year": 2568})
    except ValidationError:
        return False
    return not document.problems


def nodes(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of a schema
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


def test_the_committed_files_are_those_of_the_models() -> None:
    committed = {
        path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir() if path.suffix in {".json", ".md"}
    }
    assert committed == schemas.files(), "run: ita-site schema --output ita_site/data/schemas"


def test_every_kind_of_file_has_a_schema() -> None:
    assert set(schemas.RECORDS.values()) == {kind.value for kind in FileKind}


@each_record
def test_a_schema_is_one_of_draft_7_without_lists_of_fixed_length(record: type[Record]) -> None:
    schema = schemas.schema(record)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert [node for node in nodes(schema) if "prefixItems" in node or isinstance(node.get("items"), list)] == []
    assert [node for node in nodes(schema) if "$ref" in node and len(node) > 1] == []  # draft 7 reads nothing beside it


@each_record
def test_every_key_has_a_thai_title_and_no_english_help(record: type[Record]) -> None:
    fields = [field for node in nodes(schemas.schema(record)) for field in node.get("properties", {}).values()]
    told = [each[key] for each in fields for key in ("title", "description", "patternErrorMessage") if key in each]
    assert [text for text in told if not re.search("[ก-๙]", text)] == []
    assert [each for each in fields if "title" not in each and "$ref" not in each and "not" not in each] == []


@each_sample
@pytest.mark.parametrize("loader", [yaml.SafeLoader, _Core], ids=["yaml-1.1", "yaml-1.2"])
def test_every_sample_is_valid(path: Path, record: type[Record], loader: type[yaml.SafeLoader]) -> None:
    assert faults(record, path.read_text(encoding="utf-8"), loader) == []


@each_sample
def test_the_first_line_of_every_sample_names_its_schema(path: Path, record: type[Record]) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named is not None
    assert (path.parent / named[1]).resolve() == FOLDER / schemas.name(record)


@each_record
def test_every_example_is_admitted(record: type[Record]) -> None:
    schema = schemas.schema(record)
    for node in nodes(schema):
        validator = Draft7Validator({"definitions": schema.get("definitions", {}), **node})
        for example in node.get("examples", []):
            assert list(validator.iter_errors(example)) == []


GOOD: list[tuple[type[Record], str]] = [
    (Measure, "title: ก\nperiod: ตลอดปีงบประมาณ"),
    (Measure, "title: ก\nperiod: {start: 1 ต.ค. 2567, end: ๓๐ กันยายน ๒๕๖๘}"),
    (Measure, "title: ก\nfollow_up: 6 ต.ค. 2568"),
    (Measure, "title: ก\nfollow_up: ณ สิ้นปีงบประมาณ"),
    (Measure, "title: ก\nfollow_up: ไตรมาส 2 และ 4"),
    (Measure, "title: ก\nsteps: [ประกาศ, {text: อบรม, number: ๘, lines: [พนักงาน]}]"),
    (Measure, "title: ก\nanswers: [8, O13, equal-service]"),
    (Measure, "title: ก\nfollow_up: 2568-10-06"),
    (Measure, "title: ก\nfollow_up: 6 ตุลาคม พ.ศ. 2568"),
    (Measure, "title: ก\nanswers: [8, 9.3, 10, O13, ๑๐.๒, โอ13, O 5, oit]"),
    (Measure, "title: ก\nnumber: ๕\nscore: ๙๖.๗๙"),
    (Measure, "title: ก\nnumber: 5\nscore: 100.00"),
    (Measure, "title: 2568\ndocument: 12.5\nmonitoring: true"),
    (Measure, "title: ก\ndocument:\nperiod:\nscore:"),
    (Measure, "title: ก\nwas: [old-name, 2568]"),
    (Result, "total: +96.7"),
    (Result, "total: 0\nranking: [1, ๑๐]\nzero_items: [O1, ๐๑๓]"),
    (Result, "total: 50\nindicators: [{id: 8, score: 50}, {id: 9, missing: อ่านไม่ออก}]"),
    (Result, "total: 50\nindicators: [{id: 8, score: 50, missing: }]"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, website: 'Https://www.example.go.th/ข่าว สาร', colour: เทา}"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, logo: logo.png, website: 'tel:+6654000000'}"),
]
BAD: list[tuple[type[Record], str]] = [
    (Measure, "answers: [8]"),  # no title
    (Measure, "title: ก\nfollow_upp: 6 ต.ค. 2568"),
    (Measure, "title: ''"),
    (Measure, "title: [ก]"),
    (Measure, "title: ก\nsteps: ข"),
    (Measure, "title: ก\nsteps:"),
    (Measure, "title: ก\nperiod: ทุกเดือน"),
    (Measure, "title: ก\nperiod: {start: 1 ต.ค. 2567}"),
    (Measure, "title: ก\nfollow_up: 6 ต.ค. 68"),
    (Measure, "title: ก\nfollow_up: 6 ต.ค. 2025"),
    (Measure, "title: ก\nfollow_up: 31 เมษายน 2568"),
    (Measure, "title: ก\nfollow_up: 29 ก.พ. 2568"),
    (Measure, "title: ก\nfollow_up: 29 ก.พ. 2643"),
    (Measure, "title: ก\nfollow_up: '2568-13-01'"),
    (Measure, "title: ก\nfollow_up: 6/10/2568"),
    (Measure, "title: ก\nfollow_up: 2568"),
    (Measure, "title: ก\nanswers: [0]"),
    (Measure, "title: ก\nanswers: [11]"),
    (Measure, "title: ก\nanswers: [A1]"),
    (Measure, "title: ก\nanswers: [O100]"),
    (Measure, "title: ก\nanswers: [ตัวชี้วัดที่ 8]"),
    (Measure, "title: ก\nmatched_by: ใครก็ได้"),
    (Measure, "title: ก\nnumber: 0"),
    (Measure, "title: ก\nnumber: 1.5"),
    (Measure, "title: ก\nnumber: ห้า"),
    (Measure, "title: ก\nwas: [con]"),
    (Measure, "title: ก\nwas: [Old Name]"),
    (Result, "total:"),
    (Result, "total: 9719"),
    (Result, "total: -1"),
    (Result, "total: ๑๐๐.๐๑"),
    (Result, "total: '95.001'"),
    (Result, "total: 95%"),
    (Result, "total: '095'"),
    (Result, "total: 50\nindicators: [{id: 8}]"),
    (Result, "total: 50\nindicators: [{id: 8, score: 50, missing: ไม่มี}]"),
    (Result, "total: 50\nranking: [9.3]"),
    (Report, "title: ก\nperiod:"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, colour: แดง}"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, website: www.example.go.th}"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, website: 'javascript:alert(1)'}"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, website: 'https://www.oic.go.th@evil.example/'}"),
    (Agency, "{name: ก, kind: ข, district: ค, province: ง, logo: logo.svg}"),
    (Framework, "year: 2025\nprovenance: {certainty: ยังไม่ยืนยัน}\ninstruments: []\nindicators: []"),
    (Framework, "year: 2568\nprovenance: {certainty: แน่}\ninstruments: []\nindicators: []"),
]


@pytest.mark.parametrize(("record", "text"), GOOD, ids=[text for _, text in GOOD])
def test_schema_and_loader_admit(record: type[Record], text: str, tmp_path: Path) -> None:
    assert faults(record, text) == []
    assert is_read(record, text, tmp_path)


@pytest.mark.parametrize(("record", "text"), BAD, ids=[text for _, text in BAD])
def test_schema_and_loader_refuse(record: type[Record], text: str, tmp_path: Path) -> None:
    assert faults(record, text) != []
    assert not is_read(record, text, tmp_path)


def pattern(record: type[Record], *path: str) -> str:
    """Return the pattern of a field, which begins with `^` and ends with `$`."""
    node: Any = schemas.schema(record)
    for step in path:
        node = node[step]
    return str(node["pattern"])


def accepted(record: type[Record], **values: object) -> None:
    """Read values as the loader does, to which every scalar is text."""
    record.model_validate_json(json.dumps(values), context={"year": 2568})


@settings(deadline=None)
@given(st.from_regex(pattern(Result, "properties", "total")))
def test_a_score_that_the_schema_admits_is_read(typed: str) -> None:
    accepted(Result, total=typed)


@settings(deadline=None)
@given(st.from_regex(pattern(Report, "definitions", "Changes", "properties", "total")))
def test_a_change_that_the_schema_admits_is_read(typed: str) -> None:
    accepted(Report, title="ก", period="ตลอดปีงบประมาณ", changes={"total": typed})


@settings(deadline=None)
@given(st.from_regex(pattern(Measure, "properties", "number")))
def test_a_count_that_the_schema_admits_is_read(typed: str) -> None:
    accepted(Measure, title="ก", number=typed)


@settings(deadline=None)
@given(st.from_regex(pattern(Report, "properties", "date")))
def test_a_day_that_the_schema_admits_is_read(typed: str) -> None:
    accepted(Measure, title="ก", follow_up=typed, period={"start": typed, "end": typed})


@settings(deadline=None)
@given(st.from_regex(pattern(Measure, "properties", "answers", "items")))
def test_a_reference_that_the_schema_admits_is_read(typed: str) -> None:
    accepted(Measure, title="ก", answers=[typed])


@settings(deadline=None)
@given(st.from_regex(pattern(Framework, "properties", "year")))
def test_a_fiscal_year_that_the_schema_admits_is_read(typed: str) -> None:
    accepted(Framework, year=typed, provenance={"certainty": "ยังไม่ยืนยัน"}, instruments=[], indicators=[])


@settings(deadline=None)
@given(st.dates(date(1957, 1, 1), date(2156, 12, 31)))
def test_every_day_that_is_written_well_is_admitted(day: date) -> None:
    iso = f"{day.year + thai.ERA}-{day:%m-%d}"
    for typed in (thai.write_date(day), thai.write_short_date(day), iso):
        for text in (typed, thai.digits(typed)):
            assert faults(Measure, f"title: ก\nfollow_up: '{text}'") == []


@settings(deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["{:.2f}", "{:g}"]))
def test_every_score_is_admitted_as_a_number_and_in_thai_digits(hundredths: int, form: str) -> None:
    typed = form.format(hundredths / 100)
    assert faults(Result, f"total: {typed}") == []
    assert faults(Result, f"total: {thai.digits(typed)}") == []
