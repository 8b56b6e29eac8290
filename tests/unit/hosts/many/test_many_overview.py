"""The site about many municipalities: what it says of all, and that it ranks none."""

from __future__ import annotations

import csv
import dataclasses
import html
import io
import itertools
import json
import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.data.load import load
from ita_site.ground.website import Website
from ita_site.hosts.cli import main
from ita_site.hosts.many import tasks
from ita_site.judging.scores import compute_all
from ita_site.publishing.aggregate import name_index, overview_site
from ita_site.publishing.settings import Settings
from ita_site.saying.facts.directory import alike, ordered, twins
from ita_site.saying.facts.finding import facts_of
from ita_site.saying.facts.records import NamedSuccessor
from ita_site.saying.facts.spreads import spread_of
from ita_site.saying.facts.tried_measures import tried_groups
from ita_site.saying.view.lookup import Lookup
from ita_site.saying.words.provinces import PROVINCES, province_of
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from ita_site.publishing.site import Site
    from ita_site.saying.facts.records import MunicipalityFacts

REAL = ("kham-muang", "ko", "mueang-pan", "sam-ruean")


@pytest.fixture(scope="module")
def real() -> tuple[MunicipalityFacts, ...]:
    datasets = [(name, load(AGENCIES[name])) for name in REAL]
    return tuple(facts_of(Lookup(each, compute_all(each)), name, f"https://{name}.example/") for name, each in datasets)


@pytest.fixture(scope="module")
def made(real: tuple[MunicipalityFacts, ...]) -> Site:
    return overview_site.build(real, {"ko"}, Settings(site_name="x"))


def content(site: Site, address: str) -> str:
    return html.unescape(next(each for each in site.pages if each.address == address).content)


def many_of(one: MunicipalityFacts, count: int) -> list[MunicipalityFacts]:
    """Return as many municipalities of names of their own, spread over all provinces."""
    return [
        dataclasses.replace(one, id=f"t{n}", name=f"เทศบาลตำบลบ้านที่{n}", province=PROVINCES[n % 77].name)
        for n in range(count)
    ]


def test_the_site_is_built_beside_the_others_and_leads_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("mueang-pan", "sam-ruean"):
        shutil.copytree(AGENCIES[name], tmp_path / "towns" / name)
    shutil.copytree(AGENCIES["sam-ruean"], tmp_path / "towns/sam-ruean-2")
    (tmp_path / "sites/mueang-pan").mkdir(parents=True)
    (tmp_path / "sites/mueang-pan/index.html").write_text("x", encoding="utf-8")
    first, again = (CliRunner().invoke(main, ["many", "aggregate", "towns", "--workers", "1"]) for _ in range(2))
    tasks.dismiss()
    assert (first.exit_code, again.exit_code) == (0, 0), first.output
    assert "overview: เป็นปัจจุบันอยู่แล้ว" in again.output
    assert "อยู่ในโฟลเดอร์ sam-ruean, sam-ruean-2 โดยมีอำเภอและจังหวัดเดียวกัน" in again.output
    page = Path("sites/overview/municipalities/mueang-pan/index.html")
    (own,) = re.findall(r'<a class="md-button" href="([^"]*)"', page.read_text(encoding="utf-8"))
    assert (page.parent / own).resolve() == (tmp_path / "sites/mueang-pan/index.html").resolve()
    assert (tmp_path / "sites/overview/data/v1/scores-2568.csv").is_file()


def test_a_municipality_may_not_have_the_name_of_the_site_about_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(AGENCIES["ko"], tmp_path / "towns/overview")
    told = CliRunner().invoke(main, ["many", "aggregate", "towns", "--workers", "1"])
    assert told.exit_code == 1
    assert "หน่วยงานชื่อ overview ไม่ได้" in told.output


def test_names_stand_by_province_district_and_name_whatever_the_scores(real: tuple[MunicipalityFacts, ...]) -> None:
    assert [each.id for each in ordered(real)] == [each.id for each in ordered(reversed(real))]
    named = [dataclasses.replace(real[0], id=name, name=name) for name in ("แพร่", "พะเยา", "เกาะคา", "งาว")]
    assert [each.name for each in ordered(named)] == ["เกาะคา", "งาว", "พะเยา", "แพร่"]


def test_the_name_of_a_district_stands_in_one_group_of_rows_with_its_municipalities(made: Site) -> None:
    groups = content(made, "municipalities/").split("<tbody>")[1:]
    assert len(groups) == len(REAL), "those of the test lie in districts of their own"
    for each in groups:
        assert each.lstrip().startswith("<tr data-group>"), "the script takes the rows of a body for one group"
        assert each.count("<tr>") == each.count("data-group") == 1


def test_what_was_tried_tells_the_next_score_and_that_it_proves_no_cause(made: Site) -> None:
    page = content(made, "tried/6/")
    assert "ไม่ได้พิสูจน์ว่ามาตรการเป็นเหตุ" in page
    assert "95.24" in page
    assert "98.57" in page
    assert "+3.33" in page


def test_what_a_report_says_was_not_done_was_not_tried(real: tuple[MunicipalityFacts, ...]) -> None:
    year = next(each for each in real[2].years if each.year == 2568)
    statuses = itertools.cycle(("ดำเนินการแล้ว", "ยังไม่เริ่มดำเนินการ", "ไม่ได้ดำเนินการ"))
    measures = [dataclasses.replace(each, status=status) for each, status in zip(year.measures, statuses, strict=False)]
    groups = tried_groups([dataclasses.replace(real[2], years=(dataclasses.replace(year, measures=tuple(measures)),))])
    assert {row.status for group in groups for row in group.rows} == {"ดำเนินการแล้ว"}
    assert {row.title for group in groups for row in group.rows} <= {each.title for each in measures[::3]}
    assert all(group.whole.measures == len(group.rows) for group in groups)


def test_municipalities_that_cannot_be_told_apart_are_named(real: tuple[MunicipalityFacts, ...]) -> None:
    one = dataclasses.replace(real[0], code="05520101")
    other = dataclasses.replace(real[1], id="b", code="05520101")
    (told,) = twins([one, other])
    assert f"รหัส อปท. 05520101 ซ้ำกันในโฟลเดอร์ b, {one.id} " in told
    assert len(twins([one, dataclasses.replace(one, id="b")])) == 2
    assert twins([one, dataclasses.replace(one, id="b", code=None, district="อื่น")]) == ()


def test_indicators_of_different_names_are_never_one_strip(real: tuple[MunicipalityFacts, ...]) -> None:
    year = next(each for each in real[2].years if each.year == 2568)
    other = tuple(dataclasses.replace(each, name=f"{each.name}ใหม่") for each in year.indicators)
    changed = dataclasses.replace(real[2], id="other", years=(dataclasses.replace(year, indicators=other),))
    page = content(overview_site.build([*real, changed], (), Settings()), "2568/indicators/1/")
    assert re.findall(r"^## (\S+)", page, re.MULTILINE) == ["การปฏิบัติหน้าที่", "การปฏิบัติหน้าที่ใหม่"]
    assert page.count("จุดละ 1 แห่ง") == 2


def test_quartiles_are_of_the_scores_and_few_have_none() -> None:
    spread = spread_of([Decimal(each) for each in (10, 20, 30, 40, 50)])
    assert spread
    assert spread.quartiles == (Decimal(20), Decimal(30), Decimal(40))
    few = spread_of([Decimal(80), Decimal(90)])
    assert few
    assert few.quartiles == ()
    crowd = spread_of([Decimal("99.5")] * 1000)
    assert crowd
    assert crowd.height * crowd.each >= 1000
    assert crowd.height <= 24


def test_all_77_provinces_have_a_place_of_their_own() -> None:
    assert len({(each.column, each.row) for each in PROVINCES}) == len({each.id for each in PROVINCES}) == 77
    assert province_of("จังหวัดลำปาง") == province_of(" ลำปาง ")
    assert province_of("ลำปาน") is None


def test_a_province_of_no_known_name_is_told_as_typed(real: tuple[MunicipalityFacts, ...]) -> None:
    lost = dataclasses.replace(real[0], id="lost", province="ลำปาน")
    page = content(overview_site.build([*real, lost], (), Settings()), "provinces/other/")
    assert "ลำปาน อำเภอ" in page


def test_the_search_knows_every_name_and_no_file_of_it_is_large(
    real: tuple[MunicipalityFacts, ...], made: Site
) -> None:
    assert "เทศบาลตำบลเมืองปาน" in made.search_index({}).decode()
    assert made.further == (), "few municipalities stand in the index itself"
    town = dataclasses.replace(real[1], years=())
    site = overview_site.build(many_of(town, 450), (), Settings(), 30_000)
    index = site.search_index({}).decode()
    assert all(
        f'["t{n}",0,"บ้านที่{n}",' in "".join(site.generated[each].decode() for each in site.further) for n in (0, 449)
    )
    assert all(json.dumps(each) in index for each in site.further)
    assert "บ้านที่449" not in index
    assert "บ้านที่1 " not in content(site, "municipalities/"), "too many for one page"
    assert "municipalities/t7/" in content(site, f"provinces/{PROVINCES[7].id}/"), "found without a script, too"


def test_no_file_of_names_is_larger_than_asked_for_and_each_name_is_in_one(real: tuple[MunicipalityFacts, ...]) -> None:
    towns = many_of(dataclasses.replace(real[1], years=()), 7850)
    files = name_index.files(towns, Website(), overview_site.MOST_INDEXED)
    assert 1 < len(files) < 5
    assert max(map(len, files.values())) <= overview_site.MOST_INDEXED
    rows = re.findall(
        r'^\["(t\d+)",0,"บ้านที่(\d+)",\d+\]', "".join(each.decode() for each in files.values()), re.MULTILINE
    )
    assert sorted(rows) == sorted((f"t{n}", str(n)) for n in range(7850))


def test_what_has_taken_over_from_what_is_told_on_both_pages_and_in_the_open_data(
    real: tuple[MunicipalityFacts, ...],
) -> None:
    town = dataclasses.replace(real[1], years=(), province="ลำปาง", district="งาว", kind="เทศบาลตำบล")
    known = [
        dataclasses.replace(town, id="new", name="เทศบาลเมืองงาว", code="04520001", former_names=("เทศบาลตำบล งาวใต้",)),
        dataclasses.replace(town, id="by-code", name="เทศบาลตำบลก", successor=NamedSuccessor("ชื่ออื่น", "04520001")),
        dataclasses.replace(town, id="by-name", name="เทศบาลตำบลข", successor=NamedSuccessor("เทศบาลเมืองงาว", None)),
        dataclasses.replace(town, id="by-former", name="เทศบาลตำบลงาวใต้"),
        dataclasses.replace(town, id="elsewhere", name="เทศบาลตำบลงาวใต้", district="เกาะคา"),
        dataclasses.replace(town, id="unknown", name="เทศบาลตำบลค", successor=NamedSuccessor("เทศบาลเมืองไกล", None)),
    ]
    site = overview_site.build(known, (), Settings())
    new = content(site, "municipalities/new/")
    leads = re.compile('<a href="[^"]*/new/">เทศบาลเมืองงาว</a>')
    heads = {each.id: content(site, f"municipalities/{each.id}/").split("</dl>")[0] for each in known}
    told = {name: leads.search(head) for name, head in heads.items()}
    assert [name for name, is_told in told.items() if is_told] == ["by-code", "by-name", "by-former"]
    before = re.findall(r'href="[^"]*?([a-z-]+)/">', new.split("รับช่วงต่อจาก")[1].split("</dd>")[0])
    assert before == ["by-code", "by-name", "by-former"]
    assert "เทศบาลเมืองไกล (ไม่อยู่ในชุดนี้)" in content(site, "municipalities/unknown/")
    rows = csv.DictReader(io.StringIO(site.generated["data/v1/municipalities.csv"].decode("utf-8-sig")))
    found = {row["id"]: (row["code"], row["successor"], row["successor_name"], row["successor_code"]) for row in rows}
    assert found["new"] == ("04520001", "", "", "")
    assert found["by-former"] == ("", "new", "เทศบาลเมืองงาว", "04520001")
    assert found["unknown"] == ("", "", "เทศบาลเมืองไกล", "")


def test_frameworks_stand_side_by_side_with_what_is_not_known_left_open(made: Site) -> None:
    page = content(made, "frameworks/")
    steps = dict(re.findall(r'<tr><th scope="row">(\d{4} → \d{4})</th>(.*?)</tr>', page, re.DOTALL))
    assert [*steps] == [f"{year} → {year + 1}" for year in range(2562, 2569)]
    assert "48 → 43 (ยังไม่ยืนยัน)" in steps["2562 → 2563"]
    assert "คนละชุด เทียบกันไม่ได้" in steps["2565 → 2566"]
    assert "เปลี่ยนที่ 8" in steps["2566 → 2567"]
    assert "IIT 30 (ยังไม่ยืนยัน) → 15" in steps["2567 → 2568"]
    assert steps["2568 → 2569"].rstrip().endswith("ยังไม่ทราบ</td>"), "no document has the levels of 2569"


def test_a_municipality_is_marked_among_all_and_where_a_link_leads_to(made: Site) -> None:
    page = content(made, "municipalities/mueang-pan/")
    row = re.search(r"<tr><th scope=\"row\"><a href=\"([^\"]*)\">8\. .*?</tr>", page, re.DOTALL)
    assert row
    assert 'class="own"' in row[0]
    assert 'class="dots"' in row[0]
    address, anchor = row[1].removeprefix("../../").split("#")
    assert anchor == "own-1-97", "97.96 is among the dots of 97"
    mark = re.search(rf'<svg[^>]* id="{anchor}"[^>]*aria-label="([^"]*)"', content(made, address))
    assert mark
    assert mark[1] == "หน่วยงานที่เปิดมา 97 กว่า"


def test_those_alike_are_of_one_kind_by_size_then_district_and_others_only_where_there_are_few(
    real: tuple[MunicipalityFacts, ...],
) -> None:
    def town(name: str, district: str, size: str | None, province: str = "ลำปาง") -> MunicipalityFacts:
        return dataclasses.replace(
            real[2], id=name, name=name, district=district, size=size, province=province, kind="เทศบาลตำบล"
        )

    here = [town("a", "งาว", "เล็ก"), town("b", "งาว", "ใหญ่"), town("c", "เถิน", "เล็ก"), town("d", "งาว", "เล็ก")]
    away = [town("x", "ลี้", "เล็ก", "ลำพูน")]
    other = dataclasses.replace(here[0], id="z", kind="เทศบาลเมือง")
    assert [each.id for each in alike(here[0], [*here, other], [*here, *away])] == ["d", "c", "b"]
    assert [each.id for each in alike(here[0], here[:2], [*here[:2], *away])] == ["b", "x"]
    assert alike(other, [*here, other], [other]) == ()


def test_names_of_the_data_are_text_and_nothing_else(real: tuple[MunicipalityFacts, ...]) -> None:
    evil = "เทศบาล<img src=x onerror=alert(1)>[x](javascript:alert(1))"
    bad = dataclasses.replace(real[2], id="bad", name=evil, district=evil, address="javascript:alert(1)")
    site = overview_site.build([*real, bad], (), Settings())
    for page in site.pages:
        assert "<img" not in page.content, page.address
        assert 'href="javascript' not in page.content, page.address


def test_each_picture_of_the_provinces_says_its_numbers_and_the_table_has_them(made: Site) -> None:
    page = content(made, "2568/")
    labels = re.findall(r'role="img" aria-label="([^"]*)"', page)
    said = [re.search(r"(\S+) จาก 4 แห่ง", each) for each in labels]
    assert [each and each[1] for each in said] == ["2", "1", "1", "1"]
    (row,) = re.findall(r"<tr><th scope=\"row\"><a [^>]*>ลำปาง</a>.*?</tr>", page, re.DOTALL)
    assert re.findall(r"<td[^>]*>(\d+)", row) == ["1", "1", "0", "1", "1", "0", "0", "0", "0"]
