"""The exported folder: the same site without our plugin, written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from ita_site.ground.problems import InvalidData, Severity
from ita_site.hosts.export import CannotExport
from ita_site.publishing import site
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class Article(HTMLParser):
    """The text of a page's `<article>`, as a reader sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._inside = self._inside or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words += data.split()


def pages(built: Path) -> dict[str, list[str]]:
    """Return the words of every page of a built site, by its path."""
    texts = {}
    for path in sorted(built.rglob("*.html")):
        article = Article()
        article.feed(path.read_text(encoding="utf-8"))
        texts[path.relative_to(built).as_posix()] = article.words
    return texts


def built_with_mkdocs(root: Path, target: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    done = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def exported(root: Path, target: Path) -> Path:
    return sites.export(root, target)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_stock_mkdocs_builds_the_same_pages_with_the_same_words(
    agency: str, site_of: Callable[[str], Path], tmp_path: Path
) -> None:
    ours = pages(site_of(agency))
    folder = exported(sites.copy_project(tmp_path / "project", sites.AGENCIES[agency]), tmp_path / "exported")
    theirs = pages(built_with_mkdocs(folder, tmp_path / "theirs"))

    assert len(ours) >= sites.PAGES[agency]
    assert list(theirs) == list(ours)
    for path, words in ours.items():
        assert theirs[path] == words, path
    assert len(ours["index.html"]) > 50, "the articles are read, not skipped"


def test_the_data_files_are_in_the_exported_site(mueang_pan: Path) -> None:
    folder = exported(mueang_pan, mueang_pan / "exported")
    made = site.build(mueang_pan / "data")

    files = {path.relative_to(mueang_pan).as_posix() for path in mueang_pan.glob("data/**/*") if path.is_file()}
    assert set(made.offered) == files | {name.replace(".yml", ".txt") for name in files}
    for address in files:
        content = (mueang_pan / address).read_bytes()
        assert (folder / "content" / address).read_bytes() == content
        copy = (folder / "content" / address).with_suffix(".txt").read_bytes()
        assert copy == b"\xef\xbb\xbf" + content


def test_the_exported_settings_do_not_name_our_plugin(mueang_pan: Path) -> None:
    folder = exported(mueang_pan, mueang_pan / "exported")
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))

    assert settings["plugins"] == []
    assert settings["site_name"] == "ความโปร่งใส เทศบาลตำบลเมืองปาน"
    assert settings["nav"][0] == {"หน้าแรก": "index.md"}
    assert list(settings["nav"][-1]) == ["เกี่ยวกับ"]
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    "plugins",
    [["search", "ita-site"], ["search", {"ita-site": {"data_dir": "data"}}], {"search": {}, "ita-site": {}}],
    ids=["by name", "with options", "as a mapping"],
)
def test_our_plugin_is_taken_out_however_it_is_written(plugins: object, mueang_pan: Path) -> None:
    settings = yaml.safe_load((mueang_pan / "mkdocs.yml").read_text(encoding="utf-8"))
    (mueang_pan / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "plugins": plugins}), encoding="utf-8")

    folder = exported(mueang_pan, mueang_pan / "exported")

    left = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    assert list(left) == ["search"]


def test_a_setting_from_the_environment_survives(mueang_pan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = mueang_pan / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("site_url: ", "site_url: !ENV [ITA_SITE_URL, 'https://a.example/'] # "), encoding="utf-8"
    )
    folder = exported(mueang_pan, mueang_pan / "exported")

    assert load_config(str(folder / "mkdocs.yml")).site_url == "https://a.example/"
    monkeypatch.setenv("ITA_SITE_URL", "https://b.example/")
    assert load_config(str(folder / "mkdocs.yml")).site_url == "https://b.example/"


def test_a_second_export_takes_the_place_of_the_first(mueang_pan: Path) -> None:
    target = mueang_pan / "exported"
    first = tree(exported(mueang_pan, target))
    (target / "content/2568/old.md").write_text("เก่า", encoding="utf-8")

    assert tree(exported(mueang_pan, target)) == first
    (mueang_pan / "data/2568/reports/annual.yml").unlink()
    second = tree(exported(mueang_pan, target))
    gone = {each for each in set(first) - set(second) if "/reports/" in each}
    assert gone == {
        "content/2568/reports/annual/index.md",
        "content/data/2568/reports/annual.yml",
        "content/data/2568/reports/annual.txt",
        "content/data/v1/2568/reports/annual.json",
    }


def test_an_empty_folder_and_a_folder_below_new_ones_will_do(mueang_pan: Path) -> None:
    (mueang_pan / "empty").mkdir()
    for target in (mueang_pan / "empty", mueang_pan / "a/b/c"):
        assert (exported(mueang_pan, target) / "content/index.md").is_file()


def test_a_folder_with_other_files_is_refused_and_left_alone(mueang_pan: Path) -> None:
    target = mueang_pan / "thesis"
    target.mkdir()
    (target / "thesis.txt").write_text("งานสำคัญ", encoding="utf-8")
    before = sorted(mueang_pan.iterdir())

    with pytest.raises(CannotExport, match="มีไฟล์อื่นอยู่"):
        exported(mueang_pan, target)

    assert tree(target) == {"thesis.txt": "งานสำคัญ".encode()}
    assert sorted(mueang_pan.iterdir()) == before


@pytest.mark.parametrize("target", [".", "..", "content", "content/out", "theme_overrides/out", "data/out"])
def test_the_project_itself_is_never_written_to(target: str, mueang_pan: Path) -> None:
    """Inside `content/` a copy would copy itself; inside `data/` the next check would find a wrong year."""
    before = tree(mueang_pan)

    with pytest.raises(CannotExport):
        exported(mueang_pan, mueang_pan / target)

    assert tree(mueang_pan) == before


def test_a_file_in_the_place_of_the_folder_is_refused(mueang_pan: Path) -> None:
    (mueang_pan / "exported").write_text("ไฟล์", encoding="utf-8")
    with pytest.raises(CannotExport, match="เป็นไฟล์ ไม่ใช่โฟลเดอร์"):
        exported(mueang_pan, mueang_pan / "exported")


def hand_written(root: Path, name: str) -> None:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# เขียนเอง\n", encoding="utf-8")


TAKEN = pytest.mark.parametrize("name", ["2568/index.md", "data/2568/result.yml"], ids=["a page", "a data file"])


@TAKEN
def test_a_hand_written_page_is_never_replaced(name: str, mueang_pan: Path) -> None:
    hand_written(mueang_pan, name)
    before = sorted(mueang_pan.iterdir())

    with pytest.raises(CannotExport, match=f"มีหน้า {name} ที่เขียนเองอยู่แล้ว"):
        exported(mueang_pan, mueang_pan / "exported")

    assert sorted(mueang_pan.iterdir()) == before, "nothing half-written is left behind"


def test_a_refusal_leaves_the_earlier_export_as_it_was(mueang_pan: Path) -> None:
    before = tree(exported(mueang_pan, mueang_pan / "exported"))
    hand_written(mueang_pan, "2568/index.md")

    with pytest.raises(CannotExport):
        exported(mueang_pan, mueang_pan / "exported")

    assert tree(mueang_pan / "exported") == before


@TAKEN
def test_mkdocs_refuses_to_replace_a_hand_written_page_too(
    name: str, mueang_pan: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hand_written(mueang_pan, name)

    with pytest.raises(Abort):
        mkdocs_build(load_config(str(mueang_pan / "mkdocs.yml"), site_dir=str(mueang_pan / "built")))

    assert f"มีหน้า {name} ที่เขียนเองอยู่แล้ว" in caplog.text
    assert not [*mueang_pan.glob("built/**/*.html")]


def test_settings_that_are_no_settings_are_refused(mueang_pan: Path) -> None:
    (mueang_pan / "mkdocs.yml").write_text("- รายการ\n", encoding="utf-8")

    with pytest.raises(InvalidData) as refused:
        exported(mueang_pan, mueang_pan / "exported")

    (problem,) = [each for each in refused.value.problems if each.severity is Severity.ERROR]
    assert str(problem.position) == "mkdocs.yml:1:1"
    assert "ไม่ใช่ไฟล์ตั้งค่าของ MkDocs" in problem.message

    assert not (mueang_pan / "exported").exists()
