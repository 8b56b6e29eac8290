"""A walk through an office's own website from its front page, by its links, as a visitor who has not logged in."""

from __future__ import annotations

import heapq
import threading
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ita_site.data.model import LinkState
from ita_site.hosts.links import manners, same_site, verdicts
from ita_site.hosts.links.fetch_limits import Deadline
from ita_site.hosts.links.page_links import page_map
from ita_site.hosts.links.page_words import is_page
from ita_site.hosts.links.same_site import LeftAlone, OfficeSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from urllib.robotparser import RobotFileParser

    from ita_site.hosts.links.fetcher import Answer, Fetcher
    from ita_site.hosts.links.page_links import PageMap

_PATIENCE = 5
"""After so many questions in a row without an answer the walk ends: the site is down."""
_SILENT = frozenset({LinkState.TIMEOUT, LinkState.NO_CONNECTION, LinkState.NO_HOST})


@dataclass(frozen=True, slots=True)
class WalkLimits:
    """How far a walk goes: clicks from the front page, pages, and seconds for all of it."""

    depth: int = 4
    pages: int = 300
    seconds: float = 1800.0


@dataclass(frozen=True, slots=True)
class Visit:
    """A place of the site that was opened: the words by which one gets there, and what it says, if it is a page."""

    address: str
    way: tuple[str, ...]
    state: LinkState
    page: PageMap | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    depth: int
    is_unlikely: bool
    number: int
    address: str
    way: tuple[str, ...]


class SiteWalk:
    """One walk.

    Args:
        fetcher: what asks for an address.
        start: the front page.
        limits: how far to go.
        likely: tells from the words of a link that it is to be opened before others as near.
        wait: what waits for some seconds.

    """

    def __init__(
        self,
        fetcher: Fetcher,
        start: str,
        limits: WalkLimits,
        *,
        likely: Callable[[str], bool] = bool,
        wait: Callable[[float], object] | None = None,
    ) -> None:
        self.start = start
        self.visits: list[Visit] = []
        self.leads_to: str | None = None
        """The front page of another website to which this one leads; then nothing is opened."""
        self.is_cut_short = False
        """Whether there was more than the limits let it open."""
        self._fetcher = fetcher
        self._limits = limits
        self._likely = likely
        self._wait = wait or threading.Event().wait
        self._site = OfficeSite(start)
        self._deadline = Deadline(limits.seconds)
        self._rules: dict[str, RobotFileParser] = {}
        self._states: dict[str, LinkState | LeftAlone] = {}
        self._ways: dict[str, tuple[str, ...]] = {}
        self._queue: list[_Place] = []
        self._numbers = count()

    def run(self) -> Iterator[Visit]:
        """Open page after page, the nearest first, and yield each."""
        self._plan(self.start, 0, (), "")
        unanswered = 0
        while self._queue:
            if len(self.visits) >= self._limits.pages or self._deadline.left <= 0 or unanswered >= _PATIENCE:
                self.is_cut_short = True
                break
            place = heapq.heappop(self._queue)
            visit = self._open(place)
            if visit is None:
                continue
            unanswered = unanswered + 1 if visit.state in _SILENT else 0
            self.visits.append(visit)
            yield visit
            self._lead_on(visit, place.depth)
        self._queue.clear()

    def state(self, address: str) -> LinkState | LeftAlone | None:
        """Return what an address came to, a file of the site being asked for now; None where it is of another site."""
        if not self._site.holds(address):
            return None
        known = self._states.get(same_site.key(address))
        if known is not None and known is not LeftAlone.LIMIT:
            return known
        if not self._allows(address):
            return LeftAlone.ROBOTS
        if self._deadline.left <= 0:
            return LeftAlone.LIMIT
        answer = self._fetch(address, reading=False)
        return self._noted(address, self._meaning(answer))

    def way_to(self, address: str) -> tuple[str, ...] | None:
        """Return the fewest words by which one gets to an address of any site, None where no page leads there."""
        return self._ways.get(same_site.key(address))

    def holds(self, address: str) -> bool:
        """Tell whether an address is of this site."""
        return self._site.holds(address)

    def _open(self, place: _Place) -> Visit | None:
        """Open a place; None where it turned out to be one that was opened already."""
        if not self._allows(place.address):
            self._noted(place.address, LeftAlone.ROBOTS)
            return Visit(place.address, place.way, LinkState.REFUSED) if place.depth == 0 else None
        answer = self._fetch(place.address, reading=True)
        state = verdicts.meaning(answer)
        self._noted(place.address, state)
        if self._meaning(answer) is LeftAlone.ELSEWHERE:
            self._noted(place.address, LeftAlone.ELSEWHERE)
            if place.depth == 0:
                self.leads_to = answer.final
            return None
        final = same_site.key(answer.final)
        if final != same_site.key(place.address):
            if isinstance(self._states.get(final), LinkState):
                return None
            self._states[final] = state
        page = page_map(answer) if state.opens and is_page(answer) else None
        return Visit(answer.final if state.opens else place.address, place.way, state, page)

    def _lead_on(self, visit: Visit, depth: int) -> None:
        """Take note of where a page leads, and of the page itself."""
        self._shorten(visit.address, visit.way)
        for link in visit.page.links if visit.page else ():
            way = (*visit.way, *link.words)
            self._shorten(link.address, way)
            self._plan(link.address, depth + bool(link.words), way, link.about)

    def _shorten(self, address: str, way: tuple[str, ...]) -> None:
        known = same_site.key(address)
        if known not in self._ways or len(way) < len(self._ways[known]):
            self._ways[known] = way

    def _plan(self, address: str, depth: int, way: tuple[str, ...], about: str) -> None:
        known = same_site.key(address)
        if known in self._states or not self._site.holds(address) or same_site.is_file(address):
            return
        refused = self._site.refuses(address)
        if refused is None and depth > self._limits.depth:
            refused = LeftAlone.LIMIT
            self.is_cut_short = True
        self._states[known] = refused or LeftAlone.LIMIT
        if refused is None:
            place = _Place(depth, not self._likely(about), next(self._numbers), address, way)
            heapq.heappush(self._queue, place)

    def _noted(self, address: str, state: LinkState | LeftAlone) -> LinkState | LeftAlone:
        self._states[same_site.key(address)] = state
        return state

    def _meaning(self, answer: Answer) -> LinkState | LeftAlone:
        state = verdicts.meaning(answer)
        return LeftAlone.ELSEWHERE if state.opens and not self._site.holds(answer.final) else state

    def _allows(self, address: str) -> bool:
        return self._robots(address).can_fetch(manners.AGENT, address)

    def _robots(self, address: str) -> RobotFileParser:
        host = manners.origin(address)
        if host not in self._rules:
            self._rules[host] = manners.rules_of(self._fetcher, address)
        return self._rules[host]

    def _fetch(self, address: str, *, reading: bool) -> Answer:
        delay = manners.delay_of(self._robots(address))
        self._wait(min(delay, max(self._deadline.left, 0)))
        answer = self._fetcher.fetch(address, reading=reading)
        again = manners.wait_of(answer.retry_after) if answer.state is LinkState.BUSY else None
        if again is None:
            return answer
        self._wait(again)
        return self._fetcher.fetch(address, reading=reading)


def front_of(typed: str) -> str | None:
    """Return the address of a website as it is asked, with a scheme where only a host was typed; None if it is none."""
    address = typed.strip() if "://" in typed else f"https://{typed.strip().removeprefix('//')}"
    try:
        parts = urlsplit(address)
        has_port = parts.port != 0
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and parts.username is None
    return address if is_web and has_port else None
