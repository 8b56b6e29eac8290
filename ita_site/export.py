"""Publisher 1: a `Site` into a folder of Markdown and `mkdocs.yml` that any builder can build.

The folder holds no trace of our plugin, so it also builds where plugins are not run at all.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ita_site import nav, report
from ita_site.site import Place

if TYPE_CHECKING:
    from ita_site.site import Site

_MARKER = ".ita-site-export"
"""A folder with this file was written by us, and may be written again."""
_PLUGIN = "ita-site"
_COPIED = ("content", "theme_overrides")


class CannotExport(Exception):  # noqa: N818 - read as a sentence where it is raised
    """The folder cannot be written; the message says why, in Thai."""


def place(root: Path) -> Place:
    """Return where the site of a project will stand, as its `mkdocs.yml` says."""
    entries = {key.value: value.value for key, value in _settings(root / "mkdocs.yml").value}
    return Place(
        url=entries.get("site_url", ""),
        content=root / "content",
        directory_urls=entries.get("use_directory_urls") != "false",
    )


def export(site: Site, root: Path, target: Path) -> None:
    """Write the site's sources to `target`, whole or not at all.

    Args:
        site: what to write.
        root: the project's folder, with `mkdocs.yml`, `content/` and `theme_overrides/`.
        target: a new or empty folder, or one written by an earlier export, which is replaced.

    Raises:
        CannotExport: `target` holds something else, or a hand-written page has a generated page's name.
        OSError: the disk does not answer.

    """
    _refuse_to_overwrite(target, root, site)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        staged = Path(folder) / "site"
        staged.mkdir()
        (staged / _MARKER).write_text("เขียนโดย ita-site export: โฟลเดอร์นี้จะถูกเขียนทับ\n", encoding="utf-8")
        content = staged / "content"
        for name in _COPIED:
            if (root / name).is_dir():
                shutil.copytree(root / name, staged / name)
        for page in site.pages:
            _write(content / page.path, page.path, page.content.encode())
        for address, path in site.files.items():
            _write(content / address, address, path.read_bytes())
        for address, data in site.made.items():
            _write(content / address, address, data)
        (staged / "mkdocs.yml").write_text(_configuration(root / "mkdocs.yml", site), encoding="utf-8")
        if target.exists():
            target.rename(Path(folder) / "old")
        staged.rename(target)


def _refuse_to_overwrite(target: Path, root: Path, site: Site) -> None:
    place, project = target.resolve(), root.resolve()
    sources = {project / name for name in _COPIED} | {path.resolve().parent for path in site.files.values()}
    if place in {project, *project.parents} or sources & {place, *place.parents}:
        message = f"ส่งออกลงโฟลเดอร์โครงการเองไม่ได้: {target}"
        raise CannotExport(message)
    if target.exists() and not target.is_dir():
        message = f"{target} เป็นไฟล์ ไม่ใช่โฟลเดอร์"
        raise CannotExport(message)
    if target.is_dir() and any(target.iterdir()) and not (target / _MARKER).is_file():
        message = f"โฟลเดอร์ {target} มีไฟล์อื่นอยู่ ให้เลือกโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง"
        raise CannotExport(message)


def _write(path: Path, address: str, data: bytes) -> None:
    if path.exists():
        raise CannotExport(report.TAKEN.format(path=address))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _configuration(path: Path, site: Site) -> str:
    """Return `mkdocs.yml` without our plugin and with the navigation written out.

    It is edited as nodes, not values: a `!ENV` in it stays, and nothing of it is run.
    """
    root = _settings(path)
    loader = yaml.SafeLoader("")
    entries = {key.value: value for key, value in root.value}
    written = loader.construct_document(entries["nav"]) if "nav" in entries else None
    plugins = entries.get("plugins")
    if plugins is not None:
        plugins.value = [each for each in plugins.value if _name(each) != _PLUGIN]
    hidden = entries["not_in_nav"].value if "not_in_nav" in entries else ""
    ours = {"nav": nav.extend(written, site.pages), "not_in_nav": f"{hidden}\n{nav.OUTSIDE}".lstrip()}
    root.value = [(key, value) for key, value in root.value if key.value not in ours]
    root.value += _node(ours).value
    return str(yaml.serialize(root, allow_unicode=True))


def _settings(path: Path) -> yaml.MappingNode:
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        message = f"{path.name} ไม่ใช่ไฟล์ตั้งค่าของ MkDocs"
        raise CannotExport(message)
    return root


def _name(plugin: Any) -> str:  # noqa: ANN401 - a node of a list or a pair of a mapping
    node = plugin[0] if isinstance(plugin, tuple) else plugin
    while isinstance(node, yaml.MappingNode):
        node = node.value[0][0]
    return str(node.value)


def _node(value: object) -> yaml.MappingNode:
    node = yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode):
        message = "a mapping is written as a mapping"
        raise TypeError(message)
    return node
