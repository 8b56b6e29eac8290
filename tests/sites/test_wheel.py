"""The wheel is the whole tool: a municipality's project is its data, a short `mkdocs.yml` and what it writes itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AGENCIES = ("chum-saeng", "mueang-pan")
SHORT = """site_name: ความโปร่งใส
site_url: https://ita.town.go.th/
docs_dir: data
plugins: [ita-site]
extra:
  edit_root: https://git.town.go.th/ita-site/edit/main/
"""
"""All that a municipality without pages of its own writes beside its data."""
PACKAGED = re.compile(r'<footer class="ita-source">.*?</footer>', re.DOTALL)
"""Where a page came from; a default page is one's own here, and the program's there."""


@dataclass(frozen=True)
class Installation:
    """An environment that holds the wheel and, of this one, nothing but the packages it depends on."""

    bin: Path

    def run(self, command: str, *arguments: str, project: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment in a project."""
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": ""}
        return subprocess.run(
            [str(self.bin / command), *arguments],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def build(self, project: Path) -> Path:
        """Build a project and return the folder of the site."""
        done = self.run("python", "-m", "mkdocs", "build", "--strict", "--quiet", project=project)
        assert done.returncode == 0, done.stdout
        return project / "site"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Build the wheel, and install it into an empty environment elsewhere."""
    folder = tmp_path_factory.mktemp("wheel")
    python = folder / "venv" / "bin" / "python"
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    # The packages it depends on are the locked ones; a path in a `.pth` brings none of the `.pth` beside it.
    (inside,) = (folder / "venv").glob("lib/*/site-packages")
    (inside / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    where = [str(python), "-c", "import ita_site; print(ita_site.__file__)"]
    said = subprocess.run(where, cwd=folder, check=True, capture_output=True, text=True).stdout
    assert said.startswith(str(inside)), said
    return Installation(python.parent)


def project(folder: Path, agency: str, settings: str = SHORT) -> Path:
    """Write the project of a municipality: data and settings, nothing else."""
    folder.mkdir()
    shutil.copytree(sites.AGENCIES[agency], folder / "data")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def files(site: Path) -> dict[str, bytes]:
    """Return every file of a site, pages without the note on where they came from."""
    return {
        path.relative_to(site).as_posix(): PACKAGED.sub("", path.read_text(encoding="utf-8")).encode()
        if path.suffix == ".html" and "/about/" in path.as_posix()
        else path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("agency", AGENCIES)
def test_data_and_ten_lines_give_the_same_site_as_the_repository(
    agency: str, installed: Installation, site_of: Callable[[str], Path], tmp_path: Path
) -> None:
    theirs = files(installed.build(project(tmp_path / "project", agency)))
    ours = files(site_of(agency))

    assert SHORT.count("\n") <= 10
    shown = SHORT.replace("town.go.th", "example")  # which a strict build takes for what it is
    assert f"```yaml\n{shown}```" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert {re.sub(r"\.[0-9a-f]{8}\.", ".", name) for name in theirs} > {
        "assets/css/theme.css",
        "assets/js/search.js",
        "search/pages.js",
        "about/ita/index.html",
    }
    assert b"Content-Security-Policy" in theirs["index.html"]


def test_a_default_page_says_that_it_came_with_the_program(installed: Installation, tmp_path: Path) -> None:
    page = sites.read(installed.build(project(tmp_path / "project", AGENCIES[0])), "about/ita/")
    (source,) = page.of_class("ita-source")
    assert "ita-site" in source.text
    assert source.all("a") == []


def test_own_pages_and_an_own_theme_win(installed: Installation, tmp_path: Path) -> None:
    settings = SHORT.replace("docs_dir: data", "docs_dir: content\ntheme: {name: material, custom_dir: mine}")
    root = project(tmp_path / "project", AGENCIES[0], settings)
    own = {
        "content/about/ita/index.md": "---\ntitle: คำอธิบายของเรา\n---\n\n# คำอธิบายของเรา\n",
        "content/news.md": "---\ntitle: ข่าวของหน่วยงาน\n---\n\n# ข่าวของหน่วยงาน\n",
        "mine/partials/footer.html": "<footer>ท้ายหน้าของเรา</footer>",
    }
    for name, text in own.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    site = installed.build(root)

    assert sites.article(site, "about/ita/").one("h1").text == "คำอธิบายของเรา ¶"
    assert sites.article(site, "about/data-policy/").one("h1").text == "นโยบายข้อมูล ¶"
    home = sites.read(site, "")
    assert "ท้ายหน้าของเรา" in home.text
    assert sites.asset(site, "css/ita.css").is_file()
    assert "ข่าวของหน่วยงาน" in {each.text for each in sites.read(site, "about/ita/").all("a")}


def test_an_export_of_such_a_project_builds_to_the_same_pages(installed: Installation, tmp_path: Path) -> None:
    root = project(tmp_path / "project", AGENCIES[0])
    site = installed.build(root)
    done = installed.run("ita-site", "export", "exported", project=root)
    assert done.returncode == 0, done.stdout

    exported = installed.build(root / "exported")

    assert sites.addresses(exported) == sites.addresses(site)
    for address in ("", "about/ita/", "2566/"):
        assert sites.article(exported, address).text == sites.article(site, address).text
    assert sites.asset(exported, "css/ita.css").is_file()
    assert sites.asset(site, "css/theme.css").is_file()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("theme: readthedocs\n", "mkdocs.yml:7:8: ต้องแก้: หน้าเว็บของ ita-site ต้องใช้ธีม material แต่ตั้งไว้เป็น “readthedocs”"),
        ("theme:\n  name: mkdocs\n", "mkdocs.yml:8:9: ต้องแก้: หน้าเว็บของ ita-site ต้องใช้ธีม material"),
        ("theme:\n  name: material\n  font: {text: Sarabun}\n", "mkdocs.yml:9:9: ต้องแก้: เว็บไซต์นี้ไม่เรียกแบบอักษร"),
    ],
    ids=["another theme", "the theme of MkDocs", "a font of another host"],
)
def test_settings_that_the_theme_cannot_stand_on_are_told(
    written: str, told: str, installed: Installation, tmp_path: Path
) -> None:
    root = project(tmp_path / "project", AGENCIES[0], SHORT + written)
    for command in (["python", "-m", "mkdocs", "build", "--quiet"], ["ita-site", "export", "exported"]):
        done = installed.run(command[0], *command[1:], project=root)
        assert done.returncode == 1
        assert told in done.stdout
        assert "Traceback" not in done.stdout
    assert not (root / "site").exists()
    assert not (root / "exported").exists()
