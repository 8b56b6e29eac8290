"""What the theme puts around generated pages: rendered once for each shape of a page, then filled page by page.

Pages of one folder differ in their texts only; where they stand decides every link of the menu. A page that differs in
anything else is rendered whole.
"""

from __future__ import annotations

import copy
import html
import re
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import Template
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ita_site.ground.cache.file_cache import key_of
from ita_site.ground.cache.program_key import program_key
from ita_site.hosts.mkdocs_plugin.generated_page import GeneratedPage
from ita_site.publishing import package_files
from ita_site.publishing.package_files import Folder

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

Pieces: TypeAlias = "list[str]"
"""Text of the theme and names of values, in turn."""

_NAME = "main.html"
_FACTS = ("description", "title", "image", "image_alt", "updated", "updated_day", "schema")
"""What the templates print of the front matter as it stands, and ask only whether it is there."""
_ELSEWHERE = frozenset({"plugins", "theme", "site_dir"})
"""Settings that no template prints: where a site is written, or those that stand beside all others."""
_PLACE = re.compile("\ue000([^\ue001]*)\ue001")
_CRUMBS, _END_OF_CRUMBS = '<nav class="ita-crumbs"', "</ol></nav>"
_TITLE, _END_OF_TITLE = "<h1", "</h1>"


def key(config: MkDocsConfig, nav: Navigation) -> str:
    """Return the key of all that decides how a generated page comes out, but for the page itself."""
    theme = {name: path for name, path in package_files.files(Folder.THEME).items() if name.endswith(".html")}
    written = (part for name, path in theme.items() for part in (name, path.read_bytes()))
    return key_of(
        program_key(("",), ("mkdocs", "mkdocs-material", "jinja2", "MarkupSafe")),
        *written,
        repr(sorted((name, repr(value)) for name, value in config.items() if name not in _ELSEWHERE)),
        repr(sorted((name, repr(value)) for name, value in dict(config.theme).items())),
        str(nav),
        repr([_others(each.meta) for each in nav.pages]),
    )


def is_known(config: MkDocsConfig) -> bool:
    """Tell whether the theme asks of a page what this module knows: it is the package's, and nobody else has a say."""
    own = config.theme.custom_dir
    return set(config.plugins) == {"ita-site"} and not config.hooks and (own is None or _is_packaged(Path(own)))


def _is_packaged(folder: Path) -> bool:
    packaged = package_files.files(Folder.THEME)
    templates = [(each.relative_to(folder).as_posix(), each) for each in folder.rglob("*.html")]
    return all(name in packaged and packaged[name].read_bytes() == each.read_bytes() for name, each in templates)


class ShellTemplate(Template):
    """A template of the theme; that of pages is filled where only the page's own texts differ."""

    @cached_property
    def _shells(self) -> dict[Hashable, Pieces]:
        return {}

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as the theme's engine has it
        """Return the page whole."""
        page = args[0].get("page") if args and self.name == _NAME else None
        if not isinstance(page, GeneratedPage) or not _is_plain(page):
            return super().render(*args, **kwargs)
        context: Mapping[str, Any] = args[0]
        if any(each.url.startswith(page.url) for each in context["nav"].pages):
            return super().render(*args, **kwargs)  # a link from a page to what is below it is shorter
        shape = _shape(page, context["base_url"])
        if shape not in self._shells:
            self._shells[shape] = _PLACE.split(super().render({**context, "page": _blank(page)}))
        pieces, values = self._shells[shape], _values(page)
        return "".join(values[each] if index % 2 else each for index, each in enumerate(pieces))


def _is_plain(page: GeneratedPage) -> bool:
    """Tell whether all that the templates change or look into is as they leave it."""
    meta, content = page.meta, page.content or ""
    quoted = '"' in meta.get("title", "") or '"' in meta.get("description", "")
    address = page.canonical_url or ""
    outside = any(each.startswith("../") for each in meta.get("source", ()))
    return not quoted and html.escape(address) == address and not outside and content.count(_head(content)) == 1


def _head(content: str) -> str:
    """Return what stands before the list of what is on the page."""
    return _END_OF_CRUMBS if _CRUMBS in content else _END_OF_TITLE


def _signs(content: str) -> str:
    """Return what the templates look for in the content."""
    return "".join(each for each in (_TITLE, _CRUMBS) if each in content)


def _shape(page: GeneratedPage, base: str) -> Hashable:
    """Return all that the templates decide by."""
    content = page.content or ""
    return (
        base,
        page.url.rstrip("/").rpartition("/")[0],
        tuple(bool(page.meta.get(key)) for key in _FACTS),
        _others(page.meta),
        len(page.meta.get("source", ())),
        bool(page.canonical_url),
        _signs(content),
        _depths(page.toc),
    )


def _others(meta: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, repr(value)) for name, value in meta.items() if name not in {*_FACTS, "source"})


def _depths(links: Iterable[AnchorLink]) -> tuple[Hashable, ...]:
    return tuple((each.level, _depths(each.children)) for each in links)


def _values(page: GeneratedPage) -> dict[str, str]:
    """Return the texts of a page by the names of their places."""
    content = page.content or ""
    before, _, after = content.partition(_head(content))
    values = {key: page.meta[key] for key in _FACTS if page.meta.get(key)}
    values |= {"canonical_url": page.canonical_url or "", f"before{_signs(content)}": before, "after": after}
    values |= {f"source{index}": each for index, each in enumerate(page.meta.get("source", ()))}
    for index, link in enumerate(_flat(page.toc)):
        values |= {f"title{index}": link.title, f"id{index}": link.id}
    return values


def _flat(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for each in links:
        yield each
        yield from _flat(each.children)


def _blank(page: GeneratedPage) -> GeneratedPage:
    """Return a page of the same shape with places for its texts."""
    content = page.content or ""
    blank = copy.copy(page)
    blank.meta = {
        **page.meta,
        **{key: _place(key) for key in _FACTS if page.meta.get(key)},
        "source": [_place(f"source{index}") for index in range(len(page.meta.get("source", ())))],
    }
    blank.canonical_url = _place("canonical_url") if page.canonical_url else page.canonical_url
    # What the templates look for in the content stands within the name of its first place.
    blank.content = _place(f"before{_signs(content)}") + _head(content) + _place("after")
    numbers = count()
    blank.toc = TableOfContents([_blank_link(each, numbers) for each in page.toc])
    return blank


def _blank_link(link: AnchorLink, numbers: Iterator[int]) -> AnchorLink:
    index = next(numbers)
    blank = AnchorLink(_place(f"title{index}"), _place(f"id{index}"), link.level)
    blank.children = [_blank_link(each, numbers) for each in link.children]
    return blank


def _place(name: str) -> str:
    return f"\ue000{name}\ue001"
