"""What cannot be published of the files that a project lays beside its data: pages, pictures, its own theme.

MkDocs follows links out of the project, waits for ever at a pipe, and lets one file silently take another's place.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data.source import damage_report, text
from ita_site.ground import addresses, file_names, markup, text_damage
from ita_site.ground.addresses import Kind, Subject
from ita_site.ground.problems import Position, Problem, Severity, few_of_each
from ita_site.publishing import content, package_files
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from ita_site.data.source.text import Sheet
    from ita_site.ground.website import Website
    from ita_site.publishing.content import ContentPage
    from ita_site.publishing.settings import Settings

_PROGRAMS = frozenset({".php", ".phtml", ".phar", ".asp", ".aspx", ".ashx", ".jsp", ".jspx", ".cgi", ".pl", ".shtml"})
"""What a web server may run."""
_ACTIVE_SVG = re.compile(rb"<script|<foreignobject|\son[a-z]+\s*=|javascript:|<!entity", re.IGNORECASE)
_CONFLICT = re.compile(rb"^<<<<<<< ", re.MULTILINE)
_TEMPLATE = re.compile(r"^[\"']?template[\"']?\s*:", re.MULTILINE)
_NOT_FOUND = "404.md"
_LOCK = ".#"
"""How the link begins with which an editor marks a file that it has open; it leads nowhere."""


def check(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with the files of the pages written by hand, and of the project's own theme.

    Raises:
        OSError: the disk does not answer.

    """
    packaged = package_files.files(Folder.THEME)
    for folder in (settings.content, settings.theme_folder):
        if folder is None:
            continue
        name = content.folder_name(folder, settings.root)
        if folder.is_symlink() and not _is_inside(folder, settings):
            yield _link(Position(name))
            continue
        for path in _all(folder):
            inside = path.relative_to(folder).as_posix()
            position = Position(file_names.readable(f"{name}/{inside}"))
            if (refused := _refused(position, path)) is not None:
                yield refused
            elif folder == settings.content and path.is_file() and not _is_hidden(inside):
                yield from _page(position, path, inside, settings) if path.suffix == ".md" else _file(position, path)
                if inside in packaged:
                    yield _in_place_of_the_theme(position, inside)


def leads_elsewhere(path: Path, folder: Path) -> bool:
    """Tell whether a file below a folder is a link, stands behind one, or is a pipe or a device."""
    there = path.resolve() == folder.resolve() / path.relative_to(folder)
    return not there or not stat.S_ISREG(path.lstat().st_mode)


def taken(
    pages: Iterable[ContentPage], settings: Settings, website: Website, made: AbstractSet[str]
) -> Iterator[Problem]:
    """Yield an error for each file written by hand that would be published where another is.

    Args:
        pages: the pages written by hand.
        settings: those of the site.
        website: how addresses of pages are written.
        made: the files that are published beside them, by their path on the site.

    """
    held = dict.fromkeys(made, "")
    for page in pages:
        place = website.file_of_markdown(page.path)
        if place in held:
            yield Problem(
                Position(page.name),
                "address-taken",
                f"หน้านี้จะอยู่ที่ {place} ซึ่งเป็นที่อยู่ของ{held[place] or 'หน้าที่ระบบสร้าง'}แล้ว ให้เปลี่ยนชื่อไฟล์ หรือลบหน้าใดหน้าหนึ่ง",
            )
        held.setdefault(place, f" {page.name} ")
    if settings.content is None:
        return
    name = content.folder_name(settings.content, settings.root)
    for path in _all(settings.content):
        inside = path.relative_to(settings.content).as_posix()
        if path.suffix == ".html" and inside in held:
            yield Problem(
                Position(f"{name}/{inside}"),
                "address-taken",
                f"ไฟล์นี้จะแทน{held[inside] or 'หน้าที่ระบบสร้าง'}ให้เปลี่ยนชื่อ หรือลบไฟล์นี้",
            )


def may_take_an_address(settings: Settings) -> bool:
    """Tell, without making the pages, whether a file written by hand may be published where one of them is."""
    names = {Subject(kind).address.partition("/")[0] or "README" for kind in Kind}
    own = (path.name.partition(".")[0] for path in settings.content.iterdir()) if settings.content else ()
    return any(name.isdigit() or name in names for name in own)


def _all(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder and the folders below it, in order; what a link leads to is not looked at."""
    for path in sorted(folder.iterdir()):
        yield path
        if stat.S_ISDIR(path.lstat().st_mode):
            yield from _all(path)


def _is_hidden(inside: str) -> bool:
    return any(part.startswith(".") for part in inside.split("/"))


def _refused(position: Position, path: Path) -> Problem | None:
    """Return why a file or folder is not even opened; None where it may be."""
    mode = path.lstat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and not path.name.startswith(_LOCK):
        return _link(position)
    if not file_names.is_utf_8(path.name):
        return Problem(
            position,
            "bad-file-name",
            "ชื่อไฟล์หรือโฟลเดอร์นี้ไม่ใช่ UTF-8 (มักมาจาก ZIP ของ Windows ภาษาไทย) ให้เปลี่ยนชื่อ",
        )
    return None


def _is_inside(folder: Path, settings: Settings) -> bool:
    return settings.root is not None and folder.resolve().is_relative_to(settings.root.resolve())


def _link(position: Position) -> Problem:
    return Problem(
        position,
        "not-a-file",
        "เป็นทางลัด (link) หรือไฟล์พิเศษ ระบบไม่เผยแพร่สิ่งที่อยู่นอกโครงการ ให้คัดลอกไฟล์จริงมาไว้ที่นี่ หรือลบทางลัดนี้",
    )


def _page(position: Position, path: Path, inside: str, settings: Settings) -> Iterator[Problem]:
    data = path.read_bytes()
    sheet, problems = text.clean(data, position.path)
    if sheet is None:
        # A line of `=======` is a heading of Markdown, too.
        yield from (each for each in problems[:1] if each.code == "encoding" or _CONFLICT.search(data))
        return
    yield from few_of_each(_damaged(sheet, problems))
    page = content.parse(PurePosixPath(position.path), PurePosixPath(inside), sheet.text)
    if page.template and not _is_template(page.template, settings):
        line = _TEMPLATE.search(sheet.text)
        yield Problem(
            sheet.locate(line.start()) if line else position,
            "no-template",
            f"ไม่มีแม่แบบ “{markup.excerpt(page.template)}” ในธีม ให้ลบบรรทัด template: หรือวางไฟล์ไว้ในโฟลเดอร์ของธีม",
        )
    if inside == _NOT_FOUND and settings.directory_urls:
        yield Problem(
            position,
            "not-the-page-for-errors",
            f"หน้านี้จะอยู่ที่ {addresses.of_folder('404')} ไม่ใช่หน้าที่ผู้อ่านเห็นเมื่อไม่พบหน้า หน้านั้นคือ 404.html ของธีม",
            Severity.NOTICE,
        )


def _damaged(sheet: Sheet, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what copying did to the text of a page, which is published as it was typed."""
    yield from (each for each in problems if each.code == "unreadable-text")
    if not text_damage.is_sound(sheet.text):
        for damage in text_damage.read(sheet.text)[1]:
            yield damage_report.problem(damage, sheet.locate(damage.start), put_right=False)


def _is_template(name: str, settings: Settings) -> bool:
    """Tell whether the theme has a template of a name, which leads to no other folder."""
    own = settings.theme_folder / name if settings.theme_folder else None
    inside = not Path(name).is_absolute() and ".." not in PurePosixPath(name).parts
    return inside and (name in package_files.files(Folder.THEME) or (own is not None and own.is_file()))


def _file(position: Position, path: Path) -> Iterator[Problem]:
    if path.suffix.lower() in _PROGRAMS:
        yield Problem(
            position,
            "program",
            f"ไฟล์ {path.suffix} เป็นโปรแกรมที่เครื่องแม่ข่ายอาจสั่งให้ทำงาน เว็บไซต์นี้ไม่ต้องใช้ ให้ย้ายออกจากโฟลเดอร์นี้",
            Severity.WARNING,
        )
    elif path.suffix.lower() == ".svg" and _ACTIVE_SVG.search(path.read_bytes()):
        yield Problem(
            position,
            "active-picture",
            "รูป SVG นี้มีคำสั่งแฝงหรือเรียกสิ่งอื่น ให้บันทึกเป็น PNG หรือบันทึกใหม่เป็น SVG แบบธรรมดา (Plain SVG)",
            Severity.WARNING,
        )


def _in_place_of_the_theme(position: Position, inside: str) -> Problem:
    return Problem(
        position,
        "in-place-of-the-theme",
        f"ไฟล์นี้แทน {inside} ของโปรแกรม หน้าเว็บอาจใช้งานไม่ได้ ถ้าตั้งใจ ให้ย้ายไปไว้ในโฟลเดอร์ของธีม (custom_dir) ถ้าไม่ ให้เปลี่ยนชื่อ",
        Severity.WARNING,
    )
