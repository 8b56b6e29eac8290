"""axe-core on our own part of one page of each kind: no violation of WCAG 2.2 AA, in both colour schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sites
from looks import violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from typing import Any


@pytest.fixture(scope="module", params=[360, 1280], ids=["phone", "desk"])
def width(request: pytest.FixtureRequest) -> int:
    """Width of the window in pixels."""
    return int(request.param)


@pytest.fixture(scope="module", params=["light", "dark"])
def visit(
    request: pytest.FixtureRequest, width: int, window: Callable[..., AbstractContextManager[Any]]
) -> Iterator[Any]:
    """Open one window for all pages of a width and a scheme."""
    with window(
        color_scheme=request.param, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    ) as opened:
        yield opened


@pytest.mark.parametrize("address", sites.KINDS.values(), ids=sites.KINDS)
def test_our_part_of_the_page_violates_no_rule(home: str, visit: Any, address: str) -> None:  # noqa: ANN401
    visit.page.goto(home + address)
    found = violations(visit.page)
    assert not found, "\n\n".join(found)


def test_the_page_says_that_it_is_in_thai_and_may_be_enlarged(home: str, visit: Any) -> None:  # noqa: ANN401
    visit.page.goto(home)
    assert visit.page.evaluate("document.documentElement.lang") == "th"
    scale = visit.page.evaluate("document.querySelector('meta[name=viewport]').content")
    assert "user-scalable" not in scale
    assert "maximum-scale" not in scale
