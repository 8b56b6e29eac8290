"""The text in a PDF: what is printed can be copied, searched and read aloud, letter by letter, in any reader."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from ita_site.publishing.documents.paper import BodyText, PaperKind, Words
from ita_site.publishing.documents.pdf import as_pdf
from ita_site.publishing.documents.pdf.letters import drawn
from tests.helpers import attacks, papers, pdf_readers, sites
from tests.helpers.made_papers import BOOK, MARK, PAPER, text
from tests.helpers.pdf_readers import letters

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.publishing.documents.paper import Paper

CONSONANTS = [chr(point) for point in range(ord("ก"), ord("ฮ") + 1)]
TONES = ["", *"่้๊๋"]
ENDINGS = [*(mark + tone for mark in ["", *"ัิีึืุู็"] for tone in TONES), *"์ํ๎ฺ", "ิ์", "ุ์", *(f"{tone}ำ" for tone in TONES)]
PAGE_NUMBER = re.compile(r"^- [๐-๙]+ -\n")
NOTE = re.compile(r"\([๐-๙]+\)")


def printing(*texts: str) -> Paper:
    """Return a paper of some paragraphs only."""
    return replace(PAPER, memorandum=None, blocks=tuple(text(each) for each in texts))


def read(pdf: bytes) -> list[str]:
    """Return the letters of each page, without its number and without the numbers of notes."""
    return [NOTE.sub("", letters(PAGE_NUMBER.sub("", page))) for page in pdf_readers.by_poppler(pdf)]


def stands(said: str, pages: list[str]) -> bool:
    """Tell whether a text stands on a page, or goes on from the foot of one to the next."""
    return any(said in page for page in pages) or any(
        said[:at] in first and said[at:] in second for first, second in pairwise(pages) for at in range(1, len(said))
    )


@cache
def written(agency: str) -> list[tuple[Paper, bytes]]:
    """Return the papers of a municipality as PDF; of its books, which have the same papers, none."""
    return [(each, as_pdf(each)) for each in papers.of(agency) if each.kind is not PaperKind.YEARBOOK]


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_three_readers_find_the_same_letters_on_every_page_of_every_paper(agency: str, tmp_path: Path) -> None:
    pdfs = [pdf for _, pdf in written(agency)]
    assert pdfs
    for pdf, by_pdf_js in zip(pdfs, pdf_readers.by_pdf_js(pdfs, tmp_path), strict=True):
        by_poppler = [letters(page) for page in pdf_readers.by_poppler(pdf)]
        assert [letters(page) for page in pdf_readers.by_pypdf(pdf)] == by_poppler
        assert [letters(page) for page in by_pdf_js] == by_poppler


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_text_of_a_paper_is_printed(agency: str) -> None:
    lacking = []
    for paper, pdf in written(agency):
        pages = read(pdf)
        parts = (paper.title, paper.agency, paper.memorandum, paper.blocks)
        said = {NOTE.sub("", letters(each)) for part in parts for each in papers.texts(part)}
        lacking += [f"{paper.name}: {each}" for each in sorted(said) if not stands(each, pages)]
    assert lacking == []


def test_every_letter_with_every_mark_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Each vowel and tone on each consonant, as PDF readers double or lose them where several glyphs make a letter."""
    lines = ["".join(f"{letter}{ending}" for letter in CONSONANTS) for ending in ENDINGS]
    pdf = as_pdf(printing(*lines, "๐๑๒๓๔๕๖๗๘๙"))
    for pages in (pdf_readers.by_poppler(pdf), pdf_readers.by_pypdf(pdf), *pdf_readers.by_pdf_js([pdf], tmp_path)):
        found = letters("".join(PAGE_NUMBER.sub("", page) for page in pages))
        assert [line for line in lines if letters(line) not in found] == []
        assert "๐๑๒๓๔๕๖๗๘๙" in found


def test_a_letter_that_no_font_has_is_printed_by_its_number() -> None:
    assert "ก[U+1F600]ข[U+6F22]ค[U+E000]" in "".join(read(as_pdf(printing("ก😀ข漢ค\ue000"))))


def test_the_signs_that_papers_have_are_drawn() -> None:
    signs = "≥≤≠→✓☐☑●▲▼–—“”…ๆฯ฿๏๛½×÷"
    assert letters(signs) in "".join(read(as_pdf(printing(f"x{signs}x"))))


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_that_is_not_printed_by_its_number_has_a_shape(*, bold: bool) -> None:
    """PDF/A and PDF/UA refuse a paper with a letter that has none."""
    have = [letter for letter in map(chr, range(0x20, 0x10000)) if drawn(letter) == letter]
    assert len(have) > 400
    assert as_pdf(replace(PAPER, memorandum=None, blocks=(BodyText((Words(" ".join(have), bold=bold),)),)))


@pytest.mark.parametrize("draft", [False, True])
def test_what_leads_to_the_page_stands_on_each_sheet(*, draft: bool) -> None:
    pages = pdf_readers.by_poppler(as_pdf(PAPER, mark=MARK, draft=draft))
    assert len(pages) > 4
    assert all(MARK.url in page and MARK.digest in page for page in pages)
    assert all(("ร่าง\n" in page) == draft for page in pages)


def test_a_book_has_a_cover_and_contents_with_the_numbers_of_pages() -> None:
    pages = pdf_readers.by_poppler(as_pdf(BOOK))
    cover, contents, *rest = pages
    assert [BOOK.title, "ปีงบประมาณ พ.ศ. ๒๕๖๘", BOOK.agency] == cover.strip().split("\n")
    sent = {BOOK.parts[0].title: "บันทึกข้อความ", "บทนำ": "บทนำ", BOOK.parts[1].title: BOOK.parts[1].title}
    for title, found in sent.items():
        entry = next(line for line in contents.split("\n") if line.startswith(title))
        number = entry.removeprefix(title).strip()
        (page,) = [page for page in rest if page.startswith(f"- {number} -\n")]
        assert found in page, "a part with a memorandum in front begins with it"


def test_an_attack_in_a_text_is_a_text() -> None:
    """Typst's own markup and code too: what is handed over as data is never read as markup."""
    own = [
        "#sys.inputs",
        "$x^2$",
        "*ก*",
        "= หัวข้อ",
        '#read("/etc/passwd")',
        "\\u{0041}",
        "<label> @label",
        "// ก",
        "`ก`",
    ]
    payloads = [*own, *(each.payload for each in attacks.load(*attacks.TYPED))]
    blocks = tuple(BodyText((Words(each, url=each),)) for each in payloads)
    pdf = as_pdf(replace(PAPER, title=payloads[0], agency=payloads[1], memorandum=None, blocks=blocks))
    found = "".join(read(pdf))
    assert [each for each in own if letters(each) not in found] == []
    assert not re.search(rb"/(JavaScript|JS|Launch|SubmitForm|GoToR|ImportData|EmbeddedFile|RichMedia)\b", pdf)
    links = re.findall(rb"/URI ?\((.*?)\)", pdf)
    assert all(link.startswith((b"http://", b"https://", b"mailto:", b"tel:")) for link in links)
