"""The layout of a data folder: which file is of which kind, and what does not belong."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ita_site.data import model
from ita_site.data.load import file_name_faults
from ita_site.ground import file_names, thai
from ita_site.ground.problems import MAX_OF_A_KIND, Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_IMAGES = frozenset({".png", ".jpg", ".webp"})
"""The endings that a picture beside `agency.yml` may have."""
ADDRESS_LIST = "urls.txt"
"""The addresses that were published, beside `agency.yml`: no data, and read where pages are made."""
_NOT_OURS = re.compile(r"\.|~\$|(?:thumbs\.db|desktop\.ini)$|.*~$", re.IGNORECASE)
"""What systems and programs leave behind: `.DS_Store`, `~$plan.docx`, `result.yml~`."""


class FileKind(Enum):
    """The kinds of data file, each with the record it holds."""

    AGENCY = model.Agency
    FRAMEWORK = model.Framework
    RESULT = model.Result
    ANALYSIS = model.Analysis
    MEASURE = model.Measure
    PLAN = model.Plan
    REPORT = model.Report
    DISCLOSURE = model.Disclosure
    LINKS = model.LinkLock
    GAPS = model.Gaps


_ONE_A_YEAR = {
    "result.yml": FileKind.RESULT,
    "analysis.yml": FileKind.ANALYSIS,
    "plan.yml": FileKind.PLAN,
    "disclosure.yml": FileKind.DISCLOSURE,
    "links.lock.yml": FileKind.LINKS,
    "gaps.yml": FileKind.GAPS,
}
_MANY_A_YEAR = {"measures": FileKind.MEASURE, "reports": FileKind.REPORT}
COPIES = "copies"
"""The folder of a year with what was kept of other websites: no data, and never published."""
_ATTACHMENTS = "files"
"""The folder of a year in which files lie that its records name."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of a known kind; `name` is its path for messages, `id` its stem."""

    kind: FileKind
    path: Path
    name: str
    year: int | None = None

    @property
    def id(self) -> str:
        """The name of the file without its ending: the id of a measure or report."""
        return self.path.stem


class Scan:
    """One walk over a data folder: the data files in a fixed order, and the problems of the layout.

    `folder` is what the data folder is called, and so are the names of its files: the way from the project's folder.
    `misnamed` has the names that files were most likely meant to have which are called otherwise.
    """

    def __init__(self, data: Path, root: Path | None = None) -> None:
        self.data = data
        self.folder = Path(os.path.relpath(data, root)).as_posix() if root else data.name
        self.files: list[DataFile] = []
        self.years: set[int] = set()
        self.images: dict[str, Path] = {}
        self.attachments: dict[int, dict[str, Path]] = {}
        self.problems: list[Problem] = []
        self.misnamed: set[str] = set()
        self._told: Counter[tuple[Path, str]] = Counter()
        if data.is_dir():
            self._top()
        else:
            message = (
                "ไม่พบโฟลเดอร์นี้ ให้เข้าโฟลเดอร์ของโครงการก่อน หรือเริ่มโครงการใหม่ด้วย ita-site new"
                " ข้อมูลทั้งหมดต้องอยู่ในโฟลเดอร์นี้ เริ่มจาก agency.yml และโฟลเดอร์ปี เช่น 2568"
            )
            self._problem(data, "no-data", message)

    def _top(self) -> None:
        for path in (each for each in self._entries(self.data) if each.name != ADDRESS_LIST):
            if path.name == "agency.yml":
                self._file(FileKind.AGENCY, path)
            elif path.name == "frameworks" and path.is_dir():
                for file in self._yaml_files(path):
                    if (year := self._year(file, file.stem)) is not None:
                        self._file(FileKind.FRAMEWORK, file, year)
            elif path.name in {*_ONE_A_YEAR, *_MANY_A_YEAR, _ATTACHMENTS}:
                message = f"ต้องอยู่ในโฟลเดอร์ปีงบประมาณ เช่น {self.folder}/2568/{path.name}"
                self._problem(path, "outside-year", message)
            elif path.suffix in _IMAGES and path.is_file():
                self.images[path.name] = path
            elif not path.is_dir():
                self._unknown(path, ["agency.yml"])
            elif (year := self._year(path, path.name)) is not None:
                self.years.add(year)
                self._year_folder(path, year)
        self._require_the_least()
        self._sum_up()

    def _require_the_least(self) -> None:
        told = {each.position.path for each in self.problems}
        agency = self._name(self.data / "agency.yml")
        if agency not in told | self.misnamed and not any(each.kind is FileKind.AGENCY for each in self.files):
            message = "ไม่พบไฟล์นี้ ให้สร้างไฟล์ที่มีชื่อหน่วยงาน อำเภอ จังหวัด (ช่อง name, kind, district, province)"
            self._problem(self.data / "agency.yml", "no-agency", message)
        if not self.years and not self.problems:
            message = "ยังไม่มีข้อมูลปีใดเลย ให้สร้างโฟลเดอร์ปีงบประมาณ พ.ศ. เช่น 2568 แล้วใส่ result.yml"
            self._problem(self.data, "no-years", message)

    def _year_folder(self, folder: Path, year: int) -> None:
        before = len(self.files), len(self.problems)
        for path in self._entries(folder):
            if path.name in _ONE_A_YEAR:
                self._file(_ONE_A_YEAR[path.name], path, year)
            elif path.name in _MANY_A_YEAR and path.is_dir():
                for file in self._yaml_files(path):
                    if self._good_id(file):
                        self._file(_MANY_A_YEAR[path.name], file, year)
            elif path.name == COPIES and path.is_dir():
                continue
            elif path.name == _ATTACHMENTS and path.is_dir():
                self.attachments[year] = dict(self._attachments(path))
            else:
                self._unknown(path, [*_ONE_A_YEAR, *_MANY_A_YEAR, _ATTACHMENTS])
        if before == (len(self.files), len(self.problems)) and not self.attachments.get(year):
            message = "โฟลเดอร์ปีนี้ว่างเปล่า ให้ใส่ result.yml, analysis.yml, measures/ หรือ reports/ หรือลบโฟลเดอร์"
            self._problem(folder, "empty-year", message)

    def _entries(self, folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if _NOT_OURS.match(path.name):
                continue
            if not file_names.is_utf_8(path.name):
                message = (
                    f"ชื่อไฟล์หรือโฟลเดอร์นี้ไม่ใช่ UTF-8 (น่าจะเป็น “{file_names.readable(path.name)}”"
                    " ซึ่งมาจาก ZIP ของ Windows ภาษาไทย) ให้เปลี่ยนชื่อเป็น a-z 0-9 และ - เช่น asset-lending.yml"
                )
                self._problem(path, "bad-file-name", message)
                continue
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
                yield path
            else:
                message = "เป็นทางลัด (link) หรือไฟล์พิเศษ ระบบไม่อ่านนอกโฟลเดอร์ข้อมูล ให้คัดลอกไฟล์จริงมาไว้ที่นี่"
                self._problem(path, "not-a-file", message)

    def _yaml_files(self, folder: Path) -> Iterator[Path]:
        for path in self._entries(folder):
            if path.suffix == ".yml" and path.is_file():
                yield path
            else:
                self._unknown(path, [])

    def _attachments(self, folder: Path) -> Iterator[tuple[str, Path]]:
        for path in self._entries(folder):
            if path.is_file():
                yield path.name, path
            else:
                message = f"ใน {folder.name} มีได้เฉพาะไฟล์ ไม่มีโฟลเดอร์ย่อย ให้ย้ายไฟล์ออกมา แล้วลบโฟลเดอร์นี้"
                self._problem(path, "not-a-file", message)

    def _file(self, kind: FileKind, path: Path, year: int | None = None) -> None:
        if path.is_file():
            self.files.append(DataFile(kind, path, self._name(path), year))
        else:
            self._problem(path, "not-a-file", "ต้องเป็นไฟล์ ไม่ใช่โฟลเดอร์")

    def _year(self, path: Path, text: str) -> int | None:
        try:
            year = thai.year(text)
        except thai.BadDate as error:
            message = str(error)
        else:
            if text == str(year):
                return year
            message = f"ให้เปลี่ยนชื่อเป็น {year} (เลขอารบิก)"
        what = "ชื่อไฟล์" if path.is_file() else "ชื่อโฟลเดอร์"
        self._problem(path, "bad-year", f"{what}ต้องเป็นปีงบประมาณ พ.ศ. 4 หลัก: {message}")
        return None

    def _good_id(self, path: Path) -> bool:
        name = path.stem
        if model.is_id(name):
            return True
        message = (
            f"ชื่อไฟล์ “{name[: model.MAX_ID]}” จะเป็นที่อยู่หน้าเว็บ จึงใช้ได้เฉพาะ a-z 0-9 และ -"
            f" ยาวไม่เกิน {model.MAX_ID} ตัว"
            " เช่น asset-lending.yml"
        )
        self._problem(path, "bad-id", message)
        return False

    def _unknown(self, path: Path, known: list[str]) -> None:
        code, message, severity, meant = file_name_faults.judge(path, known)
        if meant is not None:
            self.misnamed.add(self._name(path.with_name(meant)))
        self._problem(path, code, message, severity)

    def _name(self, path: Path) -> str:
        return (PurePosixPath(self.folder) / path.relative_to(self.data).as_posix()).as_posix()

    def _problem(self, path: Path, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        self._told[path.parent, code] += 1
        if self._told[path.parent, code] <= MAX_OF_A_KIND:
            self.problems.append(Problem(Position(file_names.readable(self._name(path))), code, message, severity))

    def _sum_up(self) -> None:
        """Tell how many more files of a folder are wrong in the same way: a thousand of them are one thing to mend."""
        severities = {each.code: each.severity for each in self.problems}
        for (folder, code), told in sorted(self._told.items()):
            if told > MAX_OF_A_KIND:
                more = f"มีไฟล์แบบเดียวกันในโฟลเดอร์นี้อีก {told - MAX_OF_A_KIND:,} ไฟล์ แก้ข้างต้นแล้วตรวจใหม่"
                place = Position(file_names.readable(self._name(folder)))
                self.problems.append(Problem(place, code, more, severities[code]))
