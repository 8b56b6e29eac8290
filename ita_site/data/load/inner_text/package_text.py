"""The text of an office file, part by part: each part is known by its first element, whatever it is called.

OOXML is ECMA-376, ODF is ISO 26300. Pictures in the file are published as they are, so their metadata are read, too.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data.load.attachments import xml_elements
from ita_site.data.load.attachments.file_content import ENDINGS, OFFICE, PICTURES
from ita_site.data.load.attachments.limits import MAX_ENTRIES, MAX_FILE, MAX_UNPACKED
from ita_site.data.load.attachments.office import kind_of
from ita_site.data.load.attachments.xml_elements import Element, ElementEnd
from ita_site.data.load.inner_text import opendocument_text, picture_text, slides_text, word_text, workbook_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.data.load.inner_text.gathering import Gathering

_CHUNK = 1 << 16
_NUMBER = re.compile(r"(\d+)")
_WORD = {
    "document": "",
    "footnotes": "เชิงอรรถ",
    "endnotes": "เชิงอรรถท้ายเรื่อง",
    "hdr": "หัวกระดาษ",
    "ftr": "ท้ายกระดาษ",
    "comments": "ความเห็น",
    "glossaryDocument": "ข้อความสำเร็จรูป",
}
"""The first elements of the parts of a Word document, with where a reader finds them."""
_SLIDES = frozenset({"sld", "notes", "sldMaster", "sldLayout", "notesMaster", "handoutMaster"})
_PROPERTIES = frozenset({"coreProperties", "core-properties", "Properties"})
_NOTED = frozenset({"cmLst", "cmAuthorLst", "authorLst", "people", "personList", "connections"})
"""Comments, who wrote them, and where data came from: all texts and names in them are read."""
_NAMES = frozenset({"name", "displayName", "author", "userId", "initials", "connection", "command", "sourceFile"})
_DESCRIBING = frozenset({"descr", "title"})
"""Attributes in which the description of a picture stands."""
_SILENT = frozenset(
    {
        *("Types", "styles", "styleSheet", "theme", "fonts", "settings", "webSettings", "numbering"),
        *("calcChain", "manifest", "presentation", "presentationPr", "viewPr", "tblStyleLst", "metadata", "sst"),
        *("worksheet", "workbook", "comments", "ThreadedComments", "document-settings", "RDF"),
    }
)
"""Parts without words of the office, and those that `workbook_text` reads."""
_SHOWN = frozenset({"t", "v"})
"""The elements that hold words in charts, drawings and diagrams."""


def read(data: bytes, gathering: Gathering, *, within: str = "") -> None:
    """Read an office file; `within` is where in another file it stands.

    Raises:
        zipfile.BadZipFile: it is no archive; a part that is damaged is passed over.

    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(each.file_size for each in entries) > MAX_UNPACKED:
            gathering.stop()
            return
        _Package(archive, gathering, within).read()


class _Package:
    """The parts of an office file, by the name of their first element."""

    def __init__(self, archive: zipfile.ZipFile, gathering: Gathering, within: str) -> None:
        self._archive = archive
        self._gathering = gathering
        self._within = within
        self._names = sorted(dict.fromkeys(archive.namelist()), key=_in_reading_order)

    def read(self) -> None:
        roots = {name: root for name in self._names if (root := self._try(self._root, name))}
        if "workbook" in roots.values():
            self._try(lambda _: workbook_text.read(self._archive, roots, self._gathering, self._within), "")
        for name, root in roots.items():
            self._try(lambda each, kind=root: self._xml(each, kind), name)  # type: ignore[misc]
        for name in self._names:
            if name not in roots:
                self._try(self._other, name)

    def _try(self, step: Callable[[str], str | None], name: str) -> str | None:
        """Do a step with a part; one that is damaged is passed over."""
        try:
            return step(name)
        except Exception:  # noqa: BLE001 - on damaged files the readers raise whatever their arithmetic meets
            self._gathering.stop()
            return None

    def _root(self, name: str) -> str | None:
        if not name.endswith((".xml", ".rels", ".vml")):
            return None
        with self._archive.open(name) as part:
            first = [part.read(_CHUNK)]
            return next((each.name for each in xml_elements.starts(first)), None)

    def _xml(self, name: str, root: str) -> None:
        if root in _SILENT and not (root == "comments" and name.startswith("word/")):
            return
        with self._archive.open(name) as part:
            events = xml_elements.events(self._gathering.chunks(part))
            if root in _WORD:
                word_text.read(events, self._gathering, self._within + _WORD[root])
            elif root in _SLIDES:
                slides_text.read(events, self._gathering, self._within, _numbered(name))
            elif root in _PROPERTIES or root == "document-meta":
                _properties(events, self._gathering, self._within)
            elif root in {"document-content", "document-styles"}:
                opendocument_text.read(events, self._gathering, self._within)
            elif root.startswith("pivotCache"):
                _pivot(events, self._gathering, self._within)
            elif root == "Relationships":
                _links(events, self._gathering, self._within)
            else:
                _words(events, self._gathering, self._within, everything=root in _NOTED or "customXml" in name)

    def _other(self, name: str) -> None:
        kind = ENDINGS.get(PurePosixPath(name).suffix.lower())
        if self._archive.getinfo(name).file_size > MAX_FILE or kind is None:
            return
        place = f"{self._within}{PurePosixPath(name).name} ในไฟล์ "
        if kind in PICTURES:
            picture_text.read(self._archive.read(name), kind, self._gathering, within=place, published=True)
        elif kind in OFFICE and not self._within and kind_of(data := self._archive.read(name)):
            read(data, self._gathering, within=place)


def _in_reading_order(name: str) -> tuple[bool, list[tuple[int, str]]]:
    """Sort the main part of a document first, and slide 10 behind slide 9."""
    is_aside = PurePosixPath(name).stem not in {"document", "content"}
    return is_aside, [(int(each), "") if each.isdecimal() else (-1, each) for each in _NUMBER.split(name)]


def _numbered(name: str) -> str:
    found = _NUMBER.findall(PurePosixPath(name).name)
    return str(found[0]) if found else ""


def _properties(events: Iterator[Element | ElementEnd | str], gathering: Gathering, within: str) -> None:
    """Read what a file says of itself; a property of the office's own is named by an attribute."""
    names: list[str] = []
    for each in events:
        if isinstance(each, Element):
            names.append(each.attributes.get("name") or each.name)
        elif isinstance(each, ElementEnd):
            names.pop()
        elif each.strip():
            own = next((name for name in reversed(names) if name not in {"lpwstr", "lpstr", "bstr", "i4", "r8"}), "")
            gathering.add(f"{within}คุณสมบัติของไฟล์ ({own})", each, seen=False)


def _links(events: Iterator[Element | ElementEnd | str], gathering: Gathering, within: str) -> None:
    """Read where links lead, such as to an address of mail."""
    links = (each.attributes for each in events if isinstance(each, Element) and each.name == "Relationship")
    outside = dict.fromkeys(
        each.get("Target", "") for each in links if each.get("TargetMode", "").lower() == "external"
    )
    gathering.add(f"{within}ลิงก์", "\n".join(outside), seen=False)


def _pivot(events: Iterator[Element | ElementEnd | str], gathering: Gathering, within: str) -> None:
    """Read the copy of the data that a pivot table keeps: it stays when the rows are deleted."""
    values = dict.fromkeys(
        each.attributes["v"] for each in events if isinstance(each, Element) and "v" in each.attributes
    )
    gathering.add(f"{within}ข้อมูลที่ตาราง Pivot เก็บสำเนาไว้", "\n".join(values), seen=False)


def _words(
    events: Iterator[Element | ElementEnd | str], gathering: Gathering, within: str, *, everything: bool
) -> None:
    """Read the words of any other part; of one with notes or data of the office everything."""
    texts: list[str] = []
    described: list[str] = []
    inside: list[str] = []
    for each in events:
        if isinstance(each, Element):
            inside.append(each.name)
            texts += [value for key, value in each.attributes.items() if everything and key in _NAMES]
            described += [value for key, value in each.attributes.items() if not everything and key in _DESCRIBING]
        elif isinstance(each, ElementEnd):
            inside.pop()
        elif each.strip() and (everything or inside[-1] in _SHOWN):
            texts.append(each)
    place = "ความเห็นหรือข้อมูลแฝง" if everything else "แผนภูมิหรือกล่องข้อความ"
    gathering.add(within + place, "\n".join(texts), seen=not everything)
    gathering.add(f"{within}คำบรรยายรูป", "\n".join(described), seen=False)
