"""Changes of the values of data files, and of how they are written."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from tests.helpers import small_sets
from tests.helpers.mutations.project import NotApplicable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

    from tests.helpers.mutations.project import Project

_YAML = "data/**/*.yml"
_DAY = re.compile(r"\d+(?= (?:ต\.ค\.|ก\.ย\.|มี\.ค\.|พ\.ย\.) \d{4})")
_LONG = 30
_OF_AGENCIES: tuple[tuple[str, object], ...] = (
    *(("licence", each) for each in ("CC0-1.0", "CC-BY-4.0")),
    *(("colour", each) for each in ("ม่วง", "น้ำตาล", "เทา")),
    *(("digits", each) for each in ("ไทย", "อารบิก")),
    ("website", "https://www.other.go.th/"),
    ("notice", "ประกาศ"),
    ("motto", "โปร่งใส"),
    ("channels", []),
    ("synonyms", [["ร้องเรียน", "แจ้งเบาะแส"]]),
)
_STATES = ("ดำเนินการแล้ว", "กำลังดำเนินการ", "ยังไม่เริ่มดำเนินการ", "ไม่ได้ดำเนินการ")


def edit_text(project: Project, chance: Random) -> str:
    return _edit(project, chance, lambda key, value: isinstance(value, str) and _is_prose(key, value), _longer)


def edit_score(project: Project, chance: Random) -> str:
    return _edit(project, chance, lambda key, _: key in {"score", "total"}, lambda _: round(chance.uniform(50, 100), 2))


def edit_date(project: Project, chance: Random) -> str:
    def another(value: Any) -> str:  # noqa: ANN401 - any value of a data file
        return _DAY.sub(str(chance.randint(2, 28)), str(value), count=1)

    return _edit(project, chance, lambda _, value: isinstance(value, str) and bool(_DAY.search(value)), another)


def edit_title(project: Project, chance: Random) -> str:
    return _edit(project, chance, lambda key, _: key in {"title", "name"}, _longer)


def edit_status(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/reports/*.yml")
    report = small_sets.read(path)
    row = chance.choice(report.get("measures") or [{}])
    row["status"] = status = chance.choice([each for each in _STATES if each != row.get("status")])
    small_sets.write(path, report)
    return f"{project.called(path)}: {status}"


def edit_reply(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/disclosure.yml")
    answered = small_sets.read(path)
    reply = chance.choice([{"reply": "ไม่มี", "note": "ไม่มีข้อมูล"}, {"url": "https://a.go.th/x"}])
    evidence = {"evidence": [{"title": "หลักฐาน", "url": reply["url"]}]} if "url" in reply else reply
    answered["items"] = [{"item": "O1", **evidence}, *(answered.get("items") or [])[1:]]
    small_sets.write(path, answered)
    return f"{project.called(path)}: {reply}"


def edit_reference(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/measures/*.yml")
    measure = small_sets.read(path)
    measure["answers"] = chance.sample([8, 10], chance.randint(1, 2))
    measure.pop("missing", None)
    small_sets.write(path, measure)
    return f"{project.called(path)} answers {measure['answers']}"


def edit_agency(project: Project, chance: Random) -> str:
    key, value = chance.choice(_OF_AGENCIES)
    _put(project.data / "agency.yml", {key: value})
    return f"agency.yml: {key} {value}"


def rename_agency(project: Project, chance: Random) -> str:
    path = project.data / "agency.yml"
    agency = small_sets.read(path)
    former = agency["name"]
    name = f"เทศบาลตำบลบ้าน{chance.choice('กขคงจ')}"
    _put(path, {"name": name, "former_names": sorted({*agency.get("former_names", []), former} - {name})})
    return f"agency.yml: {former} is {name}"


def remove_value(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/*.yml", "data/*/*/*.yml")
    value = small_sets.read(path)
    key = chance.choice(sorted(value))
    del value[key]
    small_sets.write(path, value)
    return f"{project.called(path)} without {key}"


def reorder_keys(project: Project, chance: Random) -> str:
    path = project.within(chance, _YAML)
    small_sets.write(path, dict(reversed(small_sets.read(path).items())))
    return project.called(path)


def comment(project: Project, chance: Random) -> str:
    path = project.within(chance, _YAML)
    path.write_bytes(f"# {project.name()}\n".encode() + path.read_bytes())
    return project.called(path)


def line_ends(project: Project, chance: Random) -> str:
    path = project.within(chance, _YAML)
    text = path.read_bytes()
    other = text.replace(b"\r\n", b"\n") if b"\r\n" in text else text.replace(b"\n", b"\r\n")
    path.write_bytes(other)
    return project.called(path)


def byte_order_mark(project: Project, chance: Random) -> str:
    path = project.within(chance, _YAML)
    text = path.read_bytes()
    mark = b"\xef\xbb\xbf"
    path.write_bytes(text.removeprefix(mark) if text.startswith(mark) else mark + text)
    return project.called(path)


def score_of_the_same_size_and_time(project: Project, chance: Random) -> str:
    """A tool that keeps the time of a file leaves nothing but its bytes to tell that it was changed."""
    path = project.within(chance, "data/*/result.yml")
    before, text = path.stat(), path.read_text(encoding="utf-8")
    digits = [each.start() for each in re.finditer(r"(?<=[5-9])\d(?=\.\d)", text)]
    if not digits:
        raise NotApplicable
    place = chance.choice(digits)
    path.write_text(f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return project.called(path)


def exchange_two_files(project: Project, chance: Random) -> str:
    """The bytes and the names of all files together are what they were."""
    one = project.within(chance, "data/*/measures/*.yml")
    others = [each for each in sorted(one.parent.glob("*.yml")) if each != one]
    if not others:
        raise NotApplicable
    other = chance.choice(others)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    return f"{project.called(one)} and {other.name}"


def broken_yaml(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/*.yml", "data/*/*/*.yml")
    path.write_bytes(path.read_bytes() + b"\nbroken: [\n")
    return project.called(path)


def score_beyond_all(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/result.yml")
    _put(path, {"total": 120})
    return project.called(path)


def unknown_key(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/measures/*.yml", "data/agency.yml")
    _put(path, {"titel": "x"})
    return project.called(path)


KINDS = (
    *(
        edit_text,
        edit_score,
        edit_date,
        edit_title,
        edit_status,
        edit_reply,
        edit_reference,
        edit_agency,
        rename_agency,
    ),
    *(remove_value, reorder_keys, comment, line_ends, byte_order_mark, score_of_the_same_size_and_time),
    *(exchange_two_files, broken_yaml, score_beyond_all, unknown_key),
)


def _edit(
    project: Project, chance: Random, fits: Callable[[object, Any], bool], change: Callable[[Any], object]
) -> str:
    """Change one value that fits in one of the data files."""
    files = sorted(project.data.rglob("*.yml"))
    chance.shuffle(files)
    for path in files:
        whole = small_sets.read(path)
        places = [(inside, key) for inside, key in _values(whole) if fits(key, inside[key])]
        if places:
            inside, key = chance.choice(places)
            before = inside[key]
            inside[key] = change(before)
            small_sets.write(path, whole)
            return f"{project.called(path)}: {key}: {str(before)[:40]!r} to {str(inside[key])[-40:]!r}"
    raise NotApplicable


def _values(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any part of a data file
    """Yield each mapping or list with each key or index of it under which a single value stands."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in pairs:
        if isinstance(each, dict | list):
            yield from _values(each)
        else:
            yield value, key


def _is_prose(key: object, value: str) -> bool:
    return len(value) > _LONG and key not in {"agency", "url", "address"}


def _longer(value: object) -> str:
    return f"{str(value).rstrip()} เพิ่มเติม"


def _put(path: Path, change: dict[str, object]) -> None:
    small_sets.write(path, {**small_sets.read(path), **change})
