"""Attachments in the words of readers: what kind of file, how long, how large."""

from __future__ import annotations

from ita_site.data.load import AttachmentKind

EXTERNAL = "เว็บไซต์ {host}"
"""What stands for the kind of an attachment that lies elsewhere."""
_KINDS = {
    AttachmentKind.PDF: "PDF",
    AttachmentKind.JPEG: "รูป JPG",
    AttachmentKind.PNG: "รูป PNG",
    AttachmentKind.WEBP: "รูป WebP",
    AttachmentKind.DOCX: "เอกสาร Word",
    AttachmentKind.XLSX: "ตาราง Excel",
    AttachmentKind.PPTX: "งานนำเสนอ PowerPoint",
    AttachmentKind.ODT: "เอกสาร OpenDocument",
    AttachmentKind.ODS: "ตาราง OpenDocument",
    AttachmentKind.ODP: "งานนำเสนอ OpenDocument",
    AttachmentKind.CSV: "ตาราง CSV",
    AttachmentKind.TXT: "ข้อความ",
}


def kind(value: AttachmentKind, pages: int | None, pixels: tuple[int, int] | None) -> str:
    """Name a kind of file, with its pages or with the width and height of its picture: PDF 12 หน้า."""
    extent = ""
    if pages is not None:
        extent = f" {pages:,} หน้า"
    elif pixels is not None:
        extent = f" {pixels[0]:,} × {pixels[1]:,} จุด"
    return f"{_KINDS[value]}{extent}"


def size(value: int) -> str:
    """Write a number of bytes as readers weigh it: ไบต์, กิโลไบต์ (1,000) or เมกะไบต์ with one decimal."""
    if value < 1_000:
        return f"{value} ไบต์"
    if value < 999_500:
        return f"{round(value / 1_000)} กิโลไบต์"
    return f"{value / 1e6:.1f} เมกะไบต์"
