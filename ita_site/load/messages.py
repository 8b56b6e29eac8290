"""Faults that pydantic finds, told in Thai: where in the file, what was found, what to write instead."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from ita_site.markup import one_line
from ita_site.model import Record
from ita_site.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic_core import ErrorDetails

    from ita_site.source import Document

_MOST_EXCERPT = 60


def explain(error: ErrorDetails, kind: type[Record], document: Document) -> Problem:
    """Return the problem that one entry of `ValidationError.errors()` stands for."""
    path = error["loc"]
    label = " › ".join(_labels(kind, path)) or "ทั้งไฟล์"
    code = error["type"]
    at_key = code in {"extra_forbidden", "string_type", "tuple_type", "model_type"}
    message = _message(error, _record_at(kind, path[:-1]))
    return Problem(document.position(path, key=at_key), code.replace("_", "-"), f"{label}: {message}")


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return the question whether a known word was meant, with a space before it, or nothing."""
    close = get_close_matches(typed, list(known), n=1, cutoff=0.5)
    return f" หมายถึง “{close[0]}” หรือไม่" if close else ""


def excerpt(value: object) -> str:
    """Return what was typed, short enough for a message and on one line."""
    flat = one_line(str(value))
    return flat if len(flat) <= _MOST_EXCERPT else f"{flat[:_MOST_EXCERPT]}…"


def _message(error: ErrorDetails, record: type[Record] | None) -> str:
    code, found = error["type"], error["input"]
    key = str(error["loc"][-1]) if error["loc"] else ""
    if code == "missing":
        message = f"ไม่มีช่อง “{key}:” ให้เติมช่องนี้ หรือลบทั้งรายการถ้าไม่มีข้อมูล (ไม่มีข้อมูลไม่ใช่ศูนย์)"
    elif code == "extra_forbidden":
        message = _unknown_key(key, record)
    elif found is None:
        message = "ช่องนี้ว่างอยู่ ให้พิมพ์ค่า หรือลบทั้งช่องถ้าไม่มีข้อมูล"
    elif error.get("url") is None:  # one of our own, from `model`
        message = error["msg"]
    elif code in {"enum", "literal_error"}:
        message = _one_of(_choices(error, record), str(found))
    elif code == "tuple_type":
        message = f"ต้องเป็นรายการ ขึ้นบรรทัดใหม่และขึ้นต้นทุกข้อด้วย - แต่พบ{_kind_of(found)}"
    elif code in {"model_type", "model_attributes_type", "dict_type"}:
        message = f"ต้องเป็นกลุ่มของช่อง แบบ ชื่อช่อง: ค่า แต่พบ{_kind_of(found)}"
    elif isinstance(found, (list, dict)):
        message = f"ต้องเป็นข้อความเดียว แต่พบ{_kind_of(found)}"
    else:
        message = f"อ่านค่า “{excerpt(found)}” ไม่ได้"
    return message


def _one_of(choices: list[str], found: str) -> str:
    listed = ", ".join(f"“{choice}”" for choice in choices)
    return f"ต้องเป็น {listed} แต่พบ “{excerpt(found)}”{did_you_mean(found, choices)}"


def _unknown_key(key: str, record: type[Record] | None) -> str:
    fields = record.model_fields if record else {}
    for name, field in fields.items():
        if field.title == key:
            return f"ชื่อช่องต้องเป็นภาษาอังกฤษ ให้พิมพ์ “{name}:” แทน “{key}:”"
    known = ", ".join(fields)
    return f"ไม่รู้จักช่อง “{excerpt(key)}”{did_you_mean(key, fields) or f' ช่องที่ใช้ได้คือ {known}'}"


def _choices(error: ErrorDetails, record: type[Record] | None) -> list[str]:
    names = [part for part in error["loc"] if isinstance(part, str)]
    annotation = record.model_fields[names[-1]].annotation if record and names else None
    for option in (annotation, *get_args(annotation)):
        if isinstance(option, type) and issubclass(option, StrEnum):
            return [member.value for member in option]
    return [str(option) for option in get_args(annotation)]


def _kind_of(found: object) -> str:
    if isinstance(found, list):
        return f"รายการ {len(found)} ข้อ ให้เขียนต่อกันเป็นข้อความเดียว"
    if isinstance(found, dict):
        return f"กลุ่มของช่อง {', '.join(map(str, list(found)[:3]))} ถ้าเป็นข้อความที่มี : ให้ครอบด้วยเครื่องหมายคำพูด"
    return f" “{excerpt(found)}”"


def _labels(kind: type[Record], path: Sequence[str | int]) -> list[str]:
    labels: list[str] = []
    record: type[Record] | None = kind
    for part in path:
        if isinstance(part, int):
            labels.append(f"รายการที่ {part + 1}")
            continue
        field = record.model_fields.get(part) if record else None
        if field is not None:
            labels.append(field.title or part)
            record = _record_in(field.annotation)
    return labels


def _record_at(kind: type[Record], path: Sequence[str | int]) -> type[Record] | None:
    record: type[Record] | None = kind
    for part in path:
        if isinstance(part, str) and record and part in record.model_fields:
            record = _record_in(record.model_fields[part].annotation)
    return record


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for option in get_args(annotation) if (found := _record_in(option))), None)
