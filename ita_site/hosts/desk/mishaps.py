"""What is shown when something goes wrong inside: a page that says what to do; the details stand in a file."""

from __future__ import annotations

import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.requests import Request

from ita_site.ground.cache.file_cache import user_folder
from ita_site.hosts.desk.guard.refusing import RefusedError
from ita_site.hosts.desk.rendering import page
from ita_site.hosts.reports import failures

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.exceptions import HTTPException
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = "desk.log"
_MOST_BYTES = 1_000_000
_NOT_THERE = "ไม่มีหน้านี้ อาจมีผู้ลบหรือเปลี่ยนชื่อไฟล์ ให้เลือกจากเมนูด้านบน"
_REFUSED = "ทำคำขอนี้ไม่ได้ ให้กลับไปหน้าก่อน เปิดหน้านั้นใหม่ แล้วลองอีกครั้ง"
_OF_PROGRAM = (
    "โปรแกรมทำงานผิดพลาด ไม่ใช่ความผิดของผู้พิมพ์ สิ่งที่บันทึกไว้ก่อนแล้วยังอยู่ ให้กลับไปหน้าก่อนแล้วลองอีกครั้ง ถ้ายังเป็นอีก ให้แจ้งผู้ดูแลระบบ"
)
_TITLES = {404: "ไม่พบหน้านี้", 500: "โปรแกรมทำงานผิดพลาด"}
_TITLE = "ทำไม่ได้"


class Rescue:
    """Answers in place of an application that fails, unless it has begun to answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, whatever happens."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception as error:  # noqa: BLE001 - the last resort
            log = _written(error)
            if begun:
                return
            told = failures.of_system(error) if isinstance(error, OSError) else _OF_PROGRAM
            response = answer(Request(scope), 500, told, log)
            await response(scope, receive, send)


def of_http(request: Request, error: Exception) -> Response:
    """Return the page for an address that leads nowhere, or a request that a screen has refused."""
    refused: HTTPException = error  # type: ignore[assignment]
    return answer(request, refused.status_code, _NOT_THERE if refused.status_code == 404 else _REFUSED)


def of_refused(request: Request, error: Exception) -> Response:
    """Return the page for a request that a screen has refused for a reason of its own."""
    refused: RefusedError = error  # type: ignore[assignment]
    return answer(request, refused.code, refused.told)


def answer(request: Request, code: int, told: str, log: Path | None = None) -> Response:
    """Return a page that says why there is none; a plain one where the data themselves cannot be read."""
    try:
        title = _TITLES.get(code, _TITLE)
        return page(request, "mishap.html.jinja", status=code, title=title, told=told, log=str(log or ""))
    except Exception as error:  # noqa: BLE001 - there is still something to say
        _written(error)
        return RefusedError(code, told).response()


def _written(error: Exception) -> Path | None:
    """Write what went wrong where an administrator finds it; return the file."""
    folder = user_folder()
    if folder is None:
        return None
    path = folder / _LOG
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        old = path.read_bytes()[-_MOST_BYTES:] if path.exists() else b""
        told = "".join(traceback.format_exception(error)).encode("utf-8", "backslashreplace")
        path.write_bytes(old + told + b"\n")
        return path
    return None
