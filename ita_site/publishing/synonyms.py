"""Words that the search takes for one another: those that come with the package, and the municipality's own."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from ita_site.data.model import Agency

_TABLE = "search_words.yml"


def groups(agency: Agency) -> list[list[str]]:
    """Return groups of words of one meaning; a word that ends with a dot is an abbreviation.

    A group of the municipality that has a word of one of ours is added to that one.
    """
    known = [list(group) for group in packaged()]
    for own in agency.synonyms:
        same = next((group for group in known if {*map(_key, group)} & {*map(_key, own)}), None)
        if same is None:
            known.append(list(own))
        else:
            same += [word for word in own if _key(word) not in {*map(_key, same)}]
    return known


@cache
def packaged() -> tuple[tuple[str, ...], ...]:
    """Return the groups that come with the package."""
    table = yaml.safe_load(resources.files("ita_site.publishing").joinpath(_TABLE).read_text(encoding="utf-8"))
    return tuple(tuple(group) for group in table)


def _key(word: str) -> str:
    return word.casefold().rstrip(".")
