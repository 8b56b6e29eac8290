"""The template that papers are written by where an office has none of its own, and that an office may start from."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from ita_site.publishing.documents import form
from ita_site.publishing.documents.word.style_sheet import NAMESPACE, style_sheet, twips
from ita_site.saying.words import paper_form as words

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When every file in our archives was written, so that the same paper makes the same bytes; ZIP knows no earlier."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "settings": "settings", "header1": "header", "footer1": "footer", "footer2": "footer"}
"""The parts of the document by the names of their files, with what they are to it."""
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def starting_template() -> bytes:
    """Return the template as DOCX: the memorandum, the content, the notes, with the number of the page at the head."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(_PARTS.items(), 1)
    )
    return archive(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{types}</Types>',
            "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{relations}</Relationships>",
            "word/document.xml": _part("document", f"<w:body>{_fields()}{_sheet()}</w:body>"),
            "word/styles.xml": style_sheet(),
            "word/settings.xml": _part(
                "settings",
                '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
                '<w:characterSpacingControl w:val="doNotCompress"/>'
                '<w:compat><w:compatSetting w:name="compatibilityMode" '
                'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
                '<w:themeFontLang w:val="en-US" w:bidi="th-TH"/>',
            ),
            "word/header1.xml": _part("hdr", _page_number()),
            "word/footer1.xml": _part("ftr", _foot()),
            "word/footer2.xml": _part("ftr", _first_foot()),
        }
    )


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return files as a ZIP archive, the same bytes each time: the table of types first, then by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(parts, key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, parts[name])
    return out.getvalue()


def _part(root: str, inner: str) -> str:
    return f'{_XML}<w:{root} xmlns:w="{NAMESPACE}" xmlns:r="{_OFFICE}">{inner}</w:{root}>'


def _fields() -> str:
    return "".join(_line("Normal", f"{{{{ {name} }}}}") for name in ("memorandum", "body", "notes"))


def _line(style: str, *texts: str) -> str:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _sheet() -> str:
    margins = {
        "top": form.MARGIN_TOP,
        "right": form.MARGIN_RIGHT,
        "bottom": form.MARGIN_BOTTOM,
        "left": form.MARGIN_LEFT,
        "header": form.HEADER_FROM_EDGE,
        "footer": form.FOOTER_FROM_EDGE,
    }
    places = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in margins.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="first" r:id="rId5"/>'
        f'<w:pgSz w:w="{twips(form.SHEET_WIDTH)}" w:h="{twips(form.SHEET_HEIGHT)}"/>'
        f'<w:pgMar {places} w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _page_number() -> str:
    before, after = words.page_number("\0").split("\0")
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    plain = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{plain.format(before)}{field}{plain.format(after)}</w:p>'


def _foot() -> str:
    return _line("Footer", "{%p if digest %}") + _told() + _line("Footer", "{%p endif %}") + _line("Footer")


def _first_foot() -> str:
    widths = (form.QR_SIZE + 2, form.SHEET_WIDTH - form.MARGIN_LEFT - form.MARGIN_RIGHT - form.QR_SIZE - 2)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(mm)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'
        for mm, inner in zip(widths, (_line("Footer", "{{ qr }}"), _told()), strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{twips(mm)}"/>' for mm in widths)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )
    return _line("Footer", "{%p if digest %}") + table + _line("Footer", "{%p endif %}") + _line("Footer")


def _told() -> str:
    return _line("Footer", words.verified_at("{{ digest }}")) + _line("Footer", "{{ address }}")
