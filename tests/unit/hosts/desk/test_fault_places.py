"""At which field of a form a message stands: every case of `cases/` whose file can be edited field by field."""

from __future__ import annotations

import re
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
        found[file.name] = FormPage(file.kind.value, value, ()), FormSetting(file.kind.value, "/x", faults=faults)
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
            named = re.findall(r"(?<![\w.“])([a-z_]{2,}):(?![\w/])(?! (?:ของ|ใน) ?[\w/-]+\.yml)", line.told.message)
            assert not [key for key in named if key in page.kind.model_fields], line.told.message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("total: 101\nlevel: ผ่าน\n", {"f:total": "นอกช่วง"}),
        ("level: ผ่าน\n", {"f:total": "ไม่มีช่อง “คะแนนรวม”"}),
        ("total: 90\nindicators:\n  - id: 1\n    score: 9x\n", {"f:indicators.0.score": "ต้องเป็นตัวเลข"}),
        ("total: 90\nindicators:\n  - score: 90\n", {"f:indicators.0.id": "ไม่มีช่อง “รหัส”"}),
        ("total: 90\nindicators: [{id: 1, score: 9x}]\n", {"f:indicators.0.score": "ต้องเป็นตัวเลข"}),
        ("total: 90\nrank:\n  place: ก\n", {"f:rank.place": "ต้องเป็นตัวเลข", "f:rank.among": "ไม่มีช่อง “ในกลุ่มใด”"}),
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
    assert [line.target for line in form.summary if "“คะแนน” หรือ “เหตุที่ไม่มีคะแนน”" in line.told.message] == [
        "k:indicators.0"
    ]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("agency.yml", "name: อบต.สมมุติ\nkind: อบต.\ndistrict: งาว\nprovince: ลำปาง\n", {"channels"}),
        ("2568/measures/lending.yml", "title: การยืม\n", {"answers", "owners", "f:period", "steps"}),
    ],
)
def test_what_is_not_there_is_told_at_its_own_field(
    name: str, text: str, wanted: set[str], project: Callable[..., Path]
) -> None:
    page, setting = problems_of(project({f"data/{name}": text}))[f"data/{name}"]
    targets = {line.target.removeprefix("k:") for line in page.form(setting).summary}
    assert wanted <= targets
    assert name == "agency.yml" or "“เหตุที่ไม่มีข้อมูล” › “เหตุที่ไม่มีผู้รับผิดชอบ”" in str(page.form(setting).summary)
    assert not targets & {"f:name", "f:title"}
