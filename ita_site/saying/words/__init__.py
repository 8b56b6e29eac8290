"""The words of readers: figures, labels and sentences, so that another language can stand beside them.

`figures` writes points, days and texts, `labels` the choices of the data; each other module has the sentences of the
view of its name.
"""

from ita_site.saying.words.disclosure import item_status
from ita_site.saying.words.disclosure import meaning as item_meaning
from ita_site.saying.words.figures import (
    NO_FIGURE,
    change,
    exact,
    fiscal_year,
    from_parts,
    listed,
    paragraphs,
    percent,
    period,
    points,
    short_period,
    shortened,
    signed,
    trend,
    when,
)
from ita_site.saying.words.labels import (
    INSTRUMENTS,
    TOTAL_SCORE,
    certainty,
    confirmed,
    continued,
    is_confirmed,
    item_change,
    label,
    method,
    page_name,
    section,
    status,
    urgency,
    verdict,
    with_name,
    with_year,
)

__all__ = [
    "INSTRUMENTS",
    "NO_FIGURE",
    "TOTAL_SCORE",
    "certainty",
    "change",
    "confirmed",
    "continued",
    "exact",
    "fiscal_year",
    "from_parts",
    "is_confirmed",
    "item_change",
    "item_meaning",
    "item_status",
    "label",
    "listed",
    "method",
    "page_name",
    "paragraphs",
    "percent",
    "period",
    "points",
    "section",
    "short_period",
    "shortened",
    "signed",
    "status",
    "trend",
    "urgency",
    "verdict",
    "when",
    "with_name",
    "with_year",
]
