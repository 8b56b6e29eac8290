"""The view of a fiscal year: each part with its figures, or with the reason why it is not there."""

from __future__ import annotations

import shutil
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.judging.chain import NoStatus
from ita_site.saying.view.counts import Count
from ita_site.saying.view.year import year_view
from ita_site.saying.words.year import description, title
from tests.helpers import lookups, sites

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.saying.view.year import YearView


def of(agency: str, year: int) -> YearView:
    """Return the view of a year of a municipality."""
    lookup = lookups.of(agency)
    return year_view(lookup, lookup.years[year])


def test_the_published_total_stands_beside_the_computed_one_and_the_year_before() -> None:
    view = of("mueang-pan", 2568)
    assert view.result is not None
    facts = view.result.facts
    assert (facts.total.published, facts.total.computed) == (Decimal("99.37"), Fraction("99.372"))
    assert (facts.total.before, facts.total.change) == (Decimal("96.33"), Fraction("3.04"))
    assert facts.total.proven
    assert facts.comparison is not None
    assert facts.comparison.url == "compare/2567-2568/"


def test_a_level_that_the_rules_do_not_give_stands_beside_those_they_give(tmp_path: Path) -> None:
    assert (result := of("kham-muang", 2562).result) is not None
    assert (result.facts.result.level, result.facts.levels) == ("D", ())
    shutil.copytree(sites.AGENCIES["kham-muang"], tmp_path / "data")
    file = tmp_path / "data" / "2562" / "result.yml"
    file.write_text(file.read_text("utf-8").replace("level: D", "level: A"), "utf-8")
    lookup = lookups.of_data(tmp_path / "data")
    changed = year_view(lookup, lookup.years[2562]).result
    assert changed is not None
    assert (changed.facts.result.level, changed.facts.levels) == ("A", ("D",))


def test_only_what_got_less_than_full_points_is_listed_in_the_order_of_numbers() -> None:
    view = of("kham-muang", 2562)
    assert view.result is not None
    below = view.result.below_full
    ids = [row.id for row in below.rows]
    assert (len(below.rows), below.count) == (30, 31)
    assert ids == sorted(ids, key=lambda each: (each.rstrip("0123456789."), Decimal(each.lstrip("EIO"))))
    assert all(row.published is not None and row.published < 100 for row in below.rows)


def test_what_a_document_does_not_print_is_empty() -> None:
    view = of("ko", 2565)
    assert view.result is not None
    assert view.result.facts.total.published == Decimal("90.93")
    assert (view.result.instruments, view.result.indicators, view.result.below_full.count) == ((), (), 0)
    assert view.result.instrument_picture is view.result.indicator_picture is None


def test_a_part_that_is_not_there_says_why() -> None:
    lookup = lookups.of("chum-saeng")
    view = of("chum-saeng", 2566)
    reason = lookup.years[2566].reasons.result
    assert view.result is None
    assert reason
    assert view.result_absence == reason
    assert of("mueang-pan", 2567).measures_absence == "ยังไม่มีมาตรการของปี 2567 ในข้อมูลที่เผยแพร่"


def test_measures_are_counted_and_what_they_answer_is_compared_once() -> None:
    measures = of("mueang-pan", 2568).measures
    assert measures is not None
    assert (measures.count, measures.statuses) == (15, (Count(NoStatus.WITH_RESULTS, 15),))
    addresses = [each.link.url for each in measures.moved]
    assert addresses[:2] == ["2567/indicators/1/", "2567/indicators/2/"]
    assert len(set(addresses)) == len(addresses)


def test_a_total_is_told_beside_the_pass_mark_of_its_year() -> None:
    told = {(agency, year): of(agency, year).result for agency, year in (("kham-muang", 2562), ("sam-ruean", 2568))}
    low, high = told["kham-muang", 2562], told["sam-ruean", 2568]
    assert low is not None
    assert high is not None
    assert (low.facts.passing, low.facts.passed) == ("ต่ำกว่าเกณฑ์ผ่าน 85.00 คะแนน อยู่ 27.69", False)
    assert (high.facts.passing, high.facts.passed) == ("ถึงเกณฑ์ผ่าน 85.00 คะแนน", True)


def test_a_year_that_only_has_a_plan_begins_no_cycle_and_compares_nothing() -> None:
    view = of("sam-ruean", 2569)
    assert view.chain_after == ()
    assert not [link for link in view.chain_before if link.here]
    assert view.measures is not None
    assert view.measures.moved == ()


def test_the_analysis_is_there_in_short() -> None:
    analysis = of("kham-muang", 2562).analysis
    assert analysis is not None
    assert (len(analysis.weak_points), len(analysis.strengths), len(analysis.improvements)) == (8, 2, 10)
    assert analysis.item_count == 59


def test_a_cycle_of_which_only_the_result_is_known_is_not_told() -> None:
    """The years before those that an office publishes are no gap in them."""
    assert of("kham-muang", 2562).chain_before == ()
    before = {link.text: link.url for link in of("sam-ruean", 2568).chain_before}
    assert before["ผลปี 2567"] == "2567/"
    assert before["มาตรการปี 2568"] is None


def test_a_year_is_named_by_what_it_has() -> None:
    """One with an analysis alone is not about measures: those are of the year after."""
    titles = {
        (result, measures): title(2565, has_result=result, has_measures=measures)
        for result in (True, False)
        for measures in (True, False)
    }
    assert titles[True, True] == titles[True, False] == "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565"
    assert titles[False, True] == "มาตรการตามผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565"
    assert titles[False, False] == "การประเมิน ITA ปีงบประมาณ พ.ศ. 2565"


def test_a_year_is_described_by_what_there_is_of_it() -> None:
    lookup = lookups.of("mueang-pan")
    assert [description("เทศบาล", lookup.years[year]) for year in (2567, 2568, 2569)] == [
        "ITA ปีงบประมาณ พ.ศ. 2567 ของเทศบาล: คะแนนรวม 96.33 ระดับ ผ่านดี มีบทวิเคราะห์ผล",
        "ITA ปีงบประมาณ พ.ศ. 2568 ของเทศบาล: คะแนนรวม 99.37 ระดับ ผ่านดีเยี่ยม มีมาตรการ 15 เรื่อง, รายงาน 1 ฉบับ",
        "ITA ปีงบประมาณ พ.ศ. 2569 ของเทศบาล: ยังไม่มีผลการประเมิน",
    ]
