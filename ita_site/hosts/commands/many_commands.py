"""The commands over many municipalities: `many build`, `many check` and `many aggregate`."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ita_site.ground.problems import InvalidData
from ita_site.hosts.commands.project import stop, stop_without
from ita_site.hosts.many import listing, rounds, tasks
from ita_site.hosts.many.outcome_report import brief, summary, whole
from ita_site.hosts.many.tasks import Job, dismiss
from ita_site.hosts.reports import problem_report
from ita_site.hosts.reports.failures import PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Executor

    from ita_site.hosts.many.listing import Listing
    from ita_site.hosts.many.rounds import Round
    from ita_site.hosts.many.tasks import Outcome

_LOG = "log.txt"


@click.group(
    help="ทำทีละหลายหน่วยงาน: โฟลเดอร์ที่มีโฟลเดอร์ของแต่ละหน่วยงาน หรือรายชื่อใน many.yml หน่วยงานที่มีปัญหาไม่ทำให้หน่วยงานอื่นหยุด",
    short_help="สร้างหรือตรวจเว็บไซต์ของหลายหน่วยงาน",
)
def many() -> None:
    """Group the commands over many municipalities."""


def _common(command: Callable[..., None]) -> Callable[..., None]:
    options = [
        click.argument("place", type=click.Path(path_type=Path), metavar="โฟลเดอร์หรือรายชื่อ"),
        click.option(
            "--workers",
            type=click.IntRange(1, 256),
            default=os.cpu_count() or 1,
            help="ทำพร้อมกันกี่หน่วยงาน (ถ้าไม่พิมพ์ เท่าจำนวนคอร์)",
        ),
        click.option("--time-limit", type=click.IntRange(1), default=300, show_default=True, help="วินาทีต่อหน่วยงานต่อครั้ง"),
        click.option(
            "--data-only",
            is_flag=True,
            help="ไม่เรียกโปรแกรมของหน่วยงาน (hooks ปลั๊กอิน แม่แบบ) จาก mkdocs.yml ใช้เพียงชื่อ ที่อยู่ และตัวเลือกของ ita-site"
            " สำหรับที่เก็บซึ่งไม่ได้ดูแลเอง",
        ),
        click.option("--cluster", metavar="ที่อยู่", help="ทำบนเครื่องอื่นผ่าน Dask เช่น tcp://10.0.0.1:8786 (ส่วนเสริม cluster)"),
    ]
    for each in reversed(options):
        command = each(command)
    return command


_STRICT = click.option("--strict", is_flag=True, help="นับคำเตือนเป็นเรื่องต้องแก้")
_INTO = click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("sites"),
    show_default=True,
    metavar="โฟลเดอร์",
    help="โฟลเดอร์ที่จะเขียน แต่ละเว็บไซต์อยู่ข้างในตามชื่อหน่วยงาน",
)
_NO_CACHE = click.option("--no-cache", is_flag=True, help="สร้างใหม่ทั้งหมด ไม่ใช้และไม่เก็บสิ่งที่จำไว้จากครั้งก่อน")


@many.command(
    help="สร้างเว็บไซต์ของทุกหน่วยงาน เฉพาะที่มีอะไรเปลี่ยน หน่วยงานที่ข้อมูลผิดคงเว็บไซต์เดิมไว้", short_help="สร้างเว็บไซต์ของทุกหน่วยงาน"
)
@_common
@_STRICT
@_INTO
@click.option("--shared-assets", is_flag=True, help="เก็บไฟล์ที่ทุกเว็บไซต์ใช้เหมือนกันไว้ชุดเดียวในดิสก์ แต่ละเว็บไซต์ยังครบในตัวเอง")
@_NO_CACHE
def build(*, place: Path, into: Path, shared_assets: bool, no_cache: bool, **given: Any) -> None:  # noqa: ANN401 - of `_common`
    """Build the sites of all."""
    asked = rounds.Round(Job.BUILD, into, given["strict"], shared_assets, fresh=no_cache, **_limits(given))
    _run(asked, place, given["workers"], given["cluster"])


@many.command(help="ตรวจข้อมูลของทุกหน่วยงาน แล้วบอกทุกเรื่องที่พบ", short_help="ตรวจข้อมูลของทุกหน่วยงาน")
@_common
@_STRICT
def check(*, place: Path, **given: Any) -> None:  # noqa: ANN401 - of `_common`
    """Check the data of all."""
    asked = rounds.Round(Job.CHECK, Path("sites"), given["strict"], **_limits(given))
    _run(asked, place, given["workers"], given["cluster"])


@many.command(
    help="รวมสิ่งที่ทุกหน่วยงานเผยแพร่เป็นเว็บไซต์เดียวที่โฟลเดอร์ overview: รายชื่อ ใครเผยแพร่อะไรแล้ว คะแนนรายตัวชี้วัด มาตรการที่เคยใช้"
    " และข้อมูลเปิดของทุกแห่ง โดยไม่จัดอันดับ",
    short_help="รวมสิ่งที่ทุกหน่วยงานเผยแพร่เป็นเว็บไซต์เดียว",
)
@_common
@_INTO
@click.option("--name", default="ความโปร่งใสของหน่วยงานท้องถิ่น", show_default=True, metavar="ชื่อ", help="ชื่อเว็บไซต์รวม")
@click.option("--parquet", is_flag=True, help="ทำข้อมูลเปิดเป็น Parquet แบ่งตามปีด้วย (ส่วนเสริม data)")
@_NO_CACHE
def aggregate(*, place: Path, into: Path, name: str, parquet: bool, no_cache: bool, **given: Any) -> None:  # noqa: ANN401 - of `_common`
    """Build the site about all."""
    from ita_site.hosts.many import overview_build  # noqa: PLC0415 - the other commands do without it

    asked = rounds.Round(Job.FACTS, into, fresh=no_cache, **_limits(given))
    listed = _listing(place, asked)
    is_good = _done(asked, listed, given["workers"], given["cluster"]) and listed.is_whole
    if not any((asked.facts / f"{each.id}.json").is_file() for each in listed.municipalities):
        stop("ไม่มีหน่วยงานใดที่รวบรวมได้ จึงไม่ได้สร้างเว็บไซต์รวม")
    try:
        built = overview_build.build(asked, listed, name, ["parquet"] * parquet)
    except KeyboardInterrupt:
        tasks.stop()
        stop("หยุดตามที่สั่ง เว็บไซต์รวมยังเป็นของเดิม สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ")
    finally:
        dismiss()
    click.echo(brief(Job.BUILD, built))
    if not (is_good and built.is_good):
        sys.exit(PROBLEMS)


def _limits(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is asked of every municipality: its time, and whether its own code may run."""
    return {"seconds": given["time_limit"], "data_only": given["data_only"]}


def _run(asked: Round, place: Path, workers: int, cluster: str | None) -> None:
    listed = _listing(place, asked)
    if not (_done(asked, listed, workers, cluster) and listed.is_whole):
        sys.exit(PROBLEMS)


def _done(asked: Round, listed: Listing, workers: int, cluster: str | None) -> bool:
    """Do the tasks of all, tell what came of them, and return whether all is as it was asked to be."""
    outcomes: list[Outcome] = []
    stopped = False
    try:
        with (
            _executor(workers, cluster) as executor,
            click.progressbar(length=len(listed.municipalities), label=_LABELS[asked.job], file=sys.stderr) as bar,
        ):
            for outcome in rounds.run(asked, listed, executor):
                outcomes.append(outcome)
                bar.update(1)
    except KeyboardInterrupt:
        stopped = True
    outcomes.sort(key=lambda each: each.id)
    for each in outcomes:
        if not each.is_good or each.notes:
            click.echo(brief(asked.job, each))
    if asked.job is Job.BUILD:
        log = asked.work / _LOG
        log.write_text("".join(f"{whole(asked.job, each)}\n" for each in outcomes), encoding="utf-8")
    click.echo(summary(asked.job, outcomes))
    if stopped:
        left = len(listed.municipalities) - len(outcomes)
        stop(f"หยุดตามที่สั่ง ยังไม่ได้ทำ {left:,} หน่วยงาน เว็บไซต์ที่มีอยู่ไม่เสียหาย สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ")
    return all(each.is_good for each in outcomes)


_LABELS = {Job.BUILD: "สร้าง", Job.CHECK: "ตรวจ", Job.FACTS: "รวบรวม"}


def _listing(place: Path, asked: Round) -> Listing:
    try:
        listed = listing.read(place, asked.work / "checkouts", None if asked.job is Job.CHECK else asked.into)
    except InvalidData as error:
        stop(problem_report.text(error.problems, place if place.is_dir() else place.parent))
    for problem in listed.problems:
        click.echo(problem_report.line(problem), err=True)
    return listed


@contextmanager
def _executor(workers: int, cluster: str | None) -> Iterator[Executor]:
    """Give what does the tasks: threads that each have a child process, here or on the machines of a cluster."""
    if cluster is None:
        executor = ThreadPoolExecutor(workers)
        tasks.resume()
        try:
            yield executor
        except KeyboardInterrupt:
            tasks.stop()
            raise
        finally:
            executor.shutdown(cancel_futures=True)
            dismiss()
        return
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, of a quarter of a second
    except ImportError:
        stop_without("cluster", "distributed", "many build", "หรือสั่งโดยไม่ใส่ --cluster")
    with Client(cluster) as client, client.get_executor() as executor:  # type: ignore[no-untyped-call]
        try:
            yield executor
        except KeyboardInterrupt:
            executor.shutdown(wait=False)
            raise
