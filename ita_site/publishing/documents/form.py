"""The measures of the office's papers, the same in PDF and Word: millimetres for places, points for letters.

Sources, each read in copies, as the text of the rules itself was not to be had:

* RULES: คำอธิบายการพิมพ์หนังสือราชการภาษาไทย, issued under clause 8 of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ
  พ.ศ. 2526 and its amendments, on form 29 (three copies agree: chumphon2.mju.ac.th/km/?p=354, scribd.com document
  378245471, online.flipbuilder.com/yvcv/xmsw page 148).
* GUIDE: การพิมพ์บันทึกข้อความ, kruchiangrai.net, 21 October 2020; the emblem's size also in blog.msu.ac.th/?p=21560.
* CABINET: resolution of 7 September 2553 on thirteen fonts (rmutk.ac.th/?page_id=10).

What has none of them is customary, and says so.
"""

from __future__ import annotations

from typing import Final

SHEET_WIDTH: Final = 210
"""A4, upright, in mm."""
SHEET_HEIGHT: Final = 297
MARGIN_LEFT: Final = 30
"""RULES: left 3 cm, in mm."""
MARGIN_RIGHT: Final = 20
"""RULES: right 2 cm, in mm."""
MARGIN_TOP: Final = 20
"""Customary, in mm: the line of a memorandum's title ends where its emblem ends."""
MARGIN_BOTTOM: Final = 20
"""Customary, in mm."""
LANDSCAPE_TOP: Final = MARGIN_LEFT
"""A sheet on its side is filed at its long edge: what is left on an upright sheet is the top of this one, in mm."""
LANDSCAPE_BOTTOM: Final = MARGIN_RIGHT
LANDSCAPE_LEFT: Final = MARGIN_TOP
LANDSCAPE_RIGHT: Final = MARGIN_BOTTOM
HEADER_FROM_EDGE: Final = 10
"""Customary, in mm: from the sheet's upper edge to the page's number."""
FOOTER_FROM_EDGE: Final = 8
"""Customary, in mm: from the sheet's lower edge to the line that leads to the page on the web."""

EMBLEM_MEMORANDUM: Final = 15
"""GUIDE: 1.5 cm high on memorandums and internal letters, in mm."""
EMBLEM_LETTER: Final = 30
"""GUIDE: 3 cm high on letters that go outside, in mm."""
EMBLEM_FROM_EDGE: Final = 15
"""GUIDE: about 1.5 cm from the upper edge of the sheet, in mm."""

TEXT_SIZE: Final = 16
"""CABINET: 16 points, in letters of TH SarabunPSK."""
SARABUN_SHARE: Final = 0.66
"""Letters of TH SarabunPSK as a share of those of Sarabun (Google Fonts) at the same size.

Measured by advance widths in thousandths of the size: a digit 362 and 550, A 400 and 596 (of TH SarabunPSK in
signintech/gopdf `src/gopdf/fonts/thsarabun.go`). What rules and offices call 16 points is 10.5 points of Sarabun.
"""
TITLE_SIZE: Final = 29
"""GUIDE: “บันทึกข้อความ” bold, 29 points."""
TITLE_LINE: Final = 35
"""GUIDE: the line of “บันทึกข้อความ” is 35 points exactly."""
LABEL_SIZE: Final = 20
"""GUIDE: “ส่วนราชการ” bold, 20 points; customary for “ที่”, “วันที่” and “เรื่อง”."""
COVER_SIZE: Final = 24
"""The cover of a book, bold; of our own choice."""
HEAD_SIZE: Final = 20
"""The title of a paper, bold; of our own choice, as the labels of a memorandum."""
HEADING_SIZES: Final = (18, 16, 16)
"""Headings of level 1 to 3, bold; of our own choice."""
TABLE_SIZE: Final = 14
"""A table of up to `WIDE_TABLE` columns; customary."""
WIDE_TABLE_SIZE: Final = 12
"""A table of more columns; of our own choice."""
WIDE_TABLE: Final = 7
NOTE_SIZE: Final = 14
"""The numbered notes at the end; of our own choice."""
FOOTER_SIZE: Final = 12
"""The line at the foot of a sheet; of our own choice."""

QR_SIZE: Final = 16
"""Of our own choice, in mm: with 45 modules across each is 0.35 mm, which telephones read from print."""

LINE_SPACING: Final = 1
"""RULES: single."""
PARAGRAPH_INDENT: Final = 25
"""Customary, in mm, from the left margin to the first word of a paragraph of a memorandum."""
PARAGRAPH_SPACE: Final = 6
"""Customary, in points, before a paragraph of a memorandum."""
LIST_INDENT: Final = 8
"""Of our own choice, in mm, for each level of a list."""

FONTS: Final = ("TH SarabunPSK", "TH Sarabun New")
"""CABINET: the first; the second is its newer edition.

Both are only named: their licence is unclear, and offices have them.
"""
