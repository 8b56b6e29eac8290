"""The events of MkDocs, in the order in which it has them; each does little but call what stands beside it."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from ita_site.ground.garbage import last_work
from ita_site.ground.problems import InvalidData, Severity
from ita_site.hosts import console
from ita_site.hosts.mkdocs_plugin import (
    completed_settings,
    page_shell,
    site_files,
    site_of_settings,
    theme_files,
    warnings_counted,
)
from ita_site.hosts.mkdocs_plugin.generated_page import GeneratedPage, update_date
from ita_site.hosts.mkdocs_plugin.preview import Preview
from ita_site.hosts.mkdocs_plugin.publication import NotPublished, Publication
from ita_site.hosts.mkdocs_plugin.rebuild import Rebuild, is_closed
from ita_site.hosts.mkdocs_plugin.served_folder import ServedFolder
from ita_site.hosts.mkdocs_plugin.spared_files import SparedFiles
from ita_site.hosts.reports import failures, problem_report, replaced_report
from ita_site.publishing import (
    build_memory,
    content,
    fingerprints,
    nav,
    settings,
    site,
    template_whitespace,
)
from ita_site.publishing.branding import apply_branding
from ita_site.publishing.last_build import FileKeys
from ita_site.publishing.settings import Settings
from ita_site.publishing.template_cache import TemplateCache

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

    from ita_site.hosts.mkdocs_plugin.spared_files import SiteThere
    from ita_site.publishing.build_memory import BuildMemory

log = get_plugin_logger("ita-site")
_MKDOCS = logging.getLogger("mkdocs")


class ItaSiteConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    # Of any type, since MkDocs would refuse another in English, before `settings` explains it in Thai.
    data_dir = opt.Type(object, default="data")
    """The data folder, beside `mkdocs.yml`. Not `opt.Dir`: a missing folder is explained in Thai, by `load`."""
    documents = opt.Type(object, default=[])
    """The kinds of file that papers are offered as."""
    open_data = opt.Type(object, default=[])
    """Formats of the open data beside those always made."""

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Return what is wrong, without the names that are not known: `settings` tells those, with their place."""
        failed, _ = super().validate()
        return failed, []


class ItaSitePlugin(BasePlugin[ItaSiteConfig]):
    """Give MkDocs the pages made from the data."""

    _serving = False
    _dirty = False
    _settings = Settings()
    _preview: Preview
    _memory: BuildMemory | None = None
    """What `mkdocs serve` remembers from save to save."""
    _last: site.Site | None = None
    """The site of the last good data, which `mkdocs serve` goes on showing while a file is being mended."""
    _publication: Publication | None = None
    """The build that is under way, but for `mkdocs serve`, which writes a folder of its own."""
    _rebuild: Rebuild | None = None
    """The same build, as far as it repeats the last one."""
    _to_end = ExitStack()
    """What holds until the build has ended."""
    _served: ServedFolder | None = None
    """What `mkdocs serve` shows."""
    _files: SparedFiles | None = None
    """The files of the build that is under way, where some may stay as they are."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note that the site is being served; having this event also keeps the plugin from build to build."""
        console.prepare()
        self._serving = command == "serve"
        self._memory = build_memory.of_user() if self._serving else None
        self._preview = Preview()
        self._served = ServedFolder() if self._serving and not dirty else None
        # MkDocs keeps a plugin for a further command in the same process.
        self._publication = self._rebuild = self._last = self._files = None
        self._dirty = dirty
        self._to_end = ExitStack()
        if not self._serving:  # a build drops what it made as a whole, and ends soon
            self._to_end.enter_context(last_work())

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings and give MkDocs what they lack; rebuild when the data changes, under `mkdocs serve`."""
        # The path of the configuration may be relative, as with `-f mkdocs.yml`.
        self._settings = settings.read_settings(Path(config.config_file_path or settings.NAME))
        completed_settings.complete(config, self._settings)
        themes = [config.theme.custom_dir] if config.theme.custom_dir else []
        config.watch += [each for each in (str(self._settings.data), *themes) if Path(each).is_dir()]
        if config.strict:
            warnings_counted.count_what_is_not_shown()
        # `mkdocs serve` puts a script into each page, to load it anew, that no policy could know.
        config.extra["preview"] = self._serving
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Let the preview say in the browser why a page is still the old one."""
        if self._memory is not None:
            self._memory.keep_in_process()
        written = Path(config.config_file_path or settings.NAME)

        def explain(error: BaseException) -> str:
            log.debug("the rebuild failed", exc_info=error)
            problems = settings.read_settings(written).problems
            if problems:
                report = problem_report.text(problems, written.parent)
            elif isinstance(error, MkDocsException) and str(error):
                report = str(error)
            else:
                report = failures.of_program(error)
            log.error("%s", report)
            return report

        from ita_site.hosts.mkdocs_plugin import saved_files  # noqa: PLC0415 - a build needs none of it

        saved_files.watch(server, config)
        server.builder = self._preview.guard(server.builder, explain)
        server.set_app(self._preview.above(server.serve_request))
        return server

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Make the pages, and let MkDocs write beside the site's folder: the old site stays until the new is whole."""
        if not self._serving:
            site_folder = Path(config.site_dir)
            self._publication = Publication(config, lambda said: log.info("%s", said))
            self._rebuild = Rebuild(config, self._settings, site_folder) if not self._dirty else None
            if self._rebuild and self._rebuild.last:
                return
        if self._served:
            self._served.begin(config)
        try:
            self._last = self._build(config)
        except PluginError as error:
            if not self._serving or self._last is None:
                raise
            self._preview.report = str(error)
            log.error("%s", error)  # noqa: TRY400 - told for a clerk, not traced
        shown = apply_branding(self._settings, self._last.branding)
        config.site_name = shown["site_name"]
        config.extra |= {"notice": None, "notice_more": None, **self._last.branding.banner}
        config.extra[fingerprints.KEY] = dict(self._last.fingerprints)
        for key in fingerprints.LISTS:
            config[key] = fingerprints.renamed(config[key], self._last.fingerprints)
        for name, value in shown["theme"].items():
            config.theme[name] = value

    @event_priority(50)  # before any plugin that reads or orders the list of files
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and files, and put the sections into the navigation."""
        if self._rebuild and self._rebuild.last:
            return self._rebuild.repeat(config)
        made = self._last = self._last or self._build(config)
        for problem in made.problems:
            told = log.warning if problem.severity is Severity.WARNING else log.info
            told("%s", problem_report.line(problem))
        self._pages = {page.path: page for page in made.pages}
        self._content_front_matter = made.content_front_matter
        self._content = content.to_html(made.content_pages, self._settings) if self._dirty else {}
        site_files.add(files, made, config, self._settings.data, serving=self._serving)
        config.nav = nav.extend(made.navigation if config.nav is None else config.nav, made.pages)
        there = self._site_there(config)
        filled = {*config.theme.static_templates, *map(str, config.extra_templates)}
        self._files = SparedFiles(files, there, filled) if there else None
        return self._files or files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let generated pages that stand in no menu skip what was made for text by hand."""
        self._nav = nav
        in_menu, is_known = {id(page) for page in nav.pages}, page_shell.is_known(config)
        for file in files.documentation_pages():
            made = self._pages.get(file.src_uri)
            if made is not None and id(file.page) not in in_menu:
                page = GeneratedPage(made, file, config, files)
                if self._files is not None and is_known:
                    self._files.spare(page)
        return nav

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        """Put the blocks of HTML into a generated page once its Markdown has become HTML, and its facts beside them."""
        self._content[page.file.src_uri] = html
        made = self._pages.get(page.file.src_uri)
        facts = made.facts if made else self._content_front_matter.get(page.file.src_uri, {})
        page.meta.update(facts)
        page.update_date = update_date(facts)
        return made.body.fill(html) if made else html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Add the search index, now that every page is HTML and its anchors are known."""
        template_whitespace.leave_out(env)
        env.bytecode_cache = TemplateCache("unindented, joined theme")
        if page_shell.is_known(config):
            env.template_class = page_shell.ShellTemplate
        # Pages are put into their templates after this, and these name it.
        if self._last is not None:
            site_files.add_search_index(files, self._last, config, self._content)
            written = [html for path, html in self._content.items() if path not in self._pages]
            theme_files.publish(files, config, env, written)
        if self._files is not None:
            for page in self._files.unspared(page_shell.key(config, self._nav)):
                page.read_source(config)
                page.render(config, files)
                page.content = self.on_page_content(page.content or "", page=page)

    @event_priority(-100)  # after all that other plugins write
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the new site in place of the old one, unless the build is strict and has warned."""
        keys = self._files.keys if self._files else FileKeys()
        if self._rebuild and self._rebuild.last:
            self.on_shutdown()
            log.info("%s", replaced_report.unchanged(Path(config.site_dir)))
        elif self._served:
            self._served.publish(keys)
        elif self._publication is not None and self._last is not None:
            try:
                self._publication.publish(self._last.copied, warnings_counted.count())
            except NotPublished as error:
                raise PluginError(str(error)) from None
            if self._rebuild:
                self._rebuild.note(keys)

    @event_priority(-100)  # after others have cleared away theirs
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it was, and say in one Thai sentence what MkDocs would show as a traceback."""
        said = self._publication.explain(error) if self._publication else failures.of_build(error)
        self.on_shutdown()
        if not self._serving and not isinstance(error, Abort):
            log.debug("error of the build", exc_info=error)
            # MkDocs would end with “Aborted with a BuildError!”.
            _MKDOCS.error("%s", error if isinstance(error, MkDocsException) else said)
            kept = "ไม่มีการเผยแพร่ เว็บไซต์ยังเป็นของเดิม"
            raise Abort(kept) from None

    def on_shutdown(self) -> None:
        """Clear away what was not published, whatever ended the build."""
        if self._rebuild is not None:
            self._rebuild.end()
        if self._publication is not None:
            self._publication.discard()
        self._to_end.close()

    def _site_there(self, config: MkDocsConfig) -> SiteThere | None:
        """Return the site that is there, where it can be known which of its files stay as they are."""
        if not is_closed(config):
            return None
        return self._served or (self._rebuild.site_there(Path(config.site_dir)) if self._rebuild else None)

    def _build(self, config: MkDocsConfig) -> site.Site:
        """Return the site; what the command line of MkDocs overrides in its settings counts."""
        known = site_of_settings.as_mkdocs_sets(
            self._settings, Path(config.docs_dir), config.site_url or "", directory_urls=config.use_directory_urls
        )
        root = known.root or Path.cwd()
        try:
            return site_of_settings.build(known, self._memory)
        except InvalidData as error:
            message = f"ข้อมูลยังไม่พร้อมเผยแพร่ ไม่มีการสร้างหน้าเว็บ\n\n{problem_report.text(error.problems, root)}"
            raise PluginError(message) from None
        except OSError as error:
            raise PluginError(failures.of_system(error)) from None
        except Exception as error:
            # A clerk is told in one sentence; `mkdocs build --verbose` has the traceback for the maintainer.
            log.debug("internal error", exc_info=True)
            raise PluginError(failures.of_program(error)) from None
