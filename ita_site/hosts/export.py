"""Publisher 1: a `Site` into a folder of Markdown and `mkdocs.yml` that any builder can build.

The folder holds no trace of our plugin, so it also builds where plugins are not run at all.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.hosts.reports import problem_report
from ita_site.publishing import content, fingerprints, nav, package_files, search
from ita_site.publishing.branding import apply_branding
from ita_site.publishing.package_files import Folder
from ita_site.publishing.settings import defaults, yaml_nodes
from ita_site.publishing.staging import WORKING_FOLDER, StagedFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_site.publishing.settings import Settings
    from ita_site.publishing.site import Site
    from ita_site.publishing.staging import Replaced

_MARKER = ".ita-site-export"
"""A folder with this file was written by us, and may be written again."""
_OVERRIDES = {"variant": "classic", "custom_dir": Folder.THEME.value}
"""What the theme is told beside the branding.

Zensical would draw Material's pages in its own way; `classic` is the one that our style sheets are made for. MkDocs
does not know the word.
"""


class CannotExport(Exception):
    """The folder cannot be written; the message says why, in Thai."""


def export(site: Site, settings: Settings, target: Path, waiting: Callable[[], None] = lambda: None) -> Replaced:
    """Write the site's sources to `target`, whole or not at all.

    Args:
        site: what to write.
        settings: the settings it was built with.
        target: a new or empty folder, or one written by an earlier export, which is replaced.
        waiting: called once before waiting for another export to the same folder.

    Raises:
        CannotExport: `target` holds something else, or a hand-written page has a generated page's name.
        OSError: the disk does not answer.

    """
    _refuse_to_overwrite(target, settings)
    staged = StagedFolder(target, waiting)
    try:
        _write_sources(site, settings, staged.folder)
        return staged.publish()
    finally:
        staged.discard()


def _write_sources(site: Site, settings: Settings, folder: Path) -> None:
    (folder / _MARKER).write_text("เขียนโดย ita-site export: โฟลเดอร์นี้จะถูกเขียนทับ\n", encoding="utf-8")
    pages, theme = folder / Folder.CONTENT, folder / Folder.THEME
    for source, copy in (
        (settings.content, pages),
        (package_files.folder(Folder.THEME), theme),
        (settings.theme_folder, theme),
    ):
        if source is not None:
            shutil.copytree(source, copy, ignore=_links, dirs_exist_ok=True)
    _rename(site.fingerprints, pages, theme)
    for hook in settings.hooks:
        _copy_hook(settings, hook, folder)
    for each in site.content_pages:
        (pages / each.path).parent.mkdir(parents=True, exist_ok=True)
        (pages / each.path).write_text(each.with_front_matter(site.content_front_matter[each.path]), encoding="utf-8")
    for page in site.pages:
        _write(pages / page.path, page.path, page.content.encode())
    for address, file in site.copied.items():
        data = file.read()
        if data is None:
            raise CannotExport(problem_report.CHANGED.format(path=file.source))
        _write(pages / address, address, data)
    index = site.search_index(content.to_html(site.content_pages, settings))
    for address, data in {**site.offered, **site.generated, search.NAME: index}.items():
        _write(pages / address, address, data)
    (folder / "mkdocs.yml").write_text(_configuration(settings, site), encoding="utf-8")


def _links(folder: str, names: list[str]) -> list[str]:
    """Return what is not copied: links, which may lead out of the project."""
    return [name for name in names if (Path(folder) / name).is_symlink()]


def _refuse_to_overwrite(target: Path, settings: Settings) -> None:
    place = target.resolve()
    sources = {each.resolve() for each in (settings.data, settings.content, settings.theme_folder) if each}
    project = settings.root.resolve() if settings.root else None
    if (project and place in {project, *project.parents}) or sources & {place, *place.parents}:
        message = f"ส่งออกลงโฟลเดอร์โครงการเองไม่ได้: {target}"
        raise CannotExport(message)
    if target.exists() and not target.is_dir():
        message = f"{target} เป็นไฟล์ ไม่ใช่โฟลเดอร์"
        raise CannotExport(message)
    others = target.is_dir() and any(each.name != WORKING_FOLDER for each in target.iterdir())
    if others and not (target / _MARKER).is_file():
        message = f"โฟลเดอร์ {target} มีไฟล์อื่นอยู่ ให้เลือกโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง"
        raise CannotExport(message)


def _copy_hook(settings: Settings, hook: str, staged: Path) -> None:
    """Copy a file of Python that MkDocs runs; one that lies outside the project stays where it is."""
    source, copy = (settings.root or Path()) / hook, staged / hook
    if source.is_file() and copy.resolve().is_relative_to(staged.resolve()):
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)


def _rename(names: Mapping[str, str], *folders: Path) -> None:
    """Give style sheets and scripts the names that they are published under."""
    for folder in folders:
        for name in filter(lambda each: (folder / each).is_file(), names):
            (folder / name).rename(folder / names[name])


def _write(path: Path, address: str, data: bytes) -> None:
    if path.exists():
        raise CannotExport(problem_report.TAKEN.format(path=address))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError as error:
        error.filename = error.filename or str(path)  # of a disk that is full the system names no file
        raise


def _configuration(settings: Settings, site: Site) -> str:
    """Return `mkdocs.yml` with what it inherits and lacks, without our plugin, and with the navigation written out.

    It is edited as nodes, not values: a `!ENV` in it stays, and nothing of it is run. Only a site name from the
    environment is written as it is now, since the name of the municipality is put behind it.
    """
    root = defaults.read(settings.file).root if settings.file else None
    if root is None:
        message = "ไม่พบ mkdocs.yml ของโครงการ ให้ระบุโฟลเดอร์ข้อมูลที่มีไฟล์นี้อยู่เหนือขึ้นไป"
        raise CannotExport(message)
    shown = apply_branding(settings, site.branding)
    # A menu written by hand shows what it names; a default page it leaves out is still there.
    outside = [] if settings.nav is None else [f"/{each.path}\n" for each in site.content_pages if each.packaged]
    ours: dict[str, Any] = {
        "site_name": shown["site_name"],
        "docs_dir": Folder.CONTENT.value,
        "nav": nav.extend(site.navigation, site.pages),
        "not_in_nav": "".join([f"{settings.hidden}\n", nav.OUTSIDE, *outside]).lstrip(),
    }
    known = yaml_nodes.entries(root)
    changes = {key: yaml_nodes.from_value(value) for key, value in ours.items()}
    changes["theme"] = _with(known["theme"], {**shown["theme"], **_OVERRIDES})
    named = {fingerprints.KEY: {**site.fingerprints, search.NAME: search.NAME}}
    changes["extra"] = _with(known["extra"], {**site.branding.banner, **named})
    changes |= {key: yaml_nodes.renamed(known[key], site.fingerprints) for key in fingerprints.LISTS}
    if "plugins" in known:
        changes["plugins"] = yaml_nodes.without_plugin(known["plugins"])
    return str(yaml.serialize(yaml_nodes.replaced(root, changes), allow_unicode=True))


def _with(node: yaml.Node, changes: dict[str, Any]) -> yaml.Node:
    """Return a mapping of settings with other values for some."""
    if not isinstance(node, yaml.MappingNode):  # what reads the settings makes it one
        raise TypeError(node.tag)
    return yaml_nodes.replaced(node, {key: yaml_nodes.from_value(value) for key, value in changes.items()})
