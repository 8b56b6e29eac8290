"""Publisher 1: a `Site` into a folder of Markdown and `mkdocs.yml` that any builder can build.

The folder holds no trace of our plugin, so it also builds where plugins are not run at all.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.ground.problems import InvalidData
from ita_site.hosts import problem_report
from ita_site.publishing import defaults, nav, package_files
from ita_site.publishing.package_files import Folder
from ita_site.publishing.site import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.publishing.site import Branding, Site

_MARKER = ".ita-site-export"
"""A folder with this file was written by us, and may be written again."""
_PLUGIN = "ita-site"
_COPIED = (Folder.CONTENT.value, Folder.THEME.value)


class CannotExport(Exception):
    """The folder cannot be written; the message says why, in Thai."""


def place(root: Path) -> Place:
    """Return where the site of a project will stand, as its `mkdocs.yml` says."""
    entries = {key.value: value for key, value in _settings(root / "mkdocs.yml").value}
    url = _read(entries["site_url"]) if "site_url" in entries else ""
    directory_urls = "use_directory_urls" not in entries or _read(entries["use_directory_urls"]) != "false"
    return Place(url=f"{url.rstrip('/')}/" if url else "", content=root / "content", directory_urls=directory_urls)


def _read(node: yaml.Node) -> str:
    """Return a setting as MkDocs reads it: `!ENV [NAME, OTHER, default]` is the first variable that is set."""
    if node.tag != "!ENV":
        return str(node.value)
    words = [str(each.value) for each in node.value] if isinstance(node.value, list) else [str(node.value)]
    names, default = (words[:-1], words[-1]) if len(words) > 1 else (words, "")
    return next((os.environ[name] for name in names if name in os.environ), default)


def export(site: Site, root: Path, target: Path) -> None:
    """Write the site's sources to `target`, whole or not at all.

    Args:
        site: what to write.
        root: the project's folder, with `mkdocs.yml`, `content/` and `theme_overrides/`.
        target: a new or empty folder, or one written by an earlier export, which is replaced.

    Raises:
        CannotExport: `target` holds something else, or a hand-written page has a generated page's name.
        InvalidData: the settings contradict what the theme needs.
        OSError: the disk does not answer.

    """
    settings = root / "mkdocs.yml"
    if problems := defaults.problems(settings, _plain(_settings(settings))):
        raise InvalidData(problems)
    _refuse_to_overwrite(target, root, site)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        staged = Path(folder) / "site"
        staged.mkdir()
        (staged / _MARKER).write_text("เขียนโดย ita-site export: โฟลเดอร์นี้จะถูกเขียนทับ\n", encoding="utf-8")
        content = staged / "content"
        for address, path in site.packaged.items():
            _write(content / address, address, path.read_bytes())
        shutil.copytree(package_files.folder(Folder.THEME), staged / Folder.THEME)
        for name in _COPIED:
            if (root / name).is_dir():
                shutil.copytree(root / name, staged / name, dirs_exist_ok=True)
        for written, facts in site.written.items():
            _add_facts(content / written, facts)
        for page in site.pages:
            _write(content / page.path, page.path, page.content.encode())
        for address, path in site.files.items():
            _write(content / address, address, path.read_bytes())
        for address, data in site.made.items():
            _write(content / address, address, data)
        (staged / "mkdocs.yml").write_text(_configuration(settings, site), encoding="utf-8")
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
        raise CannotExport(problem_report.TAKEN.format(path=address))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _add_facts(path: Path, facts: Mapping[str, str]) -> None:
    """Put facts first into the front matter of a page written by hand, which has one: it says its title there."""
    if path.is_file():
        head, end, rest = path.read_text(encoding="utf-8-sig").partition("\n")
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
        path.write_text(f"{head}{end}{''.join(lines)}{rest}", encoding="utf-8")


def _configuration(path: Path, site: Site) -> str:
    """Return `mkdocs.yml` without our plugin and with the navigation written out.

    It is edited as nodes, not values: a `!ENV` in it stays, and nothing of it is run.
    """
    root = _settings(path)
    _complete(root)
    loader = yaml.SafeLoader("")
    entries = {key.value: value for key, value in root.value}
    written = loader.construct_document(entries["nav"]) if "nav" in entries else site.navigation
    plugins = entries.get("plugins")
    if plugins is not None:
        plugins.value = [each for each in plugins.value if _name(each) != _PLUGIN]
    hidden = entries["not_in_nav"].value if "not_in_nav" in entries else ""
    ours = {"nav": nav.extend(written, site.pages), "not_in_nav": f"{hidden}\n{nav.OUTSIDE}".lstrip()}
    _apply_branding(entries, site.look)
    root.value = [(key, value) for key, value in root.value if key.value not in ours]
    root.value += _node(ours).value
    return str(yaml.serialize(root, allow_unicode=True))


def _complete(root: yaml.MappingNode) -> None:
    """Write out what the settings need not say: here no plugin says it, and the theme stands beside the pages."""
    lacks = defaults.missing(_plain(root))
    lacks["theme"] = {**lacks.get("theme", {}), "custom_dir": Folder.THEME.value}
    for key, value in {**lacks, "docs_dir": Folder.CONTENT.value}.items():
        added = _node({key: value}).value[0]
        given = next((node for name, node in root.value if name.value == key), None)
        if isinstance(given, yaml.MappingNode):
            given.value = [*(each for each in given.value if each[0].value != "custom_dir"), *added[1].value]
        elif isinstance(given, yaml.SequenceNode):
            given.value = [*added[1].value, *given.value]
        else:
            root.value = [*(each for each in root.value if each[0].value != key), added]


def _plain(node: yaml.Node) -> Any:  # noqa: ANN401 - whatever a setting may be
    """Return a setting without its tags, for who only looks at what is there."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _apply_branding(entries: dict[str, yaml.Node], look: Branding) -> None:
    """Let the theme show whose site it is."""
    entries["site_name"].value += f" {look.name}"
    theme = entries["theme"]
    if look.logo:
        theme.value += _node({"logo": look.logo}).value
    if look.notice:
        entries["extra"].value += _node({"notice": look.notice}).value
    for palette in next(value.value for key, value in theme.value if key.value == "palette"):
        palette.value += _node({"primary": look.primary}).value


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
