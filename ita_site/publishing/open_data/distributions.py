"""The open data as a whole: the tables of an office with the files they are offered as, and on which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import Licence
from ita_site.ground import addresses
from ita_site.publishing.open_data.columns import FilledTable
from ita_site.publishing.open_data.formats import Format
from ita_site.publishing.open_data.tables import TABLES, by_year
from ita_site.saying.words import open_data as words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ita_site.data.model import Agency
    from ita_site.ground.cache.sourced_cache import SourcedCache
    from ita_site.ground.website import Website
    from ita_site.publishing.open_data.tables import YearRows
    from ita_site.saying.view.lookup import Lookup

VERSION = "1"
DATABASE = "open-data.sqlite"
WORKBOOK = "open-data.xlsx"
PACKAGE = "datapackage.json"
INDEX = "index.json"
SCHEMA = "schema.json"
DCAT = "dcat.jsonld"
GD_CATALOG = "gd-catalog.json"
LICENCE_ADDRESSES = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.ODC_BY: "https://opendatacommons.org/licenses/by/1-0/",
}


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of the open data: its path among them, its media type, and what it is in words."""

    path: str
    media_type: str
    title: str

    @property
    def format(self) -> str:
        """The ending of its name."""
        return self.path.rpartition(".")[2]

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return addresses.open_data(self.path)


@dataclass(frozen=True, slots=True)
class OpenData:
    """The open data of an office; `formats` are those made beside CSV, JSON and SQLite."""

    agency: Agency
    tables: tuple[FilledTable, ...]
    by_year: Mapping[int, tuple[YearRows, ...]]
    """The rows of each year, for each of the tables."""
    formats: frozenset[Format]

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years, B.E."""
        return tuple(self.by_year)

    @property
    def title(self) -> str:
        """What it is, in one line."""
        return words.title(self.agency.name)

    @property
    def summary(self) -> str:
        """What it is, in some sentences."""
        return words.summary(self.agency.name, self.years[0], self.years[-1]) if self.years else self.title

    @property
    def whole(self) -> tuple[Distribution, ...]:
        """The files that hold all tables."""
        database = Distribution(DATABASE, "application/vnd.sqlite3", words.DATABASE)
        workbook = Distribution(
            WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", words.WORKBOOK
        )
        return (database, *([workbook] if Format.XLSX in self.formats else []))

    def files_of(self, name: str, title: str) -> tuple[Distribution, ...]:
        """Return the files that hold one table."""
        kinds = {"csv": "text/csv", "json": "application/json"}
        if Format.PARQUET in self.formats:
            kinds["parquet"] = "application/vnd.apache.parquet"
        return tuple(Distribution(f"{name}.{ending}", kind, title) for ending, kind in kinds.items())

    @property
    def distributions(self) -> tuple[Distribution, ...]:
        """All files that hold tables."""
        of_tables = (self.files_of(each.table.name, each.table.title) for each in self.tables)
        return (*self.whole, *(each for files in of_tables for each in files))


def open_data_of(
    lookup: Lookup, formats: Collection[str] = (), memory: SourcedCache[tuple[YearRows, ...]] | None = None
) -> OpenData:
    """Return the open data of an office; the memory has the rows of years that were made before."""
    of_years = by_year(lookup, memory)
    rows = (tuple(row for each in of_years.values() for row in each[place].rows) for place in range(len(TABLES)))
    return OpenData(lookup.agency, tuple(map(FilledTable, TABLES, rows)), of_years, frozenset(map(Format, formats)))


def full(website: Website, address: str) -> str:
    """Return the full address of a file or page; where that is not known, the way to it from the open data."""
    return website.absolute(address) if website.url else website.relative(address, addresses.open_data(INDEX))
