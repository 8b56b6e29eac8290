"""A `Site` in MkDocs' list of files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from ita_site.hosts.mkdocs_plugin import excluded_files
from ita_site.hosts.reports import problem_report
from ita_site.publishing import fingerprints, search

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ita_site.publishing.pages import Page
    from ita_site.publishing.site import Site


class PageFile(File):
    """The file of a page, which is put together when it is read: most pages stay as they are, and are not."""

    generated_by = "ita-site"

    def __init__(self, made: Page, config: MkDocsConfig, inclusion: InclusionLevel) -> None:
        """Stand for a page of a site."""
        super().__init__(made.path, None, config.site_dir, config.use_directory_urls, inclusion=inclusion)
        self._made = made

    @cached_property
    def _content(self) -> str:  # type: ignore[override] # MkDocs asks no more of it than that it is there
        return self._made.with_placeholders


def add(files: Files, made: Site, config: MkDocsConfig, data: Path, *, serving: bool) -> None:
    """Add the pages and files of a site, and take out what is not to be published.

    Args:
        files: what MkDocs has found.
        made: the site.
        config: the settings of MkDocs.
        data: the data folder.
        serving: whether this is a preview, which may show the last good site.

    Raises:
        PluginError: a page written by hand has the address of a generated one.

    """
    for file in excluded_files.among(files, data, config):
        files.remove(file)
    for name, published in made.fingerprints.items():
        if (listed := files.get_file_from_path(name)) is not None and listed.abs_src_path is not None:
            files.remove(listed)
            add_file(files, File.generated(config, published, abs_src_path=listed.abs_src_path))
    for default in (each for each in made.content_pages if each.packaged):
        # A menu written by hand shows what it names; a default page it leaves out is still there.
        inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
        add_file(files, File.generated(config, default.path, content=default.source, inclusion=inclusion))
    for page in made.pages:
        inclusion = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
        add_file(files, PageFile(page, config, inclusion))
    for address, attached in made.copied.items():
        if serving and not attached.source.is_file():
            continue  # taken away while the last good site is still shown
        add_file(files, File.generated(config, address, abs_src_path=str(attached.source)))
    for address, content in {**made.offered, **made.generated}.items():
        add_file(files, File.generated(config, address, content=content))


def add_search_index(files: Files, made: Site, config: MkDocsConfig, html: Mapping[str, str]) -> None:
    """Add the search index, and tell the templates its name; `html` is that of the pages written by hand.

    Raises:
        PluginError: there is a file of its name.

    """
    add_file(files, File.generated(config, search.NAME, content=made.search_index(html)))
    config.extra[fingerprints.KEY][search.NAME] = search.NAME


def add_file(files: Files, file: File) -> None:
    """Add a file that is not there yet.

    Raises:
        PluginError: there is one of its path.

    """
    if files.get_file_from_path(file.src_uri) is not None:
        raise PluginError(problem_report.TAKEN.format(path=file.src_uri))
    files.append(file)
