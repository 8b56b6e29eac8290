"""The files of the theme as they are published: under names that change with their bytes, and no more than is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from ita_site.ground.cache.file_cache import FileCache, key_of, user_folder
from ita_site.ground.cache.program_key import program_key
from ita_site.hosts.mkdocs_plugin import page_shell
from ita_site.publishing import fingerprints, package_files, search, site_script, style_selection
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

STYLES, SCRIPT = "assets/css/theme.css", "assets/js/page.js"
KEY = "styles"
"""What the theme's templates ask below `extra`: the name of the one style sheet, where there is one."""
JOINED = "scripts_joined"
"""What the templates ask below `extra`: whether the scripts at the end of a page are all in one."""
_SEARCH_BOX = "assets/js/search-box.js"
_OF_THE_BASE = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")
BUNDLE = "assets/javascripts/bundle.a5f9d56c.min.js"
"""The scripts of the base theme that were read for what is below; for others its whole style sheet is published."""
_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_FEATURES = {"navigation.tabs", "toc.follow"}
_MADE_BY_SCRIPTS = (
    "js focus-visible js-focus-visible md-dialog--active md-header--shadow md-header__title--active"
    " md-nav__link--active md-nav__link--passed md-code__content md-toggle--indeterminate"
    " md-typeset__scrollwrap md-typeset__table md-search-result__article md-search-result__icon"
    " md-search-result__item md-search-result__link md-search-result__more md-search-result__terms"
)
"""The classes that the bundle gives to elements, with no more features than these."""
_MADE_MORE = {"annotate", "tabbed-set", "mermaid", "data-tabs", "data-preview"}
"""Words of a page for which the bundle makes more."""
_ELSEWHERE = {"version", "consent", "analytics", "annotate", "tags", "alternate", "social"}
"""Settings below `extra` that put more of the base theme's templates on a page."""
_GENERATED = "headerlink md-button"
"""The base theme's classes in pages made from data."""
_SCRIPTS = tuple(
    f"assets/js/{name}.js"
    for name in ("search-box", "search-text", "search-words", "search-lines", "search", "search-worker")
)


def publish(files: Files, config: MkDocsConfig, environment: Environment, written: Collection[str]) -> None:
    """Make of the theme's scripts and styles what pages load; `written` is the HTML of pages written by hand.

    After this, when pages are put into their templates, nothing may ask for more.
    """
    names = config.extra[fingerprints.KEY]
    config.extra[KEY] = _publish_styles(files, config, environment, written)
    for name in _SCRIPTS:
        _replace(files, config, name, site_script.packed)
    config.extra[site_script.KEY] = site_script.is_possible(environment)
    config.extra[JOINED] = config.extra[KEY] is not None and config.extra[site_script.KEY]
    _join_scripts(files, config, [names[_SEARCH_BOX], BUNDLE] if config.extra[JOINED] else [])
    if config.extra[site_script.KEY]:
        features = config.theme.get("features") or ()
        parts = site_script.parts(environment, config, names, features)
        _replace(files, config, site_script.NAME, lambda script: parts + site_script.packed(script))


def _replace(files: Files, config: MkDocsConfig, name: str, made: Callable[[str], str]) -> None:
    """Publish the package's file of a name as it is made of; an office's own stays as it is written."""
    names = config.extra[fingerprints.KEY]
    listed = files.get_file_from_path(names.get(name, name))
    if listed is None or listed.content_bytes != package_files.files(Folder.THEME)[name].read_bytes():
        return
    content = made(listed.content_string).encode()
    names[name] = _put(files, config, name, content, [listed])


def _put(files: Files, config: MkDocsConfig, name: str, content: bytes, instead: Iterable[File]) -> str:
    """Publish a file instead of others, and return its published name."""
    for each in instead:
        files.remove(each)
    published = fingerprints.fingerprinted(name, content)
    files.append(File.generated(config, published, content=content))
    return published


def _join_scripts(files: Files, config: MkDocsConfig, before: Iterable[str]) -> None:
    """Publish the package's scripts at the end of a page as one, behind those that stand before them on every page."""
    ours = [*_leading(files, map(str, config.extra_javascript))]
    first = [each for name in before if (each := files.get_file_from_path(name))]
    if joined := [*first, *ours]:
        text = "\n".join(map(_packed, joined))
        name = _put(files, config, SCRIPT, text.encode(), joined)
        config.extra_javascript = [name, *config.extra_javascript[len(ours) :]]


def _packed(script: File) -> str:
    """Return what is published of a script; that of the base theme is packed, but names a map that is not published."""
    text = script.content_string
    return _MAP.sub("", text) if script.src_uri == BUNDLE else site_script.packed(text)


def _publish_styles(
    files: Files, config: MkDocsConfig, environment: Environment, written: Collection[str]
) -> str | None:
    """Publish the base theme's rules that can apply and the package's as one sheet, and return its name.

    None: what pages have is not known, and they load all the sheets there are.
    """
    base = [each for each in files if _OF_THE_BASE.fullmatch(each.src_uri)]
    more = style_selection.words(written) & _MADE_MORE
    if not _is_known(files, config) or more or environment.loader is None:
        return None
    ours = [*_leading(files, config.extra_css)]
    shell, _, _ = environment.loader.get_source(environment, "base.html")
    texts = [_MADE_BY_SCRIPTS, _GENERATED, shell, repr(config.theme.get("palette")), *written, *_texts(files, config)]
    others = [each.content_string for each in files if each.src_uri.endswith(".css") and each not in base]
    sheets = sorted(base, key=lambda each: each.src_uri)  # main, then palette
    made = _sheet([each.content_string for each in sheets], [each.content_string for each in ours], texts, others)
    config.extra_css = config.extra_css[len(ours) :]
    return _put(files, config, STYLES, made, [*base, *ours])


def _sheet(*parts: Collection[str]) -> bytes:
    """Return what `style_selection.sheet` makes of these, which is nearly always what it has made before."""
    key = key_of("sheet", program_key(("publishing/style_selection.py",), ()), *(key_of(*each) for each in parts))
    return FileCache(user_folder()).file(key, lambda: style_selection.sheet(*parts).encode())


def _is_known(files: Files, config: MkDocsConfig) -> bool:
    """Tell whether all that a page may have of the base theme is known."""
    theme, found = config.theme, {each.src_uri for each in files}
    return (
        page_shell.is_known(config)
        and BUNDLE in found
        and sum(bool(_OF_THE_BASE.fullmatch(each)) for each in found) == len(("main", "palette"))
        and set(theme.get("features") or ()) <= _FEATURES
        and not _ELSEWHERE & set(config.extra)
        and not any(theme.get(each) for each in ("icon", "direction", "font"))
    )


def _leading(files: Files, names: Iterable[str]) -> Iterator[File]:
    """Yield the package's files that stand before all others in a list."""
    packaged = {path.read_bytes() for path in package_files.files(Folder.THEME).values()}
    for name in names:
        listed = files.get_file_from_path(name)
        if listed is None or listed.content_bytes not in packaged:
            return
        yield listed


def _texts(files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Yield the package's templates and all scripts but those of the base theme; the search index names no element."""
    for name, path in package_files.files(Folder.THEME).items():
        if name.endswith(".html"):
            yield path.read_text(encoding="utf-8")
    for name in (*config.extra[fingerprints.KEY].values(), *map(str, config.extra_javascript)):
        listed = files.get_file_from_path(name)
        if listed is not None and name.endswith(".js") and name != search.NAME:
            yield listed.content_string
