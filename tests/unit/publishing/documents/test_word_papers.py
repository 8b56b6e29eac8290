"""A paper as Word file: all its text, in the form of official papers, the same bytes each time."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ita_site.publishing.documents import form
from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.paper import BodyText, Memorandum, PageBreak, Signature, Words
from ita_site.publishing.documents.word import as_docx
from tests.helpers import attacks, made_files, papers, sites, word_files
from tests.helpers.paper_samples import MARK, paper, table, text

if TYPE_CHECKING:
    from pathlib import Path

BODY, MEMORANDUM = 1, 0
"""The sections of a paper with a memorandum."""


@pytest.fixture(scope="module")
def written() -> bytes:
    return as_docx(paper(), None, MARK)


@pytest.mark.parametrize("agency", sorted(sites.AGENCIES))
def test_every_text_of_a_paper_stands_in_its_word_file(agency: str) -> None:
    for each in papers.of(agency):
        found = "\n".join(papers.plain(line) for line in word_files.lines(word_files.opened(as_docx(each)).element))
        said = [text for part in (each.memorandum, each.blocks, each.title) for text in papers.texts(part)]
        assert [one for one in said for line in one.split("\n") if papers.plain(line) not in found] == []


def test_the_same_paper_makes_the_same_bytes(written: bytes) -> None:
    assert as_docx(paper(), None, MARK) == written
    assert {each.day for each in [paper()]} == {date(2026, 3, 15)}
    told = word_files.opened(written).core_properties
    assert (told.title, told.author, told.created.date() if told.created else None) == (
        paper().title,
        paper().agency,
        date(2026, 3, 15),
    )


def test_a_paper_without_a_day_tells_no_day_of_today() -> None:
    told = word_files.opened(as_docx(replace(paper(), day=None))).core_properties
    assert told.created is not None
    assert told.created.year == 2000


def test_the_memorandum_has_the_measures_of_form_29(written: bytes) -> None:
    document = word_files.opened(written)
    upright = document.sections[MEMORANDUM]
    sheet = [round(length.mm, 1) for length in (upright.page_width, upright.page_height) if length]
    margins = [round(length.mm, 1) for length in (upright.left_margin, upright.right_margin) if length]
    assert (sheet, margins) == ([210, 297], [30, 20])

    title, division, number, subject, *_ = document.paragraphs
    style = document.styles["Paper Memorandum"]
    assert (title.text, title.style) == ("บันทึกข้อความ", style)
    assert style.font.size is not None
    assert (style.font.size.pt, style.font.bold, style.paragraph_format.line_spacing.pt) == (29, True, 35)
    assert style.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    for line, label in ((division, "ส่วนราชการ"), (number, "ที่"), (subject, "เรื่อง")):
        assert (line.runs[0].text, line.runs[0].font.size, line.runs[0].font.bold) == (label, Pt(20), True)
        assert line.runs[-1].text == "\t"
        assert {run.underline for run in line.runs[1:] if run.font.superscript is None and run.text.strip(" ") == "\t"}
        stops = [stop.position.mm for stop in line.paragraph_format.tab_stops]
        assert round(stops[-1]) == 160
    assert not document.element.body[0].findall(f".//{qn('w:pBdr')}"), "no rule parts head and text"

    anchor = document.element.body[0].find(f".//{{{_DRAWING}}}anchor")
    assert anchor is not None
    places = [int(each.text) / 36000 for each in anchor.iter(f"{{{_DRAWING}}}posOffset")]
    high = int(anchor.find(f"{{{_DRAWING}}}extent").get("cy")) / 36000
    assert ([round(each, 1) for each in places], round(high, 1)) == ([0, 15], 15)


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


@pytest.mark.parametrize(
    ("size", "orientation", "expected"),
    [
        pytest.param((80, 100), 1, (12, 15), id="upright"),
        pytest.param((1000, 100), 1, (45, 4.5), id="wide"),
        pytest.param((2000, 3), 1, (45, 0.0675), id="a line"),
        pytest.param((3, 2000), 1, (0.0225, 15), id="a line upright"),
        pytest.param((100, 80), 6, (12, 15), id="camera turned"),
    ],
)
def test_an_emblem_of_any_size_keeps_its_shape_and_does_not_run_into_the_title(
    size: tuple[int, int], orientation: int, expected: tuple[float, float]
) -> None:
    picture = made_files.picture("jpeg", size, orientation=orientation)
    document = word_files.opened(as_docx(replace(paper(), emblem=picture)))
    extent = next(document.element.iter(qn("wp:extent")))
    wide, high = (int(extent.get(each)) / Mm(1) for each in ("cx", "cy"))
    assert (wide, high) == pytest.approx(expected, rel=0.01, abs=0.05)


def test_without_an_emblem_its_place_stays_blank() -> None:
    document = word_files.opened(as_docx(replace(paper(), emblem=None)))
    assert not list(document.element.iter(qn("w:drawing")))
    assert document.paragraphs[0].text == "บันทึกข้อความ"


def test_thai_letters_have_their_font_size_and_weight(written: bytes) -> None:
    styles = word_files.opened(written).styles.element
    fonts = styles.find(f".//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs")} == {form.FONTS[0]}
    assert styles.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "th-TH"
    for each in styles.iter(qn("w:rPr")):
        sizes = [each.find(qn(f"w:{name}")) for name in ("sz", "szCs")]
        assert len({None if size is None else size.get(qn("w:val")) for size in sizes}) == 1
        assert (each.find(qn("w:b")) is None) == (each.find(qn("w:bCs")) is None)
    for each in word_files.opened(written).element.iter(qn("w:rPr")):
        assert (each.find(qn("w:b")) is None) == (each.find(qn("w:bCs")) is None)


def test_tables_keep_their_widths_and_repeat_their_head(written: bytes) -> None:
    document = word_files.opened(written)
    section = document.sections[BODY]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    width = section.page_width - section.left_margin - section.right_margin
    grid = next(each for each in document.element.iter(qn("w:tbl")) if each.find(f".//{qn('w:tblHeader')}") is not None)
    columns = [int(each.get(qn("w:w"))) for each in grid.iter(qn("w:gridCol"))]
    first, group, *rows = grid.findall(qn("w:tr"))
    assert abs(sum(columns) - width / 635) < len(columns), "635 of the library's units are a twip"
    assert first.find(f".//{qn('w:tblHeader')}") is not None
    assert [group.find(f".//{qn('w:gridSpan')}").get(qn("w:val")), word_files.written(group)] == [
        "8",
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
    ]
    for row in rows:
        if len(cells := [int(each.get(qn("w:w"))) for each in row.iter(qn("w:tcW"))]) == len(columns):
            assert cells == columns
    whole = [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows]
    assert whole.index(False) == 5, "the long row breaks between sheets"
    assert whole.count(False) == 1
    assert "=1+1" in word_files.written(rows[0])


def test_a_table_begins_on_the_sheet_of_what_introduces_it() -> None:
    bare = replace(paper(), memorandum=None, blocks=(text("วิธีคำนวณ"), replace(table(3), caption="")))
    grid = next(word_files.opened(as_docx(bare)).element.iter(qn("w:tbl")))
    head = grid.find(qn("w:tr"))
    for paragraph in (grid.getprevious(), *head.iter(qn("w:p"))):
        assert paragraph.find(f".//{qn('w:keepNext')}") is not None


def test_a_sheet_on_its_side_is_bound_at_the_same_edge(written: bytes) -> None:
    document = word_files.opened(written)
    upright, across = document.sections[MEMORANDUM], document.sections[BODY]
    assert (across.page_width, across.page_height) == (upright.page_height, upright.page_width)
    margins = [
        round(length.mm) if length else 0
        for length in (across.top_margin, across.bottom_margin, across.left_margin, across.right_margin)
    ]
    wanted = [form.LANDSCAPE_TOP, form.LANDSCAPE_BOTTOM, form.LANDSCAPE_LEFT, form.LANDSCAPE_RIGHT]
    assert margins == wanted
    stays = word_files.opened(as_docx(paper(landscape=False))).sections[BODY]
    assert (stays.page_width, stays.left_margin) == (upright.page_width, upright.left_margin)


def test_pages_are_numbered_from_the_second_on_with_the_digits_of_the_paper(written: bytes) -> None:
    document = word_files.opened(written)
    head = document.sections[BODY].header
    assert " PAGE " in [each.text for each in head.part.element.iter(qn("w:instrText"))]
    assert [section.different_first_page_header_footer for section in document.sections] == [True, True]
    assert [each.get(qn("w:fmt")) for each in document.element.iter(qn("w:pgNumType"))] == ["thaiNumbers"] * 2
    arabic = word_files.opened(as_docx(replace(paper(), thai_digits=False)))
    assert {each.get(qn("w:fmt")) for each in arabic.element.iter(qn("w:pgNumType"))} == {None}


def test_notes_are_numbered_as_they_come_and_told_at_the_end(written: bytes) -> None:
    lines = list(word_files.lines(word_files.opened(written).element))
    assert lines[-3:] == ["หมายเหตุ", "๑ วันที่ในต้นฉบับพิมพ์ย่อ", "๒ แก้คำผิด “เผยแพร่”"]
    raised = [
        word_files.written(each.getparent().getparent())
        for each in word_files.opened(written).element.iter(qn("w:vertAlign"))
    ]
    assert len(raised) == 3, "of the memorandum, of the introduction, of the table: the last two are one note"


def test_who_signs_finds_dots_or_the_name_on_the_sheet_of_the_text() -> None:
    document = word_files.opened(as_docx(paper()))
    lines = list(word_files.lines(document.element))
    at = lines.index("ผู้เห็นชอบ")
    assert lines[at + 1].startswith("(ลงชื่อ)....")
    assert lines[at + 2].startswith("(....")
    assert lines[at + 3] == "ปลัดเทศบาล"
    assert "(นายตัวอย่าง)" in lines
    for grid in document.element.iter(qn("w:tbl")):
        if "(ลงชื่อ)" in "".join(word_files.lines(grid)):
            before = grid.getprevious()
            assert before.find(f".//{qn('w:keepNext')}") is not None
            assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in grid.iter(qn("w:tr")))


def test_the_foot_leads_to_the_page(written: bytes) -> None:
    section = word_files.opened(written).sections[MEMORANDUM]
    said = "\n".join(word_files.lines(section.first_page_footer.part.element))
    assert MARK.url in said
    assert MARK.digest in said
    assert len(list(section.first_page_footer.part.element.iter(qn("w:drawing")))) == 1
    assert MARK.url in "\n".join(word_files.lines(section.footer.part.element))
    bare = word_files.opened(as_docx(paper())).sections[MEMORANDUM]
    assert list(word_files.lines(bare.first_page_footer.part.element)) == []
    assert not list(bare.first_page_footer.part.element.iter(qn("w:drawing")))


def test_a_break_begins_a_new_sheet_also_before_a_table() -> None:
    for block in (text("ต่อ"), table(1), Signature("", "ปลัด")):
        bare = replace(paper(), memorandum=None, blocks=(text("ก่อน"), PageBreak(), block))
        body = word_files.opened(as_docx(bare)).element.body
        breaks = list(body.iter(qn("w:pageBreakBefore")))
        assert len(breaks) == 1
        assert "ก่อน" not in word_files.written(breaks[0].getparent().getparent())


LIKE_MARKUP = (
    "{{ 7*7 }}",
    "{% for a in b %}",
    "{# ซ่อน #}",
    "{_{ x }_}",
    "{_%",
    "{{p body }}",
    "</w:t></w:r></w:p>",
    "<w:br/>",
    "&lt;b&gt; & &amp;",
    "]]>",
    "\ue000body\ue001",
    "${x}",
    "a\x0bb\x00c",
    "  สองช่อง  ",
)


HOSTILE = (*LIKE_MARKUP, *(each.payload for each in attacks.load(*attacks.TYPED)))


def letters(said: str) -> str:
    """Return what of a text a reader sees: no blanks, no letter that XML cannot have or that stands for it."""
    return "".join(char for char in said if char.isprintable() and char not in " \ue000\ue001\ufffd")


def test_whatever_a_text_holds_stays_text(tmp_path: Path) -> None:
    """In the passages that are built, and in the fields that a template fills in: all of them at once in each."""
    many = " ".join(HOSTILE)
    memo = Memorandum(many, many, many, many, many, ((many, (text(many),)),), (Words(many),), None, ())
    said = (*map(text, HOSTILE), *(BodyText((Words("ทาง", url=each),)) for each in HOSTILE))
    attacked = replace(paper(many, landscape=False), agency=many, memorandum=memo, blocks=said)
    own = word_files.template(tmp_path / "a.docx", "{{ title }}", "{{ subject }}", "{{ body }}")
    built, filled = (word_files.opened(as_docx(attacked, each)) for each in (None, own))
    found = [letters(line) for line in word_files.lines(built.element)]
    assert [each for each in HOSTILE if letters(each) not in found] == []
    assert sum(letters(many) in line for line in found) >= 8
    assert [letters(each.text) for each in filled.paragraphs[:2]] == [letters(many)] * 2
    for document in (built, filled):
        links = {each.target_ref.split(":")[0].lower() for each in document.part.rels.values() if each.is_external}
        assert links <= {"http", "https", "mailto", "tel"}
        assert len(document.sections) == (2 if document is built else 1), "no text is a passage"


@pytest.mark.parametrize("library", ["docxtpl", "segno"])
def test_without_the_extra_it_says_which_is_missing(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra) as told:
        as_docx(paper(), None, MARK)
    assert (told.value.extra, told.value.library) == ("documents", library)


def test_a_book_has_a_cover_contents_and_all_its_papers_numbered_throughout() -> None:
    parts = (paper("ฉบับแรก"), replace(paper("ฉบับที่สอง"), memorandum=None, landscape=False))
    book = replace(paper("รวมเอกสาร ปีงบประมาณ พ.ศ. ๒๕๖๙"), memorandum=None, blocks=(), parts=parts)
    document = word_files.opened(as_docx(book, None, MARK))
    lines = list(word_files.lines(document.element))
    assert lines[:5] == [book.title, book.agency, "สารบัญ", "ฉบับแรก –", "ฉบับที่สอง –"]
    asked = [each.text.split()[1] for each in document.element.iter(qn("w:instrText")) if "PAGEREF" in each.text]
    marked = {
        each.get(qn("w:name")): word_files.written(each.getparent())
        for each in document.element.iter(qn("w:bookmarkStart"))
    }
    assert [marked[name] for name in asked] == ["บันทึกข้อความ", "ฉบับที่สอง"], "a paper begins with its memorandum"
    across = [(section.page_width or 0) > (section.page_height or 0) for section in document.sections]
    assert across == [False, False, False, True, False], "cover, contents, memorandum, its paper, the second"
    assert [section.different_first_page_header_footer for section in document.sections] == [True, *[False] * 4]
    assert {each.get(qn("w:start")) for each in document.element.iter(qn("w:pgNumType"))} == {None}
    assert document.settings.element.find(qn("w:updateFields")) is not None
    assert lines.count("หมายเหตุ") == 2, "each paper has its own notes"


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore tabs spacing ind jc outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW tblLayout tblCellMar tblBorders tblLook tblCaption",
    "tcPr": "tcW gridSpan shd vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType titlePg",
    "settings": "zoom defaultTabStop characterSpacingControl updateFields compat themeFontLang",
    "style": "name basedOn qFormat pPr rPr tblPr",
}
"""The order in which ISO/IEC 29500-1 has what we write; Word calls a file damaged that has it otherwise."""


def test_what_word_wants_in_order_is_in_order() -> None:
    book = replace(paper(), memorandum=None, blocks=(), parts=(paper(), paper(landscape=False)))
    for content in (as_docx(paper(), None, MARK), as_docx(book, None, MARK)):
        document = word_files.opened(content)
        roots = [document.element, document.styles.element, document.settings.element]
        roots += [document.sections[0].first_page_footer.part.element, document.sections[0].header.part.element]
        for root in roots:
            for name, order in ORDER.items():
                places = [qn(f"w:{each}") for each in order.split()]
                for each in root.iter(qn(f"w:{name}")):
                    found = [places.index(child.tag) for child in each]
                    assert found == sorted(found), (name, [child.tag for child in each])
        numbers = [each.get("id") for each in document.element.iter(f"{{{_DRAWING}}}docPr")]
        assert len(set(numbers)) == len(numbers)
        assert all(each.get("descr") for each in document.element.iter(f"{{{_DRAWING}}}docPr"))
        for grid in document.element.iter(qn("w:tbl"), qn("w:tc")):
            after = grid.getnext() if grid.tag == qn("w:tbl") else grid[-1]
            assert after is not None, "a paragraph follows a table and ends a cell"
            assert after.tag == qn("w:p")
