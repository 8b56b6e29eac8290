"""The facts of many municipalities → tables of open data: a file of CSV a year, one database, Parquet a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.data.model import Licence, Status
from ita_site.judging.chain import NoStatus
from ita_site.publishing.open_data import columns
from ita_site.publishing.open_data.columns import FilledTable, OpenTable
from ita_site.publishing.open_data.csv_files import as_csv
from ita_site.publishing.open_data.datapackage import table_schema
from ita_site.publishing.open_data.json_lines import compact
from ita_site.publishing.open_data.parquet_files import as_parquet
from ita_site.publishing.open_data.sqlite_file import as_database
from ita_site.saying import words
from ita_site.saying.words import aggregate_columns as of_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ita_site.publishing.open_data.columns import Cell, OpenColumn
    from ita_site.saying.facts.records import MunicipalityFacts

DATABASE, PACKAGE = "open-data.sqlite", "datapackage.json"
_STATUSES = {each.value: words.status(each) for kind in (Status, NoStatus) for each in kind}


def _table(name: str, *own: OpenColumn) -> OpenTable:
    title, description, _ = of_columns.TABLES[name]
    worded = []
    for column in own:
        of_title, meaning, example = of_columns.COLUMNS[column.name]
        worded.append(replace(column, title=of_title, description=meaning, example=example))
    return OpenTable(name, title, description, tuple(worded))


_MUNICIPALITY = columns.refers("municipality", "municipalities", required=True)
_YEAR = replace(columns.year(), refers="")
_INDICATOR = columns.text("indicator", required=True)
MUNICIPALITIES = _table(
    "municipalities",
    columns.key(),
    columns.text("name", required=True),
    columns.text("kind", required=True),
    columns.text("district"),
    columns.text("province", required=True),
    columns.text("former_names"),
    columns.text("code"),
    columns.text("size"),
    columns.text("successor"),
    columns.text("successor_name"),
    columns.text("successor_code"),
    columns.choice("licence", Licence),
    columns.text("site"),
)
PUBLISHED = _table(
    "published",
    columns.key(),
    _MUNICIPALITY,
    _YEAR,
    columns.number("total", columns.POINTS),
    columns.text("level"),
    columns.flag("has_result"),
    columns.flag("has_analysis"),
    columns.flag("has_plan"),
    columns.whole("reports", required=True),
    columns.whole("measures", required=True),
    columns.whole("items_asked"),
    columns.whole("items_complete"),
    columns.whole("attachments", required=True),
    columns.whole("dead_links"),
)
SCORES = _table(
    "scores",
    columns.key(),
    _MUNICIPALITY,
    _YEAR,
    _INDICATOR,
    columns.text("name", required=True),
    columns.number("score", columns.POINTS),
)
MEASURES = _table(
    "measures",
    columns.key(),
    _MUNICIPALITY,
    _YEAR,
    columns.text("measure", required=True),
    columns.text("title", required=True),
    columns.choice("status", _STATUSES, required=True),
)
TRIED = _table(
    "tried",
    columns.key(),
    _MUNICIPALITY,
    _YEAR,
    columns.refers("measure", "measures", required=True),
    _INDICATOR,
    columns.text("name", required=True),
    columns.number("before", columns.POINTS),
    columns.number("after", columns.POINTS),
)


def filled(facts: Sequence[MunicipalityFacts], successors: Mapping[str, MunicipalityFacts]) -> tuple[FilledTable, ...]:
    """Return all tables; the rows of each stand as the municipalities do.

    Args:
        facts: those of all municipalities.
        successors: who has taken over from one, by the id of this one, where that is one of all.

    """
    by_year = (PUBLISHED, SCORES, MEASURES, TRIED)
    of_tables: dict[str, list[dict[str, Cell]]] = {each.name: [] for each in by_year}
    for each in facts:
        for name, row in _rows(each):
            of_tables[name].append(row)
    return (
        MUNICIPALITIES.filled(_municipality(each, successors.get(each.id)) for each in facts),
        *(each.filled(of_tables[each.name]) for each in by_year),
    )


def _municipality(each: MunicipalityFacts, successor: MunicipalityFacts | None) -> dict[str, Cell]:
    named = each.successor
    return {
        "id": each.id,
        "name": each.name,
        "kind": each.kind,
        "district": each.district,
        "province": each.province,
        "former_names": "\n".join(each.former_names) or None,
        "code": each.code,
        "size": each.size,
        "successor": successor.id if successor else None,
        "successor_name": named.name if named else (successor.name if successor else None),
        "successor_code": (named.code if named else None) or (successor.code if successor else None),
        "licence": each.licence,
        "site": each.address or None,
    }


def _rows(of: MunicipalityFacts) -> Iterator[tuple[str, dict[str, Cell]]]:
    for year in of.years:
        key = f"{of.id}/{year.year}"
        common: dict[str, Cell] = {"municipality": of.id, "year": year.year}
        counts: dict[str, Cell] = {"reports": len(year.reports), "measures": len(year.measures)}
        same = ("total", "level", "has_result", "has_analysis", "has_plan", "items_asked", "items_complete")
        told: dict[str, Cell] = {name: getattr(year, name) for name in (*same, "attachments", "dead_links")}
        yield PUBLISHED.name, {"id": key, **common, **told, **counts}
        for each in year.indicators:
            row = {"id": f"{key}/{each.id}", **common, "indicator": each.id, "name": each.name, "score": each.score}
            yield SCORES.name, row
        for measure in year.measures:
            own = f"{key}/{measure.id}"
            yield (
                MEASURES.name,
                {
                    "id": own,
                    **common,
                    "measure": measure.id,
                    "title": measure.title,
                    "status": measure.status,
                },
            )
            for tried in measure.tried:
                yield (
                    TRIED.name,
                    {
                        "id": f"{own}/{tried.indicator}",
                        **common,
                        "measure": own,
                        "indicator": tried.indicator,
                        "name": tried.name,
                        "before": tried.before,
                        "after": tried.after,
                    },
                )


def files(tables: Iterable[FilledTable], *, parquet: bool = False) -> dict[str, bytes]:
    """Return the files of the open data by their path among them.

    Raises:
        ImportError: Parquet was asked for, and the extra `data` is not installed.

    """
    tables = tuple(tables)
    made: dict[str, bytes] = {}
    resources = []
    keys = {each.table.name: each.table.key for each in tables}
    for each in tables:
        parts = dict(_by_year(each))
        paths = [f"{each.table.name}{f'-{year}' if year else ''}.csv" for year in parts]
        made |= {path: as_csv(part) for path, part in zip(paths, parts.values(), strict=True)}
        if paths:
            resources.append(_resource(each.table, keys, paths))
        for year, part in parts.items() if parquet else ():
            made[_parquet_path(each.table.name, year)] = as_parquet(_without_year(part) if year else part)
    made[DATABASE] = as_database(tables)
    made[PACKAGE] = compact(
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "ita-open-data-of-all",
            "title": of_columns.TITLE,
            "description": of_columns.DESCRIPTION,
            "version": "1.0.0",
            "resources": resources,
        }
    )
    return made


def _parquet_path(name: str, year: int | None) -> str:
    """Return the path of a part, whose folder says its year as Hive, Spark, DuckDB and Arrow read it."""
    return f"parquet/{name}/year={year}/part-0.parquet" if year else f"parquet/{name}.parquet"


def _resource(table: OpenTable, keys: dict[str, str], paths: list[str]) -> dict[str, object]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": paths[0] if len(paths) == 1 else paths,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table, keys),
    }


def _by_year(of: FilledTable) -> Iterator[tuple[int | None, FilledTable]]:
    """Yield the parts of a table, a year each; a table without years is one part, a table without rows none."""
    if "year" not in of.table.names:
        yield None, of
        return
    place = of.table.names.index("year")
    for year in sorted({int(str(row[place])) for row in of.rows}):
        yield year, FilledTable(of.table, tuple(row for row in of.rows if row[place] == year))


def _without_year(of: FilledTable) -> FilledTable:
    """Return a table without its year, which the name of the folder of its part says."""
    place = of.table.names.index("year")
    kept = tuple(each for each in of.table.columns if each.name != "year")
    return FilledTable(replace(of.table, columns=kept), tuple((*row[:place], *row[place + 1 :]) for row in of.rows))
