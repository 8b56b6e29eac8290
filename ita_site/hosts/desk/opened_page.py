"""A page of a file as a request finds it: the file on the disk, what the form saw of it, and the form to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from ita_site.data import edit
from ita_site.data.edit import CannotEditError
from ita_site.data.load.folder import FileKind
from ita_site.ground.problems import Severity
from ita_site.hosts.desk.file_list import name_of_file
from ita_site.hosts.desk.forms.choices import choices_of
from ita_site.hosts.desk.plain_text import PlainText
from ita_site.hosts.desk.rendering import page, saves_of, workspace_of
from ita_site.hosts.desk.report_round import said_before
from ita_site.hosts.desk.site_preview import page_of
from ita_site.hosts.desk.uploading import takes_attachments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.source import Path
    from ita_site.ground.problems import Problem
    from ita_site.hosts.desk.forms.drafts import Draft
    from ita_site.hosts.desk.forms.file_page import FilePage
    from ita_site.hosts.desk.forms.form_parts import Choice
    from ita_site.hosts.desk.forms.shapes import ChoiceKind
    from ita_site.hosts.desk.save_memory import SaveMemory


@dataclass(frozen=True)
class OpenedPage:
    """A page of a file.

    Attributes:
        request: what is answered.
        found: the page.
        data: the bytes of the file now.
        seen: its bytes when the form was made.
        faults: what is told of the file, with the ways to what it is about; nothing where it was changed since.

    """

    request: Request
    found: FilePage
    data: bytes
    seen: bytes
    faults: tuple[tuple[Path, Problem], ...]

    @classmethod
    def of(cls, request: Request, found: FilePage, data: bytes, seen: bytes | None = None) -> OpenedPage:
        """Return a page with what is told of its file."""
        faults: tuple[tuple[Path, Problem], ...] = ()
        if seen is None or seen == data:
            problems = workspace_of(request).checked().problems
            try:
                faults = found.placed(data, problems)
            except CannotEditError:
                faults = tuple(((), each) for each in problems if each.position.path == found.file.name)
        return cls(request, found, data, data if seen is None else seen, faults)

    @staticmethod
    def choices(request: Request, found: FilePage) -> Mapping[ChoiceKind, tuple[Choice, ...]]:
        """Return the values that may be chosen on a page."""
        workspace = workspace_of(request)
        return choices_of(workspace.checked().dataset, found.file, workspace.settings.url)

    @property
    def saves(self) -> SaveMemory:
        """What the session remembers."""
        return saves_of(self.request)

    def shown(self, draft: Draft | None = None, *, refused: str = "", status: int = 200, focus: str = "") -> Response:
        """Return the form of a draft, or of what the file says.

        Args:
            draft: what was typed and is not saved.
            refused: why it was not.
            status: the code of HTTP.
            focus: the key of the field that the cursor is put into.

        """
        found, name = self.found, name_of_file(workspace_of(self.request), self.found.file)
        try:
            whole = edit.values(self.seen, found.file.name)
            shown = found.draft(whole) if draft is None else draft
            before, after = found.beside(whole)
        except CannotEditError as error:
            faults = [each for _, each in self.faults] or error.problems
            told = str(error)
            return page(
                self.request,
                "unreadable.html.jinja",
                told=told,
                faults=faults,
                page=found,
                name=name,
                text=PlainText.of(self.seen),
                seen=self.saves.see(self.seen),
            )
        except KeyError:
            raise HTTPException(404) from None
        return page(
            self.request,
            "file.html.jinja",
            status=status,
            preview=page_of(found.name),
            year_before=said_before(found.file, found.path, workspace_of(self.request).data),
            in_round=found.file.kind is FileKind.REPORT,
            takes_files=takes_attachments(found.file),
            form=found.form(shown, self._faults_with(draft), self.choices(self.request, found)),
            seen=self.saves.see(self.seen),
            focus=focus,
            saves=self.saves.saves(found.name)[:1],
            before=before,
            after=after,
            is_draft=draft is not None,
            refused=refused,
            page=found,
            name=name,
        )

    def _faults_with(self, draft: Draft | None) -> tuple[tuple[Path, Problem], ...]:
        """Return what is told of the file, and in place of its mistakes those in what was typed and is not saved."""
        if draft is None:
            return self.faults
        try:
            typed = self.found.faults_of_typed(self.seen, draft)
        except CannotEditError:
            return self.faults
        return (*typed, *(each for each in self.faults if each[1].severity is not Severity.ERROR))
