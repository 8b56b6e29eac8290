"""The preview: a measure is saved again and again, and a browser shows it; how long, what it costs, what it keeps.

python -m tests.bench.serve_speed PROJECT    # a project of `mkdocs.yml` and data; prints a table
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import click

from tests.bench import changes, tables
from tests.helpers import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TICKS = os.sysconf("SC_CLK_TCK")
_SHOWS = "words => document.querySelector('h1')?.textContent.includes(words)"
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_LONGEST = 120
"""Seconds that a first build, or a save, may take."""


@dataclass(frozen=True)
class Save:
    """One save: seconds from the write to the painted page, seconds of the server's processor, its memory in MiB."""

    wall: float
    cpu: float
    memory: float


class Server:
    """`mkdocs serve` of a project."""

    def __init__(self, process: subprocess.Popen[bytes], home: str) -> None:
        self._process = process
        self.home = home

    @property
    def cpu(self) -> float:
        """Seconds of the processor that it has had."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self, figure: str = "VmRSS") -> float:
        """Return its memory in MiB: now, or at most with `VmHWM`."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{figure}:"))


@contextmanager
def started(project: Path) -> Iterator[Server]:
    """Start the preview of a project, and end it after the block.

    Raises:
        TimeoutError: it does not answer.

    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = f"http://127.0.0.1:{port}/"
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}")
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + _LONGEST
            while not _answers(home):
                if process.poll() is not None or time.monotonic() > end:
                    message = f"no preview of {project}"
                    raise TimeoutError(message)
                time.sleep(0.1)
            yield Server(process, home)
        finally:
            process.terminate()


def _answers(address: str) -> bool:
    try:
        with urlopen(address):  # noqa: S310 - a server on this machine
            return True
    except OSError:
        return False


def saves(project: Path, server: Server, page: Any, count: int, seconds: float) -> Iterator[Save]:  # noqa: ANN401
    """Save another title, until the count or the time is full, and yield what each save took."""
    changed = changes.measure(project)
    page.goto(f"{server.home}{changes.last_year(project).name}/measures/{changed.stem}/")
    before = changed.read_text(encoding="utf-8")
    end = time.monotonic() + seconds
    for number in range(count):
        if number and time.monotonic() > end:
            break
        words = f"รอบ {number}."
        after = before.replace("\n", f" {words}\n", 1)  # the first line is the title
        spent, begun = server.cpu, time.perf_counter()
        changed.write_text(after, encoding="utf-8")
        page.wait_for_function(_SHOWS, arg=words, timeout=1000 * _LONGEST)
        page.evaluate(_PAINTED)
        yield Save(time.perf_counter() - begun, server.cpu - spent, server.memory())
    changed.write_text(before, encoding="utf-8")


def report(all_saves: Sequence[Save], peak: float) -> Iterator[str]:
    """Yield the table of the saves; the first, which still makes what the others find made, is not in the medians."""
    further = all_saves[1:] or all_saves
    walls = sorted(each.wall for each in further)
    few = [each.memory for each in all_saves[: max(1, len(all_saves) // 10)]]
    last = [each.memory for each in all_saves[-len(few) :]]
    yield from tables.table(
        ("preview", f"{len(all_saves)} saves", "goal"),
        [
            ("save to painted page, median s", f"{median(walls):.2f}", "≤ 0.65 at 3 y, ≤ 0.9 at 10 y"),
            ("of ten saves the slowest, s", f"{walls[len(walls) * 9 // 10]:.2f}", ""),
            ("the server's CPU for it, median s", f"{median(each.cpu for each in further):.2f}", "≤ 0.4"),
            ("memory after the first tenth, MiB", f"{median(few):.0f}", ""),
            ("memory in the last tenth, MiB", f"{median(last):.0f}", "as before"),
            ("most memory, MiB", f"{peak:.0f}", ""),
        ],
    )


@click.command()
@click.argument("project", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--count", default=200, show_default=True, help="Saves at most.")
@click.option("--seconds", default=300.0, show_default=True, help="Time at most for them.")
def main(*, project: Path, count: int, seconds: float) -> None:
    """Measure the preview of PROJECT."""
    with started(project) as server, chromium.started() as browser:
        page = browser.new_page()
        all_saves = list(saves(project, server, page, count, seconds))
        click.echo("\n".join(report(all_saves, server.memory("VmHWM"))))


if __name__ == "__main__":
    main()
