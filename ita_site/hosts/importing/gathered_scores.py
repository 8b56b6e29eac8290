"""The scores of a sheet as a result: told apart from weighted ones by arithmetic, none chosen of two that differ."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_site.data.model import Result, kind_of
from ita_site.hosts.importing.scored_names import LEVEL, MEAN, TOTAL, Scored, field_of
from ita_site.hosts.importing.typed_values import NotAValue, score
from ita_site.hosts.importing.understood_cells import ImportedFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.source import Value
    from ita_site.hosts.importing.tables.cell_tables import TableCell
    from ita_site.hosts.importing.understood_cells import Ledger, Setting

_TWO_VALUES = "ตารางพิมพ์{name} ไว้สองค่า ({values}) จึงไม่เลือกแทน ให้พิมพ์ --set {field}=ค่าที่ถูก"
_WEIGHTED = "เป็นคะแนนถ่วงน้ำหนัก ({mean} × {weight} ÷ 100) จึงเก็บที่ weighted"
_ONLY_WEIGHTED = "ตารางพิมพ์เฉพาะคะแนนถ่วงน้ำหนัก"
_WEIGHTED_INDICATORS = "ดูเหมือนคะแนนถ่วงน้ำหนัก (ไม่เกินส่วนของตัวชี้วัดใน 100) ไม่ใช่คะแนนเต็ม 100 จึงไม่นำเข้า"
_MEAN_OF_TEN = "เป็นค่าเฉลี่ย ไม่ใช่คะแนนรวมตามน้ำหนัก จึงไม่นำเข้า"
_MEAN_IS_TOTAL = "ตรงกับคะแนนรวมที่คำนวณตามน้ำหนัก"
_LACKING = "ตารางไม่มีคะแนนของตัวชี้วัดที่ {numbers} ให้พิมพ์ --set indicators.เลข=คะแนน หรือเหตุที่เอกสารไม่มี"
_NO_TOTAL = "ตารางไม่มีคะแนนรวม ให้พิมพ์ตามประกาศ --set total=คะแนน และ --set level=ระดับ"
_NO_INSTRUMENT = "ไม่รู้ว่าเป็นคะแนนของเครื่องมือใด"
_NOT_KEPT = "ไม่มีช่องในข้อมูล"
_OTHER_WEIGHT = "น้ำหนักต่างจากเกณฑ์ของปีนี้ ({weight})"
_INSTRUMENTS = ("IIT", "EIT", "OIT")
_NEAR = Decimal("0.011")


@dataclass(frozen=True, slots=True)
class _Figure:
    cell: TableCell
    value: str
    name: str


class GatheredScores:
    """Gathers the figures of all tables of a file, and makes a result of them."""

    def __init__(self, setting: Setting, ledger: Ledger) -> None:
        """Begin with nothing."""
        self._setting = setting
        self._framework = setting.framework
        self._ledger = ledger
        self._figures: dict[str, list[_Figure]] = {}
        self._levels: dict[str, str] = {}
        self._weighted: dict[str, str] = {}
        self._ranks: dict[int, str] = {}

    def add(self, of: Scored, cell: TableCell, value: str) -> None:
        """Take the score of something."""
        place = f"{field_of(of.of)} › score" if of.of not in {TOTAL, MEAN} else of.of
        self._ledger.understood(cell, place, value)
        self._figures.setdefault(of.of, []).append(_Figure(cell, value, of.name))

    def forget_total(self, cell: TableCell, why: str) -> None:
        """Take back a total."""
        self._figures[TOTAL] = [each for each in self._figures.get(TOTAL, []) if each.cell is not cell]
        if not self._figures[TOTAL]:
            del self._figures[TOTAL]
        self._ledger.unclear(cell, why)

    def level(self, cell: TableCell, of: str = TOTAL) -> None:
        """Take the level of the office, or of an instrument."""
        text = " ".join(cell.text.split()).removeprefix("ระดับ").strip()
        self._levels[of] = text
        self._ledger.understood(cell, LEVEL if of == TOTAL else f"{field_of(of)} › level", text)

    def beside(self, meaning: str, of: Scored, cell: TableCell) -> None:
        """Take what stands beside a score: the instrument's, the weighted one, level, rank or weight."""
        if cell.fault or of.why:
            self._ledger.unclear(cell, cell.fault or of.why)
        elif meaning == "level" and of.of in {TOTAL, *_INSTRUMENTS}:
            self.level(cell, of.of)
        elif meaning == "rank" and cell.text and of.of and kind_of(of.of) == "indicator" and _whole(cell.text):
            self._ranks[_whole(cell.text)] = of.of
            self._ledger.understood(cell, "ranking", of.of)
        elif meaning in {"instrument_score", "weighted"}:
            self._of_instrument(meaning, of, cell)
        elif meaning == "weight" and (weight := self._weight(of.of)) is not None and _points(cell.text) != weight:
            self._ledger.left_out(cell, _OTHER_WEIGHT.format(weight=weight))
        else:
            self._ledger.left_out(cell, _NOT_KEPT)

    def files(self) -> list[ImportedFile]:
        """Return the result, if anything is known of it."""
        wishes = self._setting.wishes.values
        self._compare(wishes)
        self._find_weighted_indicators()
        self._find_means()
        self._find_weighted_instruments()
        value = self._value()
        for key in ("total", LEVEL, "document"):
            if key in wishes:
                value[key] = wishes[key]
        if value:
            self._tell_what_lacks(value)
            ordered = {key: value[key] for key in Result.model_fields if key in value}
            return [ImportedFile(Result, ("result.yml",), ordered)]
        return []

    def _of_instrument(self, meaning: str, of: Scored, cell: TableCell) -> None:
        instrument = of.of if of.of in _INSTRUMENTS else self._instrument(of.of)
        try:
            value = score(cell.text)
        except NotAValue as error:
            self._ledger.unclear(cell, str(error))
            return
        if instrument is None or (meaning == "weighted" and instrument != of.of):
            self._ledger.left_out(cell, _NO_INSTRUMENT if instrument is None else _NOT_KEPT)
        elif meaning == "weighted":
            self._weighted[instrument] = value
            self._ledger.understood(cell, f"{field_of(instrument)} › weighted", value)
        else:
            self.add(Scored(instrument), cell, value)

    def _compare(self, wishes: Iterable[str]) -> None:
        """Take back figures that stand twice with two values, but for those that a person has settled."""
        for of, figures in list(self._figures.items()):
            values = list(dict.fromkeys(each.value for each in figures))
            if len({_points(each) for each in values}) > 1 and field_of(of) not in wishes:
                said = {"name": f" {of}" if of != TOTAL else "คะแนนรวม", "values": " และ ".join(values)}
                why = _TWO_VALUES.format(**said, field=field_of(of))
                self._ledger.withdraw(f"{field_of(of)} › score" if of != TOTAL else of, why)
                self._ledger.told.append(why)
                del self._figures[of]

    def _find_weighted_indicators(self) -> None:
        if self._framework is None:
            return
        numbers = [each for each in self._figures if kind_of(each) == "indicator" and each not in {TOTAL, MEAN}]
        shares = {each: self._share(each) for each in numbers}
        figures = {each: _points(self._figures[each][0].value) for each in numbers}
        if len(numbers) < 5 or any(share is None for share in shares.values()):
            return
        if all(value <= (shares[each] or 0) + _NEAR for each, value in figures.items()) and any(figures.values()):
            self._ledger.told.append(_WEIGHTED_INDICATORS)
            for each in numbers:
                self._ledger.withdraw(f"{field_of(each)} › score", _WEIGHTED_INDICATORS)
                del self._figures[each]

    def _find_means(self) -> None:
        figures = self._figures.pop(MEAN, [])
        total = self._computed_total()
        for each in figures:
            if total is not None and TOTAL not in self._figures and abs(total - _points(each.value)) < _NEAR:
                self._figures[TOTAL] = [each]
                self._ledger.move(MEAN, TOTAL, _MEAN_IS_TOTAL)
            else:
                self._ledger.left_out(each.cell, _MEAN_OF_TEN)

    def _find_weighted_instruments(self) -> None:
        for of in _INSTRUMENTS:
            mean, weight = self._mean(of), self._weight(of)
            if of not in self._figures or mean is None or weight is None or weight == 100:
                continue
            printed = _points(self._figures[of][0].value)
            if abs(mean - printed) >= _NEAR > abs(mean * weight / 100 - printed):
                remark = _WEIGHTED.format(mean=round(mean, 2), weight=weight)
                self._ledger.move(f"{field_of(of)} › score", f"{field_of(of)} › weighted", remark)
                self._weighted[of] = self._figures.pop(of)[0].value

    def _value(self) -> dict[str, Value]:
        groups: dict[str, list[Value]] = {}
        wished = _wished(self._setting.wishes.values)
        for of in sorted({*self._figures, *self._weighted, *self._levels, *wished} - {TOTAL, LEVEL}, key=_order):
            groups.setdefault(field_of(of).split(".", maxsplit=1)[0], []).append(self._entry(of))
        value: dict[str, Value] = dict(groups)
        if TOTAL in self._figures:
            value["total"] = self._figures[TOTAL][0].value
        if TOTAL in self._levels:
            value[LEVEL] = self._levels[TOTAL]
        if sorted(self._ranks) == list(range(1, 11)):
            value["ranking"] = [self._ranks[each] for each in sorted(self._ranks)]
        return value

    def _entry(self, of: str) -> dict[str, Value]:
        figures = self._figures.get(of, [])
        entry: dict[str, Value] = {"id": of}
        wished = self._setting.wishes.values.get(field_of(of))
        if wished is not None:
            # A text without a figure is the reason why there is none.
            entry["score" if any(each.isdecimal() for each in wished) else "missing"] = wished
        elif figures:
            entry["score"] = figures[0].value
        else:
            entry["missing"] = _ONLY_WEIGHTED
        name = next((each.name for each in figures if each.name and each.name != of), "")
        if name and kind_of(of) != "instrument":
            entry["name"] = name
        known = {"level": self._levels.get(of), "weighted": self._weighted.get(of)}
        return {**entry, **{key: each for key, each in known.items() if each is not None}}

    def _tell_what_lacks(self, value: dict[str, Value]) -> None:
        listed = value.get("indicators")
        known = {each["id"] for each in listed if isinstance(each, dict)} if isinstance(listed, list) else set()
        if self._framework is not None and known:
            lacking = [each.id for each in self._framework.indicators if each.id not in known]
            if lacking:
                self._ledger.told.append(_LACKING.format(numbers=", ".join(lacking)))
        year = self._setting.dataset.years.get(self._setting.wishes.year)
        if "total" not in value and (year is None or year.result is None):
            self._ledger.told.append(_NO_TOTAL)

    def _instrument(self, of: str) -> str | None:
        indicator = self._framework.indicator(of) if self._framework else None
        return indicator.instrument if indicator else None

    def _weight(self, of: str) -> Decimal | None:
        return self._framework.weight(of) if self._framework else None

    def _share(self, indicator: str) -> Decimal | None:
        """Return the most points of the total of 100 that an indicator gives."""
        instrument = self._instrument(indicator)
        weight = self._weight(instrument) if instrument else None
        return weight / self._count(instrument) if weight is not None and instrument else None

    def _count(self, instrument: str) -> int:
        return sum(each.instrument == instrument for each in self._framework.indicators) if self._framework else 0

    def _mean(self, instrument: str) -> Decimal | None:
        if self._framework is None:
            return None
        below = [each.id for each in self._framework.indicators if each.instrument == instrument]
        if not below or any(each not in self._figures for each in below):
            return None
        return sum((_points(self._figures[each][0].value) for each in below), Decimal(0)) / len(below)

    def _computed_total(self) -> Decimal | None:
        total = Decimal(0)
        for of in _INSTRUMENTS:
            mean, weight = self._mean(of), self._weight(of)
            if mean is None or weight is None:
                return None
            total += mean * weight / 100
        return total


def _wished(wishes: Iterable[str]) -> list[str]:
    heads = ("instruments.", "indicators.", "subindicators.", "items.")
    return [each.split(".", maxsplit=1)[1] for each in wishes if each.startswith(heads)]


def _order(of: str) -> tuple[str, list[int]]:
    if of in _INSTRUMENTS:
        return "", [_INSTRUMENTS.index(of)]
    digits = [int(each) for each in of.lstrip("OIE").split(".") if each.isdecimal()]
    return of[0] if of[0] in "OIE" else "", digits


def _points(text: str) -> Decimal:
    try:
        return Decimal(score(text))
    except (NotAValue, ArithmeticError):
        return Decimal(-1)


def _whole(text: str) -> int:
    points = _points(text.rstrip("."))
    return int(points) if points == int(points) else 0
