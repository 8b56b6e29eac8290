"""The files of a site of which MkDocs makes those only that are not there yet as they would become.

A page comes out the same where it says the same and stands in the same shell; any other file, where its bytes are the
same.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Protocol

from mkdocs.structure.files import Files, InclusionLevel

from ita_site.publishing.last_build import FileKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from mkdocs.structure.files import File

    from ita_site.hosts.mkdocs_plugin.generated_page import GeneratedPage


class SiteThere(Protocol):
    """The site as the last build has left it."""

    @property
    def keys(self) -> FileKeys:
        """What its files were made from."""

    def take(self, name: str) -> bool:
        """Have a file of it in the new site as well; tell whether that was possible."""


class SparedFiles(Files):
    """The files of a new site, some of which are taken from the site that is there."""

    def __init__(self, files: Iterable[File], there: SiteThere, filled: Collection[str]) -> None:
        """Have files from a site that is there, but for those of the names that templates are filled in over."""
        super().__init__(files)
        self._there = there
        self._filled = frozenset(filled)
        self._shell = ""
        self._keys: dict[str, str] = {}
        self._spared: dict[str, GeneratedPage] = {}

    def documentation_pages(self, *, inclusion: Callable[[InclusionLevel], bool] | None = None) -> Sequence[File]:
        """Return the pages; who says which, as MkDocs where it makes them, gets none of those that are spared."""
        if inclusion is None:
            return super().documentation_pages()
        return [each for each in super().documentation_pages(inclusion=inclusion) if each.src_uri not in self._spared]

    def copy_static_files(
        self,
        dirty: bool = False,  # noqa: FBT001, FBT002 - as MkDocs has it
        *,
        inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
    ) -> None:
        """Copy all other files, but for those that are there."""
        for file in self:
            if not file.is_documentation_page() and inclusion(file.inclusion):
                key = hashlib.sha256(file.content_bytes).hexdigest()
                self._keys[file.dest_uri] = key
                if not self._is_taken(file.dest_uri, key):
                    file.copy_file(dirty)

    def spare(self, page: GeneratedPage) -> None:
        """Have a page spared for now, where it says what it said before."""
        self._keys[page.file.dest_uri] = page.digest
        if self._there.keys.files.get(page.file.dest_uri) == page.digest:
            self._spared[page.file.src_uri] = page

    def unspared(self, shell: str) -> Iterator[GeneratedPage]:
        """Yield the pages that must be made after all: all in another shell, and those that are not there any more."""
        self._shell = shell
        for name, page in [*self._spared.items()]:
            if shell != self._there.keys.shell or not self._is_taken(page.file.dest_uri, page.digest):
                del self._spared[name]
                yield page

    @property
    def keys(self) -> FileKeys:
        """What the files of the new site are made from."""
        return FileKeys(self._shell, self._keys)

    def _is_taken(self, name: str, key: str) -> bool:
        # What is taken is the file itself, under a further name: to write over it would change the old site.
        is_same = self._there.keys.files.get(name) == key and name not in self._filled
        return is_same and self._there.take(name)
