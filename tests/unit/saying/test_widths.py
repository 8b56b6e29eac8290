"""Columns that hold far more than the others are given more room."""

from __future__ import annotations

import pytest

from ita_site.saying.view.widths import wide_columns


@pytest.mark.parametrize(
    ("cells", "wide"),
    [
        ([("ขั้นตอน", 300), ("ผู้รับผิดชอบ", 20), ("ระยะเวลา", 30)], {"ขั้นตอน"}),
        ([("ที่มา", 450), ("ขั้นตอน", 230), ("ผู้รับผิดชอบ", 20)], {"ที่มา", "ขั้นตอน"}),
        ([("ที่มา", 10), ("ขั้นตอน", 90), ("ที่มา", 200)], {"ที่มา", "ขั้นตอน"}),
        ([("ผล", 300), ("ผลลัพธ์", 290), ("ข้อเสนอแนะ", 280)], {"ผล", "ผลลัพธ์"}),
        ([("ขั้นตอน", 0), ("ระยะเวลา", 0)], set()),
        ([], set()),
    ],
    ids=["one", "two", "the longest cell of each", "two at most", "an empty table", "no table"],
)
def test_the_longest_columns_are_wide(cells: list[tuple[str, int]], wide: set[str]) -> None:
    assert wide_columns(cells) == wide
