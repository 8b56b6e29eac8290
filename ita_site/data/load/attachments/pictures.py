"""Pictures: opened and unpacked by Pillow, turned as the camera was held, published without their metadata."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, ImageFile, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from ita_site.data.load.attachments import metadata
from ita_site.data.load.attachments.file_content import (
    TWO_IN_ONE,
    AttachmentKind,
    Content,
    FileFault,
    broken,
    two_in_one,
)
from ita_site.ground.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_PARTED: dict[AttachmentKind, Callable[[bytes], metadata.Parts]] = {
    AttachmentKind.JPEG: metadata.of_jpeg,
    AttachmentKind.PNG: metadata.of_png,
    AttachmentKind.WEBP: metadata.of_webp,
}
_READERS: dict[AttachmentKind, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    AttachmentKind.JPEG: JpegImagePlugin.JpegImageFile,
    AttachmentKind.PNG: PngImagePlugin.PngImageFile,
    AttachmentKind.WEBP: WebPImagePlugin.WebPImageFile,
}
_SAVED: dict[AttachmentKind, dict[str, Any]] = {
    AttachmentKind.JPEG: {"quality": 92, "optimize": True},
    AttachmentKind.PNG: {"optimize": True},
    AttachmentKind.WEBP: {"quality": 92, "method": 4},
}
"""How a turned picture is packed again; 92 is where JPEG's loss can no longer be seen."""
_UPRIGHT = 1

_BROKEN = broken("รูป", "ให้บันทึกหรือถ่ายใหม่ แล้วลองเปิดดูก่อนแนบ")
_ANIMATED = FileFault("file-kind", "รูปนี้เป็นภาพเคลื่อนไหว ให้บันทึกเป็นภาพนิ่ง JPG หรือ PNG")
_POSITION = FileFault(
    "picture-with-position",
    "รูปนี้บอกตำแหน่งที่ถ่าย (GPS) ระบบตัดออกจากรูปที่เผยแพร่แล้ว แต่ไฟล์ในที่เก็บข้อมูล (Git) ยังมีอยู่"
    " ถ้าที่เก็บนั้นเปิดให้คนอื่นอ่าน ให้ลบตำแหน่งออกจากรูปก่อนแนบ",
    Severity.NOTICE,
)


def inspect(data: bytes, kind: AttachmentKind, most: int) -> Content:
    """Unpack a picture whole and return it as it is published; `most` is the limit of its width times its height."""
    try:
        parts = _PARTED[kind](data)
        if two_in_one(data, parts.beside):
            return Content(kind, (TWO_IN_ONE,))
        image = _READERS[kind](io.BytesIO(parts.picture))
        if image.width * image.height > most:
            return Content(kind, (_too_large(image.size, most),))
        image.load()
        exif = _exif(parts.exif)
        turned = exif.get(ExifTags.Base.Orientation, _UPRIGHT) in range(_UPRIGHT + 1, 9)
        picture = _upright(image, kind, exif[ExifTags.Base.Orientation]) if turned else parts.picture
    except metadata.Animated:
        return Content(kind, (_ANIMATED,))
    except Exception:  # noqa: BLE001 - on broken files Pillow raises whatever its arithmetic meets
        return Content(kind, (_BROKEN,))
    return Content(
        kind,
        (_POSITION,) if _has_position(exif) else (),
        pixels=image.size[::-1] if turned and exif[ExifTags.Base.Orientation] > 4 else image.size,
        cleaned=picture if picture != data else None,
    )


def _exif(block: bytes) -> Image.Exif:
    """Return the EXIF of a picture; empty where it has none or one that cannot be read, as browsers take it."""
    exif = Image.Exif()
    try:
        exif.load(b"Exif\0\0" + block if block else b"")
        exif.get(ExifTags.Base.Orientation)
    except Exception:  # noqa: BLE001 - see above; the block is not published
        return Image.Exif()
    return exif


def _has_position(exif: Image.Exif) -> bool:
    return ExifTags.Base.GPSInfo in exif


def _upright(image: Image.Image, kind: AttachmentKind, orientation: int) -> bytes:
    """Return the picture turned as its EXIF says, packed again: that is the only way to do without the EXIF."""
    image.getexif()[ExifTags.Base.Orientation] = orientation
    saved = io.BytesIO()
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image).save(saved, format=kind, icc_profile=profile, exif=b"", **_SAVED[kind])
    return saved.getvalue()


def _too_large(size: tuple[int, int], most: int) -> FileFault:
    message = f"รูปนี้ใหญ่ {size[0]:,} × {size[1]:,} จุด ให้ย่อให้กว้างคูณสูงไม่เกิน {most // 1_000_000} ล้านจุด"
    return FileFault("large-picture", message)
