"""Tables of Word: widths that LibreOffice keeps too, heads on every sheet, long rows that break between sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.publishing.documents import form
from ita_site.publishing.documents.paper import BodyText
from ita_site.publishing.documents.word.elements import element, in_xml, paragraph, run
from ita_site.publishing.documents.word.style_sheet import twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from ita_site.publishing.documents.paper import Cell, ListItem, Table
    from ita_site.publishing.documents.word.flow import Flow

_LETTER = 0.135
"""The width of a letter that takes a place, in mm per point of its size: estimated for TH SarabunPSK."""
_WHOLE_ROW = 12
"""Lines up to which a row stays on one sheet; a longer one would leave much of a sheet blank."""
_SHADE = "F2F2F2"


def table(of_paper: Table, flow: Flow) -> Iterator[BaseOxmlElement]:
    """Yield a table with its caption; its head is repeated on each sheet and its groups are rows across."""
    wide = len(of_paper.columns) > form.WIDE_TABLE
    size = form.WIDE_TABLE_SIZE if wide else form.TABLE_SIZE
    style, head = ("PaperSmallCell", "PaperSmallHead") if wide else ("PaperCell", "PaperHead")
    whole = sum(column.width for column in of_paper.columns) or 1
    widths = [column.width / whole * flow.width for column in of_paper.columns]
    groups = dict(of_paper.groups)
    rows: list[BaseOxmlElement] = [
        row(
            [
                cell([paragraph(head, [run(column.title)], element("keepNext"))], width, shaded=True)
                for column, width in zip(of_paper.columns, widths, strict=True)
            ],
            element("cantSplit"),
            element("tblHeader"),
        )
    ]
    for number, cells in enumerate(of_paper.rows):
        if number in groups:
            rows.append(_group(flow, groups[number], head, widths))
        made = [
            _of_paper(flow, each, style, width, right=column.of_figures)
            for each, column, width in zip(cells, of_paper.columns, widths, strict=True)
        ]
        lines = max((_lines(each, width, size) for each, width in zip(cells, widths, strict=True)), default=0)
        rows.append(row(made, *([element("cantSplit")] if lines <= _WHOLE_ROW else [])))
    if of_paper.caption and of_paper.caption_shown:
        yield paragraph("Caption", [run(of_paper.caption)])
    yield grid(widths, rows, style="PaperTable", caption=of_paper.caption)
    yield spacer()


def grid(
    widths: Sequence[float],
    rows: Iterable[BaseOxmlElement],
    style: str,
    caption: str = "",
) -> BaseOxmlElement:
    """Return a table of fixed widths in mm, said of the column and of its cells: programs ask one or the other."""
    named = (element("tblCaption", val=in_xml(caption)),) if caption else ()
    lined = style != "TableNormal"
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(map(twips, widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="04A0" if lined else "0480", firstRow=int(lined), firstColumn=1),
        *named,
    )
    columns = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, columns, *rows)


def row(cells: Iterable[BaseOxmlElement], *properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return a row."""
    return element("tr", *([element("trPr", *properties)] if properties else []), *cells)


def cell(inner: Sequence[BaseOxmlElement], width: float, *, across: int = 1, shaded: bool = False) -> BaseOxmlElement:
    """Return a cell of a width in mm, over some columns; it holds a paragraph even where it says nothing."""
    properties = element("tcPr", element("tcW", w=twips(width), type="dxa"))
    if across > 1:
        properties.append(element("gridSpan", val=across))
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill=_SHADE))
    return element("tc", properties, *(inner or [paragraph("PaperCell", [])]))


def spacer() -> BaseOxmlElement:
    """Return the low paragraph after a table, without which two tables would be one."""
    return paragraph("PaperAfterTable", [])


def _group(flow: Flow, heading: BodyText, style: str, widths: Sequence[float]) -> BaseOxmlElement:
    said = paragraph(style, flow.runs(heading.words), element("keepNext"), element("jc", val="left"))
    return row([cell([said], sum(widths), across=len(widths), shaded=True)], element("cantSplit"))


def _of_paper(flow: Flow, of_paper: Cell, style: str, width: float, *, right: bool) -> BaseOxmlElement:
    inner: list[BaseOxmlElement] = []
    for block in of_paper.blocks:
        if isinstance(block, BodyText):
            place = "right" if right else "center" if block.centred else None
            inner.append(paragraph(style, flow.runs(block.words), *([element("jc", val=place)] if place else [])))
        else:
            inner += flow.items(block.items, style=style)
    return cell(inner or [paragraph(style, [])], width)


def _lines(of_paper: Cell, width: float, size: float) -> int:
    """Estimate how many lines a cell takes."""
    letters = max(1, int((width - 3) / (_LETTER * size)))
    return sum(-(-max(1, thai.columns(text)) // letters) for text in texts(of_paper))


def texts(of_paper: Cell) -> Iterator[str]:
    """Yield the lines of a cell as plain text: a paragraph or a line of a list each, numbers before."""
    for block in of_paper.blocks:
        if isinstance(block, BodyText):
            yield from "".join(each.text for each in block.words).split("\n")
        else:
            yield from _item_texts(block.items)


def _item_texts(items: Iterable[ListItem]) -> Iterator[str]:
    for each in items:
        yield f"{each.number} {''.join(part.text for part in each.words)}".strip()
        yield from _item_texts(each.items)
