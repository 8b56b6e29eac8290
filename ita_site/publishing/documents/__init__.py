"""The office's papers, made from what the pages say: one content, written as PDF, Word and Excel."""

from ita_site.publishing.documents.paper_offers import Offer, offer

__all__ = ["Offer", "offer"]
