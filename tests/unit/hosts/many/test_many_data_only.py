"""Municipalities whose code is not to run: what their settings may still say, and what nobody gets by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from ita_site.ground.problems import Severity
from ita_site.hosts.cli import main
from ita_site.hosts.many import made_settings, tasks
from ita_site.hosts.many.listing import Municipality
from ita_site.hosts.targets.published_results import published_results
from ita_site.publishing import settings
from ita_site.publishing.settings import untrusted
from tests.helpers import repository

if TYPE_CHECKING:
    from collections.abc import Iterator

AGENCY = "name: เทศบาลตำบลก\nkind: เทศบาลตำบล\ndistrict: เมืองปาน\nprovince: ลำปาง\n"
HOSTILE = """\
site_name: ของจริง
site_url: https://ita.ban-a.go.th/a/
use_directory_urls: false
docs_dir: pages
hooks: [hook.py]
theme: {name: material, custom_dir: theme}
extra_javascript: [evil.js]
extra: {edit_root: 'https://git.ban-a.go.th/a/edit/main/', homepage: 'javascript:alert(1)'}
markdown_extensions:
  - toc: {slugify: !!python/object/apply:os.system ['touch ran']}
plugins:
  - macros
  - ita-site: {data_dir: data, open_data: [xlsx], aggregate: true}
"""


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    yield
    tasks.dismiss()


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a municipality's folder among others, whose project would run code in every way there is."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "towns/ban-a"
    (folder / "data/2568").mkdir(parents=True)
    (folder / "data/agency.yml").write_text(AGENCY, encoding="utf-8")
    (folder / "data/2568/gaps.yml").write_text("result: ยังไม่ประกาศ\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(HOSTILE, encoding="utf-8")
    ran = "import pathlib\npathlib.Path('ran').touch()\n"
    (folder / "hook.py").write_text(ran, encoding="utf-8")
    for name, content in {
        "theme/main.html": "{{ cycler.__init__.__globals__.os.system('touch ran') }}",
        "pages/index.md": "<script src='evil.js'></script>",
        "pages/evil.js": "alert(1)",
        "documents/default.docx": "no Word file",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def read(folder: Path) -> tuple[dict[str, object], list[str]]:
    known, problems = untrusted.read(folder)
    return dict(known), [f"{each.position}: {each.message}" for each in problems]


@pytest.mark.usefixtures("town")
def test_a_project_that_would_run_code_is_built_without_it_and_told_what_was_left_out() -> None:
    told = CliRunner().invoke(main, ["many", "build", "towns", "--data-only"])
    assert told.exit_code == 0, told.output
    assert not list(Path().rglob("ran"))
    page = Path("sites/ban-a/index.html").read_text(encoding="utf-8")
    assert "เทศบาลตำบลก" in page
    assert "https://git.ban-a.go.th/a/edit/main/data/agency.yml" in Path("sites/ban-a/contact/index.html").read_text(
        "utf-8"
    )
    assert "https://ita.ban-a.go.th/a/" in Path("sites/ban-a/sitemap.xml").read_text(encoding="utf-8")
    published = [each.read_bytes() for each in Path("sites").rglob("*") if each.is_file()]
    assert not any(b"evil.js" in each or b"alert(1)" in each for each in published)
    for place, name in {"4:1": "docs_dir", "5:1": "hooks", "6:1": "theme", "12:5": "plugins: macros"}.items():
        assert f"mkdocs.yml:{place}: --data-only ไม่ใช้ {name}" in told.stdout
    assert "aggregate" in told.stdout
    assert "INFO" not in told.stdout
    assert "เป็นปัจจุบันอยู่แล้ว 1" in CliRunner().invoke(main, ["many", "build", "towns", "--data-only"]).stdout


def test_settings_that_count_are_plain_values_and_no_more(town: Path) -> None:
    known, _ = read(town)
    assert known == {
        "site_name": "ของจริง",
        "site_url": "https://ita.ban-a.go.th/a/",
        "use_directory_urls": False,
        "extra": {"edit_root": "https://git.ban-a.go.th/a/edit/main/"},
        "open_data": ["xlsx"],
        "data_dir": str(town / "data"),
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("site_name: !ENV [SECRET, x]\n", "mkdocs.yml:1:12: site_name ต้องเป็นข้อความที่พิมพ์ตรง ๆ"),
        ("site_name: !!python/name:os.system\n", "mkdocs.yml:1:12: site_name ต้องเป็นข้อความที่พิมพ์ตรง ๆ"),
        ("a: &x y\nsite_name: *x\n", "mkdocs.yml:2:12: site_name ต้องเป็นข้อความที่พิมพ์ตรง ๆ"),
        ("site_url: javascript:alert(1)\n", "mkdocs.yml:1:11: “javascript:alert(1)” ไม่ใช่ที่อยู่เว็บ"),
        ("extra: {edit_root: 'data:text/html,x'}\n", "mkdocs.yml:1:20: “data:text/html,x” ไม่ใช่ที่อยู่เว็บ"),
        ("use_directory_urls: maybe\n", "mkdocs.yml:1:21: use_directory_urls ต้องเป็น true หรือ false"),
        ("plugins: [{ita-site: {documents: [exe]}}]\n", "documents ต้องเป็นรายการของชนิดไฟล์"),
        ("plugins: {ita-site: {data_dir: ../..}}\n", "data_dir อยู่นอกโฟลเดอร์ของหน่วยงาน"),
        ("plugins: {ita-site: {data_dir: /etc}}\n", "data_dir อยู่นอกโฟลเดอร์ของหน่วยงาน"),
        ("plugins: {ita-site: {data_dir: !ENV HOME}}\n", "data_dir ต้องเป็นข้อความที่พิมพ์ตรง ๆ"),
        ("plugins: {ita-site: {data_dir: linked}}\n", "data_dir อยู่นอกโฟลเดอร์ของหน่วยงาน"),
        ("- a\n", "ไม่ใช่ไฟล์ตั้งค่าของ MkDocs"),
        ("site_name: [\n", "mkdocs.yml:1:"),
        ("x: " + "[" * 100 + "]" * 100 + "\n", "ซ้อนกันลึกเกิน"),
    ],
)
def test_values_that_are_not_what_they_look_like_are_refused_with_their_place(
    town: Path, written: str, told: str
) -> None:
    (town / "linked").symlink_to("/etc")
    (town / "mkdocs.yml").write_text(written, encoding="utf-8")
    _, problems = untrusted.read(town)
    errors = [f"{each.position}: {each.message}" for each in problems if each.severity is Severity.ERROR]
    assert any(told in each for each in errors), errors


def test_what_stands_elsewhere_in_the_settings_may_be_of_python_and_is_only_left_out(town: Path) -> None:
    bomb = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 30))
    (town / "mkdocs.yml").write_text(f"INHERIT: /etc/passwd\nx0: &x0 [a]\n{bomb}site_name: ก\n", encoding="utf-8")
    known, told = read(town)
    assert known == {"site_name": "ก", "data_dir": str(town / "data")}
    assert told[0] == "mkdocs.yml:1:1: --data-only ไม่ใช้ INHERIT เพราะชี้ไปนอกไฟล์นี้"


def test_settings_and_data_that_are_links_out_of_the_folder_are_not_read(town: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("site_name: ลับ\n", encoding="utf-8")
    (town / "mkdocs.yml").unlink()
    (town / "mkdocs.yml").symlink_to(outside)
    told = CliRunner().invoke(main, ["many", "check", "towns", "--data-only"])
    assert told.exit_code == 1
    assert "เป็นทางลัด (link) ไปนอกโฟลเดอร์ของหน่วยงาน" in told.stdout
    assert "ลับ" not in told.output


def test_a_project_from_a_repository_runs_nothing_either(town: Path) -> None:
    repository.git(town, "init", "--quiet")
    repository.git(town, "add", ".")
    repository.git(town, "commit", "--quiet", "-m", "x")
    Path("many.yml").write_text(f"municipalities:\n  - {{id: a, git: 'file://{town}'}}\n", encoding="utf-8")
    told = CliRunner().invoke(main, ["many", "check", "many.yml", "--data-only"])
    assert "1 หน่วยงาน: ตรวจแล้ว เผยแพร่ได้ 1" in told.stdout
    assert "--data-only ไม่ใช้ hooks" in told.stdout
    assert not list(Path().rglob("ran"))


def test_templates_of_papers_and_links_in_the_folder_of_pages_are_not_looked_at(town: Path, tmp_path: Path) -> None:
    made, _ = made_settings.of(Municipality("ban-a", town), "", tmp_path / "kept", data_only=True)
    known = settings.read_settings(made)
    assert known.problems == ()
    assert known.data_only
    assert f'docs_dir: "{tmp_path}/kept/ban-a/pages"\n' in made.read_text(encoding="utf-8")


def test_data_alone_need_no_settings(tmp_path: Path) -> None:
    (tmp_path / "agency.yml").write_text(AGENCY, encoding="utf-8")
    assert read(tmp_path) == ({"data_dir": str(tmp_path)}, [])


def test_a_place_of_publishing_that_the_project_names_is_not_read(town: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere/data/2568"
    elsewhere.mkdir(parents=True)
    (elsewhere / "result.yml").write_text("total: 12.34\n", encoding="utf-8")
    (town / "publish.yml").write_text(f"target: folder\nfolder: {tmp_path}/elsewhere\n", encoding="utf-8")
    made, _ = made_settings.of(Municipality("ban-a", town), "", tmp_path / "kept", data_only=True)
    known = settings.read_settings(made)
    assert published_results(known.data, known) == {}
    assert published_results(known.data, replace(known, data_only=False)) == {"2568/result.yml": (b"total: 12.34\n",)}
