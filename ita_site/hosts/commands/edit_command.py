"""The command that opens the desk: `edit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_site.hosts.commands.project import data_option, stop, stop_without

if TYPE_CHECKING:
    from pathlib import Path

_IN_USE = "ช่อง {port} มีโปรแกรมอื่นใช้อยู่ ให้ใช้หมายเลขอื่น หรือไม่ต้องพิมพ์ --port"


@click.command(
    help="เปิดโต๊ะทำงานในเบราว์เซอร์: กรอกและแก้ข้อมูลด้วยแบบภาษาไทย เห็นหน้าเว็บที่จะได้ และบันทึกลงไฟล์เดิม ใช้ได้เฉพาะบนเครื่องนี้",
    short_help="กรอกและแก้ข้อมูลในเบราว์เซอร์",
)
@data_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="หมายเลข", help="ช่องของเครื่องที่ใช้ ไม่พิมพ์ คือช่องที่ว่าง"
)
@click.option("--no-browser", is_flag=True, help="ไม่เปิดเบราว์เซอร์ พิมพ์ที่อยู่ให้เปิดเอง")
def edit(*, data: Path, port: int, no_browser: bool) -> None:
    """Serve the desk until it is ended."""
    try:
        # The extra is needed for this alone.
        from ita_site.hosts.desk.serving import serve  # noqa: PLC0415
        from ita_site.hosts.desk.workspace import Workspace  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "ita_site":
            raise
        stop_without("edit", "starlette, uvicorn, python-multipart", "edit")
    if not data.is_dir():
        stop(f"ไม่พบโฟลเดอร์ข้อมูล {data} ให้สั่งในโฟลเดอร์ของโครงการ หรือเริ่มโครงการใหม่ด้วย ita-site new")
    try:
        serve(Workspace(data), port, with_browser=not no_browser)
    except OSError as error:
        if error.filename is not None:
            raise
        stop(_IN_USE.format(port=port))
