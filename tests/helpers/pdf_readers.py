"""What programs read in a PDF: poppler (Evince, Okular), pypdf, and pdf.js (Firefox)."""

from __future__ import annotations

import io
import json
import re
import subprocess
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pypdf import PdfReader

from tests.helpers import TESTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PDF_JS = TESTS / "html" / "read_pdf.mjs"
_BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_MM = 25.4 / 72


class Box(NamedTuple):
    """Where a word stands on its sheet, in mm from the left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float
    word: str


def letters(text: str) -> str:
    """Return the letters of a text in one spelling, without spaces: a reader guesses spaces from places."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def by_poppler(pdf: bytes) -> list[str]:
    """Return the text of each page in the order of the file."""
    return _poppler(pdf, "-raw").split("\f")[:-1]


def boxes(pdf: bytes, page: int) -> list[Box]:
    """Return each word of a page, counted from 1, with its place."""
    found = _BOX.findall(_poppler(pdf, "-bbox", "-f", str(page), "-l", str(page)))
    sides = [[float(each) * _MM for each in place] for *place, _ in found]
    return [Box(left, top, right, low, each[-1]) for (left, top, right, low), each in zip(sides, found, strict=True)]


def by_pypdf(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def by_pdf_js(pdfs: Iterable[bytes], folder: Path) -> list[list[str]]:
    """Return the text of each page of each file; they are written into a folder for Node to read."""
    names = []
    for place, pdf in enumerate(pdfs):
        names.append(folder / f"{place}.pdf")
        names[-1].write_bytes(pdf)
    listed = "\n".join(map(str, names))
    done = subprocess.run(["node", _PDF_JS], input=listed, capture_output=True, text=True, check=True)
    read: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    return read


def _poppler(pdf: bytes, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()
