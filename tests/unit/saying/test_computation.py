"""How scores are computed: each sum with its terms, what it gives, and why there is none where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.view.computation import ComputationView, computation, known_parts
from tests.helpers import lookups

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.saying.view.lookup import Lookup


def of(lookup: Lookup, year: int) -> ComputationView:
    result = lookup.years[year].result
    assert result is not None
    return computation(lookup, year, result.record)


def test_a_total_is_the_sum_of_three_instruments_by_weight() -> None:
    (total,) = of(lookups.of("mueang-pan"), 2568).total.scores
    assert (total.title, total.anchor) == ("คะแนนรวม", "total")
    assert total.formula == "100.00 × 30% + 97.9067… × 30% + 100.00 × 40%"
    assert total.result == "99.372"
    assert [term.figure for term in total.terms] == ["100.00 × 30%", "97.9067… × 30%", "100.00 × 40%"]
    assert {term.origin for term in total.terms} == {"คำนวณ"}


def test_every_group_is_of_one_thing_and_has_an_anchor_of_its_own() -> None:
    view = of(lookups.of("kham-muang"), 2562)
    groups = (*view.indicators, *view.subindicators)
    assert len({group.anchor for group in groups}) == len(groups) > 3
    assert [group.about[:3] for group in view.indicators] == ["IIT", "EIT", "OIT"]
    anchors = [score.anchor for group in groups for score in group.scores]
    assert len(set(anchors)) == len(anchors)


def test_what_is_proven_of_figures_is_counted_apart_from_the_items() -> None:
    view = of(lookups.of("sam-ruean"), 2568)
    assert {each.state.value: each.count for each in view.counts} == {"proven": 11, "unchecked": 3}
    assert view.items == 33


def test_without_any_part_there_is_nothing_below_the_total() -> None:
    lookup = lookups.of("ko")
    view = of(lookup, 2565)
    assert known_parts(lookup, 2565) == ()
    assert (view.instruments, view.indicators, view.subindicators) == (None, (), ())
    assert view.total.scores[0].why_not == "ประกาศคะแนนของส่วนประกอบไม่ครบ"


def test_an_instrument_without_indicators_has_no_group_of_them(tmp_path: Path) -> None:
    files = {
        "frameworks/2560.yml": """
year: 2560
provenance: {certainty: ยืนยันด้วยเอกสาร}
instruments:
  - {id: IIT, name: แบบวัดภายใน, weight: 50}
  - {id: EIT, name: แบบวัดภายนอก, weight: 50}
indicators:
  - {id: 1, name: การบริการ, instrument: EIT}
""",
        "2560/result.yml": "total: 90\nindicators: [{id: 1, score: 90}]\n",
        "agency.yml": "name: เทศบาลตำบลน้ำใส\nkind: เทศบาลตำบล\nprovince: ลำปาง\n",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    view = of(lookups.of_data(tmp_path), 2560)
    assert [group.about for group in view.indicators] == ["EIT แบบวัดภายนอก"]
    assert view.instruments is not None
    assert len(view.instruments.scores) == 2
