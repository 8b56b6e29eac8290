"""Which item of a list is which of another version: by what they are called, or else by how alike they are."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.data.source import Path, Value

IDS = ("id", "item", "measure", "number", "part")
"""The fields that say which item of a list one is, whatever else of it changes."""
NAMES = ("title", "name", "text", "at", "place", "url", "file")
"""The fields that say so, and may themselves be put right."""
_ALIKE = 0.5
"""How much alike two items must be, of 1, for one to be the other put right."""


def paired(old: Sequence[Value], new: Sequence[Value]) -> dict[int, int]:
    """Return where the items of a list stood in the version before, by where they stand now; new ones are left out."""
    key = telling_field(old, new)
    before, after = [_called(each, key) for each in old], [_called(each, key) for each in new]
    pairs = {after.index(name): before.index(name) for name in after if name in before} if key else {}
    if not pairs:
        matched = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        pairs = {block.b + step: block.a + step for block in matched for step in range(block.size)}
    if key not in IDS:
        pairs |= _put_right(old, new, pairs)
    return pairs


def telling_field(old: Sequence[Value], new: Sequence[Value]) -> str | None:
    """Return the field that tells the items of both lists apart, if there is one."""
    return next((each for each in (*IDS, *NAMES) if _tells_apart(old, each) and _tells_apart(new, each)), None)


def traced(old: Value, new: Value, path: Path) -> Path | None:
    """Return where the value at a path stood in the version before; None where it was not there."""
    found: list[str | int] = []
    for step in path:
        if isinstance(new, str) and isinstance(old, dict) and "text" in old:
            new = {"text": new}
        if isinstance(new, dict) and isinstance(old, dict) and isinstance(step, str) and step in old:
            place: str | int = step
            old, new = old[step], new.get(step)
        elif isinstance(new, list) and isinstance(old, list) and isinstance(step, int):
            pairs = paired(old, new)
            if step not in pairs:
                return None
            place = pairs[step]
            old, new = old[place], new[step]
        else:
            return None
        found.append(place)
    return tuple(found)


def _put_right(old: Sequence[Value], new: Sequence[Value], pairs: Mapping[int, int]) -> dict[int, int]:
    """Return those of the items left that are old ones put right, in the order they stand in."""
    left = [index for index in range(len(old)) if index not in pairs.values()]
    found: dict[int, int] = {}
    for index in (each for each in range(len(new)) if each not in pairs):
        for candidate in left:
            if SequenceMatcher(None, repr(old[candidate]), repr(new[index]), autojunk=False).ratio() >= _ALIKE:
                found[index] = candidate
                left.remove(candidate)
                break
    return found


def _tells_apart(items: Sequence[Value], key: str) -> bool:
    """Tell whether a field tells every item of a list from every other."""
    found = [each.get(key) if isinstance(each, dict) else None for each in items]
    texts = [thai.arabic(each) for each in found if isinstance(each, str) and each]
    return len(texts) == len(items) and len(set(texts)) == len(items)


def _called(item: Value, key: str | None) -> str:
    if key is not None and isinstance(item, dict):
        return thai.arabic(str(item[key]))
    if isinstance(item, dict) and isinstance(item.get("text"), str):
        item = item["text"]  # a line that has more than its text
    return thai.normalise(item).strip() if isinstance(item, str) else repr(item)
