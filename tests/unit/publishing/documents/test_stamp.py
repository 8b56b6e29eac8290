"""The digest on a printed paper: the same for the same words, another as soon as one of them is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_site.ground.website import Website
from ita_site.publishing.documents import stamp
from ita_site.publishing.documents.paper import BodyText, Cell, Paper, PaperKind, Signature, Table, TableColumn, Words

CELL = Cell((BodyText((Words("99.37"),)),), Decimal("99.37"))
TABLE = Table("คะแนน", (TableColumn("คะแนน", 100, of_figures=True),), ((CELL,),))
PAPER = Paper(
    kind=PaperKind.PLAN,
    year=2568,
    name="plan-2568",
    title="แผน",
    agency="เทศบาลตำบลตัวอย่าง",
    address="2568/plan/",
    day=date(2025, 8, 28),
    memorandum=None,
    blocks=(BodyText((Words("ก"), Words("ข"))), TABLE),
)
SIGNATURE = Signature("ผู้จัดทำ", "นิติกร", name="ก ข", day="๑ ตุลาคม ๒๕๖๘")


def changed(cell: Cell) -> Paper:
    return replace(PAPER, blocks=(PAPER.blocks[0], replace(TABLE, rows=((cell,),))))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(PAPER, year=2569), id="year"),
        pytest.param(replace(PAPER, agency="เทศบาลตำบลอื่น"), id="agency"),
        pytest.param(changed(replace(CELL, value=Decimal("99.36"))), id="figure"),
        pytest.param(changed(Cell((BodyText((Words("99.38"),)),), CELL.value)), id="written figure"),
        pytest.param(replace(PAPER, blocks=(BodyText((Words("กข"),)), TABLE)), id="other words"),
        pytest.param(replace(PAPER, blocks=PAPER.blocks[::-1]), id="order"),
        pytest.param(replace(PAPER, blocks=(BodyText((Words("ก", notes=("แก้",)), Words("ข"))), TABLE)), id="note"),
    ],
)
def test_a_paper_that_says_something_else_has_another_digest(other: Paper) -> None:
    assert stamp.paper_digest(other) != stamp.paper_digest(PAPER)


@pytest.mark.parametrize("other", [replace(SIGNATURE, name="ค ง"), replace(SIGNATURE, day="๒ ตุลาคม ๒๕๖๘")])
def test_who_signs_and_when_is_said_by_a_paper(other: Signature) -> None:
    signed, otherwise = (replace(PAPER, blocks=(*PAPER.blocks, each)) for each in (SIGNATURE, other))
    assert stamp.paper_digest(signed) != stamp.paper_digest(otherwise)


def test_a_paper_that_is_laid_out_anew_keeps_its_digest() -> None:
    wider = replace(TABLE, columns=(replace(TABLE.columns[0], width=50),))
    looks = replace(PAPER, day=None, changed=date(2026, 1, 2), landscape=True, blocks=(PAPER.blocks[0], wider))
    assert stamp.paper_digest(looks) == stamp.paper_digest(PAPER)


def test_the_mark_leads_to_the_page_that_speaks_of_this_paper() -> None:
    mark = stamp.mark(PAPER, Website("https://www.example.go.th/ita/"))
    assert mark is not None
    groups = mark.digest.split(" ")
    assert [len(each) for each in groups] == [4, 4, 4]
    assert mark.url == f"https://www.example.go.th/ita/2568/plan/#paper-{''.join(groups)}"


def test_a_website_without_an_address_has_no_marks() -> None:
    assert stamp.mark(PAPER, Website()) is None
