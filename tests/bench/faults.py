"""Break off builds and exports at moments spread over their CPU time, and fill the disk under them; count what is left.

A folder is OLD or NEW when every file of it is that of the old or of the new site, EMPTY without files, else HALF. What
a broken run leaves beside it must be gone after the next. Run by hand, as root where disks are to be filled.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import click

from ita_site.publishing.staging import WORKING_FOLDER, StagedFolder
from tests.helpers import sites

_TICKS = os.sysconf("SC_CLK_TCK")
_LAST_PART = 0.85
"""Half of the moments lie behind this part of a build, where folders change places."""
_STEP = 256 * 1024
Tree: TypeAlias = "dict[str, str]"


@dataclass(frozen=True)
class Run:
    """A command that writes `target`, and the two trees that may be found there."""

    name: str
    command: tuple[str, ...]
    project: Path
    target: Path
    old: Path
    new: Path
    where: Path

    def restore(self) -> None:
        """Put the old tree into the target."""
        for path in (*self.target.parent.glob(f".*{WORKING_FOLDER}"), *self.target.iterdir()):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.copytree(self.old, self.target, dirs_exist_ok=True)

    def start(self) -> subprocess.Popen[bytes]:
        """Start the command."""
        where = self.where
        return subprocess.Popen(self.command, cwd=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def found(self) -> str:
        """Say what is in the target."""
        now = tree(self.target)
        known = {"OLD": tree(self.old), "NEW": tree(self.new), "EMPTY": {}}
        return next((name for name, each in known.items() if now == each), "HALF")


def tree(folder: Path) -> Tree:
    """Return the digest of every file below a folder, but for what is being written there."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and WORKING_FOLDER not in path.parts
    }


def cpu(process: subprocess.Popen[bytes]) -> float:
    """Return the seconds of the processor that a process has had; more than any when it has ended."""
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return float("inf")
    return float("inf") if fields[0] == "Z" else (int(fields[11]) + int(fields[12])) / _TICKS


def whole_cpu(run: Run) -> float:
    """Return how many seconds of the processor the whole command takes."""
    process, last = run.start(), 0.0
    while (now := cpu(process)) != float("inf"):
        last = now
        time.sleep(0.005)
    if process.wait():
        message = f"{run.name} fails by itself"
        raise click.ClickException(message)
    return last


def broken_off(run: Run, moment: float, how: signal.Signals) -> tuple[str, str, int]:
    """Break a run off at a moment of its CPU time; return what is found, what after the next run begins, its code."""
    run.restore()
    process = run.start()
    while cpu(process) < moment:
        time.sleep(0.001)
    process.send_signal(how)
    code = process.wait()
    at_once = run.found()
    before = Path.cwd()
    os.chdir(run.where)
    StagedFolder(run.target).discard()  # what the next run begins with
    os.chdir(before)
    left = [*run.target.parent.glob(f".*{WORKING_FOLDER}"), *run.target.glob(WORKING_FOLDER)]
    return at_once, "LEFT-OVERS" if left else run.found(), code


def moments(whole: float, count: int) -> list[float]:
    """Return moments of a run: one half even over all of it, one half over its last part."""
    even, late = (count + 1) // 2, count // 2
    first = [whole * (number + 0.5) / even for number in range(even)]
    return [*first, *(whole * (_LAST_PART + (1.05 - _LAST_PART) * (number + 0.5) / late) for number in range(late))]


def filled(run: Run, disk: Path, free: int) -> tuple[str, int, str]:
    """Run on a disk with so many bytes left beside the old site; return what is found, the code, what is said."""
    size = sum(-(-path.stat().st_size // 4096) * 4096 + 1024 for path in run.old.rglob("*")) + free
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=True)
    try:
        moved = replace(run, target=disk / "site")
        shutil.copytree(run.old, moved.target)
        command = [each.replace(str(run.target), str(moved.target)) for each in run.command]
        done = subprocess.run(command, cwd=run.where, capture_output=True, text=True, check=False)
        said = f"{done.stdout}{done.stderr}"
        return moved.found(), done.returncode, "Traceback" if "Traceback" in said else said.strip().splitlines()[-1]
    finally:
        subprocess.run(["umount", disk], check=True)


def prepare(folder: Path) -> list[Run]:
    """Return the commands to break, each with its old and its new tree."""
    project = sites.copy_project(folder / "project", sites.AGENCIES["mueang-pan"])
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(project / "mkdocs.yml"))
    export = str(Path(sysconfig.get_path("scripts")) / "ita-site"), "export", "--data", str(project / "data")
    runs = [
        Run("build", (*mkdocs, "--site-dir"), project, folder / "www/site", folder / "old", folder / "new", folder),
        Run("export", export, project, folder / "out/site", folder / "old-export", folder / "new-export", folder),
        Run(
            "build inside", (*mkdocs, "--site-dir"), project, folder / "in/site", folder / "old", folder / "new", folder
        ),
    ]
    for name in ("old", "new"):
        for run in runs[:2]:
            subprocess.run([*run.command, getattr(run, name)], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        if name == "old":
            sites.replace(project / "data/2568/result.yml", "97.96", "97.95")
            (project / "data/2568/measures/e-service.yml").rename(project / "data/2568/measures/online.yml")
            report = project / "data/2568/reports/annual.yml"
            report.write_text(report.read_text(encoding="utf-8").replace("e-service", "online"), encoding="utf-8")
    for run in runs:
        run.target.mkdir(parents=True)
    ready = [replace(run, command=(*run.command, str(run.target))) for run in runs]
    ready[2] = replace(ready[2], where=runs[2].target)
    return ready


@click.command()
@click.option("--kills", default=40, show_default=True, help="how often each command is broken off")
@click.option("--disks", default=8, show_default=True, help="how many sizes of a full disk; 0 for none")
def main(kills: int, disks: int) -> None:
    """Count what broken runs leave."""
    # What a shell starts in the background is deaf to an interrupt, and so would be what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = prepare(folder)
        for run in runs:
            run.restore()
            whole = whole_cpu(run)
            for how in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM):
                count = kills if how is signal.SIGKILL else kills // 4
                seen = [broken_off(run, moment, how) for moment in moments(whole, count)]
                told = {
                    "at once": Counter(each[0] for each in seen),
                    "after the next": Counter(each[1] for each in seen),
                }
                ended = sum(code == 0 for _, _, code in seen)
                counts = " · ".join(f"{when} {dict(sorted(each.items()))}" for when, each in told.items())
                click.echo(f"{run.name} {how.name} ×{count} of {whole:.2f} s: {counts} · had ended {ended}")
        (folder / "disk").mkdir()
        for run in runs[:2]:
            for number in range(disks):
                found, code, said = filled(run, folder / "disk", _STEP + number * 12 * _STEP // 5)
                click.echo(f"{run.name}, disk full {number}: {found}, code {code}, {said[:110]}")


if __name__ == "__main__":
    main()
