"""Runs `slips.yml`: the slips of five real documents, typed into the data that was transcribed from them.

An entry has `printed`, what the document says; `file` with `replace`, a text that stands there exactly once → the
text as the document prints it (`after` a place, the next one; `copy` first makes the file a copy of another); and
`expect`, every problem there is then.
An entry without `replace` is a slip that stands in the data as printed, with a note beside it.
Codes in a list stand on the one line that was changed. Where more lines are concerned, each code has a text that
stands in one place of the data only, and the code stands where that text ends.
"""

from __future__ import annotations

import difflib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from ita_site.ground.problems import Severity
from ita_site.publishing.data_check import check
from tests.helpers import TESTS
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN = yaml.safe_load((TESTS / "slips.yml").read_text(encoding="utf-8"))


class Told(NamedTuple):
    """A problem as an editor finds it: which, in which file of the data, on which line."""

    code: str
    file: str
    line: int


SLIPS = [
    pytest.param(agency, entry, id=f"{agency}-{name}")
    for agency, slips in WRITTEN["slips"].items()
    for name, entry in slips.items()
    if "replace" in entry
]


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_data_raises_no_alarm_but_at_the_slips_that_it_holds_as_printed(agency: str) -> None:
    assert told(AGENCIES[agency]) == sorted(standing(agency, AGENCIES[agency]))
    assert {each.severity for each in check(AGENCIES[agency]).problems} <= {Severity.NOTICE}, "a note settles each"


@pytest.mark.parametrize(("agency", "entry"), SLIPS)
def test_a_slip_of_a_document_is_told_where_it_is_typed(agency: str, entry: dict[str, Any], tmp_path: Path) -> None:
    assert set(entry) <= {"printed", "file", "copy", "after", "replace", "expect"}, "an entry has no other keys"
    data = copied(agency, tmp_path)
    if "copy" in entry:
        shutil.copy(data / entry["copy"], data / entry["file"])
    before = (data / entry["file"]).read_text(encoding="utf-8")
    after = before
    for old, new in entry["replace"].items():
        after = typed(after, old, new, entry.get("after", ""))
    (data / entry["file"]).write_text(after, encoding="utf-8")

    found = {*standing(agency, data), *expected(entry, data, changed_lines(before, after))}
    assert told(data) == sorted(found)


@pytest.mark.parametrize("agency", WRITTEN["right"])
def test_what_is_right_raises_no_alarm(agency: str, tmp_path: Path) -> None:
    data = copied(agency, tmp_path)
    for file, sentences in WRITTEN["right"][agency].items():
        steps = "".join(f"  - {json.dumps(each, ensure_ascii=False)}\n" for each in sentences)
        text = (data / file).read_text(encoding="utf-8")
        (data / file).write_text(typed(text, "\nsteps:\n", f"\nsteps:\n{steps}"), encoding="utf-8")

    assert told(data) == sorted(standing(agency, data))


def standing(agency: str, data: Path) -> Iterator[Told]:
    """Yield what an editor is told of the slips that stand in the data as printed."""
    for entry in WRITTEN["slips"][agency].values():
        if "replace" not in entry:
            assert set(entry) == {"printed", "file", "expect"}, "an entry has no other keys"
            yield from expected(entry, data, [])


def copied(agency: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(AGENCIES[agency], tmp_path / "data"))


def typed(text: str, old: str, new: str, after: str = "") -> str:
    """Return a text with `new` in place of `old`, which stands there once; `after` a place, of the next."""
    assert not after or text.count(after) == 1, f"{after!r} stands {text.count(after)} times"
    head, place, rest = text.partition(after) if after else ("", "", text)
    assert rest.count(old) >= 1 if after else rest.count(old) == 1, f"{old!r} stands {rest.count(old)} times"
    return head + place + rest.replace(old, new, 1)


def told(data: Path) -> list[Told]:
    """Return what an editor is told, each code once for a line."""
    places = {(each.code, each.position) for each in check(data).problems}
    return sorted({Told(code, place.path.removeprefix(f"{data.name}/"), place.line) for code, place in places})


def changed_lines(before: str, after: str) -> list[int]:
    matched = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    return [line + 1 for tag, _, _, start, end in matched.get_opcodes() if tag != "equal" for line in range(start, end)]


def expected(entry: dict[str, Any], data: Path, changed: list[int]) -> Iterator[Told]:
    if isinstance(entry["expect"], list):
        assert len(changed) == 1, f"lines {changed} were changed: say where each code is expected"
        for code in entry["expect"]:
            yield Told(code, entry["file"], changed[0])
        return
    for code, texts in entry["expect"].items():
        for text in [texts] if isinstance(texts, str) else texts:
            yield Told(code, *place_of(text, data, entry["file"]))


def place_of(text: str, data: Path, file: str) -> tuple[str, int]:
    """Return where a text ends: in the file that was changed, or if it is not there, in another."""
    files = [data / file, *sorted(data.rglob("*.yml"))]
    found = next((each for each in files if text in each.read_text(encoding="utf-8")), None)
    assert found is not None, f"{text!r} stands nowhere"
    content = found.read_text(encoding="utf-8")
    assert content.count(text) == 1, f"{text!r} stands {content.count(text)} times in {found.name}"
    return found.relative_to(data).as_posix(), content[: content.index(text) + len(text)].count("\n") + 1
