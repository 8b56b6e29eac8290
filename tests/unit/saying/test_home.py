"""The home page's view: the latest of everything, each from its own year."""

from __future__ import annotations

from decimal import Decimal

from ita_site.judging.chain import NoStatus
from ita_site.saying.view.counts import Count
from ita_site.saying.view.home import home
from tests.helpers import lookups


def test_the_latest_result_stands_beside_that_of_the_year_before() -> None:
    head = home(lookups.of("mueang-pan")).head
    assert (head.year, head.total.published, head.total.before) == (2568, Decimal("99.37"), Decimal("96.33"))
    assert head.level_before == "ผ่านดี"
    assert head.comparison is not None
    assert head.comparison.url == "compare/2567-2568/"


def test_the_plan_is_the_latest_one_though_its_year_has_no_result() -> None:
    view = home(lookups.of("sam-ruean"))
    assert view.head.year == 2568
    assert (view.plan.year, view.plan.total) == (2569, 11)
    assert view.plan.counts == (Count(NoStatus.UNREPORTED, 11),)
    assert view.report is None


def test_the_report_is_the_latest_one_and_its_statuses_are_counted() -> None:
    view = home(lookups.of("mueang-pan"))
    assert view.plan.counts == (Count(NoStatus.WITH_RESULTS, 15),)
    assert view.report is not None
    assert (view.report.year, view.report.link.url) == (2568, "2568/reports/annual/")


def test_a_year_without_result_says_why() -> None:
    view = home(lookups.of("chum-saeng"))
    assert view.head.result is None
    assert view.head.no_result == lookups.of("chum-saeng").years[2566].reasons.result is not None
    assert not view.has_scores


def test_the_cycle_is_that_of_the_latest_plan_from_the_result_it_follows() -> None:
    chain = home(lookups.of("sam-ruean")).chain
    assert [link.url for link in chain] == ["2568/", "2568/analysis/", "2569/measures/", None, None]
