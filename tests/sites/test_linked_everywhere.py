"""An address inside any sentence of the data is a link wherever a page shows that sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.publishing import site
from tests.helpers import filling, sites
from tests.helpers.sites import Element

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = re.compile(
    r"-(?:name|names|title|numbers?|level|position|division|divisions|to|subject|signed_by|among|place|id|topic|parts"
    r"|owners|words|published|correct|kind|province|district|motto|label)$"
)
"""Fields that hold the name or the number of a thing, in a few words, and no sentence."""


def test_no_page_shows_an_address_of_a_sentence_as_bare_text(tmp_path: Path) -> None:
    def text(place: str) -> str:
        return f"ดู https://a.example/{filling.AGREEING.get(place, place).replace('.', '-')} ต่อ"

    project = filling.write(tmp_path, text)
    bare: set[tuple[str, str]] = set()
    linked: set[str] = set()
    shown = [page for page in site.build(project / "data").pages if not page.for_editors]  # those are copied as texts
    for page in shown:
        for place, is_link in _addresses(sites.parse(page.body.fill(page.body.markdown))):
            if is_link:
                linked.add(place)
            elif not NAMES.search(place):
                bare.add((page.address, place))
    assert bare == set()
    assert {"Measure-budget", "Measure-monitoring", "Progress-outcome", "Result-notes", "Opinion-text"} <= linked


def _addresses(element: Element, *, inside: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the field of each address that is shown below an element, and whether it is a link there."""
    for child in element.children:
        if isinstance(child, Element):
            yield from _addresses(child, inside=inside or child.tag == "a")
        else:
            for place in re.findall(r"https://a\.example/([\w-]+)", child):
                yield place, inside
