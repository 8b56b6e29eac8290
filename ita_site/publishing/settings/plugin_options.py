"""The options of our plugin in `mkdocs.yml`, and the templates of papers that lie beside it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import yaml

from ita_site.ground import markup
from ita_site.ground.problems import Position, Problem, Severity
from ita_site.publishing.settings import yaml_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EMPTY = "tag:yaml.org,2002:null"
_OF_EVERY_PLUGIN = ("enabled",)
"""What MkDocs takes for itself from the options of a plugin."""
NAMES = ("data_dir", "documents", "open_data")
OF_MANY = "aggregate"
"""The option that `ita-site many aggregate` writes and nobody types: the data folder has the facts of many."""
DATA_ONLY = "data_only"
"""The option that `ita-site many --data-only` writes and nobody types: nothing beside the data counts."""
TEMPLATES = "documents"
"""The folder of the office's own templates, beside the settings."""
TEMPLATE_NAMES = ("default", "analysis", "plan", "report", "disclosure", "computation", "yearbook")
"""Those it may have: for every paper, or for one kind of paper."""
UNUSED = "unused-template"
"""The code of the notice that no paper is written on a file among the templates."""
_WORD_ENDINGS = {".doc", ".docm", ".docx", ".dot", ".dotm", ".dotx", ".odt", ".ott", ".rtf"}
_LOCK = "~$"
"""What Word lays beside a file while it is open begins with this."""


def faults(plugins: yaml.Node | None) -> Iterator[Problem]:
    """Yield what is wrong with the options as a whole: no mapping of them, or names that we do not have."""
    options = yaml_nodes.plugin_options(plugins)
    if options is None or options.tag == _EMPTY:
        return
    if not isinstance(options, yaml.MappingNode):
        message = f"ตัวเลือกของ ita-site ต้องเป็น ชื่อ: ค่า เช่น documents: [pdf] ชื่อที่มีคือ {', '.join(NAMES)}"
        yield Problem(yaml_nodes.at(options), "not-a-mapping", message)
        return
    for key, _ in options.value:
        name = str(key.value)
        if name not in {*NAMES, OF_MANY, DATA_ONLY, *_OF_EVERY_PLUGIN}:
            close = get_close_matches(name.lower(), NAMES, n=1)
            meant = f" หมายถึง {close[0]} หรือไม่" if close else ""
            message = f"ita-site ไม่มีตัวเลือก “{markup.excerpt(name)}” ที่มีคือ {', '.join(NAMES)}{meant}"
            yield Problem(yaml_nodes.at(key), "unknown-option", message)


def unused_templates(root: Path) -> Iterator[Problem]:
    """Yield a notice of each Word file among the templates that no paper is written on, for its name."""
    folder = root / TEMPLATES
    known = {f"{name}.docx" for name in TEMPLATE_NAMES}
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        if each.suffix.lower() in _WORD_ENDINGS and not each.name.startswith(_LOCK) and each.name not in known:
            message = (
                "ไม่มีเอกสารใดใช้ไฟล์นี้เป็นแม่แบบ เพราะชื่อไม่ตรง ถ้าเป็นแม่แบบ ให้บันทึกเป็นเอกสาร Word (.docx)"
                f" ชื่อ {', '.join(TEMPLATE_NAMES)} ตามด้วย .docx เป็นอักษรตัวเล็ก"
            )
            yield Problem(Position(f"{TEMPLATES}/{each.name}"), UNUSED, message, Severity.NOTICE)
