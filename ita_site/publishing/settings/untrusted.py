"""What counts of the settings of a project whose code is not to run: a few values, read as data.

MkDocs takes `mkdocs.yml` for a program of the office's own: hooks, plugins, templates, objects of Python. Here it is a
file of somebody else. What is on the list is taken as the text it is; all else is named, and left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.data import source
from ita_site.ground import markup
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.publishing.settings import plugin_options, web_addresses, yaml_nodes
from ita_site.publishing.settings.reader import OPEN_DATA_ENDINGS, PAPER_ENDINGS
from ita_site.publishing.settings.record import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.data.source import Document, Value

_DATA = "data"
_UNREADABLE = frozenset(
    {"syntax", "unclosed-quote", "too-deep", "too-many", "several-documents", "encoding", "conflict", "file-too-big"}
)
"""Codes of what leaves it open whether a setting was read."""
_MADE_UP = frozenset({"tag", "anchor", "alias", "merge"})
"""Codes of values that are not what they look like: of Python, of the environment, of another place."""
_OF_OURS = {"documents": PAPER_ENDINGS, "open_data": OPEN_DATA_ENDINGS}
_TRUTHS = {"true": True, "false": False}
_WHY = {
    "hooks": "เป็นโปรแกรม",
    "plugins": "เป็นโปรแกรม",
    "theme": "มีแม่แบบและคำสั่งได้",
    "markdown_extensions": "เป็นโปรแกรม",
    "extra_javascript": "เป็นโปรแกรม",
    "INHERIT": "ชี้ไปนอกไฟล์นี้",
    "docs_dir": "หน้าที่เขียนเองมีสคริปต์ได้",
}


def read(folder: Path) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """Return the settings of a folder that count, `data_dir` among them as a whole path, and what was left out.

    Without a file of settings the folder is the data. Problems that are errors forbid to go on.

    Raises:
        OSError: the disk does not answer.

    """
    file = folder / NAME
    if not file.is_file():
        return {"data_dir": str(folder.absolute())}, ()
    if not _is_inside(file, folder):
        message = "เป็นทางลัด (link) ไปนอกโฟลเดอร์ของหน่วยงาน จึงไม่อ่าน ให้วางไฟล์จริงที่นี่"
        return {}, (Problem(Position(NAME), "not-a-file", message),)
    reader = _AllowedValues(source.read(file, NAME), folder)
    return reader.settings(), tuple(sorted(set(reader.problems)))


class _AllowedValues:
    """Takes one setting after another, and notes what is left out."""

    def __init__(self, document: Document, folder: Path) -> None:
        self._document = document
        self._folder = folder
        self._made_up = {each.position for each in document.problems if each.code in _MADE_UP}
        self.problems = [each for each in document.problems if each.code in _UNREADABLE]

    def settings(self) -> dict[str, Any]:
        written = self._document.value
        if not isinstance(written, dict):
            self._wrong((), "ไม่ใช่ไฟล์ตั้งค่าของ MkDocs แต่ละบรรทัดต้องเป็นแบบ ชื่อ: ค่า เช่น site_name: ความโปร่งใส")
            return {}
        options = dict(self._options(written.get("plugins")))
        known: dict[str, Any] = {
            "site_name": self._text(("site_name",), written.get("site_name")),
            "site_url": self._address(("site_url",), written.get("site_url"), "https://ita.example/"),
            "use_directory_urls": self._truth(("use_directory_urls",), written.get("use_directory_urls")),
            "extra": self._extra(written.get("extra")),
        }
        for key in written:
            if key not in {*known, "plugins"}:
                self._left_out((key,), key)
        known |= {name: self._kinds(path, value) for name, (path, value) in options.items() if name in _OF_OURS}
        path, value = options.get("data_dir", ((), None))
        known["data_dir"] = self._data(path, self._text(path, value) if path else _DATA)
        return {name: value for name, value in known.items() if value is not None}

    def _options(self, plugins: Value) -> Iterator[tuple[str, tuple[source.Path, Value]]]:
        """Yield the options of our plugin, each with its place; other plugins are left out."""
        listed: list[tuple[source.Path, str, Value]] = []
        if isinstance(plugins, dict):
            listed = [(("plugins", name), name, value) for name, value in plugins.items()]
        for index, each in enumerate(plugins if isinstance(plugins, list) else ()):
            name, value = next(iter(each.items())) if isinstance(each, dict) and each else (each, None)
            place: source.Path = ("plugins", index, str(name)) if isinstance(each, dict) else ("plugins", index)
            listed.append((place, str(name), value))
        for path, name, options in listed:
            if name != yaml_nodes.PLUGIN:
                self._left_out(path, f"plugins: {name}", "plugins")
                continue
            for option, value in options.items() if isinstance(options, dict) else ():
                if option in plugin_options.NAMES:
                    yield option, ((*path, option), value)
                else:
                    self._left_out((*path, option), option)

    def _extra(self, extra: Value) -> dict[str, str] | None:
        """Return what `extra` has that counts: where the project is edited."""
        given = extra if isinstance(extra, dict) else {}
        for key in given:
            if key != "edit_root":
                self._left_out(("extra", key), f"extra: {key}")
        example = "https://git.example/ita-site/edit/main/"
        root = self._address(("extra", "edit_root"), given.get("edit_root"), example, query=True)
        return {"edit_root": root} if root else None

    def _text(self, path: source.Path, value: Value) -> str | None:
        made_up = self._document.has(path) and self._document.position(path) in self._made_up
        if value is None and not made_up:
            return None
        if made_up or not isinstance(value, str):
            self._wrong(path, f"{path[-1]} ต้องเป็นข้อความที่พิมพ์ตรง ๆ ไม่ใช่ !ENV !!python หรือ * & ของ YAML")
            return None
        return value.strip()

    def _address(self, path: source.Path, value: Value, example: str, *, query: bool = False) -> str | None:
        typed = self._text(path, value)
        if not typed:
            return None
        address, fault = web_addresses.of_folder(typed, str(path[-1]), example=example, query=query)
        if fault is not None:
            self.problems.append(Problem(self._document.position(path), *fault))
        return address or None

    def _truth(self, path: source.Path, value: Value) -> bool | None:
        typed = self._text(path, value)
        if typed is not None and typed.lower() not in _TRUTHS:
            self._wrong(path, f"{path[-1]} ต้องเป็น true หรือ false")
        return None if typed is None else _TRUTHS.get(typed.lower())

    def _kinds(self, path: source.Path, value: Value) -> list[str] | None:
        """Return the kinds of file that an option asks for, of those that there are."""
        known = _OF_OURS[str(path[-1])]
        asked = [value] if isinstance(value, str) else value or []
        if not isinstance(asked, list) or not all(isinstance(each, str) and each in known for each in asked):
            self._wrong(path, f"{path[-1]} ต้องเป็นรายการของชนิดไฟล์ เลือกได้จาก {', '.join(known)}")
            return None
        return [str(each) for each in asked]

    def _data(self, path: source.Path, typed: str | None) -> str | None:
        if typed is None:
            return None
        folder = self._folder / typed
        if not _is_inside(folder, self._folder):
            self._wrong(
                path,
                f"data_dir อยู่นอกโฟลเดอร์ของหน่วยงาน ({markup.excerpt(typed)}) ให้ย้ายข้อมูลเข้ามา แล้วพิมพ์ชื่อโฟลเดอร์ เช่น data",
            )
            return None
        return str(folder.absolute())

    def _left_out(self, path: source.Path, name: str, kind: str = "") -> None:
        why = _WHY.get(kind or name)
        message = f"--data-only ไม่ใช้ {markup.excerpt(name)}{f' เพราะ{why}' if why else ''}"
        self.problems.append(Problem(self._document.position(path, key=True), "left-out", message, Severity.NOTICE))

    def _wrong(self, path: source.Path, message: str) -> None:
        self.problems.append(Problem(self._document.position(path), "bad-setting", message))


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
