"""The sentences around charts: what changed, what is lowest, and where a framework stands between two figures."""

from __future__ import annotations

from decimal import Decimal

from ita_site.saying.view import captions
from tests.helpers import lookups


def test_ten_indicators_say_how_many_rose_and_which_is_lowest() -> None:
    lookup = lookups.of("mueang-pan")
    picture = captions.indicators(lookup.years[2568], [lookup.row(2568, each) for each in lookup.indicator_ids(2568)])
    assert picture is not None
    assert picture.label == "แผนภูมิแท่ง คะแนนสิบตัวชี้วัด ปี 2568 เทียบกับปี 2567"
    assert picture.caption == (
        "4 จาก 10 ตัวชี้วัดได้คะแนนสูงกว่าปี 2567",
        "เท่าเดิม 6",
        "ต่ำสุดคือ 7. ประสิทธิภาพการสื่อสาร ได้ 97.19 คะแนน",
    )


def test_totals_tell_the_change_and_mark_the_other_framework() -> None:
    picture = captions.totals(lookups.of("sam-ruean"))
    assert picture is not None
    assert picture.caption[:2] == ("ปี 2568 ได้ 96.79 คะแนน สูงกว่าปี 2567 อยู่ 0.78 คะแนน", "ไม่มีข้อมูลปี 2569")
    assert [each.change for each in picture.years] == ["", "เกณฑ์ปี 2568 เปลี่ยน: ข้อ OIT 35 → 28", ""]
    assert picture.label.endswith("เกณฑ์ปี 2568 เปลี่ยน: ข้อ OIT 35 → 28")


def test_of_more_than_two_years_the_extremes_are_told_with_their_years() -> None:
    values = {2565: Decimal(90), 2566: Decimal(80), 2567: Decimal(90)}
    picture = captions.indicator(values, "9")
    assert picture is not None
    assert picture.caption == (
        "ปี 2567 ได้ 90.00 คะแนน สูงกว่าปี 2566 อยู่ 10.00 คะแนน",
        "ต่ำสุด 80.00 ปี 2566",
        "สูงสุด 90.00 ปี 2565, 2567",
    )


def test_an_indicator_with_one_figure_has_no_small_line() -> None:
    series = captions.sparklines({"1": {2567: Decimal(90), 2568: Decimal(95)}, "2": {2567: None, 2568: Decimal(60)}})
    assert series is not None
    assert (set(series.of), series.low) == ({"1"}, 90)
    assert captions.sparklines({"2": {2567: None, 2568: Decimal(60)}}) is None
