"""The typed records of every kind of file: frozen, strict, no I/O.

`patterns` has what a YAML tool may see of a value, `fields`, `names`, `reference` and `period` the kinds of value;
`agency`, `result`, `analysis`, `measure`, `report` and `gaps` the municipality's files; `framework`, `rules` and
`crosswalk` the assessment of a year.
"""

from ita_site.data.model.agency import Agency, Channel, ChannelUse, Colour, Digits
from ita_site.data.model.analysis import (
    Analysis,
    Changes,
    Improvement,
    InstrumentFinding,
    ScoreChange,
    Strength,
    TargetVerdict,
    Urgency,
    WeakPoint,
)
from ita_site.data.model.crosswalk import Continuation, Crosswalk, ItemChange
from ita_site.data.model.fields import Record
from ita_site.data.model.framework import (
    Framework,
    Indicator,
    Instrument,
    InstrumentPart,
    Item,
    MeasureItem,
    Part,
    SubIndicator,
)
from ita_site.data.model.gaps import Gaps
from ita_site.data.model.measure import Matching, Measure, MeasureGaps
from ita_site.data.model.names import MAX_ID, is_id
from ita_site.data.model.period import WHOLE_YEAR, Period
from ita_site.data.model.reference import kind_of, reference_name
from ita_site.data.model.report import Memo, Opinion, Progress, Report, Status
from ita_site.data.model.result import PublishedScore, Rank, Result
from ita_site.data.model.rules import Certainty, Level, Levels, Method, MinimumOf, MinimumRule, Provenance, Rule

__all__ = [
    "MAX_ID",
    "WHOLE_YEAR",
    "Agency",
    "Analysis",
    "Certainty",
    "Changes",
    "Channel",
    "ChannelUse",
    "Colour",
    "Continuation",
    "Crosswalk",
    "Digits",
    "Framework",
    "Gaps",
    "Improvement",
    "Indicator",
    "Instrument",
    "InstrumentFinding",
    "InstrumentPart",
    "Item",
    "ItemChange",
    "Level",
    "Levels",
    "Matching",
    "Measure",
    "MeasureGaps",
    "MeasureItem",
    "Memo",
    "Method",
    "MinimumOf",
    "MinimumRule",
    "Opinion",
    "Part",
    "Period",
    "Progress",
    "Provenance",
    "PublishedScore",
    "Rank",
    "Record",
    "Report",
    "Result",
    "Rule",
    "ScoreChange",
    "Status",
    "Strength",
    "SubIndicator",
    "TargetVerdict",
    "Urgency",
    "WeakPoint",
    "is_id",
    "kind_of",
    "reference_name",
]
