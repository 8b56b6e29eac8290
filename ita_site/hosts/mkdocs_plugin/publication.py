"""The folder that MkDocs writes while the old site stays, until the new one is whole and takes its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ita_site.hosts.reports import failures, problem_report, replaced_report
from ita_site.publishing.staging import StagedFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.data.load import PublishedFile


class _Configuration(Protocol):
    """What says where the site is written."""

    site_dir: str


class NotPublished(Exception):
    """The new site is not published, and the old one stays; the message says why, in Thai."""


class Publication:
    """One build of a site, from before its first file is written until it is published or given up."""

    def __init__(self, configuration: _Configuration, tell: Callable[[str], None]) -> None:
        """Let the configuration name a folder beside the site's.

        Args:
            configuration: where MkDocs was told to write.
            tell: called with each sentence that a person should read.

        Raises:
            OSError: nothing can be written there.

        """
        self.target = configuration.site_dir
        self._tell = tell
        self._configuration = configuration
        self._staged = StagedFolder(Path(self.target), lambda: tell(replaced_report.waiting(Path(self.target))))
        configuration.site_dir = str(self._staged.folder)

    def publish(self, copied: Mapping[str, PublishedFile], warnings: int) -> None:
        """Put the new site in place of the old one.

        Args:
            copied: attachments by address, which were copied long after they were opened.
            warnings: how many there were in a build that allows none.

        Raises:
            NotPublished: there were warnings, or an attachment has changed meanwhile.
            OSError: the system refuses.

        """
        if warnings:
            message = (
                f"มีคำเตือน {warnings:,} เรื่อง และสั่งด้วย --strict จึงไม่เผยแพร่ {self.target} ยังเป็นของเดิม"
                " ให้แก้ตามคำเตือน (ดูคำเตือนได้เมื่อไม่ใส่ -q) หรือสั่งโดยไม่ใส่ --strict"
            )
            raise NotPublished(message)
        for address, attached in copied.items():
            if replace(attached, source=self._staged.folder / address).read() is None:
                raise NotPublished(problem_report.CHANGED.format(path=attached.source))
        for said in replaced_report.lines(self._staged.publish(), Path(self.target)):
            self._tell(said)
        self.discard()

    def discard(self) -> None:
        """Take away what was written and not published."""
        self._staged.discard()
        self._configuration.site_dir = self.target

    def explain(self, error: Exception) -> str:
        """Return one Thai sentence for what has ended the build."""
        return failures.of_build(error, str(Path(self.target) / self._staged.newest()))
