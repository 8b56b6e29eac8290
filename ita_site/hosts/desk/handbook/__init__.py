"""The handbook for those who keep the data: Markdown in Thai, shown by the desk, never part of a published site."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import markdown

from ita_site.data import schemas

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER = Path(__file__).resolve().parent
PAGES = {
    "year-round": "รอบปี",
    "forms": "แบบกรอกทุกแบบ",
    "importing": "นำเข้าจากไฟล์ที่มีอยู่",
    "messages": "ข้อความของการตรวจ",
    "publishing": "เผยแพร่",
    "undo": "ย้อนและแก้สิ่งที่เผยแพร่แล้ว",
}
"""The pages by their names, in the order in which they are read, with what they are called."""
_GUIDE = "data-guide.md"
_WIDE = '<div class="wide" tabindex="0" role="region" aria-label="ตารางที่ {number}"><table>{table}'
_LINK = re.compile(r'(?P<what>href|src)="(?P<to>(?:pictures/)?[a-z-]+\.(?:md|png))"')


def pictures() -> dict[str, Path]:
    """Return the pictures of the pages by their names."""
    return {path.name: path for path in sorted((_FOLDER / "pictures").glob("*.png"))}


@cache
def text(name: str) -> str:
    """Return a page as Markdown; that of the forms lists every field that there is."""
    written = (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
    if name != "forms":
        return written
    guide = schemas.files()[_GUIDE]
    return f"{written}\n{guide[guide.index('## ') :]}"


def html(name: str, address: Callable[[str], str]) -> str:
    """Return a page as HTML.

    Args:
        name: of the page.
        address: where another page or a picture is, by its name with `.md` or `.png`.

    """
    made = markdown.markdown(text(name), extensions=["tables", "fenced_code", "attr_list"])
    # A wide table scrolls by itself, with the keys, too.
    before, *tables = made.split("<table>")
    wide = (_WIDE.format(number=number, table=table) for number, table in enumerate(tables, 1))
    made = "".join([before, *wide]).replace("</table>", "</table></div>")

    def led(found: re.Match[str]) -> str:
        return f'{found["what"]}="{address(found["to"])}"'

    return _LINK.sub(led, made)
