"""What holds of the site of every municipality, whatever its documents have and lack."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ita_site.data import model
from ita_site.data.load import packaged_framework
from tests.helpers import filling, sites
from tests.sites.test_data import PRIVATE_NUMBER, TITLED_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACES = {
    "kham-muang": "คำม่วง",
    "ko": "เทศบาลตำบลก้อ",
    "sam-ruean": "สามเรือน",
    "chum-saeng": "ชุมแสง",
    "mueang-pan": "เมืองปาน",
}
"""How each municipality is known to the others."""
EDIT = "https://git.town.go.th/ita-site/edit/main/"
each_agency = pytest.mark.parametrize("agency", sites.AGENCIES)


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a record holds
    """Yield every text in a value, on one line."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from texts(each)


def files(agency: str, pattern: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the data files of a municipality with the year each belongs to."""
    for path in sorted(sites.AGENCIES[agency].glob(pattern)):
        yield path.relative_to(sites.AGENCIES[agency]).parts[0], yaml.safe_load(path.read_text(encoding="utf-8"))


@each_agency
def test_the_site_is_about_this_municipality_and_no_other(agency: str, site_of: Callable[[str], Path]) -> None:
    """But for the documents that a fact about the assessment itself was read from, which is named as its source."""
    site = site_of(agency)
    frameworks = [packaged_framework(year) for year in range(2561, 2571)]
    sources = {text for each in frameworks if each for text in texts(each.model_dump())}
    others = [place for other, place in PLACES.items() if other != agency]
    evidence = sorted((text for text in sources if any(place in text for place in others)), key=len, reverse=True)
    for address in sites.addresses(site):
        page = sites.read(site, address)
        assert PLACES[agency] in page.one("title").text, address
        said = " ".join([page.text, *(value for each in page.walk() for value in each.attributes.values())])
        for text in evidence:
            said = said.replace(text, "")
        assert not [place for place in others if place in said], address


@each_agency
def test_an_anchor_is_an_id_that_stays(agency: str, site_of: Callable[[str], Path]) -> None:
    """A heading without an id would be counted, and its anchor change with the next heading above it."""
    site = site_of(agency)
    for address in sites.addresses(site):
        ids = [each.attributes.get("id", "") for each in sites.article(site, address).all("h1", "h2", "h3", "h4")]
        assert not [each for each in ids if not re.fullmatch("[a-z][a-z0-9-]*", each)], address


@each_agency
def test_every_link_for_editing_leads_to_a_file(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    wrong = []
    for address in sites.addresses(site):
        hrefs = [each.attributes["href"] for each in sites.article(site, address).all("a")]
        sources = [each.removeprefix(EDIT) for each in hrefs if each.startswith(EDIT)]
        assert sources, address
        wrong += [f"{address}: {each}" for each in sources if not (site.parent / "project" / each).is_file()]
    assert wrong == []


@each_agency
def test_every_page_of_a_year_states_its_fiscal_year(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    of_a_year = [address for address in sites.addresses(site) if address[:4].isdecimal()]
    assert len(of_a_year) > 20
    assert [
        address
        for address in of_a_year
        if f"ปีงบประมาณ พ.ศ. {address[:4]}" not in sites.article(site, address).of_class("ita-source")[0].text
    ] == []


@each_agency
def test_every_data_file_can_be_downloaded_from_the_page_of_open_data(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    site = site_of(agency)
    data = sites.AGENCIES[agency]
    linked = sites.links(sites.article(site, "data/"), "data/")
    for path in sorted(data.rglob("*.yml")):
        name = f"data/{path.relative_to(data).as_posix()}"
        assert linked.count(name) == 1, name
        assert (site / name).read_bytes() == path.read_bytes()


@each_agency
def test_nothing_on_a_page_is_blank(agency: str, site_of: Callable[[str], Path]) -> None:
    """What is missing is told in words: no cell, fact, item of a list or heading is empty."""
    site = site_of(agency)
    blank = [
        f"{address}: <{element.tag}>"
        for address in sites.addresses(site)
        for element in sites.article(site, address).all("td", "th", "dd", "dt", "li", "p", "caption", "h1", "h2", "h3")
        if not element.text.strip("¶ ")
    ]
    assert blank == []


@each_agency
def test_tables_are_named_and_every_heading_of_theirs_has_a_scope(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    generated = [address for address in sites.addresses(site) if not address.startswith("about/")]
    tables = [(address, each) for address in generated for each in sites.article(site, address).all("table")]
    assert len(tables) > 15
    for address, table in tables:
        headings = table.all("th")
        assert table.one("caption").text, address
        assert {each.attributes.get("scope") for each in headings} - {"rowgroup"} == {"col", "row"}, address
        columns = len(table.one("thead").all("th"))
        assert all(_width(row) == columns for row in table.all("tr")), address


def _width(row: sites.Element) -> int:
    """Return over how many columns the cells of a row go: the name of a group of rows goes over all."""
    return sum(int(each.attributes.get("colspan", "1")) for each in row.all("th", "td"))


@each_agency
def test_no_person_is_named(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    for address in sites.addresses(site):
        text = sites.article(site, address).text
        assert TITLED_NAME.findall(text) == [], address
        assert PRIVATE_NUMBER.findall(text) == [], address


@each_agency
def test_every_recorded_reason_is_on_the_status_page_of_its_year(agency: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(agency)
    recorded = [
        (year, reason) for year, record in files(agency, "*/gaps.yml") for reason in texts(record | {"agency": ""})
    ]
    recorded += [
        (year, reason)
        for year, record in files(agency, "*/measures/*.yml")
        for reason in texts(record.get("missing", {}))
    ]
    recorded += [
        (year, " ".join(point["no_measure"].split()))
        for year, record in files(agency, "*/analysis.yml")
        for point in record.get("weak_points", [])
        if "no_measure" in point
    ]
    assert recorded
    unsaid = [(year, each) for year, each in recorded if each not in sites.article(site, f"{year}/status/").text]
    assert unsaid == []


@each_agency
def test_a_year_without_a_result_has_no_page_of_scores_and_is_compared_with_none(
    agency: str, site_of: Callable[[str], Path]
) -> None:
    addresses = sites.addresses(site_of(agency))
    years = sorted({path.name for path in sites.AGENCIES[agency].iterdir() if path.is_dir()})
    with_result = [year for year, _ in files(agency, "*/result.yml")]
    assert [each for each in years if f"{each}/scores/" in addresses] == with_result
    assert [each for each in years if f"{each}/status/" in addresses] == years
    compared = [f"compare/{before}-{after}/" for before, after in pairwise(with_result)]
    assert [each for each in addresses if each.startswith("compare/")] == sorted(
        [*compared, *["compare/"] * bool(compared)]
    )


FILE_NAMES = {"Progress.measure", "Measure.steps_of", "Edit.at"}
SEARCHED = {"Agency.synonyms"}
"""What readers may type: it stands in the search index, and test_search has it."""


def test_every_text_that_an_editor_types_stands_on_a_page(tmp_path: Path) -> None:
    """A field that no page shows is work for nothing, and a promise to readers that is not kept."""
    words: dict[str, str] = {}

    def word(place: str) -> str:
        return words.setdefault(filling.AGREEING.get(place, place), f"ถ้อยคำที่{len(words):03d}ฯ")

    project = filling.write(tmp_path, word)
    site = sites.build(project, tmp_path / "site")
    shown = " ".join(sites.read(site, address).text for address in sites.addresses(site))
    of_an_assessment = {
        kind.__name__
        for module in (model.framework, model.rules, model.crosswalk)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, model.Record)
    }
    typed = {place for place in words if place.partition(".")[0] not in of_an_assessment} - FILE_NAMES - SEARCHED
    assert len(typed) > 50
    assert sorted(place for place in typed if words[place] not in shown) == []
    assert re.search(r"ถ้อยคำที่\d+ฯ", shown)
