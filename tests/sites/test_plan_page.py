"""The page of a plan in the built sites: whole, with every element that the year's OIT item asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites
from tests.helpers.documents import measures, record, same

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLANS = [("ko", 2566), ("sam-ruean", 2569), ("kham-muang", 2563), ("chum-saeng", 2566), ("mueang-pan", 2568)]
each_plan = pytest.mark.parametrize(("agency", "year"), PLANS)


def texts(value: object) -> list[str]:
    """Return every text of a list of the data: that of a line and of those below it."""
    if isinstance(value, str):
        return [same(value)]
    parts = [value.get("text", ""), *value.get("lines", ())] if isinstance(value, dict) else value
    return [text for each in parts for text in texts(each)] if isinstance(parts, list) else []


@each_plan
def test_a_plan_holds_every_element_of_its_measures(site_of: Callable[[str], Path], agency: str, year: int) -> None:
    page = sites.article(site_of(agency), f"{year}/plan/").text
    for name in measures(agency, year):
        typed = record(agency, f"{year}/measures/{name}.yml")
        expected = [typed["title"], *(typed.get(key, "") for key in ("analysis", "monitoring", "situation", "budget"))]
        expected += [*texts(typed.get("steps", [])), *typed.get("owners", []), *typed.get("notes", [])]
        expected += [typed["score"]] if "score" in typed else []
        missing = [each for each in expected if not all(same(part) in page for part in each.split("\n\n"))]
        assert missing == [], name


@each_plan
def test_the_lists_lead_to_the_plan(site_of: Callable[[str], Path], agency: str, year: int) -> None:
    site = site_of(agency)
    assert f"{year}/plan/" in sites.links(sites.article(site, f"{year}/measures/"), f"{year}/measures/")
    assert f"{year}/measures/" in sites.links(sites.article(site, f"{year}/plan/"), f"{year}/plan/")


def test_the_item_that_asks_for_a_plan_leads_to_it(site_of: Callable[[str], Path]) -> None:
    site = site_of("mueang-pan")
    assert "2568/disclosure/o27/" in sites.links(sites.article(site, "2568/disclosure/"), "2568/disclosure/")
    item = sites.article(site, "2568/disclosure/o27/")
    assert "2568/plan/#measures" in sites.links(item, "2568/disclosure/o27/")


def test_a_year_without_measures_has_no_plan(site_of: Callable[[str], Path]) -> None:
    assert "2567/plan/" not in sites.addresses(site_of("mueang-pan"))


@each_plan
def test_a_year_leads_to_the_whole_plan_and_the_whole_analysis_first(
    site_of: Callable[[str], Path], agency: str, year: int
) -> None:
    site = site_of(agency)
    plan = sites.section(sites.article(site, f"{year}/"), "measures")
    assert sites.links(plan, f"{year}/")[0] == f"{year}/plan/"
    analysed = f"{year - 1}/"
    assert sites.links(sites.section(sites.article(site, analysed), "analysis"), analysed)[0] == f"{analysed}analysis/"


@pytest.mark.parametrize("agency", ["mueang-pan", "kham-muang"])
def test_home_leads_to_each_indicator_without_unfolding_anything(site_of: Callable[[str], Path], agency: str) -> None:
    scores = sites.section(sites.article(site_of(agency), ""), "scores")
    folded = {id(link) for part in scores.all("details") for link in part.all("a")}
    open_links = [each.attributes["href"] for each in scores.all("a") if id(each) not in folded]
    assert [link.split("/")[-2] for link in open_links] == [str(number) for number in range(1, 11)]
