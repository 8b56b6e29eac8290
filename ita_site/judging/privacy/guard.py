"""What is told of personal data and secrets: masked, with the kind, the place, and what to do.

What lets others act as a person or as the office (numbers of cards and accounts, keys) is an error; what needs an eye,
such as a name, is a warning. The Personal Data Protection Act B.E. 2562 asks for a legal basis of either.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.ground.problems import Position, Problem, Severity
from ita_site.judging.privacy.kinds import PrivateKind
from ita_site.judging.privacy.paragraphs import paragraphs
from ita_site.judging.privacy.recognition import mask, recognise
from ita_site.judging.privacy.suspicion import may_hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.judging.privacy.kinds import Exposure, Known
    from ita_site.judging.privacy.paragraphs import Exemption, Language

_ERRORS = frozenset({PrivateKind.NATIONAL_ID, PrivateKind.PASSPORT, PrivateKind.BANK_ACCOUNT, PrivateKind.SECRET})
_SAID = {
    PrivateKind.NATIONAL_ID: ("เลขประจำตัวประชาชน", "ให้ลบออก หรือปิดเลขให้เหลือ 4 ตัวท้าย"),
    PrivateKind.PASSPORT: ("เลขหนังสือเดินทาง", "ให้ลบออก"),
    PrivateKind.BANK_ACCOUNT: ("เลขบัญชีธนาคารของบุคคล", "ให้ลบออก ถ้าเป็นบัญชีของหน่วยงาน ให้พิมพ์ชื่อบัญชีไว้ด้วย"),
    PrivateKind.SECRET: ("รหัสผ่านหรือกุญแจของระบบ", "ให้ลบออก แล้วเปลี่ยนรหัสหรือยกเลิกกุญแจนั้นทันที"),
    PrivateKind.PHONE: ("หมายเลขโทรศัพท์ที่ไม่ใช่ของหน่วยงาน", "ให้ลบออก ถ้าเป็นของหน่วยงาน ให้เพิ่มใน channels: ของ agency.yml"),
    PrivateKind.EMAIL: ("อีเมลส่วนตัว", "ให้ลบออก ถ้าเป็นของหน่วยงาน ให้เพิ่มใน channels: ของ agency.yml"),
    PrivateKind.LINE_ID: ("ไอดีไลน์ส่วนตัว", "ให้ลบออก ถ้าเป็นของหน่วยงาน ให้เพิ่มใน channels: ของ agency.yml"),
    PrivateKind.HOME: ("ที่อยู่บ้านของบุคคล", "ให้ลบออก หรือเหลือเพียงหมู่และตำบล"),
    PrivateKind.NAME: (
        "ชื่อบุคคล",
        "ให้พิมพ์ตำแหน่งแทน ชื่อผู้ลงนามอยู่ที่ prepared_by: หรือ approved_by: และชื่อผู้บริหารอยู่ที่ข้อ OIT ข้อมูลผู้บริหาร",
    ),
    PrivateKind.BIRTH: ("วันเกิดของบุคคล", "ให้ลบออก"),
    PrivateKind.HEALTH: ("ชื่อบุคคลคู่กับข้อมูลสุขภาพ", "ให้ลบชื่อออก ข้อมูลสุขภาพเปิดเผยไม่ได้ถ้าไม่มีความยินยอมโดยชัดแจ้ง"),
}
"""What each kind is called, and what to write instead."""
CODES = frozenset({*(kind.value for kind in PrivateKind), "exemption-without-reason", "exemption-in-text"})
"""The codes of problems that speak of something that should not be public."""
_ALLOW = "ถ้าเปิดเผยได้จริง ให้พิมพ์ {remark} ไว้ท้ายบรรทัด หรือในบรรทัดก่อนหน้า"
_OF_A_FILE = re.compile(r"\bfile:")
"""A remark on the line that names an attachment is about what is inside it."""
_SEEN = 400
"""Characters around a place that a report may show of its line."""
_SHOWN = re.compile(r"[^\s]")
_BETWEEN = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])|_")


def in_text(text: str, position: Position, known: Known, place: str = "", advice: str = "") -> Iterator[Problem]:
    """Yield what should not be public in a text of which only the file can be named, such as a page of a PDF.

    Args:
        text: what is read.
        position: where an editor can do something about it.
        known: what the office itself makes public.
        place: where in the file the text stands, in Thai, such as `หน้า 3`.
        advice: what else to do, in Thai.

    """
    for exposure in recognise(text, known):
        yield problem_of(position, exposure, text, place, advice)


def in_file(name: str, text: str, language: Language, known: Known) -> Iterator[Problem]:
    """Yield what should not be public in a file of text, but for what it says may be, and remarks that say it badly."""
    if "เปิดเผยได้" not in text and not may_hold(text):
        return
    advice = _ALLOW.format(remark=language.value)
    remarks: dict[Exemption, bool] = {}
    for each in paragraphs(text, language):
        remark = each.exemption
        exposures = recognise(each.text, known)
        if remark is not None:
            needed = bool(exposures) or bool(_OF_A_FILE.search(each.text))
            remarks[remark] = remarks.get(remark, False) or needed
        if remark is None or not remark.reason or remark.is_text:
            for exposure in exposures:
                yield problem_of(Position(name, *each.at(exposure.start)), exposure, each.text, "", advice)
    for remark, needed in remarks.items():
        yield from _fault(name, remark, language, needed=needed)


def in_name(name: str, known: Known) -> Iterator[Problem]:
    """Yield what should not be public in the name of a file, which is a part of its address."""
    if not _name_may_hold(name):
        return
    for part in PurePosixPath(name).parts:
        told: set[PrivateKind] = set()
        for written in (_BETWEEN.sub(" ", part), part):
            exposures = [each for each in recognise(written, known) if each.kind not in told]
            told.update(each.kind for each in exposures)
            for exposure in exposures:
                yield problem_of(Position(name), exposure, written, "ชื่อไฟล์", "ให้เปลี่ยนชื่อไฟล์")


def masked(problem: Problem, known: Known) -> Problem:
    """Return a problem that quotes nothing that should not be public, not even in the name of its file."""
    message = mask(problem.message, known)
    path = problem.position.path
    if _name_may_hold(path):
        path = "/".join(_masked_name(part, known) for part in path.split("/"))
    if (message, path) == (problem.message, problem.position.path):
        return problem
    return replace(problem, message=message, position=replace(problem.position, path=path))


def masked_line(line: str, problem: Problem) -> str:
    """Return the line of a problem with nothing in it that should not be public, as long as it was."""
    start = problem.position.column - 1
    first, last = max(0, start - _SEEN), start + _SEEN
    shown = line[:first] + mask(line[first:last]) + line[last:]
    if problem.code in _SAID and shown[start:] == line[start:]:  # it goes on in the next line
        return shown[:start] + _SHOWN.sub("•", shown[start:])
    return shown


def _name_may_hold(name: str) -> bool:
    """Tell whether anything may be found in a name, with its words apart or as it is, such as a key of a computer."""
    return may_hold(name) or may_hold(_BETWEEN.sub(" ", name))


def _masked_name(name: str, known: Known) -> str:
    """Return the name of a file as it may be shown, with letters and figures apart where it has to be masked."""
    spaced = _BETWEEN.sub(" ", name)
    return mask(spaced, known) if recognise(spaced, known) else mask(name, known)


def _fault(name: str, remark: Exemption, language: Language, *, needed: bool) -> Iterator[Problem]:
    place = Position(name, remark.line, remark.column)
    if remark.is_text:
        message = "ข้อยกเว้นนี้อยู่ในเนื้อความ จึงจะขึ้นบนหน้าเว็บด้วย ให้ย้ายไปไว้ท้ายบรรทัดที่ขึ้นต้นข้อความ (หลัง > หรือ |) หรือในบรรทัดก่อนหน้านั้น"
        yield Problem(place, "exemption-in-text", message, Severity.WARNING)
    elif not remark.reason:
        message = f"ข้อยกเว้นนี้ไม่มีเหตุผล จึงไม่มีผล ให้พิมพ์ว่าเปิดเผยได้เพราะเหตุใด แบบ {language.value}"
        yield Problem(place, "exemption-without-reason", message, Severity.WARNING)
    elif not needed:
        message = "ข้อยกเว้นนี้ไม่มีข้อมูลส่วนบุคคลให้ยกเว้น อาจแก้ไขไปแล้วหรืออยู่ผิดบรรทัด ให้ลบหรือย้ายข้อยกเว้น"
        yield Problem(place, "exemption-of-nothing", message, Severity.WARNING)


def problem_of(position: Position, exposure: Exposure, text: str, place: str = "", advice: str = "") -> Problem:
    """Return what is told of an exposure in a text; the other arguments are those of `in_text`."""
    what, instead = _SAID[exposure.kind]
    where = f"{place}: " if place else ""
    shown = " ".join(exposure.masked(text).split())
    severity = Severity.ERROR if exposure.kind in _ERRORS else Severity.WARNING
    message = f"{where}พบ{what} “{shown}” {instead}"
    return Problem(position, exposure.kind.value, f"{message} {advice}".strip(), severity)
