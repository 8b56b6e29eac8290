"""The commands for a year's OIT list: `oit` and `new-oit`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground import whole_file
from ita_site.ground.website import Website
from ita_site.hosts.commands.project import checked_data, data_option, settings_of, stop, stop_without, typed_day
from ita_site.hosts.new_files.beginnings import CannotBeginError, begin_list
from ita_site.hosts.reports import oit_form_report
from ita_site.judging.oit_answers import item_answers
from ita_site.judging.schedule import as_of
from ita_site.publishing.documents.extras import MissingExtra
from ita_site.saying.view.oit_form import form_rows, has_full_addresses
from ita_site.saying.view.owed import owed

if TYPE_CHECKING:
    from datetime import date

    from ita_site.data.load import Dataset
    from ita_site.saying.view.owed import OwedView

_CSV_INSTEAD = "หรือใช้ --csv ซึ่ง Excel เปิดได้เช่นกัน"


@click.command(
    help="แสดงตารางสำหรับกรอกแบบ OIT ของปีนั้นในระบบ ITAS: มีหรือไม่มี ที่อยู่เต็ม และคำอธิบายทางไป ตามลำดับข้อ",
    short_help="ตารางสำหรับกรอกแบบ OIT",
)
@click.argument("year", type=int, metavar="ปี")
@data_option
@click.option("--csv", type=click.Path(path_type=Path, dir_okay=False), help="เขียนเป็น CSV ที่เปิดใน Excel ได้")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="เขียนเป็นไฟล์ Excel ที่พิมพ์ลง A4 ได้")
@click.option(
    "--day", callback=typed_day, metavar="วันที่", help="บอกข้อที่เลยกำหนดแล้วในวันนี้ เช่น 2569-03-15 ปกติคือวันล่าสุดที่รู้จากข้อมูล"
)
@click.option("--unfinished", is_flag=True, help="แสดงแม้ยังมีข้อที่ไม่พร้อม")
def oit(*, year: int, data: Path, day: date | None, unfinished: bool, **files: Path | None) -> None:
    """Print or write what the form of the assessment takes."""
    csv, xlsx = files["csv"], files["xlsx"]
    known = settings_of(data)
    website = Website(known.url, known.directory_urls)
    dataset = checked_data(data).dataset
    rows = form_rows(dataset, year, website)
    if not rows:
        stop(f"ไม่มีข้อมูลหรือไม่มีรายการข้อ OIT ของปี {year}")
    if not has_full_addresses(website):
        found = f"“{known.url}” เปิดจากที่อื่นไม่ได้" if known.url else "ยังไม่ได้ตั้ง"
        stop(f"แบบ OIT ต้องการที่อยู่เต็มที่ผู้ประเมินเปิดได้ แต่ site_url: ใน mkdocs.yml {found} ให้พิมพ์ที่อยู่ที่จะเผยแพร่ก่อน")
    if not (unfinished or all(each.is_ready for each in rows)):
        missing = oit_form_report.owed(_owed(dataset, year, day))
        stop(f"{missing}\n\nยังกรอกแบบไม่ได้ ให้เติมใน {data}/{year}/disclosure.yml หรือใช้ --unfinished เพื่อดูเท่าที่มี")
    if csv is None and xlsx is None:
        click.echo(oit_form_report.as_text(rows))
    written: list[tuple[Path, bytes]] = []
    if csv is not None:
        written.append((csv, oit_form_report.as_csv(rows)))
    if xlsx is not None:
        try:
            written.append((xlsx, oit_form_report.as_form_workbook(rows, year)))
        except MissingExtra as error:
            stop_without(error.extra, error.library, "oit", _CSV_INSTEAD)
    for target, content in written:
        whole_file.write(target, content)
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
    try:
        target, made = begin_list(checked_data(data).dataset, data, year)
    except CannotBeginError as error:
        stop(str(error))
    if target.exists():
        stop(f"มี {target} อยู่แล้ว ไม่เขียนทับ")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(made.text, encoding="utf-8", newline="\n")
    carried = " ข้อที่ยกมาจากปีก่อน ให้แทนหลักฐานด้วยของปีนี้ แล้วลบบรรทัด reply:" if made.is_carried else ""
    click.echo(f"เขียน {target} แล้ว ต่อไป: เติม reply: และ evidence: ของแต่ละข้อ{carried} แล้วตรวจด้วย ita-site check")
    for said in made.left_out:
        click.echo(said)


def _owed(dataset: Dataset, year: int, day: date | None) -> OwedView:
    of_year, framework = dataset.years[year], dataset.frameworks[year]
    answers = item_answers(dataset, of_year, framework)
    return owed(dataset, of_year, framework, answers, day or as_of(dataset))
