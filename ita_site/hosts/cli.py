"""The command line: a skin over the library, in Thai."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from ita_site.ground.garbage import last_work
from ita_site.hosts import console
from ita_site.hosts.commands.usage_words import ThaiContext, in_thai
from ita_site.hosts.reports import failures

COMMANDS = {
    "build": "build_commands",
    "cache": "build_commands",
    "check": "check_commands",
    "scores": "check_commands",
    "many": "many_commands",
    "export": "export_commands",
    "schema": "export_commands",
    "urls": "export_commands",
    "changes": "changes_command",
    "history": "history_command",
    "correct": "correct_command",
    "publish": "publish_commands",
    "rollback": "publish_commands",
    "new": "new_commands",
    "new-year": "new_commands",
    "new-measure": "new_commands",
    "new-report": "new_commands",
    "import": "import_command",
    "status": "status_command",
    "edit": "edit_command",
    "handbook": "handbook_command",
    "oit": "oit_commands",
    "new-oit": "oit_commands",
    "links": "links_command",
    "verify": "verify_command",
    "document": "document_command",
    "data": "data_command",
}
"""The module of each command; one is imported when it is asked for."""


_ENDED = "เลิกแล้ว"
_NOBODY_ANSWERS = "เลิกแล้ว เพราะคำสั่งนี้มีคำถามและไม่มีผู้ตอบ สิ่งที่ถามพิมพ์เป็นตัวเลือกได้ ดูด้วย --help"


class _Group(click.Group):
    """A group that never shows a clerk a traceback, and speaks Thai."""

    context_class = ThaiContext

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        console.prepare()
        # A command has ended before there is anything to collect: a fifteenth of the time of `check`.
        with last_work():
            return super().main(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401 - as click has it
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            raise in_thai(error) from None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise in_thai(error) from None
        except (click.exceptions.Exit, click.ClickException):
            raise
        except click.Abort:
            click.echo(f"\n{_ENDED if sys.stdin.isatty() else _NOBODY_ANSWERS}", err=True)
            ctx.exit(failures.PROBLEMS)
        except BrokenPipeError:
            # The reader of a pipe, such as `head`, has seen enough.
            sys.stderr.close()
            ctx.exit(0)
        except OSError as error:
            click.echo(failures.of_system(error), err=True)
            ctx.exit(failures.PROBLEMS)
        except Exception as error:  # noqa: BLE001 - the last resort
            if ctx.params.get("debug"):
                traceback.print_exc()
            click.echo(failures.of_program(error), err=True)
            ctx.exit(failures.PROBLEMS if failures.is_of_file_names(error) else failures.INTERNAL)


class _Commands(_Group):
    """The group of our commands, which imports none but the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        return _in_thai(command(cmd_name)) if cmd_name in COMMANDS else None


_HELP = """ตรวจ คำนวณ และส่งออกข้อมูล ITA ของหน่วยงาน

\b
รหัสจบการทำงาน: 0 สำเร็จ · 1 ข้อมูลมีเรื่องต้องแก้ · 2 พิมพ์คำสั่งผิด · 3 โปรแกรมผิดพลาด
"""


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="แสดงรายละเอียดเมื่อโปรแกรมผิดพลาด (สำหรับผู้ดูแลระบบ)")
@click.version_option(package_name="ita-site", prog_name="ita-site", message="%(prog)s %(version)s")
def main(*, debug: bool) -> None:
    """Run the command; `--debug` is read by `_Group`."""
    del debug


def _in_thai(found: click.Command) -> click.Command:
    """Return a command with those below it, whose help has Thai heads."""
    found.context_class = ThaiContext
    if isinstance(found, click.Group):
        found.commands = {name: _in_thai(each) for name, each in found.commands.items()}
    return found


def command(name: str) -> click.Command:
    """Return a command by its name."""
    function = name.replace("-", "_") + ("_" if iskeyword(name) else "")
    found: click.Command = getattr(import_module(f"ita_site.hosts.commands.{COMMANDS[name]}"), function)
    return found
