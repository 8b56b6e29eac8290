"""axe-core on every element in every place: no violation of WCAG 2.2 AA, none of good practice; and its statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers import ROOT, sites
from tests.helpers.audit import EACH_AGENCY, MODES, Audit, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import Any


@EACH_AGENCY
def test_no_page_violates_a_rule(agency: str, audit_of: Callable[[str], Audit]) -> None:
    seen = audit_of(agency)
    assert seen.pages >= sites.PAGES[agency] + 1, "with the page of an address that is not there"
    assert len(seen.violations) == 0, told(seen.violations)


@EACH_AGENCY
def test_no_page_asks_another_host_or_leaves_anything_behind_or_lacks_a_file(
    agency: str, audit_of: Callable[[str], Audit]
) -> None:
    assert audit_of(agency).misdeeds == []


def test_the_statement_says_how_the_pages_are_looked_at() -> None:
    """It has no figures of a run, so that no new page makes it untrue."""
    text = (ROOT / "content/about/accessibility/index.md").read_text(encoding="utf-8")
    assert {mode.width for mode in MODES} == {360, 1280}
    assert "บนพื้นสว่างและพื้นมืด จอกว้าง 360 และ 1280 พิกเซล" in text


def test_the_page_says_that_it_is_in_thai_and_may_be_enlarged(
    home: str, window: Callable[..., AbstractContextManager[Any]]
) -> None:
    with window() as visit:
        visit.page.goto(home)
        assert visit.page.evaluate("document.documentElement.lang") == "th"
        scale = visit.page.evaluate("document.querySelector('meta[name=viewport]').content")
        assert "user-scalable" not in scale
        assert "maximum-scale" not in scale
