"""How a host wants to be asked: the delay in its `robots.txt`, and the wait it asks for when it is busy."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from ita_site.data.model import LinkState

if TYPE_CHECKING:
    from ita_site.hosts.links.fetcher import Fetcher

AGENT = "ita-site-links"
"""The name by which a `robots.txt` may speak of this program."""
SHORTEST, LONGEST = 1.0, 30.0
"""The seconds between two questions to a host: at least, whatever it says, and at most."""
_MOST = 100_000


def origin(address: str) -> str:
    """Return the scheme, host and port of an address: what one `robots.txt` speaks of."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.lower(), "", "", ""))


def rules_of(fetcher: Fetcher, address: str) -> RobotFileParser:
    """Return what the host of an address says of robots; one that says nothing allows all."""
    rules = RobotFileParser()
    answer = fetcher.fetch(f"{origin(address)}/robots.txt")
    readable = answer.state is LinkState.OPENS and answer.content_type in {"text/plain", ""}
    rules.parse(answer.body[:_MOST].decode("utf-8", "replace").splitlines() if readable else [])
    return rules


def delay_of(rules: RobotFileParser) -> float:
    """Return the seconds between two questions to a host with these rules."""
    rate = rules.request_rate(AGENT)
    asked = rules.crawl_delay(AGENT) or (rate.seconds / max(rate.requests, 1) if rate else 0)
    return min(max(float(asked), SHORTEST), LONGEST)


def wait_of(retry_after: int | None) -> float | None:
    """Return the seconds to wait before a busy host is asked once more, None where that is too long."""
    seconds = SHORTEST if retry_after is None else float(retry_after)
    return seconds if seconds <= LONGEST else None
