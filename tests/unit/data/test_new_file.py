"""A new data file is one a person likes to go on with: keys in the order of the guide, titles, no riddles."""

from __future__ import annotations

import json

import pytest

from ita_site.data import edit, model, schemas, source

MEASURE = """\
# yaml-language-server: $schema=../../../schemas/measure.json
# มาตรการที่ 4 ปี 2569
title: มาตรการใหม่
number: 4
answers: # ตอบตัวชี้วัด ข้อ หรือจุดที่ต้องพัฒนาใดของปีก่อน
  - indicator: 9
score: 97.10
situation: |-
  ย่อหน้า

  สอง
steps: # ขั้นตอนหรือวิธีการปฏิบัติ
  - ก
  - "2"
  - text: >-
      จัดทำประกาศและเผยแพร่ทางเว็บไซต์ จัดทำประกาศและเผยแพร่ทางเว็บไซต์ จัดทำประกาศและเผยแพร่ทางเว็บไซต์
      จัดทำประกาศและเผยแพร่ทางเว็บไซต์
    number: "1"
owners: [] # ผู้รับผิดชอบ
budget: # งบประมาณ
follow_up: 2569-03-31
extra: "yes"
"""


def test_a_new_file_is_written_as_a_person_would() -> None:
    value: dict[str, source.Value] = {
        "extra": "yes",
        "title": "มาตรการใหม่",
        "score": "97.10",
        "number": "4",
        "budget": None,
        "follow_up": "2569-03-31",
        "steps": ["ก", "2", {"number": "1", "text": " ".join(["จัดทำประกาศและเผยแพร่ทางเว็บไซต์"] * 4)}],
        "answers": [{"indicator": "9"}],
        "owners": [],
        "situation": "ย่อหน้า\r\n\r\nสอง",
    }
    assert edit.new_file(model.Measure, value, "มาตรการที่ 4\nปี 2569", "../../../schemas").decode() == MEASURE


@pytest.mark.parametrize("kind", schemas.RECORDS.values(), ids=lambda record: record.__name__)
def test_a_new_file_of_every_kind_with_every_key_open_is_read(kind: type[model.Record]) -> None:
    value: dict[str, source.Value] = dict.fromkeys(reversed(kind.model_fields))
    data = edit.new_file(kind, value, kind.__name__)
    document = source.parse(data, "a.yml")
    assert document.problems == ()
    assert list((edit.values(data) or {}).items()) == [(each, None) for each in kind.model_fields]  # type: ignore[union-attr]
    json.dumps(document.value)


def test_a_value_for_a_place_is_typed_by_the_kind_of_file() -> None:
    data = edit.new_file(model.Measure, {"title": "ก"}, "")
    changes: list[edit.FileChange] = [
        edit.AddKey((), "number", edit.as_typed_by(model.Measure, ("number",), "4"), tuple(model.Measure.model_fields)),
        edit.AddKey((), "budget", edit.as_typed_by(model.Measure, ("budget",), "20000"), ()),
        edit.AddKey((), "steps", edit.as_typed_by(model.Measure, ("steps",), [{"number": "1", "text": "ก"}, "2"]), ()),
    ]
    assert edit.edit(data, changes).decode() == (
        'title: ก\nnumber: 4\nbudget: "20000"\nsteps:\n  - text: ก\n    number: "1"\n  - "2"\n'
    )


def test_a_character_that_may_not_be_published_is_not_written_into_a_new_file() -> None:
    with pytest.raises(edit.CannotEditError):
        edit.new_file(model.Measure, {"title": "ก\u202e"}, "")
