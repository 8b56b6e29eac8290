"""The site as it will be, beside the forms: built like any other into a folder of the desk, again after each change."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.ground.problems import stopping
from ita_site.hosts.desk import own_commands
from ita_site.hosts.reports import problem_report

if TYPE_CHECKING:
    from ita_site.hosts.desk.workspace import State, Workspace

_NO_PROJECT = "ยังไม่มี mkdocs.yml ของโครงการ จึงยังสร้างหน้าเว็บให้ดูไม่ได้ เริ่มโครงการได้ด้วย ita-site new"
_FAILED = "สร้างหน้าเว็บไม่ได้ ({code}) ดูเหตุด้วย ita-site build"
_SHOWN_LINES = 30
_YEAR_FILE = re.compile(r"(2\d{3})/(?:(measures|reports)/([a-z0-9-]+)|([a-z.]+))\.yml")
_OF_KIND = {
    "result": addresses.year,
    "analysis": addresses.analysis,
    "plan": addresses.plan,
    "disclosure": addresses.disclosure,
    "links.lock": addresses.disclosure,
    "gaps": addresses.status,
}


@dataclass(frozen=True, slots=True)
class PreviewStatus:
    """How far the preview has come: which build is shown, whether the next is being made, why the last one was not."""

    number: int
    is_building: bool
    report: str


class SitePreview:
    """The preview of a project; it is built by a child process, so that a form never waits for a page."""

    def __init__(self, workspace: Workspace) -> None:
        """Prepare an empty folder for the site."""
        self._workspace = workspace
        self._temporary = tempfile.TemporaryDirectory(prefix="ita-site-", ignore_cleanup_errors=True)
        self.folder = Path(self._temporary.name) / "site"
        self._lock = Lock()
        self._made_from: State | None = None
        self._number = 0
        self._report = ""
        self._thread: Thread | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def refreshed(self) -> PreviewStatus:
        """Begin a build if something was changed since the last one; return how far it has come."""
        with self._lock:
            is_building = self._thread is not None and self._thread.is_alive()
            if not is_building and not self._is_closed and (state := self._workspace.state()) != self._made_from:
                self._made_from = state
                self._thread = Thread(target=self._build, daemon=True)
                self._thread.start()
                is_building = True
            return PreviewStatus(self._number, is_building, self._report)

    def wait(self) -> None:
        """Wait until a build that was begun is over."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """End what runs, and take the folder away."""
        with self._lock:
            self._is_closed = True
            if self._child is not None:
                self._child.kill()
        self.wait()
        self._temporary.cleanup()

    def _build(self) -> None:
        try:
            report = self._built()
        except OSError as error:
            report = _FAILED.format(code=error.strerror)
        with self._lock:
            self._report = report
            self._number += 1

    def _built(self) -> str:
        """Build; return why there is nothing new, and nothing where there is."""
        known = self._workspace.settings
        if known.file is None:
            return _NO_PROJECT
        errors = stopping(self._workspace.checked().problems, strict=False)
        if errors:
            return problem_report.text(errors, self._workspace.root)
        command = own_commands.command("build", "--config-file", str(known.file), "--site-dir", str(self.folder))
        with self._lock:
            if self._is_closed:
                return ""
            self._child = subprocess.Popen(  # noqa: S603 - our own command
                command,
                cwd=self._workspace.root,
                env=own_commands.environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        told = self._child.communicate()[1].decode("utf-8", "replace")
        if self._child.returncode == 0:
            return ""
        return "\n".join(told.splitlines()[-_SHOWN_LINES:]) or _FAILED.format(code=self._child.returncode)


def page_of(name: str) -> str:
    """Return the address of the page of the site that shows most of a file; the home page where none is known.

    Args:
        name: the file, by the name that the workspace has for it.

    """
    found = _YEAR_FILE.fullmatch(name)
    if found is not None:
        year, folder, record, kind = found.groups()
        if folder:
            return (addresses.measure if folder == "measures" else addresses.report)(int(year), record)
        return _OF_KIND[kind](int(year)) if kind in _OF_KIND else addresses.year(int(year))
    return addresses.contact() if name == "agency.yml" else addresses.home()
