"""The page of the handbook with what checks say, made from the cases of the tests: no second list is kept by hand.

python -m tests.message_list --write    # writes it anew from tests/cases
"""

from __future__ import annotations

import html
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.ground.problems import Severity
from ita_site.hosts.reports.problem_report import WORDS
from ita_site.publishing.data_check import check
from tests.helpers import ROOT, TESTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE = ROOT / "ita_site" / "hosts" / "desk" / "handbook" / "messages.md"
CASES = sorted((TESTS / "cases").glob("*.yml"))
AGENCY = """\
name: เทศบาลตำบลตัวอย่าง
kind: เทศบาลตำบล
district: เมือง
province: ลำปาง
divisions: [สำนักปลัด, กองคลัง]
channels: [{name: โทรศัพท์ 054 000 000, use: ติดต่อสอบถาม}]
"""
"""What a case has that does not give its own."""
_HEAD = """# ข้อความของการตรวจ

โปรแกรมตรวจทุกครั้งที่บันทึก ทุกเรื่องบอกไฟล์ บรรทัด สิ่งที่พบ และสิ่งที่ควรพิมพ์แทน ข้อความด้านล่างเป็นตัวอย่างจริงของแต่ละเรื่อง
รหัสภาษาอังกฤษไว้ค้นหน้านี้และแจ้งผู้ดูแล
"""
_PARTS = {
    Severity.ERROR: (WORDS[Severity.ERROR], "เผยแพร่ไม่ได้จนกว่าจะแก้"),
    Severity.WARNING: (WORDS[Severity.WARNING], "ควรแก้หรืออธิบายก่อนเผยแพร่"),
    Severity.NOTICE: (WORDS[Severity.NOTICE], "เผยแพร่ได้ บอกไว้ให้รู้ว่าขาดอะไร"),
}
_MARKS = re.compile(r"([\\`*_{}\[\]#!])")


@dataclass(frozen=True)
class Said:
    """A message as it was said: its code, its severity, the message, and what the case is about."""

    code: str
    severity: Severity
    message: str
    case: str


def read(path: Path) -> dict[str, Any]:
    """Return a case."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def said(path: Path) -> Iterator[Said]:
    """Yield what is said of a case."""
    case = read(path)
    with TemporaryDirectory() as folder:
        for name, text in {"data/agency.yml": AGENCY, **case["files"]}.items():
            if text is not None:
                file = Path(folder, name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="")
        listed = {line.split()[-2] for line in case["problems"]}
        for each in check(Path(folder, "data")).problems:
            if each.code in listed:
                yield Said(each.code, each.severity, each.message.replace(folder, ""), case["name"])


def page(every: Iterable[Said]) -> str:
    """Return the page: of each code and severity the first message, under what must be mended first."""
    first: dict[tuple[Severity, str], Said] = {}
    for each in every:
        first.setdefault((each.severity, each.code), each)
    lines, anchored = [_HEAD], set[str]()
    for severity, (title, means) in _PARTS.items():
        lines += [f"## {title}", "", f"{means}", ""]
        for (of, code), each in sorted(first.items(), key=lambda item: item[0][1]):
            if of is severity:
                lines += [entry(each, with_anchor=code not in anchored), ""]
                anchored.add(code)
    return "\n".join(lines).rstrip() + "\n"


def entry(each: Said, *, with_anchor: bool = True) -> str:
    """Return the lines of a message."""
    anchor = f" {{ #{each.code} }}" if with_anchor else ""
    return f"### {each.code}{anchor}\n\n{plain(each.message)}\n\nตัวอย่างจาก: {plain(each.case)}"


def plain(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return html.escape(_MARKS.sub(r"\\\1", " ".join(text.split())), quote=False)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(each for path in CASES for each in said(path)), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    main()
