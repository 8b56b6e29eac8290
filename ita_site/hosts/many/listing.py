"""Which municipalities there are: the folders in a folder, or those that `many.yml` names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data import source
from ita_site.data.load import validated
from ita_site.data.model import MAX_ID, is_id
from ita_site.data.model.fields import Record, Text
from ita_site.data.model.names import Id
from ita_site.ground import file_names
from ita_site.ground.git import git_checkouts
from ita_site.ground.problems import InvalidData, Position, Problem, Severity, blocking
from ita_site.hosts.reports import failures
from ita_site.publishing import settings
from ita_site.publishing.settings import web_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAME = "many.yml"
"""The file that lists municipalities, in the folder they are in or by any other name and place."""
OVERVIEW = "overview"
"""The folder of the site about all, beside those of the municipalities: none of them has this id."""
_RESERVED = f"หน่วยงานชื่อ {OVERVIEW} ไม่ได้ เพราะเป็นโฟลเดอร์ของเว็บไซต์รวม ให้เปลี่ยนชื่อโฟลเดอร์หรือ id: ของหน่วยงานนั้น"
_AGENCY = "agency.yml"


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

    @field_validator("site_url")
    @classmethod
    def _of_a_folder(cls, typed: str | None) -> str | None:
        if typed is None:
            return None
        address, fault = web_addresses.of_folder(typed, "site_url", example="https://ita.province.go.th/", query=False)
        if fault is not None and not address:
            code, template = "bad_address", "{why}"
            raise PydanticCustomError(code, template, {"why": fault.message})
        return address


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
    """All municipalities, sorted by id, the address they share, and what was passed over and why."""

    municipalities: tuple[Municipality, ...]
    url: str
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether no municipality was left out for an error."""
        return not blocking(self.problems)


def read(place: Path, checkouts: Path, into: Path | None) -> Listing:
    """Return the municipalities of a folder, or of a list; one that is wrong is told and leaves the others be.

    Args:
        place: a folder, with or without a list in it, or a list.
        checkouts: the folder that those from Git are fetched into, each by its id.
        into: the folder that sites are written to, which holds no municipality; None where none are.

    Raises:
        InvalidData: the list cannot be read as one, there is no municipality, or sites would stand where data lie.
        OSError: the disk does not answer.

    """
    file = place / NAME if place.is_dir() else place
    if file.is_file():
        found, url, problems = _of_list(file, checkouts)
    elif not place.is_dir():
        raise InvalidData([Problem(Position(str(place)), "no-folder", "ไม่พบโฟลเดอร์หรือไฟล์รายชื่อหน่วยงานนี้ ให้ตรวจชื่อที่พิมพ์")])
    elif is_project(place):
        message = "นี่เป็นโฟลเดอร์ของหน่วยงานเดียว ให้สั่ง ita-site build หรือพิมพ์ชื่อโฟลเดอร์ที่อยู่เหนือขึ้นไป ซึ่งมีทุกหน่วยงาน"
        raise InvalidData([Problem(Position(str(place)), "one-project", message)])
    else:
        (found, problems), url = _of_folder(place, into), ""
    overlapping = list(_overlapping(found, into)) if into else []
    if overlapping or not found:
        nothing = [] if problems or overlapping else [Problem(Position(place.name), "no-project", "ไม่มีหน่วยงานในนี้")]
        raise InvalidData([*problems, *overlapping, *nothing])
    return Listing(tuple(sorted(found, key=lambda each: each.id)), url, tuple(sorted(problems)))


def _of_folder(place: Path, into: Path | None) -> tuple[list[Municipality], list[Problem]]:
    found, problems = [], []
    sites = into.resolve() if into else None
    for folder in sorted(each for each in place.iterdir() if not each.name.startswith(".")):
        at = Position(file_names.readable(folder.name))
        try:
            if not folder.is_dir():
                continue
            if not is_project(folder):
                if folder.resolve() == sites:
                    continue
                message = f"ไม่มี {settings.NAME} หรือ {_AGENCY} จึงไม่นับเป็นหน่วยงาน"
                problems.append(Problem(at, "no-project", message, Severity.NOTICE))
            elif folder.name == OVERVIEW:
                problems.append(Problem(at, "reserved-id", _RESERVED))
            elif not is_id(folder.name):
                message = (
                    f"ชื่อโฟลเดอร์เป็นส่วนหนึ่งของที่อยู่เว็บไซต์ ใช้ได้เฉพาะ a-z 0-9 และ - ไม่เกิน {MAX_ID} ตัว"
                    " และไม่ใช่ชื่อที่ Windows สงวนไว้ เช่น con ให้เปลี่ยนชื่อ หน่วยงานนี้ยังไม่ได้ทำ"
                )
                problems.append(Problem(at, "bad-id", message))
            else:
                found.append(Municipality(folder.name, folder))
        except OSError as error:
            problems.append(Problem(at, "unreadable", failures.of_system(error)))
    return found, problems


def _of_list(file: Path, checkouts: Path) -> tuple[list[Municipality], str, list[Problem]]:
    document = source.read(file, file.name)
    listed = validated(document, Many)
    problems = list(document.problems)
    found: dict[str, Municipality] = {}
    for index, each in enumerate(listed.municipalities):
        place = ("municipalities", index)
        if each.id in found:
            message = f"มีหน่วยงานชื่อ {each.id} แล้ว จึงไม่ได้ทำรายการนี้ ให้เปลี่ยน id: ให้ไม่ซ้ำกัน"
            problems.append(Problem(document.position((*place, "id")), "same-id", message))
            continue
        if each.id == OVERVIEW:
            problems.append(Problem(document.position((*place, "id")), "reserved-id", _RESERVED))
            continue
        folder = file.parent / each.folder if each.folder else checkouts / each.id
        at = document.position((*place, "folder"))
        try:
            if each.git or is_project(folder):
                found[each.id] = Municipality(each.id, folder, each.git or "", each.branch or "")
            else:
                problems.append(Problem(at, "no-project", f"ไม่พบ {settings.NAME} หรือ {_AGENCY} ใน {each.folder}"))
        except OSError as error:
            problems.append(Problem(at, "unreadable", failures.of_system(error)))
    return list(found.values()), listed.site_url or "", problems


def _overlapping(found: Sequence[Municipality], into: Path) -> Iterator[Problem]:
    """Yield the municipalities whose data a site would be written over, or into."""
    sites = into.resolve()
    ids = {each.id for each in found} | {OVERVIEW}
    for each in found:
        folder = each.folder.resolve()
        below = folder.relative_to(sites).parts if folder.is_relative_to(sites) else ()
        if sites.is_relative_to(folder) or (below and below[0] in ids):
            message = f"--into {into} จะเขียนเว็บไซต์ทับหรือลงในโฟลเดอร์ข้อมูลของหน่วยงานนี้ ให้เลือกโฟลเดอร์อื่นที่ไม่มีข้อมูล"
            yield Problem(Position(each.id), "into-data", message)


def is_project(folder: Path) -> bool:
    """Tell whether a folder is a municipality's: a project, or the data alone.

    Raises:
        OSError: the folder may not be read.

    """
    return any((folder / name).is_file() for name in (settings.NAME, _AGENCY))


def fetch(municipality: Municipality) -> Iterator[Problem]:
    """Bring the folder of a municipality up to what its Git address has; what cannot be fetched is told."""
    at = Position(municipality.id)
    try:
        if municipality.git:
            git_checkouts.update(municipality.git, municipality.branch, municipality.folder)
            if not is_project(municipality.folder):
                yield Problem(at, "no-project", f"ไม่พบ {settings.NAME} หรือ {_AGENCY} ในที่เก็บ Git นี้")
    except git_checkouts.CannotFetchError as error:
        yield Problem(at, "cannot-fetch", str(error))
    except OSError as error:
        yield Problem(at, "cannot-fetch", failures.of_system(error))
