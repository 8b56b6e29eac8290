"""What is said of a command that was typed wrongly, and the heads of its help, in Thai: click speaks English."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import IO, TYPE_CHECKING, Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SENTENCES = [
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (r"'(.*)' is not one of (.*)\.", "“{0}” ไม่ใช่ตัวเลือกที่มี ให้เลือกจาก {1}"),
        (r"'(.*)' is not a valid (?:integer|float)(?: range)?\.", "“{0}” ไม่ใช่จำนวน"),
        (r"(\S+) is not in the range (.*)\.", "{0} อยู่นอกช่วง {1}"),
        (r"(?:File|Directory|Path) '(.*)' does not exist\.", "ไม่พบ {0}"),
        (r"(?:File|Directory|Path) '(.*)' is a file\.", "{0} เป็นไฟล์ ไม่ใช่โฟลเดอร์"),
        (r"(?:File|Directory|Path) '(.*)' is a directory\.", "{0} เป็นโฟลเดอร์ ไม่ใช่ไฟล์"),
        (r"(?:File|Directory|Path) '(.*)' is not (?:readable|writable|executable)\.", "ผู้ใช้นี้ไม่มีสิทธิ์ใช้ {0}"),
        (r"Got unexpected extra arguments? \((.*)\)", "มีคำเกินมา: {0} ถ้าเป็นชื่อเดียวที่มีช่องว่าง ให้ครอบด้วยเครื่องหมายคำพูด"),
        (r"Option '(.*)' requires an? .*", "หลัง {0} ต้องพิมพ์ค่าด้วย"),
        (r"Option '(.*)' does not take a value\.", "{0} ไม่รับค่า ให้ลบ = และสิ่งที่ตามมา"),
        (r"Missing command\.", "ยังไม่ได้พิมพ์คำสั่ง"),
    )
]
_HELP = {
    "Options": "ตัวเลือก",
    "Commands": "คำสั่ง",
    "Positional arguments": "สิ่งที่พิมพ์ตามลำดับ",
    "Show this message and exit.": "แสดงวิธีใช้นี้",
    "Show the version and exit.": "แสดงรุ่นของโปรแกรม",
}
_PIECES = {"[OPTIONS]": "[ตัวเลือก]", "COMMAND [ARGS]...": "คำสั่ง …"}
_EXTRA = re.compile(r"\[(default|required)(?:: ([^\]]*))?\]")
_KINDS = {
    "DIRECTORY": "โฟลเดอร์",
    "FILE": "ไฟล์",
    "PATH": "ที่อยู่",
    "INTEGER RANGE": "จำนวน",
    "INTEGER": "จำนวน",
    "FLOAT RANGE": "จำนวน",
    "FLOAT": "จำนวน",
    "TEXT": "ข้อความ",
}
_KIND = re.compile(rf"(?<= )(?:{'|'.join(_KINDS)})(?= |$)")
_USAGE = "วิธีพิมพ์: "


class TypedWrongly(click.ClickException):
    """A command was typed wrongly; the message says what, in Thai, and how it is typed."""

    exit_code = click.UsageError.exit_code

    def __init__(self, error: click.UsageError) -> None:
        """Take what click found."""
        super().__init__(_said(error))
        self._context = error.ctx

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is typed, where its help is, and what was wrong."""
        if self._context is not None:
            usage = _translated(" ".join(self._context.command.collect_usage_pieces(self._context)))
            command = self._context.command_path
            click.echo(f"{_USAGE}{command} {usage}\nดูวิธีใช้: {command} --help\n", file=file, err=True)
        click.echo(f"พิมพ์คำสั่งผิด: {self.message}", file=file, err=True)


def in_thai(error: click.UsageError) -> click.ClickException:
    """Return an error with the same meaning in Thai; a command without words shows its help and is none."""
    return error if isinstance(error, NoArgsIsHelpError) else TypedWrongly(error)


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _translated(args), prefix or _USAGE)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HELP.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        shown = [
            (_KIND.sub(lambda kind: _KINDS[kind[0]], name), _EXTRA.sub(_of_option, _HELP.get(told, told)))
            for name, told in rows
        ]
        super().write_dl(shown, col_max, col_spacing)


class ThaiContext(click.Context):
    """What a command is run in, whose help has Thai heads."""

    formatter_class = _Formatter


def _of_option(extra: re.Match[str]) -> str:
    return f"[ปกติ: {extra[2]}]" if extra[1] == "default" else "[ต้องมี]"


def _said(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter():
            choices = error.param.type.choices if error.param and isinstance(error.param.type, click.Choice) else ()
            listed = f" ให้เลือกจาก {', '.join(map(str, choices))}" if choices else ""
            return f"ยังไม่ได้พิมพ์ {_called(error)}{listed}"
        case click.NoSuchOption():
            return f"ไม่มีตัวเลือก {error.option_name}{_guess(error.possibilities)}"
        case NoSuchCommand():
            known = error.ctx.command.list_commands(error.ctx) if error.ctx else []  # type: ignore[attr-defined]
            return f"ไม่มีคำสั่ง {error.command_name}{_guess(get_close_matches(error.command_name, known))}"
        case click.BadParameter():
            return f"{_called(error)}: {_sentence(error.message)}"
        case _:
            return _sentence(error.message)


def _called(error: click.BadParameter) -> str:
    hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
    return (hint if isinstance(hint, str) else " / ".join(hint)).replace("'", "")


def _guess(possible: Sequence[str] | None) -> str:
    return f" หมายถึง {' หรือ '.join(possible)} หรือไม่" if possible else ""


def _sentence(english: str) -> str:
    for pattern, said in _SENTENCES:
        if (found := pattern.fullmatch(english)) is not None:
            return said.format(*(each.replace("'", "") for each in found.groups()))
    return english


def _translated(usage: str) -> str:
    for english, thai in _PIECES.items():
        usage = usage.replace(english, thai)
    return usage
