"""The command that writes the office's papers: `document`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_site.ground import whole_file
from ita_site.ground.cache.file_cache import FileCache, user_folder
from ita_site.ground.problems import InvalidData
from ita_site.ground.website import Website
from ita_site.hosts.commands.project import checked_data, data_option, settings_of, stop, stop_without
from ita_site.hosts.reports import problem_report
from ita_site.publishing.documents import paper_files
from ita_site.publishing.documents.contents import papers
from ita_site.publishing.documents.extras import MissingExtra
from ita_site.publishing.documents.paper import PaperKind
from ita_site.publishing.documents.paper_files import PaperFormat, PaperWriter
from ita_site.publishing.settings.plugin_options import UNUSED
from ita_site.saying.view.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.publishing.documents.paper import Paper
    from ita_site.publishing.settings import Settings

_NAMES = {
    PaperKind.ANALYSIS: "รายงานการวิเคราะห์ผล",
    PaperKind.PLAN: "แผนมาตรการ",
    PaperKind.REPORT: "รายงานผลการดำเนินการ",
    PaperKind.DISCLOSURE: "รายการ OIT",
    PaperKind.COMPUTATION: "วิธีคิดคะแนน",
    PaperKind.YEARBOOK: "รวมเล่มของปี",
}
_HELP = f"""เขียนเอกสารราชการจากข้อมูลที่ตรวจแล้ว: PDF พร้อมลงนาม, Word ที่แก้ได้, Excel ของตาราง

\b
ชนิดของเอกสาร (--kind): {"".join(f"{chr(10)}    {kind.value:<12} {name}" for kind, name in _NAMES.items())}
"""


@click.command(help=_HELP, short_help="เอกสารราชการเป็น PDF, Word, Excel")
@click.argument("year", type=int, required=False, metavar="[ปี]")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([each.value for each in PaperKind]),
    help="ชนิดของเอกสาร พิมพ์ซ้ำได้ ปกติคือทุกชนิด",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([each.value for each in PaperFormat]),
    help="ชนิดของไฟล์ พิมพ์ซ้ำได้ ปกติคือตาม documents: ใน mkdocs.yml หรือ pdf และ docx",
)
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("papers"),
    show_default=True,
    metavar="โฟลเดอร์",
    help="โฟลเดอร์ที่จะเขียน",
)
@click.option("--no-cache", is_flag=True, help="เขียนใหม่ทุกไฟล์ แม้ข้อมูลไม่เปลี่ยน")
@data_option
def document(*, year: int | None, target: Path, data: Path, no_cache: bool, **chosen: Sequence[str]) -> None:
    """Write the papers of one year or of all."""
    known = settings_of(data)
    found = [each for each in _papers(data, known) if _is_chosen(each, year, chosen["kinds"])]
    formats = [PaperFormat(each) for each in chosen["formats"] or known.documents or ("pdf", "docx")]
    if not found:
        stop("ไม่มีเอกสารที่ตรงกับที่ขอ ให้ตรวจปีและ --kind หรือเพิ่มข้อมูลของปีนั้นก่อน")
    writer = PaperWriter(
        Website(known.url, known.directory_urls),
        paper_files.templates_of(known.root),
        FileCache(None if no_cache else user_folder()),
    )
    files = [(paper, kind) for paper in found for kind in paper_files.kinds_of(paper, formats)]
    written, same = [], 0
    try:
        with click.progressbar(files, label="กำลังเขียนเอกสาร", show_pos=True) as steps:
            for paper, kind in steps:
                path = target / f"{paper.name}.{kind}"
                content = writer.file(paper, kind)
                if path.is_file() and path.read_bytes() == content:
                    same += 1
                    continue
                path.parent.mkdir(parents=True, exist_ok=True)
                whole_file.write(path, content)
                written.append(path)
    except MissingExtra as error:
        stop_without(error.extra, error.library, "document")
    except InvalidData as error:
        stop(problem_report.text(error.problems, known.root_above(data)))
    for path in written:
        click.echo(path)
    if unused := [each for each in known.problems if each.code == UNUSED]:
        click.echo(problem_report.text(unused, known.root_above(data)), err=True)
    click.echo(f"เขียน {len(written)} ไฟล์ลง {target} แล้ว" + (f" อีก {same} ไฟล์เหมือนเดิม" if same else ""))


def _papers(data: Path, known: Settings) -> list[Paper]:
    checked = checked_data(data)
    lookup = Lookup(checked.dataset, checked.scores)
    return list(papers(lookup, Website(known.url, known.directory_urls), checked.history))


def _is_chosen(paper: Paper, year: int | None, kinds: Sequence[str]) -> bool:
    return year in {None, paper.year} and (not kinds or paper.kind.value in kinds)
