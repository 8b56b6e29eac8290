"""The typed records of every kind of file: frozen, strict, no I/O.

`patterns` has what a YAML tool may see of a value, `fields`, `names`, `reference` and `period` the kinds of value;
`document` has what official documents have alike; `agency`, `result`, `analysis`, `plan`, `measure`, `report`,
`disclosure`, `link_lock` and `gaps` the municipality's files; `framework`, `rules` and `crosswalk` the assessment of a
year.
"""

from ita_site.data.model.agency import Agency, Channel, ChannelUse, Colour, Digits, Licence, Successor
from ita_site.data.model.analysis import (
    Analysis,
    Changes,
    Finding,
    Improvement,
    InstrumentFinding,
    Question,
    ScoreChange,
    Strength,
    TargetVerdict,
    Urgency,
    WeakPoint,
)
from ita_site.data.model.attachment_places import attached_files, attachments
from ita_site.data.model.crosswalk import Continuation, Crosswalk, ItemChange
from ita_site.data.model.disclosure import DisclosedItem, Disclosure, Evidence, Reply
from ita_site.data.model.document import (
    Attachment,
    Change,
    Edit,
    Line,
    Memo,
    OfficialDocument,
    Opinion,
    Origin,
    Person,
    SentDocument,
    SubLine,
    YearFile,
)
from ita_site.data.model.fields import Record
from ita_site.data.model.framework import (
    Answerable,
    Completeness,
    Framework,
    Indicator,
    Instrument,
    InstrumentPart,
    Item,
    MeasureItem,
    Part,
    RequiredElement,
    SubIndicator,
)
from ita_site.data.model.gaps import Gaps
from ita_site.data.model.leading import leading_to
from ita_site.data.model.link_lock import LinkLock, LinkState, SeenLink
from ita_site.data.model.measure import Measure, MeasureGaps, SuccessMeasure
from ita_site.data.model.names import MAX_ID, is_file_name, is_id
from ita_site.data.model.period import WHOLE_YEAR, Period
from ita_site.data.model.plan import Plan, PlanGroup, PlanRow
from ita_site.data.model.reference import is_reference, kind_of, reference_name
from ita_site.data.model.report import Column, Progress, Report, ReportedFinding, RowPart, Status
from ita_site.data.model.result import Erratum, InstrumentScore, PartScore, PublishedScore, Rank, Result, is_unfilled
from ita_site.data.model.rules import Certainty, Level, Levels, Method, MinimumOf, MinimumRule, Provenance, Rule

__all__ = [
    "MAX_ID",
    "WHOLE_YEAR",
    "Agency",
    "Analysis",
    "Answerable",
    "Attachment",
    "Certainty",
    "Change",
    "Changes",
    "Channel",
    "ChannelUse",
    "Colour",
    "Column",
    "Completeness",
    "Continuation",
    "Crosswalk",
    "Digits",
    "DisclosedItem",
    "Disclosure",
    "Edit",
    "Erratum",
    "Evidence",
    "Finding",
    "Framework",
    "Gaps",
    "Improvement",
    "Indicator",
    "Instrument",
    "InstrumentFinding",
    "InstrumentPart",
    "InstrumentScore",
    "Item",
    "ItemChange",
    "Level",
    "Levels",
    "Licence",
    "Line",
    "LinkLock",
    "LinkState",
    "Measure",
    "MeasureGaps",
    "MeasureItem",
    "Memo",
    "Method",
    "MinimumOf",
    "MinimumRule",
    "OfficialDocument",
    "Opinion",
    "Origin",
    "Part",
    "PartScore",
    "Period",
    "Person",
    "Plan",
    "PlanGroup",
    "PlanRow",
    "Progress",
    "Provenance",
    "PublishedScore",
    "Question",
    "Rank",
    "Record",
    "Reply",
    "Report",
    "ReportedFinding",
    "RequiredElement",
    "Result",
    "RowPart",
    "Rule",
    "ScoreChange",
    "SeenLink",
    "SentDocument",
    "Status",
    "Strength",
    "SubIndicator",
    "SubLine",
    "SuccessMeasure",
    "Successor",
    "TargetVerdict",
    "Urgency",
    "WeakPoint",
    "YearFile",
    "attached_files",
    "attachments",
    "is_file_name",
    "is_id",
    "is_reference",
    "is_unfilled",
    "kind_of",
    "leading_to",
    "reference_name",
]
