"""The data files that the site offers, and the frameworks that its years were assessed by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ita_site.ground import addresses
from ita_site.saying.view.embeds import embeds
from ita_site.saying.words.data_files import KINDS

if TYPE_CHECKING:
    from ita_site.data.model import Provenance
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A data file: its path in the project, where it is downloaded, and where its copy is read in a browser."""

    name: str
    url: str
    readable: str


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Data files of one kind, one at least, each by its path in the project."""

    title: str
    files: tuple[OfferedFile, ...]


@dataclass(frozen=True, slots=True)
class FrameworkRow:
    """The framework of a year, how sure it is, and the page that shows it."""

    year: int
    provenance: Provenance
    url: str


@dataclass(frozen=True, slots=True)
class DataFilesView:
    """What the page that offers the data files says; `embeds` leads to what other websites may show, if to anything."""

    groups: tuple[FileGroup, ...]
    frameworks: tuple[FrameworkRow, ...]
    embeds: str | None


def data_files(lookup: Lookup) -> DataFilesView:
    """Return the data files by kind and the frameworks by year."""
    dataset = lookup.dataset
    by_kind: dict[str, list[OfferedFile]] = {kind: [] for kind in KINDS}
    for name in dataset.sources:
        inside = dataset.inside(name)
        offered = OfferedFile(name, addresses.data_file(inside), addresses.readable_data_file(inside))
        by_kind.get(_kind_of(PurePosixPath(name)), []).append(offered)
    groups = (FileGroup(title, tuple(by_kind[kind])) for kind, title in KINDS.items())
    frameworks = ((year, lookup.framework(year)) for year in lookup.years)
    return DataFilesView(
        groups=tuple(each for each in groups if each.files),
        frameworks=tuple(
            FrameworkRow(year, framework.provenance, addresses.disclosure(year))
            for year, framework in frameworks
            if framework is not None
        ),
        embeds=addresses.embeds() if embeds(lookup) else None,
    )


def _kind_of(path: PurePosixPath) -> str:
    """Return the kind of a data file: its folder where that is one, else its own name."""
    folder = path.parent.name
    return folder if folder in KINDS else path.name
