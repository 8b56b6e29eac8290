"""The municipality's emblem: the one picture that lies beside `agency.yml`."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from ita_site.data.load.attachments import inspected, published
from ita_site.data.load.attachments.file_content import Content, FileFault
from ita_site.data.load.attachments.limits import MAX_EMBLEM, MAX_EMBLEM_PIXELS
from ita_site.data.load.messages import did_you_mean
from ita_site.ground import addresses
from ita_site.ground.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.data.load import PublishedFile, RecordFile
    from ita_site.data.model import Agency


def read_logo(
    agency: RecordFile[Agency] | None, images: Mapping[str, Path], folder: str
) -> tuple[PublishedFile | None, list[Problem]]:
    """Return the emblem that `agency.yml` names, and what is wrong with it and with pictures that it does not name.

    Raises:
        OSError: the disk does not answer.

    """
    name = agency.record.logo if agency else None
    problems = [_unused(other, folder) for other in images if other != name]
    if agency is None or name is None:
        return None, problems
    path = images.get(name)
    if path is None:
        message = f"ไฟล์ตราหน่วยงาน: ไม่พบ “{name}” ในโฟลเดอร์ข้อมูล ให้วางไฟล์ไว้ข้าง agency.yml{did_you_mean(name, images)}"
        return None, [*problems, Problem(agency.at("logo"), "no-image", message)]
    content = _opened(path)
    problems += [
        Problem(agency.at("logo"), each.code, f"ไฟล์ตราหน่วยงาน: {each.message}", each.severity)
        for each in content.faults
    ]
    return published(path, addresses.emblem(name), content), problems


def _opened(path: Path) -> Content:
    size = path.stat().st_size
    if size > MAX_EMBLEM:
        message = (
            f"“{path.name}” ใหญ่ {ceil(size / 1000):,} กิโลไบต์ ทุกหน้าต้องโหลดรูปนี้"
            f" ให้ย่อให้ไม่เกิน {MAX_EMBLEM // 1000} กิโลไบต์ (กว้าง 200 จุดก็พอ)"
        )
        return Content(None, (FileFault("big-image", message),))
    content = inspected(path.name, path.read_bytes(), most=MAX_EMBLEM_PIXELS)
    faults = (replace(each, code="bad-image") if each.severity is Severity.ERROR else each for each in content.faults)
    return replace(content, faults=tuple(faults))


def _unused(name: str, folder: str) -> Problem:
    message = f"รูปนี้ไม่ถูกใช้ ถ้าเป็นตราหน่วยงาน ให้พิมพ์ logo: {name} ใน agency.yml ถ้าไม่ใช่ ให้ย้ายไปไว้นอกโฟลเดอร์ข้อมูล"
    return Problem(Position(f"{folder}/{name}"), "unread-file", message, Severity.WARNING)
