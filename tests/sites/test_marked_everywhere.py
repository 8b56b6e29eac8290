"""What an editor did to a score, a level or a report is said wherever that is shown: pages, pictures, the feed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.addresses import Kind, Subject
from ita_site.publishing import site
from ita_site.saying.view.card import card
from ita_site.saying.view.feed import feed_entries
from tests.helpers import lookups, sites

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.helpers.sites import Element

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"


def edits(**printed: str) -> str:
    """Return the edits of a file: each place was put right, and this is what is printed there."""
    lines = (
        f"  - {{at: {at.replace('_', '.')}, change: แก้, printed: {text}, why: อ่านจากภาพ}}"
        for at, text in printed.items()
    )
    return "\n".join(["edits:", *lines, ""])


def _indicator(number: int) -> int:
    """Return the whole points of an indicator, such that no mean of them is one of them."""
    return 10 + number * number % 79


def result(year: int) -> str:
    """Return a result whose every figure stands nowhere else, and was put right by the editor."""
    last = year % 10
    scores = {
        "instruments": (f"{{id: IIT, score: 62.0{last}}}", f"{{id: OIT, score: 63.0{last}}}"),
        "indicators": tuple(f"{{id: {number}, score: {_indicator(number)}.5{last}}}" for number in range(1, 11)),
        "subindicators": (f"{{id: 9.1, score: 66.0{last}}}",),
        "items": (f"{{id: O1, score: 67.0{last}}}",),
    }
    lists = "".join(f"{name}: [{', '.join(each)}]\n" for name, each in scores.items())
    places = {f"{name}_{place}": "6" for name, each in scores.items() for place in range(1, len(each) + 1)}
    return f"total: 61.0{last}\nlevel: ระดับที่{last}\nranking: [9, 4]\n{lists}{edits(total='1', level='ดี', **places)}"


FILES = {
    "agency.yml": AGENCY,
    "2567/result.yml": result(2567),
    "2567/analysis.yml": "weak_points: [{about: 9, matched_by: เอกสาร}]\nstrengths: [{about: 4, matched_by: เอกสาร}]\n",
    "2568/result.yml": result(2568),
    "2568/analysis.yml": "summary: ดี\n",
    "2568/measures/lending.yml": "title: การยืม\nanswers: [4, 9]\nmatched_by: เอกสาร\nsteps: [ก]\nowners: [กองคลัง]\n",
    "2568/reports/annual.yml": (
        "title: รายงานประจำปี\nperiod: ตลอดปีงบประมาณ\nsummary: สรุปความ\n"
        "changes: {total: 1.00, indicators: [{id: 4, change: 1}]}\n"
        "measures: [{measure: lending, status: ดำเนินการแล้ว, output: [ข]}]\n" + edits(summary="สรุป", title="รายงาน")
    ),
}
FIGURES = {
    *(f"{kind}.0{year}" for kind in (61, 62, 63, 66, 67) for year in (7, 8)),
    *(f"{_indicator(number)}.5{year}" for number in range(1, 11) for year in (7, 8)),
}
SHOWN = re.compile(rf"(?<![\d.])(?:{'|'.join(map(re.escape, sorted(FIGURES)))})(?![\d.])|ระดับที่[78]|สรุปความ")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edited") / "data"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_every_figure_that_was_put_right_carries_its_mark(data: Path) -> None:
    bare: list[tuple[str, str]] = []
    marked: set[str] = set()
    for page in site.build(data).pages:
        for found, is_marked in _shown(sites.parse(page.body.fill(page.body.markdown))):
            if is_marked:
                marked.add(found)
            else:
                bare.append((page.address, found))
    assert bare == []
    assert marked == FIGURES | {"ระดับที่7", "ระดับที่8", "สรุปความ"}


def _shown(element: Element) -> Iterator[tuple[str, bool]]:
    """Yield each value that a part of a page shows, and whether a mark comes after it before the next one does."""
    pieces = list(_pieces(element))
    for place, piece in enumerate(pieces):
        for found in SHOWN.findall(piece):
            after = piece.rpartition(found)[2]
            for each in (after, *pieces[place + 1 :]):
                if each == "*mark*":
                    yield found, True
                    break
                if SHOWN.search(each) or each in {"*cell*", "*block*"}:
                    yield found, False
                    break


def _pieces(element: Element) -> Iterator[str]:
    """Yield the texts, marks and ends of a page, without charts and sums: their figures stand beside them once more."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif "ita-mark" in child.attributes.get("class", ""):
            yield "*mark*"
        elif (
            child.tag != "figcaption"
            and child.attributes.get("role") != "img"
            and child.attributes.get("class") != "ita-sum"
        ):
            yield from _pieces(child)
            if child.tag in {"td", "th", "li", "dd", "p", "tr"}:
                yield "*cell*"


def test_the_feed_says_in_words_what_the_editor_did(data: Path) -> None:
    summaries = {entry.address: entry.summary for entry in feed_entries(lookups.of_data(data))}
    assert "แก้โดยผู้จัดทำเว็บไซต์: อ่านจากภาพ (เอกสารพิมพ์ว่า “1”)" in summaries["2568/"]
    assert "แก้โดยผู้จัดทำเว็บไซต์: อ่านจากภาพ (เอกสารพิมพ์ว่า “ดี”)" in summaries["2568/"]
    assert "ผู้จัดทำเว็บไซต์ระบุจากผลที่รายงาน" in summaries["2568/plan/"]
    assert "(เอกสารพิมพ์ว่า “สรุป”)" in summaries["2568/reports/annual/"]
    assert "ผู้จัดทำเว็บไซต์" not in summaries["2567/analysis/"]


def test_the_picture_of_a_report_says_whose_its_statuses_are(data: Path) -> None:
    shown = card(lookups.of_data(data), Subject(Kind.REPORT, 2568, "annual"))
    assert shown.lines == ("มาตรการในรายงาน", "ดำเนินการแล้ว 1 (สถานะที่ผู้จัดทำเว็บไซต์ระบุ)")
