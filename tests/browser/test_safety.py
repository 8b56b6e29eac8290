"""Attacks in a browser: a site with sixteen, in turn in its texts, is opened and searched, and nothing may happen.

That each of them alone, in every text, is shown letter by letter in the elements of a harmless page is seen without a
browser, in tests/sites/test_safety.py. Here Chromium reads the same pages with another parser, and runs what it finds.
"""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers import attacks, sites
from tests.helpers.attacks import paragraphs
from tests.helpers.filling import AGREEING, PAGES, write
from tests.helpers.search_box import box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from tests.helpers.attacks import Attack

_LARGE = ("xss", "md", "url", "path")
"""Families of more than ten attacks; the others go together."""
_TOGETHER = 16
"""So many that each is still in several texts, of several pages."""


def batches() -> Iterator[ParameterSet]:
    """Yield the attacks that an editor may type, at most sixteen together, each batch for whichever process is free."""
    typed = attacks.load(*attacks.TYPED)
    for family in (*_LARGE, "other"):
        members = [each for each in typed if (each.family if each.family in _LARGE else "other") == family]
        for start in range(0, len(members), _TOGETHER):
            name = f"{family}-{start // _TOGETHER + 1}"
            group = pytest.mark.xdist_group(f"attacked {name}")
            yield pytest.param(members[start : start + _TOGETHER], id=name, marks=group)


def in_turn(attacking: list[Attack]) -> Callable[[str], str]:
    """Return what gives each text of a project the next attack, and names that must agree the same one."""
    turn = cycle(attacking)
    agreed: dict[str, str] = {}

    def text(place: str) -> str:
        name = AGREEING.get(place, place)
        payload = next(turn).payload
        return agreed.setdefault(name, payload) if name in AGREEING.values() else payload

    return text


@pytest.mark.parametrize("batch", [*batches()])
def test_attacks_do_nothing_in_a_browser(
    batch: list[Attack],
    tmp_path: Path,
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    shown = [each for each in batch if not each.deceives]  # the others are refused: see tests/sites
    site = sites.build(write(tmp_path / "together", in_turn(shown)), tmp_path / "site")
    texts = [sites.article(site, address).text for address in PAGES.values()]
    for attack in shown:
        assert sum(all(part in text for part in paragraphs(attack.payload)) for text in texts) >= 5, attack.id
    with serve(site) as home, window(viewport={"width": 1280, "height": 800}) as visit:
        visit.context.route(re.compile(r"\.(?:png|svg|woff2?|css)$"), lambda route: route.abort())
        for address in PAGES.values():
            visit.page.goto(home + address, wait_until="load")
            assert visit.page.evaluate(_PROVOKE) == [], address
            assert visit.page.url.partition("#")[0] == home + address
        visit.page.goto(f"{home}?q={'%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'}&h=%3Cscript%3E", wait_until="load")
        assert visit.page.evaluate(_PROVOKE) == []
        assert visit.page.url.startswith(home)
        assert visit.attacks == visit.outside == []
    with serve(site) as home, box(window, home) as (visit, ask):
        for text in (*(attack.payload for attack in shown), "ตัวชี้วัดที่"):
            found = ask(text).pages
            assert visit.page.evaluate(_PROVOKE) == [], text
        assert found
        assert visit.attacks == visit.outside == []


_PROVOKE = """() => {
    const found = []
    for (const element of document.querySelectorAll('*')) {
        for (const {name, value} of element.attributes) {
            if (name.startsWith('on')) {
                found.push(`${name}=${value}`)
                element.dispatchEvent(new Event(name.slice(2)))
            }
            if (/href|src|action|^data$/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value)) {
                found.push(`${name}=${value}`)
                element.click?.()
            }
        }
    }
    return found
}"""
"""Fire every handler and follow every link that a page of ours may not have, and return what they were."""
