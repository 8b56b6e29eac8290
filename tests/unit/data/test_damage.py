"""A file with a fault costs only what is in it: nothing crashes, and no other file is blamed."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
import yaml

from ita_site.data.load import FileMemory
from ita_site.publishing.data_check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_site.data.load import ReadFile

pytestmark = pytest.mark.no_cover
"""The same lines run a hundred times: counting them would double the time and find nothing more."""
Place: TypeAlias = "tuple[str | int, ...]"

FILES = {
    "data/agency.yml": """\
name: เทศบาลตำบลตัวอย่าง
kind: เทศบาลตำบล
district: เมือง
province: ลำปาง
motto: โปร่งใส
website: https://www.example.go.th/
divisions: [สำนักปลัด, กองคลัง]
channels:
  - {name: โทรศัพท์, use: ติดต่อสอบถาม, address: "tel:+6654000000"}
""",
    "data/frameworks/2568.yml": """\
year: 2568
provenance: {certainty: ยืนยันด้วยเอกสาร, sources: [คู่มือ]}
instruments:
  - id: EIT
    name: แบบวัดภายนอก
    weight: 50
    questions: 2
    questions_provenance: {certainty: ยืนยันด้วยเอกสาร}
    parts: [{id: Public, name: ก}, {id: Survey, name: ข}]
  - {id: OIT, name: แบบตรวจ, weight: 50}
indicators:
  - {id: 8, name: การปรับปรุงการทำงาน, instrument: EIT, items: [E1, E2]}
  - id: 9
    name: การเปิดเผยข้อมูล
    instrument: OIT
    subindicators:
      - {id: 9.1, name: ข้อมูลพื้นฐาน, items: [O1, O2]}
item_count: 2
item_count_provenance: {certainty: ยืนยันด้วยเอกสาร}
rules:
  subindicator: {method: ค่าเฉลี่ยของข้อ, provenance: {certainty: ยืนยันด้วยเอกสาร}}
  oit_indicator: {method: ค่าเฉลี่ยของตัวชี้วัดย่อย, provenance: {certainty: ยืนยันด้วยเอกสาร}}
  instrument: {method: ค่าเฉลี่ยของตัวชี้วัด, provenance: {certainty: ยืนยันด้วยเอกสาร}}
  total: {method: ผลรวมถ่วงน้ำหนักของเครื่องมือ, provenance: {certainty: ยืนยันด้วยเอกสาร}}
  item_scores: [0, 100]
  item_scores_provenance: {certainty: ยืนยันด้วยเอกสาร}
levels:
  scale: [{name: ผ่าน, minimum: 88}, {name: ไม่ผ่าน, minimum: 0}]
  provenance: {certainty: ยืนยันด้วยเอกสาร}
""",
    "data/2567/result.yml": """\
total: 70.00
""",
    "data/2567/analysis.yml": """\
weak_points: [{about: 9, urgency: เร่งด่วน}]
""",
    "data/2568/result.yml": """\
total: 65.00
level: ไม่ผ่าน
rank: {place: 3, among: จังหวัด}
instruments: [{id: EIT, score: 80.00}, {id: OIT, score: 50.00}]
indicators: [{id: 8, score: 80.00, name: การปรับปรุงการทำงาน}, {id: 9, score: 50.00}]
subindicators: [{id: 9.1, score: 50.00}]
items: [{id: O1, score: 100}, {id: O2, score: 0}, {id: E1, missing: ไม่ได้พิมพ์}]
zero_items: [O2]
ranking: [8, 9]
""",
    "data/2568/analysis.yml": """\
summary: ได้ 65.00 คะแนน ลดลง 5.00 คะแนน ไม่ถึงเส้น 88.00 คะแนน
threshold: 60
target: 70
lowest: 9
changes: {total: -5.00}
instruments: [{about: EIT, score: 80.00, level: ไม่ผ่าน, target: ถึงเป้าหมาย}]
strengths: [{about: 8, score: 80.00, refers: [E1]}]
weak_points:
  - {about: 9, score: 50.00, urgency: เร่งด่วน, refers: [O2]}
  - {about: E1, parts: [Public]}
  - {about: E1, parts: [Survey]}
  - {about: O2, under: 9.1}
  - {about: E2, no_measure: ไม่เกี่ยวกับการเผยแพร่}
improvements: [{about: 9, items: [O1, O2], remedy: เผยแพร่}]
""",
    "data/2568/measures/lending.yml": """\
title: การยืมทรัพย์สิน
number: 1
answers: [9]
score: 60.00
analysis: จากผลการประเมินตัวชี้วัดที่ 9 การเปิดเผยข้อมูล
steps: [จัดทำประกาศ, แจ้งเวียน]
owners: [สำนักปลัด]
period: {start: 1 ต.ค. 2567, end: 30 ก.ย. 2568}
follow_up: 31 มี.ค. 2568
""",
    "data/2568/measures/website.yml": """\
title: การดูแลเว็บไซต์
number: 2
answers: [9]
steps_of: lending
owners: [กองคลัง]
period: ตลอดปีงบประมาณ
""",
    "data/2568/reports/annual.yml": """\
title: รายงานประจำปี
period: ตลอดปีงบประมาณ
memo: {division: สำนักปลัด, date: 6 ต.ค. 2568, subject: รายงาน, to: นายก}
summary: ประกาศวันที่ 1 ก.ย. 2568
measures:
  - {measure: lending, status: ดำเนินการแล้ว, output: [ประกาศแล้ว]}
  - {measure: website, status: ดำเนินการแล้ว, no_output: ไม่ระบุ}
changes: {total: -5.00, indicators: [{id: 9, change: 1.00}]}
opinions: [{position: นายก, text: ทราบ}]
""",
    "data/2569/measures/website.yml": """\
title: การเผยแพร่ข้อมูล
answers: [9.1, E1]
score: 50.00
steps: [เผยแพร่]
owners: [กองคลัง]
missing: {period: ไม่ระบุ}
""",
    "data/2569/gaps.yml": """\
result: ยังไม่ประกาศ
reports: ยังไม่สิ้นปี
""",
}
"""A project of every kind of file, in which much speaks of much, and nothing is wrong."""
ODD: dict[str, Any] = {"a list": [["ก"]], "a group": {"xyz": "ก"}, "a word": "ก", "nothing": None}


def places(value: object, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every value in a file, but that of the whole."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*place, step)
        yield from places(inner, (*place, step))


def parsed(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.load(FILES[name], Loader=yaml.CBaseLoader)  # noqa: S506 - texts only


def damages(name: str) -> Iterator[tuple[str, str]]:
    """Yield the file with each of its values taken out, or made into another kind; and what was done."""
    sound = parsed(name)
    for place in places(sound):
        for kind in ("taken out", *ODD):
            whole = copy.deepcopy(sound)
            around = whole
            for step in place[:-1]:
                around = around[step]
            if kind == "taken out":
                del around[place[-1]]
            else:
                around[place[-1]] = copy.deepcopy(ODD[kind])
            yield f"{place} {kind}", yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def test_nothing_is_wrong_with_the_project(project: Callable[..., Path]) -> None:
    assert check(project(FILES) / "data").problems == ()


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_a_fault_has_all_the_problems_itself(name: str, project: Callable[..., Path]) -> None:
    root = project(FILES)
    blamed = []
    damaged = 0
    memory: FileMemory[ReadFile] = FileMemory()  # the other files are read once
    for done, contents in damages(name):
        (root / name).write_text(contents, encoding="utf-8")
        found = check(root / "data", files=memory)
        if name in found.dataset.damaged:
            damaged += 1
            blamed += [f"{done}: {each.position} {each.code}" for each in found.problems if each.position.path != name]

    assert damaged >= 4
    assert blamed == []
