"""The view of an analysis: in the document's order, with what an editor matched or changed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_site.saying.view.analysis import AnalysisView, analysis
from tests.helpers import lookups

if TYPE_CHECKING:
    from pathlib import Path

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
ANALYSIS = """\
edits:
  - {at: weak_points.1.finding, change: แก้, printed: เดิม, why: พิมพ์ผิด}
  - {at: attachments, change: ไม่นำมา, why: ภาพอ่านไม่ได้}
weak_points:
  - {id: slow-service, about: 6, matched_by: เอกสาร, finding: บริการช้า}
  - {about: 7, finding: สื่อสารน้อย}
findings:
  - {about: 3, finding: ควรรักษามาตรฐาน}
improvements:
  - about: 9
    items: [O1, O2]
    questions:
      - {id: O2, text: ถ้อยคำของเอกสาร, lines: [ประเด็นย่อย]}
"""
MEASURE = "title: บริการ\nanswers: [slow-service, O2]\n"


def of(agency: str, year: int) -> AnalysisView:
    """Return the view of the analysis of a year of a municipality."""
    lookup = lookups.of(agency)
    loaded = lookup.years[year].analysis
    assert loaded is not None
    return analysis(lookup, lookup.years[year], loaded)


def of_text(folder: Path) -> AnalysisView:
    """Return the view of the analysis above."""
    for name, text in {
        "agency.yml": AGENCY,
        "2567/analysis.yml": ANALYSIS,
        "2568/measures/service.yml": MEASURE,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    lookup = lookups.of_data(folder)
    loaded = lookup.years[2567].analysis
    assert loaded is not None
    return analysis(lookup, lookup.years[2567], loaded)


def test_a_change_that_the_analysis_prints_stands_beside_the_computed_one() -> None:
    [change] = of("sam-ruean", 2568).changes
    assert (change.label, change.printed, change.row.change) == ("คะแนนรวม", Decimal("0.78"), Fraction("0.78"))


def test_an_editor_s_words_and_matches_are_marked_and_those_of_the_document_are_not(tmp_path: Path) -> None:
    view = of_text(tmp_path)
    named, unnamed = view.weak_points
    assert [mark.printed for mark in named.marks] == ["เดิม"]
    assert [mark.change for mark in unnamed.marks] == ["จับคู่"]
    assert [mark.change for mark in view.findings[0].marks] == ["จับคู่"]


def test_what_was_left_out_is_told_at_the_head(tmp_path: Path) -> None:
    assert [mark.why for mark in of_text(tmp_path).parts.head_marks] == ["ภาพอ่านไม่ได้"]


def test_items_stand_in_the_words_of_the_document_else_of_the_framework(tmp_path: Path) -> None:
    [row] = of_text(tmp_path).improvements
    first, second = row.items
    assert (first.id, first.printed) == ("O1", False)
    assert first.text
    assert (second.text, second.lines, second.printed) == ("ถ้อยคำของเอกสาร", ("ประเด็นย่อย",), True)


def test_an_improvement_is_followed_up_by_what_answers_an_item_of_it(tmp_path: Path) -> None:
    [row] = of_text(tmp_path).improvements
    assert [each.title for each in row.measures] == ["บริการ"]
    assert row.answered == ("O2",)


def test_the_plan_of_kham_muang_names_three_of_the_items_to_improve() -> None:
    answered = [item for each in of("kham-muang", 2562).improvements for item in each.answered]
    assert answered == ["O17", "O27", "O30"]


def test_improvements_have_the_words_that_the_document_prints() -> None:
    second, third = of("kham-muang", 2562).improvements[1:3]
    assert (second.unnamed, third.unnamed) == ((), ())
    assert (third.items[0].id, third.items[0].text, third.items[0].printed) == (
        "I13",
        "ผู้บังคับบัญชาของท่าน มอบหมายงานแก่ท่านอย่างเป็นธรรม มากน้อยเพียงใด",
        True,
    )
    assert second.items[-1].lines == ("สอบถาม", "ทักท้วง", "ร้องเรียน")
