"""What comes of bringing a site to its place."""

from __future__ import annotations

from dataclasses import dataclass


class CannotDeliver(Exception):
    """The site was not published, and what is published is as it was; the message says why, in Thai."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A site that was published: where, and what a person should know of it, each in one Thai sentence."""

    place: str
    said: tuple[str, ...] = ()
