"""The data of the five municipalities as it was typed, read with a parser that is not ours."""

from __future__ import annotations

from typing import Any

import yaml

from tests.helpers import sites


def record(agency: str, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Read a data file of a municipality; every scalar stays as typed."""
    text = (sites.AGENCIES[agency] / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts


def measures(agency: str, year: int) -> list[str]:
    """Return the ids of the measures of a year."""
    return sorted(path.stem for path in (sites.AGENCIES[agency] / str(year) / "measures").glob("*.yml"))


def same(text: str) -> str:
    """Return a text of the data as a page shows it: on one line."""
    return " ".join(text.split())
