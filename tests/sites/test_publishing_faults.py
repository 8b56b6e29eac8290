"""What goes wrong while MkDocs builds or an export is written: what was published stays, and why is told in Thai."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from ita_site.data import load as loading
from ita_site.hosts.cli import main
from ita_site.publishing import data_check
from ita_site.publishing import site as building
from tests.helpers import made_files, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_site.publishing.settings import Settings

OLD = {"index.html": b"old", "2567/index.html": b"old", ".htaccess": b"by hand"}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def published(mueang_pan: Path) -> Path:
    """Return a project with a site that was published before."""
    for name, data in OLD.items():
        (mueang_pan / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (mueang_pan / "site" / name).write_bytes(data)
    return mueang_pan


def broken_template(project: Path) -> None:
    (project / "theme_overrides/404.html").write_text("{% if %}", encoding="utf-8")


def too_large(project: Path) -> None:
    """Let no file be written that is as large as the theme's scripts, as on a disk that fills."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))"
    (project / "sitecustomize.py").write_text(limit, encoding="utf-8")


def wrong_data(project: Path) -> None:
    sites.replace(project / "data/2568/result.yml", "total: 99.37", "total: 9937")


def warning(project: Path) -> None:
    sites.replace(project / "data/2568/result.yml", "total: 99.37", "total: 50.00")


@pytest.mark.parametrize(
    ("fault", "arguments", "told"),
    [
        (wrong_data, ("-q",), "data/2568/result.yml:3:8: ต้องแก้"),
        (warning, ("--strict", "-q"), "สั่งด้วย --strict จึงไม่เผยแพร่"),
        (broken_template, (), "404.html:1"),
        (too_large, (), "ไฟล์ใหญ่เกินที่ระบบยอมให้เขียน"),
    ],
)
def test_a_build_that_fails_leaves_the_old_site_and_says_why(
    fault: Callable[[Path], None], arguments: tuple[str, ...], told: str, published: Path
) -> None:
    fault(published)
    before = sorted(published.iterdir())
    done = sites.run_mkdocs("build", *arguments, project=published, environment={"PYTHONPATH": str(published)})
    assert done.returncode == 1, done.stdout
    assert told in done.stdout
    assert "ยังเป็นของเดิม" in done.stdout
    assert "Traceback" not in done.stdout
    assert "Aborted" not in done.stdout
    assert tree(published / "site") == OLD
    assert [each for each in sorted(published.iterdir()) if each.name != "__pycache__"] == before


def test_what_is_offered_is_what_was_read_though_it_changes_meanwhile(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves one score and takes a measure away, while the pages are being made."""
    score, measure = published / "data/2568/result.yml", published / "data/2568/measures/e-service.yml"
    was = score.read_bytes(), measure.read_bytes()
    loaded = loading.load

    def load(*given: Any) -> loading.Dataset:  # noqa: ANN401 - whatever is given
        dataset = loaded(*given)
        sites.replace(score, "97.96", "11.11")
        measure.unlink()
        return dataset

    monkeypatch.setattr(data_check, "load", load)
    built = sites.build(published, published / "site")
    assert "97.96" in sites.article(built, "2568/indicators/8/").text
    assert (built / "data/2568/result.yml").read_bytes() == was[0]
    assert (built / "data/2568/measures/e-service.yml").read_bytes() == was[1]
    assert (built / ".htaccess").read_bytes() == b"by hand"


def test_an_attachment_that_changes_meanwhile_is_not_published(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = published / "data/2568/files/plan.pdf"
    file.parent.mkdir()
    file.write_bytes(made_files.pdf())
    result = published / "data/2568/result.yml"
    with result.open("a", encoding="utf-8") as more:
        more.write("\noriginal: {title: ประกาศผล, file: plan.pdf}\n")
    build = building.build

    def change(data: Path, settings: Settings | None = None) -> building.Site:
        made = build(data, settings)
        file.write_bytes(file.read_bytes() + b"\n")
        return made

    monkeypatch.setattr(building, "build", change)
    with pytest.raises(Abort):
        sites.build(published, published / "site")
    told = CliRunner().invoke(main, ["export", str(published / "out"), "--data", str(published / "data")])
    assert (told.exit_code, "plan.pdf ถูกแก้ระหว่างที่ระบบทำงาน" in told.stderr) == (1, True)
    assert tree(published / "site") == OLD
    assert not (published / "out").exists()
