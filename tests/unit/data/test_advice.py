"""What an editor is told to type instead, for the ways in which documents and hands write figures and addresses."""

from __future__ import annotations

import pytest

from ita_site.data.model import advice


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("96.87 คะแนน", "ตัด “คะแนน” ออก ให้พิมพ์ 96.87"),
        ("96.87คะแนน", "ตัด “คะแนน” ออก ให้พิมพ์ 96.87"),
        ("ร้อยละ ๙๖.๘๗", "ตัด “ร้อยละ” ออก ให้พิมพ์ 96.87"),
        ("96.87%", "ตัด “%” ออก ให้พิมพ์ 96.87"),
        ("96,87", "ใช้จุดแทนจุลภาค ให้พิมพ์ 96.87"),
        ("๙๖,๘๗ คะแนน", "ตัด “คะแนน” ออก และใช้จุดแทนจุลภาค ให้พิมพ์ 96.87"),
        ("1,234", "ไม่ใส่จุลภาคหรือเว้นวรรคคั่นหลัก ให้พิมพ์ 1234"),
        ("1 234 คน", "ตัด “คน” ออก และไม่ใส่จุลภาคหรือเว้นวรรคคั่นหลัก ให้พิมพ์ 1234"),
        ("“97.19”", "ตัดเครื่องหมายคำพูดออก ให้พิมพ์ 97.19"),
        ("–3.04", "ขีดยาว “–” (U+2013) ไม่ใช่เครื่องหมายลบ ให้ใช้ - ให้พิมพ์ -3.04"),
        ("— 3.04", "ขีดยาว “—” (U+2014) ไม่ใช่เครื่องหมายลบ ให้ใช้ - ให้พิมพ์ -3.04"),
        ("93. 55", "ลบเว้นวรรคในตัวเลข ให้พิมพ์ 93.55"),
        ("9O.5", "มีตัวอักษร O หรือ l แทนตัวเลข ให้พิมพ์ 90.5"),
        ("96:87", "ใช้จุด (.) เป็นจุดทศนิยม ให้พิมพ์ 96.87"),
        (".5", "ใส่ 0 หน้าจุด ให้พิมพ์ 0.5"),
        ("012", "ลบ 0 ข้างหน้า ให้พิมพ์ 12"),
        ("ลำดับที่ 3", "ตัด “ลำดับที่” ออก ให้พิมพ์ 3"),
        ("96.87 (ผ่าน)", "พิมพ์เฉพาะตัวเลข ให้พิมพ์ 96.87"),
    ],
)
def test_each_way_of_writing_a_figure_has_its_own_advice(typed: str, said: str) -> None:
    assert advice.on_number(typed, is_score=True) == f" {said}"


@pytest.mark.parametrize(
    "typed", ["ไม่มี", "ไม่มีคะแนน", "-", "–", "N/A", "n/a", "NA", "--", "ไม่ได้ประกาศ", "ไม่ปรากฏ", "รอผล", "None"]
)
def test_that_there_is_no_figure_is_no_zero(typed: str) -> None:
    assert "missing:" in advice.on_number(typed, is_score=True)
    assert "ลบช่องนี้" in advice.on_number(typed, is_score=False)


@pytest.mark.parametrize("typed", ["abc", "96.87/100", "96.87.5", "3 จาก 78", "สูง"])
def test_what_may_mean_several_figures_is_left_to_the_editor(typed: str) -> None:
    assert advice.on_number(typed, is_score=True) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("054-123456", "tel:+6654123456"),
        ("๐๕๔ ๑๒๓ ๔๕๖", "tel:+6654123456"),
        ("081-234-5678", "tel:+66812345678"),
        ("โทร. 0 5412 3456 ต่อ 12", "tel:+6654123456"),
        ("+66 54 123456", "tel:+6654123456"),
        ("1567", "tel:1567"),
        ("saraban@example.go.th", "mailto:saraban@example.go.th"),
        ("อีเมล saraban@example.go.th", "mailto:saraban@example.go.th"),
        ("www.example.go.th", "https://www.example.go.th"),
        ("facebook.com/example", "https://facebook.com/example"),
        ("https//example.go.th/a", "https://example.go.th/a"),
    ],
)
def test_a_number_a_mailbox_and_a_site_get_their_address(typed: str, meant: str) -> None:
    assert advice.on_address(typed) == f" ให้พิมพ์ {meant}"


@pytest.mark.parametrize(
    "typed", ["https://www.example.go.th@evil.example/", "javascript:alert(1)", "ติดต่อสำนักปลัด", "@line"]
)
def test_nothing_is_offered_where_nobody_can_tell(typed: str) -> None:
    assert "https:// (หรือ mailto: tel:)" in advice.on_address(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025-09-30T00:00:00.000Z", "30 ก.ย. 2568"),
        ("2025-09-29T17:00:00.000Z", "30 ก.ย. 2568"),
        ("2025-09-30T23:30:00+07:00", "30 ก.ย. 2568"),
        ("2025-12-31T20:00:00-05:00", "1 ม.ค. 2569"),
        ("2568-09-30 00:00:00", "30 ก.ย. 2568"),
        ("06/10/2567", "6 ต.ค. 2567"),
        ("6/10/2024", "6 ต.ค. 2567"),
        ("10/16/2025", "16 ต.ค. 2568"),
        ("๖.๑๐.๖๘", "6 ต.ค. 2568"),
        ("วันที่ 30 กันยายน พ.ศ. 2568", "30 ก.ย. 2568"),
        ("ภายใน ๓๐ กย ๒๕๖๘", "30 ก.ย. 2568"),
        ("6 ตุลาคน 2568", "6 ต.ค. 2568"),
        ("6 October 2025", "6 ต.ค. 2568"),
        ("45931", "1 ต.ค. 2568"),
    ],
)
def test_a_day_in_another_form_is_offered_in_ours(typed: str, meant: str) -> None:
    assert advice.on_date(typed) == f" ให้พิมพ์ {meant}"


@pytest.mark.parametrize(
    "typed", ["เร็ว ๆ นี้", "1 ม.ค. 2568 - 3 ก.พ. 2568", "31 ก.พ. 2568", "2025-13-01T00:00:00Z", "99/99/2568"]
)
def test_no_day_is_offered_where_there_is_none(typed: str) -> None:
    assert advice.on_date(typed) == ""
