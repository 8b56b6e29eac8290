"""Publisher 2: a `Site` into MkDocs. The only module that knows MkDocs, and kept so thin that it can go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils.yaml import yaml_load

from ita_site.ground.problems import InvalidData, Severity
from ita_site.hosts import problem_report
from ita_site.publishing import defaults, nav, package_files, site
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

log = get_plugin_logger("ita-site")
_UNKNOWN_DAY = "1980-01-01"


class ItaSiteConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    data_dir = opt.Type(str, default="data")
    """The data folder, beside `mkdocs.yml`. Not `opt.Dir`: a missing folder is explained in Thai, by `load`."""


class ItaSitePlugin(BasePlugin[ItaSiteConfig]):
    """Give MkDocs the pages made from the data."""

    _serving = False
    _last: site.Site | None = None
    """The site of the last good data, which `mkdocs serve` goes on showing while a file is being mended."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note that the site is being served; having this event also keeps the plugin from build to build."""
        del dirty
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give the settings what the theme needs; rebuild when the data changes, under `mkdocs serve`."""
        self._complete(config)
        if self._data(config).is_dir():
            config.watch.append(str(self._data(config)))
        # `mkdocs serve` puts a script into each page, to load it anew, that no policy could know.
        config.extra["preview"] = self._serving
        return config

    def _complete(self, config: MkDocsConfig) -> None:
        """Put what `mkdocs.yml` need not say into the settings, and the package's theme behind the project's own."""
        path = Path(config.config_file_path)
        with path.open("rb") as file:
            written = yaml_load(file)
        # MkDocs' own theme is what it takes where nobody asks for one.
        asked = config.theme.name if config.theme.name != "mkdocs" else None
        problems = defaults.problems(path, written, asked)
        if problems:
            raise PluginError(problem_report.text(problems, path.parent))
        whole = MkDocsConfig(config.config_file_path)
        whole.load_dict({**defaults.complete(written), "plugins": [], "hooks": []})
        # MkDocs has accepted all that was written, and what is added is right.
        whole.validate()
        for key in (*defaults.KEYS, "mdx_configs"):
            config[key] = whole[key]
        dirs, packaged = config.theme.dirs, str(package_files.folder(Folder.THEME))
        dirs.insert(1 if config.theme.custom_dir else 0, packaged)

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Make the pages before MkDocs empties the site's folder, so that broken data leaves the old site there."""
        try:
            self._last = self._build(config)
        except PluginError as error:
            if not self._serving or self._last is None:
                raise
            log.error("%s", error)  # noqa: TRY400 - told for a clerk, not traced
        self._apply_branding(config, self._last.look)

    @staticmethod
    def _apply_branding(config: MkDocsConfig, look: site.Branding) -> None:
        """Let the theme show whose site it is."""
        config.site_name = f"{config.site_name} {look.name}"
        config.theme["logo"] = look.logo
        config.extra["notice"] = look.notice
        for palette in config.theme["palette"]:
            palette["primary"] = look.primary

    @event_priority(50)  # before any plugin that reads or orders the list of files
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files, and put the sections into the navigation."""
        made = self._last or self._build(config)
        for problem in made.problems:
            told = log.warning if problem.severity is Severity.WARNING else log.info
            told("%s", problem_report.line(problem))
        self._pages = {page.path: page for page in made.pages}
        self._written = made.written
        for file in [each for each in files if self._is_data(each, config)]:
            files.remove(file)
        for default, source in made.packaged.items():
            # A menu written by hand shows what it names; a default page it leaves out is still there.
            inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
            self._add(files, File.generated(config, default, abs_src_path=str(source), inclusion=inclusion))
        for page in made.pages:
            inclusion = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
            self._add(files, File.generated(config, page.path, content=page.with_placeholders, inclusion=inclusion))
        for address, path in made.files.items():
            if not path.is_file():
                continue  # taken away while the last good site is still shown
            self._add(files, File.generated(config, address, abs_src_path=str(path)))
        for address, data in made.made.items():
            self._add(files, File.generated(config, address, content=data))
        config.nav = nav.extend(made.navigation if config.nav is None else config.nav, made.pages)
        return files

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the blocks of HTML into a generated page once its Markdown has become HTML, and its facts beside them."""
        del config, files
        made = self._pages.get(page.file.src_uri)
        facts = made.facts if made else self._written.get(page.file.src_uri, {})
        page.meta.update(facts)
        # MkDocs would put the day of the build into what it compresses of the sitemap.
        page.update_date = facts.get("updated", _UNKNOWN_DAY)
        return made.body.fill(html) if made else html

    def _data(self, config: MkDocsConfig) -> Path:
        # The path of the configuration may be relative, as with `-f mkdocs.yml`.
        return Path(config.config_file_path or "mkdocs.yml").resolve().parent / self.config.data_dir

    def _is_data(self, file: File, config: MkDocsConfig) -> bool:
        """Tell whether a file that MkDocs found is data: a project without own pages has `docs_dir: data`."""
        return bool(file.src_dir) and Path(file.abs_src_path or "").resolve().is_relative_to(
            self._data(config).resolve()
        )

    def _place(self, config: MkDocsConfig) -> site.Place:
        folder = Path(config.docs_dir).resolve()
        content = None if folder == self._data(config).resolve() else Path(config.docs_dir)
        return site.Place(url=config.site_url or "", content=content, directory_urls=config.use_directory_urls)

    def _build(self, config: MkDocsConfig) -> site.Site:
        data = self._data(config)
        try:
            return site.build(data, self._place(config))
        except InvalidData as error:
            message = f"ข้อมูลยังไม่พร้อมเผยแพร่ ไม่มีการสร้างหน้าเว็บ\n\n{problem_report.text(error.problems, data.parent)}"
            raise PluginError(message) from None
        except OSError as error:
            message = f"อ่านข้อมูลไม่ได้: {error.strerror} ({error.filename})"
            raise PluginError(message) from None
        except Exception as error:
            # A clerk is told in one sentence; `mkdocs build --verbose` has the traceback for the maintainer.
            log.debug("internal error", exc_info=True)
            raise PluginError(problem_report.INTERNAL.format(error=type(error).__name__)) from None

    @staticmethod
    def _add(files: Files, file: File) -> None:
        if files.get_file_from_path(file.src_uri) is not None:
            raise PluginError(problem_report.TAKEN.format(path=file.src_uri))
        files.append(file)
