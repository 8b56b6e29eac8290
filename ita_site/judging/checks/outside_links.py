"""Links to other websites that were found dead, changed or behind a login when they were last asked.

All of it is a notice: a server that is down, or an address of years ago, must not keep an office from publishing.
The item on its page is no longer answered, and `ita-site oit` refuses the form, which is where it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load.outside_addresses import outside_addresses
from ita_site.data.model import LinkState
from ita_site.ground import markup, thai
from ita_site.ground.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.load import Dataset, RecordFile, Year
    from ita_site.data.load.outside_addresses import OutsideAddress
    from ita_site.data.model import Disclosure, LinkLock, Record, SeenLink
    from ita_site.ground.problems import Position

_CERTIFICATES = frozenset(
    {
        LinkState.CERTIFICATE_EXPIRED,
        LinkState.CERTIFICATE_OF_ANOTHER,
        LinkState.CERTIFICATE_SELF_SIGNED,
        LinkState.NOT_SECURE,
    }
)


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield what is known of the links of every year; those of the agency stand with the latest."""
    latest: LinkLock | None = None
    for year in dataset.years.values():
        if year.links is None:
            continue
        latest = year.links.record
        for loaded in year.records:
            yield from _file(loaded, latest, year)
    if dataset.agency is not None and latest is not None:
        yield from _file(dataset.agency, latest, None)


def _file(loaded: RecordFile[Record], lock: LinkLock, year: Year | None) -> Iterator[Problem]:
    seen = {each.url: each for each in lock.links}
    for found in dict.fromkeys(outside_addresses(loaded.document)):
        last = seen.get(found.address)
        if last is None:
            continue
        at = loaded.at(*found.path) if found.is_a_link else loaded.within(found.address, *found.path)
        yield from _state(at, last)
        if year is not None and year.disclosure is not None and loaded.document is year.disclosure.document:
            yield from _changed(at, last, found, year.disclosure)


def _state(at: Position, last: SeenLink) -> Iterator[Problem]:
    said = f"ลิงก์ “{markup.excerpt(last.url)}” {last.state} (ตรวจเมื่อ {thai.write_date(last.seen)})"
    again = "แล้วตรวจใหม่ด้วย ita-site links"
    if last.state.needs_login:
        message = f"{said} ผู้ประเมินเปิดโดยไม่เข้าสู่ระบบ ให้เปิดสิทธิ์เป็น “ทุกคนที่มีลิงก์” หรือย้ายไฟล์ไปที่เว็บไซต์ {again}"
        yield Problem(at, "link-needs-login", message, Severity.NOTICE)
    elif last.state in _CERTIFICATES:
        message = f"{said} เบราว์เซอร์จะเตือนว่าไม่ปลอดภัย ให้แจ้งผู้ดูแลเว็บไซต์นั้น หรือใช้ที่อยู่อื่น {again}"
        yield Problem(at, "dead-link", message, Severity.NOTICE)
    elif last.state.is_out_of_reach:
        message = f"{said} ให้แก้ที่อยู่ให้เปิดได้ หรือแทนด้วยที่อยู่อื่น {again}"
        yield Problem(at, "dead-link", message, Severity.NOTICE)
    elif last.state.is_doubtful:
        message = f"{said} โปรแกรมบอกไม่ได้ว่าคนเปิดได้หรือไม่ ให้เปิดดูด้วยตนเองโดยไม่เข้าสู่ระบบ"
        yield Problem(at, "doubtful-link", message, Severity.NOTICE)


def _changed(
    at: Position, last: SeenLink, found: OutsideAddress, disclosure: RecordFile[Disclosure]
) -> Iterator[Problem]:
    """Yield that evidence is no more what it was, unless the office says that it changed the item since."""
    if found.item is None or last.changed is None:
        return
    item = disclosure.record.items[found.item]
    if item.changed is not None and item.changed >= last.changed:
        return
    day = thai.write_date(last.changed)
    message = (
        f"เนื้อหาที่ลิงก์ “{markup.excerpt(last.url)}” เปลี่ยนไปจากที่เคยตรวจ (พบเมื่อ {day})"
        f" ให้เปิดดูว่ายังเป็นหลักฐานของข้อ {item.item} แล้วพิมพ์ changed: {day} ที่ข้อนี้"
    )
    yield Problem(at, "changed-link", message, Severity.NOTICE)
