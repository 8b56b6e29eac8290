"""Names of files: of a measure or report, which is its address too, of a picture, of an attachment."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from ita_site.data.model.patterns import scalar
from ita_site.ground import markup

MAX_ID = 60
"""Letters in the name of a measure or report."""
_WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(_WORDS, re.ASCII)
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for itself: a folder of the site could not be called so."""
_PICTURE = rf"{_WORDS}\.(?:png|jpg|webp)"
_IMAGE = re.compile(_PICTURE, re.ASCII)

_MAX_FILE_NAME = 100
_ATTACHED = rf"(?!(?:{'|'.join(sorted(_DEVICES))})\.)[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]{{2,5}}"
"""With one dot only: some web servers run `x.php.pdf`."""
_FILE = re.compile(_ATTACHED, re.ASCII)


def is_id(name: str) -> bool:
    """Tell whether a name may be that of a measure or report: it is a folder of the site and a part of addresses."""
    return _ID.fullmatch(name) is not None and len(name) <= MAX_ID and name not in _DEVICES


def is_file_name(name: str) -> bool:
    """Tell whether a name may be that of an attachment: it is a part of addresses, and a file on any system."""
    return _FILE.fullmatch(name) is not None and len(name) <= _MAX_FILE_NAME


def _id(value: object) -> object:
    if isinstance(value, str) and not is_id(value.strip()):
        raise PydanticCustomError(
            "bad_id",
            "“{found}” ไม่ใช่ชื่อไฟล์ ใช้ได้เฉพาะ a-z 0-9 และ - ยาวไม่เกิน {most} ตัว ไม่ต้องพิมพ์ .yml",
            {"found": markup.excerpt(value), "most": MAX_ID},
        )
    return value.strip() if isinstance(value, str) else value


def _image_name(value: str) -> str:
    if not _IMAGE.fullmatch(value.strip()):
        raise PydanticCustomError(
            "bad_image_name",
            "ต้องเป็นชื่อไฟล์รูปในโฟลเดอร์ข้อมูล เช่น logo.png ใช้ได้เฉพาะ .png .jpg .webp ชื่อเป็น a-z 0-9 และ - แต่พบ “{found}”"
            " (ไม่รับ .svg เพราะอาจมีคำสั่งแฝง)",
            {"found": markup.excerpt(value)},
        )
    return value.strip()


def _file_name(value: object) -> object:
    if isinstance(value, str) and not is_file_name(value.strip()):
        raise PydanticCustomError(
            "bad_file_name",
            "“{found}” ไม่ใช่ชื่อไฟล์แนบ ให้ตั้งชื่อด้วย a-z 0-9 - และ _ ตามด้วยนามสกุล เช่น plan-2569.pdf แล้ววางไว้ในโฟลเดอร์ files",
            {"found": markup.excerpt(value)},
        )
    return value.strip() if isinstance(value, str) else value


Id = Annotated[
    str,
    BeforeValidator(_id),
    scalar(
        f"ชื่อไฟล์ ไม่ต้องพิมพ์ .yml ใช้ได้เฉพาะ a-z 0-9 และ - ยาวไม่เกิน {MAX_ID} ตัว เช่น asset-lending",
        "asset-lending",
        pattern=rf"(?!(?:{'|'.join(sorted(_DEVICES))})\s*$){_WORDS}",
        kinds=("integer",),
        minimum=0,
        maxLength=MAX_ID,
    ),
]
"""The name of the file of a measure or report, without its ending."""
FileName = Annotated[
    str,
    BeforeValidator(_file_name),
    scalar(
        "ชื่อไฟล์ในโฟลเดอร์ files ของปีนั้น ใช้ได้เฉพาะ a-z 0-9 - และ _ ตามด้วยนามสกุล",
        "plan-2569.pdf",
        pattern=_ATTACHED,
        maxLength=_MAX_FILE_NAME,
    ),
]
"""The name of a file beside the data, in `files/` of its year."""
ImageName = Annotated[
    str,
    Field(max_length=60),
    AfterValidator(_image_name),
    scalar(
        "ชื่อไฟล์รูปที่วางไว้ข้าง agency.yml เช่น logo.png ใช้ได้เฉพาะ .png .jpg .webp ชื่อเป็น a-z 0-9 และ -",
        "logo.png",
        pattern=_PICTURE,
        maxLength=60,
    ),
]
"""The name of a picture beside `agency.yml`."""
