"""Paragraphs, runs and fields of WordprocessingML: where every text of a paper becomes a text of Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINKED = re.compile("(?:https?|mailto|tel):", re.IGNORECASE)
"""What a text may lead to; Word would open a program for other kinds."""


def element(tag: str, *inner: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Return an element of Word's main namespace; an attribute without a value is left out."""
    made = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        if value is not None:
            made.set(qn(f"w:{name}"), str(value))
    made.extend(inner)
    return made


def in_xml(text: str) -> str:
    """Return a text without the characters that no XML may have, a mark in place of each."""
    return _NOT_IN_XML.sub("\ufffd", text)


def run(text: str, *properties: BaseOxmlElement, bold: bool = False, style: str | None = None) -> BaseOxmlElement:
    """Return a run of text; lines and tabs of it are those of Word, which wants properties in an order of its own."""
    made = element("r")
    first = (element("rStyle", val=style),) if style else ()
    weight = (element("b"), element("bCs")) if bold else ()
    if first or weight or properties:
        made.append(element("rPr", *first, *weight, *properties))
    for line_number, line in enumerate(in_xml(text).split("\n")):
        if line_number:
            made.append(element("br"))
        for part_number, part in enumerate(line.split("\t")):
            if part_number:
                made.append(element("tab"))
            if part:
                made.append(_text(part))
    return made


def _text(text: str) -> BaseOxmlElement:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def raised(text: str) -> BaseOxmlElement:
    """Return the number of a note, above the line."""
    return run(text, element("vertAlign", val="superscript"))


def paragraph(style: str, runs: Iterable[BaseOxmlElement], *properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return a paragraph; properties of its own stand in the order that the format wants."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *runs)


def with_next(elements: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Keep the last of some elements, a paragraph, on the sheet of what follows."""
    properties = elements[-1].find(qn("w:pPr")) if elements else None
    if properties is not None and properties.find(qn("w:keepNext")) is None:
        properties.insert(1, element("keepNext"))
    return elements


def linked(part: Part, url: str, runs: Iterable[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """Yield runs that lead to an address of the web, by mail or telephone; those for another stay plain."""
    if not _LINKED.match(url):
        yield from runs
        return
    link = element("hyperlink", *runs)
    link.set(qn("r:id"), part.relate_to(in_xml(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    yield link


def field(code: str, shown: str) -> Iterator[BaseOxmlElement]:
    """Yield the runs of a field that Word computes, with what is shown until it does."""
    yield element("r", element("fldChar", fldCharType="begin"))
    instruction = element("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield element("r", instruction)
    yield element("r", element("fldChar", fldCharType="separate"))
    yield run(shown)
    yield element("r", element("fldChar", fldCharType="end"))
