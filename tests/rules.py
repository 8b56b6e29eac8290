"""What is known of the rules of the assessment, how sure it is and from where: the page beside the frameworks.

python -m tests.rules --write    # writes it anew from the frameworks
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from ita_site.data.load import packaged_framework
from ita_site.data.model import MeasureItem, Provenance, Record
from ita_site.saying import words
from tests.helpers import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.model import Framework

FOLDER = ROOT / "ita_site" / "data" / "frameworks"
PAGE = FOLDER / "README.md"
_HEAD = """# เกณฑ์การประเมิน: รู้อะไร แน่ใจเพียงใด และมาจากไหน

หน้านี้เป็นงานค้นคว้าของผู้ทำเครื่องมือ สร้างจากไฟล์เกณฑ์ในโฟลเดอร์นี้ด้วย `python -m tests.rules --write` จึงไม่แก้ที่หน้านี้
หน้าเว็บของหน่วยงานไม่พิมพ์เรื่องเหล่านี้ บอกเพียงคำเดียวว่า “ยืนยันแล้ว” หรือ “ยังไม่ยืนยัน”

| ในไฟล์เกณฑ์ | หมายความว่า | หน้าเว็บของหน่วยงาน |
|---|---|---|
| ยืนยันด้วยเอกสาร | อ่านพบโดยตรงในเอกสาร | ยืนยันแล้ว |
| คำนวณแล้วตรงกัน | คำนวณด้วยวิธีนี้แล้วได้เท่าตัวเลขที่ประกาศ | ยืนยันแล้ว |
| ยังไม่ยืนยัน | แหล่งไม่พอ แหล่งขัดกัน หรือคาดจากปีอื่น | ยังไม่ยืนยัน |

คู่มือการประเมินของสำนักงาน ป.ป.ช. ยังไม่มีฉบับใดอ่านได้ครบ เรื่องที่ไม่พบเว้นไว้ ไม่เดา
"""


def page() -> str:
    """Return the page, as Markdown."""
    years = sorted(int(path.stem) for path in FOLDER.glob("*.yml"))
    frameworks = [framework for year in years if (framework := packaged_framework(year)) is not None]
    return "\n".join([_HEAD, *(line for each in frameworks for line in _year(each))])


def _year(framework: Framework) -> Iterator[str]:
    yield f"## ปี {framework.year}\n"
    facts: dict[Provenance, list[str]] = defaultdict(list)
    for what, provenance in _facts(framework, ()):
        facts[provenance].append(what)
    for provenance, about in facts.items():
        note = f": {provenance.note}" if provenance.note else ""
        sources = f" (แหล่ง: {'; '.join(provenance.sources)})" if provenance.sources else ""
        yield f"- {', '.join(about)} — **{words.certainty(provenance)}**{note}{sources}"
    if framework.levels and framework.levels.minimum_rules:
        yield "\nเงื่อนไขขั้นต่ำของระดับที่เป็นไปได้\n"
        yield from (f"- {each.text}" for each in framework.levels.minimum_rules)
        yield f"\n{framework.levels.minimum_rules_note}" if framework.levels.minimum_rules_note else ""
    if framework.notes:
        yield "\nหมายเหตุ\n"
        yield from (f"- {note}" for note in framework.notes)
    yield ""


def _facts(record: Record, above: tuple[str, ...]) -> Iterator[tuple[str, Provenance]]:
    """Yield each provenance below a record, with the titles and names of what it is about."""
    name = record.item if isinstance(record, MeasureItem) else getattr(record, "id", None)
    here = (*above, name) if name else above
    for key, field in type(record).model_fields.items():
        value = getattr(record, key)
        if isinstance(value, Provenance):
            what = () if key == "provenance" else (str(field.title).removeprefix("ที่มาของ"),)
            yield " ".join((*here, *what)) or "รายการทั้งหมด", value
        elif isinstance(value, Record):
            yield from _facts(value, (*here, str(field.title)))
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, Record):
                    yield from _facts(each, (*here, str(field.title)))


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    main()
