"""What has changed since the last publication, value by value: what a clerk looks at before publishing."""

from ita_site.hosts.value_changes.data_changes import DataChanges, FileDifference, FileState, data_changes
from ita_site.hosts.value_changes.published_data import NotPublishedYet, PublishedData, of_archive, of_commit, of_site
from ita_site.hosts.value_changes.value_comparing import ValueChange, ValueKind, compared

__all__ = [
    "DataChanges",
    "FileDifference",
    "FileState",
    "NotPublishedYet",
    "PublishedData",
    "ValueChange",
    "ValueKind",
    "compared",
    "data_changes",
    "of_archive",
    "of_commit",
    "of_site",
]
