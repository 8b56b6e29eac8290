"""One truth in every form: each figure, status and date of the open data stands so on pages, in PDF and in Word.

The tables are read from CSV, JSON, XLSX, SQLite and Parquet. What a paper has of them is looked for in its row: beside
the name of the score, measure or item, so that a figure that stands somewhere else is not enough.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import docx
import pytest

from ita_site.ground import thai
from ita_site.publishing.documents.paper import PaperKind
from ita_site.publishing.documents.pdf import as_pdf
from ita_site.publishing.documents.word import as_docx
from tests.helpers import lookups, opened, papers, pdf_readers, sites
from tests.sites.test_facts import TABLES, read
from tests.unit.publishing.documents.test_papers_hold_the_data import paragraphs, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from ita_site.publishing.documents.paper import Paper

FORMS = (opened.from_csv, opened.from_json, opened.from_workbook, opened.from_sqlite, opened.from_parquet)
_MARKS = re.compile(r"\*\d+|\(\d+\)")
"""The numbers of notes, which each form counts for itself."""
_HEADER = 300
"""More letters than the header row has, which a table repeats on each page, and the numbers of lists."""
_BEGINNING = 20
"""So many letters of a name stand on one page."""
_LIST_NUMBER = re.compile(r"^(\d+) ")
"""The number of an item, behind which a paper has a full stop and a page may have none."""
_PAGE_NUMBER = re.compile(r"^- [๐-๙\d]+ -\n")


class Told(NamedTuple):
    """What one row of a page or of a paper tells: its name, and what stands behind it, in this order.

    Without a name it is anywhere on the page.
    """

    address: str
    name: str
    says: tuple[str, ...]


def letters(text: str) -> str:
    """Return the letters of a text in one spelling, with Arabic digits, without spaces and the numbers of notes."""
    return _MARKS.sub("", thai.arabic(pdf_readers.letters(text)))


def in_order(text: str, says: Iterable[str]) -> bool:
    """Tell whether texts stand in a text one behind the other."""
    place = 0
    for each in map(letters, says):
        found = text.find(each, place)
        if found < 0:
            return False
        place = found + len(each)
    return True


def points(value: Decimal | None) -> tuple[str, ...]:
    return () if value is None else (f"{value:.2f}",)


def day(value: date, months: tuple[str, ...] = thai.SHORT_MONTHS) -> str:
    return f"{value.day} {months[value.month - 1]} {value.year + 543}"


def span(row: dict[str, Any], months: tuple[str, ...] = thai.SHORT_MONTHS) -> tuple[str, ...]:
    """Return the first and the last day of a period, if it has them."""
    first, last = row["period_starts_on"], row["period_ends_on"]
    return () if first is None else (day(first, months),) if first == last else (day(first, months), day(last, months))


@cache
def tables(agency: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table, as every format has them."""
    made, files = opened.of(agency), opened.files_of(agency)
    first, *others = (form(made, files) for form in FORMS)
    assert all(each == first for each in others)
    names = {each.table.name: each.table.names for each in made.tables}
    return {name: [dict(zip(names[name], row, strict=True)) for row in rows] for name, rows in first.items()}


def words_of(agency: str, table: str, column: str) -> dict[str | None, str]:
    """Return the words for each value of a column, by the description of the table."""
    (found,) = [each.table for each in opened.of(agency).tables if each.table.name == table]
    (described,) = [each for each in found.columns if each.name == column]
    return dict(described.choices)


NAMED = {"total": "{title}", "instrument": "{reference} {title}", "indicator": "ตัวชี้วัดที่ {reference} {title}"}


def of_scores(agency: str) -> Iterator[Told]:
    verdicts = words_of(agency, "scores", "verdict")
    for row in tables(agency)["scores"]:
        figures = (*points(row["published"]), *points(row["computed"]))
        if row["kind"] in NAMED and figures:
            verdict = verdicts[row["verdict"]] if row["verdict"] else "ไม่มีตัวเลขที่ประกาศให้ตรวจ"
            name = NAMED[row["kind"]].format(**row)
            yield Told(f"{row['year']}/scores/", name, (*figures, verdict))
        yield Told(row["page"], "", points(row["published"]))
        if row["kind"] == "indicator" and row["change"] is not None:
            change = f"{row['change']:+.2f}" if row["change"] else "เท่าเดิม"
            yield Told(f"{row['year']}/", NAMED["indicator"].format(**row), (*points(row["published"]), change))
    for row in tables(agency)["years"]:
        for words, level in (("ที่ประกาศ", row["level"]), ("ตามคะแนนรวม", row["level_computed"])):
            yield Told(f"{row['year']}/scores/", "", (f"{words} {level}",) if level else ())
    for row in tables(agency)["ranks"]:
        yield Told(f"{row['year']}/", "", (f"ลำดับที่ {row['place']} ของ{row['among']}",))


def of_measures(agency: str) -> Iterator[Told]:
    for row in tables(agency)["measures"]:
        follow_up = row["follow_up_words"] or (row["follow_up_on"] and day(row["follow_up_on"], thai.MONTHS))
        for says in (points(row["printed_score"]), span(row), (follow_up,) if follow_up else ()):
            yield Told(f"{row['year']}/plan/", row["title"], says)


def of_reports(agency: str) -> Iterator[Told]:
    titles = {each["id"]: each["title"] for each in tables(agency)["measures"]}
    statuses: dict[str, Counter[str]] = {}
    rows = tables(agency)["progress"]
    for row in rows:
        told = row["status"] or row["status_missing_reason"]
        statuses.setdefault(row["page"], Counter())[told] += 1
    for row in rows:
        told = row["status"] or row["status_missing_reason"]
        percent = () if row["percent"] is None else (f"{row['percent']:g}%",)
        yield Told(row["page"], titles[row["measure_id"]], (*span(row), *percent))
        if len(statuses[row["page"]]) > 1:
            yield Told(row["page"], titles[row["measure_id"]], (told,))
    for page, counted in statuses.items():
        yield Told(page, "", (f"{counted.total()} เรื่อง",))
        for told, number in counted.items():
            yield Told(page, "", (f"{told} {number}",))


def of_documents(agency: str) -> Iterator[Told]:
    for row in tables(agency)["documents"]:
        if row["memo_dated"]:
            yield Told(row["page"], "", (day(row["memo_dated"], thai.MONTHS),))
        if row["dated"]:
            yield Told(row["page"], "", (day(row["dated"], thai.MONTHS),))
        if row["kind"] == "report":
            yield Told(row["page"], "", span(row, thai.MONTHS))


def of_lists(agency: str) -> Iterator[Told]:
    words = words_of(agency, "disclosure", "status")
    for row in tables(agency)["disclosure"]:
        yield Told(f"{row['year']}/disclosure/", f"{row['item']} {row['title']}", (words[row["status"]],))


def of_findings(agency: str) -> Iterator[Told]:
    for row in tables(agency)["findings"]:
        for says in (points(row["printed_score"]), (row["printed_level"],) if row["printed_level"] else ()):
            yield Told(row["page"], "", says)


SOURCES = (of_scores, of_measures, of_reports, of_documents, of_lists, of_findings)


def told_of(agency: str) -> list[Told]:
    """Return all that the tables have to be told, once."""
    return [each for each in dict.fromkeys(told for source in SOURCES for told in source(agency)) if each.says]


@cache
def papers_of(agency: str) -> dict[str, Paper]:
    """Return the papers by the address of their page; books have the same papers."""
    return {each.address: each for each in papers.of(agency) if each.kind is not PaperKind.YEARBOOK}


@cache
def word_rows(agency: str, address: str) -> tuple[list[str], str]:
    """Return the rows of the tables of a Word file, and all of its text."""
    opened_file = docx.Document(io.BytesIO(as_docx(papers_of(agency)[address])))
    rows = [
        letters("".join(cell.text for cell in dict.fromkeys(row.cells)))
        for table in opened_file.tables
        for row in table.rows
    ]
    return rows, letters("".join(opened_file.element.body.itertext()))


@cache
def pdf_pages(agency: str, address: str) -> list[str]:
    pages = pdf_readers.by_poppler(as_pdf(papers_of(agency)[address]))
    return [letters(_PAGE_NUMBER.sub("", page)) for page in pages]


def in_word(agency: str, told: Told) -> bool:
    rows, text = word_rows(agency, told.address)
    if not told.name:
        return in_order(text, told.says)
    return any(in_order(row, (told.name, *told.says)) for row in rows)


def in_pdf(agency: str, told: Told) -> bool:
    """Tell whether what is told stands behind the name, as far on as the row is long in the Word file.

    Of a row that goes on over the foot of a page every cell does, its name too: there the words have to be near it.
    """
    pages, name = pdf_pages(agency, told.address), letters(told.name)
    text = "".join(pages)
    if not name:
        return in_order(text, told.says)
    feet = [*accumulate(map(len, pages))][:-1]
    far = max((len(row) for row in word_rows(agency, told.address)[0] if name in row), default=0) + _HEADER
    for start in (found.start() for found in re.finditer(re.escape(name[:_BEGINNING]), text)):
        if in_order(text[start : start + far], (told.name, *told.says)):
            return True
        first, last = max(0, start - far), start + far
        broken = any(first < foot < last for foot in feet)
        rest = next(name[at:] for at in range(len(name), -1, -1) if text.startswith(name[:at], start))
        if broken and rest in text[start:last] and in_order(text[first:last], " ".join(told.says).split()):
            return True
    return False


def on_page(site: Path, told: Told) -> bool:
    article = sites.article(site, told.address)
    if not told.name:
        return in_order(letters(article.text), told.says)
    return any(in_order(letters(row.text), (told.name, *told.says)) for row in article.all("tr"))


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_figure_status_and_date_is_the_same_in_every_form(agency: str, site_of: Callable[[str], Path]) -> None:
    site, all_told = site_of(agency), told_of(agency)
    printed = [each for each in all_told if each.address in papers_of(agency)]
    assert len(all_told) > 50
    assert [each for each in all_told if not on_page(site, each)] == []
    assert [each for each in printed if not in_word(agency, each)] == []
    assert [each for each in printed if not in_pdf(agency, each)] == []


def paper_of(file: str) -> str:
    """Return the address of the page whose paper has what a data file says: of a measure, the plan it is a row of."""
    year, _, name = file.removesuffix(".yml").partition("/")
    kind = name.partition("/")[0]
    known = {"result": "scores", "measures": "plan", "plan": "plan", "analysis": "analysis", "reports": name}
    return f"{year}/{known[kind]}/"


def on_sheets(said: str, pages: list[str]) -> bool:
    """Tell whether a text stands on a page, or goes on from the foot of one to the next."""
    return any(said in page for page in pages) or any(
        said[:at] in first and said[at:] in second for first, second in pairwise(pages) for at in range(1, len(said))
    )


def lost(agency: str, said: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return what does not stand in the PDF or the Word file of a paper: the name of each, where it is to be, what."""
    found = []
    for name, address, text in said:
        spellings = {letters(text), letters(_LIST_NUMBER.sub(r"\1. ", text))}
        if not any(each in word_rows(agency, address)[1] for each in spellings):
            found.append(f"{name}: not in Word: {text}")
        if not any(on_sheets(each, pdf_pages(agency, address)) for each in spellings):
            found.append(f"{name}: not in PDF: {text}")
    return found


@pytest.mark.parametrize("agency", TABLES)
def test_every_fact_of_the_documents_stands_in_its_paper(agency: str) -> None:
    facts = [each for each in read(agency) if each.page]
    assert len(facts) > 5
    assert lost(agency, ((each.number, paper_of(each.file), each.excerpt) for each in facts)) == []


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_row_of_the_documents_stands_in_its_paper(agency: str) -> None:
    """A row is a measure in a plan, or what a report says of it: each of its texts, paragraph by paragraph."""
    said = [
        (loaded.document.name, address, each)
        for year in lookups.of(agency).years.values()
        for address, rows in (
            (f"{year.year}/plan/", year.measures),
            *((f"{year.year}/reports/{name}/", {name: report}) for name, report in year.reports.items()),
        )
        for loaded in rows.values()
        for text in typed(loaded.record.model_dump(mode="json", exclude={"attachments"}))
        for each in paragraphs(text)
    ]
    assert len(said) > 40
    assert lost(agency, said) == []
