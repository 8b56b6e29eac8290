"""A paper as PDF, drawn by Typst: the same bytes for the same paper."""

from __future__ import annotations

from ita_site.publishing.documents.pdf.typesetting import as_pdf

__all__ = ["as_pdf"]
