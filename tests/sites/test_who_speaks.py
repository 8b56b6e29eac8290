"""A site speaks as its office: it names no other, and does not tell what the makers of the tool know or doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from tests import rules
from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAMES = {
    agency: str(yaml.safe_load((data / "agency.yml").read_text(encoding="utf-8"))["name"])
    for agency, data in sites.AGENCIES.items()
}
KIND = re.compile("^(?:เทศบาลตำบล|องค์การบริหารส่วนตำบล)")
MAKERS = ("โค้ดสาธารณะ", "ยังไม่ได้อ่าน", "แหล่งเดียว", "แห่งเดียว", "อนุมาน", "คาดว่า", "ยกมาจาก", "คู่มือฉบับ")
"""Words of the notes on what is known of the rules."""
CONTENT = sorted((ROOT / "content").rglob("*.md"))


def texts(site: Path) -> dict[str, str]:
    """Return all that a site says, by file, but for the data it gives away."""
    said = [sites.index(site), *(path for path in site.rglob("*") if path.suffix in {".html", ".xml"})]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in said}


def short(name: str) -> str:
    """Return the name without its kind, where it is long enough not to be a part of other words."""
    bare = KIND.sub("", name)
    return bare if len(bare) > 3 else name


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_page_names_another_office(agency: str, site_of: Callable[[str], Path]) -> None:
    others = [short(name) for each, name in NAMES.items() if each != agency]
    assert len(set(others)) == 4
    pages = texts(site_of(agency))
    assert any(short(NAMES[agency]) in text for text in pages.values())
    assert [(page, name) for page, text in pages.items() for name in others if name in text] == []


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_no_page_tells_what_the_makers_know_or_doubt(agency: str, site_of: Callable[[str], Path]) -> None:
    pages = texts(site_of(agency))
    assert [(page, word) for page, text in pages.items() for word in MAKERS if word in text] == []


@pytest.mark.parametrize("path", CONTENT, ids=[path.parent.name for path in CONTENT])
def test_a_default_page_speaks_for_any_office(path: Path) -> None:
    text = re.sub(r"\{ ?#[\w-]+ ?\}", "", path.read_text(encoding="utf-8"))
    assert re.findall(r"25\d\d", text) == []
    assert [name for name in map(short, NAMES.values()) if name in text] == []
    assert "เรา" not in text


def test_what_the_makers_know_is_written_beside_the_frameworks() -> None:
    assert rules.PAGE.read_text(encoding="utf-8") == rules.page(), "python -m tests.rules --write"
    assert "หมายเลข" not in rules.page()
