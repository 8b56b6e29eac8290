"""What is told of files that answer OIT items: `corpus/evidence-files.yml` has right ones and wrong ones.

python -m pytest tests/unit/judging/test_evidence_text.py -k figures -s    # prints recall and false alarms
"""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ita_site.data.load import inner_text, load
from ita_site.ground.problems import Severity
from ita_site.judging.checks import evidence_text
from ita_site.judging.checks.evidence_text.skeletons import skeleton
from tests.helpers import TESTS, worded_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_site.ground.problems import Problem

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n"


@cache
def corpus() -> list[dict[str, Any]]:
    written = yaml.safe_load((TESTS / "corpus" / "evidence-files.yml").read_text(encoding="utf-8"))
    return [{**each, "text": each["text"].format(**written["bodies"])} for each in written["files"]]


def made(text: str, kind: str) -> bytes:
    """Return a file of a kind with a text; a page of a PDF has forty lines."""
    lines = text.splitlines()
    if kind == "scan":
        return worded_files.scan(3)
    if kind == "docx":
        return worded_files.word(*lines)
    if kind == "xlsx":
        return worded_files.workbook({"ข้อมูล": [line.split("\t") for line in lines]})
    if kind in {"txt", "csv"}:
        return text.encode()
    return worded_files.pdf(*("\n".join(lines[at : at + 40]) for at in range(0, len(lines), 40)))


def told(
    project: Callable[..., Path], asked: tuple[int, str], files: dict[str, bytes], more: str = ""
) -> list[Problem]:
    """Return what is told of files that answer an item of a year's list; `more` is written behind the last of them."""
    year, item = asked
    evidence = "".join(f"      - title: หลักฐาน\n        file: {name}\n" for name in files)
    written = f"items:\n  - item: {item}\n    evidence:\n{evidence}{more}"
    shutil.rmtree(project({}) / "data", ignore_errors=True)
    root = project({"data/agency.yml": AGENCY, f"data/{year}/disclosure.yml": written})
    (root / f"data/{year}/files").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (root / f"data/{year}/files" / name).write_bytes(data)
    dataset = load(root / "data")
    assert dataset.problems == [], "the files are whole"
    return list(evidence_text.check(dataset))


def codes(problems: list[Problem]) -> list[str]:
    return sorted(each.code.removeprefix("file-") for each in problems)


@pytest.fixture(scope="module")
def judged() -> dict[int, list[Problem]]:
    """What was told of the files of the corpus so far, by their number."""
    return {}


def of_entry(number: int, project: Callable[..., Path], judged: dict[int, list[Problem]]) -> list[Problem]:
    if number not in judged:
        entry = corpus()[number]
        kind = entry.get("as", "pdf")
        name = f"document.{'pdf' if kind == 'scan' else kind}"
        judged[number] = told(project, (entry["year"], entry["item"]), {name: made(entry["text"], kind)})
    return judged[number]


@pytest.mark.parametrize("number", range(len(corpus())))
def test_of_a_file_is_told_what_is_wrong_with_it(
    number: int, project: Callable[..., Path], judged: dict[int, list[Problem]]
) -> None:
    entry, problems = corpus()[number], of_entry(number, project, judged)
    assert codes(problems) == sorted(entry.get("is", [])), (entry, [each.message for each in problems])
    assert all(each.position.line == 5 for each in problems), "the line of the file"


def test_figures_of_the_corpus(project: Callable[..., Path], judged: dict[int, list[Problem]]) -> None:
    told_of = [(entry.get("is", []), codes(of_entry(at, project, judged))) for at, entry in enumerate(corpus())]
    right = [found for wanted, found in told_of if not wanted]
    wrong = [set(found) & set(wanted) for wanted, found in told_of if wanted]
    alarms, found = sum(map(bool, right)), sum(map(bool, wrong))
    print(f"right {len(right)}, false alarms {alarms}; wrong {len(wrong)}, found {found}")  # noqa: T201
    assert len(right) >= 40
    assert len(wrong) >= 30
    assert (alarms, found) == (0, len(wrong))


def test_what_readers_of_pdf_lose_or_add_makes_no_difference() -> None:
    assert skeleton("คำสั่งประจำปี ๒๕๖๙") == skeleton("คาสั่ง ประจาปี\n2569") == skeleton("คําสั่งประจ\u0e33\u0e32ปี 2569")
    assert skeleton("ปี 2569 12 โครงการ") != skeleton("ปี 256912 โครงการ"), "two numbers stay two"


PLAN = "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. {}\nเทศบาลตำบลตัวอย่าง ขออนุมัติแผนฉบับนี้"
REPORT = "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. {}\nเทศบาลตำบลตัวอย่าง ขอรายงานผล"


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("", [("file-of-another-year", Severity.WARNING)]),
        ("        about_year: 2567\n", []),
        ("        about_year: 2569\n", []),
        ("    reply: รอปรับจากปีก่อน\n", []),
        ("notes: [ไฟล์ plan.pdf ปกพิมพ์ปีผิด เนื้อหาเป็นของปี 2569]\n", [("file-of-another-year", Severity.NOTICE)]),
        ("notes: [ไฟล์ other-plan.pdf ปกพิมพ์ปีผิด]\n", [("file-of-another-year", Severity.WARNING)]),
    ],
)
def test_what_the_office_itself_says_of_a_file_stands(
    more: str, wanted: list[tuple[str, Severity]], project: Callable[..., Path]
) -> None:
    problems = told(project, (2569, "O23"), {"plan.pdf": made(PLAN.format(2567), "pdf")}, more)
    assert [(each.code, each.severity) for each in problems] == wanted


def test_a_message_says_what_was_found_what_was_asked_and_what_to_do(project: Callable[..., Path]) -> None:
    (problem,) = told(project, (2569, "O23"), {"plan.pdf": made(PLAN.format("๒๕๖๗"), "pdf")})
    assert str(problem.position) == "data/2569/disclosure.yml:5:15"
    for said in ("plan.pdf", "2567", "O23", "2569", "about_year: 2567", "notes:"):
        assert said in problem.message


def test_a_plan_may_lie_beside_the_report_on_it(project: Callable[..., Path]) -> None:
    plan, report = made(PLAN.format(2568), "pdf"), made(REPORT.format(2568), "docx")
    assert codes(told(project, (2569, "O24"), {"plan.pdf": plan})) == ["of-another-kind"]
    assert told(project, (2569, "O24"), {"plan.pdf": plan, "report.docx": report}) == []


def test_a_picture_is_no_document_to_judge(project: Callable[..., Path]) -> None:
    more = "        description: ปกของแผน\n"
    assert told(project, (2569, "O23"), {"cover.jpg": worded_files.photograph()}, more) == []


def test_files_of_records_that_answer_no_item_are_not_read(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading takes time: a project without evidence in files pays nothing for it."""
    monkeypatch.setattr(inner_text, "of_file", lambda _: pytest.fail("a file was read"))
    root = project(
        {
            "data/agency.yml": AGENCY,
            "data/2569/plan.yml": "original: {title: แผน, file: plan.pdf}\n",
            "data/2569/disclosure.yml": "items:\n  - item: O23\n    evidence: [{title: แผน, url: 'https://a.go.th/'}]\n",
            "data/2569/files/plan.pdf": made(PLAN.format(2567), "pdf"),
        }
    )
    assert list(evidence_text.check(load(root / "data"))) == []
