"""The view of a report: its measures by number, what it says of each, and those it leaves out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.data.model import Origin, Status
from ita_site.ground.addresses import Kind, Subject
from ita_site.judging.chain import NoStatus
from ita_site.saying.view.card import card
from ita_site.saying.view.counts import Count
from ita_site.saying.view.marks import stated_by
from ita_site.saying.view.measures import measures
from ita_site.saying.view.report import report
from ita_site.saying.view.reports import reports
from tests.helpers import lookups

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def test_the_rows_are_by_number_and_their_statuses_are_counted() -> None:
    lookup = lookups.of("mueang-pan")
    view = report(lookup, lookup.years[2568], "annual")
    assert [row.measure.number for row in view.table.rows] == list(range(1, 16))
    assert (view.head.measure_count, view.head.counts) == (15, (Count(NoStatus.WITH_RESULTS, 15),))
    assert not view.table.tells_status, "the same of all fifteen, which the document does not print: said at its head"
    assert view.table.titles[-1] == "ผลลัพธ์ในการดำเนินงาน (Outcome)"
    assert view.unreported_measures == ()


def test_rows_are_sorted_and_what_is_left_out_is_named(project: Callable[[Mapping[str, str | bytes]], Path]) -> None:
    folder = project(
        {
            "data/agency.yml": "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n",
            "data/2568/measures/a.yml": "title: ไม่มีเลข\n",
            "data/2568/measures/b.yml": "title: ข้อสอง\nnumber: 2\n",
            "data/2568/measures/c.yml": "title: ข้อหนึ่ง\nnumber: 1\n",
            "data/2568/measures/d.yml": "title: ไม่อยู่ในรายงาน\n",
            "data/2568/reports/annual.yml": "title: รายงาน\nperiod: ตลอดปีงบประมาณ\n"
            "measures: [{measure: a}, {measure: b}, {measure: c}]\n",
        }
    )
    lookup = lookups.of_data(folder / "data")
    view = report(lookup, lookup.years[2568], "annual")
    assert [row.link.text for row in view.table.rows] == ["ข้อหนึ่ง", "ข้อสอง", "ไม่มีเลข"]
    assert [row.title for row in view.unreported_measures] == ["ไม่อยู่ในรายงาน"]


def test_a_report_without_statuses_and_outcomes_says_so() -> None:
    lookup = lookups.of("ko")
    view = report(lookup, lookup.years[2566], "six-month")
    assert view.head.counts == (Count(NoStatus.UNSTATED, 7), Count(NoStatus.WITH_RESULTS, 2))
    assert view.table.tells_status
    assert not [each for each in view.table.titles if "outcome" in each]


def test_a_change_is_as_the_report_prints_it_beside_the_scores() -> None:
    lookup = lookups.of("mueang-pan")
    total = report(lookup, lookup.years[2568], "annual").changes[0]
    assert (total.printed, total.row.before, total.row.published) == (
        Decimal("3.04"),
        Decimal("96.33"),
        Decimal("99.37"),
    )


def test_lists_beside_the_results_have_their_headings() -> None:
    lookup = lookups.of("ko")
    rows = report(lookup, lookup.years[2566], "six-month").table.rows
    lists = [each for row in rows for each in row.progress.lists]
    assert lists
    assert all(each.title and each.list.lines for each in lists)


def test_a_year_without_reports_or_measures_says_why() -> None:
    lookup = lookups.of("sam-ruean")
    assert reports(lookup, lookup.years[2569]).absence == lookup.years[2569].reasons.reports
    assert reports(lookup, lookup.years[2569]).measure_count == 11
    assert measures(lookup, lookup.years[2568]).absence == lookup.years[2568].reasons.measures
    assert measures(lookups.of("ko"), lookups.of("ko").years[2565]).absence.startswith("ยังไม่มีมาตรการของปี 2565")


def test_the_list_of_measures_names_the_oit_items_that_ask_for_it() -> None:
    lookup = lookups.of("mueang-pan")
    items = measures(lookup, lookup.years[2568]).items
    assert [(row.year, row.item.of_year or row.year) for row in items] == [(2568, 2568)]
    assert items[0].label.startswith("ข้อ ")


REPORT = """title: รายงาน
period: ตลอดปีงบประมาณ
columns:
  - {part: measure, title: มาตรการ}
  - {part: findings, title: วิธีการ}
  - {part: method, title: วิธีการ}
  - {part: owners, title: ผู้รับผิดชอบ}
measures:
  - measure: a
    status: ดำเนินการแล้ว
    percent: 50
    owners: [กองช่าง]
    findings: [{text: ผู้ตอบไม่ทราบ, about: 8}]
    method: [ทบทวน]
    outcome: ประชาชนทราบ
    notes: [อ่านไม่ชัด]
  - measure: b
edits: [{at: measures.1.owners, change: แก้, printed: กองช้าง, why: คำผิด}]
"""


def test_a_report_has_the_columns_of_its_document_and_what_it_says_beside_them(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    folder = project(
        {
            "data/agency.yml": "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n",
            "data/2568/measures/a.yml": "title: ก\nnumber: 1\nowners: [กองคลัง]\nsteps: [ประกาศ]\n",
            "data/2568/measures/b.yml": "title: ข\nnumber: 2\nowners: [กองคลัง]\n",
            "data/2568/reports/annual.yml": REPORT,
        }
    )
    lookup = lookups.of_data(folder / "data")
    table = report(lookup, lookup.years[2568], "annual").table
    assert table.titles == ("มาตรการ", "วิธีการ", "ผู้รับผิดชอบ", "ผลลัพธ์ (outcome)"), "no steps: the report has none"
    first, second = table.rows
    methods = first.columns[1].parts
    assert [each.line.text for part in methods for each in part.list.lines] == [
        "ผู้ตอบไม่ทราบ (ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน)",
        "ทบทวน",
    ]
    assert [part.text for row in (first, second) for part in row.columns[2].parts] == ["กองช่าง", "กองคลัง"]
    assert [mark.printed for mark in first.columns[2].parts[0].marks] == ["กองช้าง"]
    assert (first.progress.percent, first.progress.notes) == (Decimal(50), ("อ่านไม่ชัด",))


def test_a_status_that_an_editor_gives_says_so_where_it_is_counted_and_shared(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    folder = project(
        {
            "data/agency.yml": "name: เทศบาล\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: น่าน\n",
            "data/2568/measures/a.yml": "title: ก\n",
            "data/2568/reports/annual.yml": "title: รายงาน\nperiod: ตลอดปีงบประมาณ\n"
            "measures: [{measure: a, status: ดำเนินการแล้ว}]\n",
        }
    )
    lookup = lookups.of_data(folder / "data")
    year = lookup.years[2568]
    [of_report], [of_list] = report(lookup, year, "annual").head.counts, measures(lookup, year).counts
    assert (of_report.state, of_report.marks) == (Status.DONE, stated_by(Origin.EDITOR))
    assert of_list.marks == stated_by(Origin.EDITOR)
    assert measures(lookup, year).rows[0].status_marks == stated_by(Origin.EDITOR)
    assert card(lookup, Subject(Kind.MEASURE, 2568, "a")).lines == ("สถานะที่ผู้จัดทำเว็บไซต์ระบุ",)
