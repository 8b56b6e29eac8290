"""The facts of a municipality: what it has published, year by year, as it was published; JSON keeps them exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal  # noqa: TC003 - pydantic reads it

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """An indicator of a year by the name that the year's framework gives it, and its published score in points."""

    id: str
    name: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class TriedFact:
    """An indicator that a measure answers: its score in the year it was found weak, and in the next one, in points."""

    indicator: str
    name: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """A measure: the references into the year before that it answers, and its status in the latest report.

    `status` is a value of `Status` or of `NoStatus`.
    """

    id: str
    title: str
    status: str
    answers: tuple[str, ...]
    tried: tuple[TriedFact, ...]


@dataclass(frozen=True, slots=True)
class YearFacts:
    """A fiscal year, B.E.: what of its cycle is published, and how much.

    `items_asked` and `items_complete` count the OIT list, None where the office keeps none; `dead_links` are those that
    nobody could open when they were last asked, None where nobody has asked.
    """

    year: int
    total: Decimal | None
    level: str | None
    has_result: bool
    has_analysis: bool
    has_plan: bool
    reports: tuple[str, ...]
    items_asked: int | None
    items_complete: int | None
    attachments: int
    dead_links: int | None
    indicators: tuple[IndicatorFact, ...]
    measures: tuple[MeasureFact, ...]


@dataclass(frozen=True, slots=True)
class NamedSuccessor:
    """The municipality that has taken over from another, as the other names it."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    """A municipality: who it is, where its own site stands (empty where that is not known), and its years.

    `code` is that of the Department of Local Administration, `size` what the municipality says of its own.
    """

    id: str
    name: str
    kind: str
    district: str | None
    province: str
    former_names: tuple[str, ...]
    licence: str | None
    address: str
    years: tuple[YearFacts, ...]
    code: str | None = None
    size: str | None = None
    successor: NamedSuccessor | None = None


_ADAPTER = TypeAdapter(MunicipalityFacts)


def as_json(facts: MunicipalityFacts) -> bytes:
    """Return the facts as JSON, figures as texts: no digit of them is lost."""
    return _ADAPTER.dump_json(facts)


def from_json(written: bytes) -> MunicipalityFacts:
    """Return the facts that were written as JSON.

    Raises:
        ValueError: it is no JSON of facts.

    """
    return _ADAPTER.validate_json(written)
