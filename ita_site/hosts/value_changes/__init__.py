"""What has changed since the last publication, value by value: what a clerk looks at before publishing."""

from ita_site.hosts.value_changes.data_changes import (
    DataChanges,
    FileDifference,
    FileState,
    data_changes,
    measure_titles,
    record_of,
)
from ita_site.hosts.value_changes.item_pairing import telling_field, traced
from ita_site.hosts.value_changes.published_data import (
    NotPublishedYet,
    PublishedData,
    of_archive,
    of_commit,
    of_site,
    same_but_for_line_ends,
)
from ita_site.hosts.value_changes.value_comparing import (
    PlaceOfValue,
    ValueChange,
    ValueKind,
    compared,
    compared_at,
    place_of,
    record_in,
    same_value,
    value_text,
)

__all__ = [
    "DataChanges",
    "FileDifference",
    "FileState",
    "NotPublishedYet",
    "PlaceOfValue",
    "PublishedData",
    "ValueChange",
    "ValueKind",
    "compared",
    "compared_at",
    "data_changes",
    "measure_titles",
    "of_archive",
    "of_commit",
    "of_site",
    "place_of",
    "record_in",
    "record_of",
    "same_but_for_line_ends",
    "same_value",
    "telling_field",
    "traced",
    "value_text",
]
