"""What MkDocs finds and the site is not to have: data, files that may not be opened, and what no page ever asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.publishing.content import faults

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


def among(found: Iterable[File], data: Path, config: MkDocsConfig) -> list[File]:
    """Return those of the files found that are not to be published; `data` is the data folder."""
    return [each for each in found if _is_data(each, data) or _is_refused(each, config) or _is_never_read(each, config)]


def _is_data(file: File, data: Path) -> bool:
    """Tell whether a file is data: a project without own pages has `docs_dir: data`."""
    found = Path(file.abs_src_path).resolve() if file.src_dir and file.abs_src_path else None
    return found is not None and found.is_relative_to(data.resolve())


def _is_refused(file: File, config: MkDocsConfig) -> bool:
    """Tell whether a file may not even be opened, of which the preview has told and goes on."""
    own = file.src_dir in {config.docs_dir, config.theme.custom_dir} and file.abs_src_path is not None
    return own and faults.leads_elsewhere(Path(file.abs_src_path or ""), Path(file.src_dir or ""))


def _is_never_read(file: File, config: MkDocsConfig) -> bool:
    """Tell whether no page asks for a file of the theme: two megabytes of each site, of its search and for its makers.

    Our search stands in the place of the theme's, which alone would ask for `lunr` and its worker.
    """
    own = file.src_dir in {None, config.docs_dir, config.theme.custom_dir}
    return (
        not own
        and file.src_uri.startswith("assets/")
        and ("/lunr/" in file.src_uri or "/workers/" in file.src_uri or file.src_uri.endswith(".map"))
    )
