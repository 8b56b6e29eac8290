"""Change a word of each paper in LibreOffice, and see whether it looks as before: by hand, as LibreOffice is large.

python -m tests.bench.word_round_trip FOLDER    # pictures of both, page by page; prints what differs

DOCX → ODT with one word replaced → DOCX; both DOCX are printed by LibreOffice and compared dot by dot. It needs
`soffice` (Debian: libreoffice-writer-nogui), `pdftoppm` (poppler-utils) and TH SarabunPSK or what stands for it.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import click
from PIL import Image, ImageChops

from ita_site.publishing.documents.word import as_docx
from tests.helpers import papers, sites

_WORDS = (("ดำเนินการ", "ปฏิบัติการ"), ("ข้อมูล", "ข้อความ"), ("คะแนน", "แต้ม"))
_DOTS = 60
"""Dots of an inch in the pictures."""
_SEEN = 128
"""By how much of 255 a dot differs where a reader sees it: LibreOffice rounds widths by a twentieth of a point."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def compare(folder: Path) -> None:
    """Write and compare all papers of all municipalities."""
    for name in ("first", "changed", "second"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    names = []
    for agency in sorted(sites.AGENCIES):
        for paper in papers.of(agency):
            names.append(f"{agency}-{paper.name}")
            (folder / "first" / f"{names[-1]}.docx").write_bytes(as_docx(paper))
    _convert("odt", folder / "first", "docx", folder / "changed")
    for path in (folder / "changed").glob("*.odt"):
        _replace_a_word(path)
    _convert("docx", folder / "changed", "odt", folder / "second")
    for part in ("first", "second"):
        _convert("pdf", folder / part, "docx", folder / part)
        for path in (folder / part).glob("*.pdf"):
            subprocess.run(["pdftoppm", "-r", str(_DOTS), "-png", path, path.with_suffix("")], check=True)
    for name in names:
        click.echo(f"{name}: {_told(folder, name)}")


def _convert(kind: str, source: Path, ending: str, target: Path) -> None:
    files = sorted(source.glob(f"*.{ending}"))
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(target), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def _replace_a_word(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    text = parts["content.xml"].decode()
    old, new = next((old, new) for old, new in _WORDS if old in text)
    parts["content.xml"] = text.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def _told(folder: Path, name: str) -> str:
    """Return how many pages there are before and after, and on which of them how much looks otherwise."""
    first, second = (sorted((folder / part).glob(f"{name}-*.png")) for part in ("first", "second"))
    differing = []
    for page, (before, after) in enumerate(zip(first, second, strict=False), 1):
        with Image.open(before) as one, Image.open(after) as other:
            changed = ImageChops.difference(one.convert("L"), other.convert("L")).point(
                lambda dot: 255 * (dot >= _SEEN)
            )
        if box := changed.getbbox():
            differing.append(f"page {page}: {changed.histogram()[255]} dots, {(box[3] - box[1]) / _DOTS * 25.4:.0f} mm")
    return f"{len(first)} and {len(second)} pages, {'; '.join(differing) or 'no dot differs'}"


if __name__ == "__main__":
    compare()
