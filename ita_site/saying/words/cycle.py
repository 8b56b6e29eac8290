"""The words of the links from a result to the next one."""

from __future__ import annotations


def result(year: int) -> str:
    """Name the result of a year."""
    return f"ผลปี {year}"


def analysis(year: int) -> str:
    """Name the analysis of a year's result."""
    return f"วิเคราะห์ผลปี {year}"


def measures(year: int) -> str:
    """Name the measures of a year."""
    return f"มาตรการปี {year}"


def reports(year: int) -> str:
    """Name the reports of a year."""
    return f"รายงานปี {year}"
