"""A correction is never silent: whatever mark of an editor a page of a document shows, its paper tells as a note."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ita_site.publishing import site
from ita_site.publishing.documents.contents import papers as made
from ita_site.publishing.documents.paper import PaperKind
from tests.helpers import filling, lookups, papers, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FILES = ("analysis.yml", "plan.yml", "reports/annual.yml", "measures/lending.yml", "result.yml")
_YEAR = filling.YEARS[-1]
_WHY = re.compile(r"เหตุที่ [\w./]+ [\w.]+", re.ASCII)


def paths(value: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - whatever the file holds
    """Yield the path of every value of a file, as `edits:` write it: places in lists count from one."""
    parts = value.items() if isinstance(value, dict) else enumerate(value, 1) if isinstance(value, list) else ()
    for key, each in parts:
        if path or key not in {"edits", "agency", "notes"}:
            yield f"{path}{key}"
            yield from paths(each, f"{path}{key}.")


@pytest.fixture(scope="module")
def edited(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Make a project where an editor did something to every value of the documents of a year."""

    def fill(folder: Path) -> None:
        filling.write(folder, filling.WORDS[0])
        for name in _FILES:
            file = folder / "data" / str(_YEAR) / name
            record = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts
            record["edits"] = [
                {"at": each, "change": "เพิ่ม", "why": f"เหตุที่ {name} {each} เพิ่ม"} for each in paths(record)
            ]
            file.write_text(sites.to_yaml(record).lstrip("\n"), encoding="utf-8")

    return once("papers-of-every-mark", fill) / "data"


def test_every_mark_of_a_page_is_a_note_of_its_paper(edited: Path) -> None:
    found = made(lookups.of_data(edited), papers.WEBSITE, papers.NO_HISTORY)
    written = {each.address: each for each in found if each.kind is not PaperKind.YEARBOOK}
    counted = 0
    lost = {}
    for page in site.build(edited).pages:
        if (paper := written.get(page.address)) is not None:
            shown = set(_WHY.findall(unescape(page.body.fill(page.body.markdown))))
            told = set(_WHY.findall("\n".join(papers.texts(paper))))
            counted += len(shown)
            if shown - told:
                lost[page.address] = sorted(shown - told)
    assert counted > 800
    assert lost == {}
