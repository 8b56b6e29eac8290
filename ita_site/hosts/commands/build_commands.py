"""The commands about builds: `build`, which does nothing where nothing has changed, and `cache`."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import Any

import click

from ita_site.ground.cache.file_cache import MOST_BYTES, OFF, FileCache, user_folder
from ita_site.hosts.reports import failures, replaced_report
from ita_site.publishing.last_build import BuildNote

_NO_SETTINGS = (
    "ไม่พบ {file} ให้เข้าโฟลเดอร์ของโครงการ (ที่มี mkdocs.yml) ก่อน หรือบอกไฟล์ด้วย --config-file"
    " เริ่มโครงการใหม่ด้วย ita-site new โฟลเดอร์"
)


@click.command(
    help="สร้างเว็บไซต์ ได้ผลเหมือน mkdocs build ทุกประการ แต่ถ้าไม่มีอะไรเปลี่ยนตั้งแต่สร้างครั้งก่อนจะจบทันที",
    short_help="สร้างเว็บไซต์ (เหมือน mkdocs build แต่เร็วกว่าเมื่อไม่มีอะไรเปลี่ยน)",
)
@click.option(
    "--config-file",
    "-f",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    metavar="ไฟล์",
    help="ไฟล์ตั้งค่าของเว็บไซต์",
)
@click.option("--site-dir", "-d", type=click.Path(), metavar="โฟลเดอร์", help="โฟลเดอร์ที่จะเขียนเว็บไซต์")
@click.option("--strict", "-s", is_flag=True, help="ไม่เผยแพร่เมื่อมีคำเตือน")
@click.option("--no-cache", is_flag=True, help="สร้างใหม่ทั้งหมด ไม่ใช้และไม่เก็บสิ่งที่จำไว้จากครั้งก่อน")
@click.option("--verbose", "-v", is_flag=True, help="แสดงรายละเอียด (สำหรับผู้ดูแลระบบ)")
def build(*, config_file: Path, site_dir: str | None, strict: bool, no_cache: bool, verbose: bool) -> None:
    """Build the site, unless it is there as it would become."""
    if no_cache:
        os.environ[OFF] = "1"
    build_site(config_file, site_dir, strict=strict, verbose=verbose)


def build_site(
    config_file: Path, site_dir: str | None, *, strict: bool, verbose: bool = False, quiet: bool = False
) -> None:
    """Build the site of some settings, unless it is there as it would become; where it is quiet, only errors are told.

    Raises:
        SystemExit: it cannot be built, or it is strict and there are warnings; why was told.

    """
    if not config_file.is_file():
        click.echo(_NO_SETTINGS.format(file=config_file), err=True)
        sys.exit(failures.PROBLEMS)
    options: dict[str, Any] = {"site_dir": site_dir, "strict": strict or None}
    given = {name: value for name, value in options.items() if value is not None}
    found = BuildNote(FileCache(user_folder()), config_file, given).read()
    if found is not None and found[0].is_current(found[1]):
        last, site = found
        if quiet:
            return
        for level, text in last.told:
            click.echo(f"{logging.getLevelName(level):<7} -  {text}", err=True)
        click.echo(replaced_report.unchanged(site), err=True)
        return
    switches = [*["--strict"] * strict, *["--verbose"] * verbose, *["--quiet"] * quiet]
    _build(config_file, site_dir, switches)


def _build(config_file: Path, site_dir: str | None, switches: list[str]) -> None:
    # MkDocs takes half a second to import, which a build that has nothing to do can do without.
    from mkdocs.__main__ import build_command  # noqa: PLC0415

    gc.enable()  # there is much to collect, other than in our commands
    arguments = ["--config-file", str(config_file), *(["--site-dir", site_dir] if site_dir else []), *switches]
    build_command.main(arguments, prog_name="mkdocs build", standalone_mode=False)


@click.command(
    help="แสดงสิ่งที่โปรแกรมจำไว้เพื่อให้สร้างครั้งต่อไปเร็วขึ้น ลบได้ทุกเมื่อโดยไม่มีอะไรหาย",
    short_help="สิ่งที่จำไว้ให้สร้างครั้งต่อไปเร็วขึ้น",
)
@click.option("--clear", is_flag=True, help="ลบทั้งหมด")
def cache(*, clear: bool) -> None:
    """Print how much is kept, and where."""
    folder = user_folder()
    if folder is None:
        click.echo(f"ไม่ได้จำอะไรไว้ เพราะตั้งตัวแปร {OFF}")
        return
    kept = FileCache(folder)
    files, size = kept.extent()
    click.echo(f"{folder}: {files:,} ไฟล์ {size / 1e6:,.1f} MB (เก็บไม่เกิน {MOST_BYTES / 1e6:,.0f} MB)")
    if clear:
        kept.clear()
        click.echo("ลบแล้ว")
