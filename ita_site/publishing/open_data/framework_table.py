"""The table of what a year's assessment consists of: instruments, indicators, sub-indicators and items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Certainty, Provenance, kind_of
from ita_site.publishing.open_data.columns import PERCENT, choice, key, number, refers, table, text, year
from ita_site.publishing.open_data.row_ids import part_id
from ita_site.saying.words import labels, score_columns
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.data.load import Year
    from ita_site.data.model import Framework
    from ita_site.publishing.open_data.columns import Cell
    from ita_site.saying.view.lookup import Lookup

_SURE_AND_NOT = tuple(Provenance(certainty=each) for each in (Certainty.CONFIRMED, Certainty.UNCONFIRMED))
FRAMEWORKS = table(
    "frameworks",
    score_columns.FRAMEWORKS,
    key(),
    year(),
    text("reference", required=True),
    choice("kind", words.REFERENCE_KINDS, required=True),
    text("title", required=True),
    refers("parent_id", "frameworks"),
    number("weight", PERCENT),
    choice("certainty", dict.fromkeys(map(labels.confirmed, _SURE_AND_NOT), ""), required=True),
    text("page"),
)


def framework_id(lookup: Lookup, number_of_year: int, reference: str | None) -> str | None:
    """Return the key of a part of the framework of a year; None where the table has none."""
    framework = lookup.framework(number_of_year) if number_of_year in lookup.years else None
    known = framework is not None and reference is not None and reference in _parts(framework)
    return part_id(number_of_year, reference) if known and reference else None


def _parts(framework: Framework) -> dict[str, str]:
    """Return the title of every part of a framework, in its order."""
    parts: dict[str, str] = {each.id: each.name for each in framework.instruments}
    titles = {each.id: each.title for each in framework.items}
    for indicator in framework.indicators:
        parts[indicator.id] = indicator.name
        for sub in indicator.subindicators:
            parts[sub.id] = sub.name
    return parts | titles


def frameworks(lookup: Lookup, of_year: Year) -> Iterator[Mapping[str, Cell]]:
    """Yield every part of the framework of a year."""
    number_of_year = of_year.year
    framework = lookup.framework(number_of_year)
    if framework is None:
        return
    parts, sure = _parts(framework), dict(_confirmed(framework))
    for reference, title in parts.items():
        above = framework.lineage(reference)[1:]
        yield {
            "id": part_id(number_of_year, reference),
            "year": number_of_year,
            "reference": reference,
            "kind": kind_of(reference),
            "title": title,
            "parent_id": next((part_id(number_of_year, each) for each in above if each in parts), None),
            "weight": framework.weight(reference),
            "certainty": sure[reference],
            "page": lookup.reference_url(number_of_year, reference),
        }


def _confirmed(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield how sure each part is, in the one word that pages have for it."""
    of_names = framework.indicators_provenance or framework.provenance
    for instrument in framework.instruments:
        yield instrument.id, labels.confirmed(instrument.weight_provenance or framework.provenance)
    for indicator in framework.indicators:
        yield indicator.id, labels.confirmed(of_names)
        for sub in indicator.subindicators:
            yield sub.id, labels.confirmed(sub.provenance)
    for item in framework.items:
        yield item.id, labels.confirmed(item.provenance)
