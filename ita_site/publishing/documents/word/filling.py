"""A template and a paper → the file: docxtpl fills in words, and what is more takes the place of a mark."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial
from typing import TYPE_CHECKING, cast
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from ita_site.ground import thai
from ita_site.publishing.documents.word.content import Passages
from ita_site.publishing.documents.word.drawings import emblem, number_drawings, square
from ita_site.publishing.documents.word.elements import element, in_xml
from ita_site.publishing.documents.word.field_list import FIELDS, REQUIRED, FieldKind
from ita_site.publishing.documents.word.house_styles import add_missing_styles, rename
from ita_site.publishing.documents.word.marks_in_text import (
    absent,
    give_over,
    marked,
    paragraphs_of,
    replace_pictures,
    unmarked,
)
from ita_site.publishing.documents.word.numbering import NumberedNotes
from ita_site.publishing.documents.word.properties import describe
from ita_site.publishing.documents.word.starting_template import archive
from ita_site.publishing.documents.word.word_sections import number, section_of, turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.opc.part import XmlPart

    from ita_site.publishing.documents.paper import Paper, PaperMark

_AFTER_UPDATE = frozenset(
    qn(f"w:{name}")
    for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "themeFontLang")
)
"""Settings before which the one that asks Word to fill in fields stands."""
_SPECIAL = re.compile(r"[\n\t{}]")
"""What docxtpl takes for something else in a text."""


def filled(template: bytes, paper: Paper, mark: PaperMark | None) -> bytes:
    """Return a paper written by a template that has been found usable."""
    writer = DocxTemplate(io.BytesIO(template))
    writer.init_docx()
    document: Document = writer.docx
    describe(document, "", "", None)  # docxtpl takes what stands there for a template, too
    writer.render(_values(paper, mark), SandboxedEnvironment(undefined=StrictUndefined, finalize=_as_xml))
    for part in (document.part, *_heads_and_feet(document)):
        drawings = {
            "emblem": partial(emblem, part, paper.emblem),
            "qr": partial(square, part, mark.url if mark else None),
        }
        replace_pictures(part.element, drawings)
    _write_passages(document, paper)
    number_drawings(document.element.body)
    describe(document, paper.title, paper.agency, paper.day)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as written:
        return archive({name: written.read(name) for name in written.namelist()})


def _write_passages(document: Document, paper: Paper) -> None:
    """Write what is more than words; notes last, as they are numbered by what stands before."""
    names = add_missing_styles(document)
    passages = Passages(paper, document.part, NumberedNotes(paper.thai_digits))
    places = list(
        paragraphs_of(document.element.body, (each.name for each in FIELDS if each.kind is FieldKind.PASSAGE))
    )
    upright = {id(old): section_of(old) for _, old in places}
    for name, old in places:
        if name == REQUIRED and paper.landscape:
            turn(upright[id(old)], across=True)
    for name, old in sorted(places, key=lambda place: place[0] == "notes"):
        made = passages.written(name, section_of(old))
        rename(made, names)
        give_over(old, made)
    for number_of_section, section in enumerate(document.element.body.iter(qn("w:sectPr"))):
        restart = 1 if number_of_section and not paper.parts else None
        number(section, thai_digits=paper.thai_digits, first=restart)
    if paper.parts:
        _ask_for_numbers(document)


def _ask_for_numbers(document: Document) -> None:
    """Let Word fill in the numbers of pages when it opens a file: its settings stand in a fixed order."""
    settings = document.settings.element
    after = next((each for each in settings if each.tag in _AFTER_UPDATE), None)
    asked = element("updateFields", val="true")
    if after is None:
        settings.append(asked)
    else:
        after.addprevious(asked)


def _heads_and_feet(document: Document) -> Iterator[StoryPart]:
    """Yield the heads and feet of sheets as parts that may hold pictures, which docxtpl has made plain."""
    kinds = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
    for relation in document.part.rels.values():
        if relation.reltype in kinds:
            plain = cast("XmlPart", relation.target_part)
            story = StoryPart(plain.partname, plain.content_type, plain.element, plain.package)
            for each in plain.rels.values():
                story.load_rel(each.reltype, each._target, each.rId, is_external=each.is_external)  # noqa: SLF001
            relation._target = story  # noqa: SLF001 - as docxtpl has put the plain one there
            yield story


def _as_xml(value: object) -> str:
    """Return a value as XML has it: whatever a text holds, no program takes it for anything but text."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", escape(in_xml(str(value)), {'"': "&quot;"}))


def _values(paper: Paper, mark: PaperMark | None) -> dict[str, str]:
    memo = paper.memorandum
    year = str(paper.year)
    texts = {
        "title": paper.title,
        "agency": paper.agency,
        "year": thai.digits(year) if paper.thai_digits else year,
        "division": memo.division if memo else "",
        "number": memo.number if memo else "",
        "date": memo.day if memo else "",
        "subject": memo.subject if memo else "",
        "to": memo.to if memo else "",
        "address": mark.url if mark else "",
        "digest": mark.digest if mark else "",
    }
    there = {
        "emblem": paper.emblem is not None,
        "qr": mark is not None,
        "memorandum": memo is not None,
        "memo_text": memo is not None and bool(memo.paragraphs),
        "memo_signature": memo is not None and memo.signature is not None,
        "endorsements": memo is not None and bool(memo.endorsements),
    }
    return {
        field.name: unmarked(texts[field.name])
        if field.kind is FieldKind.TEXT
        else marked(field.name)
        if there.get(field.name, True)
        else absent(field.name)
        for field in FIELDS
    }
