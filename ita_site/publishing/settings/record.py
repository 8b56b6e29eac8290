"""The settings of a site as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.ground.problems import Problem

NAME = "mkdocs.yml"
Palette: TypeAlias = "tuple[Mapping[str, Any], ...] | Mapping[str, Any]"
"""What the theme calls so: the colours of one scheme, or of each that a reader may choose."""
_BUILT_IN = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs always has."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a site; where nothing is set, what MkDocs takes."""

    root: Path | None = None
    """Where names of files, and addresses for editing, start: the project's folder, in which `mkdocs.yml` lies, or the
    one above the data where these lie elsewhere."""
    file: Path | None = None
    files: tuple[Path, ...] = ()
    """The file itself, and those it inherits."""
    site_name: str = ""
    url: str = ""
    """The address of the home page, with a slash at its end; empty where it is not known."""
    data: Path = Path("data")
    """The data folder."""
    has_plugin: bool = True
    """Our plugin is among those of the project: without it MkDocs builds another site."""
    of_many: bool = False
    """The data folder has the facts of many municipalities, and not the data of one."""
    data_only: bool = False
    """The project is somebody else's: of what lies beside the data nothing counts, no template and no `publish.yml`."""
    content: Path | None = None
    """The folder of the pages written by hand; None where there are none."""
    directory_urls: bool = True
    """Addresses end with a slash, and not with `index.html`."""
    edit_root: str = ""
    """The address at which the project's folder is edited; empty where no edit link is to be shown."""
    palette: Palette = field(default_factory=dict)
    theme_folder: Path | None = None
    """The folder whose templates and assets stand in place of the theme's own."""
    hooks: tuple[str, ...] = ()
    """The files of Python that MkDocs runs beside the plugins, from the project's folder."""
    extensions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The extensions of Markdown beside MkDocs' own, with the options of each."""
    documents: tuple[str, ...] = ()
    """The kinds of file, by their endings, that papers are offered as on their pages."""
    open_data: tuple[str, ...] = ()
    """The kinds of file, by their endings, that the open data are offered as beside CSV, JSON and SQLite."""
    nav: tuple[Any, ...] | None = None
    """The navigation of the pages written by hand; None where it is to be made from these pages."""
    hidden: str = ""
    """Patterns of pages that stand in no navigation, as Git ignores files."""
    completed: Mapping[str, Any] = field(default_factory=dict)
    """The settings that the theme stands on, as MkDocs is to have them: the project's, and what these lack."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the settings, sorted; in the place of what is wrong stands a default."""

    def root_above(self, data: Path) -> Path:
        """Return the folder at which the names of files start: the project's, or the one above a data folder alone."""
        return self.root or data.resolve().parent


def find(data: Path) -> Path | None:
    """Return the settings of the project that a data folder belongs to: those nearest above it."""
    return next((each / NAME for each in data.absolute().parents if (each / NAME).is_file()), None)


def markdown(extensions: Mapping[str, Mapping[str, Any]]) -> Markdown:
    """Return what turns Markdown into HTML as MkDocs does with these extensions, but for the links it mends.

    Raises:
        Exception: whatever an extension raises that is not there or does not know an option.

    """
    configured = {name: dict(options) for name, options in extensions.items() if options}
    return Markdown(extensions=list(dict.fromkeys([*_BUILT_IN, *extensions])), extension_configs=configured)
