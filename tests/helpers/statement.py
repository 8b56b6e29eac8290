"""The accessibility statement: the figures of the last run of the tests, put into its Thai text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from string import Template

from tests.helpers import ROOT

FIGURES = ROOT / "tests" / "statement" / "figures.json"
TEXT = ROOT / "tests" / "statement" / "text.md"
PAGE = ROOT / "content" / "about" / "accessibility" / "index.md"
COMMAND = """the figures of the accessibility statement are not those of this run; write them with
python3 -m uv run pytest tests/browser/test_accessibility.py --write-statement"""


@dataclass(frozen=True)
class Figures:
    """What a run of the accessibility tests looked at, with what, and how many violations it found."""

    municipalities: int
    pages: int
    modes: int
    states: int
    violations: int
    rules: int
    axe: str
    chromium: int


def page(figures: Figures) -> str:
    """Return the statement, as Markdown; a figure that the text does not use, or lacks, is an error."""
    values = {name: f"{value:,}" if isinstance(value, int) else value for name, value in asdict(figures).items()}
    text = Template(TEXT.read_text(encoding="utf-8"))
    assert set(text.get_identifiers()) == set(values)
    return text.substitute(values)


def write(figures: Figures) -> None:
    """Write the figures and the statement."""
    FIGURES.write_text(json.dumps(asdict(figures), indent=2) + "\n", encoding="utf-8")
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(figures), encoding="utf-8")
