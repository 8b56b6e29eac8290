"""Which fields of a kind of record are worth looking into for values of a type: most are not."""

from __future__ import annotations

from functools import cache
from typing import get_args

from ita_site.data.model.fields import Record


@cache
def leading_to(wanted: type, kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record in which a value of a type can stand, however deep."""
    return tuple(
        name for name, field in kind.model_fields.items() if _leads(wanted, field.annotation, frozenset({kind}))
    )


def _leads(wanted: type, annotation: object, passed: frozenset[type[Record]]) -> bool:
    if isinstance(annotation, type):
        if issubclass(annotation, wanted):
            return True
        if issubclass(annotation, Record):
            inner = passed | {annotation}
            return annotation not in passed and any(
                _leads(wanted, field.annotation, inner) for field in annotation.model_fields.values()
            )
    return any(_leads(wanted, each, passed) for each in get_args(annotation))
