"""What is answered to a request that is not one of the desk's own: a code, and a sentence without anything of ours."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

if TYPE_CHECKING:
    from starlette.responses import Response

_PAGE = (
    '<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title><main><h1>{title}</h1><p>{told}</p></main></html>"
)
_TITLE = "เปิดหน้านี้ไม่ได้"
NO_SESSION = "หน้านี้เปิดได้เฉพาะในเบราว์เซอร์ที่โปรแกรมเปิดให้ ให้กลับไปที่หน้าต่างที่สั่ง ita-site edit ปิดด้วย Ctrl+C แล้วสั่งใหม่"
USED = (
    "ที่อยู่นี้ใช้ได้ครั้งเดียวและใช้ไปแล้ว ถ้าหน้าต่างเดิมยังเปิดอยู่ ให้ใช้หน้าต่างนั้น ถ้าปิดไปแล้ว ให้ปิดโปรแกรมด้วย Ctrl+C แล้วสั่ง ita-site edit ใหม่"
)
OTHER_PAGE = "คำขอนี้ไม่ได้มาจากหน้าของโปรแกรม จึงไม่ทำ"
OLD_FORM = "แบบนี้เปิดไว้ก่อนโปรแกรมเริ่มใหม่ ให้คัดลอกสิ่งที่พิมพ์ไว้ แล้วเปิดหน้านั้นใหม่"
ODD = "คำขอนี้อ่านไม่ได้หรือมีอักขระที่ไม่รับ"
HIDDEN = (
    "ข้อความที่วางมีอักขระที่มองไม่เห็น ซึ่งเผยแพร่ไม่ได้ ยังไม่ได้บันทึกอะไร ให้กดย้อนกลับของเบราว์เซอร์ (สิ่งที่พิมพ์ยังอยู่) แล้วพิมพ์ข้อความนั้นแทนการวาง"
)
TOO_MUCH = "สิ่งที่ส่งมาใหญ่เกินที่รับ"
TOO_OFTEN = "มีคำขอถี่เกินไป ให้รอสักครู่แล้วลองใหม่"
WRONG_KIND = "สิ่งที่ส่งมาไม่ใช่แบบของโปรแกรม"
WRONG_METHOD = "หน้านี้ไม่รับคำสั่งนี้"


@dataclass
class RefusedError(Exception):
    """A request is not answered: the code of HTTP, and why, in Thai."""

    code: int
    told: str

    def __str__(self) -> str:
        return self.told

    def response(self) -> Response:
        """Return what the browser is told."""
        allowed = {"Allow": "GET, HEAD, POST"} if self.code == 405 else {}
        return HTMLResponse(_PAGE.format(title=_TITLE, told=escape(self.told)), self.code, allowed)
