"""Score sheets as they go wrong in an office: nothing is guessed, everything that is not taken is named."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

import docx
import openpyxl
import pytest
from openpyxl.styles import Font

from ita_site.data.load import packaged_framework
from ita_site.hosts.importing.understood_cells import Fate, ImportKind, Understanding, Wishes
from tests.helpers import office_tables
from tests.helpers.printed_tables import dataset, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

AGENCY, YEAR = "sam-ruean", 2568
HEAD = ["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"]


@cache
def scores() -> dict[str, Decimal]:
    """Return the ten scores that the office published."""
    loaded = dataset(AGENCY).years[YEAR].result
    assert loaded is not None
    return {each.id: each.score for each in loaded.record.indicators if each.score is not None}


def rows(changed: Mapping[str, str] | None = None) -> list[list[str]]:
    """Return a plain sheet, with other texts for some scores."""
    framework = packaged_framework(YEAR)
    assert framework is not None
    names = {each.id: each.name for each in framework.indicators}
    listed = [[id_, names[id_], (changed or {}).get(id_, f"{score:.2f}")] for id_, score in scores().items()]
    return [HEAD, *listed, ["", "คะแนนรวม", "96.79"], ["", "ระดับ", "ผ่านดี"]]


def read(
    data: bytes,
    *,
    kind: ImportKind | None = None,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, str] | None = None,
) -> Understanding:
    return understood(AGENCY, data, kind, Wishes(YEAR, columns or {}, values or {}))


def taken(understanding: Understanding) -> dict[str, Decimal]:
    """Return every score that was understood, by what it is of."""
    found: dict[str, Decimal] = {}
    for file in understanding.files:
        for group in ("indicators", "instruments", "items"):
            for each in cast("list[dict[str, str]]", file.value.get(group, [])):
                if "score" in each:
                    found[each["id"]] = Decimal(each["score"])
        if "total" in file.value:
            found["total"] = Decimal(str(file.value["total"]))
    return found


def why(understanding: Understanding) -> str:
    """Return everything that is said of what was not taken."""
    cells = (f"{each.place} {each.why}" for each in understanding.cells)
    return "\n".join([*cells, *understanding.told, *understanding.asked])


ALL = {"total": Decimal("96.79")}


@pytest.mark.parametrize("kind", [ImportKind.RESULT, None])
def test_a_whole_sheet_comes_in(kind: ImportKind | None) -> None:
    found = read(office_tables.workbook(rows()), kind=kind)
    assert taken(found) == {**scores(), **ALL}
    assert found.files[0].value["level"] == "ผ่านดี"
    assert (found.asked, found.count(Fate.UNCLEAR)) == ((), 0)


@pytest.mark.parametrize("file", ["docx", "csv", "xls", "numbers"])
def test_so_it_does_from_other_files_and_with_thai_digits(file: str) -> None:
    thai_digits = [[cell.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) for cell in row] for row in rows()]
    made = {
        "docx": lambda: office_tables.word_document(thai_digits),
        "csv": lambda: office_tables.separated(thai_digits),
        "xls": lambda: office_tables.web_page(thai_digits, "windows-874"),
        "numbers": lambda: office_tables.workbook([[_number(cell) for cell in row] for row in rows()]),
    }
    assert taken(read(made[file]())) == {**scores(), **ALL}


def _number(text: str) -> object:
    return float(text) if text.replace(".", "").isdecimal() else text


def test_a_shifted_row_is_named() -> None:
    sheet = rows()
    sheet[3] = ["3 การใช้อำนาจ", "100.00", ""]
    found = read(office_tables.workbook(sheet))
    assert taken(found) == {id_: score for id_, score in {**scores(), **ALL}.items() if id_ != "3"}
    assert "C4" not in why(found)
    assert "“Sheet1” ช่อง B4 คะแนนอยู่ในคอลัมน์ของชื่อ" in why(found)
    assert "ตัวชี้วัดที่ 3" in why(found)


def test_a_column_shifted_from_its_heading_gives_nothing() -> None:
    sheet = [HEAD, *([id_, name, "", score] for id_, name, score in rows()[1:11])]
    found = read(office_tables.workbook(sheet))
    assert taken(found) == {}
    assert found.count(Fate.UNCLEAR) >= 10


def test_merged_cells_of_instruments_and_headings() -> None:
    head = [["ตัวชี้วัด", "คะแนน", ""], ["", "คะแนนรายตัวชี้วัด", "คะแนนรายเครื่องมือ"]]
    instruments = {"1": "96.86", "6": "95.77", "9": "97.50"}
    listed = [[f"ตัวชี้วัดที่ {id_} {name}", score, instruments.get(id_)] for id_, name, score in rows()[1:11]]
    sheet = office_tables.workbook([*head, *listed], ["A1:A2", "B1:C1", "C3:C7", "C8:C10", "C11:C12"])
    found = read(sheet)
    assert taken(found) == {**scores(), "IIT": Decimal("96.86"), "EIT": Decimal("95.77"), "OIT": Decimal("97.50")}


def test_decimal_commas_and_points_left_out_are_named() -> None:
    found = read(office_tables.workbook(rows({"2": "99,05", "4": "8905", "5": "-"})))
    assert taken(found) == {id_: score for id_, score in {**scores(), **ALL}.items() if id_ not in {"2", "4", "5"}}
    assert all(place in why(found) for place in ("C3", "C5", "C6"))
    assert "89.05 หรือไม่" in why(found)


@pytest.mark.parametrize("weighted_head", ["คะแนน", "คะแนนถ่วงน้ำหนัก"])
def test_weighted_instruments_are_known_by_arithmetic(weighted_head: str) -> None:
    instruments = [["IIT", "29.06"], ["EIT", "28.73"], ["OIT", "39.00"]]
    plain = [[f"ตัวชี้วัดที่ {id_} {name}", score] for id_, name, score in rows()[1:11]]
    if weighted_head == "คะแนน":
        found = read(office_tables.workbook([["รายการ", "คะแนน"], *plain, *instruments]))
    else:
        sheet = [["รายการ", "คะแนน", weighted_head], *plain, *([of, "", score] for of, score in instruments)]
        found = read(office_tables.workbook(sheet))
    assert taken(found) == scores()
    entries = cast("list[dict[str, str]]", found.files[0].value["instruments"])
    assert {each["id"]: each["weighted"] for each in entries} == {"IIT": "29.06", "EIT": "28.73", "OIT": "39.00"}
    if weighted_head == "คะแนน":
        assert "96.86 × 30 ÷ 100" in why(found)


def test_weighted_indicators_are_not_taken_for_scores() -> None:
    share = {**dict.fromkeys("12345", 6), **dict.fromkeys("678", 10), "9": 20, "10": 20}
    weighted = {id_: f"{score * share[id_] / 100:.2f}" for id_, score in scores().items()}
    found = read(office_tables.workbook(rows(weighted)))
    assert taken(found) == ALL
    assert "ถ่วงน้ำหนัก" in why(found)


def test_a_missing_indicator_is_told() -> None:
    sheet = [row for row in rows() if row[0] != "7"]
    found = read(office_tables.workbook(sheet))
    assert "7" not in taken(found)
    assert "ตารางไม่มีคะแนนของตัวชี้วัดที่ 7" in why(found)
    settled = read(office_tables.workbook(sheet), values={"indicators.7": "เอกสารอ่านไม่ออก"})
    assert {"id": "7", "missing": "เอกสารอ่านไม่ออก"} in cast("list[object]", settled.files[0].value["indicators"])


def test_a_score_that_stands_twice_is_taken_where_both_are_one() -> None:
    again = [*rows(), ["4", "การใช้ทรัพย์สินของราชการ", "89.05"]]
    assert taken(read(office_tables.workbook(again))) == {**scores(), **ALL}
    again[-1][2] = "98.05"
    found = read(office_tables.workbook(again))
    assert "4" not in taken(found)
    assert "--set indicators.4=" in why(found)
    assert "C5" in why(found)
    settled = read(office_tables.workbook(again), values={"indicators.4": "89.05"})
    assert taken(settled) == {**scores(), **ALL}


def test_a_number_and_a_name_that_contradict_one_another_are_named() -> None:
    sheet = rows()
    sheet[3][0], sheet[4][0] = "4", "3"
    found = read(office_tables.workbook(sheet))
    assert not {"3", "4"} & set(taken(found))
    assert "เลขบอกว่าเป็น 4 แต่ชื่อเป็นของ 3" in why(found)


def test_a_sheet_of_another_year_is_left() -> None:
    found = read(office_tables.workbook([["ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗"], *rows()]))
    assert taken(found) == {}
    assert "2567" in why(found)
    assert taken(read(office_tables.workbook([["ผลการประเมิน ปี 2568"], *rows()]))) == {**scores(), **ALL}


def test_of_two_years_side_by_side_this_one_is_taken() -> None:
    sheet = [["ตัวชี้วัด", "คะแนน ปี 2567", "คะแนน ปี 2568"]]
    sheet += [[f"ตัวชี้วัดที่ {id_} {name}", "50.00", score] for id_, name, score in rows()[1:11]]
    assert taken(read(office_tables.workbook(sheet))) == scores()
    two = [["ตัวชี้วัด", "คะแนน", "คะแนน"], *sheet[1:]]
    found = read(office_tables.workbook(two))
    assert found.asked
    assert taken(read(office_tables.workbook(two), columns={"B": "-"})) == scores()


@pytest.mark.parametrize(
    "pairs", [[["คะแนนรวม", "96.79"], ["ระดับ", "ผ่านดี"]], [["ระดับผลการประเมิน", "ผ่านดี"], ["รวม", "ร้อยละ ๙๖.๗๙"]]]
)
def test_a_table_of_totals_only(pairs: Sequence[Sequence[str]]) -> None:
    found = read(office_tables.workbook(pairs), kind=ImportKind.RESULT)
    assert dict(found.files[0].value) == {"total": "96.79", "level": "ผ่านดี"}


def test_a_mean_is_no_total() -> None:
    sheet = [*rows()[:11], ["", "ค่าเฉลี่ย", "96.26"]]
    found = read(office_tables.workbook(sheet))
    assert "total" not in taken(found)
    assert "ไม่ใช่คะแนนรวม" in why(found)


def test_a_province_has_a_row_for_each_office() -> None:
    head = ["ที่", "หน่วยงาน", *(f"ตัวชี้วัดที่ {id_}" for id_ in scores()), "คะแนนรวม", "ระดับ"]
    mine = ["2", "องค์การบริหารส่วนตำบลสามเรือน", *(str(each) for each in scores().values()), "96.79", "ผ่านดี"]
    other = ["1", "เทศบาลตำบลอื่น", *(["50"] * 10), "50", "ไม่ผ่าน"]
    found = read(office_tables.workbook([head, other, mine]))
    assert taken(found) == {**scores(), **ALL}
    missing = read(office_tables.workbook([head, other, [*mine[:1], "เทศบาลตำบลไกล", *mine[2:]]]))
    assert taken(missing) == {}
    assert "ไม่มีแถวของ" in why(missing)


def test_items_and_an_unknown_heading_that_a_person_explains() -> None:
    sheet = [
        ["ข้อ", "เรื่อง", "ได้"],
        ["๐๑", "โครงสร้าง", "100"],
        ["O13", "รายงาน", "50"],
        ["o44", "ไม่มี", "100"],
        ["i๑", "ขั้นตอน", "97.86"],
    ]
    assert taken(read(office_tables.workbook(sheet), kind=ImportKind.RESULT)) == {}
    found = read(office_tables.workbook(sheet), kind=ImportKind.RESULT, columns={"B": "name", "C": "score"})
    assert taken(found) == {"O1": Decimal(100), "O13": Decimal(50), "I1": Decimal("97.86")}
    assert "เกณฑ์ของปีนี้ไม่มี O44" in why(found)


def test_errors_and_formulas_without_a_value_are_named() -> None:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.active["C3"] = "=SUM(C1:C2)"
    book.active["C4"] = "#DIV/0!"
    found = read(office_tables.saved(book))
    assert not {"2", "3"} & set(taken(found))
    assert "ไม่มีค่าเก็บไว้" in why(found)
    assert "ข้อผิดพลาดของ Excel" in why(found)


def test_a_score_merged_over_several_rows_is_no_score_of_the_first() -> None:
    """The score of an instrument stands so beside its indicators, under a heading that says only “คะแนน”."""
    instruments = {"1": "96.86", "6": "95.77", "9": "97.50"}
    listed = [[f"ตัวชี้วัดที่ {id_} {name}", instruments.get(id_)] for id_, name, _ in rows()[1:11]]
    found = read(office_tables.workbook([["ตัวชี้วัด", "คะแนน"], *listed], ["B2:B6", "B7:B9", "B10:B11"]))
    assert taken(found) == {}
    assert why(found).count("ผสานกับแถวล่าง") == 3
    two = read(office_tables.workbook(rows(), ["C2:C3"]))
    assert not {"1", "2"} & set(taken(two))
    assert len(taken(two)) == len(scores()) + 1 - 2


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (99.05, "0.##", "99.05"),
        (99.5, "0.0#", "99.5"),
        (99.0549, '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', "99.05"),
        (0.9905, "0.00%", "99.05"),
        (0, '0.00;-0.00;"-"', "แต่พบ “-”"),
        (0, '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', "แต่พบ “-”"),
        (99.05, ";;;", "รูปแบบตัวเลขของ Excel ไม่แสดง"),
        (-99.05, "0.00;[Red]0.00", "คะแนน -99.05 อยู่นอกช่วง"),
        (1e308, "0.00", "แต่พบ “1e+308”"),
        (date(2568, 2, 29), "dd/mm/yyyy", "แต่พบ “29/2/2568”"),
    ],
)
def test_a_number_is_the_one_that_excel_shows(value: object, number_format: str, shown: str) -> None:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.active["C3"] = value
    book.active["C3"].number_format = number_format
    found = read(office_tables.saved(book))
    if shown[0].isdigit():
        assert taken(found)["2"] == Decimal(shown)
    else:
        assert "2" not in taken(found)
        assert "C3" in why(found)
        assert shown in why(found)


def test_a_number_too_large_for_any_is_named() -> None:
    plain = zipfile.ZipFile(io.BytesIO(office_tables.workbook([*rows()[:2], ["2", "x", 99.05]])))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in plain.namelist():
            archive.writestr(name, plain.read(name).replace(b"<v>99.05</v>", b"<v>1E400</v>"))
    assert "C3" in why(read(made.getvalue()))


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\x7f", "\U000e0041"])
@pytest.mark.parametrize("made", [office_tables.separated, office_tables.web_page], ids=["csv", "page"])
def test_a_cell_with_a_character_that_may_not_be_published_is_named_and_the_others_are_read(
    made: Callable[[Sequence[Sequence[str]]], bytes], character: str
) -> None:
    sheet = rows()
    sheet[2][2] = f"99{character}.05"
    found = read(made(sheet))
    assert "2" not in taken(found)
    assert len(taken(found)) == len(scores())
    assert f"U+{ord(character):04X}" in why(found)


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\u2028", "\u2029"])
def test_the_lines_of_a_word_processor_are_lines(end: str) -> None:
    sheet = rows()
    sheet[2][1] = f"การใช้{end}งบประมาณ"
    assert taken(read(office_tables.separated(sheet))) == {**scores(), **ALL}


def test_what_is_struck_out_is_not_read() -> None:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.active["C3"].font = Font(strike=True)
    found = read(office_tables.saved(book))
    assert "2" not in taken(found)
    assert "C3 ข้อความในช่องนี้ถูกขีดฆ่า" in why(found)

    document = docx.Document(io.BytesIO(office_tables.word_document(rows())))
    document.tables[0].rows[2].cells[2].paragraphs[0].runs[0].font.strike = True
    document.tables[0].rows[3].cells[2].paragraphs[0].runs[0].font.double_strike = True
    document.tables[0].rows[4].cells[2].paragraphs[0].runs[0].font.strike = False
    made = io.BytesIO()
    document.save(made)
    found = read(made.getvalue())
    assert {"1", "4"} <= set(taken(found))
    assert not {"2", "3"} & set(taken(found))


OIT = [["1. โครงสร้าง", "100"], ["2. ข้อมูลผู้บริหาร", "50"], ["3. ข้อมูลการติดต่อ", "100"], ["คะแนนรวม", "97.50"]]


@pytest.mark.parametrize(
    "sheet",
    [
        # Numbers that count lines of a list of items are no indicators.
        [["รายการ", "คะแนน"], *OIT],
        [
            ["ข้อ", "ชื่อ", "คะแนน"],
            *([str(place), name[3:], score] for place, (name, score) in enumerate(OIT[:3], start=1)),
        ],
        # How many questions or people there are is no score.
        [["แบบวัด", "จำนวนข้อ"], ["IIT", "15"], ["EIT", "9"], ["OIT", "28"]],
        [["แบบวัด", "จำนวนผู้ตอบ (ร้อยละ)"], ["IIT", "80"], ["EIT", "75"]],
        # Nor is a change, an aim or an average of others.
        [["ตัวชี้วัด", "คะแนนที่เพิ่มขึ้น"], *([f"ตัวชี้วัดที่ {id_} {name}", "3.04"] for id_, name, _ in rows()[1:11])],
        [["ตัวชี้วัด", "คะแนนเฉลี่ยจังหวัด"], *([f"ตัวชี้วัดที่ {id_} {name}", "85"] for id_, name, _ in rows()[1:11])],
        [["ตัวชี้วัด", "คะแนน (เต็ม ๕)"], *([f"ตัวชี้วัดที่ {id_} {name}", "4.5"] for id_, name, _ in rows()[1:11])],
        [["ตัวชี้วัด", "คะแนนเป้าหมาย"], *([f"ตัวชี้วัดที่ {id_} {name}", "85"] for id_, name, _ in rows()[1:11])],
    ],
    ids=["counted", "numbered", "questions", "people", "changes", "averages", "fives", "aims"],
)
def test_figures_that_are_no_scores_are_not_taken(sheet: Sequence[Sequence[str]]) -> None:
    found = read(office_tables.workbook(sheet), kind=ImportKind.RESULT)
    assert not set(taken(found)) & {*scores(), "IIT", "EIT", "OIT", "total"}
    assert found.count(Fate.UNCLEAR, Fate.LEFT_OUT) >= len(sheet) - 1


def test_parts_of_indicators_and_levels_of_instruments() -> None:
    sheet = [
        ["รายการ", "คะแนน", "ระดับ"],
        ["IIT", "96.86", "ผ่านดี"],
        ["ตัวชี้วัดที่ 9", "95.00", ""],
        ["9.1 ข้อมูลพื้นฐาน", "90", ""],
    ]
    value = read(office_tables.workbook(sheet)).files[0].value
    assert value["instruments"] == [{"id": "IIT", "score": "96.86", "level": "ผ่านดี"}]
    assert value["subindicators"] == [{"id": "9.1", "score": "90", "name": "ข้อมูลพื้นฐาน"}]
