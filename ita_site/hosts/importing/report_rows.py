"""Tables of reports, a row for each measure, into a report on the measures that the year already has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.data import edit
from ita_site.data.edit import CannotEditError
from ita_site.data.model import Origin, Progress, Report, Status
from ita_site.ground import thai
from ita_site.hosts.importing.cell_lines import lines, owners, plain
from ita_site.hosts.importing.filling_in import shown
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.joined_rows import joined_rows
from ita_site.hosts.importing.likeness import likeness
from ita_site.hosts.importing.measure_rows import NEAR, title_key
from ita_site.hosts.importing.typed_values import NotAValue, percent, period
from ita_site.hosts.importing.understood_cells import ImportedFile, ImportKind
from ita_site.hosts.new_files.forms import ReportRound, report_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_site.data.source import Value
    from ita_site.hosts.importing.headings import HeadedTable
    from ita_site.hosts.importing.joined_rows import JoinedRow
    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell
    from ita_site.hosts.importing.understood_cells import Ledger, Setting

_LINES = ("output", "method", "proposals", "follow_up", "suggestions", "findings", "actions")
_OF_PLAN = "เป็นของแผน ไม่ใช่ของรายงาน ถ้ายังไม่มีในมาตรการ ให้นำเข้าด้วย --as measures"
_NO_MEASURE = "ปี {year} ไม่มีมาตรการชื่อนี้ ให้นำเข้ามาตรการก่อน (--as measures) หรือพิมพ์ --set measure.{place}=ชื่อไฟล์ของมาตรการ"
_NEARLY = "ชื่อต่างจากในแผนเล็กน้อย: “{title}”"
_BY_HAND = "ตาม --set"
_ACTIONS = "ข้อความหลังชื่อมาตรการ เก็บเป็นมาตรการย่อย"
_STATUS = "สถานะที่รู้จักคือ {known}"
_TICKED = "มีเครื่องหมายในคอลัมน์นี้"
_TICKS = frozenset("✓✔√/☑")
_NO_TICK = "ไม่รู้ว่าเป็นเครื่องหมายถูกหรือไม่ ให้ใช้ ✓ หรือเติม status: ในไฟล์เอง"
_BOTH = "มีเครื่องหมายทั้งดำเนินการแล้วและยังไม่ดำเนินการ ให้เติม status: ในไฟล์เอง"
_NAME = "รายงานรอบใด ให้พิมพ์ --report six-month (6 เดือนแรก) หรือ --report annual (ทั้งปี)"
_TWICE = "มาตรการนี้มีสองแถวในตาราง แถวหลังไม่นำเข้า"
_TITLE = "ชื่อรายงานและช่วงเวลายังเป็นของแบบ ให้แก้ title: และ period: ให้ตรงกับเอกสาร หรือพิมพ์ --set title=… --set period=…"
_FIRST_OF_SEVERAL = re.compile(r"\s(?=1[.)]\s*\S)")


def understand(tables: Sequence[CellTable], setting: Setting, ledger: Ledger) -> list[ImportedFile]:
    """Return the report that tables give."""
    entries: dict[str, dict[str, Value]] = {}
    titles: list[Value] = []
    for place, (table, row) in enumerate(joined_rows(tables, ImportKind.REPORT, setting, ledger), start=1):
        titles = titles or _columns(table)
        read = _ReportedRow(row, setting, ledger, place)
        measure = read.measure()
        if measure in entries:
            row.leave_out(_TWICE, ledger)
        elif measure:
            entries[measure] = read.entry(measure)
    if not entries:
        return []
    name = setting.wishes.name or _only_report(setting)
    if not name:
        ledger.asked.append(_NAME)
        return []
    value: dict[str, Value] = {**_head(name, setting, ledger), "columns": titles, "measures": list(entries.values())}
    ordered = {key: value[key] for key in Report.model_fields if value.get(key)}
    return [ImportedFile(Report, ("reports", f"{name}.yml"), ordered)]


def _only_report(setting: Setting) -> str:
    year = setting.dataset.years.get(setting.wishes.year)
    return next(iter(year.reports)) if year and len(year.reports) == 1 else ""


def _head(name: str, setting: Setting, ledger: Ledger) -> dict[str, Value]:
    """Return title and period: as a person gave them, else those of a report to be filled in where none is there."""
    year, wishes = setting.dataset.years.get(setting.wishes.year), setting.wishes.values
    wished: dict[str, Value] = {key: wishes[key] for key in ("title", "period", "summary") if key in wishes}
    if (year and name in year.reports) or name not in set(ReportRound):
        return wished
    try:
        form = edit.values(report_form(setting.wishes.year, ReportRound(name), {}, None, ""))
    except CannotEditError:
        return wished
    assert isinstance(form, dict)  # noqa: S101 - as it was made
    if not {"title", "period"} <= wished.keys():
        ledger.told.append(_TITLE)
    return {"title": form["title"], "period": form["period"], **wished}


def _columns(table: HeadedTable) -> list[Value]:
    """Return the headings of the table as the document prints them."""
    parts = {"title": "measure", "done": "status", "not_done": "status"}
    known = {"measure", *Progress.model_fields, "steps", "answers"} - {"percent", "notes", "attachments", "no_output"}
    return [
        {"part": parts.get(meaning, meaning), "title": " ".join(table.titles[column].split())}
        for column, meaning in table.columns.items()
        if parts.get(meaning, meaning) in known and table.titles.get(column)
    ]


class _ReportedRow:
    def __init__(self, row: JoinedRow, setting: Setting, ledger: Ledger, place: int) -> None:
        self._row = row
        self._setting = setting
        self._ledger = ledger
        self._place = place
        self._actions = ""
        year = setting.dataset.years.get(setting.wishes.year)
        self._measures = {name: each.record for name, each in year.measures.items()} if year else {}

    def measure(self) -> str:
        """Return the measure that the row is about, by the name of its file; nothing where none is certain."""
        text = self._row.text("title")
        found, remark = self._find(text)
        for cell in self._row.cells.get("title", []):
            if found:
                self._ledger.understood(cell, "measure", found, remark)
        if not found:
            self._row.leave_out(_NO_MEASURE.format(year=self._setting.wishes.year, place=self._place), self._ledger)
        return found

    def entry(self, measure: str) -> dict[str, Value]:
        """Return what the row says of the measure."""
        value: dict[str, Value] = {"measure": measure}
        if self._actions:
            value["actions"] = lines(self._actions)[0]
        for meaning, cells in self._row.cells.items():
            if meaning != "title":
                value |= self._column(measure, meaning, cells)
        return {key: value[key] for key in Progress.model_fields if key in value}

    def _find(self, text: str) -> tuple[str, str]:
        wished = self._setting.wishes.values.get(f"measure.{self._place}")
        if wished is not None:
            return (wished, _BY_HAND) if wished in self._measures else ("", "")
        titles = {name: title_key(each.title) for name, each in self._measures.items()}
        paragraphs = _FIRST_OF_SEVERAL.sub("\n", thai.arabic(text), count=1).split("\n")
        # Behind the title, some reports list what belongs to the measure.
        for length in (len(paragraphs), 1, 2):
            key = title_key("\n".join(paragraphs[:length]))
            same = [name for name, title in titles.items() if title == key]
            if len(same) == 1:
                self._actions = "\n".join(paragraphs[length:])
                return same[0], _ACTIONS if self._actions else ""
        for length in (len(paragraphs), 1, 2):
            key = title_key("\n".join(paragraphs[:length]))
            near = [name for name, title in titles.items() if likeness(title, key) >= NEAR]
            if len(near) == 1:
                self._actions = "\n".join(paragraphs[length:])
                nearly = _NEARLY.format(title=self._measures[near[0]].title)
                return near[0], " · ".join(filter(None, [nearly, _ACTIONS if self._actions else ""]))
        return "", ""

    def _column(self, measure: str, meaning: str, cells: list[TableCell]) -> dict[str, Value]:
        text = self._row.text(meaning)
        try:
            value, remark = self._read(meaning, text)
        except NotAValue as error:
            for cell in cells:
                self._ledger.unclear(cell, str(error))
            return {}
        if value is None:
            for cell in cells:
                self._ledger.left_out(cell, remark)
            return {}
        name = "status" if meaning in {"done", "not_done"} else meaning
        for cell in cells:
            said = " · ".join(filter(None, [self._row.remark(cell), remark]))
            self._ledger.understood(cell, f"{measure} › {name}", shown(value), said)
        return {name: value, **({"status_by": Origin.DOCUMENT.value} if name == "status" else {})}

    def _read(self, meaning: str, text: str) -> tuple[Value, str]:
        agency = self._setting.dataset.agency
        readers: dict[str, Callable[[], tuple[Value, str]]] = {
            **dict.fromkeys(_LINES, lambda: lines(text)),
            "outcome": lambda: (plain(text), ""),
            "owners": lambda: (owners(text, agency.record.divisions if agency else ()), ""),
            "period": lambda: period(text, self._setting.wishes.year),
            "percent": lambda: (percent(text), ""),
            "status": lambda: (_status(text), ""),
            "done": lambda: (self._ticked(text, Status.DONE), _TICKED),
            "not_done": lambda: (self._ticked(text, Status.NOT_STARTED), _TICKED),
        }
        return readers[meaning]() if meaning in readers else (None, _OF_PLAN)

    def _ticked(self, text: str, status: Status) -> str:
        if text not in _TICKS:
            raise NotAValue(_NO_TICK)
        if self._row.text("done") in _TICKS and self._row.text("not_done") in _TICKS:
            raise NotAValue(_BOTH)
        return status.value


def _status(text: str) -> str:
    for each in Status:
        if squeezed(text) == squeezed(each):
            return each.value
    raise NotAValue(_STATUS.format(known=", ".join(Status)))
