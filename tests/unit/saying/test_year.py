"""The view of a fiscal year: each part with its figures, or with the reason why it is not there."""

from __future__ import annotations

import shutil
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.judging.chain import NoStatus
from ita_site.saying.view.counts import Count
from ita_site.saying.view.year import year_view
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


def test_a_change_that_the_analysis_prints_stands_beside_the_computed_one() -> None:
    analysis = of("sam-ruean", 2568).analysis
    assert analysis is not None
    [change] = analysis.changes
    assert (change.label, change.printed, change.row.change) == ("คะแนนรวม", Decimal("0.78"), Fraction("0.78"))


def test_improvements_have_the_words_that_the_document_prints() -> None:
    analysis = of("kham-muang", 2562).analysis
    assert analysis is not None
    second, third = analysis.improvements[1:3]
    assert (second.unnamed, third.unnamed) == ((), ())
    assert third.items[0] == "I13 ผู้บังคับบัญชาของท่าน มอบหมายงานแก่ท่านอย่างเป็นธรรม มากน้อยเพียงใด"
    assert second.items[-1].endswith("มากน้อยเพียงใด สอบถาม ทักท้วง ร้องเรียน")
