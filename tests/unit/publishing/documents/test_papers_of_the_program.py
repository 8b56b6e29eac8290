"""The papers that no office writes by hand: the OIT list with its progress, the working of scores, the year's book."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.website import Website
from ita_site.publishing.documents.contents import papers as made
from ita_site.publishing.documents.contents.column_widths import text
from ita_site.publishing.documents.paper import PaperKind, Table
from ita_site.saying import words
from tests.helpers import lookups, papers, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ita_site.publishing.documents.paper import Block, Paper

AGENCIES = sorted(sites.AGENCIES)
AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
LIST = """
items:
  - item: O1
    reply: มี
    owner: สำนักปลัด
    published: 6 ต.ค. 2568
    note: มีทั้งฉบับเต็ม
    evidence:
      - title: แผนผังโครงสร้าง
        url: https://www.example.go.th/structure/2569
        way: [ข้อมูลพื้นฐาน, โครงสร้าง]
      - title: อำนาจหน้าที่
        file: duties.txt
  - item: O2
    reply: ไม่มี
    why: ยังไม่ได้แต่งตั้ง
notes: [กรอกแล้ว 2 ข้อ]
"""


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    return (each for each in blocks if isinstance(each, Table))


def of_list(project: Callable[[Mapping[str, str | bytes]], Path]) -> Paper:
    files: dict[str, str | bytes] = {
        "data/agency.yml": AGENCY,
        "data/2569/disclosure.yml": LIST,
        "data/2569/files/duties.txt": "อำนาจหน้าที่ของเทศบาล",
    }
    found = made(lookups.of_data(project(files) / "data"), papers.WEBSITE, papers.NO_HISTORY)
    return next(each for each in found if each.kind is PaperKind.DISCLOSURE)


def test_an_item_of_the_list_has_all_that_the_form_takes(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    paper = of_list(project)
    (table,) = tables(paper.blocks)
    assert [each.title for each in table.columns] == [*("ข้อ", "สถานะ", "เจ้าของข้อมูล", "หลักฐานและที่อยู่", "หมายเหตุ")]
    first, second = (tuple(papers.plain(text(cell)) for cell in row) for row in table.rows[:2])
    assert first[0].startswith("O1 ")
    assert first[2] == "สำนักปลัด"
    for shown in (
        "2. หน้าแรก › ข้อมูลพื้นฐาน › โครงสร้าง › แผนผังโครงสร้าง https://www.example.go.th/structure/2569",
        "3. อำนาจหน้าที่ https://ita.example.go.th/data/2569/files/duties.txt",
        "https://ita.example.go.th/2569/disclosure/o1/",
    ):
        assert shown in first[3]
    assert first[4] == "มีทั้งฉบับเต็ม เผยแพร่เมื่อ 6 ต.ค. 2568"
    assert second[1:4] == ("ตอบว่าไม่มี", "ไม่ได้ระบุ", "ยังไม่ได้แต่งตั้ง")
    assert "กรอกแล้ว 2 ข้อ" in papers.reading(paper)


def test_a_site_without_an_address_has_none_on_paper() -> None:
    found = made(lookups.of("ko"), Website(), papers.NO_HISTORY)
    (paper,) = (each for each in found if each.kind is PaperKind.DISCLOSURE)
    shown = [text(cell) for table in tables(paper.blocks) for row in table.rows for cell in row]
    assert any("หน้าของข้อนี้" in each for each in shown)
    assert not any("disclosure/" in each for each in shown)


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_list_has_every_item_of_its_year_below_its_sub_indicator(agency: str) -> None:
    lookup = lookups.of(agency)
    for paper in papers.of_kind(agency, PaperKind.DISCLOSURE):
        (table,) = tables(paper.blocks)
        codes = [text(row[0]).split()[0] for row in table.rows]
        assert codes == [each.item.id for each in lookup.oit_answers(paper.year)]
        starts = [index for index, _ in table.groups]
        assert starts == sorted(set(starts))
        assert starts[0] == 0


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_published_score_above_the_items_has_its_row_with_its_verdict(agency: str) -> None:
    lookup = lookups.of(agency)
    for paper in papers.of_kind(agency, PaperKind.COMPUTATION):
        rows = [
            (text(row[0]), row[1].value, text(row[3]))
            for table in tables(paper.blocks)
            for row in table.rows
            if row[1].value is not None
        ]
        for score in lookup.scores.trees[paper.year].walk():
            if score.published is None or score.id.startswith(("I", "E", "O")):
                continue
            verdict = words.verdict(score.verdict) if score.verdict else ""
            assert any(value == score.published and verdict in told for _, value, told in rows), score.id


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_book_of_a_year_has_all_its_papers_in_their_order(agency: str) -> None:
    books = papers.of_kind(agency, PaperKind.YEARBOOK)
    assert len({each.year for each in papers.of(agency)}) == len(books)
    for book in books:
        own = [each for each in papers.of(agency) if each.year == book.year and each is not book]
        assert list(book.parts) == own
        assert not book.blocks
        assert book.day == max((each.day for each in own if each.day), default=None)
        kinds = [*PaperKind]
        assert [kinds.index(each.kind) for each in own] == sorted(kinds.index(each.kind) for each in own)


@pytest.mark.parametrize("agency", AGENCIES)
def test_papers_have_names_of_their_own_and_columns_that_fill_a_sheet(agency: str) -> None:
    names = [each.name for each in papers.of(agency)]
    assert len(set(names)) == len(names)
    for paper in papers.of(agency):
        assert paper.landscape == any(len(each.columns) > 5 for each in tables(paper.blocks))
        for table in tables(paper.blocks):
            assert sum(Decimal(str(each.width)) for each in table.columns) == 100
            assert min(each.width for each in table.columns) >= 4
            assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_same_data_make_the_same_papers(agency: str) -> None:
    again = tuple(made(lookups.of_data(sites.AGENCIES[agency]), papers.WEBSITE, papers.NO_HISTORY))
    assert again == papers.of(agency)


def test_the_cover_of_a_book_says_where_its_office_lies() -> None:
    assert {each.agency for each in papers.of_kind("ko", PaperKind.YEARBOOK)} == {"เทศบาลตำบลก้อ อำเภอลี้ จังหวัดลำพูน"}
