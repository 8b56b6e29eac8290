"""What stands in the data of an official document stands on its paper: every text of it, wherever it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_site.data.model import Record, attachments
from ita_site.ground import addresses
from ita_site.judging import privacy
from ita_site.publishing.documents.paper import ItemList, PaperKind, Signature, Table
from tests.helpers import lookups, papers, sites
from tests.sites.test_facts import TABLES, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Year
    from ita_site.publishing.documents.paper import Paper

AGENCIES = sorted(sites.AGENCIES)
_NO_TEXT = frozenset(
    {
        "agency",
        "at",
        "change",
        "part",
        "about",
        "refers",
        "items",
        "id",
        "was",
        "file",
        "url",
        "matched_by",
        "status_by",
    }
    | {"measure", "rows.measures", "start", "end", "words", "lowest", "answers", "steps_of", "document", "missing"}
    | {"threshold", "target", "score", "percent", "under", "urgency", "status", "date", "follow_up", "number", "edits"}
    | {"notes"}
)
"""What is no text of the document, or is written in other words, or stands in another test."""


def typed(value: object, name: str = "") -> Iterator[str]:
    """Yield the texts of a record, as its document has them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _NO_TEXT and f"{name}.{key}" not in _NO_TEXT:
                yield from typed(each, key)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from typed(each, name)


def paragraphs(text: str) -> list[str]:
    return [papers.plain(each) for each in re.split(r"\n\s*\n", text)]


def missing(texts: Iterator[str], paper: Paper) -> list[str]:
    read = papers.reading(paper)
    numbered = re.compile(r"^(?:\(?[0-9.]+[.)]?|[-–•])\s*")
    return [
        part for text in texts for part in paragraphs(text) if part not in read and numbered.sub("", part) not in read
    ]


def years(agency: str) -> list[Year]:
    return list(lookups.of(agency).years.values())


def paper(agency: str, kind: PaperKind, name: str) -> Paper:
    (found,) = [each for each in papers.of_kind(agency, kind) if each.name == name]
    return found


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_text_of_a_plan_and_its_measures_stands_on_its_paper(agency: str) -> None:
    seen = 0
    for year in years(agency):
        if not year.measures:
            continue
        of_plan = paper(agency, PaperKind.PLAN, f"{year.year}-plan")
        records = [each.record for each in (*([year.plan] if year.plan else []), *year.measures.values())]
        texts = [text for each in records for text in typed(each.model_dump(mode="json", exclude={"attachments"}))]
        assert missing(iter(texts), of_plan) == []
        seen += len(texts)
    assert seen > 30


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_text_of_a_report_stands_on_its_paper(agency: str) -> None:
    for year in years(agency):
        for name, report in year.reports.items():
            of_report = paper(agency, PaperKind.REPORT, f"{year.year}-report-{name}")
            texts = typed(report.record.model_dump(mode="json"))
            assert missing(texts, of_report) == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_text_of_an_analysis_stands_on_its_paper(agency: str) -> None:
    (analysed,) = [each for each in years(agency) if each.analysis]
    of_analysis = paper(agency, PaperKind.ANALYSIS, f"{analysed.year}-analysis")
    assert analysed.analysis is not None
    assert missing(typed(analysed.analysis.record.model_dump(mode="json")), of_analysis) == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_an_analysis_has_the_published_scores_that_it_is_about(agency: str) -> None:
    (analysed,) = [each for each in years(agency) if each.analysis]
    of_analysis = paper(agency, PaperKind.ANALYSIS, f"{analysed.year}-analysis")
    assert (analysed.result is None) == (agency == "chum-saeng"), "whose document prints none"
    if analysed.result is None:
        return
    result, read = analysed.result.record, papers.reading(of_analysis)
    assert f"คะแนนรวม\n{result.total}" in read
    rows = [[papers.reading(cell) for cell in row] for each in of_analysis.blocks for row in getattr(each, "rows", ())]
    for score in (*result.indicators, *result.instruments):
        of_score = [row for row in rows if row[-1].split("\n")[0] == f"{score.score:.2f}"]
        named = f"ตัวชี้วัดที่ {score.id}" if score in result.indicators else score.id
        assert any(papers.plain(named) in cell for row in of_score for cell in row), score.id


def test_indicators_stand_in_the_order_that_a_document_ranks_them_in() -> None:
    (of_analysis,) = papers.of_kind("kham-muang", PaperKind.ANALYSIS)
    scores = next(each for each in of_analysis.blocks if isinstance(each, Table))
    assert [papers.reading(row[0]) for row in scores.rows] == [papers.plain(str(place)) for place in range(1, 11)]
    values = [float(papers.reading(row[-1])) for row in scores.rows]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_measure_has_its_row_in_the_tables_of_plan_and_report(agency: str) -> None:
    for each in (*papers.of_kind(agency, PaperKind.PLAN), *papers.of_kind(agency, PaperKind.REPORT)):
        (year,) = [of for of in years(agency) if of.year == each.year]
        rows = [papers.reading(row[0]) for block in each.blocks if isinstance(block, Table) for row in block.rows]
        report = year.reports.get(each.name.removeprefix(f"{each.year}-report-"))
        ids = [of.measure for of in report.record.measures] if report else list(year.measures)
        assert ids
        for measure in ids:
            title = papers.plain(year.measures[measure].record.title)
            assert any(title in row for row in rows), f"{each.name}: {measure}"


@pytest.mark.parametrize("agency", TABLES)
def test_every_fact_that_a_page_of_a_document_shows_is_on_its_paper(agency: str) -> None:
    stopped = re.compile(r"(?<=\d)\.(?= )")  # pages number steps without the full stop that papers have
    by_page = {each.address: stopped.sub("", papers.reading(each)) for each in papers.of(agency)}
    facts = [each for each in read(agency) if each.page in by_page]
    lost = [each.number for each in facts if stopped.sub("", papers.plain(each.excerpt)) not in by_page[each.page]]
    assert facts
    assert lost == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_what_an_editor_did_is_a_note_of_the_paper(agency: str) -> None:
    for year in years(agency):
        for loaded, kind in ((year.analysis, PaperKind.ANALYSIS), (year.plan, PaperKind.PLAN)):
            if loaded is not None:
                read = papers.reading(paper(agency, kind, f"{year.year}-{kind.value}"))
                assert [each.why for each in loaded.record.edits if papers.plain(each.why) not in read] == []
        for name, report in year.reports.items():
            read = papers.reading(paper(agency, PaperKind.REPORT, f"{year.year}-report-{name}"))
            notes = (*report.record.notes, *(note for each in report.record.measures for note in each.notes))
            assert [each for each in notes if papers.plain(each) not in read] == []
            assert [each.why for each in report.record.edits if papers.plain(each.why) not in read] == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_what_is_noted_at_a_measure_or_done_to_it_is_told_on_the_plan(agency: str) -> None:
    for year in (each for each in years(agency) if each.measures):
        read = papers.reading(paper(agency, PaperKind.PLAN, f"{year.year}-plan"))
        for each in year.measures.values():
            told = (*each.record.notes, *(edit.why for edit in each.record.edits if edit.at != "number"))  # as printed
            assert [text for text in told if papers.plain(text) not in read] == []


@pytest.mark.parametrize("agency", AGENCIES)
def test_no_paper_names_a_person(agency: str) -> None:
    known = privacy.public_by_office(lookups.of(agency).dataset)
    for each in papers.of(agency):
        texts = [text for text in papers.texts(each) if text]
        assert texts
        assert [privacy.mask(text, known) for text in texts if privacy.recognise(text, known)] == []
        assert all(sign.name is None for sign in each.blocks if isinstance(sign, Signature))


def test_who_prepared_a_document_signs_it() -> None:
    (of_analysis,) = papers.of_kind("kham-muang", PaperKind.ANALYSIS)
    (signature,) = [each for each in of_analysis.blocks if isinstance(each, Signature)]
    year = lookups.of("kham-muang").years[2562]
    assert year.analysis is not None
    (person,) = year.analysis.record.prepared_by
    assert (signature.position, signature.division, signature.name) == (person.position, person.division, None)


def test_who_prepared_a_plan_signs_above_what_an_editor_notes() -> None:
    (plan,) = papers.of_kind("kham-muang", PaperKind.PLAN)
    (signs,) = [place for place, each in enumerate(plan.blocks) if isinstance(each, Signature)]
    (notes,) = [place for place, each in enumerate(plan.blocks) if "รายมาตรการ" in papers.reading(each)]
    tables = [place for place, each in enumerate(plan.blocks) if isinstance(each, Table)]
    assert max(tables) < signs < notes


def test_a_step_has_the_full_stop_behind_its_number_that_papers_have() -> None:
    (plan,) = papers.of_kind("ko", PaperKind.PLAN)
    steps = [
        item.number
        for each in plan.blocks
        if isinstance(each, Table)
        for row in each.rows
        for cell in row
        for block in cell.blocks
        if isinstance(block, ItemList)
        for item in block.items
    ]
    assert "๘." in steps, "which the document numbers after ๖"
    assert all(not each or each.endswith(".") for each in steps)


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_address_of_all_that_is_attached_stands_on_the_paper(agency: str) -> None:
    for year in years(agency):
        records: dict[str, Record] = {f"{year.year}-report-{name}": each.record for name, each in year.reports.items()}
        records |= {f"{year.year}-plan": year.plan.record} if year.plan else {}
        records |= {f"{year.year}-analysis": year.analysis.record} if year.analysis else {}
        for each in papers.of(agency):
            for _, attached in attachments(records[each.name]) if each.name in records else ():
                address = attached.url or papers.WEBSITE.absolute(addresses.attachment(year.year, attached.file or ""))
                assert address in papers.reading(each), f"{each.name}: {attached.title}"


def test_data_have_attachments_to_look_for() -> None:
    report = lookups.of("mueang-pan").years[2568].reports["annual"].record
    assert len([*attachments(report)]) >= 5
