"""Files that an office lays beside its data: what is published of them, what is refused, and in which words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from ita_site.ground.problems import InvalidData
from ita_site.hosts.cli import main
from ita_site.publishing import data_check, settings, site
from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SETTINGS = """\
site_name: ความโปร่งใส
site_url: https://ita.town.go.th/
docs_dir: content
plugins: [ita-site]
"""
PAGE = "---\ntitle: หน้า\n---\n\n# หน้า\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a project with a year of nothing but a total, its settings, and a page of its own."""
    files = {
        "mkdocs.yml": SETTINGS,
        "content/news.md": PAGE,
        "data/agency.yml": "name: เทศบาลตำบลตัวอย่าง\nkind: เทศบาลตำบล\ndistrict: เมือง\nprovince: ลำปาง\n",
        "data/2568/result.yml": "total: 96.79\n",
        "data/2568/measures/new.yml": "title: มาตรการ\nwas: [old]\nsteps: [ทำ]\n",
    }
    for name, written in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, encoding="utf-8")
    return tmp_path


def told(root: Path) -> list[str]:
    """Return what is told of the files of pages and of the theme, when the site is made."""
    known = settings.read_settings(root / "mkdocs.yml")
    try:
        problems = site.build(known.data, known).problems
    except InvalidData as error:
        problems = error.problems
    ours = [each for each in problems if not each.position.path.startswith(("data", "mkdocs"))]
    return [f"{each.position} {each.code} {each.severity}" for each in ours]


def link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def link_inside(path: Path) -> None:
    path.symlink_to("news.md")


def link_to_folder(path: Path) -> None:
    path.symlink_to("/etc", target_is_directory=True)


@pytest.mark.parametrize("lay", [link, link_inside, link_to_folder, os.mkfifo])
@pytest.mark.parametrize(
    "name", ["content/x.md", "content/below/x.txt", "theme_overrides/x.css", "content/.well-known"]
)
def test_what_leads_elsewhere_is_refused(lay: Callable[[Path], None], name: str, small: Path) -> None:
    (small / name).parent.mkdir(exist_ok=True)
    if name.startswith("theme"):
        with (small / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write("theme: {name: material, custom_dir: theme_overrides}\n")
    lay(small / name)
    assert told(small) == [f"{name} not-a-file error"]


def test_mkdocs_stops_before_it_opens_what_leads_elsewhere(small: Path) -> None:
    os.mkfifo(small / "content/pipe.md")
    (small / "content/leak.txt").symlink_to("/etc/passwd")
    done = sites.run_mkdocs("build", project=small)
    assert done.returncode == 1
    assert "content/leak.txt: ต้องแก้: เป็นทางลัด" in done.stdout
    assert "content/pipe.md: ต้องแก้: เป็นทางลัด" in done.stdout
    assert not (small / "site").exists()


def test_a_folder_of_pages_that_is_a_link_out_of_the_project_is_refused(small: Path) -> None:
    (small / "project").mkdir()
    for name in ("mkdocs.yml", "data"):
        (small / name).rename(small / "project" / name)
    (small / "project/content").symlink_to(small / "content")
    assert told(small / "project") == ["content not-a-file error"]


def test_the_preview_goes_on_without_what_leads_elsewhere(small: Path) -> None:
    config = load_config(str(small / "mkdocs.yml"), site_dir=str(small / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    os.mkfifo(small / "content/pipe.md")
    (small / "content/leak.txt").symlink_to("/etc/passwd")
    (small / "content/etc").symlink_to("/etc/apt", target_is_directory=True)
    mkdocs_build(config)
    config.plugins.on_shutdown()
    assert (small / "site/news/index.html").is_file()
    assert not [name for name in ("leak.txt", "pipe", "etc") if (small / "site" / name).exists()]


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("x.md", "หน้า".encode("cp874"), "content/x.md:1:2 encoding error"),
        ("x.md", PAGE.encode("utf-16"), "content/x.md encoding error"),
        ("x.md", b"# a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", "content/x.md:2:1 conflict error"),
        ("x.md", b"---\ntitle: x\ntemplate: /etc/passwd\n---\n", "content/x.md:3:1 no-template error"),
        ("x.md", b"---\ntemplate: ../../mkdocs.yml\n---\n", "content/x.md:2:1 no-template error"),
        ("x.md", b"---\ntemplate: mian.html\n---\n", "content/x.md:2:1 no-template error"),
        ("404.md", PAGE.encode(), "content/404.md not-the-page-for-errors notice"),
        ("assets/js/site.js", b"1", "content/assets/js/site.js in-place-of-the-theme warning"),
        ("form.php", b"<?php", "content/form.php program warning"),
        ("a.svg", b"<svg onload='alert(1)'/>", "content/a.svg active-picture warning"),
        ("2568.md", PAGE.encode(), "content/2568.md address-taken error"),
        ("2568/README.md", PAGE.encode(), "content/2568/README.md address-taken error"),
        ("contact.md", PAGE.encode(), "content/contact.md address-taken error"),
        ("README.md", PAGE.encode(), "content/README.md address-taken error"),
        ("2568/measures/old/index.md", PAGE.encode(), "content/2568/measures/old/index.md address-taken error"),
        ("2568/measures/index.html", b"<p>", "content/2568/measures/index.html address-taken error"),
        ("news/index.md", PAGE.encode(), "content/news/index.md address-taken error"),
        ("2568/index.md", PAGE.encode(), ""),  # MkDocs and the export both refuse it
        ("500.md", PAGE.encode(), ""),
        ("2570.md", PAGE.encode(), ""),
        ("2560/index.md", PAGE.encode(), ""),
        ("compare/x.md", PAGE.encode(), ""),
        ("2568/reports/zzz/index.md", PAGE.encode(), ""),
        ("folder.md/x.md", PAGE.encode(), ""),
        ("x.md", b"# a\n\nb\n=======\n\ttab\n", ""),
        ("x.md", b"---\ntemplate: main.html\n---\n", ""),
        ("a.svg", b"<svg><path d='M0 0'/></svg>", ""),
        ("own.js", b"1", ""),
    ],
)
def test_every_file_is_published_or_told(name: str, written: bytes, expected: str, small: Path) -> None:
    (small / "content" / name).parent.mkdir(parents=True, exist_ok=True)
    (small / "content" / name).write_bytes(written)
    found = told(small)
    if expected == "content/news/index.md address-taken error":
        found = found[:1] if found else found
    assert found == ([expected] if expected else [])


def test_the_check_tells_of_a_page_in_the_place_of_another(small: Path) -> None:
    (small / "content/2568.md").write_text(PAGE, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "--data", str(small / "data")])
    assert done.exit_code == 1
    assert "content/2568.md: ต้องแก้: หน้านี้จะอยู่ที่ 2568/index.html" in done.output


def test_a_name_that_is_no_utf_8_is_told_by_one_that_can_be_read(small: Path) -> None:
    (small / "content" / os.fsdecode("ข่าว.md".encode("cp874"))).write_text(PAGE, encoding="utf-8")
    assert told(small) == ["content/ข่าว.md bad-file-name error"]


HOSTILE = 'คำว่า "โปร่งใส" <img src=x onerror=alert(1)>'


@pytest.fixture
def quoting(small: Path) -> Path:
    others = "updated: '\"><img src=y>'\nschema: '</script><img src=z>'\n"
    head = f"---\ntitle: ข่าว\ndescription: >-\n  {HOSTILE}\n{others}---\n"
    (small / "content/news.md").write_text(f"{head}\n# ข่าว\n", encoding="utf-8")
    for name in ("404.md", "2570.md", "compare/x.md", "2568/reports/zzz/index.md"):
        (small / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (small / "content" / name).write_text(PAGE, encoding="utf-8")
    return small


def test_quotation_marks_in_front_matter_stay_inside_their_attribute(quoting: Path) -> None:
    ours = sites.build(quoting, quoting / "ours")
    theirs = sites.build(sites.export(quoting, quoting / "exported"), quoting / "theirs")
    for built in (ours, theirs):
        page = sites.read(built, "news/")
        named = [
            each.attributes
            for each in page.walk()
            if each.tag == "meta" and "description" in each.attributes.get("name", "")
        ]
        assert [each["content"] for each in named] == [HOSTILE]
        assert [each for each in page.walk() if each.tag == "img"] == []
    assert (ours / "2570/index.html").is_file()
    assert (ours / "2568/reports/zzz/index.html").is_file()
    assert (ours / "404.html").is_file()


def test_a_page_whose_text_is_damaged_is_told_what_to_type(small: Path) -> None:
    damaged = "---\ntitle: การดาเนินงาน\n---\n\nท่ีทำการ ถ ึง ????? \ufffd ก\uf70a\nตาล ทา จา ราคาสั่งซื้อ\n"
    (small / "content" / "news.md").write_text(damaged, encoding="utf-8")
    assert told(small) == [
        "content/news.md:2:11 damaged-text warning",
        "content/news.md:5:10 damaged-text warning",
        "content/news.md:5:15 unreadable-text warning",
        "content/news.md:5:21 unreadable-text error",
        "content/news.md:5:23 damaged-text warning",
    ]


def test_ten_thousand_files_that_do_not_belong_are_a_few_lines(small: Path) -> None:
    folder = small / "data" / "2568" / "measures"
    for number in range(10_000):
        (folder / f"scan {number:05}.docx").touch()
    for number in range(30):
        (folder / f"m{number}.yml.txt").touch()
    checked = data_check.check(small / "data", settings.read_settings(small / "mkdocs.yml"))
    told_of = [each for each in checked.problems if each.code.startswith("un")]
    assert len(told_of) == 42
    assert [each.message.split(" ")[0] for each in told_of if str(each.position) == "data/2568/measures"] == [
        "มีไฟล์แบบเดียวกันในโฟลเดอร์นี้อีก"
    ] * 2
    assert {str(each.severity) for each in told_of if "docx" in str(each.position)} == {"warning"}
