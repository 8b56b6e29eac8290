"""Addresses of folders on the web, as settings have them: as they are used, and what is wrong with them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from ita_site.ground import hostnames, markup
from ita_site.ground.hostnames import Unreachable
from ita_site.ground.problems import Severity

_FILE_NAME = re.compile(r"\.(?:html?|php|aspx?)/?$", re.IGNORECASE)
_UNREACHABLE = {Unreachable.EXAMPLE: "ที่อยู่ตัวอย่าง", Unreachable.LOCAL: "ที่อยู่ของเครื่องในสำนักงาน ซึ่งประชาชนเปิดไม่ได้:"}


class AddressFault(NamedTuple):
    """What is wrong with an address."""

    code: str
    message: str
    severity: Severity = Severity.ERROR


def of_folder(typed: str, key: str, *, example: str, query: bool) -> tuple[str, AddressFault | None]:
    """Return the address of a folder with a slash at its end, empty where it cannot be used, and its fault.

    Args:
        typed: the address.
        key: what the setting is called.
        example: one that is right.
        query: it may go on in one, as in `edit?path=`.

    """
    link = markup.link(typed) or ""
    parts = urlsplit(link)
    if parts.scheme not in {"https", "http"} or typed.split() != [typed]:
        message = f"“{markup.excerpt(typed)}” ไม่ใช่ที่อยู่เว็บ ให้พิมพ์เต็ม ขึ้นต้นด้วย https:// เช่น {example}"
        return "", AddressFault("bad-address", message)
    if "#" in typed or ("?" in typed and not query):
        message = f"“{markup.excerpt(typed)}” ต้องเป็นที่อยู่ของโฟลเดอร์ ไม่มี ? หรือ # ต่อท้าย เช่น {example}"
        return "", AddressFault("bad-address", message)
    if not query and _FILE_NAME.search(parts.path):
        message = f"“{markup.excerpt(typed)}” เป็นที่อยู่ของไฟล์ ให้พิมพ์ที่อยู่ของโฟลเดอร์ ลงท้ายด้วย / เช่น {example}"
        return "", AddressFault("bad-address", message)
    fault = None
    if (kind := hostnames.unreachable(parts.hostname or "")) is not None:
        message = f"{key} ยังเป็น{_UNREACHABLE[kind]} “{parts.hostname}” ให้เปลี่ยนเป็นที่อยู่จริง หรือลบบรรทัดนี้ถ้ายังไม่ทราบ"
        fault = AddressFault("placeholder", message, Severity.WARNING)
    parts = urlsplit(typed)
    whole = typed if parts.path.endswith("/") or parts.query else parts._replace(path=f"{parts.path}/").geturl()
    return whole, fault
