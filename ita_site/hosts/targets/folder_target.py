"""A site published into a folder: a share of the network, a USB stick, a folder that a web server shows."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.hosts.reports import replaced_report
from ita_site.hosts.targets.delivery import CannotDeliver, Delivered
from ita_site.publishing.staging import StagedFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NOTHING_KEPT = "ไม่มีเว็บไซต์ชุดก่อนให้ย้อนกลับ"
UNCHANGED = "เว็บไซต์ที่เผยแพร่อยู่เหมือนชุดนี้ทุกไฟล์แล้ว จึงไม่ได้เขียนใหม่"
_SIGN = addresses.data_file("agency.yml")
"""What every site of ours has, and hardly another folder."""


def deliver(site: Path, target: Path, tell: Callable[[str], None], sources: Iterable[Path] = ()) -> Delivered:
    """Put a copy of a site in the place of what is published; that is kept.

    Args:
        site: a site as it was built.
        target: the folder to be replaced; where there is none, it is made.
        tell: called with a sentence before waiting for another process.
        sources: folders that a site is made from, none of which may be replaced.

    Raises:
        CannotDeliver: the folder holds something else than a site.
        OSError: the system refuses; what is published is as it was.

    """
    refuse_another(target, sources)
    staged = StagedFolder(target, lambda: tell(replaced_report.waiting(target)))
    try:
        if _are_alike(site, target):
            return Delivered(str(target), (UNCHANGED,))
        shutil.copytree(site, staged.folder, dirs_exist_ok=True, ignore=_hidden_at(site))
        replaced = staged.publish(keep=True)
    finally:
        staged.discard()
    return Delivered(str(target), tuple(replaced_report.lines(replaced, target)))


def roll_back(target: Path, tell: Callable[[str], None]) -> Delivered:
    """Put the site that was published before back into its place; what stands there is taken away.

    Raises:
        CannotDeliver: none is kept.
        OSError: the system refuses; what is published is as it was.

    """
    staged = StagedFolder(target, lambda: tell(replaced_report.waiting(target)))
    try:
        kept = staged.previous.all()
        while kept and _are_alike(kept[0], staged.target):  # put back by a run that was cut short
            staged.previous.drop(kept.pop(0))
        if not kept:
            raise CannotDeliver(NOTHING_KEPT)
        shutil.copytree(kept[0], staged.folder, symlinks=True, dirs_exist_ok=True, ignore=_hidden_at(kept[0]))
        previous = staged.previous
        replaced = staged.publish()
        previous.drop(kept[0])
    finally:
        staged.discard()
    return Delivered(str(target), tuple(replaced_report.lines(replaced, target)))


def forget(target: Path, tell: Callable[[str], None]) -> int:
    """Take away all that is kept of former sites, and return how many there were.

    Raises:
        OSError: the system refuses.

    """
    staged = StagedFolder(target, lambda: tell(replaced_report.waiting(target)))
    try:
        kept = staged.previous.all()
        for each in kept:
            staged.previous.drop(each)
    finally:
        staged.discard()
    return len(kept)


def refuse_another(target: Path, sources: Iterable[Path]) -> None:
    """See to it that only a site is replaced.

    Raises:
        CannotDeliver: the folder holds something else, or what the site is made from.

    """
    place = target.resolve()
    if any(place == each or place in each.parents for each in (source.resolve() for source in sources)):
        message = f"{target} มีข้อมูลหรือไฟล์ของโครงการอยู่ เผยแพร่ทับไม่ได้ ให้ตั้งปลายทางเป็นโฟลเดอร์อื่น"
        raise CannotDeliver(message)
    if target.exists() and not target.is_dir():
        message = f"{target} เป็นไฟล์ ไม่ใช่โฟลเดอร์ ให้ตั้งปลายทางเป็นโฟลเดอร์"
        raise CannotDeliver(message)
    others = [each.name for each in target.iterdir() if not each.name.startswith(".")] if target.is_dir() else []
    if others and not (target / _SIGN).is_file():
        message = (
            f"{target} มีไฟล์อื่นอยู่ ({', '.join(sorted(others)[:3])}) ไม่ใช่เว็บไซต์ที่สร้างด้วยโปรแกรมนี้ จึงไม่เขียนทับ"
            " ให้ตั้งปลายทางเป็นโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง"
        )
        raise CannotDeliver(message)


def _hidden_at(top: Path) -> Callable[[str, list[str]], list[str]]:
    """Return what leaves out the hidden entries at the top of a folder: they belong to whoever runs the web server."""

    def hidden(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name.startswith(".")] if Path(folder) == top else []

    return hidden


def _are_alike(one: Path, other: Path) -> bool:
    """Tell whether two sites have the same files, but for what is hidden at their top."""
    first, second = ({path.relative_to(top): path for path in _files(top)} for top in (one, other))
    return first.keys() == second.keys() and all(
        path.stat().st_size == second[name].stat().st_size and path.read_bytes() == second[name].read_bytes()
        for name, path in first.items()
    )


def _files(top: Path) -> list[Path]:
    shown = [each for each in top.iterdir() if not each.name.startswith(".")] if top.is_dir() else []
    return [path for each in shown for path in ([each] if each.is_file() else each.rglob("*")) if path.is_file()]
