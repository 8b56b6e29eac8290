"""A file of the office into data files: which kind of data its tables hold, and what each cell of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.hosts.importing import disclosure_rows, measure_rows, report_rows, score_sheets
from ita_site.hosts.importing.headings import headed
from ita_site.hosts.importing.understood_cells import ImportKind, Ledger, Setting, Understanding

if TYPE_CHECKING:
    from ita_site.data.load import Dataset
    from ita_site.hosts.importing.tables.cell_tables import OfficeTables
    from ita_site.hosts.importing.understood_cells import Wishes

_READERS = {
    ImportKind.RESULT: score_sheets.understand,
    ImportKind.MEASURES: measure_rows.understand,
    ImportKind.REPORT: report_rows.understand,
    ImportKind.DISCLOSURE: disclosure_rows.understand,
}
_ORDER = (ImportKind.REPORT, ImportKind.MEASURES, ImportKind.DISCLOSURE, ImportKind.RESULT)
"""Tables of plans print scores, too: what says more is looked for first."""
_OF_REPORT = ("output", "outcome", "status", "done", "percent", "suggestions")
_NOTHING = "ไม่พบตารางที่เข้าใจ ถ้าหัวคอลัมน์ใช้คำอื่น ให้พิมพ์ --as และ --column เช่น --as measures --column A=title --column C=steps"
_NO_TABLES = "ไฟล์นี้ไม่มีตาราง"
_ALSO = "{name} ดูเหมือน{what} นำเข้าได้ด้วย --as {kind}"
_NAMES = {
    ImportKind.RESULT: "ผลการประเมิน",
    ImportKind.MEASURES: "มาตรการ",
    ImportKind.REPORT: "รายงานผล",
    ImportKind.DISCLOSURE: "รายการ OIT",
}


def understand(read: OfficeTables, dataset: Dataset, wishes: Wishes, kind: ImportKind | None = None) -> Understanding:
    """Return what the tables of a file say of a year.

    Args:
        read: the tables.
        dataset: the data, for the names of measures, divisions and the office.
        wishes: what a person has said of the file.
        kind: which kind of data it holds; without it, the one that its headings are of.

    """
    framework = dataset.framework(wishes.year)
    setting = Setting(dataset, framework, wishes)
    ledger = Ledger(told=list(read.told))
    kinds = {table.name: _kind_of(read, index, wishes) for index, table in enumerate(read.tables)}
    chosen = kind or next((each for each in _ORDER if each in kinds.values()), ImportKind.RESULT)
    # A table without a heading may go on from the one before it.
    of_kind = [table for table in read.tables if kinds[table.name] in {chosen, None}]
    files = _READERS[chosen](of_kind if chosen in kinds.values() else read.tables, setting, ledger)
    for name, each in kinds.items():
        if each is not None and each is not chosen:
            ledger.told.append(_ALSO.format(name=name, what=_NAMES[each], kind=each.value))
    if not read.tables:
        ledger.asked.append(_NO_TABLES)
    elif not files and not ledger.asked:
        ledger.asked.append(_NOTHING)
    told, asked = (tuple(dict.fromkeys(each)) for each in (ledger.told, ledger.asked))
    return Understanding(chosen, tuple(files), ledger.cells(read.tables), told, asked)


def _kind_of(read: OfficeTables, index: int, wishes: Wishes) -> ImportKind | None:
    """Return which kind of data the headings of a table are of."""
    table = read.tables[index]
    for kind in _ORDER:
        found = headed(table, kind, wishes)
        if found is not None and (kind is not ImportKind.REPORT or found.has(*_OF_REPORT)):
            return kind
    return None
