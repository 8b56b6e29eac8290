"""When a page was last changed: the day its sources were committed, or stated, and never the day of the build."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ita_site.ground.git import git_dates
from ita_site.ground.git.git_program import GitFault
from ita_site.publishing import site
from ita_site.publishing.settings import Settings
from tests.helpers import ROOT, sites
from tests.helpers.repository import git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEMO = "2025-10-06"
"""What the memorandum of the real report says: 6 October 2568 B.E."""


def updated(project: Path, form: str = "updated") -> dict[str, str]:
    """Return the day of each page that has one, by its path, in a form; of those written by hand too."""
    made = site.build(project / "data", Settings(url="https://a.example/", content=project / "content"))
    facts = {**{page.path: page.facts for page in made.pages}, **made.content_front_matter}
    return {path: each[form] for path, each in facts.items() if form in each}


@pytest.fixture
def kept(mueang_pan: Path) -> Path:
    """Return the real project in a repository of its own: all of one day, but a measure and a page of another."""
    git(mueang_pan, "init", "-q")
    git(mueang_pan, "add", "-A")
    git(mueang_pan, "commit", "-qm", "ทั้งหมด")
    for name in ("data/2568/measures/e-service.yml", "content/about/ita/index.md"):
        path = mueang_pan / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(mueang_pan, "commit", "-qam", "สองไฟล์", day="2026-03-04")
    return mueang_pan


def test_a_page_is_as_new_as_the_latest_of_its_sources(kept: Path) -> None:
    days = updated(kept)
    assert days["2568/measures/e-service/index.md"] == "2026-03-04"
    assert days["2568/measures/index.md"] == "2026-03-04", "the list is made of all measures"
    assert days["2568/measures/ethics-code/index.md"] == "2026-01-02"
    assert days["about/ita/index.md"] == "2026-03-04"
    assert days["about/site/index.md"] == "2026-01-02"
    assert set(days.values()) == {"2026-01-02", "2026-03-04"}


def test_without_git_only_what_the_data_itself_says_is_known(mueang_pan: Path) -> None:
    days = updated(mueang_pan)
    assert days["2568/reports/annual/index.md"] == MEMO
    assert days.keys() == {"2568/reports/index.md", "2568/reports/annual/index.md"}, "no page of anything else"
    assert set(days.values()) == {MEMO}
    assert updated(mueang_pan, "updated_day")["2568/reports/annual/index.md"] == "ลงวันที่ 6 ตุลาคม 2568"


def test_a_reader_is_told_when_a_page_was_last_changed(kept: Path) -> None:
    assert updated(kept, "updated_day")["2568/reports/annual/index.md"] == "แก้ไขล่าสุด 2 มกราคม 2569"


def test_the_cut_end_of_a_shallow_clone_says_nothing(kept: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", str(shallow))
    assert git_dates.read({"data": shallow / "data"}).days == {}
    deeper = tmp_path / "deeper"
    (kept / "data/agency.yml").write_text(
        (kept / "data/agency.yml").read_text(encoding="utf-8") + "\n", encoding="utf-8"
    )
    git(kept, "commit", "-qam", "หน่วยงาน", day="2026-05-06")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{kept}", str(deeper))
    assert git_dates.read({"data": deeper / "data"}).days == {"data/agency.yml": date(2026, 5, 6)}


def test_names_in_thai_and_a_folder_below_the_repository(tmp_path: Path) -> None:
    (tmp_path / "งาน/data").mkdir(parents=True)
    (tmp_path / "งาน/data/ผล ๑.yml").write_text("a: 1\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "ก")
    assert git_dates.read({"data": tmp_path / "งาน/data"}).days == {"data/ผล ๑.yml": date(2026, 1, 2)}


def test_without_git_on_the_machine_nothing_is_known(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(kept / "content"))
    known = git_dates.read({"data": kept / "data"})
    assert (known.days, known.faults) == ({}, {"data": (GitFault.PROGRAM, "")})


def test_a_hook_of_another_repository_does_not_mislead(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(ROOT / ".git"))
    assert git_dates.read({"data": kept / "data"}).days["data/agency.yml"] == date(2026, 1, 2)


def lastmod(built: Path) -> Iterator[tuple[str, str]]:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    for entry in re.findall(r"<url>(.*?)</url>", text, re.DOTALL):
        (address,) = re.findall(r"<loc>https://ita\.town\.go\.th/(.*?)</loc>", entry)
        yield address, "".join(re.findall(r"<lastmod>(.*?)</lastmod>", entry))


def test_the_sitemap_has_the_days_of_the_pages_and_no_other(kept: Path) -> None:
    built = sites.build(kept, kept / "site")
    days = {path.removesuffix("index.md"): day for path, day in updated(kept).items()}
    assert sorted(days) == sites.addresses(built)
    assert dict(lastmod(built)) == {
        address: day for address, day in days.items() if not address.endswith(sites.FOR_EDITORS)
    }
    compressed = (built / "sitemap.xml.gz").read_bytes()
    stamp = datetime.fromtimestamp(int.from_bytes(compressed[4:8], "little"), UTC)
    assert stamp.date() == date(2026, 3, 4), "not the day of the build"


def test_the_sitemap_says_nothing_of_what_is_not_known(mueang_pan: Path) -> None:
    days = dict(lastmod(sites.build(mueang_pan, mueang_pan / "site")))
    assert days["2568/reports/annual/"] == MEMO
    assert days["2568/"] == ""
    assert days["about/ita/"] == ""
