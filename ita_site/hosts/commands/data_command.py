"""The command that writes the data as tables: `data`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground import addresses, whole_file
from ita_site.ground.website import Website
from ita_site.hosts.commands.project import checked_data, data_option, settings_of, stop_without
from ita_site.publishing import open_data
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITHOUT = "หรือเลือกเฉพาะรูปแบบที่ไม่ต้องมีส่วนเสริม: --format csv --format json --format sqlite"
_ALWAYS = ("csv", "json", "sqlite")
_FORMATS = (*_ALWAYS, *(each.value for each in open_data.Format))


@click.command(
    help="เขียนข้อมูลที่ตรวจแล้วเป็นตาราง: CSV, JSON, SQLite, Excel และ Parquet พร้อมคำอธิบายของทุกคอลัมน์ (datapackage.json)",
    short_help="ข้อมูลเปิดเป็นตาราง",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="รูปแบบ พิมพ์ซ้ำได้ ปกติคือทุกรูปแบบ",
)
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("open-data"),
    show_default=True,
    metavar="โฟลเดอร์",
    help="โฟลเดอร์ที่จะเขียน",
)
@data_option
def data(*, formats: Sequence[str], target: Path, data: Path) -> None:
    """Write the tables of all years."""
    known = settings_of(data)
    asked = formats or _FORMATS
    checked = checked_data(data)
    lookup = Lookup(checked.dataset, checked.scores)
    opened = open_data.open_data_of(lookup, [each for each in open_data.Format if each in asked])
    try:
        made = open_data.files(opened, Website(known.url, known.directory_urls))
    except ImportError as missing:
        extra = open_data.EXTRAS.get(missing.name or "")
        if extra is None:
            raise
        stop_without(extra, str(missing.name), "data", _WITHOUT)
    left_out = {each.address for each in opened.distributions if each.format not in asked}
    start = addresses.open_data()
    written = {address.removeprefix(start): content for address, content in made.items() if address not in left_out}
    for name, content in written.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        whole_file.write(path, content)
    click.echo(f"เขียน {len(opened.tables)} ตาราง ({len(written)} ไฟล์) ลง {target} แล้ว")
