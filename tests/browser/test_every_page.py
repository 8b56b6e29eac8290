"""Every page of the other municipalities on a phone: nothing scrolls sideways, no rule of accessibility is violated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sites
from looks import overflow, violations, widest

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

OTHERS = [agency for agency, data in sites.AGENCIES.items() if data != sites.ROOT / "data"]


@pytest.mark.parametrize("agency", OTHERS)
def test_every_page_fits_a_phone_and_violates_no_rule(
    agency: str,
    site_of: Callable[[str], Path],
    serve: Callable[[Path], AbstractContextManager[str]],
    window: Callable[..., AbstractContextManager[Any]],
) -> None:
    site = site_of(agency)
    found = []
    with serve(site) as home, window(viewport={"width": 360, "height": 800}, reduced_motion="reduce") as visit:
        for address in sites.addresses(site):
            visit.page.goto(home + address)
            if (by := overflow(visit.page)) > 0:
                found.append(f"{address or '/'} is too wide by {by} px: {widest(visit.page)}")
            found += [f"{address or '/'}: {each}" for each in violations(visit.page)]
        assert visit.attacks == visit.outside == []
    assert not found, "\n\n".join(found)
