"""What a PDF says beside what is seen: the tree of tags that is read aloud, its title and language, links, outline.

veraPDF is in no package registry, so PDF/UA-1 and PDF/A-2a rest on Typst, which refuses to write what breaks them, and
on what is looked at here.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.paper import SectionHeading, Words
from ita_site.publishing.documents.pdf import as_pdf, typesetting
from tests.helpers import made_files
from tests.helpers.made_papers import BOOK, COLUMNS, MARK, PAPER, ROWS, TABLE, URL

if TYPE_CHECKING:
    from collections.abc import Iterator

PDF = as_pdf(replace(PAPER, emblem=made_files.picture("png")), mark=MARK)
READER = PdfReader(io.BytesIO(PDF))
ROOT: Any = READER.trailer["/Root"]


def elements(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - an object of a PDF
    """Yield the elements of a tree of tags in the order of reading."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for each in node:
            yield from elements(each)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield cast("dict[str, Any]", node)
        if "/K" in node:
            yield from elements(node["/K"])


def kinds(pdf: bytes) -> list[str]:
    """Return the kinds of elements of a PDF in the order of reading."""
    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    return [str(each["/S"]) for each in elements(root["/StructTreeRoot"]["/K"])]


TAGS = list(elements(ROOT["/StructTreeRoot"]["/K"]))
KINDS = Counter(str(each["/S"]) for each in TAGS)


def attributes(element: dict[str, Any], name: str) -> list[str]:
    """Return an attribute of an element from each of its owners."""
    owners = element.get("/A", [])
    listed = owners if isinstance(owners, ArrayObject) else [owners]
    return [str(owner.get_object()[name]) for owner in listed if name in owner.get_object()]


def test_it_says_its_title_its_language_its_author_and_what_it_keeps() -> None:
    about = READER.metadata
    assert about is not None
    assert (about.title, about.author) == (PAPER.title, PAPER.agency)
    assert ROOT["/Lang"] == "th-TH"
    assert ROOT["/MarkInfo"]["/Marked"]
    assert ROOT["/ViewerPreferences"]["/DisplayDocTitle"]
    kept = ROOT["/Metadata"].get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", kept)
    assert re.search(r"<pdfaid:part>2</pdfaid:part>.*<pdfaid:conformance>A</pdfaid:conformance>", kept, re.DOTALL)


def test_its_date_is_that_of_the_data_and_no_other() -> None:
    assert set(re.findall(rb"D:\d+Z?", PDF)) == {b"D:20250828000000Z"}
    undated = as_pdf(replace(PAPER, day=None))
    assert set(re.findall(rb"D:\d+Z?", undated)) == {b"D:20250930000000Z"}, "the last day of fiscal year 2568"


def test_the_same_paper_is_the_same_bytes() -> None:
    typesetting.compiler.cache_clear()
    assert as_pdf(replace(PAPER, emblem=made_files.picture("png")), mark=MARK) == PDF


def test_every_font_is_in_the_file() -> None:
    for page in READER.pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            (below,) = font["/DescendantFonts"]
            descriptor = below.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
            assert "Sarabun" in descriptor["/FontName"]


def test_a_table_over_many_sheets_is_one_table_whose_header_row_is_read_once() -> None:
    assert (KINDS["/Table"], KINDS["/THead"]) == (1, 1)
    columns = [each for each in TAGS if each["/S"] == "/TH" and attributes(each, "/Scope") == ["/Column"]]
    assert len(columns) == len(COLUMNS) + len(TABLE.groups)
    assert KINDS["/TR"] == 1 + ROWS + len(TABLE.groups)


def test_the_first_cell_of_each_row_is_its_header() -> None:
    rows = [[cell.get_object() for cell in each["/K"]] for each in TAGS if each["/S"] == "/TR"]
    heads, *below = rows
    assert {(cell["/S"], *attributes(cell, "/Scope")) for cell in heads} == {("/TH", "/Column")}
    of_data = [row for row in below if len(row) == len(COLUMNS)]
    assert len(of_data) == ROWS
    assert {(row[0]["/S"], *attributes(row[0], "/Scope")) for row in of_data} == {("/TH", "/Row")}
    assert {cell["/S"] for row in of_data for cell in row[1:]} == {"/TD"}
    groups = [row for row in below if len(row) == 1]
    wide = [(row[0]["/S"], attributes(row[0], "/ColSpan"), attributes(row[0], "/Scope")) for row in groups]
    assert wide == [("/TH", [str(len(COLUMNS))], ["/Column"])] * 2


def test_the_table_of_places_is_right() -> None:
    """A strict reader looks every object up where the file says it is, and poppler has nothing to repair."""
    strict = PdfReader(io.BytesIO(PDF), strict=True)
    assert len(strict.pages) == len(READER.pages)
    for number, place in strict.xref[0].items():
        assert PDF[place:].startswith(b"%d 0 obj" % number)
    assert b"".join(re.findall(rb"startxref\n(\d+)\n%%EOF\Z", PDF)) == b"%d" % PDF.rindex(b"xref\n0 ")


def test_lists_stand_in_lists() -> None:
    assert KINDS["/L"] >= 3
    assert KINDS["/LI"] == KINDS["/Lbl"] == KINDS["/LBody"]


@pytest.mark.parametrize("paper", [PAPER, BOOK, replace(PAPER, memorandum=None)], ids=["memorandum", "book", "paper"])
def test_headings_leave_out_no_level(paper: Any) -> None:  # noqa: ANN401 - a paper
    levels = [int(kind[2:]) for kind in kinds(as_pdf(paper)) if re.fullmatch("/H[1-6]", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    deep = replace(paper, blocks=(SectionHeading(3, (Words("ลึก"),)), *paper.blocks))
    assert as_pdf(deep)


def test_pictures_say_what_they_show() -> None:
    figures = [each for each in TAGS if each["/S"] == "/Figure"]
    assert [each["/Alt"] for each in figures] == [PAPER.agency], "what is at the foot of each sheet is not read aloud"


def test_links_lead_to_addresses_and_to_notes() -> None:
    found: list[Any] = [each.get_object() for page in READER.pages for each in page.get("/Annots", [])]
    addresses = [each["/A"]["/URI"] for each in found if "/URI" in each.get("/A", {})]
    assert addresses == [URL]
    assert len(found) == 1 + 3, "three notes"
    assert all(each.get("/Contents") for each in found), "PDF/UA: a link says where it leads"


def test_the_outline_names_the_sections() -> None:
    titles = [each.title for each in READER.outline if not isinstance(each, list)]
    assert titles == ["บันทึกข้อความ", "บทนำ", "ผู้จัดทำ", "หมายเหตุ"]


@pytest.mark.parametrize("library", ["typst", "segno"])
def test_an_absent_engine_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    typesetting.compiler.cache_clear()
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra) as told:
        as_pdf(PAPER, mark=MARK)
    assert (told.value.extra, told.value.library) == ("documents", library)
