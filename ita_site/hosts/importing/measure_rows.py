"""Tables of measures as plans print them, a row for each measure, into files of measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Measure, Origin
from ita_site.ground import thai
from ita_site.hosts.importing.cell_lines import lines, numbered_head, owners, plain
from ita_site.hosts.importing.filling_in import shown
from ita_site.hosts.importing.heading_words import is_of_report, squeezed
from ita_site.hosts.importing.joined_rows import joined_rows
from ita_site.hosts.importing.likeness import likeness
from ita_site.hosts.importing.scored_names import scored
from ita_site.hosts.importing.typed_values import NotAValue, period, score
from ita_site.hosts.importing.understood_cells import ImportedFile, ImportKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_site.data.source import Value
    from ita_site.hosts.importing.joined_rows import JoinedRow
    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell
    from ita_site.hosts.importing.understood_cells import Ledger, Setting

_NAMED_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*(\d{1,2})\s*[:.]?\s*")
_PLAIN = ("analysis", "situation", "budget", "monitoring", "follow_up")
_OF_REPORT = "เป็นผลในรายงาน ให้นำเข้าอีกครั้งด้วย --as report"
_SEVERAL = "ช่องมาตรการมี {count} ข้อ จึงเป็น {count} มาตรการ ใช้ขั้นตอนและผู้รับผิดชอบเดียวกัน"
_NEARLY = "“{title}” นับเป็นมาตรการที่มีอยู่ใน {name}.yml ซึ่งชื่อต่างกันเล็กน้อย"
_TWICE = "ตารางมีมาตรการชื่อ “{title}” มากกว่าหนึ่งแถว แต่ละแถวเป็นหนึ่งไฟล์ ถ้าเป็นเรื่องเดียวกัน ให้รวมเอง"
NEAR = 0.85
"""From which likeness on two titles are taken for one, and told."""
_NO_TITLE = "แถวนี้ไม่มีชื่อมาตรการ"
_NO_INDICATOR = "ไม่รู้ว่าตอบตัวชี้วัดใด ให้เติม answers: ในไฟล์เอง"
_NAMED = "ไฟล์ {file} ตั้งชื่อตามลำดับ ก่อนเผยแพร่ควรเปลี่ยนเป็นคำที่บอกเรื่อง เช่น asset-lending.yml"
_NO_NUMBER = "ไม่ใช่ลำดับที่"
_NO_FIELD = "ไม่มีช่องในไฟล์มาตรการ"


def understand(tables: Sequence[CellTable], setting: Setting, ledger: Ledger) -> list[ImportedFile]:
    """Return a file for each measure that the tables give."""
    files: list[ImportedFile] = []
    names = _FileNames(setting)
    for _, row in joined_rows(tables, ImportKind.MEASURES, setting, ledger):
        made = _Measures(row, setting, ledger, len(files) + 1).values()
        first = ""
        for value in made:
            name = names.of(str(value["title"]), ledger)
            if first:
                del value["steps"]
                value["steps_of"] = first
            elif "steps" in value and len(made) > 1:
                first = name
            ordered = {key: value[key] for key in Measure.model_fields if key in value}
            files.append(ImportedFile(Measure, ("measures", f"{name}.yml"), ordered))
    named = [each.path[1] for each in files if each.path[1].startswith("measure-")]
    ledger.told += [_NAMED.format(file=", ".join(named))] if named else []
    return files


def title_key(title: str) -> str:
    """Return a title as titles of a plan and of a report are compared."""
    plain_title = _NAMED_INDICATOR.sub("", thai.arabic(title), count=1)
    return squeezed(numbered_head(" ".join(plain_title.split()))[1])


class _FileNames:
    """The names of files: those of the measures that are there, for the others numbers that are free."""

    def __init__(self, setting: Setting) -> None:
        year = setting.dataset.years.get(setting.wishes.year)
        measures = year.measures if year else {}
        self._known: dict[str, list[str]] = {}
        for name, each in measures.items():
            self._known.setdefault(squeezed(each.record.title), []).append(name)
        self._taken = {*measures}
        self._titles: set[str] = set()

    def of(self, title: str, ledger: Ledger) -> str:
        """Return the name for the next measure of a title; a plan may have two of one."""
        key = squeezed(title)
        if key in self._titles:
            ledger.told.append(_TWICE.format(title=title))
        self._titles.add(key)
        for known in (key, *(each for each in self._known if likeness(each, key) >= NEAR)):
            if self._known.get(known):
                name = self._known[known].pop(0)
                if known != key:
                    ledger.told.append(_NEARLY.format(title=title, name=name))
                return name
        number = 1
        while f"measure-{number}" in self._taken:
            number += 1
        self._taken.add(f"measure-{number}")
        return f"measure-{number}"


@dataclass
class _Titled:
    title: str
    number: str


class _Measures:
    """The measures of one row."""

    def __init__(self, row: JoinedRow, setting: Setting, ledger: Ledger, place: int) -> None:
        self._row = row
        self._setting = setting
        self._ledger = ledger
        self._file = f"มาตรการที่ {place}"
        self._value: dict[str, Value] = {}

    def values(self) -> list[dict[str, Value]]:
        """Return what the measures say, each with its own title; none where the row has no title."""
        titles = self._titles()
        if not titles:
            self._row.leave_out(_NO_TITLE, self._ledger)
            return []
        for meaning, cells in self._row.cells.items():
            if meaning != "title":
                self._column(meaning, cells)
        wishes = self._setting.wishes.values
        if "document" in wishes:
            self._value["document"] = wishes["document"]
        return [
            {"title": each.title, **({"number": each.number} if each.number else {}), **self._value} for each in titles
        ]

    def _titles(self) -> list[_Titled]:
        cells = self._row.cells.get("title", [])
        text = self._row.text("title")
        if not text:
            return []
        remark = ""
        typed = thai.arabic(text)
        if match := _NAMED_INDICATOR.match(typed):
            self._value |= {"answers": [match[1]], "matched_by": Origin.DOCUMENT.value}
            rest = " ".join(typed[match.end() :].split("\n"))
            number, title = numbered_head(rest)
            titles = [_Titled(title if number in {"", match[1]} else rest, "")]
        else:
            found, said = lines(text)
            numbered = bool(numbered_head(text)[0])
            if numbered and len(found) > 1:
                remark = " · ".join(filter(None, [_SEVERAL.format(count=len(found)), said]))
                titles = [_Titled(str(each["text"] if isinstance(each, dict) else each), "") for each in found]
            else:
                number, title = numbered_head(" ".join(text.split()))
                titles = [_Titled(title, number)]
        titles = [each for each in titles if each.title]
        for cell in cells:
            self._ledger.understood(cell, f"{self._file} › title", " / ".join(each.title for each in titles), remark)
        return titles

    def _column(self, meaning: str, cells: list[TableCell]) -> None:
        text = self._row.text(meaning)
        remark = ""
        try:
            value, remark = self._read(meaning, text)
        except NotAValue as error:
            for cell in cells:
                self._ledger.unclear(cell, str(error))
            return
        for cell in cells:
            if value is None:
                self._ledger.left_out(cell, remark)
            else:
                said = " · ".join(filter(None, [self._row.remark(cell), remark]))
                self._ledger.understood(cell, f"{self._file} › {meaning}", shown(value), said)

    def _read(self, meaning: str, text: str) -> tuple[Value, str]:
        """Return the value of a column, and what was done to find it; None where it goes nowhere, and why.

        Raises:
            NotAValue: the text is no value of that column.

        """
        if is_of_report(meaning):
            return None, _OF_REPORT
        if meaning == "answers":
            return self._answers(text)
        if meaning == "target" and "targets" in self._row.cells:
            return text, ""
        agency = self._setting.dataset.agency
        readers: dict[str, Callable[[], tuple[Value, str]]] = {
            "steps": lambda: lines(text),
            "owners": lambda: (owners(text, agency.record.divisions if agency else ()), ""),
            "score": lambda: (score(text), ""),
            "period": lambda: period(text, self._setting.wishes.year),
            "targets": lambda: (_targets(text, self._row.text("target")), ""),
            "number": lambda: (_count(text), ""),
            **dict.fromkeys(_PLAIN, lambda: (plain(text), "")),
        }
        if meaning not in readers:
            return None, _NO_FIELD
        self._value[meaning], remark = readers[meaning]()
        return self._value[meaning], remark

    def _answers(self, text: str) -> tuple[Value, str]:
        found = [scored(each, "", self._setting.framework) for each in text.split("\n")]
        known = list(dict.fromkeys(each.of for each in found if each.of))
        if not known:
            joined = scored(" ".join(text.split()), "", self._setting.framework)
            known = [joined.of] if joined.of else []
        if not known:
            raise NotAValue(_NO_INDICATOR)
        self._value |= {"answers": list(known), "matched_by": Origin.DOCUMENT.value}
        return list(known), ""


def _count(text: str) -> str:
    number = numbered_head(text)[0] or thai.arabic(text).strip(" .")
    if not number.isdecimal():
        raise NotAValue(_NO_NUMBER)
    return number


def _targets(names: str, targets: str) -> list[Value]:
    found, wanted = lines(names)[0], lines(targets)[0] if targets else []
    texts = [str(each["text"] if isinstance(each, dict) else each) for each in found]
    if len(wanted) == len(texts):
        ends = [str(each["text"] if isinstance(each, dict) else each) for each in wanted]
        return [{"name": name, "target": end} for name, end in zip(texts, ends, strict=True)]
    rest: dict[str, Value] = {"target": " ".join(targets.split())} if targets else {}
    return [{"name": " ".join(texts), **rest}] if rest else [{"name": each} for each in texts]
