"""Faults that pydantic finds, explained in Thai: where in the file, what stands there, what to write instead."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from ita_site.data.model import Record
from ita_site.ground.markup import excerpt
from ita_site.ground.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic_core import ErrorDetails

    from ita_site.data.source import Document


WHOLE_FILE = "ทั้งไฟล์"
"""What stands in the place of a label where the whole file is meant."""
_EMPTY = "ช่องนี้ว่างอยู่ ให้พิมพ์ค่า ช่องนี้เว้นว่างไม่ได้"


def explain(errors: Sequence[ErrorDetails], kind: type[Record], document: Document) -> list[Problem]:
    """Return the problems that the entries of `ValidationError.errors()` stand for."""
    unknown = [each for each in errors if each["type"] == "extra_forbidden"]
    misspelt = {
        (*each["loc"][:-1], _meant(str(each["loc"][-1]), _record_at(kind, each["loc"][:-1]))) for each in unknown
    }
    return [
        _explain(each, kind, document)
        for each in errors
        # A key is not missing that stands there misspelt, or in a part of the file that could not be read.
        if each["type"] != "missing" or (document.complete and each["loc"] not in misspelt)
    ]


def _explain(error: ErrorDetails, kind: type[Record], document: Document) -> Problem:
    path = error["loc"]
    label = label_at(kind, path)
    if error["type"] == "missing" and document.has(path):  # between quotation marks there is nothing
        return Problem(document.position(path), "empty-text", f"{label}: {_EMPTY}")
    code, message = _code_and_sentence(error, _record_at(kind, path[:-1]))
    at_key = code in {"unknown-key", "not-a-text", "not-a-list", "not-a-group"}
    return Problem(document.position(path, key=at_key), code, f"{label}: {message}")


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return the question whether a known word was meant, with a space before it, or nothing."""
    close = closest(typed, known)
    return f" หมายถึง “{close}” หรือไม่" if close else ""


def closest(typed: str, known: Iterable[str], *, cutoff: float = 0.5) -> str | None:
    """Return the known word that is spelt most like the typed one, if any is much like it."""
    return next(iter(get_close_matches(typed, list(known), n=1, cutoff=cutoff)), None)


def _code_and_sentence(error: ErrorDetails, record: type[Record] | None) -> tuple[str, str]:
    """Return the code and the sentence of an error; the codes are ours, pydantic's may change."""
    kind, value = error["type"], error["input"]
    key = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "missing":
        problem = "missing-key", f"ไม่มีช่อง “{key}:” ให้เติมช่องนี้ หรือลบทั้งรายการถ้าไม่มีข้อมูล (ไม่มีข้อมูลไม่ใช่ศูนย์)"
    elif kind == "extra_forbidden":
        problem = "unknown-key", _unknown_key(key, record)
    elif value is None and kind != "missing_key":
        problem = "empty-value", "ช่องนี้ว่างอยู่ ให้พิมพ์ค่า หรือลบทั้งช่องถ้าไม่มีข้อมูล"
    elif kind == "not_a_text":
        problem = "not-a-text", f"ต้องเป็นข้อความเดียว แต่พบ{_kind_of(value)}"
    elif error.get("url") is None:  # one of our own, from `model`
        problem = kind.replace("_", "-"), error["msg"]
    elif kind in {"enum", "literal_error"}:
        problem = "unknown-choice", _one_of(_choices(error, record), str(value))
    elif kind == "tuple_type":
        problem = "not-a-list", f"ต้องเป็นรายการ ขึ้นบรรทัดใหม่และขึ้นต้นทุกข้อด้วย - แต่พบ{_kind_of(value)}"
    elif kind == "model_type":
        problem = "not-a-group", f"ต้องเป็นกลุ่มของช่อง แบบ ชื่อช่อง: ค่า แต่พบ{_kind_of(value)}"
    elif isinstance(value, (list, dict)):
        problem = "not-a-text", f"ต้องเป็นข้อความเดียว แต่พบ{_kind_of(value)}"
    else:
        problem = "bad-value", f"อ่านค่า “{excerpt(str(value))}” ไม่ได้"
    return problem


def _one_of(choices: list[str], value: str) -> str:
    listed = ", ".join(f"“{choice}”" for choice in choices)
    return f"ต้องเป็น {listed} แต่พบ “{excerpt(value)}”{did_you_mean(value, choices)}"


def _unknown_key(key: str, record: type[Record] | None) -> str:
    fields = record.model_fields if record else {}
    if key.strip().isdecimal():  # {score: 97,5}
        return f"“{excerpt(key)}” มาจากจุลภาคในตัวเลข ให้ใช้จุดแทนจุลภาค เช่น 96.79"
    meant = _meant(key, record)
    if meant is None:
        return f"ไม่รู้จักช่อง “{excerpt(key)}” ช่องที่ใช้ได้คือ {', '.join(fields)}"
    if fields[meant].title == key:
        return f"ชื่อช่องต้องเป็นภาษาอังกฤษ ให้พิมพ์ “{meant}:” แทน “{key}:”"
    return f"ไม่รู้จักช่อง “{excerpt(key)}” หมายถึง “{meant}” หรือไม่"


def _meant(key: str, record: type[Record] | None) -> str | None:
    """Return the field that an unknown key was meant for: its Thai title, or a name spelt much like it."""
    fields = record.model_fields if record else {}
    titled = (name for name, field in fields.items() if field.title == key)
    return next(titled, None) or closest(key, fields)


def _choices(error: ErrorDetails, record: type[Record] | None) -> list[str]:
    names = [part for part in error["loc"] if isinstance(part, str)]
    annotation = record.model_fields[names[-1]].annotation if record and names else None
    for option in (annotation, *get_args(annotation)):
        if isinstance(option, type) and issubclass(option, StrEnum):
            return [member.value for member in option]
    return [str(option) for option in get_args(annotation)]


def _kind_of(value: object) -> str:
    if isinstance(value, list):
        return f"รายการ {len(value)} ข้อ ให้เขียนต่อกันเป็นข้อความเดียว"
    if isinstance(value, dict):
        return f"กลุ่มของช่อง {', '.join(map(str, list(value)[:3]))} ถ้าเป็นข้อความที่มี : ให้ครอบด้วยเครื่องหมายคำพูด"
    return f" “{excerpt(str(value))}”"


def label_at(kind: type[Record], path: Sequence[str | int]) -> str:
    """Return what the place at a path of a kind of file is called, in one line: “ตัวชี้วัด › รายการที่ 2 › คะแนน”."""
    return joined(labels(kind, path)) or WHOLE_FILE


def joined(names: Iterable[str]) -> str:
    """Return labels, from the top of a file down, in one line."""
    return " › ".join(names)


def typed_steps(path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the steps of a path as a person types them: keys, and items of lists by their place, from 1 on."""
    return tuple(str(step + 1) if isinstance(step, int) else step for step in path)


def typed_path(path: Sequence[str | int]) -> str:
    """Return a path as a person types it, such as `indicators.7.score`."""
    return ".".join(typed_steps(path))


def labels(kind: type[Record], path: Sequence[str | int]) -> list[str]:
    """Return what the fields on the way to a value are called; a message on the value begins with them."""
    names: list[str] = []
    record: type[Record] | None = kind
    for part in path:
        if isinstance(part, int):
            names.append(f"รายการที่ {part + 1}")
            continue
        field = record.model_fields.get(part) if record else None
        if field is not None:
            names.append(field.title or part)
            record = _record_in(field.annotation)
    return names


def _record_at(kind: type[Record], path: Sequence[str | int]) -> type[Record] | None:
    record: type[Record] | None = kind
    for part in path:
        if isinstance(part, str) and record and part in record.model_fields:
            record = _record_in(record.model_fields[part].annotation)
    return record


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((record for option in get_args(annotation) if (record := _record_in(option))), None)
