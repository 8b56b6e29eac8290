"""A new year's OIT list from last year's, for every year there is a framework of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from ita_site.data.load import packaged_framework
from ita_site.data.model import ItemChange
from ita_site.ground.problems import Severity
from ita_site.hosts.cli import main
from ita_site.judging.oit_answers import ItemStatus, item_answers
from ita_site.publishing.data_check import check
from tests.rules import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_site.data.model import Framework

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\ndivisions: [สำนักปลัด]\n"
YEARS = range(2563, 2570)


def framework(year: int) -> Framework:
    found = packaged_framework(year)
    assert found is not None
    return found


def codes(year: int) -> list[str]:
    return [each.id for each in framework(year).items if each.id.startswith("O")]


def answered(year: int) -> str:
    """Return a list of a year whose every item with a name is answered."""
    evidence = "[{{title: ข้อ {0}, url: 'https://www.sommut.go.th/{0}'}}]"
    entry = f"  - item: {{0}}\n    owner: สำนักปลัด\n    reply: มี\n    evidence: {evidence}\n"
    return "items:\n" + "".join(entry.format(code) for code in codes(year))


def carried(root: Path, year: int) -> tuple[dict[str, list[str]], str, str]:
    """Return the evidence of each item of the list made for a year, the file, and what the command said."""
    told = CliRunner().invoke(main, ["new-oit", str(year), "--data", str(root / "data")])
    assert told.exit_code == 0, told.output
    text = (root / f"data/{year}/disclosure.yml").read_text(encoding="utf-8")
    read = yaml.safe_load(text)["items"]
    return {each["item"]: [one["title"] for one in each.get("evidence", [])] for each in read}, text, told.output


@pytest.mark.parametrize("year", YEARS)
def test_what_continues_is_still_to_be_renewed_and_nothing_counts_as_done(
    project: Callable[[Mapping[str, str | bytes]], Path], year: int
) -> None:
    root = project({"data/agency.yml": AGENCY, f"data/{year - 1}/disclosure.yml": answered(year - 1)})
    items, text, said = carried(root, year)

    assert list(items) == codes(year)
    crosswalk = framework(year).crosswalk
    assert crosswalk is not None
    for entry in crosswalk.entries:
        if entry.id in items:
            assert items[entry.id] == [f"ข้อ {each}" for each in entry.was if each in codes(year - 1)]
            assert bool(items[entry.id]) is (entry.change is not ItemChange.NEW)
    placed = {title.removeprefix("ข้อ ") for titles in items.values() for title in titles}
    rest = set(codes(year - 1)) - placed
    for code in rest:
        (line,) = [each for each in said.splitlines() if "ข้อนี้" in each and re.search(rf"\b{code} ", each)]
        assert ("แล้ว: " in line) is (code in crosswalk.dropped)
        assert f"# {line}\n" in text
    unnamed = {f"O{each}" for each in range(1, (framework(year).item_count or 0) + 1)} - set(items)
    assert ("ยังไม่รู้ชื่อข้อ" in said) is bool(unnamed)

    checked = check(root / "data")
    told = [each for each in checked.problems if each.position.path.endswith(f"{year}/disclosure.yml")]
    assert {each.severity for each in told} <= {Severity.NOTICE}
    answers = item_answers(checked.dataset, checked.dataset.years[year], checked.dataset.frameworks[year])
    statuses = {each.item.id: each.status for each in answers}
    assert statuses == {
        code: ItemStatus.TO_RENEW if titles else ItemStatus.UNANSWERED for code, titles in items.items()
    }


def test_an_item_that_the_office_named_is_carried_by_its_title_whatever_its_year(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    """The framework of 2567 names four of its 35 items, so that no crosswalk can say where the others went."""
    typed = """items:
  - item: O13
    title: รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี พ.ศ. ๒๕๖๖
    evidence: [{title: รายงาน, url: 'https://www.sommut.go.th/report'}]
  - item: O30
    title: "ข้อที่ไม่มีใครสานต่อ\\n- item: O1"
    evidence: [{title: อื่น, url: 'https://www.sommut.go.th/other'}]
agency: เทศบาลตำบลสมมุติ
"""
    root = project({"data/agency.yml": AGENCY, "data/2567/disclosure.yml": typed})
    items, text, said = carried(root, 2568)
    assert {code: titles for code, titles in items.items() if titles} == {"O13": ["รายงาน"]}
    assert "O30 ข้อที่ไม่มีใครสานต่อ - item: O1" in said
    assert text.count("\n  - item: O1\n") == 1
    assert yaml.safe_load(text)["agency"] == "เทศบาลตำบลสมมุติ"


def test_a_framework_that_the_office_has_mended_counts(
    project: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    root = project({"data/agency.yml": AGENCY})
    packaged = (FOLDER / "2569.yml").read_text(encoding="utf-8")
    own = packaged.replace("- id: O25\n    title: ", "- id: O25\n    title: ตามคู่มือของเรา ", 1)
    (root / "data/frameworks").mkdir()
    (root / "data/frameworks/2569.yml").write_text(own, encoding="utf-8")
    (root / "data/2568").mkdir()
    (root / "data/2568/disclosure.yml").write_text("items: []\n", encoding="utf-8")
    _, text, _ = carried(root, 2569)
    assert "# ตามคู่มือของเรา " in text
