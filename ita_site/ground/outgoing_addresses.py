"""The addresses that leave the site: in an `iframe` of another website, in the QR code of a printed paper.

They are kept as those of pages are: who has one finds for all time what it leads to.
"""

from __future__ import annotations

from ita_site.ground import addresses


def embed(name: str, shelf: str) -> str:
    """Return the address of the page that an `iframe` shows, by its name and its fiscal year or another shelf."""
    return f"{addresses.embeds()}{shelf}/{name}/"


def embed_picture(name: str, shelf: str, ending: str) -> str:
    """Return the address of the picture of the same, by the ending of its file."""
    return f"{addresses.embeds()}{shelf}/{name}.{ending}"


def stamped(page: str, letters: str) -> str:
    """Return where a page speaks of its printed paper, by the digest of that paper: the page itself for another."""
    return f"{page}#{stamp_anchor(letters)}"


def stamp_anchor(letters: str) -> str:
    """Return the id of the element that speaks of the printed paper of a page, by the digest of that paper."""
    return f"paper-{letters}"


def paper_file(page: str, name: str, ending: str) -> str:
    """Return where the file of a paper is offered: beside the page that says the same."""
    return f"{page}{name}.{ending}"
