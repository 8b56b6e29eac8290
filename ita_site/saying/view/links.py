"""Links that several views have in words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.addresses import Kind, Subject
from ita_site.saying import words
from ita_site.saying.view.lookup import Link
from ita_site.saying.words import comparison

if TYPE_CHECKING:
    from ita_site.saying.view.lookup import Lookup


def comparison_before(lookup: Lookup, year: int) -> Link | None:
    """Return the link to the comparison of a year with the one before it that has a result, None without one."""
    earlier = [each for each in lookup.scores.trees if each < year]
    if year not in lookup.scores.trees or not earlier:
        return None
    return Link(comparison.beside(earlier[-1]), addresses.comparison(earlier[-1], year))


def trail(subject: Subject | None) -> tuple[Link, ...]:
    """Return the links to the pages above one, from the home page down; a page written by hand has no subject."""
    above = subject.trail if subject else (Subject(Kind.HOME),)
    return tuple(Link(words.page_name(each), each.address) for each in above)
