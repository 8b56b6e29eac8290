"""Clean text into values and marks, in one pass over the events of the YAML parser.

Events rather than nodes: limits are kept before anything is built, and an alias or a merge key is never
followed, so no short file can grow into a large one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import yaml

from ita_site.data.source import syntax, word_processor
from ita_site.data.source.damage_report import Repairs
from ita_site.data.source.text import forbidden
from ita_site.ground import text_damage, thai
from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.data.source.text import Sheet

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

MAX_DEPTH = 20
MAX_ITEMS = 5_000
"""Entries in one list or mapping: a hundred times what a year holds."""
CODES_THAT_LOSE_DATA = frozenset(
    [
        "syntax",
        "unclosed-quote",
        "too-deep",
        "too-many",
        "alias",
        "merge",
        "several-documents",
        "encoding",
        "conflict",
        "file-too-big",
    ]
)
"""Codes of problems after which part of the file may be missing from the values."""
_MAX_REPAIRS = 20
_MAX_DAMAGED_TEXT = 20_000
"""Letters in a text that is read for damage; the model refuses much shorter ones."""
_MAX_PROBLEMS = 1_000
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLANK = ""
"""A text of nothing in quotes, as forms write for what was not filled in: it is as if it were not there."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Mark(NamedTuple):
    """Where a value stands, from 1; where its key stands, if it has one; and the marks of what is in it."""

    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    children: dict[str | int, Mark] | None = None


_NO_KEY = Mark(0, 0)


def parse(sheet: Sheet) -> tuple[Value, Mark, list[Problem]]:
    """Return the values of a YAML text, their marks, and every problem found on the way."""
    problems = word_processor.lint(sheet)
    for _ in range(_MAX_REPAIRS):
        problems += syntax.lint(sheet)
        reader = _Reader(sheet)
        try:
            value, mark = reader.document()
        except yaml.MarkedYAMLError as error:
            problems.append(syntax.mend(sheet, error))
            continue
        except _StopReading:
            value, mark = None, Mark(1, 1)
        return value, mark, problems + reader.problems
    return None, Mark(1, 1), problems


def prune(
    value: Value, mark: Mark, faulty: frozenset[tuple[str | int, ...]], path: tuple[str | int, ...] = ()
) -> tuple[Value, Mark]:
    """Return the value and its mark without what stands at the faulty paths; items of a list move up."""
    if not isinstance(value, (dict, list)):
        return value, mark
    items = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    marks = mark.children or {}
    kept = [
        (step, *prune(inner, marks[step], faulty, (*path, step)))
        for step, inner in items
        if (*path, step) not in faulty
    ]
    if isinstance(value, dict):
        left: Value = {str(step): inner for step, inner, _ in kept}
        children: dict[str | int, Mark] = {step: inner for step, _, inner in kept}
    else:
        left = [inner for _, inner, _ in kept]
        children = {index: inner for index, (_, _, inner) in enumerate(kept)}
    return left, mark._replace(children=children)


class _StopReading(Exception):
    """The file is deeper, longer or worse than any real one."""


class _Reader:
    """Build values and marks from events; recursive, and safe because the depth is bounded first."""

    def __init__(self, sheet: Sheet) -> None:
        self._problems: list[Problem] = []
        self._sheet = sheet
        self._normal = thai.is_normal(sheet.text)
        self._sound = text_damage.is_sound(sheet.text)
        self._repairs = Repairs(sheet)
        self._next: Callable[[], Any] = LOADER(sheet.text).get_event

    @property
    def problems(self) -> list[Problem]:
        """What was found on the way."""
        return self._problems + self._repairs.problems

    def document(self) -> tuple[Value, Mark]:
        """Return the value and the mark of the only document."""
        value: Value = None
        mark = Mark(1, 1)
        seen = False
        while (event := self._next()) is not None and not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    message = "พบ --- กลางไฟล์ หนึ่งไฟล์มีข้อมูลได้ชุดเดียว ให้ลบบรรทัดนี้"
                    self._problem(event, "several-documents", message)
                    break
                seen = True
            elif isinstance(event, yaml.NodeEvent):
                value, mark = self._node(event, 0)
        return {} if value == _BLANK and mark.children else value, mark

    def _node(self, event: Any, depth: int, key: Mark = _NO_KEY) -> tuple[Value, Mark]:  # noqa: ANN401
        start = event.start_mark
        mark = Mark(start.line + 1, start.column + 1, key.line, key.column)
        if event.anchor is not None:
            self._refuse_anchor(event)
        elif getattr(event, "tag", None) is not None:
            self._problem(event, "tag", f"ไม่รองรับ “{event.tag}” ข้อความที่ขึ้นต้นด้วย ! ต้องครอบด้วยเครื่องหมายคำพูด")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event), mark
        if isinstance(event, yaml.AliasEvent):
            return None, mark
        if depth >= MAX_DEPTH:
            self._stop(event, "too-deep", f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น")
        children: dict[str | int, Mark] = {}
        read = self._sequence if isinstance(event, yaml.SequenceStartEvent) else self._mapping
        return read(children, depth + 1), mark._replace(children=children)

    def _sequence(self, marks: dict[str | int, Mark], depth: int) -> Value:
        values: list[Value] = []
        count = 0
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            value, mark = self._node(event, depth)
            count += 1
            if value != _BLANK:
                marks[len(values)] = mark
                values.append(value)
            self._limit(event, count)
        return values if values or not count else _BLANK

    def _mapping(self, marks: dict[str | int, Mark], depth: int) -> Value:
        values: dict[str, Value] = {}
        blanks = 0
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, key_mark = self._node(event, depth)
            value, mark = self._node(self._next(), depth, key_mark)
            if not isinstance(key, str):
                self._problem(event, "bad-key", "ชื่อช่องต้องเป็นข้อความ เช่น score:")
            elif key == "<<":
                self._problem(event, "merge", "ไม่รองรับ << ให้คัดลอกข้อมูลมาใส่ตรง ๆ")
            elif key in values:
                first = marks[key].key_line
                message = f"ช่อง “{key}” ซ้ำ มีแล้วที่บรรทัด {first} ให้เหลือช่องเดียว"
                self._problem(event, "duplicate-key", message)
            else:
                marks[key] = mark
                if value == _BLANK:
                    blanks += 1
                else:
                    values[key] = value
            self._limit(event, len(values) + blanks)
        return values if values or not blanks else _BLANK

    def _limit(self, event: Any, items: int) -> None:  # noqa: ANN401
        if items > MAX_ITEMS:
            self._stop(event, "too-many", f"รายการนี้มีเกิน {MAX_ITEMS:,} ข้อ ให้แบ่งเป็นหลายไฟล์")

    def _scalar(self, event: Any) -> str | None:  # noqa: ANN401
        value: str = event.value
        if value in NULLS and event.implicit[0]:
            return None
        if event.style == '"' and (character := forbidden(value)):
            message = f"พบอักขระ {character} ที่มองไม่เห็นหรือเครื่องอื่นแสดงไม่ได้ ให้ลบออก"
            self._problem(event, "forbidden-character", message)
            return "\ufffd"
        if event.style == '"' and "\t" in value:
            # A tab typed as such was taken out before. This one is the \\t of "C:\\temp", or a form wrote it.
            self._problem(event, "backslash", syntax.BACKSLASH, Severity.WARNING)
        if not value.strip():
            return _BLANK
        escaped = event.style == '"'
        if len(value) <= _MAX_DAMAGED_TEXT and (escaped or not self._sound):
            start = event.start_mark
            value = self._repairs.read(value, start.line + 1, start.column + 1, start.index)
        return value if self._normal and not escaped else thai.normalise(value)

    def _refuse_anchor(self, event: Any) -> None:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            message = f"ไม่รองรับ *{event.anchor} ข้อความที่ขึ้นต้นด้วย * ต้องครอบด้วยเครื่องหมายคำพูด"
            self._problem(event, "alias", message)
        else:
            message = f"ไม่รองรับ &{event.anchor} ข้อความที่ขึ้นต้นด้วย & ต้องครอบด้วยเครื่องหมายคำพูด"
            self._problem(event, "anchor", message)

    def _problem(self, event: Any, code: str, message: str, severity: Severity = Severity.ERROR) -> None:  # noqa: ANN401
        start = event.start_mark
        self._problems.append(Problem(self._sheet.position(start.line + 1, start.column + 1), code, message, severity))
        if len(self._problems) > _MAX_PROBLEMS:
            raise _StopReading

    def _stop(self, event: Any, code: str, message: str) -> None:  # noqa: ANN401
        self._problem(event, code, message)
        raise _StopReading
