"""A municipality's project from nothing: settings, who publishes, a first year, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data import edit, schemas
from ita_site.data.model import Agency
from ita_site.hosts.new_files.forms import result_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.model import Framework
    from ita_site.data.source import Value

SCHEMAS = ".schemas"
"""The folder of the schemas, beside the data."""
_DATA = "data"
_AGENCY = "ข้อมูลหน่วยงาน: ช่องอื่นที่พิมพ์ได้ เช่น channels: (ช่องทางติดต่อ) อยู่ใน {guide}"
_SETTINGS = """\
# ตั้งค่าเว็บไซต์ ชื่อหน่วยงาน สี และตรา อยู่ใน data/agency.yml
site_name: ความโปร่งใส
{address}
docs_dir: data # ถ้ามีหน้าที่เขียนเอง ให้สร้างโฟลเดอร์ content แล้วพิมพ์ docs_dir: content
plugins:
  - ita-site
"""
_ADDRESS = "site_url: {url}"
_NO_ADDRESS = "# เมื่อทราบที่อยู่ที่จะเผยแพร่ ให้ลบ # หน้า site_url: แล้วพิมพ์ที่อยู่จริง\n# site_url: https://ita.example/"
_IGNORED = "/site/\n/papers/\n/open-data/\n.venv/\n"
_README = """\
# เว็บไซต์ความโปร่งใส (ITA)

1. เติมช่องทางติดต่อที่ `data/agency.yml`
2. เมื่อประกาศผลแล้ว พิมพ์ตัวเลขตามประกาศใน `data/{year}/result.yml`
3. เพิ่มมาตรการ: `ita-site new-measure {year} asset-lending --title "ชื่อมาตรการ"` แล้วเติมไฟล์ที่ได้
4. ตอบแบบตรวจ OIT: `ita-site new-oit {year}`
5. เพิ่มรายงาน: `ita-site new-report {year} six-month` (ทั้งปี: `annual`)
6. ดูว่าปีนี้ขาดอะไร ใครต้องทำ: `ita-site status`
7. ตรวจ แก้จนไม่เหลือ “ต้องแก้”: `ita-site check`
8. ดูหน้าเว็บระหว่างแก้: `mkdocs serve` สร้างเว็บไซต์ลงโฟลเดอร์ `site`: `ita-site build`
9. ปีต่อไป: `ita-site new-year {following} --carry`

ทุกช่องที่พิมพ์ได้: `{guide}`
"""


def project_files(
    agency: Mapping[str, Value], url: str | None, year: int, framework: Framework | None
) -> dict[str, bytes]:
    """Return the files of a new project, by their paths in it.

    Args:
        agency: what is known of who publishes, by the keys of `agency.yml`.
        url: the address at which the site will stand, if it is known.
        year: the first fiscal year, B.E.
        framework: that of the year, if there is one.

    Raises:
        CannotEditError: a text has a character that may not be published.

    """
    guide = f"{SCHEMAS}/{schemas.GUIDE}"
    address = _ADDRESS.format(url=url) if url else _NO_ADDRESS
    texts = {
        "mkdocs.yml": _SETTINGS.format(address=address),
        ".gitignore": _IGNORED,
        "README.md": _README.format(year=year, following=year + 1, guide=guide),
        **{f"{SCHEMAS}/{name}": text for name, text in schemas.files().items()},
    }
    return {
        f"{_DATA}/agency.yml": edit.new_file(Agency, agency, _AGENCY.format(guide=guide), f"../{SCHEMAS}"),
        f"{_DATA}/{year}/result.yml": result_form(year, framework, f"../../{SCHEMAS}"),
        **{name: text.encode() for name, text in texts.items()},
    }
