"""The facts of many municipalities: what each has published, gathered again only where something changed."""

from __future__ import annotations

import csv
import io
import shutil
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_site.hosts.many import listing, rounds, tasks
from ita_site.hosts.many.facts_store import FactsStore
from ita_site.hosts.many.tasks import Ending, Job
from ita_site.publishing.aggregate import gathered_tables
from tests.helpers.sites import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.saying.facts.records import MunicipalityFacts


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    yield
    tasks.dismiss()


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    for name in ("ko", "mueang-pan", "sam-ruean"):
        shutil.copytree(AGENCIES[name], tmp_path / "towns" / name)
    return tmp_path / "towns"


def gathered(towns: Path) -> tuple[dict[str, Ending], dict[str, MunicipalityFacts]]:
    asked = rounds.Round(Job.FACTS, towns.parent / "sites")
    with ThreadPoolExecutor(1) as executor:
        outcomes = list(rounds.run(asked, listing.read(towns, asked.work / "checkouts", asked.into), executor))
        executor.submit(tasks.dismiss).result()
    return {each.id: each.result for each in outcomes}, {each.id: each for each in FactsStore(asked.facts).all()}


def test_facts_are_what_was_published_and_gathered_again_only_where_the_data_changed(towns: Path) -> None:
    first, facts = gathered(towns)
    result = towns / "sam-ruean/2568/result.yml"
    result.write_text(result.read_text(encoding="utf-8").replace("total: 96.79", "total: 96.78"), encoding="utf-8")
    (towns / "ko/agency.yml").write_text("name: [", encoding="utf-8")
    again, changed = gathered(towns)

    assert set(first.values()) == {Ending.DONE}
    assert again == {"ko": Ending.REFUSED, "mueang-pan": Ending.UNCHANGED, "sam-ruean": Ending.DONE}
    assert changed["ko"] == facts["ko"], "what was gathered before stays while a file is broken"
    assert [year.total for year in changed["sam-ruean"].years] == [Decimal("96.01"), Decimal("96.78"), None]


def test_a_measure_says_how_the_next_score_of_what_it_answers_moved(towns: Path) -> None:
    _, facts = gathered(towns)
    (measure,) = [m for year in facts["mueang-pan"].years for m in year.measures if m.id == "service-standards"]
    assert [(each.indicator, each.before, each.after) for each in measure.tried] == [
        ("1", Decimal("100.00"), Decimal("100.00")),
        ("6", Decimal("95.24"), Decimal("98.57")),
    ]
    (waiting, *_) = next(year.measures for year in facts["sam-ruean"].years if year.measures)
    assert waiting.tried[0].after is None, "the next result is not published yet"


def test_open_data_of_all_are_a_table_a_year_that_a_program_understands(towns: Path) -> None:
    _, facts = gathered(towns)
    files = gathered_tables.files(gathered_tables.filled(tuple(facts.values()), {}))
    assert files == gathered_tables.files(gathered_tables.filled(tuple(facts.values()), {}))
    rows = list(csv.DictReader(io.StringIO(files["scores-2568.csv"].decode("utf-8-sig"))))
    assert {row["municipality"] for row in rows} == {"mueang-pan", "sam-ruean"}
    assert {row["year"] for row in rows} == {"2568"}
    published = list(csv.DictReader(io.StringIO(files["published-2569.csv"].decode("utf-8-sig"))))
    assert {(row["municipality"], row["total"], row["has_plan"]) for row in published} == {
        ("mueang-pan", "", "false"),
        ("sam-ruean", "", "true"),
    }


def test_facts_that_an_earlier_program_kept_otherwise_stop_no_other(towns: Path) -> None:
    gathered(towns)
    kept = rounds.Round(Job.FACTS, towns.parent / "sites").facts / "ko.json"
    kept.write_bytes(b'x\n{"id": "ko"}')
    (towns / "ko/agency.yml").write_text("name: [", encoding="utf-8")
    again, facts = gathered(towns)
    assert again["ko"] is Ending.REFUSED
    assert set(facts) == {"mueang-pan", "sam-ruean"}
