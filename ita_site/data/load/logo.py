"""The municipality's emblem: the one picture a data folder may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load.folder import IMAGES
from ita_site.data.load.messages import did_you_mean
from ita_site.ground.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_MAX_KILOBYTES = 100
"""Every page shows the emblem, also on a slow connection."""


def logo_faults(
    name: str | None, position: Position | None, images: Mapping[str, Path], folder: str
) -> Iterator[Problem]:
    """Yield what is wrong with the emblem that `agency.yml` names, and with pictures that it does not name.

    Raises:
        OSError: the disk does not answer.

    """
    for other in images:
        if other != name:
            message = f"รูปนี้ไม่ถูกใช้ ถ้าเป็นตราหน่วยงาน ให้พิมพ์ logo: {other} ใน agency.yml ถ้าไม่ใช่ ให้ย้ายไปไว้นอกโฟลเดอร์ข้อมูล"
            yield Problem(Position(f"{folder}/{other}"), "unread-file", message, Severity.WARNING)
    if name is None or position is None:
        return
    path = images.get(name)
    if path is None:
        message = f"ไฟล์ตราหน่วยงาน: ไม่พบ “{name}” ในโฟลเดอร์ข้อมูล ให้วางไฟล์ไว้ข้าง agency.yml{did_you_mean(name, images)}"
        yield Problem(position, "no-image", message)
        return
    data = path.read_bytes()
    if not data.startswith(IMAGES[path.suffix]):
        message = f"ไฟล์ตราหน่วยงาน: “{name}” ไม่ใช่รูปแบบ {path.suffix} จริง ให้บันทึกใหม่เป็น PNG, JPG หรือ WebP"
        yield Problem(position, "bad-image", message)
    elif len(data) > _MAX_KILOBYTES * 1000:
        message = (
            f"ไฟล์ตราหน่วยงาน: “{name}” ใหญ่ {len(data) // 1000} กิโลไบต์ ทุกหน้าต้องโหลดรูปนี้"
            f" ให้ย่อให้ไม่เกิน {_MAX_KILOBYTES} กิโลไบต์ (กว้าง 200 จุดก็พอ)"
        )
        yield Problem(position, "big-image", message)
