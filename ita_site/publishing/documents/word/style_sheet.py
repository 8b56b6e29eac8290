"""The styles of our Word files: Thai fonts by name, complex-script sizes, the measures of `form`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from ita_site.publishing.documents import form

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 1440 / 25.4
"""Twentieths of a point in a millimetre, Word's unit of places."""
POINT = 20
"""Twentieths of a point in a point."""
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def twips(mm: float) -> int:
    """Return millimetres in Word's unit of places."""
    return round(mm * MM)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style of paragraphs; sizes in points, indents in mm, spaces in points.

    `outline` is the level of a heading, from 0; `line` is a line's exact height in points.
    """

    id: str
    name: str
    size: float = form.TEXT_SIZE
    bold: bool = False
    align: str = "left"
    left: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: float | None = None
    outline: int | None = None
    keep_next: bool = False

    def xml(self) -> str:
        """Return the style as WordprocessingML."""
        spacing = f'w:before="{round(self.before * POINT)}" w:after="{round(self.after * POINT)}"'
        if self.line is None:
            spacing += f' w:line="{240 * form.LINE_SPACING}" w:lineRule="auto"'
        else:
            spacing += f' w:line="{round(self.line * POINT)}" w:lineRule="exact"'
        first = f'w:firstLine="{twips(self.first)}"' if self.first >= 0 else f'w:hanging="{twips(-self.first)}"'
        size = round(self.size * 2)
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        return (
            f'<w:style w:type="paragraph" w:customStyle="{int(self.id.startswith("Paper"))}" w:styleId="{self.id}">'
            f"<w:name w:val={quoteattr(self.name)}/>"
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
            f"{'<w:keepNext/>' if self.keep_next else ''}"
            f'<w:spacing {spacing}/><w:ind w:left="{twips(self.left)}" {first}/><w:jc w:val="{self.align}"/>'
            f"{outline}</w:pPr>"
            f'<w:rPr>{"<w:b/><w:bCs/>" if self.bold else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
            "</w:style>"
        )


SPREAD = "thaiDistribute"
"""Thai lines that end together: Word parts them between letters, as Thai has no blanks between words."""
_LISTS = tuple(
    ParagraphStyle(f"PaperList{level}", f"Paper List {level}", left=form.LIST_INDENT * level, first=-form.LIST_INDENT)
    for level in (1, 2, 3)
)
STYLES = (
    ParagraphStyle("Title", "Title", form.HEAD_SIZE, bold=True, align="center", after=form.PARAGRAPH_SPACE),
    *(
        ParagraphStyle(
            f"Heading{level}",
            f"heading {level}",
            size,
            bold=True,
            before=form.PARAGRAPH_SPACE,
            outline=level - 1,
            keep_next=True,
        )
        for level, size in enumerate(form.HEADING_SIZES, 1)
    ),
    ParagraphStyle("PaperCover", "Paper Cover", form.COVER_SIZE, bold=True, align="center", after=form.PARAGRAPH_SPACE),
    ParagraphStyle("PaperText", "Paper Text", align=SPREAD),
    ParagraphStyle(
        "PaperIndented",
        "Paper Indented Text",
        align=SPREAD,
        first=form.PARAGRAPH_INDENT,
        before=form.PARAGRAPH_SPACE,
    ),
    ParagraphStyle("PaperCentred", "Paper Centred Text", align="center"),
    *_LISTS,
    ParagraphStyle("PaperBeside", "Paper Text beside a Label"),
    ParagraphStyle("PaperLabel", "Paper Label", bold=True),
    ParagraphStyle("Caption", "caption", bold=True, before=form.PARAGRAPH_SPACE, after=2, keep_next=True),
    ParagraphStyle("PaperCell", "Paper Cell", form.TABLE_SIZE),
    ParagraphStyle("PaperHead", "Paper Head of a Column", form.TABLE_SIZE, bold=True, align="center"),
    ParagraphStyle("PaperSmallCell", "Paper Small Cell", form.WIDE_TABLE_SIZE),
    ParagraphStyle("PaperSmallHead", "Paper Small Head of a Column", form.WIDE_TABLE_SIZE, bold=True, align="center"),
    ParagraphStyle("PaperNote", "Paper Note", form.NOTE_SIZE, left=form.LIST_INDENT, first=-form.LIST_INDENT),
    ParagraphStyle("PaperSignature", "Paper Signature", align="center"),
    ParagraphStyle(
        "PaperMemorandum", "Paper Memorandum", form.TITLE_SIZE, bold=True, align="center", line=form.TITLE_LINE
    ),
    ParagraphStyle("PaperMemorandumHead", "Paper Head of a Memorandum"),
    ParagraphStyle("PaperContents", "Paper Line of Contents"),
    ParagraphStyle("PaperAfterTable", "Paper Space after a Table", 4),
    ParagraphStyle("Header", "header", align="center"),
    ParagraphStyle("Footer", "footer", form.FOOTER_SIZE),
)


def style_sheet() -> str:
    """Return the part `word/styles.xml`."""
    return "".join(_parts())


def _parts() -> Iterator[str]:
    font = form.FONTS[0]
    size = form.TEXT_SIZE * 2
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults>'
    yield (
        f'<w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'
        "</w:rPr></w:rPrDefault>"
    )
    yield '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    yield "</w:docDefaults>"
    yield '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
    )
    yield (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0B3D91"/><w:u w:val="single"/></w:rPr></w:style>'
    )
    margins = (("top", 0.0), ("left", 1.5), ("bottom", 0.0), ("right", 1.5))
    inner = "".join(f'<w:{side} w:w="{twips(mm)}" w:type="dxa"/>' for side, mm in margins)
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f"<w:tblPr><w:tblCellMar>{inner}</w:tblCellMar></w:tblPr></w:style>"
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    yield (
        '<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name w:val="Paper Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>'
    )
    yield from (style.xml() for style in STYLES)
    yield "</w:styles>"
