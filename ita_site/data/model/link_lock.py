"""The record of `links.lock.yml`: what outside addresses answered when they were last asked, one entry an address."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ita_site.data.model.fields import Address, Day, Record
from ita_site.data.model.names import FileName
from ita_site.data.model.patterns import scalar
from ita_site.ground import markup

_WRITTEN_BY_PROGRAM = "โปรแกรมเขียนช่องนี้เอง ไม่ต้องพิมพ์"
_TYPE = r"[a-z0-9.+-]+/[a-z0-9.+-]+"
_SHA256 = "[0-9a-f]{64}"
_SIZE = "0|[1-9][0-9]{0,11}"


class LinkState(StrEnum):
    """What came of asking for an outside address."""

    OPENS = "เปิดได้"
    TOO_LARGE = "เปิดได้ ใหญ่เกินกว่าจะอ่านจนจบ"
    NOT_FOUND = "ไม่พบหน้านี้"
    SOFT_NOT_FOUND = "น่าจะไม่มีหน้านี้แล้ว"
    """The server answers a page that is there, and answers the same to an address that cannot be."""
    FRONT_PAGE = "พาไปหน้าแรกของเว็บไซต์"
    NOT_THE_FILE = "ได้หน้าเว็บแทนไฟล์"
    LOGIN = "ต้องเข้าสู่ระบบ"
    ACCESS = "ต้องขอสิทธิ์เข้าถึง"
    REFUSED = "เซิร์ฟเวอร์ไม่ให้เปิด"
    BUSY = "เซิร์ฟเวอร์ให้รอ"
    SERVER_ERROR = "เซิร์ฟเวอร์ขัดข้อง"
    BROKEN = "คำตอบของเซิร์ฟเวอร์เสียหาย"
    REDIRECTS = "ถูกพาไปที่อื่นต่อไม่รู้จบ"
    TIMEOUT = "ไม่ตอบภายในเวลา"
    NO_HOST = "ไม่พบเว็บไซต์นี้"
    NO_CONNECTION = "ต่อกับเซิร์ฟเวอร์ไม่ได้"
    CERTIFICATE_EXPIRED = "ใบรับรองความปลอดภัยหมดอายุ"
    CERTIFICATE_OF_ANOTHER = "ใบรับรองความปลอดภัยเป็นของเว็บไซต์อื่น"
    CERTIFICATE_SELF_SIGNED = "ใบรับรองความปลอดภัยออกให้ตัวเอง"
    CERTIFICATE_UNTRUSTED = "ใบรับรองความปลอดภัยไม่ครบ หรือผู้รับรองไม่เป็นที่รู้จัก"
    """Browsers may know more authorities than this program, and fetch a certificate that a server forgets to send."""
    NOT_SECURE = "เชื่อมต่อแบบปลอดภัยไม่ได้"
    PRIVATE = "เป็นเครื่องในเครือข่ายภายใน"
    NOT_ASKED = "เป็นที่อยู่แบบที่ไม่ตรวจ"
    """Not http or https, another port than those of the web, or with a user name in it."""

    @property
    def opens(self) -> bool:
        """Whether anybody who asks sees what is there."""
        return self in {LinkState.OPENS, LinkState.TOO_LARGE}

    @property
    def needs_login(self) -> bool:
        """Whether only those see it who have been let in."""
        return self in {LinkState.LOGIN, LinkState.ACCESS}

    @property
    def is_doubtful(self) -> bool:
        """Whether a person may see what a program is refused: such a link has to be looked at."""
        return self in {
            LinkState.SOFT_NOT_FOUND,
            LinkState.REFUSED,
            LinkState.BUSY,
            LinkState.CERTIFICATE_UNTRUSTED,
            LinkState.NOT_ASKED,
        }

    @property
    def is_out_of_reach(self) -> bool:
        """Whether an assessor who opens it finds nothing that counts."""
        return not self.opens and not self.is_doubtful


def _written(value: object, pattern: str) -> object:
    if isinstance(value, str) and not re.fullmatch(pattern, value.strip()):
        raise PydanticCustomError(
            "not_as_written",
            "“{found}” ไม่ใช่ค่าที่โปรแกรมเขียนในช่องนี้ ให้ลบรายการนี้ทั้งรายการ แล้วรัน ita-site links ใหม่",
            {"found": markup.excerpt(value)},
        )
    return value.strip() if isinstance(value, str) else value


def _content_type(value: object) -> object:
    return _written(value, _TYPE)


def _digest(value: object) -> object:
    return _written(value, _SHA256)


def _size(value: object) -> object:
    written = _written(value, _SIZE)
    return int(written) if isinstance(written, str) else written


ContentType = Annotated[
    str, BeforeValidator(_content_type), scalar(_WRITTEN_BY_PROGRAM, "application/pdf", pattern=_TYPE)
]
"""The kind of a file, as its server names it."""
Digest = Annotated[str, BeforeValidator(_digest), scalar(_WRITTEN_BY_PROGRAM, "0" * 64, pattern=_SHA256)]
"""A SHA-256."""
ByteSize = Annotated[
    int, BeforeValidator(_size), scalar(_WRITTEN_BY_PROGRAM, 81920, pattern=_SIZE, kinds=("integer",), minimum=0)
]
"""The size of a file in bytes."""


class SeenLink(Record, title="ลิงก์ที่ตรวจแล้ว"):
    """What an outside address answered on a day.

    `sha256` is of the file, or of the words of a page without their figures: counters of visitors and days are no
    change. `changed` is the day on which it was first found other than before.
    """

    url: Address = Field(title="ที่อยู่ ตามที่พิมพ์ในข้อมูล")
    seen: Day = Field(title="วันที่ตรวจ")
    state: LinkState = Field(title="ผล")
    final: Address | None = Field(None, title="ที่อยู่ที่ถูกพาไป")
    type: ContentType | None = Field(None, title="ชนิดของเนื้อหา")
    size: ByteSize | None = Field(None, title="ขนาด (ไบต์)")
    sha256: Digest | None = Field(None, title="SHA-256 ของเนื้อหา")
    changed: Day | None = Field(None, title="วันที่พบว่าเนื้อหาเปลี่ยนไปจากครั้งก่อน")
    kept: FileName | None = Field(None, title="ชื่อไฟล์สำเนาที่เก็บไว้ในโฟลเดอร์ copies")


class LinkLock(Record, title="ผลตรวจลิงก์"):
    """`data/<year>/links.lock.yml`: what the outside addresses of that year's data answered, by `ita-site links`."""

    links: tuple[SeenLink, ...] = Field((), title="รายลิงก์")

    def of(self, address: str | None) -> SeenLink | None:
        """Return what was last seen at an address, None where it was not asked yet."""
        return next((each for each in self.links if each.url == address), None)
