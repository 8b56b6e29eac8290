"""A form as a browser sends it back: every input of every page of a file, and what posting them changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.edit.changes import get
from ita_site.hosts.desk.forms.drafts import draft_of
from ita_site.hosts.desk.forms.form_building import FormSetting, build
from ita_site.hosts.desk.forms.form_changes import changes_of, shape_at
from ita_site.hosts.desk.forms.form_parts import FormField, FormGroup, FormList
from ita_site.hosts.desk.forms.posted_form import PostedForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.data.edit import FileChange
    from ita_site.data.model import Record
    from ita_site.data.source import Path, Value
    from ita_site.hosts.desk.forms.form_parts import Form, FormPart

Inputs = list[tuple[str, str]]


@dataclass(frozen=True)
class FormPage:
    """One page of a file."""

    kind: type[Record]
    value: Value
    path: Path

    def form(self, setting: FormSetting | None = None) -> Form:
        """Return the form of what the file says."""
        shape = shape_at(self.kind, self.path)
        draft = draft_of(shape, get(self.value, self.path))
        return build(shape, draft, self.path, setting or FormSetting(self.kind, "/x"), "")

    def inputs(self) -> Inputs:
        """Return the inputs as a browser sends them, in order."""
        return [each for part in self.form().parts for each in inputs(part)]

    def changes(self, sent: Inputs) -> tuple[FileChange, ...]:
        """Return what posting inputs changes."""
        shape, value = shape_at(self.kind, self.path), get(self.value, self.path)
        typed = [(name, text.replace("\n", "\r\n")) for name, text in sent]
        return changes_of(self.kind, self.value, self.path, PostedForm(typed).draft(shape, value, self.path))


def pages(kind: type[Record], value: Value, path: Path = ()) -> Iterator[FormPage]:
    """Yield every page of a file."""
    page = FormPage(kind, value, path)
    yield page
    for each in page.form().paged:
        key = each.key.rpartition(".")[2]
        for index in range(len(each.links)):
            yield from pages(kind, value, (*path, key, index))


def inputs(part: FormPart) -> Iterator[tuple[str, str]]:
    """Yield the inputs of a part of a form as a browser sends them."""
    if isinstance(part, FormField):
        yield part.name, part.value
    elif isinstance(part, FormGroup):
        yield from [(part.marker, "1")] if part.marker else []
        for each in (*part.parts, *part.more):
            yield from inputs(each)
    elif isinstance(part, FormList):
        yield part.order, ""
        for item in part.items:
            yield part.order, item.token
            yield from inputs(item.part)


def changed(sent: Inputs, name: str, new: str) -> Inputs:
    """Return inputs with another text in one of them."""
    assert any(each == name for each, _ in sent), name
    return [(each, new if each == name else text) for each, text in sent]
