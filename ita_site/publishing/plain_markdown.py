"""The Markdown of generated pages into HTML, without Python-Markdown: a sixth of the time of a build.

Such a page holds headings with ids, paragraphs of text whose punctuation is entities, and places of blocks. What holds
anything else is refused, and goes the long way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PLACE = re.compile(r"<!--ita-\d+-->")
_TEXT = r"(?:[^\x00-\x1f\x7f-\x9f!-/:-@\[-`{-~]|&\#\d+;|<span lang=\"en\">|</span>)+"
"""Text whose punctuation is entities, and the marks of a language: nothing that Markdown might read as its own."""
_PARAGRAPH = re.compile(rf"(?! ){_TEXT}(?<! )(?:\n(?! ){_TEXT}(?<! ))*")
_HEADING = re.compile(
    rf"(?P<level>\#{{1,6}}) (?P<text>(?! ){_TEXT}(?<! )) \{{ \#(?P<id>[\w-]+)(?P<words>(?: [a-z-]+)*) \}}"
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its depth from 1 to 6, its id, its words without tags, and the headings below it."""

    level: int
    id: str
    name: str
    children: list[Heading] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Converted:
    """The HTML of a page, its headings as a tree, and the ids in it."""

    html: str
    headings: list[Heading]
    ids: frozenset[str]


def convert(markdown: str, permalink: str, permalink_title: str) -> Converted | None:
    """Return what Python-Markdown with `attr_list`, `tables`, `fenced_code` and `toc` makes of it; None if unsure.

    `permalink` is the sign behind a heading that leads to it, and `permalink_title` says so, if it is to.
    """
    title = f' title="{permalink_title}"' if permalink_title else ""
    html: list[str] = []
    headings: list[Heading] = []
    ids: set[str] = set()
    above: list[tuple[int, list[Heading]]] = [(0, headings)]
    for block in markdown.strip("\n").split("\n\n"):
        if _PLACE.fullmatch(block):
            html.append(f"{block}\n")
        elif _PARAGRAPH.fullmatch(block):
            html.append(f"<p>{block}</p>")
        elif (found := _HEADING.fullmatch(block)) and found["id"] not in ids:
            level, anchor, text = len(found["level"]), found["id"], found["text"]
            words = found["words"]
            link = f'<a class="headerlink" href="#{anchor}"{title}>{permalink}</a>'
            html.append(f'<h{level}{words} id="{anchor}">{text}{link}</h{level}>')
            ids.add(anchor)
            heading = Heading(level, anchor, _TAG.sub("", text))
            while above[-1][0] >= level:
                above.pop()
            above[-1][1].append(heading)
            above.append((level, heading.children))
        else:
            return None
    return Converted("\n".join(html).strip(), headings, frozenset(ids))
