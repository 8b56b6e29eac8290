"""The command that writes the handbook for those who keep the data: `handbook`."""

from __future__ import annotations

from pathlib import Path

import click

from ita_site.hosts.commands.project import stop
from ita_site.hosts.desk.handbook.folder_copy import NotOurFolderError, write


@click.command(
    help="เขียนคู่มือของผู้กรอกข้อมูลเป็นหน้าเว็บลงโฟลเดอร์ เปิดอ่านหรือพิมพ์ได้โดยไม่ต้องมีอินเทอร์เน็ต คู่มือนี้ไม่เผยแพร่กับเว็บไซต์"
    " ในโต๊ะทำงาน (ita-site edit) เปิดได้ที่เมนูคู่มือ",
    short_help="คู่มือของผู้กรอกข้อมูล",
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="โฟลเดอร์")
def handbook(*, folder: Path) -> None:
    """Write the handbook."""
    try:
        count = write(folder)
    except NotOurFolderError as error:
        stop(f"{folder} มีไฟล์อื่นอยู่ ({error}) จึงไม่เขียนในนั้น ให้พิมพ์ชื่อโฟลเดอร์ใหม่")
    click.echo(f"เขียนคู่มือ {count} ไฟล์แล้ว เปิด {folder / 'index.html'}")
