"""What the guard for personal data says and hides; `cases/personal-data.yml` and its neighbours have what it finds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.problems import Position
from ita_site.hosts.reports import problem_report
from ita_site.judging import privacy
from ita_site.judging.privacy import Known, Language, PrivateKind
from ita_site.publishing.data_check import check
from ita_site.publishing.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARD = "1-1014-00001-23-1"
"""A number with its check digit that is nobody's: its office and its day of registration are made up."""


def kinds(text: str, known: Known | None = None) -> list[PrivateKind]:
    return [each.kind for each in privacy.recognise(text, known or Known())]


def test_no_output_shows_what_was_found(project: Callable[..., Path]) -> None:
    """The report of the check is read in the open log of a CI, too."""
    root = project(
        {
            "mkdocs.yml": "docs_dir: content\nplugins: [ita-site]\n",
            "data/2568/result.yml": f"total: {CARD}\nlevel: '{CARD.replace('-', '')}'\n",
            "data/2568/files/card-1101400001231.txt": "ก\n",
            "data/2568/นายสมมติ ตัวอย่าง.docx": "ก\n",
            "data/2568/measures/lending.yml": (
                "title: ก\nsteps:\n  - นายสมมติ\n    ตัวอย่าง โทร 0812345678\n  - บัญชีเลขที่ 123-4\n    567890\n"
            ),
            "content/contact.md": "# ติดต่อ\n\nsommut@gmail.com\n",
        }
    )
    problems = check(root / "data", read_settings(root / "mkdocs.yml")).problems
    told = [
        problem_report.text(problems, root),
        problem_report.github(problems),
        str(json.loads(problem_report.as_json(problems))),
        *map(problem_report.line, problems),
    ]
    assert {"national-id", "private-email", "private-phone", "person-name"} <= {each.code for each in problems}
    for hidden in (CARD, "0001231", "0812345678", "สมมติ", "sommut", "123-4"):
        assert not any(hidden in each for each in told), hidden


def test_a_page_is_read_as_markdown_and_says_itself_what_may_be_public(project: Callable[..., Path]) -> None:
    root = project(
        {
            "mkdocs.yml": "docs_dir: content\nplugins: [ita-site]\n",
            "content/head.md": (
                "# ผู้บริหาร\n\n| นายสมมติ ตัวอย่าง | <!-- เปิดเผยได้: เป็นผู้บริหารปัจจุบัน --> |\n| นางสมมติ ตัวอย่าง |  |\n\n"
                "ติดต่อคุณสมมติ\nตัวอย่าง\n"
            ),
            "content/0812345678.md": "# ก\n",
            "content/staff.csv": "ชื่อ,โทร\nงานธุรการ,0812345678\n",
        }
    )
    problems = check(root / "data", read_settings(root / "mkdocs.yml")).problems
    told = [f"{each.position} {each.code}" for each in problems if each.position.path.startswith("content/")]
    assert told == [
        "content/0812••••••.md private-phone",
        "content/head.md:4:3 person-name",
        "content/head.md:6:7 person-name",
        "content/staff.csv:2:11 private-phone",
    ]


def test_the_lines_of_an_exemption_are_known() -> None:
    """The check of what is inside an attachment asks for them at the line that names the file."""
    text = "attachments:\n  # เปิดเผยได้: ประกาศผลสอบ\n  - title: ก\n    file: a.pdf # เปิดเผยได้: ประกาศผลสอบ\n"
    assert {line: each.reason for line, each in privacy.exemptions(text, Language.YAML).items()} == {
        3: "ประกาศผลสอบ",
        4: "ประกาศผลสอบ",
    }
    told = privacy.in_file("data/a.yml", text.replace("  # เปิดเผยได้: ประกาศผลสอบ\n", ""), Language.YAML, Known())
    assert list(told) == []  # whether it is needed is seen in the file


def test_what_is_inside_another_file_is_told_with_its_place() -> None:
    (problem,) = privacy.in_text(f"บัตร {CARD}", Position("data/2568/files/a.pdf"), Known(), "หน้า 3")
    assert problem.message.startswith("หน้า 3: พบเลขประจำตัวประชาชน “1-10••-•••••-••-•” ")


def test_each_number_of_a_long_line_is_found_once_where_it_stands() -> None:
    """A long text is read piece by piece; none of them may lose what stands where two meet."""
    number = "1-1014-00001-23-9"  # its check digit is wrong: the word before it says what it is
    text = "".join(f"{'ก' * (step % 90)} บัตรประชาชน {number} " for step in range(300))
    found = privacy.recognise(text)
    assert [each.start for each in found] == [place.start() for place in re.finditer(number, text)]
    assert {each.end - each.start for each in found} == {len(number)}
    assert number not in privacy.mask(text)
    assert len(privacy.mask(text)) == len(text)


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "a.@",
        "1 ",
        "081-",
        "http://u:",
        "password=",
        "นายสมมติ ตัวอย่าง ",
        "เกิด 1/1/2530 ",
        "line id ",
        "บ้านเลขที่ 1 ม.",
        "# ",
        "<!--",
    ],
)
def test_a_text_made_to_annoy_ends(part: str) -> None:
    """The time a text takes grows with it: a pattern that looks again and again would keep this test for hours."""
    text = f"{part * (100_000 // len(part))} บัตร {CARD}"
    assert CARD not in privacy.mask(text)
