"""`mkdocs.yml` in the ways offices write it: the plugin and the export follow it alike, or tell the same fault."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from ita_site.hosts.cli import main
from tests.helpers import ROOT, sites
from tests.helpers.repository import git
from tests.helpers.settings import with_palette

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDIT_ROOT = "extra:\n  edit_root: https://git.town.go.th/ita-site/edit/main/\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a project with the result of one year, and the settings, pages and theme."""
    root = tmp_path / "project"
    (root / "data/2568").mkdir(parents=True)
    for name in ("agency.yml", "2568/result.yml"):
        shutil.copy(sites.AGENCIES["mueang-pan"] / name, root / "data" / name)
    shutil.copy(sites.SETTINGS, root)
    for name in ("content", "theme_overrides"):
        shutil.copytree(ROOT / name, root / name)
    return root


def both(project: Path, *, strict: bool = True) -> Iterator[Path]:
    """Build a project with the plugin, and what is exported of it without, and yield both sites."""
    out = project.parent
    yield sites.build(project, out / "ours", strict=strict)
    yield sites.build(sites.export(project, out / "exported"), out / "theirs", strict=strict)


def choices(site: Path) -> list[sites.Element]:
    """Return the choices of colours that a page has, in itself or in the script that fills it."""
    page = sites.read(site, "2568/")
    if page.all("ita-palette"):
        (script,) = (site / "assets/js").glob("base.*.js")
        known = json.loads(script.read_text(encoding="utf-8").partition(";\n")[0].removeprefix("window.itaSite = "))
        page = sites.parse(known["parts"]["ita-palette"])
    return [each for each in page.walk() if each.attributes.get("name") == "__palette"]


def edit_links(site: Path, address: str) -> list[str]:
    """Return where the links for editing on a page lead, as they are written."""
    return [
        each.attributes["href"] for part in sites.read(site, address).of_class("ita-source") for each in part.all("a")
    ]


def entries(site: Path) -> list[str]:
    """Return the addresses of the search index, with their anchors."""
    made = json.loads(sites.index(site).read_text(encoding="utf-8").removeprefix("self.itaPages="))
    return [f"{address}#{anchor}" for address, *cells in made["pages"] for anchor in cells[::2]]


@pytest.mark.parametrize(
    ("written", "root"),
    [
        (
            "extra:\n  edit_root: https://git.town.go.th/ita-site/edit/main\n",
            "https://git.town.go.th/ita-site/edit/main/",
        ),
        ("extra:\n  edit_root: https://git.town.go.th/edit?path=\n", "https://git.town.go.th/edit?path="),
        ("", None),
        ("extra:\n  edit_root:\n", None),
    ],
    ids=["without a slash", "in a query", "none", "empty"],
)
def test_edit_links_are_right_or_there_are_none(written: str, root: str | None, small: Path) -> None:
    sites.replace(small / "mkdocs.yml", EDIT_ROOT, written)
    for site in both(small):
        expected = [f"{root}data/2568/result.yml"] if root else []
        assert edit_links(site, "2568/scores/")[-1:] == expected
        assert edit_links(site, "about/ita/") == ([f"{root}content/about/ita/index.md"] if root else [])
        assert "data/2568/result.yml" in sites.read(site, "2568/scores/").of_class("ita-source")[0].text


def test_the_folder_of_pages_is_a_setting(small: Path) -> None:
    (small / "content").rename(small / "หน้า")
    sites.replace(small / "mkdocs.yml", "docs_dir: content", "docs_dir: หน้า")
    ours, theirs = both(small)
    assert sites.addresses(theirs) == sites.addresses(ours)
    assert "about/ita/" in sites.addresses(ours)
    for site in (ours, theirs):
        assert edit_links(site, "about/ita/") == ["https://git.town.go.th/ita-site/edit/main/หน้า/about/ita/index.md"]


def test_settings_may_be_inherited(small: Path) -> None:
    (small / "mkdocs.yml").rename(small / "base.yml")
    (small / "mkdocs.yml").write_text("INHERIT: ./base.yml\nsite_url: https://b.go.th/ita/\n", encoding="utf-8")
    for site in both(small):
        page = sites.read(site, "about/ita/")
        assert "ความโปร่งใส เทศบาลตำบลเมืองปาน" in page.one("title").text
        assert [each.attributes["href"] for each in page.all("link") if each.attributes.get("rel") == "canonical"] == [
            "https://b.go.th/ita/about/ita/"
        ]
    written = yaml.safe_load((small.parent / "exported/mkdocs.yml").read_text(encoding="utf-8"))
    assert "INHERIT" not in written
    assert written["site_description"]


@pytest.mark.parametrize(
    "palette",
    ["  palette:\n", "  palette: {scheme: default}\n", "  palette: []\n"],
    ids=["empty", "a mapping", "an empty list"],
)
def test_a_palette_may_be_anything_the_theme_takes(palette: str, small: Path) -> None:
    with (small / "data/agency.yml").open("a", encoding="utf-8") as agency:
        agency.write("colour: น้ำตาล\n")
    with_palette(small / "mkdocs.yml", palette)
    for site in both(small):
        page = sites.read(site, "2568/")
        assert page.one("body").attributes["data-md-color-primary"] == "brown"
        assert choices(site) == []


def test_without_a_palette_a_reader_has_the_choice_of_three(small: Path) -> None:
    for site in both(small):
        assert [each.attributes["data-md-color-scheme"] for each in choices(site)] == ["default", "slate", "contrast"]


def test_a_palette_without_switches_is_no_fault(small: Path) -> None:
    with_palette(small / "mkdocs.yml", "  palette:\n    - scheme: default\n    - scheme: dim\n")
    for site in both(small):
        assert [each.attributes["aria-label"] for each in choices(site)] == ["สว่าง", "dim"]


def test_a_name_from_the_environment_has_the_municipality_behind_it(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites.replace(small / "mkdocs.yml", "site_name: ความโปร่งใส", "site_name: !ENV [ITA_NAME, ความโปร่งใส]")
    monkeypatch.setenv("ITA_NAME", "ITA")
    for site in both(small):
        assert sites.read(site, "about/ita/").one("title").text.endswith(" - ITA เทศบาลตำบลเมืองปาน")


SLUGIFY = "slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"


def test_search_results_lead_to_the_anchors_of_the_page(small: Path) -> None:
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"markdown_extensions:\n  - toc: {{{SLUGIFY}}}\n")
    (small / "content/about/news.md").write_text("# ข่าว\n\n## เรื่องแรก\n\nวันนี้\n", encoding="utf-8")
    for site in both(small, strict=False):
        sites.read(site, "about/news/").with_id("เรองแรก")
        assert "about/news/#เรองแรก" in entries(site)


def test_what_mkdocs_runs_beside_the_plugins_is_exported_too(small: Path) -> None:
    (small / "hooks").mkdir()
    code = "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nจากโปรแกรม\\n'\n"
    (small / "hooks/sign.py").write_text(code, encoding="utf-8")
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hooks/sign.py]\n")
    for site in both(small):
        assert "จากโปรแกรม" in sites.article(site, "about/ita/").text


def test_a_menu_written_by_hand_may_leave_default_pages_out(small: Path) -> None:
    shutil.rmtree(small / "content/about/ita")
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [เรา: about/site/index.md]\nnot_in_nav: /about/*-*/ /about/accessibility/\n")
    for site in both(small, strict=False):
        assert sites.article(site, "about/ita/").one("h1").text.startswith("ความหมายของ ITA")
        assert sites.read(site, "about/ita/").of_class("ita-source")[0].all("a") == []
        menu = [each.text for part in sites.read(site, "").all("nav") for each in part.all("a")]
        assert [each for each in ("เรา", "ความหมายของ ITA") if any(each in text for text in menu)] == ["เรา"]


def test_a_page_that_is_not_published_is_not_found_by_search(small: Path) -> None:
    (small / "content/about/draft.md").write_text("# ร่าง\n", encoding="utf-8")
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("exclude_docs: draft.md\n")
    site = sites.build(small, small.parent / "ours", strict=True)
    assert not [each for each in entries(site) if each.startswith("about/draft")]


def test_a_page_written_by_hand_has_one_address(small: Path) -> None:
    sites.replace(small / "mkdocs.yml", "use_directory_urls: true", "use_directory_urls: false")
    text = "---\ntitle: ข่าว\n---\n\n# ข่าว\n"
    for name in ("news.md", "ข่าว.md", "about/index.md"):
        (small / "content" / name).write_text(text, encoding="utf-8")
    for site in both(small, strict=False):
        for name, address in (("news", "news"), ("ข่าว", "%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"), ("about/index",) * 2):
            page = sites.read(site, f"{name}.html")
            (canonical,) = [
                each.attributes["href"] for each in page.all("link") if each.attributes["rel"] == "canonical"
            ]
            (script,) = [each for each in page.all("script") if each.attributes.get("type") == "application/ld+json"]
            described = json.loads("".join(each for each in script.children if isinstance(each, str)))
            assert canonical == f"https://ita.town.go.th/{address}.html"
            assert described["@graph"][0]["url"] == canonical
            assert f"{address}.html#" in entries(site)


def test_a_page_without_front_matter_says_where_it_is_written(small: Path) -> None:
    (small / "content/news.md").write_text("# ข่าว\n\nวันนี้\n", encoding="utf-8")
    (small / "content/old.md").write_text("title: เก่า\n\n# เก่า\n", encoding="utf-8")
    ours, theirs = both(small, strict=False)
    for name in ("news/", "old/"):
        assert sites.read(theirs, name).one("article").all("h1")[0].text.startswith(("ข่าว", "เก่า"))
        assert "title:" not in sites.read(theirs, name).one("article").text
    assert edit_links(ours, "news/") == edit_links(theirs, "news/")


def test_many_offices_may_stand_below_one_file_of_settings(small: Path) -> None:
    """The names of files, and so edit links and dates, start where `mkdocs.yml` lies."""
    town = small / "towns/t03"
    town.parent.mkdir()
    (small / "data").rename(town)
    sites.replace(small / "mkdocs.yml", "  - ita-site ", "  - ita-site: {data_dir: towns/t03} ")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "ก"]):
        git(small, *command, day="2026-03-04")
    ours, theirs = both(small)
    for site in (ours, theirs):
        assert edit_links(site, "2568/scores/")[-1] == (
            "https://git.town.go.th/ita-site/edit/main/towns/t03/2568/result.yml"
        )
        assert "4 มีนาคม 2569" in sites.read(site, "2568/scores/").of_class("ita-source")[0].text
        assert (site / "data/2568/result.yml").is_file()
    sites.replace(town / "2568/result.yml", "total: 99.37", "total: 9937")
    done = CliRunner().invoke(main, ["check", "--data", str(town)])
    assert "towns/t03/2568/result.yml:" in done.output
    assert "total: 9937" in done.output, "the line is shown"


def test_data_beside_the_project_have_their_days_and_no_edit_link(small: Path) -> None:
    (small / "office").mkdir()
    for name in ("mkdocs.yml", "content"):
        (small / name).rename(small / "office" / name)
    (small / "data").rename(small / "figures")
    settings = small / "office/mkdocs.yml"
    sites.replace(settings, "  custom_dir: theme_overrides", "  language: th")
    sites.replace(settings, "  - ita-site ", "  - ita-site: {data_dir: ../figures} ")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "ก"]):
        git(small, *command, day="2026-03-04")
    site = sites.build(small / "office", small / "site")
    assert edit_links(site, "2568/scores/") == []
    assert edit_links(site, "about/ita/") == ["https://git.town.go.th/ita-site/edit/main/content/about/ita/index.md"]
    assert "4 มีนาคม 2569" in sites.read(site, "2568/scores/").of_class("ita-source")[0].text
    assert "<lastmod>" in (site / "sitemap.xml").read_text(encoding="utf-8").partition("/about/ita/")[2][:99]


def test_a_command_takes_the_data_folder_of_the_settings(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (small / "towns").mkdir()
    (small / "data").rename(small / "towns/t03")
    sites.replace(small / "mkdocs.yml", "  - ita-site ", "  - ita-site: {data_dir: towns/t03} ")
    monkeypatch.chdir(small)
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    assert CliRunner().invoke(main, ["export", str(small.parent / "exported")]).exit_code == 0
    assert (small.parent / "exported/content/2568/index.md").is_file()


def test_both_hosts_and_the_check_tell_every_fault_at_once(small: Path) -> None:
    sites.replace(small / "mkdocs.yml", "https://git.town.go.th/ita-site/edit/main/", "git.town.go.th")
    with_palette(small / "mkdocs.yml", "  palette: indigo\n")
    sites.replace(small / "data/2568/result.yml", "total: 99.37", "total: 9937")
    data = str(small / "data")
    told = [CliRunner().invoke(main, [*command, "--data", data]).output for command in (["check"], ["export", "x"])]
    for message in (*told, sites.run_mkdocs("build", project=small).stdout):
        assert "mkdocs.yml:7:14: ต้องแก้: “git.town.go.th”" in message
        assert "    7 |   edit_root: git.town.go.th\n                     ^" in message
        assert "palette ต้องเป็นรายการ" in message
        assert "data/2568/result.yml:" in message
        assert "Traceback" not in message


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("docs_dir: content", "docs_dir: pages"),
        ("site_url: https://ita.town.go.th/", "site_url: ita.town.go.th"),
        ("use_directory_urls: true", "markdown_extensions:\n  - attr-list"),
    ],
)
def test_what_mkdocs_itself_refuses_is_told_in_thai_by_the_check(line: str, written: str, small: Path) -> None:
    """MkDocs stops at such a fault before it loads a plugin."""
    sites.replace(small / "mkdocs.yml", line, written)
    refused = sites.run_mkdocs("build", project=small)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stdout
    done = CliRunner().invoke(main, ["check", "--data", str(small / "data")])
    assert done.exit_code == 1
    assert re.search(rf"mkdocs\.yml:\d+:\d+: ต้องแก้: .*{written.rsplit(maxsplit=1)[-1]}", done.output)


def test_an_export_without_settings_is_refused_in_words(small: Path) -> None:
    (small / "mkdocs.yml").unlink()
    done = CliRunner().invoke(main, ["export", str(small.parent / "x"), "--data", str(small / "data")])
    assert done.exit_code == 1
    assert "ไม่พบ mkdocs.yml" in done.output
