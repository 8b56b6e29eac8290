"""Evidence that was found out of reach shows nothing; what a program cannot tell takes nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.data.load import load
from ita_site.data.model import LinkState
from ita_site.ground.website import Website
from ita_site.judging.oit_answers import ItemStatus, item_answers
from ita_site.publishing.data_check import check
from ita_site.saying.view.lookup import Lookup
from ita_site.saying.view.oit_form import form_rows
from ita_site.saying.view.oit_item import oit_item

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.data.load import Dataset
    from ita_site.judging.oit_answers import ItemAnswer

AGENCY = "name: เทศบาลตำบลสมมุติ\nkind: เทศบาลตำบล\ndistrict: สมมุติ\nprovince: ลำปาง\ndivisions: [สำนักปลัด]\n"
URL = "https://www.sommut.go.th/"


def entry(*elements: str, reply: str = "") -> str:
    """Return the item O1 with links a, b, c ..., each showing some of its four elements."""
    links = "".join(
        f"      - title: หลักฐาน {name}\n        url: {URL}{name}\n" + (f"        elements: [{each}]\n" if each else "")
        for name, each in zip("abc", elements, strict=False)
    )
    return f"items:\n  - item: O1\n{reply}    evidence:\n{links}"


def seen(**states: LinkState) -> str:
    return "links:\n" + "".join(
        f"  - url: {URL}{name}\n    seen: 2568-11-02\n    state: {state}\n" for name, state in states.items()
    )


def dataset_of(folder: Path, disclosure: str, lock: str) -> Dataset:
    files = {"agency.yml": AGENCY, "2568/disclosure.yml": disclosure, "2568/links.lock.yml": lock}
    for name, text in files.items():
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    dataset = load(folder / "data")
    assert not dataset.problems, [each.message for each in dataset.problems]
    return dataset


def answer(dataset: Dataset) -> ItemAnswer:
    return item_answers(dataset, dataset.years[2568], dataset.frameworks[2568])[0]


GONE, OPENS = LinkState.NOT_FOUND, LinkState.OPENS
STATUSES = [
    (entry("1, 2, 3, 4"), seen(a=GONE), ItemStatus.UNREACHABLE),
    (entry(""), seen(a=GONE), ItemStatus.UNREACHABLE),
    (entry("1, 2, 3, 4"), seen(a=OPENS), ItemStatus.COMPLETE),
    (entry("1, 2, 3, 4"), "links: []\n", ItemStatus.COMPLETE),
    (entry("1, 2, 3, 4"), seen(c=GONE), ItemStatus.COMPLETE),
    (entry("1, 2", "3, 4"), seen(a=OPENS, b=GONE), ItemStatus.UNREACHABLE),
    (entry("1, 2, 3, 4", "3"), seen(a=OPENS, b=GONE), ItemStatus.COMPLETE),
    (entry("", ""), seen(a=OPENS, b=GONE), ItemStatus.UNREACHABLE),
    (entry("1", "2"), seen(a=OPENS, b=OPENS), ItemStatus.LACKING),
    (entry("1", reply="    reply: รอปรับจากปีก่อน\n"), seen(a=GONE), ItemStatus.TO_RENEW),
]


@pytest.mark.parametrize(("disclosure", "lock", "status"), STATUSES)
def test_an_item_is_out_of_reach_unless_the_rest_shows_everything(
    tmp_path: Path, disclosure: str, lock: str, status: ItemStatus
) -> None:
    assert answer(dataset_of(tmp_path, disclosure, lock)).status is status


DOUBTFUL = {
    LinkState.SOFT_NOT_FOUND,
    LinkState.REFUSED,
    LinkState.BUSY,
    LinkState.NOT_ASKED,
    LinkState.CERTIFICATE_UNTRUSTED,
}
STANDING = {LinkState.OPENS, LinkState.TOO_LARGE, *DOUBTFUL}


@pytest.mark.parametrize("state", LinkState)
def test_only_what_nobody_can_open_takes_points_away(tmp_path: Path, state: LinkState) -> None:
    found = answer(dataset_of(tmp_path, entry("1, 2, 3, 4"), seen(a=state))).status
    assert found is (ItemStatus.COMPLETE if state in STANDING else ItemStatus.UNREACHABLE)


@pytest.mark.parametrize("state", LinkState)
def test_an_editor_is_told_of_every_link_that_does_not_open(tmp_path: Path, state: LinkState) -> None:
    dataset_of(tmp_path, entry("1, 2, 3, 4"), seen(a=state))
    told = [each for each in check(tmp_path / "data").problems if each.code.endswith("-link") or "login" in each.code]
    if state in {LinkState.OPENS, LinkState.TOO_LARGE}:
        assert told == []
    else:
        assert [(each.position.path, each.position.line) for each in told] == [("data/2568/disclosure.yml", 5)]
        assert state in told[0].message


def test_the_page_of_an_item_says_when_each_link_was_last_seen(tmp_path: Path) -> None:
    dataset_of(tmp_path, entry("1, 2", "3", "4"), seen(a=OPENS, b=GONE))
    checked = check(tmp_path / "data")
    lookup = Lookup(checked.dataset, checked.scores)
    framework = lookup.framework(2568)
    assert framework is not None
    view = oit_item(lookup, lookup.years[2568], framework, lookup.oit_answers(2568)[0], (None, None))
    assert [(each.seen, each.is_lost) for each in view.evidence] == [
        ("ตรวจเมื่อ 2 พฤศจิกายน 2568: เปิดได้", False),
        ("ตรวจเมื่อ 2 พฤศจิกายน 2568: ไม่พบหน้านี้", True),
        ("", False),
    ]
    assert [[by.number for by in each.evidence] for each in view.elements] == [[1], [1], [], [3]]


def test_an_item_out_of_reach_is_not_ready_to_be_filed(tmp_path: Path) -> None:
    dataset = dataset_of(tmp_path, entry("1, 2, 3, 4"), seen(a=GONE))
    row = form_rows(dataset, 2568, Website("https://ita.sommut.go.th/"))[0]
    assert (row.status, row.is_ready) == (ItemStatus.UNREACHABLE, False)


def test_addresses_of_the_agency_are_told_by_the_latest_year_that_knows_any(tmp_path: Path) -> None:
    dataset_of(tmp_path, entry("1, 2, 3, 4"), seen(home=GONE))
    agency = tmp_path / "data/agency.yml"
    agency.write_text(f"{AGENCY}website: {URL}home\n", encoding="utf-8")
    told = [each.position.path for each in check(tmp_path / "data").problems if each.code == "dead-link"]
    assert told == ["data/agency.yml"]
    later = tmp_path / "data/2569/links.lock.yml"
    later.parent.mkdir()
    later.write_text(seen(home=OPENS), encoding="utf-8")
    assert not [each for each in check(tmp_path / "data").problems if each.code == "dead-link"]
