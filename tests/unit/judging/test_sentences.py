"""Sentences about scores, typed into the data of five municipalities: the right ones are silent, the wrong ones told.

`corpus/right-sentences.yml` and `corpus/wrong-sentences.yml` have groups with `agency`, the `file` of its data and
`sentences`: a text, or `reference: text`, which is a finding of an analysis about that reference. In the second file
they stand below the code that tells of them.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ita_site.ground.problems import Severity
from ita_site.publishing.data_check import check
from tests.helpers import TESTS
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADS = {
    "analysis.yml": ("", "basis"),
    "reports": ("title: รายงาน\nperiod: ตลอดปีงบประมาณ\n", "purpose"),
    "measures": ("title: มาตรการ\n", "steps"),
}
"""What a file of each kind begins with, and the list in it that holds sentences."""

AT_ONCE = 15


def corpus(name: str) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = yaml.safe_load((TESTS / "corpus" / name).read_text(encoding="utf-8"))
    return groups


def named(groups: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(group, id=f"{group['agency']}-{group['file'].replace('/', '-')}") for group in groups]


@pytest.mark.parametrize("group", named(corpus("right-sentences.yml")))
def test_a_sentence_that_is_right_raises_no_alarm(group: dict[str, Any], tmp_path: Path) -> None:
    told = list(codes(group, group["sentences"], tmp_path))

    alarms = [(sentence, found) for sentence, found in zip(group["sentences"], told, strict=True) if found]
    assert alarms == []


@pytest.mark.parametrize("group", named(corpus("wrong-sentences.yml")))
def test_a_sentence_that_is_wrong_is_told(group: dict[str, Any], tmp_path: Path) -> None:
    sentences = [(code, each) for code, of_code in group["sentences"].items() for each in of_code]
    told = list(codes(group, [each for _, each in sentences], tmp_path))

    other = [(each, code, found) for (code, each), found in zip(sentences, told, strict=True) if found != {code}]
    assert other == []


FIGURES = {
    6: "ได้ 95.24 คะแนน ยังต้องปรับปรุง",
    7: "ได้ 92.26 คะแนน ยังต้องปรับปรุง",
    9: "ได้ 95.00 คะแนน ยังต้องปรับปรุง",
    8: "ได้ 85.78 คะแนน ต่ำที่สุดในตัวชี้วัดทั้งหมด",
}
"""What the analysis says of each weak point."""


def test_an_analysis_copied_from_last_year_is_told_as_a_whole_and_in_each_of_its_figures(tmp_path: Path) -> None:
    data = Path(shutil.copytree(AGENCIES["mueang-pan"], tmp_path / "data"))
    analysis = data / "2567" / "analysis.yml"
    text = analysis.read_text(encoding="utf-8")
    for about, said in FIGURES.items():
        text, found = re.subn(rf"(about: {about}\n(?:    .*\n)*?    finding: ).*", rf"\g<1>{said}", text)
        assert found == 1
    for year in ("2567", "2568"):
        (data / year / "analysis.yml").write_text(text, encoding="utf-8")

    name = "data/2568/analysis.yml"
    problems = [each for each in check(data).problems if each.position.path == name]
    assert {each.severity for each in problems} == {Severity.WARNING}
    assert Counter(each.code for each in problems) == {"copied-year": 1, "figure-of-other-year": 5, "not-lowest": 1}


def test_the_corpus_is_as_large_as_it_is_said_to_be() -> None:
    assert sum(len(group["sentences"]) for group in corpus("right-sentences.yml")) >= 150
    wrong = [each for group in corpus("wrong-sentences.yml") for each in group["sentences"].values()]
    assert sum(map(len, wrong)) >= 60


def codes(group: dict[str, Any], sentences: list[Any], tmp_path: Path) -> Iterator[set[str]]:
    """Yield the codes that are told of each sentence, in a copy of the data with some of them in one file.

    Of many faults of one kind in a file only the first are told.
    """
    data = Path(shutil.copytree(AGENCIES[group["agency"]], tmp_path / "data"))
    for start in range(0, len(sentences), AT_ONCE):
        yield from _codes(group, sentences[start : start + AT_ONCE], data)


def _codes(group: dict[str, Any], sentences: list[Any], data: Path) -> Iterator[set[str]]:
    file = data / group["file"]
    head, key = next(each for name, each in HEADS.items() if name in group["file"])
    texts = [each for each in sentences if isinstance(each, str)]
    findings = [(str(about), text) for each in sentences if isinstance(each, dict) for about, text in each.items()]
    lines = [*head.splitlines(), f"{key}:", *(f"  - {quoted(each)}" for each in texts)]
    if findings:
        lines.append("findings:")
        lines += [f"  - {{about: {about}, finding: {quoted(text)}}}" for about, text in findings]
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    name = f"data/{group['file']}"
    problems = [each for each in check(data).problems if each.position.path == name]
    for each in sentences:
        text = each if isinstance(each, str) else next(iter(each.values()))
        line = next(number for number, typed in enumerate(lines, start=1) if quoted(text) in typed)
        yield {problem.code for problem in problems if problem.position.line == line}


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
