"""How to reach the agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.data.model import ChannelUse

if TYPE_CHECKING:
    from ita_site.data.model import Agency, Channel
    from ita_site.saying.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """The channels for one use, one at least."""

    use: ChannelUse
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """What the page about how to reach the agency says."""

    agency: Agency
    groups: tuple[ChannelGroup, ...]


def contact(lookup: Lookup) -> ContactView:
    """Return the channels of the agency by use."""
    groups = (
        ChannelGroup(use, tuple(each for each in lookup.agency.channels if each.use is use)) for use in ChannelUse
    )
    return ContactView(lookup.agency, tuple(each for each in groups if each.channels))
