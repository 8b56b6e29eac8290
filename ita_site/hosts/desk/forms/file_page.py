"""One page of a data file: what of it is shown, the form of it, and what was typed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data import edit, source
from ita_site.data.edit.changes import get, value_at
from ita_site.data.load.folder import FileKind
from ita_site.data.load.messages import joined, labels, typed_steps
from ita_site.data.load.record_file import as_record
from ita_site.hosts.desk.forms.drafts import Draft, Fields, Kept, Rows, content, draft_of
from ita_site.hosts.desk.forms.fault_places import FaultPlaces
from ita_site.hosts.desk.forms.form_building import FormSetting, build
from ita_site.hosts.desk.forms.form_changes import changes_of, shape_at
from ita_site.hosts.desk.forms.posted_form import PostedForm
from ita_site.hosts.desk.forms.shapes import GroupShape, ListShape, Shape, group_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.data.edit import FileChange
    from ita_site.data.load.folder import DataFile
    from ita_site.data.source import Path, Value
    from ita_site.ground.problems import Problem
    from ita_site.hosts.desk.forms.form_parts import Choice, Form
    from ita_site.hosts.desk.forms.shapes import ChoiceKind

NEW = "new"
"""What stands in the address of a page for an item that is not there yet."""
_NEW_ITEM = "n0"
LOCKED = {
    FileKind.LINKS: "โปรแกรมเขียนไฟล์นี้เองเมื่อสั่ง ita-site links จึงดูได้อย่างเดียว",
    FileKind.FRAMEWORK: "เกณฑ์ของปีที่หน่วยงานแก้เองมีผลกับการคำนวณทุกหน้า จึงดูได้อย่างเดียว ถ้าต้องแก้ ให้ผู้ดูแลระบบแก้ในไฟล์",
}
"""The kinds of file that are shown and not changed here, and why."""


@dataclass(frozen=True, slots=True)
class FilePage:
    """A page of a file: of the whole, or of one long item of a list."""

    file: DataFile
    name: str
    path: Path
    is_new: bool = False

    @classmethod
    def at(cls, file: DataFile, name: str, steps: Sequence[str]) -> FilePage:
        """Return the page at an address below that of a file: `measures/3` is the third item.

        Raises:
            KeyError: there is no such page.

        """
        path: list[str | int] = []
        for step in steps:
            number = len(step) < 5 and step.isascii() and step.isdigit() and step[0] != "0"
            path.append(int(step) - 1 if number else step)
        is_new = bool(path) and path[-1] == NEW
        shape = shape_at(file.kind.value, (*path[:-1], 0) if is_new else tuple(path))
        inner = shape_at(file.kind.value, tuple(path[:-1])) if path else None
        if path and not (isinstance(inner, ListShape) and inner.paged and isinstance(shape, GroupShape)):
            raise KeyError(path)
        return cls(file, name, tuple(path[:-1]) if is_new else tuple(path), is_new)

    @property
    def address(self) -> str:
        """The address of the page of the file."""
        return f"/files/{self.name}"

    @property
    def here(self) -> str:
        """The address of this page."""
        return "/".join([self.address, *self.steps, *([NEW] if self.is_new else [])])

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to what is shown, as addresses have it."""
        return typed_steps(self.path)

    @property
    def next_new(self) -> str:
        """The address of a further item of the list that this one is in."""
        return "/".join([self.address, *self.steps[:-1], NEW])

    def beside(self, whole: Value) -> tuple[str, str]:
        """Return the addresses of the items before and after this one; empty where there is none."""
        if self.is_new or not self.path:
            return "", ""
        *_, index = self.path
        items = get(whole, self.path[:-1])
        last = len(items) - 1 if isinstance(items, list) else 0
        above = "/".join([self.address, *self.steps[:-1]])
        place = int(index)
        return f"{above}/{place}" if place else "", f"{above}/{place + 2}" if place < last else ""

    @property
    def shape(self) -> Shape:
        """What may stand here."""
        return shape_at(self.file.kind.value, (*self.path, 0) if self.is_new else self.path)

    @property
    def tokens(self) -> Path:
        """The way to what is shown, as inputs have it."""
        return (*self.path, _NEW_ITEM) if self.is_new else self.path

    def title(self) -> str:
        """Return what the page is called."""
        return joined(labels(self.file.kind.value, self.path))

    def value(self, whole: Value) -> Value:
        """Return what stands here in a file that says this much.

        Raises:
            KeyError: nothing stands here.

        """
        if not self.is_new:
            return get(whole, self.path) if self.path else whole
        return None

    def draft(self, whole: Value, inputs: Iterable[tuple[str, str]] | None = None) -> Draft:
        """Return what is shown of a file, or was typed in its place.

        Raises:
            KeyError: nothing stands here.
            ForgedFormError: what was sent is not what this page asks for.

        """
        value = self.value(whole)
        if inputs is None:
            return draft_of(self.shape, value)
        return PostedForm(inputs).draft(self.shape, value, self.tokens)

    def changes(self, whole: Value, draft: Draft) -> tuple[FileChange, ...]:
        """Return what was changed of a file."""
        return changes_of(self.file.kind.value, whole, self._place(whole), draft)

    def _place(self, whole: Value) -> Path:
        if not self.is_new:
            return self.path
        items = value_at(whole, self.path)
        return (*self.path, len(items) if isinstance(items, list) else 0)

    def place_of_new(self, whole: Value) -> FilePage:
        """Return the page that an item has once it is in the file."""
        return FilePage(self.file, self.name, self._place(whole))

    def form(
        self,
        draft: Draft,
        faults: Sequence[tuple[Path, Problem]],
        choices: Mapping[ChoiceKind, tuple[Choice, ...]],
    ) -> Form:
        """Return the form of a draft, with what is told of its file."""
        locked = LOCKED.get(self.file.kind, "")
        setting = FormSetting(self.file.kind.value, self.address, self.file.year, choices, faults, locked)
        return build(self.shape, draft, self.tokens, setting, self.title())

    def placed(self, data: bytes, problems: Iterable[Problem]) -> tuple[tuple[Path, Problem], ...]:
        """Return what is told of the file, with the ways to what it is about.

        Raises:
            CannotEditError: the file has faults after which its reader guesses what is meant.

        """
        places = FaultPlaces(self.file.kind.value, data, self.file.name)
        return tuple((places.path_of(each), each) for each in problems if each.position.path == self.file.name)

    def faults_of_typed(self, seen: bytes, draft: Draft) -> tuple[tuple[Path, Problem], ...]:
        """Return what a check of the file would say if what was typed were saved; nothing is written.

        Raises:
            CannotEditError: what was typed cannot be saved.

        """
        whole = edit.values(seen, self.file.name)
        data = edit.edit(seen, self.changes(whole, draft), self.file.name)
        document, _, problems = as_record(source.parse(data, self.file.name), self.file)
        here = self._place(whole)
        found = []
        for path, problem in self.placed(data, [*document.problems, *problems]):
            if path[: len(here)] == here:
                found.append(((*self.tokens, *_with_tokens(self.shape, draft, path[len(here) :])), problem))
        return tuple(found)


def _with_tokens(shape: Shape, draft: Draft, path: Path) -> Path:
    """Return a way into what was typed, from the one it has once it is in the file."""
    if not path or isinstance(draft, Kept):
        return path
    step, *rest = path
    if isinstance(draft, Rows) and isinstance(shape, ListShape) and isinstance(step, int):
        rows = [row for row in draft.rows if content(shape.item, row.draft) is not None]
        if step >= len(rows):
            return path
        token = rows[step].token
        inner = _with_tokens(shape.item, rows[step].draft, tuple(rest))
        return (token if token.startswith("n") else int(token), *inner)
    group = group_in(shape)
    if isinstance(draft, Fields) and group is not None and (part := group.part(str(step))) is not None:
        return (step, *_with_tokens(part.shape, draft.parts[part.key], tuple(rest)))
    return path
