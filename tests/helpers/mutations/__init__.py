"""Changes of a project, one of which is made after the other: of data, pages, theme, settings, and of all around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers.mutations import around, data_files, documents, project_files, settings_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.helpers.mutations.project import Project

    Mutation = Callable[[Project, Random], str]

KINDS: tuple[Mutation, ...] = (
    *(*data_files.KINDS, *documents.KINDS, *project_files.KINDS),
    *(*settings_file.KINDS, *around.KINDS),
)
"""Each changes a project as chance has it, and returns what it did in a few words."""
