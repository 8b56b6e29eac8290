"""The open data: one truth in every format, no row without its key, nothing missing without its reason, nothing new."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sqlite3
import sys
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb
import frictionless
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from ita_site.data.model import Licence
from ita_site.ground.problems import InvalidData
from ita_site.ground.website import Website
from ita_site.hosts.cli import main
from ita_site.publishing import open_data, pages, site
from ita_site.publishing.open_data.columns import CellType
from ita_site.publishing.open_data.csv_files import harmless
from ita_site.publishing.open_data.line_table import LINES
from ita_site.publishing.open_data.row_ids import part_id
from ita_site.publishing.open_data.tables import TABLES
from ita_site.publishing.settings import read_settings
from ita_site.saying.words import answer_columns, measure_columns, score_columns
from ita_site.saying.words import open_data as words
from tests.helpers import TESTS, filling, lookups, opened, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ita_site.publishing.open_data.columns import OpenTable

    Project = Callable[[Mapping[str, str | bytes]], Path]

COLUMNS = TESTS / "unit/publishing/open_data_v1.json"
AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\n"
FORMATS = {
    "csv": opened.from_csv,
    "json": opened.from_json,
    "sqlite": opened.from_sqlite,
    "parquet": opened.from_parquet,
    "xlsx": opened.from_workbook,
}


def columns_of(table: OpenTable) -> list[dict[str, Any]]:
    """Return what a program that reads a table counts on."""
    return [
        {
            "name": each.name,
            "type": each.type.value,
            "required": each.required,
            "unit": each.unit,
            "refers": each.refers,
            "choices": [value for value, _ in each.choices],
        }
        for each in table.columns
    ]


def test_the_columns_are_those_of_the_version() -> None:
    """A column that is renamed, moved, added or means something else is a new version, at a new address."""
    promised = json.loads(COLUMNS.read_text(encoding="utf-8"))
    assert {each.name: columns_of(each) for each in TABLES} == promised


def test_every_column_has_its_words_and_no_words_are_left() -> None:
    assert set(words.TABLES) == {each.name for each in TABLES}
    own = {**vars(score_columns), **vars(measure_columns), **vars(answer_columns)}
    used = set()
    for table in TABLES:
        known = own[table.name.upper()]
        assert set(known) <= set(table.names), table.name
        used |= set(table.names)
        for column in table.columns:
            assert column.title, f"{table.name}.{column.name}"
            assert column.description, f"{table.name}.{column.name}"
            assert column.example, f"{table.name}.{column.name}"
            assert re.fullmatch("[a-z0-9_]+", column.name)
            assert not column.choices or column.example in dict(column.choices), f"{table.name}.{column.name}"
    assert set(words.COMMON) <= used


@pytest.mark.parametrize("agency", sites.AGENCIES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same(agency: str, form: str) -> None:
    made = opened.of(agency)
    assert FORMATS[form](made, opened.files_of(agency)) == opened.rows(made)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same_of_a_full_oit_list(form: str, tmp_path: Path) -> None:
    made = opened.practised(tmp_path)
    rows = opened.rows(made)
    assert all(rows[name] for name in ("attachments", "elements", "evidence", "disclosure"))
    assert FORMATS[form](made, opened.files(made)) == rows


@pytest.mark.parametrize(
    "text",
    ["ทดสอบ", "=1+1,\"'; DROP TABLE scores;--\n\n-2", "</script><b>&amp;\\u0000%PDF{{7*7}}"],
    ids=["words", "signs", "code"],
)
def test_every_format_takes_whatever_stands_in_any_field(text: str, tmp_path: Path) -> None:
    project = filling.write(tmp_path / "project", text)
    made = open_data.open_data_of(lookups.of_data(project / "data"), list(open_data.Format))
    files, rows = opened.files(made), opened.rows(made)
    assert all(rows.values()), "a row of every table"
    for form, read in FORMATS.items():
        assert read(made, files) == rows, form
    folder = opened.write(files, tmp_path / "written")
    assert frictionless.validate(folder / "datapackage.json").flatten(["title", "message"]) == []


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_the_data_package_is_valid(agency: str, tmp_path: Path) -> None:
    folder = opened.write(opened.files_of(agency), tmp_path)
    report = frictionless.validate(folder / "datapackage.json")
    assert report.flatten(["title", "message"]) == []
    assert len(report.tasks) == len(TABLES)


def test_a_key_that_is_nowhere_would_be_found(tmp_path: Path) -> None:
    folder = opened.write(opened.files_of("mueang-pan"), tmp_path)
    path = folder / "progress.csv"
    path.write_bytes(path.read_bytes().replace(b'"2568/measure/e-service"', b'"2568/measure/e-servise"'))
    found = frictionless.validate(folder / "datapackage.json").flatten(["type"])
    assert found == [["foreign-key"]]


def test_the_data_package_names_its_profiles_and_every_file() -> None:
    made = opened.files_of("mueang-pan")
    package = json.loads(made["datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [each["path"] for each in package["resources"]] == [f"{each.name}.csv" for each in TABLES]
    assert all(each["type"] == "table" for each in package["resources"])
    assert "licenses" not in package, "the office has chosen none"


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_what_is_missing_has_a_reason_and_what_is_there_has_none(agency: str) -> None:
    for filled in opened.of(agency).tables:
        names = set(filled.table.names)
        reasons = [each for each in names if each.endswith("_missing_reason")]
        pairs = [(each.removesuffix("_missing_reason"), each) for each in reasons]
        for record in filled.records:
            for name, reason in pairs:
                if name in names:
                    assert (record[name] is None) == (record[reason] is not None), (filled.table.name, record)


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_scores_are_published_and_computed_apart(agency: str) -> None:
    scores = lookups.of(agency).scores
    (table,) = (each for each in opened.of(agency).tables if each.table.name == "scores")
    records = {each["id"]: each for each in table.records}
    for year in scores.trees:
        for score in scores.of(year):
            record = records[part_id(year, score.id)]
            assert record["published"] == score.published
            assert (record["computed"] is None) == (score.computed is None)
            assert record["verdict"] == (score.verdict.value if score.verdict else None)


def test_a_figure_of_the_real_data() -> None:
    (scores,) = (each for each in opened.of("mueang-pan").tables if each.table.name == "scores")
    known = {each["id"]: each for each in scores.records}
    total = known["2568/total"]
    assert (total["published"], total["computed"], total["verdict"]) == (Decimal("99.37"), Decimal("99.37"), "proven")
    assert (total["change"], total["kind"], total["page"]) == (Decimal("3.04"), "total", "2568/")
    assert known["2568/indicator/7"]["published"] == Decimal("97.19")
    assert known["2568/indicator/7"]["source_file"] == "2568/result.yml"


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_correction_is_silent(agency: str) -> None:
    """What an editor did to a document stands with the row that it concerns."""
    told = [
        str(record["edits"])
        for filled in opened.of(agency).tables
        if "edits" in filled.table.names
        for record in filled.records
        if record["edits"]
    ]
    edits = [
        edit
        for year in lookups.of(agency).years.values()
        for loaded in year.records
        for edit in getattr(loaded.record, "edits", ())
    ]
    assert edits
    for edit in edits:
        assert any(f"{edit.at}: " in each and edit.why in each and (edit.printed or "") in each for each in told), edit


def test_a_correction_stands_with_the_row_it_concerns(project: Project) -> None:
    edits = "edits:\n  - {{at: {at}, change: แก้, printed: เดิม{at}, why: พิมพ์ผิด}}\n"
    folder = project(
        {
            "data/agency.yml": AGENCY,
            "data/2568/result.yml": "total: 90\nindicators:\n  - {id: 1, score: 91}\n  - {id: 2, score: 92}\n"
            + edits.format(at="indicators.2.score"),
            "data/2568/measures/one.yml": "title: ก\nsteps: [ข, {text: ค, lines: [ง, จ]}]\n"
            + edits.format(at="steps.2.lines.1"),
            "data/2568/reports/annual.yml": "title: ฉ\nperiod: ตลอดปีงบประมาณ\nmeasures: [{measure: one, output: [ช]}]\n"
            + edits.format(at="measures.1.output.1"),
        }
    )
    made = open_data.open_data_of(lookups.of_data(folder / "data"))
    told = {
        str(record[filled.table.key])
        for filled in made.tables
        for record in filled.records
        if record.get("edits") and "เดิม" in str(record["edits"])
    }
    assert told == {
        *("2568/result", "2568/indicator/2", "2568/measure/one", "2568/measure/one/steps/2.1"),
        *("2568/report/annual", "2568/progress/annual/one", "2568/progress/annual/one/output/1"),
    }


TYPED = {"position", "page", "source_file", "edits", "place", "id", "kind", "way", "title"}
"""Columns that hold what no document types: keys, places, and what was made of several values."""


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (each for inner in value.values() for each in strings(inner))
    elif isinstance(value, list | tuple):
        yield from (each for inner in value for each in strings(inner))
    elif value is not None:
        yield str(value)


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_text_is_new(agency: str) -> None:
    """Whatever stands in the open data stands in the data files, or in the framework that the pages name."""
    lookup = lookups.of(agency)
    documents = [loaded.document.value for year in lookup.years.values() for loaded in year.records]
    frameworks = [each.model_dump(mode="json") for each in lookup.dataset.frameworks.values()]
    known = {" ".join(each.split()) for each in strings([*documents, *frameworks])}
    for filled in opened.of(agency).tables:
        for column in filled.table.columns:
            if column.type is not CellType.TEXT or column.choices or column.refers or column.name in TYPED:
                continue
            if column.name.endswith("_missing_reason"):
                continue
            for record in filled.records:
                value = record[column.name]
                assert value is None or " ".join(str(value).split()) in known, (filled.table.name, column.name, value)


SIGNED = ['=HYPERLINK("https://x.example/")', "+66 54 000 000", "-1 ครั้ง", "@ประกาศ", "'ก", "ปกติ; =1+1", 'มี " อยู่']


def test_no_cell_is_a_formula(project: Project) -> None:
    steps = "".join(f"  - {json.dumps(each, ensure_ascii=False)}\n" for each in SIGNED)
    folder = project(
        {
            "data/agency.yml": AGENCY,
            "data/2568/measures/signed.yml": f"title: '=1+1'\nsteps:\n{steps}",
        }
    )
    made = open_data.open_data_of(lookups.of_data(folder / "data"), list(open_data.Format))
    files = opened.files(made)
    text = files["lines.csv"].decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
    for cell in cells:
        assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠")), cell
    assert '"ปกติ; =1+1"' in text, "in quotes, so that no other separator parts it"
    assert {f"'{each}" for each in SIGNED[:5]} <= set(cells)
    assert b"'=1+1" in files["measures.csv"]
    for form, read in FORMATS.items():
        said = [row[LINES.names.index("text")] for row in read(made, files)["lines"]]
        assert said == SIGNED, form


@pytest.mark.parametrize("text", ["＝1+1", " =1+1", "\t@x", "\n-1", "－1"])
def test_a_sign_behind_spaces_or_in_another_width_is_no_formula_either(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("ก=1") == "ก=1"


def test_a_fall_is_a_number_and_no_text(project: Project) -> None:
    results = {f"data/{year}/result.yml": f"total: {total}\n" for year, total in ((2567, "90.50"), (2568, "85.25"))}
    made = open_data.open_data_of(lookups.of_data(project({"data/agency.yml": AGENCY, **results}) / "data"))
    assert ",-5.25,," in opened.files(made)["scores.csv"].decode("utf-8-sig")


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_key_reads_as_a_day_or_a_figure(agency: str) -> None:
    """A spreadsheet takes 2568/9 for September 2568, and rows would no longer be found by their keys."""
    for filled in opened.of(agency).tables:
        keys = [each.name for each in filled.table.columns if each.name == "id" or each.name.endswith("_id")]
        for record in filled.records:
            for name in keys:
                assert record[name] is None or re.search("/[a-z]{3}", str(record[name])), (filled.table.name, name)


def test_csv_opens_in_excel_in_thai() -> None:
    for name, content in opened.files_of("ko").items():
        if name.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf"), name
            assert content.count(b"\r\n") >= 1, name


def test_the_database_has_its_keys_and_says_what_its_columns_mean(tmp_path: Path) -> None:
    path = tmp_path / "open-data.sqlite"
    path.write_bytes(opened.files_of("ko")["open-data.sqlite"])
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        references = database.execute("SELECT * FROM pragma_foreign_key_list('progress')").fetchall()
        assert {each[2] for each in references} == {"years", "documents", "measures"}
        noted = set(database.execute("SELECT table_name, column_name FROM column_notes"))
        assert noted == {(table.name, column.name) for table in TABLES for column in table.columns}
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            database.execute("DELETE FROM scores")


def test_duckdb_joins_parquet_files_by_the_keys(tmp_path: Path) -> None:
    folder = opened.write(opened.files_of("ko"), tmp_path)
    joined = (
        duckdb.connect()
        .execute(
            f"""
        SELECT measures.title, progress.status, frameworks.title, scores.published
        FROM '{folder}/progress.parquet' progress
        JOIN '{folder}/measures.parquet' measures ON measures.id = progress.measure_id
        JOIN '{folder}/answers.parquet' answers ON answers.measure_id = measures.id
        JOIN '{folder}/frameworks.parquet' frameworks ON frameworks.id = answers.framework_id
        LEFT JOIN '{folder}/scores.parquet' scores ON scores.framework_id = frameworks.id
        """  # noqa: S608 - our own names
        )
        .fetchall()
    )
    assert len(joined) >= 5
    assert all(title and name for title, _, name, _ in joined)


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_the_files_of_the_api_keep_to_their_schema(agency: str) -> None:
    made = opened.files_of(agency)
    schema = json.loads(made["schema.json"])
    Draft202012Validator.check_schema(schema)
    index = json.loads(made["index.json"])
    named = {path for year in index["years"].values() for of in json.loads(made[year])["files"].values() for path in of}
    files = {"index.json", *index["years"].values(), *named}
    assert {name for name in made if "/" in name} == named
    for name in files:
        content = json.loads(made[name])
        way, kind = content["$schema"].split("#")
        assert way == "../" * name.count("/") + "schema.json"
        validator = Draft202012Validator({"$ref": f"#{kind}", "$defs": schema["$defs"]})
        assert [each.message for each in validator.iter_errors(content)] == [], name
    for table in index["tables"]:
        assert set(table["files"].values()) <= set(made)
        records = {"type": "array", "items": {"$ref": f"#/$defs/{table['name']}"}, "$defs": schema["$defs"]}
        assert list(Draft202012Validator(records).iter_errors(json.loads(made[table["files"]["json"]]))) == []


def test_the_schema_of_the_api_refuses_what_is_not_in_it() -> None:
    made = opened.files_of("mueang-pan")
    schema, content = json.loads(made["schema.json"]), json.loads(made["2568/indicators/9.json"])
    validator = Draft202012Validator({"$ref": "#/$defs/indicator", "$defs": schema["$defs"]})
    content["scores"][0]["verdict"] = "sure"
    content["more"] = 1
    assert len(list(validator.iter_errors(content))) == 2


def test_an_indicator_of_the_api_has_all_that_is_known_of_it() -> None:
    made = json.loads(opened.files_of("mueang-pan")["2567/indicators/8.json"])
    assert next(each for each in made["scores"] if each["id"] == "2567/indicator/8")["published"] == 85.78
    assert [each["kind"] for each in made["findings"]] == ["weak_point"]
    assert {each["answered_year"] for each in made["answers"]} == {2567}
    assert {each["measure_id"] for each in made["answers"]} == {each["id"] for each in made["measures"]}
    assert made["measures"]


def test_the_same_data_make_the_same_bytes() -> None:
    again = open_data.open_data_of(lookups.of("ko"), list(open_data.Format))
    assert opened.files(again) == opened.files_of("ko")


def test_a_licence_is_named_wherever_one_is_asked_for(project: Project) -> None:
    for licence in (*Licence, None):
        chosen = f"licence: {licence}\n" if licence else ""
        folder = project({"data/agency.yml": AGENCY + chosen, "data/2568/gaps.yml": "result: ยังไม่ประกาศ\n"})
        files = opened.files(open_data.open_data_of(lookups.of_data(folder / "data")))
        catalog, dcat = json.loads(files["gd-catalog.json"]), json.loads(files["dcat.jsonld"])
        package, index = json.loads(files["datapackage.json"]), json.loads(files["index.json"])
        assert (catalog["license_id"] == "License not specified") == (licence is None)
        assert [each["name"] for each in package.get("licenses", [])] == ([licence.value] if licence else [])
        assert index["licence"] == (licence.value if licence else None)
        of_files = {each.get("dct:license", {}).get("@id") for each in dcat["dcat:dataset"][0]["dcat:distribution"]}
        assert of_files == {index["licence_address"]}


REQUIRED = [
    *("data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "objective"),
    *("update_frequency_unit", "geo_coverage", "data_source", "data_format", "data_category", "license_id"),
]
OF_STATISTICS = [
    *("first_year_of_data", "last_year_of_data", "disaggregate", "unit_of_measure", "unit_of_multiplier"),
    *("calculation_method", "standard"),
]


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_the_catalogue_of_government_data_gets_what_it_asks(agency: str) -> None:
    made = json.loads(opened.files_of(agency)["gd-catalog.json"])
    for field in [*REQUIRED, *OF_STATISTICS]:
        assert made[field] or field in made["to_check"], field
    assert made["data_type"] == "ข้อมูลสถิติ"
    assert made["geo_coverage"] == "เทศบาล/อบต."
    assert made["owner_org"] == lookups.of(agency).agency.name
    assert all(each["url"].startswith("https://ita.town.go.th/data/v1/") for each in made["resources"])


def test_the_catalogue_by_dcat_has_what_its_profile_asks() -> None:
    files = opened.files_of("mueang-pan")
    catalog = json.loads(files["dcat.jsonld"])
    (dataset,) = catalog["dcat:dataset"]
    assert all(catalog[each] for each in ("dct:title", "dct:description", "dct:publisher"))
    assert all(dataset[each] for each in ("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint"))
    assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == date(2023, 10, 1).isoformat()
    for each in dataset["dcat:distribution"]:
        path = each["dcat:accessURL"]["@id"].removeprefix("https://ita.town.go.th/data/v1/")
        assert int(each["dcat:byteSize"]["@value"]) == len(files[path])


def test_without_an_address_of_the_site_everything_is_named_relative_to_the_files() -> None:
    files = opened.files(opened.of("mueang-pan"), url="")
    catalog = json.loads(files["dcat.jsonld"])
    assert catalog["dcat:dataset"][0]["dcat:landingPage"]["@id"] == "../"
    assert "homepage" not in json.loads(files["datapackage.json"])


def test_excel_and_parquet_are_made_when_asked_for_only(mueang_pan: Path) -> None:
    settings = mueang_pan / "mkdocs.yml"
    endings = {".xlsx", ".parquet"}

    def offered() -> set[str]:
        made = site.build(mueang_pan / "data", read_settings(settings)).generated
        return {each[each.rindex(".") :] for each in made if each.startswith("data/v1/")}

    assert offered() == {".csv", ".json", ".jsonld", ".sqlite"}
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- ita-site", "- ita-site: {open_data: [xlsx, parquet]}"), encoding="utf-8")
    assert offered() >= endings


@pytest.mark.parametrize(("form", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_writer_that_is_not_installed_is_told_with_what_installs_it(
    form: str, library: str, mueang_pan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = mueang_pan / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- ita-site", f"- ita-site: {{open_data: [{form}]}}"), encoding="utf-8")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InvalidData) as told:
        site.build(mueang_pan / "data", read_settings(settings))
    (problem,) = told.value.problems
    assert problem.code == "no-writer"
    assert f"pip install {library}" in problem.message


@pytest.mark.parametrize(("form", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_writer_that_is_installed_by_halves_is_told_like_one_that_is_not(
    form: str, library: str, mueang_pan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halves").mkdir()
    (tmp_path / f"halves/{library}.py").write_text("raise ImportError('DLL load failed')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "halves")
    for each in [each for each in sys.modules if each.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, each)
    arguments = ["data", "--format", form, "--data", str(mueang_pan / "data"), "--output", str(tmp_path / "out")]
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 1
    assert library in told.stderr
    assert "--extra" in told.stderr


@pytest.mark.parametrize("value", ["[ods]", "xls", "{xlsx: 1}", "[xlsx, 1]", "7"])
def test_a_format_that_is_none_is_told(value: str, mueang_pan: Path) -> None:
    settings = mueang_pan / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- ita-site", f"- ita-site: {{open_data: {value}}}"), encoding="utf-8")
    told = read_settings(settings)
    assert [each.code for each in told.problems] == ["bad-file-kind"]
    assert "xlsx" in told.problems[0].message


def test_the_page_describes_every_column_and_offers_every_table() -> None:
    website = Website("https://ita.town.go.th/")
    made = opened.of("mueang-pan")
    (page,) = (each for each in pages.write(lookups.of("mueang-pan"), website, opened=made) if each.address == "data/")
    shown = html.unescape(page.content)
    for table in TABLES:
        assert f'href="./v1/{table.name}.csv"' in shown
        assert shown.count(f"<code>{table.name}</code>") == 1
        for column in table.columns:
            assert f"<code>{column.name}</code>" in shown
            assert column.description in shown


def test_the_command_writes_the_tables_that_were_asked_for(
    mueang_pan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["data", "--data", str(mueang_pan / "data"), "--output", str(tmp_path / "all")]
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 0
    assert f"{len(TABLES)} ตาราง" in told.output
    written = {path.relative_to(tmp_path / "all").as_posix() for path in (tmp_path / "all").rglob("*.*")}
    assert written == set(opened.files_of("mueang-pan"))

    arguments[-1] = str(tmp_path / "some")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert CliRunner().invoke(main, [*arguments, "--format", "csv"]).exit_code == 0
    endings = {path.suffix for path in (tmp_path / "some").glob("[!.]*.*")}
    assert endings == {".csv", ".json", ".jsonld"}
    assert not (tmp_path / "some/scores.json").exists()

    refused = CliRunner().invoke(main, [*arguments, "--format", "parquet"])
    assert refused.exit_code == 1
    assert "--extra data" in refused.output
