"""`mkdocs.yml` as nodes of YAML: with what it inherits, and with the place of every value.

Nodes rather than values, since a value has lost its place, and since what is written out again (`export`) keeps tags
such as `!ENV` only as nodes. Settings are code and not data: whoever writes them may name a Python object in them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ita_site.data.source import syntax, text
from ita_site.ground.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

PLUGIN = "ita-site"
"""What `mkdocs.yml` calls our plugin."""
_INHERIT = "INHERIT"
_MAX_REPAIRS = 20


@dataclass(frozen=True)
class SettingsFile:
    """The settings of a file and of those it inherits, and what is wrong with their YAML."""

    path: Path
    root: yaml.MappingNode | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    """The file itself, and those it inherits."""

    @property
    def name(self) -> str:
        """What messages call the file."""
        return self.path.name

    def node(self, *keys: str) -> yaml.Node | None:
        """Return the node of a setting, None where it is not set."""
        node: yaml.Node | None = self.root
        for key in keys:
            node = entries(node).get(key) if isinstance(node, yaml.MappingNode) else None
        return node

    def position(self, *keys: str) -> Position:
        """Return where a setting stands, or the nearest one around it; the file where there is none."""
        node = self.node(*keys)
        if node is None or not keys:
            return self.position(*keys[:-1]) if keys else Position(self.name)
        return at(node)


def read(path: Path) -> SettingsFile:
    """Read the settings of a file; what is wrong with them is in the result.

    Raises:
        OSError: the disk does not answer.

    """
    files: list[Path] = []
    root, problems = _read(path, path.parent, files)
    return SettingsFile(path, root, tuple(problems), tuple(files))


def entries(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    """Return the nodes of a mapping by their keys; of a key that is given twice, the last, as MkDocs does."""
    return {str(key.value): value for key, value in node.value}


def at(node: yaml.Node) -> Position:
    """Return where a node stands."""
    mark = node.start_mark
    return Position(mark.name, mark.line + 1, mark.column + 1)


def construct(node: yaml.Node, folder: Path, *, code: bool = False) -> Any:  # noqa: ANN401 - whatever YAML may hold
    """Return a setting as MkDocs reads it.

    Args:
        node: the setting.
        folder: what `!relative` starts at.
        code: it may name objects of Python, which are imported.

    Raises:
        yaml.MarkedYAMLError: a tag in it is not known, or names what is not there.
        Exception: whatever an object of Python raises.

    """
    loader = (_CodeLoader if code else _Loader)("")
    loader.folder = folder
    return loader.construct_document(node)


def plugin_options(plugins: yaml.Node | None) -> yaml.Node | None:
    """Return the options of our plugin, a mapping if they are well made; None where it has none."""
    found = map(_named, plugins.value) if isinstance(plugins, yaml.CollectionNode) else ()
    return next((options for name, options in found if name == PLUGIN), None)


def has_plugin(plugins: yaml.Node | None) -> bool:
    """Tell whether our plugin is among the plugins."""
    return isinstance(plugins, yaml.CollectionNode) and any(_named(each)[0] == PLUGIN for each in plugins.value)


def without_plugin(plugins: yaml.Node) -> yaml.Node:
    """Return the plugins but ours, as a list or a mapping as they were."""
    if not isinstance(plugins, yaml.CollectionNode):
        return plugins
    others = [each for each in plugins.value if _named(each)[0] != PLUGIN]
    return type(plugins)(plugins.tag, others, plugins.start_mark, plugins.end_mark, flow_style=plugins.flow_style)


def preceded(node: yaml.CollectionNode, first: yaml.SequenceNode) -> yaml.Node:
    """Return plugins, extensions or files, as a list or a mapping as they were, with those of `first` that they lack.

    Those come first, so that a style sheet of the project's own stands behind ours and wins.
    """
    known = {_named(each)[0] for each in node.value}
    lacks = [each for each in first.value if _named(each)[0] not in known]
    if isinstance(node, yaml.MappingNode):
        lacks = [(from_value(name), options or from_value({})) for name, options in map(_named, lacks)]
    return type(node)(node.tag, [*lacks, *node.value], node.start_mark, node.end_mark, flow_style=node.flow_style)


def _named(item: yaml.Node | tuple[yaml.Node, yaml.Node]) -> tuple[str, yaml.Node | None]:
    """Return the name and the options of an item: a name, a mapping of one name, or an entry of a mapping."""
    if isinstance(item, yaml.MappingNode) and item.value:
        item = item.value[0]
    return (str(item[0].value), item[1]) if isinstance(item, tuple) else (str(item.value), None)


def unreadable(node: yaml.Node) -> Problem:
    """Return the problem of a node that has a tag which is not known here."""
    message = (
        "อ่านค่านี้ไม่ได้ หลังเครื่องหมาย ! ใช้ได้เฉพาะ ENV, relative และชื่อของ Python ที่ติดตั้งแล้ว ให้แก้ชื่อ หรือครอบค่าด้วยเครื่องหมายคำพูด"
    )
    return Problem(at(node), "bad-tag", message)


def renamed(node: yaml.Node, names: Mapping[str, str]) -> yaml.Node:
    """Return a node in which each text that is a key of `names` is its value; keys of mappings stay."""
    if isinstance(node, yaml.ScalarNode):
        return yaml.ScalarNode(node.tag, names.get(node.value, node.value), node.start_mark, node.end_mark, node.style)
    if isinstance(node, yaml.SequenceNode):
        inside = [renamed(each, names) for each in node.value]
        return yaml.SequenceNode(node.tag, inside, node.start_mark, node.end_mark, node.flow_style)
    if isinstance(node, yaml.MappingNode):
        pairs = [(key, renamed(value, names)) for key, value in node.value]
        return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
    return node


def from_value(value: object) -> yaml.Node:
    """Return plain values as a node."""
    node = yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), Loader=yaml.SafeLoader)
    if node is None:  # a document always has one
        raise ValueError(value)
    return node


def replaced(root: yaml.MappingNode, changes: dict[str, yaml.Node]) -> yaml.MappingNode:
    """Return a mapping with other nodes for some keys, each in its place; those it lacks come last."""
    known = entries(root)
    keys = {str(key.value): key for key, _ in root.value}
    merged = [(keys[name], changes.get(name, node)) for name, node in known.items()]
    added = [(from_value(name), node) for name, node in changes.items() if name not in known]
    return yaml.MappingNode(root.tag, [*merged, *added], root.start_mark, root.end_mark, flow_style=root.flow_style)


def _read(path: Path, folder: Path, files: list[Path]) -> tuple[yaml.MappingNode | None, list[Problem]]:
    """Return the settings of a file, on top of those it inherits; `files` gets all that were read."""
    files.append(path)
    name = Path(os.path.relpath(path, folder)).as_posix()
    root, problems = _composed(path.read_bytes(), name)
    if root is None and not problems:
        root = yaml.MappingNode("tag:yaml.org,2002:map", [])  # an empty file
    if not isinstance(root, yaml.MappingNode):
        if root is not None:
            message = "ไม่ใช่ไฟล์ตั้งค่าของ MkDocs แต่ละบรรทัดต้องเป็นแบบ ชื่อ: ค่า เช่น site_name: ความโปร่งใส"
            problems.append(Problem(at(root), "no-settings", message))
        return None, problems
    parent = entries(root).get(_INHERIT)
    if parent is None:
        return root, problems
    own = yaml.MappingNode(
        root.tag, [entry for entry in root.value if entry[0].value != _INHERIT], root.start_mark, root.end_mark
    )
    try:
        above = Path(os.path.normpath(path.parent / str(construct(parent, folder))))
    except yaml.MarkedYAMLError:
        return own, [*problems, unreadable(parent)]
    if not above.is_file():
        message = f"ไม่พบไฟล์ที่ INHERIT ระบุ ({above.name}) ให้แก้เป็นที่อยู่ของไฟล์ตั้งค่าที่มีจริง นับจากโฟลเดอร์ของไฟล์นี้"
        return own, [*problems, Problem(at(parent), "no-inherited", message)]
    if above in files:
        message = "INHERIT วนกลับมาที่ไฟล์เดิม ให้ลบบรรทัดนี้ออกจากไฟล์หนึ่ง"
        return own, [*problems, Problem(at(parent), "inherits-itself", message)]
    inherited, faults = _read(above, folder, files)
    return _merged(inherited, own) if inherited else own, [*problems, *faults]


def _composed(data: bytes, name: str) -> tuple[yaml.Node | None, list[Problem]]:
    """Return the node of a text and the faults of its grammar; a faulty line is left out, and the reading goes on."""
    cleaned, problems = text.clean(data, name)
    if cleaned is None:
        return None, problems
    problems = []  # of characters that are refused in data alone
    sheet = text.Sheet(name, data.decode("utf-8-sig"))
    for _ in range(_MAX_REPAIRS):
        try:
            loader = _Loader(sheet.text)
            loader.name = name
            node = loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            problems.append(syntax.mend(sheet, error))
            continue
        except yaml.reader.ReaderError as error:
            message = f"พบอักขระควบคุม U+{error.character:04X} ที่มองไม่เห็น ให้ลบออก"
            return None, [*problems, Problem(sheet.locate(error.position), "forbidden-character", message)]
        if node is not None:
            _flatten(loader, node)
        return node, problems
    return None, problems


def _flatten(loader: _Loader, node: yaml.Node) -> None:
    """Write out what `<<` merges, in every mapping."""
    if isinstance(node, yaml.MappingNode):
        loader.flatten_mapping(node)
        for _, value in node.value:
            _flatten(loader, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _flatten(loader, value)


def _merged(parent: yaml.MappingNode, child: yaml.MappingNode) -> yaml.MappingNode:
    """Return the settings of a file on top of those it inherits: mappings are joined, all else is replaced."""
    above = entries(parent)
    changes: dict[str, yaml.Node] = {}
    for key, node in entries(child).items():
        before = above.get(key)
        if isinstance(before, yaml.MappingNode) and isinstance(node, yaml.MappingNode):
            changes[key] = _merged(before, node)
        else:
            changes[key] = node
    return replaced(parent, changes)


class _Loader(yaml.SafeLoader):
    """Reads settings as MkDocs does, but for objects of Python."""

    folder = Path()


class _CodeLoader(yaml.UnsafeLoader):
    """Reads settings as MkDocs does."""

    folder = Path()


def _environment(loader: _Loader | _CodeLoader, node: yaml.Node) -> Any:  # noqa: ANN401 - whatever YAML may hold
    """Return what `!ENV [NAME, OTHER, default]` is: the first variable that is set, read as YAML, or the default."""
    choices = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names, default = (choices[:-1], choices[-1]) if len(choices) > 1 else (choices, None)
    for name in names:
        if (typed := os.environ.get(str(name.value))) is not None:
            tag = loader.resolve(yaml.ScalarNode, typed, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, typed))
    return None if default is None else loader.construct_object(default)


def _relative(loader: _Loader | _CodeLoader, node: yaml.Node) -> str:
    """Return the folder that `!relative` names: that of the settings, or one below it."""
    prefix, _, rest = str(node.value).partition("/")
    return str(loader.folder / rest) if prefix == "$config_dir" else str(loader.folder)


for _kind in (_Loader, _CodeLoader):
    _kind.add_constructor("!ENV", _environment)
    _kind.add_constructor("!relative", _relative)
