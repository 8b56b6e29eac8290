"""The addresses an office has published, kept beside its data: none of them may disappear.

`urls.txt` has one a line, from the root of the site: `/2568/measures/e-service/`. Others link to them, and an
assessor has them on a form, so the list only grows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load import ADDRESS_LIST
from ita_site.ground import addresses
from ita_site.ground.problems import Position, Problem
from ita_site.saying.words import theme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

_MAX_SHOWN = 100


def lost(data: Path, name: str, published: Collection[str]) -> list[Problem]:
    """Return a problem for each address of the list that is not published any more; none without a list.

    Args:
        data: the data folder.
        name: what messages call it.
        published: the addresses of all pages, old ones that lead on among them, and of attachments, from the root.

    """
    return [
        Problem(
            Position(f"{name}/{ADDRESS_LIST}", number, 1),
            "lost-address",
            f"เคยเผยแพร่ไฟล์แนบ {address[:_MAX_SHOWN]} แต่ไม่มีไฟล์นี้แล้ว ลิงก์ที่ผู้อื่นทำไว้จะเสีย"
            " ให้นำไฟล์ชื่อเดิมกลับมาไว้ในโฟลเดอร์ files ของปีนั้น และพิมพ์ชื่อไฟล์ไว้ที่เอกสารที่ไฟล์นั้นแนบ"
            if addresses.is_attachment(address.removeprefix("/"))
            else f"เคยเผยแพร่ที่อยู่ {address[:_MAX_SHOWN]} แต่ไม่มีหน้านี้แล้ว ลิงก์ที่ผู้อื่นทำไว้จะเสีย"
            " ถ้าเปลี่ยนชื่อไฟล์มาตรการหรือรายงาน ให้พิมพ์ชื่อเดิมที่ was: ของไฟล์ใหม่ ถ้าลบไป ให้นำไฟล์กลับมา",
        )
        for number, address in _listed(data)
        if address not in published
    ]


def add(data: Path, published: Iterable[str]) -> int:
    """Put addresses into the list that it lacks, and return how many; nothing is ever taken off."""
    known = {address for _, address in _listed(data)}
    new = set(published) - known
    if new:
        text = "\n".join([theme.ADDRESS_LIST_HEAD, *sorted(known | new), ""])
        (data / ADDRESS_LIST).write_text(text, encoding="utf-8")
    return len(new)


def _listed(data: Path) -> list[tuple[int, str]]:
    """Return the addresses of the list with the line of each."""
    path = data / ADDRESS_LIST
    if not path.is_file():
        return []
    lines = enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), start=1)
    return [(number, line.strip()) for number, line in lines if line.strip() and not line.startswith("#")]
