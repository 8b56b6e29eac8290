"""What tests of views start from: the look-up of one of the five municipalities."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ita_site.data.load import load
from ita_site.judging import scores
from ita_site.saying.view.lookup import Lookup
from tests.helpers import sites

if TYPE_CHECKING:
    from pathlib import Path


@cache
def of(agency: str) -> Lookup:
    """Return the look-up of a municipality, made once for all tests."""
    return of_data(sites.AGENCIES[agency])


def of_data(data: Path) -> Lookup:
    """Return the look-up of a data folder."""
    dataset = load(data)
    return Lookup(dataset, scores.compute_all(dataset))
