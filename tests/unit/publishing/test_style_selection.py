"""Of a style sheet the rules that can ever apply."""

from __future__ import annotations

import pytest

from ita_site.publishing import style_selection

SHEET = """@charset "UTF-8"; /* a .comment { } */
:root { --used: url("data:image/svg+xml;charset=utf-8,<svg>{};</svg>"); --behind: 1px; --unused: 2px }
.md-typeset .note, .md-typeset p > a:hover { color: var(--used); margin: 0 var(--gap, 1em) }
.gone:not(.kept) { color: red }
p:not(.gone):is(.gone, b) { color: blue }
@media screen and (min-width: 60em) { .gone { a: b } .kept::after { content: "}"; --deep: var(--behind) } }
@media print { .gone { a: b } }
@container (min-width: 36em) { .gone { a: b } .kept { c: d } .kept b { e: f } }
@keyframes turn { from { opacity: 0 } to { opacity: 1 } }
@page { size: A4; @bottom-right { content: "หน้า " counter(page) } }
[dir=rtl] .kept { left: 0 }
[data-md-color-primary=teal] { --used: 3px }
[data-md-color-primary="indigo"] { --used: 4px }
"""


@pytest.mark.parametrize(
    ("known", "there", "gone"),
    [
        (
            "kept",
            [
                '.kept::after{content:"}"',
                "@container (min-width:36em){.kept{c:d}.kept b{e:f}}",
                "p:not(.gone):is(.gone,b){",
                "@keyframes turn{",
            ],
            [".gone{", "teal", "rtl"],
        ),
        ("kept note md-typeset", [".md-typeset .note,.md-typeset p>a:hover{"], ["@media print"]),
        (
            "gone teal md-typeset",
            ["@media print{.gone{a:b}}", "[data-md-color-primary=teal]{"],
            ["indigo", ".kept::after"],
        ),
        ("md-typeset", [".md-typeset p>a:hover{", "@page{size:A4;@bottom-right{content:"], [".note", "comment"]),
    ],
)
def test_a_rule_stays_where_all_its_classes_can_be(known: str, there: list[str], gone: list[str]) -> None:
    made = style_selection.selected(SHEET.replace(" > ", ">"), style_selection.words([known]), [])
    assert [each for each in there if each not in made] == []
    assert [each for each in gone if each in made] == []


def test_a_property_stays_where_something_has_its_value() -> None:
    known = style_selection.words(["kept md-typeset"])
    made = style_selection.selected(SHEET, known, [])
    assert '--used:url("data:image/svg+xml;charset=utf-8,<svg>{};</svg>")' in made
    assert "--unused" not in made
    assert "--deep" not in made
    assert "--behind" not in made, "only an unused property asked for it"
    assert "--deep:var(--behind)" in style_selection.selected(SHEET, known, ["p { top: var(--deep) }"])
    assert "--behind:1px" in style_selection.selected(SHEET, known, ["p { top: var(--deep) }"])


def test_a_packed_sheet_has_every_rule_and_no_comment() -> None:
    made = style_selection.packed(SHEET)
    assert style_selection.selectors(made) == style_selection.selectors(SHEET)
    assert "comment" not in made
    assert style_selection.packed(made) == made
    assert made.count("{") == SHEET.count("{") - 1, "but for that in the comment"
