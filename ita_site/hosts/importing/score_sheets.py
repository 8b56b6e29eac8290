"""Score sheets as the assessment's system and provincial offices give them: a row or a column for each score.

A figure that stands twice with two values, whose number and name contradict one another, or that was weighted, is told
and not taken: which one is meant is for a person to say.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.ground import thai
from ita_site.hosts.importing.gathered_scores import GatheredScores
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.headings import headed, letters_of, note_headings
from ita_site.hosts.importing.scored_names import LEVEL, LONGEST, MEAN, TOTAL, UNKNOWN, Scored, field_of, scored
from ita_site.hosts.importing.typed_values import NotAValue, score
from ita_site.hosts.importing.understood_cells import ImportKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_site.hosts.importing.headings import HeadedTable
    from ita_site.hosts.importing.tables.cell_tables import CellTable, TableCell
    from ita_site.hosts.importing.understood_cells import ImportedFile, Ledger, Setting

_OTHER_YEAR = "{name} เป็นของปี {years} ไม่ใช่ปี {year} จึงไม่นำเข้า ถ้าเป็นของปี {year} จริง ให้แก้หัวตารางหรือชื่อแผ่นงาน"
_COLUMN_OF_YEAR = "เป็นคะแนนของปี {years}"
_WHICH_SCORE = "{place} มีหลายคอลัมน์คะแนน ให้เลือกคอลัมน์เดียว คอลัมน์อื่นพิมพ์ --column {column}=-"
_SHIFTED = "คะแนนอยู่ในคอลัมน์ของชื่อ แถวนี้อาจเลื่อนคอลัมน์ ให้แก้ในไฟล์ หรือพิมพ์ --set"
_NO_SCORE = "แถวนี้ไม่มีคะแนน"
_NOT_TAKEN = "ไม่มีช่องในข้อมูล"
_ABOVE = "บอกว่าแถวอยู่ใต้ตัวชี้วัดใด"
_OTHER_AGENCY = "แถวของหน่วยงานอื่น"
_NO_ROW = "{name} ไม่มีแถวของ{agency} ให้ดูว่าชื่อหน่วยงานในตารางตรงกับ agency.yml หรือไม่"
_MERGED = "ช่องนี้ผสานกับแถวล่าง จึงไม่รู้ว่าเป็นคะแนนของแถวใด ให้เลิกผสานเซลล์ หรือพิมพ์ --set"
_PART = "ตารางนี้มีเพียงบางเครื่องมือ ผลรวมนี้จึงอาจไม่ใช่คะแนนรวมของหน่วยงาน ถ้าใช่ ให้พิมพ์ --set total=คะแนน"
_WIDE = 3
_SHORT = 30
_LONG = 80


def understand(tables: Sequence[CellTable], setting: Setting, ledger: Ledger) -> list[ImportedFile]:
    """Return the result that tables give."""
    gathered = GatheredScores(setting, ledger)
    before: HeadedTable | None = None
    for table in tables:
        if _is_of_another_year(table, setting, ledger):
            continue
        sheet = _ScoreSheet(table, setting, ledger, gathered)
        if sheet.take_if_wide():
            before = None
            continue
        found = headed(table, ImportKind.RESULT, setting.wishes, before)
        if found is not None and len(found.rows) == len(table.rows) and not sheet.goes_on(found):
            found = None
        if found is not None:
            before = note_headings(table, found, ImportKind.RESULT, setting.wishes, ledger)
            sheet.rows(before)
        else:
            before = None
            sheet.take_pairs()
    return gathered.files()


def _is_of_another_year(table: CellTable, setting: Setting, ledger: Ledger) -> bool:
    """Tell whether the texts before a table, or over its heading, name years and not this one."""
    above = [cell.text for row in table.rows[:3] for cell in row if row and sum(bool(each.text) for each in row) == 1]
    years = {year for text in (*table.captions[-2:], *above) for year in thai.years_named(text)}
    if not years or setting.wishes.year in years:
        return False
    named = ", ".join(map(str, sorted(years)))
    ledger.told.append(_OTHER_YEAR.format(name=table.name, years=named, year=setting.wishes.year))
    for row in table.rows:
        for cell in row:
            if not cell.is_blank:
                ledger.left_out(cell, _COLUMN_OF_YEAR.format(years=named))
    return True


class _ScoreSheet:
    def __init__(self, table: CellTable, setting: Setting, ledger: Ledger, gathered: GatheredScores) -> None:
        self._table = table
        self._setting = setting
        self._ledger = ledger
        self._gathered = gathered
        self._taken: set[str] = set()
        self._has_unknown = False
        self._totals: list[TableCell] = []

    def rows(self, found: HeadedTable) -> None:
        """Take a sheet with a row for each score."""
        columns = self._score_columns(found)
        for index, row in enumerate(found.rows):
            if any(not cell.is_blank for cell in row):
                below = found.rows[index + 1] if index + 1 < len(found.rows) else ()
                self._row(row, found, columns, _reaching(found, below))
        self._doubt_totals()

    def goes_on(self, found: HeadedTable) -> bool:
        """Tell whether a table without a heading has scores where the one before it has them."""
        rows = [row for row in found.rows if any(not cell.is_blank for cell in row)]
        scores = [cell for row in rows for cell in found.cells(row, "score")[:1] if _is_figure(cell.text)]
        return len(scores) * 2 > len(rows)

    def take_pairs(self) -> None:
        """Take a table without a heading whose rows are a name and a figure or a level."""
        pairs = []
        for row in self._table.rows:
            cells = [cell for cell in row if not cell.is_blank]
            of = self._scored(cells[0], None) if len(cells) == 2 else Scored()
            if of.of and _may_be(of, cells[1].text):
                pairs.append((of, cells))
            elif cells:
                return  # a heading that is not known may make anything of the figures
        for of, (label, figure) in pairs:
            self._ledger.heading(label, of.of)
            self._take(of, figure)

    def take_if_wide(self) -> bool:
        """Take a sheet with a column for each score, from the row of this office; tell whether it is one."""
        for index, row in enumerate(self._table.rows[:10]):
            heads = {
                column: of
                for column, cell in enumerate(row)
                if len(cell.text) < _LONG and (of := self._scored(cell, None)).of and not of.remark
            }
            references = {each.of for each in heads.values() if field_of(each.of) != each.of}
            if len(references) >= _WIDE and len(references) > sum(bool(cell.text) for cell in row) // 3:
                self._wide(index, heads)
                return True
        return False

    def _wide(self, head: int, heads: dict[int, Scored]) -> None:
        for row in self._table.rows[: head + 1]:
            for column, cell in enumerate(row):
                if not cell.is_blank:
                    is_head = row is self._table.rows[head] and column in heads
                    self._ledger.heading(cell, heads[column].of if is_head else "")
        below = [row for row in self._table.rows[head + 1 :] if any(not cell.is_blank for cell in row)]
        mine = self._of_this_office(below)
        for row in below:
            for column, cell in enumerate(row):
                if cell.is_blank:
                    continue
                if row is not mine:
                    self._ledger.left_out(cell, _OTHER_AGENCY)
                elif column in heads:
                    self._take(heads[column], cell)
                else:
                    self._ledger.left_out(cell, _NOT_TAKEN)

    def _of_this_office(self, rows: Sequence[Sequence[TableCell]]) -> Sequence[TableCell] | None:
        """Return the row that names this office, or the only one; ask where there is none."""
        agency = squeezed(self._setting.agency)
        mine = [row for row in rows if agency and any(squeezed(cell.text) == agency for cell in row)]
        if len(mine) == 1 or len(rows) == 1:
            return (mine or rows)[0]
        asked = _NO_ROW.format(name=self._table.name, agency=self._setting.agency or "หน่วยงานนี้")
        self._ledger.asked.append(asked)
        return None

    def _score_columns(self, found: HeadedTable) -> list[int]:
        """Return the column of this year's scores."""
        every = [column for column, each in found.columns.items() if each == "score"]
        years = {column: set(thai.years_named(found.titles.get(column, ""))) for column in every}
        mine = [column for column in every if self._setting.wishes.year in years[column]]
        mine = mine or [column for column in every if not years[column]]
        if len(mine) > 1:
            cell = self._table.rows[0][mine[1]]
            letters = letters_of(cell, mine[1])
            self._ledger.asked.append(_WHICH_SCORE.format(place=self._table.name, column=letters))
        for row in found.rows:
            for column in set(every) - set(mine[:1]):
                if not row[column].is_blank:
                    named = ", ".join(map(str, sorted(years[column]))) or "อื่น"
                    self._ledger.left_out(row[column], _COLUMN_OF_YEAR.format(years=named))
        return mine[:1]

    def _row(self, row: Sequence[TableCell], found: HeadedTable, columns: list[int], reaching: Collection[int]) -> None:
        names = [cell for cell in found.cells(row, "name") if cell.text]
        items = [cell for cell in found.cells(row, "item") if cell.text]
        numbers = [cell for cell in found.cells(row, "number") if cell.text] + items
        label = names[-1] if names else None
        if label is not None and _is_score(label.text):
            for cell in (*names, *numbers):
                self._ledger.unclear(cell, _SHIFTED)
            self._leave_rest(row, (*names, *numbers), _SHIFTED)
            return
        of = self._scored(label, numbers[0] if numbers else None, is_item=bool(items))
        if of.why and not numbers and not names:
            self._leave_rest(row, (), of.why)
            return
        for cell in (*names, *numbers):
            if of.why:
                self._ledger.unclear(cell, of.why)
            elif cell is label or cell in numbers:
                place = f"{field_of(of.of)} › {'name' if cell is label else 'id'}"
                shown = of.name if cell is label and of.name else of.of
                self._ledger.understood(cell, place, shown, of.remark)
            else:
                self._ledger.left_out(cell, _ABOVE)
        for column in reaching:
            if column in columns and not row[column].is_blank:
                self._ledger.unclear(row[column], _MERGED)
        self._figures(row, found, [each for each in columns if each not in reaching], of)

    def _figures(self, row: Sequence[TableCell], found: HeadedTable, columns: list[int], of: Scored) -> None:
        taken = False
        for column in columns:
            cell = row[column]
            if not cell.is_blank:
                taken = True
                self._take(of, cell)
        for meaning in ("instrument_score", "weighted", "level", "rank", "weight", "order"):
            for cell in found.cells(row, meaning):
                if not cell.is_blank:
                    taken = True
                    self._gathered.beside(meaning, of, cell)
        if not taken and of.of and not any(cell.covered for cell in row):
            for cell in found.cells(row, "name"):
                if cell.text:
                    self._ledger.left_out(cell, _NO_SCORE)

    def _doubt_totals(self) -> None:
        """Take back a sum of a sheet that is of some of the instruments: it is no total of the office."""
        framework = self._setting.framework
        references = self._taken - {TOTAL, LEVEL, MEAN}
        if framework is None or not (references or self._has_unknown):
            return
        instruments = {framework.lineage(each)[-1] for each in references}
        if len(instruments) < len(framework.instruments):
            for cell in self._totals:
                self._gathered.forget_total(cell, _PART)

    def _take(self, of: Scored, cell: TableCell) -> None:
        if cell.fault:
            self._ledger.unclear(cell, cell.fault)
        elif of.why:
            self._has_unknown = True
            self._ledger.unclear(cell, of.why)
        elif of.of == LEVEL:
            self._gathered.level(cell)
        else:
            try:
                self._gathered.add(of, cell, score(cell.text))
                self._taken.add(of.of)
                self._totals += [cell] if of.of == TOTAL else []
            except NotAValue as error:
                self._ledger.unclear(cell, str(error))

    def _scored(self, label: TableCell | None, number: TableCell | None, *, is_item: bool = False) -> Scored:
        if label is not None and len(label.text) > LONGEST:
            return Scored(why=UNKNOWN)
        return scored(
            label.text if label else "", number.text if number else "", self._setting.framework, is_item=is_item
        )

    def _leave_rest(self, row: Sequence[TableCell], spoken: Sequence[TableCell], why: str) -> None:
        for cell in row:
            if not cell.is_blank and cell not in spoken:
                self._ledger.unclear(cell, why)


def _reaching(found: HeadedTable, below: Sequence[TableCell]) -> frozenset[int]:
    """Return the columns in which a cell reaches into the row below, where that has a name or a number of its own."""
    own = any(
        column < len(below) and below[column].text
        for column, each in found.columns.items()
        if each in {"name", "number", "item"}
    )
    return frozenset(index for index, cell in enumerate(below) if own and cell.covered and cell.from_above)


def _may_be(of: Scored, text: str) -> bool:
    return _is_figure(text) or (of.of == LEVEL and len(text) < _SHORT)


def _is_figure(text: str) -> bool:
    try:
        score(text)
    except NotAValue:
        return False
    return True


def _is_score(text: str) -> bool:
    number = thai.number(text)
    return number is not None and ("." in text or number > Decimal(10))
