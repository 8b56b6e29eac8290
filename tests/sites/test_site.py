"""The built site of Mueang Pan, read as a visitor reads it: what stands on which page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATA = sites.AGENCIES["mueang-pan"]
MEASURES = sorted(path.stem for path in (DATA / "2568/measures").glob("*.yml"))
ALWAYS = [
    "",
    "indicators/",
    *(f"indicators/{number}/" for number in range(1, 11)),
    "compare/",
    "compare/2567-2568/",
    "data/",
    "embed/",
    "contact/",
]
WRITTEN = ["about/ita/", "about/site/", "about/data-policy/", "about/accessibility/"]
OF_A_YEAR = [
    f"{year}/{part}"
    for year in (2567, 2568)
    for part in (
        "",
        *(f"indicators/{number}/" for number in range(1, 11)),
        "measures/",
        "reports/",
        "disclosure/",
        "scores/",
        "proof/",
        "status/",
    )
]
OF_2569 = [f"2569/{part}" for part in ("", "measures/", "reports/", "disclosure/", "status/")]
"""Of a year that has nothing yet but an item that the report of the year before answers."""
OF_2568 = ["2567/analysis/", "2568/plan/", *(f"2568/measures/{each}/" for each in MEASURES), "2568/reports/annual/"]
OIT_ITEMS = [
    *(f"2567/disclosure/{each}/" for each in ("o1", "o2", "o3", "o4", "o25")),
    *(f"2568/disclosure/{each}/" for each in ("o1", "o2", "o3", "o12", "o27")),
    *(f"2569/disclosure/{each}/" for each in ("o1", "o2", "o25", "o26")),
]
"""Of the items of which more is known than the name."""
OIT_FORMS = [f"{year}/disclosure/form/" for year in (2568, 2569)]
"""Of the years in which the office has answered the list."""
GENERATED = [*ALWAYS, *OF_A_YEAR, *OF_2568, *OF_2569, *OIT_ITEMS, *OIT_FORMS]
CHANGES = {"6": "+3.33", "7": "+4.93", "8": "+12.18", "9": "+5.00"}
EDIT = "https://git.town.go.th/ita-site/edit/main/"


@pytest.fixture
def site(site_of: Callable[[str], Path]) -> Path:
    """Return the site of Mueang Pan."""
    return site_of("mueang-pan")


def same(text: str) -> str:
    """Return a text of the data as a page shows it: on one line."""
    return " ".join(text.split())


def words(lines: list[Any]) -> list[str]:
    """Return what lines say: a text, or that of a group with its lines below."""
    return [each if isinstance(each, str) else each["text"] for each in lines]


def data(path: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Read a data file with a parser that is not ours; every scalar stays as typed."""
    return yaml.load((DATA / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def changes(page: sites.Element) -> dict[str, str]:
    """Return the last cell of every row of the table of indicators, by the indicator's number."""
    (table,) = [each for each in page.all("table") if "สิบตัวชี้วัด" in each.one("caption").text]
    rows = [row for body in table.all("tbody") for row in body.all("tr")]
    return {row.one("th").text.partition(".")[0]: row.all("td")[-1].text for row in rows}


def test_every_page_of_the_design_is_there_and_no_other(site: Path) -> None:
    assert sites.addresses(site) == sorted([*GENERATED, *WRITTEN])


@pytest.mark.parametrize("address", ["", "2568/"], ids=["home", "year"])
@pytest.mark.parametrize(
    "figure",
    [r"99\.37 จาก 100", r"ระดับ\S* ผ่านดีเยี่ยม", r"(?<![\d.])96\.33(?!\d)", r"ผ่านดี(?!เยี่ยม)", r"\+3\.04(?!\d)"],
    ids=["score", "level", "score-before", "level-before", "change"],
)
def test_the_first_question_is_answered(site: Path, address: str, figure: str) -> None:
    assert re.search(figure, sites.article(site, address).text)


def test_the_year_before_has_its_own_result(site: Path) -> None:
    page = sites.article(site, "2567/")
    assert sites.fact(page, "คะแนนรวมที่ประกาศ") == "96.33 จาก 100 ถึงเกณฑ์ผ่าน 85.00 คะแนน"
    assert sites.fact(page, "ระดับที่ประกาศ") == "ผ่านดี"
    assert "2566" not in sites.section(page, "result").text


@pytest.mark.parametrize("address", ["", "2568/"], ids=["home", "year"])
def test_every_change_from_the_year_before_is_told(site: Path, address: str) -> None:
    expected = {str(number): CHANGES.get(str(number), "เท่าเดิม") for number in range(1, 11)}
    assert changes(sites.article(site, address)) == expected


def test_an_indicator_tells_its_change_on_its_own_pages(site: Path) -> None:
    assert sites.fact(sites.article(site, "2568/indicators/8/"), "เทียบกับปี 2567") == "+12.18 (ปี 2567 ได้ 85.78)"
    assert "2568 97.96 +12.18" in sites.article(site, "indicators/8/").text


@pytest.mark.parametrize("year", [2567, 2568])
def test_the_total_is_recomputed_beside_the_published_one(site: Path, year: int) -> None:
    page = sites.article(site, f"{year}/")
    published = data(f"{year}/result.yml")["total"]
    assert sites.fact(page, "คะแนนรวมที่ประกาศ").startswith(published)
    assert sites.fact(page, "คะแนนรวมที่คำนวณซ้ำ").startswith("ตรงกับที่ประกาศ")


def test_the_plan_has_its_fifteen_measures(site: Path) -> None:
    assert len(MEASURES) == 15
    linked = sites.links(sites.article(site, "2568/measures/").one("table"), "2568/measures/")
    assert {f"2568/measures/{each}/" for each in MEASURES} <= set(linked)


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_tells_what_who_when_and_what_came_of_it(site: Path, measure: str) -> None:
    text = sites.article(site, f"2568/measures/{measure}/").text
    planned = data(f"2568/measures/{measure}.yml")
    (told,) = [each for each in data("2568/reports/annual.yml")["measures"] if each["measure"] == measure]
    for said in (
        planned["title"],
        *words(planned["steps"]),
        *planned["owners"],
        "1 ตุลาคม 2567 – 30 กันยายน 2568",
        *words(told["output"]),
        told["outcome"],
    ):
        assert same(said) in text


def test_english_is_read_out_as_english(site: Path) -> None:
    html = (site / "2568/measures/no-gift-policy/index.html").read_text(encoding="utf-8")
    assert 'มาตรการ <span lang="en">No Gift Policy</span>' in html
    assert 'ผลการดำเนินการ (<span lang="en">output</span>)' in html


def test_every_generated_page_states_its_fiscal_year(site: Path) -> None:
    for address in (*OF_A_YEAR, *OF_2568):
        assert f"ปีงบประมาณ พ.ศ. {address[:4]}" in sites.article(site, address).text, address


def test_every_page_links_to_its_source_files_for_editing(site: Path) -> None:
    """The data files of a generated page, its own file of a written one; each of them is there to be edited."""
    wrong, project = [], site.parent / "project"
    for address in (*GENERATED, *WRITTEN):
        hrefs = [each.attributes["href"] for each in sites.article(site, address).all("a")]
        sources = [each.removeprefix(EDIT) for each in hrefs if each.startswith(EDIT)]
        wrong += [f"{address}: {source} is not there" for source in sources if not (project / source).is_file()]
        if address in WRITTEN and sources != [f"content/{address}index.md"]:
            wrong.append(f"{address}: {sources}")
    assert not wrong


@pytest.mark.parametrize(
    ("address", "sources"),
    [
        ("", ["data/agency.yml", "data/2568/result.yml", "data/2568/reports/annual.yml"]),
        ("2567/", ["data/2567/result.yml", "data/2567/analysis.yml"]),
        ("2568/indicators/8/", ["data/2568/result.yml"]),
        ("2568/measures/e-service/", ["data/2568/measures/e-service.yml", "data/2568/reports/annual.yml"]),
        ("2568/reports/annual/", ["data/2568/reports/annual.yml"]),
        ("indicators/8/", ["data/2567/result.yml", "data/2568/result.yml"]),
        ("contact/", ["data/agency.yml"]),
    ],
    ids=["home", "year", "indicator", "measure", "report", "indicator-all-years", "contact"],
)
def test_a_page_names_the_files_it_was_made_from(site: Path, address: str, sources: list[str]) -> None:
    page = sites.article(site, address)
    for source in sources:
        assert f"{source} แก้ไข" in page.text
        assert EDIT + source in [each.attributes["href"] for each in page.all("a")]


@pytest.mark.parametrize(
    ("address", "chain"),
    [
        ("2568/", ["2567/", "2567/analysis/", "2568/measures/", "2568/reports/", "2568/"]),
        ("2567/indicators/8/", ["2567/analysis/", "2568/measures/", "2568/reports/", "2568/"]),
        ("2568/measures/", ["2567/", "2567/analysis/", "2568/reports/", "2568/"]),
        ("2568/measures/e-service/", ["2567/", "2567/analysis/", "2568/reports/", "2568/"]),
        ("2568/reports/annual/", ["2567/", "2567/analysis/", "2568/measures/", "2568/"]),
    ],
    ids=["year", "indicator", "measures", "measure", "report"],
)
def test_the_chain_of_the_years_round_is_on_the_page(site: Path, address: str, chain: list[str]) -> None:
    """All links of the round but the one the reader stands on."""
    lists = [
        each for each in sites.article(site, address).all("ol") if "มาตรการ" in each.attributes.get("aria-label", "")
    ]
    found = {link for each in lists for link in sites.links(each, address)}
    assert found >= {each for each in chain if each != address}


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("2568/indicators/8/", "2568/"),
        ("2568/indicators/8/", "indicators/8/"),
        ("2568/measures/e-service/", "2568/measures/"),
        ("2568/reports/annual/", "2568/reports/"),
        ("2568/disclosure/", "2568/"),
    ],
    ids=["indicator-to-year", "indicator-to-all-years", "measure-to-plan", "report-to-reports", "disclosure-to-year"],
)
def test_a_page_leads_back_to_what_it_is_part_of(site: Path, address: str, above: str) -> None:
    """By a link in the text, for a reader whom a search engine brought and whose menu is folded away."""
    assert above in sites.links(sites.article(site, address), address)


def test_the_navigation_of_a_page_does_not_grow_with_the_number_of_pages(site: Path) -> None:
    for address in (*GENERATED, *WRITTEN):
        (navigation,) = sites.read(site, address).of_class("ita-menu")
        assert 5 < len(navigation.all("a")) <= 40, address


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    loaded = []
    for address in (*GENERATED, *WRITTEN, "404.html"):
        for element in sites.read(site, address).walk():
            named = element.attributes
            # A link to the canonical address is read by machines and loads nothing.
            of_a_head = [named["href"]] if element.tag == "link" and named.get("rel") != "canonical" else []
            sources = [named[name] for name in ("src", "srcset", "poster", "data") if name in named]
            loaded += [f"{address or '/'}: {each}" for each in (*of_a_head, *sources) if re.match(r"\w+:|//", each)]
    assert not [each for each in loaded if ": data:" not in each]


def test_no_style_loads_anything_from_another_host(site: Path) -> None:
    styles = list(site.rglob("*.css"))
    assert len(styles) >= 2
    for path in styles:
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"url\(\s*[\"']?(?!data:)\w*:?//", text), path.name
        assert not re.findall(r"@import[^;]+//", text), path.name


@pytest.mark.parametrize(
    ("agency", "address", "printed"),
    [
        ("mueang-pan", "2568/measures/integrity-promotion/", ["คอร์ปชั่น"]),
        ("mueang-pan", "2568/plan/", ["คอร์ปชั่น"]),
        ("mueang-pan", "2568/reports/annual/", ["คอร์ปชั่น", "ตามหัวระยะเวลา"]),
        ("chum-saeng", "2565/analysis/", ["กระทยอดรายจ่าย"]),
        ("chum-saeng", "2566/reports/annual/", ["งบประมาณ คุ่มค่า", "ร่วมสังเกตการใน"]),
    ],
)
def test_a_word_put_right_is_marked_and_stands_as_printed_in_the_explanation(
    site_of: Callable[[str], Path], agency: str, address: str, printed: list[str]
) -> None:
    page = sites.article(site_of(agency), address)
    for words in printed:
        explained = [each for each in page.all("li") if words in each.text and "แก้โดยผู้จัดทำเว็บไซต์" in each.text]
        assert explained, words
        for each in explained:
            mark = each.text.split()[0]
            assert mark in [link.text for link in page.all("a")], f"{words} is marked nowhere"
