"""Pages taken from the build before: never another than one made anew would be, and few are made anew after an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.ground.cache.file_cache import FileCache
from ita_site.ground.website import Website
from ita_site.publishing import pages
from ita_site.publishing.data_check import check
from ita_site.publishing.data_memory import DataMemory
from ita_site.publishing.pages import PageMaking
from ita_site.saying.view.lookup import Lookup
from tests.helpers.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.publishing.pages import Page

WEBSITE = Website("https://ita.town.go.th/")
MEASURE = "data/2568/measures/e-service.yml"


def lookup_of(root: Path) -> Lookup:
    checked = check(root / "data")
    return Lookup(checked.dataset, checked.scores, checked.history)


def written(lookup: Lookup, memory: DataMemory | None = None) -> dict[str, Page]:
    return {
        each.address: each for each in pages.write(lookup, WEBSITE, making=PageMaking(memory.pages if memory else None))
    }


def remembered(root: Path, memory: DataMemory) -> dict[str, Page]:
    lookup = lookup_of(root)
    memory.begin(lookup, WEBSITE)
    made = written(lookup, memory)
    memory.end()
    return made


def anew(before: dict[str, Page], after: dict[str, Page]) -> set[str]:
    """Return the addresses of pages that were not taken from before."""
    return {address for address, page in after.items() if before.get(address) is not page}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MEASURE, "title: ", "title: ก"),
        ("data/2568/result.yml", "97.96", "97.95"),
        ("data/2567/analysis.yml", "finding: ", "finding: ก"),
        ("data/2568/reports/annual.yml", "text: แจกเวียน", "text: แจ้งเวียน"),
        ("data/agency.yml", "name: เทศบาล", "name: เทศบาลก"),
    ],
)
def test_pages_are_those_that_would_be_made_anew(mueang_pan: Path, file: str, old: str, new: str) -> None:
    memory = DataMemory(FileCache(None))
    first = remembered(mueang_pan, memory)
    text = (mueang_pan / file).read_text(encoding="utf-8")
    (mueang_pan / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert remembered(mueang_pan, memory) == written(lookup_of(mueang_pan)) != first
    (mueang_pan / file).write_text(text, encoding="utf-8")
    assert remembered(mueang_pan, memory) == first


def test_an_edit_of_one_measure_makes_those_pages_anew_that_speak_of_it(mueang_pan: Path) -> None:
    memory = DataMemory(FileCache(None))
    before = remembered(mueang_pan, memory)
    text = (mueang_pan / MEASURE).read_text(encoding="utf-8")
    (mueang_pan / MEASURE).write_text(text.replace("title: ", "title: ก", 1), encoding="utf-8")
    after = remembered(mueang_pan, memory)
    changed = {address for address, page in after.items() if before[address] != page}
    made = anew(before, after)
    assert changed <= made
    assert "2568/measures/e-service/" in changed
    measures = {each for each in made if each.startswith("2568/measures/") and each != "2568/measures/"}
    assert len(measures) <= 3  # it, and those that name it as the one before or after
    assert len(made) < len(after) / 2


@pytest.mark.parametrize("kind", ["measures/added.yml", "reports/nine-month.yml"])
def test_a_file_more_makes_those_pages_anew_that_have_read_the_list(mueang_pan: Path, kind: str) -> None:
    memory = DataMemory(FileCache(None))
    before = remembered(mueang_pan, memory)
    folder = (mueang_pan / "data/2568" / kind).parent
    first = min(folder.glob("*.yml")).read_text(encoding="utf-8")
    (folder.parent / kind).write_text(first, encoding="utf-8")
    after = remembered(mueang_pan, memory)
    assert after == written(lookup_of(mueang_pan))
    assert f"2568/{kind.removesuffix('.yml')}/" in after.keys() - before.keys()
    kept = after.keys() - anew(before, after)
    assert {"2567/scores/", "2568/scores/"} <= kept
    (folder.parent / kind).unlink()
    assert remembered(mueang_pan, memory) == before


def test_what_was_kept_on_the_disk_is_taken_by_a_further_process(mueang_pan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    first = remembered(mueang_pan, DataMemory(FileCache(folder)))
    assert remembered(mueang_pan, DataMemory(FileCache(folder))) == first
    for each in folder.rglob("*"):
        if each.is_file():
            each.write_bytes(each.read_bytes()[:-1])
    assert remembered(mueang_pan, DataMemory(FileCache(folder))) == first


def test_a_file_more_or_less_and_the_day_of_a_commit_count(mueang_pan: Path) -> None:
    memory = DataMemory(FileCache(None))
    remembered(mueang_pan, memory)
    (mueang_pan / MEASURE).rename((mueang_pan / MEASURE).with_name("e-services.yml"))
    for report in (mueang_pan / "data/2568/reports").glob("*.yml"):
        text = report.read_text(encoding="utf-8")
        report.write_text(text.replace("measure: e-service\n", "measure: e-services\n"), encoding="utf-8")
    assert remembered(mueang_pan, memory) == written(lookup_of(mueang_pan))
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        git(mueang_pan, *command)
    assert remembered(mueang_pan, memory) == written(lookup_of(mueang_pan))


def test_another_address_of_the_website_counts(mueang_pan: Path) -> None:
    memory = DataMemory(FileCache(None))
    remembered(mueang_pan, memory)
    lookup = lookup_of(mueang_pan)
    other = Website("https://other.go.th/")
    memory.begin(lookup, other)
    assert pages.write(lookup, other, making=PageMaking(memory.pages)) == pages.write(lookup, other)


def test_a_page_that_offers_another_paper_is_made_anew(mueang_pan: Path) -> None:
    memory = DataMemory(FileCache(None))
    made = []
    lookup = lookup_of(mueang_pan)
    for offered in ("one", "one", "two"):
        memory.begin(lookup, WEBSITE)
        memory.pages.value("2568/plan/", lambda offered=offered: made.append(offered), offered)  # type: ignore[misc]
        memory.end()
    assert made == ["one", "two"]
