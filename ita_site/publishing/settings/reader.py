"""Nodes of `mkdocs.yml` into `Settings`, one setting after another, with every fault of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from markdown import Markdown

from ita_site.ground import markup
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.publishing.settings import defaults, plugin_options, web_addresses, yaml_nodes
from ita_site.publishing.settings.record import Palette, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.publishing.settings.yaml_nodes import SettingsFile

PAPER_ENDINGS = ("pdf", "docx", "xlsx")
"""The kinds of file that papers can be written as."""
OPEN_DATA_ENDINGS = ("xlsx", "parquet")
"""The kinds of file that open data can be written as beside those always made."""
_DATA = "data"
_CONTENT = "docs"
"""The folder of pages where `docs_dir` is not set."""


def read_settings(path: Path) -> Settings:
    """Read the settings of a project; what is wrong with them is in `problems`.

    Raises:
        OSError: the disk does not answer.

    """
    path = path.absolute()
    if not path.is_file():
        message = "ไม่พบไฟล์ตั้งค่าของเว็บไซต์ ให้สร้างไฟล์นี้ อย่างน้อยมี site_name:, docs_dir: และ plugins:"
        return Settings(
            root=path.parent, data=path.parent / _DATA, problems=(Problem(Position(path.name), "no-settings", message),)
        )
    return _SettingsReader(defaults.read(path)).settings()


class _SettingsReader:
    """Takes one setting after another from a file, and notes what is wrong."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self._root = file.path.parent
        self._problems = list(file.problems)

    def settings(self) -> Settings:
        """Return all settings."""
        settings: dict[str, Any] = {}
        data = self._data()
        if self._file.root is not None:
            settings = {
                "site_name": self._site_name(),
                "url": self._address("site_url", example="https://ita.example/", query=False),
                "has_plugin": yaml_nodes.has_plugin(self._file.node("plugins")),
                "of_many": self._constructed(self._option(plugin_options.OF_MANY)) is True,
                "data_only": self._constructed(self._option(plugin_options.DATA_ONLY)) is True,
                "content": self._content(data),
                "directory_urls": self._directory_urls(),
                "edit_root": self._edit_root(),
                "palette": self._palette(),
                "theme_folder": self._folder("theme", "custom_dir"),
                "hooks": tuple(each for each in self._list("hooks") if isinstance(each, str)),
                "extensions": (extensions := dict(self._extensions())),
                "documents": self._asked_for("documents", PAPER_ENDINGS),
                "open_data": self._asked_for("open_data", OPEN_DATA_ENDINGS),
                "nav": self._list("nav") if self._file.node("nav") is not None else None,
                "hidden": self._text("not_in_nav"),
                "completed": self._completed(extensions),
            }
            self._problems += plugin_options.faults(self._file.node("plugins"))
            self._problems += plugin_options.unused_templates(self._root)
        problems = tuple(sorted(set(self._problems)))
        inside = data.is_relative_to(self._root)
        return Settings(
            root=self._root if inside else data.parent,
            file=self._file.path,
            files=self._file.files,
            data=data,
            **settings,
            problems=problems,
        )

    def _completed(self, extensions: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """Return the settings that the theme stands on; extensions that cannot be loaded are told, and left out."""
        known = {"markdown_extensions": [{name: options} for name, options in extensions.items()]}
        others = (key for key in defaults.KEYS if key not in known)
        return {**{key: self._constructed(self._file.node(key), code=True) for key in others}, **known}

    def _site_name(self) -> str:
        if self._file.node("site_name") is None:
            self._note("no-site-name", "ไม่มี site_name ให้เพิ่มชื่อเว็บไซต์ เช่น site_name: ความโปร่งใส")
        return self._text("site_name")

    def _data(self) -> Path:
        node = self._option("data_dir")
        value = self._constructed(node)
        if value is None or isinstance(value, str):
            return self._root / (value or _DATA)
        self._note("not-text", "data_dir ต้องเป็นชื่อโฟลเดอร์ เช่น data", at=node)
        return self._root / _DATA

    def _option(self, name: str) -> yaml.Node | None:
        """Return an option of our plugin, None where it is not set."""
        options = yaml_nodes.plugin_options(self._file.node("plugins"))
        return yaml_nodes.entries(options).get(name) if isinstance(options, yaml.MappingNode) else None

    def _asked_for(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Return which of some kinds of file an option of our plugin asks for, in their own order."""
        node = self._option(name)
        value = self._constructed(node)
        asked = [value] if isinstance(value, str) else value or []
        if not isinstance(asked, list) or not all(each in known for each in asked):
            listed = ", ".join(known)
            message = f"{name} ต้องเป็นรายการของชนิดไฟล์ เลือกได้จาก {listed} เช่น {name}: [{known[0]}]"
            self._note("bad-file-kind", message, at=node)
            return ()
        return tuple(each for each in known if each in asked)

    def _content(self, data: Path) -> Path | None:
        """Return the folder of the pages written by hand; who has none names the data folder, which MkDocs accepts."""
        if self._file.node("docs_dir") is not None or (self._root / _CONTENT).is_dir():
            folder = self._folder("docs_dir", default=_CONTENT)
            return None if folder and folder.resolve() == data.resolve() else folder
        message = (
            f"ไม่ได้ตั้ง docs_dir และไม่มีโฟลเดอร์ {_CONTENT} MkDocs จะไม่สร้างเว็บไซต์"
            f" ถ้ามีหน้าที่เขียนเอง ให้พิมพ์ docs_dir: ตามด้วยชื่อโฟลเดอร์ ถ้าไม่มี ให้พิมพ์ docs_dir: {data.name}"
        )
        self._problems.append(Problem(self._file.position(), "no-folder", message, Severity.WARNING))
        return None

    def _directory_urls(self) -> bool:
        value = self._value("use_directory_urls")
        if isinstance(value, bool):
            return value
        if value is not None:
            self._note("not-a-switch", "use_directory_urls ต้องเป็น true หรือ false", "use_directory_urls")
        return True

    def _edit_root(self) -> str:
        self._mapping("extra")
        return self._address("extra", "edit_root", example="https://git.example/ita-site/edit/main/", query=True)

    def _palette(self) -> Palette:
        """Return the colours of the theme, and see to it that the theme is the one our pages are made for."""
        name, font, palette = (self._value("theme", key) for key in ("name", "font", "palette"))
        if name != defaults.THEME:
            asked = f"“{markup.excerpt(str(name))}”" if name else "ไม่มีธีม"
            message = (
                f"หน้าเว็บของ ita-site ต้องใช้ธีม {defaults.THEME} แต่ตั้งไว้เป็น {asked}"
                f" ให้พิมพ์ name: {defaults.THEME} หรือลบ theme: ทั้งส่วน"
            )
            self._note("other-theme", message, "theme", "name")
        if font is not False:
            message = "เว็บไซต์นี้ไม่เรียกแบบอักษรจากเว็บไซต์อื่น แบบอักษรไทยอยู่ในธีมแล้ว ให้ลบบรรทัด font: หรือพิมพ์ font: false"
            self._note("font-of-another-host", message, "theme", "font")
        if isinstance(palette, dict):
            return palette
        if not isinstance(palette, list):
            if palette is not None:
                message = "palette ต้องเป็นรายการของแบบสี หรือแบบสีเดียว เช่น scheme: default หรือลบบรรทัดนี้"
                self._note("bad-palette", message, "theme", "palette")
            return {}
        schemes = [each for each in palette if isinstance(each, dict)]
        if len(schemes) < len(palette):
            self._note("bad-palette", "ทุกรายการของ palette ต้องเป็นแบบสี เช่น - scheme: default", "theme", "palette")
        return tuple(schemes) or {}

    def _extensions(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the extensions that can be loaded, each with its options."""
        key = "markdown_extensions"
        for each, node in self._listed(key):
            name, options = next(iter(each.items())) if isinstance(each, dict) and each else (each, None)
            if not isinstance(name, str) or not isinstance(options or {}, dict):
                self._note("bad-extension", "ส่วนขยายต้องเป็นชื่อ เช่น - toc หรือชื่อกับตัวเลือกของชื่อนั้น", at=node)
                continue
            try:
                Markdown(extensions=[name], extension_configs={name: options or {}})
            except Exception as error:  # noqa: BLE001 - what an extension may raise is not known
                why = markup.excerpt(str(error) or type(error).__name__)
                message = f"ใช้ส่วนขยาย {markup.excerpt(name)} ไม่ได้ ({why}) ให้ตรวจชื่อและตัวเลือก ติดตั้งส่วนขยาย หรือลบออก"
                self._note("bad-extension", message, at=node)
                continue
            yield name, options or {}

    def _listed(self, key: str) -> Iterator[tuple[Any, yaml.Node]]:
        """Yield the items of a list, or of a mapping that stands for one, and where each stands."""
        node = self._file.node(key)
        named: list[tuple[str | None, yaml.Node]] = []
        if isinstance(node, yaml.MappingNode):
            named += yaml_nodes.entries(node).items()
        elif isinstance(node, yaml.SequenceNode):
            named += ((None, inner) for inner in node.value)
        elif self._value(key) is not None:
            self._note("not-a-list", f"{key} ต้องเป็นรายการ ขึ้นต้นแต่ละบรรทัดด้วย -", key)
        for name, inner in named:
            known = len(self._problems)
            value = self._constructed(inner, code=True)
            if len(self._problems) == known:
                yield (value if name is None else {name: value}), inner

    def _list(self, key: str) -> tuple[Any, ...]:
        value = self._value(key)
        if isinstance(value, list):
            return tuple(value)
        if value is not None:
            self._note("not-a-list", f"{key} ต้องเป็นรายการ ขึ้นต้นแต่ละบรรทัดด้วย -", key)
        return ()

    def _folder(self, *keys: str, default: str = "") -> Path | None:
        """Return a folder that is there, None where none is named or it is not."""
        typed = self._text(*keys) or default
        if not typed:
            return None
        folder = self._root / typed
        if folder.is_dir():
            return folder
        self._note("no-folder", f"ไม่พบโฟลเดอร์ {typed} ({keys[-1]}) ให้สร้างโฟลเดอร์นี้ หรือแก้ชื่อให้ตรง", *keys)
        return None

    def _address(self, *keys: str, example: str, query: bool) -> str:
        """Return the address of a folder on the web, with a slash at its end; empty where none is given.

        Args:
            keys: the way to the setting.
            example: one that is right.
            query: it may go on in one, as in `edit?path=`.

        """
        typed = self._text(*keys)
        if not typed:
            return ""
        address, fault = web_addresses.of_folder(typed, keys[-1], example=example, query=query)
        if fault is not None:
            self._problems.append(Problem(self._file.position(*keys), *fault))
        return address

    def _text(self, *keys: str) -> str:
        value = self._value(*keys)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self._note("not-text", f"{keys[-1]} ต้องเป็นข้อความ ให้ครอบค่าด้วยเครื่องหมายคำพูด", *keys)
        return ""

    def _mapping(self, key: str) -> None:
        if not isinstance(self._value(key), dict | None):
            self._note("not-a-mapping", f"{key} ต้องเป็นกลุ่มของ ชื่อ: ค่า ที่ย่อหน้าอยู่ใต้บรรทัดนี้", key)

    def _value(self, *keys: str) -> Any:  # noqa: ANN401 - whatever YAML may hold
        return self._constructed(self._file.node(*keys))

    def _constructed(self, node: yaml.Node | None, *, code: bool = False) -> Any:  # noqa: ANN401 - whatever YAML may hold
        """Return the value of a node; None, and a note, where it cannot be read."""
        if node is None:
            return None
        try:
            return yaml_nodes.construct(node, self._root, code=code)
        except Exception:  # noqa: BLE001 - what an object of Python that settings name may raise is not known
            self._problems.append(yaml_nodes.unreadable(node))
            return None

    def _note(self, code: str, message: str, *keys: str, at: yaml.Node | None = None) -> None:
        position = yaml_nodes.at(at) if at is not None else self._file.position(*keys)
        self._problems.append(Problem(position, code, message))
