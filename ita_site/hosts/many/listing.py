"""Which municipalities there are: the folders in a folder, or those that `many.yml` names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data import source
from ita_site.data.load import validated
from ita_site.data.model import is_id
from ita_site.data.model.fields import Record, Text
from ita_site.data.model.names import Id
from ita_site.ground.git import git_checkouts
from ita_site.ground.problems import InvalidData, Position, Problem, Severity
from ita_site.publishing import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "many.yml"
"""The file that lists municipalities, in the folder they are in or by any other name and place."""
_AGENCY = "agency.yml"
_SETTINGS = """\
site_name: ความโปร่งใส
{address}docs_dir: {data}
plugins:
  - ita-site:
      data_dir: {data}
"""


class Listed(Record, title="หน่วยงาน"):
    """A municipality of `many.yml`: a folder, or an address that Git fetches it from."""

    id: Id = Field(title="ชื่อในที่อยู่เว็บไซต์", examples=["mueang-pan"])
    folder: Text | None = Field(None, title="โฟลเดอร์ของหน่วยงาน นับจากไฟล์นี้", examples=["towns/mueang-pan"])
    git: Text | None = Field(None, title="ที่อยู่ Git", examples=["https://git.example/mueang-pan.git"])
    branch: Text | None = Field(None, title="กิ่งของ Git (ถ้าไม่พิมพ์ ใช้กิ่งหลัก)", examples=["main"])

    @model_validator(mode="after")
    def _one_place(self) -> Listed:
        if (self.folder is None) == (self.git is None):
            code, message = "one_place", "ให้พิมพ์ folder: หรือ git: อย่างใดอย่างหนึ่ง"
            raise PydanticCustomError(code, message)
        if self.git is not None and not git_checkouts.is_address(self.git):
            code, message = "git_address", "git: ต้องเป็นที่อยู่ขึ้นต้นด้วย https:// ssh:// file:// หรือแบบ git@host:path"
            raise PydanticCustomError(code, message)
        return self


class Many(Record, title="หลายหน่วยงาน"):
    """`many.yml`: the municipalities, and the address below which the site of each stands by its id."""

    site_url: Text | None = Field(None, title="ที่อยู่ซึ่งเว็บไซต์ทุกแห่งอยู่ข้างใต้", examples=["https://ita.province.example/"])
    municipalities: tuple[Listed, ...] = Field(title="หน่วยงาน")


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of many: what it is called in addresses and reports, and the settings of its project.

    `git` and `branch` say where the project's folder is fetched from; without `git` it is there.
    """

    id: str
    folder: Path
    git: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All municipalities, sorted by id, the address they share, and what was passed over."""

    municipalities: tuple[Municipality, ...]
    url: str
    problems: tuple[Problem, ...]


def read(place: Path, checkouts: Path) -> Listing:
    """Return the municipalities of a folder, or of a list.

    Args:
        place: a folder, with or without a list in it, or a list.
        checkouts: the folder that those from Git are fetched into, each by its id.

    Raises:
        InvalidData: the list has errors, or two municipalities have one id, or there is none.
        OSError: the disk does not answer.

    """
    file = place / NAME if place.is_dir() else place
    if file.is_file():
        return _of_list(file, checkouts)
    if not place.is_dir():
        raise InvalidData([Problem(Position(str(place)), "no-folder", "ไม่พบโฟลเดอร์หรือไฟล์รายชื่อหน่วยงานนี้ ให้ตรวจชื่อที่พิมพ์")])
    return _of_folder(place)


def _of_folder(place: Path) -> Listing:
    found, problems = [], []
    for folder in sorted(each for each in place.iterdir() if each.is_dir() and not each.name.startswith(".")):
        if not is_project(folder):
            message = f"ไม่มี {settings.NAME} หรือ {_AGENCY} จึงไม่นับเป็นหน่วยงาน"
            problems.append(Problem(Position(folder.name), "no-project", message, Severity.NOTICE))
        elif not is_id(folder.name):
            message = "ชื่อโฟลเดอร์เป็นส่วนหนึ่งของที่อยู่เว็บไซต์ ใช้ได้เฉพาะ a-z 0-9 และ - ให้เปลี่ยนชื่อ"
            problems.append(Problem(Position(folder.name), "bad-id", message))
        else:
            found.append(Municipality(folder.name, folder))
    return _listing(found, "", problems, place)


def _of_list(file: Path, checkouts: Path) -> Listing:
    document = source.read(file, file.name)
    listed = validated(document, Many)
    problems = list(document.problems)
    found: dict[str, Municipality] = {}
    for index, each in enumerate(listed.municipalities):
        at = document.position(("municipalities", index, "id"))
        if each.id in found:
            problems.append(Problem(at, "same-id", f"มีหน่วยงานชื่อ {each.id} แล้ว ให้เปลี่ยน id: ให้ไม่ซ้ำกัน"))
            continue
        folder = file.parent / each.folder if each.folder else checkouts / each.id
        if not each.git and not is_project(folder):
            at = document.position(("municipalities", index, "folder"))
            problems.append(Problem(at, "no-project", f"ไม่พบ {settings.NAME} หรือ {_AGENCY} ใน {each.folder}"))
        found[each.id] = Municipality(each.id, folder, each.git or "", each.branch or "")
    url = f"{listed.site_url.rstrip('/')}/" if listed.site_url else ""
    return _listing(list(found.values()), url, problems, file)


def _listing(found: list[Municipality], url: str, problems: list[Problem], place: Path) -> Listing:
    if not found and not problems:
        problems.append(Problem(Position(place.name), "no-project", "ไม่มีหน่วยงานในนี้"))
    wrong = [each for each in problems if each.severity is Severity.ERROR]
    if wrong or not found:
        raise InvalidData(problems)
    return Listing(tuple(sorted(found, key=lambda each: each.id)), url, tuple(sorted(problems)))


def is_project(folder: Path) -> bool:
    """Tell whether a folder is a municipality's: a project, or the data alone."""
    return any((folder / name).is_file() for name in (settings.NAME, _AGENCY))


def settings_of(municipality: Municipality, url: str, kept: Path) -> Path:
    """Return the settings of a municipality's project; of data alone they are made, in a folder of ours.

    Args:
        municipality: which one; its folder is there.
        url: the address below which all stand; empty where it is not known.
        kept: the folder that settings are made in.

    Raises:
        OSError: the disk does not take them.

    """
    own = municipality.folder / settings.NAME
    if own.is_file():
        return own
    address = f"site_url: {json.dumps(f'{url}{municipality.id}/')}\n" if url else ""
    text = _SETTINGS.format(address=address, data=json.dumps(str(municipality.folder.absolute()), ensure_ascii=False))
    made = kept / municipality.id / settings.NAME
    if not made.is_file() or made.read_text(encoding="utf-8") != text:
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(text, encoding="utf-8")
    return made


def fetch(municipality: Municipality) -> Iterator[Problem]:
    """Bring the folder of a municipality up to what its Git address has; what cannot be fetched is told.

    Raises:
        OSError: the disk does not take it.

    """
    if municipality.git:
        try:
            git_checkouts.update(municipality.git, municipality.branch, municipality.folder)
        except git_checkouts.CannotFetchError as error:
            yield Problem(Position(municipality.id), "cannot-fetch", str(error))
            return
        if not is_project(municipality.folder):
            message = f"ไม่พบ {settings.NAME} หรือ {_AGENCY} ในที่เก็บ Git นี้"
            yield Problem(Position(municipality.id), "no-project", message)
