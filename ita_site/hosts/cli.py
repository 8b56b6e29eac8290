"""The command line: a skin over the library, in Thai."""

from __future__ import annotations

import sys
import traceback
from typing import Any

import click

from ita_site.hosts import console, failures
from ita_site.hosts.commands import checking, disclosing, publishing
from ita_site.hosts.commands.project import INTERNAL, PROBLEMS


class _Group(click.Group):
    """A group that never shows a clerk a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        console.prepare()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except BrokenPipeError:
            # The reader of a pipe, such as `head`, has seen enough.
            sys.stderr.close()
            ctx.exit(0)
        except OSError as error:
            click.echo(failures.of_system(error), err=True)
            ctx.exit(PROBLEMS)
        except Exception as error:  # noqa: BLE001 - the last resort
            if ctx.params.get("debug"):
                traceback.print_exc()
            click.echo(failures.of_program(error), err=True)
            ctx.exit(PROBLEMS if failures.is_of_file_names(error) else INTERNAL)


_HELP = """ตรวจ คำนวณ และส่งออกข้อมูล ITA ของหน่วยงาน

\b
รหัสจบการทำงาน: 0 สำเร็จ · 1 ข้อมูลมีเรื่องต้องแก้ · 2 พิมพ์คำสั่งผิด · 3 โปรแกรมผิดพลาด
"""


@click.group(cls=_Group, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="แสดงรายละเอียดเมื่อโปรแกรมผิดพลาด (สำหรับผู้ดูแลระบบ)")
@click.version_option(package_name="ita-site", prog_name="ita-site", message="%(prog)s %(version)s")
def main(*, debug: bool) -> None:
    """Run the command; `--debug` is read by `_Group`."""
    del debug


for _command in (
    checking.check,
    checking.scores,
    publishing.export,
    publishing.schema,
    publishing.urls,
    disclosing.oit,
    disclosing.new_oit,
):
    main.add_command(_command)
