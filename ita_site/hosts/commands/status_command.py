"""The command that tells how far a year has come: `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_site.hosts.commands.project import checked_data, data_option, stop
from ita_site.hosts.reports import status_report
from ita_site.saying.view.completeness import completeness
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    help="บอกว่าปีนั้นมีอะไรแล้ว ขาดอะไร ข้อ OIT ใดส่วนราชการใดต้องตอบเมื่อใด และคำสั่งที่ใช้ต่อ ไม่พิมพ์ปี คือปีล่าสุด",
    short_help="ปีนี้มีอะไรแล้ว ขาดอะไร ใครต้องทำ",
)
@click.argument("year", type=int, required=False, metavar="[ปี]")
@data_option
def status(*, year: int | None, data: Path) -> None:
    """Print what a year has and lacks."""
    checked = checked_data(data)
    years = checked.dataset.years
    asked = max(years) if year is None else year
    if asked not in years:
        stop(f"ไม่มีข้อมูลของปี {asked} ปีที่มี: {', '.join(map(str, years))} เริ่มปีใหม่ด้วย ita-site new-year {asked}")
    lookup = Lookup(checked.dataset, checked.scores, checked.history)
    view = completeness(lookup, years[asked])
    click.echo(status_report.text(years[asked], view, lookup.schedule.as_of))
