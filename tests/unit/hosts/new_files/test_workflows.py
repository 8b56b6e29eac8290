"""The workflows that a new project gets: what proposals may do, and that its commands are ours."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from ita_site.hosts.cli import main
from ita_site.hosts.new_files.workflows import Forge, workflow_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OFFICE = ("--name", "เทศบาลตำบลสมมุติ", "--kind", "เทศบาลตำบล", "--district", "สมมุติ", "--province", "ลำปาง")


def text_of(forge: Forge) -> str:
    return next(each for path, each in workflow_files(forge).items() if path != "requirements.txt").decode()


def jobs(forge: Forge) -> dict[str, Any]:
    read = yaml.safe_load(text_of(forge))
    return dict(read["jobs"]) if "jobs" in read else {name: read[name] for name in ("check", "pages")}


def commands(forge: Forge) -> Iterator[str]:
    for job in jobs(forge).values():
        yield from (each["run"] for each in job.get("steps", ()) if "run" in each)
        yield from job.get("script", ())


@pytest.mark.parametrize("forge", list(Forge))
def test_a_workflow_checks_builds_and_knows_the_whole_history(forge: Forge) -> None:
    said = "\n".join(commands(forge))
    assert "ita-site check --strict" in said
    assert "ita-site build --strict" in said
    assert re.search(r"fetch-depth: 0|GIT_DEPTH: \"0\"", text_of(forge))


@pytest.mark.parametrize("forge", [Forge.GITHUB, Forge.FORGEJO])
def test_a_proposal_reads_and_nothing_else_and_actions_cannot_move(forge: Forge) -> None:
    read = yaml.safe_load(text_of(forge))
    assert set(read[True]) == {"push", "pull_request"}  # YAML takes `on` for true; never pull_request_target
    assert read["permissions"] == {}
    assert jobs(forge)["build"]["permissions"] == {"contents": "read"}
    assert "secrets." not in text_of(forge)
    assert "github.event_name == 'push'" in jobs(forge)["publish"]["if"]
    used = [step["uses"] for job in jobs(forge).values() for step in job["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"\S+@[0-9a-f]{40}", each) for each in used)
    for job in jobs(forge).values():
        for step in (each for each in job["steps"] if "checkout@" in each.get("uses", "")):
            assert step["with"]["persist-credentials"] is False
    assert not any("${{" in each for each in commands(forge))  # what others have typed is never run


def test_the_commands_of_a_workflow_run_on_a_new_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "office"
    for forge in Forge:
        made = CliRunner().invoke(
            main,
            ["new", str(project / forge), *OFFICE, "--divisions", "", "--year", "2568", "--workflows", forge.value],
        )
        assert made.exit_code == 0, made.output
        assert (project / forge / "requirements.txt").read_text(encoding="utf-8").count(".whl") == 2
    monkeypatch.chdir(project / "gitlab")
    ran = {part for each in commands(Forge.GITLAB) for part in re.findall(r"ita-site (check[^>|]*)", each)}
    assert len(ran) == 2
    for each in ran:
        told = CliRunner().invoke(main, each.split())
        assert told.exit_code == 0, told.output
        if "gitlab" in each:
            assert {"description", "check_name", "fingerprint", "severity", "location"} <= json.loads(told.stdout)[
                0
            ].keys()
