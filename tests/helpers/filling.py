"""A project filled from the models themselves, with a text of the test's choice in every place for text.

A field added to a model is filled without a word here. Two years have every kind of file with every field; the
first has no framework; the last two lack what their files say is lacking, so that pages show every reason.
"""

from __future__ import annotations

import shutil
from enum import EnumType
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic import BeforeValidator, PlainValidator

from ita_site.data import model
from ita_site.data.model import agency, fields, link_lock, names, reference
from ita_site.ground.problems import Severity
from ita_site.publishing.data_check import check
from tests.helpers import ROOT, sites

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum
    from pathlib import Path

    from ita_site.ground.problems import Problem
    from tests.helpers.sites import YAML

WORDS = ("ทดสอบหนึ่ง", "ทดสอบสอง", "ทดสอบสาม", "ทดสอบสี่", "ทดสอบห้า")
"""Harmless, one for each paragraph of a text; none begins or holds another."""
FIRST, YEARS = 2580, (2581, 2582)
"""The years with all files. The first has no framework, so that names come from the result."""
LACKING, EMPTY = 2583, 2584
"""A year with measures and a report that lack what they should have, and one with nothing but the reasons."""
AGREEING = {
    "Measure.owners": "Agency.divisions",
    "DisclosedItem.owner": "Agency.divisions",
    "Level.name": "Result.level",
    "MinimumRule.levels": "Result.level",
    "WeakPoint.parts": "InstrumentPart.id",
}
"""Texts that name one another."""
WEBSITE = "https://www.example.go.th/"
PAGES = {
    "home": "",
    "year": "2581/",
    "analysis": "2581/analysis/",
    "indicator": "2581/indicators/1/",
    "plan": "2582/plan/",
    "measures": "2582/measures/",
    "measure": "2582/measures/lending/",
    "reports": "2582/reports/",
    "report": "2582/reports/annual/",
    "disclosure": "2582/disclosure/",
    "scores": "2582/scores/",
    "status": "2582/status/",
    "compare": "compare/2581-2582/",
    "measure-with-steps-of-another": "2582/measures/unreported/",
    "measure-that-lacks": "2583/measures/silent/",
    "report-that-lacks": "2583/reports/six-month/",
    "status-that-lacks": "2583/status/",
    "year-that-lacks": "2584/",
    "indicator-all-years": "indicators/1/",
    "contact": "contact/",
}
"""A page of each kind on which a text of the data stands."""


def validator(kind: object) -> BeforeValidator:
    """Return what makes a kind of value one: `Text` is a string as much as `Address` is."""
    return next(each for each in get_args(kind) if isinstance(each, BeforeValidator))


_TEXT, _ADDRESS, _REFERENCE, _ANSWER = (
    validator(each) for each in (fields.Text, fields.Address, reference.Reference, reference.Answer)
)
_HARMLESS = {
    validator(fields.Points): "50.25",
    validator(fields.PointChange): "1.25",
    validator(fields.Count): "3",
    validator(fields.Number): "30",
    validator(fields.Percent): "50",
    validator(names.Id): "lending",
    validator(fields.Day): "1 ต.ค. 2580",
    validator(agency.LocalCode): "05520101",
    validator(link_lock.ContentType): "application/pdf",
    validator(link_lock.Digest): "0" * 64,
    validator(link_lock.ByteSize): "81920",
}
_ITEM = "O1"
_REFERENCES = {
    "instruments": "OIT",
    "subindicators": "1.1",
    **dict.fromkeys(["items", "item", "zero_items", "among", "entries", "was", "dropped"], _ITEM),
}
"""What a list of scores or of parts may refer to; everything else refers to indicator 1."""
_IDS = {"measure": "lending", "steps_of": "lending", "at": "edits"}
"""Texts that name a file or a field: nothing but the name of one is let through, which has a test of its own."""
_LEFT_OUT: dict[type[model.Record], set[str]] = {
    model.Agency: {"logo"},
    model.Attachment: {"file"},
    model.Evidence: {"file"},
    model.Measure: {"steps_of", "was"},
    model.WeakPoint: {"id"},
    model.Report: {"was"},
    model.SeenLink: {"kept"},
}
"""What names a file, and has tests of its own: a picture, another measure, an old name."""


class Filling:
    """Plain values for a record, as they stand in a file, with a text in every place for text."""

    def __init__(self, text: str | Callable[[str], str], year: int, address: str = WEBSITE) -> None:
        self.text = text
        self.year = year
        self.address = address

    def record(self, kind: type[model.Record], inside: str = "") -> dict[str, YAML]:
        """Return the values of one record; a score has either points or the reason why it has none."""
        left_out = _LEFT_OUT.get(kind, set())
        if issubclass(kind, model.YearFile):
            left_out = {*left_out, "agency"}  # nothing but one's own name is let through, which has a test of its own
        if issubclass(kind, model.PublishedScore):
            left_out = {*left_out, "score" if self.year == YEARS[0] else "missing"}
        return {
            name: self._value(field.annotation, field.metadata, f"{kind.__name__}.{name}", inside)
            for name, field in kind.model_fields.items()
            if name not in left_out
        }

    def _value(self, annotation: Any, metadata: Sequence[object], place: str, inside: str) -> YAML:  # noqa: ANN401
        kind, options = get_origin(annotation), get_args(annotation)
        validators = [each for each in metadata if isinstance(each, BeforeValidator)]
        name = place.rpartition(".")[2]
        value: YAML
        if isinstance(annotation, type) and issubclass(annotation, model.Record):  # a line, written out as a group too
            value = dict(self.record(annotation, inside or name))
        elif any(isinstance(each, PlainValidator) for each in metadata):  # a day, or words, which hold a Thai letter
            value = f"ณ {self._text(place)}"
        elif validators:
            value = self._scalar(validators[0], place, inside)
        elif kind is Annotated and get_origin(options[0]) is tuple:  # words of one meaning: two at least, with letters
            value = [f"{word} {self._text(place)}" for word in ("คำ", "ถ้อยคำ")]
        elif kind is Annotated:
            value = self._value(options[0], options[1:], place, inside)
        elif kind in {Union, UnionType}:
            value = self._value(options[0], (), place, inside)
        elif kind is tuple:
            value = self._list(options[0], place)
        elif kind is Literal:
            value = _REFERENCES.get(inside, "OIT")
        elif isinstance(annotation, EnumType):
            value = str(next(iter(annotation)).value)
        else:
            value = dict(self.record(annotation, inside or name))
        return value

    def _list(self, kind: Any, place: str) -> YAML:  # noqa: ANN401
        name = place.rpartition(".")[2]
        if not (isinstance(kind, type) and issubclass(kind, model.Record)):
            return [self._value(kind, (), place, name)]
        whole = self.record(kind, name)
        if kind is model.DisclosedItem:  # what the framework knows is not typed, what it does not know is
            # A title may name a year, and evidence of another is no answer then, whatever else the text is.
            shown = dict(self.record(model.Evidence, "evidence"))
            del shown["about_year"]
            whole["evidence"] = [shown]
            known = {key: value for key, value in whole.items() if key not in {"title", "elements"}}
            return [known, {**whole, "item": "O2", "evidence": [{**shown, "elements": ["1"]}]}]
        # One for each use of a channel, each urgency, each change of an item: every branch of a template.
        for key, field in kind.model_fields.items():
            options = (field.annotation, *get_args(field.annotation))
            enums = [cast("type[StrEnum]", each) for each in options if isinstance(each, EnumType)]
            if enums and kind is not model.Progress:  # a measure stands in a report only once
                several = get_origin(field.annotation) is tuple
                return [{**whole, key: [member.value] if several else member.value} for member in enums[0]]
        return [whole]

    def _scalar(self, kind: BeforeValidator, place: str, inside: str) -> YAML:
        name = place.rpartition(".")[2]
        if kind == _TEXT:
            given = self.text if isinstance(self.text, str) else self.text(place)
            return _IDS.get(name, given)
        if kind == _ADDRESS:
            return self.address
        if kind in {_REFERENCE, _ANSWER}:
            return _REFERENCES.get(name if name in _REFERENCES else inside, "1")
        if kind == validator(fields.FiscalYear):
            return str(self.year - 1 if name == "before" else self.year)
        return _HARMLESS[kind]

    def lacking(self) -> dict[str, dict[str, YAML]]:
        """Return the files of a year whose measures and report lack what they should have, but say why."""
        bare = {key: value for key, value in self.record(model.Measure).items() if key in {"title", "missing"}}
        done: dict[str, YAML] = {"status": str(model.Status.DONE.value), "no_output": self._text("Progress.no_output")}
        report = self.record(model.Report) | {"measures": [{"measure": "bare", **done}]}
        return {"measures/bare.yml": bare, "measures/silent.yml": bare, "reports/six-month.yml": report}

    def _text(self, place: str) -> YAML:
        return self._scalar(_TEXT, place, "")


def write(folder: Path, text: str | Callable[[str], str], address: str = WEBSITE) -> Path:
    """Write a project with the text in every place for text, and return its folder.

    A text may be made for each place, which is named as `Result.level`.
    """
    files: dict[str, YAML] = {"agency.yml": dict(Filling(text, FIRST, address).record(model.Agency))}
    for year in (FIRST, *YEARS):
        filling = Filling(text, year)
        like_lending = {key: value for key, value in filling.record(model.Measure).items() if key != "steps"}
        files |= {
            f"{year}/result.yml": filling.record(model.Result),
            f"{year}/analysis.yml": filling.record(model.Analysis),
            f"{year}/plan.yml": filling.record(model.Plan),
            f"{year}/measures/lending.yml": filling.record(model.Measure),
            f"{year}/measures/unreported.yml": {**like_lending, "steps_of": "lending"},
            f"{year}/reports/annual.yml": filling.record(model.Report),
            f"{year}/disclosure.yml": filling.record(model.Disclosure),
            f"{year}/links.lock.yml": filling.record(model.LinkLock),
        }
        if year != FIRST:
            files[f"frameworks/{year}.yml"] = filling.record(model.Framework)
    files |= {f"{LACKING}/{name}": values for name, values in Filling(text, LACKING).lacking().items()}
    for year in (LACKING, EMPTY):
        files[f"{year}/gaps.yml"] = dict(Filling(text, year).record(model.Gaps))
    for name, values in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sites.to_yaml(values).lstrip("\n"), encoding="utf-8")
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides", dirs_exist_ok=True)
    (folder / "content").mkdir(exist_ok=True)
    settings = sites.SETTINGS.read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.partition("\nnav:")[0], encoding="utf-8")
    return folder


def refusals(project: Path) -> list[Problem]:
    """Return why a project is not published."""
    return [each for each in check(project / "data").problems if each.severity is Severity.ERROR]
