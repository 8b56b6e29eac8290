"""Where a site is published, set once for all who work on it, and how it is brought there whole or not at all."""

from ita_site.hosts.targets.delivery import CannotDeliver, Delivered
from ita_site.hosts.targets.target_file import NAME, TargetKind, TargetSettings, read_target, write_target

__all__ = [
    "NAME",
    "CannotDeliver",
    "Delivered",
    "TargetKind",
    "TargetSettings",
    "read_target",
    "write_target",
]
