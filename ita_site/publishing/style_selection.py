"""Of a style sheet the rules that can ever apply: those whose classes and properties something of the site names.

A name is any word of a text, so that more is kept than is used. What is kept is written without comments and blanks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_NOTICE = (
    "/* With rules of Material for MkDocs, copyright Martin Donath, MIT licence: squidfunk.github.io/mkdocs-material */"
)
"""What begins a sheet with a selection, as the licence asks."""
_TOKEN = re.compile(r'(?:[^{}"\']|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')+|[{}]')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CHARSET = '@charset "UTF-8";'
_STRING_OR_BLANKS = re.compile(r"""("[^"]*"|'[^']*')|\s*([;,])\s*|(:)\s+|\s+""")
_CONDITIONS = ("@media", "@supports", "@container", "@layer")
"""What has rules in it, each of which may be left out."""
_NESTING = ("@keyframes", "@-webkit-keyframes", "@page")
"""What has braces within its own, and no selector that could be left out."""
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_NOT = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
"""What a selector does without: a class in it may be missing from every page."""
_COLOUR = re.compile(r"\[data-md-color-(?:scheme|primary|accent)=\"?([\w-]+)\"?\]")
_RIGHT_TO_LEFT = "[dir=rtl]"
_PROPERTY = re.compile(r"(--[\w-]+):")
_VALUE = re.compile(r"var\((--[\w-]+)")
_PIECE = re.compile(r"(?:[^,()\[\]]|\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])+")
_DECLARATION = re.compile(r"(?:[^;\"'()]|\"[^\"]*\"|'[^']*'|\((?:[^()\"']|\"[^\"]*\"|'[^']*'|\([^()]*\))*\))+")


class _Rule(NamedTuple):
    """A rule: what it is for (a list of selectors, or `@media …`), and its declarations or the rules in it."""

    head: str
    body: str | list[_Rule]


def words(texts: Iterable[str]) -> frozenset[str]:
    """Return every word of some texts that could be the name of a class."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def sheet(base: Iterable[str], own: Iterable[str], texts: Iterable[str], others: Iterable[str]) -> str:
    """Return one sheet: the rules of base sheets that can ever apply, and others whole.

    Args:
        base: the sheets of which rules are left out.
        own: the sheets that stay whole.
        texts: all that names what a page has.
        others: all sheets that may ask for a property of the base.

    """
    return "".join([_NOTICE, selected("".join(base), words(texts), others), *map(packed, own)])


def selectors(sheet: str) -> frozenset[str]:
    """Return each selector of a style sheet."""
    return frozenset(each for rule in _flat(_rules(sheet)) for each in _PIECE.findall(rule.head))


def selected(sheet: str, known: Collection[str], others: Iterable[str]) -> str:
    """Return a sheet without the rules that can never apply, from left to right.

    A rule can where `known` has each class and each colour that one of its selectors names. A property of its own
    stays where a rule that stays, or a sheet of `others`, has its value.
    """
    kept = [*_kept(_rules(sheet), known)]
    text = _written(kept)
    used = {name for each in (text, *others) for name in _VALUE.findall(each)}
    # What only an unused property asks for is unused, too.
    while True:
        kept = [*_without_properties(kept, used)]
        text = _written(kept)
        remaining = {name for each in (text, *others) for name in _VALUE.findall(each)}
        if remaining == used:
            return text
        used = remaining


def packed(sheet: str) -> str:
    """Return a sheet with all its rules, without comments and blanks."""
    return _written(_rules(sheet))


def _rules(sheet: str) -> list[_Rule]:
    tokens = (_squeezed(each) for each in _TOKEN.findall(_COMMENT.sub("", sheet.replace(_CHARSET, ""))))
    return [*_block(each for each in tokens if each)]


def _squeezed(token: str) -> str:
    return _STRING_OR_BLANKS.sub(lambda found: found[1] or found[2] or found[3] or " ", token).strip(" ;")


def _block(tokens: Iterator[str]) -> Iterator[_Rule]:
    for head in tokens:
        if head == "}":
            return
        next(tokens)  # what opens it
        if head.startswith(_CONDITIONS):
            yield _Rule(head, [*_block(tokens)])
        elif head.startswith(_NESTING):
            yield _Rule(head, _nested(tokens))
        elif (body := next(tokens)) != "}":
            next(tokens)
            yield _Rule(head, body)


def _nested(tokens: Iterator[str]) -> str:
    text, depth = "", 1
    for token in tokens:
        depth += {"{": 1, "}": -1}.get(token, 0)
        if not depth:
            break
        text += token
    return text


def _flat(rules: Iterable[_Rule]) -> Iterator[_Rule]:
    for each in rules:
        if isinstance(each.body, list):
            yield from _flat(each.body)
        else:
            yield each


def _kept(rules: Iterable[_Rule], known: Collection[str]) -> Iterator[_Rule]:
    for each in rules:
        if isinstance(each.body, list):
            if inner := [*_kept(each.body, known)]:
                yield _Rule(each.head, inner)
        elif each.head.startswith("@"):
            yield each
        elif heads := [one for one in _PIECE.findall(each.head) if _applies(one, known)]:
            yield _Rule(",".join(heads), each.body)


def _applies(selector: str, known: Collection[str]) -> bool:
    needed = _NOT.sub("", selector)
    if _RIGHT_TO_LEFT in needed:
        return False
    return all(name in known for name in (*_CLASS.findall(needed), *_COLOUR.findall(needed)))


def _without_properties(rules: Iterable[_Rule], used: Collection[str]) -> Iterator[_Rule]:
    for each in rules:
        if isinstance(each.body, list):
            if inner := [*_without_properties(each.body, used)]:
                yield _Rule(each.head, inner)
        elif each.head.startswith("@") or "--" not in each.body:
            yield each
        else:
            named = ((one, _PROPERTY.match(one)) for one in _DECLARATION.findall(each.body))
            left = [one for one, name in named if name is None or name[1] in used]
            if left:
                yield _Rule(each.head, ";".join(left))


def _written(rules: Iterable[_Rule]) -> str:
    return "".join(
        f"{each.head}{{{_written(each.body) if isinstance(each.body, list) else each.body}}}" for each in rules
    )
