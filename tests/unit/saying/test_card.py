"""What the picture of a shared link shows of each kind of page."""

from __future__ import annotations

import pytest

from ita_site.ground.addresses import Kind, Subject
from ita_site.saying.view.card import Card, card
from tests.helpers import lookups

INDICATOR = Card("ตัวชี้วัดที่ 8", "การปรับปรุงการทำงาน", "97.96", ("คะแนนปี 2568", "เพิ่มขึ้น 12.18 จากปี 2567"))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (Subject(Kind.INDICATOR, 2568, "8"), INDICATOR),
        (Subject(Kind.INDICATOR_HISTORY, id="8"), INDICATOR),
        (
            Subject(Kind.COMPARISON, 2568, before=2567),
            Card("ผลการประเมิน ITA", "ปี 2567 เทียบกับปี 2568", "+3.04", ("ปี 2567 ได้ 96.33", "ปี 2568 ได้ 99.37")),
        ),
        (
            Subject(Kind.REPORT, 2568, "annual"),
            Card(
                "รายงานผลการดำเนินการ ปีงบประมาณ พ.ศ. 2568",
                "1 ต.ค. 2567 – 30 ก.ย. 2568",
                "15",
                ("มาตรการในรายงาน", "มีผลในรายงาน ไม่ได้ระบุสถานะ 15"),
            ),
        ),
        (None, Card("ผลการประเมิน ITA มาตรการ และรายงาน", "ความโปร่งใสของหน่วยงาน", "ปี 2567–2569")),
    ],
    ids=["indicator", "history", "comparison", "report", "by-hand"],
)
def test_a_card_says_what_the_page_is_about(subject: Subject | None, expected: Card) -> None:
    assert card(lookups.of("mueang-pan"), subject) == expected


def test_a_year_without_a_result_says_so_and_a_list_has_its_years_card() -> None:
    lookup = lookups.of("sam-ruean")
    shown = card(lookup, Subject(Kind.YEAR, 2569))
    assert (shown.figure, shown.lines) == ("ยังไม่มีผลการประเมิน", ())
    assert card(lookup, Subject(Kind.MEASURES, 2569)) == shown


def test_all_figures_of_a_card_are_written_in_thai_digits() -> None:
    assert INDICATOR.with_thai_digits().text == ("ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน ๙๗.๙๖ คะแนนปี ๒๕๖๘ เพิ่มขึ้น ๑๒.๑๘ จากปี ๒๕๖๗")
