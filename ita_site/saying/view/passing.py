"""A total beside the pass mark of its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.saying.words import year as sentences

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.data.model import Framework


def passing(framework: Framework | None, total: Decimal) -> str:
    """Say how a total, in points, stands to the pass mark of its framework; nothing where that is not known."""
    mark = _mark(framework)
    return "" if mark is None else sentences.passing(total, mark)


def passed(framework: Framework | None, total: Decimal) -> bool:
    """Tell whether a total, in points, has reached the pass mark; where that is not known it has not failed."""
    mark = _mark(framework)
    return mark is None or total >= mark


def _mark(framework: Framework | None) -> Decimal | None:
    return framework.levels.passing if framework and framework.levels else None
