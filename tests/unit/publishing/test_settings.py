"""What `mkdocs.yml` says: typed, with what it inherits and the environment, and every fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ita_site.ground.problems import Severity, blocking
from ita_site.hosts.mkdocs_plugin.plugin import ItaSiteConfig
from ita_site.publishing.branding import Branding, apply_branding
from ita_site.publishing.documents.paper import PaperKind
from ita_site.publishing.settings import Settings, find, read_settings
from ita_site.publishing.settings.plugin_options import TEMPLATE_NAMES
from ita_site.publishing.settings.record import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Project = Callable[[Mapping[str, str | bytes]], Path]

GOOD = """\
site_name: ความโปร่งใส
site_url: https://ita.town.go.th/
docs_dir: pages
theme: {name: material}
plugins: [ita-site]
"""


def known(project: Project, text: str, **others: str) -> Settings:
    """Return the settings of a text, in a project that has a page and maybe other files (`_` is `/`)."""
    files = {name.replace("_", "/") + ".yml": each for name, each in others.items()}
    return read_settings(project({"pages/index.md": "# หน้า\n", "mkdocs.yml": text, **files}) / "mkdocs.yml")


def told(settings: Settings) -> list[str]:
    return [f"{each.position} {each.code}" for each in settings.problems]


def test_the_settings_of_a_whole_project_have_no_fault(mueang_pan: Path) -> None:
    settings = read_settings(mueang_pan / "mkdocs.yml")
    assert told(settings) == []
    assert settings.site_name == "ความโปร่งใส"
    assert settings.url == "https://ita.town.go.th/"
    assert settings.edit_root == "https://git.town.go.th/ita-site/edit/main/"
    assert (settings.content, settings.data) == (mueang_pan / "content", mueang_pan / "data")
    assert settings.directory_urls
    assert isinstance(settings.palette, tuple)
    assert [each["scheme"] for each in settings.palette] == ["default", "slate", "contrast"]
    assert list(settings.extensions) == ["attr_list", "tables", "toc"]


def test_what_is_not_set_is_what_mkdocs_takes(project: Project) -> None:
    settings = known(project, "site_name: ก\ntheme: material\ndocs_dir: pages\n")
    assert told(settings) == []
    assert (settings.url, settings.edit_root, settings.nav) == ("", "", None)
    assert settings.directory_urls
    assert settings.root is not None
    assert settings.data == settings.root / "data"


def test_what_the_theme_stands_on_need_not_be_said(project: Project) -> None:
    settings = known(project, "site_name: ก\ndocs_dir: pages\nplugins: [ita-site]\nextra: {name: ข}\n")
    assert told(settings) == []
    assert settings.completed["theme"]["name"] == "material"
    assert settings.completed["theme"]["font"] is False
    assert settings.completed["extra"] == {"generator": False, "name": "ข"}
    assert settings.completed["extra_css"][0] == "assets/css/shell.css"
    assert settings.completed["validation"]["anchors"] == "warn"
    assert [each["scheme"] for each in settings.palette if isinstance(each, dict)] == ["default", "slate", "contrast"]


ALIGNED = {"use_align_attribute": True}


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        ("[tables, toc: {permalink: '#'}]", {"attr_list": {}, "tables": {}, "toc": {"permalink": "#"}}),
        ("{toc: {permalink: '#'}}", {"attr_list": {}, "tables": ALIGNED, "toc": {"permalink": "#"}}),
    ],
    ids=["a list", "a mapping"],
)
def test_own_settings_win_and_what_they_lack_comes_first(
    extensions: str, expected: dict[str, object], project: Project
) -> None:
    settings = known(project, f"{GOOD}extra_css: [own.css]\nsite_description: ข\nmarkdown_extensions: {extensions}\n")
    assert told(settings) == []
    assert settings.completed["extra_css"][-2:] == ["assets/css/print.css", "own.css"]
    assert settings.completed["site_description"] == "ข"
    assert settings.extensions == expected
    assert list(settings.extensions) == list(expected)


def test_a_list_from_the_environment_stays_as_it_is(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_TEXT", "จากที่อื่น")
    settings = known(project, f"{GOOD}site_description: !ENV [ITA_TEXT, ก]\nextra_css: !ENV [ITA_CSS, [own.css]]\n")
    assert settings.completed["site_description"] == "จากที่อื่น"
    assert settings.completed["extra_css"] == ["own.css"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [("docs_dir: data\n", []), ("", ["mkdocs.yml no-folder"])],
    ids=["named for the data", "not named"],
)
def test_a_project_may_have_no_pages_of_its_own(lines: str, expected: list[str], project: Project) -> None:
    """MkDocs asks for a folder that is there; without one it stops, and the check says what to write."""
    root = project({"mkdocs.yml": f"site_name: ก\nplugins: [ita-site]\n{lines}", "data/agency.yml": ""})
    settings = read_settings(root / "mkdocs.yml")
    assert settings.content is None
    assert told(settings) == expected
    assert not blocking(settings.problems)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("site_url: ita.town.go.th", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https:/ita.town.go.th/", "mkdocs.yml:6:11 bad-address"),
        ("site_url: [a]", "mkdocs.yml:6:11 not-text"),
        ("site_url: ftp://x.go.th/", "mkdocs.yml:6:11 bad-address"),
        ("site_url: '?a=1&b=<2>'", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https://x.go.th/?a=1", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https://x.go.th/#a", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https://x.go.th/ita/index.html", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https://x.go.th/Default.aspx/", "mkdocs.yml:6:11 bad-address"),
        ("site_url: 'http://[::1'", "mkdocs.yml:6:11 bad-address"),
        ("site_url: 'https://x.go.th/\"><script>'", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https://a:b@x.go.th/", "mkdocs.yml:6:11 bad-address"),
        ("site_url: https://ita.example/", "mkdocs.yml:6:11 placeholder"),
        ("site_url: http://localhost:8000/", "mkdocs.yml:6:11 placeholder"),
        ("extra: {edit_root: 'https://git.example.com/edit/'}", "mkdocs.yml:6:20 placeholder"),
        ("extra: {edit_root: [a]}", "mkdocs.yml:6:20 not-text"),
        ("extra: {edit_root: 'javascript:alert(1)//'}", "mkdocs.yml:6:20 bad-address"),
        ("extra: {edit_root: ftp://x.go.th/}", "mkdocs.yml:6:20 bad-address"),
        ("extra: {edit_root: git@git.town.go.th:ita/site.git}", "mkdocs.yml:6:20 bad-address"),
        ("extra: {edit_root: 'https://git.town.go.th/a b'}", "mkdocs.yml:6:20 bad-address"),
        ("extra: {edit_root: 12}", "mkdocs.yml:6:20 not-text"),
        ("extra: ใช่", "mkdocs.yml:6:8 not-a-mapping"),
        ("extra:", "mkdocs.yml:6:7 empty-setting"),
        ("extra: ~", "mkdocs.yml:6:8 empty-setting"),
        ("hooks:", "mkdocs.yml:6:7 empty-setting"),
        ("watch: # ไม่มี", "mkdocs.yml:6:7 empty-setting"),
        ("docs_dir: papers", "mkdocs.yml:6:11 no-folder"),
        ("use_directory_urls: ไม่", "mkdocs.yml:6:21 not-a-switch"),
        ("theme: readthedocs", "mkdocs.yml:6:8 other-theme"),
        ("theme: {name: mkdocs}", "mkdocs.yml:6:15 other-theme"),
        ("theme: {font: {text: Sarabun}}", "mkdocs.yml:6:15 font-of-another-host"),
        ("theme: {name: material, palette: indigo}", "mkdocs.yml:6:34 bad-palette"),
        ("theme: {name: material, palette: [indigo, {scheme: slate}]}", "mkdocs.yml:6:34 bad-palette"),
        ("theme: {name: material, custom_dir: paint}", "mkdocs.yml:6:37 no-folder"),
        ("markdown_extensions: toc", "mkdocs.yml:6:22 not-a-list"),
        ("markdown_extensions: [toc, attr-list]", "mkdocs.yml:6:28 bad-extension"),
        ("markdown_extensions: [toc: {permalnk: true}]", "mkdocs.yml:6:23 bad-extension"),
        ("markdown_extensions: [toc: {slugify: !!python/name:nowhere.slugify }]", "mkdocs.yml:6:23 bad-tag"),
        ("markdown_extensions: [[toc]]", "mkdocs.yml:6:23 bad-extension"),
        ("nav: index.md", "mkdocs.yml:6:6 not-a-list"),
        ("plugins: [ita-site: {data_dir: [data]}]", "mkdocs.yml:6:32 not-text"),
        ("plugins: [ita-site: {documents: [doc]}]", "mkdocs.yml:6:33 bad-file-kind"),
        ("plugins: [ita-site: {documents: 5}]", "mkdocs.yml:6:33 bad-file-kind"),
        ("plugins: [ita-site: {documents: {pdf: yes}}]", "mkdocs.yml:6:33 bad-file-kind"),
        ("plugins: [ita-site: {opendata: [xlsx]}]", "mkdocs.yml:6:22 unknown-option"),
        ("plugins: {ita-site: {Documents: [pdf]}}", "mkdocs.yml:6:22 unknown-option"),
        ("plugins: [ita-site: {1: [pdf]}]", "mkdocs.yml:6:22 unknown-option"),
        ("plugins: [ita-site: [pdf]]", "mkdocs.yml:6:21 not-a-mapping"),
        ("plugins: [ita-site: pdf]", "mkdocs.yml:6:21 not-a-mapping"),
        ("INHERIT: ../base.yml", "mkdocs.yml:6:10 no-inherited"),
        ("INHERIT: mkdocs.yml", "mkdocs.yml:6:10 inherits-itself"),
        ("site_url: !SECRET a", "mkdocs.yml:6:11 bad-tag"),
        ('edit: "https://git.town.go.th', "mkdocs.yml:6:7 unclosed-quote"),
    ],
)
def test_a_fault_is_told_with_its_place(line: str, expected: str, project: Project) -> None:
    assert told(known(project, f"{GOOD}{line}\n")) == [expected]


@pytest.mark.parametrize(
    "options", ["", "~", "{}", "{enabled: true}", "{data_dir: data, documents: [pdf], open_data: xlsx}"]
)
def test_the_options_of_our_plugin_may_be_none_and_what_every_plugin_has(options: str, project: Project) -> None:
    assert told(known(project, f"{GOOD.rsplit('plugins', 1)[0]}plugins:\n  - ita-site: {options}\n")) == []


def test_an_option_that_we_do_not_have_is_told_with_the_one_that_is_meant(project: Project) -> None:
    (problem,) = known(project, f"{GOOD}plugins: [ita-site: {{document: [pdf]}}]\n").problems
    assert problem.message.endswith("หมายถึง documents หรือไม่")


def test_a_word_file_among_the_templates_that_no_paper_uses_is_noticed(project: Project) -> None:
    names = (
        "default.docx",
        "plan.docx",
        "Plan.docx",
        "plans.docx",
        "แผน.docx",
        "report.dotx",
        "plan.odt",
        "~$plan.docx",
        "a.txt",
    )
    root = project({"pages/index.md": "# หน้า\n", "mkdocs.yml": GOOD, **{f"documents/{each}": b"" for each in names}})
    settings = read_settings(root / "mkdocs.yml")
    assert {each.severity for each in settings.problems} == {Severity.NOTICE}
    assert {str(each.position).removeprefix("documents/") for each in settings.problems} == {
        *("Plan.docx", "plans.docx", "แผน.docx", "report.dotx", "plan.odt"),
    }


@pytest.mark.parametrize(
    "options", [{"documents": True}, {"open_data": 7}, {"data_dir": ["a"]}, {"opendata": ["xlsx"]}]
)
def test_mkdocs_leaves_what_is_wrong_with_our_options_to_the_settings(options: dict[str, object]) -> None:
    config = ItaSiteConfig()
    config.load_dict(options)
    assert config.validate() == ([], [])


def test_the_names_of_templates_are_those_of_the_papers() -> None:
    assert set(TEMPLATE_NAMES) == {"default", *(each.value for each in PaperKind)}


def test_an_example_left_in_stops_a_strict_build_only(project: Project) -> None:
    settings = known(project, f"{GOOD}site_url: https://ita.example/\nextra: {{edit_root: https://git.example/}}\n")
    assert [each.severity for each in settings.problems] == [Severity.WARNING, Severity.WARNING]
    assert "ita.example" in settings.problems[0].message


def test_every_fault_is_told_at_once_and_says_what_to_write(project: Project) -> None:
    settings = known(project, "site_url: ita.town.go.th\nuse_directory_urls: 3\ntheme: material\nnav: ก\n")
    assert told(settings) == [
        "mkdocs.yml no-folder",
        "mkdocs.yml no-site-name",
        "mkdocs.yml:1:11 bad-address",
        "mkdocs.yml:2:21 not-a-switch",
        "mkdocs.yml:4:6 not-a-list",
    ]
    assert "https://ita.example/" in settings.problems[2].message


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        ("- รายการ\n", "no-settings"),
        ("site_name: ก\n\tb: c\n", "syntax"),
        ("site_name: ก\n<<<<<<< HEAD\n", "conflict"),
        ("ชื่อ".encode("cp874"), "encoding"),
        ("site_name: ก\x07\n", "forbidden-character"),
    ],
)
def test_what_is_no_settings_at_all_is_told(contents: str | bytes, code: str, project: Project) -> None:
    settings = read_settings(project({"mkdocs.yml": contents}) / "mkdocs.yml")
    assert code in {each.code for each in settings.problems}


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    assert told(read_settings(tmp_path / "mkdocs.yml")) == ["mkdocs.yml no-settings"]


def test_what_is_inherited_counts_and_its_faults_are_told_where_they_stand(project: Project) -> None:
    base = (
        "site_name: ฐาน\nsite_url: https://base.go.th/\ntheme: {name: material, palette: {scheme: slate}}\n"
        "nav: [a]\nuse_directory_urls: 3\n"
    )
    text = "INHERIT: ../base.yml\nsite_name: ลูก\ntheme: {palette: {accent: teal}}\nnav: [b]\n"
    root = project({"base.yml": base, "town/mkdocs.yml": text, "town/docs/index.md": "# ก\n"})
    settings = read_settings(root / "town" / "mkdocs.yml")
    assert (settings.site_name, settings.url) == ("ลูก", "https://base.go.th/")
    assert settings.palette == {"scheme": "slate", "accent": "teal"}, "mappings are joined"
    assert settings.nav == ("b",), "lists are replaced"
    assert settings.content == root / "town" / "docs"
    assert told(settings) == ["../base.yml:5:21 not-a-switch"]


def test_the_environment_is_read_as_mkdocs_reads_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "site_name: !ENV [ITA_NAME, ITA_OTHER, ความโปร่งใส]\nsite_url: !ENV ITA_URL\ndocs_dir: pages\ntheme: material\n"
        "use_directory_urls: !ENV [ITA_URLS, true]\n"
    )
    settings = known(project, text)
    assert (settings.site_name, settings.url, settings.directory_urls) == ("ความโปร่งใส", "", True)
    monkeypatch.setenv("ITA_OTHER", "อื่น")
    monkeypatch.setenv("ITA_URL", "https://b.go.th/ita")
    monkeypatch.setenv("ITA_URLS", "false")
    settings = known(project, text)
    assert (settings.site_name, settings.url, settings.directory_urls) == ("อื่น", "https://b.go.th/ita/", False)
    monkeypatch.setenv("ITA_URLS", "ไม่")
    assert told(known(project, text)) == ["mkdocs.yml:5:21 not-a-switch"]


def test_lines_that_are_merged_count(project: Project) -> None:
    text = f"common: &common {{use_directory_urls: false}}\n{GOOD}<<: *common\n"
    assert not known(project, text).directory_urls


@pytest.mark.parametrize(
    "plugins", ["[ita-site: {data_dir: towns/t03}]", "{search: {}, ita-site: {data_dir: towns/t03}}"]
)
def test_the_data_folder_is_that_of_the_plugin(plugins: str, project: Project) -> None:
    settings = known(project, f"site_name: ก\ntheme: material\ndocs_dir: pages\nplugins: {plugins}\n")
    assert told(settings) == []
    assert settings.root is not None
    assert settings.data == settings.root / "towns/t03"


def test_the_settings_of_a_data_folder_are_the_nearest_above_it(project: Project) -> None:
    root = project({"mkdocs.yml": GOOD, "towns/t03/data/agency.yml": "", "towns/t04/mkdocs.yml": GOOD})
    assert find(root / "towns/t03/data") == root / "mkdocs.yml"
    assert find(root / "towns/t04/data") == root / "towns/t04/mkdocs.yml"


NAMED = Branding("เทศบาล A &amp; B", "brown", "assets/trat.png")


@pytest.mark.parametrize(
    ("palette", "painted"),
    [
        ({}, {"primary": "brown"}),
        ({"scheme": "slate", "primary": "red"}, {"scheme": "slate", "primary": "brown"}),
        (
            ({"scheme": "slate"}, {"media": "m"}),
            [{"scheme": "slate", "primary": "brown"}, {"media": "m", "primary": "brown"}],
        ),
    ],
    ids=["none", "a mapping", "a list"],
)
def test_the_colour_is_that_of_the_municipality(palette: Any, painted: object) -> None:  # noqa: ANN401 - of either kind
    applied = apply_branding(Settings(site_name="ความโปร่งใส", palette=palette), NAMED)
    assert applied == {
        "site_name": "ความโปร่งใส เทศบาล A &amp; B",
        "theme": {"palette": painted, "logo": "assets/trat.png"},
    }


def test_without_an_emblem_the_logo_of_the_settings_stays() -> None:
    assert "logo" not in apply_branding(Settings(site_name="ก"), Branding("ข", "grey", None))["theme"]


def test_a_name_of_the_site_is_a_text_and_no_element() -> None:
    shown = apply_branding(Settings(site_name='<script> "ก" & ข'), Branding("ค", "indigo", None))
    assert shown["site_name"] == "&lt;script&gt; &quot;ก&quot; & ข ค"


def test_a_table_that_is_aligned_has_no_style_of_its_own(project: Project) -> None:
    """The policy of the pages refuses a style in an element."""
    settings = known(project, GOOD)
    made = markdown(settings.extensions).convert("| ก | ข |\n|---:|:-:|\n| 1 | 2 |\n")
    assert 'align="right"' in made
    assert 'align="center"' in made
    assert "style=" not in made
