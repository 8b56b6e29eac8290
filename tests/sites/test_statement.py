"""The accessibility statement says what the figures of the last run say; tests/browser compares these with a run."""

from __future__ import annotations

import json

from tests.helpers import statement


def test_the_statement_is_the_text_with_the_figures() -> None:
    figures = statement.Figures(**json.loads(statement.FIGURES.read_text(encoding="utf-8")))
    assert statement.PAGE.read_text(encoding="utf-8") == statement.page(figures)


def test_the_statement_tells_of_no_violation() -> None:
    assert json.loads(statement.FIGURES.read_text(encoding="utf-8"))["violations"] == 0
