"""A build by MkDocs as far as it repeats the last one: whether there is anything to do, and what to note at its end."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.structure.files import Files

from ita_site.ground.cache.file_cache import FileCache, user_folder
from ita_site.hosts.mkdocs_plugin.old_site import OldSite
from ita_site.publishing import settings
from ita_site.publishing.last_build import OPTIONS, BuildNote, FileKeys, Inputs, LastBuild, files_of, program_digest
from ita_site.publishing.settings.plugin_options import TEMPLATES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ita_site.publishing.last_build import Told
    from ita_site.publishing.settings import Settings

_MKDOCS = logging.getLogger("mkdocs")
_BUILT_IN = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "toc"),
        *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "wikilinks"),
    }
)
_READ_FILES = frozenset({"pymdownx.b64", "pymdownx.snippets"})


class Rebuild:
    """One build, from before anything is read until it is published; `last` is the last one if nothing has changed."""

    def __init__(self, config: MkDocsConfig, known: Settings, site: Path) -> None:
        """Look whether anything has changed since the last build of the site."""
        self._site = site
        self._note = _note(config) if is_closed(config) else None
        self._inputs = inputs_of(config, known)
        self._listener = _Listener()
        self.last: LastBuild | None = None
        self._before: LastBuild | None = None
        if self._note is None:
            return
        try:
            self._program = program_digest()
            self._digest = self._inputs.digest(self._program)
            found = self._note.read()
            if found is not None and found[1] == site.absolute():
                self._before = found[0]
                is_same = found[0].digest == self._digest and files_of(site) == found[0].written
                self.last = found[0] if is_same else None
        except OSError:  # told where it is read
            self._note = None
        _MKDOCS.addHandler(self._listener)

    def repeat(self, config: MkDocsConfig) -> Files:
        """Leave MkDocs nothing to make, and tell what the last build has told; return the files there are to read."""
        config.nav, config.extra_templates = None, []
        config.theme.static_templates = set()
        for level, text in self.last.told if self.last else ():
            _MKDOCS.log(level, "%s", text)
        return Files([])

    def end(self) -> None:
        """Listen no more to what is told."""
        _MKDOCS.removeHandler(self._listener)

    def site_there(self, new: Path) -> OldSite:
        """Return the site as the last build has left it, of which files can be had in a new folder as well."""
        if self._before is None or self._note is None:
            return OldSite(self._site, new, {}, FileKeys())
        return OldSite(self._site, new, self._before.written, self._note.read_keys(self._before))

    def note(self, keys: FileKeys) -> None:
        """Note the build that was published, unless something was changed while it ran, or not all was told."""
        self.end()
        if self._note is not None and _MKDOCS.isEnabledFor(logging.INFO) and self._is_as_read():
            last = LastBuild(self._inputs, self._digest, files_of(self._site), tuple(self._listener.told))
            self._note.write_keys(last, keys)
            self._note.write(last, self._site)

    def _is_as_read(self) -> bool:
        # Were the program another by now, the next build would be made by another than the one that is noted.
        return self._inputs.digest(self._program) == self._digest


class _Listener(logging.Handler):
    """Keeps the warnings of all, and whatever a plugin says."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Told] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING or record.name.startswith("mkdocs.plugins."):
            self.told.append((record.levelno, record.getMessage()))


def inputs_of(config: MkDocsConfig, known: Settings) -> Inputs:
    """Return where all lies that a site is made from."""
    root = known.root or Path.cwd()
    pages = Path(config.docs_dir)
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    folders = (known.data, pages, root / TEMPLATES, *own)
    return Inputs(
        tuple(str(each.absolute()) for each in known.files),
        tuple(str(each.absolute()) for each in folders),
        tuple(str(each.absolute()) for each in (known.data, pages)),
    )


def _note(config: MkDocsConfig) -> BuildNote | None:
    """Return where a build of these settings and of this command line is noted; None where it is no command's."""
    context = click.get_current_context(silent=True)
    if context is None or not context.params.keys() >= OPTIONS:
        return None
    given = {name: context.params[name] for name in sorted(OPTIONS) if context.params[name] is not None}
    return BuildNote(FileCache(user_folder()), Path(config.config_file_path or settings.NAME), given)


def is_closed(config: MkDocsConfig) -> bool:
    """Tell whether nothing has a say in a build that may read other files, or a clock."""
    names = {each.removeprefix("markdown.extensions.") for each in config.markdown_extensions}
    known = all(each in _BUILT_IN or (each.startswith("pymdownx.") and each not in _READ_FILES) for each in names)
    return known and set(config.plugins) == {"ita-site"} and not config.hooks
