"""A project as `mkdocs serve` builds it: by one plugin again and again, into one folder, all in one process."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.config_options import Plugins
    from mkdocs.plugins import BasePlugin

    from tests.helpers.mutations.project import Project

_HOST, _PORT = "127.0.0.1", 8000
_ADDRESS = f"http://{_HOST}:{_PORT}/"


class ServedProject:
    """The preview of a project, without a server that answers: a save is a call of `build`."""

    def __init__(self, project: Project, folder: Path) -> None:
        """Begin with nothing built; the site will lie in a folder."""
        self.folder = folder
        self._project = project
        self._plugins: dict[str, BasePlugin[Any]] = {}
        self._server: LiveReloadServer | None = None

    def build(self) -> None:
        """Build as the preview does after a save; from the second time on what is wrong is told by the preview itself.

        Raises:
            MkDocsException: the first build has failed, and the preview would have ended.

        """
        with self._own_plugins():
            if self._server is not None:
                self._server.builder()
                return
            config = self._config()
            config.plugins.on_startup(command="serve", dirty=False)
            self._build(config)
            server = LiveReloadServer(self._build, _HOST, _PORT, str(self.folder))
            server.server_close()  # it will not answer
            self._server = config.plugins.on_serve(server, config=config, builder=self._build)

    def end(self) -> None:
        """Take the site away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _build(self, config: MkDocsConfig | None = None) -> None:
        config = config or self._config()
        config.site_url = _ADDRESS
        build(config, serve_url=_ADDRESS)

    def _config(self) -> MkDocsConfig:
        return load_config(str(self._project.settings), site_dir=str(self.folder))

    @contextmanager
    def _own_plugins(self) -> Iterator[None]:
        """Let MkDocs, which keeps plugins for a process, keep those of this preview apart."""
        option = cast("Plugins", MkDocsConfig.plugins)
        others, option.plugin_cache = option.plugin_cache, self._plugins
        try:
            yield
        finally:
            option.plugin_cache = others
