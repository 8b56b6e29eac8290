"""At which field of a form a message stands: every case of `cases/` whose file can be edited field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ita_site.data import edit
from ita_site.data.load.folder import Scan
from ita_site.hosts.desk.forms.fault_places import FaultPlaces
from ita_site.hosts.desk.forms.form_building import FormSetting
from ita_site.publishing.data_check import check
from tests.helpers import TESTS
from tests.helpers.form_inputs import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = sorted((TESTS / "cases").glob("*.yml"))


def problems_of(root: Path) -> dict[str, tuple[FormPage, FormSetting]]:
    """Return the form of every file of a project that can be edited, with what is told of it."""
    told = check(root / "data").problems
    found = {}
    for file in Scan(root / "data").files:
        data = file.path.read_bytes()
        try:
            places, value = FaultPlaces(file.kind.value, data, file.name), edit.values(data, file.name)
        except edit.CannotEditError:
            continue
        faults = [(places.path_of(each), each) for each in told if each.position.path == file.name]
        found[file.name] = FormPage(file.kind.value, value, ()), FormSetting("/x", faults=faults)
    return found


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_every_message_of_a_file_stands_in_its_summary(path: Path, project: Callable[..., Path]) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    root = project({name: text for name, text in case["files"].items() if text is not None})
    for page, setting in problems_of(root).values():
        summary = page.form(setting).summary
        assert len(summary) == len(setting.faults)
        for line in summary:
            assert line.told.message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("total: 101\nlevel: ผ่าน\n", {"f:total": "นอกช่วง"}),
        ("level: ผ่าน\n", {"f:total": "ไม่มีช่อง “total:”"}),
        ("total: 90\nindicators:\n  - id: 1\n    score: 9x\n", {"f:indicators.0.score": "ต้องเป็นตัวเลข"}),
        ("total: 90\nindicators:\n  - score: 90\n", {"f:indicators.0.id": "ไม่มีช่อง “id:”"}),
        ("total: 90\nindicators: [{id: 1, score: 9x}]\n", {"f:indicators.0.score": "ต้องเป็นตัวเลข"}),
        ("total: 90\nrank:\n  place: ก\n", {"f:rank.place": "ต้องเป็นตัวเลข", "f:rank.among": "ไม่มีช่อง “among:”"}),
        ("total: 90\nzero_items: [O1, X9]\n", {"f:zero_items.1": "ไม่ใช่รหัส"}),
        ("total: 90\noriginal: {title: ก, date: 31 ก.พ. 2568, url: 'https://a.go.th/'}\n", {"f:original.date": "ปฏิทิน"}),
    ],
)
def test_a_mistake_and_what_is_missing_are_told_at_the_field(
    text: str, wanted: dict[str, str], project: Callable[..., Path]
) -> None:
    page, setting = problems_of(project({"data/2567/result.yml": text}))["data/2567/result.yml"]
    form = page.form(setting)
    errors = {each.name: told.message for each in form.fields() for told in each.told if told.severity == "error"}
    assert set(errors) == set(wanted)
    assert all(words in errors[name] for name, words in wanted.items())
    assert set(wanted) <= {line.target for line in form.summary}


def test_a_message_on_a_group_stands_at_the_group(project: Callable[..., Path]) -> None:
    page, setting = problems_of(project({"data/2567/result.yml": "total: 90\nindicators:\n  - id: 1\n"}))[
        "data/2567/result.yml"
    ]
    form = page.form(setting)
    assert [line.target for line in form.summary if "score: หรือ missing:" in line.told.message] == ["k:indicators.0"]
