"""README says what is so: its commands, its options, its example of a message, its picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest
import yaml

from ita_site.ground.problems import Severity
from ita_site.hosts.cli import COMMANDS, command
from ita_site.hosts.reports import problem_report
from ita_site.publishing import data_check
from tests.helpers import ROOT
from tests.unit.test_architecture import WINGS

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_readme(name: str) -> None:
    assert f"`ita-site {name}" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_readme(name: str) -> None:
    options = [each for each in command(name).params if isinstance(each, click.Option)]
    missing = [each.opts[0] for each in options if each.opts[0] not in README]
    assert missing == []


def test_readme_names_the_commands_that_take_no_data_folder() -> None:
    without = {name for name in COMMANDS if not any("--data" in each.opts for each in command(name).params)}
    (said,) = re.findall(r"ทุกคำสั่งยกเว้น (.*?) รับ `--data", README)
    assert set(re.findall(r"`([\w-]+)`", said)) == without


def test_the_example_of_a_message_is_what_check_prints(mueang_pan: Path) -> None:
    result = mueang_pan / "data/2568/result.yml"
    result.write_text(result.read_text(encoding="utf-8").replace("97.19", "9719"), encoding="utf-8")

    printed = problem_report.text(data_check.check(mueang_pan / "data").problems, mueang_pan)

    example = re.search(r"^```\n(data/2568/result\.yml.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert example is not None
    assert example[1] in printed


def test_the_example_of_a_result_is_accepted(mueang_pan: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert example is not None
    lines = [line.removeprefix("   ") for line in example[1].splitlines()]
    rest = [f"  - id: {number}\n    missing: ยังไม่ประกาศ" for number in range(3, 11)]
    standing = data_check.check(mueang_pan / "data").problems
    year = mueang_pan / "data/2569"
    (year / "result.yml").write_text("\n".join([*lines, *rest]) + "\n", encoding="utf-8")
    told = [each for each in data_check.check(mueang_pan / "data").problems if each not in standing]
    assert {each.code for each in told} == {"gap-analysis", "needless-reason"}

    # As README says: there is a result now, and no reason why not.
    gaps = (year / "gaps.yml").read_text(encoding="utf-8")
    (year / "gaps.yml").write_text(re.sub("(?m)^result: .*\n", "", gaps), encoding="utf-8")
    told = [each for each in data_check.check(mueang_pan / "data").problems if each not in standing]
    assert {each.code for each in told} == {"gap-analysis"}


def _section(heading: str) -> str:
    return README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def _blocks(section: str, language: str) -> list[str]:
    """Return the code of a section, without the indentation of the list it stands in."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", section, re.MULTILINE | re.DOTALL)
    return [re.sub(f"^{indent}", "", code, flags=re.MULTILINE) for indent, code in found]


def test_the_first_hour_of_a_clerk_leads_to_a_site_without_a_doubt(tmp_path: Path) -> None:
    agency, result = _blocks(_section("ชั่วโมงแรกของเจ้าหน้าที่"), "yaml")
    year = tmp_path / "data/2568"
    year.mkdir(parents=True)
    (year.parent / "agency.yml").write_text(agency, encoding="utf-8")
    (year / "result.yml").write_text(result, encoding="utf-8")
    told = data_check.check(tmp_path / "data").problems
    assert {each.severity for each in told} <= {Severity.NOTICE}, [each.message for each in told]


@pytest.mark.parametrize("workflow", _blocks(_section("ชั่วโมงแรกของผู้ดูแลเว็บไซต์"), "yaml"))
def test_a_workflow_of_readme_checks_builds_and_knows_the_whole_history(workflow: str) -> None:
    assert yaml.safe_load(workflow)
    assert "ita-site check --strict" in workflow
    assert "mkdocs build --strict" in workflow
    assert re.search(r"fetch-depth: 0|GIT_DEPTH: \"0\"", workflow)


def test_the_files_readme_names_are_there() -> None:
    named = re.findall(r"\((tests/[\w./-]+)\)|`(tests/[\w./-]+)`|bash (tests/[\w.]+)", README)
    missing = [name for name in {"".join(each) for each in named} if not (ROOT / name).exists()]
    assert missing == []


def test_the_test_command_of_readme_is_what_ci_runs() -> None:
    assert "bash tests/all.sh" in README
    assert "tests/all.sh" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_table_of_readme_has_every_room_in_its_wing_and_order() -> None:
    rows = re.findall(r"^\| (?:`(\w+)`)? ?\| `(\w+)` \|", README, re.MULTILINE)
    wings: dict[str, list[str]] = {}
    for wing, room in rows:
        if wing:
            wings[wing] = []
        wings[next(reversed(wings))].append(room)
    assert wings == {wing: list(rooms) for wing, rooms in WINGS.items()}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_the_paths_that_documents_name_are_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = {
        *re.findall(r"\]\((?!https?:)([^)#]+)", text),
        *re.findall(r"`((?:ita_site|tests|theme_overrides|content)/[\w./-]+)`", text),
    }
    assert [each for each in sorted(named) if not (ROOT / each).exists()] == []


def test_the_program_in_readme_runs(mueang_pan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    monkeypatch.chdir(mueang_pan)
    known: dict[str, object] = {}
    exec(example[1], known)  # noqa: S102 - the example is ours
    assert {"checked", "site"} <= set(known)
