"""The settings of MkDocs with all that `mkdocs.yml` need not say, and the package's theme."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from ita_site.hosts.mkdocs_plugin.visible_theme import VisibleTheme
from ita_site.publishing import package_files
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from ita_site.publishing.settings import Settings


def complete(config: MkDocsConfig, known: Settings) -> None:
    """Put what `mkdocs.yml` need not say into the settings, and the package's theme behind the project's own."""
    whole = MkDocsConfig(config.config_file_path)
    others = {"site_name": config.site_name, "docs_dir": config.docs_dir, "plugins": [], "hooks": []}
    whole.load_dict({**others, **known.completed})
    # The theme tells in English, each time, when it will end; README says it once.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
    # MkDocs has accepted all that was written, and what is added is right.
    whole.validate()
    for key in (*known.completed, "mdx_configs"):
        config[key] = whole[key]
    packaged = str(package_files.folder(Folder.THEME))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, packaged)
    config.theme = VisibleTheme(config.theme)
