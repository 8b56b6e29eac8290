"""A new year's `disclosure.yml` from last year's: what continues keeps its evidence, to be renewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from ita_site.data.model import Disclosure, Reply
from ita_site.data.schemas import first_line
from ita_site.judging.oit_answers import asked_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset
    from ita_site.data.model import DisclosedItem, Evidence, Framework, Item

_CARRIED = frozenset({Reply.YES, Reply.TO_RENEW, None})
"""Replies whose evidence may serve again; that there is none, or that an item is not asked, is said anew each year."""


def next_list(dataset: Dataset, framework: Framework, schemas: str) -> str:
    """Return the YAML of a year's list, with a line for each item that the framework names.

    An item that continues one of the year before by the crosswalk has its owner and its evidence, marked as still to
    be renewed; its elements are not taken along, since they may be others now.

    Args:
        dataset: the data, with the year before.
        framework: that of the new year.
        schemas: the way from the file to the folder of the JSON Schemas.

    """
    before = dataset.years.get(framework.year - 1)
    answered = before.disclosure.record if before and before.disclosure else None
    asked = _Asked(dataset.frameworks.get(framework.year - 1), framework.year - 1)
    items = [each for each in framework.items if each.id.startswith("O")]
    head = f"{first_line(Disclosure, schemas)}\n# {_HEAD.format(year=framework.year)}\n"
    return head + "items:\n" + "".join(_item(framework, each, answered, asked) for each in items)


_HEAD = "ข้อมูลที่ต้องเปิดเผย (OIT) ปีงบประมาณ พ.ศ. {year}: ข้อที่ปรับเป็นของปีนี้แล้ว ให้ลบบรรทัด reply: ข้ออื่นให้เติม reply: และ evidence:"


_FILE = "ปีก่อนแนบไฟล์ {file}: วางไฟล์ของปีนี้ใน files/ แล้วเติมที่ evidence:"


def _item(framework: Framework, item: Item, answered: Disclosure | None, asked: _Asked) -> str:
    entry: dict[str, Any] = {"item": item.id}
    files: list[str] = []
    for old in _continued(framework, item.id, answered):
        if old.owner:
            entry.setdefault("owner", old.owner)
        if old.reply not in _CARRIED:
            continue
        files += [f"{each.title} ({each.file})" for each in old.evidence if each.file is not None]
        links = [_link(each, asked.year(old.item)) for each in old.evidence if each.url is not None]
        if links:
            entry["reply"] = Reply.TO_RENEW.value
            entry.setdefault("evidence", []).extend(links)
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)
    comments = [item.title, *(_FILE.format(file=each) for each in files)]
    return "".join(f"  # {each}\n" for each in comments) + "".join(f"  {line}\n" for line in text.splitlines())


class _Asked:
    """What the items of last year's list were about: a report may be that of the year before the list."""

    def __init__(self, framework: Framework | None, of_list: int) -> None:
        self._framework = framework
        self._of_list = of_list

    def year(self, code: str) -> int:
        """Return the latest fiscal year, B.E., that an item asked about."""
        item = self._framework.item(code) if self._framework else None
        return max(asked_years(item, self._of_list)) if item else self._of_list


def _continued(framework: Framework, item: str, answered: Disclosure | None) -> Iterator[DisclosedItem]:
    crosswalk = framework.crosswalk_from(framework.year - 1)
    if answered is None or crosswalk is None:
        return
    for entry in crosswalk.entries:
        if entry.id == item:
            yield from (found for each in entry.was if (found := answered.of(each)) is not None)


def _link(evidence: Evidence, year: int) -> dict[str, Any]:
    carried: dict[str, Any] = {"title": evidence.title, "url": evidence.url}
    if evidence.description is not None:
        carried["description"] = evidence.description
    if evidence.way:
        carried["way"] = list(evidence.way)
    # Typed as a number, as an editor would.
    return {**carried, "about_year": evidence.about_year or year}
