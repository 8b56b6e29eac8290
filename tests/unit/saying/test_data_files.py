"""The lists of data files and of channels: every file once, no empty heading."""

from __future__ import annotations

import pytest

from ita_site.data.model import ChannelUse
from ita_site.ground import addresses
from ita_site.saying.view.contact import contact
from ita_site.saying.view.data_files import data_files
from tests.helpers import lookups, sites


@pytest.mark.parametrize("agency", sites.AGENCIES)
def test_every_file_of_the_data_stands_in_one_group(agency: str) -> None:
    lookup = lookups.of(agency)
    view = data_files(lookup)
    offered = [(file.name, file.url) for group in view.groups for file in group.files]
    assert all(group.files for group in view.groups)
    assert sorted(offered) == sorted(
        (name, addresses.data_file(lookup.dataset.inside(name))) for name in lookup.dataset.sources
    )
    assert [each.year for each in view.frameworks] == [year for year in lookup.years if lookup.framework(year)]


def test_channels_are_grouped_by_use_in_the_order_of_uses() -> None:
    groups = contact(lookups.of("mueang-pan")).groups
    assert [(group.use, len(group.channels)) for group in groups] == [
        (ChannelUse.CONTACT, 5),
        (ChannelUse.COMPLAINT, 2),
        (ChannelUse.NEWS, 2),
    ]
    assert [group.use for group in contact(lookups.of("ko")).groups] == [ChannelUse.NEWS]
