"""The paragraphs of a cell as lines: steps with the lines below them, owners, and plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ita_site.data.source import Value

_NUMBER = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2})*)(?:[.)]+|(?<=\.\d)(?=\s)|(?<=\.\d\d)(?=\s))\s*(?=\D|$)")
_DASH = re.compile(r"[-–—•*●○▪➢✓·]\s*")
_INSIDE = re.compile(r"(?<!ข้อ)(?<!ที่)(?<!\S)(\d{1,2})[.)]\s*(?=[^\d\s])")
_PREFIXES = ("สำนัก", "กอง", "งาน", "ฝ่าย", "หน่วย", "โรงเรียน", "ศูนย์", "ปลัด", "นายก", "คณะ", "กลุ่ม", "ส่วน")
_SPLIT = "แบ่งเป็น {count} ข้อตามเลขที่พิมพ์ในย่อหน้าเดียว"
_NUMBERS_KEPT = "เลขข้อไม่เรียงกัน จึงเก็บเลขตามที่พิมพ์"
_LOST = "ข้อความก่อนข้อแรกนับเป็นข้อหนึ่ง"


@dataclass
class _NumberedLine:
    number: str
    text: str
    below: list[str] = field(default_factory=list)


def lines(text: str) -> tuple[list[Value], str]:
    """Return the lines of a cell as a data file has them, and what was done to find them.

    A line is a paragraph; where paragraphs are numbered, what has no number goes on from the one above, and what has a
    dash or a number of two parts is a line below. Numbers that count from one are those of the list itself.
    """
    remarks: list[str] = []
    paragraphs = list(_parted(thai.arabic(text), remarks))
    made: list[_NumberedLine] = []
    is_numbered = any(found and "." not in found[1] for found in map(_NUMBER.match, paragraphs))
    is_dashed = any(_DASH.match(each) for each in paragraphs)
    for each in paragraphs:
        number, dash = _NUMBER.match(each), _DASH.match(each)
        if number and "." in number[1] and (not made or number[1].partition(".")[0] != made[-1].number):
            number = None  # an amount, such as 3.5 million
        if number and "." not in number[1]:
            made.append(_NumberedLine(number[1], each[number.end() :]))
        elif made and is_numbered and (number or dash):
            rest = each[(number or dash).end() :]  # type: ignore[union-attr]
            made[-1].below.append(f"{number[1]} {rest}" if number else rest)
        elif made and (is_numbered or (is_dashed and not dash)):
            if made[-1].below:
                made[-1].below[-1] += f" {each}"
            else:
                made[-1].text += f" {each}"
        else:
            if is_numbered:
                remarks.append(_LOST)
            made.append(_NumberedLine("", each[dash.end() :] if dash else each))
    made = [each for each in made if each.text.strip() or each.below]
    numbers = [each.number for each in made]
    keep = any(numbers) and numbers != [str(index) for index in range(1, len(made) + 1)]
    if keep:
        remarks.append(_NUMBERS_KEPT)
    return [_value(each, keep=keep) for each in made], " · ".join(remarks)


def owners(text: str, divisions: Collection[str]) -> list[Value]:
    """Return who is responsible, one by one; names within a line are parted where each is plainly one of an office."""
    found: list[Value] = []
    known = {"".join(each.split()): each for each in divisions}
    for paragraph in _parted(thai.arabic(text), []):
        number, dash = _NUMBER.match(paragraph), _DASH.match(paragraph)
        name = paragraph[(number or dash).end() :] if number or dash else paragraph  # type: ignore[union-attr]
        if found and not number and not dash and name.startswith("และ"):
            found[-1] = f"{found[-1]}{name}"
            continue
        pieces = [each.strip() for each in re.split(r"[,;\n]| / ", name) if each.strip()]
        for each in pieces:
            words = each.split()
            if (division := known.get("".join(words))) is not None:  # Word breaks lines, and PDF leaves spaces
                found.append(division)
                continue
            named = all(word in known or word.startswith(_PREFIXES) for word in words)
            found += words if named and len(words) > 1 else [each]
    return found


def plain(text: str) -> str:
    """Return a text whose paragraphs are parted as a data file parts them."""
    return thai.arabic(text).replace("\n", "\n\n")


def numbered_head(text: str) -> tuple[str, str]:
    """Return the number before a text, nothing where there is none, and the text behind it."""
    typed = thai.arabic(text)
    match = re.match(r"\(?(\d{1,2})[.)]+\s*(?=\D)", typed)
    return (match[1], typed[match.end() :].strip()) if match else ("", typed.strip())


def _parted(text: str, remarks: list[str]) -> Iterator[str]:
    """Yield the paragraphs, and the numbered parts of one that holds several."""
    for paragraph in text.split("\n"):
        starts: list[int] = []
        last = 0
        for each in _INSIDE.finditer(paragraph):
            number = int(each[1])
            if (not starts and each.start() == 0) or (starts and last < number <= last + 2):
                starts.append(each.start())
                last = number
        if len(starts) > 1:
            remarks.append(_SPLIT.format(count=len(starts)))
            ends = [*starts[1:], len(paragraph)]
            yield from (paragraph[start:end].strip() for start, end in zip(starts, ends, strict=True))
        elif paragraph.strip():
            yield paragraph.strip()


def _value(line: _NumberedLine, *, keep: bool) -> Value:
    number = line.number if keep else ""
    if not number and not line.below:
        return line.text.strip()
    value: dict[str, Value] = {"number": number} if number else {}
    value["text"] = line.text.strip() or "-"
    if line.below:
        value["lines"] = list(line.below)
    return value
