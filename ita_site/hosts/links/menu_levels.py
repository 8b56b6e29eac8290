"""The menus within menus of a page: which ones are open at a place, by the words that open them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEVELS = frozenset({"li", "ul", "ol", "div", "nav"})
_LISTS = frozenset({"ul", "ol"})
_MENU = re.compile(r"\b(?:dropdown-menu|sub-?menu|mega-?menu)\b", re.IGNORECASE)
_CRUMBS = re.compile(r"breadcrumb|pathway", re.IGNORECASE)
_LONGEST = 200
_DEEPEST = 60


@dataclass(slots=True)
class _Level:
    tag: str
    label: str = ""
    text: str = ""
    is_menu: bool = False
    is_crumbs: bool = False


class MenuLevels:
    """The lists and boxes that are open while a page is read; a tag that was never closed ends with what holds it."""

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self._last = ""

    @property
    def in_crumbs(self) -> bool:
        """Whether this is the line that tells where the page stands in its site."""
        return any(each.is_crumbs for each in self._open)

    def pass_tag(self, name: str, classes: str, *, closes: bool) -> None:
        """Take note of a tag that is passed."""
        if name not in _LEVELS:
            return
        if closes:
            self._close(name)
            return
        if name == "li" and self._open and self._open[-1].tag == "li":
            self._open.pop()
        if len(self._open) >= _DEEPEST:
            return
        is_menu = bool(_MENU.search(classes))
        if name in _LISTS or is_menu:
            self._name_by_text()
        label = self._last if is_menu and name not in _LISTS and not self._is_within_entry() else ""
        self._open.append(_Level(name, label, is_menu=is_menu, is_crumbs=bool(_CRUMBS.search(classes))))

    def name(self, text: str) -> None:
        """Take the words of a link or button for those of the entry that it stands in, if these are the first."""
        self._last = text
        entry = self._entry()
        if entry is not None and not entry.label:
            entry.label = text

    def say(self, text: str) -> None:
        """Take note of words that are not in a link."""
        entry = self._entry()
        if entry is not None and not entry.label:
            entry.text = (entry.text + text)[:_LONGEST]

    def above(self) -> tuple[str, ...]:
        """Return the words that open the menus around this place, the outermost first."""
        words: list[str] = []
        for place, level in enumerate(self._open):
            holds = any(each.tag in _LISTS or each.is_menu for each in self._open[place + 1 :])
            opens = level.label and ((level.tag == "li" and holds) or (level.is_menu and level.tag not in _LISTS))
            if opens and level.label not in words:
                words.append(level.label)
        return tuple(words)

    def _entry(self) -> _Level | None:
        """Return the entry of a list that this place stands in itself, not in a list within it."""
        for each in reversed(self._open):
            if each.tag == "li":
                return each
            if each.tag in _LISTS or each.is_menu:
                return None
        return None

    def _is_within_entry(self) -> bool:
        entry = self._entry()
        return entry is not None and bool(entry.label)

    def _name_by_text(self) -> None:
        entry = self._entry()
        if entry is not None and not entry.label:
            entry.label = " ".join(entry.text.split())[:_LONGEST]

    def _close(self, name: str) -> None:
        barrier = _LISTS if name == "li" else frozenset()
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == name:
                del self._open[place:]
                return
            if self._open[place].tag in barrier:
                return
