"""What five offices have as data, typed into a table as their documents have it, comes back as the same data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from ita_site.ground import thai
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.understood_cells import Fate, ImportKind, Wishes
from tests.helpers import office_tables
from tests.helpers.printed_tables import dataset, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ita_site.data.model import Line, Measure, Progress
    from ita_site.data.source import Value

TITLES = ("มาตรการ", "ขั้นตอนหรือวิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา", "การกำกับติดตาม")
HEADS = {
    "kham-muang": TITLES,
    "ko": (TITLES[0], "แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", *TITLES[2:4], "การกำกับติดตาม รายงานความก้าวหน้าและสรุปผล"),
    "sam-ruean": (
        *("๑) มาตรการ/โครงการ/กิจกรรม", "๓) ขั้นตอน/วิธีการ", "๕) ผู้รับผิดชอบ/ผู้ที่เกี่ยวข้อง", "๔) ระยะเวลาดำเนินการ"),
        "ติดตามผล",
    ),
    "chum-saeng": ("มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ติดตามผลการดำเนินการ"),
    "mueang-pan": ("มาตรการ โครงการ หรือกิจกรรม", *TITLES[1:3], "ช่วงระยะเวลาในการดำเนินการ", "การติดตาม"),
}
FILES: dict[str, Callable[[Sequence[Sequence[str]]], bytes]] = {
    "xlsx": office_tables.workbook,
    "docx": office_tables.word_document,
    "csv": office_tables.separated,
}


def typed(lines: Iterable[Line], start: int = 1) -> str:
    """Return lines as a cell has them: numbered, with a dash before what is below."""
    paragraphs = []
    lines = tuple(lines)
    dashed = any(line.number == "-" for line in lines)
    for number, line in enumerate(lines, start=start):
        counted = "" if dashed else f"{(line.number or str(number)).rstrip('.')}. "
        paragraphs.append(("- " if line.number == "-" else counted) + line.text)
        paragraphs += [f"- {below.text}" for below in line.lines]
    return "\n".join(paragraphs)


def row(measure: Measure) -> list[str]:
    period = measure.period
    days = f"{thai.write_short_date(period.start)} ถึง {thai.write_short_date(period.end)}" if period else ""
    title = f"{measure.number}. {measure.title}" if measure.number else measure.title
    return [title, typed(measure.steps), "\n".join(measure.owners), days, measure.monitoring or ""]


def plain(value: object) -> object:
    """Return a value without spaces that only part words, as it is compared."""
    if isinstance(value, str):
        return squeezed(value)
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value


def line_of(value: Value) -> tuple[str, list[str]]:
    """Return the text of a line as it was imported, and the lines below."""
    if isinstance(value, dict):
        below = cast("list[str]", value.get("lines") or [])
        return squeezed(str(value["text"])), [squeezed(str(each)) for each in below]
    return squeezed(str(value)), []


def line_in(line: Line) -> tuple[str, list[str]]:
    """Return the same of a line of the data."""
    return squeezed(line.text), [squeezed(below.text) for below in line.lines]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("agency", "year"),
    [("kham-muang", 2563), ("ko", 2566), ("sam-ruean", 2569), ("chum-saeng", 2566), ("mueang-pan", 2568)],
)
def test_measures_come_back(agency: str, year: int, file: str) -> None:
    measures = {name: each.record for name, each in dataset(agency).years[year].measures.items()}
    sheet = [list(HEADS[agency]), *map(row, measures.values())]
    empty = replace(dataset(agency), years={})
    files = understood(agency, FILES[file](sheet), ImportKind.MEASURES, Wishes(year), empty).files
    assert [each.path[1] for each in files] == [f"measure-{number}.yml" for number in range(1, len(measures) + 1)]
    for made, known in zip(files, measures.values(), strict=True):
        assert squeezed(str(made.value["title"])) == squeezed(known.title)
        assert made.value.get("number") == (str(known.number) if known.number else None)
        assert plain(made.value.get("owners", [])) == plain(known.owners)
        assert plain(made.value.get("monitoring") or "") == plain(known.monitoring or "")
        steps = cast("list[Value]", made.value.get("steps", []))
        assert [line_of(each) for each in steps] == list(map(line_in, known.steps))
        if known.period is not None:
            period = cast("dict[str, str]", made.value["period"])
            assert [thai.read_date(period[name]) for name in ("start", "end")] == [known.period.start, known.period.end]


REPORT_HEADS = ("มาตรการ", "ผลการดำเนินการ (output)", "ผลลัพธ์ (Outcome)", "การติดตามผล", "ข้อเสนอแนะ", "ผู้รับผิดชอบ", "สถานะ")


def reported(title: str, progress: Progress) -> list[str]:
    lines = (progress.follow_up, progress.suggestions)
    status = progress.status.value if progress.status else ""
    owners = "\n".join(progress.owners)
    return [title, typed(progress.output), progress.outcome or "", *map(typed, lines), owners, status]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("agency", "year", "name"),
    [("mueang-pan", 2568, "annual"), ("chum-saeng", 2566, "annual"), ("ko", 2566, "six-month")],
)
def test_reports_come_back(agency: str, year: int, name: str, file: str) -> None:
    known = dataset(agency).years[year]
    titles = {measure: each.record.title for measure, each in known.measures.items()}
    progress = known.reports[name].record.measures
    sheet = [list(REPORT_HEADS), *(reported(titles[each.measure], each) for each in progress)]
    understanding = understood(agency, FILES[file](sheet), ImportKind.REPORT, Wishes(year, name=name))
    (made,) = understanding.files
    # Which of two measures of one title is meant is not guessed.
    unsure = [each.measure for each in progress if list(titles.values()).count(titles[each.measure]) > 1]
    assert all(
        any(each.text in titles[name] for each in understanding.cells if each.fate is Fate.UNCLEAR) for name in unsure
    )
    progress = tuple(each for each in progress if each.measure not in unsure)
    entries = cast("list[dict[str, Value]]", made.value["measures"])
    assert [each["measure"] for each in entries] == [each.measure for each in progress]
    for entry, each in zip(entries, progress, strict=True):
        for field in ("output", "follow_up", "suggestions"):
            found = [line_of(line) for line in cast("list[Value]", entry.get(field, []))]
            assert found == list(map(line_in, getattr(each, field)))
        assert plain(entry.get("outcome") or "") == plain(each.outcome or "")
        assert entry.get("status") == (each.status.value if each.status else None)


def test_a_list_of_links_comes_in_with_what_the_cells_lead_to() -> None:
    sheet = [
        ["ข้อ", "รายการ", "ลิงก์"],
        ["O1", "โครงสร้างและอำนาจหน้าที่", "https://www.example.go.th/a\nhttps://www.example.go.th/b"],
        ["๐๒", "ข้อมูลผู้บริหาร", "www.example.go.th/c"],
        ["3", "ข้อมูลการติดต่อ", "ไม่มี"],
        ["O44", "ไม่มีข้อนี้", "https://www.example.go.th/d"],
        ["", "", "https://www.example.go.th/e"],
        ["O5", "แผน", "javascript:alert(1)"],
    ]
    found = understood("sam-ruean", office_tables.workbook(sheet), None, Wishes(2568))
    assert found.kind is ImportKind.DISCLOSURE
    items = cast("list[dict[str, Value]]", found.files[0].value["items"])
    links = {
        str(item["item"]): [link["url"] for link in cast("list[dict[str, str]]", item.get("evidence", []))]
        for item in items
    }
    assert links == {
        "O1": ["https://www.example.go.th/a", "https://www.example.go.th/b"],
        "O2": ["https://www.example.go.th/c"],
        "O3": ["https://www.example.go.th/e"],
        "O5": [],
    }
    said = " ".join(each.why for each in found.cells)
    assert "เกณฑ์ของปีนี้ไม่มีข้อ O44" in said
    assert "เติม https://" in said


def fields(rows: Sequence[Sequence[object]], kind: ImportKind, merged: Iterable[str] = ()) -> tuple[list[object], str]:
    """Return what the files of a sheet say, and all that is said of its cells."""
    found = understood("mueang-pan", office_tables.workbook(rows, merged), kind, Wishes(2568, name="annual"))
    return [dict(each.value) for each in found.files], " ".join(each.why for each in found.cells)


def test_a_merged_cell_is_of_every_row_that_it_covers() -> None:
    rows: list[list[str | None]] = [
        ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
        ["ก", "หนึ่ง", "กองคลัง"],
        ["ข", "สอง", None],
        ["ค", "สาม", "-"],
    ]
    made, said = fields(rows, ImportKind.MEASURES, ["C2:C3"])
    owners = [each.get("owners") for each in cast("list[dict[str, Value]]", made)]
    assert owners == [["กองคลัง"], ["กองคลัง"], None]
    assert "ผสาน" in said
    assert "ไม่ได้ระบุ" in said


def test_a_title_merged_over_rows_has_the_steps_of_all() -> None:
    rows: list[list[str | None]] = [["มาตรการ", "ขั้นตอน"], ["ก", "หนึ่ง"], [None, "สอง"], ["ข", "3.5 ล้านบาท จัดซื้อ"]]
    made, _ = fields(rows, ImportKind.MEASURES, ["A2:A3"])
    steps = [each["steps"] for each in cast("list[dict[str, Value]]", made)]
    assert steps == [["หนึ่ง", "สอง"], ["3.5 ล้านบาท จัดซื้อ"]]


def test_several_numbered_titles_in_a_cell_share_their_row() -> None:
    rows = [["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"], ["1. ก\n2. ข", "1. ทำ\n1.1 ย่อย\n2. สรุป", "กองคลัง, กองช่าง"]]
    made, said = fields(rows, ImportKind.MEASURES)
    first, second = cast("list[dict[str, Value]]", made)
    assert first["steps"] == [{"text": "ทำ", "lines": ["1.1 ย่อย"]}, "สรุป"]
    assert (second["title"], second["steps_of"], second["owners"]) == ("ข", "measure-1", ["กองคลัง", "กองช่าง"])
    assert "จึงเป็น 2 มาตรการ" in said


@pytest.mark.parametrize(
    ("done", "not_done", "status"),
    [
        ("✓", "", "ดำเนินการแล้ว"),
        ("", "/", "ยังไม่เริ่มดำเนินการ"),
        ("✓", "-", "ดำเนินการแล้ว"),
        ("✓", "✓", None),
        ("ไม่", "", None),
    ],
)
def test_ticks_tell_how_far_a_measure_has_come(done: str, not_done: str, status: str | None) -> None:
    rows = [["มาตรการ", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ"], ["มาตรการ No Gift Policy", done, not_done]]
    made, _ = fields(rows, ImportKind.REPORT)
    (entry,) = cast("list[dict[str, Value]]", cast("list[dict[str, Value]]", made)[0]["measures"])
    assert entry.get("status") == status
