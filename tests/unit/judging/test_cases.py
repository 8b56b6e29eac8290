"""Runs `cases/*.yml`: the files of a small project, and every problem an editor is told of, exactly.

A case has a `name`; `files` (path → text); `problems`, each as `path:line:column code severity`, all of them,
in order; and `says`, words that one of the messages must hold. To keep cases short every project has one
`agency.yml`, unless the case gives its own, or `null` for none.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import ita_site
from ita_site.judging.chain import Requirement
from ita_site.publishing.data_check import check
from tests.message_list import AGENCY, CASES, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOLD_ELSEWHERE = {
    "long-text",
    "bad-value",
    "big-image",
    "file-with-position",
    "file-with-thumbnail",
    "file-read-in-part",
    "silent-correction",
}
"""Codes whose case would be too long to read, or needs a file that is no text, or a repository of Git.

`test_dataset.py`, `test_look.py`, `test_exposure_in_files.py` and `test_corrections.py` have them.
"""


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_an_editor_is_told_exactly_what_is_wrong(path: Path, project: Callable[..., Path]) -> None:
    case = read(path)
    assert set(case) <= {"name", "files", "problems", "says"}, "a case has no other keys"
    files = {"data/agency.yml": AGENCY, **case["files"]}
    root = project({name: text for name, text in files.items() if text is not None})

    problems = check(root / "data").problems
    if not any(" gap-" in line for line in case["problems"]):  # a case is no whole year; gaps have cases of their own
        problems = tuple(each for each in problems if not each.code.startswith("gap-"))

    told = [f"{problem.position} {problem.code} {problem.severity}" for problem in problems]
    assert told == case["problems"], case["name"]
    assert all(re.search("[ก-๙]", problem.message) for problem in problems), "messages are in Thai"
    if "says" in case:
        assert any(case["says"] in problem.message for problem in problems), [each.message for each in problems]


def test_every_code_of_loading_models_and_checks_has_a_case() -> None:
    package = Path(ita_site.__file__).parent
    modules = [path for room in ("data/load", "data/model") for path in (package / room).glob("*.py")]
    modules += (package / "judging" / "checks").rglob("*.py")
    given = {code for module in modules for code in codes(ast.parse(module.read_text(encoding="utf-8")))}
    shown = {line.split()[-2] for path in CASES for line in read(path)["problems"]}

    assert given >= {"empty-file", "unknown-choice", "bad-period", "sum", "figure-of-other-year", "gap-answered"}
    assert given - shown - TOLD_ELSEWHERE == set()


def codes(tree: ast.AST) -> Iterator[str]:
    """Yield the codes that a module gives: in calls, and in what it assigns with a message beside."""
    places = {"Problem": 1, "_problem": 1, "PydanticCustomError": 0, "contradiction": 2, "Doubt": 2, "_doubt": 1}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = places.get(name)
            if name == "Fault":  # its start and end may be given as one
                place = len(node.args) - 2
            if place is not None and len(node.args) > place:
                yield from spelt(node.args[place])
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            texts = [str(each.value) for each in node.value.elts if isinstance(each, ast.Constant)]
            if len(texts) < len(node.value.elts) or not all(map(str.isascii, texts)):  # names of others are no codes
                yield from (text for text in texts if re.fullmatch(r"[a-z]+(-[a-z]+)+", text))


def spelt(code: ast.expr) -> Iterator[str]:
    """Yield the code that is written out, or all that the code of a gap may be."""
    match code:
        case ast.Constant(str(value)):
            yield value.replace("_", "-")
        case ast.JoinedStr([ast.Constant("gap-"), ast.FormattedValue()]):
            yield from (f"gap-{link}" for link in Requirement)
        case ast.JoinedStr():
            pytest.fail(f"{ast.unparse(code)}: whoever puts a code together tells this test which there are")
