"""The page that editors fill in the form from: no search finds it, and one click takes each text whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import sites

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PAGE = "2568/disclosure/form/"
FILES = {
    "mkdocs.yml": "site_name: ก\nsite_url: https://www.sommut.go.th/ita/\ndocs_dir: data\nplugins: [ita-site]\n",
    "data/agency.yml": """name: เทศบาลตำบลสมมุติ
kind: เทศบาลตำบล
district: สมมุติ
province: ลำปาง
digits: ไทย
divisions: [กองคลัง]
""",
    "data/2568/disclosure.yml": """closes: 30 เม.ย. 2568
items:
  - item: O5
    owner: กองคลัง
    due: 1 มี.ค. 2568
    published: 2 มี.ค. 2568
  - item: O4
    evidence:
      - title: <b>ข่าว</b> 2568
        url: https://www.sommut.go.th/news/2568
        way: [ข่าว, ประชาสัมพันธ์]
  - item: O20
    reply: ไม่มี
    why: ไม่มีข้อมูลนี้
""",
}


@pytest.fixture
def built(project: Callable[[Mapping[str, str | bytes]], Path]) -> Path:
    """Build a site whose list is answered in part, with Thai digits."""
    root = project(FILES)
    return sites.build(root, root / "site")


def test_editors_copy_full_addresses_from_a_page_that_no_search_finds(built: Path) -> None:
    page = sites.read(built, PAGE)
    copied = [each.text for each in page.all("code") if "ita-copy" in each.attributes.get("class", "")]
    assert copied[:2] == ["https://www.sommut.go.th/ita/2568/disclosure/o4/", "https://www.sommut.go.th/news/2568"]
    (explained,) = [each.text for each in page.all("div") if each.attributes.get("class") == "ita-copy"][:1]
    assert "หน้าแรก › ข่าว › ประชาสัมพันธ์ › <b>ข่าว</b> ๒๕๖๘" in explained
    style = sites.asset(built, "css/theme.css").read_text(encoding="utf-8")
    assert "user-select:all" in style
    assert not [each for each in page.all("script") if each.text and each.attributes.get("type") is None]

    for file in (built / "sitemap.xml", sites.index(built)):
        assert "disclosure/o4/" in file.read_text(encoding="utf-8")
        assert "disclosure/form/" not in file.read_text(encoding="utf-8")
    hidden = {
        address
        for address in sites.addresses(built)
        for each in sites.read(built, address).all("meta")
        if each.attributes.get("name") == "robots"
    }
    assert hidden == {PAGE, "2568/proof/"}
    assert sites.links(sites.read(built, "2568/disclosure/"), "form/")


def test_the_page_of_the_list_tells_each_division_what_it_owes_by_the_newest_day_of_the_data(built: Path) -> None:
    owed = sites.section(sites.article(built, "2568/disclosure/"), "owed").text
    assert "กรอกแบบ OIT ปี ๒๕๖๘ ได้ถึง ๓๐ เมษายน ๒๕๖๘ นับถึง ๒ มีนาคม ๒๕๖๘" in owed
    assert "กองคลัง ๑ ข้อ" in owed
    assert "ยังไม่ระบุ ภายใน ๑ มี.ค. ๒๕๖๘ เลยกำหนดแล้ว : O5" in " ".join(owed.split())
    assert owed.count("เลยกำหนดแล้ว") == 1
    status = sites.section(sites.article(built, "2568/status/"), "disclosure")
    assert "เปิดเผยครบ ๐ จาก ๒๘ ข้อ" in status.text
    assert "ได้ถึง ๓๐ เมษายน ๒๕๖๘ ที่ยังต้องตอบ กองคลัง ๑ ข้อ, ยังไม่ได้ระบุเจ้าของข้อมูล ๒๕ ข้อ" in " ".join(status.text.split())
    assert sites.links(status, "#owed")
    for address in ("", "2568/"):
        assert "เปิดเผยครบ ๐ จาก ๒๘ ข้อ" in sites.article(built, address).text
