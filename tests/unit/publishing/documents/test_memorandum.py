"""A document that was sent with a memorandum has it in front on paper, and its page says the same."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ita_site.data.model import Digits
from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing import site
from ita_site.publishing.documents.contents import papers as made
from ita_site.publishing.documents.paper import Memorandum, Paper, PaperKind, SectionHeading, Signature
from tests.helpers import lookups, papers, sites

if TYPE_CHECKING:
    from pathlib import Path

MEMO = """
memo:
  division: สำนักปลัด องค์การบริหารส่วนตำบลสามเรือน
  number: อย ๗๑๒๐๑/-
  date: 20 พ.ย. 2568
  subject: ขอความเห็นชอบเอกสาร
  to: นายกองค์การบริหารส่วนตำบลสามเรือน
  background: ตามที่ได้เข้าร่วมการประเมิน
  facts: |-
    จัดทำแล้ว

    จำนวน 2 ฉบับ
  proposal: จึงเรียนมาเพื่อโปรดพิจารณา
  signed_by: นักวิเคราะห์นโยบายและแผน
  attachments:
    - title: เอกสารทั้งฉบับ
      url: https://www.samruean.go.th/2568/1.pdf
"""
OPINIONS = """
opinions:
  - position: ปลัดองค์การบริหารส่วนตำบล
    to: นายกองค์การบริหารส่วนตำบลสามเรือน
    text: เห็นควรอนุมัติ
  - position: นายกองค์การบริหารส่วนตำบลสามเรือน
    unreadable: คำสั่งเขียนด้วยลายมือ
"""
FILES = {
    "2568/analysis.yml": (PaperKind.ANALYSIS, Subject(Kind.ANALYSIS, 2568)),
    "2569/plan.yml": (PaperKind.PLAN, Subject(Kind.PLAN, 2569)),
}


def with_added(folder: Path, text: str, agency: str = "") -> Path:
    data = folder / "data"
    shutil.copytree(sites.AGENCIES["sam-ruean"], data)
    for name in FILES:
        with (data / name).open("a", encoding="utf-8") as file:
            file.write(text)
    with (data / "agency.yml").open("a", encoding="utf-8") as file:
        file.write(agency)
    return data


def paper_of(data: Path, kind: PaperKind) -> Paper:
    found = made(lookups.of_data(data), papers.WEBSITE, papers.NO_HISTORY)
    return next(each for each in found if each.kind is kind)


@pytest.mark.parametrize("name", FILES)
def test_a_memorandum_stands_in_front_with_all_its_parts(tmp_path: Path, name: str) -> None:
    memo = paper_of(with_added(tmp_path, MEMO + OPINIONS), FILES[name][0]).memorandum
    assert memo is not None
    assert (memo.number, memo.day) == ("อย ๗๑๒๐๑/-", "๒๐ พฤศจิกายน ๒๕๖๘")
    assert [title for title, _ in memo.paragraphs] == ["เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา"]
    assert [papers.reading(each) for _, texts in memo.paragraphs for each in texts] == [
        *("ตามที่ได้เข้าร่วมการประเมิน", "จัดทำแล้ว", "จำนวน 2 ฉบับ", "จึงเรียนมาเพื่อโปรดพิจารณา")
    ]
    (enclosed,) = memo.enclosures
    assert (enclosed.text, enclosed.url) == ("เอกสารทั้งฉบับ", "https://www.samruean.go.th/2568/1.pdf")
    assert memo.signature == Signature("", "นักวิเคราะห์นโยบายและแผน")
    assert [(each.position, each.text, each.note) for each in memo.endorsements] == [
        ("ปลัดองค์การบริหารส่วนตำบล", "เห็นควรอนุมัติ", None),
        ("นายกองค์การบริหารส่วนตำบลสามเรือน", None, "คำสั่งเขียนด้วยลายมือ"),
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_memorandum_that_does_not_say_who_signs_has_room_to_sign(tmp_path: Path, name: str) -> None:
    unsigned = MEMO.replace("  signed_by: นักวิเคราะห์นโยบายและแผน\n", "")
    memo = paper_of(with_added(tmp_path, unsigned), FILES[name][0]).memorandum
    assert memo is not None
    assert memo.signature == Signature("", "")


def test_the_day_of_a_paper_is_that_of_its_memorandum(tmp_path: Path) -> None:
    day = paper_of(with_added(tmp_path, MEMO), PaperKind.PLAN).day
    assert day is not None
    assert day.isoformat() == "2025-11-20"


def test_opinions_without_a_memorandum_stand_at_the_end_with_room_to_sign(tmp_path: Path) -> None:
    of_plan = paper_of(with_added(tmp_path, OPINIONS), PaperKind.PLAN)
    assert of_plan.memorandum is None
    heads = [papers.reading(each.words) for each in of_plan.blocks if isinstance(each, SectionHeading)]
    assert "ความเห็นและคำสั่ง" in heads
    assert [each.position for each in of_plan.blocks if isinstance(each, Signature)] == [
        *("ปลัดองค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลสามเรือน")
    ]


def test_the_page_of_each_document_shows_its_memorandum_and_the_opinions_on_it(tmp_path: Path) -> None:
    data = with_added(tmp_path, MEMO + OPINIONS)
    disclosure = f"{MEMO}{OPINIONS}\nitems:\n  - item: O1\n    reply: ไม่มี\n    why: ยังไม่มีข้อมูล\n"
    (data / "2568/disclosure.yml").write_text(disclosure.lstrip(), encoding="utf-8")
    pages = {each.subject: each.content for each in site.build(data).pages}
    for subject in (*(subject for _, subject in FILES.values()), Subject(Kind.DISCLOSURE, 2568)):
        page = pages[subject]
        assert "## บันทึกข้อความ { #memo }" in page
        assert "ตามที่ได้เข้าร่วมการประเมิน" in page
        assert page.index("#memo") < page.index("## ความเห็นและคำสั่ง { #opinions }")
        assert "เห็นควรอนุมัติ" in page


def test_what_an_editor_did_to_a_memorandum_is_a_note_of_it_and_not_of_the_head(tmp_path: Path) -> None:
    data = with_added(tmp_path, MEMO)
    edit = "edits:\n  - at: memo.subject\n    change: แก้\n    printed: ขอความเห็น\n    why: พิมพ์ขาด\n"
    path = data / "2569/plan.yml"
    path.write_text(path.read_text(encoding="utf-8") + edit, encoding="utf-8")
    of_plan = paper_of(data, PaperKind.PLAN)
    assert isinstance(of_plan.memorandum, Memorandum)
    assert of_plan.memorandum.notes == ("แก้โดยผู้จัดทำเว็บไซต์: พิมพ์ขาด (เอกสารพิมพ์ว่า “ขอความเห็น”)",)
    assert "พิมพ์ขาด" not in papers.reading(of_plan.blocks)


def test_an_office_may_have_arabic_digits_on_paper(tmp_path: Path) -> None:
    data = with_added(tmp_path, MEMO, f"\npaper_digits: {Digits.ARABIC.value}\n")
    of_plan = paper_of(data, PaperKind.PLAN)
    assert not of_plan.thai_digits
    assert of_plan.memorandum is not None
    assert of_plan.memorandum.day == "20 พฤศจิกายน 2568"
    assert of_plan.memorandum.number == "อย ๗๑๒๐๑/-", "what a document prints stays as it is typed"
