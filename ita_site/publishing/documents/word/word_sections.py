"""The sections of a Word file: sheets upright or on their side, the width of a line, the numbers of pages."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from ita_site.publishing.documents.word.elements import element, paragraph
from ita_site.publishing.documents.word.style_sheet import MM, twips

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_TURNED = {"top": "left", "bottom": "right", "left": "top", "right": "bottom"}
"""Which margin of an upright sheet each margin of one on its side is: it is filed at the same edge."""
_BEFORE_NUMBERS = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc")
_BEFORE_NUMBERS_TOO = ("pgBorders", "lnNumType")
_A4 = {"w": 210, "h": 297}
_USUAL_MARGIN = 25.4
"""In mm, where a section says nothing."""


def section_of(inner: BaseOxmlElement) -> BaseOxmlElement:
    """Return the properties of the section that an element of the body is in; a body without any gets some."""
    top = inner
    while (above := top.getparent()) is not None and above.tag != qn("w:body"):
        top = above
    here = top
    while here is not None:
        if here.tag == qn("w:sectPr"):
            return here
        own: BaseOxmlElement | None = here.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if own is not None:
            return own
        last, here = here, here.getnext()
    made = element("sectPr", element("pgSz", **{side: twips(mm) for side, mm in _A4.items()}))
    last.addnext(made)
    return made


def text_width(section: BaseOxmlElement) -> float:
    """Return how wide a line is, in mm."""
    sheet = _measure(section.find(qn("w:pgSz")), "w", _A4["w"])
    margins = section.find(qn("w:pgMar"))
    return sheet - sum(_measure(margins, side, _USUAL_MARGIN) for side in ("left", "right"))


def _measure(place: BaseOxmlElement | None, name: str, usual: float) -> float:
    found = None if place is None else place.get(qn(f"w:{name}"))
    try:
        return usual if found is None else float(found) / MM
    except ValueError:
        return usual


def turn(section: BaseOxmlElement, *, across: bool) -> None:
    """Put the sheets of a section on their side, or upright; those that are so already stay."""
    size = section.find(qn("w:pgSz"))
    if size is None:
        return
    wide, high = size.get(qn("w:w")), size.get(qn("w:h"))
    if wide is None or high is None or (int(wide) > int(high)) == across:
        return
    size.set(qn("w:w"), high)
    size.set(qn("w:h"), wide)
    if across:
        size.set(qn("w:orient"), "landscape")
    else:
        size.attrib.pop(qn("w:orient"), None)
    margins = section.find(qn("w:pgMar"))
    if margins is None:
        return
    was = {side: margins.get(qn(f"w:{side}")) for side in _TURNED}
    for side, other in _TURNED.items():
        value = was[other if across else next(key for key, each in _TURNED.items() if each == side)]
        if value is not None:
            margins.set(qn(f"w:{side}"), value)


def number(section: BaseOxmlElement, *, thai_digits: bool, first: int | None) -> None:
    """Say with which digits the pages of a section are numbered, and from which number where it begins anew."""
    numbers = section.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = element("pgNumType")
        before = {qn(f"w:{name}") for name in (*_BEFORE_NUMBERS, *_BEFORE_NUMBERS_TOO)}
        place = sum(1 for each in section if each.tag in before)
        section.insert(place, numbers)
    if thai_digits and numbers.get(qn("w:fmt")) is None:
        numbers.set(qn("w:fmt"), "thaiNumbers")
    if first is not None:
        numbers.set(qn("w:start"), str(first))


def without_first(section: BaseOxmlElement) -> None:
    """Let the first page of a section have its number as every other."""
    if (first := section.find(qn("w:titlePg"))) is not None:
        section.remove(first)


def ended(section: BaseOxmlElement, elements: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return elements whose last paragraph ends a section like the one given."""
    if not elements or elements[-1].tag != qn("w:p"):
        elements = [*elements, paragraph("PaperAfterTable", [])]
    properties = elements[-1].find(qn("w:pPr"))
    if properties is None:
        properties = element("pPr")
        elements[-1].insert(0, properties)
    properties.append(deepcopy(section))
    return elements
