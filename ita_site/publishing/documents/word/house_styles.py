"""The styles that our paragraphs ask for, in a template with its own: those it has serve, others are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from ita_site.publishing.documents.word.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_USES = tuple(qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle", "basedOn"))


def add_missing_styles(document: Document) -> Mapping[str, str]:
    """Add our styles that a template has not; return its names of all of them by ours.

    A Word in Thai names styles differently inside (“1” for heading 1), so what a style is called decides.
    """
    styles = document.styles.element
    there = {_name(each): each.get(qn("w:styleId")) for each in styles.findall(qn("w:style"))}
    ours = list(parse_xml(style_sheet().split("\n", 1)[1]).findall(qn("w:style")))
    names = {each.get(qn("w:styleId")): there.get(_name(each)) or each.get(qn("w:styleId")) for each in ours}
    for each in ours:
        if _name(each) not in there:
            each.attrib.pop(qn("w:default"), None)
            styles.append(each)
            rename([each], names)
    return names


def rename(elements: Iterable[BaseOxmlElement], names: Mapping[str, str]) -> None:
    """Call the styles that elements ask for by the template's own names."""
    for each in elements:
        for use in each.iter(*_USES):
            own = use.get(qn("w:val"))
            use.set(qn("w:val"), names.get(own, own))


def _name(style: BaseOxmlElement) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).casefold()
