"""Files that programs pack, as `verify` holds them against each other: by what is in them."""

from __future__ import annotations

import io
import sqlite3
import zipfile

import pytest

from ita_site.hosts.verification.packed_files import are_alike

PARTS = {"word/document.xml": "<w:t>99.37</w:t><w:t>ผ่านดีเยี่ยม</w:t>", "word/styles.xml": "<a b='1'/>"}


def packed(parts: dict[str, str], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as written:
        for name, text in parts.items():
            written.writestr(name, text)
    return out.getvalue()


def database(score: float, *, page_size: int = 4096) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA page_size = {page_size}")
    connection.execute("CREATE TABLE scores (published REAL)")
    connection.execute("INSERT INTO scores VALUES (?)", (score,))
    connection.commit()
    return connection.serialize()


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_paper_that_was_packed_otherwise_is_the_same(ending: str) -> None:
    other = packed(dict(reversed(PARTS.items())), how=zipfile.ZIP_STORED)
    assert other != packed(PARTS)
    assert are_alike(f"a.{ending}", packed(PARTS), other)


@pytest.mark.parametrize(
    "theirs",
    [
        pytest.param(packed({**PARTS, "word/document.xml": "<w:t>99.38</w:t><w:t>ผ่านดีเยี่ยม</w:t>"}), id="digit"),
        pytest.param(packed({"word/document.xml": PARTS["word/document.xml"]}), id="part gone"),
        pytest.param(packed({**PARTS, "word/media/stamp.png": "…"}), id="part more"),
        pytest.param(packed(PARTS)[:-30], id="cut"),
        pytest.param(packed(PARTS).replace(b"PK\x01\x02", b"PK\x01\x03"), id="damaged"),
        pytest.param(b"<html>404", id="a page in its place"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_paper_that_was_changed_is_another(theirs: bytes) -> None:
    assert not are_alike("a.docx", packed(PARTS), theirs)


def test_a_paper_that_would_fill_the_memory_is_not_unpacked() -> None:
    assert not are_alike("a.xlsx", packed(PARTS), packed({"xl/a.xml": "0" * 210_000_000}))


def test_a_database_is_the_same_by_its_rows() -> None:
    assert database(99.37) != database(99.37, page_size=1024)
    assert are_alike("a.sqlite", database(99.37), database(99.37, page_size=1024))


@pytest.mark.parametrize("theirs", [database(99.38), b"", b"SQLite format 3\0" + b"\xff" * 5000, b"<html>" * 99])
def test_a_database_of_other_rows_or_of_none_is_another(theirs: bytes) -> None:
    assert not are_alike("a.sqlite", database(99.37), theirs)


@pytest.mark.parametrize("ending", ["pdf", "parquet"])
def test_what_has_no_parts_is_the_same_by_its_bytes(ending: str) -> None:
    assert are_alike(f"a.{ending}", b"%PDF 99.37", b"%PDF 99.37")
    assert not are_alike(f"a.{ending}", b"%PDF 99.37", b"%PDF 99.38")
