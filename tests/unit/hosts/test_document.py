"""The papers of an office by the command line: which are written, when again, and what is told where they cannot be."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from ita_site.ground import thai
from ita_site.ground.cache import file_cache
from ita_site.hosts.cli import main
from tests.helpers.sites import replace

if TYPE_CHECKING:
    from click.testing import Result


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_cache, "user_cache_path", lambda *_, **__: tmp_path / "cache")


def document(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["document", *arguments, "--data", str(project / "data"), "--output", str(project / "papers")]
    )


def names(project: Path) -> list[str]:
    return sorted(each.name for each in (project / "papers").glob("*"))


def test_a_paper_is_written_in_the_forms_that_are_asked_for(mueang_pan: Path) -> None:
    told = document(mueang_pan, "2568", "--kind", "plan", "--format", "pdf", "--format", "docx", "--format", "xlsx")
    assert (told.exit_code, told.stderr) == (0, "")
    assert names(mueang_pan) == ["2568-plan.docx", "2568-plan.pdf", "2568-plan.xlsx"]
    text = "".join(
        each.extract_text() for each in PdfReader(BytesIO((mueang_pan / "papers/2568-plan.pdf").read_bytes())).pages
    )
    assert "แผน" in thai.normalise(text)


def test_what_has_not_changed_is_not_written_again(mueang_pan: Path) -> None:
    document(mueang_pan, "--format", "docx")
    before = {name: (mueang_pan / "papers" / name).stat().st_mtime_ns for name in names(mueang_pan)}
    assert len(before) > 4
    replace(mueang_pan / "data/2568/result.yml", "total: 99.37", "total: 99.36")
    told = document(mueang_pan, "--format", "docx")
    after = {name: (mueang_pan / "papers" / name).stat().st_mtime_ns for name in names(mueang_pan)}
    changed = {name for name in after if before.get(name) != after[name]}
    assert "2568-computation.docx" in changed
    assert "2567-analysis.docx" in set(after) - changed or "2568-plan.docx" in set(after) - changed
    assert f"อีก {len(after) - len(changed)} ไฟล์เหมือนเดิม" in told.stdout


def test_a_year_without_papers_is_told(mueang_pan: Path) -> None:
    told = document(mueang_pan, "2560")
    assert told.exit_code == 1
    assert "ไม่มีเอกสารที่ตรงกับที่ขอ" in told.stderr
    assert not (mueang_pan / "papers").exists()


@pytest.mark.parametrize(("ending", "library"), [("pdf", "typst"), ("docx", "docxtpl"), ("xlsx", "xlsxwriter")])
def test_what_is_not_installed_is_named_with_the_command_that_installs_it(
    mueang_pan: Path, ending: str, library: str
) -> None:
    absent = mueang_pan / "absent"
    absent.mkdir()
    (absent / f"{library}.py").write_text("raise ImportError", encoding="utf-8")
    told = subprocess.run(
        [Path(sysconfig.get_path("scripts")) / "ita-site", "document", "2568", "--kind", "plan", "--format", ending],
        cwd=mueang_pan,
        env={**os.environ, "PYTHONPATH": str(absent), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert told.returncode == 1
    assert "--extra documents" in told.stderr
    assert library in told.stderr.lower()
    assert not (mueang_pan / "papers").exists()


def test_data_with_an_error_make_no_paper(mueang_pan: Path) -> None:
    replace(mueang_pan / "data/2568/result.yml", "total: 99.37", "total: 9937")
    told = document(mueang_pan)
    assert told.exit_code == 1
    assert "result.yml:3:8" in told.stderr
    assert not (mueang_pan / "papers").exists()


def test_a_template_without_a_byte_is_refused_also_after_papers_were_written_without_one(mueang_pan: Path) -> None:
    arguments = ("2568", "--kind", "plan", "--format", "docx")
    assert document(mueang_pan, *arguments).exit_code == 0
    (mueang_pan / "documents").mkdir()
    (mueang_pan / "documents/default.docx").touch()
    told = document(mueang_pan, *arguments)
    assert told.exit_code == 1
    assert "documents/default.docx" in told.stderr


def test_a_template_that_no_paper_uses_for_its_name_is_told_beside_the_papers(mueang_pan: Path) -> None:
    (mueang_pan / "documents").mkdir()
    (mueang_pan / "documents/plans.docx").touch()
    told = document(mueang_pan, "2568", "--kind", "plan", "--format", "docx")
    assert (told.exit_code, names(mueang_pan)) == (0, ["2568-plan.docx"])
    assert "documents/plans.docx: ควรทราบ" in told.stderr
