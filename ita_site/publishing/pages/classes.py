"""The CSS classes of states, for the templates: what a badge looks like is no matter of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.model import Certainty, ChannelUse, Status, TargetVerdict, Urgency
from ita_site.judging.oit_answers import ItemStatus
from ita_site.judging.scores import Verdict

if TYPE_CHECKING:
    from ita_site.data.model import Provenance
    from ita_site.judging.chain import NoStatus

_STATUSES = {
    Status.DONE: "done",
    Status.RUNNING: "running",
    Status.NOT_STARTED: "waiting",
    Status.NOT_DONE: "missed",
}
_URGENCIES = {Urgency.URGENT: "missed", Urgency.IMPROVE: "running", None: "waiting"}
_CERTAINTIES = {
    Certainty.CONFIRMED: "done",
    Certainty.REPRODUCED: "done",
    Certainty.UNCONFIRMED: "waiting",
}
_VERDICTS = {
    Verdict.PROVEN: "done",
    Verdict.CONSISTENT: "near",
    Verdict.CONTRADICTED: "differs",
    Verdict.UNCHECKED: "unknown",
    None: "unknown",
}
_ITEMS = {
    ItemStatus.COMPLETE: "done",
    ItemStatus.SHOWN: "near",
    ItemStatus.LACKING: "missed",
    ItemStatus.OTHER_YEAR: "missed",
    ItemStatus.UNREACHABLE: "missed",
    ItemStatus.TO_RENEW: "running",
    ItemStatus.ABSENT: "differs",
    ItemStatus.UNANSWERED: "waiting",
    ItemStatus.NOT_REQUIRED: "unknown",
}
_CHANNELS = {ChannelUse.CONTACT: "contact", ChannelUse.COMPLAINT: "complaint", ChannelUse.NEWS: "news"}


def status(value: Status | NoStatus) -> str:
    """Return the class of a status."""
    return _STATUSES[value] if isinstance(value, Status) else "unknown"


def item_status(value: ItemStatus) -> str:
    """Return the class of how far an item of the OIT list is answered."""
    return _ITEMS[value]


def urgency(value: Urgency | None) -> str:
    """Return the class of the urgency of a weak point."""
    return _URGENCIES[value]


def certainty(provenance: Provenance | None) -> str:
    """Return the class of how sure a fact is."""
    return _CERTAINTIES[Certainty.UNCONFIRMED if provenance is None else provenance.certainty]


def verdict(value: Verdict | None) -> str:
    """Return the class of what is proven of a figure."""
    return _VERDICTS[value]


def target(value: TargetVerdict) -> str:
    """Return the class of whether a target was reached."""
    return "done" if value is TargetVerdict.MET else "waiting"


def channels(use: ChannelUse) -> str:
    """Return the id of the section about one use of channels."""
    return _CHANNELS[use]
