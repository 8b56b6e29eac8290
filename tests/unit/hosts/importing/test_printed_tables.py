"""The tables of five offices, typed as they are printed, come in right or are named as not understood."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, cast

import pytest

from ita_site.ground import thai
from ita_site.hosts.importing.heading_words import squeezed
from ita_site.hosts.importing.typed_values import period_days
from ita_site.hosts.importing.understood_cells import CellMeaning, Fate, ImportKind, Understanding, Wishes
from tests.helpers.printed_tables import as_word, as_workbook, dataset, understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.data.source import Value

RESULT, MEASURES, REPORT = ImportKind.RESULT, ImportKind.MEASURES, ImportKind.REPORT
TAKEN = {Fate.UNDERSTOOD, Fate.REMARKED}


def letters(text: str) -> str:
    """Return a text without spaces, marks and numbers of items, which lists have of themselves."""
    return re.sub(r"[^a-zก-๛]", "", squeezed(text).replace("ๆ", ""))


def is_right(cell: CellMeaning) -> bool:
    """Tell whether all that is printed in a cell is in the value it went to."""
    if cell.field.endswith(("id", "answers", "measure", "status", "ranking", "period")):
        return bool(cell.value)
    if re.fullmatch(r"[0-9.]+", thai.arabic(cell.text).strip()):
        return Decimal(thai.arabic(cell.text)) == Decimal(cell.value)
    printed, value = letters(cell.text), letters(cell.value)
    return printed in value or (cell.field.endswith(("name", "title")) and value in printed)


def figures(understanding: Understanding) -> tuple[int, int, int]:
    """Return how many cells came in right, how many are named, and how many are wrong."""
    taken = [cell for cell in understanding.cells if cell.fate in TAKEN]
    named = [cell for cell in understanding.cells if cell.fate not in TAKEN]
    assert all(cell.why or cell.fate is Fate.HEADING for cell in named)
    right = sum(map(is_right, taken))
    return right, len(named), len(taken) - right


@pytest.mark.parametrize(
    ("agency", "year", "kind", "number", "least"),
    [
        ("kham-muang", 2562, RESULT, 1, 30),
        ("kham-muang", 2562, RESULT, 5, 28),
        ("kham-muang", 2563, MEASURES, 6, 50),
        ("ko", 2566, MEASURES, 1, 8),
        ("ko", 2566, MEASURES, 2, 12),
        ("ko", 2566, MEASURES, 3, 5),
        ("sam-ruean", 2568, RESULT, 1, 140),
        ("sam-ruean", 2569, MEASURES, 2, 70),
        ("chum-saeng", 2566, MEASURES, 1, 20),
        ("chum-saeng", 2566, REPORT, 2, 20),
        ("mueang-pan", 2568, REPORT, 1, 60),
        ("mueang-pan", 2568, MEASURES, 1, 60),
        ("mueang-pan", 2568, RESULT, 2, 30),
        ("mueang-pan", 2567, RESULT, 3, 30),
    ],
)
def test_each_cell_is_right_or_named(agency: str, year: int, kind: ImportKind, number: int, least: int) -> None:
    wishes = Wishes(year, name="annual")
    in_word = understood(agency, as_word(agency), kind, wishes)
    alone = understood(agency, as_workbook(agency, number), kind, wishes)
    for each in (in_word, alone):
        right, named, wrong = figures(each)
        assert (wrong, right >= least) == (0, True), (right, named, wrong)
    assert [dict(each.value) for each in alone.files] or alone.asked


@pytest.mark.parametrize(
    ("agency", "year", "lacking"),
    [
        # Printed: one row has its score in the column of names.
        ("kham-muang", 2562, {"items.O48"}),
        # Printed: two values of one indicator.
        ("sam-ruean", 2568, {"indicators.6"}),
        ("mueang-pan", 2567, set()),
        ("mueang-pan", 2568, set()),
    ],
)
def test_every_score_is_that_of_the_data_or_is_named(agency: str, year: int, lacking: set[str]) -> None:
    understanding = understood(agency, as_word(agency), RESULT, Wishes(year))
    (file,) = understanding.files
    loaded = dataset(agency).years[year].result
    assert loaded is not None
    for group in ("instruments", "indicators", "items"):
        known = {each.id: each.score for each in getattr(loaded.record, group)}
        entries = cast("list[dict[str, str]]", file.value.get(group, []))
        made = {each["id"]: Decimal(each["score"]) for each in entries}
        assert made.items() <= known.items()
        missed = {f"{group}.{each}" for each in known if each not in made}
        assert missed <= lacking
        for each in missed:
            told = " ".join([*understanding.told, *(cell.why + cell.text for cell in understanding.cells)])
            assert each in told or each.rpartition(".")[2].removeprefix("O") in thai.arabic(told)
    settled = understood(agency, as_word(agency), RESULT, Wishes(year, values=dict.fromkeys(lacking, "1.5")))
    assert all("1.5" in str(settled.files[0].value) for _ in lacking)


def lists(value: Mapping[str, Value], name: str) -> list[str]:
    found = value.get(name)
    items = found if isinstance(found, list) else [found]
    return [str(each["text"] if isinstance(each, dict) else each) for each in items if each]


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, letters(one), letters(other), autojunk=False).ratio()


@pytest.mark.parametrize(
    ("agency", "year", "count"),
    [
        ("kham-muang", 2563, 12),
        ("ko", 2566, 9),
        ("sam-ruean", 2569, 11),
        ("chum-saeng", 2566, 5),
        ("mueang-pan", 2568, 15),
    ],
)
def test_measures_are_those_of_the_data(agency: str, year: int, count: int) -> None:
    """The data were retyped and shortened by a person: each column is most like its own, of its own measure."""
    files = understood(agency, as_word(agency), MEASURES, Wishes(year)).files
    measures = {name: each.record for name, each in dataset(agency).years[year].measures.items()}
    made = {each.path[1].removesuffix(".yml"): each.value for each in files}
    assert len(made) == len(files) == count
    for name, value in made.items():
        if name not in measures:  # the data have another title, and the file a name by number
            continue
        known = measures[name]
        assert likeness(str(value["title"]), known.title) > 0.7
        if agency == "mueang-pan":  # the others number anew within a row
            assert int(str(value["number"])) == known.number
        if known.owners and value.get("owners"):
            assert likeness(" ".join(lists(value, "owners")), " ".join(known.owners)) > 0.8, name
        if known.period is not None and isinstance(value.get("period"), dict):
            assert period_days(value["period"]) is not None
        if known.score is not None and "score" in value:  # in the first of two rows of one indicator
            assert Decimal(str(value["score"])) == known.score
        if known.steps and value.get("steps"):
            text = " ".join(lists(value, "steps"))
            mine = likeness(text, " ".join(each.text for each in known.steps))
            others = [
                likeness(text, " ".join(each.text for each in other.steps))
                for key, other in measures.items()
                if key != name and other.steps and other.steps != known.steps
            ]
            assert mine >= 0.9 * max(others, default=0), name  # two rows of one document have parted their steps


def test_a_report_is_that_of_the_data() -> None:
    (file,) = understood("mueang-pan", as_word("mueang-pan"), REPORT, Wishes(2568, name="annual")).files
    made = {each["measure"]: each for each in cast("list[dict[str, Value]]", file.value["measures"])}
    known = dataset("mueang-pan").years[2568].reports["annual"].record
    assert set(made) == {each.measure for each in known.measures}
    titles = [(each.part.value, squeezed(each.title)) for each in known.columns]
    columns = cast("list[dict[str, str]]", file.value["columns"])
    assert [(each["part"], squeezed(each["title"])) for each in columns] == titles
    for each in known.measures:
        outcomes = {
            other.measure: likeness(str(made[each.measure].get("outcome")), other.outcome or "")
            for other in known.measures
        }
        assert max(outcomes, key=outcomes.__getitem__) == each.measure
