"""Personal data and secrets inside attachments: what is seen in them, and what only programs show.

Pictures of words, such as a scanned card, cannot be read. The names of persons in what everyone sees are not told:
an official document bears those of who signed it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.data.load import inner_text
from ita_site.data.load.inner_text import TraceKind
from ita_site.data.model import attachments
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.judging import privacy
from ita_site.judging.privacy import Language, PrivateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, PublishedFile, Year
    from ita_site.data.load.inner_text import Trace
    from ita_site.judging.privacy import Known

_MOST = 3
"""Findings of a kind that are told of one file; a list of persons is one thing to mend."""
_ADVICE = "ถ้าเปิดเผยได้จริง ให้พิมพ์ # เปิดเผยได้: เหตุผล ท้ายบรรทัด file: ของไฟล์นี้"
_TRACES = {
    TraceKind.POSITION: ("file-with-position", Severity.WARNING, "ซึ่งบอกว่าถ่ายที่ใด"),
    TraceKind.THUMBNAIL: ("file-with-thumbnail", Severity.NOTICE, "ซึ่งอาจแสดงส่วนของรูปที่ตัดหรือปิดไปแล้ว"),
}
"""What is told of each, and how bad it is."""
_CUT = " (ตัดออกจากรูปที่เผยแพร่ แต่ยังอยู่ในไฟล์ของที่เก็บข้อมูล)"


def check(dataset: Dataset, known: Known) -> Iterator[Problem]:
    """Yield what the attachments of all years give away, at the line that names each; those with a reason are left."""
    for year in dataset.years.values():
        named = _named(year) if year.files else {}
        for name, file in year.files.items():
            places = named.get(name, [])
            if places and not any(_is_exempt(dataset, each) for each in places):
                yield from in_file(name, file, places[0], known)


def in_file(name: str, file: PublishedFile, position: Position, known: Known) -> Iterator[Problem]:
    """Yield what one file gives away, told at a position under the name it has or is to have."""
    yield from _few_of_each(_in_file(name, file, position, known))


def _named(year: Year) -> dict[str, list[Position]]:
    """Return where each file is named in the records of a year."""
    places: dict[str, list[Position]] = defaultdict(list)
    for loaded in year.records:
        for path, each in attachments(loaded.record):
            if each.file is not None:
                places[each.file].append(loaded.at(*path, "file"))
    return places


def _is_exempt(dataset: Dataset, place: Position) -> bool:
    source = dataset.sources.get(place.path, b"").decode("utf-8", "replace")
    return place.line in privacy.exemptions(source, Language.YAML)


def _in_file(name: str, file: PublishedFile, position: Position, known: Known) -> Iterator[Problem]:
    text = inner_text.of_file(file)
    for part in text.parts:
        place = f"ไฟล์ {name} {part.place}{'' if part.published else _CUT}"
        for each in privacy.in_text(part.text, position, known, place, _ADVICE):
            if each.code == PrivateKind.NAME.value and part.seen:
                continue
            yield each if part.published else replace(each, severity=_of_what_is_cut(each.severity))
    yield from _traces(name, [each for each in text.traces if each.published], position)
    if not text.is_whole:
        message = f"อ่านข้อความในไฟล์ {name} ได้ไม่หมด จึงตรวจข้อมูลส่วนบุคคลได้เพียงบางส่วน ให้เปิดดูส่วนที่เหลือเอง"
        yield Problem(position, "file-read-in-part", message, Severity.NOTICE)


def _traces(name: str, traces: list[Trace], position: Position) -> Iterator[Problem]:
    """Yield what the pictures in a document tell without words; they are published as they are."""
    for kind, (code, severity, why) in _TRACES.items():
        of_kind = [each.place for each in traces if each.kind is kind]
        if of_kind:
            count = f" และอีก {len(of_kind) - 1:,} รูป" if of_kind[1:] else ""
            message = (
                f"ไฟล์ {name} {of_kind[0]}{count} มี{kind} {why} และจะเผยแพร่ไปด้วย"
                f" ให้ลบออกจากรูปแล้วใส่รูปใหม่ หรือพิมพ์เอกสารเป็น PDF แบบย่อรูป {_ADVICE}"
            )
            yield Problem(position, code, message, severity)


def _of_what_is_cut(severity: Severity) -> Severity:
    """Return how bad it is that something lies in the repository, although it is not published."""
    return Severity.WARNING if severity is Severity.ERROR else Severity.NOTICE


def _few_of_each(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each kind; the last of those says how many more there are."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        kinds[each.code].append(each)
    for found in kinds.values():
        yield from found[: _MOST - 1]
        if len(found) >= _MOST:
            last, more = found[_MOST - 1], len(found) - _MOST
            yield replace(last, message=f"{last.message} (พบแบบนี้อีก {more:,} แห่งในไฟล์นี้)") if more else last
