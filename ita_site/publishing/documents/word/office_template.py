"""A Word template of an office's own: read, and found usable or told in Thai what is wrong with it, all at once.

It comes from the office's repository, yet it is a program of a kind: only fields, conditions and the simplest of what
Jinja knows are let through, and nothing in it may fetch, run or unfold into more than paper holds.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from difflib import get_close_matches
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from ita_site.ground.problems import InvalidData, Position, Problem
from ita_site.publishing.documents.word.field_list import BY_NAME, FIELDS, REQUIRED, FieldKind
from ita_site.publishing.documents.word.marks_in_text import absent, marked, paragraphs_of
from ita_site.publishing.documents.word.properties import describe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.oxml.xmlchemy import BaseOxmlElement

_LARGEST = 5_000_000
"""Bytes of a template: far more than letterheads with pictures have."""
_UNPACKED = 50_000_000
_PARTS = 500
_RUNS = re.compile(r"vbaProject|vbaData|/activeX/|/embeddings/|afchunk", re.IGNORECASE)
"""Names of parts that a program of the office machine would run or unpack."""
_FETCHES = re.compile(
    r"\b(?:DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DATABASE|LINK|EMBED|MACROBUTTON|RD)\b", re.IGNORECASE
)
"""Commands of fields that a word processor obeys by fetching or running something."""
_LINK = "/hyperlink"
_DAMAGE = (KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError, OSError)
"""What the libraries raise for files that are no Word files inside; of XML it is a SyntaxError."""
_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Not, nodes.And, nodes.Or)
_FIELD_OF_XML = re.compile(r"<[^>]+>")
_NAMES = ", ".join(field.name for field in FIELDS)


def readable(path: Path) -> bytes:
    """Return the template's bytes.

    Args:
        path: the file, named in the problems by its folder and name.

    Raises:
        InvalidData: it cannot be used; `problems` has every reason found.

    """
    position = Position(f"{path.parent.name}/{path.name}" if path.parent.name else path.name)
    content = path.read_bytes()
    if problems := list(_problems(content, position)):
        raise InvalidData(problems)
    return content


def _problems(content: bytes, position: Position) -> Iterator[Problem]:
    if len(content) > _LARGEST:
        yield Problem(
            position,
            "template-too-large",
            f"แม่แบบนี้ใหญ่ {len(content):,} ไบต์ ใช้ได้ไม่เกิน {_LARGEST:,} ไบต์ ให้ย่อรูปในไฟล์ (Word: บีบอัดรูปภาพ) แล้วบันทึกใหม่",
        )
        return
    parts = _unpacked(content)
    if "word/document.xml" not in parts and not any(b"wordprocessingml" in each for each in parts.values()):
        yield Problem(
            position,
            "not-a-docx",
            "ไฟล์นี้ไม่ใช่เอกสาร Word แบบ .docx หรือเสีย ให้เปิดใน Word แล้วบันทึกเป็น “เอกสาร Word (*.docx)”"
            " (เพียงเปลี่ยนชื่อไฟล์ .doc หรือ .odt ไม่พอ)",
        )
        return
    unsafe = list(_unsafe(parts, position))
    yield from unsafe
    if not unsafe:
        yield from _of_fields(content, position)


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name; none where it is none, or would unfold into more than paper holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            if sum(each.file_size for each in entries) > _UNPACKED or len(entries) > _PARTS:
                return {}
            return {each.filename: packed.read(each) for each in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        return {}


def _unsafe(parts: dict[str, bytes], position: Position) -> Iterator[Problem]:
    """Yield what a template must not hold, whoever sends it: programs, things from elsewhere, XML that unfolds."""
    types = parts.get("[Content_Types].xml", b"")
    if any(_RUNS.search(f"/{name}") for name in parts) or b"macroEnabled" in types:
        yield Problem(
            position,
            "template-with-macros",
            "แม่แบบนี้มีแมโคร ตัวควบคุม ActiveX หรือไฟล์ที่ฝังอยู่ ซึ่งรันโปรแกรมในเครื่องของผู้เปิดได้"
            " ให้ลบออก แล้วบันทึกเป็น “เอกสาร Word (*.docx)”",
        )
    if any(
        b"<!DOCTYPE" in each or b"<!ENTITY" in each for name, each in parts.items() if name.endswith((".xml", ".rels"))
    ):
        yield Problem(
            position, "not-a-docx", "ไฟล์นี้มีส่วน DOCTYPE ซึ่ง Word ไม่เขียน จึงไม่เปิด ให้สร้างแม่แบบใหม่ใน Word แล้วคัดลอกเนื้อหาไปวาง"
        )
    for name, content in parts.items():
        for command in _commands(content) if name.endswith(".xml") else ():
            yield Problem(
                position,
                "template-from-elsewhere",
                f"แม่แบบนี้มีเขตข้อมูล (field) {command} ซึ่งดึงหรือรันสิ่งที่อยู่นอกไฟล์เมื่อเปิด ให้ลบเขตข้อมูลนั้น (Word: Alt+F9 เพื่อดู)",
            )
        if name.endswith(".rels"):
            for target in _from_elsewhere(content):
                yield Problem(
                    position,
                    "template-from-elsewhere",
                    f"แม่แบบนี้ดึง “{target}” จากนอกไฟล์ทุกครั้งที่เปิด ให้ฝังรูปไว้ในไฟล์"
                    " หรือถอดแม่แบบที่แนบไว้ (Word: นักพัฒนา > แม่แบบเอกสาร)",
                )


def _commands(part: bytes) -> list[str]:
    """Return the commands of a part's fields that fetch or run something, also where Word has cut them into pieces."""
    text = part.decode("utf-8", "replace")
    pieces = "".join(re.findall(r"<w:instrText\b[^>]*>([^<]*)<", text))
    whole = " ".join(re.findall(r"<w:fldSimple\b[^>]*\bw:instr=[\"']([^\"']*)", text))
    return sorted({each.upper() for each in _FETCHES.findall(f"{pieces} {whole}")})


def _from_elsewhere(relations: bytes) -> Iterator[str]:
    for each in re.findall(r"<Relationship\b[^>]*>", relations.decode("utf-8", "replace")):
        kind, target = (re.search(rf'\b{name}="([^"]*)"', each) for name in ("Type", "Target"))
        if 'TargetMode="External"' in each and kind and not kind[1].endswith(_LINK):
            yield target[1] if target else ""


def _of_fields(content: bytes, position: Position) -> Iterator[Problem]:
    """Yield what is wrong with the fields, in body, heads and feet."""
    writer = DocxTemplate(io.BytesIO(content))
    try:
        writer.init_docx()
        passages = writer.patch_xml(writer.get_xml())
        around = [
            writer.patch_xml(writer.get_part_xml(part))
            for uri in (writer.HEADER_URI, writer.FOOTER_URI)
            for _, part in writer.get_headers_footers(uri)
        ]
        around += [
            writer.patch_xml(part.blob.decode())
            for part in writer.docx.part.package.iter_parts()
            if part.content_type.endswith("footnotes+xml")
        ]
    except _DAMAGE as error:
        yield _damaged(error, position)
        return
    wrong: list[Problem] = []
    for number, source in enumerate((passages, *around)):
        wrong += _of_source(source, position, in_body=number == 0)
    yield from wrong or _rehearsed(writer, position)


def _rehearsed(writer: DocxTemplate, position: Position) -> Iterator[Problem]:
    """Fill a template in twice, with everything and with nothing, and yield what reading it does not show."""
    passages = [field.name for field in FIELDS if field.kind is FieldKind.PASSAGE]
    for make in (marked, absent):
        try:
            writer.init_docx()
            describe(writer.docx, "", "", None)
            writer.render({name: make(name) for name in BY_NAME}, SandboxedEnvironment())
            writer.save(io.BytesIO())
        except (*_DAMAGE, TemplateError) as error:
            yield _damaged(error, position)
            return
        body = writer.docx.element.body
        found = list(paragraphs_of(body, passages))
        misplaced = sorted({name for name, at in found if at.getparent() is not body or _text(at) != marked(name)})
        for name in misplaced:
            yield Problem(
                position,
                "misplaced-field",
                f"ช่อง {{{{ {name} }}}} ได้หลายย่อหน้า จึงต้องอยู่ในย่อหน้าของตัวเองโดยไม่มีข้อความอื่น และไม่อยู่ในตารางหรือกรอบข้อความ",
            )
        times = [name for name, _ in found].count(REQUIRED)
        if times != 1:
            yield Problem(
                position,
                "template-without-content",
                f"แม่แบบต้องมีช่อง {{{{ {REQUIRED} }}}} หนึ่งแห่ง ในย่อหน้าของตัวเองและไม่มีเงื่อนไข แต่พบ {times} แห่ง"
                " ให้พิมพ์ช่องตามนี้ ไม่มีตัวอักษรอื่นในปีกกา",
            )
        if misplaced or times != 1:
            return


def _text(paragraph: BaseOxmlElement) -> str:
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _damaged(error: Exception, position: Position) -> Problem:
    return Problem(
        position,
        "not-a-docx",
        f"เปิดไฟล์นี้เป็นเอกสาร Word ไม่ได้ ({type(error).__name__}) ให้เปิดใน Word แล้วบันทึกใหม่เป็น “เอกสาร Word (*.docx)”",
    )


def _of_source(source: str, position: Position, *, in_body: bool) -> Iterator[Problem]:
    try:
        tree = SandboxedEnvironment().parse(source)
    except TemplateSyntaxError as error:  # its own message is in English
        line = source.splitlines()[max(0, min(error.lineno, source.count("\n") + 1) - 1)]
        near = _FIELD_OF_XML.sub("", line)[:80]
        yield Problem(
            position,
            "template-syntax",
            f"เขียนช่องไม่ครบหรือไม่ถูกรูป ใกล้ “{near}” ช่องเขียนเป็น {{{{ title }}}} และเงื่อนไขเป็น"
            " {%p if memorandum %} … {%p endif %} ถ้าตั้งใจพิมพ์ปีกกาคู่ ให้เว้นวรรคคั่น",
        )
        return
    for node in _nodes(tree):
        if isinstance(node, nodes.Name):
            yield from _of_name(node.name, position, in_body=in_body)
        elif not isinstance(node, _PLAIN):
            yield Problem(
                position,
                "template-syntax",
                f"แม่แบบใช้ได้เพียงช่องและเงื่อนไข if ไม่รวม “{type(node).__name__}” ให้ใช้ช่องเปล่า ๆ เช่น {{{{ title }}}}",
            )


def _nodes(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for each in tree.iter_child_nodes():
        yield from _nodes(each)


def _of_name(name: str, position: Position, *, in_body: bool) -> Iterator[Problem]:
    field = BY_NAME.get(name)
    if field is None:
        close = get_close_matches(name.lower(), BY_NAME, n=1, cutoff=0.7)
        yield Problem(
            position,
            "unknown-field",
            f"ไม่รู้จักช่อง {{{{ {name} }}}} ในแม่แบบ ช่องที่ใช้ได้คือ {_NAMES}"
            + (f" หมายถึง {{{{ {close[0]} }}}} หรือไม่" if close else ""),
        )
    elif field.kind is FieldKind.PASSAGE and not in_body:
        yield Problem(
            position,
            "unknown-field",
            f"ช่อง {{{{ {name} }}}} เป็นหลายย่อหน้า ใช้ในหัวหรือท้ายกระดาษไม่ได้ ให้ย้ายไปไว้ในเนื้อหา",
        )
