"""The attack corpus: what an editor, a careless paste or an enemy might put into the data.

`corpus/attacks.tsv` has one attack a row: id, vector, payload and what must come of it. A payload is the inside
of a JSON string, `gen:` and an expression for one too long to write down, or `file:` and the name of a file
that `write_files` makes.
"""

from __future__ import annotations

import codecs
import io
import json
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.ground import text_damage
from tests.helpers import TESTS

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = TESTS / "corpus" / "attacks.tsv"
_DECEIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\U000e0000-\U000e007f]")
TYPED = ("xss", "md", "tpl", "url", "uni", "path", "xml", "json", "ics", "csv", "log", "gha", "id")
"""The families that an editor types into a text; the others are files, or too long."""

_GENERATED = {
    """b"x"*101*1024*1024""": "file:over-limit.pdf",
    """'a: '+'9'*5000""": "a: " + "9" * 5000,
    """'a: 0x'+'f'*200000""": "a: 0x" + "f" * 200_000,
    """'a: '+'1:'*2000+'1'""": "a: " + "1:" * 2000 + "1",
    """'a: '+'ก'*5_000_000""": "a: " + "ก" * 5_000_000,
    r"""''.join(f'- {{id: {i}}}\n' for i in range(100000))""": "".join(f"- {{id: {i}}}\n" for i in range(100_000)),
    """'['*20000""": "[" * 20_000,
    """'`'*20000+'a'""": "`" * 20_000 + "a",
    """'<![' *20000""": "<![" * 20_000,
    """'<a '*20000""": "<a " * 20_000,
    """"ก"*2000""": "ก" * 2000,
}
"""What each `gen:` expression of the corpus stands for, so that nothing read from a file is ever evaluated."""

_YAML = "title: แผนพัฒนาท้องถิ่น\nyear: 2569\n"
_PDF_WITH_SCRIPT = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True)
class Attack:
    """One row of the corpus; for a `file:` row the payload is empty and `file` is the name of the file."""

    id: str
    vector: str
    payload: str
    expected: str
    file: str = ""

    @property
    def family(self) -> str:
        """Return what the id begins with: `xss`, `yaml`, `url`, …"""
        return self.id.partition("-")[0]

    @property
    def deceives(self) -> bool:
        """Tell whether it holds characters that deceive a reader, or too many marks on one: all that is refused."""
        return self.id == "uni-zalgo" or _DECEIVING.search(self.payload) is not None


def load(*families: str) -> list[Attack]:
    """Return the attacks of these families, or of all, in the order of the corpus."""
    rows = (_attack(*line.split("\t")) for line in CORPUS.read_text("utf-8").rstrip("\n").split("\n")[1:])
    return [attack for attack in rows if not families or attack.family in families]


def paragraphs(text: str) -> list[str]:
    """Part a text where a blank line parts it on a page, each part as a reader must see it.

    White space counts as one space, and a text has one spelling: composed (NFC), ำ in one piece, and
    without the characters that nobody sees. Wide letters and the like are read as they can only be meant.
    """
    text, _ = text_damage.read(text)
    spelt = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    spelt = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", spelt.replace("\u00a0", " "))
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", spelt.strip()) if part.strip()]


def write_files(folder: Path) -> None:
    """Make the file of every `file:` row in the folder, and two that are as common: TIS-620, no last line end."""
    for name, content in _files().items():
        (folder / name).write_bytes(content)
    with (folder / "over-limit.pdf").open("wb") as file:
        file.truncate(101 * 1024 * 1024)


def _attack(name: str, vector: str, cell: str, expected: str) -> Attack:
    payload = _GENERATED[cell.removeprefix("gen:")] if cell.startswith("gen:") else cell
    if payload.startswith("file:") and not payload.startswith("file:///"):
        return Attack(name, vector, "", expected, file=payload.removeprefix("file:"))
    return Attack(name, vector, payload if cell.startswith("gen:") else json.loads(f'"{cell}"'), expected)


def _files() -> dict[str, bytes]:
    return {
        ".htaccess": b"AddHandler application/x-httpd-php .pdf\n",
        "bomb.zip": _zip_bomb(),
        "empty.pdf": b"",
        "evil.html": b"<script>alert(1)</script>",
        "evil.xht": b'<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
        "js.pdf": _PDF_WITH_SCRIPT,
        "lfs.pdf": b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12345\n",
        "shell.php.pdf": b'<?php echo "PHP-RAN";',
        "bad.yml": b"title: \xe0\xb8\xff\n",
        "binary.yml": bytes(range(256)),
        "bom.yml": codecs.BOM_UTF8 + _YAML.encode(),
        "conflict.yml": b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n",
        "cr.yml": _YAML.replace("\n", "\r").encode(),
        "crlf.yml": _YAML.replace("\n", "\r\n").encode(),
        "no-line-end.yml": _YAML.rstrip().encode(),
        "tis620.yml": _YAML.encode("cp874"),
        "utf16.yml": codecs.BOM_UTF16_LE + _YAML.encode("utf-16-le"),
    }


def _zip_bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", b"0" * 20_000_000)
    return data.getvalue()
