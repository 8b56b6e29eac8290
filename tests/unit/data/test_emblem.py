"""The emblem, which stands on every page: opened whole before it is published, and looked at before it is opened."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from ita_site.data.load import load
from tests.helpers.made_files import picture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Project = Callable[[Mapping[str, str | bytes]], Path]

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"
SCRIPT = b"<script>alert(1)</script>"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_says(width: int, height: int, *chunks: bytes) -> bytes:
    """Return a PNG with a size in its head, whatever there is behind it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def small(form: str, **options: Any) -> bytes:  # noqa: ANN401 - as Pillow has it
    saved = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(saved, form, **options)
    return saved.getvalue()


def codes(project: Project, name: str, data: bytes) -> list[str]:
    root = project(
        {"data/agency.yml": f"{AGENCY}logo: {name}\n", f"data/{name}": data, "data/2568/result.yml": "total: 9"}
    )
    return [f"{each.code} {each.severity}" for each in load(root / "data").problems]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + SCRIPT),
        ("a.png", small("PNG")[:60]),
        ("a.png", png_that_says(0, 0)),
        ("a.png", png_that_says(2**31 - 1, 2**31 - 1)),
        ("a.png", png_that_says(20_000, 20_000)),
        ("a.png", small("PNG") + b"<?php phpinfo();"),
        ("a.png", small("JPEG")),
        ("a.jpg", small("JPEG") + b"PK\x03\x04" + b"\0" * 60),
        ("a.jpg", small("JPEG", comment=SCRIPT)),
        ("a.webp", b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40),
        ("a.webp", b"RIFF/*WEBP*/=1;alert(1)//"),
        ("a.webp", small("WEBP") + SCRIPT),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_only_begins_as_a_picture_is_refused(name: str, data: bytes, project: Project) -> None:
    assert codes(project, name, data) == ["bad-image error"]


@pytest.mark.parametrize(("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")])
def test_a_picture_of_each_kind_is_taken(name: str, form: str, project: Project) -> None:
    assert codes(project, name, small(form)) == []


def test_where_it_was_taken_is_told_and_not_published(project: Project) -> None:
    root = project({"data/agency.yml": f"{AGENCY}logo: a.jpg\n", "data/a.jpg": picture("JPEG", gps=True)})
    logo = load(root / "data").logo
    assert logo is not None
    assert logo.cleaned is not None
    assert b"Exif" not in logo.cleaned
    assert codes(project, "a.jpg", picture("JPEG", gps=True)) == ["picture-with-position notice"]


def test_one_byte_too_many_is_not_said_to_be_what_is_allowed(project: Project) -> None:
    root = project(
        {"data/agency.yml": f"{AGENCY}logo: a.png\n", "data/a.png": b"\0" * 100_001, "data/2568/result.yml": "total: 9"}
    )
    (problem,) = load(root / "data").problems
    assert problem.code == "big-image"
    assert "ใหญ่ 101 กิโลไบต์" in problem.message
