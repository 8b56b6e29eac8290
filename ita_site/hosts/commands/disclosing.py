"""The commands for a year's OIT list: `oit` and `new-oit`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ita_site.data.load import packaged_framework
from ita_site.data.model import Reply
from ita_site.ground.website import Website
from ita_site.hosts import oit_form_report, oit_workbook
from ita_site.hosts.commands.project import checked_data, data_option, settings_of, stop
from ita_site.hosts.oit_list import next_list
from ita_site.saying.view.oit_form import form_rows, has_full_addresses

_NO_WRITER = """ยังเขียนไฟล์ Excel ไม่ได้ เพราะยังไม่ได้ติดตั้งส่วนเสริม documents (XlsxWriter) ให้พิมพ์
    python3 -m uv run --extra documents ita-site oit …   ในโฟลเดอร์ของโปรแกรมนี้ (Windows: py -m uv …)
    python3 -m pip install xlsxwriter                    เมื่อติดตั้งโปรแกรมนี้ด้วย pip
หรือใช้ --csv ซึ่ง Excel เปิดได้เช่นกัน"""


@click.command(
    help="แสดงตารางสำหรับกรอกแบบ OIT ของปีนั้นในระบบ ITAS: มีหรือไม่มี ที่อยู่เต็ม และคำอธิบายทางไป ตามลำดับข้อ",
    short_help="ตารางสำหรับกรอกแบบ OIT",
)
@click.argument("year", type=int, metavar="ปี")
@data_option
@click.option("--csv", type=click.Path(path_type=Path, dir_okay=False), help="เขียนเป็น CSV ที่เปิดใน Excel ได้")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="เขียนเป็นไฟล์ Excel ที่พิมพ์ลง A4 ได้")
@click.option("--unfinished", is_flag=True, help="แสดงแม้ยังมีข้อที่ไม่พร้อม")
def oit(*, year: int, data: Path, csv: Path | None, xlsx: Path | None, unfinished: bool) -> None:
    """Print or write what the form of the assessment takes."""
    known = settings_of(data)
    website = Website(known.url, known.directory_urls)
    rows = form_rows(checked_data(data).dataset, year, website)
    if not rows:
        stop(f"ไม่มีข้อมูลหรือไม่มีรายการข้อ OIT ของปี {year}")
    if not has_full_addresses(website):
        found = f"“{known.url}” เปิดจากที่อื่นไม่ได้" if known.url else "ยังไม่ได้ตั้ง"
        stop(f"แบบ OIT ต้องการที่อยู่เต็มที่ผู้ประเมินเปิดได้ แต่ site_url: ใน mkdocs.yml {found} ให้พิมพ์ที่อยู่ที่จะเผยแพร่ก่อน")
    missing = oit_form_report.not_ready(rows)
    if missing and not unfinished:
        stop(f"{missing}\n\nยังกรอกแบบไม่ได้ ให้เติมใน {data}/{year}/disclosure.yml หรือใช้ --unfinished เพื่อดูเท่าที่มี")
    if csv is None and xlsx is None:
        click.echo(oit_form_report.as_text(rows))
    written: list[tuple[Path, bytes]] = []
    if csv is not None:
        written.append((csv, oit_form_report.as_csv(rows)))
    if xlsx is not None:
        try:
            written.append((xlsx, oit_workbook.as_workbook(rows, year)))
        except oit_workbook.NoWriter:
            stop(_NO_WRITER)
    for target, content in written:
        target.write_bytes(content)
        click.echo(f"เขียน {len(rows)} ข้อลง {target} แล้ว")


@click.command(
    "new-oit",
    help="เขียน disclosure.yml ของปีใหม่จากของปีก่อน ข้อที่ต่อเนื่องกันยกลิงก์มาให้ โดยนับว่ายังรอปรับ ไม่เขียนทับไฟล์ที่มีอยู่",
    short_help="รายการ OIT ของปีใหม่จากของปีก่อน",
)
@click.argument("year", type=int, metavar="ปี")
@data_option
def new_oit(*, year: int, data: Path) -> None:
    """Write the list of a new year."""
    target = data / str(year) / "disclosure.yml"
    framework = packaged_framework(year)
    if framework is None:
        stop(f"ยังไม่มีเกณฑ์การประเมินของปี {year} ในระบบ")
    if target.exists():
        stop(f"มี {target} อยู่แล้ว ไม่เขียนทับ")
    text = next_list(checked_data(data).dataset, framework, Path(os.path.relpath(".schemas", target.parent)).as_posix())
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    carried = " ข้อที่ยกมาจากปีก่อน ให้แทนหลักฐานด้วยของปีนี้ แล้วลบบรรทัด reply:" if Reply.TO_RENEW in text else ""
    click.echo(f"เขียน {target} แล้ว ต่อไป: เติม reply: และ evidence: ของแต่ละข้อ{carried} แล้วตรวจด้วย ita-site check")
