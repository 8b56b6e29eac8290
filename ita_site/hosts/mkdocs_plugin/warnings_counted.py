"""The warnings of a build, which MkDocs counts where it is strict."""

from __future__ import annotations

import logging

from mkdocs.utils import CountHandler


def count() -> int:
    """Return how many warnings MkDocs has counted, which it does in a strict build only."""
    counters = (each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler))
    return sum(count for counter in counters for _, count in counter.get_counts())


def count_what_is_not_shown() -> None:
    """Let MkDocs count warnings under `-q`, too, with which it hides them from whatever would count them."""
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.WARNING:
        for handler in logger.handlers:
            if not isinstance(handler, CountHandler):
                handler.setLevel(logger.level)
        logger.setLevel(logging.WARNING)
