"""The sentences of two years side by side."""

from __future__ import annotations


def beside(before: int) -> str:
    """Say that a link leads to the comparison with an earlier year."""
    return f"เทียบกับปี {before}"
