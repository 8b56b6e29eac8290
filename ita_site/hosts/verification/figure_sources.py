"""Where a figure that a page shows stands in the data: the file and the line."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ita_site.ground import thai

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.data.load import Dataset
    from ita_site.data.source import Document

_MOST_FILES = 3


class FigureSources:
    """Finds figures in the data files, each of which is read once."""

    def __init__(self, dataset: Dataset) -> None:
        self._documents = {each.name: each for each in _documents(dataset)}
        self._texts: dict[str, list[tuple[str, int]]] = {}

    def of(self, figure: str, files: Iterable[str]) -> str:
        """Return the first of the files that has a figure, with its line; else those it is computed from."""
        names = [each for each in files if each in self._documents]
        for is_it in (_is_same, _is_part):
            for name in names:
                for text, line in self._in(name):
                    if is_it(figure, text):
                        return f"{name}:{line}"
        more = " …" if len(names) > _MOST_FILES else ""
        return f"{', '.join(names[:_MOST_FILES])}{more}"

    def _in(self, name: str) -> list[tuple[str, int]]:
        if name not in self._texts:
            document = self._documents[name]
            self._texts[name] = [(thai.arabic(text), document.position(path).line) for path, text in document.texts()]
        return self._texts[name]


def _documents(dataset: Dataset) -> list[Document]:
    years = dataset.years.values()
    loaded = [each for year in years for each in (*year.records, *([year.gaps] if year.gaps else []))]
    return [*(each.document for each in loaded), *([dataset.agency.document] if dataset.agency else [])]


def _is_same(figure: str, text: str) -> bool:
    return figure == text or (_value(figure) is not None and _value(figure) == _value(text))


def _is_part(figure: str, text: str) -> bool:
    return figure in text


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None
