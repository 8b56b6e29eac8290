"""The entries of the lists of one file: those that stand there twice, and those with a number of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ita_site.ground import thai
from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import RecordFile

_NUMBERED = re.compile(r"\(?([0-9๐-๙]{1,2})[.)]\s*(?=[^0-9๐-๙])")
_SEVERAL = "มี {count} ข้ออยู่ในข้อเดียว ให้แยกเป็นข้อละหนึ่งรายการ และไม่ต้องพิมพ์เลขหน้าข้อ ระบบใส่เลขให้ตามลำดับ"
_MIN_SENTENCE = 20
"""Letters from which an entry of a list is a sentence, and not a code or a name."""


def check(loaded: RecordFile[Any]) -> Iterator[Problem]:
    """Yield what is wrong with the entries of a plan, a measure or a report."""
    yield from _typed_numbers(loaded)
    yield from _repeated(loaded)


def _repeated(loaded: RecordFile[Any]) -> Iterator[Problem]:
    """Yield the entries of lists that stand there twice, word for word."""
    seen: dict[tuple[tuple[str | int, ...], str], int] = {}
    for path, text in loaded.document.texts():
        if path and isinstance(path[-1], int) and len(text) >= _MIN_SENTENCE:
            first = seen.setdefault((path[:-1], "".join(text.split())), path[-1])
            if first != path[-1]:
                line = loaded.at(*path[:-1], first).line
                message = f"เหมือนกับรายการที่บรรทัด {line} ทุกคำ โปรดตรวจว่าไม่ได้พิมพ์ซ้ำ"
                yield Problem(loaded.at(*path), "repeated-entry", message, Severity.WARNING)


def _typed_numbers(loaded: RecordFile[Any]) -> Iterator[Problem]:
    """Yield the entries of lists that begin with a number of their own, above all those that jump."""
    lists: dict[tuple[str | int, ...], list[tuple[int, int]]] = {}
    for path, text in loaded.document.texts():
        if not path or not isinstance(path[-1], int) or not (match := _NUMBERED.match(text)):
            continue
        if (count := sum(_NUMBERED.match(line) is not None for line in text.split("\n"))) > 1:
            yield Problem(loaded.at(*path), "several-in-one", _SEVERAL.format(count=count), Severity.NOTICE)
        else:
            lists.setdefault(path[:-1], []).append((path[-1], int(thai.arabic(match[1]))))
    for path, numbers in lists.items():
        last: int | None = None
        for index, number in numbers:
            place = loaded.at(*path, index)
            if last is not None and number != last + 1:
                message = f"เลขลำดับข้ามจาก {last} ไป {number} มีข้อที่หายไปหรือพิมพ์เลขผิดหรือไม่"
                yield Problem(place, "number-jump", f"{message} (ไม่ต้องพิมพ์เลขหน้าข้อ ระบบใส่ให้เอง)", Severity.WARNING)
            elif last is None:
                message = "ไม่ต้องพิมพ์เลขหน้าข้อ ระบบใส่เลขให้ตามลำดับ"
                yield Problem(place, "typed-number", message, Severity.NOTICE)
            last = number
