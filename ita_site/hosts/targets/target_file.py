"""`publish.yml` beside `mkdocs.yml`: where the site is published. It holds no password and no key."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ita_site.data import source
from ita_site.data.load import validated
from ita_site.data.model.fields import Record, Text
from ita_site.ground import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "publish.yml"
_INCOMPLETE, _DASH, _PORT = "target_incomplete", "target_dash", "target_port"
_HEAD = "# ปลายทางที่เผยแพร่ (ita-site publish) ไม่เก็บรหัสผ่านหรือกุญแจไว้ในไฟล์นี้\n"


class TargetKind(StrEnum):
    """The kinds of place a site is published to."""

    FOLDER = "folder"
    ZIP = "zip"
    SFTP = "sftp"
    GIT = "git"


_NEEDED = {
    TargetKind.FOLDER: ("folder",),
    TargetKind.ZIP: ("file",),
    TargetKind.SFTP: ("host", "user", "folder"),
    TargetKind.GIT: (),
}


class TargetSettings(Record, title="ปลายทางที่เผยแพร่"):
    """Where the site is published; paths start at the project's folder, those on a server where the server says."""

    target: TargetKind = Field(title="ชนิดของปลายทาง")
    folder: Text | None = Field(None, title="โฟลเดอร์ที่เผยแพร่")
    file: Text | None = Field(None, title="ไฟล์ ZIP")

    host: Text | None = Field(None, title="เครื่องแม่ข่าย")
    port: Text = Field("22", title="พอร์ต")
    user: Text | None = Field(None, title="ชื่อผู้ใช้บนเครื่องแม่ข่าย")
    fingerprint: Text | None = Field(None, title="ลายนิ้วมือของกุญแจเครื่องแม่ข่าย")
    remote: Text = Field("origin", title="ที่เก็บปลายทางของ Git")
    branch: Text | None = Field(None, title="branch ที่เผยแพร่")

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> TargetSettings:
        missing = [name for name in _NEEDED[self.target] if getattr(self, name) is None]
        if missing:
            named = " ".join(f"{name}:" for name in missing)
            raise PydanticCustomError(_INCOMPLETE, "ต้องมีช่อง {missing} ด้วย", {"missing": named})
        if any(each is not None and each.startswith("-") for each in (self.remote, self.branch, self.host, self.user)):
            raise PydanticCustomError(_DASH, "ชื่อที่ขึ้นต้นด้วย - ใช้ไม่ได้")
        if not (self.port.isascii() and self.port.isdecimal() and 0 < int(self.port) < 65536):
            raise PydanticCustomError(_PORT, "port: ต้องเป็นเลข 1 ถึง 65535")
        return self


def read_target(root: Path) -> TargetSettings | None:
    """Return where the project is published; None where that was never said.

    Raises:
        InvalidData: the file has faults; every one of them is told.
        OSError: the disk does not answer.

    """
    path = root / NAME
    if not path.is_file():
        return None
    return validated(source.read(path, NAME), TargetSettings)


def write_target(root: Path, values: Mapping[str, Any]) -> TargetSettings:
    """Write where the project is published, and return it.

    Raises:
        InvalidData: the values have faults; nothing is written.
        OSError: the disk does not take it.

    """
    given = {key: str(value) for key, value in values.items() if value is not None}
    data = (_HEAD + yaml.safe_dump(given, allow_unicode=True, sort_keys=False)).encode()
    settings = validated(source.parse(data, NAME), TargetSettings)
    whole_file.write(root / NAME, data, durable=True)
    return settings
